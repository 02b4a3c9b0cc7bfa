"""How are acts, measures and items called in the reader's language?"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from urllib.parse import urlsplit

from tracker.digests.lines import InstrumentRef, Items, MeasureRef, Part
from tracker.rendering.neutral import neutral, only_web, short
from tracker.rendering.page import Fact, Link
from tracker.rendering.words import Words

CODES_SHOWN = 12
SOURCES_SHOWN = 4
STANDING_SHOWN = 20
_TERMS = ("changed", "term")
_SPACING = re.compile(r"[\s年,.:;、，。：；\[\]()〔〕【】《》“”\"'-]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_OTHER = {"en": "zh", "zh": "en"}


def number(words: Words, act: InstrumentRef) -> str:
    """Return the number of an act; where that has no digit it names nothing, so the title, too."""
    found, name = _number(words, act), title(words, act)
    if _has_digit(found) or not name:
        return found
    if not found or _says(name, found):
        return name
    return found if _says(found, name) else words("meta.unnumbered", number=found, title=name)


def _number(words: Words, act: InstrumentRef) -> str:
    """Return the number in the form of this language where there is one.

    What stands for a number without a digit, and in another script, tells a Chinese reader nothing
    that the title does not: it is left out.
    """
    english = act.number_en or act.number or act.id
    found = english if words.language == "en" else act.number or english
    if words.language == "zh" and act.titles and not (_has_digit(found) or _HAN.search(found)):
        return ""
    return short(found) if found == act.id else _upper_first(short(found))


def _has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)


def title(words: Words, act: InstrumentRef) -> str:
    """Return the title of an act."""
    return short(words.said(words.name(act.titles))) if act.titles else ""


def heading(words: Words, act: InstrumentRef) -> str:
    """Return number and title of an act; one alone where it says the other, in any writing."""
    found, name = _number(words, act), title(words, act)
    if _says(name, found):
        return name
    if any(_says(one, name) for one in (found, act.number, act.number_en) if one):
        return found
    mark = "：" if words.language == "zh" else ": "
    return mark.join(part for part in (found, name) if part)


def _says(text: str, part: str) -> bool:
    """Tell whether a text begins with another, however both are written."""
    whole, start = _bare(text), _bare(part)
    cut = whole[len(start) : len(start) + 1].isdigit() and start[-1:].isdigit()
    return whole.startswith(start) and not cut


def _bare(text: str) -> str:
    """Return a number or title without what its writings differ in."""
    return _SPACING.sub("", unicodedata.normalize("NFKC", text)).casefold()


def other_name(words: Words, act: InstrumentRef) -> str | None:
    """Return number and title in the other language, as far as they differ."""
    other = _OTHER[words.language]
    own = act.number if other == "zh" else act.number_en
    found = (own, act.titles.get(other))
    told = {_number(words, act).casefold(), title(words, act).casefold()}
    parts = [short(part) for part in found if part and short(part).casefold() not in told]
    return " · ".join(parts) or None


def meta(words: Words, act: InstrumentRef, announced_on: date | None) -> str:
    """Return where, by whom and when an act was announced."""
    parts = [words.named(act.jurisdiction)] if act.jurisdiction else []
    if act.issuers:
        parts.append(words.listed(words.named(issuer) for issuer in act.issuers))
    if announced_on:
        parts.append(words("meta.announced", day=words.day(announced_on)))
    if act.authority != "issuer":
        parts.append(words("authority." + act.authority))
    return " · ".join(parts)


def provision(measure: MeasureRef) -> str:
    """Return the place of a measure in its text."""
    return short(measure.provision or measure.id.partition("#")[2] or measure.id)


def provisions(words: Words, measures: Iterable[MeasureRef]) -> str:
    """Return the places of several measures; those that share a place are told apart by name."""
    return words.listed(places(words, measures))


def places(words: Words, measures: Iterable[MeasureRef]) -> list[str]:
    """Return the place of each of several measures of one act, no two of them called alike."""
    measures = tuple(measures)
    shared = Counter(map(provision, measures))
    return [
        _told_apart(words, one) if shared[provision(one)] > 1 else words.said(provision(one))
        for one in measures
    ]


def _told_apart(words: Words, measure: MeasureRef) -> str:
    place = words.said(provision(measure))
    name = short(measure.id.partition("#")[2]).replace("-", " ")
    return f"{place}: {name}" if name else place


def measures(words: Words, parts: Sequence[Part]) -> str:
    """Return how many measures of how many instruments there are."""
    counted = words.count("count.measures", sum(len(part.measures) for part in parts))
    instruments = len({part.instrument.id for part in parts})
    if instruments < 2:
        return counted
    gap = "" if words.language == "zh" else " "
    return counted + gap + words.count("count.instruments", instruments)


def whose(words: Words, parts: Sequence[Part]) -> str:
    """Return the measures with the numbers of their instruments."""
    homes: dict[str, list[Part]] = {}
    for part in parts:
        homes.setdefault(part.instrument.id, []).append(part)
    return words.listed(
        f"{number(words, group[0].instrument)} ({_few(words, group)})" for group in homes.values()
    )


def listed_parts(words: Words, parts: Iterable[Part]) -> tuple[str, ...]:
    """Return a line for each instrument: its number and title, and which of its parts."""
    return tuple(
        words(
            "table.of",
            act=heading(words, part.instrument),
            parts=provisions(words, part.measures),
        )
        for part in parts
    )


def _few(words: Words, parts: Sequence[Part]) -> str:
    named = [measure for part in parts for measure in part.measures]
    if len(named) <= 3:
        return provisions(words, named)
    return words.count("count.parts", len(named))


def covers(words: Words, measure: MeasureRef) -> str:
    """Return what a measure covers: as somebody said it in short, or else its items and values."""
    told = words.said(measure.summary or measure.title or "")
    if told or measure.items is None:
        return short(told or "")
    items = measure.items
    named = [f"{words.named(one)} ({one.key})" for one in items.elements]
    codes = (*items.control_codes, *items.hs_codes)
    return short(words.listed([*named, *measure.thresholds, *map(neutral, codes)]))


def item_facts(words: Words, items: Items) -> tuple[Fact, ...]:
    """Return for whom and for what a line matters, as facts."""
    elements = (f"{words.named(one)} ({one.key})" for one in items.elements)
    found = (
        ("fact.for", words.listed(elements)),
        ("fact.codes", _limited(words, items.control_codes)),
        ("fact.hs", _limited(words, items.hs_codes)),
        ("fact.destinations", words.listed(neutral(words.said(one)) for one in items.destinations)),
        ("fact.end_uses", words.listed(map(neutral, items.end_uses))),
    )
    return tuple(Fact(label=words(key), lines=(text,)) for key, text in found if text)


def _limited(words: Words, codes: Sequence[str]) -> str:
    shown = words.listed(neutral(code) for code in codes[:CODES_SHOWN])
    left = len(codes) - CODES_SHOWN
    return shown if left <= 0 else f"{shown} {words('count.more', n=left)}"


def term(words: Words, key: str) -> str:
    """Return what a part of the terms, or a date of theirs, is called."""
    key = key.removeprefix("terms.")
    known = next((f"{part}.{key}" for part in _TERMS if words.has(f"{part}.{key}")), None)
    return words(known) if known else neutral(key.replace("_", " "))


def link(source: str) -> Link:
    """Return a source as a link: the host of an address, or the words that name it."""
    url = only_web(source)
    if url is None:
        return Link(text=short(source), url=None)
    host = _host(url)
    return Link(text=short(host or url, longest=80), url=url)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
