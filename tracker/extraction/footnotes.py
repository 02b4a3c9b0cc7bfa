"""Which number does a footnote give to an act that the text names by its title only?

British instruments name an order as ``the Export Control Order 2008(a)``; its number stands in
the footnote ``(a) S.I. 2008/3231``.
"""

import re
from collections.abc import Iterable, Iterator

from tracker.extraction.numbers import NamedNumber

_NOTE = re.compile(r"(?:(?<=\n)|^)\s{0,4}\((?P<sign>[a-z]|[0-9]{1,2})\)\s{1,3}(?=S\.?I\.?\s)")
_TITLE = re.compile(
    r"\b(?:Order|Regulations?|Act|Rules)\s(?P<year>(?:19|20)[0-9]{2})\s?\((?P<sign>[a-z]|[0-9]{1,2})\)(?=[\s,.;:])"
)
_HEAD = 400
_MOST = 200


def footnoted(flow: str, numbers: Iterable[NamedNumber]) -> Iterator[NamedNumber]:
    """Yield the numbers of footnotes once more, at the titles that bear their signs."""
    if re.search(r"(?i)statutory\s{1,3}instruments?", flow[:_HEAD]) is None:
        return
    starts = {note.end(): note["sign"] for note in _NOTE.finditer(flow)}
    meant = {
        (starts[number.start], str(number.year)): number
        for number in numbers
        if number.form == "uk_si" and number.start in starts
    }
    for title, _ in zip(_TITLE.finditer(flow), range(_MOST), strict=False):
        number = meant.get((title["sign"], title["year"]))
        if number is not None:
            yield NamedNumber(
                form=number.form, year=number.year, serial=number.serial, quote=title.group(),
                start=title.start(), end=title.end(), phrase_end=title.end(),
                wording=number.wording,
            )  # fmt: skip
