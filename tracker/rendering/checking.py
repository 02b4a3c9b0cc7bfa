"""Do the templates, the reader's own ones in front, hold together?"""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tracker.digests.build import build_digest, build_edition
from tracker.digests.filters import EVERYTHING
from tracker.digests.personal import Occasion, Parting
from tracker.digests.subscription import CADENCES
from tracker.digests.today import build_today
from tracker.digests.window import Window, period
from tracker.domain.rulebook import Field
from tracker.projection.register import Register
from tracker.rendering.addresses import Addresses
from tracker.rendering.digests import render_digest
from tracker.rendering.feeds import atom
from tracker.rendering.letters import LetterDesk, mail_parts
from tracker.rendering.loading import Templates
from tracker.rendering.pages.sample import sample_frame
from tracker.rendering.pages.today.page import today_view
from tracker.rendering.sample import sample_field, sample_register
from tracker.rendering.words import LANGUAGES, Language, Words

_NOW = datetime(2026, 11, 15, 12, tzinfo=UTC)
_ENDINGS = (date(2025, 10, 12), date(2025, 11, 9), date(2026, 11, 15))


def check_templates(folder: Path | str | None = None) -> None:
    """Print a digest that holds every kind of line, and today's page, in every language.

    The other pages are compiled; `tracker.trial` prints them.

    Raises `tracker.errors.InputError` with template and line of the first fault: a name that does
    not exist, a wrong word of Jinja, a wording that cannot be filled in.
    """
    register, field, head = sample_register(), sample_field(), (1, "0" * 64)
    templates = Templates(folder)
    for name in templates.loader.names("web", ending=".j2"):
        templates.template(name)
    today = build_today(register, now=_NOW, field=field, head=head)
    for language in LANGUAGES:
        for ending in _ENDINGS:
            window = period("weekly", ending=ending)
            digest = build_digest(register, window=window, clocks_now=_NOW, field=field, head=head)
            render_digest(digest, format="html", language=language, template_folder=folder)
            render_digest(digest, format="text", language=language, template_folder=folder)
            mail_parts(digest, language=language, template_folder=folder)
            atom(digest, key="sample", wanted="", language=language, template_folder=folder)
        words = Words(templates.words(), language)
        frame = sample_frame(words, templates)
        view = today_view(words, today, Addresses())
        templates.render("web/today.html.j2", page=view, frame=frame)
        _check_letters(register, field, language, folder)


def _check_letters(
    register: Register, field: Field, language: Language, folder: Path | str | None
) -> None:
    """Write what readers of each kind get: digests, a catch-up, an alert, a quiet month."""
    edition = build_edition(
        register,
        window=Window(since=_NOW - timedelta(days=8), until=_NOW),
        clocks_now=_NOW,
        field=field,
        positions=(0, register.position),
        head=(1, "0" * 64),
    )
    part = Parting(edition).part(EVERYTHING, since=_NOW - timedelta(days=8))
    desk = LetterDesk(folder)
    days = (_NOW.date() - timedelta(days=1), _NOW.date())
    for cadence in CADENCES:
        for shown in (days, days[1:]):
            for watching in (False, True):
                occasion = Occasion(
                    cadence=cadence, zone="UTC", days=shown, watching=watching, wanted="element e1"
                )
                desk.write(part, occasion, language, "mail")
