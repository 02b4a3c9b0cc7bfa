"""Which words does an act put into another, and what effect do they make?"""

import re
from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from tracker.domain.records import EffectKind
from tracker.extraction.act import Act
from tracker.extraction.days.own_parts import annexes_named
from tracker.extraction.days.start_words import in_quoted_lines
from tracker.extraction.days.times import Life, TimeWord
from tracker.extraction.deeds.amendment_wording import AmendmentWording
from tracker.extraction.deeds.amendment_wordings import changes_in
from tracker.extraction.deeds.paired_words import OLD_BEHIND
from tracker.extraction.extracted import Evidence, ExtractedEffect
from tracker.extraction.names.references import english_provisions
from tracker.extraction.prose.flow import DAY, Flow, Span
from tracker.extraction.scope.changed_values import changed_value
from tracker.extraction.scope.codes import codes_led
from tracker.extraction.scope.parties import Party
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.scope.terms import Terms, goods
from tracker.extraction.spelling.regexps import regexp


def life_of_change(act: Act, part: str | None = None) -> Life:
    """Return the days of changed words: those of the part that changes them, else of the act."""
    if part is not None and part in act.commencement.parts:
        return act.commencement.parts[part]
    told = act.commencement
    return told.kinds.get("amend") or told.rest or told.general or Life()


def life_of_amended(act: Act, span: Span) -> Life | None:
    """Return the days that the supplement gives to the changes of the part that a line changes."""
    if not act.commencement.amended:
        return None
    first = next((before.end for _, before, _ in new_words(act, span)), span.end)
    where = (span.start, first)
    for part in (*english_provisions(act.flow.flow, *where), *annexes_named(act.flow, *where)):
        told = (k for k in act.commencement.amended if part.id == k or part.id.startswith(f"{k}-"))
        key = next(told, None)
        if key is not None:
            return act.commencement.amended[key]
    return None


_OF_THE_CHANGES = regexp(
    r"\b(?:amendments?|changes?|corrections?|modifications?|revisions?|adjustments?|variations?)(?:\s(?:below|here))?,?\s$"
)


def _told_of_another(flow: str, span: Span, at: int) -> bool:
    """Tell whether a relative clause tells a day of something else than the changes themselves."""
    low = max(span.start, at - _BEFORE)
    found = _RELATIVE.search(flow, low, at)
    return found is not None and not _OF_THE_CHANGES.search(flow[low : found.start()])


_RELATIVE = regexp(r"\b(?:which|that|who|as(?!\sfollows))\s[^,;.]{0,40}$")
_BEFORE = 60


def life_in_words(act: Act, span: Span) -> Life | None:
    """Return the start that a change itself tells, outside the words that it quotes.

    ``“0.1%” is replaced by “0.05%” with effect from 1 May``: one day, and not before the act.
    """
    flow, issued = act.flow.flow, act.instrument.issued_on
    if act.flow.language != "en" or issued is None:
        return None
    told = [
        word
        for word in act.times.within(span.start, span.end)
        if word.role == "start" and word.day and word.day >= issued
        and not _quoted(act.flow, span, word.start)
        and flow.count('"', span.start, word.start) % 2 == 0
        and not in_quoted_lines(act.flow, word.start)
        and not _told_of_another(flow, span, word.start)
    ]  # fmt: skip
    if not told:
        return _on_a_day(act, span)
    return Life(start=told[0]) if len(told) == 1 else None


_ON_A_DAY = regexp(
    rf"(?:(?:^|\n|,\s)[Oo]n|\b(?:becomes?|out|[a-z]+ed),?\son)\s(?P<day>{DAY})(?=[\s,.;:])"
)


def _on_a_day(act: Act, span: Span) -> Life | None:
    """Return the one coming day on which a change is made: ``“A” becomes, on 1 May, “B”``."""
    issued = act.instrument.issued_on
    found = [
        (one, day)
        for one in _ON_A_DAY.finditer(act.flow.marked, span.start, span.end)
        if not _quoted(act.flow, span, one.start("day"))
        and act.flow.flow.count('"', span.start, one.start("day")) % 2 == 0
        and (day := act.times.resolved(*one.span("day"))) is not None
        and issued is not None
        and day > issued
    ]
    if len(found) != 1:
        return None
    ((one, day),) = found
    return Life(
        start=TimeWord(
            role="start", start=one.start("day"), end=one.end("day"), day=day, wording="on a day"
        )
    )


def effect_of(
    act: Act, kind: EffectKind, affected: str, terms: Terms, life: Life, words: Span
) -> ExtractedEffect:
    """Build the effect of a change, which rests on ``words``."""
    evidence: tuple[Evidence, ...] = (
        act.flow.evidence("affected", words.start, words.end),
        *act.dated(life),
        *terms.evidence,
    )
    return ExtractedEffect(
        kind=kind, affected=(affected,), from_=life.from_, through=life.through,
        basis=life.basis, boundary=life.boundary, terms=terms.data, evidence=evidence,
    )  # fmt: skip


