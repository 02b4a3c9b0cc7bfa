"""In which Chinese wordings does something start, end, or last?

A time is put together of parts: what it counts from (a day, the publication), what stands between
(``起``, ``满``, ``后``), and how much (``30日``, ``次日``).
"""

from tracker.extraction.days.calendar_parts_chinese import CALENDAR_PARTS
from tracker.extraction.days.day_forms_chinese import COUNT, NAMED, NOT_BEFORE, PEKING
from tracker.extraction.days.ends_chinese import ENDS
from tracker.extraction.days.force_words_chinese import FIRST_DAY, FORCE, HOW, IS, OVER
from tracker.extraction.days.time_wording import TimeWording
from tracker.extraction.spelling.numerals import NUMERAL
from tracker.extraction.spelling.regexps import regexp

_HOUR = (
    r"(?: ?(?P<at>(?:凌晨|中午|[上下]午)?(?:(?:[0-9]{1,2}|零) ?[时点](?:整|[0-9]{1,2}分)?"
    r"|[0-9]{1,2}:[0-9]{2})))?"
)
_NOTE = r"(?: ?\([^()]{0,12}\))?"
_PUBLISHED = r"(?:公布|发布|印发|颁布|公告|刊登|刊发|刊出|下发|签发|签署|宣布|公开)"
_THE_DAY = r"(?:之? ?日|之?时|当[日天]|当时)"
_SINCE_PUBLISHED = (
    rf"(?:(?:自|从|由|于|在) ?)?(?:本[^\W自从由于在]{{1,4}})?(?:正式)?(?<!另行)(?<!另){_PUBLISHED}"
)
_OWN = r"(?:本\w{1,4}|(?:上述|以上|前述)\w{2,6}?)?的?"
_COUNTED = (
    rf"{_SINCE_PUBLISHED}{_THE_DAY}? ?(?:起|后|之后|以后)?的? ?(?:满|届满|经过|历时|第)? ?{COUNT}"
    r"(?! ?[之以]?内)(?:(?:期|届)?满|[之以]?后|之?日|当[日天]|之时|的|次[日天]|起){0,4}"
)

