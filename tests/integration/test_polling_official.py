"""What do the interfaces of the Federal Register and of GOV.UK bring?"""

from pathlib import Path

import orjson
import pytest

from tests.integration.site import held, only, poll, titles
from tracker.extraction.pages.documents import documents_in

XML = """<?xml version='1.0' encoding='UTF-8'?>
<RULE><PREAMB><AGENCY TYPE='F'>DEPARTMENT OF EXAMPLES</AGENCY><SUBAGY>Office of Tests</SUBAGY>
<CFR>15 CFR Parts 742 and 774</CFR><SUBJECT>Cold Alloys; Delay of Effective Date</SUBJECT>
<AGY><HD SOURCE='HED'>AGENCY:</HD><P>Office of Tests, Examples.</P></AGY>
<ACT><HD SOURCE='HED'>ACTION:</HD><P>Final rule; delay of effective date.</P></ACT>
<EFFDATE><HD SOURCE='HED'>DATES:</HD><P>The effective date of the rule published at
 91 FR 90411 is delayed until <E T='03'>August 4, 2026.</E></P></EFFDATE></PREAMB>
<SUPLINF><HD SOURCE='HED'>SUPPLEMENTARY INFORMATION:</HD><P>ACTION:
 a paragraph cannot pass for a label.</P><GPOTABLE><ROW><ENT>A</ENT><ENT>B</ENT></ROW></GPOTABLE>
</SUPLINF><FRDOC>[FR Doc. 2026-90108 Filed 6-2-26; 8:45 am]</FRDOC></RULE>"""

RECORD = {
    "document_number": "2026-90108",
    "title": "Cold Alloys; Delay of Effective Date",
    "type": "Rule",
    "action": "Final rule; delay of effective date.",
    "abstract": "This document moves a date.",
    "dates": "The effective date is delayed until August 4, 2026.",
    "effective_on": "2026-08-04",
    "publication_date": "2026-06-03",
    "agencies": [{"name": "Examples Department"}, {"raw_name": "Office of Tests"}],
    "cfr_references": [
        {"title": 15, "part": 742},
        {"title": 15, "part": 774, "chapter": None},
        {"title": "22", "part": None},
    ],
    "docket_ids": ["260528-9012"],
    "citation": "91 FR 90611",
    "correction_of": "https://register.example/api/v1/documents/2026-90066",
    "html_url": "https://register.example/d/2026-90108",
}


def test_a_record_gives_number_action_effective_date_and_parts_of_the_code(httpserver):
    httpserver.expect_request("/documents.json").respond_with_json({"results": [RECORD]})
    item = only(poll(httpserver.url_for("/documents.json"), "federal-register"))
    assert (item.item_id, item.title) == ("2026-90108", RECORD["title"])
    assert item.published_at == "2026-06-03T04:00:00Z"
    assert item.url == "https://register.example/d/2026-90108"
    assert item.text.splitlines() == [
        "[Federal Register: June 3, 2026]",
        "[FR Doc No: 2026-90108]",
        "[91 FR 90611]",
        "Correction of: FR Doc. 2026-90066",
        "Effective date: August 4, 2026.",
        "Rule",
        "15 CFR Parts 742 and 774",
        "22 CFR",
        "[260528-9012]",
        "Cold Alloys; Delay of Effective Date",
        "AGENCY: Examples Department; Office of Tests",
        "ACTION: Final rule; delay of effective date.",
        "SUMMARY: This document moves a date.",
        "DATES: The effective date is delayed until August 4, 2026.",
    ]
    assert orjson.loads(documents_in(item.body)[1].body)["effective_on"] == "2026-08-04"


def test_the_fields_that_the_interface_leaves_out_are_asked_for(httpserver):
    httpserver.expect_request("/documents.json").respond_with_json({"results": [RECORD]})
    agencies = {"conditions[agencies][]": ("industry-and-security-bureau",)}
    poll(httpserver.url_for("/documents.json"), "federal-register", parameters=agencies)
    asked = httpserver.log[-1][0].args
    assert "effective_on" in asked.getlist("fields[]")
    assert asked.getlist("conditions[agencies][]") == ["industry-and-security-bureau"]


def test_what_is_held_goes_by_the_address_as_it_is_written(httpserver):
    httpserver.expect_request("/documents.json").respond_with_json({"results": [RECORD]})
    url = httpserver.url_for("/documents.json")
    first = poll(url, "federal-register")
    assert first.visits[0].url != url
    assert poll(url, "federal-register", held=held(first, url=url)).unchanged


