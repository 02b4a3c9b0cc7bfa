"""How is evidence handed out over HTTP? (a ZIP, made while it is asked for, kept nowhere)"""

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response

from tracker.application.answers.query import Filter
from tracker.auditor.asking import Question, check_question, rules_question, status_question
from tracker.auditor.packing import Maker, evidence_for
from tracker.domain.questions import Clocks
from tracker.web.frame import language_of
from tracker.web.services import Services
from tracker.web.signin.guard import person_of

ZIP = "application/zip"


class Packing:
    """Makes evidence for whoever asks; their name goes in, where they have signed in."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def rules(self, request: Request, wanted: Filter, clocks: Clocks) -> Response:
        """Return the evidence for the rules of a day."""
        return self._packed(request, rules_question(wanted, clocks), "rules")

    def status(
        self, request: Request, measure: str, clocks: Clocks, *, party: str | None
    ) -> Response:
        """Return the evidence for one measure; raise `UnknownMeasure` where nobody recorded it."""
        return self._packed(request, status_question(measure, clocks, party=party), "measure")

    def check(self, request: Request, said: Mapping[str, Any], clocks: Clocks) -> Response:
        """Return the evidence for the check of a product."""
        return self._packed(request, check_question(said, clocks), "check")

    def _packed(self, request: Request, question: Question, name: str) -> Response:
        person = person_of(request)
        maker = Maker(
            person=person.name if person else None,
            language=language_of(request),
            template_folder=self._services.template_folder,
        )
        made = evidence_for(question, self._services, maker)
        return Response(
            made,
            media_type=ZIP,
            headers={
                "Content-Disposition": f'attachment; filename="evidence-{name}.zip"',
                "Cache-Control": "no-store",
            },
        )
