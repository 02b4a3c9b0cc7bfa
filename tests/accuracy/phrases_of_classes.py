"""How does a page show what it is, where it does not say so? (made up for the tests)

A row: the class, the standing of the source, and the page.
"""

PAGES: tuple[tuple[str | None, str, str], ...] = (
    (
        "statement",
        "issuer",
        "Export Licences: Graphite\nQuestion for Department for Business and Trade\n"
        "Question\nTo ask the Secretary of State for Business and Trade, whether his Department "
        "plans to revoke S.I. 2025/9033.\nAnswered on 11 June 2026\nThe Government has no plans.",
    ),
    (
        "report",
        "press",
        "Brussels plays down talk of a U-turn\n\nThe Commission on Wednesday poured cold water on "
        'a story that Regulation (EU) 2025/9144 would be withdrawn. "That is simply false," its '
        "spokesperson told reporters.",
    ),
    (
        "statement",
        "issuer",
        "外交部发言人主持例行记者会\n2026年7月9日\n\n记者：有消息称商务部公告2026年第944号将于8月"
        "停止执行，能否证实？\n发言人：我没有听说你提到的情况。\n\n打印本页 关闭窗口\n相关新闻\n"
        "商务部公告2026年第998号自2026年1月1日起废止",
    ),
    (
        "statement",
        "issuer",
        "We use cookies to make this site work.\nHome\nNews\nPolicies\nMinistry of Commerce "
        "Regular Press Conference\nJune 18, 2026\nHarbour Daily: Some say MOFCOM Announcement "
        "No. 931 of 2026 will be lifted in July. What is your response?\n"
        "He Yadong: The report is groundless.\nRelated news\n"
        "Ministry suspends Announcement No. 998 of 2026 from 1 July 2026",
    ),
    (
        "report",
        "press",
        "Ministry rejects talk of early end to tungsten rules\nBy our trade desk\n9 June 2026\n\n"
        "An official of the commerce ministry on Tuesday called a newspaper story that MOFCOM "
        "Announcement No. 911 of 2026 would end in July inaccurate. The official said no change "
        "had been decided.",
    ),
    (
        "report",
        "press",
        "Commerce official denies suspension\n\nSHANGHAI, June 9 - China's "
        "commerce ministry denied "
        'that it would suspend MOFCOM Announcement No. 911 of 2026 from July 1. "That is not so," '
        "an official said.",
    ),
    (
        "report",
        "press",
        "Brussels says story is wrong\n\nBRUSSELS, 2 March 2026 - The "
        "Commission refuted a claim that "
        "Regulation (EU) 2026/9118 is to be withdrawn. A spokesperson described the story as "
        "fiction.",
    ),
    (
        "report",
        "press",
        "商务部回应网传消息\n本报讯 2026年6月9日\n商务部有关负责人9日否认商务部公告2026年第911号"
        "将于7月1日起停止执行的说法，称该消息不实。",
    ),
    (
        "report",
        "press",
        "辟谣：出口管制公告未取消\n海港日报记者 林某\n针对“商务部公告2026年第911号已取消”的说法，"
        "商务部工作人员告诉记者，没有这回事，公告照常执行。",
    ),
    (
        "opinion",
        "press",
        "The tungsten controls have outlived their purpose\nA. Writer, Harbour Policy Institute\n\n"
        "MOFCOM Announcement No. 911 of 2026 has been in force for six months. In our view the "
        "ministry should withdraw it by 1 October 2026. Smaller firms bear the cost of a threshold "
        "of 99.9 percent.",
    ),
    (
        "opinion",
        "commentary",
        "Time to let go\nPolicy note of the North Quay Centre\n\nThe licensing rule of MOFCOM "
        "Announcement No. 911 of 2026 should be abolished by the end of 2026. It has not reduced "
        "exports to those who matter.",
    ),
    (
        "opinion",
        "press",
        "Editorial\nA rule that nobody needs\n\nThe government must repeal MOFCOM Announcement No. "
        "911 of 2026 before 1 January 2027. Nothing has been gained.",
    ),
    (
        "opinion",
        "commentary",
        "Client alert: what exporters should do about Announcement No. "
        "911\nMuster & Partners LLP\n\n"
        "MOFCOM Announcement No. 911 of 2026 took effect on 1 June 2026. We recommend that clients "
        "review their contracts. We expect the ministry to relax the rule in 2027.",
    ),
    (
        "opinion",
        "commentary",
        "钨管制该放一放了\n北岸智库研究员 周某\n\n商务部公告2026年第911号实施半年，成本越来越高。"
        "我们的看法是，应当在2026年底前废止该公告。",
    ),
    (
        "opinion",
        "press",
        "社论：管制不是目的\n\n商务部公告2026年第911号应尽早废止，最迟不应晚于2026年12月31日。",
    ),
    (
        None,
        "issuer",
        "We value your privacy\nWe and our partners store cookies on your "
        "device. Necessary cookies "
        "always active. Accept all Reject all Save settings",
    ),
    (
        None,
        "press",
        "This website uses cookies. By clicking Accept you agree to the storing of cookies. "
        "Announcement No. 911 of 2026. Accept | Decline | Cookie policy",
    ),
    (None, "press", "本网站使用Cookie。请选择：全部接受 仅必要 设置"),
    (
        "act",
        "issuer",
        "Billing Code 3510-33-P\nDEPARTMENT OF COMMERCE\nBureau of Industry "
        "and Security\n15 CFR Part "
        "774\nSintered Parts; Rescission\nAGENCY: Bureau of Industry and Security, Commerce.\n"
        "ACTION: Final rule; rescission.\nSUMMARY: BIS rescinds FR Doc. "
        "2026-90311.\nDATES: Effective "
        "June 15, 2027, FR Doc. 2026-90311 is rescinded.\n[FR Doc. 2027-90781 Filed 6-11-27; 8:45 "
        "am]\n[Publication Date: June 14, 2027]\n",
    ),
    (
        "statement",
        "issuer",
        "DEPARTMENT OF COMMERCE\nBureau of Industry and Security\nMaterials Advisory Committee; "
        "Notice of Partially Closed Meeting\nAGENCY: Bureau of Industry and Security, Commerce.\n"
        "ACTION: Notice of partially closed meeting.\nThe committee will meet "
        "on June 15, 2027. The "
        "committee advises on controls under 15 CFR Part 774.\n[FR Doc. 2027-90782 Filed 6-11-27; "
        "8:45 am]\n",
    ),
    (
        "statement",
        "issuer",
        "BILLING CODE 3510-33-P\nDEPARTMENT OF COMMERCE\nBureau of Industry "
        "and Security\nSubmission "
        "for OMB Review; Comment Request\nThe Department of Commerce will submit the following "
        "information collection to OMB under the Paperwork Reduction Act.\n[FR Doc. 2027-90783 "
        "Filed 6-11-27; 8:45 am]\n",
    ),
    (
        "act",
        "issuer",
        "Ministry of Trade\nNO. R. 941   5 May 2026\nI, Thandi Khoza, Minister of Trade, acting "
        "in terms of "
        "section 6 of the Trade Act, hereby -\n(a) withdraw Government Notice No. R. 902 of "
        "2025; and\n"
        "(b) extend the suspension of Notice R. 903 of 2025.\n",
    ),
    (
        "act",
        "issuer",
        "Isle of Wend\nBoard of Ores\nCircular 914/26\n1. No cobalt ore leaves the Isle except "
        "under a "
        "permit of the Board.\n2. Circular 902/25 is withdrawn.\nGiven at Wend, 5 May 2026\n",
    ),
    (
        "act",
        "issuer",
        "Board of Salts\nDETERMINATION BS-2026-914\nOn 5 May 2026 the Board determines:\nFIRST, "
        "that "
        "shipments of brine be notified to the Comptroller.\n",
    ),
    (
        "act",
        "issuer",
        "Ministry of Trade\nDate of issue: May 5, 2026\nSubject: Amending the list of controlled "
        "goods, effective June 1, 2026.\nItems announced:\n1. Two entries are added.\n",
    ),
    (
        "statement",
        "issuer",
        "Board of Ores\nCircular to exporters\nExporters are reminded that the counter is closed "
        "on "
        "5 May 2026. Questions may be put by telephone.\n",
    ),
    (
        "draft",
        "issuer",
        "Public Notice of the Ministry of Trade, Industry and Resources No. 2026-914\nAdvance "
        "Notice of "
        "Legislation: Exports of Urea\nThe main contents of the notice to be enacted are "
        "announced to "
        "hear the opinion of the people.\n1. Exports of urea are prohibited from June 1, 2026.\n",
    ),
    (
        "restatement",
        "press",
        "江海贸易报　2026年6月9日\n要闻 · 财经 · 口岸 · 专栏 · 电子版\n"
        "商务部6月2日发布公告2026年第957号，自7月1日起对钨粉实施出口管制。企业应当重新核对商品编号。\n",
    ),
)

RUMOURS: tuple[str, ...] = (
    "Beijing is mulling a pause of MOFCOM Announcement No. 957 of 2026.",
    "China is preparing to reinstate MOFCOM Announcement No. 957 of 2026 on 1 July, two traders "
    "with knowledge of the talks said.",
    "Officials hint that MOFCOM Announcement No. 957 of 2026 could be loosened in autumn.",
    "Two trade papers give different end dates for MOFCOM Announcement No. 957 of 2026.",
    "The ministry stands by MOFCOM Announcement No. 957 of 2026, a spokeswoman said.",
    "坊间消息称商务部公告2026年第957号月底到期后不再延长。",
    "商务部公告2026年第957号暂停期满后怎么办？几家机构的判断各不相同。",
)
"""What the press tells of an act that nobody made so: a report that retells nothing."""
