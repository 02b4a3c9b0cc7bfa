"""Which parts of a repealed act go on for a while, as the text behind its repeal says?

``Decision 3 is repealed from 1 May. However, Article 4 thereof shall continue to apply until
30 June`` ends the rest of the act in May and article 4 on 1 July.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord
from tracker.extraction.deeds.amended_words import effect_of
from tracker.extraction.deeds.days_beside import day_behind
from tracker.extraction.deeds.deeds import Deed
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.names.references import Provision, english_provisions
from tracker.extraction.scope.terms import Terms
from tracker.extraction.spelling.regexps import regexp

_GOES_ON = regexp(
    r"\s{0,4}(?:\(?[0-9]{1,2}[.)]\s)?(?:(?:However|Nevertheless|By\sway\sof\sderogation[^,]{0,80}|Notwithstanding[^,]{0,80}),\s)?"
    r"(?P<parts>(?:Articles?|Sections?|[Pp]aragraphs?|[Rr]egulations?|Points?|Annex)\s[^.;]{1,60}?)"
    r"(?:\sthereof|\s(?:of|to)\s(?:that|the\srepealed|the\ssaid)\s(?:[A-Z][a-z]+\s){0,3}(?:Regulation|Decision|Directive|Order|Regulations|Act|instrument)"
    r"|\s(?:of|to)\s(?:[A-Z][a-z]+\s){0,4}\ue001{3,160}\)?)"
    r",?\s(?:shall\s|will\s)?(?:continues?\sto\s(?:apply|have\seffect|be\s(?:in\sforce|applicable))|remains?\s(?:in\sforce|applicable|in\seffect))\b"
)
"""How the sentence behind a repeal keeps named parts."""
_SPARED = regexp(
    r",?\s(?:with\sthe\sexception\sof|except(?:\sfor)?|save(?:\sfor)?|other\sthan)\s"
    r"(?P<parts>(?:Articles?|Sections?|[Pp]aragraphs?|[Rr]egulations?)\s[0-9][^.;]{0,60}?),?\s(?:thereof,?\s)?(?:which|that)\s"
    r"(?:shall\s|will\s)?(?:continues?\sto\sapply|remains?\s(?:in\sforce|applicable|in\seffect))\b"
)
"""The same behind a comma of the sentence that repeals."""


def kept_parts(
    act: Act, deeds: Iterable[Deed], effects: Iterable[ExtractedEffect]
) -> Iterator[ExtractedEffect]:
    """Yield the effects, of a repeal the rest as ``#whole`` and the kept parts by themselves."""
    kept = tuple(_kept(act, deeds)) if act.flow.language == "en" else ()
    whole = {id for id, _, _ in kept}
    for effect in effects:
        if effect.kind == "repeal" and not effect.parties and whole.intersection(effect.affected):
            named = tuple(f"{one}#whole" if one in whole else one for one in effect.affected)
            yield msgspec.structs.replace(effect, affected=named)
        elif not _is_kept(effect, kept):
            yield effect
    for id, parts, end in kept:
        for part in parts if end is not None else ():
            words = act.flow.sentence(part.start)
            life = Life(start=end)
            yield effect_of(act, "repeal", f"{id}#{part.id}", Terms(), life, words)


_Kept = tuple[str, tuple[Provision, ...], TimeWord | None]
"""The repealed act, its parts that go on, and from when they do no longer."""


def _is_kept(effect: ExtractedEffect, kept: Iterable[_Kept]) -> bool:
    """Tell whether an effect only says once more that a kept part goes on."""
    parts = {f"{id}#{part.id}" for id, named, _ in kept for part in named}
    return effect.kind in ("extend", "repeal") and parts.issuperset(effect.affected)


def _kept(act: Act, deeds: Iterable[Deed]) -> Iterator[_Kept]:
    for deed in deeds:
        ids = {target for target, _, _ in deed.targets}
        if deed.kind != "repeal" or len(ids) != 1 or deed.parties or "#" in "".join(ids):
            continue
        told = _behind(act, deed)
        if told is None:
            continue
        parts = english_provisions(act.flow.flow, *told.span("parts"))
        sentence = act.flow.sentence(told.start("parts"))
        words = act.times.within(told.end(), sentence.end)
        last = next((one for one in words if one.role == "end" and one.day), None)
        if parts:
            yield ids.pop(), parts, day_behind(last) if last else None


def _behind(act: Act, deed: Deed) -> re.Match[str] | None:
    """Return the words that keep parts of what a deed repeals, in its sentence or the next."""
    sentence = act.flow.sentence(deed.words.start)
    spared = _SPARED.search(act.flow.marked, deed.words.end, sentence.end)
    return spared or _GOES_ON.match(act.flow.marked, sentence.end)
