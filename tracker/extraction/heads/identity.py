"""Which act is this document: its id, number, issuers, title, day of issue?"""

import re
from collections.abc import Iterator

from tracker.extraction.extracted import ExtractedInstrument
from tracker.extraction.heads.eu_heads import eu_makers
from tracker.extraction.heads.issue_days import HEAD, Dated
from tracker.extraction.heads.joint_names import names_above
from tracker.extraction.heads.layout import Layout
from tracker.extraction.heads.naming import Namer
from tracker.extraction.heads.page_lines import ends_sentence, links_start
from tracker.extraction.heads.register_agencies import agencies_in
from tracker.extraction.heads.register_heads import agency_named, page_of, subject_of
from tracker.extraction.heads.unknown_bodies import issuer_unknown
from tracker.extraction.names.catalogue import KnownIssuer
from tracker.extraction.names.id_paths import FEDERAL
from tracker.extraction.names.issuers import Mention
from tracker.extraction.names.nations import country_of
from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.names.wording import Form
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.regexps import regexp

JURISDICTIONS: dict[Form, str] = {
    "fr_doc": "US",
    "fr_correction": "US",
    "proclamation": "US",
    "executive_order": "US",
    "presidential_memorandum": "US",
    "eu_act": "EU",
    "eu_com": "EU",
    "uk_si": "UK",
    "open_licence": "UK",
    "titled_licence": "UK",
    "nte": "UK",
    "trade_licence": "UK",
    "ofac_licence": "US",
    "dgft_notification": "IN",
    "dgft_public_notice": "IN",
    "dgft_trade_notice": "IN",
    "cabinet_order": "JP",
    "customs_notification": "IN",
    "customs_nt_notification": "IN",
    "ca_sor": "CA",
    "kr_notice": "KR",
    "vn_circular": "VN",
    "vn_decision": "VN",
    "vn_decree": "VN",
    "nl_gazette": "NL",
    "nl_regulation": "NL",
    "au_frl": "AU",
    "tw_economy": "TW",
    "tw_finance": "TW",
    "my_pu_a": "MY",
    "my_pu_b": "MY",
    "sg_s": "SG",
    "ph_order": "PH",
    "id_trade": "ID",
    "id_energy": "ID",
    "id_industry": "ID",
    "id_finance": "ID",
    "cd_decision": "CD",
    "br_secex": "BR",
    "br_gecex": "BR",
    "ch_as": "CH",
    "no_regulation": "NO",
    "fr_order": "FR",
    "fr_decree": "FR",
    "de_gazette": "DE",
    "se_sfs": "SE",
    "dk_order": "DK",
    "ofsi_licence": "UK",
}
"""Whose law a family of numbers is; the others are told by their issuer."""

ISSUED_BY: dict[Form, tuple[str, ...]] = {
    "dgft_notification": ("DGFT",),
    "dgft_public_notice": ("DGFT",),
    "dgft_trade_notice": ("DGFT",),
    "open_licence": ("DBT",),
    "titled_licence": ("DBT",),
    "nte": ("DBT",),
    "trade_licence": ("DBT",),
    "ofac_licence": ("OFAC",),
    "guofa": ("State Council",),
    "guohan": ("State Council",),
    "guobanfa": ("State Council",),
    "guobanhan": ("State Council",),
}
"""Families that one body alone issues."""


_SIGNING_LINE = 80
"""How long a line is at most that only names those who sign."""

_BASIS_ZH = regexp(r"(?:根据|依据|依照|按照)((?:《[^《》\n]{2,40}》(?:和|、|及|以及|,)?){1,8})")
_BASIS_NAME = regexp(r"《([^《》]{2,40})》")


def issuers_of(flow: Flow, layout: Layout, namer: Namer) -> tuple[KnownIssuer, ...]:
    """Return the known issuers of the document, the one that numbers first."""
    number = flow.numbers[layout.number] if layout.number is not None else None
    if number is not None and number.form == "eu_act":
        return _known(namer, eu_makers(flow, layout))
    country = _country(flow, number) if number is not None else None
    if number is not None and country is None:
        start = flow.around.beside(number.start, number.phrase_end).start or number.start
        beside = _codes(flow.around.within(names_above(flow, start) - 1, number.end))
        if beside:
            return _known(namer, beside)
        line = flow.flow.rfind("\n", 0, number.start) + 1
        titled = _codes(flow.around.within(line, _line_end(flow, number.end)))
        if titled:
            return _known(namer, titled)
    if number is not None and number.form in FEDERAL:
        return _agency(flow, namer)
    if number is not None and number.form in ISSUED_BY:
        return _known(namer, ISSUED_BY[number.form])
    if number is not None and issuer_unknown(flow, layout, number):
        return ()
    own = _codes(flow.around.within(0, min(HEAD, links_start(flow))))
    near = _known(namer, own or _codes(flow.around.mentions))
    if country is not None:
        everywhere = _known(namer, _codes(flow.around.mentions))
        return _first_of(near, country) or _first_of(everywhere, country)
    return (
        _known(namer, _codes(_in_field(flow, number)))
        or _known(namer, _codes(_signing(flow, layout)))
        or near[:1]
    )


_ISSUER_FIELD = regexp(
    r"(?:(?<=\n)|^|(?<=\s))\[?(?:(?:发布|发文|颁布|制定|印发)(?:单位|机关|机构|部门)|(?i:issu(?:ing|ed)\s(?:authority|body|agency|by)))"
    r"\]?\s?[:|]?\s?"
)
_FIELDS = 200


