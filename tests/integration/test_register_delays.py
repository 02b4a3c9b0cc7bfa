"""Does a rule of the Federal Register start on the day to which a later notice moves it?"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.e2e.commands import SHARED, write_jsonl
from tests.integration.scripted import Hands
from tracker.config import Fetch, Settings
from tracker.domain.facts import SourceAdded
from tracker.errors import UnknownMeasure
from tracker.extraction.pages.announcement_text import text_of
from tracker.facade import Tracker

OFFICIAL = SHARED / "official"
NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)


class Register:
    """The interface of the register on a local server, and a tracker that polls it."""

    def __init__(self, folder: Path, server: HTTPServer) -> None:
        self._server = server
        self._records: list[dict[str, Any]] = []
        server.expect_request("/documents.json").respond_with_handler(self._listed)
        self.hands = Hands(NOW)
        fetch = Fetch(allow=("127.0.0.0/8", "::1/128"))
        settings = Settings(database=f"sqlite:///{folder / 'tracker.db'}", fetch=fetch)
        self.tracker = Tracker(settings, clock=self.hands)
        self.tracker.sources.add(
            SourceAdded(
                id="register",
                url=server.url_for("/documents.json"),
                kind="federal-register",
                authority="issuer",
                jurisdiction="US",
                timezone="America/New_York",
                robots="ignore",
            )
        )

    def _listed(self, _: Request) -> Response:
        answer = {"count": len(self._records), "results": self._records}
        return Response(json.dumps(answer), content_type="application/json")

    def prints(self, number: str, day: str, page: str, full: str, **told: Any) -> None:
        """Add a document to the list, which begins with the newest."""
        self._server.expect_request(f"/full/{number}.xml").respond_with_data(
            full, content_type="text/xml"
        )
        record = {
            "document_number": number,
            "title": "Kettles",
            "type": "Rule",
            "publication_date": day,
            "citation": page,
            "html_url": self._server.url_for(f"/d/{number}"),
            "full_text_xml_url": self._server.url_for(f"/full/{number}.xml"),
        }
        self._records.insert(0, record | told)

    def poll(self) -> int:
        """Poll; return how many documents were new."""
        self.hands.on(hours=6)
        (polled,) = self.tracker.poll("register")
        assert polled.error is None
        return polled.new

    def status(self, measure: str, *, on: str, known: str) -> tuple[str, str | None]:
        """How a rule stands, and the last day of that."""
        found = self.tracker.status(measure, on=on, announced_by=known).answer
        return found.status.value, None if found.through is None else found.through.isoformat()

    def waiting(self) -> list[str]:
        return [one.id for one in self.tracker.review.proposals()]


@pytest.fixture
def register(tmp_path: Path, httpserver: HTTPServer) -> Iterator[Register]:
    found = Register(tmp_path, httpserver)
    yield found
    found.tracker.close()


def _rule(agency: str, action: str, dates: str, number: str, filed: str) -> str:
    return f"""<?xml version='1.0' encoding='UTF-8'?>
