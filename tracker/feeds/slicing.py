"""Where do the exact bytes of each item stand in a feed?

No parser tells, so this scans for ``<item>…</item>`` and ``<entry>…</entry>`` itself: any prefix,
comments, CDATA and instructions stepped over. It works on every encoding in which ``<`` is the
byte 0x3C and never a part of another character: UTF-8, GBK, GB18030, Big5, Shift_JIS, Latin-1.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(
    rb"<!--|<!\[CDATA\[|<\?|<(?P<close>/?)(?P<name>(?:[A-Za-z_][\w.-]{0,60}:)?(?:item|entry))(?=[\s/>])",
)
_TAG_PART = re.compile(rb"[>\"']")
_ENDS = {b"<!--": b"-->", b"<![CDATA[": b"]]>", b"<?": b"?>"}
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slices:
    """The items in the order of the feed, and whether the last one has no end."""

    items: tuple[bytes, ...]
    cut_off: bool


def slice_items(body: bytes) -> Slices:
    """Return the exact bytes of every item; none for UTF-16, in which bytes mean something else."""
    if body.startswith(_WIDE):
        return Slices(items=(), cut_off=False)
    items: list[bytes] = []
    name, start, depth = b"", 0, 0
    for mark_start, mark_end, mark_name, closes, empty in _marks(body):
        if depth == 0 and not closes:
            name, start = mark_name, mark_start
        if mark_name != name:
            continue
        depth += -1 if closes else 0 if empty else 1
        if depth == 0:
            items.append(body[start:mark_end])
            name = b""
        depth = max(depth, 0)
    return Slices(items=tuple(items), cut_off=depth > 0)


def _marks(body: bytes) -> Iterator[tuple[int, int, bytes, bool, bool]]:
    """Yield start, end, name, whether it closes, and whether it is empty, of each item tag."""
    at = 0
    while (found := _MARK.search(body, at)) is not None:
        end = _ENDS.get(found.group())
        if end is not None:
            stop = body.find(end, found.end())
            if stop < 0:
                return
            at = stop + len(end)
            continue
        stop = _tag_end(body, found.end())
        if stop < 0:
            return
        yield (
            found.start(),
            stop,
            found.group("name"),
            bool(found.group("close")),
            body[stop - 2 : stop - 1] == b"/",
        )
        at = stop


def _tag_end(body: bytes, at: int) -> int:
    """Return the position after the ``>`` of a tag, quoted values stepped over; -1 without one."""
    while (found := _TAG_PART.search(body, at)) is not None:
        if found.group() == b">":
            return found.end()
        at = body.find(found.group(), found.end()) + 1
        if at == 0:
            return -1
    return -1
