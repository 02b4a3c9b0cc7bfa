"""Where does an American rule write the sections of the Code that begin on days of their own?"""

import re

from tracker.extraction.act import Act
from tracker.extraction.prose.numberings import INSTRUCTIONS
from tracker.extraction.prose.points import Point
from tracker.extraction.prose.register_parts import rule_parts
from tracker.extraction.spelling.regexps import regexp

LAW_OF_SECTION = r"(?:(?<=\n)|^)[ \t]{0,8}(?:Sec\.|\u00a7)\s{0,3}"
"""How a section of the Code is headed."""

_SECTION = regexp(r"sec-(?P<of>[0-9]+)-(?P<no>[0-9]+)(?P<below>(?:-[0-9a-z]+)*)")


def sections(act: Act, numbered: tuple[Point, ...]) -> dict[str, Point]:
    """Return the instructions that write the sections which begin on a day of their own."""
    found: dict[str, Point] = {}
    for part in act.commencement.parts:
        section = _SECTION.fullmatch(part)
        if section is None:
            continue
        steps = "".join(rf"[\s\S]{{0,80}}?\({step}\)" for step in section["below"].split("-")[1:2])
        written = re.compile(rf"\b{section['of']}\.{section['no']}\b{steps}")
        named = (
            one for one in numbered if written.search(act.flow.flow, one.span.start, one.span.end)
        )
        point = next(named, None) or _written_out(act, section)
        if point is not None:
            found[part] = point
    return found


def _written_out(act: Act, section: re.Match[str]) -> Point | None:
    """Return the section of the Code that a rule writes out without a numbered instruction."""
    law = rule_parts(act.flow, act.body).law
    if law is None or section["below"]:
        return None
    head = re.compile(rf"{LAW_OF_SECTION}{section['of']}\.{section['no']}(?![0-9])[^\n]{{3,200}}\n")
    found = head.search(act.flow.flow, law.start, law.end)
    if found is None:
        return None
    behind = re.compile(LAW_OF_SECTION).search(act.flow.flow, found.end(), law.end)
    span = act.flow.trimmed(found.start(), behind.start() if behind else law.end)
    return Point(value=0, span=span, text=found.end(), numbering=INSTRUCTIONS)
