"""How does a person decide on one proposal after the other, by keyboard?"""

from collections.abc import Callable, Mapping

import click

from tracker.application.desk.review import Case, ReviewDesk
from tracker.application.phrases import effects_count
from tracker.cli import review_editing, review_screen
from tracker.cli.keys import read_key
from tracker.errors import TrackerError

KEYS = "[a]ccept  [e]dit  [r]eject  [s]econd person  [n]ext  [p]revious  [q]uit"
_QUITTING = ("", "q", "\x03", "\x04", "\x1b")


class KeyboardDesk:
    """The open proposals as a pile; each key acts on the one on top."""

    def __init__(self, desk: ReviewDesk, actor: str) -> None:
        self._desk = desk
        self._actor = actor
        self._pile = [proposal.id for proposal in desk.proposals()]
        self._at = 0
        self._decided = 0
        self._actions: Mapping[str, Callable[[Case], None]] = {
            "a": self._accept,
            "e": self._edit,
            "r": self._reject,
            "s": self._refer,
            "n": lambda _: self._move(1),
            "p": lambda _: self._move(-1),
        }

    def run(self) -> None:
        """Show proposals and take decisions until none is left or the person quits.

        Ctrl-C ends the work as ``q`` does, at whatever moment it comes.
        """
        if not self._pile:
            click.echo("nothing waits for a person")
            return
        try:
            self._work()
        except KeyboardInterrupt:
            click.echo()
        click.echo(f"{self._decided} decided, {len(self._pile)} left")

    def _work(self) -> None:
        while self._pile:
            case = self._desk.case(self._pile[self._at])
            if not case.proposal.open:
                click.echo(f"{case.proposal.id} was {case.proposal.state} by somebody else")
                self._drop()
                continue
            review_screen.show_case(case, place=f"{self._at + 1} of {len(self._pile)}  ")
            if not self._act(case):
                break

    def _act(self, case: Case) -> bool:
        """Wait for a key and do what it says; tell whether to go on."""
        while True:
            click.echo(f"\n{KEYS} ", nl=False)
            key = read_key().lower()
            click.echo(key if key.isprintable() else "")
            if key in _QUITTING:
                return False
            action = self._actions.get(key)
            if action is None:
                click.echo("there is no such key")
                continue
            try:
                action(case)
            except TrackerError as error:
                click.echo(str(error))
                if self._desk.proposal(case.proposal.id).open:
                    continue
                self._drop()
            except click.Abort:
                click.echo("\nleft as it is")
                continue
            return True

    def _accept(self, case: Case) -> None:
        id, seen = case.proposal.id, case.proposal.steps
        done = self._desk.accept(id, by=self._actor, seen=seen)
        self._done(f"{id}: accepted; {effects_count(done.effects)}{review_screen.undoing(done)}")

    def _edit(self, case: Case) -> None:
        proposal = case.proposal
        records = review_editing.asked(proposal.reading.records)
        if list(records) == list(proposal.reading.records):
            click.echo("nothing was changed")
            return
        changed = self._desk.case(proposal.id, records)
        review_screen.show_changed(changed, records)
        if changed.fault:
            click.echo("left as it is")
            return
        if not click.confirm("Accept it so?", default=True):
            return
        done = self._desk.edit(proposal.id, records, by=self._actor, seen=proposal.steps)
        counts = f"{effects_count(done.effects)}{review_screen.undoing(done)}"
        self._done(f"{proposal.id}: accepted with changes; {counts}")

    def _reject(self, case: Case) -> None:
        reason = ""
        while not reason.strip():
            reason = click.prompt("Reason")
        proposal = case.proposal
        self._desk.reject(proposal.id, by=self._actor, reason=reason, seen=proposal.steps)
        self._done(f"{proposal.id}: rejected")

    def _refer(self, case: Case) -> None:
        proposal = case.proposal
        reason = click.prompt("What should the second person look at?", default="")
        self._desk.refer(proposal.id, by=self._actor, reason=reason or None, seen=proposal.steps)
        self._done(f"{proposal.id}: waits for somebody other than {self._actor}")

    def _done(self, said: str) -> None:
        click.echo(said)
        self._decided += 1
        self._drop()

    def _drop(self) -> None:
        del self._pile[self._at]
        self._at = min(self._at, len(self._pile) - 1) if self._pile else 0

    def _move(self, by: int) -> None:
        self._at = (self._at + by) % len(self._pile)
