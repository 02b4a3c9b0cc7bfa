"""What did the user set, in a file, in the environment or on the command line?"""

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, get_args

import msgspec
import platformdirs

from tracker.domain.policy import (
    ANY,
    NAMED,
    UNREADABLE,
    Action,
    Completeness,
    DocumentClass,
    Policy,
)
from tracker.domain.records import Authority
from tracker.errors import InputError

APPLICATION = "inforce"


class Fetch(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How the world is fetched from. ``allow`` names private networks (CIDR) that may be.

    ``pause_seconds`` lies between two requests to one host; without it a second for the hosts of
    others and none within ``allow``.
    """

    allow: tuple[str, ...] = ()
    proxy: str | None = None
    ca_bundle: str | None = None
    user_agent: str = "inforce-tracker/0.1 (regulatory change tracker)"
    timeout_seconds: float = 20
    pause_seconds: float | None = None


class Service(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How the service runs: where it answers, and which digests fall due at which hour."""

    host: str = "127.0.0.1"
    port: int = 8710
    digests: tuple[str, ...] = ("weekly",)
    digest_hour: int = 7
    digest_zone: str = "UTC"
    pollers: int = 8
    disk_floor_mib: int = 500


class Mail(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How mail is sent. ``sender`` is ``Name <name@domain>``; ``domains`` are the house's own.

    ``base_url`` is the address under which readers reach the service, to confirm and to leave.
    An address that does not confirm within ``confirm_days`` days is erased.
    """

    host: str | None = None
    port: int = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str | None = None
    password: str | None = None
    ca_bundle: str | None = None
    timeout_seconds: float = 30
    sender: str = "inforce <tracker@localhost.localdomain>"
    reply_to: str | None = None
    base_url: str | None = None
    domains: tuple[str, ...] = ()
    confirm_days: int = 14


class Operator(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Who is told when a source turns bad: all addresses are the operator's own.

    ``failures`` is how many failed polls in a row are told. ``dead_man_url`` is called after each
    good cycle; ``chat`` is an address of apprise (extra ``notify``).
    """

    webhook: str | None = None
    mail: tuple[str, ...] = ()
    chat: str | None = None
    dead_man_url: str | None = None
    failures: int = 3


class Web(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Who may look at the pages, and how they are reached.

    With ``reading`` closed nothing is shown to whoever has not signed in. ``trusted_proxies`` are
    addresses or networks (CIDR) whose ``X-Forwarded-For`` and ``-Proto`` are believed; of nobody
    else any such header is. ``public_url`` is the address that people type. ``cors`` are origins
    whose pages may ask the API. A session ends after ``idle_minutes`` without use, and after
    ``session_hours`` in any case.
    """

    reading: Literal["open", "closed"] = "open"
    trusted_proxies: tuple[str, ...] = ()
    public_url: str | None = None
    cors: tuple[str, ...] = ()
    idle_minutes: int = 120
    session_hours: int = 12


class Settings(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """All settings, with what holds where nothing is set."""

    database: str | None = None
    digest_folder: str | None = None
    template_folder: str | None = None
    field: str | None = None
    rulebook: str | None = None
    disclaimer: str | None = None
    sources: str | None = None
    acceptance: Policy | None = None
    fetch: Fetch = msgspec.field(default_factory=Fetch)
    service: Service = msgspec.field(default_factory=Service)
    operator: Operator = msgspec.field(default_factory=Operator)
    mail: Mail = msgspec.field(default_factory=Mail)
    web: Web = msgspec.field(default_factory=Web)

    def database_url(self) -> str:
        """Return the address of the database, the user's own data folder without one."""
        if self.database:
            return self.database
        return f"sqlite:///{Path(platformdirs.user_data_dir(APPLICATION)) / 'tracker.db'}"

    def data_folder(self) -> Path:
        """Return the folder of the database, the user's own data folder where it is no file."""
        url = self.database_url()
        if url.startswith("sqlite:///"):
            return Path(url.removeprefix("sqlite:///")).parent
        return Path(platformdirs.user_data_dir(APPLICATION))

    def digests(self) -> Path:
        """Return the folder for digests: the one set, else ``digests`` beside the database."""
        if self.digest_folder:
            return Path(self.digest_folder)
        url = self.database_url()
        if url.startswith("sqlite:///"):
            return Path(url.removeprefix("sqlite:///")).parent / "digests"
        return Path(platformdirs.user_data_dir(APPLICATION)) / "digests"


ENVIRONMENT: Mapping[str, str] = {
    "TRACKER_DATABASE_URL": "database",
    "TRACKER_DIGEST_FOLDER": "digest_folder",
    "TRACKER_TEMPLATE_FOLDER": "template_folder",
    "TRACKER_SOURCES": "sources",
    "TRACKER_FETCH_ALLOW": "fetch.allow",
    "TRACKER_PROXY": "fetch.proxy",
    "TRACKER_CA_BUNDLE": "fetch.ca_bundle",
    "TRACKER_OPERATOR_WEBHOOK": "operator.webhook",
    "TRACKER_OPERATOR_MAIL": "operator.mail",
    "TRACKER_DEAD_MAN_URL": "operator.dead_man_url",
    "TRACKER_MAIL_PASSWORD": "mail.password",
}
"""Environment variables and the settings that they override; lists are separated by commas."""

CONFIG_VARIABLE = "TRACKER_CONFIG"


def load_settings(
    file: str | None = None, *, environment: Mapping[str, str] | None = None
) -> Settings:
    """Read the settings file (TOML), then let the environment override it.

    Raises `InputError` naming the file and the key that is wrong.
    """
    environment = os.environ if environment is None else environment
    settings = _from_file(file or environment.get(CONFIG_VARIABLE))
    for variable, path in ENVIRONMENT.items():
        if value := environment.get(variable):
            _set(settings, path, value)
    return settings


def _from_file(file: str | None) -> Settings:
    if file is None:
        return Settings()
    try:
        text = Path(file).read_text(encoding="utf-8")
        settings = msgspec.convert(tomllib.loads(text), Settings)
        _check_policy(settings.acceptance)
        return settings
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=file) from None
    except msgspec.ValidationError as error:
        reason = str(error).replace("Object contains", "contains")
        line = _line_of(reason, text)
        raise InputError(reason + _allowed(reason), file=file, line=line) from None
    except ValueError as error:  # no TOML, or no UTF-8
        raise InputError(str(error), file=file) from None


def _check_policy(policy: Policy | None) -> None:
    """Raise `ValueError` for a name of a policy that would not tell in the log who accepted."""
    if policy is None:
        return
    name = policy.name
    if not name.strip() or name != name.strip() or not name.isprintable() or len(name) > _LONGEST:
        raise ValueError(f"acceptance.name {name!r}: give the table a name, in one line")
    if name in NAMED:
        raise ValueError(
            f"acceptance.name {name!r} is the name of a table of ours; give yours another, "
            f"or leave it out and use tracker review policy {name}"
        )


_LONGEST = 60


def _allowed(reason: str) -> str:
    """Return what a field of the acceptance table may hold, where a reason finds fault with it."""
    found = re.search(r"`\$\.acceptance\.rows\[\d+\]\.(\w+)`", reason)
    words = _IN_A_ROW.get(found.group(1)) if found else None
    return f"; write one of {', '.join(words)}" if words else ""


_IN_A_ROW: Mapping[str, tuple[str, ...]] = {
    "authority": (*get_args(Authority), ANY),
    "class": (*get_args(DocumentClass), UNREADABLE, ANY),
    "completeness": (*get_args(Completeness), ANY),
    "action": get_args(Action),
}


def _line_of(reason: str, text: str) -> int | None:
    """Return the line on which the key stands that a reason speaks of."""
    if row := re.search(r"`\$\.acceptance\.rows\[(\d+)\]", reason):
        return _line_of_row(int(row.group(1)), reason, text.splitlines())
    unknown = re.search(r"unknown field `(\w+)`", reason)
    named = unknown or re.search(r"`\$(?:\.\w+)*\.(\w+)", reason)
    if named is None:
        return None
    key = re.compile(rf"\s*\[?{named.group(1)}\b")
    lines = text.splitlines()
    return next((number for number, line in enumerate(lines, start=1) if key.match(line)), None)


def _line_of_row(number: int, reason: str, lines: Sequence[str]) -> int | None:
    """Return the line of a key in a row of the acceptance table, else that of the row's heading."""
    starts = [at for at, line in enumerate(lines) if line.strip() == "[[acceptance.rows]]"]
    if number >= len(starts):
        return None
    end = starts[number + 1] if number + 1 < len(starts) else len(lines)
    named = re.search(r"unknown field `(\w+)`|`\$\.acceptance\.rows\[\d+\]\.(\w+)`", reason)
    key = re.compile(rf"\s*{named.group(1) or named.group(2)}\b") if named else None
    inside = range(starts[number] + 1, end)
    found = next((at for at in inside if key is not None and key.match(lines[at])), starts[number])
    return found + 1


def _set(settings: Settings, path: str, value: str) -> None:
    section, _, name = path.rpartition(".")
    target = getattr(settings, section) if section else settings
    current = getattr(target, name)
    is_list = isinstance(current, tuple)
    parts = tuple(part.strip() for part in value.split(",") if part.strip())
    setattr(target, name, parts if is_list else value)
