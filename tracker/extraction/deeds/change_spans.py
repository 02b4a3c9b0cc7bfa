"""Where do the changes stand that an act announces in the words of another?"""

from tracker.extraction.act import Act
from tracker.extraction.deeds.amended_words import new_words
from tracker.extraction.deeds.amendment_targets import OLD_WORDS, replaced_unquoted
from tracker.extraction.deeds.annexed_changes import point_of_annex
from tracker.extraction.deeds.change_lines import (
    end_of_changes,
    lines_of_changes,
    lines_of_parts,
    rewrites,
)
from tracker.extraction.names.references import english_provisions
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import items_of, points, rows_of
from tracker.extraction.scope.codes import customs_codes, quoted_codes
from tracker.extraction.spelling.regexps import regexp

BY_ANNEX = regexp(
    r"\b(?:by|in\saccordance\swith|as\sset\sout\sin)\s(?:the\s)?(?:text\s)?(?:set\sout\s)?(?:in\s)?(?:the\s|that\s)?(?:Annex|Schedule|Appendix)\b"
    r"|\b(?:Annex|Schedule|Appendix)\s(?:to\sth(?:is|e\spresent)\s[A-Z][a-z]+|hereto)\s(?:sets?\sout|contains?|lists?|lays?\sdown|specifies|shows?)\b"
    r"|(?:见|按照?|以)(?:本公告)?附件"
)
"""What says that the new words stand in the annex."""
IN_SCHEDULE = regexp(
    r"\b(?:entry|entries|words|text|items?|table)\s(?:set\sout|contained|listed|specified)\sin\s(?:the\s)?"
    r"(?:Schedule|Annex|Appendix)\s(?:[0-9IVX]{1,4}\s)?to\sth(?:is|ese)\b"
)
"""What says that the new words of a change stand in the act's own schedule."""


def change_spans(act: Act, announced: Span, end: int) -> list[tuple[int | None, Span]]:
    """Return the numbered changes of the annexes, else of the text after the announcement.

    Where several lines of one number change parts of their own, each line stands alone.
    """
    found = _numbered_changes(act, announced, end)
    return [(number, line) for number, span in found for line in lines_of_parts(act, span)]


def _numbered_changes(act: Act, announced: Span, end: int) -> list[tuple[int | None, Span]]:
    flow = act.flow
    found: list[tuple[int | None, Span]] = []
    for annex in act.layout.annexes:
        parted = items_of(flow, annex) or points(flow, annex) or rows_of(flow, annex)
        of_body = point_of_annex(act, annex)
        whole = None if any(key.startswith("annex") for key in act.commencement.parts) else of_body
        found += [(whole or point.value, point.span) for point in parted] or [(of_body, annex)]
    in_body = _body_changes(act, announced, end)
    if _changed_here(act, announced) and not any(
        BY_ANNEX.search(flow.flow, span.start, span.end) for _, span in in_body
    ):
        return [
            (None, announced),
            *(one for one in in_body if _tells_alone(act, one[1])),
        ]
    if any(IN_SCHEDULE.search(flow.flow, span.start, span.end) for _, span in in_body):
        return in_body  # which part of the schedule is whose, the body says
    if found:
        itself = in_body if rewrites(act, announced) else ()
        return [one for one in itself or in_body if itself or _says_itself(act, one[1])] + found
    return in_body or [(None, Span(announced.start, end))]


_OPENS_NEW_WORDS = regexp(r"[^\n“\"'‘]{0,40}\s{0,6}[“\"'‘](?=\w)")
"""How new words begin that go on over several lines, so that no line holds both their marks."""


def _tells_alone(act: Act, span: Span) -> bool:
    """Tell whether a point beside a change makes one too: in words, below it, or by taking out."""
    if _FOLLOWING_LINE.search(act.flow.flow, span.start, span.end):
        return True
    return _changed_here(act, span) or _new_below(act, span) or _takes_out(act, span)


