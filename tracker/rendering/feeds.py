"""How do changes and coming turns look to other programs: Atom, iCalendar, CSV, JSON-LD?"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from tracker.digests.calendar import Appointment
from tracker.digests.concerns import Goods, Line
from tracker.digests.digest import CorrectionLine, Digest
from tracker.digests.lines import ActLine, ComingLine, Items, Part, TaskLine, TurnLine, VerifiedLine
from tracker.domain.days import instant_text
from tracker.rendering import labels
from tracker.rendering.digests import line_entry
from tracker.rendering.loading import Templates
from tracker.rendering.neutral import neutral, only_web, short
from tracker.rendering.words import TAGS, Words

_TOLD = ("needs_action", "announced", "took_effect", "ended", "corrections")
_UNSURE = ("reported", "disputed", "unverified")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

CSV_COLUMNS = (
    "section",
    "day",
    "act",
    "number",
    "kind",
    "measure",
    "title",
    "before",
    "after",
    "status",
    "certainty",
    "from",
    "through",
    "elements",
    "control_codes",
    "hs_codes",
    "source",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry of an Atom feed; ``id`` is the same for the same statement, ``updated`` in UTC."""

    id: str
    title: str
    updated: str
    html: str
    text: str
    link: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPage:
    """What the template of an Atom feed receives; ``id`` names the feed and its filter."""

    id: str
    language: str
    title: str
    subtitle: str
    updated: str
    entries: tuple[FeedEntry, ...]


def atom(
    digest: Digest,
    *,
    key: str,
    wanted: str,
    language: str = "en",
    template_folder: Path | str | None = None,
) -> str:
    """Return the changes of a digest as an Atom feed; ``key`` and ``wanted`` name it."""
    templates = Templates(template_folder)
    words = Words(templates.words(), language)
    entries = sorted(
        _entries(templates, words, digest, key), key=lambda one: one.updated, reverse=True
    )
    page = FeedPage(
        id=f"urn:inforce:{_hashed(key, wanted)}",
        language=TAGS[words.language],
        title=words.name(digest.title),
        subtitle=words("occasion.filter", wanted=wanted)
        if wanted
        else words.name(digest.disclaimer),
        updated=entries[0].updated if entries else _rfc3339(datetime(1970, 1, 1, tzinfo=UTC)),
        entries=tuple(entries),
    )
    return templates.render("feed/atom.xml.j2", page=page)


def _entries(templates: Templates, words: Words, digest: Digest, key: str) -> Iterator[FeedEntry]:
    for section in _TOLD:
        for line in getattr(digest, section):
            entry = line_entry(words, section.replace("_", "-"), line)
            values = {"entry": entry, "why_label": words("why.label")}
            yield FeedEntry(
                id=f"urn:inforce:{_hashed(key, section, *_identity(line))}",
                title=short(
                    " – ".join(t for t in (entry.heading or _act(words, line), entry.sentence) if t)
                ),
                updated=_rfc3339(_updated(line)),
                html=templates.render("digest/mail-entry.html.j2", **values),
                text=templates.render("digest/entry.txt.j2", **values),
                link=next((link.url for link in entry.links if link.url), None),
            )


def _act(words: Words, line: Any) -> str:
    return labels.heading(words, line.act)


def _identity(line: Line) -> Iterator[str]:
    """Yield what makes a statement this one and no other."""
    match line:
        case TurnLine():
            yield from (str(line.turned), str(line.turned_on), *line.line.effects)
        case ActLine():
            yield from (line.act.id, *line.effects)
        case TaskLine():
            yield line.task
        case VerifiedLine():
            yield from (line.effect, line.outcome, str(line.announced_on))
        case CorrectionLine():
            yield from (line.about, instant_text(line.recorded_at))
        case _:
            yield repr(line)


def _updated(line: Line) -> datetime:
    match line:
        case TurnLine():
            return _midnight(line.turned_on)
        case ActLine():
            return _midnight(line.announced_on or date(1970, 1, 1))
        case TaskLine():
            return _midnight(line.due_on)
        case VerifiedLine():
            return _midnight(line.announced_on)
        case CorrectionLine():
            return line.recorded_at
        case _:
            raise TypeError(f"{type(line).__name__} stands in no feed")


