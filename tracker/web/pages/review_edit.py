"""How is a proposal changed in the browser before it counts?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from tracker.application.desk.editing import (
    EDITABLE,
    LISTS,
    Record,
    as_json,
    parsed,
    typed,
    with_fields,
)
from tracker.application.people.accounts import Person
from tracker.application.reading.settling import checked
from tracker.errors import ConcurrentAppend, InputError, ReviewError, UsageError
from tracker.projection.proposals import Proposal
from tracker.rendering.neutral import short
from tracker.rendering.pages.desk.forms import Tried, Typed, edit_view, field_name
from tracker.rendering.pages.desk.late import late_told
from tracker.web.frame import Frame
from tracker.web.pages.review import Reviewer, onward
from tracker.web.services import Services

ACCEPT = "accept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """The form as it came: what was typed, on what, and whether it is to count."""

    typed: Typed
    seen: int
    deed: str


async def sent(request: Request) -> Sent:
    """Read the form; its fields have the numbers of the records in their names."""
    form = await request.form(max_fields=5000)
    fields = {key: value for key, value in form.multi_items() if isinstance(value, str)}
    left_out = frozenset(
        int(value)
        for value in map(str, form.getlist("leave_out"))
        if value.isascii() and value.isdigit()
    )
    seen = fields.get("seen", "")
    return Sent(
        typed=Typed(fields=fields, left_out=left_out, json=_unix(fields.get("json"))),
        seen=int(seen) if seen.isascii() and seen.isdigit() else -1,
        deed=fields.get("deed", ""),
    )


Form = Annotated[Sent, Depends(sent)]


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/review/ID/edit``."""
    router = APIRouter(prefix="/review")
    desk = services.review

    def found(id: str) -> Proposal:
        try:
            return desk.proposal(id)
        except ReviewError as error:
            raise HTTPException(404, str(error)) from None

    def shown(
        request: Request, proposal: Proposal, form: Sent, tried: Tried, *, status: int = 200
    ) -> Response:
        clocks = frame.clocks(request)
        view = edit_view(
            frame.words(request),
            proposal,
            seen=form.seen,
            typed=form.typed,
            tried=tried,
            today=clocks.on or clocks.now.date(),
        )
        return frame.page(request, "proposal-edit.html.j2", view, status=status)

    @router.get("/{id}/edit")
    def edit(request: Request, person: Reviewer, id: str) -> Response:
        proposal = found(id)
        fresh = Sent(typed=Typed(fields={}), seen=proposal.steps, deed="")
        late = late_told(frame.words(request), proposal, by=person.name, seen=proposal.steps)
        return shown(request, proposal, fresh, Tried(late=late))

    @router.post("/{id}/edit")
    def change(request: Request, person: Reviewer, id: str, form: Form) -> Response:
        proposal, words = found(id), frame.words(request)
        try:
            records = changed(proposal, form.typed)
        except (InputError, UsageError) as error:
            return shown(request, proposal, form, Tried(fault=short(str(error))), status=400)
        if list(records) == list(proposal.reading.records):
            fault = words("edit.unchanged")
            return shown(request, proposal, form, Tried(fault=fault), status=400)
        if form.deed == ACCEPT:
            return accepted(request, person, proposal, form, records)
        case = desk.case(id, records)
        late = late_told(words, proposal, by=person.name, seen=form.seen)
        tried = Tried(
            records=records,
            rehearsal=case.rehearsal if proposal.open else None,
            fault=short(case.fault) if case.fault else None,
            late=late,
        )
        return shown(request, proposal, form, tried)

    def accepted(
        request: Request,
        person: Person,
        proposal: Proposal,
        form: Sent,
        records: Sequence[Record],
    ) -> Response:
        queue = tuple(one.id for one in desk.proposals())
        try:
            desk.edit(proposal.id, records, by=person.name, seen=form.seen)
        except (ReviewError, ConcurrentAppend, InputError, UsageError) as error:
            now = found(proposal.id)
            late = late_told(frame.words(request), now, by=person.name, seen=form.seen)
            tried = Tried(records=records, late=late, fault=None if late else short(str(error)))
            again = Sent(typed=form.typed, seen=now.steps, deed=form.deed)
            return shown(request, now, again, tried, status=409)
        return RedirectResponse(onward(queue, proposal.id, "edit"), status_code=303)

    return router


def changed(proposal: Proposal, form: Typed) -> tuple[Record, ...]:
    """Return the records as a person changed them; raise `InputError` for what cannot be taken.

    The records as JSON go before the fields, where they were touched.
    """
    records = proposal.reading.records
    if form.json is not None and form.json.strip() != as_json(records):
        return tuple(parsed(form.json, file="records"))
    done = tuple(
        _with(record, place, form.fields) if record["type"] == "effect" else record
        for place, record in enumerate(records)
        if place not in form.left_out
    )
    for record in done:
        checked(record)
    return done


def _with(record: Record, place: int, fields: Mapping[str, str]) -> Record:
    answers = {
        name: typed(record, name, _unix(text) or "", separator="\n" if name in LISTS else ",")
        for name in EDITABLE
        if (text := fields.get(field_name(place, name))) is not None
    }
    return with_fields(record, answers)


def _unix(text: str | None) -> str | None:
    """Return a text with the line ends that it had before a browser sent it."""
    return None if text is None else text.replace("\r\n", "\n")
