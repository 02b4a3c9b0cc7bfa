"""Small but nasty logs: which records can meet, in which order, and what is asked of them?

All days lie within a month of one anchor, which sits where New York and Brussels change their
clocks; many fall on a few hot days and instants, so that dates touch and announcements tie. Ids
overlap as prefixes; records arrive late, twice, or after their own retraction. Every other case is
*close*: all of it happens to one measure within a week, so that effects meet each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from . import naive

Line = dict[str, Any]
Recorded = list[tuple[Line, datetime]]

ANCHOR = date(2025, 11, 2)
REACH = 30
NOON = datetime(2025, 11, 2, 12, tzinfo=UTC)
AFTER_ALL = datetime(2026, 3, 1, tzinfo=UTC)
TICK = timedelta(microseconds=1)

INSTRUMENTS = ("cn/a/1", "cn/a/10", "us/b/2", "eu/c/3")
NEVER_RECORDED = "xx/never/recorded"
PARTIES = ("Acme", "Bolt", "Cryo")
MEASURES = (
    "cn/a/1#2a",
    "cn/a/1#2",
    "cn/a/1#2b",
    "cn/a/1#20",
    "cn/a/10#2",
    "us/b/2#2a",
    "eu/c/3#1",
)
CLOSE = MEASURES[0]
UNRECORDED = "cn/a/1#3"
WIDE = ("cn/a/1", "cn/a/1#2*", "cn/a/1#*", "cn/a/1*", "*")
NARROW = ("cn/a/1#2a*", "cn/a/1#2*", "us/b/2#2a*", "us/b/2", "eu/c/3", "cn/a/10", UNRECORDED)


@dataclass(frozen=True)
class Case:
    """A log and a question about it."""

    log: Recorded
    question: naive.Question


def day_at(offset: int) -> date:
    return ANCHOR + timedelta(days=offset)


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def written(instant: datetime, offset: timedelta) -> str:
    return instant.astimezone(timezone(offset)).isoformat()


def odds(chances: int) -> st.SearchStrategy[bool]:
    """True once in so many times."""
    return st.sampled_from((False,) * (chances - 1) + (True,))


def rarely(
    chances: int, rare: st.SearchStrategy[Any], usual: st.SearchStrategy[Any]
) -> st.SearchStrategy[Any]:
    """The rare one once in so many times (`one_of` cannot weigh its branches)."""
    return odds(chances).flatmap(lambda is_rare: rare if is_rare else usual)


once_in_2, once_in_4, once_in_6, once_in_15 = (odds(n) for n in (2, 4, 6, 15))

any_day = st.integers(-REACH, REACH).map(day_at)
early_day = st.integers(-REACH, 0).map(day_at)
first_day = st.one_of(st.sampled_from([day_at(n) for n in (0, -12, -3, 1, 8)]), any_day)
last_day = st.one_of(st.sampled_from([day_at(n) for n in (0, 7, 8, 7, 15, -4)]), any_day)

# the UTC times at which one of the three zones turns to another day, and times around them
time_of_day = st.sampled_from(
    (
        timedelta(0),
        timedelta(hours=3, minutes=59, seconds=59, microseconds=999_999),
        timedelta(hours=4),
        timedelta(hours=5),
        timedelta(hours=12),
        timedelta(hours=16),
        timedelta(hours=23),
    )
)
offsets = st.sampled_from(
    (timedelta(0), timedelta(hours=8), timedelta(hours=-5), timedelta(hours=1))
)
instants = st.builds(lambda day, time: midnight(day) + time, any_day, time_of_day)
early_instants = st.builds(lambda day, time: midnight(day) + time, early_day, time_of_day)
hot_instants = st.sampled_from(
    # midnight in Shanghai, in New York, at Greenwich: a bare day ties with an instant
    (
        datetime(2025, 10, 13, 16, tzinfo=UTC),
        datetime(2025, 10, 14, 4, tzinfo=UTC),
        datetime(2025, 10, 14, tzinfo=UTC),
        datetime(2025, 10, 28, tzinfo=UTC),
    )
)
announced_at = rarely(
    6,
    st.one_of(any_day.map(date.isoformat), st.builds(written, instants, offsets)),
    st.one_of(
        st.sampled_from(("2025-10-14", "2025-10-28", "2025-11-10")),
        st.builds(written, hot_instants, offsets),
        st.builds(written, early_instants, offsets),
        early_day.map(date.isoformat),
    ),
)

exact = st.builds(written, instants, offsets)
boundaries = st.sampled_from(("unclear", "unclear", "inclusive", "exclusive"))


Dates = st.SearchStrategy[str | Line | None]


def dates(days: st.SearchStrategy[date]) -> Dates:
    """A day, null, or a record of any precision; month, year and unknown say no day."""
    bare = days.map(date.isoformat)
    extras = {"boundary": boundaries, "basis": st.sampled_from(("stated", "computed"))}

    def record(value: st.SearchStrategy[str | None], precision: str) -> st.SearchStrategy[Line]:
        return st.fixed_dictionaries(
            {"value": value, "precision": st.just(precision)}, optional=extras
        )

    records = st.one_of(
        record(bare, "day"),
        record(exact, "instant"),
        record(bare.map(lambda day: day[:7]), "month"),
        record(bare.map(lambda day: day[:4]), "year"),
        record(st.none(), "unknown"),
        record(st.none(), "day"),
        st.fixed_dictionaries({"value": bare}, optional=extras),
        st.fixed_dictionaries({}, optional=extras),
    )
    return rarely(3, st.one_of(records, st.none()), bare)


first_dates, last_dates = dates(first_day), dates(last_day)
close_day = st.integers(-2, 4).map(day_at)
close_dates = dates(close_day)
close_announced_at = rarely(
    3,
    st.builds(lambda day: day.isoformat(), st.integers(-3, 7).map(day_at)),
    st.sampled_from(("2025-10-14", "2025-10-14T00:00:00Z", "2025-10-28")),
)

values = st.sampled_from(("x", "y", 1, ["Sm", "Dy"], {"deep": 1}))
own_terms = st.dictionaries(st.sampled_from("abc"), values, max_size=2)
new_terms = st.dictionaries(st.sampled_from("abc"), st.one_of(values, st.none()), max_size=2)


def readings(first: Dates, last: Dates) -> st.SearchStrategy[list[Line]]:
    """Other readings; one that mentions neither day says the same again."""
    reading = st.fixed_dictionaries(
        {"source": st.just("somebody of standing")}, optional={"from": first, "through": last}
    )
    return st.lists(reading, min_size=1, max_size=2)


other_readings = readings(first_dates, last_dates)
close_readings = readings(close_dates, close_dates)
instrument_facts = st.fixed_dictionaries(
    {},
    optional={
        "timezone": st.sampled_from(("Asia/Shanghai", "America/New_York", "Europe/Brussels", None)),
        "authority": st.sampled_from(
            ("issuer", "issuer", "issuer", "official", "official", "press", "commentary")
        ),
        "title": st.sampled_from(("First title", "Second title")),
    },
)
rule_or_not = st.sampled_from(({},) * 20 + ({"rule": True}, {"rule": False}))
measure_facts = st.builds(
    lambda facts, rule: {**facts, **rule},
    st.fixed_dictionaries({}, optional={"terms": own_terms}),
    rule_or_not,
)
kinds = st.sampled_from(naive.KINDS)
issuing = st.sampled_from((*INSTRUMENTS, *INSTRUMENTS, NEVER_RECORDED))
how_many = st.sampled_from((2, 1, 3, 4, 5, 6, 7, 8, 10, 12, 14, 0))
outcomes = st.sampled_from(("lapsed", "extended", "replaced"))


@st.composite
def effects(
    draw: st.DrawFn, targets: Sequence[str], *, kind: str | None = None, close: bool = False
) -> Line:
    """An effect of any kind on one measure, an instrument, a prefix, or several of them."""
    kind = kind or draw(kinds)
    line: Line = {
        "type": "effect",
        "kind": kind,
        "affecting": draw(issuing),
        "affected": draw(st.lists(st.sampled_from(targets), min_size=1, max_size=2)),
        "announced_at": draw(close_announced_at if close else announced_at),
    }
    if not draw(once_in_15):
        line["from"] = draw(close_dates if close else first_dates)
    if draw(once_in_2):
        line["through"] = draw(close_dates if close else last_dates)
    if kind == "amend" or draw(once_in_15):
        line["terms"] = draw(new_terms)
    if draw(once_in_6):
        line["boundary"] = draw(boundaries)
    if draw(once_in_6):
        line["parties"] = draw(st.lists(st.sampled_from(PARTIES), max_size=2, unique=True))
    if draw(once_in_6):
        line["alternatives"] = draw(close_readings if close else other_readings)
    if draw(once_in_4):
        line["reason"] = draw(st.sampled_from(("one", "two", "three")))
    return line


@st.composite
def logs(draw: st.DrawFn, *, corrects: bool = True, close: bool = False) -> Recorded:
    """A log in recorded order; the first version of a thing precedes what corrects it."""
    names = [CLOSE]
    if not close:
        names = draw(st.lists(st.sampled_from(MEASURES), min_size=2, max_size=6, unique=True))
    chains: list[list[Line]] = []  # what must be recorded in this order
    for name in INSTRUMENTS:
        if not draw(once_in_6):
            chain: list[Line] = [
                {"type": "instrument", "id": name, **draw(instrument_facts)},
            ]
            while corrects and len(chain) < 3 and draw(once_in_6):
                chain.append({**chain[0], **draw(instrument_facts), "corrects": True})
            chains.append(chain)
    for name in names:
        chain = [{"type": "measure", "id": name, **draw(measure_facts)}]
        while corrects and len(chain) < 3 and draw(once_in_6):
            chain.append({"type": "measure", "id": name, **draw(measure_facts), "corrects": True})
        chains.append(chain)

    targets = (*names, *WIDE, *NARROW)
    first_targets: Sequence[str] = WIDE
    if close:
        targets = first_targets = (CLOSE,)
    count = draw(how_many)
    said = []
    for n in range(count):
        # without an `impose` nothing is known, so a log begins with one, as a rule a wide one
        begin = effects(first_targets, kind="impose", close=close)
        line = draw(begin if n == 0 else effects(targets, close=close))
        if draw(once_in_4):
            line["id"] = f"effect-{count - n}"
        said.append(line)
        chains.append([line])
    if said:
        known = st.sampled_from([naive.identity(line) for line in said])
        for _ in range(draw(st.sampled_from((0, 1, 2, 3) if close else (0, 0, 0, 0, 1, 2)))):
            chains.append([draw(verifications(known, close=close))])
        for n in range(draw(st.sampled_from((0, 0, 0, 0, 0, 1, 1, 2)))):
            chains.append([{"type": "retract", "effect": draw(known), "reason": f"reason {n}"}])
        if draw(once_in_6):
            chains.append([draw(st.sampled_from(said))])  # the same once more

    # recording times: few, so that several records share one
    clock = st.sampled_from(draw(st.lists(early_instants, min_size=1, max_size=5)))
    places = draw(st.randoms(use_true_random=False))
    placed: list[tuple[datetime, float, Line]] = []
    for chain in chains:
        moments = sorted(draw(clock) for _ in chain)
        shuffle = sorted(places.random() for _ in chain)
        placed += zip(moments, shuffle, chain, strict=True)
    placed.sort(key=lambda item: item[:2])
    return [(line, moment) for moment, _, line in placed]


afterwards = st.integers(0, 9).map(lambda offset: day_at(offset).isoformat())


def verifications(known: st.SearchStrategy[str], *, close: bool) -> st.SearchStrategy[Line]:
    return st.fixed_dictionaries(
        {
            "type": st.just("verification"),
            "effect": known,
            "outcome": outcomes,
            "announced_at": rarely(3, close_announced_at if close else announced_at, afterwards),
        }
    )


def clocks(happened: Sequence[datetime]) -> st.SearchStrategy[date | datetime | None]:
    """Now, a day, an instant, or an instant at (or just before) which something happened."""
    later = st.integers(0, REACH).map(day_at)
    anything = st.one_of(st.none(), later, any_day, instants)
    if not happened:
        return anything
    then = st.sampled_from(happened)
    return st.one_of(anything, then, then.map(lambda at: at - TICK), then.map(datetime.date))


def named_measures(log: Recorded) -> list[str]:
    """The measures that a question about the log can name without being an error."""
    return [name for name in (*MEASURES, UNRECORDED) if naive.named(log, name)]


around = st.integers(-REACH - 5, REACH + 5).map(day_at)
nows = rarely(6, instants, st.just(AFTER_ALL))
askers = st.sampled_from((None, None, *PARTIES))


@st.composite
def questions(draw: st.DrawFn, log: Recorded) -> naive.Question:
    """A question in and around the window; as a rule it is asked when all is long over."""
    turns = [
        date.fromisoformat(line[key]) + timedelta(days=late)
        for line, _ in log
        for key, late in (("from", 0), ("through", 0), ("through", 1))
        if isinstance(line.get(key), str)
    ]
    names = named_measures(log)
    # mostly something of which the log says when it is to begin
    begun = [
        name
        for name in names
        for line, _ in log
        if line.get("kind") == "impose" and any(naive.covers(t, name) for t in line["affected"])
    ]
    said = [naive.announced(line, naive.zone_of(None)) for line, _ in log if "announced_at" in line]
    return naive.Question(
        measure=draw(st.sampled_from(names if not begun or draw(once_in_15) else begun)),
        on=draw(st.one_of(around, st.sampled_from(turns)) if turns else around),
        now=draw(nows),
        announced_by=draw(rarely(2, clocks(said), st.none())),
        recorded_by=draw(rarely(3, clocks([at for _, at in log]), st.none())),
        party=draw(askers),
    )


close_questions = st.builds(
    naive.Question,
    measure=st.just(CLOSE),
    on=st.one_of(st.integers(-2, 5).map(day_at), st.integers(-4, 7).map(day_at)),
    now=st.just(AFTER_ALL),
    announced_by=rarely(3, st.integers(-3, 7).map(day_at), st.none()),
    party=askers,
)


@st.composite
def cases(draw: st.DrawFn, *, corrects: bool = True) -> Case:
    if draw(once_in_2):
        log = draw(logs(corrects=corrects, close=True))
        return Case(log, draw(close_questions))
    log = draw(logs(corrects=corrects))
    return Case(log, draw(questions(log)))
