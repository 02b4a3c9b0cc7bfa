"""Does evidence still say what the database says? (one sentence for each thing looked at)"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from tracker.auditor.archive import FORMAT, MANIFEST, unpacked
from tracker.auditor.asking import Desk, Question, put, read_question
from tracker.auditor.packing import Maker, evidence_files, stands, versions_of
from tracker.errors import InputError, StoreError, TrackerError
from tracker.extraction.pages.announcement_text import text_of
from tracker.ports import Head, Progress

_JSON_FILES = (MANIFEST, "question.json", "answer.json", "evidence.json", "state.json")
_MOST_TOLD = 5
Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at: whether it is as it should be, in one sentence."""

    good: bool
    words: str


def verify_evidence(
    body: bytes,
    desk: Desk,
    *,
    place: str,
    template_folder: Path | None = None,
    progress: Progress | None = None,
) -> tuple[Finding, ...]:
    """Look at a ZIP of evidence beside a database; raise `InputError` for what is no such ZIP."""
    files = unpacked(body, place=place)
    told = {name: _json(files, name, place) for name in _JSON_FILES}
    if told[MANIFEST].get("format") != FORMAT:
        raise InputError("has a format that this program does not know", file=place)
    question = read_question(told["question.json"], place=place)
    return (
        *_manifest(files, told[MANIFEST], place),
        *_head(told["state.json"], desk, progress),
        *_copies(files, told["evidence.json"], desk),
        *_asked_again(files, told, question, desk, template_folder),
    )


def _json(files: Files, name: str, place: str) -> dict[str, Any]:
    try:
        found = orjson.loads(files[name])
    except KeyError:
        raise InputError(
            f"holds no {name}; it is no evidence of this program", file=place
        ) from None
    except orjson.JSONDecodeError as error:
        raise InputError(f"{name} is no JSON: {error}", file=place) from None
    if not isinstance(found, dict):
        raise InputError(f"{name} is no JSON object", file=place)
    return found


def _manifest(files: Files, manifest: Mapping[str, Any], place: str) -> Iterator[Finding]:
    try:
        listed = {str(item["name"]): str(item["sha256"]) for item in manifest["files"]}
    except (KeyError, TypeError):
        raise InputError("manifest.json lists no files", file=place) from None
    held = {name: body for name, body in files.items() if name != MANIFEST}
    changed = [name for name in listed if name in held and _sha(held[name]) != listed[name]]
    faults = [
        *(f"{name} is not what the manifest says" for name in changed),
        *(f"{name} is missing" for name in listed if name not in held),
        *(f"{name} is not in the manifest" for name in held if name not in listed),
    ]
    for fault in faults[:_MOST_TOLD]:
        yield Finding(good=False, words=f"{fault}.")
    if not faults:
        yield Finding(good=True, words=f"All {len(listed)} files are as the manifest says.")


def _sha(body: bytes) -> str:
    return sha256(body).hexdigest()


def _head(state: Mapping[str, Any], desk: Desk, progress: Progress | None) -> Iterator[Finding]:
    log = state.get("log")
    head, position = (
        (log.get("head"), log.get("position")) if isinstance(log, dict) else (None,) * 2
    )
    if not isinstance(head, str) or not isinstance(position, int) or position < 0:
        yield Finding(good=False, words="state.json names no head of a log.")
        return
    try:
        desk.log.verify(head=head, progress=progress)
    except StoreError as error:
        yield Finding(good=False, words=f"The head is not confirmed: {error}.")
        return
    event = next(iter(desk.log.read(after=position - 1)), None) if position else None
    if position and (event is None or event.hash.hex() != head):
        yield Finding(good=False, words=f"The head does not stand at position {position}.")
        return
    told = f"The head {head[:16]}… stands at position {position} of this log, whose chain is whole."
    yield Finding(good=True, words=told)


