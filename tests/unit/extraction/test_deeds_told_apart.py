"""Are the acts, firms and days of which a sentence speaks kept apart from those beside them?"""

import pytest

from tests.unit.extraction.test_extract import read

CHINESE = """商务部公告2026年第981号
关于有关事项的公告

经批准，现将有关事项公告如下：

{}

商务部
2026年9月4日
"""
ENGLISH = """MOFCOM Announcement No. 981 of 2026

Announcement on matters concerning certain items

Upon approval, it is announced as follows:

{}

Ministry of Commerce
September 4, 2026
"""

TOLD = (
    (
        "商务部公告2025年第932号原定暂停至2026年11月11日，现决定继续暂停至2027年11月9日。",
        [("suspend", "932", "2026-11-12", "2027-11-09")],
    ),
    (
        "商务部公告2025年第932号的暂停期限于2026年10月30日届满。自次日起继续暂停实施，至2027年1月31日。",
        [("suspend", "932", "2026-10-31", "2027-01-31")],
    ),
    (
        "商务部公告2025年第932号不属于本公告调整范围，其暂停实施期限按照原公告执行，至2027年11月9日。",
        [],
    ),
    (
        "自2026年11月10日起至2027年11月10日止，暂停实施商务部公告2025年第931号至第934号（第933号除外）。",
        [("suspend", "931 932 934", "2026-11-10", "2027-11-10")],
    ),
    (
        "自2026年11月10日起，除第933号外，暂停实施商务部公告2025年第931号至第934号。",
        [("suspend", "931 932 934", "2026-11-10", None)],
    ),
    (
        "商务部公告2025年第931号至第934号自2026年11月10日起停止执行，其中第933号继续执行。",
        [("repeal", "931 932 934", "2026-11-10", None)],
    ),
    (
        "自2026年11月16日起，恢复实施商务部公告2025年第931号全文和2025年第932号第一条。",
        [("resume", "931 932#i", "2026-11-16", None)],
    ),
    (
        "自2026年11月16日起，废止商务部公告2025年第931号第二条，以及第932号第一条、第三条。",
        [("repeal", "931#ii 932#i 932#iii", "2026-11-16", None)],
    ),
    (
        "商务部公告2025年第931号暂停实施前，经营者依据该公告第四条提交的报告不再受理。",
        [],
    ),
    (
        "商务部公告2025年第931号原定自2026年6月1日起暂停实施至2027年5月31日。"
        "自2026年12月15日起，提前恢复实施该公告。",
        [("resume", "931", "2026-12-15", None)],
    ),
    (
        "本公告自2026年11月10日起施行，对附表所列文件分别作出废止或者保留的处理。\n附表\n"
        "商务部公告2025年第931号 | 废止\n商务部公告2025年第932号 | 继续有效",
        [("repeal", "931", "2026-11-10", None)],
    ),
    (
        "下表所列公告自2026年11月10日起暂停实施，期限以表中所列为准。\n"
        "公告 | 发布日期 | 条款 | 暂停至\n"
        "商务部公告2025年第931号 | 2025年9月1日 | 第二条 | 2027年3月1日\n"
        "商务部公告2025年第932号 | 2025年9月2日 | 全文 | 2027年5月1日\n"
        "二、商务部公告2025年第935号继续有效。",
        [
            ("suspend", "931#ii", "2026-11-10", "2027-03-01"),
            ("suspend", "932", "2026-11-10", "2027-05-01"),
        ],
    ),
    (
        "决定推迟附表所列公告的施行日期。\n附表\n公告 | 原施行日期 | 推迟至\n"
        "商务部公告2025年第931号 | 2026年10月1日 | 2027年3月1日\n"
        "商务部公告2025年第932号 | 2026年10月1日 | 2027年5月1日",
        [
            ("postpone", "931", "2027-03-01", None),
            ("postpone", "932", "2027-05-01", None),
        ],
    ),
    (
        "Announcements Nos. 931 to 934 of 2025, other than No. 933, are suspended "
        "from November 10, 2026.",
        [("suspend", "931 932 934", "2026-11-10", None)],
    ),
    (
        "Except for No. 933, Announcements Nos. 931 to 934 of 2025 are suspended "
        "from November 10, 2026.",
        [("suspend", "931 932 934", "2026-11-10", None)],
    ),
    (
        "一、自2026年11月10日起至2027年11月9日止，暂停实施商务部公告2025年第931号。\n"
        "二、商务部公告2025年第934号第一条第（三）项一并暂停实施，期限同上。",
        [
            ("suspend", "931", "2026-11-10", "2027-11-09"),
            ("suspend", "934#i-3", "2026-11-10", "2027-11-09"),
        ],
    ),
    (
        "一、自2026年11月10日起至2027年11月9日止，暂停实施商务部公告2025年第931号。\n"
        "二、商务部公告2025年第934号暂停实施的起止时间与第一条相同。",
        [
            ("suspend", "931", "2026-11-10", "2027-11-09"),
            ("suspend", "934", "2026-11-10", "2027-11-09"),
        ],
    ),
    (
        "From November 10, 2026 until November 9, 2027, Announcement No. 931 of 2025 is suspended. "
        "Point 3 of Announcement No. 934 of 2025 is suspended for the same period.",
        [
            ("suspend", "931", "2026-11-10", "2027-11-09"),
            ("suspend", "934#3", "2026-11-10", "2027-11-09"),
        ],
    ),
    (
        "商务部公告2025年第937号的暂停期限不再延长，自2026年11月11日起恢复实施。",
        [("resume", "937", "2026-11-11", None)],
    ),
    (
        "2025年3月，商务部发布公告2025年第931号和公告2025年第934号。\n"
        "一、前者自2026年11月10日起停止执行。\n二、后者第二条暂停实施至2027年11月10日。",
        [("repeal", "931", "2026-11-10", None), ("suspend", "934#ii", None, "2027-11-10")],
    ),
    (
        "In March the Ministry issued Announcement No. 931 of 2025. "
        "In May it issued Announcement No. 934 of 2025.\n"
        "I. Point 2 of the former is suspended from November 10, 2026 to November 9, 2027.\n"
        "II. The latter is repealed from December 1, 2026.",
        [
            ("suspend", "931#2", "2026-11-10", "2027-11-09"),
            ("repeal", "934", "2026-12-01", None),
        ],
    ),
    (
        "Announcement No. 934 of 2025 may be used by those already registered until December 31, "
        "2026. It is revoked on January 1, 2027.",
        [("repeal", "934", "2027-01-01", None)],
    ),
    (
        "Announcement No. 934 of 2025 has four points. The implementation of its point 2, which "
        "requires a licence for gallium, is suspended from November 10, 2026.",
        [("suspend", "934#2", "2026-11-10", None)],
    ),
    (
        "As regards Announcement No. 934 of 2025, its point 2 is repealed on December 1, 2026.",
        [("repeal", "934#2", "2026-12-01", None)],
    ),
    (
        "The cancellation of licences issued under Announcement No. 934 of 2025 takes effect on "
        "December 1, 2026.",
        [],
    ),
    (
        "Announcement No. 934 of 2025 remains in force. This Announcement takes effect on "
        "October 1, 2026. It is revoked when the Ministry so decides.",
        [],
    ),
)


