"""From which day do changes count that a sentence of their own dates, part by part or all at once?

``上述更正与原公告相应条款同日适用,即第一条为5月8日,第二条为8月1日``, ``序号3的更正自…适用``,
``前者自…,后者自…``: the days are told in the order of the parts, or of the changes.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life
from tracker.extraction.deeds.affected_parts import as_counted
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.names.references import chinese_provisions
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_OF_CHANGES = regexp(r"更正|勘误|修改|修订|调整|变更|同日|同步")
_N = "[一二三四五六七八九十]{1,3}"
_PART = rf"(?P<part>第{_N}条(?:第\(?{_N}\)?[款项]){{0,2}}|序号\s?[0-9]{{1,3}})"
_TOLD = regexp(
    rf"{_PART}(?:所列|中)?(?:的)?(?:相关|有关)?(?:内容|规定|物项)?的?(?:更正|修改|修订|调整)?(?:内容)?"
    r"(?:自|从|于|为|是|:)\s?(?P<day>\ue000{4,44})"
)
_IN_TURN = regexp(
    r"前者(?:自|从|于|为)\s?(?P<first>\ue000{4,44})[^。;]{0,12}?[,;]后者(?:自|从|于|为)\s?(?P<second>\ue000{4,44})"
)
_Told = tuple[date, Span]


def with_told_days(act: Act, found: Iterable[ExtractedEffect]) -> tuple[ExtractedEffect, ...]:
    """Return changes with the days that a sentence tells of their parts."""
    effects = tuple(found)
    days = dict(_by_part(act)) if effects and act.flow.language == "zh" else {}
    ordered = tuple(_in_turn(act)) if effects and act.flow.language == "zh" else ()
    if len(ordered) == len(effects):
        return tuple(_on(act, one, day) for one, day in zip(effects, ordered, strict=True))
    return tuple(_on(act, one, _day_of(days, _part_of(one))) for one in effects)


def _day_of(days: dict[str, _Told], part: str) -> _Told | None:
    """Return the day of a part, else that of the article in which it stands."""
    return days.get(part) or days.get(part.partition("-")[0])


def _part_of(effect: ExtractedEffect) -> str:
    parts = {target.partition("#")[2] for target in effect.affected}
    return parts.pop() if len(parts) == 1 else ""


def _by_part(act: Act) -> Iterator[tuple[str, _Told]]:
    flow = act.flow
    for said in flow.within(act.body.start, act.body.end):
        told = [*_TOLD.finditer(flow.marked, said.start, said.end)]
        quoted = "“" in flow.flow[said.start : said.end]
        if len(told) < _SEVERAL or quoted or not _OF_CHANGES.search(flow.flow, *said.ends):
            continue
        for one in told:
            day = act.times.resolved(*one.span("day"))
            if day is None:
                continue
            where = Span(*one.span("day"))
            if one["part"].startswith("序号"):
                yield f"annex-{one['part'].removeprefix('序号').strip()}", (day, where)
            for part in chinese_provisions(flow.flow, *one.span("part")):
                yield as_counted("cn/", part), (day, where)


def _in_turn(act: Act) -> Iterator[_Told]:
    told = _IN_TURN.search(act.flow.marked, act.body.start, act.body.end)
    for group in ("first", "second") if told else ():
        day = act.times.resolved(*told.span(group)) if told else None
        if told is not None and day is not None:
            yield day, Span(*told.span(group))


_SEVERAL = 2


def _on(act: Act, effect: ExtractedEffect, told: _Told | None) -> ExtractedEffect:
    if told is None or effect.kind not in ("amend", "repeal"):
        return effect
    day, where = told
    kept = tuple(one for one in effect.evidence if one.field != "from")
    words = act.flow.evidence("from", where.start, where.end)
    return msgspec.structs.replace(effect, from_=day, basis="stated", evidence=(*kept, words))


def from_its_day(act: Act, effect: ExtractedEffect) -> ExtractedEffect:
    """Return a correction that tells no day as one that counts from its own day on."""
    day = act.instrument.issued_on
    if effect.from_ is not None or day is None:
        return effect
    start = _start_of_corrections(act)
    if start is not None:
        return msgspec.structs.replace(
            effect, from_=start.from_, basis=start.basis,
            evidence=(*effect.evidence, *act.dated(start)),
        )  # fmt: skip
    told = tuple(one for one in act.instrument.evidence if one.field == "issued_on")
    words = tuple(msgspec.structs.replace(one, field="from") for one in told)
    return msgspec.structs.replace(
        effect, from_=day, basis="inferred", evidence=(*effect.evidence, *words)
    )


_CORRECTED = regexp(
    r"\b(?:[Cc]orrections?|[Cc]orrected\s(?:text|wording|words|version|entry|entries|values?)|[Tt]he\stext\sas\scorrected)\b"
)


def _start_of_corrections(act: Act) -> Life | None:
    """Return the one start that the sentences on what is corrected tell.

    ``The corrected text is to be read as part of the rule from July 10, its effective date.``
    """
    told = [
        word
        for sentence in act.flow.within(act.body.start, act.body.end)
        if _CORRECTED.search(act.flow.flow, sentence.start, sentence.end)
        for word in act.times.within(sentence.start, sentence.end)
        if word.role == "start" and word.day
    ]
    return Life(start=told[0]) if len({word.day for word in told}) == 1 else None
