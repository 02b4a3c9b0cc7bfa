"""Are the documents behind an interface looked at again, with conditions, and seen to vanish?"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.integration.watched import Watched, good, watched

RULE = """<?xml version='1.0' encoding='UTF-8'?>
<RULE><PREAMB><SUBJECT>Kettles</SUBJECT>
<AGY><HD SOURCE='HED'>AGENCY:</HD><P>Office of Kettles.</P></AGY>
<ACT><HD SOURCE='HED'>ACTION:</HD><P>Final rule.</P></ACT></PREAMB>
<SUPLINF><HD SOURCE='HED'>SUPPLEMENTARY INFORMATION:</HD><P>The share is {share} percent.</P>
</SUPLINF><FRDOC>[FR Doc. 2030-00009 Filed 1-7-30; 8:45 am]</FRDOC></RULE>"""


class Behind:
    """A document behind an interface: its text, and how it was asked for."""

    def __init__(self, content_type: str) -> None:
        self.body = ""
        self.status = 200
        self.content_type = content_type
        self.conditions: list[str | None] = []

    def __call__(self, request: Request) -> Response:
        self.conditions.append(request.headers.get("If-None-Match"))
        if self.status != 200:
            return Response("gone", status=self.status)
        return good(request, self.body, content_type=self.content_type)


@pytest.fixture
def rule() -> Behind:
    return Behind("text/xml")


@pytest.fixture
def register(tmp_path: Path, httpserver: HTTPServer, rule: Behind) -> Iterator[Watched]:
    rule.body = RULE.format(share="0.1")
    httpserver.expect_request("/full.xml").respond_with_handler(rule)
    record = {
        "document_number": "2030-00009",
        "title": "Kettles",
        "publication_date": "2030-01-08",
        "html_url": httpserver.url_for("/d/2030-00009"),
        "full_text_xml_url": httpserver.url_for("/full.xml"),
    }
    listed = json.dumps({"count": 1, "results": [record]})
    with watched(tmp_path, httpserver, kind="federal-register", jurisdiction="US") as found:
        found.answer = lambda request: good(request, listed, content_type="application/json")
        assert found.poll().new == 1
        yield found


def test_a_full_text_is_asked_for_again_the_next_day_with_conditions(
    register: Watched, rule: Behind
) -> None:
    assert register.poll(hours=2).unchanged == 1
    assert rule.conditions == [None]
    assert register.poll(hours=24).unchanged == 1
    assert len(rule.conditions) == 2
    assert rule.conditions[1] is not None
    fact = register.bodies("SourcePolled")[-1]
    assert [(page["url"][-9:], page["status"]) for page in fact["pages"]] == [("/full.xml", 304)]


def test_a_full_text_corrected_behind_an_unchanged_list_is_a_revision(
    register: Watched, rule: Behind
) -> None:
    rule.body = RULE.format(share="0.5")
    assert register.poll(hours=24).revised == 1
    last = register.bodies("AnnouncementRecorded")[-1]
    assert last["final_url"].endswith("/full.xml")
    assert last["url"].endswith("/d/2030-00009")


def test_a_full_text_that_vanished_is_a_withdrawal_of_the_copy(
    register: Watched, rule: Behind
) -> None:
    rule.status = 404
    at = register.position
    register.poll(hours=24)
    (fact,) = register.bodies("CopyWithdrawn", after=at)
    assert "404" in fact["words"]
    assert "AnnouncementRecorded" not in register.names(after=at)


def test_a_document_of_gov_uk_is_asked_for_again_with_conditions(
    tmp_path: Path, httpserver: HTTPServer
) -> None:
    document = Behind("application/json")

    def told(body: str) -> str:
        return json.dumps(
            {
                "title": "Notice 9",
                "content_id": "n9",
                "base_path": "/government/n9",
                "schema_name": "detailed_guide",
                "public_updated_at": "2030-01-08T09:00:00Z",
                "details": {"body": f"<p>{body}</p>"},
            }
        )

    document.body = told("The share is 0.1 per cent.")
    httpserver.expect_request("/api/content/government/n9").respond_with_handler(document)
    found_one = {
        "title": "Notice 9",
        "link": "/government/n9",
        "public_timestamp": "2030-01-08T09:00:00Z",
    }
    listed = json.dumps({"results": [found_one]})
    with watched(tmp_path, httpserver, kind="govuk", jurisdiction="UK") as office:
        office.answer = lambda request: good(request, listed, content_type="application/json")
        assert office.poll().new == 1
        assert office.poll(hours=24).unchanged == 1
        assert [condition is None for condition in document.conditions] == [True, False]
        document.body = told("The share is 0.5 per cent.")
        assert office.poll(hours=24).revised == 1
        document.status = 404
        at = office.position
        office.poll(hours=72)
        assert "CopyWithdrawn" in office.names(after=at)
