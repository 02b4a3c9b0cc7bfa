"""In which quarter, half-year or month does a Chinese text say that something is paused?

A time is put together of the part of the calendar, the words that make it a whole (``内``,
``期间``), and the pause beside it: ``2027年第三季度内停止实施``, ``暂停期为2027年上半年``.
"""

from collections.abc import Iterator

from tracker.extraction.days.time_wording import TimeWording
from tracker.extraction.spelling.regexps import regexp

_PART = (
    r"(?:(?P<year>20[0-9]{2}) ?年|(?P<said>[今本当明次])年度?)的?"
    r"(?:第?(?P<quarter>[一二三四1-4]) ?季度"
    r"|(?P<half>[上下])半年|(?P<named>1[0-2]|0?[1-9]) ?月份?)"
)
_PAUSED = r"(?:暂停|暂不|中止|停止|不再?予?(?:实施|执行|施行|适用)|缓)"
_AN_ACT = r"[^,。;\ue000\ue001]{0,20}\ue001{3,160}[^,。;\ue000\ue001]{0,20}?"
_WITHIN = regexp(
    rf"(?:自|在|于|从)? ?{_PART}(?:之?内|期间|全[季年月]|整个?[季月])?"
    rf"(?=,?(?:[^,。;\ue000起末底初至到前后]{{0,4}}|{_AN_ACT}){_PAUSED}(?!(?:实施|执行|施行|适用)?的))"
)
_TERM = regexp(rf"(?<=期)(?:限|间)?(?:为|是|:) ?{_PART}(?=[,。;]|$)")
_BESIDE = regexp(r"季度|半年|[0-9] ?月")


def _rows() -> Iterator[TimeWording]:
    for role in ("start", "end"):
        for name, form, text in (
            (
                "a part of the calendar in which something stops",
                _WITHIN,
                "2027年第三季度内停止实施",
            ),
            ("a part of the calendar as the term", _TERM, "暂停期为2027年第三季度。"),
        ):
            told = ("start 2027-07-01", "end 2027-09-30 inclusive")
            yield TimeWording(
                name=name, role=role, pattern=form, anchor="year", inclusive=True, beside=_BESIDE,
                examples=((text, told),),
            )  # fmt: skip


CALENDAR_PARTS = tuple(_rows())
