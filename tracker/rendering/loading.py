"""Where do templates come from, and what may they do?

A reader's own folder lies in front of ours. Templates run in a sandbox, a name that does not exist
is an error, and whatever they print is made harmless first.
"""

from collections.abc import Callable, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound
from jinja2.exceptions import TemplateError, TemplateSyntaxError
from markupsafe import Markup

from tracker import resources
from tracker.errors import InputError
from tracker.rendering.bounds import BoundedEnvironment
from tracker.rendering.neutral import Laid, neutral
from tracker.rendering.words import read_words
from tracker.rendering.wrapping import colon, wrapped

WORDS = "digest/words.toml"
_ENDING = ".j2"
PAGE_WORDS = "web/words"


class _Folders(BaseLoader):
    """Loads a template from the first folder that has it."""

    def __init__(self, folders: tuple[Traversable, ...]) -> None:
        self.folders = folders

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return the text of a template; Jinja's own contract."""
        text = self.text(template)
        if text is None:
            raise TemplateNotFound(template)
        return text, template, None  # the name, so that a fault can be placed

    def text(self, name: str) -> str | None:
        """Return the text of a file, ``None`` where no folder has it."""
        parts = name.split("/")
        if any(part in ("", ".", "..") for part in parts):
            return None
        for folder in self.folders:
            file = folder.joinpath(*parts)
            if file.is_file():
                return file.read_text(encoding="utf-8")
        return None

    def names(self, folder: str, *, ending: str) -> tuple[str, ...]:
        """Return the names of the files below a folder, of all folders together, in order."""
        found: set[str] = set()
        for root in self.folders:
            place = root.joinpath(*folder.split("/"))
            if place.is_dir():
                found.update(file.name for file in place.iterdir() if file.name.endswith(ending))
        return tuple(f"{folder}/{name}" for name in sorted(found))


class Templates:
    """The templates and the words, the reader's own ones first."""

    def __init__(self, folder: Path | str | None = None) -> None:
        ours = resources.data("templates")
        self.loader = _Folders((ours,) if folder is None else (Path(folder), ours))
        self.environment = BoundedEnvironment(
            loader=self.loader,
            undefined=StrictUndefined,
            autoescape=_is_html,
            finalize=_finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.environment.filters["wrapped"] = wrapped
        self.environment.filters["colon"] = colon
        self.environment.filters["laid"] = Laid  # what a macro of a text template has made

    def words(self) -> Mapping[str, Any]:
        """Return the wording table: that of the digests, and one for each page."""
        table: dict[str, Any] = {}
        for name in (WORDS, *self.loader.names(PAGE_WORDS, ending=".toml")):
            for section, entries in read_words(self.loader.text(name) or "").items():
                table[section] = {**table.get(section, {}), **entries}
        return table

    def template(self, name: str) -> Template:
        """Return a template, compiled; raise `InputError` where it is no Jinja."""
        try:
            return self.environment.get_template(name)
        except TemplateSyntaxError as error:
            raise _misspelt(error, name) from None

    def render(self, name: str, **context: object) -> str:
        """Render a template; raise `InputError` with its name and line where it is wrong."""
        self.environment.spent = 0
        try:
            return self.template(name).render(**context)
        except TemplateSyntaxError as error:  # in one that it takes in
            raise _misspelt(error, name) from None
        except TemplateNotFound as error:
            raise InputError("there is no such template", file=str(error.name or name)) from None
        except _FAULTS as error:
            file, line = _place(error) or (name, None)
            raise InputError(f"the template fails: {error}", file=file, line=line) from None


def _misspelt(error: TemplateSyntaxError, name: str) -> InputError:
    return InputError(str(error.message), file=error.name or name, line=error.lineno)


_FAULTS = (
    TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
)


def _place(error: BaseException) -> tuple[str, int] | None:
    """Return the template and the line in which an error arose."""
    places = [
        (frame.f_code.co_filename, line)
        for frame, line in walk_tb(error.__traceback__)
        if frame.f_code.co_filename.endswith(_ENDING)
    ]
    return places[-1] if places else None


def _is_html(name: str | None) -> bool:
    return name is not None and name.endswith((".html.j2", ".html", ".xml.j2"))


def _finalize(value: Any) -> Any:
    if isinstance(value, Markup | Laid):
        return value
    return neutral(value) if isinstance(value, str) else value
