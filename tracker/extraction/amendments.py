"""What does an act change in the words of another: which part, and which new terms?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.domain.records import EffectKind
from tracker.extraction.act import Act
from tracker.extraction.codes import catalogue_entries
from tracker.extraction.extracted import Evidence, ExtractedEffect
from tracker.extraction.flow import Span
from tracker.extraction.points import Point, items_of, points
from tracker.extraction.references import chinese_provisions, english_provisions
from tracker.extraction.terms import Terms, goods, theme
from tracker.extraction.times import Life


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentWording:
    """One way of changing a text: ``pattern`` ends where the new words begin."""

    name: str
    does: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


AMENDMENTS: tuple[AmendmentWording, ...] = (
    AmendmentWording(
        name="replaced by",
        does="replace",
        pattern=re.compile(
            r"(?:修改|调整|变更|修订|更正|替换|改)\s?为\s?[:]?|应为"
            r"|\bshould\sread\b:?|\b(?:is|are)\s(?:hereby\s)?(?:replaced\s(?:by|with)"
            r"|amended\sto\sread|revised\sto\sread|corrected\sto\sread"
            r"|substituted\s(?:by|with))\b:?|\bto\sread\sas\sfollows\b:?|\b(?:for"
            r"|For):?\s[\"'\u201c\u2018][^\"'\u201d\u2019\n]{1,200}[\"'\u201d\u2019],?\s{1,2}(?:(?:there\sshall\sbe\s)?substituted?\b|read:?)|\bby\srevising\b|\bfrom\s['\"\u201c\u2018]?\w+['\"\u201d\u2019]?\sto(?=\s['\"\u201c\u2018]?(?:Restricted|Prohibited|Free))"
        ),
        examples=(
            "将第一条中的“纯度大于99.9%”修改为“纯度大于等于99.99%”。",
            "“3B981.c” should read “3B981.d”.",
            "'greater than 20 kg' is replaced by 'greater than 10 kg'",
        ),
    ),
    AmendmentWording(
        name="deleted",
        does="delete",
        pattern=re.compile(
            r"删去|删除|取消(?=第)|不再(?:保留|列入)|\b(?:is|are|be)\s(?:hereby\s)?(?:deleted"
            r"|omitted)\b|\b(?:omit|delete)\s|\b[Bb]y\sremoving\b"
            r"|\bremove\sand\sreserve\b"
        ),
        examples=("删去第二条第（一）项。", "Article 4 is deleted.", "paragraph 2 is omitted"),
    ),
    AmendmentWording(
        name="added",
        does="add",
        pattern=re.compile(
            r"增加|增列|新增|增补|补充|\b(?:is|are|be)\s(?:hereby\s)?(?:inserted|added)\b:?"
            r"|\b(?:insert|add)\s|\bby\sadding\b"
        ),
        examples=(
            "在第一条中增加一项，作为第（三）项：“1C931.c”。",
            "the following entry is inserted: ‘1C950’",
        ),
    ),
)

_ANNOUNCED = re.compile(
    r"(?:作|做|进行|予以)(?:出)?(?:如下|以下|部分|相应|适当)?(?:的)?(?:修改|调整|修订|更正|补充)|(?:修改|调整|修订|更正)如下"
    r"|作如下(?:修改|调整|更正)"
    r"|\b(?:is|are)\s(?:hereby\s)?(?:amended|corrected|modified|revised)\b"
    r"|\bmake\sthe\sfollowing\scorrections?\b|\bthe\sfollowing\s(?:amendments?"
    r"|corrections?|changes?)\b|\bhereby\samends?\b|\b[Pp]artially\s[Aa]mending\b"
)
_CORRECTION = re.compile(
    r"\bCorrecti(?:on|ng)\b|\bcorrect(?:s|ions|ing)\b|\bCORRECTION\b|更正|勘误"
)
_OLD_WORDS = re.compile(r"[“\"'‘][^”\"'’\n]{0,240}[”\"'’]")
_ROW_OF = re.compile(r"附件|附表|名单|序号")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendments:
    """The effects of changed words, and whether the whole act is an amendment."""

    effects: tuple[ExtractedEffect, ...] = ()
    amends: bool = False


def amendments(act: Act) -> Amendments:
    """Read what the act changes in the words of another."""
    if act.family == "rule" and not _CORRECTION.search(act.flow.flow[:3000]):
        return Amendments()
    target = _target(act)
    if target is None:
        return Amendments()
    id, announced = target
    read = _chinese if act.flow.language == "zh" else _english
    found = tuple(read(act, id, announced))
    return Amendments(effects=found, amends=bool(found))


def _target(act: Act) -> tuple[str, Span] | None:
    """Return the act whose words are changed, and the sentence that says so."""
    flow = act.flow
    heads = (*flow.within(act.body.start, act.body.end),)
    for sentence in heads:
        if _ANNOUNCED.search(flow.marked, sentence.start, sentence.end) is None:
            continue
        named = [
            one for one in act.namer.named_in(sentence.start, sentence.end) if one.id != act.id
        ]
        if named:
            return named[-1 if flow.language == "zh" else 0].id, sentence
    corrected = _corrigendum(act)
    if corrected is not None:
        return corrected
    for sentence in heads:
        named = [
            one for one in act.namer.named_in(sentence.start, sentence.end) if one.id != act.id
        ]
        if named and _changes_words(act, sentence):
            return named[0].id, sentence
    return None


def _changes_words(act: Act, sentence: Span) -> bool:
    """Tell whether a sentence changes quoted words, or takes out a part that it names."""
    flow = act.flow.flow
    where = (sentence.start, sentence.end)
    rows = [row for row in AMENDMENTS if row.pattern.search(flow, *where)]
    if rows and _OLD_WORDS.search(flow, *where):
        return True
    parts = chinese_provisions if act.flow.language == "zh" else english_provisions
    return any(row.does == "delete" for row in rows) and bool(parts(flow, *where))


def _corrigendum(act: Act) -> tuple[str, Span] | None:
    """Return the act that a corrigendum names in its title."""
    flow = act.flow
    title = re.search(r"(?:(?<=\n)|^)Corrigendum\sto\s[^\n]+", flow.flow[:3000])
    if act.instrument.id is not None or title is None:
        return None
    named = act.namer.named_in(title.start(), title.end())
    return (named[0].id, Span(title.start(), title.end())) if named else None


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
    entries = _entries(act, found)
    if entries.data:
        life = _life_of(act)
        theme(act.flow, entries, parts, ())
        goods(act.flow, parts, entries)
        yield _built(act, "amend", id, entries, life, announced)
        return
    for span in parts:
        yield from _changes(act, id, span)


def _changes(act: Act, id: str, span: Span) -> Iterator[ExtractedEffect]:
    """Read the changes of one point; a point names the act anew, or means the announced one."""
    own = [one.id for one in act.namer.named_in(span.start, span.end) if one.id != act.id]
    id = own[0] if own else id
    for row, before, after in _new_words(act, span):
        told = chinese_provisions(act.flow.flow, before.start, before.end)
        if row.does == "delete":
            told = chinese_provisions(act.flow.flow, after.start, after.end) or told
        part = f"#{told[0].id.lstrip('-')}" if told else ""
        terms = Terms()
        if row.does == "delete":
            for one in told:
                if _ROW_OF.search(act.flow.flow[max(0, one.start - 6) : one.start]):
                    continue
                words = Span(before.end, after.end)
                yield _built(
                    act,
                    "repeal",
                    f"{id}#{one.id.lstrip('-')}",
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


def _entries(act: Act, found: tuple[Point, ...]) -> Terms:
    """Read the entries of a catalogue that come, go, or are reworded."""
    terms = Terms()
    keys = {"delete": "entries_removed", "add": "entries_added", "replace": "entries_changed"}
    for point in found:
        head = act.flow.flow[point.text : point.text + 40]
        row = next((row for row in (AMENDMENTS[1], AMENDMENTS[2]) if row.pattern.match(head)), None)
        changed = re.search(r"修改|调整|变更|修订", head) is not None
        key = keys["replace"] if changed or row is None else keys[row.does]
        for code in catalogue_entries(act.flow, point.span):
            terms.extend(act.flow, key, (code.code,), code.start, code.end)
    return terms


def _english(act: Act, id: str, announced: Span) -> Iterator[ExtractedEffect]:
    """Read changed words into one effect for each start; deletions of parts stand alone."""
    spans = _change_spans(act, announced)
    groups: dict[str | None, Terms] = {}
    lives: dict[str | None, list[Span]] = {}
    for point, span in spans:
        part = str(point) if point is not None and str(point) in act.commencement.parts else None
        terms = groups.setdefault(part, Terms())
        for row, _, after in _new_words(act, span):
            if row.does != "delete":
                goods(act.flow, (after,), terms, quoted=True)
                theme(act.flow, terms, (after,), ())
        _entry_codes(act, span, terms)
        lives.setdefault(part, []).append(span)
    changed = any(True for _, span in spans for _ in _new_words(act, span))
    for part, terms in groups.items():
        if changed or part is None:
            yield _built(act, "amend", id, terms, _life_of(act, part), announced)


def _entry_codes(act: Act, span: Span, terms: Terms) -> None:
    """Read the code of the entry whose words are changed."""
    found = re.search(
        r"\b(?:entry|entries|item|ECCN)\s(?:for\s)?", act.flow.flow[span.start : span.end]
    )
    if found is not None:
        head = Span(span.start + found.end(), min(span.end, span.start + found.end() + 16))
        only = Terms()
        goods(act.flow, (head,), only)
        for code in only.data.get("control_codes", []):
            terms.extend(act.flow, "control_codes", (code,), head.start, head.end)


def _change_spans(act: Act, announced: Span) -> list[tuple[int | None, Span]]:
    """Return the numbered changes of the annexes, else of the text after the announcement."""
    flow = act.flow
    found: list[tuple[int | None, Span]] = []
    for annex in act.layout.annexes:
        parted = items_of(flow, annex) or points(flow, annex)
        found += [(point.value, point.span) for point in parted] or [(None, annex)]
    if found:
        return found
    rest = Span(announced.start, act.body.end)
    parted = points(flow, rest) or items_of(flow, rest)
    return [(None, point.span) for point in parted] or [(None, rest)]
