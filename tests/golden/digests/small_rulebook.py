"""A piece of the real rulebook, small enough to read a whole digest of it, and its vocabulary."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from tracker.digests.build import build_digest
from tracker.digests.digest import Digest
from tracker.digests.window import Window, period
from tracker.domain.events import Event
from tracker.domain.facts import (
    CoverageStated,
    EffectAccepted,
    Fact,
    RecordAnnotated,
    SourceAdded,
    SourcePolled,
    event_of,
)
from tracker.domain.rulebook import Element, Field, Issuer, Jurisdiction
from tracker.projection.register import Register

FILE = Path(__file__).parent / "rulebook.jsonl"
LOADED = "2025-09-01T00:00:00.000000Z"
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HEAD = (4711, "c0ffee" * 10 + "beef")

NAMES = {
    "Sm": ("samarium", "钐"),
    "Dy": ("dysprosium", "镝"),
    "Gd": ("gadolinium", "钆"),
    "Tb": ("terbium", "铽"),
    "Lu": ("lutetium", "镥"),
    "Sc": ("scandium", "钪"),
    "Y": ("yttrium", "钇"),
    "Ho": ("holmium", "钬"),
    "Eu": ("europium", "铕"),
    "Ga": ("gallium", "镓"),
    "Ge": ("germanium", "锗"),
    "Sb": ("antimony", "锑"),
    "C": ("carbon", "碳"),
}
REQUIREMENTS = {
    "licence": {"en": "Licence needed", "zh": "需要许可证"},
    "prohibition": {"en": "Forbidden", "zh": "禁止"},
    "presumption_of_denial": {"en": "Licences refused as a rule", "zh": "原则上不予许可"},
    "stricter_review": {"en": "Stricter review", "zh": "更严格审查"},
    "liability": {"en": "Liability for breaches", "zh": "法律责任"},
    "notice_duty": {"en": "Duty to tell the next receiver", "zh": "告知下游的义务"},
    "claim": {"en": "Reported only, no act known", "zh": "仅见报道，未见法令"},
}
NOTES = (
    RecordAnnotated(
        about="cn/mofcom/2025/70",
        number_en="Announcement 70 of 2025",
        titles={"en": "Suspension of the October notices", "zh": "暂停实施10月公告"},
        titles_by="tracker",
        confidence="high",
        text="Whole instruments; silent about No 18",
    ),
    RecordAnnotated(
        about="cn/mofcom/2025/61",
        number_en="Announcement 61 of 2025",
        titles={"en": "Items abroad", "zh": "境外相关稀土物项"},
    ),
    RecordAnnotated(about="cn/mofcom/2025/18", number_en="Announcement 18 of 2025"),
    RecordAnnotated(about="cn/mofcom/2025/57", number_en="Announcement 57 of 2025"),
    RecordAnnotated(about="cn/mofcom/2025/62", number_en="Announcement 62 of 2025"),
    RecordAnnotated(about="cn/mofcom/2025/72", number_en="Announcement 72 of 2025"),
    RecordAnnotated(about="cn/mofcom/2024/46", number_en="Announcement 46 of 2024"),
)


def field() -> Field:
    """Return as much of the vocabulary as the records use."""
    elements = {
        key: Element(symbol=key, names={"en": en, "zh": zh}) for key, (en, zh) in NAMES.items()
    }
    places = {"CN": ("China", "中国", "Asia/Shanghai"), "JP": ("Japan", "日本", "Asia/Tokyo")}
    return Field(
        key="minerals",
        title={"en": "Export control", "zh": "出口管制"},
        disclaimer={"en": "Information, not legal advice.", "zh": "仅供参考，不构成法律意见。"},
        term_keys={},
        requirements=REQUIREMENTS,
        threshold_operators=(),
        units={},
        elements=elements,
        jurisdictions={
            code: Jurisdiction(code=code, names={"en": en, "zh": zh}, zone=zone)
            for code, (en, zh, zone) in places.items()
        },
        issuers={
            name: Issuer(
                name=name,
                code=name,
                jurisdiction="CN",
                names={"en": (name,), "zh": (zh,)},
                series=None,
                zone="Asia/Shanghai",
            )
            for name, zh in (("MOFCOM", "商务部"), ("GACC", "海关总署"))
        },
    )


def lines() -> tuple[dict[str, object], ...]:
    """Return the records in their interchange form."""
    with FILE.open(encoding="utf-8") as file:
        return tuple(json.loads(line) for line in file)


def register(*, at: str = LOADED, notes: tuple[RecordAnnotated, ...] = NOTES) -> Register:
    """Return the records, loaded at ``at`` as a rulebook is."""
    filed = Register()
    for line in lines():
        filed.record(line, recorded_at=at)
        if line["type"] == "effect":
            add(filed, EffectAccepted(effect=str(line["id"]), by="rulebook"), at=at)
    for note in notes:
        add(filed, note, at=at)
    stated = CoverageStated(
        rulebook="small", covered_through="2026-06-29", jurisdictions=("CN",), text="A small piece."
    )
    add(filed, stated, at=at)
    return filed


def add(filed: Register, fact: Fact, *, at: str) -> None:
    """File a fact as the log would bring it."""
    new = event_of(fact)
    position = filed.position + 1
    filed.apply(Event(position, new.stream, 1, new.name, new.version, at, new.body, b""))


def polled(filed: Register, *, at: str, source: str = "paper") -> None:
    """Add a press source that was read."""
    added = SourceAdded(id=source, url="https://paper.example/feed", title="The Paper")
    add(filed, added, at=at)
    add(filed, SourcePolled(id=source, outcome="read", fetched_at=at, items=1, new=1), at=at)


def week(ending: str, filed: Register | None = None, **more: object) -> Digest:
    """Return the weekly digest up to a day."""
    return digest(period("weekly", ending=date.fromisoformat(ending)), filed, **more)


def digest(window: Window, filed: Register | None = None, **more: object) -> Digest:
    """Return the digest of a window."""
    given = {"clocks_now": NOW, "field": field(), "head": HEAD, **more}
    return build_digest(filed or register(), window=window, **given)  # type: ignore[arg-type]


def replaced(line: dict[str, object], **changes: object) -> dict[str, object]:
    """Return a line with some keys changed."""
    copy: dict[str, object] = msgspec.json.decode(msgspec.json.encode(line))
    return copy | changes
