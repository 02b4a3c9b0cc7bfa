"""Which row of a table stands for a subscription, a run or a parcel?"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Row

from tracker.application.subscriptions.readership import Outcome, Parcel, ParcelState, Run
from tracker.digests.filters import read_filter, tree_of
from tracker.digests.subscription import Place, State, Subscription
from tracker.domain.days import instant_text, parse_day, parse_when


def subscription_columns(it: Subscription) -> dict[str, Any]:
    """Return the row of a subscription."""
    return {
        "id": it.id,
        "channel": it.channel,
        "target": it.target,
        "state": str(it.state),
        "token": it.token,
        "cadence": it.cadence,
        "hour": it.hour,
        "zone": it.zone,
        "language": it.language,
        "wanted": orjson.dumps(tree_of(it.wanted)).decode(),
        "note": it.note,
        "paused_until": it.paused_until.isoformat() if it.paused_until else None,
        "consent": it.consent,
        "secret": it.secret,
        "created_at": instant_text(it.created_at),
        "started_position": it.started.position if it.started else None,
        "started_at": instant_text(it.started.instant) if it.started else None,
        "reached_position": it.reached.position if it.reached else None,
        "reached_at": instant_text(it.reached.instant) if it.reached else None,
        "last_sent_at": instant_text(it.last_sent_at) if it.last_sent_at else None,
    }


def subscription_of(row: Row[Any], members: Mapping[str, Any]) -> Subscription:
    """Read the row of a subscription; ``members`` are what the symbols in its filter stand for."""
    return Subscription(
        id=row.id,
        channel=row.channel,
        target=row.target,
        state=State(row.state),
        token=row.token,
        cadence=row.cadence,
        hour=row.hour,
        zone=row.zone,
        language=row.language,
        wanted=read_filter(orjson.loads(row.wanted), members=members),
        note=row.note,
        paused_until=parse_day(row.paused_until) if row.paused_until else None,
        consent=row.consent,
        secret=row.secret,
        created_at=_instant(row.created_at),
        started=_place(row.started_position, row.started_at),
        reached=_place(row.reached_position, row.reached_at),
        last_sent_at=_instant(row.last_sent_at) if row.last_sent_at else None,
    )


def _place(position: int | None, instant: str | None) -> Place | None:
    if position is None or instant is None:
        return None
    return Place(position=position, instant=_instant(instant))


def _instant(text_: str) -> datetime:
    moment = parse_when(text_)
    if not isinstance(moment, datetime):
        raise TypeError(f"{text_} is no instant")
    return moment


def run_columns(run: Run, at: datetime) -> dict[str, Any]:
    """Return the row of a run made at an instant."""
    return {
        "subscription": run.subscription,
        "period": run.period,
        "outcome": str(run.outcome),
        "since_position": run.since.position,
        "since_instant": instant_text(run.since.instant),
        "until_position": run.until.position,
        "until_instant": instant_text(run.until.instant),
        "letter": run.letter,
        "made_at": instant_text(at),
    }


def run_of(row: Row[Any]) -> Run:
    """Read the row of a run."""
    return Run(
        subscription=row.subscription,
        period=row.period,
        outcome=Outcome(row.outcome),
        since=Place(position=row.since_position, instant=_instant(row.since_instant)),
        until=Place(position=row.until_position, instant=_instant(row.until_instant)),
        letter=row.letter,
    )


def parcel_columns(parcel: Parcel) -> dict[str, Any]:
    """Return the row of a parcel."""
    return {
        "id": parcel.id,
        "subscription": parcel.subscription,
        "kind": parcel.kind,
        "letter": parcel.letter,
        "state": str(parcel.state),
        "attempts": parcel.attempts,
        "due_at": instant_text(parcel.due_at),
        "error": parcel.error,
        "made_at": instant_text(parcel.made_at),
    }


def parcel_of(row: Row[Any]) -> Parcel:
    """Read the row of a parcel."""
    return Parcel(
        id=row.id,
        subscription=row.subscription,
        kind=row.kind,
        letter=row.letter,
        state=ParcelState(row.state),
        attempts=row.attempts,
        due_at=_instant(row.due_at),
        error=row.error,
        made_at=_instant(row.made_at),
    )
