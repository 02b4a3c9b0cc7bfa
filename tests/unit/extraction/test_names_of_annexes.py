"""Are names that an annex takes off a list, or puts on it, read with the start of their point?"""

import pytest

from tests.unit.extraction.test_extract import read

ACT = """COMMISSION IMPLEMENTING REGULATION (EU) 2026/9371
of 3 November 2026
amending Regulation (EU) 2025/9014
Official Journal, 5.11.2026

HAS ADOPTED THIS REGULATION:

Article 1
Regulation (EU) 2025/9014 is amended as follows:
(1) Annex II is amended in accordance with Annex I to this Regulation;
(2) Annex III is amended in accordance with Annex II to this Regulation.

Article 2
This Regulation shall enter into force on the day following that of its publication in the
Official Journal of the European Union.
Article 1, point (1), shall apply from 1 March 2027.

Done at Brussels, 3 November 2026.

ANNEX I
In Annex II to Regulation (EU) 2025/9014, the entry for black mass is replaced by the following:
'8549 13 10 Black mass with a cobalt content by weight of 2,5 % or more'

ANNEX II
Annex III to Regulation (EU) 2025/9014 is amended as follows:
(a) {}
(b) the following entry is added: ‘19. Orsova Trading d.o.o.’.
"""
TAKEN_OFF = (
    "the following entries are deleted: ‘4. Hartvig Recycling A/S’ and ‘11. Lumina Metale SRL’;",
    "the following entries shall be removed: “4. Hartvig Recycling A/S”, “11. Lumina Metale SRL”;",
    "the following entries are hereby withdrawn: ‘Hartvig Recycling A/S’; ‘Lumina Metale SRL’;",
    "the entries below are struck out: ‘4. Hartvig Recycling A/S’, ‘11. Lumina Metale SRL’;",
    "the following entries are deleted:\n‘4 Hartvig Recycling A/S’\n‘11 Lumina Metale SRL’;",
)


@pytest.mark.parametrize("change", TAKEN_OFF)
def test_names_off_and_on_a_list_start_with_the_point_that_names_their_annex(change: str) -> None:
    effects = read(ACT.format(change)).effects
    told = [(e.kind, e.affected, str(e.from_), e.parties) for e in effects if e.kind == "repeal"]
    names = ("Hartvig Recycling A/S", "Lumina Metale SRL")
    assert told == [("repeal", ("eu/reg/2025/9014",), "2026-11-06", names)]
    put_on = [e for e in effects if "parties" in (e.terms or {})]
    assert [(e.kind, str(e.from_)) for e in put_on] == [("amend", "2026-11-06")]
    assert [e.terms["parties"] for e in put_on] == [["Orsova Trading d.o.o."]]


def test_goods_taken_off_a_list_are_no_names() -> None:
    change = "the following entries are deleted: ‘4. Gallium oxide’ and ‘8549 14 10 Black mass’;"
    assert not any(effect.parties for effect in read(ACT.format(change)).effects)
