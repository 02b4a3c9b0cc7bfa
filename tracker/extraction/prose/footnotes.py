"""Which number does a footnote give to an act that the text names by its title only?

British instruments name an order as ``the Export Control Order 2008(a)``; its number stands in
the footnote ``(a) S.I. 2008/3231``. Canadian ones do the same with ``SOR/89-202``,
or print ``(see footnote 1)`` and, below, ``Footnote 1`` on a line of its own.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.spelling.regexps import regexp

_SIGN = r"(?P<sign>[a-z]|[0-9]{1,2}|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3})"
_NOTED = regexp(r"S\.?I\.?\s|SOR/|SI/|[CS]RC,?\s")
"""How the number begins that a note gives."""
_NOTE = regexp(
    rf"(?:(?<=\n)|^|(?<=\.\s))\s{{0,4}}(?:[Ff]ootnote\s)?[(\[]?{_SIGN}[)\].]?:?\s{{1,3}}$"
)
"""What stands before it: the sign of the note, at the head of a line or of a sentence."""
_NOTE_REACH = 24
_TITLE = regexp(
    rf"\b(?:Order|Regulations?|Act|Rules|List)(?:\s(?P<year>(?:19|20)[0-9]{{2}}))?\s?[(\[](?:see\sfootnote\s|[Ff]ootnote\s)?{_SIGN}[)\]](?=[\s,.;:])"
)
_RAISED = regexp(
    r"\b(?:Order|Regulations?|Act|Rules)(?:\s(?P<year>(?:19|20)[0-9]{2}))?\s?(?P<sign>[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3})"
)
"""A title whose sign stands raised behind it, as pages print it: ``Order 2008² is amended``."""
_MOST = 200


def footnoted(flow: str, numbers: Iterable[NamedNumber]) -> Iterator[NamedNumber]:
    """Yield the numbers of footnotes once more, at the titles that bear their signs."""
    places = (found.start() for found in _NOTED.finditer(flow))
    notes = (_NOTE.search(flow, max(0, at - _NOTE_REACH), at) for at in places)
    starts = {note.end(): note["sign"] for note in notes if note is not None}
    if not starts:
        return
    meant = {starts[number.start]: number for number in numbers if number.start in starts}
    titles = chain(islice(_TITLE.finditer(flow), _MOST), islice(_RAISED.finditer(flow), _MOST))
    for title in titles:
        number = meant.get(title["sign"])
        if number is not None and title["year"] in (None, str(number.year)):
            yield NamedNumber(
                form=number.form, year=number.year, serial=number.serial, quote=title.group(),
                start=title.start(), end=title.end(), phrase_end=title.end(),
                wording=number.wording,
            )  # fmt: skip
