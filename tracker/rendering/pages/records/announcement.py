"""How does the page of one announcement look: its text, what was read in it, what was not?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracker.application.answers.announcement_file import AnnouncementFile
from tracker.domain.days import instant_of, parse_when
from tracker.domain.records import Announcement
from tracker.domain.republishing import republished
from tracker.extraction.pages.revision import Change
from tracker.projection.proposals import Proposal, State
from tracker.rendering import labels
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import neutral, short
from tracker.rendering.page import Chip, Fact, Link
from tracker.rendering.pages.parts.merging import merged
from tracker.rendering.pages.parts.pager import PagerView, pager_view
from tracker.rendering.pages.parts.quotes import PieceView, field_label, pieces_of
from tracker.rendering.pages.parts.record_words import summary_told
from tracker.rendering.words import Words

_STATE_TONES = {
    State.WAITING: "new",
    State.REFERRED: "doubt",
    State.REOPENED: "stop",
    State.ACCEPTED: "good",
    State.EDITED: "good",
    State.REJECTED: "plain",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One sentence that a revision edited, added or removed; marked pieces are what changed."""

    kind: str
    before: tuple[PieceView, ...]
    after: tuple[PieceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectLine:
    """An effect that rests on the announcement."""

    text: str
    href: str
    act: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncementPageView:
    """All that ``web/announcement.html.j2`` prints."""

    heading: str
    id: str
    meta: str
    chips: tuple[Chip, ...]
    facts: tuple[Fact, ...]
    original: Link | None
    copy: str | None
    text: tuple[PieceView, ...] | None
    quotes: tuple[PieceView, ...]
    no_text: str | None
    language: str | None
    pager: PagerView | None
    read: tuple[Fact, ...]
    effects: tuple[EffectLine, ...]
    acts: tuple[Link, ...]
    claims: tuple[str, ...]
    nothing_read: str | None
    unread: tuple[str, ...]
    versions: tuple[tuple[str, str | None], ...]
    changes: tuple[ChangeView, ...]
    no_changes: str | None
    copies: tuple[Link, ...]
    conflicts: tuple[tuple[str, str], ...]
    review: str | None
    words: Mapping[str, str]


_LABELS = (
    "text", "read", "unread", "unread_lead", "versions", "versions_lead", "copies", "conflicts",
    "conflicts_lead", "here", "there", "acts", "effects", "claims", "original", "exact", "review",
    "changes", "legend", "before", "after",
)  # fmt: skip


def announcement_view(
    words: Words, file: AnnouncementFile, addresses: Addresses, *, trusted: bool
) -> AnnouncementPageView:
    """Return what the page of one announcement prints."""
    record, id = file.record, file.record.id or ""
    return AnnouncementPageView(
        heading=short(record.title) if record.title else words("report.untitled"),
        id=id,
        meta=_meta(words, file),
        chips=tuple(_chips(words, file)),
        facts=tuple(_facts(words, file)),
        original=_original(record),
        copy=addresses.stored_copy(id) if file.rule == "full" and file.held else None,
        text=pieces_of(words, file.text.excerpt, laid=True) if file.text else None,
        quotes=tuple(_quotes(words, file)),
        no_text=_no_text(words, file),
        language=file.source.language if file.source else None,
        pager=_pager(words, file, addresses),
        read=tuple(_read(words, file)),
        effects=tuple(_effects(words, file, addresses)),
        acts=tuple(
            Link(text=labels.heading(words, one), url=addresses.instrument(one.id))
            for one in file.named
        ),
        claims=tuple(_claims(words, file)),
        nothing_read=None if file.reading or file.proposal else words("announcement.not_read"),
        unread=tuple(_unread(file)),
        versions=tuple(_versions(words, file, addresses)),
        changes=tuple(_change(words, one) for one in file.changes or ()),
        no_changes=_no_changes(words, file),
        copies=tuple(Link(text=one, url=addresses.announcement(one)) for one in file.copies),
        conflicts=tuple(_conflicts(file)),
        review=_review(file) if trusted else None,
        words={key: words(f"announcement.{key}") for key in _LABELS},
    )


def _review(file: AnnouncementFile) -> str:
    """Return where a reviewer decides: on the proposal, or that there is nothing to record."""
    if file.proposal:
        return f"/review/{file.proposal.id}"
    return Addresses().to("/review/read", announcement=file.record.id)


def _meta(words: Words, file: AnnouncementFile) -> str:
    source = file.source
    parts = [short((source.title if source else None) or file.record.source, longest=80)]
    if source:
        parts.append(words(f"authority.{source.authority}"))
    if file.record.published_at:
        zone = source.timezone if source else None
        day = words.there(parse_when(file.record.published_at), zone)
        parts.append(words("report.published", day=day))
    return " · ".join(parts)


def _chips(words: Words, file: AnnouncementFile) -> Iterator[Chip]:
    if file.reading and file.reading.class_:
        found = words.known("text_class", file.reading.class_) or ""
        yield Chip(tone="plain", text=found)
    if file.proposal:
        state = file.proposal.state
        yield Chip(tone=_STATE_TONES[state], text=words(f"proposal_state.{state}"))
    if file.record.revises:
        yield Chip(tone="wait", text=words("announcement.revision"))
    if file.history.withdrawn:
        yield Chip(tone="stop", text=words("announcement.withdrawn"))
    if file.history.unstable:
        yield Chip(tone="doubt", text=words("announcement.unstable"))


def _facts(words: Words, file: AnnouncementFile) -> Iterator[Fact]:
    record = file.record
    dates = (("fetched", record.fetched_at), ("recorded", instant_of(file.recorded_at)))
    for key, value in dates:
        moment = parse_when(value) if isinstance(value, str) else value
        if moment is not None:
            yield Fact(label=words(f"announcement.{key}"), lines=(words.when(moment),))
    for key, text in (("type", record.content_type), ("sha256", record.sha256), ("id", record.id)):
        if text:
            yield Fact(label=words(f"announcement.{key}"), lines=(neutral(text),))


def _original(record: Announcement) -> Link | None:
    url = record.final_url or record.url
    return labels.link(url) if url else None


def _quotes(words: Words, file: AnnouncementFile) -> Iterator[PieceView]:
    for one in merged(file.sentences):
        if shown := republished(one.text, file.rule):
            named = dict.fromkeys(field_label(words, field) for field in one.fields)
            label = words.listed(label for label in named if label) or None
            yield PieceView(text=neutral(shown), marked=True, label=label)


def _proposed(words: Words, found: Proposal) -> str:
    title = found.made.title or found.reading.announcement
    return short(summary_told(words, found.reading.records, title))


def _no_text(words: Words, file: AnnouncementFile) -> str | None:
    if file.text is not None:
        return None
    if not file.held:
        return words("announcement.no_copy")
    return words(f"announcement.rule_{file.rule}")


def _pager(words: Words, file: AnnouncementFile, addresses: Addresses) -> PagerView | None:
    if file.text is None:
        return None
    base = addresses.announcement(file.record.id or "")
    mark = "&" if "?" in base else "?"
    return pager_view(
        words, file.text.number, file.text.parts, lambda number: f"{base}{mark}part={number}"
    )


def _read(words: Words, file: AnnouncementFile) -> Iterator[Fact]:
    if file.proposal:
        yield Fact(label=words("announcement.proposed"), lines=(_proposed(words, file.proposal),))
        if file.proposal.by:
            yield Fact(label=words("announcement.decided"), lines=(short(file.proposal.by),))
        if file.proposal.reason:
            yield Fact(label=words("fact.reason"), lines=(short(file.proposal.reason),))
        doubts = tuple(short(words.said(one)) for one in file.proposal.reading.doubts[:10])
        if doubts:
            yield Fact(label=words("announcement.doubts"), lines=doubts)
    if file.reading and file.reading.unresolved:
        names = words.listed(short(one, longest=80) for one in file.reading.unresolved[:20])
        yield Fact(label=words("report.names"), lines=(names,))


def _effects(words: Words, file: AnnouncementFile, addresses: Addresses) -> Iterator[EffectLine]:
    for one in file.effects:
        act = file.acts[one.affecting]
        targets = words.listed(short(target, longest=80) for target in one.affected[:12])
        yield EffectLine(
            text=f"{words(f'kind.{one.kind}')}: {targets}",
            href=addresses.instrument(one.affecting),
            act=labels.number(words, act),
        )


def _claims(words: Words, file: AnnouncementFile) -> Iterator[str]:
    for one in file.claims:
        text = republished(one.text, file.rule)
        if text:
            speaker = short(one.speaker or words("claim.somebody"), longest=80)
            stance = words.known("stance", one.stance)
            yield " · ".join(part for part in (speaker, stance, f"“{short(text)}”") if part)


def _unread(file: AnnouncementFile) -> Iterator[str]:
    found = file.reading.unread if file.reading else ()
    for sentence in found[: 40 if file.rule == "full" else 3]:
        text = republished(sentence, file.rule)
        if text:
            yield short(text)


def _versions(
    words: Words, file: AnnouncementFile, addresses: Addresses
) -> Iterator[tuple[str, str | None]]:
    if len(file.history.versions) < 2:
        return
    for number, one in enumerate(file.history.versions, start=1):
        fetched = words.when(parse_when(one.fetched_at)) if one.fetched_at else ""
        told = words("announcement.version", n=number, when=fetched)
        own = one.id == file.record.id
        yield told, None if own else addresses.announcement(one.id or "")


def _change(words: Words, change: Change) -> ChangeView:
    return ChangeView(
        kind=words(f"announcement.{change.kind}"),
        before=tuple(PieceView(text=one.text, marked=one.changed) for one in change.before),
        after=tuple(PieceView(text=one.text, marked=one.changed) for one in change.after),
    )


def _no_changes(words: Words, file: AnnouncementFile) -> str | None:
    if file.record.revises is None or file.changes:
        return None
    return words("announcement.same" if file.changes is not None else "announcement.no_diff")


def _conflicts(file: AnnouncementFile) -> Iterator[tuple[str, str]]:
    for conflict in file.conflicts:
        for one in conflict.differences:
            here = republished(one.here, file.rule) or ""
            there = republished(one.there, file.rule) or ""
            yield short(here), short(there)
