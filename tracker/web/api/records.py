"""What is recorded, and how do the sources stand? (log, head, acts, announcements over HTTP)"""

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from starlette.exceptions import HTTPException

from tracker.application.answers.evidence import Texts
from tracker.domain.days import instant_of, instant_text
from tracker.domain.events import Event
from tracker.domain.facts import Republish
from tracker.domain.republishing import republished, strictest
from tracker.projection.dossier import recorded_bound, version_by
from tracker.projection.source_state import republish_rule
from tracker.web.api import record_shapes
from tracker.web.api.answers import PRIVATE, Keeping, answered
from tracker.web.api.parameters import IdText, RecordedBy
from tracker.web.api.problems import problems
from tracker.web.frame import role_of
from tracker.web.services import Services
from tracker.wire import plain

MOST_EVENTS = 1_000
Rule = Callable[[str | None], Republish]

_InstrumentId = Annotated[
    IdText, Path(description="The id of an instrument.", examples=["cn/mofcom/2025/61"])
]
_AnnouncementId = Annotated[IdText, Path(description="The id of an announcement.")]


def record_routes(services: Services, keeping: Keeping) -> APIRouter:
    """Return the routes that tell of what is recorded."""
    router = APIRouter(tags=["records"])

    @router.get("/head", responses={200: {"model": record_shapes.Head}, **problems(422)})
    def head(request: Request) -> Response:
        """Tell the end of the log: its position, and the hash that stands for all of it."""
        found = services.log.head()
        told = {"position": found.position, "head": found.hash, "version": services.version}
        return answered(request, told)

    @router.get("/log", responses={200: {"model": record_shapes.LogPage}, **problems(422)})
    def log(
        request: Request,
        after: Annotated[
            int, Query(ge=0, le=2**62, description="Give the events behind this position.")
        ] = 0,
        limit: Annotated[int, Query(ge=1, le=MOST_EVENTS, description="So many at most.")] = 100,
    ) -> Response:
        """Give the events of the log in order, a page at a time."""
        found = list(islice(services.log.read(after=after), limit + 1))
        more = len(found) > limit
        with services.library.reading() as register:
            events = [
                _without_place(
                    request, event_json(event, lambda one: republish_rule(register.sources, one))
                )
                for event in found[:limit]
            ]
        following = f"/api/log?after={found[limit - 1].position}&limit={limit}" if more else None
        told = {"after": after, "events": events, "next": following}
        link = {"Link": f'<{following}>; rel="next"'} if following else {}
        return answered(request, told, headers=link)

    @router.get("/sources", responses={200: {"model": record_shapes.Sources}, **problems(422)})
    def sources(request: Request) -> Response:
        """Tell the sources, how they are doing, and what is not covered."""
        told = plain(services.sources.report())
        for one in told["sources"]:
            one["url"] = shown_place(request, one["kind"], one["url"])
        return answered(request, told, keep=PRIVATE)

    @router.get(
        "/instruments/{id:path}",
        responses={200: {"model": record_shapes.Act}, **problems(404, 422)},
    )
    def instrument(request: Request, id: _InstrumentId, recorded_by: RecordedBy = None) -> Response:
        """Tell an instrument as it is recorded, and which measures it has."""
        clocks = services.queries.clocks(recorded_by=recorded_by)
        before = recorded_bound(clocks, None)
        with services.library.reading() as register:
            record = version_by(register.instruments.get(id), before)
            if record is None:
                raise HTTPException(404, f"no instrument {id} is recorded")
            names = register.measures_of.get(id, ())
            measures = [name for name in names if version_by(register.measures.get(name), before)]
        told = plain(record)
        kept = {key: told[key] for key in record_shapes.Act.model_fields if key in told}
        keep = keeping.of_records(clocks)
        return answered(request, {**kept, "measures": measures}, keep=keep)

    @router.get(
        "/announcements/{id:path}",
        responses={200: {"model": record_shapes.Announcement}, **problems(404, 422)},
    )
    def announcement(request: Request, id: _AnnouncementId) -> Response:
        """Tell an announcement, with its text as far as the source lets it be shown."""
        with services.library.reading() as register:
            found = register.announcements.get(id)
            if found is None:
                raise HTTPException(404, f"no announcement {id} is recorded")
            rule = republish_rule(register.sources, id)
        record, keys = found.record, record_shapes.Announcement.model_fields
        text = None if rule == "none" else Texts(services.log).of(id)
        told = {key: getattr(record, key) for key in keys if hasattr(record, key)}
        told |= {
            "recorded_at": instant_text(instant_of(found.at)),
            "shown": rule,
            "text": republished(text, rule),
        }
        return answered(request, told, keep=PRIVATE)

    return router


ON_THIS_MACHINE = "a folder of this machine"


def shown_place(request: Request, kind: str | None, url: str) -> str:
    """Return where a source lies; only an administrator is told a place on this machine."""
    return ON_THIS_MACHINE if kind == "folder" and role_of(request) != "admin" else url


def _without_place(request: Request, told: dict[str, Any]) -> dict[str, Any]:
    body = told["body"]
    if told["name"] == "SourceAdded" and isinstance(body.get("url"), str):
        body = {**body, "url": shown_place(request, body.get("kind"), body["url"])}
    return {**told, "body": body}


def event_json(event: Event, rule: Rule) -> dict[str, Any]:
    """Return the JSON object of an event; quotes are cut to what their sources let be shown."""
    return {
        "position": event.position,
        "stream": event.stream,
        "stream_position": event.stream_position,
        "name": event.name,
        "version": event.version,
        "recorded_at": event.recorded_at,
        "body": _shown(event.data(), rule, "full"),
        "body_sha256": sha256(event.body).hexdigest(),
        "hash": event.hash.hex(),
    }


_QUOTING = ("quote", "text", "unread", "before", "after")


def _shown(value: Any, rule: Rule, outer: Republish) -> Any:
    """Return a value in which no text is longer than the source of its announcement allows."""
    if isinstance(value, list):
        return [_shown(item, rule, outer) for item in value]
    if not isinstance(value, dict):
        return value
    inner = strictest((outer, *map(rule, _announcements(value))))
    return {
        key: _cut(item, inner) if key in _QUOTING else _shown(item, rule, inner)
        for key, item in value.items()
    }


def _announcements(value: Mapping[str, Any]) -> Iterator[str]:
    """Yield the announcements that an object names as what it says, or rests on."""
    evidence = value.get("evidence")
    items = evidence if isinstance(evidence, list) else [evidence]
    for item in (value, *items):
        named = item.get("announcement") if isinstance(item, dict) else None
        if isinstance(named, str):
            yield named


def _cut(value: Any, rule: Republish) -> Any:
    if isinstance(value, str):
        return republished(value, rule)
    if isinstance(value, list):
        return [_cut(item, rule) for item in value]
    return value
