"""On what are templates tried out? (an invented field, so that every kind of line occurs)"""

from typing import Any

from tracker.domain.events import Event
from tracker.domain.facts import event_of
from tracker.domain.records import Authority
from tracker.domain.reviews import ProposalMade, Reading
from tracker.domain.rulebook import Element, Field, Issuer, Jurisdiction
from tracker.projection.register import Register

_LOADED = "2025-10-01T00:00:00.000000Z"
_LATER = "2025-11-08T00:00:00.000000Z"
_URL = "https://example.org/act"


_PROPOSED = ProposalMade(
    proposal="a/1",
    source="board",
    authority="issuer",
    reading=Reading(
        announcement="a", reader="sample", summary="suspends xx/2#1", touches=("xx/2#1", "item:E1")
    ),
    title="Act 5",
    url=_URL,
    jurisdiction="XX",
)


def sample_field() -> Field:
    """Return the vocabulary of an invented field: food colourings."""
    return Field(
        key="food-colourings",
        title={"en": "Food colourings", "zh": "食用色素"},
        disclaimer={"en": "Information, not legal advice.", "zh": "仅供参考，不构成法律意见。"},
        term_keys={},
        requirements={"licence": {"en": "Licence needed", "zh": "需要许可证"}},
        threshold_operators=(),
        units={},
        elements={"E1": Element(symbol="E1", names={"en": "red", "zh": "红"})},
        jurisdictions={
            "XX": Jurisdiction(code="XX", names={"en": "Xland", "zh": "甲国"}, zone="UTC"),
            "YY": Jurisdiction(code="YY", names={"en": "Yland", "zh": "乙国"}, zone="UTC"),
        },
        issuers={
            "Board": Issuer(
                name="Board",
                code="B",
                jurisdiction="XX",
                names={"en": ("Board",), "zh": ("局",)},
                series=None,
                zone="UTC",
            )
        },
    )


def sample_register() -> Register:
    """Return records from which the digests of three weeks hold every kind of line."""
    register = Register()
    for line in (*_acts(), *_effects(), *_words()):
        register.record(line, recorded_at=_LOADED)
    for line in _later():
        register.record(line, recorded_at=_LATER)
    new = event_of(_PROPOSED)
    place = register.position + 1
    register.apply(Event(place, new.stream, 1, new.name, new.version, _LATER, new.body, b""))
    return register


def _act(key: str, day: str, authority: Authority = "issuer") -> dict[str, Any]:
    return {
        "type": "instrument",
        "id": f"xx/{key}",
        "title": f"Act {key}",
        "jurisdiction": "XX",
        "issuers": ["Board"],
        "number": f"No. {key}",
        "announced_at": day,
        "timezone": "UTC",
        "authority": authority,
        "sources": [{"url": _URL}],
    }


def _measure(key: str, **terms: Any) -> dict[str, Any]:
    kept = {"requirement": "licence", "provision": "1", "elements": ["E1"], **terms}
    return {"type": "measure", "id": f"xx/{key}", "title": f"Rule {key}", "terms": kept}


def _effect(key: str, kind: str, by: str, on: str, day: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "effect",
        "id": key,
        "kind": kind,
        "affecting": f"xx/{by}",
        "affected": [f"xx/{on}"],
        "announced_at": day,
        **more,
    }


def _acts() -> tuple[dict[str, Any], ...]:
    days = {"1": "2025-01-01", "2": "2025-10-08", "3": "2025-11-05", "4": "2025-11-06"}
    return (
        *(_act(key, day) for key, day in days.items()),
        _act("press", "2025-11-04", "press"),
        *(_measure(f"{key}#1") for key in ("1", "2", "3", "press")),
        _measure("1#2", control_codes=["A.1"], hs_codes=["12345678"], destinations=["YY"]),
        _measure("1#3", elements=[]),
        {"type": "link", "kind": "cites", "from": "xx/4", "to": "xx/1"},
    )


def _effects() -> tuple[dict[str, Any], ...]:
    quote = {"announcement": "a", "quote": "From that day on.", "url": _URL}
    old, mid, new = "2025-01-01", "2025-10-08", "2025-11-05"
    unclear = {"through": "2026-11-10", "boundary": "unclear", "evidence": quote}
    other = [{"from": "2025-11-07", "source": "a gazette"}]
    return (
        _effect("e1", "impose", "1", "1", old, **{"from": old}),
        _effect("e2", "impose", "2", "2#1", mid, **{"from": "2025-12-01"}, basis="stated"),
        _effect("e3", "impose", "3", "3#1", new, **{"from": new}, alternatives=other),
        _effect("e4", "suspend", "3", "2#1", new, **{"from": new}, **unclear),
        _effect("e5", "suspend", "3", "1#2", new, **{"from": new}, parties=["Acme"]),
        _effect("e6", "repeal", "3", "1#3", new, **{"from": "2025-11-08"}, reason="replaced"),
        _effect("e7", "amend", "3", "1#1", new, **{"from": new}, terms={"provision": "1a"}),
        _effect("e8", "postpone", "3", "2#1", new, **{"from": None}),
        _effect("e9", "extend", "3", "1#2", new, through="2026-12-01"),
        _effect("e10", "impose", "press", "press#1", "2025-11-04", **{"from": "2025-11-04"}),
        _effect("e11", "impose", "1", "1#3", old, **{"from": "2025-02-01"}),
    )


def _words() -> tuple[dict[str, Any], ...]:
    said = {"type": "claim", "text": "It may end.", "about": ["xx/3"], "source": "a paper"}
    return (
        {**said, "id": "c1", "speaker": "Someone", "said_on": "2025-11-06", "stance": "intended"},
        {**said, "id": "c2", "stance": "conflicting"},
    )


def _later() -> tuple[dict[str, Any], ...]:
    return (
        {"type": "retract", "id": "r1", "effect": "e11", "reason": "misread", "replaced_by": "e1"},
        {**_act("1", "2025-01-01"), "title": "Act 1, corrected", "corrects": True},
        {"type": "announcement", "id": "a", "source": "paper", "title": "A report", "url": _URL},
        {"type": "announcement", "id": "b", "source": "paper", "revises": "a"},
        {"type": "link", "kind": "restates", "from": "a", "to": "xx/3"},
        {
            "type": "verification",
            "id": "v1",
            "effect": "e4",
            "outcome": "extended",
            "announced_at": "2025-11-08",
        },
    )
