"""How does a digest look as HTML and as plain text?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from tracker.digests.concerns import Line
from tracker.digests.digest import Digest
from tracker.digests.lines import ActLine, ReviewLine, TaskLine, TurnLine, VerifiedLine
from tracker.digests.personal import Occasion, lines_of
from tracker.domain.questions import Status
from tracker.errors import UsageError
from tracker.rendering.act_entries import act_entry, turn_entry, verified_entry
from tracker.rendering.coverage_view import coverage_view
from tracker.rendering.loading import Templates
from tracker.rendering.occasions import occasion_heading, occasion_lines
from tracker.rendering.other_entries import (
    DoubtLine,
    Waiting,
    coming_entry,
    doubt_entry,
    review_entry,
    task_entry,
)
from tracker.rendering.page import DigestPage, Entry, Section, SummaryItem
from tracker.rendering.pictures import picture_view
from tracker.rendering.record_entries import correction_entry, report_entry
from tracker.rendering.words import TAGS, Language, Words

Shown = Line | Waiting
"""Whatever is one entry of a section."""

TEMPLATES = {"html": "digest/digest.html.j2", "text": "digest/digest.txt.j2"}


def render_digest(
    digest: Digest,
    *,
    format: Literal["html", "text"],  # noqa: A002 (the word of the command line)
    language: Language = "en",
    template_folder: Path | str | None = None,
) -> str:
    """Return a digest as a whole HTML page or as plain text.

    Templates in ``template_folder`` (such as ``digest/digest.html.j2``) go before ours; raises
    `tracker.errors.InputError` where one of them is wrong.
    """
    if format not in TEMPLATES:
        raise UsageError(f"{format!r} is no format of a digest; choose html or text")
    templates = Templates(template_folder)
    page = digest_page(Words(templates.words(), language), digest)
    return templates.render(TEMPLATES[format], page=page)


def digest_page(words: Words, digest: Digest) -> DigestPage:
    """Return what the templates of a digest print."""
    found = section_lines(words, digest)
    sections = tuple(
        replace(section, entries=tuple(line_entry(words, section.key, line) for line in lines))
        for section, lines in found
        if lines
    )
    return framed_page(words, digest, sections)


def framed_page(
    words: Words,
    digest: Digest,
    sections: tuple[Section, ...],
    occasion: Occasion | None = None,
) -> DigestPage:
    """Return a page with these sections; ``occasion`` is that of a subscription."""
    last = digest.window.last_day(None)
    window = digest.window
    return DigestPage(
        language=TAGS[words.language],
        title=words.name(digest.title),
        heading=(
            words(
                "period.heading",
                kind=words(f"period.{window.period or 'other'}"),
                period=words.window(window.since, window.until),
            )
            if occasion is None
            else occasion_heading(words, digest, occasion)
        ),
        basis=_basis(words, digest),
        summary=tuple(_summary(words, digest)),
        quiet=() if _is_alert(occasion) else tuple(_quiet(words, digest)),
        history=(
            words.count("summary.history", digest.history_added) if digest.history_added else None
        ),
        sections=sections,
        nothing=None if _is_alert(occasion) else _nothing(words, digest),
        picture=picture_view(words, digest.picture) if digest.picture else None,
        coverage=coverage_view(words, digest.coverage, last=last),
        why_label=words("why.label"),
        head=words("foot.head", position=digest.head.position, hash=digest.head.hash),
        check=words("foot.check", hash=digest.head.hash),
        notes=(words("foot.titles"),) if lines_of(digest) else (),
        disclaimer=words.name(digest.disclaimer),
        digest=digest,
        about=tuple(occasion_lines(words, digest, occasion)) if occasion else (),
    )


def _is_alert(occasion: Occasion | None) -> bool:
    """Tell whether only what is new is told, so that what is missing means nothing."""
    return occasion is not None and occasion.cadence == "immediate" and not occasion.watching


def section_lines(words: Words, digest: Digest) -> Iterator[tuple[Section, tuple[Shown, ...]]]:
    """Yield each section without its entries, and the lines that make them, in their order."""
    overdue = any(line.overdue_days for line in digest.needs_action)
    action: tuple[Line, ...] = (*digest.needs_action, *digest.to_review)
    yield _section(words, "needs_action", alert=overdue), action
    yield _section(words, "announced"), tuple(_grounds_once(digest.announced))
    for key in ("took_effect", "coming_up", "ended"):
        yield _section(words, key), getattr(digest, key)
    yield _section(words, "in_doubt"), tuple(_waiting_once(digest.in_doubt))
    for key in ("corrections", "reports"):
        yield _section(words, key), getattr(digest, key)


def _waiting_once(lines: Sequence[DoubtLine]) -> Iterator[DoubtLine | Waiting]:
    """Yield what is in doubt; what stands in full as a task above is named in one line."""
    waiting = tuple(line for line in lines if isinstance(line, TaskLine))
    if waiting:
        yield Waiting(waiting)
    yield from (line for line in lines if not isinstance(line, TaskLine))


def line_entry(words: Words, section: str, line: Shown) -> Entry:
    """Return the entry of one line of a section."""
    return _ENTRIES[section](words, line)


def _section(words: Words, key: str, *, alert: bool = False) -> Section:
    return Section(
        key=key.replace("_", "-"),
        heading=words(f"section.{key}"),
        lead=words(f"lead.{key}") if words.has(f"lead.{key}") else None,
        entries=(),
        alert=alert,
    )


def _grounds_once(lines: Sequence[ActLine]) -> Iterator[ActLine]:
    """Yield the lines; one that follows another of its act does not repeat on what both rest."""
    before: ActLine | None = None
    for line in lines:
        repeats = before is not None and line.same_act and line.grounds == before.grounds
        before = line
        yield replace(line, grounds=None) if repeats else line


def _ended_entry(words: Words, line: TurnLine | VerifiedLine) -> Entry:
    if isinstance(line, VerifiedLine):
        return verified_entry(words, line)
    return turn_entry(words, line)


def _action_entry(words: Words, line: TaskLine | ReviewLine) -> Entry:
    return task_entry(words, line) if isinstance(line, TaskLine) else review_entry(words, line)


def _basis(words: Words, digest: Digest) -> str:
    recorded = None
    if digest.recorded_by is not None:
        recorded = words("period.as_recorded", when=words.when(digest.recorded_by))
    key = "as_known_so_far" if _still_runs(digest) else "as_known"
    known = words.sentences([words(f"period.{key}"), recorded])
    return f"{known} · {words('period.made', when=words.instant(digest.made_at))}"


def _still_runs(digest: Digest) -> bool:
    """Tell whether the period had not ended when the digest was made."""
    until = digest.window.until
    return not isinstance(until, datetime) and until > digest.made_at.date()


def _summary(words: Words, digest: Digest) -> Iterator[SummaryItem]:
    overdue = sum(1 for line in digest.needs_action if line.overdue_days)
    due = len(digest.needs_action) - overdue
    acts = len({line.act.id for line in digest.announced})
    doubts = sum(1 for line in digest.in_doubt if not isinstance(line, TaskLine))
    counts = (
        ("overdue", "needs-action", overdue, True),
        ("due", "needs-action", due, True),
        ("to_review", "needs-action", len(digest.to_review), False),
        ("announced", "announced", acts, False),
        ("took_effect", "took-effect", len(digest.took_effect), False),
        ("coming_up", "coming-up", len(digest.coming_up), False),
        ("ended", "ended", len(digest.ended), False),
        ("in_doubt", "in-doubt", doubts, False),
        ("corrections", "corrections", len(digest.corrections), False),
        ("reports", "reports", len(digest.reports), False),
    )
    for key, anchor, number, alert in counts:
        if number:
            yield SummaryItem(
                anchor=anchor, text=words.count(f"summary.{key}", number), alert=alert
            )
    if not digest.coverage.whole:
        yield SummaryItem(anchor="coverage", text=words("summary.coverage"), alert=True)


def _quiet(words: Words, digest: Digest) -> Iterator[str]:
    if digest.announced or digest.took_effect or digest.ended:
        return
    turned = _turned_unverified(digest)
    yield words.count("summary.quiet_but", turned) if turned else words("summary.quiet")
    if not digest.coverage.whole:
        yield words("summary.quiet_unread")


def _turned_unverified(digest: Digest) -> int:
    """Count the rules that came into or out of force by their own terms, with nobody's word.

    One that is pending where it was suspended binds nobody either way.
    """
    lapsed = (line for line in digest.needs_action if line.turned_in_window)
    parts = (
        part
        for line in lapsed
        for part in line.parts
        if part.before is not part.after and Status.IN_FORCE in (part.before, part.after)
    )
    return len({measure.id for part in parts for measure in part.measures})


def _nothing(words: Words, digest: Digest) -> str | None:
    empty = [section.heading for section, lines in section_lines(words, digest) if not lines]
    return words("summary.nothing", sections=words.listed(empty)) if empty else None


_ENTRIES: Mapping[str, Callable[[Words, Any], Entry]] = {
    "needs-action": _action_entry,
    "announced": act_entry,
    "took-effect": turn_entry,
    "coming-up": coming_entry,
    "ended": _ended_entry,
    "in-doubt": doubt_entry,
    "corrections": correction_entry,
    "reports": report_entry,
}