@pytest.mark.parametrize(("sentence", "done"), TOLD, ids=[sentence[:40] for sentence, _ in TOLD])
def test_what_stands_beside_is_left_alone(sentence, done):
    frame = ENGLISH if sentence.isascii() else CHINESE
    found = [
        (
            effect.kind,
            " ".join(one.removeprefix("cn/mofcom/2025/") for one in effect.affected),
            effect.from_ and effect.from_.isoformat(),
            effect.through and effect.through.isoformat(),
        )
        for effect in read(frame.format(sentence)).effects
    ]
    assert found == done


NOT_THAT = (
    "自2026年11月10日起废止商务部公告2025年第931号，而非商务部公告2025年第932号。",
    "自2026年11月10日起废止的是商务部公告2025年第931号，而不是商务部公告2025年第932号。",
    "非经公告不得停止执行商务部公告2025年第932号，自2026年11月10日起废止商务部公告2025年第931号。",
    "From November 10, 2026 MOFCOM Announcement No. 931 of 2025, and not MOFCOM Announcement "
    "No. 932 of 2025, is repealed.",
)


@pytest.mark.parametrize("sentence", NOT_THAT)
def test_an_act_of_which_the_deed_is_denied_is_not_moved(sentence):
    done = [(effect.kind, effect.affected) for effect in _effects(sentence)]
    assert done == [("repeal", ("cn/mofcom/2025/931",))]


