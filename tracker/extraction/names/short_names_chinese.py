"""Which act does a Chinese title or short name mean to which the text gives a number elsewhere?

``《登记办法》（商务部令2012年第9号）`` gives the title its number, and ``商务部公告2026年第3号
（以下简称《公告》）`` gives the number a short name; both hold for the whole text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.spelling.covered import Covered
from tracker.extraction.spelling.regexps import regexp

_TITLE = regexp(r"(?P<title>《[^《》\n]{4,80}》)\s?\([^()《》\n。;]{0,60}$")
"""What stands right before the bracket in which a number stands."""
_SHORT = regexp(
    r"[^。;\n]{0,120}?(?:以下|下)?(?:简称|统称|称)(?:为|作)?\s?[\"“《](?P<name>[^\"“”《》\n]{2,20})[\"”》]"
)
_BARE = regexp(
    r"\s?[^。;\n()]{0,40}\((?:以下|下)(?:简称|统称|称)(?:为)?\s?(?P<name>[^()\"“”《》\n,。;]{3,16})\)"
)
"""The same without quotation marks: ``(下称石墨公告)``."""
_MEANS = regexp(
    r"[\"“《](?P<name>[^\"“”《》\n]{2,20})[\"”》],?\s?(?:系|是)?指[^。;\n\ue001]{0,40}$"
)
"""A short name that a definition gives: ``“石墨公告”是指商务部公告2026年第3号``."""
_EACH = regexp(
    r"[^。;\n]{0,160}?(?:以下|下)?分别(?:简称|称)(?:为|作)?\s?(?P<names>(?:[、和及]?\s?[\"“《][^\"“”《》\n]{2,20}[\"”》]){2,8})"
)
"""Several names at once, in the order of the acts: ``以下分别简称“甲公告”“乙公告”``."""
_NAME = regexp(r"[\"“《]([^\"“”《》\n]{2,20})[\"”》]")
_WEAK = regexp(r"本|该|此|上述")
_LONG_ENOUGH = 3
_BEFORE = 150
_MOST = 200
_MOST_NAMES = 20


def short_names_chinese(flow: str, numbers: tuple[NamedNumber, ...]) -> Iterator[NamedNumber]:
    """Yield the numbers of titles and short names, once more at each place that bears them."""
    names: dict[str, tuple[NamedNumber, int]] = dict(_of_each(flow, numbers))
    for index, number in enumerate(numbers):
        after = numbers[index + 1].start if index + 1 < len(numbers) else len(flow)
        for name, defined in islice(_names_of(flow, number, after), _MOST_NAMES - len(names)):
            names.setdefault(name, (number, defined))
    if not names:
        return
    taken = Covered((one.start, one.end) for one in numbers)
    written = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    for found in islice(re.finditer(written, flow), _MOST):
        number, defined = names[found.group()]
        free = not taken.touches(*found.span())
        if free and found.start() > defined and not _numbered(flow, found):
            yield replace(
                number, quote=found.group(), start=found.start(), end=found.end(),
                phrase_end=found.end(), wording=replace(number.wording, bare=True),
            )  # fmt: skip


def _names_of(flow: str, number: NamedNumber, after: int) -> Iterator[tuple[str, int]]:
    """Yield the names of a number, each with the place from which it holds."""
    title = _TITLE.search(flow, max(0, number.start - _BEFORE), number.start)
    if title is not None:
        yield title["title"], 0
    low, high = number.phrase_end, max(number.phrase_end, after)
    means = _MEANS.search(flow, max(0, number.start - _BEFORE), number.start)
    short = means or _SHORT.match(flow, low, high) or _BARE.match(flow, low, high)
    if short is None or number.phrase_end != number.end or _EACH.match(flow, low, high):
        return
    name = short["name"]
    yield f"《{name}》", short.end()
    yield f"“{name}”", short.end()
    if len(name) >= _LONG_ENOUGH and not _WEAK.match(name):
        yield name, short.end()


def _of_each(
    flow: str, numbers: tuple[NamedNumber, ...]
) -> Iterator[tuple[str, tuple[NamedNumber, int]]]:
    """Yield the names that a sentence gives to as many acts, which stand before them."""
    for index, number in enumerate(numbers):
        told = _EACH.match(flow, number.phrase_end)
        if told is None or any(o.start < told.start("names") for o in numbers[index + 1 :]):
            continue
        given = _NAME.findall(told["names"])
        acts = numbers[max(0, index + 1 - len(given)) : index + 1]
        if len(acts) == len(given) and number.start - acts[0].start < _BEFORE * 3:
            for name, act in zip(given, acts, strict=True):
                yield f"“{name}”", (act, told.end())
                yield f"《{name}》", (act, told.end())
                if len(name) >= _LONG_ENOUGH and not _WEAK.match(name):
                    yield name, (act, told.end())


def _numbered(flow: str, found: re.Match[str]) -> bool:
    """Tell whether a title stands beside a number of its own."""
    return re.match(r"\s?\([^()\n]{0,60}号", flow[found.end() : found.end() + 70]) is not None
