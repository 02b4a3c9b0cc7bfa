"""What does an act change in the words of another: which part, and which new terms?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import msgspec

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life
from tracker.extraction.deeds.affected_parts import article_with_start
from tracker.extraction.deeds.amended_days import moved_day, part_begun_later, parts_begun_later
from tracker.extraction.deeds.amended_words import (
    bare_value,
    changed_code,
    effect_of,
    ended_for,
    entry_codes,
    from_quote,
    led_codes,
    life_in_words,
    life_of_amended,
    life_of_change,
    new_words,
    within_quotes,
)
from tracker.extraction.deeds.amendment_packages import package_changes
from tracker.extraction.deeds.amendment_targets import (
    OLD_WORDS,
    OPENS_LIST,
    amended_act,
    changes_words,
)
from tracker.extraction.deeds.amendments_chinese import changes_in_rows, chinese_changes, one_day
from tracker.extraction.deeds.annexed_changes import added_names, dropped_names, names_of_entries
from tracker.extraction.deeds.catalogue_entries import entries_changed
from tracker.extraction.deeds.change_lines import (
    end_of_changes,
    is_new_text,
)
from tracker.extraction.deeds.change_spans import BY_ANNEX, IN_SCHEDULE, change_spans
from tracker.extraction.deeds.change_tables import changes_in_table
from tracker.extraction.deeds.changing_points import announces_changes, changing_points
from tracker.extraction.deeds.corrected_days import from_its_day, with_told_days
from tracker.extraction.deeds.corrigenda import corrections
from tracker.extraction.deeds.heads_of_changes import article_above, part_with_start
from tracker.extraction.deeds.large_parts import large_part_out
from tracker.extraction.deeds.numbered_rows import rows_out, told_above
from tracker.extraction.deeds.other_acts import named_others
from tracker.extraction.deeds.parts_changed import (
    act_of_part,
    as_counted_by,
    part_of_group,
    part_told_alone,
)
from tracker.extraction.deeds.scheduled_changes import scheduled_changes
from tracker.extraction.deeds.shown_changes import corrected_cells, set_out_changes, shown_words
from tracker.extraction.deeds.told_changes import life_told, told_changes
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.heads.register_heads import STATED_ACTION
from tracker.extraction.names.references import english_provisions
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point, points
from tracker.extraction.prose.register_parts import rule_parts
from tracker.extraction.scope.terms import Terms, goods, theme
from tracker.extraction.spelling.regexps import regexp

_HEAD = 3000
_CORRECTION = regexp(r"(?i:\bcorrecti(?:ons?|ng)\b)|\bcorrects\b|更正|勘误")
_IN_ARTICLE = regexp(r"\b[Ii]n\s(?:article|regulation)\s[0-9]{1,3}[A-Z]?(?=[ ,(])")
_IN_SCHEDULE = regexp(r"\b(?:[Ii]n|[Tt]o)\s(?:the\s)?(?:Schedule|Annex|Appendix|Part\s[0-9])")
"""What says that words are changed which stand in no article."""


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
    numbered = act.instrument.kind == "fr_correction"
    if act.family == "rule" and not (numbered or _is_correction(act)):
        shown = tuple(set_out_changes(act))
        told = shown or tuple(told_changes(act))
        return Amendments(
            effects=tuple(one for one, _ in told), amends=bool(shown),
            spans=tuple(section for _, section in told),
        )  # fmt: skip
    scheduled = tuple(scheduled_changes(act)) if act.family == "articles" else ()
    if scheduled:
        return Amendments(effects=scheduled, amends=True)
    corrected = corrections(act)
    if corrected:
        return Amendments(effects=corrected, amends=True, spans=(act.body,))
    target = amended_act(act)
    if target is None:
        chinese = act.flow.language == "zh"
        package = with_told_days(act, _untold_changes(act)) if chinese else ()
        return Amendments(effects=package, amends=bool(package))
    id, announced = target
    if act.flow.language == "zh":
        found = with_told_days(act, chinese_changes(act, id, announced))
        return Amendments(effects=found, amends=bool(found))
    found = tuple(_english_of_each(act, id, announced))
    if act.family == "rule":
        found = tuple(_by_start(from_its_day(act, one) for one in found))
    elif any(_CORRECTION.search(act.flow.flow, one.start, one.end) for one in act.titles):
        found = tuple(_by_start(found))
    spans = tuple(changing_points(act, announced)) if found else ()
    rewords = any(one.kind != "repeal" for one in found)
    return Amendments(effects=found, amends=rewords, spans=spans)


def _is_correction(act: Act) -> bool:
    """Tell whether a document of the register is one, by its action line or title if it has any."""
    stated = STATED_ACTION.search(act.flow.flow[:_HEAD])
    told = act.flow.flow[:_HEAD] if stated is None else stated["action"]
    titles = (act.flow.flow[slice(*one.ends)] for one in act.titles)
    return any(_CORRECTION.search(one) for one in (told, *titles))


def _untold_changes(act: Act) -> tuple[ExtractedEffect, ...]:
    """Return the changes of acts that no sentence names: in the rows of a table, under headings."""
    life = life_of_change(act)
    life = life if life.start is not None else one_day(act) or life
    tabled = tuple(changes_in_table(act, None, act.body.start, life))
    return tabled or tuple(changes_in_rows(act)) or tuple(package_changes(act))


def _by_start(effects: Iterable[ExtractedEffect]) -> Iterator[ExtractedEffect]:
    """Yield the changes that one correction makes in a rule from one day on as one effect."""
    joined: dict[tuple[object, ...], ExtractedEffect] = {}
    for effect in effects:
        key = (effect.kind, effect.affected, effect.from_, effect.through)
        before = joined.get(key)
        if before is None:
            joined[key] = effect
            continue
        terms = Terms(
            data={k: list(v) if isinstance(v, list) else v for k, v in before.terms.items()}
        )
        terms.add(Terms(data=effect.terms))
        joined[key] = msgspec.structs.replace(
            before, terms=terms.data, evidence=(*before.evidence, *effect.evidence)
        )
    yield from joined.values()


_HEADS_CHANGES = regexp(
    r"\s{0,4}(?:(?:[IVX]{1,5}|[A-Z]|[0-9]{1,2})\.\s)?(?:Technical\s|Further\s)?"
    r"(?:Corrections?|Changes|Amendments?|Revisions?)\s(?:to|of|in)\s[^\n;]{3,140}(?<![.:;])\s{0,4}"
)
"""The heading of a section that tells the changes of one act: ``II. Corrections to the …``."""


def _english_of_each(act: Act, id: str, announced: Span) -> Iterator[ExtractedEffect]:
    """Read the changes of each act in turn: another sentence may change the words of another."""
    earlier, later = list[tuple[str, Span]](), [(id, announced)]
    low = min(act.body.start, announced.end) if act.family == "articles" else announced.end
    for sentence in act.flow.within(low, act.body.end):
        if sentence.start <= announced.start < sentence.end:
            continue
        told = later if sentence.start >= announced.end else earlier
        other = next(named_others(act, sentence), None)
        again = bool(told) and other == told[-1][0]
        changes = (
            changes_words(act, sentence)
            or announces_changes(act.flow, sentence)
            or _HEADS_CHANGES.fullmatch(act.flow.flow, *sentence.ends)
        )
        if other is not None and not again and changes:
            told.append((other, sentence))
    heads = (*earlier, *later)
    last = end_of_changes(act, announced)
    law = rule_parts(act.flow, act.body).law if act.family == "rule" and len(heads) > 1 else None
    if law is not None:  # whose text it sets out is not told
        last = min(last, max(law.start, heads[-1][1].end))
    ends = (*(sentence.start for _, sentence in heads[1:]), last)
    for (one, sentence), end in zip(heads, ends, strict=True):
        yield from _english(act, one, sentence, end)


_Group = tuple[int | None, bool, Life | None, str]
"""The number of a change, whether it stands in the annex, its own days, and the part it names."""
_ALONE: _Group = (None, False, None, "")


def _english(act: Act, id: str, announced: Span, end: int) -> Iterator[ExtractedEffect]:
    """Read changed words into one effect for each start; deletions of parts stand alone."""
    parted = points(act.flow, Span(announced.start, end))
    entries = entries_changed(act, parted)
    if entries.data:
        new = tuple(one for point in parted for one in _put_in(act, point))
        goods(act.flow, new, entries)
        theme(act.flow, entries, new, ())
        yield effect_of(act, "amend", id, entries, life_of_change(act), announced)
        return
    spans: list[tuple[int | None, Span]] = []
    for point, span in change_spans(act, announced, end):
        told = (after for row, _, after in new_words(act, span) if row.does == "replace")
        moved = moved_day(act, span, told)
        if moved is None:
            spans.append((point, span))
        else:
            article = part_begun_later(act, span) if moved[0] == "postpone" else ""
            words = span if point else announced
            life = moved[1]
            if moved[0] == "extend" and life.start is None:
                part = part_with_start(act, point, annexed=_in_annex(act, span), at=span.start)
                life = replace(life, start=life_of_change(act, part).start)
            built = effect_of(act, moved[0], f"{id}{article}", Terms(), life, words)
            yield msgspec.structs.replace(built, basis=built.basis or "stated")
            for other, begun in parts_begun_later(act, span) if moved[0] == "postpone" else ():
                yield effect_of(act, "postpone", f"{id}{other}", Terms(), begun, words)
    deleted = [one for point, span in spans for one in _deleted(act, id, span, point, announced)]
    deleted += [one for point, span in spans for one in _entries_out(act, id, span, point)]
    deleted += _taken_off(act, id, announced)
    yield from deleted
    groups: dict[_Group, tuple[Terms, list[Span]]] = {}
    for point, span in spans:
        part_told = part_told_alone(act, id, span) if _IN_PARTS.match(id) else ""
        group = (point, _in_annex(act, span), life_of_amended(act, span), part_told)
        terms, own = groups.setdefault(group, (Terms(), []))
        own.append(span)
        for row, before, after in new_words(act, span):
            if row.does != "delete":
                led_codes(act, before, after, terms)
                after = from_quote(act, within_quotes(act, row, after))
                goods(act.flow, (after,), terms, quoted=True)
                theme(act.flow, terms, (after,), ())
                code = changed_code(act, after) if row.does == "replace" else None
                if code is not None:
                    terms.extend(act.flow, "hs_codes", code[:1], *code[1:])
                if row.does == "replace":
                    bare_value(act, before, after, terms)
        if point is None and is_new_text(act, announced, span):
            goods(act.flow, (span,), terms)
            theme(act.flow, terms, (span,), ())
        if IN_SCHEDULE.search(act.flow.flow, span.start, span.end):
            goods(act.flow, act.layout.annexes, terms)
        entry_codes(act, span, terms)
        for party in added_names(act, span):
            terms.extend(act.flow, "parties", (party.name,), party.start, party.end)
    if id.startswith("uk/si/"):
        id = _provision_of(act, id, [span for _, span in spans])
    elif id.startswith("us/president/"):
        id = part_of_group(act, id, announced, (), None)
    shown = shown_words(act, announced) or (corrected_cells(act) if act.family == "rule" else ())
    if shown:
        goods(act.flow, shown, groups.setdefault(_ALONE, (Terms(), []))[0])
    by_annex = BY_ANNEX.search(act.flow.flow, announced.start, announced.end)
    if by_annex and not any(terms.data for terms, _ in groups.values()):
        goods(act.flow, act.layout.annexes, groups.setdefault(_ALONE, (Terms(), []))[0])
    any_told = bool(deleted)
    target: str | None = deleted[-1].affected[0] if deleted else None
    for (point, annexed, apart, _), (terms, own) in groups.items():
        changes = [row.does for span in own for row, _, _ in new_words(act, span)]
        only_deleted = bool(changes) and set(changes) == {"delete"}
        if not terms.data and any_told and (only_deleted or not changes):
            continue
        if terms.data or changes or not any_told:
            part = part_with_start(act, point, annexed=annexed, at=own[0].start if own else None)
            part = part or article_with_start(act, announced.start)
            words = own[0] if point is not None and own else announced
            in_words = life_in_words(act, own[0] if own else announced)
            in_words = in_words or (None if part else life_in_words(act, announced))
            life = apart or _own_life(act, announced) or in_words or life_of_change(act, part)
            target = part_of_group(act, id, announced, own, target) if _IN_PARTS.match(id) else id
            yield effect_of(act, "amend", target, terms, life, words)
            any_told = True


def _put_in(act: Act, point: Point) -> Iterator[Span]:
    """Yield what a point puts into a catalogue: its new words, else all that it says."""
    told = tuple(new_words(act, point.span))
    replaced = [within_quotes(act, row, after) for row, _, after in told if row.does == "replace"]
    if not told or told[0][0].does != "delete":
        yield from replaced or (point.span,)


def _own_life(act: Act, announced: Span) -> Life | None:
    """Return the days that a President's order tells of one change alone."""
    return life_told(act, announced) if act.id.startswith("us/president/") else None


