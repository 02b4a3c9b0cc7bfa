"""From which day does an act hold, as a whole and part by part, in its own words?"""

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.extraction.days.act_lives import UNTOLD, Commencement
from tracker.extraction.days.commencement_chinese import ZH_OWN, chinese_starts, decided_first
from tracker.extraction.days.counted_starts import counted_starts
from tracker.extraction.days.dated_rows import listed_and_dated
from tracker.extraction.days.entry_days import day_in_a_field, headed_and_entry_days
from tracker.extraction.days.excepted_parts import AND_BEHIND, excepted_behind, is_excepted
from tracker.extraction.days.further_starts import NEAR, also_on, kinds_named, left_open
from tracker.extraction.days.further_starts_chinese import chinese_further, chinese_part_ends
from tracker.extraction.days.lead_ins import life_of_lead_in
from tracker.extraction.days.own_parts import held_by, keys_of, own_parts
from tracker.extraction.days.paired_starts import paired_starts
from tracker.extraction.days.paired_starts_chinese import paired_starts_chinese
from tracker.extraction.days.same_days import same_day_starts
from tracker.extraction.days.start_tables import WHOLE, tabled_starts
from tracker.extraction.days.start_words import (
    DEEMED,
    EN_ALSO,
    EN_EXCEPT_THAT,
    EN_FOLLOWING,
    EN_FORCE,
    EN_GOES_ON,
    EN_OTHER,
    EN_OWN,
    EN_REST,
    EN_TURNED,
    OF_AMENDED,
    OF_OWN_ARTICLE,
    PAPERWORK,
    PAST,
    Told,
    ending_with,
    ends,
    in_new_words,
    opens_another,
    starts,
)
from tracker.extraction.days.starts_told_after import starts_told_after
from tracker.extraction.days.times import Life, Times, TimeWord, life_of
from tracker.extraction.days.told_apart import ending_apart, ordered_starts
from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_EN_OWN_AFTER = regexp(
    r"^(?:\sof\sthis\s\w+)?(?:\sin\sthe\sOfficial\sJournal(?:\sof\sthe\sEuropean\sUnion)?)?(?:,?\s(?:[Tt]his|[Tt]hese|[Tt]he\spresent)\s[^.;\ue000\ue001]{3,60}?\b(?:shall|will|is|are|comes?|enters?|takes?\b(?!\sthe\splace)|appl)"
    r"|\s(?:is|shall\sbe|will\sbe)\sthe\s(?:date|day)\s(?:of\s(?:its|the)|on\swhich\s(?:it|this))\s)"
)
"""What behind a day says that the act itself then holds: ``From 1 May, this order applies``."""
_EN_NUMBERED = regexp(
    r"\s*(?:(?:Article|ARTICLE|Section|Para(?:graph)?|Item)\s[0-9IVX]{1,4}[.:]?\s+(?=[A-Z(])"
    r"(?!\([0-9a-z]{1,3}\)(?:,|\s(?:and|or|to|of|in|is|are|shall|will|comes?|enters?|takes?|appl)))"
    r"|[0-9]{1,3}\.\s?(?:-{1,2})?\s?|[IVX]{1,5}\.\s|\([0-9a-z]{1,4}\)\s){1,2}"
)
_EN_DESPITE = regexp(
    r"(?:[0-9]{1,2}\s)?(?i:notwithstanding|despite|(?:by\sway\sof\s|in\s)?derogati(?:on|ng)\s(?:from|of))\s[^,;.\ue000]{3,60},\s"
)
"""How a sentence opens that dates a part, against what another part says of the whole."""
_EN_EXCEPT = regexp(
    r"^\W*(?:[0-9¹²³⁴⁵]{1,2}\s)?(?:(?:DATES?|Dates?|Effective\sdates?):\s)?(?:Except|Subject|Save|With\sthe\sexception)|\bexcept\s(?:as|that)\b"
)


def commencement(flow: Flow, times: Times, spans: tuple[Span, ...], foot: int) -> Commencement:
    """Read from when the act holds in ``spans``, else in the sentences above the ``foot``."""
    found = Commencement()
    for span in spans:
        for sentence in flow.within(span.start, span.end):
            _read(found, flow, times, sentence)
    for span in spans:
        _tabled(found, flow, times, span)
    found.take_each(listed_and_dated(flow, times, spans))
    general = found.general or found.rest
    found.take_each(starts_told_after(flow, times, spans, tuple(found.read), general))
    further = chinese_further if flow.language == "zh" else same_day_starts
    found.take_each(further(flow, times, spans))
    for subject, parts, life in headed_and_entry_days(flow, times, spans):
        found.take(subject, parts, life)
        found.excepted.extend(one.id for one in parts if subject == "rest")
    entry = (found.general or Life()).from_
    for subject, parts, life in counted_starts(flow, times, spans, entry):
        found.take(subject, parts, life)
    if found.general is None and found.rest is None:
        told = decided_first(flow, times, spans) or life_of_lead_in(flow, times, spans)
        found.general = told or day_in_a_field(flow, times)
        _elsewhere(found, flow, times, spans, foot)
    _close(found, flow, times, spans)
    for ended, life in chinese_part_ends(flow, times, spans, found.of):
        found.parts.update(dict.fromkeys(keys_of(ended), life))
    found.parts = {key: ending_with(life, found.general) for key, life in found.parts.items()}
    for part in found.excepted:  # its own start may stand nowhere
        found.take("parts", (Provision(id=part, start=0, end=0),), UNTOLD)
    return found


