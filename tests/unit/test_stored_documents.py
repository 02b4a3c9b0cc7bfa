"""Which text stands in a stored page, in documents kept together, in a register's document?"""

import pytest

from tracker.extraction.pages.announcement_text import text_of
from tracker.extraction.pages.documents import DOCUMENTS, Document, documents_in, stored_documents
from tracker.extraction.pages.register_text import REGISTER_TYPE, register_text
from tracker.extraction.pages.selecting import compiled, elements, first, parsed, split, values
from tracker.extraction.pages.stored_page import page_text, page_type

PAGE = """<html><head><title>Site – Notice</title></head><body><h1>Notice 7</h1>
<div class="t"><p>One.</p><div class="ad">Buy <b>now</b></div>Two.<div class="t">Three.</div></div>
<div class="t">Four.</div></body></html>"""


def test_only_the_selected_part_counts_with_the_heading_in_front():
    kind = page_type("utf-8", select=".t")
    assert page_text(PAGE, kind) == "Notice 7\nOne.\nBuy now\nTwo.\nThree.\nFour."


def test_what_is_left_out_leaves_the_words_around_it_apart():
    kind = page_type("utf-8", select=".t", without=".ad, .none")
    assert page_text(PAGE, kind) == "Notice 7\nOne.\nTwo.\nThree.\nFour."


def test_another_title_may_be_named_and_selectors_of_any_signs_travel_in_the_content_type():
    selector = "div[class='t'] > p, [data-x=\"a;b\"]"
    kind = page_type("gb18030", select=selector, title="title")
    assert ";" not in kind.partition("select=")[2].partition("; title=")[0]
    assert text_of(PAGE.encode("gb18030"), kind) == "Site – Notice\nOne."


def test_a_page_without_the_part_is_read_whole():
    assert page_text(PAGE, page_type("utf-8", select="#none")).endswith("Four.")
    assert page_text("", page_type("utf-8", select="p")) == ""


def test_documents_together_are_read_one_after_the_other():
    kept = Document(content_type="application/json", body=b'{"a": 1}', read=False)
    body = stored_documents(
        (
            Document(content_type="text/plain", text="First"),
            Document(content_type="text/html; charset=gbk", body="<p>二</p>".encode("gbk")),
            Document(content_type="application/pdf", body=b"%PDF", text="Third", url="https://x/"),
            kept,
        )
    )
    assert text_of(body, DOCUMENTS) == "First\n二\nThird"
    found = documents_in(body)
    assert found[2].body == b"%PDF"
    assert found[3] == kept
    assert stored_documents(found) == body


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b'{"documents": [1]}', b"\xff", b"null"])
def test_a_damaged_body_holds_no_text_and_raises_nothing(body):
    assert text_of(body, DOCUMENTS) == ""


@pytest.mark.parametrize(
    "source", ["", "no XML", "<RULE>", "<RULE><P>&#xD800;&#0;&lol;</P></RULE>", "<?xml?><a/>"]
)
def test_what_is_hardly_xml_raises_nothing(source):
    assert isinstance(text_of(source.encode(), REGISTER_TYPE), str)


def test_comments_entities_and_line_ends_cannot_make_a_label():
    source = (
        "<!DOCTYPE RULE [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><RULE><!-- ACTION: x -->"
        "<ACT><HD SOURCE='HED'>ACTION:</HD><P>Final\nrule.\nACTION: forged</P></ACT>"
        "<P>&x;</P></RULE>"
    )
    assert register_text(source) == "ACTION: Final rule. ACTION: forged"


def test_selectors_take_texts_and_attributes_of_what_they_find():
    root = parsed("<ul><li id='a'><a href='/1' title='One'>1</a></li><li>two</li></ul>")
    assert root is not None
    assert list(values(root, ("a@title", "a"))) == ["One", "1"]
    (item, _) = elements(root, ("#none", "li"))
    assert first(item, ("@id",)) == "a"
    assert first(item, (".",)) == "1"
    assert first(item, ("b", "a@href")) == "/1"


@pytest.mark.parametrize(
    ("selector", "parts"),
    [
        ("a@href", ("a", "href")),
        ("@href", ("", "href")),
        (".", ("", None)),
        ("li > a", ("li > a", None)),
        ("a[title='x@y z']", ("a[title='x@y z']", None)),
        ("meta[name='a:b']@content", ("meta[name='a:b']", "content")),
    ],
)
def test_an_at_sign_divides_selector_and_attribute(selector, parts):
    assert split(selector) == parts


def test_what_is_no_selector_is_told():
    with pytest.raises(ValueError, match=r"'li\[' is no CSS selector"):
        compiled("li[")
