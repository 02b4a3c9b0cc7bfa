"""Can a template of somebody else's read, or eat up, what is none of its business?"""

import time
from pathlib import Path

import pytest

from tests.golden.digests.small_rulebook import week
from tests.runaway import PATIENCE
from tracker.errors import InputError
from tracker.rendering.digests import render_digest

SECRETS = ("__globals__", "mappingproxy", "<class", "<function", "builtins", "<built-in", "<slot")

ESCAPES = [
    "{{ page.__class__ }}",
    "{{ page|attr('__class__') }}",
    "{{ page|attr('_' ~ '_class_' ~ '_') }}",
    "{{ page['__class__'] }}",
    "{{ [page]|map(attribute='__class__')|list }}",
    "{{ [page]|map('attr', '__init__')|list }}",
    "{{ [page]|groupby('__class__')|list }}",
    "{{ [page]|sum('__class__') }}",
    "{{ [page]|map(attribute='digest.__class__.__mro__')|join }}",
    "{{ '{0.__class__}'.format(page) }}",
    "{{ '{p.__init__.__globals__}'.format_map({'p': page}) }}",
    "{{ ('{0.__cla' ~ 'ss__}').format(page) }}",
    "{{ '{0.__class__}'|attr('format')(page) }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum.__globals__ }}",
    "{{ joiner|attr('__init__')|attr('__globals__') }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ page.digest.window.opens.__func__.__globals__ }}",
    "{{ page.digest.made_at.__reduce__() }}",
    "{% set x = page %}{{ x.__dict__ }}",
    "{{ ''.__class__.__base__.__subclasses__() }}",
    "{{ caller.__globals__ }}",
    "{{ range.__init__ }}",
    "{% for name in page.__slots__ %}{{ page|attr(name) }}{% endfor %}",
]


def own(folder: Path, template: str) -> Path:
    (folder / "digest").mkdir()
    (folder / "digest" / "digest.txt.j2").write_text(template, encoding="utf-8")
    return folder


def render(folder: Path, template: str) -> str:
    return render_digest(week("2025-11-09"), format="text", template_folder=own(folder, template))


@pytest.mark.parametrize("template", ESCAPES)
def test_no_template_gets_out_of_the_sandbox(tmp_path: Path, template: str) -> None:
    try:
        shown = render(tmp_path, template)
    except InputError:
        return
    assert not [secret for secret in SECRETS if secret in shown]


@pytest.mark.parametrize(
    "template",
    [
        "{{ page.digest.announced.append(1) }}",
        "{% set _ = page.digest.head.__setattr__('hash', 'x') %}",
        "{% set ns = namespace(l=[1]) %}{{ ns.l.append(2) }}",
    ],
)
def test_no_template_changes_what_it_receives(tmp_path: Path, template: str) -> None:
    with pytest.raises(InputError):
        render(tmp_path, template)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (
            "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
            "goes round",
        ),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "recursion"),
        ("{% include 'digest/digest.txt.j2' %}", "recursion"),
        ("{% for a in range(99999) %}{{ 'x' * 9999 }}{% endfor %}", "prints more"),
        ("{{ 'x' * 10 ** 12 }}", "not made"),
        ("{{ [1] * 10 ** 9 }}", "not made"),
        ("{{ 9 ** 9 ** 9 }}", "not computed"),
        ("{{ range(10 ** 9)|list }}", "[Rr]ange too big"),
        (
            "{% set ns = namespace(x='xxxxxxxxxx') %}{% for i in range(40) %}"
            "{% set y %}{{ ns.x }}{{ ns.x }}{% endset %}{% set ns.x = y %}{% endfor %}",
            "prints more",
        ),
        (
            "{% set ns = namespace(x='xxxxxxxxxx') %}{% for i in range(40) %}"
            "{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
            "puts together",
        ),
        (
            "{% set ns = namespace(x='xxxxxxxxxx') %}{% for i in range(40) %}"
            "{% set ns.x = ns.x + ns.x %}{% endfor %}",
            "puts together",
        ),
    ],
)
def test_a_template_that_has_no_end_is_stopped(tmp_path: Path, template: str, said: str) -> None:
    started = time.process_time()
    with pytest.raises(InputError, match=said):
        render(tmp_path, template)
    assert time.process_time() - started < PATIENCE


def test_a_fault_is_named_with_its_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"digest/digest\.txt\.j2:3"):
        render(tmp_path, "a\n\n{{ page.nonsense }}\n")
    (tmp_path / "digest" / "digest.txt.j2").unlink()
    (tmp_path / "digest" / "entry.txt.j2").write_text("\n{{ entry.nonsense }}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"digest/entry\.txt\.j2:2"):
        render_digest(week("2025-11-09"), format="text", template_folder=tmp_path)
