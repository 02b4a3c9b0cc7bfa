"""Does an English text speak as the act itself, or does somebody speak of the act?

An act says "this announcement" and "hereby", or is signed; a law firm, a newsletter, a blog tells
that an act was issued, addresses its clients and takes no responsibility.
"""

from tracker.extraction.heads.layout import Layout
from tracker.extraction.heads.page_lines import ends_sentence, line_at, tail_start
from tracker.extraction.heads.register_marks import is_of_register
from tracker.extraction.prose.flow import DAY, Flow
from tracker.extraction.spelling.regexps import regexp

OWN_VOICE = regexp(
    r"\b(?:[Tt]his|[Tt]hese|[Tt]he\spresent"
    r"|[Tt]he\ssaid)\s(?:[A-Z]?[a-z-]+\s){0,3}(?i:orders?|ordinances?|regulations?"
    r"|rules?|notices?|notifications?|announcements?|licen[cs]es?|decisions?|directives?"
    r"|measures|document|decree"
    r"|instrument|amendments?|corrections?|corrigend(?:um|a)|act|law|resolution|proclamation|circular"
    r"|permits?|determinations?|declarations?|directions?|instructions?|ordinance)\b"
    r"|(?:(?<=\n)|^)(?:Laid\sdown|Adopted|Enacted|Stipulated)\sby\s(?:the\s)?[A-Z]"
    r"|\b(?:issues?|grants?|makes?|adopts?)\sthe\s(?:annexed|attached)\b"
    r"|\b(?i:hereby|herewith)\b|HAS\sADOPTED|HAVE\sADOPTED|(?:(?<=\n)|^)Done\s(?:at|in)\s[A-Z]|\bACTION:|\b[Ii]n\sexercise\sof\b"
    r"|\bas\sfollows\b|\b[Tt]he\sfollowing\s(?:[A-Za-z]+\s){0,4}(?:is|are)\s(?:hereby\s)?(?:decided|announced|notified|ordered|established|enacted|issued|made)\b|(?:(?<=\n)|^)\(?Promulgated\s(?:on|by)\b|(?:(?<=\n)|^)(?:CORRIGEND(?:UM|A)\b|Corrigendum\s+to\b)"
    r"|\bmakes?\sth(?:is|ese|e\sfollowing)\b|\[FR\sDoc|\b[Ii]t\s(?:is"
    r"|has\sbeen)\s(?:hereby\s)?(?:decided|ordered|announced|notified)\b"
    r"|\b(?i:it\sis\s(?:hereby|therefore|so|further|accordingly),?\sordered)\b"
    r"|(?:(?<=\n)|^)\W?(?:[0-9]{1,2}\.\s)?The\s(?:Secretary\sof\sState|Minister|Director|Board|Commission),\s(?:acting|under|in)\s"
    r"[^.;\n]{3,100},\s(?:suspends|revokes|grants|varies|amends|directs|withdraws|makes|orders)\b"
)
"""How an act speaks of itself."""

_HEAD = 1_500
_DAY_OF_ISSUE = regexp(
    rf"(?:(?<=\n)|^|(?<=\())\W{{0,3}}(?i:promulgat(?:ed|ion)|issued?|date(?:\sof\s(?:issue|issuance|promulgation|adoption|notice|announcement))?\]?|(?:published\sin\s(?:the\s)?)?official\sgazette(?:\sof)?|adopted|enacted|signed|gazetted|made|new\sdelhi)(?:\son|\sdate)?[,:.\x20-]{{0,24}}\s{{1,2}}"
    rf"(?i:dated\s)?(?i:the\s)?{DAY}\W{{0,3}}(?=\n|$)|\bS\.\s?O\.[^\n]{{0,12}}\(E\)"
)
"""A line of the head of an act that tells its own day, or its place in a gazette."""

