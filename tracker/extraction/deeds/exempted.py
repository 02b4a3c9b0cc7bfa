"""What does an act change in another one by letting some goods out of it?"""

from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, life_of
from tracker.extraction.deeds.amended_words import effect_of, life_of_change
from tracker.extraction.deeds.deed_targets import targets
from tracker.extraction.deeds.deed_wording import DeedWording, Hit
from tracker.extraction.deeds.deeds import tells_of_the_past
from tracker.extraction.deeds.freed_goods import freed_goods
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.terms import Terms
from tracker.extraction.spelling.regexps import regexp

_FREED = DeedWording(name="goods let out", kind="amend", pattern=regexp(r"(?!)"), examples=())

_BEFORE_A_DAY = regexp(r"\ue000{4,44}[之以]?前")
"""A day up to which goods are let out, or up to which something else is done."""


def exempted(act: Act) -> Iterator[ExtractedEffect]:
    """Yield the changes of other acts that free some goods: ``第3号第二条不适用于医用的…``."""
    if act.flow.language != "zh":
        return
    for sentence in act.flow.within(act.body.start, act.body.end):
        goods = freed_goods(act.flow, sentence)
        if goods is None or tells_of_the_past(act, sentence):
            continue
        if _BEFORE_A_DAY.search(act.flow.marked, *sentence.ends):
            continue  # until then only, and whether on that day too is not said
        life = _life(act, sentence)
        hit = Hit(_FREED, goods.start, goods.end)
        moved = targets(act, sentence, sentence, hit) if life.start is not None else ()
        for target, _, _ in moved:
            terms = Terms()
            words = act.flow.text[goods.start : goods.end]
            terms.extend(act.flow, "exemptions", (words,), goods.start, goods.end)
            yield effect_of(act, "amend", target, terms, life, sentence)


def _life(act: Act, sentence: Span) -> Life:
    """Return from when and until when goods are let out, as their sentence tells."""
    words = act.times.within(sentence.start, sentence.end)
    own = tuple(word for word in words if word.role == "start" and word.day)
    rest = tuple(word for word in words if word.role != "start")
    if own:
        return life_of((own[0], *rest))
    life = life_of_change(act)
    return life_of((life.start, *rest)) if life.start is not None and rest else life
