"""Does every outlet show of a source's text only what that source lets be shown?"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.integration.house import House, Turned, act, effect, instant, measure
from tracker.digests.subscription import Subscription
from tracker.domain.facts import SourceAdded, event_of
from tracker.domain.republishing import QUOTED_CHARACTERS
from tracker.mailroom import FEED_FORMS

NOW = "2026-10-02T00:00:00+00:00"
SAID = " ".join(f"The ministry said word {number} of it." for number in range(60))
QUOTED = "word 3 of it"
BEYOND = "word 40 of it"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path, Turned(instant("2026-10-01T00:00")))
    yield made
    made.close()


def fill(house: House, rule: Any) -> None:
    """A rule and a claim, each resting on the same long text of one source."""
    source = SourceAdded(id="paper", url="https://paper.example/", republish=rule)
    with house.tracker.library.log.writing() as writer:
        writer.append([event_of(source)])
    words = {"announcement": "paper/1", "quote": SAID, "start": 0, "end": len(SAID)}
    house.clock.now = instant("2026-10-02T00:00")
    house.load(
        act("2026/1", NOW, sources=[{"url": "https://paper.example/1"}]),
        measure("2026/1#1", requirement="licence", elements=["Dy"]),
        effect(
            "e-1", "impose", "2026/1", "2026/1#1", NOW, evidence=words, **{"from": "2026-12-01"}
        ),
        {
            "type": "claim", "source": "https://paper.example/1", "speaker": "Somebody",
            "said_on": "2026-10-02", "about": ["cn/mofcom/2026/1"], "text": SAID,
            "evidence": words,
        },
    )  # fmt: skip


def outlets(house: House, *readers: Subscription) -> dict[str, str]:
    """Return everything that leaves the house, by name."""
    room = house.tracker.mailroom
    house.clock.now = instant("2026-10-02T12:00")
    told = {form: room.feed(form, {"all": []}).decode() for form in FEED_FORMS}
    for reader in readers:
        letter, sent = room.rounds.preview(reader)
        assert sent
        forms = {"text": letter.text, "html": letter.html, "json": letter.json}
        told |= {f"{reader.channel} {name}": text or "" for name, text in forms.items()}
    return told


@pytest.mark.parametrize("rule", ["full", "quote", "none", None])
def test_no_outlet_shows_more_than_the_source_allows(house: House, rule: Any) -> None:
    folder = house.subscribe(cadence="daily")
    hook = house.subscribe(cadence="daily", target="https://hook.example/")
    fill(house, rule)
    told = outlets(house, folder, hook)
    whole = {name for name, text in told.items() if BEYOND in " ".join(text.split())}
    part = {name for name, text in told.items() if QUOTED in " ".join(text.split())}
    with_words = {"atom", "jsonl", "folder text", "folder html", "webhook text", "webhook json"}
    assert whole == (with_words if rule == "full" else set())
    assert part == (set() if rule == "none" else with_words)
    if rule == "none":
        said = " ".join(told["folder text"].split())
        assert "the source does not let its words be repeated" in said
        assert "entered by hand" not in said
    if rule in ("quote", None):
        lines = [json.loads(line) for line in told["jsonl"].splitlines()]
        claim = next(line["record"] for line in lines if line["type"] == "claim")
        assert len(claim["text"]) <= QUOTED_CHARACTERS
        assert len(claim["evidence"]["quote"]) <= QUOTED_CHARACTERS
