"""Which items did the sources bring, and which instruments do they only repeat?"""

from collections.abc import Iterable

from tracker.digests.digest import ReportLine
from tracker.digests.naming import Directory
from tracker.digests.survey import Scope
from tracker.domain.identifiers import instrument_of
from tracker.domain.records import Announcement
from tracker.projection.dossier import version_by
from tracker.projection.sources import state_of

_NAMING_LINKS = ("restates", "clarifies", "cites", "translates", "corroborates")


def reports(scope: Scope, directory: Directory) -> tuple[ReportLine, ...]:
    """Return the announcements that were recorded in the window, in recorded order."""
    found = [item for item in scope.register.announcements.values() if scope.recorded_here(item)]
    found.sort(key=lambda item: item.position)
    return tuple(_report(scope, directory, item.record) for item in found)


def _report(scope: Scope, directory: Directory, record: Announcement) -> ReportLine:
    before = scope.recorded_before
    source = state_of(scope.register.sources.get(record.source), before=before)
    reading = version_by(scope.register.readings.get(record.id or ""), before)
    mentioned = [one.instrument for one in reading.mentions] if reading else []
    return ReportLine(
        announcement=record.id or "",
        title=record.title,
        source=record.source,
        source_title=source.source.title if source else None,
        authority=source.source.authority if source else None,
        url=record.final_url or record.url,
        published_at=record.published_at,
        revision=record.revises is not None,
        names=tuple(
            directory.instrument(key)
            for key in _once([*mentioned, *_linked(scope, record.id or "")])
        ),
        unresolved=reading.unresolved if reading else (),
    )


def _linked(scope: Scope, announcement: str) -> Iterable[str]:
    for item in scope.register.links:
        link = item.record
        if link.from_ == announcement and link.kind in _NAMING_LINKS:
            yield instrument_of(link.to)


def _once(keys: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(instrument_of(key) for key in keys)
