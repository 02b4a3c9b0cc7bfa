"""How is the id of an act made from its number, family by family?"""

import re

from tracker.extraction.names.wording import Form
from tracker.extraction.spelling.regexps import regexp

PATHS: dict[Form, str] = {
    "eu_act": "eu/{act}/{year}/{serial}",
    "eu_com": "eu/com/{year}/{serial}",
    "uk_si": "uk/si/{year}/{serial}",
    "ie_si": "{country}/si/{year}/{serial}",
    "statutory_instrument": "{country}/si/{year}/{serial}",
    "government_notice": "{country}/gn/{year}/{serial}",
    "legal_notice": "{country}/ln/{year}/{serial}",
    "dated_order": "{country}/{office}/{year}/order-{serial}",
    "my_pu_a": "my/pua/{year}/{serial}",
    "my_pu_b": "my/pub/{year}/{serial}",
    "sg_s": "sg/sl/{year}/{serial}",
    "tw_economy": "tw/moea/{year}/{serial}",
    "tw_finance": "tw/mof/{year}/{serial}",
    "ph_order": "ph/denr/{year}/order-{serial}",
    "id_trade": "id/mot/{year}/{serial}",
    "id_energy": "id/memr/{year}/{serial}",
    "id_industry": "id/moi/{year}/{serial}",
    "id_finance": "id/mof/{year}/{serial}",
    "cd_decision": "cd/arecoms/{year}/{serial}",
    "br_secex": "br/secex/{year}/{serial}",
    "br_gecex": "br/gecex/{year}/{serial}",
    "ch_as": "ch/as/{year}/{serial}",
    "no_regulation": "no/reg/{year}/{serial}",
    "fr_order": "fr/order/{year}/{serial}",
    "fr_decree": "fr/decree/{year}/{serial}",
    "de_gazette": "de/bgbl/{year}/{serial}",
    "se_sfs": "se/sfs/{year}/{serial}",
    "dk_order": "dk/bek/{year}/{serial}",
    "ofsi_licence": "uk/hmt/{year}/int-{serial}",
    "proclamation": "us/president/{year}/proclamation-{serial}",
    "executive_order": "us/president/{year}/eo-{serial}",
    "presidential_memorandum": "us/president/{year}/memorandum-{serial}",
    "cabinet_order": "jp/cabinet/{year}/order-{serial}",
    "customs_notification": "in/cbic/{year}/customs-{serial}",
    "customs_nt_notification": "in/cbic/{year}/customs-nt-{serial}",
    "dgft_notification": "in/dgft/{year}/{serial}",
    "dgft_public_notice": "in/dgft/{year}/public-notice-{serial}",
    "dgft_trade_notice": "in/dgft/{year}/trade-notice-{serial}",
    "open_licence": "uk/dbt/{year}/ogel-{serial}",
    "titled_licence": "uk/dbt/{year}/ogel-{serial}",
    "nte": "uk/dbt/{year}/nte-{serial}",
    "trade_licence": "uk/dbt/{year}/gtl-{serial}",
    "ofac_licence": "us/ofac/{year}/gl-{serial}",
    "ca_sor": "ca/sor/{year}/{serial}",
    "kr_notice": "kr/motie/{year}/{serial}",
    "nl_gazette": "nl/stcrt/{year}/{serial}",
    "au_frl": "au/frl/{year}/{serial}",
    "nl_regulation": "nl/bz/{year}/{serial}",
    "vn_circular": "vn/{office}/{year}/circular-{serial}",
    "vn_decision": "vn/{office}/{year}/decision-{serial}",
    "vn_decree": "vn/gov/{year}/decree-{serial}",
    "presidential_order": "cn/npcsc/{year}/order-{serial}",
    "guofa": "cn/state-council/{year}/{serial}",
    "guohan": "cn/state-council/{year}/guohan-{serial}",
    "guobanfa": "cn/state-council/{year}/guobanfa-{serial}",
    "guobanhan": "cn/state-council/{year}/guobanhan-{serial}",
    "ministry_document": "{series}/{year}/{serial}",
    "announcement": "{series}/{year}/{serial}",
    "order": "{series}/{year}/order-{serial}",
    "fr_doc": "{series}/{year}/{serial}",
    "fr_correction": "{series}/{year}/{serial}",
}
"""How each family's ids are made; a family that is missing has none."""

ONLY_OF: dict[Form, re.Pattern[str]] = {
    "ofac_licence": regexp(r"\bOFAC\b|(?i:\bOffice\sof\sForeign\sAssets\sControl\b)"),
    "sg_s": regexp(r"\bSingapore\b|\bSINGAPORE\b"),
    "ph_order": regexp(r"\bDENR\b|(?i:\bEnvironment\sand\sNatural\sResources\b)"),
    **dict.fromkeys(
        ("id_trade", "id_energy", "id_industry", "id_finance"),
        regexp(r"(?i:\bindonesian?\b|\bjakarta\b)"),
    ),
    "ch_as": regexp(
        r"\b(?:Swiss|Switzerland|Federal\sCouncil|SECO|EAER|Fedlex|Embargo\sAct)\b|\bFederal\sDepartment\sof\b"
    ),
    "no_regulation": regexp(r"\bNorw(?:ay|egian)\b|\bOslo\b|\b(?i:lovdata)\b|\bDEKSA\b"),
    "fr_order": regexp(r"\bFrance\b|\bFrench\b|\bJORF\b"),
    "fr_decree": regexp(r"\bFrance\b|\bFrench\b|\bJORF\b"),
    "dk_order": regexp(r"\bDenmark\b|\bDanish\b|\bCopenhagen\b|\bLovtidende\b"),
    "cd_decision": regexp(
        r"\bARECOMS\b|(?i:\bstrategic\smineral\ssubstances\b|\bDemocratic\sRepublic\sof\s(?:the\s)?Congo\b)"
    ),
    "kr_notice": regexp(r"(?i:\bMinistry\sof\sTrade,\sIndustry\s(?:and|&)\s)|\bMOT(?:IE|IR)\b"),
    "nl_gazette": regexp(r"\bNetherlands\b|\bDutch\b|(?i:\bstaatscourant\b)|\bStcrt\b"),
    "nl_regulation": regexp(r"\bForeign\s(?:Affairs|Trade)\b"),
}
"""Families that several bodies share: the words that must name the one whose ids are made."""

KOREAN_NAME = regexp(r"(?i:\bTrade,\sIndustry\s(?:and|&)\s(?:Resources|Energy)\b)|\bMOTI[ER]\b")
NEW_KOREAN_NAME = regexp(r"(?i:\bTrade,\sIndustry\s(?:and|&)\sResources\b)|\bMOTIR\b")
"""How the Korean ministry is called since 2025; ids go by the name that the text uses."""

GENERAL_SERIES = "us/fr"
"""Begins the ids of the register's documents whose agency has no series of its own."""

PRESIDENT_SERIES = "us/president"
"""Whose own acts have other numbers than those of the register."""

FEDERAL: frozenset[Form] = frozenset({"fr_doc", "fr_correction"})
"""The families whose numbers the Federal Register gives, whichever agency issues the act."""
