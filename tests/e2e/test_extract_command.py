"""Does ``tracker extract`` answer as scripts expect it?"""

import gzip
import json

import pytest
from click.testing import CliRunner

from tests.integration.site import a_pdf
from tracker.cli import main

NOTICE = """商务部公告2026年第9803号
关于暂停实施有关公告的公告
经批准，自即日起至2027年3月1日，暂停实施商务部公告2026年第9802号。
商务部
2026年10月10日
"""


def run(tmp_path, *arguments, stdin=None):
    database = f"sqlite:///{tmp_path / 'tracker.db'}"
    return CliRunner().invoke(main, ["extract", *arguments, "--database", database], input=stdin)


@pytest.fixture
def notice(tmp_path):
    path = tmp_path / "notice.txt"
    path.write_text(NOTICE, encoding="utf-8")
    return path


def test_it_prints_one_json_document(notice, tmp_path):
    result = run(tmp_path, str(notice), "--format", "json", "--source-authority", "issuer")
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert answer["class"] == "act"
    (effect,) = answer["effects"]
    assert effect["affected"] == ["cn/mofcom/2026/9802"]
    assert (effect["from"], effect["through"]) == ("2026-10-10", "2027-03-01")
    for words in effect["evidence"]:
        assert answer["text"][words["start"] : words["end"]] == words["quote"]


def test_it_tells_a_person_what_was_read(notice, tmp_path):
    result = run(tmp_path, str(notice))
    assert result.exit_code == 0
    assert "suspend cn/mofcom/2026/9802: from 2026-10-10 through 2027-03-01" in result.stdout


def test_press_that_tells_the_same_moves_nothing(notice, tmp_path):
    notice.write_text("By our desk. MOFCOM Announcement No. 9802 of 2026 is suspended, it said.")
    result = run(tmp_path, str(notice), "--format", "json", "--source-authority", "press")
    answer = json.loads(result.stdout)
    assert answer["effects"] == []
    assert answer["instrument"] is None


def test_a_page_in_an_older_charset_is_read(tmp_path):
    page = "<html><head><meta charset='gb18030'></head><body>"
    page += "".join(f"<p>{line}</p>" for line in NOTICE.splitlines()) + "</body></html>"
    path = tmp_path / "notice.html"
    path.write_bytes(page.encode("gb18030"))
    answer = json.loads(run(tmp_path, str(path), "--format", "json").stdout)
    assert answer["instrument"]["id"] == "cn/mofcom/2026/9803"


def test_a_day_that_is_none_is_refused_in_one_sentence(notice, tmp_path):
    result = run(tmp_path, str(notice), "--published", "soon")
    assert result.exit_code in (1, 2)
    assert "soon" in result.stderr


def test_a_file_that_is_missing_is_bad_usage(tmp_path):
    assert run(tmp_path, str(tmp_path / "none.txt")).exit_code == 2


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_a_plain_text_in_an_older_charset_is_read(tmp_path, encoding):
    path = tmp_path / "notice.txt"
    path.write_bytes((NOTICE * 3).encode(encoding))
    answer = json.loads(run(tmp_path, str(path), "--format", "json").stdout)
    assert answer["instrument"]["id"] == "cn/mofcom/2026/9803"


def test_what_comes_in_on_standard_input_is_read(tmp_path):
    result = run(tmp_path, "-", "--format", "json", stdin=NOTICE.encode())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["instrument"]["id"] == "cn/mofcom/2026/9803"


def test_the_text_of_a_pdf_is_read(tmp_path):
    path = tmp_path / "notice.pdf"
    path.write_bytes(a_pdf("Kitchen Bureau", "Whisks may not leave the kitchen."))
    answer = json.loads(run(tmp_path, str(path), "--format", "json").stdout)
    assert "Whisks may not leave the kitchen." in answer["text"]


def test_an_empty_file_is_no_document_and_told_so(tmp_path):
    path = tmp_path / "notice.txt"
    path.write_bytes(b" \n")
    result = run(tmp_path, str(path), "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["class"] is None
    assert "there is no text in it" in result.stderr


@pytest.mark.parametrize(
    ("name", "body", "told"),
    [
        ("notice.txt", gzip.compress(NOTICE.encode()), "unpack it first"),
        ("notice.docx", b"PK\x03\x04" + bytes(200), "save its text as"),
        ("notice.doc", b"\xd0\xcf\x11\xe0" + bytes(200), "save its text as"),
        ("notice.rtf", b"{\\rtf1 whisks}", "save its text as"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "it is no text"),
        ("notice.txt", bytes(range(256)) * 4, "it is no text"),
        ("notice.pdf", b"%PDF-1.4\nwhisks", "the PDF is damaged"),
        ("notice.pdf", a_pdf(), "the PDF holds no text"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence_that_says_what_to_do(
    tmp_path, name, body, told
):
    path = tmp_path / name
    path.write_bytes(body)
    result = run(tmp_path, str(path))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert told in result.stderr
    assert name in result.stderr


def test_an_address_is_bad_usage_and_says_what_to_do(tmp_path):
    result = run(tmp_path, "https://kitchen.example/notice")
    assert result.exit_code == 2
    assert "tracker review add" in result.stderr