def _read(found: Commencement, flow: Flow, times: Times, sentence: Span) -> None:
    told = (
        (paired_starts_chinese(flow, times, sentence) or chinese_starts(flow, times, sentence))
        if flow.language == "zh"
        else _english(found, flow, times, sentence)
    )
    for subject, provisions, words in told:
        found.take(subject, provisions, life_of(words))
        found.read.append(sentence)


_AT_ONCE = regexp(
    r"\bhereby\b|\bamend|\bnotif|\bmakes?\b|决定|现将"
    r"|\b(?:is|are|shall\sbe|stands?)\s(?:now\s|only\s)?(?:permitted|allowed|prohibited|banned|restricted|freed|free\b)"
)
_OPENS_AT_ONCE = regexp(
    r"\W{0,3}(?:[0-9]{1,2}[.)]\s{1,3})?With\simmediate\seffect,?\s(?:the|all|exports?)\b",
    re.IGNORECASE,
)


def _elsewhere(
    found: Commencement, flow: Flow, times: Times, spans: tuple[Span, ...], foot: int
) -> None:
    """Read the start of an act where its body tells none.

    A decree tells it in the clause that promulgates the text behind it; a notification says at
    the top that it works with immediate effect.
    """
    inside = {one.start for span in spans for one in flow.within(span.start, span.end)}
    outside = [one for one in flow.sentences if one.start not in inside and one.start < foot]
    for sentence in outside:
        if found.general is None:
            _read(found, flow, times, sentence)
    if found.general is not None or found.rest is not None or found.parts:
        return
    for sentence in flow.sentences:
        for word in times.within(sentence.start, sentence.end):
            if word.wording == "at once" and (
                _AT_ONCE.search(flow.flow, sentence.start, word.end)
                or _OPENS_AT_ONCE.match(flow.marked, sentence.start)
            ):
                found.general = life_of((word,))
                if not _OPENS_AT_ONCE.match(flow.marked, sentence.start):
                    found.read.append(sentence)
                return


_LASTS = regexp(
    r"\b(?:apply|applies|application|in\sforce|valid|effect|effective|expire[sd]?|lapse[sd]?)\b|有效|施行|实施|执行"
)


def _tabled(found: Commencement, flow: Flow, times: Times, span: Span) -> None:
    """Take the starts of a table that tells part by part from when an act holds."""
    for part, life in tabled_starts(flow, times, span):
        found.general = found.general or (life if part.id == WHOLE else None)
        found.take("parts", (part,), life)
        found.read.append(Span(part.start, part.end))


def _close(found: Commencement, flow: Flow, times: Times, spans: tuple[Span, ...]) -> None:
    """Give the whole, and the parts that it names, the last day that a sentence tells."""
    for span in spans:
        for sentence in flow.within(span.start, span.end):
            words = times.within(sentence.start, sentence.end)
            end = next((word for word in words if word.role == "end"), None)
            end = end or _counted_end(found, flow, sentence, words)
            quoted = in_new_words(flow, sentence, end.start if end else sentence.start)
            if end is None or quoted or any(word.role == "start" for word in words):
                continue
            before = flow.marked[sentence.start : end.start]
            lasts = _LASTS.search(flow.flow, sentence.start, end.end)
            told_of = _GRANTED_BEFORE.search(before) or PAPERWORK.search(before)
            told_of = told_of or _LETS_GO.search(before) or _OF_A_PAPER.search(before)
            if lasts is None or "\ue001" in before or told_of:
                continue
            told = before if flow.language == "zh" else flow.marked[sentence.start : end.end]
            own = (ZH_OWN if flow.language == "zh" else EN_OWN).search(told)
            if _close_parts(found, flow, sentence, end):
                found.read.append(sentence)
            elif own and found.general is not None and found.general.through is None:
                _close_all(found, end)
                found.read.append(sentence)


