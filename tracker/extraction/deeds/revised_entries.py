"""Whose entries on a list does a rule revise, beside the rule that had put them there?

``This rule modifies the entry for Vantor Optics, which was added on June 6, 2023 (FR Doc. …), by
adding two aliases``: the older rule is amended, for that person only.
"""

from collections.abc import Iterator

import msgspec

from tracker.extraction.act import Act
from tracker.extraction.deeds.amended_words import effect_of, life_of_change
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.entity_lists import named_in_run
from tracker.extraction.scope.terms import Terms
from tracker.extraction.spelling.regexps import regexp

_REVISED = regexp(
    r"\b(?:modif(?:ies|ying)|revis(?:es|ing)|amend(?:s|ing)|correct(?:s|ing)|updat(?:es|ing))\s"
    r"(?:the|an|one)\s(?:existing\s)?entr(?:y|ies)\s(?:for|of)\s(?P<names>[A-Z][^;:\n]{2,200}?),?\s"
    r"(?:which|who|that)\s(?:was|were|had\sbeen)\s(?:first\s|originally\s)?(?:added|placed|listed|put)\b"
)
_MOST = 8


def revised_entries(act: Act, changed: tuple[ExtractedEffect, ...]) -> Iterator[ExtractedEffect]:
    """Yield an amendment for each entry revised, unless ``changed`` holds one of the same rule."""
    if act.family != "rule":
        return
    known = {target for one in changed for target in one.affected}
    for found in [*act.flow.sieve.finditer(_REVISED, act.body.start, act.body.end)][:_MOST]:
        sentence = act.flow.sentence(found.start())
        behind = act.namer.named_in(found.end(), sentence.end)
        listed = [one.id for one in behind if one.id != act.id]
        names = tuple(named_in_run(act.flow, Span(*found.span("names"))))
        if len(listed) != 1 or not names or known.intersection(listed):
            continue
        evidence = tuple(act.flow.evidence("parties", one.start, one.end) for one in names)
        built = effect_of(act, "amend", listed[0], Terms(), life_of_change(act), sentence)
        yield msgspec.structs.replace(
            built, parties=tuple(one.name for one in names), evidence=(*built.evidence, *evidence)
        )