def ended_for(
    act: Act, id: str, names: tuple[Party, ...], life: Life, words: Span
) -> Iterator[ExtractedEffect]:
    """Yield the end of what binds some parties, if there are any."""
    if not names:
        return
    ended = effect_of(act, "repeal", id, Terms(), life, words)
    told = (act.flow.evidence("parties", one.start, one.end) for one in names)
    yield msgspec.structs.replace(
        ended, parties=tuple(one.name for one in names), evidence=(*ended.evidence, *told)
    )


_Found = tuple[int, int, AmendmentWording]
"""Where a wording of a change begins and ends, and its row."""


def new_words(act: Act, span: Span) -> Iterator[tuple[AmendmentWording, Span, Span]]:
    """Yield each change of a stretch: its row, what stands before it, and its new words."""
    flow = act.flow.flow
    found = sorted(
        (
            (match.start(), match.end(), row)
            for row in changes_in(act.flow)
            for match in row.matches(act.flow.sieve, span.start, span.end)
            if not _quoted(act.flow, span, match.start())
        ),
        key=lambda one: (one[0], -one[1]),
    )
    told = [one for one, before in zip(found, [None, *found], strict=False) if _apart(one, before)]
    low = span.start
    for index, (start, end, row) in enumerate(told):
        high = told[index + 1][0] if index + 1 < len(told) else span.end
        yield row, Span(low, start), Span(end, _before_the_old(flow, row, Span(end, high)))
        low = end


def _apart(one: _Found, before: _Found | None) -> bool:
    """Tell whether a change stands behind the one before: the longer of two wordings counts."""
    return before is None or one[0] >= before[1]


def _before_the_old(flow: str, row: AmendmentWording, after: Span) -> int:
    """Return where new words end behind which the old ones stand: ``“B” for “A”``."""
    if row.does != "replace":
        return after.end
    old = OLD_BEHIND.search(flow, after.start, min(after.end, after.start + _REACH))
    return old.start() + 1 if old else after.end


_OF_CODES = regexp(
    r"(?i)\b(?:codes?|H\.?S\.?|ITC|tariff|commodity|customs|(?:sub)?headings?|lines?)\b"
    r"[^.;\n]{0,30}[\"\u201c\u2018'][0-9. ]{8,14}[\"\u201d\u2019'][^\"\u201c\u2018]{0,60}$"
    r"|\bcodes?\b[^;\n]{0,200}?\bfrom\s[0-9. ]{8,14}\sto$"
)
_QUOTED_CODE = regexp(
    r"\s{0,2}[\"\u201c\u2018']?(?P<code>[0-9]{4}(?:[. ]?[0-9]{2}){2,3})"
    r"\.?(?:[\"\u201d\u2019']|(?![0-9]))"
)
_REACH = 240


def changed_code(act: Act, after: Span) -> tuple[str, int, int] | None:
    """Return the customs code that takes the place of another: ``the code “…” shall read “…”``."""
    flow = act.flow.flow
    new = _QUOTED_CODE.match(flow, after.start, after.end)
    if new is None or _OF_CODES.search(flow, max(0, after.start - _REACH), after.start) is None:
        return None
    return new["code"].replace(".", "").replace(" ", ""), *new.span("code")


def bare_value(act: Act, before: Span, new: Span, terms: Terms) -> None:
    """Read a new value that itself bears no comparison: the words around it may tell its side."""
    sentence = act.flow.sentence(new.start)
    head = Span(max(sentence.start, before.start), new.start)
    behind = Span(min(new.end, sentence.end), sentence.end)
    value = changed_value(act.flow, head, new, behind)
    held = terms.data.get("thresholds", ())
    if value is not None and value.as_terms() not in held:
        terms.extend(act.flow, "thresholds", (value.as_terms(),), value.start, value.end)


def _quoted(flow: Flow, span: Span, at: int) -> bool:
    """Tell whether a place lies inside the quoted words of a change."""
    return any(
        _count(flow, opening, span.start, at) > _count(flow, closing, span.start, at)
        for opening, closing in ("“”", "‘’")
    )


def _count(flow: Flow, mark: str, low: int, high: int) -> int:
    """Count a mark in a stretch; where it stands in the text is looked up once."""
    places = flow.once(mark, lambda: [found.start() for found in re.finditer(mark, flow.flow)])
    return bisect_left(places, high) - bisect_left(places, low)


_QUOTES = '“”"‘’'
_BEFORE_QUOTE = regexp(r"[\s:]{0,3}(?:the\s(?:words?|phrase|figure)\s)?(?=[“\"‘])")


