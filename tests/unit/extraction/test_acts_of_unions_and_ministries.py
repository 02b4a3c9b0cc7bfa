"""Is what an act of a union or a ministry decides told from what it recites or describes?"""

import pytest

from tracker.extraction.classes.stances import STANCES
from tracker.extraction.extract import extract
from tracker.extraction.extracted import Extraction
from tracker.extraction.heads.page_lines import tail_start
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer
from tracker.extraction.names.issuers import IssuerNames
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.codes import control_codes
from tracker.extraction.scope.requirements import requirement_of

KNOWN = Catalogue(
    issuers=(
        KnownIssuer(
            code="DGFT",
            names=("Directorate General of Foreign Trade",),
            series="in/dgft",
            jurisdiction="IN",
        ),
    )
)
RECITED = (
    "COUNCIL REGULATION (EU) 2027/9101\nof 3 May 2027\nOfficial Journal, 4.5.2027\n"
    "Whereas:\n(1) The prohibition which has applied since 1 March 2023 has proved useful.\n"
    "HAS ADOPTED THIS REGULATION:\nArticle 1\nRegulation (EU) No 9050/2014 is amended as follows:\n"
    "in Annex VII, the words 'exceeding 3 kg' are replaced by 'exceeding 2 kg'.\nArticle 2\n"
    "This Regulation shall enter into force on 9 June 2027.\nDone at Brussels, 3 May 2027.\n"
)
NOTIFIED = (
    "Directorate General of Foreign Trade\nNotification No. 970/2027-28\nDated: 4th May, 2027\n"
    "In exercise of the powers conferred, the Central Government hereby notifies:\n"
    "1. Notification No. 930/2026-27, which had been {aside} Notification No. 940/2026-27, shall"
    " stand revived with effect from 01.07.2027.\n"
)


def read(text: str) -> Extraction:
    return extract(text, known=KNOWN, authority="issuer", language="en")


def test_a_day_of_a_recital_is_no_first_day() -> None:
    (effect,) = read(RECITED).effects
    assert (effect.affected, str(effect.from_)) == (("eu/reg/2014/9050",), "2027-06-09")


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("(c) mirrors of 2 kg or more.", False),
        ("(c) 2027 The Ministry", True),
        ("(C) Copyright of the Ministry", True),
    ],
)
def test_an_item_c_is_no_foot_of_the_page(line: str, ends: bool) -> None:
    text = f"Article 1 Goods need a permit.\n{line}\nArticle 2 Others do not."
    made = Flow(text, language="en", names=IssuerNames(()))
    assert (tail_start(made, 0) < len(text)) is ends


@pytest.mark.parametrize(
    ("article", "demand"),
    [
        ("Article 2 The permission under Article 1 is not required for returns.", "exemption"),
        ("Article 2 An exporter must obtain permission; a form is not required.", "licence"),
    ],
)
def test_a_permission_that_is_not_required_frees(article: str, demand: str) -> None:
    made = Flow(article, language="en", names=IssuerNames(()))
    found = requirement_of(made, Span(9, len(article)))
    assert found is not None
    assert found[0] == demand


@pytest.mark.parametrize(
    ("aside", "kind"),
    [
        ("rescinded vide the said", "revive"),
        ("repealed through", "revive"),
        ("suspended by", "resume"),
    ],
)
def test_an_act_named_aside_is_not_the_one_that_is_moved(aside: str, kind: str) -> None:
    (effect,) = read(NOTIFIED.format(aside=aside)).effects
    assert (effect.kind, effect.affected) == (kind, ("in/dgft/2026/930",))


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ("3B971 Tools, as follows:\na. Of steel;\nb. Of glass.\n", ["3B971", "3B971.a", "3B971.b"]),
        ("3B971 Tools having all of the following:\na. Of steel; and\nb. Long.\n", ["3B971"]),
        ("3B971 Tools.\nNS applies to entire entry\na. Of steel;\nb. Of glass.\n", ["3B971"]),
    ],
)
def test_letters_that_describe_an_entry_together_are_no_codes(entry: str, codes: list[str]) -> None:
    made = Flow(entry, language="en", names=IssuerNames(()))
    assert [one.code for one in control_codes(made, Span(0, len(entry)))] == codes


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("The ministry denied the report.", "denies"),
        ("Applications will in principle be denied.", None),
        ("Such licences are generally denied.", None),
    ],
)
def test_a_licence_that_is_denied_is_no_denial_of_a_report(said: str, stance: str | None) -> None:
    found = next((row.stance for row in STANCES if row.pattern.search(said)), None)
    assert found == stance


TABLES = """Directorate General of Foreign Trade
Notification No. 981/2026-27
New Delhi, dated 3 August, 2026

1. (a) The export policy of the item below is revised, with immediate effect:

1 | 28469010 | Oxides of rare earths | Free | Restricted

   (b) The export policy of the item below is revised up to and including 31.03.2027:

2 | 26159020 | Niobium ores | Restricted | Prohibited

2. The export policy of the item below is revised with effect from 1 October 2026.

1 | 81101000 | Antimony | Free | Restricted

3. This Notification shall come into force with immediate effect.
"""


def test_each_paragraph_with_a_table_of_its_own_is_a_measure() -> None:
    found = {
        one.id.partition("#")[2]: (one.from_ and one.from_.isoformat(), one.terms["hs_codes"])
        for one in read(TABLES).measures
    }
    assert found == {
        "1-a": ("2026-08-03", ["28469010"]),
        "1-b": ("2026-08-03", ["26159020"]),
        "2": ("2026-10-01", ["81101000"]),
    }
