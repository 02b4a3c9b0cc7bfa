"""In which encoding are these bytes really written, whatever their server says?

Bytes that hold letters beyond ASCII and are valid UTF-8 are UTF-8: no other encoding makes that by
accident. Then the declarations count, as long as the bytes can be read in them: prolog or meta tag
before header, since servers send a default. At last the content itself is looked at.
"""

import codecs
import re
from collections.abc import Sequence

from tracker.domain.visits import Fault
from tracker.errors import FetchError

WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "cp1252"}
"""What is really meant by an encoding that is often declared too narrowly."""

_EASTERN = ("gb18030", "big5hkscs", "cp932", "euc_jp", "euc_kr")
_SPOKEN = {"zh": ("gb18030", "big5hkscs"), "ja": ("cp932", "euc_jp"), "ko": ("euc_kr",)}
_WEAK = frozenset({"cp1252", "iso8859-1", "ascii", "cp1250", "cp1251"})
"""Encodings of one byte a letter: they can read anything, so that reading proves nothing."""

_HEAD = 4096
_IN_HEADER = re.compile(r"charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_IN_PROLOG = re.compile(
    rb"\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9._:-]{1,40})"
)
_IN_META = re.compile(
    rb"<meta\s[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9._:-]{1,40})", re.IGNORECASE
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BARE_WIDE = ((b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"))
_BARE_WIDE_2 = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
LEAST_LETTERS = 24
"""From so many bytes beyond ASCII on, being valid UTF-8 outweighs what is declared."""

FEW_LETTERS = 60
"""So few bytes beyond ASCII are too little to tell encodings apart by how often letters come."""

WORST = 0.02
"""No more than this part of a text may be unreadable."""


def charset(
    body: bytes,
    *,
    content_type: str | None = None,
    override: str | None = None,
    language: str | None = None,
) -> str:
    """Return the Python name of the encoding; never raises.

    ``override`` is what the operator says of the source; it counts if Python knows it.
    ``language`` (``zh``, ``ja``, ``ko``) helps with content that declares nothing.
    """
    if override and (known := _known(override)):
        return known
    for mark, name in (*_MARKS, *_BARE_WIDE, *_BARE_WIDE_2):
        if body.startswith(mark):
            return name
    inside, header = _declared(body, content_type)
    beyond = len(body) - len(body.translate(None, bytes(range(128, 256))))
    if not beyond or _mostly_utf8(body, beyond):
        few = inside not in (None, "utf-8", *_WEAK) and beyond < LEAST_LETTERS
        return str(inside) if few and _reads(body, str(inside)) else "utf-8"
    strong = [name for name in (inside, header) if name and name not in _WEAK]
    for name in strong:
        if _reads(body, name) and not _odd_chinese(body, name):
            return name
    weak = [name for name in (inside, header) if name in _WEAK]
    return _by_content(body, weak, language=(language or "")[:2].lower(), few=beyond < FEW_LETTERS)


def text(body: bytes, name: str, *, url: str) -> str:
    """Decode ``body``; a few broken letters are borne.

    Raises `FetchError` with the fault ``charset`` where too much of it cannot be read.
    """
    found = body.decode("utf-8-sig" if name == "utf-8" else name, "replace")
    broken = found.count("\ufffd")
    if broken > 3 and broken > WORST * len(found):
        raise FetchError(
            f"the text cannot be decoded: {broken} of {len(found)} letters are unreadable as "
            f"{name}; set the source's encoding",
            url=url,
            fault=Fault.CHARSET,
        )
    return found


def _declared(body: bytes, content_type: str | None) -> tuple[str | None, str | None]:
    head = body[:_HEAD]
    inside = _IN_PROLOG.match(head) or _IN_META.search(head)
    header = _IN_HEADER.search(content_type or "")
    return (
        _known(inside.group(1).decode("ascii")) if inside else None,
        _known(header.group(1)) if header else None,
    )


def _known(name: str) -> str | None:
    """Return how Python calls an encoding; ``None`` for one that it does not know."""
    try:
        found = codecs.lookup(name.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    if found in ("hex", "base64", "zlib", "bz2", "rot13", "quopri", "uu", "idna", "punycode"):
        return None
    if found.startswith(("utf-16", "utf-32")):
        return None  # bytes that could be found to say so are not written in it
    return {"shift_jis": "cp932", "big5": "big5hkscs"}.get(found, WIDER.get(found, found))


def _reads(body: bytes, name: str) -> bool:
    """Tell whether all but a cut-off last letter can be read."""
    try:
        codecs.getincrementaldecoder(name)().decode(body)
    except (UnicodeError, ValueError):
        return False
    return True


def _mostly_utf8(body: bytes, beyond: int) -> bool:
    """Tell whether the bytes are UTF-8, but for a letter that was cut in two."""
    if _reads(body, "utf-8"):
        return True
    return body.decode("utf-8", "replace").count("\ufffd") * 100 < beyond


def _odd_chinese(body: bytes, name: str) -> bool:
    """Tell whether a text read as Chinese is made of signs that hardly anybody writes.

    GB18030 can read almost anything; everyday text stays within GB 2312.
    """
    if name != "gb18030":
        return False
    letters = "".join(sign for sign in body[:40_000].decode(name, "replace") if sign > "\x7f")
    return len(letters.encode("gb2312", "ignore")) < 2 * 0.85 * len(letters)


def _by_content(body: bytes, weak: Sequence[str | None], *, language: str, few: bool) -> str:
    candidates = [name for name in _EASTERN if _reads(body, name)]
    fallback = weak[0] if weak and weak[0] else "cp1252"
    spoken = [name for name in _SPOKEN.get(language, ()) if name in candidates]
    likely = [name for name in spoken or candidates if not _odd_chinese(body, name)]
    if likely and (len(candidates) == 1 or spoken or (few and not weak)):
        return likely[0]
    from charset_normalizer import from_bytes  # seldom needed, and slow to load

    best = from_bytes(body[:40_000], cp_isolation=[*candidates, fallback]).best()
    return best.encoding if best else (candidates or [fallback])[0]
