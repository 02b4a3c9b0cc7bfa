"""Which agency issues a document of the Federal Register, beyond those of the field?

The register knows several hundred; a row holds the word by which an id names one and the names
that stand in the head of its documents. An agency without a row has ids of the register itself.
"""

import re
from collections.abc import Iterator
from functools import cache

from tracker.extraction.names.catalogue import KnownIssuer

AGENCIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ams", ("Agricultural Marketing Service",)),
    ("aphis", ("Animal and Plant Health Inspection Service",)),
    ("ccc", ("Commodity Credit Corporation",)),
    ("fas", ("Foreign Agricultural Service",)),
    ("fns", ("Food and Nutrition Service",)),
    ("fsa", ("Farm Service Agency",)),
    ("fsis", ("Food Safety and Inspection Service",)),
    ("usfs", ("Forest Service",)),
    ("nrcs", ("Natural Resources Conservation Service",)),
    ("usda", ("Department of Agriculture", "Agriculture Department")),
    ("census", ("Bureau of the Census", "Census Bureau")),
    ("bea", ("Bureau of Economic Analysis",)),
    ("ita", ("International Trade Administration",)),
    ("nist", ("National Institute of Standards and Technology",)),
    (
        "noaa",
        ("National Oceanic and Atmospheric Administration", "National Marine Fisheries Service"),
    ),
    ("ntia", ("National Telecommunications and Information Administration",)),
    ("ftzb", ("Foreign-Trade Zones Board",)),
    ("uspto", ("Patent and Trademark Office",)),
    ("doc", ("Department of Commerce",)),
    ("army", ("Department of the Army",)),
    ("navy", ("Department of the Navy",)),
    ("air-force", ("Department of the Air Force",)),
    ("usace", ("Corps of Engineers", "Engineer Corps")),
    ("dars", ("Defense Acquisition Regulations System",)),
    ("dod", ("Department of Defense", "Office of the Secretary, DoD")),
    ("ed", ("Department of Education", "Office of Postsecondary Education")),
    ("ferc", ("Federal Energy Regulatory Commission",)),
    ("nnsa", ("National Nuclear Security Administration",)),
    ("fda", ("Food and Drug Administration",)),
    (
        "cms",
        (
            "Centers for Medicare & Medicaid Services",
            "Centers for Medicare and Medicaid Services",
        ),
    ),
    ("cdc", ("Centers for Disease Control and Prevention",)),
    ("nih", ("National Institutes of Health",)),
    ("acf", ("Administration for Children and Families",)),
    ("hrsa", ("Health Resources and Services Administration",)),
    ("samhsa", ("Substance Abuse and Mental Health Services Administration",)),
    ("hhs", ("Department of Health and Human Services",)),
    ("uscg", ("Coast Guard",)),
    ("tsa", ("Transportation Security Administration",)),
    ("fema", ("Federal Emergency Management Agency",)),
    ("ice", ("Immigration and Customs Enforcement",)),
    ("uscis", ("Citizenship and Immigration Services",)),
    ("cisa", ("Cybersecurity and Infrastructure Security Agency",)),
    ("dhs", ("Department of Homeland Security",)),
    ("hud", ("Department of Housing and Urban Development",)),
    ("fws", ("Fish and Wildlife Service",)),
    ("nps", ("National Park Service",)),
    ("blm", ("Bureau of Land Management",)),
    ("bia", ("Bureau of Indian Affairs",)),
    ("boem", ("Bureau of Ocean Energy Management",)),
    ("bsee", ("Bureau of Safety and Environmental Enforcement",)),
    ("usgs", ("Geological Survey",)),
    ("onrr", ("Office of Natural Resources Revenue",)),
    ("osmre", ("Office of Surface Mining Reclamation and Enforcement",)),
    ("doi", ("Department of the Interior",)),
    (
        "atf",
        (
            "Bureau of Alcohol, Tobacco, Firearms, and Explosives",
            "Bureau of Alcohol, Tobacco, Firearms and Explosives",
            "Alcohol, Tobacco, Firearms, and Explosives Bureau",
        ),
    ),
    ("dea", ("Drug Enforcement Administration",)),
    ("fbi", ("Federal Bureau of Investigation",)),
    ("bop", ("Bureau of Prisons",)),
    ("eoir", ("Executive Office for Immigration Review",)),
    ("doj", ("Department of Justice",)),
    ("osha", ("Occupational Safety and Health Administration",)),
    ("msha", ("Mine Safety and Health Administration",)),
    ("eta", ("Employment and Training Administration",)),
    ("ebsa", ("Employee Benefits Security Administration",)),
    ("whd", ("Wage and Hour Division",)),
    ("dol", ("Department of Labor",)),
    ("faa", ("Federal Aviation Administration",)),
    ("fhwa", ("Federal Highway Administration",)),
    ("fmcsa", ("Federal Motor Carrier Safety Administration",)),
    ("fra", ("Federal Railroad Administration",)),
    ("fta", ("Federal Transit Administration",)),
    ("marad", ("Maritime Administration",)),
    ("nhtsa", ("National Highway Traffic Safety Administration",)),
    ("phmsa", ("Pipeline and Hazardous Materials Safety Administration",)),
    ("stb", ("Surface Transportation Board",)),
    ("dot", ("Department of Transportation",)),
    ("irs", ("Internal Revenue Service",)),
    ("ttb", ("Alcohol and Tobacco Tax and Trade Bureau",)),
    ("occ", ("Office of the Comptroller of the Currency", "Comptroller of the Currency")),
    ("fincen", ("Financial Crimes Enforcement Network",)),
    ("fiscal", ("Bureau of the Fiscal Service", "Fiscal Service")),
    ("va", ("Department of Veterans Affairs",)),
    ("cfpb", ("Bureau of Consumer Financial Protection", "Consumer Financial Protection Bureau")),
    ("cftc", ("Commodity Futures Trading Commission",)),
    ("cpsc", ("Consumer Product Safety Commission",)),
    ("eeoc", ("Equal Employment Opportunity Commission",)),
    ("epa", ("Environmental Protection Agency",)),
    ("exim", ("Export-Import Bank",)),
    ("fca", ("Farm Credit Administration",)),
    ("fcc", ("Federal Communications Commission",)),
    ("fdic", ("Federal Deposit Insurance Corporation",)),
    ("fec", ("Federal Election Commission",)),
    ("fhfa", ("Federal Housing Finance Agency",)),
    ("frs", ("Board of Governors of the Federal Reserve System", "Federal Reserve System")),
    ("fmc", ("Federal Maritime Commission",)),
    ("ftc", ("Federal Trade Commission",)),
    ("gsa", ("General Services Administration",)),
    ("itc", ("International Trade Commission",)),
    ("dfc", ("International Development Finance Corporation",)),
    ("lsc", ("Legal Services Corporation",)),
    ("loc", ("Library of Congress", "Copyright Office")),
    ("nasa", ("National Aeronautics and Space Administration",)),
    ("nara", ("National Archives and Records Administration",)),
    ("ncua", ("National Credit Union Administration",)),
    ("nlrb", ("National Labor Relations Board",)),
    ("nsf", ("National Science Foundation",)),
    ("ntsb", ("National Transportation Safety Board",)),
    ("omb", ("Office of Management and Budget",)),
    ("opm", ("Office of Personnel Management",)),
    ("oge", ("Office of Government Ethics",)),
    ("pbgc", ("Pension Benefit Guaranty Corporation",)),
    ("prc", ("Postal Regulatory Commission",)),
    ("rrb", ("Railroad Retirement Board",)),
    ("sba", ("Small Business Administration",)),
    ("sec", ("Securities and Exchange Commission",)),
    ("ssa", ("Social Security Administration",)),
    ("sss", ("Selective Service System",)),
    ("tva", ("Tennessee Valley Authority",)),
    ("usaid", ("Agency for International Development",)),
    ("usps", ("Postal Service",)),
)
"""The word of its ids, then its names; the first one is what its documents are issued by."""


def agencies_in(folded: str, low: int, high: int) -> Iterator[tuple[int, KnownIssuer]]:
    """Yield the agencies of the table that ``low:high`` names, each with where its name begins."""
    for found in _pattern().finditer(folded, low, high):
        word, names = _by_name()[_key(found.group())]
        yield (
            found.start(),
            KnownIssuer(code=names[0], names=names, series=f"us/{word}", jurisdiction="US"),
        )


@cache
def _by_name() -> dict[str, tuple[str, tuple[str, ...]]]:
    return {_key(name): (word, names) for word, names in AGENCIES for name in names}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((name for _, names in AGENCIES for name in names), key=len, reverse=True)
    written = "|".join(re.escape(name).replace(r"\ ", r"\s{1,3}") for name in names)
    return re.compile(rf"\b(?:{written})\b", re.IGNORECASE)


def _key(name: str) -> str:
    return " ".join(name.lower().split())
