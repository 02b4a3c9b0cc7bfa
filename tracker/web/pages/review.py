"""How do people decide in the browser on what was read? (the queue, one proposal, the deeds)"""

from collections.abc import Callable, Iterable
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from tracker.application.answers.evidence import Texts
from tracker.application.answers.excerpts import Excerpt, excerpts, unread_in, whole_text
from tracker.application.desk.review import Case
from tracker.application.people.accounts import Person, Role
from tracker.errors import ConcurrentAppend, InputError, ReviewError, UsageError
from tracker.projection.proposals import OPEN, Proposal, State
from tracker.rendering.addresses import Addresses
from tracker.rendering.neutral import short
from tracker.rendering.pages.desk.beside import Beside, beside
from tracker.rendering.pages.desk.late import late_told, reason_fault
from tracker.rendering.pages.desk.proposal import Around, address, case_view
from tracker.rendering.pages.desk.queue import queue_view
from tracker.rendering.words import Words
from tracker.web.frame import Frame
from tracker.web.services import Services
from tracker.web.signin.guard import required

Reviewer = Annotated[Person, Depends(required(Role.REVIEWER))]
Seen = Annotated[int, Form(ge=0)]

WHOLE = 24_000
"""A stored text of so many characters is shown whole, a longer one in the parts that count."""