def _deleted(
    act: Act, id: str, span: Span, counted: int | None, announced: Span
) -> Iterator[ExtractedEffect]:
    """Read the parts of the other act that a change takes out, each as an end of its own."""
    flow = act.flow.flow
    for row, before, after in new_words(act, span):
        if row.does != "delete":
            continue
        sentence = act.flow.sentence(before.end)
        low = max(before.start, sentence.start)
        led = english_provisions(flow, low, before.end)
        high = min(after.end, before.end + _DELETED_REACH)
        if not OPENS_LIST.search(flow, sentence.start, sentence.end):
            high = min(high, sentence.end)
        named = english_provisions(flow, before.end, high)
        quoted = OLD_WORDS.search(flow, before.end, high)
        if quoted or OLD_WORDS.search(flow, low, before.end):
            continue  # words are deleted, and no part
        if _PASSIVE.match(flow, before.end, after.start):
            named = ()  # what is deleted stands before the verb
        large = large_part_out(flow, Span(low, before.end), Span(after.start, high))
        rows = (
            () if led or named else rows_out(flow, Span(low, before.end), of_china=id[:3] == "cn/")
        )
        if rows and _PASSIVE.match(flow, before.end, after.start):
            named = rows
        if large is not None and not led and (not named or large.end <= named[0].start):
            named = (large, *named)
        base = f"{led[-1].id}-" if led and named and led[-1].id.startswith(("art-", "reg-")) else ""
        base = "" if large in named or named == rows else base
        point = next((p for p in points(act.flow, act.body) if p.span.holds(span.start)), None)
        part = part_with_start(act, counted, annexed=_in_annex(act, span), at=before.end)
        if part is None and point is not None:
            part = article_with_start(act, span.start)
        if not named and led:
            base = told_above(flow, led, Span(after.start, high)) or base
        passive = not named and len({one.start for one in led}) == 1
        for one in named or (led if passive else led[-1:]):
            above = article_above(act, one.start) if one.id[:1].isdigit() and not base else ""
            own = f"{above or base}{one.id}" if above or "-" not in one.id else one.id
            its = act_of_part(act, id, one, sentence.end)
            target = f"{its}#{as_counted_by(its, own)}"
            words = act.flow.trimmed(low, max(after.start, one.end))
            apart = life_of_amended(act, Span(one.start, one.end))
            told = life_in_words(act, Span(low, sentence.end))
            told = told or (None if part else life_in_words(act, announced))
            life = apart or told or life_of_change(act, part)
            yield effect_of(act, "repeal", target, Terms(), life, words)


