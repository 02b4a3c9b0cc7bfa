"""Which rules stand, since when, what differs and what comes? (the questions over HTTP)"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Annotated, Any, Literal, TypeVar

import orjson
from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from tracker.application.answers.asking import listed_questions, questions_in, two_sides
from tracker.application.answers.query import Ask, Filter, Standing
from tracker.application.answers.searching import LONGEST, Search
from tracker.application.desk.waits import waits
from tracker.domain.questions import Certainty, Status
from tracker.errors import UsageError
from tracker.web.api import shapes
from tracker.web.api.answers import Keeping, answered, asked_in_private
from tracker.web.api.bodies import (
    JSON,
    JSON_LINES,
    MOST_QUESTIONS,
    body_of,
    media_type,
    not_too_many,
    read_json,
)
from tracker.web.api.evidence import Packing
from tracker.web.api.paging import After, Limit, page_of
from tracker.web.api.parameters import (
    AnnouncedBy,
    DayText,
    IdText,
    On,
    Party,
    RecordedBy,
    WhenText,
    Wish,
)
from tracker.web.api.problems import problems, told
from tracker.web.services import Services
from tracker.wire import (
    answer_json,
    asked_json,
    differences_json,
    rules_json,
    search_json,
    timelines_json,
    upcoming_json,
)

MeasureId = Annotated[
    IdText,
    Path(
        description="The id of a measure; its `#` is written `%23`, its slashes as they are.",
        examples=["cn/mofcom/2025/61#i-1"],
    ),
]
T = TypeVar("T")
_Words = Annotated[str, Field(min_length=1, max_length=500)]


class TwoSettings(BaseModel):
    """What is compared: two days, or two states of knowledge.

    One side is ``from``, the other ``to``, either in place of ``on``, all by default today. On the
    other side ``versus`` stands for ``recorded_by`` where that is given, else for ``announced_by``.
    """

    model_config = ConfigDict(
        extra="forbid",
        populate_by_name=True,
        json_schema_extra={"examples": [{"from": "2025-11-06", "to": "2025-11-09"}]},
    )

    from_: DayText | None = Field(alias="from", default=None)
    to: DayText | None = None
    on: DayText | None = None
    announced_by: WhenText | None = None
    recorded_by: WhenText | None = None
    versus: WhenText | None = None


class PagedSettings(TwoSettings):
    """The same in pages."""

    limit: Limit = None
    after: After = None


def _measure_of(rule: Standing) -> str:
    return rule.answer.measure


def question_routes(services: Services, keeping: Keeping, packing: Packing) -> APIRouter:
    """Return the routes of the questions."""
    router = APIRouter(tags=["questions"])
    queries, search = services.queries, Search(services.queries)

    def settled(make: Callable[[], T]) -> T:
        # What stands behind an answer is worked out when it is written: nobody adds meanwhile.
        with services.library.undisturbed():
            return make()

    @router.get("/rules", responses={200: told(shapes.RuleSet, packed=True), **problems(422)})
    def rules(
        request: Request,
        on: On = None,
        announced_by: AnnouncedBy = None,
        recorded_by: RecordedBy = None,
        status: Annotated[
            list[Status | Literal["all"]],
            Query(description="Default: in_force. May be repeated; all for every status."),
        ] = [],  # noqa: B006 - FastAPI copies it
        certainty: Annotated[
            list[Certainty], Query(description="Default: all but reported. May be repeated.")
        ] = [],  # noqa: B006
        jurisdiction: Annotated[
            _Words | None, Query(description="Only rules of this jurisdiction, such as CN.")
        ] = None,
        instrument: Annotated[
            list[IdText], Query(description="Only rules of this instrument. May be repeated.")
        ] = [],  # noqa: B006
        item: Annotated[
            _Words | None, Query(description="A control code, an HS code or an element.")
        ] = None,
        text: Annotated[
            _Words | None, Query(description="Only rules in which all these words stand.")
        ] = None,
        limit: Limit = None,
        after: After = None,
        evidence: Wish = None,
    ) -> Response:
        """List the rules that stand on a day; the answer of `tracker rules --format json`."""
        chosen = () if "all" in status else tuple(map(Status, status)) or (Status.IN_FORCE,)
        wanted = Filter(
            statuses=chosen,
            certainties=tuple(certainty),
            jurisdiction=jurisdiction,
            instruments=tuple(instrument),
            item=item,
            text=text,
        )
        clocks = queries.clocks(on=on, announced_by=announced_by, recorded_by=recorded_by)
        if evidence is not None:
            return packing.rules(request, wanted, clocks)
        keep = keeping.rule(clocks)

        def listed() -> tuple[Any, dict[str, str]]:
            found = queries.rules(clocks, wanted)
            page = page_of(found.rules, _measure_of, limit=limit, after=after)
            following, link = page.told(request)
            return {**rules_json(found, shown=page.items), **following}, link

        value, headers = settled(listed)
        return answered(request, value, keep=keep, headers=headers)

    @router.get(
        "/measures/{id:path}/timeline",
        responses={200: {"model": shapes.Timelines}, **problems(404, 422)},
    )
    def timeline(
        request: Request,
        id: MeasureId,
        announced_by: AnnouncedBy = None,
        recorded_by: RecordedBy = None,
        limit: Limit = None,
        after: After = None,
    ) -> Response:
        """Tell every stretch of days of a measure, or of all measures of an instrument."""
        clocks = queries.clocks(announced_by=announced_by, recorded_by=recorded_by)

        def told_all() -> tuple[Any, dict[str, str]]:
            found = queries.timeline(id, clocks)
            page = page_of(found, lambda one: one.measure, limit=limit, after=after)
            following, link = page.told(request)
            pending = waits(services.library, clocks, about=id)
            return {**timelines_json(page.items, pending=pending), **following}, link

        value, headers = settled(told_all)
        return answered(request, value, keep=keeping.of_all_days(clocks), headers=headers)

    @router.get(
        "/measures/{id:path}",
        responses={200: told(shapes.Answer, packed=True), **problems(404, 422)},
    )
    def status(
        request: Request,
        id: MeasureId,
        on: On = None,
        announced_by: AnnouncedBy = None,
        recorded_by: RecordedBy = None,
        party: Party = None,
        evidence: Wish = None,
    ) -> Response:
        """Answer for one measure on one day, with its reasons."""
        clocks = queries.clocks(on=on, announced_by=announced_by, recorded_by=recorded_by)
        if evidence is not None:
            return packing.status(request, id, clocks, party=party)
        keep = keeping.rule(clocks)
        value = settled(lambda: answer_json(queries.status(id, clocks, party=party)))
        return answered(request, value, keep=keep)

    @router.post(
        "/ask",
        responses={
            200: {
                "model": list[shapes.Answer | shapes.UnknownMeasure],
                "description": "An answer for each question, in the same order and form.",
                "content": {"application/x-ndjson": {"schema": {"type": "string"}}},
            },
            **problems(400, 413, 415, 422),
        },
        openapi_extra={
            "requestBody": {
                "required": True,
                "content": {
                    JSON: {
                        "schema": {
                            "type": "array",
                            "maxItems": MOST_QUESTIONS,
                            "items": shapes.Question.model_json_schema(),
                        }
                    }
                },
            }
        },
    )
    async def ask(request: Request) -> Response:
        """Answer many questions: JSON Lines in, JSON Lines out, or a JSON array in and out."""
        form = media_type(request, JSON, *JSON_LINES)
        body = await body_of(request)
        return await run_in_threadpool(_asked, request, body, form)

    def _asked(request: Request, body: bytes, form: str) -> Response:
        if form == JSON:
            items = read_json(body)
            if not isinstance(items, list):
                raise UsageError("send a list of questions, or JSON Lines as application/x-ndjson")
            not_too_many(len(items))
            found = _answers(listed_questions(items, place="question"))
            return asked_in_private(request, orjson.dumps(found), media_type=JSON)
        lines = body.splitlines()
        not_too_many(len(lines))
        found = _answers(questions_in(lines, place="body"))
        told = b"".join(orjson.dumps(one) + b"\n" for one in found)
        return asked_in_private(request, told, media_type=form)

    def _answers(questions: Iterable[Ask]) -> list[Any]:
        asked = tuple(questions)
        return [settled(partial(asked_json, one)) for one in queries.ask(asked)]

    def _diff(said: TwoSettings, request: Request) -> tuple[Any, dict[str, str], str]:
        paged = said if isinstance(said, PagedSettings) else PagedSettings()
        given = {"from": said.from_, "to": said.to, "on": said.on, "versus": said.versus}
        first, second = two_sides(
            given, announced_by=said.announced_by, recorded_by=said.recorded_by
        )
        before, after = queries.clocks(**first), queries.clocks(**second)

        def compared() -> tuple[Any, dict[str, str]]:
            found = queries.diff(before, after)
            page = page_of(found, lambda one: one.measure, limit=paged.limit, after=paged.after)
            following, link = page.told(request)
            pending = waits(services.library, after)
            told = differences_json(first, second, page.items, pending=pending)
            return {**told, **following}, link

        keep = keeping.of_two(before, after)
        return (*settled(compared), keep)

    described: dict[int | str, dict[str, Any]] = {
        200: {"model": shapes.Differences},
        **problems(422),
    }

    @router.get("/diff", responses=described)
    def diff(request: Request, said: Annotated[PagedSettings, Query()]) -> Response:
        """Tell what differs between two days, or between two states of knowledge, and why."""
        value, headers, keep = _diff(said, request)
        return answered(request, value, keep=keep, headers=headers)

    @router.post(
        "/diff",
        responses={**described, **problems(400, 413, 415)},
        openapi_extra={
            "requestBody": {
                "required": True,
                "content": {JSON: {"schema": TwoSettings.model_json_schema()}},
            }
        },
    )
    async def diff_posted(request: Request) -> Response:
        """Tell the same for what is asked in the body."""
        media_type(request, JSON)
        said = TypeAdapter(TwoSettings).validate_python(read_json(await body_of(request)))
        told = await run_in_threadpool(lambda: orjson.dumps(_diff(said, request)[0]))
        return asked_in_private(request, told, media_type=JSON)

    @router.get("/search", responses={200: told(shapes.SearchAnswer), **problems(422)})
    def find(
        request: Request,
        q: Annotated[
            str, Query(max_length=LONGEST, description="Words: 稀土, 第61号, Dy, 8505.11.")
        ],
        on: On = None,
        announced_by: AnnouncedBy = None,
        recorded_by: RecordedBy = None,
    ) -> Response:
        """Tell which acts, measures and announcements speak of all the words, in any language."""
        clocks = queries.clocks(on=on, announced_by=announced_by, recorded_by=recorded_by)
        return answered(request, settled(lambda: search_json(search.find(q.strip(), clocks))))

    @router.get("/upcoming", responses={200: {"model": shapes.Upcoming}, **problems(422)})
    def upcoming(
        request: Request,
        days: Annotated[int, Query(ge=0, le=36_500, description="So many days ahead.")] = 90,
        on: On = None,
        announced_by: AnnouncedBy = None,
        recorded_by: RecordedBy = None,
        limit: Limit = None,
        after: After = None,
    ) -> Response:
        """Tell what is scheduled (this in pages, if wanted), and which lapses wait for a word."""
        clocks = queries.clocks(on=on, announced_by=announced_by, recorded_by=recorded_by)
        keep = keeping.rule(clocks)

        def ahead() -> tuple[Any, dict[str, str]]:
            found = queries.upcoming(clocks, days=days)
            page = page_of(
                found.turns, lambda one: f"{one.on} {one.measure}", limit=limit, after=after
            )
            following, link = page.told(request)
            pending = waits(services.library, clocks)
            told = upcoming_json(replace(found, turns=page.items), days=days, pending=pending)
            return {**told, **following}, link

        value, headers = settled(ahead)
        return answered(request, value, keep=keep, headers=headers)

    return router
