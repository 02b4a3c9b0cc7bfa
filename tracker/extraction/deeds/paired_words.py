"""Which of two quoted strings of an English text takes the place of the other?

``“5 kg” becomes “2 kg”``, ``for “5 kg” in point 3 there is substituted “2 kg”``, ``“2 kg” is read
in place of “5 kg”``: the words before, between and behind the quotes tell by what they are put
together of. No order of old and new is taken for granted, and a denied change is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extraction.deeds.amendment_wording import AmendmentWording, Place
from tracker.extraction.spelling.regexps import regexp
from tracker.extraction.spelling.sieve import Sieve

QUOTE = regexp(
    r"“(?=\S)[^“”\n]{1,300}”|\"(?=\S)[^\"\n]{1,300}(?<=\S)\""
    r"|(?<![\w’'”\"])[‘'](?=[^\s’'])(?:[^‘’'“”\"\n]|(?<=\w)[’'](?=\w)){1,300}(?<=\S)[’'](?!\w)"
)
"""Words between quotation marks of one kind; in single ones an apostrophe may stand."""
_NEXT = regexp(r"[“\"‘]|(?<=[\s(:|])'(?=\S)")
_HEAD, _BETWEEN, _TAIL = 48, 200, 60
_CALLED = (
    r"(?:the\s(?:new\s|following\s|old\s|correct\s)?(?:words?|figures?|phrases?|expressions?|values?|dates?|limits?|text|wording"
    r"|terms?|entry|entries|references?|codes?|letters?|symbols?|numbers?)(?:\sand\s(?:words?|figures?|symbols?))?(?:\sto)?\s?)?"
)
_DULY = (
    r"(?:(?:hereby|newly|also|further|accordingly|likewise|respectively|additionally|now"
    r"|henceforth|thereby)\s){0,2}"
)
_MEANWHILE = (
    r"(?:,\s[^,;\"“‘]{3,90}(?:,\s20[0-9]{2})?,"
    r"|,?\s(?:with\seffect\s)?(?:from|as\s(?:of|from)|on|until|effective|wherever|in\s(?:each|every|both))\s"
    r"[^,;\"“‘]{3,40}(?:,\s20[0-9]{2})?,?)?"
)
"""A day, or a place, told between the parts of a verb: ``shall, as of March 15, 2027, read``."""
_BE = (
    rf"(?:is|are|be|been|being|stands?){_MEANWHILE}\s{_DULY}"
    r"(?:deemed\sto\s(?:be|have\sbeen)\s)?"
)
_THEN = rf"{_MEANWHILE}[\s:,]{{0,8}}(?:as(?:\sfollows)?[\s:]{{1,6}})?{_CALLED}[:\s]{{0,4}}$"
"""What may stand between a verb and the new words: a day, and what they are called."""
_CHANGED = (
    r"(?:replaced|substituted|superseded|changed|amended|corrected|revised|modified|adjusted|altered|rectified|varied"
    r"|lowered|raised|reduced|increased|understood|reworded|put\sright)"
)
_OLD_GOES = regexp(
    rf"\b(?:becomes?|(?:gives?|makes?)\s(?:way|place){_MEANWHILE}\s?(?:to|for)|yields?\sto|turns?\sinto|(?:(?:shall|is\sto|will)\s)?(?:now|henceforth|hereafter)\sreads?"
    rf"|(?<!\bnow\s)(?<!it\s)(?<!they\s)reads?(?:\sas)?"
    rf"|{_BE}{_CHANGED}{_MEANWHILE}\s?(?:by|with|to(?:\sread(?:\sas)?|\sbe)?|into|as|so\sas\sto\sread)"
    rf"|(?:should|shall|must|(?:is|are|has|have)\sto|ought\sto|will){_MEANWHILE}\s(?:now\s|instead\s|rather\s|henceforth\s|then\s){{0,2}}"
    r"(?:be(?:\sread|\sto)?|read|say|state|become|speak\sof|refer\sto|mention|use|have\s(?:been|read|said|stated|appeared)(?:\sas|\swith)?)(?:\sas)?"
    r"|(?:was|were|is|are)\s(?:meant|intended|supposed)\sto\s(?:be|read|say|state)"
    r"|\b(?:misprint|mistake|error|slip|printed|written|given|published|typed)\s(?:for|instead\sof|in\s(?:the\s)?place\sof)"
    rf"|to\s(?:be\s)?read(?:\sas)?){_THEN}"
)
"""What between two quotes says that the first is the old one."""
_TAKEN_OUT = r"(?:deleted|omitted|struck(?:\sout|\soff)?|(?:taken|left)\sout|removed|withdrawn)"
_OLD_OUT = regexp(
    rf"{_BE}{_TAKEN_OUT}(?:,?\s(?:and\s)?(?:{_BE})?replaced\s(?:by|with)|,?\sand(?:\sin\s(?:its|their)\s(?:place|stead))?){_THEN}"
)
_OLD_HEAD = regexp(
    r"\b(?P<verb>(?:[Ff]or|[Ii]nstead\sof|[Ii]n\s(?:the\s)?(?:place|lieu|stead)\sof|[Ss]ubstitut(?:e|es|ing)\sfor)"
    r"|(?:by\s)?(?:[Rr]eplac|[Cc]hang|[Aa]mend|[Cc]orrect|[Rr]evis|[Aa]lter)(?:e?s|ing|e)?"
    r"|(?:by\s)?(?:[Ss]trik|[Rr]emov|[Oo]mitt?|[Dd]elet)(?:e?s|ing|e|)(?:\sout)?)"
    rf":?\s{{0,6}}{_CALLED}$"
)
_ITS_PLACE = r"(?:\s(?:in|of)\s[^;:“\"‘\n]{3,160}?)?"
"""Where the old words stand, told behind them: ``for “A” in Article 5, “B” is substituted``."""
_NEW_PUT = regexp(
    r"(?:\b(?:read|substituted?|insert(?:ed|ing)?|put|use|write|adding|add|added)(?:\sin\s(?:its|their|lieu|place)(?:\s(?:place|stead|thereof))?)?"
    r"|\b(?:by|with|to))"
    rf"{_THEN}|^{_ITS_PLACE},?\s{_CALLED}$"
)
"""What between two quotes says that the second is put, where words before say: in place of one."""
_PUT_FIRST = regexp(r"\b(?:read|substituted?|insert(?:ed)?|put|use|write|adds?|added|adding)\b")
_BY_WITH = regexp(rf"\b(?:by|with|to)\s{_CALLED}$")
_PUT_BEHIND = regexp(
    r",?\s(?:shall|should|is|are|may)\s(?:to\s)?(?:be\s)?(?:read|substituted|inserted|put|added)\b"
)
_PLACE_OF = r"(?:for|instead\sof|in\s(?:the\s)?(?:place|lieu|stead)\sof|in\ssubstitution\sfor)"
_TAKES_PLACE = (
    r",?\s(?:(?:(?:shall|will|to|is\sto|hereby)\s)?(?:takes?\sthe\splace\sof|replaces?|supersedes?)"
    rf"|(?:is|are|(?:shall|will|must|is\sto|are\sto){_MEANWHILE}\sbe){_MEANWHILE}\s{_DULY}"
    rf"(?:(?:substituted|inserted|read|put|used|added)\s)?{_PLACE_OF})\s{_CALLED}"
)
_OLD_NAMED = (
    rf",?\s(?:{_PLACE_OF}|rather\sthan|and\snot|not"
    rf"|where\s(?:it|they)\s(?:now\s|at\spresent\s|currently\s)?(?:reads?|says?))\s{_CALLED}"
)
OLD_BEHIND = regexp(rf"[\"'”’](?:{_TAKES_PLACE}|{_OLD_NAMED})(?=[\"'“‘])")
"""What stands between new words and the old ones behind them: ``“B” is substituted for “A”``."""
_NEW_FIRST = regexp(rf"^{_TAKES_PLACE}$")
"""What between two quotes says by itself that the second is the old one."""
_OLD_LAST = regexp(rf"^{_OLD_NAMED}$")
"""What says so where words before the first quote tell a change: ``read “B” for “A”``."""
_NEW_HEAD = regexp(
    r"\b(?P<verb>(?:(?:shall|is\sto|will|must|should|to)\s)?(?:now\s)?(?:be\s)?(?:[Ss]ubstituted?|[Rr]ead|[Ii]nsert(?:ed)?|[Pp]ut|[Uu]sed?)"
    r"|(?:should|shall|must|ought\sto)\s(?:be|say|state|have\s(?:been|read|said|stated))"
    r"|(?:correct|right|proper|intended)\s(?:[a-z]+\s)?(?:is|are|reads?))"
    rf"\s(?:as\s)?{_CALLED}$"
)
_PUT_IN = regexp(
    rf"^,?\s(?:[^.;:“\"\n]{{0,60}}\s)?(?:(?:is|are|be)\s{_DULY}(?:inserted|added|appended|entered)|joins?\s(?=the\s[A-Z]))\b(?!\s(?:for|instead|in\s(?:place|lieu)))"
)
_STOPS = regexp(r"(?<!\bNo)(?<!\bNos)(?<!\bArt)(?<!\bPara)\.\s+[A-Z]|\n\s*\n")
_ALIKE = regexp(rf"[”\"’'],?\s(?:and\s)?(?:[a-z][^.;“\"‘\n]{{0,60}}?,?\s)?{_CALLED}$")
"""What before a quote goes on from the pair before: ``…, and the term “C” to “D”``."""
_LED_ALONE = regexp(rf",?\s(?:by|with|to|into|as)\s{_CALLED}")
_DENIED = regexp(
    r"\b(?:not|never|no\slonger|would|could|might|had|which|who|if|unless"
    r"|that(?=\s(?:is|was|were|has|had|have|are)\b))\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedWords(AmendmentWording):
    """A change told by what stands around the old words and the new ones, both quoted."""

    def matches(self, sieve: Sieve, start: int, end: int) -> Iterator[Place]:
        """Yield where a change of quoted words stands, up to the mark that opens the new ones."""
        if sieve.may(self.pattern, start, end):
            finds = _replaced if self.does == "replace" else _put_in
            yield from finds(sieve.text, start, end)


def _replaced(text: str, low: int, high: int) -> Iterator[Place]:
    """Yield each quote behind which its new words stand, or before which it stands itself."""
    at, paired = low, -1
    while (first := QUOTE.search(text, at, high)) is not None:
        at = first.end()
        opening = _NEXT.search(text, at, min(high, at + _BETWEEN))
        if opening is None:
            continue
        head = text[max(low, first.start() - _HEAD) : first.start()]
        second = QUOTE.match(text, opening.start(), high)
        tail = text[second.end() : min(high, second.end() + _TAIL)] if second else ""
        between = text[at : opening.start()]
        change = _change(head, between, tail)
        if change is None and paired >= 0 and _LED_ALONE.fullmatch(between):
            alike = _ALIKE.fullmatch(text, paired - 1, first.start())
            change = (None, False) if alike is not None else None
        if change is None:
            continue
        before, new_first = change
        begins = first.start() - len(head) + before if before is not None else None
        if new_first:
            yield Place(first.start() if begins is None else begins, first.start())
        else:
            yield Place(at if begins is None else begins, opening.start())
        at = paired = second.end() if second is not None else opening.end()


def _change(head: str, between: str, tail: str) -> tuple[int | None, bool] | None:
    """Return where the words before two quotes begin to tell a change, and whether new come first.

    ``None`` where nothing says that one takes the place of the other.
    """
    if _STOPS.search(between) or _DENIED.search(between):
        return None
    if _OLD_GOES.search(between) or (_OLD_OUT.search(between) and _new_behind(between, tail)):
        return None, False
    if _NEW_FIRST.search(between):
        return None, True
    new_head = _NEW_HEAD.search(head)
    if new_head is not None and _OLD_LAST.search(between):
        return new_head.start(), True
    old_head = _OLD_HEAD.search(head)
    put = _NEW_PUT.search(between) if old_head is not None else None
    if old_head is None or put is None or not _fit(old_head["verb"], between, tail):
        return None
    return old_head.start(), False


def _new_behind(between: str, tail: str) -> bool:
    return "replaced" in between or _PUT_BEHIND.match(tail) is not None


def _fit(verb: str, between: str, tail: str) -> bool:
    """Tell whether a verb before the old words goes with what leads to the new ones.

    One replaces ``by`` and changes ``to``; ``for “A”`` needs a verb of its own.
    """
    leads = _BY_WITH.search(between) is not None
    if re.match(r"(?i)(?:for|in|instead|substitut)", verb):
        bare = re.fullmatch(rf"{_ITS_PLACE},?\s{_CALLED}", between) is not None
        if bare and not _PUT_FIRST.search(between):
            return "ubstitut" in verb or _PUT_BEHIND.match(tail) is not None
        return not leads or "substitut" in between
    if re.match(r"(?i)(?:by\s)?(?:strik|remov|omit|delet)", verb):
        return not leads and not re.fullmatch(rf",?\s{_CALLED}", between)
    return leads


def _put_in(text: str, low: int, high: int) -> Iterator[Place]:
    """Yield the quotes of which a verb behind says that they are added."""
    for one in QUOTE.finditer(text, low, high):
        tail = text[one.end() : min(high, one.end() + _TAIL + _TAIL)]
        told = _PUT_IN.match(tail)
        if told is not None and _DENIED.search(told.group()) is None:
            yield Place(one.start(), one.start())
