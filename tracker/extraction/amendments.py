"""What does an act change in the words of another: which part, and which new terms?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from tracker.domain.records import EffectKind
from tracker.extraction.act import Act
from tracker.extraction.affected_parts import article_with_start
from tracker.extraction.amended_days import moved_day
from tracker.extraction.amendment_targets import (
    OLD_WORDS,
    amended_act,
    changes_words,
    named_others,
)
from tracker.extraction.amendment_wordings import AMENDMENTS, AmendmentWording
from tracker.extraction.annexed_changes import added_names, point_of_annex
from tracker.extraction.codes import catalogue_entries
from tracker.extraction.extracted import Evidence, ExtractedEffect
from tracker.extraction.flow import Span
from tracker.extraction.numerals import from_roman
from tracker.extraction.points import Point, items_of, points
from tracker.extraction.references import Provision, chinese_provisions, english_provisions
from tracker.extraction.terms import Terms, goods, theme
from tracker.extraction.times import Life

_CORRECTION = re.compile(
    r"\bCorrecti(?:on|ng)\b|\bcorrect(?:s|ions|ing)\b|\bCORRECTION\b|更正|勘误"
)
_IN_ARTICLE = re.compile(r"\b[Ii]n\s(?:article|regulation)\s[0-9]{1,3}[A-Z]?(?=[ ,(])")
_BY_ANNEX = re.compile(
    r"\b(?:by|in\saccordance\swith|as\sset\sout\sin)\s(?:the\s)?(?:text\s)?(?:set\sout\s)?(?:in\s)?(?:the\s|that\s)?(?:Annex|Schedule|Appendix)\b"
    r"|(?:见|按照?|以)(?:本公告)?附件"
)
"""What says that the new words stand in the annex."""
_ROW_OF = re.compile(r"附件|附表|名单|序号")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendments:
    """The effects of changed words, and whether the whole act is an amendment.

    ``spans`` are the points that change words: what they write into another act is no limb here.
    """

    effects: tuple[ExtractedEffect, ...] = ()
    amends: bool = False
    spans: tuple[Span, ...] = ()


def amendments(act: Act) -> Amendments:
    """Read what the act changes in the words of another."""
    if act.family == "rule" and not _CORRECTION.search(act.flow.flow[:3000]):
        return Amendments()
    target = amended_act(act)
    if target is None:
        return Amendments()
    id, announced = target
    if act.flow.language == "zh":
        found = tuple(_chinese(act, id, announced))
        return Amendments(effects=found, amends=bool(found))
    found = tuple(_english_of_each(act, id, announced))
    spans = tuple(_changing(act, announced)) if found else ()
    return Amendments(effects=found, amends=bool(found), spans=spans)


_OPENS_QUOTE = re.compile(r"(?<!\w)[“\"'‘](?=\w)")
_NEAR = 200
_POLICY = re.compile(r"\bto\s[\"'“‘]?(?:Restricted|Prohibited|STE)\b")
"""What is a change of what is allowed, and not only one of words."""


def _changing(act: Act, announced: Span) -> Iterator[Span]:
    """Yield the points that announce or write the new words of another act."""
    flow = act.flow
    for point in points(flow, act.body):
        if _POLICY.search(flow.flow, point.text, point.span.end):
            continue
        announces = point.span.start <= announced.start < point.span.end
        behind = point.span.start >= announced.end
        writes = any(
            _OPENS_QUOTE.search(flow.flow, before.start, min(after.end, after.start + _NEAR))
            for _, before, after in _new_words(act, point.span)
        )
        if announces or (behind and writes):
            yield point.span


def _english_of_each(act: Act, id: str, announced: Span) -> Iterator[ExtractedEffect]:
    """Read the changes of each act in turn: a later sentence may change the words of another."""
    heads = [(id, announced)]
    for sentence in act.flow.within(announced.end, act.body.end):
        other = next(named_others(act, sentence), None)
        if other is not None and other != heads[-1][0] and changes_words(act, sentence):
            heads.append((other, sentence))
    ends = (*(sentence.start for _, sentence in heads[1:]), act.body.end)
    for (one, sentence), end in zip(heads, ends, strict=True):
        yield from _english(act, one, sentence, end)


def _life_of(act: Act, part: str | None = None) -> Life:
    if part is not None and part in act.commencement.parts:
        return act.commencement.parts[part]
    return act.commencement.rest or act.commencement.general or Life()


def _built(
    act: Act, kind: EffectKind, affected: str, terms: Terms, life: Life, words: Span
) -> ExtractedEffect:
    evidence: tuple[Evidence, ...] = (
        act.flow.evidence("affected", words.start, words.end),
        *act.dated(life),
        *terms.evidence,
    )
    return ExtractedEffect(
        kind=kind, affected=(affected,), from_=life.from_, through=life.through,
        basis=life.basis, boundary=life.boundary, terms=terms.data, evidence=evidence,
    )  # fmt: skip


def _new_words(act: Act, span: Span) -> Iterator[tuple[AmendmentWording, Span, Span]]:
    """Yield each change of a stretch: its row, what stands before it, and its new words."""
    flow = act.flow.flow
    found = sorted(
        (
            (match.start(), match.end(), row)
            for row in AMENDMENTS
            for match in row.pattern.finditer(flow, span.start, span.end)
            if not _quoted(flow, span, match.start())
        ),
        key=lambda one: one[:2],
    )
    low = span.start
    for index, (start, end, row) in enumerate(found):
        high = found[index + 1][0] if index + 1 < len(found) else span.end
        yield row, Span(low, start), Span(end, high)
        low = end


def _quoted(flow: str, span: Span, at: int) -> bool:
    """Tell whether a place lies inside the quoted words of a change."""
    before = flow[span.start : at]
    return before.count("“") > before.count("”") or before.count("‘") > before.count("’")


def _chinese(act: Act, id: str, announced: Span) -> Iterator[ExtractedEffect]:
    found = points(act.flow, act.body) or items_of(act.flow, act.body)
    parts = [point.span for point in found] or [announced]
    recoded = _recoded(act, announced)
    if recoded.data:
        yield _built(act, "amend", id, recoded, _life_of(act), announced)
        return
    entries = _entries(act, found)
    if entries.data:
        life = _life_of(act)
        theme(act.flow, entries, parts, ())
        goods(act.flow, tuple(_without_old(act, parts)), entries)
        yield _built(act, "amend", id, entries, life, announced)
        return
    for span in parts:
        yield from _changes(act, id, span)


_OLD_BEFORE_NEW = re.compile(r"“[^”\n]{1,240}”(?=\s?(?:修改|调整|变更|更正|改)为)")


def _without_old(act: Act, parts: Iterable[Span]) -> Iterator[Span]:
    """Yield the stretches of changed entries without the quoted words that are replaced."""
    for part in parts:
        low = part.start
        for old in _OLD_BEFORE_NEW.finditer(act.flow.flow, part.start, part.end):
            yield Span(low, old.start())
            low = old.end()
        yield Span(low, part.end)


_OLD_AND_NEW = re.compile(
    r"(?:更新前|调整前|变更前|修改前|原(?:商品)?编[号码]|旧编[号码]|现行编[号码])[^\n]{0,12}[\n\s|]{1,6}"
    r"[^\n]{0,10}(?:更新后|调整后|变更后|修改后|(?:新|现)(?:商品)?编[号码]|后)"
)
_CUSTOMS = re.compile(r"(?<![0-9.])[0-9]{8}(?:[0-9]{2})?(?![0-9.])")
"""The head of a table that puts each new code beside the old one."""


def _recoded(act: Act, announced: Span) -> Terms:
    """Return the new codes of a table of old and new ones."""
    terms = Terms()
    head = _OLD_AND_NEW.search(act.flow.flow, announced.end)
    if head is None:
        return terms
    codes = [*_CUSTOMS.finditer(act.flow.marked, head.end())]
    for code in codes[1::2] if len(codes) % 2 == 0 else ():
        terms.extend(act.flow, "hs_codes", (code.group(),), code.start(), code.end())
    return terms


def _changes(act: Act, id: str, span: Span) -> Iterator[ExtractedEffect]:
    """Read the changes of one point; a point names the act anew, or means the announced one."""
    own = [one.id for one in act.namer.named_in(span.start, span.end) if one.id != act.id]
    id = own[0] if own else id
    part = ""
    for row, before, after in _new_words(act, span):
        told = chinese_provisions(act.flow.flow, before.start, before.end)
        if row.does == "delete":
            told = chinese_provisions(act.flow.flow, after.start, after.end) or told
        told = tuple(one for one in told if not _is_row(act, one))
        if row.does == "add" and not told:
            told = _place_of(act, after)
        part = f"#{_counted(id, told[0])}" if told else part
        terms = Terms()
        if row.does == "delete":
            for one in told:
                words = Span(before.end, after.end)
                yield _built(
                    act,
                    "repeal",
                    f"{id}#{_counted(id, one)}",
                    terms,
                    _life_of(act),
                    act.flow.trimmed(words.start, words.end),
                )
            continue
        goods(act.flow, (after,), terms, quoted=True)
        theme(act.flow, terms, (after,), ())
        if terms.data or part:
            yield _built(
                act,
                "amend",
                f"{id}{part}",
                terms,
                _life_of(act),
                act.flow.trimmed(span.start, span.end),
            )


def _counted(id: str, part: Provision) -> str:
    """Write a part as the act counts that is changed: an order has articles, not points."""
    own = re.fullmatch(r"(?P<n>[ivxlc]+)(?P<rest>(?:-[0-9]+)*)", part.id)
    value = from_roman(own["n"]) if own and "/order-" in id else None
    return part.id.lstrip("-") if own is None or value is None else f"art-{value}{own['rest']}"


def _place_of(act: Act, after: Span) -> tuple[Provision, ...]:
    """Return the part as which something is added: ``增加一条,作为第九条:“…``."""
    quote = act.flow.flow.find("“", after.start, after.end)
    head = Span(after.start, quote if quote >= 0 else min(after.end, after.start + 40))
    return chinese_provisions(act.flow.flow, head.start, head.end)


def _is_row(act: Act, part: Provision) -> bool:
    """Tell whether a named part is a row of an annex or a list, which is no provision."""
    return _ROW_OF.search(act.flow.flow[max(0, part.start - 6) : part.start]) is not None


def _entries(act: Act, found: tuple[Point, ...]) -> Terms:
    """Read the entries of a catalogue that come, go, or are reworded."""
    terms = Terms()
    keys = {"delete": "entries_removed", "add": "entries_added", "replace": "entries_changed"}
    for point in found:
        head = act.flow.flow[point.text : point.text + 40]
        row = next(
            (row for row in (AMENDMENTS[1], AMENDMENTS[2]) if row.pattern.search(head)), None
        )
        changed = re.search(r"修改|调整|变更|修订", head) is not None
        key = keys["replace"] if changed or row is None else keys[row.does]
        for code in catalogue_entries(act.flow, point.span):
            terms.extend(act.flow, key, (code.code,), code.start, code.end)
    return terms


def _english(act: Act, id: str, announced: Span, end: int) -> Iterator[ExtractedEffect]:
    """Read changed words into one effect for each start; deletions of parts stand alone."""
    spans: list[tuple[int | None, Span]] = []
    for point, span in _change_spans(act, announced, end):
        told = (after for row, _, after in _new_words(act, span) if row.does == "replace")
        moved = moved_day(act, span, told)
        if moved is None:
            spans.append((point, span))
        else:
            built = _built(act, moved[0], id, Terms(), moved[1], span if point else announced)
            yield msgspec.structs.replace(built, basis=_life_of(act).basis or built.basis)
    groups: dict[str | None, Terms] = {}
    for point, span in spans:
        part = _part_with_start(act, point)
        terms = groups.setdefault(part, Terms())
        for row, _, after in _new_words(act, span):
            if row.does != "delete":
                goods(act.flow, (after,), terms, quoted=True)
                theme(act.flow, terms, (after,), ())
        _entry_codes(act, span, terms)
        for party in added_names(act, span):
            terms.extend(act.flow, "parties", (party.name,), party.start, party.end)
    id = _provision_of(act, id, [span for _, span in spans]) if id.startswith("uk/si/") else id
    changed = any(True for _, span in spans for _ in _new_words(act, span))
    by_annex = _BY_ANNEX.search(act.flow.flow, announced.start, announced.end)
    if by_annex and not any(terms.data for terms in groups.values()):
        goods(act.flow, act.layout.annexes, groups.setdefault(None, Terms()))
    for part, terms in groups.items():
        if changed or part is None:
            life = _life_of(act, part or article_with_start(act, announced.start))
            yield _built(act, "amend", id, terms, life, announced)


def _provision_of(act: Act, id: str, spans: Iterable[Span]) -> str:
    """Name the article in which alone words are changed: ``In article 4, for … substitute …``."""
    heads = (_IN_ARTICLE.search(act.flow.flow, span.start, span.end) for span in spans)
    named = {
        part.id
        for head in heads
        if head
        for part in english_provisions(act.flow.flow, head.start(), head.end())
    }
    return f"{id}#{named.pop()}" if len(named) == 1 else id


def _part_with_start(act: Act, point: int | None) -> str | None:
    """Return the part of the act under which a numbered change starts on a day of its own."""
    if point is None:
        return None
    keys = (key for key in act.commencement.parts if key.rpartition("-")[2] == str(point))
    return next(keys, None)


def _entry_codes(act: Act, span: Span, terms: Terms) -> None:
    """Read the code of the entry whose words are changed."""
    found = re.search(
        r"(?<!after\s)(?<!before\s)\b(?:entry|entries|item|ECCN)\s(?:for\s)?",
        act.flow.flow[span.start : span.end],
    )
    if found is not None:
        head = Span(span.start + found.end(), min(span.end, span.start + found.end() + 16))
        only = Terms()
        goods(act.flow, (head,), only)
        for code in only.data.get("control_codes", []):
            terms.extend(act.flow, "control_codes", (code,), head.start, head.end)


def _change_spans(act: Act, announced: Span, end: int) -> list[tuple[int | None, Span]]:
    """Return the numbered changes of the annexes, else of the text after the announcement."""
    flow = act.flow
    found: list[tuple[int | None, Span]] = []
    for annex in act.layout.annexes:
        parted = items_of(flow, annex) or points(flow, annex)
        found += [(point.value, point.span) for point in parted] or [
            (point_of_annex(act, annex), annex)
        ]
    in_body = _body_changes(act, announced, end)
    if found:
        quoted = (OLD_WORDS.search(flow.flow, span.start, span.end) for _, span in in_body)
        return [one for one, told in zip(in_body, quoted, strict=True) if told] + found
    return in_body or [(None, Span(announced.start, end))]


def _body_changes(act: Act, announced: Span, end: int) -> list[tuple[int | None, Span]]:
    """Return the numbered changes behind the announcement, by the first numbering that has any."""
    flow, rest = act.flow, Span(announced.start, end)
    whole = points(flow, act.body)
    counted = [p for p in whole if announced.end <= p.span.start and p.span.end <= end]
    for parted in (counted, points(flow, rest), items_of(flow, rest)):
        if any(True for point in parted for _ in _new_words(act, point.span)):
            return [(point.value, point.span) for point in parted]
    return []
