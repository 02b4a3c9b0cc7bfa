"""Heads of acts in the layouts of their issuers, and what each act does (made up for the tests)."""

Moved = tuple[tuple[str, str, str | None, str | None], ...]

HEADS: tuple[tuple[str, str, str | None, Moved], ...] = (
    (
        "Vol. 91, No. 126\nWednesday, July 1, 2026\nRules and Regulations\n\nDEPARTMENT OF "
        "COMMERCE\nBureau of Industry and Security\n\nKettles: Delay of Effective Date\n\nAGENCY: "
        "Bureau of Industry and Security, Commerce.\n\nACTION: Final rule; delay.\n\nDATES: As of "
        "July 1, 2026, the effective date of FR Doc. 2026-90688 is delayed indefinitely.\n\n"
        "[FR Doc. 2026-90815 Filed 6-29-26; 11:15 am]\n",
        "us/bis/2026/2026-90815",
        "2026-07-01",
        (("postpone", "us/bis/2026/2026-90688", None, None),),
    ),
    (
        "国务院新闻办公室吹风会文字实录\n2026年10月13日\n\n【某报记者】商务部公告2026年第929号到期后怎么安排？\n\n"
        "【商务部新闻发言人】商务部决定，自2026年10月20日起恢复实施公告2026年第929号。\n",
        "cn/mofcom/2026/qa-2026-10-13",
        "2026-10-13",
        (("resume", "cn/mofcom/2026/929", "2026-10-20", None),),
    ),
    (
        "商务部公告2026年第943号\n关于茶壶出口的公告\n\n一、商务部公告2019年第931号自2026年7月1日起废止。\n\n"
        "二、自同日起，出口茶壶的，应当申请许可。\n\n商务部\n2026年6月2日\n",
        "cn/mofcom/2026/943",
        "2026-06-02",
        (("repeal", "cn/mofcom/2019/931", "2026-07-01", None),),
    ),
    (
        "Ministerial Order on Kettles\n\n(Considered by the Council on June 9, 2026; promulgated "
        "on June 30, 2026 as Order of the Ministry of Economy, Trade and Industry No. 954 of "
        "2026)\n\nArticle 1 This Ministerial Order comes into effect as of November 1, 2026. Order "
        "of the Ministry of Economy, Trade and Industry No. 931 of 2014 is repealed.",
        "jp/meti/2026/order-954",
        "2026-06-30",
        (("repeal", "jp/meti/2014/order-931", "2026-11-01", None),),
    ),
    (
        "Announcement No. 942 of 2026 of the Ministry of Commerce\nOn Kettles\n\nMOFCOM "
        "Announcement No. 944 of 2025 is repealed as of the date of promulgation.\n\n"
        "Ministry of Commerce\nThe Third of September, Two Thousand and Twenty-Six\n",
        "cn/mofcom/2026/942",
        "2026-09-03",
        (("repeal", "cn/mofcom/2025/944", "2026-09-03", None),),
    ),
    (
        "成文日期：2026年05月12日\n中华人民共和国商务部令\n2026年第945号\n\n《关于清理规章的决定》已经2026年"
        "5月12日部务会议审议通过，现予公布，自公布之日起施行。\n\n部长　许望\n2026年6月26日\n\n"
        "关于清理规章的决定\n\n废止商务部令2011年第913号。",
        "cn/mofcom/2026/order-945",
        "2026-06-26",
        (("repeal", "cn/mofcom/2011/order-913", "2026-06-26", None),),
    ),
    (
        "商 务 部 海 关 总 署 公 告\n2026 年 第 972 号\n\n关于推迟施行有关公告的公告\n\n"
        "商务部公告2026年第944号推迟至2026年11月1日起施行。\n\n商 务 部\n2026 年 5 月 6 日",
        "cn/mofcom/2026/972",
        "2026-05-06",
        (("postpone", "cn/mofcom/2026/944", "2026-11-01", None),),
    ),
    (
        "商务部令（第973号）　废旧磁材出口管理办法\n\n【发布日期】2026年8月12日\n\n"
        "第一条　出口废旧磁材，应当取得商务部许可。\n第二条　本办法自2026年10月1日起施行。"
        "商务部2012年第911号令同时废止。",
        "cn/mofcom/2026/order-973",
        "2026-08-12",
        (("repeal", "cn/mofcom/2012/order-911", "2026-10-01", None),),
    ),
    (
        "商务部令\n2026年第974号\n\n《废旧磁材回收办法》已经审议通过，现予公布，"
        "自2026年12月1日起施行。2015年第912号令同时废止。\n\n部长　许望\n2026年10月9日",
        "cn/mofcom/2026/order-974",
        "2026-10-09",
        (("repeal", "cn/mofcom/2015/order-912", "2026-12-01", None),),
    ),
    (
        "中华人民共和国商务部令\n2026年　第975号\n\n《关于清理规章的决定》已经通过，"
        "现予公布，自公布之日起施行。\n\n部长　许望\n2026年10月9日\n\n"
        "关于清理规章的决定\n\n废止商务部令2011年第913号。",
        "cn/mofcom/2026/order-975",
        "2026-10-09",
        (("repeal", "cn/mofcom/2011/order-913", "2026-10-09", None),),
    ),
    (
        "商务部　海关总署公告\n2026年第976号\n\n关于停止执行有关措施的公告\n（2026年3月3日）\n\n"
        "自2026年4月1日起，商务部公告2025年第945号停止执行。",
        "cn/mofcom/2026/976",
        "2026-03-03",
        (("repeal", "cn/mofcom/2025/945", "2026-04-01", None),),
    ),
    (
        "Decree of the Ministry of Commerce\nNo. 977 of 2026\n\nThe Decision on Ending Certain "
        "Rules was adopted on June 1, 2026 and is hereby promulgated. It shall take effect on "
        "July 1, 2026.\n\nMOFCOM\nJune 9, 2026\n\nThe Rules on Export Bidding (Decree No. 914 "
        "of 2009 of MOFCOM) are abolished.",
        "cn/mofcom/2026/order-977",
        "2026-06-09",
        (("repeal", "cn/mofcom/2009/order-914", "2026-07-01", None),),
    ),
    (
        "Proclamation 99021 of June 3, 2026\nEnding a Fee\n\n1. By Proclamation 99008 of March 2, "
        "2026, I required a license for the export of scrap copper.\n\nNow, therefore, I hereby "
        "proclaim that Proclamation 99008 is revoked, effective July 1, 2026.",
        "us/president/2026/proclamation-99021",
        "2026-06-03",
        (("repeal", "us/president/2026/proclamation-99008", "2026-07-01", None),),
    ),
    (
        "EUR-Lex - 32026R9351 - EN\nDocument 32026R9351\nDate of effect: 09/06/2026\n\nCommission "
        "Regulation (EU) 2026/9351 of 3 March 2026 suspending Regulation (EU) 2025/9302\n\n"
        "Article 1\nThe application of Regulation (EU) 2025/9302 is suspended from 1 April 2026 "
        "to 30 June 2026.\n\nDone at Brussels, 3 March 2026.",
        "eu/reg/2026/9351",
        "2026-03-03",
        (("suspend", "eu/reg/2025/9302", "2026-04-01", "2026-06-30"),),
    ),
    (
        "S.I. 2026/9352\nThe Export Control (Amendment) (No. 8) Regulations 2026\nMade on 3 March "
        "2026, at 5 p.m.; laid on 4 March 2026\n\n1. These Regulations come into force on 1 April "
        "2026.\n\n2. The Export Control (Powders) Regulations 2024 (S.I. 2024/9303) are revoked.",
        "uk/si/2026/9352",
        "2026-03-03",
        (("repeal", "uk/si/2024/9303", "2026-04-01", None),),
    ),
    (
        "关于暂停执行商务部公告2026年第946号的公告\n\n商务部决定，2026年7月1日至12月31日，暂停执行商务部"
        "公告2026年第946号。\n\n特此公告。\n\n商务部公告2026年第980号\n2026年6月12日",
        "cn/mofcom/2026/980",
        "2026-06-12",
        (("suspend", "cn/mofcom/2026/946", "2026-07-01", "2026-12-31"),),
    ),
    (
        "MINISTRY OF COMMERCE\nANNOUNCEMENT\nNo. 981 of 2026\n\nMay 18, 2026\n\nWith the approval "
        "of the State Council, Announcement No. 947 of 2026 is hereby reinstated as of June 1, "
        "2026.",
        "cn/mofcom/2026/981",
        "2026-05-18",
        (("resume", "cn/mofcom/2026/947", "2026-06-01", None),),
    ),
    (
        "91 FR 90601\nFR Doc. 2026-90401\nThursday, February 5, 2026\nIndustry and Security "
        "Bureau\nRule\n\nEnd of a Rule\n\nSUMMARY: The Bureau of Industry and Security (BIS) "
        "withdraws the rule published on January 5, 2026 (FR Doc. 2026-90302).\n\nDATES: This "
        "rule is effective February 5, 2026.",
        "us/bis/2026/2026-90401",
        "2026-02-05",
        (("repeal", "us/bis/2026/2026-90302", "2026-02-05", None),),
    ),
    (
        "MOFCOM & GACC: Announcement No.982 [2026] on Ending Announcement No.948 [2025]\n"
        "(Promulgated on April 30, 2026)\n\nAnnouncement No.948 [2025] shall no longer be "
        "implemented as from May 15, 2026.\n\nThe Ministry of Commerce",
        "cn/mofcom/2026/982",
        "2026-04-30",
        (("repeal", "cn/mofcom/2025/948", "2026-05-15", None),),
    ),
    (
        "GOVERNMENT OF INDIA\nMINISTRY OF COMMERCE AND INDUSTRY\n\nNOTIFICATION NO. 983/2026-27\n"
        "NEW DELHI, DATED THE 21ST MAY, 2026\n\nS.O. (E). The date of coming into effect of "
        "Notification No. 949/2026-27 is extended from 1st June, 2026 to 1st August, 2026.",
        "in/dgft/2026/983",
        "2026-05-21",
        (("postpone", "in/dgft/2026/949", "2026-08-01", None),),
    ),
    (
        "Announcement No. 984 [2026] of the Unreliable Entity List Working Mechanism\n\nIssued "
        "on May 6, 2026\n\nThe Working Mechanism decides to suspend, from May 8, 2026 to August 5, "
        "2026, the measures announced in Announcement No. 943 [2026].",
        "cn/uel/2026/984",
        "2026-05-06",
        (("suspend", "cn/uel/2026/943", "2026-05-08", "2026-08-05"),),
    ),
    (
        "Ministry of Economy, Trade and Industry Order No. 985 of 2026\n\nPromulgated: May 8, 2026"
        "\nEffective: May 22, 2026\n\nThe Ministerial Order on Valves (Ministry of Economy, Trade "
        "and Industry Order No. 944 of 2017) is repealed.",
        "jp/meti/2026/order-985",
        "2026-05-08",
        (("repeal", "jp/meti/2017/order-944", "2026-05-22", None),),
    ),
    (
        "The Export Control (Pumps) Regulations 2026\nUK Statutory Instruments 2026 No. 9353\n\n"
        "Made\n8th June 2026\nComing into force\n1st July 2026\n\nRevocation\n2. The Export "
        "Control (Pumps) Regulations 2021 (S.I. 2021/9304) are revoked.",
        "uk/si/2026/9353",
        "2026-06-08",
        (("repeal", "uk/si/2021/9304", "2026-07-01", None),),
    ),
    (
        "Directorate General of Foreign Trade\n\nNotification No. 986/2026-27 dated 21.05.2026\n\n"
        "In exercise of powers conferred by Section 3 read with Section 5 of the FT (D&R) Act, "
        "1992, Notification No. 945/2026-27 dated 04.05.2026 stands withdrawn with immediate "
        "effect.",
        "in/dgft/2026/986",
        "2026-05-21",
        (("repeal", "in/dgft/2026/945", "2026-05-21", None),),
    ),
    (
        "商务部 | 安全与管制局\n不可靠实体清单工作机制〔2026〕987号公告\n2026-03-06 20:00\n\n"
        "不可靠实体清单工作机制决定，自2026年3月10日起停止不可靠实体清单工作机制公告〔2025〕946号措施。",
        "cn/uel/2026/987",
        "2026-03-06",
        (("repeal", "cn/uel/2025/946", "2026-03-10", None),),
    ),
    (
        "商务部公告2026年第988号\n\n自2026年7月20日起至2027年1月19日止，商务部公告2026年第947号"
        "暂停执行。\n\n商务部\n2026年7月13日\n\n附：此前文件为商务部公告2025年第948号（失效）。",
        "cn/mofcom/2026/988",
        "2026-07-13",
        (("suspend", "cn/mofcom/2026/947", "2026-07-20", "2027-01-19"),),
    ),
    (
        "公　告\n\n商务部　海关总署\n\n2026年第989号\n\n关于终止有关公告的公告\n\n"
        "商务部公告2024年第949号于2026年8月15日终止实施。\n\n商务部\n2026年8月3日",
        "cn/mofcom/2026/989",
        "2026-08-03",
        (("repeal", "cn/mofcom/2024/949", "2026-08-15", None),),
    ),
    (
        "商务部关于恢复实施有关公告的公告（商务部公告2026年第990号）\n\n商务部公告2025年第950号"
        "自2026年9月15日起恢复实施。\n\n商务部\n2026年9月4日",
        "cn/mofcom/2026/990",
        "2026-09-04",
        (("resume", "cn/mofcom/2025/950", "2026-09-15", None),),
    ),
    (
        "General Administration of Customs and Ministry of Commerce\nJoint Announcement No. 991 of "
        "2026\n\nEffective date: March 1, 2026\nIssue date: February 13, 2026\n\nGeneral "
        "Administration of Customs Announcement No. 951 of 2020 is abolished.",
        "cn/gacc/2026/991",
        "2026-02-13",
        (("repeal", "cn/gacc/2020/951", "2026-03-01", None),),
    ),
    (
        "Order of the Ministry of Commerce, the National Tea and Coffee Commission and the "
        "Ministry "
        "of Inland Fishery Resources\nNo. 992\n\nThe Decision on Tallies is hereby promulgated "
        "and shall come into force on August 1, 2026. Order No. 952 of 2012 of the Ministry of "
        "Commerce shall be repealed simultaneously.\n\nJuly 9, 2026",
        "cn/mofcom/2026/order-992",
        "2026-07-09",
        (("repeal", "cn/mofcom/2012/order-952", "2026-08-01", None),),
    ),
)
"""A page, the id and the day of issue of the act, and what it moves: kind, act, days."""

