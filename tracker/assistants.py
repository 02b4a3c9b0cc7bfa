"""How do assistants ask the tracker, so that they quote it rather than guess? (MCP over stdio)

Nothing here writes. Every answer carries its certainty, the sentences that it rests on, and what is
not covered.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from tracker import __version__
from tracker.application.answers.asking import listed_questions, two_sides
from tracker.application.answers.query import Filter
from tracker.application.answers.searching import Search
from tracker.application.desk.waits import waits
from tracker.domain.questions import Certainty, Clocks, Status
from tracker.errors import InputError, TrackerError
from tracker.facade import Tracker
from tracker.wire import (
    answer_json,
    asked_json,
    check_json,
    differences_json,
    plain,
    rules_json,
    search_json,
    timelines_json,
    upcoming_json,
)

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer
    from pydantic import ValidationError

F = TypeVar("F", bound=Callable[..., Any])

MOST_RULES = 20
"""So many rules are told at once; an assistant reads no more."""

INSTRUCTIONS = """Answers which rule was in force on which day, as known when, and on which sentence
it rests. Give days as YYYY-MM-DD. `on` is the day in the world, `announced_by` what had been made
public by then, `recorded_by` what this tracker had recorded by then; without them it is today and
now. Always tell the `certainty` (confirmed; projected: announced law may still change; unverified:
a suspension ran out without official word, act as if caught; disputed; reported: press only). Quote
the sentences under `evidence` word for word with their announcement. Say what `not_covered` names:
where no rule is held, that is no statement that nothing is asked for. Never say that no licence is
needed. This is information, not legal advice."""


class Questions:
    """The questions as an assistant puts them; each returns one JSON document."""

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker

    def told(self, make: Callable[[], Mapping[str, Any]]) -> dict[str, Any]:
        """Return an answer with what is not covered, and the disclaimer."""
        tracker = self._tracker
        with tracker.library.undisturbed():
            answer = dict(make())
        not_tracked = list(tracker.sources.report().not_tracked)
        head = tracker.log.head()
        return {
            **answer,
            "not_covered": {
                "no_source_polled_for": not_tracked,
                "told": "Only what this tracker holds was asked.",
            },
            "log": {"head": head.hash, "position": head.position},
            "disclaimer": tracker.disclaimer(),
        }

    def rules(self, clocks: Clocks, wanted: Filter, *, after: int = 0) -> dict[str, Any]:
        """Return the rules that stand on a day, at most `MOST_RULES` of them behind ``after``."""

        def make() -> dict[str, Any]:
            found = rules_json(self._tracker.queries.rules(clocks, wanted))
            rules = found["rules"]
            shown = [_brief(rule) for rule in rules[after : after + MOST_RULES]]
            rest = len(rules) - after - len(shown)
            following = after + len(shown) if rest > 0 else None
            return {**found, "rules": shown, "matching": len(rules), "next_after": following}

        return self.told(make)


def _brief(rule: Mapping[str, Any]) -> dict[str, Any]:
    """Return a rule as a list tells it; `status` tells the rest of it."""
    terms = {key: rule["terms"][key] for key in _TERMS if key in rule["terms"]}
    quotes = [one for reason in rule["because"] for one in reason["evidence"]]
    kept = {key: rule[key] for key in _KEPT}
    more = {key: rule[key] for key in ("pending_review", "branches") if rule.get(key)}
    return {**kept, "terms": terms, "evidence": quotes, **more}


_KEPT = ("measure", "title", "jurisdiction", "on", "status", "certainty", "since", "through",
         "next", "notes")  # fmt: skip
_TERMS = ("provision", "requirement", "summary", "elements", "control_codes", "hs_codes",
          "destinations")  # fmt: skip


def run(tracker: Tracker) -> None:
    """Answer on standard input and output until the other side hangs up."""
    server(tracker).run("stdio")


def server(tracker: Tracker) -> "MCPServer[Any]":
    """Return the server; raise `InputError` where the library is not installed."""
    made = _strict_server()(
        name="inforce",
        title="inforce: which rule was in force",
        instructions=INSTRUCTIONS,
        version=__version__,
        log_level="ERROR",
    )
    _add_rules(made, tracker, Questions(tracker))
    _add_changes(made, tracker, Questions(tracker))
    _add_products(made, tracker, Questions(tracker))
    return made


def _strict_server() -> "type[MCPServer[Any]]":
    """Return a server that refuses what a question does not take, in a sentence."""
    try:
        from mcp.server.mcpserver import MCPServer
        from mcp.server.mcpserver.exceptions import ToolError
        from pydantic import ValidationError
    except ImportError:
        raise InputError(
            "the library for assistants is missing; install it with pip install 'inforce[mcp]'",
            file="tracker mcp",
        ) from None

    class Strict(MCPServer[Any]):
        """A misspelt argument must not pass for a question that was not put."""

        async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
            for tool in await self.list_tools():
                taken = tuple(tool.input_schema.get("properties", ()))
                if tool.name == name and not set(arguments) <= set(taken):
                    odd = ", ".join(key for key in arguments if key not in taken)
                    raise ToolError(f"{name} takes no {odd}; it takes {', '.join(taken)}")
            try:
                return await super().call_tool(name, arguments, context)
            except ToolError as error:
                if isinstance(error.__cause__, ValidationError):
                    raise ToolError(f"{name}: {_faults(error.__cause__)}") from None
                raise

    return Strict


def _faults(error: "ValidationError") -> str:
    """Say which arguments are wrong, and how."""
    return "; ".join(
        f"{'.'.join(map(str, one['loc']))}: {one['msg'].lower()}" for one in error.errors()
    )


def _asking(made: "MCPServer[Any]") -> Callable[[F], F]:
    """Return what adds a question that changes nothing; our errors are told in their sentence."""
    from functools import wraps

    from mcp.server.mcpserver.exceptions import ToolError
    from mcp.types import ToolAnnotations

    reading = ToolAnnotations(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )

    def add(question: F) -> F:
        @wraps(question)
        def asked(*args: Any, **said: Any) -> Any:
            try:
                return question(*args, **said)
            except TrackerError as error:
                raise ToolError(str(error)) from None

        made.tool(annotations=reading)(asked)
        return question

    return add


Day = Annotated[str | None, "A day, YYYY-MM-DD."]
When = Annotated[str | None, "A day, or an instant with its offset."]


def _add_rules(made: "MCPServer[Any]", tracker: Tracker, questions: Questions) -> None:
    ask, clocks_of = _asking(made), tracker.clocks

    @ask
    def rules(
        on: Day = None,
        announced_by: When = None,
        recorded_by: When = None,
        jurisdiction: str | None = None,
        instrument: str | None = None,
        item: str | None = None,
        text: str | None = None,
        status: list[Status] | None = None,
        certainty: list[Certainty] | None = None,
        after: int = 0,
    ) -> dict[str, Any]:
        """List the rules that stand on a day (by default those in force).

        item is a control code, a customs code or an element (Dy, 1C902, 8505.11); text are words
        that all stand in the rule; jurisdiction is a code such as CN. For more than are shown ask
        again with after = next_after.
        """
        clocks = clocks_of(on=on, announced_by=announced_by, recorded_by=recorded_by)
        wanted = Filter(
            statuses=tuple(status) if status else (Status.IN_FORCE,),
            certainties=tuple(certainty or ()),
            jurisdiction=jurisdiction,
            instruments=(instrument,) if instrument else (),
            item=item,
            text=text,
        )
        return questions.rules(clocks, wanted, after=max(0, after))

    @ask
    def status(
        measure: str,
        on: Day = None,
        announced_by: When = None,
        recorded_by: When = None,
        party: str | None = None,
    ) -> dict[str, Any]:
        """Tell where one measure stands on a day, how sure that is, and on which sentences.

        measure is an id such as cn/mofcom/2025/61#i-1; search finds ids.
        """
        clocks = clocks_of(on=on, announced_by=announced_by, recorded_by=recorded_by)
        return questions.told(
            lambda: answer_json(tracker.queries.status(measure, clocks, party=party))
        )

    @ask
    def timeline(name: str, announced_by: When = None, recorded_by: When = None) -> dict[str, Any]:
        """Tell every stretch of days of a measure, or of all measures of an instrument."""
        clocks = clocks_of(announced_by=announced_by, recorded_by=recorded_by)
        return questions.told(
            lambda: timelines_json(
                tracker.queries.timeline(name, clocks),
                pending=waits(tracker.library, clocks, about=name),
            )
        )

    finder = Search(tracker.queries)

    @ask
    def search(
        text: str, on: Day = None, announced_by: When = None, recorded_by: When = None
    ) -> dict[str, Any]:
        """Find acts, measures and announcements by words, numbers or codes, in any language."""
        clocks = clocks_of(on=on, announced_by=announced_by, recorded_by=recorded_by)

        def make() -> dict[str, Any]:
            found = search_json(finder.find(text, clocks))
            return {**found, "measures": list(map(_brief, found["measures"]))}

        return questions.told(make)


def _add_changes(made: "MCPServer[Any]", tracker: Tracker, questions: Questions) -> None:
    from pydantic import Field

    ask = _asking(made)

    @ask
    def diff(
        from_day: Annotated[Day, Field(validation_alias="from")] = None,
        to_day: Annotated[Day, Field(validation_alias="to")] = None,
        on: Day = None,
        announced_by: When = None,
        recorded_by: When = None,
        versus: When = None,
    ) -> dict[str, Any]:
        """Tell what differs between two days, or between two states of knowledge, and why.

        Give from and to; or on, announced_by and versus (the other state of knowledge).
        """
        said = {"from": from_day, "to": to_day, "on": on, "versus": versus}
        first, second = two_sides(said, announced_by=announced_by, recorded_by=recorded_by)
        before, after = tracker.clocks(**first), tracker.clocks(**second)
        return questions.told(
            lambda: differences_json(
                first,
                second,
                tracker.queries.diff(before, after),
                pending=waits(tracker.library, after),
            )
        )

    @ask
    def upcoming(
        days: int = 90, on: Day = None, announced_by: When = None, recorded_by: When = None
    ) -> dict[str, Any]:
        """Tell which turns are scheduled, and which lapses wait for official word."""
        clocks = tracker.clocks(on=on, announced_by=announced_by, recorded_by=recorded_by)
        return questions.told(
            lambda: upcoming_json(
                tracker.queries.upcoming(clocks, days=days),
                days=days,
                pending=waits(tracker.library, clocks),
            )
        )

    @ask
    def sources() -> dict[str, Any]:
        """Tell which places are polled, how they are doing, and what is not covered."""
        return questions.told(lambda: dict(plain(tracker.sources.report())))


def _add_products(made: "MCPServer[Any]", tracker: Tracker, desk: Questions) -> None:
    ask_of = _asking(made)

    @ask_of
    def ask(questions: list[dict[str, Any]]) -> dict[str, Any]:
        """Answer many questions at once, in their order.

        Each is an object with measure and on, and if wanted announced_by, recorded_by, party.
        """
        asked = tuple(listed_questions(questions, place="question"))
        return desk.told(lambda: {"answers": list(map(asked_json, tracker.ask(asked)))})

    @ask_of
    def check(
        product: dict[str, Any],
        on: Day = None,
        announced_by: When = None,
        recorded_by: When = None,
    ) -> dict[str, Any]:
        """Tell whether a product is caught on a day, by which rule, and which facts are missing.

        product has the keys part, hs, control_codes, elements (each with symbol, share such as
        0.2%, origin), properties, kind, technology_origin, origin, made_in, from, to, end_user,
        end_use. Not caught means: by none of the rules held here.
        """
        found = tracker.check(product, on=on, announced_by=announced_by, recorded_by=recorded_by)
        return desk.told(lambda: check_json(found, tracker.field.requirements))
