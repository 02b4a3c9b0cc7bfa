"""Which text do pages, fragments and stored announcement bodies give?"""

import pytest

from tracker.extraction.pages.announcement_text import DERIVED, ITEM_PART, text_of
from tracker.extraction.pages.text import html_to_text
from tracker.extraction.spelling.folding import fold
from tracker.extraction.spelling.numerals import number

RSS = f"application/rss+xml; charset=utf-8; {ITEM_PART}"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<p>a  \n b&nbsp;c\u3000d</p>", "a b c\u3000d"),
        ("<ul><li>x<li>y</ul>", "x\ny"),
        ("<table><tr><td>1C902</td><td>钐</td></tr></table>", "1C902\n钐"),
        ("a <b>bold</b> word", "a bold word"),
        ("<p>公告<span>2025</span>年</p>", "公告2025年"),
        ("10<sup>5</sup> Ω, 5×10<sup>-4</sup> Pa", "10⁵ Ω, 5×10⁻⁴ Pa"),
        ("the 5<sup>th</sup> word<sup>12</sup>", "the 5th word¹²"),
        ("<script>alert(1)</script><style>p{}</style>seen", "seen"),
        ("<p>seen</p><p hidden>not</p><p style='DISPLAY : none'>nor this</p>", "seen"),
        ("x<!-- not --> y", "x y"),
        ("&lt;b&gt; &amp; &#x5546;", "<b> & 商"),
        ("<title>T</title><body>B", "T\nB"),
        ("plain \x00\x07 words", "plain words"),
        ("", ""),
        ("   ", ""),
        ("<", "<"),
    ],
)
def test_a_page_gives_the_text_that_a_reader_sees(page, text):
    assert html_to_text(page) == text


def test_text_behind_very_deep_nesting_is_not_lost():
    page = "<p>before</p>" + "<div>" * 5000 + "deep" + "</div>" * 5000 + "<p>after</p>"
    assert html_to_text(page) == "before\ndeep\nafter"


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<item><title>A</title><description>B</description></item>", "A\nB"),
        ("<item><title>A</title></item>", "A"),
        ("<item><description>B</description></item>", "B"),
        ("<item><title>A</title><description>A and more</description></item>", "A and more"),
        (
            "<item><title>A</title><description>short</description>"
            "<content:encoded><![CDATA[<p>much longer</p>]]></content:encoded></item>",
            "A\nmuch longer",
        ),
        ("<item><title>A</title><media:title>no</media:title></item>", "A"),
        ("<rss:item><rss:title>A</rss:title><title>no</title></rss:item>", "A"),
        ("<item><title>caf&eacute; &amp;amp; co</title></item>", "café & co"),
        ("<item><title>AT&amp;T 1 &lt; 2</title></item>", "AT&T 1 < 2"),
        ("<item><title>a<!-- c -->b</title></item>", "ab"),
        (
            "<item><description>&lt;p&gt;x&lt;/p&gt;&lt;p&gt;y&lt;/p&gt;</description></item>",
            "x\ny",
        ),
        (
            '<entry><title type="text">&lt;b&gt;</title><content type="xhtml">'
            '<div xmlns="http://www.w3.org/1999/xhtml"><p>x</p>y</div></content></entry>',
            "<b>\nx\ny",
        ),
        ("<item", ""),
    ],
)
def test_an_item_gives_title_and_richest_body(item, text):
    assert text_of(item.encode(), RSS) == text


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk", "gb18030", "big5", "shift_jis"])
def test_an_item_is_read_in_its_own_charset(charset):
    body = "<item><title>公告</title></item>".encode(charset)
    assert text_of(body, f"application/rss+xml; charset={charset}; {ITEM_PART}") == "公告"


def test_a_gb2312_label_is_read_as_what_is_really_sent():
    body = "<item><title>镕</title></item>".encode("gb18030")
    assert text_of(body, f"application/rss+xml; charset=gb2312; {ITEM_PART}") == "镕"


def test_derived_fields_and_other_types_give_text_too():
    assert text_of(b'{"title":"A","bodies":["x","<p>longer</p>"]}', DERIVED) == "A\nlonger"
    assert text_of("<p>公告</p>".encode("gb18030"), "text/html; charset=gb18030") == "公告"
    assert text_of(b"<meta charset='gbk'>\xb9\xab\xb8\xe6", "text/html") == "公告"
    assert text_of(b"a  b\n\nc <d", "text/plain") == "a b\nc <d"
    assert text_of("商".encode("utf-16"), "text/plain") == "商"
    assert text_of(b"\xff\xfe\xfd", "text/html; charset=nonsense") is not None


@pytest.mark.parametrize("body", [b"", b"\x00", b"{", b"<item>" * 50_000, b"\xff" * 100])
@pytest.mark.parametrize("kind", [RSS, DERIVED, "text/html", "text/plain", "", "x/y"])
def test_no_body_makes_it_raise(body, kind):
    assert isinstance(text_of(body, kind), str)
    assert text_of(body, kind) == text_of(body, kind)


def test_folding_keeps_every_character_in_its_place():
    text = "商務部公告〔２０２５〕第６１號－Ｘ　№"
    assert fold(text) == "商务部公告[2025]第61号-X #"
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("61", 61),
        ("六十一", 61),
        ("十", 10),
        ("二十", 20),
        ("五十八", 58),
        ("一百零五", 105),
        ("一千二百", 1200),
        ("二〇二五", 2025),
        ("六一", 61),
        ("両", None),
        ("x", None),
        ("", None),
    ],
)
def test_numerals_of_both_scripts_are_numbers(words, value):
    assert number(words) == value
