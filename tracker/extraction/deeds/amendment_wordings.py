"""In which wordings does an act change the words of another, in English and in Chinese?"""

from tracker.extraction.deeds.amendment_wording import AmendmentWording
from tracker.extraction.deeds.amendment_wordings_chinese import CHINESE_AMENDMENTS
from tracker.extraction.deeds.paired_words import PairedWords
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.regexps import regexp

TAKEN_OUT = r"(?:deleted|omitted|struck(?:\sout|\soff)?|(?:taken|left)\sout|removed|withdrawn)"
"""How a part, an entry or a name is said to go."""
_THE = (
    r"(?:the\s(?:words?|figures?|phrases?|expressions?|values?|dates?)"
    r"(?:\sand\s(?:words?|figures?|symbols?))?\s)?"
)
_DULY = r"(?:(?:hereby|newly|also|further|accordingly|likewise|respectively|additionally)\s){0,2}"
"""What stands between ``is`` and the change."""
_IS = rf"(?:is|are|shall\sbe|(?:is|are)\sto\sbe|must\sbe)\s{_DULY}"

_OF_ACT = (
    r"(?:\s(?:of|in|under)\s(?:[Aa]rticle|[Pp]oint|[Pp]aragraph|[Rr]egulation|[Ss]ection|Schedule|Annex)"
    r"\s[0-9IVX]{1,5}[A-Za-z]?(?:\([0-9a-z]{1,3}\))?)?"
    r"(?:\s(?:of|in|to|under)\s(?=[^;\"“\n]{0,110}[0-9]{2})(?:[^.;,\"“]|\.(?=[0-9A-Z)]|\s[0-9])){3,110})?"
)
"""The act of which a part is, by its number, before the verb that is said of the part."""

