"""In which encoding is a text written, whatever is declared?"""

import pytest

from tracker.errors import FetchError
from tracker.feeds.charsets import charset, text

TEXTS = {
    "zh": "商务部公告2025年第61号 公布对境外相关稀土物项实施出口管制的决定。为维护国家安全和利益，",
    "tw": "經濟部公告修正戰略性高科技貨品輸出入管理辦法，自中華民國一百十四年十一月一日生效。",
    "ja": "輸出貿易管理令の一部を改正する政令が公布されました。レアアースの輸出管理について",
    "fr": "Décret relatif à l'exportation des biens à double usage, entré en vigueur l'été dernier",
}
WRITTEN = [
    *(("zh", name) for name in ("gb2312", "gbk", "gb18030", "utf-8")),
    *(("tw", name) for name in ("big5", "utf-8", "gb18030")),
    *(("ja", name) for name in ("shift_jis", "utf-8")),
    *(("fr", name) for name in ("latin-1", "utf-8")),
]
LIES = (None, "utf-8", "iso-8859-1", "gb2312", "big5", "shift_jis", "no-such-charset")


@pytest.mark.parametrize("declared", LIES)
@pytest.mark.parametrize(("language", "written"), WRITTEN)
def test_the_header_may_lie_or_be_silent(language, written, declared):
    body = f"<html><p>{TEXTS[language]}".encode(written)
    header = "text/html" if declared is None else f"text/html; charset={declared}"
    found = charset(body, content_type=header)
    assert text(body, found, url="u") == body.decode(written)


@pytest.mark.parametrize(
    "head",
    [
        "<meta charset='gb2312'>",
        '<meta http-equiv="Content-Type" content="text/html; charset=gbk">',
        "<?xml version='1.0' encoding='GB18030'?>",
    ],
)
def test_what_stands_in_the_document_counts_before_the_header(head):
    body = (head + TEXTS["zh"]).encode("gb18030")
    assert charset(body, content_type="text/html; charset=big5") == "gb18030"


def test_a_mark_at_the_beginning_says_it_all():
    for written in ("utf-8-sig", "utf-16", "utf-32"):
        body = TEXTS["zh"].encode(written)
        found = charset(body, content_type="text/html; charset=gbk")
        assert text(body, found, url="u") == TEXTS["zh"]


def test_a_letter_that_was_cut_in_two_does_not_turn_a_page_into_another_language():
    body = (TEXTS["zh"] * 20).encode()[:-1]
    assert charset(body) == "utf-8"
    assert "61" in text(body, "utf-8", url="u")


def test_the_operator_and_the_language_of_the_source_help():
    assert charset(b"\xa4\xa4", override="big5") == "big5hkscs"
    short = "公告第7号".encode("gb18030")
    assert charset(short, language="zh") == "gb18030"
    assert charset(short) == "gb18030"


def test_text_that_cannot_be_read_is_refused():
    with pytest.raises(FetchError) as caught:
        text(bytes(range(128, 256)) * 5, "utf-8", url="https://x.example/")
    assert caught.value.fault == "charset"