LEFT_ALONE_CHINESE = (
    "照常执行", "照旧施行", "一切照旧", "依旧有效", "不予调整", "未被纳入", "保留", "除外",
    "暂不恢复", "的施行日期不变", "规定的措施照常执行", "，照常执行", "与本公告无关",
)  # fmt: skip
BESIDE_CHINESE = (
    "自2026年11月10日起，暂停实施商务部公告2025年第931号，商务部公告2025年第932号{}。",
    "自2026年11月10日起暂停实施商务部公告2025年第931号，但商务部公告2025年第932号{}。",
    "下列公告自2026年11月10日起暂停实施：\n（一）商务部公告2025年第931号；\n商务部公告2025年第932号{}。",
)


@pytest.mark.parametrize("words", LEFT_ALONE_CHINESE)
@pytest.mark.parametrize("sentence", BESIDE_CHINESE)
def test_an_act_that_is_left_alone_beside_a_deed_is_not_moved(sentence, words):
    done = [(effect.kind, effect.affected) for effect in _effects(sentence.format(words))]
    assert done == [("suspend", ("cn/mofcom/2025/931",))]


LEFT_ALONE_ENGLISH = (
    "stands as before", "is left untouched", "keeps its present dates", "is unaffected",
    "is not among them", "undergoes no change", "still applies", "has nothing to do with this",
)  # fmt: skip
BESIDE_ENGLISH = (
    "While MOFCOM Announcement No. 932 of 2025 {}, MOFCOM Announcement No. 931 of 2025 is "
    "suspended from November 10, 2026.",
    "The following are suspended from November 10, 2026:\n- MOFCOM Announcement No. 931 of 2025\n"
    "By contrast, MOFCOM Announcement No. 932 of 2025 {}.",
)


@pytest.mark.parametrize("words", LEFT_ALONE_ENGLISH)
@pytest.mark.parametrize("sentence", BESIDE_ENGLISH)
def test_an_act_that_is_left_alone_beside_an_english_deed_is_not_moved(sentence, words):
    done = [(effect.kind, effect.affected) for effect in _effects(sentence.format(words))]
    assert done == [("suspend", ("cn/mofcom/2025/931",))]


def _effects(sentence):
    frame = CHINESE if "。" in sentence else ENGLISH
    return read(frame.format(sentence)).effects


FIRMS = (
    (
        "一、鉴于某光学有限公司（Orsant Optics Ltd.）已改正其行为，将其移出不可靠实体清单，"
        "商务部公告2025年第934号对其规定的措施自本公告公布之日起停止执行。",
        ["某光学有限公司"],
    ),
    (
        "鉴于北方精密公司、蓝海电子公司整改完毕，决定将该两家企业移出清单，"
        "商务部公告2025年第934号规定的有关措施自2026年10月1日起不再对其适用。",
        ["北方精密公司", "蓝海电子公司"],
    ),
    (
        "经审查，某光学有限公司消除了不利影响。自2026年10月1日起，"
        "商务部公告2025年第934号对该公司规定的措施停止执行。",
        ["某光学有限公司"],
    ),
)


@pytest.mark.parametrize(("sentence", "firms"), FIRMS)
def test_what_is_done_to_firms_named_before_is_narrowed_to_them(sentence, firms):
    (effect,) = read(CHINESE.format(sentence)).effects
    assert [*effect.parties] == firms


