"""Which codes does an act put on the list of another one, without quoting its words?

``ITC(HS) code 74040029 is added to the table in the said Notification`` is a change of the table,
from the day that the sentence tells, else from that of the act.
"""

from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, life_of
from tracker.extraction.deeds.amended_words import effect_of, life_of_change
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.terms import Terms, goods
from tracker.extraction.spelling.regexps import regexp

_ADDED = regexp(
    r"\b(?:is|are|shall\sbe|stands?)\s(?:hereby\s|also\s)?(?:added|inserted|included|incorporated|entered)\s(?:to|in|into|on|under)\s"
    r"(?:the\s)?(?:said\s)?(?i:table|list|annex|appendix|schedule|catalogue)\b"
)
_THE_SAID = regexp(
    r"\b(?:[Tt]he\s(?:said|above(?:-mentioned)?|aforesaid|aforementioned|same)|[Tt]hat|[Tt]hose)\s"
    r"(?:[A-Z]?[a-z]+\s){0,2}?(?i:notification|notice|order|announcement|regulations?|decision|rule)\b"
)


def added_lines(act: Act) -> Iterator[ExtractedEffect]:
    """Yield an amendment for each sentence that adds codes to the list of another act."""
    if act.flow.language != "en":
        return
    before: str | None = None
    for sentence in act.flow.within(act.body.start, act.body.end):
        named = [o.id for o in act.namer.named_in(sentence.start, sentence.end) if o.id != act.id]
        added = _ADDED.search(act.flow.flow, sentence.start, sentence.end)
        said = _THE_SAID.search(act.flow.flow, sentence.start, sentence.end)
        target = named[0] if named else (before if said is not None else None)
        if added is not None and target is not None:
            yield from _amended(act, sentence, Span(sentence.start, added.start()), target)
        before = named[-1] if named else before


def _amended(act: Act, sentence: Span, goods_told: Span, target: str) -> Iterator[ExtractedEffect]:
    terms = Terms()
    goods(act.flow, (goods_told,), terms, quoted=True)
    if terms.data.get("hs_codes") or terms.data.get("control_codes"):
        yield effect_of(act, "amend", target, terms, _life(act, sentence), sentence)


def _life(act: Act, sentence: Span) -> Life:
    told = life_of(act.times.within(sentence.start, sentence.end))
    return told if told.start is not None else life_of_change(act)
