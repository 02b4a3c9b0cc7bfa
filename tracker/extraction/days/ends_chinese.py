"""In which Chinese wordings does something end on a day, or last for a time?"""

from tracker.extraction.days.day_forms_chinese import COUNT, NAMED, NOT_BEFORE, PEKING
from tracker.extraction.days.time_wording import TimeWording
from tracker.extraction.spelling.numerals import NUMERAL
from tracker.extraction.spelling.regexps import regexp

ENDS: tuple[TimeWording, ...] = (
    TimeWording(
        name="to a day",
        role="end",
        pattern=regexp(
            rf"(?:至|到|直至|截至|截止到?|止于|-) ?{PEKING}{NAMED}"
            r"(?:(?P<inclusive> ?(?:24 ?[时点]|24:00|\((?:含|包括)[^()]{0,6}\)|当日))"
            r"|(?P<at> ?(?:0?0|零) ?[时点]))?"
            rf"(?:止|为止)?(?!\ue000|{NOT_BEFORE})"
        ),
        examples=(
            ("有效期至2026年12月31日。", ("end 2026-12-31",)),
            ("至2026年12月31日（含）止", ("end 2026-12-31 inclusive",)),
            ("至2026年12月31日24时", ("end 2026-12-31 inclusive",)),
            ("至2027年1月1日零时止", ("end 2026-12-31",)),
            ("自2026年6月1日起至次年5月31日", ("start 2026-06-01", "end 2027-05-31")),
            ("有效期至今年12月31日。", ("end 2026-12-31",)),
        ),
    ),
    TimeWording(
        name="until a year ends",
        role="end",
        pattern=regexp(
            r"(?:至|到|截至|截止到?) ?(?:(?P<year>20[0-9]{2}) ?年|(?P<said>[今本当明次])年度?)?"
            r"(?:(?:第?(?P<quarter>[一二三四1-4]) ?季度|(?P<named>1[0-2]|0?[1-9]) ?月(?:份)?)的?)?"
            r"(?:(?<=[0-9今本当明次]年)|(?<=[一二三四1-4]季度)|(?<=月)|(?<=月份)|年)[底末](?:止|为止)?"
        ),
        anchor="year",
        inclusive=True,
        examples=(
            ("暂停实施至2027年底。", ("end 2027-12-31 inclusive",)),
            ("暂停实施至今年年底。", ("end 2026-12-31 inclusive",)),
            ("暂停实施至明年3月底。", ("end 2027-03-31 inclusive",)),
            ("暂停实施至2026年第三季度末。", ("end 2026-09-30 inclusive",)),
        ),
    ),
    TimeWording(
        name="before a day, with it",
        role="end",
        pattern=regexp(
            rf"(?:在|于)? ?{PEKING}{NAMED}"
            r"(?P<inclusive> ?(?:之?前|以前) ?\((?:含|包括)[^()]{0,6}\)"
            r"| ?\((?:含|包括)[^()]{0,6}\)(?:之?前|以前))"
            r"(?=,?[^,。;\ue000]{0,12}(?:暂停|中止|暂不|不予|停止|有效|执行|实施|施行|适用))"
        ),
        examples=(
            ("在2026年9月15日前（含当日）暂停实施", ("end 2026-09-15 inclusive",)),
            ("应当在2026年9月15日前（含当日）报送。", ()),
        ),
    ),
    TimeWording(
        name="ends on a day",
        role="end",
        pattern=regexp(rf"(?:于|在)? ?{NAMED} ?(?:届满|到期|期满|截止|止(?!于)|结束(?=[,。;]))"),
        examples=(("有效期于2026年12月31日届满。", ("end 2026-12-31",)),),
    ),
    TimeWording(
        name="lapses after a day",
        role="end",
        pattern=regexp(
            rf"{NAMED} ?(?:以后|之后|后)(?:自动|自行|即行|即)?(?:失效|作废|停止执行|停止施行)"
        ),
        examples=(("本公告2026年12月31日后自动失效。", ("end 2026-12-31",)),),
    ),
    TimeWording(
        name="a longer time to a day",
        role="end",
        pattern=regexp(
            rf"(?:延长|延续|顺延)后的?[一-鿿]{{0,6}}(?:期限?|期间|日期?)(?:为|是|至|到) ?{NAMED}"
        ),
        examples=(("延长后的期限为2026年12月31日。", ("end 2026-12-31",)),),
    ),
    TimeWording(
        name="labelled last day",
        role="end",
        pattern=regexp(
            rf"(?:(?:截止|到期|届满|终止|结束|失效)的?(?:日期|时间|之?日)(?:为|是|:|定为)?"
            rf"|(?:末日|最[后末]一[天日])(?:为|是|:|定[为于在])) ?{NAMED}"
        ),
        examples=(("截止日期为2026年12月31日。", ("end 2026-12-31",)),),
    ),
    TimeWording(
        name="within a time from the start",
        role="length",
        pattern=regexp(rf"(?<=起)的? ?{COUNT}(?:内|之内|以内)"),
        examples=(("自2026年4月1日起一年内，暂停", ("start 2026-04-01", "length 1 year")),),
    ),
    TimeWording(
        name="within a time, something stops",
        role="length",
        pattern=regexp(
            rf"(?<![自第0-9一二三四五六七八九十]){COUNT}(?:内|之内|以内)(?=,?(?:继续)?(?:予以)?(?:暂停|中止|停止|不再))"
        ),
        examples=(("对其中的企业，90天内暂停实施上述措施", ("length 90 day",)),),
    ),
    TimeWording(
        name="for a time",
        role="length",
        pattern=regexp(
            rf"(?<![第自0-9一二三四五六七八九十])(?<!提前)(?<!至少)(?!(?<=年){NUMERAL} ?月){COUNT}"
            r"(?! ?(?:内|以内|以上|以下|之内|前|后|以前|第|[0-9]|度|间|起|来|报|审"
            r"|的?(?:宽限|过渡|缓冲)))"
        ),
        examples=(
            ("继续暂停上述措施90天。", ("length 90 day",)),
            ("期限为一年，自", ("length 1 year",)),
            ("为期一年半", ("length 18 month",)),
            ("暂停期限为十二个月", ("length 12 month",)),
            ("应当在30日内报告", ()),
            ("第一年", ()),
            ("2026年5月暂停的公告", ()),
        ),
    ),
)
"""The rows of ends first, then those of lengths."""
