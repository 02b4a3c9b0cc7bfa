"""Which changes does a Chinese act show in a table of the old words beside the new ones?

Each row names the part, then its words before and after; ``（删除）`` takes the part away,
``（无）`` says that it is new.
"""

import re
from collections.abc import Iterator
from itertools import islice

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life
from tracker.extraction.deeds.affected_parts import as_counted
from tracker.extraction.deeds.amended_words import effect_of
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.names.references import chinese_provisions
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.terms import Terms, exemptions, goods, theme

_STEP = r"[ ]{0,3}[\n|\t][\s|]{0,6}"
_HEAD = re.compile(
    rf"(?:条文|条款|条目|位置|条项)(?:序号|编号)?{_STEP}(?:原|现行|(?:修改|调整|更改|变更|修订)前)[^\n|\t。]{{0,10}}"
    rf"{_STEP}(?:新|(?:修改|调整|更改|变更|修订)后)[^\n|\t。]{{0,10}}"
)
"""The head of such a table: ``条文 | 原条文 | 更改后``."""
_CELL = re.compile(r"[^\n|\t]*[^\s|]")
_GONE = re.compile(r"[(\s]{0,3}(?:删[除去]|取消|不再保留|废止)")
_NEW = re.compile(r"[(\s]{0,3}(?:无|新[设增]|[—-]{1,2}\s?$)")
_LONGEST = 30
"""How long the cell is at most that names a part."""
_MOST = 600


def compared_rows(act: Act, id: str, announced: Span, life: Life) -> Iterator[ExtractedEffect]:
    """Yield the changes of the act ``id`` that the rows of a comparison show."""
    head = act.flow.sieve.search(_HEAD, announced.start, act.body.end)
    if head is None:
        return
    found = _CELL.finditer(act.flow.flow, head.end(), act.body.end)
    cells = [act.flow.trimmed(*cell.span()) for cell in islice(found, _MOST)]
    for part, old, new in zip(cells[::3], cells[1::3], cells[2::3], strict=False):
        told = chinese_provisions(act.flow.flow, part.start, part.end)
        if not told or part.end - part.start > _LONGEST:
            return
        yield _change(act, f"{id}#{as_counted(id, told[0])}", old, new, life)


def _change(act: Act, target: str, old: Span, new: Span, life: Life) -> ExtractedEffect:
    if _GONE.match(act.flow.flow, new.start, new.end):
        return effect_of(act, "repeal", target, Terms(), life, new)
    terms = Terms()
    goods(act.flow, (new,), terms)
    exemptions(act.flow, new, terms)
    theme(act.flow, terms, (new,), ())
    if _NEW.match(act.flow.flow, old.start, old.end) and "-" in target.partition("#")[2]:
        target = target.rpartition("-")[0]
    return effect_of(act, "amend", target, terms, life, new)