<RULE><PREAMB><AGENCY TYPE='F'>{agency.upper()}</AGENCY><CFR>40 CFR Part 63</CFR>
<SUBJECT>Kettles; One More Notice</SUBJECT>
<AGY><HD SOURCE='HED'>AGENCY:</HD><P>{agency}.</P></AGY>
<ACT><HD SOURCE='HED'>ACTION:</HD><P>{action}</P></ACT>
<EFFDATE><HD SOURCE='HED'>DATES:</HD><P>{dates}</P></EFFDATE></PREAMB>
<SUPLINF><HD SOURCE='HED'>SUPPLEMENTARY INFORMATION:</HD><P>Kettles boil.</P></SUPLINF>
<FRDOC>[FR Doc. {number} Filed {filed}; 8:45 am]</FRDOC></RULE>"""


def _kettles(register: Register) -> None:
    register.prints(
        "2026-90011",
        "2026-01-08",
        "91 FR 90011",
        _rule(
            "Environmental Protection Agency",
            "Final rule.",
            "This rule is effective March 9, 2026.",
            "2026-90011",
            "1-7-26",
        ),
    )


def _delayed(register: Register) -> None:
    register.prints(
        "2026-90444",
        "2026-03-02",
        "91 FR 90444",
        _rule(
            "Environmental Protection Agency",
            "Final rule; delay of effective date.",
            "The effective date of the final rule published at 91 FR 90011 on January 8, 2026, is "
            "delayed until June 15, 2026.",
            "2026-90444",
            "2-27-26",
        ),
    )


KETTLES = "us/epa/2026/2026-90011#whole"


def test_a_rule_and_its_delays_give_the_last_postponed_day(register: Register) -> None:
    _kettles(register)
    assert register.poll() == 1
    assert register.status(KETTLES, on="2026-02-01", known="2026-02-01")[0] == "pending"
    assert register.status(KETTLES, on="2026-04-01", known="2026-02-01")[0] == "in_force"
    _delayed(register)
    register.prints(
        "2026-90777",
        "2026-06-01",
        "91 FR 90777",
        _rule(
            "Environmental Protection Agency",
            "Final rule; further delay of effective date.",
            "The effective date of the final rule published at 91 FR 90011 on January 8, 2026, and "
            "delayed at 91 FR 90444 on March 2, 2026, is further delayed until August 20, 2026.",
            "2026-90777",
            "5-29-26",
        ),
    )
    assert register.poll() == 2
    assert register.status(KETTLES, on="2026-04-01", known="2026-02-01")[0] == "in_force"
    assert register.status(KETTLES, on="2026-04-01", known="2026-04-01") == (
        "pending",
        "2026-06-14",
    )
    assert register.status(KETTLES, on="2026-07-01", known="2026-07-01") == (
        "pending",
        "2026-08-19",
    )
    assert register.status(KETTLES, on="2026-08-20", known="2026-08-20")[0] == "in_force"
    assert register.waiting() == []


def test_a_delay_finds_the_rule_under_the_id_that_an_older_reader_gave_it(
    register: Register, tmp_path: Path
) -> None:
    old = "us/fr/2026/2026-90011"  # before the agencies of the register had ids of their own
    told = {"announced_at": "2026-01-08"}
    register.tracker.import_(
        [
            write_jsonl(
                tmp_path / "old.jsonl",
                told
                | {"type": "instrument", "id": old, "number": "FR Doc No: 2026-90011; 91 FR 90011"}
                | {"jurisdiction": "US", "issuers": ["Environmental Protection Agency"]}
                | {"timezone": "America/New_York", "authority": "issuer"},
                {"type": "measure", "id": f"{old}#whole"},
                told
                | {"type": "effect", "kind": "impose", "affecting": old}
                | {"affected": [f"{old}#whole"], "from": "2026-03-09"},
            )
        ]
    )
    _delayed(register)
    assert register.poll() == 1
    assert register.status(f"{old}#whole", on="2026-04-01", known="2026-03-03") == (
        "pending",
        "2026-06-14",
    )
    _kettles(register)
    register.poll()
    assert register.waiting() == []
    with pytest.raises(UnknownMeasure):
        register.status(KETTLES, on="2026-04-01", known="2026-03-03")


def test_a_list_that_begins_with_the_newest_hides_no_rule_from_its_delay(
    register: Register,
) -> None:
    _kettles(register)
    _delayed(register)
    assert register.poll() == 2
    assert register.status(KETTLES, on="2026-04-01", known="2026-04-01") == (
        "pending",
        "2026-06-14",
    )
    assert register.waiting() == []


def test_a_delay_of_a_rule_that_is_not_recorded_waits_until_it_is(register: Register) -> None:
    _delayed(register)
    assert register.poll() == 1
    (proposal,) = register.waiting()
    told = register.tracker.review.case(proposal)
    assert any("us/fr/page/91-90011" in doubt for doubt in told.doubts)
    _kettles(register)
    assert register.poll() == 1
    assert register.status(KETTLES, on="2026-04-01", known="2026-04-01")[0] == "in_force"
    assert not any("us/fr/page" in doubt for doubt in register.tracker.review.case(proposal).doubts)
    register.tracker.review.accept(proposal, by="mei")
    assert register.status(KETTLES, on="2026-04-01", known="2026-04-01") == (
        "pending",
        "2026-06-14",
    )


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the shared official documents are not here")
def test_the_real_rule_and_its_real_delay_give_the_postponed_day(register: Register) -> None:
    rule = (OFFICIAL / "fr_2024-29957_excerpt.xml").read_text("utf-8")
    delay = (OFFICIAL / "fr_2025-03118_delay.xml").read_text("utf-8")
    register.prints("2024-29957", "2024-12-27", "89 FR 106064", rule)
    register.prints("2025-03118", "2025-02-25", "90 FR 10592", delay)
    assert register.poll() == 2
    measure = "us/fda/2024/2024-29957#whole"
    assert register.status(measure, on="2025-03-01", known="2025-02-01")[0] == "in_force"
    assert register.status(measure, on="2025-03-01", known="2025-03-01") == (
        "pending",
        "2025-04-27",
    )
    assert register.status(measure, on="2025-04-28", known="2025-04-28")[0] == "in_force"
    with register.tracker.library.reading() as known:
        (act,) = [one.record for one in known.instruments["us/fda/2024/2024-29957"]]
        announcements = [one.record for one in known.announcements.values()]
    texts = [
        text_of(register.tracker.log.document(one.sha256 or "") or b"", one.content_type or "")
        for one in announcements
    ]
    assert act.number == "FR Doc No: 2024-29957; 89 FR 106064"
    assert all("21 CFR Part 101" in text for text in texts)
    assert "ACTION: Final rule; delay of effective date." in texts[1]


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the shared official documents are not here")
def test_words_to_machines_in_a_document_move_nothing(register: Register) -> None:
    probe = (OFFICIAL / "fr_injection_probe.xml").read_text("utf-8")
    register.prints("2025-90999", "2025-02-25", "90 FR 10599", probe)
    assert register.poll() == 1
    with register.tracker.library.reading() as known:
        effects = [one.record for one in known.effects.values()]
    days = {str(one.from_) for one in effects}
    assert not any(day.startswith(("2030", "2099")) for day in days)
