"""Do digests hold up in a browser: sound HTML, readable by everybody, at any width, light and dark?

Needs a Chromium on PATH, and html-validate and axe-core in the folder that TRACKER_NODE names; the
checks that lack theirs are skipped and say so.
"""

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "digests"
PAGES = sorted(file.name for file in GOLDEN.glob("*.html"))
DARK = ("--force-dark-mode", "--blink-settings=preferredColorScheme=0")
RULES = {
    "extends": ["html-validate:recommended"],
    "root": True,
    # Mail programs know no style sheets, and titles are whole headings.
    "rules": {"no-inline-style": "off", "long-title": "off", "no-trailing-whitespace": "off"},
}
MEASURE = """
<script>document.addEventListener('DOMContentLoaded', () => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  document.title = 'wider by ' + wide;
});</script>
"""


@pytest.fixture(scope="module")
def chromium() -> str:
    found = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
    if found is None:
        pytest.skip("NOT CHECKED in a browser: there is no Chromium on PATH")
    return found


@pytest.fixture(scope="module")
def node_modules() -> Path:
    folder = Path(os.environ.get("TRACKER_NODE", "")) / "node_modules"
    if "TRACKER_NODE" not in os.environ or not folder.is_dir():
        pytest.skip("NOT CHECKED by html-validate and axe: TRACKER_NODE names no node_modules")
    return folder


def _dumped(chromium: str, file: Path, *flags: str) -> str:
    command = [
        chromium, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=10000",
        f"--user-data-dir={file.parent / 'profile'}", *flags, "--dump-dom", file.as_uri(),
    ]  # fmt: skip
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


def test_every_page_is_sound_html(node_modules: Path, tmp_path: Path) -> None:
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(RULES), encoding="utf-8")
    for name in PAGES:
        shutil.copy(GOLDEN / name, tmp_path / name)
    command = [str(node_modules / ".bin" / "html-validate"), "--formatter", "text", *PAGES]
    found = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize("name", ["suspension.en.html", "lapse.zh.html", "mail-daily.en.html"])
@pytest.mark.parametrize("flags", [(), DARK], ids=["light", "dark"])
def test_nobody_is_kept_from_reading(
    chromium: str, node_modules: Path, tmp_path: Path, name: str, flags: tuple[str, ...]
) -> None:
    axe = (node_modules / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    told = (
        "axe.run().then(found => { const said = document.createElement('pre'); said.id = 'axe';"
        "said.textContent = JSON.stringify(found.violations.map(one => "
        "[one.id, one.nodes.map(node => node.html)])); document.body.replaceChildren(said); })"
    )
    page = (GOLDEN / name).read_text(encoding="utf-8")
    script = f"<script>{axe.replace('</script', '<' + chr(92) + '/script')}</script>"
    file = tmp_path / name
    file.write_text(page.replace("</body>", f"{script}<script>{told}</script></body>"))
    found = re.search(r'<pre id="axe">(.*?)</pre>', _dumped(chromium, file, *flags), re.DOTALL)
    assert found is not None
    assert json.loads(html.unescape(found[1])) == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_a_telephone(chromium: str, tmp_path: Path, name: str) -> None:
    # A headless window is never narrower than 500 pixels: the page stands in a frame of 360.
    page = (GOLDEN / name).read_text(encoding="utf-8").replace("<head>", "<head>" + MEASURE, 1)
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    outer = tmp_path / "outer.html"
    outer.write_text(
        '<!DOCTYPE html><iframe width="360" height="2000" style="border:0" src="page.html">'
        "</iframe><script>addEventListener('load', () => { document.body.append("
        "document.querySelector('iframe').contentDocument.title) })</script>",
        encoding="utf-8",
    )
    dumped = _dumped(chromium, outer, "--allow-file-access-from-files")
    assert "wider by 0" in dumped
