"""How do people read digests, and say which of them they want?"""

import json
from collections.abc import Mapping
from secrets import token_hex
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from tracker.application.people.accounts import Person, Role
from tracker.application.people.admitting import form_mark
from tracker.application.subscriptions.rounds import next_due_of
from tracker.application.subscriptions.subscribing import Amendment, Wish, channel_of
from tracker.digests.filters import FIELDS, combined, tree_of
from tracker.digests.subscription import CADENCES, State, Subscription
from tracker.domain.days import legal_day, parse_day
from tracker.errors import SignInRefused, SubscriptionError, UsageError
from tracker.rendering.neutral import short
from tracker.rendering.pages.people.subscriptions import (
    Asker,
    digests_view,
    subscription_view,
)
from tracker.web.frame import Frame, language_of
from tracker.web.services import Services
from tracker.web.signin.cookies import VISITOR, give, word_in
from tracker.web.signin.guard import person_of, required

STRANGERS_MOST = 5
"""So many subscriptions one address of a stranger asks for in a quarter of an hour."""

_DONE = frozenset({"asked", "made", "changed", "paused", "resumed", "ended", "erased"})
_DEEDS = ("change", "pause", "resume", "end", "erase", "ask")
Reader = Annotated[Person, Depends(required(Role.READER))]


async def fields_sent(request: Request) -> dict[str, str]:
    """Return the fields of a form."""
    form = await request.form(max_fields=60)
    return {key: value[:4000] for key, value in form.items() if isinstance(value, str)}


Fields = Annotated[dict[str, str], Depends(fields_sent)]


def routes(services: Services, frame: Frame) -> APIRouter:
    """Return ``/digests`` and what stands under it, except the digests that were written."""
    router = APIRouter(prefix="/digests")

    def own(person: Person) -> tuple[Subscription, ...]:
        """Return the subscriptions that a person may see and change."""
        known = services.subscribing.readership.subscriptions()
        if person.role is Role.ADMIN:
            return known
        owned = services.belongings.store.owned(person.account)
        return tuple(one for one in known if one.id in owned)

    def shown(request: Request, *, status: int = 200, **more: Any) -> Response:
        person, now = person_of(request), services.clock()
        asker = Asker()
        if person is not None:
            readers = tuple((one, next_due_of(one, now=now)) for one in own(person))
            asker = Asker(signed_in=True, admin=person.role is Role.ADMIN, readers=readers)
        visitor = _marked(request)
        view = digests_view(
            frame.words(request),
            services.written_digests(),
            asker,
            today=legal_day(now, None),
            sends_mail=services.sends_mail,
            **more,
        )
        answer = frame.page(request, "digests.html.j2", view, status=status)
        if visitor is not None:
            give(answer, request, VISITOR, visitor, services.access)
        return answer

    def _marked(request: Request) -> str | None:
        """Give the form of a stranger its mark; return the word that goes into their cookie."""
        if person_of(request) is not None or not services.sends_mail:
            return None
        visitor = word_in(request, VISITOR, services.access) or token_hex(32)
        request.state.csrf = form_mark(visitor)
        return visitor

    @router.get("")
    def digests(request: Request, done: str = "") -> Response:
        told = frame.words(request)(f"subscriptions.done_{done}") if done in _DONE else None
        return shown(request, told=told)

    @router.get("/preview.html")
    def preview(
        request: Request,
        period: Annotated[Literal["daily", "weekly", "monthly"], Query()] = "weekly",
        ending: str = "",
    ) -> HTMLResponse:
        language = language_of(request)
        try:
            made = services.digest(
                period=period, ending=ending or None, language=language, shape="html"
            )
        except OverflowError:
            raise UsageError(
                f"{ending} lies at the edge of the calendar; choose a day within"
            ) from None
        return HTMLResponse(made, headers={"Cache-Control": "private, no-cache"})

    @router.post("/subscribe")
    def subscribe(request: Request, fields: Fields) -> Response:
        person = person_of(request)
        try:
            if person is None:
                address = request.client.host if request.client else ""
                services.admitting.count("subscribe", address=address, most=STRANGERS_MOST)
            made = _subscribed(services, fields, person)
        except (UsageError, SignInRefused) as error:
            status = 429 if isinstance(error, SignInRefused) else 400
            return shown(request, status=status, typed=fields, fault=short(str(error)))
        except SubscriptionError as error:
            if person is not None and person.role is Role.ADMIN:
                return shown(request, status=400, typed=fields, fault=short(str(error)))
            # Whether an address is suppressed is nobody else's business.
            return RedirectResponse("/digests?done=asked", status_code=303)
        if person is not None:
            services.belongings.store.own(made.id, account=person.account)
        done = "asked" if made.state is State.PENDING else "made"
        return RedirectResponse(f"/digests?done={done}", status_code=303)

    def found(person: Person, id: str) -> Subscription:
        one = next((one for one in own(person) if one.id == id), None)
        if one is None:
            raise HTTPException(404, "there is no such subscription of yours")
        return one

    def names_parts(person: Person, one: Subscription) -> bool | None:
        """Tell whether mails name the person's parts; ``None`` for the subscription of another."""
        keeper = services.belongings.store.keeper(one.id)
        return keeper[1] if keeper and keeper[0] == person.account else None

    def page(request: Request, one: Subscription, *, status: int = 200, **more: Any) -> Response:
        person = person_of(request)
        view = subscription_view(
            frame.words(request),
            one,
            next_due_of(one, now=services.clock()),
            tree=json.dumps(tree_of(one.wanted), ensure_ascii=False),
            names_parts=names_parts(person, one) if person else None,
            **more,
        )
        return frame.page(request, "subscription.html.j2", view, status=status)

    @router.get("/subscriptions/{id}")
    def subscription(request: Request, person: Reader, id: str, done: str = "") -> Response:
        told = frame.words(request)(f"subscriptions.done_{done}") if done in _DONE else None
        return page(request, found(person, id), told=told)

    @router.get("/subscriptions/{id}/preview.html")
    def next_one(person: Reader, id: str) -> HTMLResponse:
        made = services.letter_preview(found(person, id).id)
        return HTMLResponse(made, headers={"Cache-Control": "no-store"})

    @router.post("/subscriptions/{id}")
    def deed(request: Request, person: Reader, id: str, fields: Fields) -> Response:
        one = found(person, id)
        try:
            done = _done(services, one, fields)
        except (UsageError, SubscriptionError) as error:
            return page(request, one, status=400, fault=short(str(error)), typed=fields)
        if done == "changed" and names_parts(person, one) is not None:
            services.belongings.store.own(
                one.id, account=person.account, names_parts=bool(fields.get("names_parts"))
            )
        gone = done in ("ended", "erased")
        place = "/digests" if gone else f"/digests/subscriptions/{one.id}"
        return RedirectResponse(f"{place}?done={done}", status_code=303)

    return router


