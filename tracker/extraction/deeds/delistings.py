"""Whom does a rule take off a list, where its names stand apart from the words that do it?

``The committee has decided to remove two entities. Both were added by FR Doc. 2026-90119`` and,
further down, a numbered list of the two.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import msgspec

from tracker.extraction.act import Act
from tracker.extraction.deeds.amended_words import effect_of, life_of_change
from tracker.extraction.deeds.review_policies import listing_rule
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.entity_lists import named_in_run, numbered_names, quoted_entries
from tracker.extraction.scope.parties import Party
from tracker.extraction.scope.terms import Terms
from tracker.extraction.spelling.numerals import ENGLISH_NUMBER, english_number
from tracker.extraction.spelling.regexps import regexp

_TAKES_OFF = regexp(
    rf"\b(?:remov(?:e|es|ing)|delet(?:e|es|ing)|tak(?:e|es|ing))\s(?:the\sfollowing\s)?(?P<n>{ENGLISH_NUMBER})\s"
    r"(?:entit(?:y|ies)|persons?|part(?:y|ies)|names?|entries)\b[^.;]{0,200}\b(?:from|off)\sthe\s[^.;]{0,40}\bList\b"
)


_INSTRUCTED = regexp(
    r"\b(?:Supplement|Appendix|List)\b[^.;]{0,60}(?:\b[Nn]o\.\s[0-9]{1,2}\b[^.;]{0,60})?\bis\s(?:further\s)?amended\b[^.;]{0,60}?\bby(?::[^;]{0,80}?)?\sremoving\b"
    r"(?![\s\S]{0,4000}\badding\b)"
)
"""An instruction that only takes entries out."""
_NAMED_AS_ADDED = regexp(
    r"\b(?:[Rr]emov(?:e|es|ing)|[Dd]elet(?:e|es|ing))\s[\"\u201c]?(?:the\s(?:entry|entries)\s(?:for|of)\s)?(?P<names>[A-Z][^;\n]{2,160}?)[\"\u201d]?,?\s"
    r"(?:an?\s(?:[a-z-]+\s){1,3}(?:located|based|listed)?\s?(?:in|under)\s[^,;\n]{3,60},\s)?(?:which|that|who)\s"
    r"(?:was|were|had\sbeen)\s(?:added|placed|listed|designated)\b"
    r"|(?:(?<=\n)|(?<=[.:]\s))(?P<removed>(?!(?:Paragraph|Section|Part|Supplement|Note|Item)\b)"
    r"[A-Z][\w.&'-]*(?:,?\s(?:[A-Z][\w.&'-]*|and|of|for|the|de)){0,12})"
    r"(?:\s\([A-Z][A-Za-z ]{2,40}\))?,\s(?:(?:which|that)\s(?:was|were)\s)?"
    r"(?:added|placed|listed|designated)"
    r"\s[^.;\n]{3,20}[^;\n]{0,140}?,\s(?:is|are)\s(?:hereby\s)?(?:removed|deleted)\b"
)
"""What names those taken off beside the rule that had put them on the list."""


def _names_in(found: re.Match[str]) -> tuple[int, int]:
    return found.span("names" if found["names"] else "removed")


def delistings(act: Act, moved: Iterable[ExtractedEffect]) -> Iterator[ExtractedEffect]:
    """Yield the end of the entries that are counted in one place and named in another."""
    if act.family != "rule" or any(one.parties and one.kind == "repeal" for one in moved):
        return
    found = _INSTRUCTED.search(act.flow.flow, act.body.start, act.body.end)
    names = quoted_entries(act.flow, Span(found.end(), act.body.end)) if found else ()
    if not names:
        found = _TAKES_OFF.search(act.flow.flow, act.body.start, act.body.end)
        count = english_number(found["n"]) if found is not None else None
        names = numbered_names(act.flow, Span(found.end(), act.body.end)) if found else ()
        names = names if len(names) == count else ()
    if not names:
        found = _NAMED_AS_ADDED.search(act.flow.flow, act.body.start, act.body.end)
        names = tuple(named_in_run(act.flow, Span(*_names_in(found)))) if found else ()
    if found is None or not names:
        yield from _by_listing_rule(act)
        return
    sentence = act.flow.sentence(found.start())
    target = listing_rule(act, sentence)
    if target is None:
        return
    evidence = tuple(act.flow.evidence("parties", one.start, one.end) for one in names)
    ended = effect_of(act, "repeal", target, Terms(), life_of_change(act), sentence)
    yield msgspec.structs.replace(
        ended, parties=tuple(one.name for one in names), reason="withdrawn",
        evidence=(*ended.evidence, *evidence),
    )  # fmt: skip


_WERE_ADDED = regexp(
    r"(?:(?<=\n)|(?<=[.:]\s)|(?<=\*\s))(?P<names>[A-Z][^;:\n]{2,400}?),?\s(?:which\s|that\s)?(?:was|were|had\sbeen)\s(?:first\s|originally\s|both\s|each\s|all\s)?"
    r"(?:added|placed|listed|designated)\b"
)
_STAYS = regexp(
    r"\b(?:stays?|remains?|continues?|retain(?:s|ed)?|kept|keeps?|declin(?:es?|ed)|denie[sd]|refused|not\sremoved)\b"
)
_COUNTRY_BEHIND = regexp(r"\s\((?:the\s)?[A-Z\u00c0-\u024f][^()]{2,40}\)$")


def _by_listing_rule(act: Act) -> Iterator[ExtractedEffect]:
    """Yield the end of entries told of beside the rule that had added them, a sentence each.

    Only where the names told so are as many as the rule says that it takes off.
    """
    takes = _TAKES_OFF.search(act.flow.flow, act.body.start, act.body.end)
    count = english_number(takes["n"]) if takes is not None else None
    told: list[tuple[str, Span, tuple[Party, ...]]] = []
    for added in _WERE_ADDED.finditer(act.flow.flow, act.body.start, act.body.end):
        sentence = act.flow.sentence(added.start("names"))
        end = act.flow.sentence(added.end() - 1).end
        if _STAYS.search(act.flow.flow, sentence.start, end):
            continue
        rules = [one.id for one in act.namer.named_in(added.end(), end) if one.id != act.id]
        if len(set(rules)) != 1:
            continue
        names = tuple(_bare_name(one) for one in named_in_run(act.flow, Span(*added.span("names"))))
        told.append((rules[0], Span(added.start("names"), end), names))
    if count is None or sum(len(names) for _, _, names in told) != count:
        return
    for target, words, names in told:
        evidence = tuple(act.flow.evidence("parties", one.start, one.end) for one in names)
        ended = effect_of(act, "repeal", target, Terms(), life_of_change(act), words)
        yield msgspec.structs.replace(
            ended, parties=tuple(one.name for one in names), reason="withdrawn",
            evidence=(*ended.evidence, *evidence),
        )  # fmt: skip


def _bare_name(one: Party) -> Party:
    """Return a name without the country that stands in brackets behind it."""
    country = _COUNTRY_BEHIND.search(one.name)
    if country is None:
        return one
    cut = len(country.group())
    return replace(one, name=one.name[:-cut], end=one.end - cut)