_TERM = regexp(r"(?:有效期|(?:施行|实施|执行)期限?|期限)(?:为|是)?$")
_TERM_EN = regexp(
    r"^\W*(?:[0-9]{1,2}[.)]\s)?(?:It|They|(?:This|These)\s(?:[A-Z][a-z]+\s){0,3}"
    r"(?i:regulations?|decision|order|ordinance|directive|notice|announcement|rules?|licen[cs]e|measures))\s"
    r"(?:shall\s|will\s|then\s|remains?\s|be\s|is\s|are\s){0,3}(?:appl(?:y|ies)|valid|in\s(?:force|effect)|ha(?:ve|s)\seffect)$"
)
"""What before a length says that the act itself lasts so long."""


_ENDS_WITH_TERM = regexp(
    r"\b(?:ceases?\sto\s(?:have\seffect|apply|be\sin\sforce)|expires?|lapses?)\s(?:at|on|after|with)\s(?:the\s)?"
    r"(?:end|expiry|expiration)\sof\s[^.;\ue000]{4,60}?\s(?:beginning|starting|commencing|running|counted)\s(?:with|on|from)\s"
    r"(?=[^.;]{0,60}?\b(?:force|effect|commencement|appl(?:y|ies))\b)"
)
"""How a term of the act itself is told that begins with its own start, or with that of a part."""


def _counted_end(
    found: Commencement, flow: Flow, sentence: Span, words: tuple[TimeWord, ...]
) -> TimeWord | None:
    """Return the last day of a term that a sentence counts: ``It shall apply for six weeks``."""
    general = found.general
    length = next((word for word in words if word.role == "length"), None)
    if general is None or general.start is None or length is None:
        return None
    if any(word.role == "start" for word in words):
        return None
    counts = _TERM if flow.language == "zh" else _TERM_EN
    begins = general.start
    if counts.search(flow.flow[sentence.start : length.start].rstrip()) is None:
        part = _ENDS_WITH_TERM.search(flow.flow, sentence.start, sentence.end)
        if part is None or not part.start() < length.start < part.end():
            return None
        keys = (k for one in own_parts(flow, part.end(), sentence.end) for k in keys_of(one))
        lives = (found.parts[key].start for key in keys if key in found.parts)
        begins = next(filter(None, lives), begins)
    through = life_of((begins, length)).through
    return None if through is None else replace(length, role="end", day=through, basis="computed")


_GRANTED_BEFORE = regexp(
    r"\b(?:granted|issued|given|made|concluded|obtained|signed|shipped|filed|submitted|entered\sinto|existing|pending)\b"
    r"[^.;]{0,60}\b(?:before|prior\sto|under\sthe\s(?:old|former|previous))\b"
    r"|\b(?:[Aa]|[Aa]ny|[Ee]ach|[Ee]very|[Ss]uch)\s(?:[a-z-]+\s){0,3}(?:licen[cs]e|permit|authori[sz]ation|registration|consent)\b[^.;]{0,220}?\b(?:continues?|remains?)\b"
    r"|^\W*(?:[0-9]{1,2}\.?\s)?(?:[A-Z][a-z]+\s){0,2}(?:[Cc]ontracts|[Ll]icen[cs]es|[Pp]ermissions|[Cc]onfirmations|[Aa]uthori[sz]ations)\b"
    r"|此前|已(?:经)?(?:取得|签订|领取)"
)
"""What says that something older goes on for a while, and not the act itself."""


_LETS_GO = regexp(
    r"\b(?:shall|do(?:es)?|will)\snot\sapply\sto\b|\b(?:execution|performance|wind-?down|winding[-\s]down)\s$"
    r"|\b[Bb]y\sway\sof\s(?:derogation|exception)\b"
)
"""What says that something is let out of a rule until a day, which the rule itself outlives."""


_OF_A_PAPER = regexp(
    r"\b(?:(?:[Tt]he|[Aa]|[Tt]his\stemporary)\s(?:[a-z]+\s){0,3}license\b(?!\srequire)[^.;]{0,60}|[Ll]icense\b[^.;]{0,60}\b(?:that|which|and)\s[^.;,]{0,20})$"
)
"""What says that an American licence ends, and not the rule that brings it among other things."""


def _close_all(found: Commencement, end: TimeWord) -> None:
    """Give the last day of the whole to all of its parts that do not end by themselves."""
    counted = end.count > 0
    if found.general is not None:
        found.general = Life(start=found.general.start, end=end, through=end.day, computed=counted)
    if found.rest is not None and found.rest.end is None:
        found.rest = Life(start=found.rest.start, end=end, through=end.day, computed=counted)
    for key, life in found.parts.items():
        if life.end is None:
            found.parts[key] = Life(start=life.start, end=end, through=end.day, computed=counted)


_ENDS_PART = regexp(
    r"^\s?(?:shall\s)?(?:ceases?|expires?|lapses?|appl(?:y|ies)|remains?\s(?:in\s(?:force|effect)|effective|valid))\b"
)


