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
    (
        "1. MOFCOM Announcement No. 981 of 2026 ceases to be implemented for the time being.\n\n2. "
        "The same applies to MOFCOM Announcement No. 982 of 2026.\n\n3. The suspension under "
        "Paragraphs 1 and 2 lasts from June 1, 2027 to May 31, 2028.",
        (
            ("suspend", A, "2027-06-01", "2028-05-31", ()),
            ("suspend", "cn/mofcom/2026/982", "2027-06-01", "2028-05-31", ()),
        ),
    ),
    (
        "1. Paragraph 2 of MOFCOM Announcement No. 981 of 2026 is deleted.\n\n2. In Paragraph 1 of "
        'the same announcement, "purity greater than 99%" is revised to "purity of 99.5% or '
        'more".\n\n3. A new item (4) is added to the said paragraph: "(4) 1C931.d. Kettle steel".',
        (
            ("repeal", f"{A}#2", "2027-05-20", None, ()),
            ("amend", f"{A}#1", "2027-05-20", None, ()),
            ("amend", f"{A}#1", "2027-05-20", None, ()),
        ),
    ),
    (
        "We make partial adjustments to MOFCOM Announcement No. 981 of 2026:\n\nI. In "
        'Item (2) of Paragraph 1, "more than 5 kg" is changed to "more than 2 kg".\n\nII. Item (1) '
        "of Paragraph 2 is deleted.",
        (
            ("repeal", f"{A}#2-1", "2027-05-20", None, ()),
            ("amend", f"{A}#1-2", "2027-05-20", None, ()),
        ),
    ),
    (
        "The HS code in Paragraph 2 of MOFCOM Announcement No. 981 of 2026 is adjusted from "
        "8112994000 to 8112994090. The adjustment takes effect on June 1, 2027.",
        (("amend", f"{A}#2", "2027-06-01", None, ()),),
    ),
    (
        "The dates on which the following announcements take effect are changed as shown in the "
        "table:\n\nAnnouncement | Old date | New date\nMOFCOM Announcement No. 981 of 2026 | June "
        "1, 2027 | September 1, 2027\nMOFCOM Announcement No. 982 of 2026 | July 1, 2027 | "
        "October 1, 2027",
        (
            ("postpone", A, "2027-09-01", None, ()),
            ("postpone", "cn/mofcom/2026/982", "2027-10-01", None, ()),
        ),
    ),
    (
        "The instruments listed in the Schedule are revoked with effect from June 1, 2027.\n\n"
        "Schedule\n\nTitle | Number | Extent\nKettles | MOFCOM Announcement No. 981 of 2026 | "
        "Paragraph 3\nPots | MOFCOM Announcement No. 982 of 2026 | whole",
        (("repeal", f"{A}#iii" + "cn/mofcom/2026/982", "2027-06-01", None, ()),),
    ),
    (
        "By derogation from Article 3 of Regulation (EU) 2027/9101, that Regulation shall apply "
        "from 1 March 2028.",
        (("postpone", "eu/reg/2027/9101", "2028-03-01", None, ()),),
    ),
    (
        "In supersession of MOFCOM Announcement No. 982 of 2026, exporters of kettles shall follow "
        "the procedure below from June 1, 2027.",
        (("repeal", "cn/mofcom/2026/982", "2027-06-01", None, ()),),
    ),
    (
        "1. MOFCOM Announcement No. 981 of 2026 has done its work. It shall be deemed repealed "
        "when this announcement takes effect.",
        (("repeal", A, "2027-05-20", None, ()),),
    ),
    (
        "MOFCOM Announcement No. 981 of 2026 has been suspended since June 1, 2026, and the "
        "suspension was to end on May 31, 2027. The suspension is extended by one year, so that "
        "it now ends on May 31, 2028.",
        (("suspend", A, "2027-06-01", "2028-05-31", ()),),
    ),
    (
        "MOFCOM Announcements No. 981 and No. 982 of 2026 are placed in suspension. The period of "
        "suspension is one year and begins on June 1, 2027.",
        (("suspend", A + "cn/mofcom/2026/982", "2027-06-01", "2028-05-31", ()),),
    ),
    (
        "The implementation of MOFCOM Announcement No. 981 of 2026 is postponed. The new date of "
        "implementation is July 1, 2027.",
        (("postpone", A, "2027-07-01", None, ()),),
    ),
    (
        "Paragraph 3 of MOFCOM Announcement No. 981 of 2026 will take effect two months later than "
        "announced, that is, on August 1, 2027.",
        (("postpone", f"{A}#iii", "2027-08-01", None, ()),),
    ),
    (
        "The date of application laid down in Article 8 of Implementing Regulation (EU) 2027/9101 "
        "is postponed to 1 March 2028.",
        (("postpone", "eu/reg/2027/9101", "2028-03-01", None, ()),),
    ),
    (
        "The suspension provided for in Article 1 of Implementing Regulation (EU) 2027/9102 is "
        "lifted as regards Implementing Regulation (EU) 2027/9101 with effect from 1 March 2028.",
        (("resume", "eu/reg/2027/9101", "2028-03-01", None, ()),),
    ),
    (
        "Until the end of 6 April 2028, the Export Control (Kettles) Order 2025 (S.I. 2025/9066) "
        "has effect as if article 4 were omitted.",
        (("suspend", "uk/si/2025/9066#art-4", "2027-05-20", "2028-04-06", ()),),
    ),
    (
        "No extension is granted to MOFCOM Announcement No. 982 of 2026, which expires on May 31, "
        "2027.",
        (),
    ),
    (
        "The effective date of MOFCOM Announcement No. 981 of 2026, which was delayed until June "
        "1, 2027, by MOFCOM Announcement No. 983 of 2027, is further delayed until July 1, 2027.",
        (("postpone", A, "2027-07-01", None, ()),),
    ),
    (
        "MOFCOM Announcement No. 981 of 2026 is adjusted as follows with effect from June 1, 2027:"
        '\n\n(a) in Paragraph 1, "more than 5 kg" is replaced with "more than 2 kg";\n\n(b) '
        "the third item of Paragraph 2 is removed.",
        (
            ("repeal", f"{A}#2-3", "2027-06-01", None, ()),
            ("amend", f"{A}#1", "2027-06-01", None, ()),
        ),
    ),
    (
        "Paragraph 4 of MOFCOM Announcement No. 981 of 2026 shall henceforth read as follows: "
        '"4. Exporters shall keep the documents for five years."',
        (("amend", f"{A}#4", "2027-05-20", None, ()),),
    ),
    (
        "The prohibition in MOFCOM Announcement No. 981 of 2026, which was valid upto May 31, "
        "2027, shall continue upto November 30, 2027 or until further orders, if earlier.",
        (("extend", A, "2027-05-20", "2027-11-30", ()),),
    ),
    (
        "MOFCOM Announcement No. 981 of 2026 shall be suspended only if the conditions in its "
        "Paragraph 5 are fulfilled.",
        (),
    ),
    (
        "MOFCOM Announcement No. 981 of 2026 was suspended on November 10, 2026 for one year. In "
        "the present circumstances, this suspension is hereby withdrawn as of July 1, 2027.",
        (("resume", A, "2027-07-01", None, ()),),
    ),
    (
        "MOFCOM Announcement No. 981 of 2026 is abolished, and MOFCOM Announcement No. 982 of 2026 "
        "is suspended, both as of July 1, 2027.",
        (
            ("repeal", A, "2027-07-01", None, ()),
            ("suspend", "cn/mofcom/2026/982", "2027-07-01", None, ()),
        ),
    ),
    (
        "MOFCOM Announcement No. 981 of 2026 is revoked with effect from the end of June 30, 2027.",
        (("repeal", A, "2027-07-01", None, ()),),
    ),
    (
        "MOFCOM Announcement No. 981 of 2026 is temporarily withdrawn from June 1, 2027 to May 31, "
        "2028.",
        (("suspend", A, "2027-06-01", "2028-05-31", ()),),
    ),
    (
        "From June 1, 2027 until further notice, MOFCOM Announcement No. 981 of 2026 shall have no "
        "effect.",
        (("suspend", A, "2027-06-01", None, ()),),
    ),
    (
        "MOFCOM Announcement No. 981 of 2026 has no further effect as of June 1, 2027.",
        (("repeal", A, "2027-06-01", None, ()),),
    ),
    (
        "MOFCOM Announcement No. 981 of 2026 does not apply from June 1, 2027 until May 31, 2028.",
        (("suspend", A, "2027-06-01", "2028-05-31", ()),),
    ),
    (
        "MOFCOM Announcement No. 981 of 2026 (paragraph 3) is suspended from June 1, 2027.",
        (("suspend", f"{A}#iii", "2027-06-01", None, ()),),
    ),
    (
        "Paragraph 3 laid down in MOFCOM Announcement No. 981 of 2026 is suspended from June 1, "
        "2027.",
        (("suspend", f"{A}#iii", "2027-06-01", None, ()),),
    ),
    (
        "The suspension of MOFCOM Announcement No. 981 of 2026, which MOFCOM Announcement No. 982 "
        "of 2026 set to end on May 31, 2027, runs on for one year, that is from June 1, 2027 to "
        "May 31, 2028.",
        (("suspend", A, "2027-06-01", "2028-05-31", ()),),
    ),
    (
        "The measures taken by MOFCOM Announcement No. 981 of 2026, except for Tarnow Kettles "
        "Ltd., are suspended from June 1, 2027.",
        (),
    ),
    (
        "With the exception of Ebba Photonics Oy, the measures of MOFCOM Announcement No. 981 of "
        "2026 against the listed entities, namely Tarnow Kettles Ltd., are suspended from June 1, "
        "2027.",
        (("suspend", A, "2027-06-01", None, ("Tarnow Kettles Ltd.",)),),
    ),
    (
        "It is decided to stop, with effect from June 1, 2027, applying to Tarnow Kettles Ltd. the "
        "measures laid down in MOFCOM Announcement No. 981 of 2026.",
        (("repeal", A, "2027-06-01", None, ("Tarnow Kettles Ltd.",)),),
    ),
    ("A later notice will repeal MOFCOM Announcement No. 981 of 2026.", ()),
    (
        "MOFCOM Announcement No. 981 of 2026, which MOFCOM Announcement No. 982 of 2026 had "
        "removed, is brought back into force from June 1, 2027.",
        (("revive", A, "2027-06-01", None, ()),),
    ),
    (
        "The following is decided:\n(1) MOFCOM Announcement No. 981 of 2026: repealed;\n"
        "(2) MOFCOM Announcement No. 982 of 2026: still in force;\n"
        "(3) MOFCOM Announcement No. 983 of 2026: suspended until May 31, 2028.",
        (
            ("repeal", A, "2027-05-20", None, ()),
            ("suspend", "cn/mofcom/2026/983", "2027-05-20", "2028-05-31", ()),
        ),
    ),
    (
        "This announcement takes the place of MOFCOM Announcement No. 981 of 2026.",
        (("repeal", A, "2027-05-20", None, ()),),
    ),
    (
        "MOFCOM Announcement No. 981 of 2026 was to apply from June 1, 2027. Its implementation is "
        "pushed back to September 1, 2027.",
        (("postpone", A, "2027-09-01", None, ()),),
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
