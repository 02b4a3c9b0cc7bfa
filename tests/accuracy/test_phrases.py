"""Hundreds of wordings in made-up acts of many issuers: is each read as it is meant?"""

import random
from datetime import date, timedelta
from typing import Any

import pytest

from tests.accuracy import (
    phrases_chinese,
    phrases_chinese_days,
    phrases_chinese_turns,
    phrases_english,
    phrases_of_limits,
    phrases_of_quantities,
)
from tests.accuracy.comparison import compared
from tests.accuracy.phrase_frames import (
    FRAMES,
    Days,
    Made,
    chinese_day,
    chinese_notice,
    some_days,
)
from tracker.extraction.extract import extract
from tracker.extraction.extracted import as_answer
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer
from tracker.extraction.names.issuers import IssuerNames
from tracker.extraction.pages.text import plain_to_text
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.thresholds import thresholds

COUNTED = ("class", "instrument", "effects", "dates", "thresholds", "evidence")
KNOWN = Catalogue(
    issuers=(
        KnownIssuer(code="MOFCOM", names=("商务部", "MOFCOM"), series="cn/mofcom"),
        KnownIssuer(code="GACC", names=("海关总署",), series="cn/gacc"),
        KnownIssuer(
            code="BIS",
            names=("Bureau of Industry and Security", "BIS"),
            series="us/bis",
            jurisdiction="US",
        ),
    )
)


def _answer(text: str) -> dict[str, Any]:
    return as_answer(extract(plain_to_text(text), authority="issuer", known=KNOWN))


def _mistakes(made: Made) -> tuple[str, ...]:
    score = compared(made, _answer(made.text))  # type: ignore[arg-type]
    wrong = [key for key in COUNTED if score.tallies[key].missed + score.tallies[key].extra]
    return (made.text, *score.differences) if wrong else ()


def _effect(kind: str, targets: tuple[str, ...], first: str | None, last: str | None) -> Any:
    days = {"from": first, "through": last}
    return {"kind": kind, "affected": list(targets), **days, "evidence": []}


def _gold(id: str, days: Days, **parts: Any) -> dict[str, Any]:
    instrument = {"id": id, "issued_on": days.issued.isoformat()}
    return {"class": "act", "instrument": instrument, "measures": [], "effects": [], **parts}


CHINESE_DEEDS = [
    pytest.param(kind, first, last, wording, id=f"{kind}: {wording}")
    for kind, first, last, wordings in phrases_chinese.DEEDS
    for wording in wordings
]


@pytest.mark.parametrize(("kind", "first", "last", "wording"), CHINESE_DEEDS)
def test_a_chinese_wording_of_a_deed_is_read(
    kind: str, first: str | None, last: str | None, wording: str
) -> None:
    chance = random.Random(wording)
    for _ in range(3):
        days = some_days(chance)
        named, targets = chance.choice(phrases_chinese.NAMES)
        sentence = wording.format(
            R=named, D0=chinese_day(days.old), D1=chinese_day(days.first),
            D2=chinese_day(days.last),
        )  # fmt: skip
        body = chance.choice(
            (
                f"{sentence}\n特此公告。",
                f"一、{sentence}\n二、本公告自公布之日起实施。",
                f"一、{sentence}\n二、商务部公告2025年第902号继续有效。",
            )
        )
        text, id = chinese_notice(chance, days.issued, body)
        begun = _begun(kind, first) if "自公布之日" in body else first
        meant = _effect(kind, targets, days.meant(begun), days.meant(last))
        assert _mistakes(Made(text, _gold(id, days, effects=[meant]))) == ()


@pytest.mark.parametrize(
    ("kind", "moved", "first", "last", "wording"),
    [*phrases_chinese_turns.MOVED, *phrases_chinese_days.MOVED],
)
def test_acts_named_beside_the_moved_ones_are_left_alone(
    kind: str, moved: tuple[str, ...], first: str, last: str | None, wording: str
) -> None:
    chance = random.Random(wording)
    for _ in range(3):
        days = some_days(chance)
        body = wording.format(
            D0=chinese_day(days.old), D1=chinese_day(days.first), D2=chinese_day(days.last)
        )
        text, id = chinese_notice(chance, days.issued, body)
        meant = _effect(kind, moved, days.meant(first), days.meant(last))
        assert _mistakes(Made(text, _gold(id, days, effects=[meant]))) == ()


