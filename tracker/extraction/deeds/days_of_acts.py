"""From which day does an act change others, where it tells a day of its own for one of them?

``The amendments to Regulation (EU) 2024/911 shall apply from 1 July 2027``, ``Article 2 shall, as
regards Order No. 3 of 2022, apply from …``: what is done to the others keeps the common day.
"""

from collections.abc import Iterable, Iterator

import msgspec

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.prose.flow import DAY, Span
from tracker.extraction.spelling.regexps import regexp

_CHANGES = (
    r"(?:amendments?|changes?|modifications?|corrections?|repeal|revocation|suspension|deletions?)"
)
_REGARDS = (
    r"(?:[Aa]s\s(?:regards|respects)|[Ii]n\s(?:respect|relation)\s(?:of|to)|[Ww]ith\sregard\sto"
    r"|[Ii]n\sso\sfar\sas\sit\sconcerns)"
)
_TOLD = regexp(
    rf"(?:\b{_CHANGES}\s(?:made\s)?(?:to|of|in)|\b{_REGARDS})\s"
    r"(?P<act>(?:the\s)?[^.;\n\ue000\ue001]{0,160}?\ue001{3,160}\)?)"
    r"(?:\s[^.;\n\ue000\ue001]{0,80}?)?,?\s(?:(?:shall|will)\s)?(?:only\s)?"
    r"(?:appl(?:y|ies)|(?:have|has|takes?)\seffect|(?:come|enter)s?\sinto\s(?:force|effect|operation))"
    rf"\s(?:only\s)?(?:from|on|as\s(?:of|from)|with\seffect\sfrom)\s(?P<day>{DAY})"
)
"""How a sentence tells from when what an act does to another one counts."""


def with_days_of_acts(act: Act, effects: Iterable[ExtractedEffect]) -> Iterator[ExtractedEffect]:
    """Yield effects; one that has the common day takes that which is told of its act."""
    told = dict(_told(act)) if act.flow.language == "en" else {}
    common = {one.from_ for one in (act.commencement.general, act.commencement.rest) if one}
    for effect in effects:
        life = told.get(effect.affected[0].partition("#")[0])
        if life is None or (effect.from_ is not None and effect.from_ not in common):
            yield effect
            continue
        kept = tuple(one for one in effect.evidence if one.field != "from")
        yield msgspec.structs.replace(
            effect, from_=life.from_, basis="stated", evidence=(*kept, *act.dated(life))
        )


def _told(act: Act) -> Iterator[tuple[str, Life]]:
    flow = act.flow
    for one in flow.marked_sieve.finditer(_TOLD, act.body.start, act.body.end):
        named = act.namer.named_in(*one.span("act"))
        where = Span(*one.span("day"))
        day = act.times.resolved(*where.ends)
        if len(named) == 1 and named[0].id != act.id and day is not None:
            start = TimeWord(
                role="start", start=where.start, end=where.end, wording="of one act", day=day
            )
            yield named[0].id, Life(start=start)