AMENDMENTS: tuple[AmendmentWording, ...] = (
    PairedWords(
        name="one quote for another",
        does="replace",
        pattern=regexp(
            r"(?i)\b(?:for|instead|place|lieu|stead|becomes?|gives?|yields?|turns?|reads?|read|replac\w+|substitut\w+|chang\w+|amend\w*"
            r"|correct\w*|revis\w+|modif\w+|adjust\w+|alter\w*|rectified|varied|lowered|raised|reduced|increased|understood"
            r"|should|shall|must|meant|intended|supposed|supersede[sd]?|deleted?|omit\w*|str[iu][ck]k?\w*|remov\w+|put|reworded|not)\b"
        ),
        examples=(
            "“2 kg” is substituted for “5 kg”",
            "substitute “2 kg” for “5 kg”",
            "read “2 kg” instead of “5 kg”",
            "insert “2 kg” in place of “5 kg”",
            "“2 kg” takes the place of “5 kg”",
            "shall read “2 kg” where it now reads “5 kg”",
            "for the words “5 kg”, wherever they occur, there is substituted “2 kg”",
            "For the figures and words “5 kg” the figures and words “2 kg” shall be read.",
            "for “5 kg” in point 3 of that Annex there is substituted “2 kg”",
            "instead of “5 kg” read “2 kg”",
            "substitute for “5 kg” the words “2 kg”",
            "“5 kg” becomes “2 kg”",
            "the words “5 kg” in point 3 give way, from 1 May 2027, to “2 kg”",
            "“5 kg” is deleted and “2 kg” is inserted",
            "the text said “5 kg”; “5 kg” was meant to say “2 kg”",
            "“5 kg” should have been “2 kg”",
            "the reference to “3B951.a” should be to “3B951.b”",
            "for the words “5 kg” the words “2 kg” shall be read",
            "“3B981.c” should read “3B981.d”.",
            "by removing “2.40 nm” and adding in its place “2.4 nm”",
            "by striking “10 percent” and inserting “25 percent”",
            "'greater than 20 kg' is replaced by 'greater than 10 kg'",
            "the phrase “5 kg” is deemed to be replaced with “2 kg”",
            "by substituting for the words “5 kg” the words “2 kg”",
        ),
    ),
    AmendmentWording(
        name="put right",
        does="replace",
        pattern=regexp(
            rf"\b(?:was|were|is|are)\s(?:meant|intended|supposed)\sto\s(?:be|read|say|state)\s{_THE}(?=[\"'“‘])"
            r"|\b(?:correct|right|proper|intended)\s(?:[A-Za-z]+\s){1,2}"
            rf"(?:is|are|reads?)\s{_THE}(?=[\"'“‘])|\bCorrect(?:ed)?:\s(?=[\"'“‘])"
            r"|(?<=[\"'”’])(?:[ ]?[|\t][ ]?|[ ]{3,40})(?=[\"“‘])"
        ),
        examples=(
            "the text said “5 kg”; it was meant to say “2 kg”",
            "The correct wording is “2 kg”, not “5 kg”.",
            "Incorrect: “5 kg”. Correct: “2 kg”.",
            "“5 kg” | “2 kg”",
        ),
    ),
    AmendmentWording(
        name="replaced by",
        does="replace",
        pattern=regexp(
            r"\b(?:is|are|shall\sbe)\s(?:hereby\s)?(?:adjusted|changed|amended|revised|corrected|raised|lowered|reduced|increased)"
            r"\sfrom\s(?:the\s)?[\"\u201c\u2018]?[0-9][0-9.,]*(?![0-9]|\s?(?:January|February|March|April|May|June|July|August|September|October|November|December)|[./-][0-9])"
            r"[^.;\n]{0,40}?\sto\b"
            r"|\bshould\s(?:have\s)?read\b:?|\b(?:is|are|shall\sbe)\s(?:(?:hereby|also|further|accordingly)\s){0,2}(?:deemed\sto\s(?:be|have\sbeen)\s)?(?:replaced\s(?:by|with)"
            r"|(?:amended|changed|corrected|revised|modified|adjusted)\sto(?=\s[\"'\u201c\u2018])|(?:amended|revised|corrected)\sto\sread"
            r"|substituted\s(?:by|with))\b(?!\sth(?:is|e\spresent)\s[A-Z]):?|\bto\sread\sas\sfollows\b:?|(?<=[0-9)]\s)read\sthe\sfollowing:?|\b(?:shall|is\sto|will)\s(?:henceforth\s|now\s|hereafter\s)?(?:be\s)?read\sas\sfollows:?|\b(?:to|shall|is\sto)\s(?:be\s)?read(?:\sas)?:?(?=\s[\"\u201c\u2018])"
            r"|\b(?:is|are|shall\sbe)\s(?:hereby\s|newly\s)?(?:reworded|rewritten|recast|restated)\s(?:as\sfollows|to\sread):?"
            r"|\b(?:entry|item|point|paragraph|article|text|wording)\b[^.;\"“‘\n]{0,40}\sbecomes?:?(?=\s[\"“‘'])"
            r"|\badding\sin\s(?:its|their)\splace\b|\band\sadding(?=\s[\"\u201c\u2018])"
            r"|\bsubstituted?(?=[-\u2013\u2014:](?:\s|\Z))|\bby\srevising\b|\bby\ssubstituting\b"
            r"|\bfrom\s['\"\u201c\u2018]?\w+['\"\u201d\u2019]?\sto(?=\s['\"\u201c\u2018]?(?:Restricted|Prohibited|Free))"
        ),
        examples=(
            "The code in point 2 is adjusted from 2804800000 to 2804800090.",
            "a. Revising paragraph b to read: “A diameter of 2 mm or more;”",
            "the entry for PL9014 becomes “PL9014 Furnaces”",
            "Point VI is reworded as follows: “Applications go to the Ministry”",
            "Article 2 is replaced by the following: “A diameter of 2 mm or more;”",
            "For entry PL9014 in Schedule 3 substitute-",
        ),
    ),
    AmendmentWording(
        name="another value",
        does="replace",
        behind=regexp(
            r"\b(?i:limits?|thresholds?|values?|purity|contents?|quantit(?:y|ies)|ceilings?|maximum|minimum|weights?|mass"
            r"|concentrations?|temperatures?|diameters?|thickness(?:es)?|percentages?|amounts?|figures?|levels?|sizes?|speeds?"
            r"|pressures?|power|volumes?|lengths?|widths?|capacit(?:y|ies)|resolutions?|accurac(?:y|ies)|allowances?)\b(?:[^.;]|(?<=No)\.|\.(?=[0-9]))*$"
        ),
        pattern=regexp(
            rf"\b(?:becomes|(?:shall|will)\s(?:now\s|henceforth\s)?be(?!\s[a-z]+ed\b)|{_IS}(?:adjusted|changed|amended|revised|corrected|raised|lowered|reduced|increased|cut|tightened|relaxed)"
            r"(?:\sfrom\s(?:[a-z]+\s){0,4}[£$€]?[0-9][0-9.,]*[^.;\"“\n]{0,40}?)?\sto)\s(?=(?:[a-z]+\s){0,4}[£$€]?[0-9][0-9.,]*"
            r"(?!\s?(?:January|February|March|April|May|June|July|August|September|October|November|December)|[./-]?[0-9]))"
        ),
        examples=(
            "the purity threshold is lowered from more than 99.99% to 99.95% or higher",
            "The limit in point II becomes 2 kg.",
        ),
    ),
    AmendmentWording(
        name="deleted",
        does="delete",
        pattern=regexp(
            rf"\b(?:is|are|be|stands?)\s{_DULY}(?:deleted"
            r"|omitted|struck(?:\sout)?|(?:taken|left)\sout|removed(?!\sfrom))\b|\b(?:[Oo]mit|[Dd]elete|[Ll]eave\sout|[Ss]trike\sout)\s|\b[Bb]y\s(?:removing|deleting|omitting|the\s(?:removal|deletion|omission)\sof)\b"
            r"|\bremove\sand\sreserve\b"
        ),
        examples=("Article 4 is deleted.", "paragraph 2 is omitted", "Sl. No. 4 stands deleted"),
    ),
    AmendmentWording(
        name="part repealed",
        does="delete",
        behind=regexp(
            r"(?:(?<!\bof\s)(?<!\bin\s)(?<!\bto\s)(?<!\bunder\s)(?<!\bfrom\s)\b(?:[Aa]rticles?|[Ss]ections?|[Pp]ara(?:graph)?s?|[Pp]oints?|[Ii]tems?|[Rr]egulations?|[Rr]ules?)\s"
            r"(?:[0-9IVX][0-9A-Za-z]{0,4}(?:\s?\([0-9A-Za-z]{1,4}\)){0,3}|\([0-9a-z]{1,3}\))(?:(?:,|\sand|,\sand|\sto)\s[0-9(][\w()]{0,10}){0,6}"
            r"|(?<!by\s)(?<!in\s)(?<!to\s)(?<!of\s)\b(?:Schedule|Annex|Appendix)\s[0-9IVXA-Z]{1,5})"
            rf"{_OF_ACT},?\s$"
        ),
        pattern=regexp(
            rf"\b(?:(?:is|are|shall\sbe)\s{_DULY}(?:repealed|revoked|abolished|rescinded|annulled|cancelled|dropped|expunged|withdrawn|(?:removed|taken|deleted|struck)\s(?:from|off|out\sof)(?=\s(?:[Aa]rticle|[Pp]oint|[Pp]aragraph|[Rr]egulation|[Ss]ection)))"
            r"|(?:shall|will|(?:is|are)\sto|do|does)\s(?:no\slonger|not\sany\slonger)\s(?:appear|apply|exist|be\s(?:included|applied|part))"
            r"|ceases?\sto\s(?:appear|apply|exist|have\seffect|be\s(?:part|included))"
            r"|(?:no\slonger\s(?:applies|appears|exists)|(?<!not\s)(?:falls?\saway|disappears?|drops?\sout)))\b"
        ),
        examples=(
            "(b) Article 7(2) is repealed;",
            "Regulations 4 and 5 are revoked.",
            "Article III shall be repealed.",
            "Schedule 4A is revoked.",
            "Point V is abolished.",
            "item (1) under Article II of Announcement No. 921 of 2025 shall no longer appear",
            "Article 4 of Order No. 920 falls away.",
            "Item (3) is taken off Article II of it.",
        ),
    ),
    AmendmentWording(
        name="new entry",
        does="add",
        pattern=regexp(
            r"\b[Nn]ew\s(?:entry|item|row|line|point|paragraph):?\s(?=[\"'‘“]?[0-9][A-E0-9])"
        ),
        examples=("2 | after 1C957 | new entry 1C958: Bismuth oxide",),
    ),
    AmendmentWording(
        name="added",
        does="add",
        pattern=regexp(
            rf"\b(?:is|are|be)\s{_DULY}(?:inserted|added|appended)\b:?"
            r"|\b(?:insert|add)(?:\s|(?=-|:))|(?:(?<=\n)|^)(?:Insert|Add):|\bby\s(?:adding|inserting|including|(?:the\s)?(?:addition|insertion|inclusion)\sof)\b"
            rf"|\b{_IS}(?:supplemented|extended|expanded|enlarged|completed)\s(?:with|by|to\sinclude)\b"
            r"|\b(?:receives?|gains?)\s(?:an?\s|one\s)?(?:new|further|additional)\s(?:item|entry|point|row|paragraph)\b"
        ),
        examples=(
            "following entry 1C949, the entry ‘1C950’ is inserted",
            "the following entry is inserted: ‘1C950’",
            "is amended by inserting after item 1C907 the following item: “1C908”",
            "the Annex is supplemented with the following entry: “1C908”",
            "The List shall stand amended by inclusion of entry 8A391",
        ),
    ),
    PairedWords(
        name="a quote put in",
        does="add",
        pattern=regexp(r"\b(?:inserted|added|appended|entered|joins?)\b"),
        examples=("‘1C950’ is inserted after 1C949", "an item (4) reading “2B9” is added to it"),
    ),
    *CHINESE_AMENDMENTS,
)


def changes_in(flow: Flow) -> tuple[AmendmentWording, ...]:
    """Return the rows that a text may hold."""
    return flow.sieve.rows(AMENDMENTS if flow.language == "en" else CHINESE_AMENDMENTS)