def _subscribed(
    services: Services, fields: Mapping[str, str], person: Person | None
) -> Subscription:
    """Take a reader in: anybody by mail, with the holder's consent; an admin in any other way."""
    admin = person is not None and person.role is Role.ADMIN
    target = fields.get("target", "").strip()
    channel, _ = channel_of(target)
    if channel != "mail" and not admin:
        raise UsageError("write a mail address; other ways of delivery are the operator's")
    consent = fields.get("consent", "").strip() if admin else ""
    if channel == "mail" and not consent and not services.sends_mail:
        raise UsageError("no mail server is set up here, so nobody can be asked for consent")
    return services.subscribing.subscribe(
        Wish(
            target=target,
            cadence=_cadence(fields),
            hour=_hour(fields),
            zone=fields.get("zone", "").strip() or "UTC",
            language=fields.get("language", "en"),
            wanted=_tree(fields),
            consent=consent or None,
        )
    )


def _done(services: Services, one: Subscription, fields: Mapping[str, str]) -> str:
    """Do what a form asks for with a subscription; return what was done."""
    subscribing = services.subscribing
    match fields.get("deed"):
        case "change":
            subscribing.change(one.id, _amendment(fields))
            return "changed"
        case "pause":
            subscribing.pause(one.id, until=parse_day(fields.get("until", "")))
            return "paused"
        case "resume":
            subscribing.pause(one.id, until=None)
            return "resumed"
        case "end":
            subscribing.remove(one.id, erase=False)
            return "ended"
        case "erase":
            subscribing.remove(one.id, erase=True)
            return "erased"
        case "ask":
            subscribing.ask_again(one.id)
            return "asked"
        case _:
            raise UsageError(f"choose one of {', '.join(_DEEDS)}")


def _amendment(fields: Mapping[str, str]) -> Amendment:
    tree = _whole_tree(fields["tree"]) if fields.get("tree", "").strip() else _tree(fields)
    return Amendment(
        cadence=_cadence(fields),
        hour=_hour(fields),
        zone=fields.get("zone", "").strip() or "UTC",
        language=fields.get("language", "en"),
        wanted=tree,
        note=fields.get("note", "").strip(),
    )


def _whole_tree(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UsageError(f"the filter is no JSON: {error}") from None


def _tree(fields: Mapping[str, str]) -> Any:
    """Return the filter that the fields stand for; several values are separated by commas."""
    chosen = {key: _listed(fields.get(key, ""), whole=key == "text") for key in FIELDS}
    return combined(chosen, excluded=_listed(fields.get("excluded", "")))


def _listed(text: str, *, whole: bool = False) -> list[str]:
    parts = [text] if whole else text.replace("，", ",").replace("、", ",").split(",")
    return [part.strip() for part in parts if part.strip()]


def _cadence(fields: Mapping[str, str]) -> Any:
    found = fields.get("cadence", "weekly")
    if found not in CADENCES:
        raise UsageError(f"{found!r} is no cadence; choose one of {', '.join(CADENCES)}")
    return found


def _hour(fields: Mapping[str, str]) -> int:
    text = fields.get("hour", "7").strip()
    if not (text.isascii() and text.isdigit()):
        raise UsageError(f"{text!r} is no hour; write one from 0 to 23")
    return int(text)