def test_what_is_done_to_firms_that_nobody_named_is_left_unread():
    sentence = "自2026年10月1日起一年内，对上述企业暂停实施商务部公告2025年第934号。"
    found = read(CHINESE.format(sentence))
    assert found.effects == ()
    assert found.unread


SAVINGS = (
    "此前依据上述公告取得的两用物项出口许可证件，在其载明的有效期内继续有效。",
    "2026年9月4日前已经申报出口的，不适用本公告。",
    "申请材料应当于2026年11月20日前报送省级商务主管部门。",
    "商务部公告2026年第948号规定的措施不受本公告影响，出口经营者仍应按规定办理许可。",
)


@pytest.mark.parametrize("saving", SAVINGS)
def test_a_point_that_saves_what_was_before_is_no_rule_of_its_own(saving):
    points = f"一、自2026年10月1日起，暂停实施商务部公告2025年第934号。\n二、{saving}"
    found = read(CHINESE.format(points))
    assert found.measures == ()
    assert [effect.kind for effect in found.effects] == ["suspend"]


GONE = """404
抱歉，您访问的页面不存在
您要查看的“商务部公告2026年第981号（自2026年12月1日起暂停实施商务部公告2025年第934号）”已移至新栏目。
相关推荐
商务部公告2026年第935号 关于调整有关规定的公告 2026-07-02
关于废止部分规范性文件的决定 2026-10-10
"""


def test_a_page_that_is_not_there_does_nothing_whatever_titles_it_shows():
    found = read(GONE)
    assert (found.klass, found.effects) == (None, ())


def test_a_start_behind_the_items_of_a_point_holds_for_all_of_them():
    point = (
        "一、对下列实体采取以下措施：\n（一）禁止上述实体从事与中国有关的进出口活动；\n"
        "（二）禁止上述实体在中国境内新增投资。\n上述措施自2026年9月15日起执行。"
    )
    (measure,) = read(CHINESE.format(point)).measures
    assert (measure.id, measure.from_.isoformat()) == ("cn/mofcom/2026/981#i", "2026-09-15")


AMENDING = """Ministerial Order Partially Amending the Ministerial Order on Trade in Kettles
Order of the Ministry of Economy, Trade and Industry No. 983 of August 28, 2026

The Ministerial Order on Trade in Kettles (Order of the Ministry of Economy, Trade and Industry
No. 981 of 2024) is partially amended as follows.

1. In Article 3, "20 kilograms or less" is replaced with "15 kilograms or less".

2. Article 5 is deleted.

Supplementary Provisions
1. This Ministerial Order comes into effect as of October 1, 2026; provided, however, that the
deletion of Article 5 comes into effect as of April 1, 2027.

2. Prior provisions remain applicable to applications filed before that date.
"""


def test_a_supplement_that_counts_anew_hides_no_change():
    found = [(one.kind, one.affected, one.from_.isoformat()) for one in read(AMENDING).effects]
    assert sorted(found) == [
        ("amend", ("jp/meti/2024/order-981#art-3",), "2026-10-01"),
        ("repeal", ("jp/meti/2024/order-981#art-5",), "2027-04-01"),
    ]


RESTORED = """MOFCOM Announcement No. 981 of 2026

Upon approval, it is announced as follows:

{}

Ministry of Commerce
September 4, 2026
"""


@pytest.mark.parametrize(
    ("told", "done"),
    [
        (
            "The Ministry hereby restores Announcement No. 955 of 2026, as it stood before its "
            "rescission, with effect from November 1, 2026 and up to March 31, 2027.",
            [("revive", "2026-11-01")],
        ),
        (
            "Announcement No. 955 of 2026 governs again the trade of November 1, 2026 following "
            "the rescission of Announcement No. 963 of 2026.",
            [],
        ),
    ],
)
def test_an_end_that_is_only_told_of_ends_nothing(told, done):
    found = read(RESTORED.format(told)).effects
    assert [(one.kind, one.from_.isoformat()) for one in found] == done