def _entries_out(act: Act, id: str, span: Span, counted: int | None) -> Iterator[ExtractedEffect]:
    """Read the entry that a change takes out and names as the end of what binds that name."""
    names = names_of_entries(act, span)
    part = (
        part_with_start(act, counted, annexed=_in_annex(act, span), at=span.start)
        if names
        else None
    )
    yield from ended_for(act, id, names, life_of_change(act, part), span)


def _taken_off(act: Act, id: str, announced: Span) -> Iterator[ExtractedEffect]:
    """Read the names whose entries a change deletes as the end of what binds them."""
    yield from ended_for(act, id, dropped_names(act, announced), life_of_change(act), announced)


_IN_PARTS = regexp("(?:cn|jp|eu|kr|in)/")
_PASSIVE = regexp(
    r"(?:is|are|be|stands?|shall|will|does|do)\s|(?:no\slonger|ceases?|falls?|drops?|disappears?)\b"
)
_DELETED_REACH = 60


def _provision_of(act: Act, id: str, spans: Iterable[Span]) -> str:
    """Name the article in which alone words are changed: ``In article 4, for … substitute …``."""
    named = set[str]()
    for span in spans:
        head = _IN_ARTICLE.search(act.flow.flow, span.start, span.end)
        if head is None and _IN_SCHEDULE.search(act.flow.flow, span.start, span.end):
            return id
        parts = english_provisions(act.flow.flow, *head.span()) if head is not None else ()
        named.update(part.id for part in parts)
    return f"{id}#{named.pop()}" if len(named) == 1 else id


def _in_annex(act: Act, span: Span) -> bool:
    return any(annex.holds(span.start) for annex in act.layout.annexes)