def _in_field(flow: Flow, number: NamedNumber | None) -> tuple[Mention, ...]:
    """Return the bodies of the field of issuers, which stands near the field of the number."""
    if number is None:
        return ()
    low, high = max(0, number.start - _FIELDS), number.end + _FIELDS
    field = _ISSUER_FIELD.search(flow.flow, low, high)
    return () if field is None else flow.around.within(field.end(), _line_end(flow, field.end()))


_OF_SIGNATURE = 4
"""How many lines above its day the bodies may stand that sign, a line each."""


def _signing(flow: Flow, layout: Layout) -> tuple[Mention, ...]:
    """Return the bodies beside the day of the signature, or on lines of their own above it."""
    signed = layout.signed
    if signed is None:
        return ()
    low = signed.start
    for line in reversed([one for one in flow.lines if one.end <= signed.start][-_OF_SIGNATURE:]):
        if line.end - line.start > _SIGNING_LINE or ends_sentence(flow, line):
            break
        low = line.start
    return flow.around.within(low, signed.end)


def _country(flow: Flow, number: NamedNumber) -> str | None:
    """Return whose law a number is, where its family tells, or the text beside the family."""
    told = country_of(number.form, flow.flow)
    return told.upper() if told else JURISDICTIONS.get(number.form)


_AGENCY_FIELD = regexp(r"\bAGENCY:\s{0,3}[^\n]{3,200}")
_AGENCY = regexp(r"\bAGENCY:?\s{0,3}[^\n]{3,200}")
_EXPORT_RULES = regexp(
    r"\bExport\sAdministration\sRegulations\b|\bEntity\sList\b|\b15\sCFR\s(?:[Pp]arts?\s)?7[3-7][0-9]\b"
)
"""What one bureau alone of the Department of Commerce issues."""
_BYLINE_OF_RULE = regexp(r"\b(?:Rule|Notice|Document)\sby\sthe\s[^\n]{3,80}?\son\s")


def _agency(flow: Flow, namer: Namer) -> tuple[KnownIssuer, ...]:
    """Return the agency of a rule, from its own line; a body named elsewhere is not it."""
    rows = (_AGENCY_FIELD, _AGENCY, _BYLINE_OF_RULE)
    found = next(filter(None, (row.search(flow.flow) for row in rows)), None)
    low, high = (found.start(), found.end()) if found else (0, _HEAD_OF_RULE)
    named = [*_agencies(flow, namer, low, high)] or [*_agencies(flow, namer, 0, _HEAD_OF_RULE)]
    named.sort(key=lambda one: (one[1].code.startswith("Department of"), one[0]))
    if named and named[0][1].series == "us/doc" and _EXPORT_RULES.search(flow.flow[:HEAD]):
        return _known(namer, ("BIS",)) or (named[0][1],)
    return tuple(issuer for _, issuer in named[:1])


_HEAD_OF_RULE = 1_500


def _agencies(flow: Flow, namer: Namer, low: int, high: int) -> Iterator[tuple[int, KnownIssuer]]:
    """Yield the agencies that a stretch names, each with where its name begins."""
    for one in flow.around.within(low, high):
        for issuer in _first_of(_known(namer, _codes((one,))), "US"):
            yield one.start, issuer
    yield from agencies_in(flow.flow, low, high)


def _first_of(issuers: tuple[KnownIssuer, ...], country: str) -> tuple[KnownIssuer, ...]:
    own = [issuer for issuer in issuers if issuer.jurisdiction == country]
    return tuple(own[:1])


def _line_end(flow: Flow, at: int) -> int:
    end = flow.flow.find("\n", at)
    return len(flow.flow) if end < 0 else end


def _codes(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Return the codes of the mentions that name one issuer alone, each once."""
    return tuple(dict.fromkeys(next(iter(m.codes)) for m in mentions if len(m.codes) == 1))


def _known(namer: Namer, codes: tuple[str, ...]) -> tuple[KnownIssuer, ...]:
    return tuple(issuer for code in codes if (issuer := namer.issuer(code)))


def instrument_of(
    flow: Flow, layout: Layout, namer: Namer, *, issuers: tuple[KnownIssuer, ...], dated: Dated
) -> ExtractedInstrument | None:
    """Return the act that the document is, as far as it says so; ``None`` without a number."""
    if layout.number is None:
        return None
    number = flow.numbers[layout.number]
    named, federal = namer.named(number), number.form in FEDERAL
    start = named.start if named is not None else number.start
    names = tuple(issuer.short or issuer.code for issuer in issuers)
    return ExtractedInstrument(
        id=named.id if named else None,
        number=re.sub(r"\s+", " ", flow.text[start : number.end]).strip("[] "),
        issuers=names or (agency_named(flow) if federal else ()),
        issued_on=dated.issued_on,
        title=subject_of(flow) if federal else _title(flow, layout),
        kind=number.form,
        legal_basis=_legal_basis(flow),
        cited_as=page_of(flow) if federal else None,
        evidence=(flow.evidence("number", start, number.end), *dated.evidence),
    )


_MAKER = regexp(r"\sTHE\s(?:EUROPEAN\s)?(?:COMMISSION|COUNCIL)\b[A-Z\s]{0,40},\s")
"""Who adopts an act of the Union, where the lines of its head are joined to one."""


def _title(flow: Flow, layout: Layout) -> str | None:
    if layout.title is None:
        return None
    return _MAKER.split(flow.text[layout.title.start : layout.title.end], 1)[0]


def _legal_basis(flow: Flow) -> tuple[str, ...]:
    found = _BASIS_ZH.search(flow.flow[:HEAD])
    return tuple(_BASIS_NAME.findall(found.group(1))) if found else ()
