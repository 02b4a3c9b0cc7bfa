"""What was asked, with which clocks, and how is exactly the same asked again later?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal, Protocol

from tracker.application.answers.query import Filter, Queries
from tracker.application.library import Library
from tracker.application.products.product_facts import read_product
from tracker.application.products.screen import Screening
from tracker.domain.days import instant_text, parse_day, parse_when
from tracker.domain.questions import Certainty, Clocks, Status
from tracker.domain.rulebook import Field
from tracker.errors import InputError, UsageError
from tracker.ports import Clock, EventLog
from tracker.wire import answer_json, check_json, plain, rules_json

Kind = Literal["status", "rules", "check"]


class Desk(Protocol):
    """The parts of a tracker that evidence is made of; `tracker.facade.Tracker` gives them."""

    @property
    def library(self) -> Library:
        """Reads the log."""

    @property
    def queries(self) -> Queries:
        """The questions that can be put to the log."""

    @property
    def screening(self) -> Screening:
        """Compares products with the rules."""

    @property
    def field(self) -> Field:
        """The vocabulary of the subject of law that is tracked."""

    @property
    def clock(self) -> Clock:
        """Tells the present instant."""

    @property
    def log(self) -> EventLog:
        """The log of events."""

    @property
    def version(self) -> str:
        """The version of the program."""

    @property
    def schema_revision(self) -> str:
        """The newest migration that the program knows."""

    def disclaimer(self, language: str = "en") -> str:
        """Return the one line that stands under every answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a command; ``asked`` holds its own words, ``clocks`` those of the answer.

    ``asked`` is ``{"measure", "party"}``, the parts of a filter, or a product as it was described.
    """

    command: Kind
    asked: Mapping[str, Any]
    clocks: Clocks

    def as_json(self) -> dict[str, Any]:
        """Return the question as a file keeps it; its clocks as they were given, and resolved."""
        given, now = self.clocks, instant_text(self.clocks.now)
        known = {"announced_by": given.announced_by, "recorded_by": given.recorded_by}
        return {
            "command": self.command,
            "asked": dict(self.asked),
            "asked_at": now,
            "clocks": {"on": plain(given.on), **plain(known)},
            "resolved": {key: plain(value) or now for key, value in known.items()},
        }


def status_question(measure: str, clocks: Clocks, *, party: str | None) -> Question:
    """Return the question of `tracker status`."""
    asked = {"measure": measure, "party": party}
    return Question(command="status", asked=asked, clocks=steady(clocks))


def rules_question(wanted: Filter, clocks: Clocks) -> Question:
    """Return the question of `tracker rules`."""
    return Question(command="rules", asked=plain(wanted), clocks=steady(clocks))


def check_question(said: Mapping[str, Any], clocks: Clocks) -> Question:
    """Return the question of `tracker check`; a product's own clocks go before ``clocks``."""
    on, known = said.get("on"), said.get("announced_by")
    own = replace(
        clocks,
        on=parse_day(on) if on else clocks.on,
        announced_by=parse_when(known) if known else clocks.announced_by,
    )
    return Question(command="check", asked=said, clocks=steady(own))


def steady(clocks: Clocks) -> Clocks:
    """Return clocks that say the same whenever they are asked, where they already do.

    With all three clocks given and past, the instant of asking changes nothing; it is set to the
    later of the two clocks of knowledge, so that the same question gives the same bytes.
    """
    if clocks.on is None or clocks.announced_by is None or clocks.recorded_by is None:
        return clocks
    latest = max(_end(clocks.announced_by), _end(clocks.recorded_by))
    return replace(clocks, now=latest) if latest <= clocks.now else clocks


def _end(when: date | datetime) -> datetime:
    """Return an instant by which a day is over everywhere."""
    if isinstance(when, datetime):
        return when
    if when >= date.max - timedelta(days=3):
        return datetime.max.replace(tzinfo=UTC)
    return datetime.combine(when + timedelta(days=2), time(), UTC)


def read_question(told: Mapping[str, Any], *, place: str) -> Question:
    """Return the question that a file holds; raise `InputError` where it is none of ours."""
    try:
        command, clocks = told["command"], told["clocks"]
        if command not in ("status", "rules", "check"):
            raise UsageError(f"{command!r} is no question that evidence is made of")
        now = parse_when(told["asked_at"])
        if not isinstance(now, datetime):
            raise UsageError("asked_at is no instant")
        return Question(
            command=command,
            asked=told["asked"],
            clocks=Clocks(
                now=now,
                on=parse_day(clocks["on"]) if clocks["on"] else None,
                announced_by=_when(clocks["announced_by"]),
                recorded_by=_when(clocks["recorded_by"]),
            ),
        )
    except (KeyError, TypeError, AttributeError, UsageError) as error:
        raise InputError(f"question.json holds no question: {error}", file=place) from None


def _when(text: str | None) -> date | datetime | None:
    return parse_when(text) if text else None


def put(question: Question, desk: Desk) -> dict[str, Any]:
    """Ask a question and return the JSON document of the answer, as its command prints it."""
    asked, clocks = question.asked, question.clocks
    with desk.library.undisturbed():
        match question.command:
            case "status":
                found = desk.queries.status(asked["measure"], clocks, party=asked.get("party"))
                return answer_json(found)
            case "rules":
                return rules_json(desk.queries.rules(clocks, _filter(asked)))
            case "check":
                product = read_product(asked, desk.screening.words)
                result = desk.screening.check(product, clocks)
                return check_json(result, desk.field.requirements)


def _filter(asked: Mapping[str, Any]) -> Filter:
    return Filter(
        statuses=tuple(map(Status, asked["statuses"])),
        certainties=tuple(map(Certainty, asked["certainties"])),
        jurisdiction=asked["jurisdiction"],
        instruments=tuple(asked["instruments"]),
        item=asked["item"],
        text=asked["text"],
    )
