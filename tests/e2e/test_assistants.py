"""An assistant asks `tracker mcp` with the library's own client; nothing is changed."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.commands import Desk, desk

pytest.importorskip("mcp", reason="NOT CHECKED: the library mcp is not installed")

from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

I1 = "cn/mofcom/2025/61#i-1"
THEN = {"on": "2025-12-05", "announced_by": "2025-11-10"}
QUESTIONS = {
    "rules", "status", "timeline", "ask", "diff", "upcoming", "check", "sources", "search",
}  # fmt: skip


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    place = desk(tmp_path_factory.mktemp("mcp"))
    assert place.type("init").exit_code == 0
    return place


def asked(place: Desk, question: Callable[[Any], Awaitable[Any]]) -> Any:
    """Start the server as an assistant does, and put a question to it."""
    started = StdioServerParameters(
        command=sys.executable, args=["-m", "tracker", "mcp", "--database", place.url]
    )

    async def talk() -> Any:
        async with Client(stdio_client(started)) as client:
            return await question(client)

    return asyncio.run(talk())


async def told(client: Any, tool: str, /, **said: Any) -> Any:
    """Return what a tool answers; both of its forms say the same."""
    found = await client.call_tool(tool, said)
    assert not found.is_error, found.content
    assert json.loads(found.content[0].text) == found.structured_content
    return found.structured_content


def test_every_question_is_offered_and_none_changes_anything(used: Desk) -> None:
    found = asked(used, lambda client: client.list_tools())
    assert {tool.name for tool in found.tools} == QUESTIONS
    for tool in found.tools:
        assert tool.annotations.read_only_hint is True
        assert tool.description


def test_answers_carry_certainty_sentences_and_what_is_not_covered(used: Desk) -> None:
    async def question(client: Any) -> Any:
        return [
            await told(client, "status", measure=I1, **THEN),
            await told(client, "timeline", name=I1),
            await told(client, "ask", questions=[{"measure": I1, **THEN}]),
            await told(client, "diff", **{"from": "2025-11-06", "to": "2025-11-09"}),
            await told(client, "upcoming", on="2026-06-01", announced_by="2026-06-01", days=200),
            await told(client, "sources"),
            await told(client, "rules", on="2025-11-15", announced_by="2025-11-15", item="Dy"),
            await told(client, "search", text="镓"),
            await told(
                client,
                "check",
                product={"elements": [{"symbol": "Dy", "share": "0.2%", "origin": "CN"}],
                         "made_in": "DE", "to": "US"},
                on="2026-11-21",
                announced_by="2026-11-21",
            ),
        ]  # fmt: skip

    before = used.type("verify", "--format", "json").json
    answers = asked(used, question)
    status, timeline, many, diff, upcoming, _, rules, search, check = answers
    for answer in answers:
        assert "CN" in answer["not_covered"]["no_source_polled_for"]
        assert answer["log"]["head"] == before["head"]
        assert "not legal advice" in answer["disclaimer"]
    printed = used.type("status", I1, "--on", "2025-12-05", "--announced-by", "2025-11-10",
                        "--format", "json").json  # fmt: skip
    assert {key: status[key] for key in printed} == printed
    assert (status["status"], status["certainty"]) == ("suspended", "projected")
    assert many["answers"][0]["status"] == "suspended"
    assert timeline["timelines"][0]["runs"]
    assert any(item["measure"] == I1 for item in diff["differences"])
    assert upcoming["upcoming"]
    assert rules["matching"] == len(rules["rules"])
    assert all("certainty" in rule and "evidence" in rule for rule in rules["rules"])
    assert any("2023/23" in rule["measure"] for rule in search["measures"])
    assert check["reasons"][0]["says"].startswith("Act as if caught; unverified")
    assert used.type("verify", "--format", "json").json == before


def test_long_lists_are_told_a_page_at_a_time(used: Desk) -> None:
    async def question(client: Any) -> Any:
        first = await told(client, "rules", status=["in_force", "suspended", "pending", "expired"])
        second = await told(
            client, "rules", status=["in_force", "suspended", "pending", "expired"],
            after=first["next_after"],
        )  # fmt: skip
        return first, second

    first, second = asked(used, question)
    assert len(first["rules"]) == first["next_after"] == 20
    names = [rule["measure"] for rule in (*first["rules"], *second["rules"])]
    assert len(set(names)) == len(names)


def test_what_makes_no_sense_is_told_in_a_sentence(used: Desk) -> None:
    wrong = (
        ("status", {"measure": "no/such#thing"}, "no record names it"),
        ("status", {"measure": I1, "on": "2025-13-01"}, "is no day"),
        ("check", {"product": {"to": "Narnia"}}, "Narnia"),
        ("check", {"product": {"colour": "red"}}, "unknown key"),
        ("ask", {"questions": [{"measure": I1}]}, "question:1"),
        ("status", {}, "status: measure: field required"),
        ("diff", {"form": "2025-11-06", "to": "2025-11-09"}, "diff takes no form; it takes from"),
        ("rules", {"on": "2025-12-05", "states": ["in_force"]}, "rules takes no states"),
    )

    async def question(client: Any) -> Any:
        return [await client.call_tool(tool, said) for tool, said, _ in wrong]

    for found, (_, _, words) in zip(asked(used, question), wrong, strict=True):
        assert found.is_error
        assert words in found.content[0].text
        assert "Traceback" not in found.content[0].text
        assert "pydantic" not in found.content[0].text


def test_without_the_library_the_command_says_what_to_install(
    used: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    found = used.type("mcp")
    assert found.exit_code == 1
    assert "pip install 'inforce[mcp]'" in found.err
