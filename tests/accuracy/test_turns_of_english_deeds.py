"""Is it read rightly to whom and to what a deed is narrowed, and what is only wished or told?"""

import pytest

from tests.accuracy.test_phrases import KNOWN
from tracker.extraction.extract import extract

NOTICE = """MOFCOM Announcement No. 986 of 2027

{body}

This announcement takes effect on May 20, 2027.

Ministry of Commerce
May 12, 2027
"""

Told = tuple[str, str, str | None, str | None, tuple[str, ...]]
"""The kind, the act, the first and last day, the parties."""

A = "cn/mofcom/2026/981"

TURNS: tuple[tuple[str, tuple[Told, ...]], ...] = (
    (
        "By Announcement No. 981 of 2026, Tarnow Kettles Ltd. was placed on the list. The measures "
        "of the said Announcement are suspended in respect of that company from June 1, 2027 to "
        "May 31, 2028.",
        (("suspend", A, "2027-06-01", "2028-05-31", ("Tarnow Kettles Ltd.",)),),
    ),
    (
        "It was found that Tarnow Kettles Ltd. kept none of its promises. The measures laid down "
        "for it in MOFCOM Announcement No. 981 of 2026 are reinstated with effect from June 1, "
        "2027.",
        (("resume", A, "2027-06-01", None, ("Tarnow Kettles Ltd.",)),),
    ),
    (
        "It is decided that, as of June 1, 2027, Tarnow Kettles s.r.o. and Ebba Photonics Oy are "
        "removed from the control list of MOFCOM Announcement No. 981 of 2026.",
        (("repeal", A, "2027-06-01", None, ("Tarnow Kettles s.r.o.", "Ebba Photonics Oy")),),
    ),
    (
        "The measures under MOFCOM Announcement No. 981 of 2026 are suspended from June 1, 2027 "
        "for the other three companies.",
        (),
    ),
    (
        "Two firms applied for MOFCOM Announcement No. 981 of 2026 to be suspended from June 1, "
        "2027.",
        (),
    ),
    ("The request that MOFCOM Announcement No. 981 of 2026 be repealed is rejected.", ()),
    (
        "The conditions for suspending MOFCOM Announcement No. 981 of 2026 from June 1, 2027 are "
        "not given.",
        (),
    ),
    (
        "The suspension of MOFCOM Announcement No. 981 of 2026 will expire on June 9, 2027.",
        (),
    ),
    (
        "MOFCOM Announcement No. 981 of 2026 shall cease to have effect at the end of June 30, "
        "2027 and shall not be renewed.",
        (("repeal", A, "2027-07-01", None, ()),),
    ),
    (
        "With the entry into force of MOFCOM Announcement No. 985 of 2027 on July 1, 2027, MOFCOM "
        "Announcement No. 981 of 2026 loses its force.",
        (("repeal", A, "2027-07-01", None, ()),),
    ),
    (
        "In MOFCOM Announcement No. 981 of 2026, paragraph 3 is repealed from June 1, 2027.",
        (("repeal", f"{A}#iii", "2027-06-01", None, ()),),
    ),
    (
        "(1) MOFCOM Announcement No. 982 of 2026 is repealed from June 1, 2027;\n\n(2) MOFCOM "
        "Announcement No. 981 of 2026 is suspended for one year from the same day.",
        (
            ("repeal", "cn/mofcom/2026/982", "2027-06-01", None, ()),
            ("suspend", A, "2027-06-01", "2028-05-31", ()),
        ),
    ),
)


@pytest.mark.parametrize(("body", "meant"), TURNS, ids=[body[:50] for body, _ in TURNS])
def test_a_turn_of_a_deed_is_read(body: str, meant: tuple[Told, ...]) -> None:
    read = extract(NOTICE.format(body=body), authority="issuer", language="en", known=KNOWN)
    told = tuple(
        (
            one.kind,
            "".join(one.affected).replace("#3", "#iii"),
            one.from_ and str(one.from_),
            one.through and str(one.through),
            one.parties,
        )
        for one in read.effects
    )
    assert told == meant
