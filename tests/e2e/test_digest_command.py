"""A digest tells a period as it was known at its end."""

from pathlib import Path

import pytest

from tests.e2e.commands import Desk, desk


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    found = desk(tmp_path_factory.mktemp("desk"))
    assert found.type("demo").exit_code == 0
    return found


def _text(place: Desk, ending: str) -> str:
    return place.type("digest", "--period", "weekly", "--ending", ending).out


def test_the_week_of_the_october_notices_tells_them_and_not_their_suspension(
    place: Desk,
) -> None:
    text = _text(place, "2025-10-12")
    for number in ("第55号", "第56号", "第57号", "第58号", "第61号", "第62号"):
        assert number in text
    assert "第70号" not in text


def test_the_week_of_the_suspension_tells_what_still_stands(place: Desk) -> None:
    text = _text(place, "2025-11-09")
    assert "第70号" in text
    assert "第72号" in text
    stands = text[text.index("Still stands:") :]
    assert "Announcement 18 of 2025" in stands
    assert "I, II, III, IV, V, VI, VII" in " ".join(stands.split())


def test_no_sentence_states_the_lapse_of_november_2026_as_a_fact(place: Desk) -> None:
    text = _text(place, "2026-11-15")
    assert "NOT VERIFIED" in text
    first = next(line for line in text.splitlines() if "2026" in line or "第70号" in line)
    assert first


def test_the_demo_wrote_an_html_digest(place: Desk) -> None:
    html = (place.folder / "digests" / "demo.html").read_text(encoding="utf-8")
    assert html.lower().startswith("<!doctype html>")
    assert "<script" not in html
    assert "http://" not in html.split("</style>")[0]


def test_a_digest_ends_with_the_head_of_the_log(place: Desk) -> None:
    head = place.type("verify", "--format", "json").json["head"]
    assert head in _text(place, "2025-11-09")
    assert head in place.type("digest", "--period", "weekly", "--format", "html").out


def test_a_digest_is_written_to_a_file(place: Desk, tmp_path: Path) -> None:
    file = tmp_path / "week.html"
    typed = place.type(
        "digest", "--since", "2025-11-03", "--until", "2025-11-10", "--format", "html",
        "--out", str(file),
    )  # fmt: skip
    assert typed.exit_code == 0
    assert "第70号" in file.read_text(encoding="utf-8")


def test_the_chinese_digest_is_chinese(place: Desk) -> None:
    text = place.type(
        "digest", "--period", "weekly", "--ending", "2025-11-09", "--language", "zh"
    ).out
    assert "2025年11月" in text
