"""What does ``tracker extract`` answer for a document?"""

from pathlib import Path
from typing import Any

import orjson
from click.testing import CliRunner

from tests.accuracy.labelled import Document
from tracker.cli import main

FLAGS = {"lang": "--lang", "source_authority": "--source-authority", "published": "--published"}
"""What a caller knows beside the document, and how it tells the command."""


class NotRead(Exception):
    """The command failed on a document; the message is its own sentence."""


def answer_for(document: Document, database: Path) -> dict[str, Any]:
    """Return the command's JSON for ``document``; ``database`` is a file of the caller's own.

    Raises ``NotRead`` where the command fails or prints anything else than one JSON object.
    """
    told = document.gold.get("options", {})
    flags = [word for key, flag in FLAGS.items() if key in told for word in (flag, told[key])]
    result = CliRunner().invoke(
        main,
        ["extract", str(document.path), "--format", "json", *flags],
        env={"TRACKER_DATABASE_URL": f"sqlite:///{database}", "TRACKER_CONFIG": None},
    )
    if result.exit_code != 0:
        said = result.stderr.strip().splitlines() or [repr(result.exception)]
        raise NotRead(f"exit {result.exit_code}: {said[-1]}")
    try:
        answer = orjson.loads(result.stdout)
    except orjson.JSONDecodeError as error:
        raise NotRead(f"not JSON: {result.stdout[:80]!r}") from error
    if not isinstance(answer, dict):
        raise NotRead("the answer is no JSON object")
    return answer
