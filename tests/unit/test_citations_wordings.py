"""Does every row of the table of wordings read its own examples?"""

import pytest

from tracker.extraction.names.numbers import named_numbers
from tracker.extraction.names.wordings import WORDINGS

EXAMPLES = [
    pytest.param(wording, text, named, id=f"{wording.name}: {text}")
    for wording in WORDINGS
    for text, named in wording.examples
]

AT_A_LINE = r"(?:(?<=\n)|^)"
"""How the pattern of a row begins that reads headings only: its sentence is a line."""


@pytest.mark.parametrize(("wording", "text", "named"), EXAMPLES)
def test_a_row_reads_its_example(wording, text, named):
    found = named_numbers(text)
    assert tuple((n.form, n.year, n.serial) for n in found) == named
    assert all(n.quote == text[n.start : n.end] for n in found)
    if named:
        assert found[0].wording.name == wording.name


@pytest.mark.parametrize(("wording", "text", "named"), EXAMPLES)
def test_an_example_is_read_the_same_inside_a_sentence(wording, text, named):
    heads = wording.pattern.pattern.startswith(AT_A_LINE)
    inside = f"昨日，\n{text}\n See more." if heads else f"昨日，{text} 。 See more."
    found = named_numbers(inside)
    assert tuple((n.form, n.year, n.serial) for n in found) == named
    assert all(n.quote == inside[n.start : n.end] for n in found)


def test_every_row_has_a_name_of_its_own_and_an_example():
    assert len({wording.name for wording in WORDINGS}) == len(WORDINGS)
    assert all(any(named for _, named in wording.examples) for wording in WORDINGS)