def test_the_full_text_is_read_behind_the_record(httpserver):
    record = {**RECORD, "full_text_xml_url": httpserver.url_for("/full/2026-90108.xml")}
    httpserver.expect_request("/documents.json").respond_with_json({"results": [record]})
    httpserver.expect_request("/full/2026-90108.xml").respond_with_data(
        XML, content_type="text/xml"
    )
    item = only(poll(httpserver.url_for("/documents.json"), "federal-register"))
    lines = item.text.splitlines()
    assert item.page == "read"
    assert lines[:5] == [
        "[Federal Register: June 3, 2026]",
        "[FR Doc No: 2026-90108]",
        "[91 FR 90611]",
        "Correction of: FR Doc. 2026-90066",
        "Effective date: August 4, 2026.",
    ]
    assert "15 CFR Parts 742 and 774" in lines
    assert [line for line in lines if line.startswith("ACTION:")] == [
        "ACTION: Final rule; delay of effective date."
    ]
    assert (
        "DATES: The effective date of the rule published at 91 FR 90411 is delayed until "
        "August 4, 2026." in lines
    )
    assert "SUPPLEMENTARY INFORMATION: ACTION: a paragraph cannot pass for a label." in lines
    assert "A | B" in lines
    assert XML.encode() in [document.body for document in documents_in(item.body)]


def test_an_interface_for_programs_needs_no_leave_of_robots_txt(httpserver):
    rules = "User-agent: *\nDisallow: /\n"
    httpserver.expect_request("/robots.txt").respond_with_data(rules)
    httpserver.expect_request("/documents.json").respond_with_json({"results": [RECORD]})
    httpserver.expect_request(PLACE).respond_with_json(DOCUMENT)
    assert poll(httpserver.url_for("/documents.json"), "federal-register").items
    assert poll(httpserver.url_for(PLACE), "govuk").items


def test_pages_of_the_interface_follow_each_other(httpserver):
    one, two = RECORD, {**RECORD, "document_number": "2026-90109", "title": "Other"}
    more = httpserver.url_for("/page2.json")
    httpserver.expect_request("/documents.json").respond_with_json(
        {"count": 2, "results": [one], "next_page_url": more}
    )
    httpserver.expect_request("/page2.json").respond_with_json({"count": 2, "results": [two]})
    brought = poll(httpserver.url_for("/documents.json"), "federal-register")
    assert [item.item_id for item in brought.items] == ["2026-90108", "2026-90109"]


def test_a_document_tells_the_page_under_which_others_cite_it(httpserver):
    paged = XML.replace("<PREAMB>", "<PREAMB><PRTPAGE P='90611'/>")
    httpserver.expect_request("/d.xml").respond_with_data(paged, content_type="text/xml")
    item = only(poll(httpserver.url_for("/d.xml"), "federal-register"))
    assert item.text.splitlines()[0] == "[91 FR 90611]"


def test_an_issue_of_the_register_is_split_into_its_documents(httpserver):
    body = XML.removeprefix("<?xml version='1.0' encoding='UTF-8'?>\n")
    notice = "<NOTICE><PREAMB><SUBJECT>A notice</SUBJECT></PREAMB></NOTICE>"
    issue = f"<FEDREG><DATE>Wednesday, June 3, 2026</DATE><RULES>{body}</RULES>{notice}</FEDREG>"
    httpserver.expect_request("/issue.xml").respond_with_data(issue, content_type="text/xml")
    brought = poll(httpserver.url_for("/issue.xml"), "federal-register")
    assert titles(brought) == ["Cold Alloys; Delay of Effective Date", "A notice"]
    assert brought.items[0].item_id == "2026-90108"
    assert {item.published_at for item in brought.items} == {"2026-06-03T04:00:00Z"}
    assert brought.items[0].body == body.encode()


@pytest.fixture
def official(shared: Path) -> Path:
    return shared / "official"


@pytest.mark.parametrize(
    ("name", "number", "words"),
    [
        ("fr_2024-29957_excerpt.xml", "2024-29957", "This rule is effective February 25, 2025."),
        ("fr_2025-03118_delay.xml", "2025-03118", "is delayed until April 28, 2025."),
    ],
)
def test_a_rule_and_its_delay_bring_the_text_that_says_so(
    httpserver, official, name, number, words
):
    httpserver.expect_request("/doc.xml").respond_with_data(
        (official / name).read_bytes(), content_type="text/xml"
    )
    item = only(poll(httpserver.url_for("/doc.xml"), "federal-register", authority="official"))
    assert item.item_id == number
    (dates,) = [line for line in item.text.splitlines() if line.startswith("DATES:")]
    assert words in dates
    assert "21 CFR Part 101" in item.text
    assert any(line.startswith("ACTION: Final rule") for line in item.text.splitlines())


def test_every_document_of_a_whole_issue_is_read(httpserver, official):
    body = (official / "fr-issue-2016-04-15.xml").read_bytes()
    httpserver.expect_request("/issue.xml").respond_with_data(body, content_type="text/xml")
    brought = poll(httpserver.url_for("/issue.xml"), "federal-register")
    assert len(brought.items) == body.count(b"<FRDOC>") or len(brought.items) >= 146
    numbers = [item.item_id for item in brought.items]
    assert len(set(numbers)) == len(numbers)


