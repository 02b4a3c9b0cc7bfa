"""Does each reader get each run once, whatever the mail server does?"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import trustme

from tests.integration.house import House, Turned, instant, new_rule
from tests.integration.postoffice import PostOffice, Rules, only, tls
from tracker.application.subscriptions.readership import ParcelState
from tracker.application.subscriptions.subscribing import digest_of
from tracker.config import Mail
from tracker.errors import SubscriptionError

DOMAIN = "house.example"
CONSENT = "form of 1 October 2026"


@pytest.fixture
def office() -> Iterator[PostOffice]:
    made = PostOffice()
    yield made
    made.close()


@pytest.fixture
def housed(tmp_path: Path) -> Iterator[Callable[..., House]]:
    made: list[House] = []

    def make(office: PostOffice, **more: Any) -> House:
        mail = Mail(
            **{
                "host": "127.0.0.1",
                "port": office.port,
                "security": "none",
                "sender": "Tracker <tracker@house.example>",
                "base_url": "https://tracker.house.example",
                "domains": (DOMAIN,),
                "timeout_seconds": 30,
                **more,
            }
        )
        made.append(House(tmp_path, Turned(instant("2026-10-01T00:00")), mail=mail))
        return made[-1]

    yield make
    for house in made:
        house.close()


def subscribe(house: House, *names: str, **wish: Any) -> None:
    for name in names:
        house.subscribe(
            target=f"{name}@{DOMAIN}", **{"cadence": "daily", "consent": CONSENT, **wish}
        )


def news(house: House, key: str = "2026/1") -> None:
    house.clock.now = instant("2026-10-01T12:00")
    house.load(*new_rule(key, "2026-10-01T11:00:00+00:00", starts="2026-12-01"))


def test_a_digest_arrives_with_its_headers_and_both_parts(
    office: PostOffice, housed: Callable[..., House]
) -> None:
    house = housed(office)
    subscribe(house, "a", note="for the Tuesday call")
    news(house)
    assert house.at("2026-10-02T07:00") == 1
    ((_, mail),) = office.handler.mails
    token = house.tracker.mailroom.readership.subscriptions()[0].token
    assert mail["To"] == f"a@{DOMAIN}"
    assert mail["List-Id"].endswith(f"<critical-mineral-export-control.{DOMAIN}>")
    assert f"<https://tracker.house.example/unsubscribe/{token}>" in mail["List-Unsubscribe"]
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Content-Language"] == "en"
    html, text = parts(mail)
    for part in (html, text):
        assert "for the Tuesday call" in part
        assert token in part
        assert not any("\ue000" <= char <= "\uf8ff" for char in part)
    assert "@import" not in html
    assert "src=" not in html
    assert len(html.encode()) < 95_000


def parts(mail: EmailMessage) -> tuple[str, str]:
    html, text = mail.get_body(("html",)), mail.get_body(("plain",))
    assert html is not None
    assert text is not None
    return html.get_content(), text.get_content()


def test_a_reader_who_is_refused_keeps_nobody_else_waiting(
    office: PostOffice, housed: Callable[..., House]
) -> None:
    office.rules.refused[f"b@{DOMAIN}"] = "550 5.1.1 no such user"
    house = housed(office)
    subscribe(house, "a", "b", "c")
    news(house)
    assert house.at("2026-10-02T07:00") == 2
    assert office.readers() == {f"a@{DOMAIN}": 1, f"c@{DOMAIN}": 1}
    (dead,) = house.tracker.mailroom.readership.parcels(state=ParcelState.DEAD)
    assert DOMAIN not in (dead.error or "")
    assert digest_of(f"b@{DOMAIN}") in house.tracker.mailroom.readership.suppressed()
    house.at("2026-10-03T12:00")
    assert office.readers() == {f"a@{DOMAIN}": 1, f"c@{DOMAIN}": 1}
    states = {one.target[0]: one.state for one in house.tracker.mailroom.readership.subscriptions()}
    assert states == {"a": "active", "b": "ended", "c": "active"}


def test_who_is_greylisted_gets_it_at_the_next_attempt_and_nobody_twice(
    office: PostOffice, housed: Callable[..., House]
) -> None:
    office.rules.greylisted.add(f"b@{DOMAIN}")
    house = housed(office)
    subscribe(house, "a", "b")
    news(house)
    assert house.at("2026-10-02T07:00") == 1
    assert house.at("2026-10-02T07:02") == 1
    assert set(office.ids().values()) == {1}
    assert set(office.readers()) == {f"a@{DOMAIN}", f"b@{DOMAIN}"}


def test_a_line_dropped_in_the_middle_of_a_message_is_made_good(
    office: PostOffice, housed: Callable[..., House]
) -> None:
    office.rules.dropped.add(f"a@{DOMAIN}")
    house = housed(office)
    subscribe(house, "a", "b")
    news(house)
    house.at("2026-10-02T07:00")
    house.at("2026-10-02T07:02")
    assert office.readers() == {f"a@{DOMAIN}": 1, f"b@{DOMAIN}": 1}


def test_a_line_dropped_after_the_message_was_taken_repeats_it_under_the_same_id(
    office: PostOffice, housed: Callable[..., House]
) -> None:
    """Exactly once cannot be had here; the same Message-ID tells a repetition."""
    office.rules.drop_after = 1
    house = housed(office)
    subscribe(house, "a")
    news(house)
    house.at("2026-10-02T07:00")
    house.at("2026-10-02T07:02")
    assert len(office.ids()) == 1
    assert all(
        parcel.state is ParcelState.SENT for parcel in house.tracker.mailroom.readership.parcels()
    )


def test_a_server_that_is_down_costs_no_attempts(
    office: PostOffice, housed: Callable[..., House]
) -> None:
    house = housed(office)
    subscribe(house, *"abcde")
    news(house)
    office.die()
    assert house.at("2026-10-02T07:00") == 0
    waiting = house.tracker.mailroom.readership.parcels(state=ParcelState.QUEUED)
    assert [parcel.attempts for parcel in waiting] == [0, 0, 0, 0, 0]
    office.revive()
    assert house.at("2026-10-02T07:06") == 5
    assert set(office.ids().values()) == {1}


def test_a_message_that_is_never_taken_ends_as_a_dead_letter(
    office: PostOffice, housed: Callable[..., House]
) -> None:
    office.rules.answer = "451 4.3.0 try later"
    house = housed(office)
    subscribe(house, "a")
    news(house)
    house.at("2026-10-02T07:00")
    for _ in range(9):
        house.clock.now += timedelta(days=1, minutes=1)
        house.tracker.mailroom.subscribing.pause(
            house.tracker.mailroom.readership.subscriptions()[0].id,
            until=instant("2027-01-01T00:00").date(),
        )
        house.tracker.mailroom.deliver()
    (dead,) = house.tracker.mailroom.readership.parcels()
    assert dead.state is ParcelState.DEAD
    assert dead.attempts == 8
    office.rules.answer = "250 OK"
    house.tracker.mailroom.retry(dead.id)
    assert house.tracker.mailroom.deliver().sent == 1


def test_mail_goes_encrypted_and_with_a_login(housed: Callable[..., House], tmp_path: Path) -> None:
    authority = trustme.CA()
    certificate, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    made = authority.issue_cert("127.0.0.1")
    made.private_key_and_cert_chain_pem.write_to_path(str(key))
    made.private_key_and_cert_chain_pem.write_to_path(str(certificate))
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    office = PostOffice(
        Rules(), tls_context=tls(certificate, key), require_starttls=True,
        authenticator=only("tracker", "secret"), auth_required=True,
    )  # fmt: skip
    try:
        login = {"user": "tracker", "password": "secret", "security": "starttls"}
        trusted = housed(office, ca_bundle=str(tmp_path / "ca.pem"), **login)
        subscribe(trusted, "a")
        news(trusted)
        assert trusted.at("2026-10-02T07:00") == 1
        subscribe(trusted, "b")
        trusted.tracker.settings.mail.password = "wrong"
        trusted.load(*new_rule("2026/2", "2026-10-02T11:00:00+00:00", starts="2026-12-01"))
        assert trusted.at("2026-10-03T07:00") == 0
        waiting = trusted.tracker.mailroom.readership.parcels(state=ParcelState.QUEUED)
        assert {parcel.attempts for parcel in waiting} == {0}
        assert any("refuses user and password" in (parcel.error or "") for parcel in waiting)
    finally:
        office.close()


def test_a_password_is_never_sent_in_the_clear(
    office: PostOffice, housed: Callable[..., House]
) -> None:
    house = housed(office, user="tracker", password="secret")
    subscribe(house, "a")
    news(house)
    assert house.at("2026-10-02T07:00") == 0
    (parcel,) = house.tracker.mailroom.readership.parcels()
    assert "never sent unencrypted" in (parcel.error or "")


def test_an_address_gets_nothing_but_a_question_before_it_confirms(
    office: PostOffice, housed: Callable[..., House]
) -> None:
    house = housed(office)
    made = house.subscribe(target="reader@elsewhere.example", cadence="daily")
    news(house)
    assert house.at("2026-10-02T07:00") == 1
    ((_, question),) = office.handler.mails
    assert "confirm" in question["Subject"]
    assert made.token in question.get_content()
    assert house.at("2026-10-03T07:00") == 0
    house.tracker.mailroom.subscribing.confirm(made.token)
    house.load(*new_rule("2026/2", "2026-10-03T11:00:00+00:00", starts="2026-12-01"))
    assert house.at("2026-10-04T07:00") == 1
    text = parts(office.handler.mails[-1][1])[1]
    assert "No. 2026/2" in text
    assert "1 act announced" in text


def test_an_operator_gives_consent_for_addresses_of_the_house_only(
    office: PostOffice, housed: Callable[..., House]
) -> None:
    house = housed(office)
    with pytest.raises(SubscriptionError, match=r"mail\.domains"):
        house.subscribe(target="reader@elsewhere.example", consent=CONSENT)
    subscribe(house, "a")
    (kept,) = house.tracker.mailroom.readership.subscriptions()
    assert kept.consent == CONSENT


def test_a_suppressed_address_is_not_taken_in_again(
    office: PostOffice, housed: Callable[..., House]
) -> None:
    house = housed(office)
    house.tracker.mailroom.subscribing.suppress(f"A@{DOMAIN.upper()}", reason="asked")
    with pytest.raises(SubscriptionError, match="suppressed"):
        subscribe(house, "a")


def test_a_hostile_title_injects_no_header(
    office: PostOffice, housed: Callable[..., House]
) -> None:
    house = housed(office)
    subscribe(house, "a")
    house.clock.now = instant("2026-10-01T12:00")
    evil = (
        "x\r\nBcc: everybody@evil.example\r\n\r\n<script>alert(1)</script>{{7*7}}\u202e"
        + "y" * 9_000
    )
    first, *rest = new_rule("2026/1", "2026-10-01T11:00:00+00:00", starts="2026-12-01")
    house.load({**first, "title": evil, "number": evil}, *rest)
    assert house.at("2026-10-02T07:00") == 1
    ((_, mail),) = office.handler.mails
    assert mail["Bcc"] is None
    html, text = parts(mail)
    assert "<script" not in html
    assert "49" not in html.split("2026/1")[0][-200:]
    for part in (html, text):
        assert "\u202e" not in part
        assert "y" * 1_000 not in part
        assert "{{7*7}}" in part


def test_a_server_that_relays_for_nobody_suppresses_nobody(
    office: PostOffice, housed: Callable[..., House]
) -> None:
    office.rules.refused[f"a@{DOMAIN}"] = "550 relay not permitted"
    house = housed(office)
    subscribe(house, "a")
    news(house)
    assert house.at("2026-10-02T07:00") == 0
    readership = house.tracker.mailroom.readership
    assert readership.suppressed() == frozenset()
    (waiting,) = readership.parcels(state=ParcelState.QUEUED)
    assert waiting.attempts == 1
    office.rules.refused.clear()
    assert house.at("2026-10-02T07:02") == 1


def test_a_server_that_breaks_again_and_again_is_left_alone_for_a_while(
    office: PostOffice, housed: Callable[..., House]
) -> None:
    office.rules.dropped |= {f"{name}@{DOMAIN}" for name in "abcde"}
    house = housed(office)
    subscribe(house, *"abcde")
    news(house)
    assert house.at("2026-10-02T07:00") == 0
    parcels = house.tracker.mailroom.readership.parcels(state=ParcelState.QUEUED)
    assert sorted(parcel.attempts for parcel in parcels) == [0, 0, 1, 1, 1]
    office.rules.dropped.clear()
    house.at("2026-10-02T07:02")
    house.at("2026-10-02T07:06")
    assert set(office.ids().values()) == {1}
    assert len(office.readers()) == 5


def test_a_mail_that_cannot_be_written_keeps_nobody_else_waiting(
    office: PostOffice, housed: Callable[..., House], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tracker.rendering import mail as mails

    house = housed(office)
    subscribe(house, *"abc")
    news(house)
    write = mails.reader_mail

    def fails_for_one(sender: Any, subscription: Any, *more: Any, **named: Any) -> EmailMessage:
        if subscription.target.startswith("b@"):
            raise ValueError("no such header")
        return write(sender, subscription, *more, **named)

    with monkeypatch.context() as patched:
        patched.setattr(mails, "reader_mail", fails_for_one)
        assert house.at("2026-10-02T07:00") == 2
    (waiting,) = house.tracker.mailroom.readership.parcels(state=ParcelState.QUEUED)
    assert waiting.error == "it cannot be sent: ValueError"
    assert house.at("2026-10-02T07:02") == 1
    assert set(office.ids().values()) == {1}
