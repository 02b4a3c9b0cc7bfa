"""Does a mail hold everything that fits, alike in both parts, and nothing that acts by itself?"""

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest

from tests.golden.digests.small_rulebook import HEAD, NOW, field, register, week
from tracker.digests.build import Edition, build_edition
from tracker.digests.filters import EVERYTHING, read_filter
from tracker.digests.personal import Occasion, Part, Parting
from tracker.digests.window import Window
from tracker.errors import InputError
from tracker.rendering.checking import check_templates
from tracker.rendering.letters import MOST_BYTES, LetterDesk, mail_parts
from tracker.rendering.mail import Sender, digest_mail

SENDER = Sender(address="Tracker <t@house.example>", title="矿产 Export\ncontrol", key="minerals")
LATE = datetime(2025, 11, 10, tzinfo=UTC)
DAILY = Occasion(cadence="daily", zone="Asia/Shanghai", days=(date(2025, 11, 10),))


def edition(*, since: datetime = LATE - timedelta(days=7)) -> Edition:
    return build_edition(
        register(),
        window=Window(since=since, until=LATE),
        clocks_now=NOW,
        field=field(),
        positions=(0, 10_000),
        head=HEAD,
    )


def part(**more: object) -> Part:
    return Parting(edition()).part(EVERYTHING, since=LATE - timedelta(days=7), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("ending", ["2025-10-12", "2025-11-09", "2026-11-15"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_fact_of_the_html_is_in_the_text(ending: str, language: str) -> None:
    _, html, text = mail_parts(week(ending), language=language)  # type: ignore[arg-type]
    body = re.sub(r"<th\b.*?</th>", "", html[html.index("<h1") :])  # heads are no facts
    hosts = re.findall(r'href="https?://[^"]*"[^>]*>([^<]+)<', body)
    squeezed = re.sub(r"[\s·>*|;\-]+", "", text).casefold()
    for said in (unescape(part).strip() for part in re.split(r"<[^>]+>", body)):
        told = re.sub(r"[\s·>*|;\-]+", "", said.strip(":, ")).casefold()
        if said not in hosts and not re.fullmatch(r"\W*", said):
            assert told in squeezed, said


@pytest.mark.parametrize("ending", ["2025-10-12", "2025-11-09", "2026-11-15"])
def test_a_mail_brings_everything_with_it_and_runs_nothing(ending: str) -> None:
    _, html, _ = mail_parts(week(ending))
    assert len(html.encode()) < MOST_BYTES
    assert not re.search(r"<(script|img|link|iframe|form|svg)\b|@import|url\(|src=", html)
    assert "style=" in html
    assert "prefers-color-scheme: dark" in html


def test_what_is_too_long_for_a_mail_is_counted_in_both_parts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tracker.rendering.letters.MOST_BYTES", 16_000)
    _, html, text = mail_parts(week("2025-10-12"))
    assert len(html.encode()) < 16_000
    for shown in (html, text):
        assert re.search(r"\d+ more entr(y|ies) of this section (is|are) left out", shown)
        assert "tracker digest --since 2025-10-06 --until 2025-10-13" in " ".join(shown.split())


def test_a_subject_tells_the_most_important_first() -> None:
    subject, _, _ = mail_parts(week("2026-11-21"))
    assert re.match(r"Weekly digest, 15 to 21 November 2026: \d verifications? overdue", subject)


def test_headers_hold_no_line_breaks_whatever_they_are_made_of() -> None:
    mail = digest_mail(
        SENDER, to="a@b.example", subject="x\r\nBcc: evil@evil.example", html="<p>a</p>",
        text="a", name="n", at=NOW, language="en", token="t",
    )  # fmt: skip
    raw = mail.as_bytes().decode()
    headers = raw.partition("\r\n\r\n")[0].splitlines()
    assert not any(line.lower().startswith("bcc:") for line in headers)
    assert mail["Message-ID"] == "<n@house.example>"
    assert mail.as_bytes() == mail.as_bytes()


def test_one_click_is_offered_only_where_there_is_a_secure_address() -> None:
    plain = {"to": "a@b.example", "subject": "s", "html": "", "text": "", "name": "n", "at": NOW}
    secure = Sender(address="t@h.example", title="T", key="k", base_url="https://h.example/")
    mail = digest_mail(secure, **plain, language="en", token="abc")  # type: ignore[arg-type]
    assert mail["List-Unsubscribe"].startswith("<https://h.example/unsubscribe/abc>")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    without = digest_mail(SENDER, **plain, language="en", token="abc")  # type: ignore[arg-type]
    assert without["List-Unsubscribe-Post"] is None
    assert without["List-Unsubscribe"].startswith("<mailto:")


def test_a_line_is_rendered_once_for_all_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[str] = []
    desk, parting = LetterDesk(), Parting(edition())
    real = desk._templates.render

    def counted(name: str, **context: object) -> str:
        rendered.append(name)
        return real(name, **context)

    monkeypatch.setattr(desk._templates, "render", counted)
    for tree in ({"all": []}, {"issuer": "MOFCOM"}, {"element": "Dy"}, {"text": "announcement"}):
        found = parting.part(read_filter(tree), since=LATE - timedelta(days=7))
        desk.write(found, DAILY, "en", "mail")
    pieces = rendered.count("digest/mail-entry.html.j2")
    assert 0 < pieces < 3 * len(parting.edition.digest.announced) + 40
    again = len(rendered)
    desk.write(found, DAILY, "en", "mail")
    assert rendered[again:].count("digest/mail-entry.html.j2") == 0


def test_the_same_content_is_the_same_letter() -> None:
    one, other = part(), part()
    assert LetterDesk().write(one, DAILY, "en", "mail") == LetterDesk().write(
        other, DAILY, "en", "mail"
    )
    assert (
        LetterDesk().write(one, DAILY, "zh", "mail").id
        != LetterDesk().write(one, DAILY, "en", "mail").id
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("digest/mail-entry.html.j2", "{{ entry.nothing_of_the_kind }}"),
        ("digest/mail.html.j2", "{{ page.nothing_of_the_kind }}"),
        ("digest/mail.txt.j2", "{% for %}"),
        ("feed/atom.xml.j2", "{{ page.entries[0].__class__.__mro__ }}"),
        ("digest/entry.txt.j2", "{{ entry.sentence.__class__.__base__.__subclasses__() }}"),
    ],
)
def test_a_wrong_template_of_a_mail_is_named(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        check_templates(tmp_path)
    assert caught.value.file in (name, "digest/mail.txt.j2", "digest/digest.txt.j2")
