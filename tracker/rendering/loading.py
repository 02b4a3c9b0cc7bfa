"""Where do templates come from, and what may they do?

A reader's own folder lies in front of ours. Templates run in a sandbox, a name that does not exist
is an error, and whatever they print is made harmless first.
"""

from collections.abc import Callable, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound
from jinja2.exceptions import TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from tracker import resources
from tracker.errors import InputError
from tracker.rendering.neutral import Laid, neutral
from tracker.rendering.words import read_words
from tracker.rendering.wrapping import wrapped

WORDS = "digest/words.toml"


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
        return text, None, None

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


class Templates:
    """The templates and the words, the reader's own ones first."""

    def __init__(self, folder: Path | str | None = None) -> None:
        ours = resources.data("templates")
        self.loader = _Folders((ours,) if folder is None else (Path(folder), ours))
        self.environment = ImmutableSandboxedEnvironment(
            loader=self.loader,
            undefined=StrictUndefined,
            autoescape=_is_html,
            finalize=_finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.environment.filters["wrapped"] = wrapped
        self.environment.filters["laid"] = Laid  # what a macro of a text template has made

    def words(self) -> Mapping[str, Any]:
        """Return the wording table."""
        return read_words(self.loader.text(WORDS) or "")

    def render(self, name: str, **context: object) -> str:
        """Render a template; raise `InputError` with its name and line where it is wrong."""
        try:
            return self.environment.get_template(name).render(**context)
        except TemplateSyntaxError as error:
            raise InputError(
                str(error.message), file=error.name or name, line=error.lineno
            ) from None
        except TemplateNotFound as error:
            raise InputError("there is no such template", file=str(error.name or name)) from None
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
            raise InputError(f"the template fails: {error}", file=name) from None


def _is_html(name: str | None) -> bool:
    return name is not None and name.endswith((".html.j2", ".html", ".xml.j2"))


def _finalize(value: Any) -> Any:
    if isinstance(value, Markup | Laid):
        return value
    return neutral(value) if isinstance(value, str) else value
