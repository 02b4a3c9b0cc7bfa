"""Which plain text does a piece of HTML show to a reader?

The same bytes always give the same text: evidence points into it. Every block begins a line of
its own, runs of blanks become one, and what a reader cannot see is left out.
"""

import re
from collections.abc import Iterator
from html import unescape

from lxml import etree, html

from tracker.extraction.spelling.regexps import regexp

_BLOCK_NAMES = """
address article aside blockquote body br button caption center dd details dialog div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section
select summary table tbody td tfoot th thead title tr ul
"""
BLOCKS = frozenset(_BLOCK_NAMES.split())
UNSEEN = frozenset({"script", "style", "template", "noscript", "object", "embed", "svg", "math"})

_TAG = regexp(r"<[A-Za-z!/?]")
_ANY_TAG = regexp(r"<[A-Za-z/!?][^<>]{0,2000}>")
_ENTITY = regexp(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BLANKS = regexp(r"[ \t\r\n\f\v\u00a0\u2003\u2002\u200b\ufeff]+")
_HIDING = regexp(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_RAISED = regexp(r"\s*[-+\u2212\u2013]?[0-9]{1,3}\s*")
_RAISING = str.maketrans("0123456789+-\u2212\u2013", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_NOT_XML = regexp("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def looks_like_html(value: str) -> bool:
    """Tell whether ``value`` holds a tag or an entity."""
    return _TAG.search(value) is not None or _ENTITY.search(value) is not None


def xml_root(source: bytes) -> etree._Element | None:
    """Parse XML of others, in UTF-8: no entity is followed, no file or address is opened.

    What is not well formed is read as far as it goes; ``None`` where nothing is left.
    """
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
        encoding="utf-8",
    )
    try:
        root: etree._Element | None = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def html_to_text(source: str) -> str:
    """Return the visible text of a page or a fragment, one line a block; never raises."""
    clean = printable(source)
    if not clean.strip():
        return ""
    parser = html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8"
    )
    try:
        root = html.document_fromstring(clean.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return _stripped(clean)
    if any("depth" in entry.message for entry in parser.error_log):
        return _stripped(clean)  # nested too deep for the parser, which dropped the rest
    return tidy("".join(pieces(root)))


def _stripped(source: str) -> str:
    """Return what is left without tags, for what no parser takes."""
    return tidy(unescape(_ANY_TAG.sub("\n", source)))


def printable(text: str) -> str:
    """Return ``text`` with a blank for every character that XML cannot hold."""
    return _NOT_XML.sub(" ", text)


def plain_to_text(source: str, *, columns: bool = False) -> str:
    """Return plain text in the same tidy form: its own line ends, single blanks.

    A tab between words stays one: it parts the columns of a table. With ``columns``, wide blanks
    part them too, in lines that stand together.
    """
    shown = printable(source)
    return tidy(_with_columns(shown) if columns else shown, parted=True)


_WIDE = regexp(
    r"(?<=\S)(?:[ \u00a0\u2002\u2003]{3,400}|[ \u3000]{0,200}\u3000\u3000[ \u3000]{0,200})(?=\S)"
)
"""Blanks inside a line that are wider than those between words and sentences."""


def _with_columns(source: str) -> str:
    """Put a tab for each wide blank in lines of which a neighbour has wide blanks as well.

    A single such line is a signature, or a heading with its day at the margin.
    """
    lines = re.split(r"\r\n|[\n\r]", source)
    wide = [_WIDE.search(line.strip()) is not None for line in lines]
    beside = [
        before or after for before, after in zip([False, *wide], [*wide[1:], False], strict=False)
    ]
    return "\n".join(
        _WIDE.sub("\t", line) if own and near else line
        for line, own, near in zip(lines, wide, beside, strict=True)
    )


def tidy(text: str, *, parted: bool = False) -> str:
    """Return ``text`` without empty lines, with one blank for each run of them.

    Where columns are ``parted`` by tabs, a run that holds one is one tab.
    """
    blank = _blank if parted else " "
    lines = (_BLANKS.sub(blank, line).strip() for line in re.split(r"\r\n|[\n\r]", text))
    return "\n".join(line for line in lines if line)


def _blank(run: re.Match[str]) -> str:
    return "\t" if "\t" in run.group() else " "


def pieces(root: etree._Element) -> Iterator[str]:
    """Yield the text below ``root`` in reading order, with a line end around every block.

    Line ends of the source are blanks here, as they are on the page, but for set text (``pre``).
    """
    skipped, set_apart = 0, 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        name = _name(node)
        if event == "start":
            skipped += _unseen(node, name)
            set_apart += name == "pre"
            if not skipped:
                yield "\n" if name in BLOCKS else ""
                yield (
                    _raised(node.text) if name == "sup" else _told(node.text, as_set=set_apart > 0)
                )
            continue
        if not skipped:
            yield "\n" if name in BLOCKS else ""
        skipped -= _unseen(node, name)
        set_apart -= name == "pre"
        if not skipped and node is not root:
            yield _told(node.tail, as_set=set_apart > 0)


def _told(text: str | None, *, as_set: bool) -> str:
    """Return the text between two tags; inside ``pre`` its lines are lines on the page."""
    return text or "" if as_set else _flat(text)


def _flat(text: str | None) -> str:
    return text.replace("\r", " ").replace("\n", " ") if text else ""


def _raised(text: str | None) -> str:
    """Keep a raised number apart from the one before it: 10 to the fifth is not 105."""
    flat = _flat(text)
    return flat.translate(_RAISING) if _RAISED.fullmatch(flat) else flat


def _name(node: etree._Element) -> str:
    """Return the tag's local name in small letters; nothing for a comment or an instruction."""
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def _unseen(node: etree._Element, name: str) -> bool:
    if name in UNSEEN or not name:
        return True
    return "hidden" in node.attrib or _HIDING.search(node.get("style") or "") is not None
