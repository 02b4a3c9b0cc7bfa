"""Which schedule, annex or items of one stand right before an act of which they are a part?

What is done to them is not done to the act as a whole.
"""

import re

from tracker.extraction.heads.naming import Named
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.regexps import regexp

_ACT = (
    r"\s(?:of|to|in)\s(?:the\s)?"
    r"(?:(?:\(?[A-Z][\w()&'-]*|of|and|on|for|the|in|to|(?:19|20)[0-9]{2}),?\s){0,14}\(?$"
)
"""What stands between a part and the number of its act: the words of the act's name."""
_COUNT = (
    r"(?:[0-9]{1,5}[A-Z]?(?:\.[0-9a-z]{1,3}|\.?\([0-9a-z]{1,3}\)){0,4}|[IVX]{1,6}|[A-Z])"
    r"(?![0-9A-Za-z])"
)
_COUNTS = rf"{_COUNT}(?:(?:,|,?\sand)\s{_COUNT}){{0,9}}"
_LARGE_PART = (
    r"\b(?P<unit>Schedule|Annex|Appendix|Chapter|Part|Group|Division|Condition|Title|Item|Entry|Table|Supplement"
    rf"|item|entry|condition)(?:e?s)?\s(?:[Nn]os?\.?\s)?(?P<list>{_COUNTS})"
    rf"(?:,\s(?:[Pp]oint|[Ii]tem|[Ee]ntry|[Pp]aragraph|[Rr]ow)s?\s(?P<below>{_COUNTS}))?"
    r"(?:\s(?:of|to|in)\s(?:the\s)?(?:[A-Za-z]+\s){0,3}(?:[Ss]chedule|[Aa]nnex|[Ll]ist)){0,2}"
)
_LARGE = regexp(_LARGE_PART + _ACT)
_LARGE_BEHIND = regexp(_LARGE_PART)
_ONE_OF = regexp(_COUNT)
_ALONE = regexp(r"\b[Tt]he\s(?P<unit>[Ss]chedule|[Aa]nnex|[Aa]ppendix)" + _ACT)
"""The only schedule of an act, which has no number."""
_N = r"[0-9]{1,5}(?:\([0-9a-z]{1,3}\)){0,3}"
_ITEM = (
    r"\b(?:(?:[Ss]ub-?)?(?:paragraph|point|item|head)\s\((?P<inner>[0-9a-z]{1,3})\)\s(?:of|in)\s)?"
    r"\b(?P<unit>[Ii]tem|[Ee]ntr(?:y|ie)|[Rr]ow|[Ll]ine|[Pp]aragraph|[Pp]oint)s?\s(?:[Nn]os?\.?\s)?"
    rf"(?P<list>{_N}(?:(?:,|\sand|,\sand|\sto)\s{_N}){{0,20}})"
    r"(?P<above>(?:\s(?:of|to|in)\s(?:the\s)?(?:(?:Part|Section|Schedule|Annex|Appendix|Table|Chapter|Group)\s(?:[0-9]{1,3}|[IVX]{1,5}|[A-Z])"
    r"|(?:[Ss]chedule|[Aa]nnex|[Aa]ppendix|[Ll]ist|[Tt]able)(?=\s(?:of|to|in)\b))){1,3})"
)
_ITEMS = regexp(_ITEM + _ACT)
"""Items of a schedule, before their act: ``Items 14 and 22 of Part 1 of Schedule 1``."""
_ITEMS_BEHIND = regexp(_ITEM.replace(r"(?=\s(?:of|to|in)\b)", ""))
_STEP = regexp(r"(?P<unit>[A-Z][a-z]+)\s(?P<n>[0-9A-Z]{1,5})")
_NUMBER = regexp(r"(?P<to>to\s)?(?P<n>[0-9]+)(?P<below>(?:\([0-9a-z]+\)){0,3})")
_MOST_ITEMS = 40
_UNITS = {"item": "item-", "paragraph": "", "point": ""}


def items_before(flow: Flow, low: int, one: Named) -> tuple[Provision, ...]:
    """Return the numbered items of a schedule right before an act."""
    found = _ITEMS.search(flow.flow, low, one.start)
    if found is not None:
        return _items(found)
    large = _LARGE.search(flow.flow, low, one.start)
    return _large_parts(large) if large is not None and large["below"] else ()


def large_part_before(flow: Flow, low: int, one: Named) -> tuple[Provision, ...]:
    """Return the schedules, the annexes or the items of a list right before an act."""
    found = _LARGE.search(flow.flow, low, one.start)
    if found is not None:
        return _large_parts(found)
    alone = _ALONE.search(flow.flow, low, one.start)
    if alone is None:
        return ()
    return (Provision(id=alone["unit"].lower(), start=alone.start(), end=alone.end()),)


def large_part_at(flow: Flow, at: int, high: int) -> tuple[Provision, ...]:
    """Return the annexes, or the items of one, that are named at ``at``, behind their act."""
    items = _ITEMS_BEHIND.match(flow.flow, at, high)
    if items is not None:
        return _items(items)
    found = _LARGE_BEHIND.match(flow.flow, at, high)
    return () if found is None else _large_parts(found)


def _items(found: re.Match[str]) -> tuple[Provision, ...]:
    steps = [f"{step['unit']}-{step['n']}".lower() for step in _STEP.finditer(found["above"])]
    unit = _UNITS.get(found["unit"].lower(), "entry-")
    named: list[str] = []
    before = 0
    for told in _NUMBER.finditer(found["list"]):
        value = int(told["n"])
        first = before + 1 if told["to"] and before else value
        below = _steps(told["below"])
        named += (f"{n}{below}" for n in range(max(first, value - _MOST_ITEMS), value + 1))
        before = value
    inner = f"-{found['inner']}" if found["inner"] else ""
    return tuple(
        Provision(
            id="-".join((*reversed(steps), f"{unit}{n}{inner}")),
            start=found.start(),
            end=found.end(),
        )
        for n in named
    )


def _large_parts(found: re.Match[str]) -> tuple[Provision, ...]:
    unit = found["unit"].lower()
    ids = [f"{unit}-{n}" for n in _counts(found["list"])]
    if found["below"]:
        ids = [*ids[:-1], *(f"{ids[-1]}-{n}" for n in _counts(found["below"]))]
    return tuple(Provision(id=id, start=found.start(), end=found.end()) for id in ids)


def _counts(told: str) -> list[str]:
    """Write each number of a list as in an id: ``3.2(a) and IV`` are ``3-2-a`` and ``iv``."""
    counts = (one.group().lower() for one in _ONE_OF.finditer(told))
    return [re.sub(r"[^0-9a-z]{1,3}", "-", one).strip("-") for one in counts]


def _steps(brackets: str) -> str:
    """Write what narrows a number as in an id: ``(c)(2)`` is ``-c-2``."""
    return brackets.replace(")", "").replace("(", "-")
