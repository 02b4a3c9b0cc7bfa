"""Which limbs does the table of a trade notification bring: one for each policy that binds?"""

import re
from collections.abc import Iterator

import msgspec

from tracker.extraction.act import Act
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.flow import Span
from tracker.extraction.limbs import limb
from tracker.extraction.policy_tables import Row, by_requirement, policy_rows
from tracker.extraction.terms import Terms

_PARAGRAPH = re.compile(r"(?:(?<=\n)|^)[ \t]{0,4}[0-9]{1,2}\.\s[^\n]+")


def table_limbs(act: Act, *, several: bool) -> Iterator[ExtractedMeasure]:
    """Yield a limb for each requirement of the table.

    ``several``: only where the table has more than one; a table with one is read with its text.
    """
    grouped = by_requirement(policy_rows(act.flow, act.body))
    if not grouped or (several and len(grouped) < 2):
        return
    for count, (requirement, rows) in enumerate(grouped.items(), start=1):
        part = f"1-{count}" if len(grouped) > 1 else "sole"
        yield _limb(act, part, requirement, rows)


def _limb(act: Act, part: str, requirement: str, rows: tuple[Row, ...]) -> ExtractedMeasure:
    demand = (requirement, rows[0].at.start, rows[0].span.end)
    codes = Terms()
    for row in rows:
        codes.extend(act.flow, "hs_codes", row.codes, row.at.start, row.at.end)
    whole = limb(
        act, part, requirement=demand, life=act.commencement.of(part),
        spans=tuple(row.span for row in rows), words=tuple(_about(act, rows)),
    )  # fmt: skip
    return msgspec.structs.replace(
        whole, terms={**whole.terms, **codes.data}, evidence=(*whole.evidence, *codes.evidence)
    )


def _about(act: Act, rows: tuple[Row, ...]) -> Iterator[Span]:
    """Yield the paragraphs that speak of the codes of some rows, which may free some of them."""
    told = [code for row in rows for code in row.codes]
    for found in _PARAGRAPH.finditer(act.flow.flow, act.body.start, act.body.end):
        if any(code in found.group() for code in told):
            yield Span(*found.span())