def calendar(
    found: Sequence[Appointment],
    *,
    key: str,
    title: str,
    disclaimer: str,
    words: Words,
) -> bytes:
    """Return coming turns as iCalendar (RFC 5545), one all-day event an appointment."""
    import icalendar

    book = icalendar.Calendar()
    book.add("prodid", f"-//inforce//{key}//EN")
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", neutral(title))
    for one in found:
        event = icalendar.Event()
        event.add("uid", f"{one.uid}@{key}.inforce")
        event.add("dtstamp", one.changed_at)
        event.add("last-modified", one.changed_at)
        event.add("sequence", one.sequence)
        event.add("status", "CANCELLED" if one.cancelled else "TENTATIVE")
        event.add("dtstart", one.on)
        event.add("dtend", one.on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("summary", _summary(words, one))
        event.add("description", "\n".join([*_description(words, one), disclaimer]))
        book.add_component(event)
    written: bytes = book.to_ical()
    return written


def _summary(words: Words, one: Appointment) -> str:
    told = words(
        "fate.turn", before=words(f"status.{one.before}"), after=words(f"status.{one.after}")
    )
    parts = labels.provisions(words, one.measures)
    return short(f"{labels.number(words, one.instrument)} ({parts}): {told}")


def _description(words: Words, one: Appointment) -> Iterator[str]:
    yield labels.heading(words, one.instrument)
    if one.act:
        yield labels.heading(words, one.act)
    yield words("certainty.projected")
    if one.lapses:
        yield words("coming.may_change")
    yield from (f"{fact.label}: {fact.lines[0]}" for fact in labels.item_facts(words, one.items))
    yield from (ref.id for ref in one.measures)


def table(digest: Digest, goods: Goods) -> str:
    """Return the lines of a digest as CSV, one row a measure; status and certainty side by side."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    for section in ("needs_action", "announced", "took_effect", "coming_up", "ended"):
        for line in getattr(digest, section):
            for row in _rows(section, line, goods):
                writer.writerow([_cell(row.get(column)) for column in CSV_COLUMNS])
    return file.getvalue()


def _rows(
    section: str, line: TaskLine | ActLine | TurnLine | ComingLine | VerifiedLine, goods: Goods
) -> Iterator[dict[str, Any]]:
    act_line = line.line if isinstance(line, TurnLine) else line
    grounds = getattr(act_line, "grounds", None)
    common = {
        "section": section,
        "day": _day(line),
        "act": line.act.id,
        "number": line.act.number,
        "kind": getattr(act_line, "kind", None),
        "certainty": _certainty(line),
        "from": getattr(act_line, "from_", None),
        "through": line.ended_on
        if isinstance(line, TaskLine)
        else getattr(act_line, "through", None),
        "source": next(iter(grounds.urls), None) if grounds else None,
    }
    if not line.parts:
        yield common
    for part in line.parts:
        for measure in part.measures:
            named = {"measure": measure.id, "title": measure.title}
            yield {**common, **_fate(part), **named, **_goods(goods.of.get(measure.id))}


def _goods(items: Items | None) -> dict[str, Any]:
    if items is None:
        return {}
    return {
        "elements": [named.key for named in items.elements],
        "control_codes": items.control_codes,
        "hs_codes": items.hs_codes,
    }


def _fate(part: Part) -> dict[str, Any]:
    return {"before": part.before, "after": part.after, "status": part.after}


def _day(line: TaskLine | ActLine | TurnLine | ComingLine | VerifiedLine) -> date | None:
    match line:
        case TaskLine():
            return line.due_on
        case TurnLine():
            return line.turned_on
        case ComingLine():
            return line.on
        case _:
            return line.announced_on


def _certainty(line: Any) -> str:
    if isinstance(line, TaskLine):
        return "unverified"
    if isinstance(line, ComingLine):
        return "projected"
    found = line.line if isinstance(line, TurnLine) else line
    return str(getattr(found, "certainty", "confirmed"))


def _cell(value: Any) -> str:
    """Write a cell so that no spreadsheet takes it for a formula."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        value = " ".join(map(str, value))
    text = neutral(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text


def linked_data(instruments: Iterable[dict[str, Any]], *, title: str) -> dict[str, Any]:
    """Return instruments as JSON-LD in the words of schema.org Legislation and ELI."""
    return {
        "@context": {
            "@vocab": "https://schema.org/",
            "eli": "http://data.europa.eu/eli/ontology#",
        },
        "@type": "Dataset",
        "name": title,
        "hasPart": list(instruments),
    }


def legislation(line: dict[str, Any]) -> dict[str, Any]:
    """Return one instrument as ``Legislation``; ``line`` are the plain facts on it."""
    # what is not sure is not said: the words of schema.org know no doubt
    sure = line["certainty"] not in _UNSURE
    forces = {"all": "InForce", "some": "PartiallyInForce", "none": "NotInForce"}
    names = [
        {"@language": "zh-Hans" if key == "zh" else key, "@value": neutral(text)}
        for key, text in line["titles"].items()
    ]
    force = f"https://schema.org/{forces[line['force']]}" if sure else None
    made = {
        "@type": ["Legislation", "eli:LegalResource"],
        "@id": f"urn:inforce:{line['id']}",
        "legislationIdentifier": line["number"] or line["id"],
        "name": names,
        "legislationJurisdiction": line["jurisdiction"],
        "legislationPassedBy": [{"@type": "Organization", "name": one} for one in line["issuers"]],
        "legislationDate": line["announced_on"],
        "datePublished": line["announced_on"],
        "legislationLegalForce": force,
        "legislationDateOfApplicability": line["applies_from"],
        "legislationChanges": [{"@id": f"urn:inforce:{key}"} for key in line["changes"]],
        "legislationRepeals": [{"@id": f"urn:inforce:{key}"} for key in line["repeals"]],
        "url": [url for url in map(only_web, line["urls"]) if url],
        "additionalProperty": {
            "@type": "PropertyValue",
            "name": "certainty",
            "value": line["certainty"],
        },
    }
    return {key: value for key, value in made.items() if value not in (None, [])}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _rfc3339(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _hashed(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:32]
