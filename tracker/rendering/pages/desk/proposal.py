"""What does the review desk show of one proposal: all that is needed to decide on it?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.application.answers.excerpts import UNREAD, Excerpt
from tracker.application.desk.review import Case
from tracker.domain.days import instant_of
from tracker.domain.questions import Clocks
from tracker.domain.rulebook import Field
from tracker.projection.proposals import Proposal, State
from tracker.rendering.addresses import Addresses, in_path
from tracker.rendering.labels import link
from tracker.rendering.neutral import laid, neutral, short
from tracker.rendering.page import Chip, Link
from tracker.rendering.pages.desk.before_after import RehearsalView, rehearsal_view
from tracker.rendering.pages.desk.cards import CardView, beside_cards, cards
from tracker.rendering.pages.parts.record_words import field_told, term_name, told
from tracker.rendering.pages.parts.standing import state_told
from tracker.rendering.words import Words

_STATES = {
    State.WAITING: "new",
    State.REFERRED: "doubt",
    State.REOPENED: "stop",
    State.ACCEPTED: "good",
    State.EDITED: "good",
    State.REJECTED: "plain",
}


def address(proposal: str, *parts: str) -> str:
    """Return the address of a proposal, or of a deed on it."""
    return "/".join(("/review", in_path(proposal), *parts))


def state_chip(words: Words, found: Proposal) -> Chip:
    """Return where a proposal stands."""
    return Chip(tone=_STATES[found.state], text=state_told(words, found))


def meta(words: Words, found: Proposal) -> str:
    """Return where a proposal comes from, and what its text was taken for."""
    made, reading = found.made, found.reading
    authority = words.known("authority", made.authority) or ""
    parts = [neutral(made.source), authority]
    parts.append(words(f"desk.class_{reading.class_ or 'none'}"))
    if reading.announced_at:
        parts.append(words("report.published", day=field_told(words, reading.announced_at[:10])))
    return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of the stored text: plain, or words on which ``fields`` rest (or that nobody
    understood); ``mark`` numbers the marked ones from 1."""

    text: str
    mark: int | None = None
    fields: str | None = None
    unread: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """What ``web/proposal.html.j2`` prints.

    ``lines`` are the stored text, a paragraph each, ``whole`` tells that nothing of it is left
    out; ``moves`` that there is an effect. ``seen`` goes back with a decision, which is taken on
    what was seen or not at all.
    ``late`` says why a decision was not taken, ``typed`` what its maker had typed,
    ``typed_into`` the form that still takes it.
    """

    id: str
    heading: str
    href: str
    state: Chip
    meta: str
    link: Link | None
    announcement_href: str
    history: str | None
    lines: tuple[tuple[Run, ...], ...]
    whole: bool
    text_language: str | None
    missing: tuple[tuple[str, str], ...]
    moves: bool
    cards: tuple[CardView, ...]
    others: tuple[str, ...]
    policy: str | None
    reasons: tuple[str, ...]
    unread: tuple[str, ...]
    differences: tuple[tuple[str, str, str, str], ...]
    rehearsal: RehearsalView
    fault: str | None
    open: bool
    yours: bool
    seen: int
    signable: bool
    notice: str | None
    late: str | None
    typed: str | None
    typed_into: str | None
    place: str | None
    before_href: str | None
    after_href: str | None
    labels: Mapping[str, str]


