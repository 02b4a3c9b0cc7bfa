"""In which wordings do the Federal Register and the President number their acts?"""

from tracker.extraction.names.wording import Wording, each
from tracker.extraction.spelling.regexps import regexp

_NO = r"(?:(?:[Nn]os?\b\.?|NOS?\b\.?|[Nn]umbers?\b|#):?\s{0,3})?"
_NUMBER = r"(?:(?:19|20)[0-9]{2}|[EZ][0-9]{1,2})-\s{0,3}[0-9]{3,5}"
"""How the register numbers a document: by its year, from 2005 to 2010 also by the letter E."""
_OLD = r"(?:[0-9]{2})-[0-9]{3,5}"
"""How it did before: by the last two digits of the year."""
_DOCUMENT = (
    r"\b(?:FR\s{0,2}Doc(?:ument)?\b\.?|Federal\s{1,3}Register\s{1,3}[Dd]oc(?:ument)?\b\.?"
    r"|[Dd]ocument\s{1,3}[Nn]umber:?\*{0,2}|(?:[Rr]ule|[Nn]otice|[Pp]roposed\s[Rr]ule)\s{1,3}[Dd]ocument)"
)
_FR_DOC = r"\bFR\s{0,2}Doc(?:ument)?\b\.?"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)

AMERICAN: tuple[Wording, ...] = (
    Wording(
        name="general licence of OFAC",
        form="ofac_licence",
        pattern=regexp(
            r"\b(?:[Gg]eneral\s{1,3}[Ll]icense|GENERAL\s{1,3}LICENSE)\s{1,3}(?:(?:No|NO)\.?\s{0,3})?"
            r"(?P<serial>[0-9]{1,3}[A-Z]?)(?![0-9A-Za-z/-])"
        ),
        examples=(
            ("GENERAL LICENSE NO. 908B", (("ofac_licence", None, "908B"),)),
            ("General License No. 3, dated", (("ofac_licence", None, "3"),)),
            ("GENERAL LICENSE 8A\n", (("ofac_licence", None, "8A"),)),
        ),
    ),
    Wording(
        name="Federal Register document",
        form="fr_doc",
        pattern=regexp(rf"{_DOCUMENT}\s{{0,3}}{_NO}(?P<serial>{_NUMBER})(?![0-9])"),
        examples=(
            ("FR Doc. 2025-19001", (("fr_doc", None, "2025-19001"),)),
            ("[FR Doc. 2025-19001 Filed 9-29-25]", (("fr_doc", None, "2025-19001"),)),
            ("[FR Doc. E8-91801 Filed 9-29-08]", (("fr_doc", None, "E8-91801"),)),
            ("Federal Register document No. 2025-19001", (("fr_doc", None, "2025-19001"),)),
            ("[FR Doc No: 2025-19001]", (("fr_doc", None, "2025-19001"),)),
            ("In rule document 2025-19001,", (("fr_doc", None, "2025-19001"),)),
            ("**Document Number:** 2025-19001", (("fr_doc", None, "2025-19001"),)),
        ),
    ),
    Wording(
        name="Federal Register document of older years",
        form="fr_doc",
        pattern=regexp(rf"{_FR_DOC}\s{{0,3}}{_NO}(?P<serial>{_OLD})(?![0-9-])"),
        examples=(("[FR Doc. 97-91801 Filed 9-29-97]", (("fr_doc", None, "97-91801"),)),),
    ),
    Wording(
        name="Federal Register correction",
        form="fr_correction",
        pattern=regexp(
            rf"\b(?:FR\s{{0,2}}Doc(?:ument)?\b\.?|[Dd]ocument\s{{1,3}}[Nn]umber:?)\s{{0,3}}{_NO}"
            rf"(?P<serial>[CRXZ][0-9]-(?:{_NUMBER}|{_OLD}))(?![0-9])"
        ),
        examples=(
            ("FR Doc. C1-2025-19001", (("fr_correction", None, "C1-2025-19001"),)),
            ("FR Doc. R1-E9-1901", (("fr_correction", None, "R1-E9-1901"),)),
        ),
    ),
    Wording(
        name="page of the Federal Register",
        form="fr_page",
        pattern=regexp(
            r"(?<![\w.$-])(?P<serial>[1-9][0-9]{1,2}\s{1,3}(?:FR|Fed\.\s{0,2}Reg\.)\s{1,3}[1-9][0-9]{0,5})"
            r"(?![0-9A-Za-z])"
        ),
        examples=(
            ("(89 FR 106064), is", (("fr_page", None, "89 FR 106064"),)),
            ("89 Fed. Reg. 106064", (("fr_page", None, "89 FR 106064"),)),
            ("A89 FR 106064", ()),
        ),
        bare=True,
    ),
    Wording(
        name="proclamation",
        form="proclamation",
        pattern=regexp(
            rf"\b(?:Proclamations?|PROCLAMATIONS?)\s{{1,3}}{_NO}(?=[1-9][0-9]{{3,4}}(?![0-9]))"
        ),
        list="dated",
        examples=(
            ("Proclamation 11001", each("proclamation", None, 11001)),
            (
                "Proclamations 11001 of May 3, 2026, and 11004 of May 9, 2026, are",
                each("proclamation", 2026, 11001, 11004),
            ),
        ),
    ),
    Wording(
        name="executive order",
        form="executive_order",
        pattern=regexp(
            rf"\b(?:Executive|EXECUTIVE)\s{{1,3}}(?:Orders?|ORDERS?)(?:\s\(E\.?O\.?\))?\s{{1,3}}{_NO}"
            r"(?=[1-9][0-9]{3,4}(?![0-9]))"
        ),
        list="dated",
        examples=(
            ("Executive Order 14257", each("executive_order", None, 14257)),
            (
                "Executive Order 19901 of May 3, 2026 (A Title), is",
                each("executive_order", 2026, 19901),
            ),
            (
                "Executive Orders 19901 of May 3, 2026 (On Kettles, and Pots), 19904 of May 9, "
                "2027, and 19907 are",
                (
                    ("executive_order", 2026, "19901"),
                    ("executive_order", 2027, "19904"),
                    ("executive_order", None, "19907"),
                ),
            ),
        ),
    ),
    Wording(
        name="executive order, shortened",
        form="executive_order",
        pattern=regexp(rf"\bE\.?O\.?s?\s{{1,3}}{_NO}(?=1[0-9]{{4}}(?![0-9]))"),
        list="dated",
        examples=(("E.O. 14257, as amended,", each("executive_order", None, 14257)),),
    ),
    Wording(
        name="memorandum of the President by its day, the day first",
        form="presidential_memorandum",
        pattern=regexp(
            r"\b(?:Presidential\s{1,3})?Memorandum\s{1,3}of\s{1,3}(?P<day>[0-3]?[0-9])\s{1,3}"
            rf"(?P<month>{_MONTH})\s{{1,3}}(?P<year>(?:19|20)[0-9]{{2}})(?=\s{{1,3}}\()"
        ),
        examples=(
            (
                "Memorandum of 3 May 2026 (Keeping Kettles)",
                (("presidential_memorandum", 2026, "2026-05-03"),),
            ),
        ),
    ),
    Wording(
        name="memorandum of the President by its day",
        form="presidential_memorandum",
        pattern=regexp(
            rf"\b(?:Presidential\s{{1,3}})?Memorandum\s{{1,3}}of\s{{1,3}}(?P<month>{_MONTH})\s{{1,3}}"
            r"(?P<day>[0-3]?[0-9]),\s{1,3}(?P<year>(?:19|20)[0-9]{2})"
            r"(?=\s{1,3}\(|[ \t]{0,4}\n\s{0,4}[A-Z])"
        ),
        examples=(
            (
                "Memorandum of May 3, 2026\n\nKeeping Kettles",
                (("presidential_memorandum", 2026, "2026-05-03"),),
            ),
            (
                "Memorandum of May 3, 2026 (Keeping Kettles)",
                (("presidential_memorandum", 2026, "2026-05-03"),),
            ),
        ),
    ),
)