def within_quotes(act: Act, row: AmendmentWording, after: Span) -> Span:
    """Return new words without what follows them, where one line quotes them whole."""
    opening = _BEFORE_QUOTE.match(act.flow.flow, after.start, after.end)
    if opening is None:
        return after
    line = act.flow.flow.find("\n", opening.end(), after.end)
    high = after.end if line < 0 else line
    mark = _CLOSES.get(act.flow.flow[opening.end()]) if row.does == "replace" else None
    first = act.flow.flow.find(mark, opening.end() + 1, high) if mark else -1
    if first > 0:  # behind it the old words of the next change may stand
        return Span(after.start, first + 1)
    closing = max(act.flow.flow.rfind(mark, opening.end() + 1, high) for mark in _QUOTES)
    return Span(after.start, closing + 1) if closing > 0 else after


_CLOSES = {"“": "”", '"': '"'}
"""The marks of which the next one closes what one opens; a single one may be an apostrophe."""
_PLACE = regexp(
    r"\s{0,2}(?:immediately\s|directly\s)?(?:after|before|below|above|following)\s"
    r"[^“\"'‘\n:]{2,60}(?:(?=[“\"'‘])|[:\u2013\u2014])"
)


def from_quote(act: Act, after: Span) -> Span:
    """Return new words without the place at which they are put: ``after 2B902: ‘2B903 …’``."""
    place = _PLACE.match(act.flow.flow, after.start, after.end)
    return after if place is None else Span(place.end(), after.end)


_ENTRY = regexp(
    r"(?<![Aa]fter\s)(?<![Bb]efore\s)(?<![Aa]fter\sthe\s)(?<![Bb]efore\sthe\s)(?<![Ff]ollowing\s)(?<![Bb]elow\s)"
    r"\b(?:(?:entry|entries|item|ECCN)\s(?:for\s)?|(?:[Ii]n|[Oo]f|[Tt]o|point|paragraph|line)\s(?=(?:[0-9][A-E][0-9]{3}|PL[0-9]{4})(?![0-9])))"
    r"|(?:(?<=\n)|^)\s{0,6}(?:\(?[0-9a-z]{1,3}[.)]\s{1,3})?(?=(?:[0-9][A-E][0-9]{3}|PL[0-9]{4})(?:\.[a-z0-9]{1,2}){0,3}\s?[:,\u2013\u2014])"
)
_WORDS_OF_IT = regexp(r"[0-9A-Za-z.]{4,14},?\s(?:for\s|the\s(?:words?|phrase|value)\s)?[“\"'‘]")
"""What goes on to quote the words of an entry that are changed."""


_PLACE_CELL = regexp(
    r"\s*[0-9]{1,3}[.)]?\s*[|\n]\s*(?:[Ee]ntry\s|[Ii]tem\s)?(?P<code>(?:[0-9][A-E][0-9]{3}|PL[0-9]{4})(?:\.[a-z0-9]{1,2}){0,3})\s*[|\n]"
)
"""The cells of a row before its change: the number, and the entry that is changed."""


def entry_codes(act: Act, span: Span, terms: Terms) -> None:
    """Read the codes of the entries whose words are changed: the first, and who quotes words."""
    placed = _PLACE_CELL.match(act.flow.flow, span.start, span.end)
    if placed is not None and any(row.does == "replace" for row, _, _ in new_words(act, span)):
        terms.extend(act.flow, "control_codes", (placed["code"],), *placed.span("code"))
    changes = [before.end for _, before, _ in new_words(act, span)]
    if not changes and requirement_of(act.flow, span) is not None:
        return  # goods of the act's own
    stop = act.flow.sentence(changes[-1]).end if changes else span.end
    for place, found in enumerate(_ENTRY.finditer(act.flow.flow, span.start, stop)):
        quotes = _WORDS_OF_IT.match(act.flow.flow, found.end(), span.end)
        named_as_old = act.flow.flow[found.end() : found.end() + 1] in _QUOTES
        if _quoted(act.flow, span, found.start()) or named_as_old or (place and quotes is None):
            continue
        head = Span(found.end(), min(span.end, found.end() + 16))
        only = Terms()
        goods(act.flow, (head,), only)
        for code in only.data.get("control_codes", []):
            terms.extend(act.flow, "control_codes", (code,), head.start, head.end)


def led_codes(act: Act, before: Span, after: Span, terms: Terms) -> None:
    """Read new customs codes whose name stands before the change: ``编号由…变更为2825902990``."""
    sentence = act.flow.sentence(before.end)
    low = max(before.start, sentence.start)
    for code in codes_led(
        act.flow, Span(low, before.end), Span(after.start, min(after.end, sentence.end))
    ):
        terms.extend(act.flow, "hs_codes", (code.code,), code.start, code.end)
