"""What does the Federal Register's own record say of a document, in the register's words?"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any


def record_text(record: Mapping[str, Any], *, alone: bool = True) -> str:
    """Return what a record says of its document, in the register's own order and labels.

    With ``alone`` false the full text follows, and only what that does not hold is told.
    """
    return "\n".join(filter(None, _head(record) if not alone else _whole(record)))


def _head(record: Mapping[str, Any]) -> Iterator[str]:
    day = _flat(record.get("publication_date"))
    yield f"[Federal Register: {_in_words(day)}]" if day else ""
    number = _flat(record.get("document_number"))
    yield f"[FR Doc No: {number}]" if number else ""
    citation = _flat(record.get("citation"))
    yield f"[{citation}]" if citation else ""
    corrected = _flat(record.get("correction_of"))
    yield f"Correction of: FR Doc. {_last(corrected)}" if corrected else ""
    effective = _flat(record.get("effective_on"))
    yield f"Effective date: {_in_words(effective)}." if effective else ""


def _whole(record: Mapping[str, Any]) -> Iterator[str]:
    yield from _head(record)
    agencies = "; ".join(filter(None, map(_agency, record.get("agencies") or ())))
    yield _flat(record.get("type"))
    yield from _parts(record.get("cfr_references") or ())
    yield " ".join(f"[{_flat(one)}]" for one in record.get("docket_ids") or ())
    yield _flat(record.get("title"))
    for label, value in (
        ("AGENCY", agencies),
        ("ACTION", _flat(record.get("action"))),
        ("SUMMARY", _flat(record.get("abstract"))),
        ("DATES", _flat(record.get("dates"))),
    ):
        yield f"{label}: {value}" if value else ""


def _agency(told: Any) -> str:
    return _flat((told.get("name") or told.get("raw_name")) if isinstance(told, dict) else told)


def _parts(references: Iterable[Any]) -> Iterator[str]:
    """Yield the parts of the Code, one line a title: ``15 CFR Parts 742 and 774``."""
    titles: dict[str, list[str]] = {}
    for told in references:
        if isinstance(told, dict) and told.get("title"):
            parts = titles.setdefault(_flat(told["title"]), [])
            parts += [_flat(told["part"])] if told.get("part") else []
    for title, parts in titles.items():
        listed = " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""
        yield (
            f"{title} CFR Part{'s' if len(parts) > 1 else ''} {listed}" if parts else f"{title} CFR"
        )


def _last(told: str) -> str:
    """Return the number at the end of an address such as ``…/documents/2025-19001``."""
    return told.rstrip("/").rpartition("/")[2].removesuffix(".json")


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("document_number") or value.get("name") or ""
    return " ".join(str(value).split()) if value is not None else ""


def _in_words(day: str) -> str:
    """Return a day as the register writes it, since that is how it is read everywhere else."""
    try:
        told = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{told:%B} {told.day}, {told.year}"
