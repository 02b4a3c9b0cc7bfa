"""Do the pages say only what is known, in whole, and safely?"""

import re
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from tests.golden.digests.small_rulebook import HEAD, NOW, add, field, lines, register, week
from tests.golden.test_pages import todays_html
from tracker.digests.today import build_today
from tracker.domain.facts import RecordAnnotated
from tracker.errors import InputError, UsageError
from tracker.extraction.extracted import Stance
from tracker.projection.register import Register
from tracker.rendering import check_templates, render_digest
from tracker.rendering.digests import digest_page
from tracker.rendering.loading import Templates
from tracker.rendering.page import DigestPage
from tracker.rendering.words import Words

DAY = "2026-11-20T08:00:00.000000Z"
BIDI = "\N{RIGHT-TO-LEFT OVERRIDE}"


def _page(ending: str, language: str = "en") -> DigestPage:
    return digest_page(Words(Templates().words(), language), week(ending))


def _squeezed(text: str) -> str:
    return re.sub(r"[\s·>*|\-]+", "", text)


def test_the_first_line_of_the_lapse_is_its_overdue_verification() -> None:
    text = render_digest(week("2026-11-21"), format="text")

    first = text[text.index("* ") :]
    assert first.startswith("* Verify: what became of the suspension by Announcement 70 of 2025?")
    assert "[Overdue by 10 days] [NOT VERIFIED]" in first[:500]


@pytest.mark.parametrize("ending", ["2026-11-15", "2026-11-21"])
def test_nothing_unverified_is_told_as_a_fact(ending: str) -> None:
    page = _page(ending)

    for section in page.sections:
        for entry in section.entries:
            if "in force" in entry.sentence:
                assert "y its own terms" in entry.sentence
            for row in entry.table.rows if entry.table else ():
                told = [*zip(entry.table.heads, row, strict=True)] if entry.table else []
                for head, cell in told:
                    if "in force" in " ".join(cell) and head != "Then":
                        assert "NOT VERIFIED" in head
    words = " ".join(row.words for row in page.picture.rows) if page.picture else ""
    assert all("own terms" in part for part in words.split(";") if "in force" in part)
    text = render_digest(week(ending), format="text")
    assert not re.search(r"suspension (has )?ended|has resumed|is lifted", text)


