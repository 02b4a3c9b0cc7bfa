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
_LARGE = regexp(
    r"\b(?P<unit>Schedule|Annex|Appendix|Chapter|Part|Group|Division|Condition|Title|Item|Entry|Table|Supplement"
    r"|item|entry|condition)\s(?:[Nn]os?\.?\s)?"
    r"(?P<n>[0-9]{1,5}[A-Z]?(?:\.[0-9a-z]{1,3}|\.?\([0-9a-z]{1,3}\)){0,4}|[IVX]{1,6}|[A-Z])"
    r"(?:\s(?:of|to|in)\s(?:the\s)?(?:[A-Za-z]+\s){0,3}(?:[Ss]chedule|[Aa]nnex|[Ll]ist)){0,2}"
    + _ACT
)
_ALONE = regexp(r"\b[Tt]he\s(?P<unit>[Ss]chedule|[Aa]nnex|[Aa]ppendix)" + _ACT)
"""The only schedule of an act, which has no number."""
_N = r"[0-9]{1,5}(?:\([0-9a-z]{1,3}\)){0,3}"
_ITEMS = regexp(
    r"\b(?:(?:[Ss]ub-?)?(?:paragraph|point|item|head)\s\((?P<inner>[0-9a-z]{1,3})\)\s(?:of|in)\s)?"
    r"\b(?P<unit>[Ii]tem|[Ee]ntr(?:y|ie)|[Rr]ow|[Ll]ine|[Pp]aragraph|[Pp]oint)s?\s(?:[Nn]os?\.?\s)?"
    rf"(?P<list>{_N}(?:(?:,|\sand|,\sand|\sto)\s{_N}){{0,20}})"
    r"(?P<above>(?:\s(?:of|to|in)\s(?:the\s)?(?:(?:Part|Section|Schedule|Annex|Appendix|Table|Chapter|Group)\s(?:[0-9]{1,3}|[IVX]{1,5}|[A-Z])"
    r"|(?:[Ss]chedule|[Aa]nnex|[Aa]ppendix|[Ll]ist|[Tt]able)(?=\s(?:of|to|in)\b))){1,3})" + _ACT
)
"""Items of a schedule, before their act: ``Items 14 and 22 of Part 1 of Schedule 1``."""
_STEP = regexp(r"(?P<unit>[A-Z][a-z]+)\s(?P<n>[0-9A-Z]{1,5})")
_NUMBER = regexp(r"(?P<to>to\s)?(?P<n>[0-9]+)(?P<below>(?:\([0-9a-z]+\)){0,3})")
_MOST_ITEMS = 40
_UNITS = {"item": "item-", "paragraph": "", "point": ""}


def items_before(flow: Flow, low: int, one: Named) -> tuple[Provision, ...]:
    """Return the numbered items of a schedule right before an act."""
    found = _ITEMS.search(flow.flow, low, one.start)
    if found is None:
        return ()
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


def _steps(brackets: str) -> str:
    """Write what narrows a number as in an id: ``(c)(2)`` is ``-c-2``."""
    return brackets.replace(")", "").replace("(", "-")


def large_part_before(flow: Flow, low: int, one: Named) -> tuple[Provision, ...]:
    """Return the schedule, the annex or the one item of a list right before an act."""
    found = _LARGE.search(flow.flow, low, one.start)
    if found is not None:
        steps = re.sub(r"[^0-9a-z]{1,3}", "-", found["n"].lower()).strip("-")
        id = f"{found['unit'].lower()}-{steps}"
        return (Provision(id=id, start=found.start(), end=found.end()),)
    alone = _ALONE.search(flow.flow, low, one.start)
    if alone is None:
        return ()
    return (Provision(id=alone["unit"].lower(), start=alone.start(), end=alone.end()),)
