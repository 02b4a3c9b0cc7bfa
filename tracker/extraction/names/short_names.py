"""Which act does a title or a short name mean to which the text gives a number elsewhere?

``the Export Control Order 2008 (S.I. 2008/3231)`` gives the title its number, and ``Regulation (EU)
2021/821 (“the Dual-Use Regulation”)`` gives the number a short name; both hold for the whole text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.spelling.covered import Covered
from tracker.extraction.spelling.regexps import regexp

_NOUN = (
    r"(?:Orders?|Regulations?|Rules|List|Notice|Announcement|Notification|Decision|Directive"
    r"|Ordinance|Measures|Licen[cs]e|OGEL|Catalogue|Rule|Decree|Circular|Determination|Proclamation)"
)
_TITLE = regexp(
    r"(?<![\w(])(?P<title>[A-Z][\w'-]*(?:\s(?:[A-Z][\w'&-]*|\([A-Z][\w\s.]{1,30}\)|of|and|for|in|on|the|etc\.?)){1,14}?"
    rf"\s{_NOUN}(?:,?\s(?:19|20)[0-9]{{2}})?)\s?\(\s?$"
)
"""What stands right before the bracket in which a number stands."""
_DEFINED = regexp(
    r"[^().;\n]{0,60}[,\s]?\((?:[a-z][a-z\s,]{0,40})?[\"“‘'](?:[Tt]he\s)?"
    rf"(?P<name>(?:[A-Z0-9][\w'-]*\s|[a-z]{{3,14}}\s){{0,4}}{_NOUN})[\"”’']\)"
)
_CALLED = regexp(
    r",?\s(?:(?:is|are|shall\sbe|will\sbe)\s)?(?:(?:hereinafter|hereafter|herein|below)\s)?"
    r"(?:(?:called|termed|known\sas|cited\sas|referred\sto\sas|named)\s)?(?:(?:hereinafter|hereafter)\s)?(?:the\s)?[\"“‘'](?:[Tt]he\s)?"
    rf"(?P<name>(?:[A-Z0-9][\w'-]*\s|[a-z]{{3,14}}\s){{0,4}}{_NOUN})[\"”’']"
)
"""A short name that the sentence gives: ``Order No. 3 of 2026 is called the “Kettle Order”``."""
_BRACKETED = regexp(
    r"\s?\((?:(?:hereinafter|hereafter|below)[,:]?\s)?(?:the\s)"
    rf"(?P<name>(?:[A-Z0-9][\w'-]*\s){{1,4}}{_NOUN})\)"
)
"""The same in brackets and without quotation marks: ``(the Kettle Order)``."""
_MEANS = regexp(
    r"[\"“‘'](?:[Tt]he\s)?"
    rf"(?P<name>(?:[A-Z0-9][\w'-]*\s|[a-z]{{3,14}}\s){{0,4}}{_NOUN})[\"”’']\smeans?\s[^;“”\"\n]{{3,160}}$"
)
"""A short name that a definition gives: ``“the 2025 Regulations” means the … (S.I. 2025/9105)``."""
_LISTED = regexp(r"\s(?:List|Catalogue)$")
_BEFORE = 170
_MOST = 200
_MOST_NAMES = 20


def short_names(flow: str, numbers: tuple[NamedNumber, ...]) -> Iterator[NamedNumber]:
    """Yield the numbers of titles and short names, once more at each place that bears them."""
    names: dict[str, tuple[NamedNumber, int]] = {}
    for number in numbers:
        for name in islice(_names_of(flow, number), _MOST_NAMES - len(names)):
            names.setdefault(name, (number, number.phrase_end))
    if not names:
        return
    taken = Covered((one.start, one.end) for one in numbers)
    written = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    written = re.sub(r"(?<![^|])the(?=\\? )", "[Tt]he", written)
    for found in islice(re.finditer(rf"(?<![\w-])(?:{written})(?![\w-])", flow), _MOST):
        name = found.group() if found.group() in names else found.group().replace("The", "the", 1)
        number, defined = names[name]
        if _is_named(flow, found, name, number, defined) and not taken.touches(*found.span()):
            yield replace(
                number, quote=found.group(), start=found.start(), end=found.end(),
                phrase_end=found.end(), wording=replace(number.wording, bare=True),
            )  # fmt: skip


def _names_of(flow: str, number: NamedNumber) -> Iterator[str]:
    title = _TITLE.search(flow, max(0, number.start - _BEFORE), number.start)
    if title is not None:
        yield title["title"]
        listed = _LISTED.search(title["title"])
        if listed is not None:
            yield f"the {listed.group().strip()}"
        elif number.form == "ca_sor":
            yield f"the {title['title'].split()[-1]}"
    means = _MEANS.search(flow, max(0, number.start - _BEFORE), number.start)
    behind = (one.match(flow, number.phrase_end) for one in (_DEFINED, _CALLED, _BRACKETED))
    for defined in (means, *behind):
        if defined is not None:
            yield f"the {defined['name']}"


def _is_named(
    flow: str, found: re.Match[str], name: str, number: NamedNumber, defined: int
) -> bool:
    """Tell whether a place bears the name of its own right, not beside its number."""
    beside = re.match(r"\s?\(\s?", flow[found.end() : found.end() + 3])
    if beside is not None and found.end() + beside.end() == number.start:
        return False
    if _OWN_NUMBER.match(flow, found.end()) and not _RETOLD.match(flow, found.end()):
        return False
    return not name.startswith("the ") or found.start() > defined


_OWN_NUMBER = regexp(
    r"\s(?:for|on|of|concerning|covering)\s[^.;,()\n]{3,80}\s\([^()\n]{0,20}[0-9]{2}"
)
"""What behind the same words tells of another act of that name, by what it is about."""
_RETOLD = regexp(r"\s(?:of|on)\s[A-Z]?[a-z]*\s?[0-9]{1,2}\b")