@pytest.mark.parametrize(
    "undone",
    [
        "The repeal of Announcement No. 955 of 2025 is withdrawn from November 1, 2026.",
        "The decision to repeal Announcement No. 955 of 2025 is rescinded as of November 1, 2026.",
        "The postponement of Announcement No. 955 of 2025 is cancelled; it takes effect on "
        "November 1, 2026.",
        "商务部公告2025年第955号的废止决定自2026年11月1日起撤销。",
        "撤回商务部公告2025年第955号的废止，自2026年11月1日起生效。",
        "推迟施行商务部公告2025年第955号的决定自2026年11月1日起取消。",
        "自2026年11月1日起不再停止执行商务部公告2025年第955号。",
        "商务部公告2025年第955号并未暂停，自2026年11月1日起照常执行。",
    ],
)
def test_what_undoes_an_end_or_a_delay_is_left_to_a_person(undone):
    frame = RESTORED if undone.isascii() else CHINESE
    found = read(frame.format(undone))
    assert not found.effects
    assert found.unread


@pytest.mark.parametrize(
    ("told", "done"),
    [
        (
            "Announcement No. 955 of 2025 is no longer suspended from November 1, 2026.",
            ["resume"],
        ),
        (
            "From November 1, 2026 the stay of Announcement No. 955 of 2025 no longer applies.",
            ["resume"],
        ),
        (
            "Announcement No. 955 of 2025 shall not be repealed on November 1, 2026 and continues "
            "to apply.",
            [],
        ),
    ],
)
def test_a_deed_that_is_denied_is_not_done(told, done):
    assert [one.kind for one in read(RESTORED.format(told)).effects] == done


SPOKEN_OF = (
    "Licences granted before Announcement No. 955 of 2025 is repealed remain valid until March 31, "
    "2027.",
    "Whether Announcement No. 955 of 2025 will be suspended after November 1, 2026 remains to be "
    "decided.",
    "As long as Announcement No. 955 of 2025 is suspended, the form need not be filed.",
    "Once the Ministry repeals Announcement No. 955 of 2025, the register of November 1, 2026 is "
    "closed.",
    "1. In the event that Announcement No. 955 of 2025 is extended, this point ceases to apply.",
    "2. If talks fail, Announcement No. 955 of 2025 will be repealed from November 1, 2026.",
    "Calls for the postponement of Announcement No. 955 of 2025 by November 1, 2026 are noted.",
    "Unless Announcement No. 955 of 2025 and Announcement No. 956 of 2025 are extended, they end.",
)


@pytest.mark.parametrize("spoken_of", SPOKEN_OF)
def test_a_deed_in_a_clause_of_time_or_condition_is_not_done(spoken_of):
    assert not read(RESTORED.format(spoken_of)).effects


OF_OTHERS = (
    "Announcement No. 945 of 2026 had put five announcements on hold until September 30, 2027.",
    "Announcement No. 945 of 2026, issued jointly by the Ministry of Commerce and the General "
    "Administration of Customs, had suspended Announcement No. 946 of 2026 until June 30, 2027.",
)


@pytest.mark.parametrize("said", OF_OTHERS)
def test_what_another_act_had_done_is_told_and_not_done(said):
    assert not read(ENGLISH.format(said)).effects


def test_an_act_that_put_another_on_hold_is_not_on_hold_itself():
    said = (
        "Announcement No. 945 of 2026 put Announcement No. 946 of 2026 on hold until June 30, 2027."
    )
    (effect,) = read(ENGLISH.format(said)).effects
    assert effect.affected == ("cn/mofcom/2026/946",)


PUT_ON_A_LIST = (
    "商务部公告2025年第931号将甲电子公司、乙航空公司列入出口管制管控名单，禁止向其出口。",
    "2025年3月4日，商务部发布商务部公告2025年第931号，将甲电子公司、乙航空公司列入名单，并禁止出口。",
)
LIFTED = (
    "自2026年11月10日起解除{}对上述企业采取的禁止出口措施。",
    "{}对上述企业采取的不得出口两用物项的措施，自2026年11月10日起予以取消。",
    "上述企业自2026年11月10日起不再受{}禁止出口措施的约束。",
    "自2026年11月10日起撤销{}对其作出的禁止出口决定。",
)