def _close_parts(found: Commencement, flow: Flow, sentence: Span, end: TimeWord) -> bool:
    """Give parts of the act the last day that is told of them: ``Section 2 ceases to …``."""
    if flow.language == "zh":
        return False
    numbered = _EN_NUMBERED.match(flow.marked, sentence.start, end.start)
    low = numbered.end() if numbered is not None else sentence.start
    parts = tuple(own_parts(flow, low, end.start))
    if not parts or _ENDS_PART.search(flow.flow[parts[-1].end : end.end]) is None:
        return False
    for part in parts:
        for key in keys_of(part):
            life = found.parts.get(key) or found.rest or found.general or Life()
            found.parts[key] = Life(start=life.start, end=end, through=end.day)
    return True


def _english(found: Commencement, flow: Flow, times: Times, sentence: Span) -> Iterator[Told]:
    first, told = True, False
    numbered = _EN_NUMBERED.match(flow.marked, sentence.start, sentence.end)
    own = numbered.end() if numbered is not None else sentence.start
    paired = paired_starts(flow, times, sentence, own)
    if paired is not None and not in_new_words(flow, sentence, own):
        yield from paired[0]
        found.excepted.extend(one.id for one in paired[1])
        return
    later = left_open(flow, sentence)
    if later is not None:
        yield "whole", (), (later,)
    ordered = ordered_starts(flow, times, sentence)
    yield from (("parts", (part,), (life.start,)) for part, life in ordered if life.start)
    for word, low, high in () if ordered else starts(times, sentence):
        if in_new_words(flow, sentence, word.start) or (later and word.start - later.end < NEAR):
            continue
        numbered = _EN_NUMBERED.match(flow.marked, low, word.start)
        low = numbered.end() if numbered is not None else low
        aside = _EN_DESPITE.match(flow.marked, low, word.start)
        low = aside.end() if aside is not None else low
        before = flow.marked[low : word.start]
        here = flow.marked[low : word.end]
        if not EN_FORCE.search(here) and len(before.strip()) <= 4:
            after = flow.marked[word.end : min(high, word.end + 120)]
            if _EN_OWN_AFTER.match(after) and EN_FORCE.search(after):
                yield "whole", (), ends(times, word, high)
                first = False
                continue
        told_of = EN_OTHER.search(before[-90:] if not DEEMED.search(here) else "")
        other = told_of and not OF_AMENDED.search(before)
        turned = EN_TURNED.search(before[-120:])
        other = other or (turned is not None and not DEEMED.search(here))
        past = PAST.match(flow.flow, word.start, word.end) is not None
        inside = OF_OWN_ARTICLE.search(before)
        also = told and EN_ALSO.match(before) is not None
        other = other or opens_another(flow, word, before, high)
        if "\ue001" in before or not (also or EN_FORCE.search(here)) or other or past or inside:
            low, first, told = word.end, False, False
            continue
        named = tuple(own_parts(flow, low, word.start)) or held_by(flow, low, before)
        if not named and (apart := EN_EXCEPT_THAT.search(before)) is not None:
            for kind in kinds_named(before[apart.end() :]):
                found.kinds.setdefault(kind, life_of((word,)))
            low, first = word.end, False
            continue
        provisions = tuple(
            one for one in named if not (first and is_excepted(flow, one, low, word.start))
        )
        found.excepted.extend(one.id for one in named if one not in provisions)
        words, told = ends(times, word, high), True
        if not provisions and (ending := ending_apart(flow, words)) is not None:
            words = tuple(one for one in words if one is not ending[1])
            yield "parts", ending[0], (word, ending[1])
        if EN_FOLLOWING.search(before):
            continue
        yield from also_on(flow, times, word.end, high)
        if EN_REST.search(before):
            yield "rest", (), words
        elif provisions and OF_AMENDED.search(before):
            found.amended.update((one.id, life_of(words)) for one in provisions)
            found.read.append(sentence)
        elif provisions and not (first and _EN_EXCEPT.search(before)):
            yield "parts", provisions, words
            for part, open_ended in excepted_behind(flow, word.end, high, AND_BEHIND):
                if open_ended is not None:
                    yield "parts", (part,), (open_ended,)
        elif EN_OWN.search(before) or EN_OWN.search(here) or EN_GOES_ON.match(before):
            for kind in kinds_named(before):
                found.kinds.setdefault(kind, life_of(words))
            applies = re.search(r"\bappl(?:y|ies|icable)\b", here) is not None
            yield "applies" if applies else "whole", (), words
            found.excepted.extend(one.id for one in provisions)
            for part, open_ended in excepted_behind(flow, word.end, high):
                found.excepted.append(part.id)
                if open_ended is not None:
                    yield "parts", (part,), (open_ended,)
        first = False
