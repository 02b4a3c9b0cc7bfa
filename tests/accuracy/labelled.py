"""Which labelled documents lie in a folder, what do they say, and what should be read in them?"""

import html.parser
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import orjson

NAME = re.compile(r"^(?P<stem>[0-9]{2,3}-[a-z0-9-]+)\.(?P<language>zh|en)\.(?P<form>txt|html)$")
"""How a document is called; its gold stands beside it as ``STEM.gold.json``."""

Record = dict[str, Any]

_CHARSET = re.compile(r"charset=[\"']?([a-z0-9_-]+)")
_MARK = b"\xef\xbb\xbf"
_BLOCK_NAMES = """
p div li ul ol tr td th table h1 h2 h3 h4 h5 h6 br dt dd dl title header footer nav main
article section aside form button noscript tbody
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_UNSEEN = frozenset({"script", "style", "template"})
_SPACES = re.compile(r"[ \t\r\n\u2003]+")


@dataclass(frozen=True)
class Document:
    """One labelled document: ``gold`` has the form of the extractor's answer, and hints."""

    path: Path
    language: str
    gold: Record

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name

    @cached_property
    def texts(self) -> dict[str, str]:
        """The texts in which a quote may stand: as stored, and without the tags."""
        raw = decoded(self.path.read_bytes())
        return {"raw": raw, "text": shown(raw) if self.path.suffix == ".html" else raw}

    @property
    def hints(self) -> Record:
        """What the gold says about fair other readings."""
        hints: Record = self.gold.get("scoring", {})
        return hints


def documents_of(folder: Path) -> tuple[Document, ...]:
    """Return the documents of ``folder`` that have a gold file, by name."""
    found = []
    for path in sorted(folder.iterdir()):
        name = NAME.match(path.name)
        gold = folder / f"{name['stem']}.gold.json" if name else None
        if name and gold and gold.is_file():
            found.append(
                Document(path=path, language=name["language"], gold=orjson.loads(gold.read_bytes()))
            )
    return tuple(found)


def evidence_of(answer: Record) -> Iterable[Record]:
    """Yield every piece of evidence of a gold or an answer."""
    yield from (answer.get("instrument") or {}).get("evidence") or ()
    for part in ("measures", "effects", "claims"):
        for record in answer.get(part) or ():
            yield from record.get("evidence") or ()


def decoded(data: bytes) -> str:
    """Return the text of a file: by its mark, by the character set it names, else UTF-8."""
    if data.startswith(_MARK):
        return data.removeprefix(_MARK).decode("utf-8")
    named = _CHARSET.search(data[:2048].decode("ascii", "ignore").lower())
    return data.decode(named[1] if named else "utf-8")


def shown(page: str) -> str:
    """Return the words of a page: a line a block, spaces made single, no empty lines."""
    reader = _Words()
    reader.feed(page)
    reader.close()
    text = "".join(reader.words).replace("\u00a0", " ")
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(data)

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.words.append("\n")
