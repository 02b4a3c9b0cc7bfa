"""Which other acts does a sentence of an act name, and which of them only changed another one?"""

from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.heads.naming import Named
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_CHANGED_BY = (
    regexp(r"(?:经|根据|依据|按照|由)[^,。;()《》\ue001]{0,12}$"),
    regexp(r"^[^,。;]{0,6}(?:调整|修订|修改|修正)"),
)
"""What stands around an act that has changed another one before."""
_CHANGED_IN_BRACKETS = regexp(r"^\s?(?:予以)?(?:再次|最近)?(?:调整|修订|修改|修正)(?:公布)?[),、;]")
"""The same in the brackets behind the title: ``(2023年第57号公布,2025年第28号调整)``."""


def named_others(act: Act, sentence: Span, *, but_changed_by: bool = False) -> Iterator[str]:
    """Yield the other acts that a sentence names, in order.

    ``but_changed_by``: without those that only changed another one before.
    """
    named = act.namer.named_in(sentence.start, sentence.end)
    for one in named:
        if one.id != act.id and not (but_changed_by and only_changed_it(act, sentence, one)):
            yield one.id


def only_changed_it(act: Act, sentence: Span, one: Named) -> bool:
    """Tell whether an act is named as what changed the one that is meant: ``经第3号修改后的``."""
    before = act.flow.marked[max(sentence.start, one.start - 24) : one.start]
    after = act.flow.marked[one.end : one.end + 12]
    return _CHANGED_BY[1].search(after) is not None and (
        _CHANGED_BY[0].search(before) is not None
        or (
            _CHANGED_IN_BRACKETS.search(after) is not None
            and _in_brackets(act, sentence, one.start)
        )
    )


def _in_brackets(act: Act, sentence: Span, at: int) -> bool:
    words = act.flow.flow[sentence.start : at]
    return words.count("(") > words.count(")")
