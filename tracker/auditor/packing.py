"""What belongs into the evidence for one answer: question, answer, quotes, stored copies, page?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from tracker.application.answers.evidence import announcement_in
from tracker.auditor.archive import json_bytes, packed
from tracker.auditor.asking import Desk, Question, put
from tracker.auditor.page import print_page
from tracker.auditor.stated import Copy, Quote, Stated
from tracker.domain.republishing import source_of
from tracker.extraction.pages.announcement_text import text_of
from tracker.ports import Head
from tracker.projection.source_state import republish_rule
from tracker.wire import plain

_ENDINGS = (
    ("pdf", ".pdf"),
    ("json", ".json"),
    ("html", ".html.txt"),
    ("xml", ".xml.txt"),
    ("text/plain", ".txt"),
)
"""A page of others is shown as the text that it is, and never opened as a page."""

_TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """For whom evidence is made: their name, the page's language, their own templates."""

    person: str | None = None
    language: str = "en"
    template_folder: Path | None = None


def evidence_for(question: Question, desk: Desk, maker: Maker) -> bytes:
    """Ask a question and return a ZIP with all that its answer rests on.

    With all three clocks given and past, the same question gives the same bytes, whenever it is
    asked. Else the instant of asking stands in them, and only the answer is the same.
    """
    head, answer = _at_one_head(question, desk)
    return packed(evidence_files(question, answer, head, desk, maker))


def evidence_files(
    question: Question, answer: Mapping[str, Any], head: Head, desk: Desk, maker: Maker
) -> dict[str, bytes]:
    """Return the files of the evidence for an answer that was given at a head of the log."""
    quotes = tuple(_quotes(answer))
    copies, bodies = _copies({item["announcement"] for item in quotes}, desk)
    stated = Stated(
        question=question.as_json(),
        answer=answer,
        quotes=tuple(_checked(quotes, copies, desk)),
        copies=tuple(copies.values()),
        log={"head": head.hash, "position": head.position},
        versions=versions_of(desk),
        person=maker.person,
        language=maker.language,
        disclaimer=desk.disclaimer(maker.language),
    )
    page = print_page(stated, desk.field, template_folder=maker.template_folder)
    return {**_files(stated), **bodies, "index.html": page.encode()}


def _files(stated: Stated) -> dict[str, bytes]:
    return {
        "question.json": json_bytes(stated.question),
        "answer.json": json_bytes(stated.answer),
        "evidence.json": json_bytes(
            {"quotes": plain(stated.quotes), "copies": plain(stated.copies)}
        ),
        "state.json": json_bytes(
            {
                "log": stated.log,
                "versions": stated.versions,
                "person": stated.person,
                "language": stated.language,
                "disclaimer": stated.disclaimer,
            }
        ),
    }


def _at_one_head(question: Question, desk: Desk) -> tuple[Head, dict[str, Any]]:
    """Return an answer with the head of the log at which it was given."""
    for _ in range(_TRIES):
        head, answer = desk.log.head(), put(question, desk)
        if desk.log.head() == head:
            break
    return head, answer


def versions_of(desk: Desk) -> dict[str, str]:
    """Return the versions of the program, of the database's schema and of the field's words."""
    words = json_bytes(plain(desk.field))
    return {
        "program": desk.version,
        "schema": desk.schema_revision,
        "field": desk.field.key,
        "field_sha256": sha256(words).hexdigest(),
    }


def _quotes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield each sentence that anything in an answer rests on, once."""
    seen = set[tuple[Any, ...]]()
    for item in _evidence(value):
        key = (item.get("announcement"), item.get("quote"), item.get("start"))
        if item.get("announcement") and item.get("quote") and key not in seen:
            seen.add(key)
            yield item


def _evidence(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _evidence(item)
    elif isinstance(value, dict):
        yield from value.get("evidence") or ()
        for key, item in value.items():
            if key not in ("evidence", "terms"):
                yield from _evidence(item)


def _copies(
    announcements: Iterable[str], desk: Desk
) -> tuple[Mapping[str, Copy], Mapping[str, bytes]]:
    found, bodies = dict[str, Copy](), dict[str, bytes]()
    for id in sorted(announcements):
        record = announcement_in(desk.log.find, id)
        if record is None:
            continue
        body = desk.log.document(record.sha256) if record.sha256 else None
        with desk.library.reading() as register:
            rule = republish_rule(register.sources, id)
        file = note = None
        if body is None:
            note = "no copy is stored"
        elif rule != "full":
            note = "the source does not let its text be handed on; the database holds the copy"
        else:
            file = f"copies/{record.sha256}{_ending(record.content_type)}"
            bodies[file] = body
        found[id] = Copy(
            announcement=id,
            source=source_of(id),
            title=record.title,
            url=record.final_url or record.url,
            published_at=record.published_at,
            fetched_at=record.fetched_at,
            content_type=record.content_type,
            sha256=record.sha256,
            file=file,
            note=note,
        )
    return found, bodies


def _ending(content_type: str | None) -> str:
    told = (content_type or "").casefold()
    return next((ending for word, ending in _ENDINGS if word in told), ".bin")


def _checked(
    quotes: Iterable[dict[str, Any]], copies: Mapping[str, Copy], desk: Desk
) -> Iterator[Quote]:
    texts = dict[str, str | None]()
    for item in quotes:
        id, quote, start = item["announcement"], item["quote"], item.get("start")
        if id not in texts:
            texts[id] = _text(copies.get(id), desk)
        yield Quote(
            announcement=id,
            quote=quote,
            start=start,
            end=item.get("end"),
            stands=stands(quote, start, texts[id]),
        )


def _text(copy: Copy | None, desk: Desk) -> str | None:
    body = desk.log.document(copy.sha256) if copy and copy.sha256 else None
    return text_of(body, copy.content_type or "") if copy and body is not None else None


def stands(quote: str, start: int | None, text: str | None) -> bool | None:
    """Tell whether a quote stands in a text, at its place if it has one; one cut off, its start."""
    if text is None:
        return None
    wanted = quote.removesuffix("…")
    return text.startswith(wanted, start) if start is not None else wanted in text
