"""Acts of which an extract prints some sections only."""

from datetime import date

from tests.unit.extraction.test_extract import read

ORDER = """Statutory Instrument 973 of 2026.

Mineral Exports (Tin) Order, 2026

Citation
1. (1) This order may be cited as the Mineral Exports (Tin) Order, 2026.
(2) This order shall come into operation on the 1st March, 2027.

Tin
3. No person shall export from Zimbabwe any tin ores.

Tungsten
4. Tungsten ores shall not be exported otherwise than under a permit issued by the Minister.

Published in the Gazette: Friday, 4th December, 2026.
"""


def test_sections_are_read_between_which_others_are_not_printed() -> None:
    """Each has a head above its number, which is no word of the section before."""
    found = read(ORDER)
    assert found.instrument is not None
    assert found.instrument.id == "zw/si/2026/973"
    assert found.instrument.issued_on == date(2026, 12, 4)
    terms = {one.id.partition("#")[2]: one.terms for one in found.measures}
    assert {part: (one["requirement"], one["elements"]) for part, one in terms.items()} == {
        "3": ("prohibition", ["Sn"]),
        "4": ("licence", ["W"]),
    }
