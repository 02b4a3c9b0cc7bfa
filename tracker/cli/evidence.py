"""How do the commands hand out evidence for an auditor, and check it again?"""

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tracker.cli.options import print_json

if TYPE_CHECKING:
    from tracker.auditor.asking import Question
    from tracker.facade import Tracker

F = TypeVar("F", bound=Callable[..., Any])


def evidence_options(command: F) -> F:
    """Add ``--evidence`` and ``--by``."""
    command = click.option(
        "--by", metavar="NAME", help="Who asks, for the evidence (default: your user name)."
    )(command)
    return click.option(
        "--evidence",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="OUT.zip",
        help="Also write question, answer, quotes and stored copies for an auditor.",
    )(command)


def write_evidence(tracker: "Tracker", question: "Question", file: Path, *, by: str | None) -> None:
    """Write a ZIP of evidence, and say where it lies and how it is checked."""
    from tracker.auditor.packing import Maker, evidence_for
    from tracker.errors import InputError

    maker = Maker(person=by or getpass.getuser(), template_folder=tracker.template_folder)
    made = evidence_for(question, tracker, maker)
    try:
        file.write_bytes(made)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", file=str(file)) from None
    click.echo(f"evidence written: {file} (check it with tracker verify {file})", err=True)


def check_evidence(tracker: "Tracker", file: Path, *, shape: str, progress: Any) -> bool:
    """Look at a ZIP of evidence, say what was found, and return whether all is as it should be."""
    from tracker.auditor.verifying import verify_evidence
    from tracker.errors import InputError
    from tracker.wire import plain

    try:
        body = file.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=str(file)) from None
    findings = verify_evidence(
        body,
        tracker,
        place=str(file),
        template_folder=tracker.template_folder,
        progress=progress,
    )
    good = all(finding.good for finding in findings)
    if shape == "json":
        print_json({"ok": good, "findings": plain(findings)})
        return good
    for finding in findings:
        click.echo(f"{'ok ' if finding.good else 'NOT'} {finding.words}")
    return good