CASE_LABELS = (
    "text", "text_excerpts", "no_text", "proposed", "was_proposed", "nothing_proposed", "others",
    "why_asked", "unread", "differences", "what", "field", "log_says", "text_says", "becomes",
    "accept", "accept_hint", "edit", "reject", "reject_reason", "refer", "refer_reason",
    "refer_hint", "next", "previous", "queue", "today_head", "before", "after", "term", "stored",
    "source", "fault", "yours_not", "sign", "sign_case", "typed", "keys", "key_accept", "key_edit",
    "key_reject", "key_refer", "key_next", "key_previous", "key_queue", "key_help", "keys_list",
    "keys_off", "keys_on", "close_dialog", "rests_on", "not_found", "decide", "not_understood",
    "counts",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around a case: the person, the name of the acceptance policy, the queue, and
    what was tried on it before: the ``deed``, and what was ``typed`` for it."""

    person: str
    policy: str
    queue: tuple[str, ...] = ()
    late: str | None = None
    typed: str | None = None
    deed: str | None = None
    notice: str | None = None


def case_view(
    words: Words,
    case: Case,
    text: Iterable[Excerpt],
    around: Around,
    *,
    whole: bool,
    clocks: Clocks,
    field: Field,
) -> CaseView:
    """Return a proposal with its text, its fields, and what it would change."""
    found = case.proposal
    made, reading = found.made, found.reading
    lines, places = _lines(words, text)
    return CaseView(
        id=found.id,
        heading=short(made.title or reading.announcement),
        href=address(found.id),
        state=state_chip(words, found),
        meta=meta(words, found),
        link=link(made.url) if made.url else None,
        announcement_href=Addresses().announcement(reading.announcement),
        history=history(words, found),
        lines=lines,
        whole=whole,
        text_language=_language(lines),
        missing=tuple(
            (term_name(words, item.field or "text"), short(item.quote))
            for item in case.passages
            if not item.found
        ),
        moves=any(one["type"] == "effect" for one in reading.records),
        cards=cards(words, reading.records, places, field),
        others=tuple(told(words, one) for one in beside_cards(reading.records)),
        policy=_policy(words, found, around.policy),
        reasons=tuple(neutral(words.said(doubt)) for doubt in case.doubts),
        unread=tuple(short(sentence, longest=600) for sentence in reading.unread),
        differences=tuple(_differences(words, found)),
        rehearsal=rehearsal_view(words, case.rehearsal, today=_today(clocks)),
        fault=short(case.fault) if case.fault else None,
        open=found.open,
        yours=found.referred_by != around.person,
        seen=found.steps,
        signable=not found.open and (found.by or "").startswith("policy/"),
        notice=around.notice,
        late=around.late,
        typed=laid(around.typed) if around.typed else None,
        typed_into=around.deed if found.open and found.referred_by != around.person else None,
        **_neighbours(words, found.id, around.queue),
        labels={label: words(f"desk.{label}") for label in CASE_LABELS},
    )


def _today(clocks: Clocks) -> date:
    return clocks.on or clocks.now.date()


def _policy(words: Words, found: Proposal, name: str) -> str | None:
    """Return what the policy makes of such a document, where a person is asked."""
    if not found.open:
        return None
    reading = found.reading
    return words(
        "desk.policy_asks",
        name=neutral(name),
        authority=words.known("authority", found.made.authority) or "",
        read=words(f"desk.class_{reading.class_ or 'none'}"),
        how=words("desk.complete" if reading.complete else "desk.partial"),
    )


def _neighbours(words: Words, id: str, queue: Sequence[str]) -> dict[str, Any]:
    """Return where a proposal stands in the queue, and what stands before and after it."""
    if id not in queue:
        first = address(queue[0]) if queue else None
        return {"place": None, "before_href": None, "after_href": first}
    at = queue.index(id)
    return {
        "place": words("desk.place", n=at + 1, of=len(queue)),
        "before_href": address(queue[at - 1]) if at else None,
        "after_href": address(queue[at + 1]) if at + 1 < len(queue) else None,
    }


def history(words: Words, found: Proposal) -> str | None:
    """Return who did what to a proposal last, and when; ``None`` where nobody has."""
    if not (found.by or found.reason):
        return None
    state = state_told(words, found)
    when = words.instant(instant_of(found.at))
    said = (
        words("desk.done_by", state=state, by=neutral(found.by), when=when)
        if found.by
        else (words("desk.done", state=state, when=when))
    )
    reason = words("desk.for_reason", reason=short(found.reason)) if found.reason else None
    counts = words.count("desk.effects_count", len(found.effects)) if found.effects else None
    return words.sentences((said, reason, counts))


def _lines(
    words: Words, text: Iterable[Excerpt]
) -> tuple[tuple[tuple[Run, ...], ...], dict[int, int]]:
    """Return the text by lines, and at which character each numbered mark begins."""
    lines: list[tuple[Run, ...]] = []
    places: dict[int, int] = {}
    number = 0
    for excerpt in text:
        at, line = excerpt.start, list[Run]()
        for piece in excerpt.pieces:
            says = any(char.isalnum() for char in piece.text)
            fields = tuple(name for name in piece.fields if name != UNREAD and says)
            mark = None
            if fields:
                number += 1
                places[at] = mark = number
            named = words.listed(term_name(words, name) for name in fields) or None
            for place, part in enumerate(piece.text.split("\n")):
                if place:
                    lines.append(tuple(line))
                    line, mark = [], None
                if part:
                    run = Run(
                        text=laid(part),
                        mark=mark,
                        fields=named,
                        unread=UNREAD in piece.fields and not fields,
                    )
                    line.append(run)
            at += len(piece.text)
        lines.append(tuple(line))
    return tuple(line for line in lines if any(run.text.strip() for run in line)), places


def _language(lines: Iterable[Iterable[Run]]) -> str | None:
    """Return what the ``lang`` attribute of a text says, as far as its letters tell."""
    letters = "".join(run.text for line in lines for run in line)
    signs = sum("\u4e00" <= char <= "\u9fff" for char in letters)
    if signs * 3 > len(letters):
        return "zh"
    return "en" if letters.isascii() else None


def _differences(words: Words, found: Proposal) -> Iterator[tuple[str, str, str, str]]:
    for one in found.reading.differences:
        nothing = words("record.nothing")
        yield (
            short(one.about),
            term_name(words, one.field),
            short(one.held) if one.held else nothing,
            short(one.read) if one.read else nothing,
        )