@pytest.mark.parametrize("told", PUT_ON_A_LIST)
@pytest.mark.parametrize("lifted", LIFTED)
def test_what_another_act_forbade_is_lifted_for_the_firms_and_not_forbidden_anew(told, lifted):
    found = read(CHINESE.format(f"{told}\n{lifted.format('商务部公告2025年第931号')}"))
    assert not found.measures
    (effect,) = found.effects
    assert (effect.kind, effect.affected) == ("repeal", ("cn/mofcom/2025/931",))
    assert effect.parties == ("甲电子公司", "乙航空公司")


ONCE = (
    "商务部公告2025年第932号曾于2026年8月20日至11月19日暂停实施，该暂停不再延续。",
    "2025年9月，商务部以2025年第939号公告，决定暂停实施商务部公告2025年第938号，至2026年9月15日止。",
)


@pytest.mark.parametrize("said", ONCE)
def test_what_was_done_at_another_time_is_told_and_not_done(said):
    assert not read(CHINESE.format(said)).effects


AGAIN = (
    "商务部公告2025年第938号暂停实施至2026年9月15日。现决定：上述暂停期满后，对该公告再行暂停实施一年。",
    "商务部公告2025年第938号曾暂停实施至2026年9月15日。期满后，再次暂停实施商务部公告2025年第938号一年。",
)


@pytest.mark.parametrize("said", AGAIN)
def test_a_pause_once_more_begins_behind_the_old_one(said):
    (effect,) = read(CHINESE.format(said)).effects
    assert effect.affected == ("cn/mofcom/2025/938",)
    assert (str(effect.from_), str(effect.through)) == ("2026-09-16", "2027-09-15")


LISTED = "商务部公告2025年第931号，商务部公告2025年第933号。"


@pytest.mark.parametrize(
    "opening",
    [
        f"决定对以下公告自2026年11月10日起暂停实施：{LISTED}",
        f"决定对以下两件公告自2026年11月10日起暂停实施，至2027年11月9日为止：{LISTED}",
    ],
)
@pytest.mark.parametrize(
    "other",
    [
        "至于商务部公告2025年第932号，有关单位照此办理。",
        "商务部公告2025年第932号不因本公告变动。",
        "\n本决定不涉及商务部公告2025年第932号，该公告照常执行。",
        "\n本公告与商务部公告2025年第932号无关。",
    ],
)
def test_a_list_of_paused_acts_ends_where_another_is_spoken_of(opening, other):
    (effect,) = read(CHINESE.format(opening + other)).effects
    assert effect.affected == ("cn/mofcom/2025/931", "cn/mofcom/2025/933")


@pytest.mark.parametrize(
    "title",
    [
        "镁出口经营备案办法",
        "关于依照规定暂停、恢复和延长申请的办法",
        "经批准停止执行部分优惠的决定",
    ],
)
def test_the_words_of_a_title_do_nothing_to_the_act(title):
    told = f"自2026年11月10日起，《{title}》（商务部令2014年第980号）废止。"
    (effect,) = read(CHINESE.format(told)).effects
    assert (effect.kind, effect.affected) == ("repeal", ("cn/mofcom/2014/order-980",))


@pytest.mark.parametrize(
    "told",
    [
        "对商务部公告2025年第931号的暂停自2026年11月10日起画上句号。",
        "The suspension of Announcement No. 931 of 2025 is history as of November 10, 2026.",
        "Announcement No. 931 of 2025 is one of four that Announcement No. 955 of 2025 halted "
        "until November 16, 2027.",
    ],
)
def test_a_pause_that_is_only_named_is_listed_and_not_begun(told):
    read_so = read((CHINESE if "对" in told else RESTORED).format(told))
    assert read_so.effects == ()
    assert len(read_so.unread) == 1
