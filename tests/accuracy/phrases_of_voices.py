"""How do spokespeople decide, and how do others tell of acts? (made up for the tests)"""

_TOLD = (
    "MOFCOM\nSpokesperson's remarks\nNovember 6, 2026\n\nQuestion: What comes next?\n\nAnswer: On "
    "November 7, 2025 MOFCOM suspended Announcement No. 951 of 2025 and Announcement No. 952 of "
    "2025 until November 10, 2026. "
)
_ZH_TOLD = (
    "商务部新闻发言人答记者问\n2026-09-29 18:30\n\n有记者问：有何措施？\n\n"
    "答：去年11月，商务部发布2025年第968号公告，暂停执行2025年第960号公告和第961号公告。"
)
_PAIR = ("cn/mofcom/2025/951", "cn/mofcom/2025/952")
_MARCH = "2027-03-01"

ANSWERS: tuple[tuple[str, tuple[tuple[str, str, str | None, str | None], ...]], ...] = (
    *(
        (_TOLD + words, tuple(("suspend", act, "2026-11-11", _MARCH) for act in _PAIR))
        for words in (
            "It has been decided that both announcements will remain suspended from November 11, "
            "2026 to March 1, 2027.",
            "It has been decided to suspend both notices from November 11, 2026 until March 1, "
            "2027.",
            "MOFCOM has decided to keep the two announcements suspended from November 11, 2026 "
            "through March 1, 2027.",
        )
    ),
    (
        "MOFCOM\nThe head of the bureau answers reporters' questions\n24 February 2026\n\n1. Why?"
        "\n\nMOFCOM Announcement No. 971 of 2026 was to take effect on March 1, 2026. MOFCOM has "
        "therefore decided to put off the start of Announcement No. 971 to June 1, 2026.",
        (("postpone", "cn/mofcom/2026/971", "2026-06-01", None),),
    ),
    *(
        (_ZH_TOLD + words, (("resume", "cn/mofcom/2025/961", "2026-10-08", None),))
        for words in (
            "商务部决定，自2026年10月8日起恢复执行第961号公告，不再适用第968号公告规定的暂停期限。",
            "商务部决定，自2026年10月8日起提前恢复实施第961号公告，第960号公告仍暂停执行。",
            "商务部决定，自2026年10月8日起恢复实施第961号公告。第960号公告继续暂停执行。",
        )
    ),
)
"""A page, and what it moves: kind, act, first and last day."""

