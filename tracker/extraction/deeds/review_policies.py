"""For which listed persons does a rule change how applications are looked at?

``For Vantor Metals FZE, the license review policy is changed from a presumption of denial to
case-by-case review`` changes the terms of the rule that had listed that person, and only for it.
"""

import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from tracker.extraction.act import Act
from tracker.extraction.deeds.amended_words import effect_of, life_of_change
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.entity_lists import named_in_run
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.scope.terms import Terms
from tracker.extraction.spelling.regexps import regexp

_POLICY = r"licen[cs]e\s(?:review\spolic(?:y|ies)|requirements?)"
_CHANGED = r"(?:changed|revised|modified|amended|altered|replaced)"
_NAMES = r"(?P<names>[A-Z][^;:]{2,300}?)"
_CHANGES = (
    regexp(
        rf"\b[Ff]or\s{_NAMES},?\s(?:the\s|its\s|their\s)?{_POLICY}\s(?:is|are)\s(?:hereby\s)?{_CHANGED}\s(?:[^.;]{{3,120}}?\s)??"
        r"(?:to|by|with)\s(?P<new>[^.;]{3,160})"
    ),
    regexp(
        rf"\b(?:revis|chang|modif|amend)(?:es|ies|ing|ying)\sthe\s{_POLICY}\s(?:for|of)\s(?:the\sentry\s(?:for|of)\s)?{_NAMES}\s"
        r"(?:from\s[^.;]{3,120}?\s)?to\s(?P<new>[^.;]{3,160})"
    ),
    regexp(
        rf"\b[Tt]he\s{_POLICY}\s(?:for|of)\s{_NAMES}\s(?:is|are)\s(?:hereby\s)?{_CHANGED}\s(?:[^.;]{{3,120}}?\s)??"
        r"to\s(?P<new>[^.;]{3,160})"
    ),
)
_MOST = 40
_REACH = 500
_ADDED_BY = regexp(
    r"\b(?:were|was|been|is|are)\s(?:first\s|originally\s)?(?:added|placed|listed|put)\b[^;]{0,120}\b(?:by|in|under|with|on)\b"
    r"|\b(?:BIS|[Cc]ommittee|[Rr]ule|[Bb]ureau)\s(?:first\s|originally\s)?(?:added|placed|listed|put)\b[^;]{0,120}\bList\b"
)


def changed_reviews(act: Act) -> Iterator[ExtractedEffect]:
    """Yield an amendment for each change, of the rule that listed the persons named."""
    if act.family != "rule":
        return
    told = re.finditer(_POLICY, act.flow.flow[act.body.start : act.body.end])
    at = act.body.start
    for policy in islice(told, _MOST):
        sentence = act.flow.sentence(act.body.start + policy.start())
        if sentence.start < at:
            continue
        at = sentence.end
        stop = min(sentence.end, act.body.start + policy.end() + _REACH)
        low = max(sentence.start, act.body.start + policy.start() - _REACH)
        hits = (pattern.search(act.flow.flow, low, stop) for pattern in _CHANGES)
        found = next(filter(None, hits), None)
        if found is not None:
            yield from _amended(act, sentence, found)


def _amended(act: Act, sentence: Span, found: re.Match[str]) -> Iterator[ExtractedEffect]:
    listing = listing_rule(act, sentence)
    demand = requirement_of(act.flow, Span(*found.span("new")))
    names = tuple(named_in_run(act.flow, Span(*found.span("names"))))
    if listing is None or demand is None or not names:
        return
    terms = Terms()
    terms.put(act.flow, "requirement", *demand)
    evidence = tuple(act.flow.evidence("parties", one.start, one.end) for one in names)
    built = effect_of(act, "amend", listing, terms, life_of_change(act), sentence)
    yield msgspec.structs.replace(
        built, parties=tuple(one.name for one in names), evidence=(*built.evidence, *evidence)
    )


def listing_rule(act: Act, sentence: Span) -> str | None:
    """Return the rule that had listed the persons: told there, or in one place elsewhere."""
    here = [one.id for one in act.namer.named_in(sentence.start, sentence.end) if one.id != act.id]
    if here:
        return here[0]
    told: dict[str, None] = {}
    for other in act.flow.within(act.body.start, act.body.end):
        if _ADDED_BY.search(act.flow.flow, other.start, other.end):
            told.update(
                (one.id, None)
                for one in act.namer.named_in(other.start, other.end)
                if one.id != act.id
            )
    return next(iter(told)) if len(told) == 1 else None
