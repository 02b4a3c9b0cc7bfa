"""Is what is done for some firms never told of all, and what ends for another never for itself?"""

from datetime import date

import pytest

from tracker.extraction.extract import extract
from tracker.extraction.extracted import Extraction

_RULE = """[Federal Register Volume 91, Number 911 (Friday, August 28, 2026)]
[Rules and Regulations]
[FR Doc No: 2026-90588]

DEPARTMENT OF COMMERCE

Bureau of Industry and Security

15 CFR Part 744

AGENCY: Bureau of Industry and Security, Commerce.

ACTION: Final rule.

SUMMARY: The rule published on May 18, 2026 (FR Doc. 2026-90217) added twelve entities to the
Entity List.

{sentence}

DATES: This rule is effective on the date of its publication in the Federal Register.

[FR Doc. 2026-90588 Filed 8-27-26; 8:45 am]
"""
_OLD = "the license requirements set out in FR Doc. 2026-90217"
_LICENCE = """DEPARTMENT OF THE TREASURY
Office of Foreign Assets Control

GENERAL LICENSE NO. 914A

Authorizing the Wind Down of Transactions Involving Tarsk Kettle Works

(a) All transactions ordinarily incident and necessary to the wind down of transactions involving
Tarsk Kettle Works (f.k.a. Combine No. 905) are authorized through 12:01 a.m. eastern daylight
time, September 14, 2026.

(b) Effective July 9, 2026, General License No. 914, dated May 12, 2026{told}, is replaced and
superseded in its entirety by this General License No. 914A.

Dated: July 9, 2026
"""
_REGULATION = """COUNCIL IMPLEMENTING REGULATION (EU) 2026/9217
of 9 March 2026

THE COUNCIL OF THE EUROPEAN UNION,

HAS ADOPTED THIS REGULATION:

Article 1
In Annex IV to Regulation (EU) 2025/9033:
(a) the entities in the table in the Annex to this Regulation are added;
(b) entry 941 (Bellport Kettles DMCC) is deleted.

Article 2
This Regulation shall enter into force on 12 March 2026.

Done at Brussels, 9 March 2026.

ANNEX
No
Name
Address
952
Orvane Spouts OOO
17 Zavodskaya ul., Zelenograd
953
Kestrel Lids FZE
PO Box 20261, Sharjah
"""


def _read(text: str) -> Extraction:
    return extract(text, authority="issuer")


@pytest.mark.parametrize(
    ("sentence", "kind", "names"),
    [
        (
            "(1) Dorvane Optics Co. and Grenholm Sensing Ltd. are removed from the Entity List, "
            f"and {_OLD} cease to apply to them.",
            "repeal",
            ("Dorvane Optics Co.", "Grenholm Sensing Ltd."),
        ),
        (
            f"{_OLD[:1].upper()}{_OLD[1:]} are stayed with respect to Kaldera Marine Systems for "
            "a period of 60 days beginning on October 15, 2026.",
            "suspend",
            ("Kaldera Marine Systems",),
        ),
        (
            "From October 15, 2026 through December 15, 2026, FR Doc. 2026-90217 is suspended in "
            "the case of Kaldera Marine Systems.",
            "suspend",
            ("Kaldera Marine Systems",),
        ),
        (
            f"For Kaldera Marine Systems only, {_OLD} are suspended from October 15, 2026 through "
            "December 15, 2026.",
            "suspend",
            ("Kaldera Marine Systems",),
        ),
        (
            "The entries for Kaldera Marine Systems and Vell Photonics, which FR Doc. 2026-90217 "
            "added, are removed.",
            "repeal",
            ("Kaldera Marine Systems", "Vell Photonics"),
        ),
    ],
)
def test_a_deed_for_named_firms_is_narrowed_to_them(
    sentence: str, kind: str, names: tuple[str, ...]
) -> None:
    read = _read(_RULE.format(sentence=sentence))
    assert [(one.kind, one.parties) for one in read.effects] == [(kind, names)]
    assert read.measures == ()


def test_what_ends_for_them_is_not_ended_for_all_where_nobody_is_named() -> None:
    told = f"The three entities in row 4 are small, and {_OLD} cease to apply to them."
    assert _read(_RULE.format(sentence=told)).effects == ()


@pytest.mark.parametrize(
    "told", ["", " (which would have run until July 13, 2026)", " and valid through July 13, 2026"]
)
def test_a_licence_keeps_its_own_end_beside_that_of_the_older_one(told: str) -> None:
    (permission,) = _read(_LICENCE.format(told=told)).measures
    assert permission.through == date(2026, 9, 14)


def test_names_of_the_own_annex_go_into_the_list_of_the_other_act() -> None:
    read = _read(_REGULATION)
    ended, changed = sorted(read.effects, key=lambda one: one.kind, reverse=True)
    assert (ended.kind, ended.parties) == ("repeal", ("Bellport Kettles DMCC",))
    assert changed.terms["parties"] == ["Orvane Spouts OOO", "Kestrel Lids FZE"]
    assert read.measures == ()
