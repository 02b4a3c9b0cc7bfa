"""Which codes of goods does a text name: control codes, customs codes, catalogue entries?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.bare_codes import bare_codes
from tracker.extraction.scope.code_letters import (
    GLUED,
    TAIL_ENGLISH,
    between,
    codes_between,
    dotted,
    letters_behind,
    letters_named,
    names_a_place,
    of_other_goods,
    opens_list,
)
from tracker.extraction.scope.code_rows import (
    BEGINS_WITH_CODE,
    BESIDE_CONTROL,
    ENDS_WITH_CODE,
    ONLY_CODES,
    TEN_IN_BRACKETS,
)
from tracker.extraction.spelling.regexps import regexp

MOST = 5_000
"""The most codes of one kind that are read in one stretch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code as lists write it (``1C902.a``, ``2825909031``) and where it stands."""

    code: str
    start: int
    end: int


_CONTROL = regexp(
    r"(?:(?<![0-9A-Za-z.])(?<![A-Za-z]-)|(?<=ECCN)|(?<=[\s;。:“][0-9]\.)|(?<=[\s;。:“][0-9]{2}\.)|(?<=[\n;。:][A-Z]\.)|(?<=[\n;。:][A-Z]\.\s))(?P<code>[0-9][A-E][0-9]{3}(?:\.(?:\s(?=[a-z](?:[)\u4e00-\u9fff,;:、]|$)))?[a-z](?![a-z])(?:\.[0-9]{1,2}"
    r"(?![0-9])(?:\.[a-z](?![a-z]))?){0,3}|(?<=C350)\.[0-9]{1,2}(?![0-9.]?[0-9]))?)(?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z])(?P<pl>PL[0-9]{4}(?:\.[a-z](?![a-z]))?|X\.[A-Z]\.[IVX]{1,5}\.[0-9]{3})(?![0-9A-Za-z])"
)
_CODE_PLAIN = r"[0-9][A-E][0-9]{3}(?:\.[a-z0-9]{1,2}){0,4}"
_CUSTOMS_WORD = regexp(
    r"海关商品编[号码]|商品编[号码]|商编|商品代码|海关编[号码]|海关代码|税则号列?|税目|税号|HS\s?编[号码]"
    r"|(?<=[(,])(?:[0-9]{1,2}位)?编[号码](?=\s?:?\s?[0-9]{8}(?:[0-9]{2})?[;,)])"
    r"|\b(?:HSK|NCM|AHTN|CN\sFEA|FEACN|TN\sVED)\b"
    r"|\bHS(?=\s?:|\s{1,2}(?:[Nn]os?\.?\s{0,2})?(?:[Ee]x\s)?[0-9]{4})|\bCN(?=\s{1,2}(?:[Ee]x\s)?[0-9]{4})|\b(?i:hs\s?codes?|h\.s\.\s(?:codes?|numbers?|nos?)|hs\s(?:numbers?|references?|classification|ref\.)|customs\scommodity\snos?\b|hsn(?=\s?:?\s[0-9]{4})|customs\s(?:commodity\s)?(?:codes?|numbers?)"
    r"|(?:product|nomenclature|goods|harmoni[sz]ed)\scodes?(?=:?\s[0-9]{4})|codes?(?=:?\s(?:[0-9]{10}\b|[0-9]{4}\.[0-9]{2}\.[0-9]{2}\b))"
    r"|classified\s(?:under|in|at|within)(?=\s[0-9]{4}\.[0-9]{2}\.[0-9]{2})"
    r"|commodity\s(?:codes?|numbers?|nos?\b)|cn\scodes?|taric|tariff\s(?:codes?|lines?|items?"
    r"|headings?|numbers?|classifications?)|itc\s?\(?hs\)?|hts(?:us)?\b|hs\sno|combined\snomenclature|harmoni[sz]ed\s(?:tariff\sschedule|(?:system\s)?(?:codes?|numbers?))|statistical\s(?:codes?|numbers?)"
    r"|\bex(?=\s(?:[0-9]{4}\s[0-9]{2}\s[0-9]{2}|[0-9]{4}\.[0-9]{2}\.[0-9]{2}|[0-9]{8})\b)|(?:sub)?headings?(?=\s[0-9]{4}\.[0-9]{2}\.)|schedule\sb(?=\s(?:[a-z]+\s){0,2}[0-9]{4}|\s(?:numbers?|codes?|description|commodity)\b|\s?\|))"
)
_CUSTOMS = regexp(
    r"(?<![0-9A-Za-z.-])(?:(?P<apart>[0-9]{8}\s[0-9]{2}(?=\s?(?:[、,;)。\n|]|$)))|(?P<plain>[0-9]{10}|(?!20(?:1[5-9]|[2-9][0-9])(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9]))[0-9]{8})"
    r"|(?P<dotted>[0-9]{4}\.[0-9]{2}\.[0-9]{2}(?:\.?[0-9]{2})?"
    r"|[0-9]{4}\.[0-9]{2}-[0-9]{4}|[0-9]{4}\.[0-9]{4}(?:\.?[0-9]{2})?|[0-9]{8}\.[0-9]{2})"
    r"|(?P<spaced>[0-9]{4}\s(?:[0-9]{2}\s[0-9]{3}\s[0-9]|(?:[0-9]{2}\s[0-9]{2}|[0-9]{4})(?:\s[0-9]{2})?)))(?![0-9A-Za-z]|[.-][0-9])"
)
_ENTRY = regexp(r"(?<![0-9A-Za-z])(?P<code>[0-9]{6}[XJ])(?![0-9A-Za-z])")


def control_codes(flow: Flow, span: Span) -> tuple[Code, ...]:
    """Return the codes of control lists (``2B942.a.1``, ``PL9091``) in order, each once.

    A heading that bears only a number is read with the letters under it (``2B942`` and ``a.``).
    What is named as controlled elsewhere, or only to be seen, is not meant.
    """
    return _once(_control(flow, span))


_ELSEWHERE = regexp(
    r"(?i:\b(?:(?<!may\s)(?<!shall\s)(?<!must\s)not|other\sthan|except|excluding)\s[^.;|(0-9]{0,40}?\b(?:specified|controlled|covered|listed|described|classified)"
    r"\s(?:by|in|under|elsewhere\sin)\s(?:eccns?\s|entr(?:y|ies)\s|items?\s)?"
    r"|\b(?:previously|formerly|hitherto|until\snow|so\sfar)\s(?:(?:been|was|were)\s)?(?:specified|controlled|covered|listed|described|classified)"
    r"\s(?:by|in|under|as|at)\s(?:the\s)?(?:eccns?\s|entr(?:y|ies)\s|items?\s)?"
    r"|\b(?:other\sthan|except(?:ing|\sfor)?|excluding|but\snot)\s(?:(?:those|items|commodities|goods)\s(?:in|of|under)\s)?"
    rf"(?:eccns?\s|entr(?:y|ies)\s|items?\s)?(?:{_CODE_PLAIN}(?:,\s|,?\s(?:and|or)\s)){{0,6}}"
    r"|\bsee\s(?:also\s)?(?:eccns?\s|entr(?:y|ies)\s)?|\brelated\scontrols:[^\n]*)$"
)
_RELATED = regexp(
    r"(?i:\b(?:controlled|specified|described|classified|listed|enumerated|covered|identified)\s(?:by|in|under|as)\s"
    r"(?:the\s)?(?:eccns?\s|entr(?:y|ies)\s|items?\s|paragraphs?\s)?"
    r"|\b[a-z]{3,20}[”\"']{0,2}\s(?:in|of|under)\s(?:eccns?\s)?)"
    rf"(?:{_CODE_PLAIN}(?:,\s(?:(?:and|or)\s)?|\s(?:and|or)\s|\sthrough\s|\sto\s)){{0,20}}$"
)
"""What before a code says that it is the one of the goods to which others belong."""
_TO_MAKE = regexp(r"\bfor\sthe\s(?:development|production|use|design|manufacture)\b")
_OF_OTHERS = regexp(r"(?i)software|technology")
_LETTERED = regexp(r"\n[ \t|]{0,8}\(?(?P<letter>[a-z])[.)][ \t|]{1,6}(?=\S)[^\n]{0,60}")
_ENTIRE = regexp(
    r"(?i)\ball\sof\sthe\s(?:following|characteristics)|\bapplies\sto\s(?:the\s)?entire\sentry"
)
"""What says that the letters under a heading only describe it together."""
_HEADING = regexp(r"(?:(?<=\n)|^)[ \t|\"'“‘*\u2022-]{0,6}(?:ECCN\s|Entry\s|Item\s)?$")


def _control(flow: Flow, span: Span) -> Iterator[Code]:
    for glued in flow.sieve.finditer(GLUED, span.start, span.end) if flow.language == "en" else ():
        yield Code(code=dotted(glued), start=glued.start(), end=glued.end())
    found = [*_CONTROL.finditer(flow.flow, span.start, span.end)]
    for place, match in enumerate(found):
        low = max(span.start, match.start() - 120)
        before = flow.flow[low : match.start()]
        may = flow.language == "en" and flow.sieve.may(_ELSEWHERE, low, match.start())
        other = (may and _ELSEWHERE.search(before)) or _is_related(flow, match)
        if names_a_place(before) or (flow.language == "en" and other):
            continue
        own = flow.flow[
            max(span.start, flow.flow.rfind("\n", 0, match.start()) + 1) : match.start()
        ]
        if of_other_goods(flow.flow, match.end()) and _CONTROL.search(own):
            continue
        for code in codes_between(flow.flow, found[place - 1], match) if place else ():
            yield Code(code=code, start=found[place - 1].start(), end=match.end())
        under = tuple(_under_heading(flow, match, span.start, span.end))
        if under:
            yield from under
            continue
        opens = opens_list(flow.flow, match, found[place + 1 : place + 3])
        headed = opens or _HEADING.search(before[before.rfind("\n") + 1 :]) is not None
        behind = (found[index].start() for index in range(place + 1, len(found)))
        heads = (at for at in behind if opens or _heads(flow, at))
        lettered = (
            list(_lettered(flow, match, next(heads, span.end)))
            if headed and "." not in match.group()
            else []
        )
        if not (opens and (lettered or opens.is_named)):
            yield Code(code="".join(match.group().split()), start=match.start(), end=match.end())
            yield from _further_letters(flow, match, span.end)
        yield from lettered


_RANGES = (" to ", " through ", "-", "\u2013", " -", " \u2013")
_OF_HEADING = regexp(r"\s(?=[a-z]\.[0-9])")
"""What parts a code from the letters that are meant under it: ``3B961 a.4``."""


def _further_letters(flow: Flow, match: re.Match[str], high: int) -> Iterator[Code]:
    """Yield the codes of which only the last letter is written: ``1C902.a、b``, ``.a and .c``."""
    if flow.language == "en":
        yield from _further_english(flow, "".join(match.group().split()), match.end(), high)
        return
    for letter in letters_behind(flow.flow, "".join(match.group().split()), match.end(), high):
        yield Code(code=letter.code, start=letter.start, end=letter.end)


def _further_english(flow: Flow, told: str, at: int, high: int) -> Iterator[Code]:
    tail = TAIL_ENGLISH.match(flow.flow, at, high) if "." in told else None
    while tail is not None:
        root, last = told.split(".")[0], told.rpartition(".")
        own = tail["dotted"] or tail["bare"]
        if tail["number"]:
            if not last[2].isdigit():
                return
            told = f"{last[0]}.{tail['number']}"
        else:
            told = f"{last[0] if len(own) == 1 and last[2].isalpha() else root}.{own}"
        if tail.group().startswith(_RANGES):
            for letter in between(last[2], own or ""):
                yield Code(code=f"{last[0]}.{letter}", start=tail.start(), end=tail.end())
        yield Code(code=told, start=tail.end() - len(own or tail["number"]), end=tail.end())
        tail = TAIL_ENGLISH.match(flow.flow, tail.end(), high)


def _under_heading(flow: Flow, match: re.Match[str], low: int, high: int) -> Iterator[Code]:
    """Yield the codes of the letters that stand apart from a code: ``3B961 paragraphs a, c``."""
    if flow.language != "en" or "." in match.group():
        return
    named = letters_named(flow.flow, low, match.start(), match.end())
    if named is not None:
        for letters in named[2]:
            yield Code(code=f"{match.group()}.{letters}", start=named[0], end=named[1])
        return
    apart = _OF_HEADING.match(flow.flow, match.end(), high)
    first = _FIRST_LETTER.match(flow.flow, apart.end(), high) if apart else None
    if first is None:
        return
    code = f"{match.group()}.{first['own']}"
    yield Code(code=code, start=match.start(), end=first.end())
    yield from _further_english(flow, code, first.end(), high)


_FIRST_LETTER = regexp(r"\.?(?P<own>[a-z](?:\.[0-9]{1,2})?)(?![A-Za-z0-9])")
_OWN_KIND = regexp(
    r"(?:software|technology)[”\"'’]{0,2}\s(?:[a-z]+\s){0,3}?(?:in|of|under|by)\s(?:[Ee][Cc][Cc][Nn]s?\s)?$"
)
"""What before the code of software or technology says that it is the code of that itself."""


def _is_related(flow: Flow, match: re.Match[str]) -> bool:
    """Tell whether a code is named for its software or technology, which has a code of its own."""
    if not flow.sieve.may(_RELATED, match.start() - 200, match.start()):
        return False
    low = max(flow.flow.rfind("\n", 0, match.start()) + 1, flow.sentence(match.start()).start)
    if match.group()[1] in "DE" and _OWN_KIND.search(
        flow.flow[max(low, match.start() - 90) : match.start()]
    ):
        return False
    related = _RELATED.search(flow.flow, max(low, match.start() - 200), match.start())
    own = related and _CONTROL.search(flow.flow, low, related.start())
    if not (own and related):
        return False
    if _OF_OTHERS.search(flow.flow, own.end(), related.end()):
        return True
    made = _TO_MAKE.search(flow.flow, own.end(), related.end())
    return bool(made and _OF_OTHERS.search(flow.flow, max(low, own.start() - 40), own.start()))


def _heads(flow: Flow, at: int) -> bool:
    line = flow.flow.rfind("\n", 0, at) + 1
    return at - line < 12 and _HEADING.search(flow.flow[line:at]) is not None


def _lettered(flow: Flow, head: re.Match[str], end: int) -> Iterator[Code]:
    """Yield the codes of the lettered lines under a heading: they run from a on."""
    under: list[Code] = []
    for line in _LETTERED.finditer(flow.flow, head.end(), end):
        wanted = chr(ord("a") + len(under))
        if line["letter"] == wanted:
            code = f"{head.group()}.{wanted}"
            if not under and _ENTIRE.search(flow.flow, head.end(), line.start()):
                return
            under.append(Code(code=code, start=line.start() + 1, end=line.end()))
    yield from under if len(under) > 1 else ()


def customs_codes(flow: Flow, span: Span) -> tuple[Code, ...]:
    """Return the customs codes of eight or ten digits, without dots and blanks.

    Digits count only where a word for customs codes stands before them in their sentence, or in a
    table whose head has that word.
    """
    return _once(_customs(flow, span))


def _customs(flow: Flow, span: Span) -> Iterator[Code]:
    headed = columns = False
    at = span.start
    for line in flow.flow[span.start : span.end].split("\n"):
        low, high = at, at + len(line)
        at = high + 1
        word = flow.sieve.search(_CUSTOMS_WORD, low, high)
        row = ONLY_CODES.fullmatch(line.strip()) or BEGINS_WITH_CODE.match(line)
        row = row or (ENDS_WITH_CODE.match(line) if headed else None)
        cells = "|" in line or row is not None or (columns and "。" not in line)
        in_table = headed and word is None and cells
        if flow.language == "zh" and not in_table:
            bare = word.start() if word is not None else high
            listed = word is None and _CONTROL.search(flow.flow, low, high) is not None
            for digits, start, end in bare_codes(flow, low, bare, listed=listed):
                yield Code(code=digits, start=start, end=end)
        if word is not None or in_table:
            start = word.end() if word is not None else low
            for match in _CUSTOMS.finditer(flow.flow, start, high):
                digits = re.sub(r"[.\s-]", "", match.group())
                last = (
                    _LAST_AMERICAN if match["dotted"] and flow.language == "en" else _LAST_CHAPTER
                )
                if 1 <= int(digits[:2]) <= last:
                    yield Code(code=digits, start=match.start(), end=match.end())
                    yield from _elided(flow, digits, match.end(), high)
        elif BESIDE_CONTROL.search(line):
            for match in BESIDE_CONTROL.finditer(flow.flow, low, high):
                yield Code(code=match["code"], start=match.start("code"), end=match.end("code"))
        elif flow.language == "en" and TEN_IN_BRACKETS.search(flow.flow, low, high):
            for bracket in TEN_IN_BRACKETS.finditer(flow.flow, low, high):
                for one in _CUSTOMS.finditer(flow.flow, bracket.start(), bracket.end()):
                    digits = one.group().replace(".", "")
                    yield Code(code=digits, start=one.start(), end=one.end())
        elif _in_american_tariff(flow):
            for match in _DOTTED.finditer(flow.flow, low, high):
                digits = match.group().replace(".", "")
                yield Code(code=digits, start=match.start(), end=match.end())
        headed = headed or word is not None
        headed = headed or (flow.language == "zh" and _GOODS_BELOW.search(line) is not None)
        columns = (columns and "。" not in line) or _heads_columns(flow, line, word)


def codes_led(flow: Flow, before: Span, after: Span) -> tuple[Code, ...]:
    """Return customs codes at the beginning of a stretch whose name stands in the one before."""
    if not flow.sieve.may(_CUSTOMS_WORD, before.start, before.end + _AHEAD):
        return ()
    if _CUSTOMS_WORD.search(flow.flow, before.start, before.end) is None:
        return ()
    return _once(_led(flow, after))


_AHEAD = 12
_JOINED = regexp(r"(?:[\s:,、;“”\"'‘’]|及|和|与|and\b|ex\b){0,8}")


def _led(flow: Flow, after: Span) -> Iterator[Code]:
    at = after.start
    while at < after.end:
        joint = _JOINED.match(flow.flow, at, after.end)
        match = _CUSTOMS.match(flow.flow, joint.end() if joint else at, after.end)
        if match is None:
            return
        yield Code(code=re.sub(r"[.\s]", "", match.group()), start=match.start(), end=match.end())
        at = match.end()


_GOODS_BELOW = regexp(r"(?:下[列述]|以下)(?:商品|货物)[^。\n]{0,60}:\s?$|^(?:商品|货物)清单:?$")
"""How a line ends that opens a list of codes without calling them so."""
_SENTENCE = regexp(r"[。;:,]")


def _heads_columns(flow: Flow, line: str, word: re.Match[str] | None) -> bool:
    """Tell whether a Chinese line is the head of a table whose columns only blanks part."""
    if word is None or flow.language != "zh" or _SENTENCE.search(line):
        return False
    return len(line.split()) > 1 and not any(char.isdigit() for char in line)


_LAST_CHAPTER = 97
_TAIL = regexp(r"\s?[、/]\s?(?P<tail>[0-9]{4}|[0-9]{2})(?=\s?(?:[、/),;。〕]|及|和|等))")


def _elided(flow: Flow, digits: str, at: int, high: int) -> Iterator[Code]:
    """Yield the codes of which only the last digits are written: ``2805301610、1620``."""
    tail = _TAIL.match(flow.flow, at, high) if len(digits) == _LONG else None
    while tail is not None:
        own = tail["tail"]
        yield Code(code=digits[: -len(own)] + own, start=tail.start("tail"), end=tail.end("tail"))
        tail = _TAIL.match(flow.flow, tail.end("tail"), high)


_LONG = 10


_DOTTED = regexp(
    r"(?<![0-9A-Za-z.-])(?:0[1-9]|[1-9][0-9])[0-9]{2}\.[0-9]{2}\.[0-9]{2}(?:\.?[0-9]{2})?(?![0-9A-Za-z]|[.-][0-9])"
)
_LAST_AMERICAN = 99
"""The last chapter of the American tariff, where its extra duties stand."""
_AMERICAN_TARIFF = regexp(
    r"\bHTSUS?\b|\bHarmonized\sTariff\sSchedule\b|\b(?:[Ss]ub)?headings?\s[0-9]{4}\.[0-9]{2}\."
)


def _in_american_tariff(flow: Flow) -> bool:
    """Tell whether a text speaks of the American tariff, whose lines are written with dots."""
    if flow.language != "en":
        return False
    return flow.once("american tariff", lambda: flow.sieve.search(_AMERICAN_TARIFF) is not None)


_QUOTED = regexp(r"(?<=[“‘\"'、,;和及])\s?(?P<code>[0-9]{10}|[0-9]{8})(?=\s?[”’\"'、,;和及])")


_IN_CELL = regexp(
    r"(?:(?<=[\n|“‘\"'])|(?<=[\n|“‘\"']\s)|(?<=[Ee]x\s))(?P<code>[0-9]{4}\s[0-9]{2}\s[0-9]{2}(?:\s[0-9]{2})?)"
    r"(?=[ \t]?(?:[\n|”’\"',;]|$|[:\u2013\u2014-]\s)|[ \t]{1,4}[A-Z][a-z])"
)
"""A code of the Combined Nomenclature that fills a cell or a line: ``8112 92 89``."""


def quoted_codes(flow: Flow, span: Span) -> tuple[Code, ...]:
    """Return customs codes that stand alone, or in a list of them, between quotation marks.

    Or, as the Combined Nomenclature parts them, in a cell: the row that another act gains.
    """
    rows = (_QUOTED, _IN_CELL) if flow.language == "en" else (_QUOTED,)
    found = (
        Code(
            code=re.sub(r"\s", "", match["code"]), start=match.start("code"), end=match.end("code")
        )
        for row in rows
        for match in row.finditer(flow.flow, span.start, span.end)
        if 1 <= int(match["code"][:2]) <= 97
    )
    return _once(found)


def catalogue_entries(flow: Flow, span: Span) -> tuple[Code, ...]:
    """Return the numbers of technology catalogue entries (``902601X``)."""
    found = (
        Code(code=match["code"], start=match.start(), end=match.end())
        for match in _ENTRY.finditer(flow.flow, span.start, span.end)
    )
    return _once(found)


def _once(codes: Iterator[Code]) -> tuple[Code, ...]:
    found: dict[str, Code] = {}
    for code in codes:
        if len(found) >= MOST:
            break
        found.setdefault(code.code, code)
    return tuple(found.values())