@pytest.mark.parametrize("words", phrases_chinese_turns.NOTHING)
def test_what_is_asked_for_denied_or_recalled_moves_nothing(words: str) -> None:
    chance = random.Random(words)
    days = some_days(chance)
    answer = _answer(chinese_notice(chance, days.issued, words)[0])
    assert (answer["effects"], answer["measures"]) == ([], [])


ENGLISH_DEEDS = [
    pytest.param(kind, first, last, wording, id=f"{kind}: {wording}")
    for kind, first, last, wordings in phrases_english.DEEDS
    for wording in wordings
]


@pytest.mark.parametrize(("kind", "first", "last", "wording"), ENGLISH_DEEDS)
def test_an_english_wording_of_a_deed_is_read(
    kind: str, first: str | None, last: str | None, wording: str
) -> None:
    chance = random.Random(wording)
    for name, (frame, written, act, target) in FRAMES.items():
        days = some_days(chance)
        sentence = wording.replace("BIS ", "BIS " if name == "fr" else "This act ").format(
            R=act, D0=written(days.old), D1=written(days.first), D2=written(days.last)
        )
        body = sentence[0].upper() + sentence[1:]
        if name == "eu":
            body = (
                f"Article 1\n\n{body}\n\nArticle 2\n\nIt shall apply from the day of publication."
            )
        elif name != "fr":
            body = f"1. {body}\n\n2. This act takes effect from the date of its publication."
        text, id = frame(days.issued, body)
        meant = _effect(kind, (target,), days.meant(_begun(kind, first)), days.meant(last))
        assert _mistakes(Made(text, _gold(id, days, effects=[meant]))) == ()


def _start(told: str, days: Days) -> str:
    if told == "D":
        return days.first.isoformat()
    if told == "3 months":
        month = days.issued.month + 3
        return date(days.issued.year, month, min(days.issued.day, 28)).isoformat()
    return (days.issued + timedelta(days=int(told))).isoformat()


def _begun(kind: str, first: str | None) -> str | None:
    """Return from when a deed holds: a longer life with its act, if it names no day itself."""
    return "I" if kind == "extend" and first is None else first


@pytest.mark.parametrize(("told", "wording"), phrases_chinese.STARTS)
def test_a_chinese_wording_of_a_start_is_read(told: str, wording: str) -> None:
    chance = random.Random(wording)
    for demand, words in phrases_chinese.DEMANDS:
        days = some_days(chance)
        limit, operator, value, unit = chance.choice(phrases_of_limits.CHINESE)
        body = (
            f"一、对下列物项实施出口管制：\n（一）1C901.a {limit}。\n二、{words}\n"
            f"三、{wording.format(D=chinese_day(days.first))}"
        )
        text, id = chinese_notice(chance, days.issued, body)
        terms = {"requirement": demand, "thresholds": [_limit(operator, value, unit)]}
        measure = {"id": f"{id}#i", "kind": "impose", "from": _start(told, days), "terms": terms}
        assert _mistakes(Made(text, _gold(id, days, measures=[measure]))) == ()


@pytest.mark.parametrize(("told", "wording"), phrases_english.STARTS)
def test_an_english_wording_of_a_start_is_read(told: str, wording: str) -> None:
    chance = random.Random(wording)
    for name, (frame, written, _, _) in FRAMES.items():
        if name == "fr":
            continue
        days = some_days(chance)
        demand, words = chance.choice(phrases_english.DEMANDS)
        limit, operator, value, unit = chance.choice(phrases_of_limits.ENGLISH)
        noun = {"mofcom": "Announcement", "eu": "Regulation", "uk": "Order"}.get(
            name, "Notification"
        )
        start = wording.format(N=noun, D=written(days.first))
        heads = ("Article 1\n\n", "Article 2\n\n") if name == "eu" else ("1. ", "2. ")
        text, id = frame(
            days.issued, f"{heads[0]}{words}\n(1) 1C901.a: {limit}.\n\n{heads[1]}{start}"
        )
        part = {"mofcom": "i", "dgft": "1"}.get(name, "art-1")
        terms = {"requirement": demand, "thresholds": [_limit(operator, value, unit)]}
        measure = {
            "id": f"{id}#{part}", "kind": "impose", "from": _start(told, days), "terms": terms
        }  # fmt: skip
        assert _mistakes(Made(text, _gold(id, days, measures=[measure]))) == ()


