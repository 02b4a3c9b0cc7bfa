"""Documents of the Federal Register that tests invent, and the bodies that issue them."""

from tracker.extraction.extract import extract
from tracker.extraction.extracted import Extraction
from tracker.extraction.names.catalogue import Catalogue, KnownIssuer

ISSUERS = Catalogue(
    issuers=(
        KnownIssuer(
            code="BIS", names=("BIS", "Bureau of Industry and Security"), series="us/bis",
            jurisdiction="US",
        ),
        KnownIssuer(
            code="OFAC", names=("OFAC", "Office of Foreign Assets Control"), series="us/ofac",
            jurisdiction="US",
        ),
        KnownIssuer(
            code="President", names=("the President",), series="us/president", jurisdiction="US",
        ),
    )
)  # fmt: skip


def rule(
    *, action: str = "Final rule.", dates: str, more: str = "", title: str = "Kettles",
    summary: str = "BIS speaks of kettles.",
) -> str:  # fmt: skip
    return f"""[Federal Register Volume 91, Number 77 (Thursday, April 23, 2026)]
[Rules and Regulations]
[Pages 91011-91012]
[FR Doc No: 2026-90301]

DEPARTMENT OF COMMERCE

Bureau of Industry and Security

15 CFR Part 774

{title}

AGENCY: Bureau of Industry and Security, Department of Commerce.

ACTION: {action}

SUMMARY: {summary}

DATES: {dates}

SUPPLEMENTARY INFORMATION: {more}

[FR Doc. 2026-90301 Filed 4-22-26; 8:45 am]
"""


def read(text: str) -> Extraction:
    return extract(text, authority="issuer", known=ISSUERS)
