"""What is a wording: one way in which texts name the number of an act?"""

import re
from dataclasses import dataclass
from typing import Literal, get_args

Form = Literal[
    "announcement",
    "order",
    "presidential_order",
    "fr_doc",
    "fr_correction",
    "fr_page",
    "eu_act",
    "eu_com",
    "uk_si",
    "ie_si",
    "proclamation",
    "executive_order",
    "presidential_memorandum",
    "cabinet_order",
    "customs_notification",
    "customs_nt_notification",
    "dgft_notification",
    "dgft_public_notice",
    "dgft_trade_notice",
    "open_licence",
    "titled_licence",
    "nte",
    "trade_licence",
    "ofac_licence",
    "ca_sor",
    "kr_notice",
    "nl_gazette",
    "nl_regulation",
    "guofa",
    "guohan",
    "guobanfa",
    "guobanhan",
    "ministry_document",
    "au_frl",
    "vn_circular",
    "vn_decision",
    "vn_decree",
    "statutory_instrument",
    "government_notice",
    "legal_notice",
    "my_pu_a",
    "my_pu_b",
    "sg_s",
    "ph_order",
    "id_trade",
    "id_energy",
    "id_industry",
    "id_finance",
    "cd_decision",
    "br_secex",
    "br_gecex",
    "dated_order",
    "tw_economy",
    "tw_finance",
    "ch_as",
    "no_regulation",
    "fr_order",
    "fr_decree",
    "de_gazette",
    "se_sfs",
    "dk_order",
    "ofsi_licence",
]
"""The families of numbers; each counts for itself."""

OF_AN_ISSUER: frozenset[Form] = frozenset(
    {"announcement", "order", "ministry_document", "vn_circular", "vn_decision", "vn_decree"}
)
"""The families that many issuers count, each for itself."""

SELF_SUFFICIENT: frozenset[Form] = frozenset(get_args(Form)) - OF_AN_ISSUER
"""The families whose numbers say by themselves who issued the act."""

WRITTEN_OUT: frozenset[Form] = frozenset(
    {
        "fr_doc",
        "fr_correction",
        "fr_page",
        "nl_regulation",
        "titled_licence",
        "au_frl",
        "ofac_licence",
    }
)
"""The families whose serials are no plain numbers (``2025-19001``, ``89 FR 106064``)."""

Named = tuple[Form, int | None, str]
"""Form, year, serial."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way of naming a number.

    ``pattern`` may have groups ``year``, ``serial``, ``serials`` (a whole list) and ``order`` (the
    noun makes it an order). With ``list`` it stops before the serials, and tells how they are
    strung together. ``needs_issuer``: only a known issuer right before makes it a number of an
    act. ``needs_year``: without a year after the serial it is none. ``bare``: no noun says that
    it is an act, so an issuer must stand near. ``anchor``: rare words at which the pattern ends;
    it is tried only before them, because it begins with something common.
    """

    name: str
    form: Form
    pattern: re.Pattern[str]
    examples: tuple[tuple[str, tuple[Named, ...]], ...]
    list: Literal["zh", "en", "dated"] | None = None
    needs_issuer: bool = False
    needs_year: bool = False
    bare: bool = False
    anchor: str | None = None


def each(form: Form, year: int | None, *serials: int) -> tuple[Named, ...]:
    """Return what an example names: one number a serial."""
    return tuple((form, year, str(serial)) for serial in serials)


def announced(year: int | None, *serials: int) -> tuple[Named, ...]:
    """Return what an example names: one announcement a serial."""
    return each("announcement", year, *serials)
