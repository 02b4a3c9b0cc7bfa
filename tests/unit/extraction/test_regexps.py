"""Is a pattern that is compiled late the same pattern, and is every one of them sound?"""

import gc
import importlib
import pkgutil
import re

import pytest

import tracker.extraction
from tracker.extraction.spelling.regexps import _Regexp, compile_all, regexp

TEXT = "Nos. 61 and 62, no. 70"


def test_it_finds_what_the_compiled_pattern_finds():
    late, compiled = (
        regexp(r"NO[.s]*\s(?P<n>\d+)", re.IGNORECASE),
        re.compile(r"(?i)no[.s]*\s(\d+)"),
    )
    assert [one.span() for one in late.finditer(TEXT)] == [
        one.span() for one in compiled.finditer(TEXT)
    ]
    assert late.sub("#", TEXT) == "# and 62, #"
    assert late.groupindex == {"n": 1}
    assert regexp("a,?").split("bab") == ["b", "b"]
    assert regexp("a").fullmatch("ab") is None


def test_what_patterns_do_not_have_it_has_not():
    late = regexp("a")
    with pytest.raises(AttributeError, match="seek"):
        late.seek("a")
    assert not hasattr(late, "__len__")


def test_every_pattern_of_the_reader_compiles():
    for module in pkgutil.walk_packages(tracker.extraction.__path__, "tracker.extraction."):
        importlib.import_module(module.name)
    made = [one for one in gc.get_objects() if type(one) is _Regexp]
    assert len(made) > 1_000
    for one in made:
        re.compile(one.pattern, one.flags)


def test_all_can_be_compiled_at_once():
    late = regexp("late")
    compile_all()
    assert "search" in vars(late)
    assert late.search("too late")
