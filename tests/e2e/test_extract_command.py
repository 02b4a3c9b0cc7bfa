"""Does ``tracker extract`` answer as scripts expect it?"""

import json

import pytest
from click.testing import CliRunner

from tracker.cli import main

NOTICE = """商务部公告2026年第9803号
关于暂停实施有关公告的公告
经批准，自即日起至2027年3月1日，暂停实施商务部公告2026年第9802号。
商务部
2026年10月10日
"""


def run(tmp_path, *arguments):
    database = f"sqlite:///{tmp_path / 'tracker.db'}"
    return CliRunner().invoke(main, ["extract", *arguments, "--database", database])


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
