"""Which copies of one notice contradict each other, and what does a person say of it?"""

from dataclasses import dataclass

from tracker.application.desk.review import actor
from tracker.application.library import Library
from tracker.domain.facts import event_of
from tracker.domain.identifiers import first_version
from tracker.domain.intake_facts import CopiesDiffer, CopiesSettled
from tracker.errors import ReviewError, UsageError
from tracker.projection.register import Register


@dataclass(slots=True)
class Conflicts:
    """The contradictions between copies, and the words that settle them."""

    library: Library

    def waiting(self) -> tuple[CopiesDiffer, ...]:
        """Return those that wait for a person; see `open_conflicts`."""
        with self.library.reading() as register:
            return open_conflicts(register)

    def settle(self, number: str, *, by: str, reason: str) -> int:
        """Record that a person has looked at the copies of a notice; return of how many pairs.

        Raises `ReviewError` where none of its copies contradict each other.
        """
        by, reason = actor(by), " ".join(reason.split())
        if not reason:
            raise UsageError("say with --reason which copy holds, and how that is known")
        found = [one for one in self.waiting() if one.number == number]
        if not found:
            raise ReviewError(
                f"no copies of {number} contradict each other; `tracker review list` shows those "
                "that do",
                subject=number,
            )
        with self.library.log.writing() as writer:
            writer.append([event_of(CopiesSettled(number=number, by=by, reason=reason))])
        return len(found)


def open_conflicts(register: Register) -> tuple[CopiesDiffer, ...]:
    """Return the contradictions that wait for a person, in the order in which they were found.

    Each version of a copy is compared with all others when it comes. So a contradiction of two
    versions stands as long as both are the newest; one that was settled is over.
    """
    newest = {first_version(id): id for id in register.announcements}
    found: dict[tuple[str, frozenset[str]], CopiesDiffer] = {}
    for item in register.conflicts:
        fact = item.record
        pair = (fact.announcement, fact.other)
        key = (fact.number, frozenset(map(first_version, pair)))
        found.pop(key, None)
        waits = item.position > register.settled.get(fact.number, 0)
        if waits and all(newest.get(first_version(id), id) == id for id in pair):
            found[key] = fact
    return tuple(found.values())
