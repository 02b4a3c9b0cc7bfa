"""How does the product check read the words of measures, and which countries are there?"""

from functools import cache
from importlib.resources.abc import Traversable

import msgspec
import yaml

from tracker.errors import InputError
from tracker.projection.screening.vocabulary import Wording
from tracker.resources import data

FILE_NAME = "checking.yaml"

_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load_wording(folder: Traversable) -> Wording:
    """Read ``checking.yaml`` of a field's folder; a field without one reads no words of its own.

    Raises `tracker.errors.InputError` with the place of the fault.
    """
    file = folder.joinpath(FILE_NAME) if folder.is_dir() else None
    if file is None or not file.is_file():
        return Wording()
    try:
        raw = yaml.load(file.read_bytes().decode(), Loader=_Loader)  # noqa: S506 - plain texts only
        return msgspec.convert(_without_nulls(raw or {}), Wording)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise InputError(f"not valid YAML: {error.problem}", file=FILE_NAME, line=line) from None
    except (UnicodeDecodeError, msgspec.ValidationError) as error:
        raise InputError(str(error), file=FILE_NAME) from None


def _without_nulls(value: object) -> object:
    """Read a bare ``null`` as no value; every other word stays the text that it is."""
    if isinstance(value, dict):
        return {key: _without_nulls(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_nulls(item) for item in value]
    return None if value == "null" else value


@cache
def countries() -> dict[str, tuple[str, ...]]:
    """Return the codes of ISO 3166 with their names in English, Chinese, Japanese and German."""
    lines = data("db/countries.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    next(rows)  # the header
    return {code: tuple(filter(None, names)) for code, *names in rows}