OF_ADVISERS = regexp(
    r"(?i:\battorney\sadvertising\b|\bprior\sresults\sdo\snot\sguarantee\b"
    r"|\b(?:not|nor)\s(?:intended\s(?:to\s(?:be|constitute)|as)\s|be\s(?:relied\supon"
    r"|construed|taken|regarded)\s(?:as|for)\s)?(?:constitute\s)?(?:legal|tax"
    r"|professional)\sadvice\b"
    r"|\bnot\s(?:be\s)?(?:a\s)?substitute\sfor\s(?:legal|professional)\b"
    r"|\b(?:client|legal)\s(?:alert|update|briefing|bulletin|insights?|newsflash)\b"
    r"|\b(?:trade|tax|customs|sanctions)\s(?:alert|newsflash)\b"
    r"|\b(?:clients\sand\sfriends|our\sclients|dear\s(?:members?|clients?|readers?"
    r"|colleagues?|customers?|friends|all))\b"
    r"|\b(?:contact|reach\sout\sto)\s(?:the\sauthors?|our\s(?:team|lawyers|experts|practice)"
    r"|us\sto\sdiscuss|any\smember\sof\sour)\b"
    r"|\bkey\stakeaways?\b|\bwhat\syou\sneed\sto\sknow\b)"
    r"|不构成(?:任何|对任何[^,。;]{1,12}的)?(?:法律|专业|正式|律师)?(?:意见|建议)|律师事务所|合规(?:建议|提示)|客户(?:通讯|提示|简报)"
)
"""What only those write who advise others on an act: law firms, consultants, associations."""

OF_OTHERS = regexp(
    r"(?i:\b[0-9]{1,2}[ -]min(?:ute)?s?\sread\b|\bleave\sa\s(?:comment|reply)\b"
    r"|\bposted\s(?:on\s[^\n]{4,24}\s)?by\s"
    r"|\bin\splain\senglish\b|\bthis\snewsletter\b|\bunsubscribe\b"
    r"|\bfree\sencyclop(?:a|e)edia\b|\btraining\s(?:course|module)\b|\bthe\sregistrant\b"
    r"|\bdisclaimer:\sthis\s(?:article|post|blog|alert|note)\b"
    r"|\b(?:this|the)\s(?:alert|article|briefing|newsletter|blog(?:\spost)?|post|client\snote"
    r"|memorandum|advisory|insight|white\s?paper)\s(?:is|was|provides|summari[sz]es|discusses"
    r"|outlines|does|has\sbeen)\b"
    r"|\bthe\s(?:announcement|notice|regulation|rule|order|notification)\s(?:says|said|reads"
    r"|reportedly)\b)"
    r"|(?:(?<=\n)|^)(?:SUMMARY\sOF:?|KEY\sPOINTS|TAKEAWAYS?|WHAT\sIS\sTHE\sAIM\b|WHAT\sYOU\b"
    r"|OUR\sVIEW|Authors?:\s)"
)
"""What only somebody writes who tells of an act."""

_FORMAL = regexp(
    r"\[FR\sDoc\.?\s[^\]\n]{5,40}\bFiled\b|\bHA(?:S|VE)\s(?:ADOPTED|DECIDED|RESOLVED)\b|(?:(?<=\n)|^)(?:ACTION:|\(?Sd/-)"
)
"""The forms that only the act itself has, in whatever place it is printed again."""

_PUBLISHED = (
    r"(?:jointly\s)?(?:issued|published|released|announced|unveiled|put\sout|rolled\sout)\b"
)
_TOLD_BEFORE = regexp(
    rf"\b{_PUBLISHED}\s(?:the\s|its\s|a\s|an\s|new\s|joint\s|two\s){{0,2}}(?:[\w&'-]+\s){{0,4}}$"
)
_TOLD_BEHIND = regexp(
    rf"(?:\s(?:of|by|from)\s[^.;\n]{{3,80}}?)?,?\s(?:was|were|has\sbeen|have\sbeen)\s{_PUBLISHED}"
)
_TEXT_FOLLOWS = regexp(
    r"(?i)\b(?:full\stext|text\s(?:is|of|follows)|as\sfollows|reproduced|reprinted|below)\b"
)