_FOLLOWING_LINE = regexp(
    r"\b(?:replaced|substituted|amended|revised)\s(?:[a-z]+\s){0,3}(?:by|with)\s"
    r"(?:(?:adding|inserting|substituting|replacing)\s(?:[^.;:\n\"“]{0,60}\s)?)?the\sfollowing\b"
    r"[^.;:\n\"“]{0,60}:[ \t]*\n"
)
"""What says that the new words are the lines below, without quotation marks."""


def _takes_out(act: Act, span: Span) -> bool:
    """Tell whether a point only takes a numbered part out: ``Paragraph 3 … is deleted``."""
    does = {row.does for row, _, _ in new_words(act, span)}
    flow = act.flow.flow
    return (
        does == {"delete"}
        and OLD_WORDS.search(flow, span.start, span.end) is None
        and bool(english_provisions(flow, span.start, span.end))
    )


def _new_below(act: Act, span: Span) -> bool:
    """Tell whether a change puts in an entry that stands quoted below it: ``insert-``."""
    return any(
        row.does == "add" and _OPENS_NEW_WORDS.match(act.flow.flow, after.start, after.end)
        for row, _, after in new_words(act, span)
    )


def _says_itself(act: Act, span: Span) -> bool:
    """Tell whether a change needs no annex: it quotes words, or takes out what it names."""
    flow = act.flow.flow
    if OLD_WORDS.search(flow, span.start, span.end) is not None:
        return True
    return any(
        row.does == "delete"
        or _OPENS_NEW_WORDS.match(flow, after.start, after.end)
        or customs_codes(act.flow, after)
        or quoted_codes(act.flow, after)
        for row, _, after in new_words(act, span)
    )


def _parted(act: Act, value: int, span: Span) -> list[tuple[int | None, Span]]:
    """Return the items of the point that announces changes, else its rest as one."""
    items = items_of(act.flow, span)
    return [(item.value, item.span) for item in items] or [(value, span)]


def _changed_here(act: Act, span: Span) -> bool:
    """Tell whether a stretch itself replaces quoted words by others, without help of an annex."""
    quoted = OLD_WORDS.findall(act.flow.flow, span.start, span.end)
    replaces = any(row.does == "replace" for row, _, _ in new_words(act, span))
    return len(quoted) > 1 and replaces


def _behind(act: Act, announced: Span) -> int:
    """Return where the changes of a sentence begin: in it, where new words follow it unquoted."""
    return announced.start if replaced_unquoted(act, announced) else announced.end


def _body_changes(act: Act, announced: Span, end: int) -> list[tuple[int | None, Span]]:
    """Return the numbered changes behind the announcement, by the first numbering that has any."""
    flow, rest = act.flow, Span(announced.start, end)
    whole = points(flow, Span(act.body.start, end_of_changes(act, announced)))
    counted = [p for p in whole if announced.end <= p.span.start and p.span.end <= end]
    holding = [
        one
        for p in whole
        if p.span.start <= announced.start < announced.end < p.span.end <= end
        for one in _parted(act, p.value, Span(_behind(act, announced), p.span.end))
    ]
    holding = [one for one in holding if any(True for _ in new_words(act, one[1]))]
    if not holding and _inserts(act, announced):
        holding = [
            (p.value, Span(announced.start, p.span.end))
            for p in whole
            if p.span.start <= announced.start < announced.end <= p.span.end <= end
        ]
    behind = [(point.value, point.span) for point in counted]
    if holding or any(True for _, span in behind for _ in new_words(act, span)):
        return [*holding, *behind]
    for parted in (points(flow, rest), items_of(flow, rest)):
        if any(True for point in parted for _ in new_words(act, point.span)):
            return [(point.value, point.span) for point in parted]
    return lines_of_changes(act, rest)


def _inserts(act: Act, announced: Span) -> bool:
    """Tell whether the announcing sentence itself puts in the words that follow it."""
    return any(
        row.does in ("add", "delete")
        or (row.does == "replace" and after.end - after.start <= _MARKS)
        for row, _, after in new_words(act, announced)
    )


_MARKS = 2
"""How much may stand behind a sentence's last word: a dash or a colon."""
