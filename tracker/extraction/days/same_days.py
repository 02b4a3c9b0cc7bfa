"""Which parts of an act begin on the day that was told last before them?"""

from collections.abc import Iterator

from tracker.extraction.days.own_parts import own_parts
from tracker.extraction.days.start_words import EN_FORCE, EN_OTHER, EN_REST, Subject, start_before
from tracker.extraction.days.times import Life, Times
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_SAME = regexp(
    r"(?<!elapsed\s)(?<!passed\s)(?<!\bday\s)(?<!days\s)(?<!weeks\s)(?<!month\s)(?<!months\s)(?<!year\s)(?<!years\s)\b(?i:from|as\sof|as\sfrom|on|with\seffect\sfrom|effective(?:\son)?|on\sand\safter)\s(?:that|the\s(?:same|said))\s(?:day|date)\b"
)
_NOTHING_NEW = regexp(r"\b(?:not|until|before|expire\w*|cease\w*|laps\w+|comments?)\b")
"""What says that nothing begins on the day that is pointed to."""
_LEADING = 8
"""Within how many characters a sentence begins with the day of parts named behind it."""


def same_day_starts(
    flow: Flow, times: Times, spans: tuple[Span, ...]
) -> Iterator[tuple[Subject, tuple[Provision, ...], Life, Span]]:
    """Yield of what is told that it begins on the day before: ``Points II to IV on the same day``.

    The day is the start told last in the sentence, or in the one before it.
    """
    if flow.language != "en":
        return
    for span in spans:
        for found in flow.sieve.finditer(_SAME, span.start, span.end):
            sentence = flow.sentence(found.start())
            start = start_before(flow, times, max(span.start, sentence.start), found.start())
            if start is None:
                continue
            low = max(sentence.start, start.end)
            here = flow.marked[low : sentence.end]
            if "\ue001" in here or EN_OTHER.search(here) or _NOTHING_NEW.search(here):
                continue
            if not EN_FORCE.search(flow.flow, sentence.start, sentence.end):
                continue
            leads = found.start() - sentence.start <= _LEADING
            parts = tuple(own_parts(flow, low, sentence.end if leads else found.start()))
            if parts:
                yield "parts", parts, Life(start=start), sentence
            elif EN_REST.search(flow.marked, low, sentence.end if leads else found.start()):
                yield "rest", (), Life(start=start), sentence
