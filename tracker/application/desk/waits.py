"""What waits for review that could change an answer of more than one line?"""

from tracker.application.library import Library
from tracker.domain.identifiers import is_measure
from tracker.domain.questions import Clocks, Question
from tracker.projection.answering import answer
from tracker.projection.waiting import Pending, waiting


def waits(library: Library, clocks: Clocks, *, about: str | None = None) -> tuple[Pending, ...]:
    """Return what waits: all of it, or what could change a measure or those of an act."""
    with library.undisturbed():
        if about is None:
            return waiting(library.whole(), clocks).within(None)
        register = library.on_measure(about) if is_measure(about) else library.whole()
        names = (about,) if is_measure(about) else tuple(register.measures_of.get(about, ()))
        found = waiting(register, clocks)
        answers = (
            answer(register.dossier(name), Question(measure=name, clocks=clocks)) for name in names
        )
        return tuple(dict.fromkeys(item for one in answers for item in found.on(one)))
