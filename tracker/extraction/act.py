"""What is at hand while one act is read?"""

from dataclasses import dataclass
from typing import Literal

from tracker.extraction.days.act_lives import Commencement
from tracker.extraction.days.times import Life, Times
from tracker.extraction.extracted import Evidence, ExtractedInstrument
from tracker.extraction.heads.layout import Layout
from tracker.extraction.heads.naming import Namer
from tracker.extraction.names.catalogue import Catalogue
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

Family = Literal["notice", "order", "rule", "articles", "licence", "answer"]
"""How an act is built: numbered points, a whole order, a Federal Register rule, articles."""


_TITLE_GOES_ON = regexp(
    r"\s{0,4}(?:关于|公布|发布|[Oo]n\s|\(|(?:amend|provid|prohibit|fix|establish|lay|open|impos|concern|sett|repeal"
    r"|implement|introduc|suspend|extend|derogat|determin|authoris|grant|restrict|adopt)ing\s)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act under reading, with all that was found of it so far."""

    flow: Flow
    layout: Layout
    namer: Namer
    times: Times
    known: Catalogue
    instrument: ExtractedInstrument
    family: Family
    body: Span
    commencement: Commencement

    @property
    def id(self) -> str:
        """The act's id; an act without one is spoken of as ``this``."""
        return self.instrument.id or "this"

    @property
    def home(self) -> str | None:
        """The country whose act it is, as an ISO code."""
        code = (self.instrument.id or "").partition("/")[0].upper()
        return {"UK": "GB"}.get(code, code) or None

    @property
    def titles(self) -> tuple[Span, ...]:
        """The lines of the title: the number may stand on a line of its own before it."""
        title = self.layout.title
        if title is None:
            return ()
        after = self.flow.flow.find("\n", title.end + 1)
        following = Span(title.end, after if after > 0 else title.end)
        joined = _TITLE_GOES_ON.match(self.flow.flow, title.end) is not None
        return (title, following) if joined else (title,)

    def dated(self, life: Life | None) -> tuple[Evidence, ...]:
        """Return the words on which the days of a life rest."""
        if life is None:
            return ()
        found = []
        for name, word in (("from", life.start), ("through", life.end)):
            if word is not None:
                found.append(self.flow.evidence(name, *self._clause(word.start, word.end)))
        return tuple(found)

    def _clause(self, start: int, end: int) -> tuple[int, int]:
        """Widen a time to the clause that holds it, so that its quote can be understood."""
        sentence = self.flow.sentence(start)
        stops = ",;。" if self.flow.language == "zh" else ";"
        low = max(
            [sentence.start, *(self.flow.flow.rfind(s, sentence.start, start) + 1 for s in stops)]
        )
        highs = [at for s in stops if (at := self.flow.flow.find(s, end, sentence.end)) >= 0]
        return low, min([sentence.end, *highs])