CHINESE_TIMES: tuple[TimeWording, ...] = (
    TimeWording(
        name="counted and told",
        role="start",
        pattern=regexp(
            rf"{_SINCE_PUBLISHED}{_THE_DAY}起[^,。;\ue000]{{1,20}}?{FORCE}"
            rf"[,(](?:即|也就是|亦即)(?:自|从)? ?{NAMED}"
        ),
        examples=(("自公布之日起满一个月后的次日起实施，即2026年4月11日", ("start 2026-04-11",)),),
    ),
    TimeWording(
        name="on the same day, and told",
        role="start",
        pattern=regexp(
            rf"(?:同日|同时|同步)(?:起)?{HOW}{FORCE}[,(](?:即|也就是|亦即)(?:自|从|于)? ?{NAMED}"
        ),
        examples=(("本公告与该通知同日施行，即2026年4月11日。", ("start 2026-04-11",)),),
    ),
    TimeWording(
        name="from a day",
        role="start",
        pattern=regexp(
            rf"(?:自|从|始于|起于) ?{PEKING}{NAMED}{_HOUR}{_NOTE}(?: ?(?:之?日?起|始|开始|以后|之后"
            rf"|后))?(?![^,。;]{{0,8}}以来)"
        ),
        examples=(
            ("本公告自2026年4月1日起实施。", ("start 2026-04-01",)),
            ("自2026年4月1日12时01分起正式实施。", ("start 2026-04-01",)),
            ("自2026年4月1日（含当日）起执行。", ("start 2026-04-01",)),
            ("自2026年4月1日至2026年5月1日暂停", ("start 2026-04-01", "end 2026-05-01")),
            ("自2025年4月1日实施以来", ()),
            ("第三条自次年1月1日起施行。", ("start 2027-01-01",)),
            ("自明年1月1日起施行。", ("start 2027-01-01",)),
        ),
    ),
    TimeWording(
        name="from the day of another start",
        role="start",
        pattern=regexp(
            rf"(?:(?:自|从)[^,。;\ue000]{{1,30}}{FORCE}之日 ?"
            rf"|{FORCE}之日(?=[,(](?:即|也就是|亦即)))"
            rf"(?:\(|[,(]?(?:即|也就是|亦即)(?:自|从)?) ?{NAMED}\)? ?起?"
        ),
        examples=(
            ("自该公告实施之日（2026年4月1日）起适用", ("start 2026-04-01",)),
            ("自该公告施行之日，即2026年4月1日起适用", ("start 2026-04-01",)),
        ),
    ),
    TimeWording(
        name="told in brackets",
        role="start",
        pattern=regexp(rf"(?:自|从) ?[^,。;()\ue001]{{2,20}}\((?:即|也就是|亦即)? ?{NAMED}\) ?起"),
        examples=(("自次月首个工作日（2026年4月1日）起停止执行", ("start 2026-04-01",)),),
    ),
    TimeWording(
        name="not before a day",
        role="start",
        pattern=regexp(
            rf"(?<!\ue000)(?:(?:待|等|直?到|直?至){{1,2}} ?)?{PEKING}{NAMED}{_HOUR}{_NOTE}"
            rf"{NOT_BEFORE}"
            rf"(?=[能可得]?(?:正式|开始|予以?|一律|统一|对外){{0,2}}{FORCE})"
        ),
        examples=(
            ("第二条到2026年4月1日才开始实施。", ("start 2026-04-01",)),
            ("第二条须待2026年4月1日方才施行。", ("start 2026-04-01",)),
        ),
    ),
    TimeWording(
        name="from a day on",
        role="start",
        pattern=regexp(rf"由 ?{NAMED}{_HOUR}{_NOTE} ?(?:之?日?起|开始|(?=至|到|-))"),
        examples=(("由2026年4月1日起执行", ("start 2026-04-01",)),),
    ),
    TimeWording(
        name="a day to another",
        role="start",
        pattern=regexp(
            rf"(?<![自从由至到\ue000]) ?{NAMED}{_HOUR}{_NOTE}(?:起)? ?"
            r"(?=(?:至|到|直至|-) ?(?:\ue000))"
        ),
        examples=(
            ("2026年4月1日至2026年5月1日期间暂停", ("start 2026-04-01", "end 2026-05-01")),
            ("暂停期间为2026年4月1日至5月1日", ("start 2026-04-01", "end 2026-05-01")),
        ),
    ),
    TimeWording(
        name="a day onwards",
        role="start",
        pattern=regexp(
            rf"(?<![自从由至到\ue000]) ?{NAMED}{_HOUR}{_NOTE} ?(?:(?:之?日)?起(?!效)"
            r"|(?:以后|之后),?(?=的?(?:出口|进口|申报|报关))"
            r"|(?=,[^,。;\ue000\ue001]{2,30}?(?:制度|管制|管理|措施|要求)(?:正式|开始){1,2}"
            rf"{FORCE}))"
        ),
        examples=(
            ("2026年4月1日，下列物项的出口许可制度开始施行。", ("start 2026-04-01",)),
            ("2026年4月1日起施行", ("start 2026-04-01",)),
            ("2026年4月1日以后，出口前条物项须经许可", ("start 2026-04-01",)),
        ),
    ),
    TimeWording(
        name="on a day",
        role="start",
        pattern=regexp(
            rf"(?:(?:定?于|在|留?待|等到?) ?{PEKING})?{NAMED}{_HOUR} ?(?:(?:之|以)?后)?{HOW}"
            rf"(?:{FORCE}|(?:提前)?(?:恢复|废止|失效|作废|失去|丧失|不再(?!是|为|作为)|停止|终止|解除)"
            r"|提前结束)(?!以来)"
        ),
        examples=(
            ("本令于2026年4月1日生效。", ("start 2026-04-01",)),
            ("本公告在2026年4月1日开始施行。", ("start 2026-04-01",)),
        ),
    ),
    TimeWording(
        name="paused on a day",
        role="start",
        pattern=regexp(rf"(?:于|在) ?{PEKING}{NAMED}{_HOUR} ?(?:予以)?(?:暂停|中止|暂时|暂不)"),
        examples=(("该公告于2026年4月1日予以暂停。", ("start 2026-04-01",)),),
    ),
    TimeWording(
        name="labelled day",
        role="start",
        pattern=regexp(
            rf"(?:(?:{FIRST_DAY}|(?:起始|起施|开始|废止|恢复|解除)的?(?:日期|时间|时刻|之?日))"
            rf"(?:{IS})?|(?<![0-9年度季月])(?:首日|第一[天日])(?:为|是|:|定[为于在]))"
            rf"\s{{0,2}}{PEKING}{NAMED}{_HOUR}"
        ),
        examples=(
            ("本公告的施行日期为2026年4月1日。", ("start 2026-04-01",)),
            ("该公告的暂停，首日为2026年4月1日。", ("start 2026-04-01",)),
        ),
    ),
    TimeWording(
        name="called the first day",
        role="start",
        pattern=regexp(
            rf"(?:自|以)? ?{NAMED}{_NOTE} ?(?:(?:即|就)?[为是]|作为|即){_OWN}"
            rf"(?:{FIRST_DAY}|第一[天日]|首[日天]|头一天)(?=\s?[,。;]|$)"
        ),
        examples=(
            ("暂停60天，2026年4月1日（星期三）为第一天。", ("length 60 day", "start 2026-04-01")),
            ("2026年4月1日即为本公告的实施之日。", ("start 2026-04-01",)),
            ("本公告以2026年4月1日为施行日期。", ("start 2026-04-01",)),
            ("该日为2026年4月1日。", ()),
        ),
    ),
    TimeWording(
        name="publication, called the first day",
        role="start",
        pattern=regexp(
            rf"(?:以)?{_SINCE_PUBLISHED}{_THE_DAY}(?:(?:即|就)?[为是]|作为|即){_OWN}{FIRST_DAY}(?=\s?[,。;]|$)"
            rf"|{FIRST_DAY}(?:即?为|即?是|:|定[为于]|确定为)\s{{0,2}}(?:本\w{{1,4}}(?:的|之)?)?{_PUBLISHED}的?{_THE_DAY}(?!的|起|后|次)"
        ),
        anchor="publication",
        examples=(
            ("公布之日即为本公告的实施之日。", ("start 2026-03-10",)),
            ("其余各项要求的实施时间为本公告公布当日。", ("start 2026-03-10",)),
        ),
    ),
    TimeWording(
        name="moved to a day",
        role="start",
        pattern=regexp(
            r"(?:推迟|推后|延期|延后|(?<![停施行止效用]期)(?<![停施行止效用]期限)延[至到]|顺延|延迟|延缓|展期|调整|变更|更改|提前|改)(?:[^,。;:\n\ue000]{0,12}?)"
            rf"(?:至|到|为|自|于|从|(?<=[至到])) ?{NAMED}"
        ),
        examples=(("实施日期推迟至2026年6月1日。", ("start 2026-06-01", "end 2026-06-01")),),
    ),
    TimeWording(
        name="from a month",
        role="start",
        pattern=regexp(
            r"(?:自|从|由) ?(?P<month>[0-9]{4} ?年 ?[0-9]{1,2} ?月)"
            r"(?:份|上旬|中旬|下旬)? ?(?:起|开始)"
        ),
        examples=(("第一条自2027年3月起实施。", ("start None",)),),
    ),
    TimeWording(
        name="the day after publication",
        role="start",
        pattern=regexp(
            rf"(?:{_SINCE_PUBLISHED}(?:{_THE_DAY}|之)?起?的?(?:后的?)?(?:次[日天]|第二[日天]|翌日|次一日|后一日)"
            r"|(?:自|从)明[日天](?=(?:零时|0时)?起))(?:零时|0时)?起?"
        ),
        anchor="publication",
        plus=1,
        examples=(
            ("本公告自公布之日的次日起施行。", ("start 2026-03-11",)),
            ("本公告自发布之日第二天起施行。", ("start 2026-03-11",)),
        ),
    ),
    TimeWording(
        name="the month after publication",
        role="start",
        pattern=regexp(
            rf"{_SINCE_PUBLISHED}{_THE_DAY}?(?:起|后)?(?:的|之)?"
            r"(?:次月|下(?:一个)?月|第(?P<months>[一二三四五六])个月)"
            r"的?(?:1 ?日|一日|首日|第一[日天]|初)?起?"
            r"|(?:自|从)(?:下个?月|次月)的?(?:1 ?日|一日|首日|第一[日天]|初)?起"
            rf"|(?<=[为是于在:])(?:下个?月|次月)的?(?:1 ?日|一日|首日|第一[日天])(?=[,。;]|{FORCE})"
            r"|(?:自|从|于|在)(?P<said>本|下个?|次)月(?P<nth>[0-9]{1,2}) ?日(?:[零0] ?时)?"
            r"(?:起(?!至)|(?=正?式?(?:施行|实施|生效|执行|适用|暂停|废止|停止|恢复)))"
        ),
        anchor="month",
        examples=(
            ("本公告自公布之日的次月1日起施行。", ("start 2026-04-01",)),
            ("自下月1日起恢复执行。", ("start 2026-04-01",)),
            ("自本月20日起暂停，于下月15日恢复。", ("start 2026-03-20", "start 2026-04-15")),
        ),
    ),
    TimeWording(
        name="a weekday after publication",
        role="start",
        pattern=regexp(
            rf"{_SINCE_PUBLISHED}{_THE_DAY}?(?:起|之?后|以后)?的?(?:第(?P<nth>[一二三四])个|首个|头一?个|下一?个)"
            r"(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])(?:零时|0时)?起?"
        ),
        anchor="week",
        examples=(
            ("本公告自公布后的第一个星期一起施行。", ("start 2026-03-16",)),
            ("自发布之日后首个周三起执行。", ("start 2026-03-11",)),
            ("自公布之日后第二个星期二起施行。", ("start 2026-03-24",)),
        ),
    ),
    TimeWording(
        name="term from publication",
        role="start",
        pattern=regexp(
            rf"(?:有效期|期限|期间|时间|为期)限?(?:为|是|:)?{_SINCE_PUBLISHED}{_THE_DAY}起"
            rf"(?=(?:满|为期)? ?(?:{NUMERAL}|半) ?个?[年月周天日](?!后|内))"
        ),
        anchor="publication",
        examples=(("本公告有效期为自公布之日起两年。", ("start 2026-03-10", "length 2 year")),),
    ),
    TimeWording(
        name="some time after publication",
        role="start",
        pattern=regexp(
            rf"{_COUNTED}(?:(?<=[满后起])|(?<=之日)|(?<=次日)|(?=,?(?:即|便)?{HOW}{FORCE})"
            r"|(?<=[日天])(?=,))"
        ),
        anchor="publication",
        examples=(
            ("自公布之日起满两个月之日起施行", ("start 2026-05-10",)),
            ("本办法自公布之日起30日后施行。", ("start 2026-04-09",)),
            ("自发布之日起满三个月后实施", ("start 2026-06-10",)),
            ("本公告公布30日后实施。", ("start 2026-04-09",)),
            ("自发布之日起15个自然日后生效", ("start 2026-03-25",)),
            ("自公布后第10日起施行", ("start 2026-03-20",)),
            ("自公布之日起满三十日，该公告停止施行", ("start 2026-04-09",)),
            ("自公布之日起经过三十日，本公告开始施行", ("start 2026-04-09",)),
            ("自公布之日起三个月内提交报告", ("length 3 month",)),
        ),
    ),
    TimeWording(
        name="called the first day, some time after publication",
        role="start",
        pattern=regexp(rf"{FIRST_DAY}{IS} ?{_COUNTED}(?=[,。;]|$)"),
        anchor="publication",
        examples=(("施行日期为公布后第三日。", ("start 2026-03-13",)),),
    ),
    TimeWording(
        name="from publication, within a time something stops",
        role="start",
        pattern=regexp(
            rf"{_SINCE_PUBLISHED}{_THE_DAY}起"
            rf"(?=的? ?{NUMERAL} ?个?(?:自然日|日|天|周|月|年)(?:之|以)?内,?(?:继续)?"
            r"(?:暂停|中止|暂不|停止|不再|不予))"
        ),
        anchor="publication",
        examples=(
            ("自公布之日起三个月内，暂不执行", ("start 2026-03-10", "length 3 month")),
            ("自公布之日起三个月内提交报告", ("length 3 month",)),
        ),
    ),
    TimeWording(
        name="from publication",
        role="start",
        pattern=regexp(
            rf"{_SINCE_PUBLISHED}{_THE_DAY}(?:\(含当日\))?(?:即?起|开始"
            rf"|(?={HOW}(?:{FORCE}|{OVER}|暂停|中止|恢复))|(?= ?(?:至|到|直至) ?\ue000)"
            r"|(?<=当[日天])(?=,[^,。;\ue000\ue001]{2,20}即[须需应行]))"
            rf"(?! ?(?:满 ?)?{NUMERAL} ?(?:个|日|天|周|月|年|工|自))"
        ),
        anchor="publication",
        examples=(
            ("本公告自公布之日起正式实施。", ("start 2026-03-10",)),
            ("自本公告发布之日起执行", ("start 2026-03-10",)),
            ("本公告自发布时起生效。", ("start 2026-03-10",)),
            ("本公告公布之日即开始实施。", ("start 2026-03-10",)),
            ("第二条于本公告公布之日失效", ("start 2026-03-10",)),
            ("公告刊出当日，下列物项的出口即须凭证办理。", ("start 2026-03-10",)),
            ("期间为公布之日至2026年12月1日", ("start 2026-03-10", "end 2026-12-01")),
        ),
    ),
    TimeWording(
        name="at once",
        role="start",
        pattern=regexp(
            rf"(?:(?:自|从)今天(?=起|至|到)|(?:自|从)?(?:即日|(?:今日|本日)(?!(?:正式|已)?(?:决定|宣布|表示|发布|公布|作出))|即刻(?!(?:停止|终止|中止)(?!执行|实施|施行))))(?:(?:零|0)时)?起?|(?:立即|即时|即刻|即行)(?:{FORCE})"
            rf"|(?:随|一经)?{_PUBLISHED}(?:之?后(?:立即|即刻?)?|即|时|同时|而|(?<=随公布)|(?<=随发布)){HOW}{FORCE}"
        ),
        anchor="publication",
        examples=(
            ("经批准，自即日起至2026年12月1日", ("start 2026-03-10", "end 2026-12-01")),
            ("上述规定即时生效。", ("start 2026-03-10",)),
            ("本公告公布即生效。", ("start 2026-03-10",)),
        ),
    ),
    *CALENDAR_PARTS,
    *ENDS,
)
"""Of two rows of one role that read the same words the first one wins."""