@pytest.mark.parametrize("ending", ["2025-10-12", "2025-11-09", "2026-11-15"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_fact_of_the_page_is_in_the_text(ending: str, language: str) -> None:
    made = week(ending)
    html = render_digest(made, format="html", language=language)  # type: ignore[arg-type]
    text = render_digest(made, format="text", language=language)  # type: ignore[arg-type]

    body = re.sub(r'<ul class="legend">.*?</ul>', "", html[html.index("<main>") :], flags=re.DOTALL)
    body = re.sub(r"<svg\b.*?</svg>", "", body, flags=re.DOTALL)
    said = [unescape(part).strip() for part in re.split(r"<[^>]+>", body)]
    squeezed = _squeezed(text).casefold()
    hosts = re.findall(r'href="https?://[^"]*"[^>]*>([^<]+)<', body)
    for part in said:
        if part not in hosts and not re.fullmatch(r"\W*", part):
            assert _squeezed(part.strip(":, ")).casefold() in squeezed, part


def test_a_page_brings_everything_with_it_and_runs_nothing() -> None:
    html = render_digest(week("2025-11-09"), format="html")

    assert not re.search(r"<script|<link|<img|@import|url\((?!#)|javascript:", html)
    assert '<html lang="en">' in html
    levels = [int(level) for level in re.findall(r"<h(\d)", html)]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert len(html.encode()) < 95_000


def test_chinese_days_and_the_language_of_the_page() -> None:
    html = render_digest(week("2026-11-15"), format="html", language="zh")

    assert '<html lang="zh-Hans">' in html
    assert "2026年11月10日" in html
    assert "未经核实" in html
    assert "November" not in re.sub(r"<[^>]+>", "", html.split("</style>")[1])


def test_a_hostile_title_stays_text() -> None:
    filed = register()
    title = f"{{{{7*7}}}} <script>alert(1)</script> {BIDI}evil\r\n* Fake: No. 18 repealed\x07"
    item = {"type": "announcement", "id": "a", "source": "paper", "title": title}
    filed.record({**item, "url": "javascript:alert(1)"}, recorded_at=DAY)
    filed.record({**item, "id": "b", "title": "x" * 10_000}, recorded_at=DAY)
    made = week("2026-11-21", filed)
    html = render_digest(made, format="html")
    text = render_digest(made, format="text")

    assert "{{7*7}}" in html
    assert "49 " not in html
    assert "<script" not in html
    assert 'href="javascript' not in html
    for page in (html, text):
        assert BIDI not in page
        assert "\x07" not in page
        assert "x" * 400 not in page
    assert "\n* Fake" not in text


def test_notes_that_know_what_followed_are_left_out() -> None:
    filed = register(notes=())
    add(filed, RecordAnnotated(about="cn/mofcom/2025/57", text="never started"), at=DAY)

    assert "never started" not in render_digest(week("2025-10-12", filed), format="text")
    assert "Note: never started" in render_digest(week("2026-11-21", noted()), format="text")


def noted() -> Register:
    filed = register(notes=())
    add(filed, RecordAnnotated(about="cn/mofcom/2025/72", text="never started"), at=DAY)
    return filed


def test_an_own_template_goes_before_ours(tmp_path: Path) -> None:
    (tmp_path / "digest").mkdir()
    (tmp_path / "digest" / "digest.txt.j2").write_text("{{ page.heading }}!", encoding="utf-8")

    text = render_digest(week("2025-11-09"), format="text", template_folder=tmp_path)
    assert text == "Weekly digest, 3 to 9 November 2025!"
    check_templates(tmp_path)


@pytest.mark.parametrize(
    "template",
    [
        "{{ page.nonsense }}",
        "{{ nothing }}",
        "{% for %}",
        "{{ page.digest.__class__.__mro__ }}",
        "{% include 'digest/missing.j2' %}",
        "{% include '../../pyproject.toml' %}",
    ],
)
def test_a_wrong_template_is_named(tmp_path: Path, template: str) -> None:
    (tmp_path / "digest").mkdir()
    (tmp_path / "digest" / "digest.txt.j2").write_text(template, encoding="utf-8")

    with pytest.raises(InputError):
        check_templates(tmp_path)


def test_our_own_templates_hold_together() -> None:
    check_templates(None)


def test_an_unknown_format_or_language_is_refused() -> None:
    with pytest.raises(UsageError, match="html or text"):
        render_digest(week("2025-11-09"), format="pdf")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="en, zh"):
        render_digest(week("2025-11-09"), format="text", language="de")  # type: ignore[arg-type]


def test_today_keeps_unverified_rules_out_of_the_count() -> None:
    page = build_today(register(), now=NOW, field=field(), head=HEAD)
    html = todays_html(page)

    assert {group.instrument.id for group in page.in_force} == {
        "cn/mofcom/2024/46",
        "cn/mofcom/2025/18",
    }
    assert page.rules_in_force == 4
    assert sum(len(group.rules) for group in page.unverified) == 5
    assert html.index("By its own terms in force, NOT VERIFIED") > html.index(">In force<")
    assert "4 rules of 2 instruments in force" in html


def test_reported_rules_are_not_in_force_today() -> None:
    page = build_today(register(), now=NOW, field=field(), head=HEAD)

    told = {group.instrument.id for group in (*page.in_force, *page.unverified)}
    assert "cn/mofcom/2025/magnet-tracking" in {line["id"] for line in lines()}
    assert "cn/mofcom/2025/magnet-tracking" not in told


def test_every_word_of_the_table_is_there_in_both_languages() -> None:
    table = Templates().words()

    for section, entries in table.items():
        for word, forms in entries.items():
            assert {"en", "zh"} <= set(forms), f"{section}.{word}"
            places = [set(re.findall(r"\{(\w+)\}", forms[key])) for key in ("en", "zh")]
            assert places[0] == places[1], f"{section}.{word}"


def test_every_stance_that_the_reader_finds_has_words() -> None:
    words = Words(Templates().words(), "zh")

    assert [one for one in get_args(Stance) if not words.has(f"stance.{one}")] == []
