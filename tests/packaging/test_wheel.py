"""A wheel holds what the checkout holds, and runs the main job far from it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("inforce-*.whl"))


def test_the_wheel_holds_every_data_file_of_the_checkout_and_no_other(wheel: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "templates", "db"],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    ).stdout.split()
    with zipfile.ZipFile(wheel) as archive:
        packed = {
            name.removeprefix("tracker/_data/")
            for name in archive.namelist()
            if name.startswith("tracker/_data/") and "__pycache__" not in name
        }
    assert packed == set(tracked)


def test_the_wheel_installed_elsewhere_runs_the_demo(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "site"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", place, wheel],
        check=True,
        capture_output=True,
    )
    environment = {
        **os.environ,
        "PYTHONPATH": str(place),
        "TRACKER_DATABASE_URL": f"sqlite:///{tmp_path / 'tracker.db'}",
    }
    where = subprocess.run(
        [sys.executable, "-c", "import tracker; print(tracker.__file__)"],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
        cwd=tmp_path,
    ).stdout
    assert where.startswith(str(place))
    shown = subprocess.run(
        [sys.executable, "-m", "tracker", "demo"],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
        cwd=tmp_path,
    ).stdout
    assert "By its own terms in force, NOT VERIFIED" in shown
    assert (tmp_path / "digests" / "demo.html").is_file()
