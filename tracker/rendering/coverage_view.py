"""How is it told what was checked and what was not?"""

from collections.abc import Iterator
from datetime import date

from tracker.digests.digest import Coverage, CoverageLine, SourceLine
from tracker.rendering.neutral import neutral, short
from tracker.rendering.page import CoverageView, Table
from tracker.rendering.words import Words

_NOT_TRACKED = "not_tracked"


def coverage_view(words: Words, coverage: Coverage, *, last: date) -> CoverageView:
    """Tell how well each jurisdiction was watched up to ``last``; alike ones share a row."""
    tracked = [line for line in coverage.jurisdictions if line.state != _NOT_TRACKED]
    rows: dict[tuple[tuple[str, ...], ...], list[str]] = {}
    for line in tracked:
        rows.setdefault(_cells(words, line, last), []).append(words.named(line.jurisdiction))
    keys = ("coverage.jurisdiction", "coverage.state", "coverage.reach", "coverage.sources")
    table = Table(
        heads=tuple(words(key) for key in keys),
        rows=tuple(((words.listed(names),), *cells) for cells, names in rows.items()),
    )
    unread = any(line.unread_from for line in tracked)
    return CoverageView(
        heading=words("section.coverage"),
        as_of=words("coverage.as_of", when=words.instant(coverage.as_of)),
        warning=words("coverage.warning") if unread else None,
        table=table if rows else None,
        lines=tuple(_lines(words, coverage)),
    )


def _cells(words: Words, line: CoverageLine, last: date) -> tuple[tuple[str, ...], ...]:
    sources = tuple(source_words(words, source) for source in line.sources)
    return (
        (words(f"coverage.{line.state}"),),
        tuple(_reach(words, line, last)),
        sources or (words("coverage.no_source"),),
    )


def _reach(words: Words, line: CoverageLine, last: date) -> Iterator[str]:
    covered = line.covered_through
    yield (
        words("coverage.covered", day=words.day(covered))
        if covered
        else (words("coverage.never_covered"))
    )
    if line.unread_from:
        key = "coverage.unread" if line.unread_from < last else "coverage.unread_day"
        yield words(key, first=words.day(line.unread_from), last=words.day(last))
    for gap in line.gaps:
        values = {"first": words.day(gap.first), "last": words.day(gap.last)}
        yield words("coverage.gap", source=neutral(gap.source), **values)


def source_words(words: Words, source: SourceLine) -> str:
    """Tell how one source is doing."""
    name = short(words.said(source.title or source.id), longest=80)
    health = words(f"health.{source.health}")
    if source.last_good_at is None:
        return words("coverage.source_never", name=name, health=health)
    when = words.instant(source.last_good_at)
    return words("coverage.source", name=name, health=health, when=when)


def _lines(words: Words, coverage: Coverage) -> Iterator[str]:
    missing = [line for line in coverage.jurisdictions if line.state == _NOT_TRACKED]
    if missing:
        names = words.listed(words.named(line.jurisdiction) for line in missing)
        yield words("coverage.not_tracked_line", names=names)
    if coverage.other_sources:
        told = "; ".join(source_words(words, source) for source in coverage.other_sources)
        yield f"{words('coverage.others')}: {told}"
    yield from (short(words.said(text), longest=600) for text in coverage.statements)
