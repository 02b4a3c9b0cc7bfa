"""What does one Chinese decision change in several acts, each under a line that names it?

``一、《甲办法》(商务部令2011年第912号)`` and below ``1.第八条修改为:…``, in the body or an annex.
"""

from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.deeds.amended_words import new_words
from tracker.extraction.deeds.amendments_chinese import changes_of, own_start
from tracker.extraction.deeds.deed_days import led_in
from tracker.extraction.deeds.other_acts import named_others
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_NEW_HEADING = regexp(r"附件|附表|[一二三四五六七八九十]{1,3}[、.]")
_TITLE = regexp(r"《[^《》\n]{4,80}》")
_SENTENCE = regexp(r"[。;]$")
_MOST = 400


def package_changes(act: Act) -> Iterator[ExtractedEffect]:
    """Yield the changes of every line, in the act that the line itself or its heading names."""
    id: str | None = None
    for line in _lines(act):
        text = act.flow.flow[line.start : line.end]
        named = next(named_others(act, line, but_changed_by=True), None)
        if named is None and id is None:
            continue
        if _RECITAL.search(text) and not _OF_CHANGE.search(text):
            id = None
            continue
        changes = any(True for _ in new_words(act, line))
        if named is not None and (changes or not _SENTENCE.search(text)):
            id = named
        elif named is None and (_heads(text, changes=changes) or _names_untold(act, line)):
            id = None
        if id is not None and changes:
            yield from changes_of(act, id, line, own_start(act, line) or led_in(act, line))


_RECITAL = regexp(r"(?:公告|决定|通知|通告|事项[^。:]{0,6})如下:\s*$")
_OF_CHANGE = regexp(r"修[改订正]|调整|[更订]正|变更|勘误|增补|补充")
"""How the words before the points end; what makes the act that they name one to be changed."""


def _heads(text: str, *, changes: bool) -> bool:
    """Tell whether a line opens another part of the text; one on an annex may itself change it."""
    return _NEW_HEADING.match(text) is not None and not (changes and text.startswith("附"))


def _lines(act: Act) -> Iterator[Span]:
    for stretch in (act.body, *act.layout.annexes):
        yield from act.flow.lines_within(stretch.start, stretch.end)[:_MOST]


def _names_untold(act: Act, line: Span) -> bool:
    """Tell whether a line speaks of an act by a title to which no number is known."""
    opening = act.flow.flow.find("“", line.start, line.end)
    return (
        _TITLE.search(act.flow.flow, line.start, opening if opening >= 0 else line.end) is not None
    )