HEADS += (
    (  # the day of the signature in brackets
        "海关总署公告2026年第951号\n\n海关总署公告2025年第952号自2026年7月1日起停止执行。\n\n海关总署\n（2026年6月3日）",
        "cn/gacc/2026/951",
        "2026-06-03",
        (("repeal", "cn/gacc/2025/952", "2026-07-01", None),),
    ),
    (  # a field names who issues; the body that agreed stands close to the signature
        "发布单位：商务部\n发布文号：公告2026年第953号\n关于停止执行一项公告的公告\n\n"
        "经国务院批准，商务部公告2025年第954号自2026年7月1日起停止执行。\n\n2026年6月4日",
        "cn/mofcom/2026/953",
        "2026-06-04",
        (("repeal", "cn/mofcom/2025/954", "2026-07-01", None),),
    ),
    (  # other acts in brackets as they name themselves
        "商务部公告（2026年第955号）\n\n商务部公告（2025年第956号）自2026年7月1日起暂停实施。\n\n商务部\n2026年6月5日",
        "cn/mofcom/2026/955",
        "2026-06-05",
        (("suspend", "cn/mofcom/2025/956", "2026-07-01", None),),
    ),
    (  # rows of a list stand before the number of the list itself
        "关于公布清理结果的公告\n\n下列公告自2026年7月1日起废止：\n1.海关总署公告2012年第957号\n2.海关总署公告2013年第958号\n\n"
        "海关总署\n2026年6月8日\n（海关总署公告2026年第959号）",
        "cn/gacc/2026/959",
        "2026-06-08",
        (
            ("repeal", "cn/gacc/2012/957", "2026-07-01", None),
            ("repeal", "cn/gacc/2013/958", "2026-07-01", None),
        ),
    ),
    (  # sent by mail: its head and its foot are no part of the act
        "From: Bulletin <list@example.org>\nTo: all@example.org\nSubject: New notice\n"
        "Date: Fri, 12 June 2026 08:00\n\nMinistry of Commerce\nAnnouncement No. 960 of 2026\n\n"
        "The implementation of MOFCOM Announcement No. 961 of 2025 is hereby suspended from "
        "July 1, 2026.\n\nMinistry of Commerce\nJune 9, 2026\n\n--\n"
        "You subscribed to this list. To unsubscribe, write to us.",
        "cn/mofcom/2026/960",
        "2026-06-09",
        (("suspend", "cn/mofcom/2025/961", "2026-07-01", None),),
    ),
    (  # the act of a president is known by his number, though the register gave it one too
        "Memorandum of June 11, 2026\n\nDelay of a Rule\n\nMemorandum for the Secretary of "
        "Commerce\n\nBy the authority vested in me as President, I hereby direct as follows:\n\n"
        "The effective date of the rule published as FR Doc. 2026-90466 is delayed from July 1, "
        "2026, to December 1, 2026.\n\nTHE WHITE HOUSE,\nWashington, June 11, 2026\n\n"
        "[FR Doc. 2026-90888 Filed 6-16-26; 8:45 am]",
        "us/president/2026/memorandum-2026-06-11",
        "2026-06-11",
        (("postpone", "us/fr/2026/2026-90466", "2026-12-01", None),),
    ),
    (  # the name of the ministry goes on in the next line
        "Ministerial Order on Reports\nOrder of the Ministry of Economy,\nTrade and Industry "
        "No. 962 of\nJune 10, 2026\n\nOrder of the Ministry of Economy, Trade and Industry "
        "No. 963 of 2025 is hereby repealed as of July 1, 2026.",
        "jp/meti/2026/order-962",
        "2026-06-10",
        (("repeal", "jp/meti/2025/order-963", "2026-07-01", None),),
    ),
)

LISTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "商务部公告2026年第978号\n公布有关出口管制措施\n\n自2026年9月1日起，未经许可，不得出口下列物项：\n"
        "1.氧化铒（参考海关商品编号：2846902900）\n2.氧化镱（参考海关商品编号：2846902910）\n\n商务部\n"
        "2026年8月20日",
        ("cn/mofcom/2026/978#sole",),
    ),
    (
        "商务部公告2026年第979号\n公布有关出口管制措施\n\n现公告如下：\n1.自2026年9月1日起，未经许可，不得"
        "出口氧化铒。\n2.自2026年10月1日起，禁止向军事用户出口氧化镱。\n\n商务部\n2026年8月20日",
        ("cn/mofcom/2026/979#i", "cn/mofcom/2026/979#ii"),
    ),
)
"""A notice whose figures count goods or points, and its measures."""