def speaks_of_others(flow: Flow, layout: Layout, *, official: bool = False) -> bool:
    """Tell whether an English text that bears the number of an act is told by somebody else.

    ``official`` says that an official body published the text.
    """
    if flow.language != "en" or layout.number is None:
        return False
    if flow.sieve.search(_FORMAL) is not None or is_of_register(flow.flow):
        return False
    end = tail_start(flow, layout.body.start)
    if any(flow.sieve.search(words, 0, end) for words in (OF_ADVISERS, OF_OTHERS)):
        return True
    if _tells_its_own_issue(flow, layout):
        return True
    if flow.sieve.search(OWN_VOICE) or _DAY_OF_ISSUE.search(flow.marked, 0, _HEAD):
        return False
    return not (_signed_behind(flow, layout) or (official and _headed(flow, layout)))


_BEHIND_HEAD = regexp(
    rf"[\])]?(?:\s(?:of|by)\s(?:the\s)?[A-Z][A-Za-z,&'\s-]{{3,100}})?,?\s{{0,3}}(?:(?:of|dated|on|from|\()\s{{0,2}})?(?:{DAY}\)?)?,?\s{{0,3}}"
    r"(?:\.?|(?:on|concerning|regarding|amending|repealing|revoking|suspending|relating)\s[^\n.;:?!]{5,160})"
)
"""What behind the number of a head may stand in its line: its body, its day, what it is on."""
_BEFORE_HEAD = regexp(
    r"(?:Ref(?:erence)?\.?\s(?:N[Oo]\.?)?:?\s{0,3})?(?:(?:[A-Z][\w&.'-]{0,30},?|of|the|and|for)\s{1,3}){0,16}\(?"
)
_SPOKEN_OF = regexp(
    r"(?:The|It|In\sthe)\s(?:new\s|latest\s)?(?i:order|ordinance|regulation|rule|notice|notification|announcement|decision"
    r"|circular|decree|instrument|measure|licen[cs]e)s?\b"
    r"(?!\s(?:of|N[Oo]|by)\b)"
)
"""How somebody begins who tells of the act that a heading named."""
_TELLS_OF_IT = regexp(
    r"(?i:\b(?:(?<!\bthe\s)said|says|according\sto|(?<!\bare\s)(?<!\bis\s)(?<!hereby\s)announced|explain(?:s|ed)|means)\b)|\?"
)


def _headed(flow: Flow, layout: Layout) -> bool:
    """Tell whether nothing but the head of an act stands above its words: its body, number, day."""
    own = flow.numbers[layout.number or 0]
    line = line_at(flow, own.start)
    body, above = layout.body, flow.lines_within(0, line.start)
    named = _BEFORE_HEAD.fullmatch(flow.flow, line.start, own.start)
    if named is None or any(ends_sentence(flow, one) for one in above):
        return False
    if _BEHIND_HEAD.fullmatch(flow.marked, own.end, line_at(flow, own.end - 1).end) is None:
        return False
    told = _TELLS_OF_IT.search(flow.flow, body.start, body.end)
    return told is None and _SPOKEN_OF.match(flow.flow, body.start) is None


def _tells_its_own_issue(flow: Flow, layout: Layout) -> bool:
    """Tell whether the text says of the act that it was issued: an act says that of others."""
    own = flow.numbers[layout.number or 0]
    for one in flow.numbers:
        same = (one.form, one.serial) == (own.form, own.serial) and one.year in (own.year, None)
        if not same or one.start < layout.body.start:
            continue
        sentence = flow.sentence(one.start)
        before, behind = flow.flow[sentence.start : one.start], flow.flow[one.end : sentence.end]
        told = _TOLD_BEFORE.search(before) or _TOLD_BEHIND.match(behind)
        if told and not _TEXT_FOLLOWS.search(flow.flow, sentence.start, sentence.end + 80):
            return True
    return False


_OFFICER = regexp(
    r"\n[\x20\t]*(?:The\s)?(?:Minister|Secretary|Director[\s-]General|Commissioner|Governor|Commerce\sMinister)\b"
    r"[^\n.;:]{0,90}\s*$"
)
"""Who signs an act in the line above the day."""


def _signed_behind(flow: Flow, layout: Layout) -> bool:
    """Tell whether a body that is known signed the text: its name stands beside the last day."""
    signed = layout.signed
    if signed is None:
        return False
    if _OFFICER.search(flow.flow, max(layout.body.start, signed.start - 120), signed.start):
        return True
    return bool(flow.around.within(max(layout.body.start, signed.start - 200), signed.end))