PAGES: tuple[tuple[str | None, str, str], ...] = (
    (
        None,
        "issuer",
        "404 - MOFCOM Announcement No. 949 of 2026\nWe cannot find that page. The document is no "
        "longer at this address; it was to be suspended until June 30, 2027.",
    ),
    (
        "draft",
        "issuer",
        "OPEN CONSULTATION\nControls on printing powders\nClosing date 18 December 2026\n\nThe "
        "Government proposes that powders should require a licence.\n\nAnnex\n3. This Order comes "
        "into force on 1st April 2027. The Powders Order 2024 (S.I. 2024/9033) is revoked.",
    ),
    (
        "statement",
        "official",
        "Joint fact sheet on minerals\nMay 21, 2026\n\n* China will suspend MOFCOM Announcement "
        "No. 946 of 2026, starting June 10, 2026.\n* The United States will suspend its rule for "
        "one year.",
    ),
    (
        "report",
        "press",
        "Corrections and clarifications\n24 March 2026\n\nAn article in Saturday's edition said "
        "that MOFCOM Announcement No. 925 of 2026 bans all exports. It requires a licence.",
    ),
    (
        "report",
        "press",
        "更正\n\n本报2026年2月5日第3版一文称，商务部2026年第916号公告禁止出口。经核对，该公告规定的"
        "是出口许可。\n2026年2月7日",
    ),
    (
        "report",
        "press",
        "NORDVIK METALS ASA\nStock exchange notice\n20 April 2026\n\nOur supplier was refused a "
        "licence under MOFCOM Announcement No. 918 of 2026 and suspends deliveries.",
    ),
    (
        "report",
        "press",
        "证券代码：699902\n\n关于取得许可证的公告\n\n本公司董事会保证本公告内容不存在任何虚假记载。\n"
        "公司于2026年6月9日取得商务部公告2026年第923号所要求的许可证。\n2026年6月10日",
    ),
    (
        "opinion",
        "press",
        'OP-ED\n\nWrite the end down\n\nRegulation (EU) 2026/9140 needs one sentence more: "This '
        'Regulation shall cease to apply on 31 December 2029." I would repeal Article 3 as well.',
    ),
    (
        "restatement",
        "commentary",
        "CLIENT ALERT\n3 March 2026\n\nMOFCOM published Announcement No. 957 of 2026 on 27 "
        "February. It takes effect on 1 April 2026. Buyers should ask their suppliers. Contracts "
        "should be read again. This alert does not constitute legal advice.",
    ),
    (
        "statement",
        "official",
        "商务部新闻发言人答记者问\n2026年11月5日\n\n问：是否已决定？\n答：商务部已于昨日宣布决定，自2026年12月1日"
        "起暂停实施2026年第947号公告。",
    ),
    (
        "statement",
        "issuer",
        "BIS Conference\nRemarks of the Deputy Secretary, spokesperson\nMarch 19, 2026\n\n"
        "BIS has decided to delay the rule (FR Doc. 2026-90310). You will see the text next week.",
    ),
    (
        "statement",
        "official",
        "Question for written answer\nWill the Commission repeal Regulation (EU) 2026/9301?\n\n"
        "Answer given by the Commissioner (3.11.2026)\nThe Commission has no plans to repeal it.",
    ),
    (
        "report",
        "press",
        "问：贵司产品是否受商务部公告2026年第947号影响？\n答：投资者您好，公司产品不在管制范围之内。",
    ),
    (
        "opinion",
        "commentary",
        "某国商会立场文件\n2026年9月1日\n我会认为，中方应当在年底前取消商务部公告2026年第947号规定的"
        "许可要求。我会同时呼吁对民用企业给予豁免。",
    ),
    (
        "report",
        "press",
        "Morning note, 3 August 2026\n\nMOFCOM Announcement No. 941 of 2026 stays, says the "
        "ministry. A trader heard otherwise. We could not reconcile the two.",
    ),
    (
        "statement",
        "issuer",
        "Remarks by the Deputy Secretary\nCheck against delivery\nDenver, 24 March 2026\n\n"
        "The rule (FR Doc. 2026-90312) took effect on February 20. I expect a proposed rule in the "
        "spring, and I believe it should be short.",
    ),
    (
        "opinion",
        "press",
        "Tin and Antimony Monthly, 6 May 2026\n\nOur call: tight supply. We expect Beijing to "
        "extend the suspension of Announcement No. 941 of 2026 into the autumn.",
    ),
    (
        "report",
        "press",
        "The week ahead (9 to 13 November 2026)\n\nTuesday: talks in Oslo.\nFriday: the "
        "suspension of MOFCOM Announcement No. 941 of 2026 runs out.",
    ),
    (
        "report",
        "press",
        "Papers differ on the new quota\nMarch 9, 2026\n\nAccording to the Delta Post, the "
        "notice began at once. The Fjord Times says that MOFCOM Announcement No. 941 of 2026 "
        "starts in May.",
    ),
    (
        None,
        "issuer",
        "系统升级公告\n\n因设备更换，本网站将于2026年11月6日22时起暂停服务。恢复后可查询商务部公告"
        "2026年第947号。",
    ),
    (
        "restatement",
        "issuer",
        "一图读懂｜商务部公告2026年第947号\n\n◆ 纯度门槛：99%→99.9%\n"
        "◆ 何时执行：2026年6月1日\n来源：商务部",
    ),
    (
        "restatement",
        "issuer",
        "2026年出口管制大事记\n\n3月3日　商务部公告2026年第947号：列管氧化铒。\n"
        "8月4日　发言人答记者问，介绍商务部公告2026年第948号。",
    ),
    (
        "restatement",
        "issuer",
        "Questions and answers on Regulation (EU) 2026/9218\n\nWhen does it enter into force?\nIt "
        "enters into force on 14 July 2026.\n\nThis document is not legally binding.",
    ),
    (
        None,
        "issuer",
        "Error 522\nConnection timed out\n\nMOFCOM Announcement No. 947 of 2026 can not be shown.",
    ),
    (
        None,
        "issuer",
        "You are being redirected\n\nIf you are not redirected automatically, click here: "
        "/notices/2026-947-suspended",
    ),
    (
        None,
        "press",
        "抱歉，您要查看的网页当前不存在\n\n返回首页　商务部公告2026年第947号",
    ),
    (
        "report",
        "press",
        "0815 GMT - Offers are thin as talk goes round that Beijing could suspend MOFCOM "
        "Announcement No. 941 of 2026, a broker says.",
    ),
    (
        "opinion",
        "press",
        "管制的下一步\n\n本文认为，恢复商务部公告2026年第947号的可能性不大，更可能把门槛提高到1%。\n"
        "文章不代表所在机构立场。",
    ),
    (
        "statement",
        "official",
        "Statement from the BIS press office, May 6, 2026\n\nThere is no pause of the rule (FR "
        "Doc. 2026-90313). Reports to the contrary are wrong.",
    ),
    (
        "report",
        "press",
        "财经观察 2026年9月3日\n\n有消息称，商务部正在研究调整"
        "商务部公告2026年第947号。商务部未予回应。",
    ),
    (
        "restatement",
        "issuer",
        "法规速递\n名称：商务部公告2026年第947号\n摘要：该公告自2026年7月1日起"
        "暂停执行商务部公告2026年第948号。\n详情请登录会员查看全文。",
    ),
)
"""The class, the standing of the source, and the page."""

