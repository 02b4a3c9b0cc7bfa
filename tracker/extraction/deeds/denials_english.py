"""In which English words does a text say of a deed that nobody does it here and now?"""

from tracker.extraction.deeds.denial_wording import Denial

_TO = r"(?:to\s|from\s|in\s|against\s|that\s|of\s|for\s)?(?:[a-z]+\s){0,3}$"
_PLAIN = r"(?:(?!\b(?:and|but|is|are|shall|will|does|do|has|have|which|that)\b)[^.;,]){0,200}"

AS_PROVIDED_THERE = (
    r"as\s(?:already\s|originally\s|always\s)?"
    r"(?:provided|stated|set(?:\sout)?|laid\sdown|scheduled|foreseen|planned|stipulated)"
    r"\s(?:there(?:in)?|in\s(?:it|that\s[a-z]+)|by\s(?:it|its\s(?:own\s)?terms))\b"
)
"""What says that an act itself has long provided for what is told of it."""

ENGLISH_DENIALS: tuple[Denial, ...] = (
    Denial(
        name="done to none, or by nothing",
        place="before",
        words=rf"\b(?:[Nn]either|[Nn]or|[Nn]othing|[Nn]one|[Nn]o\s(?!longer|later|earlier|[0-9(])[a-z]+)\b{_PLAIN}"
        r"(?:(?:shall|will|is|are|be|to|thereby|hereby)\s){0,2}$"
        r"|\b[Nn]o\s$|\b[Nn]either\s[^.;,]{0,200}\sis\s$|\bno\slonger\s(?:to\s)?(?:be\s)?$|\bcan\s?not\s(?:be\s)?$|\bcan\s(?:only\s)?(?:be\s)?$"
        r"|\bnot\s(?:among|one\sof|part\sof)\s[^.;,]{0,60}\b(?:that|which)\s(?:(?:is|are|shall|will|be)\s){0,2}$|\bneed\snot\s(?:be\s)?$",
        examples=(
            "Nothing in this Order repeals Announcement No. 3 of 2026.",
            "No part of Announcement No. 3 of 2026 is suspended.",
            "There shall be no suspension of Announcement No. 3 of 2026.",
        ),
    ),
    Denial(
        name="wished, planned or refused",
        place="before a name",
        words=r"\b(?:[Dd]eclin|[Rr]efus|[Ii]ntend|[Hh]op|[Ww]ish|[Ww]ant|[Pp]refer|[Cc]onsider|[Cc]ontemplat|[Ss]tud|[Ee]xamin|[Ww]eigh"
        rf"|[Ee]xpect|[Aa]nticipat|[Pp]ropos|[Ss]eek|[Pp]repar|[Dd]iscuss|[Oo]ppos|[Rr]eject|[Aa]void|[Uu]rg|[Ff]orgo)[a-z]*\s{_TO}"
        r"|\b(?:[Uu]rg|[Aa]sk|[Pp]etition|[Ll]obb|[Ii]nvit|[Bb]egg|[Ee]ncourag)[a-z]*\s(?:the\s)?[A-Z][^.;,]{0,40}\s(?:to\s)?$"
        r"|\b(?:[Uu]rg|[Aa]sk|[Pp]etition|[Ll]obb|[Ii]nvit|[Rr]equest|[Pp]ress)[a-z]*\s(?:it|us|them|that\s[a-z]+|the\s[a-z]+)\s(?:to\s)?$"
        r"|\b(?:[Ff]ar\sfrom|[Ii]nstead\sof|[Rr]ather\sthan|[Ss]hort\sof|[Ww]ithout)\s(?:merely\s|simply\s)?$"
        r"|\bno\s(?:[a-z]+\s){0,2}(?:plans?|intention|intent|reason|need|wish|basis|grounds?|cause|desire)\s(?:to|of|for)?\s?$",
        examples=(
            "The Ministry declines to suspend Announcement No. 3 of 2026.",
            "The Ministry has no plan to revoke Announcement No. 3 of 2026.",
            "Rather than suspending Announcement No. 3 of 2026, the Ministry will hold talks.",
        ),
    ),
    Denial(
        name="only said, asked for or planned",
        place="before",
        words=r"\b(?:[Pp]ropos|[Pp]lan|[Ii]ntend|[Ee]xpect|[Ss]uggest|[Rr]ecommend|[Rr]equest|[Aa]sk|[Uu]rg|[Ss]eek|[Aa]rgu|[Aa]nticipat|[Pp]refer|[Ww]ish|[Ww]ant)"
        r"(?:e?s|es|e|ed|ned|ning|ing|ks)?\s(?:(?!\bthat\b)[^.;,]){0,80}\bthat\s(?:(?!\bthat\b)[^.;]){0,200}$"
        r"|\b(?:may|might|could|would|can|to)\s(?:decide|order|determine|direct)\sthat\s(?:(?!\bthat\b)[^.;]){0,200}$"
        r"|\b(?:[Pp]roposals?|[Rr]equests?|[Ss]uggestions?|[Ii]dea|[Cc]laims?|[Rr]eports?|[Rr]umou?rs?|not\strue|correct|incorrect|untrue|false|planned"
        r"|intended|proposed|hoped|denied|denies)\sthat\s(?:(?!\bthat\b)[^.;,]){0,200}$",
        examples=(
            "It is not true that Announcement No. 3 of 2026 is repealed.",
            "The Ministry may decide that Announcement No. 3 of 2026 be repealed.",
            "The Bureau plans to propose in spring 2027 that Order No. 3 of 2026 be rescinded.",
        ),
    ),
    Denial(
        name="on a condition",
        place="before",
        words=r"(?:^|[.;:]\s|\n)\s?(?:\(?[0-9a-z]{1,3}[.)]\s)?(?:Unless(?:\sand\suntil)?|Until|If|Once|When|Where|Should|Were|Pending|Before|After|In\sthe\sevent)\s"
        r"(?!\ue000|this\s|the\s(?:present|end|date|day)\b)[^.;,]{0,240}$"
        r"|\b(?:until|unless|if|whether|once)\s(?!\ue000)(?:the\s)?(?:[A-Z]?[a-z]+\s){0,3}(?:\ue001{3,160}\)?\s|it\s|they\s)(?:(?:is|are|shall|will|to)\s){0,2}$"
        r"|\b[Oo]nly\s(?:if|when|after|once|where)\s[^.;,]{3,160}$",
        examples=(
            "Until Announcement No. 3 of 2026 is repealed, exporters shall apply as before.",
            "Only if the other side keeps its word will Announcement No. 3 of 2026 be suspended.",
        ),
    ),
    Denial(
        name="of the past, of what remains, or only possible",
        place="before",
        told=True,
        words=r"\b(?:remain(?:s|ing|ed)?|was|were|had\s(?:been|already)|(?:has|have)\sbeen(?!\sdecided\s)"
        r"|would|could|might|may|should|ought|if|unless|whether|whose(?!\s(?:implementation|application|entry|start|effective))"
        r"|not|neither|expected|until\sit)\s(?:[A-Za-z]+\s){0,2}$"
        r"|\bhad\s(?:[a-z]+ly\s|also\s|since\s|then\s|first\s|earlier\s)?$",
        examples=(
            "Announcement No. 3 of 2026 was suspended.",
            "Announcement No. 3 of 2026 remains suspended.",
            "The Ministry may suspend Announcement No. 3 of 2026.",
        ),
    ),
    Denial(
        name="as that act provides itself",
        place="behind",
        words=rf",?\s{AS_PROVIDED_THERE}",
        examples=("Order No. 3 of 2026 ends, as provided there, on October 1, 2026.",),
    ),
    Denial(
        name="left to another act, or promised",
        place="before",
        told=True,
        words=r"\b(?:(?:later|subsequent|future|separate)\s(?:rule|notice|order|act|regulation|decision|announcement|action)"
        r"|(?:conditions?|grounds?|reasons?|criteria|basis|procedures?)\sfor"
        r"|proposed|plans?|(?:had|was|were|been)\s(?:[a-z]+\s){0,2}(?:planned|intended|meant|supposed)|agreed|committed|undertook|promised|pledged)\s(?:[A-Za-z]+\s){0,2}$",
        examples=(
            "The Ministry agreed to suspend Announcement No. 3 of 2026.",
            "A later notice will repeal Announcement No. 3 of 2026.",
            "It had been planned to repeal Announcement No. 3 of 2026.",
        ),
    ),
)
