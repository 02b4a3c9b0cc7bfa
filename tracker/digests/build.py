"""What should a reader be told of a period?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tracker.digests.ahead import coming, tasks
from tracker.digests.announced import announced, history, is_report
from tracker.digests.concerns import Goods, goods_of
from tracker.digests.corrected import corrections
from tracker.digests.covered import coverage
from tracker.digests.digest import Digest, LogHead, Picture
from tracker.digests.doubts import claims, disputes
from tracker.digests.lines import ActLine, TaskLine, Turned, TurnLine
from tracker.digests.naming import Directory, scope_directory
from tracker.digests.pictured import picture
from tracker.digests.reported import reports
from tracker.digests.standing import Beside
from tracker.digests.survey import Look, Scope, survey
from tracker.digests.turned import UNSURE, turn_lines, turns, verified
from tracker.digests.unread import to_review
from tracker.digests.window import Window
from tracker.domain.rulebook import Field
from tracker.projection.register import Register

_STARTS = (Turned.TOOK_EFFECT, Turned.CHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A digest from which the readers of one window each get their part.

    ``history`` has the instrument of every record that was counted as history.
    """

    digest: Digest
    goods: Goods
    history: tuple[str, ...]


def build_digest(
    register: Register,
    *,
    window: Window,
    clocks_now: datetime,
    recorded_by: date | datetime | None = None,
    field: Field,
    positions: tuple[int, int] | None = None,
    head: tuple[int, str],
) -> Digest:
    """Return the digest of a window, as known at its end.

    ``clocks_now`` is the instant of making it (UTC), ``head`` the log's last position and hash.
    With ``positions`` (behind which one, up to which one), what was recorded in the window goes by
    the place in the log.
    """
    return build_edition(
        register,
        window=window,
        clocks_now=clocks_now,
        recorded_by=recorded_by,
        field=field,
        positions=positions,
        head=head,
    ).digest


def build_edition(
    register: Register,
    *,
    window: Window,
    clocks_now: datetime,
    recorded_by: date | datetime | None = None,
    field: Field,
    positions: tuple[int, int] | None = None,
    head: tuple[int, str],
) -> Edition:
    """Return the digest of a window with what it takes to part it among readers."""
    scope = Scope(
        register=register,
        window=window,
        now=clocks_now,
        recorded_by=recorded_by,
        positions=positions,
        field=field,
    )
    names = scope_directory(scope)
    looks = survey(scope)
    beside = Beside(names, looks)
    open_tasks = tasks(register, names, looks, beside=beside)
    acts = announced(scope, names, looks, beside=beside)
    official = tuple(line for line in acts if not is_report(line))
    found = turns(looks)
    told = {effect for line in official for effect in line.effects}
    certain = [turn for turn in found if turn.certainty not in UNSURE]
    sure = turn_lines(names, certain, beside=beside, told=told)
    wrong = corrections(scope, names, looks)
    corrected = {line.new.effect if line.new else line.about for line in wrong if not line.stood}
    added = history(scope, names, looks, corrected=corrected)
    made = Digest(
        title=field.title,
        window=window,
        made_at=clocks_now,
        recorded_by=recorded_by,
        needs_action=open_tasks,
        announced=official,
        took_effect=tuple(line for line in sure if line.turned in _STARTS),
        coming_up=coming(register, names, looks, beside=beside, told=told),
        ended=(
            *(line for line in sure if line.turned not in _STARTS),
            *verified(scope, names, looks),
        ),
        in_doubt=(
            *open_tasks,
            *(line for line in acts if is_report(line)),
            *disputes(scope, names, looks),
            *claims(scope, names, frozenset(line.act.id for line in acts)),
        ),
        corrections=wrong,
        reports=reports(scope, names),
        coverage=coverage(scope, names, looks),
        history_added=len(added),
        picture=_picture(names, looks, (*_lapsed(open_tasks), *official, *sure)),
        head=LogHead(position=head[0], hash=head[1]),
        disclaimer=field.disclaimer,
        to_review=to_review(scope, names),
    )
    return Edition(digest=made, goods=goods_of(names, looks), history=added)


def _lapsed(open_tasks: Sequence[TaskLine]) -> tuple[TaskLine, ...]:
    return tuple(line for line in open_tasks if line.turned_in_window)


def _picture(
    names: Directory,
    looks: Sequence[Look],
    lines: Sequence[TaskLine | ActLine | TurnLine],
) -> Picture | None:
    """Draw what was announced, turned or lapsed in the window; nothing, if nothing did."""
    wanted = dict.fromkeys(
        measure.id for line in lines for part in line.parts for measure in part.measures
    )
    by_id = {look.id: look for look in looks}
    return picture(names, [by_id[key] for key in wanted if key in by_id], looks)
