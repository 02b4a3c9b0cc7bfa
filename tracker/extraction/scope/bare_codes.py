"""Which numbers of a Chinese line are customs codes, though no word for such codes stands there?"""

import re
from collections.abc import Iterator

from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.regexps import regexp

_WRITTEN = (
    r"(?:[0-9]{10}|[0-9]{8}(?:\.[0-9]{2})?|[0-9]{4}\.[0-9]{2}\.[0-9]{2}(?:\.?[0-9]{2})?"
    r"|[0-9]{4}\.[0-9]{4}(?:\.?[0-9]{2})?|[0-9]{4}\s[0-9]{4}\s[0-9]{2}"
    r"|[0-9]{4}\s[0-9]{2}\s[0-9]{2}\s[0-9]{2})"
)
_BEFORE = "".join(
    f"(?<!{word})(?<!{word}:)" for word in ("电话", "传真", "账号", "热线", "证号", "号码")
)
_BARE = regexp(
    rf"(?:(?<=[一-鿿%℃a-zA-Z0-9²³)]){_BEFORE}(?P<bracket>\s?\(\s?)|(?<![0-9A-Za-z.-]){_BEFORE})"
    rf"(?P<codes>{_WRITTEN}(?:(?:[、,;/\s]|和|及){{1,2}}{_WRITTEN}){{0,19}})"
    r"(?![0-9A-Za-z]|[.-][0-9])(?P<behind>\s?[),;])?"
)
"""Codes with no word for them: ``1C995.a 高纯锗锭（8112921010）``, ``（1C949.a，81041900.10）``."""
_ONE = regexp(_WRITTEN)
_SHORT = 8
"""So many digits may also be a day or an amount: they count between brackets alone."""
_COUNTS = regexp(r"\s?[百千万亿]?(?:元|美元|欧元|吨|千克|公斤|克|个|件|台|套|年|瓦|赫|日)")
"""What right behind a number says that it counts something."""
_LAST_CHAPTER = 97


def bare_codes(flow: Flow, low: int, high: int, *, listed: bool) -> Iterator[tuple[str, int, int]]:
    """Yield codes without their dots, and where they stand.

    In brackets behind the name of goods they count anywhere; where the line is ``listed``, so has
    a control code, also behind that code or behind the name.
    """
    if _COLUMNS.search(flow.flow, low, high):
        yield from _in_columns(flow, low, high)
        return
    for match in flow.sieve.finditer(_BARE, low, high):
        closed = (match["behind"] or "").strip()
        if not (listed or (match["bracket"] and closed)) or _COUNTS.match(flow.flow, match.end()):
            continue
        for one in _ONE.finditer(flow.flow, match.start("codes"), match.end("codes")):
            digits = re.sub(r"[.\s]", "", one.group())
            short = len(one.group()) <= _SHORT
            sure = not short or (closed == ")" and (listed or not _DAY.fullmatch(digits)))
            if sure and 1 <= int(digits[:2]) <= _LAST_CHAPTER:
                yield digits, one.start(), one.end()


_COLUMNS = regexp(
    r"(?:(?<=[一-鿿)])(?:[ ]{2,12}|\t)"
    r"|(?:(?<=\n)|^)[一-鿿]{2,16}(?<!电话)(?<!传真)(?<!号)(?<!热线)(?<!邮编):)"
    r"(?P<codes>(?:[0-9]{10}|[0-9]{8})"
    r"(?:[、,;/](?:[0-9]{10}|[0-9]{8})){0,9})(?=[ ]{2,12}|\t|\n|$|[,;。])"
)
"""Codes that blanks or a colon part from the name: ``钨酸钠　　28418030``, ``锑锭：81101010``."""
_DAY = regexp(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")


def _in_columns(flow: Flow, low: int, high: int) -> Iterator[tuple[str, int, int]]:
    for column in _COLUMNS.finditer(flow.flow, low, high):
        for one in _ONE.finditer(flow.flow, column.start("codes"), column.end("codes")):
            digits = re.sub(r"[.\s]", "", one.group())
            if 1 <= int(digits[:2]) <= _LAST_CHAPTER and not _DAY.fullmatch(digits):
                yield digits, one.start(), one.end()