DOCUMENT = {
    "title": "Notice to exporters 2026/07",
    "description": "Licence changes.",
    "content_id": "11111111-aaaa",
    "base_path": "/government/publications/nte-2026-07",
    "schema_name": "publication",
    "first_published_at": "2026-03-01T10:00:00Z",
    "public_updated_at": "2026-05-01T09:00:00+01:00",
    "withdrawn_notice": {},
    "details": {
        "body": "<div class='govspeak'><h2>Scope</h2><p>Applies to dysprosium.</p></div>",
        "change_history": [{"note": "First one.", "public_timestamp": "2026-03-01T10:00:00Z"}],
    },
}
PLACE = "/api/content/government/publications/nte-2026-07"


def feed_of(httpserver, path="/government/publications/nte-2026-07"):
    link = httpserver.url_for(path)
    entry = (
        f"<entry><id>{link}</id><title>Notice to exporters</title><link href='{link}'/>"
        "<updated>2026-05-01T09:00:00+01:00</updated><summary>short</summary></entry>"
    )
    httpserver.expect_request("/ecju.atom").respond_with_data(
        f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}</feed>",
        content_type="application/atom+xml",
    )
    return httpserver.url_for("/ecju.atom")


def test_a_feed_of_govuk_brings_the_documents_of_its_content_interface(httpserver):
    httpserver.expect_request(PLACE).respond_with_json(DOCUMENT)
    item = only(poll(feed_of(httpserver), "govuk"))
    assert (item.page, item.gone) == ("read", None)
    assert item.title == "Notice to exporters 2026/07"
    assert item.published_at == "2026-03-01T10:00:00Z"
    assert item.text.splitlines() == [
        "Notice to exporters 2026/07",
        "Licence changes.",
        "Published: 1 March 2026",
        "Updated: 1 May 2026",
        "Scope",
        "Applies to dysprosium.",
        "Change of 1 March 2026: First one.",
    ]


def test_a_withdrawn_document_keeps_its_text_and_says_that_it_is_gone(httpserver):
    notice = {"explanation": "<p>Out of date.</p>", "withdrawn_at": "2026-06-01T00:00:00Z"}
    httpserver.expect_request(PLACE).respond_with_json({**DOCUMENT, "withdrawn_notice": notice})
    item = only(poll(feed_of(httpserver), "govuk"))
    assert item.gone == "withdrawn on 2026-06-01 (Out of date.)"
    assert "Applies to dysprosium." in item.text


@pytest.mark.parametrize(
    ("answer", "status", "words"),
    [
        ({"schema_name": "gone", "details": {"explanation": "<p>Merged.</p>"}}, 200, "Merged."),
        (
            {"schema_name": "redirect", "redirects": [{"destination": "/new/place"}]},
            200,
            "moved to /new/place",
        ),
        ({}, 410, "removed"),
    ],
)
def test_a_document_that_is_gone_or_moved_is_a_fact_about_the_copy(
    httpserver, answer, status, words
):
    httpserver.expect_request(PLACE).respond_with_json(answer, status=status)
    item = only(poll(feed_of(httpserver), "govuk"))
    assert item.page == "unchanged"
    assert words in (item.gone or "")


def test_search_results_and_collections_are_lists(httpserver):
    httpserver.expect_request(PLACE).respond_with_json(DOCUMENT)
    found = {"link": DOCUMENT["base_path"], "title": "Notice", "public_timestamp": "2026-05-01"}
    httpserver.expect_request("/api/search.json").respond_with_json({"results": [found]})
    httpserver.expect_request("/api/content/collection").respond_with_json(
        {"title": "All", "links": {"documents": [DOCUMENT, {**DOCUMENT, "base_path": None}]}}
    )
    for path in ("/api/search.json", "/api/content/collection"):
        item = only(poll(httpserver.url_for(path), "govuk"))
        assert (item.page, item.title) == ("read", "Notice to exporters 2026/07")


def test_every_document_of_govuk_is_read(httpserver, official):
    files = sorted((official / "govuk-content").glob("*.json"))
    assert files
    for file in files:
        httpserver.clear()
        httpserver.expect_request("/api/content/x").respond_with_data(
            file.read_bytes(), content_type="application/json"
        )
        told = orjson.loads(file.read_bytes())
        brought = poll(
            httpserver.url_for("/api/content/x"), "govuk", minimum_items=0, wanted=lambda _: False
        )
        if told["schema_name"] != "document_collection":
            item = only(brought)
            assert item.title == " ".join(told["title"].split())
            assert bool(item.gone) == bool(told.get("withdrawn_notice"))
            assert len(item.text) > 20
