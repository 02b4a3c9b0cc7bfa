"""What does an act change in the words of another: which part, and which new terms?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.domain.records import EffectKind
from tracker.extraction.act import Act
from tracker.extraction.affected_parts import article_with_start
from tracker.extraction.amendment_wordings import AMENDMENTS, AmendmentWording
from tracker.extraction.codes import catalogue_entries
from tracker.extraction.extracted import Evidence, ExtractedEffect
from tracker.extraction.flow import Span
from tracker.extraction.points import Point, items_of, points
from tracker.extraction.references import chinese_provisions, english_provisions
from tracker.extraction.terms import Terms, goods, theme
from tracker.extraction.times import Life, TimeWord

_ANNOUNCED = re.compile(
    r"(?:作|做|进行|予以)(?:出)?(?:如下|以下|部分|相应|适当)?(?:的)?(?:修改|调整|修订|更正|补充)|(?:修改|调整|修订|更正|更新|变更|替换)(?:内容)?如下"
    r"|作如下(?:修改|调整|更正)"
    r"|\b(?:is|are)\s(?:hereby\s|partially\s|further\s|also\s){0,2}(?:amended|corrected|modified|revised)\b"
    r"|\bmake\sthe\sfollowing\scorrections?\b|\bthe\sfollowing\s(?:amendments?"
    r"|corrections?|changes?)\b|\bhereby\samends?\b|\b[Pp]artially\s[Aa]mending\b"
)
_CORRECTION = re.compile(
    r"\bCorrecti(?:on|ng)\b|\bcorrect(?:s|ions|ing)\b|\bCORRECTION\b|更正|勘误"
)
_OLD_WORDS = re.compile(r"[“\"'‘][^”\"'’\n]{0,240}[”\"'’]")
_PART_OF = re.compile(
    r"\b(?:Annex(?:es)?|Schedule|Appendix|Article|[Pp]aragraph|[Pp]oint|[Ee]ntry|[Ll]ist|Table|Supplement)\b[^.;]{0,80}\ue001"
    r"|\ue001[^.;。]{0,20}(?:附件|附表|清单|目录|Annex|Schedule)"
)
"""What names a part of an act as that whose words are changed."""
_IN_ARTICLE = re.compile(r"\b[Ii]n\s(?:article|regulation)\s[0-9]{1,3}[A-Z]?(?=[ ,(])")
_BY_ANNEX = re.compile(
    r"\b(?:by|in\saccordance\swith|as\sset\sout\sin)\s(?:the\s)?(?:text\s)?(?:set\sout\s)?(?:in\s)?(?:the\s|that\s)?(?:Annex|Schedule|Appendix)\b"
    r"|(?:见|按照?|以)(?:本公告)?附件"
)
"""What says that the new words stand in the annex."""
_LASTS_UNTIL = re.compile(
    r"\b(?:appl(?:y|ies)|valid|in\sforce|effect|expires?|remain)\b[^.;]{0,40}?\b(?:until|on|to)\s(?=\ue000)|有效期?至|施行至|执行至"
)
"""What makes new words a longer life."""
_QUOTED = re.compile(
    r"(?:\s?the\sfollowing(?:\s[a-z]+)?)?[:\s]{0,4}[“\"'‘](?P<new>[^”\"’\n]{3,200})"
)
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
    if act.flow.language == "zh":
        found = tuple(_chinese(act, id, announced))
    else:
        found = tuple(_english_of_each(act, id, announced))
    return Amendments(effects=found, amends=bool(found))


def _english_of_each(act: Act, id: str, announced: Span) -> Iterator[ExtractedEffect]:
    """Read the changes of each act in turn: a later sentence may change the words of another."""
    heads = [(id, announced)]
    for sentence in act.flow.within(announced.end, act.body.end):
        other = next(_named(act, sentence), None)
        if other is not None and other != heads[-1][0] and _changes_words(act, sentence):
            heads.append((other, sentence))
    ends = (*(sentence.start for _, sentence in heads[1:]), act.body.end)
    for (one, sentence), end in zip(heads, ends, strict=True):
        yield from _english(act, one, sentence, end)


def _named(act: Act, sentence: Span) -> Iterator[str]:
    named = act.namer.named_in(sentence.start, sentence.end)
    return (one.id for one in named if one.id != act.id)


def _target(act: Act) -> tuple[str, Span] | None:
    """Return the act whose words are changed, and the sentence that says so."""
    flow = act.flow
    heads = (*flow.within(act.body.start, act.body.end),)
    for sentence in heads:
        if _ANNOUNCED.search(flow.marked, sentence.start, sentence.end) is None:
            continue
        named = tuple(_named(act, sentence))
        if named:
            return named[-1 if flow.language == "zh" else 0], sentence
    corrected = _corrigendum(act)
    if corrected is not None:
        return corrected
    for sentence in heads:
        changed = next(_named(act, sentence), None)
        if changed is not None and _changes_words(act, sentence):
            return changed, sentence
    return None


def _changes_words(act: Act, sentence: Span) -> bool:
    """Tell whether a sentence changes quoted words, or takes out a part that it names."""
    flow = act.flow.flow
    where = (sentence.start, sentence.end)
    rows = [row for row in AMENDMENTS if row.pattern.search(flow, *where)]
    if rows and (_OLD_WORDS.search(flow, *where) or _PART_OF.search(act.flow.marked, *where)):
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
    recoded = _recoded(act, announced)
    if recoded.data:
        yield _built(act, "amend", id, recoded, _life_of(act), announced)
        return
    entries = _entries(act, found)
    if entries.data:
        life = _life_of(act)
        theme(act.flow, entries, parts, ())
        goods(act.flow, parts, entries)
        yield _built(act, "amend", id, entries, life, announced)
        return
    for span in parts:
        yield from _changes(act, id, span)


_OLD_AND_NEW = re.compile(
    r"(?:更新前|调整前|变更前|修改前|原(?:商品)?编[号码]|旧编[号码]|现行编[号码])[^\n]{0,12}[\n\s|]{1,6}"
    r"[^\n]{0,10}(?:更新后|调整后|变更后|修改后|新(?:商品)?编[号码]|后)"
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
        part = f"#{told[0].id.lstrip('-')}" if told else part
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


def _english(act: Act, id: str, announced: Span, end: int) -> Iterator[ExtractedEffect]:
    """Read changed words into one effect for each start; deletions of parts stand alone."""
    longer = _longer(act, id, announced, end)
    if longer is not None:
        yield longer
        return
    spans = _change_spans(act, announced, end)
    groups: dict[str | None, Terms] = {}
    for point, span in spans:
        part = _part_with_start(act, point)
        terms = groups.setdefault(part, Terms())
        for row, _, after in _new_words(act, span):
            if row.does != "delete":
                goods(act.flow, (after,), terms, quoted=True)
                theme(act.flow, terms, (after,), ())
        _entry_codes(act, span, terms)
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


def _longer(act: Act, id: str, announced: Span, end: int) -> ExtractedEffect | None:
    """Return the longer life that new words give: ``It shall apply until 31 July 2027``."""
    for row, _, after in _new_words(act, Span(announced.start, end)):
        quoted = _QUOTED.match(act.flow.marked, after.start, after.end)
        if row.does != "replace" or quoted is None:
            continue
        told = _LASTS_UNTIL.search(act.flow.marked, quoted.start("new"), quoted.end("new"))
        if told is None:
            continue
        day = act.times.resolved(told.end(), told.end() + 1)
        named = act.flow.days_in(told.end(), told.end() + 2)
        if day is not None and named:
            word = TimeWord(
                role="end", start=told.start(), end=named[0].end, wording="new words", day=day
            )
            life = Life(end=word, through=day)
            return _built(act, "extend", id, Terms(), life, announced)
    return None


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
        found += [(point.value, point.span) for point in parted] or [(None, annex)]
    if found:
        return found
    rest = Span(announced.start, end)
    parted = points(flow, rest) or items_of(flow, rest)
    if not any(True for point in parted for _ in _new_words(act, point.span)):
        return [(None, rest)]
    return [(point.value, point.span) for point in parted]