NAMINGS: tuple[tuple[str, str], ...] = (
    (
        "Traders in Rotterdam, 12 May 2026\nBeijing may suspend Announcement No. 931 of 2026 from "
        "July 1, two sources said.",
        "cn/mofcom/2026/931",
    ),
    (
        "12 May 2026\nBIS officials said that China would suspend Announcement No. 931 of 2026 "
        "from July 1.",
        "cn/mofcom/2026/931",
    ),
)
"""What the press says, and which act it means."""

_ACT_EN = "MOFCOM Announcement No. 931 of 2026"
_ACT_ZH = "商务部公告2026年第931号"

STANCES: tuple[tuple[str, str, str], ...] = (
    ("report", "no_comment", "The office said that it does not speak about talks."),
    ("report", "denies", '"Fantasy," an official of the ministry said.'),
    ("report", "denies", "Anything else is pure invention, the ministry wrote."),
    ("report", "denies", "该部官员说，这种说法不可信。"),
    ("statement", "no_comment", "If you want details, please turn to the department in charge."),
    ("statement", "no_comment", "I would rather not say more at this stage."),
    ("statement", "no_comment", "这个问题现在还不能回答。"),
    ("statement", "no_comment", "你的问题是假设性的，我不作评论。"),
    ("statement", "no_comment", "下一步如何完善，会综合研究。"),
    ("statement", "practice", "只要是合规的申请，都会得到批准。"),
    (
        "statement",
        "practice",
        "The department in charge has examined and granted a number of applications.",
    ),
    ("opinion", "opinion", "Our prediction is that the threshold goes up to 3 percent."),
    ("opinion", "opinion", "The rule was wrong from the first day and must be withdrawn."),
    ("report", "no_comment", "She could neither confirm nor deny any of the dates."),
    ("report", "no_comment", "The agency told us it does not discuss rules in the making."),
    ("report", "no_comment", "该公司负责人拒绝接受本报采访。"),
    ("report", "not_confirmed", "The minister said he had not been informed of any change."),
    ("report", "not_confirmed", "韩方表示尚未收到正式通报。"),
    ("report", "denies", "The talk of an early end is nonsense, the office said."),
    ("report", "denies", "The agency says it never issued the letter."),
    (
        "report",
        "asserts",
        "A lens maker says its supplier wrote that nothing changes before July 1.",
    ),
    ("report", "asserts", "One broker insists that the threshold is 20 millimetres."),
    ("report", "asserts", "一家冶炼厂的经理称，五一以后才执行。"),
    ("statement", "no_comment", "If there is news, we will release it in due course."),
    ("statement", "asserts", "The notice will take effect as planned."),
    ("statement", "asserts", "公告将如期实施。"),
    ("statement", "asserts", "The United States will lift its restrictions in May."),
    ("statement", "denies", "The ministry has not decided to suspend the notice."),
    ("statement", "practice", "Many of the applications have been approved."),
    ("statement", "practice", "实践中多数申请在三十天内办结。"),
    ("statement", "asserts", "美方承诺取消上述管制措施。"),
    ("statement", "intended", "中方将延长有关措施的暂停期限。"),
    ("opinion", "opinion", "My advice is to drop a threshold that nobody can measure."),
    ("opinion", "opinion", "明年初大概率还会有一轮调整。"),
    ("report", "denies", "有关传言不实。"),
    ("report", "denies", "The ministry said that the story was wrong."),
    ("report", "denies", "接线人员表示没有收到此类通知。"),
    ("report", "not_confirmed", "The firm has no knowledge of any such step."),
    ("report", "not_confirmed", "一名工作人员表示，没听说过配额的事。"),
    ("report", "not_confirmed", "本公司未从主管机关获悉任何消息。"),
    ("report", "asserts", "Two forwarders say their applications came back unread."),
    (
        "report",
        "asserts",
        '"We filed nine applications and none came back," said Ida Holm of Nordkorn.',
    ),
    ("report", "asserts", "该厂厂长说，九月递交的申请都已退回。"),
    ("report", "asserts", "网传每家企业每月只能报关一次。"),
    ("report", "opinion", "一家期货公司的分析师预计，年底前许可有望加快。"),
    ("statement", "no_comment", "I suggest you put that question to the competent department."),
    ("statement", "no_comment", "It is too early to say."),
    ("statement", "no_comment", "We never comment on leaks."),
    ("statement", "practice", "We have been approving most applications within a month."),
    ("statement", "practice", "National authorities have granted some ninety authorisations."),
    ("statement", "practice", "对合规申请，我们都会及时予以批准。"),
    ("statement", "practice", "对符合条件的企业，我们已经适用通用许可。"),
    ("statement", "reports_start", "The notice took effect on 1 June 2026."),
    ("statement", "reports_start", "该公告自2026年6月1日起实施。"),
    ("opinion", "opinion", "That notice ought never to have been extended."),
)
"""The class of the page, the stance, and the sentence."""

BEFORE: dict[str, tuple[str, str]] = {
    "report": (
        f"Harbour Wire\n12 May 2026\nTraders cannot agree on when {_ACT_EN} begins.\n",
        f"海港日报讯 2026年5月12日\n{_ACT_ZH}何时实施，各方说法不一。\n",
    ),
    "statement": (
        f"Spokesperson's remarks\n12 May 2026\nWe were asked about {_ACT_EN}.\n",
        f"商务部新闻发言人谈话\n2026年5月12日\n今天谈谈{_ACT_ZH}。\n",
    ),
    "opinion": (
        f"OPINION\nA. Writer\nSo much has been said about {_ACT_EN}.\n",
        f"【时评】\n某某\n关于{_ACT_ZH}，议论很多。\n",
    ),
}
"""What stands before the sentence, in English and in Chinese."""
