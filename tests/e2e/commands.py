"""How the end-to-end tests type a command and read what comes back."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from tracker.cli import main

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


@dataclass(frozen=True, slots=True)
class Typed:
    """What a command printed and how it ended."""

    exit_code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True, slots=True)
class Desk:
    """A person's desk: one database, one settings file, an environment."""

    folder: Path
    environment: Mapping[str, str]

    @property
    def url(self) -> str:
        return f"sqlite:///{self.folder / 'tracker.db'}"

    @property
    def database(self) -> Path:
        return self.folder / "tracker.db"

    def type(self, *words: str, stdin: str | None = None) -> Typed:
        """Run a command in this process."""
        environment = {"TRACKER_DATABASE_URL": self.url, **self.environment}
        result = CliRunner().invoke(main, list(words), env=environment, input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Typed(result.exit_code, result.stdout, result.stderr)

    def start(self, *words: str) -> "subprocess.Popen[str]":
        """Start a command as a process of its own."""
        environment = {**os.environ, "TRACKER_DATABASE_URL": self.url, **self.environment}
        return subprocess.Popen(
            [sys.executable, "-m", "tracker", *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )


def desk(folder: Path, **environment: str) -> Desk:
    """Return a desk with an empty folder of its own."""
    return Desk(folder, environment)


def write_jsonl(path: Path, *lines: Mapping[str, Any]) -> Path:
    """Write records as JSON Lines and return the path."""
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
    return path