def _copies(files: Files, evidence: Mapping[str, Any], desk: Desk) -> Iterator[Finding]:
    count, texts = 0, dict[str, str | None]()
    for copy in _rows(evidence, "copies"):
        id, name, kept = str(copy.get("announcement")), copy.get("sha256"), copy.get("file")
        if not isinstance(name, str):
            continue
        body, held = files.get(str(kept)) if kept else None, desk.log.document(name)
        if kept and (body is None or _sha(body) != name):
            yield Finding(good=False, words=f"The copy of {id} does not fit its SHA-256.")
        elif held is None and kept:
            yield Finding(good=False, words=f"This database holds no such copy of {id}.")
        elif body is not None or held is not None:
            count += 1
            texts[id] = text_of(
                body if body is not None else held or b"", copy.get("content_type") or ""
            )
    quotes = list(_rows(evidence, "quotes"))
    wrong = [one for one in quotes if _misplaced(one, texts)]
    for one in wrong[:_MOST_TOLD]:
        told = f"A quote does not stand in the stored copy of {one.get('announcement')}."
        yield Finding(good=False, words=told)
    if not wrong:
        told = f"{count} stored copies are those of this database; {len(quotes)} quotes stand."
        yield Finding(good=True, words=told if quotes else "The answer rests on no stored quote.")


def _misplaced(quote: Mapping[str, Any], texts: Mapping[str, str | None]) -> bool:
    words, start = quote.get("quote"), quote.get("start")
    text = texts.get(str(quote.get("announcement")))
    if not isinstance(words, str) or not (start is None or isinstance(start, int)):
        return True
    return quote.get("stands") is True and stands(words, start, text) is not True


def _rows(evidence: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    rows = evidence.get(key)
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict):
            yield row


def _asked_again(
    files: Files,
    told: Mapping[str, Any],
    question: Question,
    desk: Desk,
    template_folder: Path | None,
) -> Iterator[Finding]:
    """Make the evidence anew, for the same person at the same head, and compare each file."""
    try:
        now = put(question, desk)
        made = evidence_files(
            question, now, _head_of(told["state.json"]), desk, _maker(told, template_folder)
        )
    except (TrackerError, KeyError, TypeError, ValueError, AttributeError) as error:
        yield Finding(good=False, words=f"The question cannot be asked again: {error}.")
        return
    found = list(_differences(told["answer.json"], orjson.loads(orjson.dumps(now)), ""))
    for one in found[:_MOST_TOLD]:
        yield Finding(good=False, words=f"Asked again, the answer differs: {one}.")
    if not found:
        told_so = "Asked again with the same clocks, the answer is the same."
        yield Finding(good=True, words=told_so)
    compared = [name for name in made if name != "answer.json"]
    others = [name for name in compared if made[name] != files.get(name)]
    for name in others:
        yield Finding(good=False, words=f"{name} is not what this program makes of the answer.")
    if found or others:
        yield from _other_versions(told["state.json"], desk)
    else:
        yield Finding(good=True, words="Page, quotes and clocks are what that answer makes.")


def _head_of(state: Mapping[str, Any]) -> Head:
    return Head(int(state["log"]["position"]), str(state["log"]["head"]))


def _maker(told: Mapping[str, Any], template_folder: Path | None) -> Maker:
    state = told["state.json"]
    return Maker(
        person=state.get("person"), language=state["language"], template_folder=template_folder
    )


def _other_versions(state: Mapping[str, Any], desk: Desk) -> Iterator[Finding]:
    kept, now = state.get("versions"), versions_of(desk)
    for key, value in now.items():
        old = kept.get(key) if isinstance(kept, dict) else None
        if old != value:
            told = f"It was made with {key} {str(old)[:64]}, this is {value}; that may be why."
            yield Finding(good=False, words=told)


def _differences(old: Any, new: Any, place: str) -> Iterator[str]:
    """Yield where two JSON values differ."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted({*old, *new}):
            yield from _differences(old.get(key), new.get(key), f"{place}.{key}" if place else key)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for number, pair in enumerate(zip(old, new, strict=True), start=1):
            yield from _differences(*pair, f"{place}[{number}]")
    elif old != new:
        yield f"{place} was {_short(old)}, now {_short(new)}"


def _short(value: Any) -> str:
    text = orjson.dumps(value).decode()
    return text if len(text) <= 80 else f"{text[:79]}…"
