"""From which day does the head of a British instrument say that it, or a part, comes into force?"""

from datetime import date

import pytest

from tests.unit.extraction.test_extract import read

MAY, JULY = date(2027, 5, 25), date(2027, 7, 1)


def starts(head: str) -> list[date | None]:
    """Return the starts of regulations 2 (a new entry), 3 (another) and 4 (a revocation)."""
    text = f"""STATUTORY INSTRUMENTS

2027 No. 9301

CUSTOMS

The Export Control (Sonar) (Amendment) Regulations 2027

Made - - - - 3rd May 2027
Laid before Parliament - - 4th May 2027
{head}

The Secretary of State makes these Regulations under section 1 of the Export Control Act 2002.

1. These Regulations may be cited as the Export Control (Sonar) (Amendment) Regulations 2027.

2. In Schedule 3 to the Export Control Order 2008 (S.I. 2008/3231), after entry PL9014 insert
"PL9301 Towed sonar arrays".

3. In Schedule 3 to the Export Control Order 2008 (S.I. 2008/3231), after entry PL9301 insert
"PL9302 Technology for the development of goods specified in PL9301".

4. The Export Control (Hydrophones) Regulations 2019 (S.I. 2019/9302) are revoked.
"""
    found = read(text)
    assert found.instrument is not None
    assert found.instrument.issued_on == date(2027, 5, 3)
    by_code = {effect.terms.get("control_codes", ("",))[0]: effect for effect in found.effects}
    return [by_code[code].from_ for code in ("PL9301", "PL9302", "")]


@pytest.mark.parametrize(
    "head",
    [
        "Coming into force - - 25th May 2027",
        "Coming into force          25th May 2027",
        "Coming into force | 25th May 2027",
        "Coming into force\n25th May 2027",
        "Coming into force at 5.00 p.m. on 25th May 2027",
    ],
)
def test_head_starts_the_whole(head: str) -> None:
    assert starts(head) == [MAY, MAY, MAY]


@pytest.mark.parametrize(
    "head",
    [
        "Coming into force, except regulation 3 - - 25th May 2027\n"
        "Regulation 3 coming into force - - 1st July 2027",
        "Coming into force for all purposes except\nthose of regulation 3     25th May 2027\n"
        "Coming into force for the purposes of\nregulation 3     1st July 2027",
        "Coming into force for the purposes of regulation 3   1st July 2027\n"
        "Coming into force for all other purposes   25th May 2027",
        "Coming into force\nRegulations 1, 2 and 4  25th May 2027\nRegulation 3   1st July 2027",
    ],
)
def test_head_starts_a_part_later(head: str) -> None:
    assert starts(head) == [MAY, JULY, MAY]


def test_part_whose_start_the_head_leaves_open_has_none() -> None:
    assert starts("Coming into force, except regulation 3 - - 25th May 2027") == [MAY, None, MAY]


def test_head_that_points_to_a_regulation_starts_nothing() -> None:
    assert starts("Coming into force in accordance with regulation 1") == [None, None, None]
