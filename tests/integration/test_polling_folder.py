"""Which documents does a watched folder bring?"""

import os
from email.message import EmailMessage

import pytest

from tests.integration.site import NOW, a_pdf, a_web, asking, held, write
from tracker.domain.facts import SourceAdded
from tracker.errors import FetchError
from tracker.extraction.pages.announcement_text import text_of
from tracker.extraction.pages.documents import documents_in

OLD = NOW.timestamp() - 86_400


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def watch(folder, **told):
    source = SourceAdded(id="s", url=str(folder), kind="folder", minimum_items=0)
    brought = a_web().read(asking(source, **told))
    for item in brought.items:
        assert text_of(item.body, item.content_type) == item.text
    return brought


def aged(path):
    os.utime(path, (OLD, OLD))
    return path


def a_mail(**headers):
    message = EmailMessage()
    message["From"] = "gazette@example.org"
    for name, value in {"Subject": "Notice No. 7", **headers}.items():
        message[name.replace("_", "-")] = value
    message.set_content("See the annex.")
    message.add_attachment(
        a_pdf("Annex text"), maintype="application", subtype="pdf", filename="annex.pdf"
    )
    message.add_attachment(b"x", maintype="application", subtype="zip", filename="more.zip")
    return message.as_bytes()


def test_pages_texts_pdfs_and_mails_are_announcements(inbox):
    page = "<html><meta name='PubDate' content='2026-11-01 08:00'><h1>公告第7号</h1><p>正文</p>"
    aged(write(inbox, "a.html", page.encode("gb18030")))
    aged(write(inbox, "b.txt", "Order No. 8\nThe text."))
    aged(write(inbox, "c.pdf", a_pdf("Circular No. 9", "Its text")))
    aged(write(inbox, "d.eml", a_mail(Date="Mon, 02 Nov 2026 09:00:00 +0800")))
    brought = watch(inbox)
    found = {item.item_id: item for item in brought.items}
    assert [item.title for item in found.values()] == [
        "公告第7号", "Order No. 8", "Circular No. 9", "Notice No. 7",
    ]  # fmt: skip
    assert found["a.html"].published_at == "2026-11-01T08:00:00Z"
    assert found["b.txt"].published_at == "2026-11-20T09:00:00Z"
    assert found["c.pdf"].text == "Circular No. 9\nIts text"
    mail = found["d.eml"]
    assert mail.published_at == "2026-11-02T01:00:00Z"
    assert mail.text.splitlines() == ["Notice No. 7", "See the annex.", "annex.pdf", "Annex text"]
    assert "more.zip" in mail.notes[0]
    assert documents_in(mail.body)[-1].content_type == "message/rfc822"
    assert {item.page for item in brought.items} == {"read"}
    assert brought.oldest_item_at == "2026-11-01T08:00:00Z"


def test_a_folder_in_which_nothing_changed_is_not_read_again(inbox):
    aged(write(inbox, "a.txt", "one"))
    first = watch(inbox)
    assert watch(inbox, held=held(first)).unchanged
    write(inbox, "b.txt", "two")
    again = watch(inbox, held=held(first), wanted=lambda item: item.item_id == "b.txt")
    assert [(item.item_id, item.page) for item in again.items] == [
        ("a.txt", "not_wanted"),
        ("b.txt", "read"),
    ]


def test_hidden_unfinished_empty_and_linked_files_are_left_alone(inbox, tmp_path):
    secret = write(tmp_path, "secret.txt", "not for the log")
    (inbox / "link.txt").symlink_to(secret)
    for name in (".hidden.txt", "x.part", "x.docx"):
        write(inbox, name, "x")
    write(inbox, "empty.txt", "")
    (inbox / "sub").mkdir()
    write(inbox / "sub", "deep.txt", "found")
    assert [item.item_id for item in watch(inbox).items] == ["sub/deep.txt"]


def test_a_file_that_cannot_be_read_does_not_hide_the_others(inbox):
    write(inbox, "a.pdf", b"%PDF-1.7 torn")
    write(inbox, "b.txt", "good")
    brought = watch(inbox)
    assert [(item.item_id, item.page) for item in brought.items] == [
        ("a.pdf", "failed"),
        ("b.txt", "read"),
    ]
    assert [visit.outcome for visit in brought.visits] == ["read", "failed", "read"]
    assert not brought.complete


def test_a_folder_that_is_not_there_is_a_failure(tmp_path):
    with pytest.raises(FetchError, match="there is no folder"):
        watch(tmp_path / "none")
    with pytest.raises(FetchError, match="there is no folder"):
        a_web().check(str(tmp_path / "none"), kind="folder")


def test_a_relative_folder_lies_beside_the_data(inbox, tmp_path):
    write(inbox, "a.txt", "one")
    source = SourceAdded(id="s", url="inbox", kind="folder")
    assert len(a_web(folder=tmp_path).read(asking(source)).items) == 1
