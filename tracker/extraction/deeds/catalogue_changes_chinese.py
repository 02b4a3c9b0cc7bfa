"""Which effects do the changed entries of a catalogue make, one for each day, with their terms?"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life
from tracker.extraction.deeds.amended_words import effect_of, new_words
from tracker.extraction.deeds.catalogue_entries_chinese import Entry, entries_moved
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point, points
from tracker.extraction.scope.terms import Terms, goods, theme
from tracker.extraction.spelling.regexps import regexp

_KEYS = {"delete": "entries_removed", "add": "entries_added", "replace": "entries_changed"}


def catalogue_changes(
    act: Act, id: str, announced: Span, found: Sequence[Point], life_at: Callable[[Span], Life]
) -> Iterator[ExtractedEffect]:
    """Yield what an act does to the entries of the catalogue ``id``.

    ``found`` are its points; ``life_at`` tells the days of one of them, or of all.
    """
    line = act.flow.flow.rfind("\n", 0, announced.start) + 1
    annexed = [act.flow.trimmed(found[0].span.start, found[-1].span.end)] if found else []
    body = Span(line, act.body.end)
    stretches = [body, *(one for one in annexed if one.start >= body.end)]
    by_start: dict[object, tuple[Life, list[Entry]]] = {}
    known = set[str]()
    for entry in _within_points(act, entries_moved(act, stretches)):
        if entry.code.code in known:
            continue
        known.add(entry.code.code)
        point = next((one.span for one in found if one.span.holds(entry.code.start)), announced)
        life = life_at(point)
        by_start.setdefault(life.from_, (life, []))[1].append(entry)
    for life, entries in by_start.values():
        yield effect_of(act, "amend", id, _terms(act, entries), life, announced)


def _within_points(act: Act, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries, none with words of a later point of the act than its own."""
    ends = [point.span.end for point in points(act.flow, act.body)]
    for one in entries:
        end = min((end for end in ends if end > one.code.start), default=one.words.end)
        yield replace(one, words=Span(one.words.start, min(one.words.end, end)))


def _terms(act: Act, entries: Sequence[Entry]) -> Terms:
    terms = Terms()
    for one in entries:
        terms.extend(act.flow, _KEYS[one.does], (one.code.code,), one.code.start, one.code.end)
    kept = [one.words for one in entries if one.does != "delete"]
    theme(act.flow, terms, kept, ())
    goods(act.flow, tuple(_without_old(act, kept)), terms)
    return terms


_OLD_QUOTE = regexp(r"“[^”\n]{1,240}”[^“”。;\n]{0,12}$")
_OLD_PLAIN = regexp(r"(?:由|从|原[为文:]|自)[^,。;“”\n]{1,60},?\s?$")


def _without_old(act: Act, parts: Iterable[Span]) -> Iterator[Span]:
    """Yield the stretches of changed entries without the words that are replaced."""
    for part in parts:
        low = part.start
        for verb, before, _ in new_words(act, part):
            words = act.flow.flow[low : before.end]
            old = _OLD_QUOTE.search(words) or _OLD_PLAIN.search(words)
            if verb.does == "replace" and old is not None:
                yield Span(low, low + old.start())
                low = before.end
        yield Span(low, part.end)