DECIDED_SHOWN = 100
_CLOSED = frozenset(State) - OPEN
DONE = ("accept", "edit", "reject", "refer", "signed", "read", "closed", "retracted", "settled")


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/review`` and ``/review/ID`` with its deeds."""
    router = APIRouter(prefix="/review")
    desk = services.review

    @router.get("")
    def queue(
        request: Request, person: Reviewer, show: str = "", done: str = "", of: str = ""
    ) -> Response:
        words, decided = frame.words(request), show == "decided"
        found = desk.proposals(_CLOSED if decided else OPEN)
        if decided:
            found = tuple(sorted(found, key=lambda one: -one.at)[:DECIDED_SHOWN])
        view = queue_view(
            words,
            found,
            unsigned=() if decided else desk.unsigned(),
            tasks=() if decided else services.queries.upcoming(frame.clocks(request), days=0).tasks,
            policy=services.acceptance_policy().name,
            beside=None if decided else waiting_beside(words),
            decided=decided,
            notice=notice(words, services, done, of),
        )
        return frame.page(request, "review.html.j2", view)

    def waiting_beside(words: Words) -> Beside:
        return beside(
            words,
            conflicts=services.conflicts.waiting(),
            official=services.entering.official_words(),
            older=services.adding.read_by_older(),
        )

    @router.get("/{id}")
    def proposal(
        request: Request, person: Reviewer, id: str, done: str = "", of: str = ""
    ) -> Response:
        told = notice(frame.words(request), services, done, of)
        return shown(request, person, id, notice=told)

    def shown(
        request: Request,
        person: Person,
        id: str,
        *,
        status: int = 200,
        late: str | None = None,
        typed: str | None = None,
        deed: str | None = None,
        notice: str | None = None,
    ) -> Response:
        case = _case(services, id)
        text, whole = text_of_case(services, case)
        around = Around(
            person=person.name,
            policy=services.acceptance_policy().name,
            queue=_ids(desk.proposals()),
            late=late,
            typed=typed,
            deed=deed,
            notice=notice,
        )
        view = case_view(
            frame.words(request),
            case,
            text,
            around,
            whole=whole,
            clocks=frame.clocks(request),
            field=services.field,
        )
        return frame.page(request, "proposal.html.j2", view, status=status)

    def decided(
        request: Request,
        person: Person,
        id: str,
        seen: int,
        *,
        deed: str,
        take: Callable[[], object],
        typed: str = "",
        fault: str | None = None,
    ) -> Response:
        """Take a decision and go on to the next proposal, or show what came in between.

        Where the form itself is at fault nothing is taken, and the page says so.
        """
        if fault is not None:
            return shown(request, person, id, status=400, late=fault, typed=typed, deed=deed)
        queue = _ids(desk.proposals())
        try:
            take()
        except (ReviewError, ConcurrentAppend, InputError, UsageError) as error:
            words, found = frame.words(request), _proposal(services, id)
            told = late_told(words, found, by=person.name, seen=seen) or short(str(error))
            return shown(request, person, id, status=409, late=told, typed=typed, deed=deed)
        return RedirectResponse(onward(queue, id, deed), status_code=303)

    @router.post("/{id}/accept")
    def accept(request: Request, person: Reviewer, id: str, seen: Seen) -> Response:
        def take() -> object:
            return desk.accept(id, by=person.name, seen=seen)

        return decided(request, person, id, seen, deed="accept", take=take)

    @router.post("/{id}/reject")
    def reject(
        request: Request,
        person: Reviewer,
        id: str,
        seen: Seen,
        reason: Annotated[str, Form()] = "",
    ) -> Response:
        reason = reason.replace("\r\n", "\n")

        def take() -> object:
            return desk.reject(id, by=person.name, reason=reason, seen=seen)

        fault = reason_fault(frame.words(request), reason, needed=True)
        return decided(
            request, person, id, seen, deed="reject", take=take, typed=reason, fault=fault
        )

    @router.post("/{id}/refer")
    def refer(
        request: Request,
        person: Reviewer,
        id: str,
        seen: Seen,
        reason: Annotated[str, Form()] = "",
    ) -> Response:
        reason = reason.replace("\r\n", "\n")

        def take() -> object:
            return desk.refer(id, by=person.name, reason=reason.strip() or None, seen=seen)

        fault = reason_fault(frame.words(request), reason, needed=False)
        return decided(
            request, person, id, seen, deed="refer", take=take, typed=reason, fault=fault
        )

    @router.post("/{id}/sign-off")
    def sign_off(request: Request, person: Reviewer, id: str) -> Response:
        try:
            desk.sign_off(id, by=person.name)
        except ReviewError as error:
            raise HTTPException(409, str(error)) from None
        return RedirectResponse("/review?done=signed", status_code=303)

    return router


def onward(queue: Iterable[str], id: str, deed: str) -> str:
    """Return where to go after a decision: the proposal after it, else the one before, the queue.

    A proposal that waits for a second person stays in the queue and is passed over.
    """
    ids = tuple(queue)
    at = ids.index(id) if id in ids else 0
    rest = [one for one in (*ids[at:], *ids[:at]) if one != id]
    path = address(rest[0]) if rest else "/review"
    return Addresses().to(path, done=deed, of=id)


def notice(words: Words, services: Services, done: str, of: str) -> str | None:
    """Return what was just done, as the address that leads here says."""
    if done not in DONE:
        return None
    if done not in ("accept", "edit", "reject", "refer"):
        return words(f"desk.notice_{done}")
    try:
        found = services.review.proposal(of)
    except ReviewError:
        return None
    title = short(found.made.title or found.reading.announcement, longest=100)
    return words(f"desk.notice_{done}", title=title)


def text_of_case(services: Services, case: Case) -> tuple[tuple[Excerpt, ...], bool]:
    """Return the text to read beside a case, and whether it is whole."""
    reading = case.proposal.reading
    place = reading.announcement
    text = Texts(services.log).of(place)
    if text is None:
        return (), False
    marked = (*case.passages, *unread_in(reading.unread, text, place))
    if len(text) <= WHOLE:
        return (whole_text(marked, text, place),), True
    return tuple(excerpts(marked, text, place)), False


def _proposal(services: Services, id: str) -> Proposal:
    try:
        return services.review.proposal(id)
    except ReviewError as error:
        raise HTTPException(404, str(error)) from None


def _case(services: Services, id: str) -> Case:
    _proposal(services, id)
    return services.review.case(id)


def _ids(found: Iterable[Proposal]) -> tuple[str, ...]:
    return tuple(one.id for one in found)
