"""Do the templates, the reader's own ones in front, hold together?"""

from datetime import UTC, date, datetime
from pathlib import Path

from tracker.digests.build import build_digest
from tracker.digests.today import build_today
from tracker.digests.window import period
from tracker.rendering.digests import render_digest
from tracker.rendering.sample import sample_field, sample_register
from tracker.rendering.today import render_today
from tracker.rendering.words import LANGUAGES

_NOW = datetime(2026, 11, 15, 12, tzinfo=UTC)
_ENDINGS = (date(2025, 10, 12), date(2025, 11, 9), date(2026, 11, 15))


def check_templates(folder: Path | str | None = None) -> None:
    """Print a digest that holds every kind of line, and today's page, in every language.

    Raises `tracker.errors.InputError` with template and line of the first fault: a name that does
    not exist, a wrong word of Jinja, a wording that cannot be filled in.
    """
    register, field, head = sample_register(), sample_field(), (1, "0" * 64)
    today = build_today(register, now=_NOW, field=field, head=head)
    for language in LANGUAGES:
        for ending in _ENDINGS:
            window = period("weekly", ending=ending)
            digest = build_digest(register, window=window, clocks_now=_NOW, field=field, head=head)
            render_digest(digest, format="html", language=language, template_folder=folder)
            render_digest(digest, format="text", language=language, template_folder=folder)
        render_today(today, language=language, template_folder=folder)
