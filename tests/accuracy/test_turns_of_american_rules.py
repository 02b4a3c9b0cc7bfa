"""Are turns of the Federal Register read as they are meant, each alone in a rule of our own?"""

from datetime import date

import pytest

from tests.accuracy.phrase_frames import american
from tracker.extraction.extract import extract
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer

KNOWN = Catalogue(
    issuers=(
        KnownIssuer(
            code="BIS",
            names=("Bureau of Industry and Security", "BIS"),
            series="us/bis",
            jurisdiction="US",
        ),
    )
)
ISSUED = date(2026, 6, 3)
RULE = "us/bis/2025/2025-90905"
Moved = tuple[str, tuple[str, ...], date | None, date | None]

TURNS: tuple[tuple[str, tuple[Moved, ...]], ...] = (
    (
        "Paragraphs (b) and (d) of § 740.95, as inserted by FR Doc. 2025-90905, are removed and "
        "reserved effective July 1, 2026.",
        (
            (
                "repeal",
                (f"{RULE}#sec-740-95-b", f"{RULE}#sec-740-95-d"),
                date(2026, 7, 1),
                None,
            ),
        ),
    ),
    (
        "BIS is removing Section 742.93(b)(2), which FR Doc. 2025-90905 added, as of July 1, 2026.",
        (("repeal", (f"{RULE}#sec-742-93-b-2",), date(2026, 7, 1), None),),
    ),
    (
        "Effective August 3, 2026, instructions 2 and 5 of FR Doc. 2025-90905 are withdrawn; "
        "instruction 4 is delayed until January 4, 2027.",
        (
            (
                "repeal",
                (f"{RULE}#instruction-2", f"{RULE}#instruction-5"),
                date(2026, 8, 3),
                None,
            ),
            ("postpone", (f"{RULE}#instruction-4",), date(2027, 1, 4), None),
        ),
    ),
    (
        "BIS extends the Temporary General License set out in FR Doc. 2025-90905 through "
        "December 31, 2026.",
        (("extend", (RULE,), date(2026, 6, 3), date(2026, 12, 31)),),
    ),
    (
        "The rate of duty in FR Doc. 2025-90905 for goods of heading 9903.91.01 is increased from "
        "25 percent to 50 percent, effective January 1, 2027.",
        (("amend", (RULE,), date(2027, 1, 1), None),),
    ),
    (
        'FR Doc. 2025-90905 is amended by replacing "5 nanometers" with "7 nanometers" with '
        "effect from July 6, 2026.",
        (("amend", (RULE,), date(2026, 7, 6), None),),
    ),
    ("A petition to rescind FR Doc. 2025-90905 was denied on May 4, 2026.", ()),
    (
        "If no agreement is reached by August 1, 2026, FR Doc. 2025-90905 will be reinstated.",
        (),
    ),
    (
        "The authorization granted in FR Doc. 2025-90905 lapses on September 30, 2026 and is not "
        "renewed.",
        (),
    ),
    (
        "The license requirement in FR Doc. 2025-90905 no longer applies to Japan and the "
        "Netherlands from July 1, 2026.",
        (),
    ),
    ("Two makers asked that FR Doc. 2025-90905 be withdrawn as of July 1, 2026.", ()),
)


@pytest.mark.parametrize(("said", "moved"), TURNS, ids=[said for said, _ in TURNS])
def test_a_turn_of_a_rule_moves_what_it_says(said: str, moved: tuple[Moved, ...]) -> None:
    text, _ = american(ISSUED, said)
    found = extract(text, authority="issuer", language="en", published_on=ISSUED, known=KNOWN)
    assert {(e.kind, e.affected, e.from_, e.through) for e in found.effects} == set(moved)