def _limit(operator: str, value: str, unit: str | None) -> dict[str, str]:
    plain = {"what": "value", "operator": operator, "value": value}
    return plain if unit is None else {**plain, "unit": unit}


@pytest.mark.parametrize(
    ("words", "operator", "value", "unit"),
    [*phrases_of_limits.CHINESE, *phrases_of_limits.ENGLISH],
)
def test_a_wording_of_a_limit_is_read(
    words: str, operator: str, value: str, unit: str | None
) -> None:
    flow = Flow(f"3C901.a {words}.", language=None, names=IssuerNames(()))
    (limit,) = thresholds(flow, Span(0, len(flow.flow)))
    assert (limit.operator, limit.value) == (operator, value)
    assert unit is None or limit.unit == unit


@pytest.mark.parametrize(("words", "low", "high", "unit"), phrases_of_limits.RANGES)
def test_both_ends_of_a_range_are_read(
    words: str, low: tuple[str, str], high: tuple[str, str], unit: str
) -> None:
    flow = Flow(f"3C901.a {words}.", language=None, names=IssuerNames(()))
    read = thresholds(flow, Span(0, len(flow.flow)))
    assert [(one.operator, one.value, one.unit) for one in read] == [(*low, unit), (*high, unit)]


@pytest.mark.parametrize(("words", "limits"), phrases_of_quantities.NAMED)
def test_a_limit_is_told_of_what_and_in_which_unit(
    words: str, limits: list[tuple[str, str, str, str | None]]
) -> None:
    flow = Flow(f"3C901.a {words}.", language=None, names=IssuerNames(()))
    read = thresholds(flow, Span(0, len(flow.flow)))
    assert [(one.what, one.operator, one.value, one.unit) for one in read] == limits


@pytest.mark.parametrize("words", phrases_of_limits.NO_LIMITS)
def test_a_number_that_limits_no_goods_is_no_limit(words: str) -> None:
    flow = Flow(f"{words}.", language=None, names=IssuerNames(()))
    assert thresholds(flow, Span(0, len(flow.flow))) == ()


TELLERS = {
    "draft": (
        "关于有关公告的公告（征求意见稿）\n现公开征求意见。\n{S}\n意见反馈截止日期另行通知。\n"
    ),
    "press": "海峡财经网讯 记者 某某\n据知情人士透露，{S}商务部未予置评。\n",
    "question": (
        "商务部新闻发言人答记者问\n问：有报道称，{S}请问是否属实？\n答：我不了解你提到的情况。\n"
    ),
}


@pytest.mark.parametrize("teller", TELLERS)
def test_the_same_sentences_move_nothing_where_nobody_decides(teller: str) -> None:
    for _, _, _, wordings in phrases_chinese.DEEDS:
        for wording in wordings:
            days = some_days(random.Random(wording))
            sentence = wording.format(
                R="商务部公告2025年第905号", D0=chinese_day(days.old), D1=chinese_day(days.first),
                D2=chinese_day(days.last),
            )  # fmt: skip
            answer = _answer(TELLERS[teller].format(S=sentence))
            assert (answer["effects"], answer["measures"]) == ([], [])


ENGLISH_TELLERS = {
    "draft": "Draft for consultation\n\nWe invite comments on the draft below.\n\n{S}\n",
    "press": "By our trade desk\n\nPeople briefed on the plan said the following. {S}\n",
    "rule that is proposed": "ACTION: Proposed rule.\n\nSUMMARY: BIS proposes the following. {S}\n",
}


@pytest.mark.parametrize("teller", ENGLISH_TELLERS)
def test_the_same_english_sentences_move_nothing_where_nobody_decides(teller: str) -> None:
    for _, _, _, wordings in phrases_english.DEEDS:
        for wording in wordings:
            days = some_days(random.Random(wording))
            _, written, act, _ = FRAMES["mofcom"]
            sentence = wording.format(
                R=act, D0=written(days.old), D1=written(days.first), D2=written(days.last)
            )
            answer = _answer(ENGLISH_TELLERS[teller].format(S=sentence))
            assert (answer["effects"], answer["measures"]) == ([], [])
