"""Which limbs does the table of a trade notification bring: one for each policy that binds?"""

import re
from collections.abc import Iterator

import msgspec

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life
from tracker.extraction.extracted import ExtractedMeasure
from tracker.extraction.measures.limbs import limb
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.policy_tables import Row, by_requirement, policy_rows
from tracker.extraction.scope.terms import Terms

_SECOND = re.compile(r"(?:(?<=\n)|^)[ \t]{0,4}2\.\s+[A-Z]")
_PARAGRAPH = re.compile(r"(?:(?<=\n)|^)[ \t]{0,4}[0-9]{1,2}\.\s[^\n]+")


def table_limbs(act: Act, *, several: bool) -> Iterator[ExtractedMeasure]:
    """Yield a limb for each requirement of the table.

    ``several``: only where the table has more than one; a table with one is read with its text.
    """
    grouped = by_requirement(policy_rows(act.flow, act.body))
    if not grouped or (several and len(grouped) < 2):
        return
    numbered = _SECOND.search(act.flow.flow, act.body.start, act.body.end) is not None
    for count, (requirement, rows) in enumerate(grouped.items(), start=1):
        own = rows[0].serial if not numbered else None  # else it would be a paragraph
        part = (own or f"1-{count}") if len(grouped) > 1 else "sole"
        yield _limb(act, part, requirement, rows)


def without_codes(act: Act, found: tuple[ExtractedMeasure, ...]) -> bool:
    """Tell whether limbs that were read from the text lack the codes of the table."""
    told = {code for row in policy_rows(act.flow, act.body) for code in row.codes}
    read = {code for one in found for code in one.terms.get("hs_codes", ())}
    return len(found) == 1 and bool(told - read)


def _limb(act: Act, part: str, requirement: str, rows: tuple[Row, ...]) -> ExtractedMeasure:
    demand = (requirement, rows[0].at.start, rows[0].span.end)
    codes = Terms()
    for row in rows:
        codes.extend(act.flow, "hs_codes", row.codes, row.at.start, row.at.end)
    whole = limb(
        act, part, requirement=demand, life=act.commencement.of(part) or _effect_told(act),
        spans=tuple(row.span for row in rows), words=tuple(_about(act, rows)),
    )  # fmt: skip
    return msgspec.structs.replace(
        whole, terms={**whole.terms, **codes.data}, evidence=(*whole.evidence, *codes.evidence)
    )


_EFFECT_OF = re.compile(r"\bEffect\sof\s(?:this|the)\s(?:Notification|Public\sNotice)\b")


def _effect_told(act: Act) -> Life | None:
    """Return the life that the closing paragraph on the effect of a notification tells."""
    head = _EFFECT_OF.search(act.flow.flow, act.body.start, act.body.end)
    if head is None:
        return None
    for sentence in act.flow.within(head.start() - 4, act.body.end)[:3]:
        life = act.times.life(sentence.start, sentence.end)
        if life.start is not None:
            return life
    return None


def _about(act: Act, rows: tuple[Row, ...]) -> Iterator[Span]:
    """Yield the paragraphs that speak of the codes of some rows, which may free some of them."""
    told = [code for row in rows for code in row.codes]
    for found in _PARAGRAPH.finditer(act.flow.flow, act.body.start, act.body.end):
        if any(code in found.group() for code in told):
            yield Span(*found.span())
