"""Which year does the serial of a document of the Federal Register hold?"""

from tracker.extraction.spelling.regexps import regexp

_SERIAL_YEAR = regexp(
    r"(?:^|-)(?:(?P<year>(?:19|20)[0-9]{2})-[0-9]{5}|[EZ](?P<digits>[0-9]{1,2})-[0-9]{3,5}"
    r"|(?P<old>[0-9]{2})-[0-9]{3,5})$"
)
_FIRST_OF_REGISTER = 36
"""The register began in 1936: two digits below it are of this century."""


def year_in_serial(serial: str) -> int | None:
    """Return the year in which the register numbered a document, where its serial tells."""
    written = _SERIAL_YEAR.search(serial)
    if written is None:
        return None
    if written["year"]:
        return int(written["year"])
    short = int(written["digits"] or written["old"])
    return short + (2000 if written["digits"] or short < _FIRST_OF_REGISTER else 1900)
