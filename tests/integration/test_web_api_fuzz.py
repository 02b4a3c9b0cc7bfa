"""schemathesis asks the running API all that its description allows, and finds nothing."""

import base64
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.pages import served
from tests.integration.asked import Desk, import_records, opened
from tracker.web.api import product_shapes, record_shapes, shapes
from tracker.web.api.examples import EXAMPLES

SEED = 20261121
RUNS = {
    "the questions": ("--exclude-path-regex", "^/(check|ask|diff)", "--max-examples", "5"),
    "what is posted": (
        "--include-path-regex", "^/(check|ask|diff)", "--max-examples", "12",
        "--phases", "examples,fuzzing",
    ),
}  # fmt: skip
"""Which operations are asked in which way; the coverage of a product's keys alone takes minutes."""


@pytest.fixture
def furnished(tmp_path: Path) -> Iterator[Desk]:
    """A desk that holds at least one of everything that can be asked for."""
    with opened(tmp_path) as found:
        body = base64.b64encode(b"An order is made.").decode()
        import_records(
            found.tracker,
            tmp_path,
            {"type": "announcement", "id": "gazette-7", "source": "gazette", "title": "Order",
             "content_type": "text/plain; charset=utf-8", "body": body},
        )  # fmt: skip
        yield found


@pytest.mark.parametrize("run", RUNS)
def test_schemathesis_finds_nothing(furnished: Desk, tmp_path: Path, run: str) -> None:
    command = shutil.which("schemathesis", path=sysconfig.get_path("scripts"))
    assert command is not None, "schemathesis is not installed; it is in the extra test"
    with served(furnished.tracker) as site:
        found = subprocess.run(
            [command, "run", f"{site.address}/api/openapi.json", "--checks", "all",
             "--seed", str(SEED), "--generation-database", "none", *RUNS[run]],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )  # fmt: skip
    assert found.returncode == 0, found.stdout[-6000:] + found.stderr[-2000:]


def test_the_examples_fit_their_schemas(furnished: Desk) -> None:
    schemas = furnished.json("/api/openapi.json")["components"]["schemas"]
    models = (shapes.Answer, shapes.RuleSet, shapes.Problem, record_shapes.Head,
              product_shapes.Check)  # fmt: skip
    assert {model.__name__ for model in models} == set(EXAMPLES)
    for model in models:
        example = EXAMPLES[model.__name__]
        assert schemas[model.__name__]["examples"] == [example]
        model.model_validate(example)


def test_the_description_is_of_openapi_31_and_names_every_question(furnished: Desk) -> None:
    told = furnished.json("/api/openapi.json")
    assert told["openapi"].startswith("3.1")
    assert {"/rules", "/measures/{id}", "/measures/{id}/timeline", "/ask", "/diff", "/upcoming",
            "/check", "/log", "/head", "/sources"} <= set(told["paths"])  # fmt: skip
    for path, operations in told["paths"].items():
        for method, operation in operations.items():
            good = operation["responses"]["200"]["content"]
            assert good, f"{method} {path} describes no answer"
            for status, answer in operation["responses"].items():
                if status[0] == "4":
                    assert list(answer["content"]) == ["application/problem+json"]
    assert told["servers"] == [{"url": "/api"}]
