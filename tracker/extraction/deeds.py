"""Which sentences of an act do something to another act, and what exactly?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from tracker.domain.records import EffectKind
from tracker.extraction.act import Act
from tracker.extraction.affected_parts import parts_named
from tracker.extraction.deeds_wordings import (
    CHINESE_DEEDS,
    ENGLISH_DEEDS,
    LEFT_ALONE,
    NOT_NOW,
    NOT_NOW_CHINESE,
    DeedWording,
)
from tracker.extraction.flow import DAY, Flow, Span
from tracker.extraction.naming import Named
from tracker.extraction.parties import Party, named_parties
from tracker.extraction.times import Life, TimeWord, life_of

RECITED = timedelta(days=31)
"""What started longer before the act is told, not done, by it."""

MOST = 40
"""The most deeds of one kind that are looked at in one sentence."""

_BACKWARD = re.compile(
    r"上述|该(?:公告|通知|办法|规定|决定|等|项|措施|令|批)|前述|上列|其(?=施行|实施|执行|有效|生效|暂停)|前款|\b(?:[Tt]he|[Tt]hat|[Tt]hose"
    r"|[Tt]hese|[Ss]uch|[Ss]aid)\s(?:[a-z-]+\s){0,3}?(?:announcements?|notices?|rules?"
    r"|orders?|measures?|controls?|regulations?|licen[cs]es?|notifications?)\b"
    r"|\b[Ii]ts\s(?:effective|implementation|application)"
)
_SOURCE_BEFORE = re.compile(
    r"(?:根据|依据|依照|按照|落实|参照|引用|以(?![及下上内外]))(?:[^,。;\ue001]{0,30})$"
    r"|(?:\b(?:[Pp]ursuant\sto|[Ii]n\saccordance\swith|[Uu]nder"
    r"|(?<!promulgated\s)(?<!issued\s)(?<!published\s)(?<!made\s)[Bb]y|[Pp]er"
    r"|[Ll]isted\sin|contained\sin|referred\sto\sin|[Ii]n\sview\sof|as\samended\sby"
    r"|amended\sby|[Ff]ollowing|[Bb]ased\son|[Ss]ee)\s(?:the\s)?(?:[A-Za-z]+\s){0,4})$"
)
_CLAUSE_ZH = re.compile(r"[;。]|(?<=[止施行效废]),(?=[^,。;]{0,40}\ue001)")
_CLAUSE_EN = re.compile(r";\s|,\s(?:and|but|while|whereas)\s(?=(?:the\s|[A-Z\ue001]))")
_RECITAL = re.compile(
    r"将于[^。]{0,30}届满|期限?[^。;]{0,24}(?:届满|到期)|至\ue000{4,14}(?:到期|届满)|^\s?(?:By|Under"
    r"|Pursuant\sto)\s[^.]{0,200}?\bwas\b|\b(?:the\sCommission|commenters?"
    r"|the\scomments?)\s(?:asked|requested)"
)
_LEADING = 6
"""Within how many characters a sentence begins with the day of which it tells."""
_OBJECT = re.compile("\ue001|上述|该公告|该通知|前述")
_DECIDED = re.compile(
    r"决定|宣布|\b(?:has|have|is|been)\s(?:now\s|also\s|hereby\s)?decided\b|\bdecide[sd]?\b|\bhereby\b"
)
_ASKED = re.compile(r"^\s?(?:问|又问|再问|追问|有记者问|[^:\n]{0,16}记者|Q|Question)\s?:|\?\s*$")
_NOT_LISTED = re.compile(r"不在|除外|不受|继续有效|不包括|\bnot\b|\bremains?\b|\bunaffected\b")
_TOLD = re.compile(
    r"(?:发布|公布|印发|出台)[^。;]{0,60}?(?:\ue001{3,160}|公告|通知)[^。;]{0,60}?(?:决定|宣布)"
    r"|\b(?:issued|released|published|put\sout)\s[^.;]{0,80}?\ue001{3,160}[^.;]{0,80}?\b(?:decid|announc|suspend|lift)"
    r"|\b(?:in|by|through|under)\s(?:the\s)?(?:MOFCOM\s)?\ue001{3,160},?\s[^.;]{0,40}?\bdecided\b"
)
"""What says that another act decided, of which the answer tells."""
_LIST_OPENS = re.compile(r"[:：]\s*$")
_DECIDES = re.compile(r"[。.;:)\]”\"'”]\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing that a clause does to other acts.

    ``span`` is the clause, ``words`` the deed's own words, ``targets`` the acts and parts by id.
    """

    wording: DeedWording
    span: Span
    words: Span
    targets: tuple[tuple[str, int, int], ...]
    parties: tuple[Party, ...]
    life: Life
    same_day: bool

    @property
    def kind(self) -> EffectKind:
        """What is done."""
        return self.wording.kind


@dataclass(frozen=True, slots=True)
class _Hit:
    wording: DeedWording
    start: int
    end: int


def deeds(act: Act) -> tuple[Deed, ...]:
    """Return what the act does to others, in order; recitals and what is left alone are none."""
    found: list[Deed] = []
    for sentence in _sentences(act):
        found += _in_sentence(act, sentence)
    return tuple(found)


def _sentences(act: Act) -> Iterator[Span]:
    """Yield the sentences that may move others; one that opens a list of acts holds the list."""
    flow = act.flow
    spans = list(flow.within(act.body.start, act.body.end))
    for index, span in enumerate(spans):
        text = flow.marked[span.start : span.end]
        if act.family == "answer" and not _decides(text):
            continue
        if _LIST_OPENS.search(text) and hits(flow, span):
            end = span.end
            for item in spans[index + 1 : index + 60]:
                listed = flow.marked[item.start : item.end]
                if "\ue001" not in listed or hits(flow, item) or _NOT_LISTED.search(listed):
                    break
                end = item.end
            yield Span(span.start, end)
            continue
        yield span


def hits(flow: Flow, span: Span) -> tuple[_Hit, ...]:
    """Return the words of deeds in a stretch that are done here and now, whatever they move."""
    rows = CHINESE_DEEDS if flow.language == "zh" else ENGLISH_DEEDS
    not_now = NOT_NOW_CHINESE if flow.language == "zh" else NOT_NOW
    found: list[_Hit] = []
    for wording in rows:
        for match in islice(wording.pattern.finditer(flow.marked, span.start, span.end), MOST):
            before = flow.marked[max(span.start, match.start() - 60) : match.start()]
            taken = any(hit.start < match.end() and match.start() < hit.end for hit in found)
            if not taken and not not_now.search(before):
                found.append(_Hit(wording, match.start(), match.end()))
    return tuple(sorted(found, key=lambda hit: hit.start))


def _decides(text: str) -> bool:
    """Tell whether a sentence of an answer decides itself; what an act decided is only told."""
    if not _DECIDED.search(text) or _ASKED.search(text):
        return False
    return _TOLD.search(text) is None


def _in_sentence(act: Act, sentence: Span) -> Iterator[Deed]:
    flow = act.flow
    text = flow.marked[sentence.start : sentence.end]
    if _RECITAL.search(text) or (flow.language == "zh" and not _DECIDES.search(text)):
        return
    found = hits(flow, sentence)
    if found and tells_of_the_past(act, sentence):
        return
    low = sentence.start
    for index, hit in enumerate(found):
        after = found[index + 1].start if index + 1 < len(found) else sentence.end
        clause = Span(low, _clause_end(flow, low, hit, after, last=index + 1 == len(found)))
        deed = _deed(act, hit, clause, sentence)
        if deed is not None:
            yield deed
        low = clause.end


def tells_of_the_past(act: Act, sentence: Span) -> bool:
    """Tell whether a sentence speaks of a start that lies well before the act: a recital."""
    issued = act.instrument.issued_on
    if issued is None:
        return False
    starts = [w.day for w in act.times.within(sentence.start, sentence.end) if w.role == "start"]
    if any(day and day < issued - RECITED for day in starts):
        return True
    leading = act.flow.days_in(sentence.start, sentence.start + _LEADING)
    told = leading[0].on(None) if leading else None
    apart = bool(leading) and act.flow.flow[leading[0].end : leading[0].end + 1] == ","
    return apart and told is not None and told < issued - timedelta(days=7)


def _clause_end(flow: Flow, low: int, hit: _Hit, high: int, *, last: bool) -> int:
    """Return where the clause of a deed ends.

    With its object before the verb it ends at the next stop, else it reaches to the next deed.
    """
    zh = flow.language == "zh"
    if last and _LIST_OPENS.search(
        flow.marked[hit.end : flow.marked.find("\n", hit.end) + 1 or hit.end]
    ):
        return high
    stop = (_CLAUSE_ZH if zh else _CLAUSE_EN).search(flow.marked, hit.end - zh, high)
    if last and stop is not None and ":" in flow.marked[hit.end : stop.start()]:
        return high
    if stop is not None:
        return stop.end()
    if last:
        return high
    told_before = _OBJECT.search(flow.marked, low, hit.start) is not None
    comma = (
        flow.marked.find(",", hit.end, high)
        if told_before
        else flow.marked.rfind(",", hit.end, high)
    )
    return comma + 1 if comma >= 0 else high


def _deed(act: Act, hit: _Hit, clause: Span, sentence: Span) -> Deed | None:
    flow = act.flow
    targets = _targets(act, clause, sentence, hit)
    parties = _parties(flow, clause, sentence)
    if hit.wording.needs == "parties" and not parties:
        return None
    if not targets:
        return None
    words = act.times.within(clause.start, clause.end)
    life = _life(act, hit, words, clause, sentence)
    same = re.search(
        r"同时|一并|\bat\sthe\ssame\stime|\bthe\ssame\sd(?:ay|ate)|\bthat\sdate\b"
        r"|\bdate\sin\sparagraph\b|\bon\sthat\sd",
        flow.flow[clause.start : clause.end],
    )
    return Deed(
        wording=hit.wording, span=clause, words=Span(hit.start, hit.end), targets=targets,
        parties=parties, life=life, same_day=same is not None,
    )  # fmt: skip


def _life(act: Act, hit: _Hit, words: tuple[TimeWord, ...], clause: Span, sentence: Span) -> Life:
    """Return the days of a deed: of its clause, else its sentence's leading start."""
    if hit.wording.kind == "postpone":
        moved = next(
            (word for word in words if word.role == "end" or word.wording == "moved to a day"), None
        )
        if moved is None:
            later = [word for word in words if word.role == "start" and word.start > hit.start]
            moved = later[-1] if later else None
        if moved is None:
            rest = act.times.within(hit.end, sentence.end)
            moved = next((word for word in reversed(rest) if word.day), None)
        if moved is None:
            return Life()
        start = TimeWord(
            role="start", start=moved.start, end=moved.end, wording=moved.wording, day=moved.day
        )
        return Life(start=start)
    told = life_of(words)
    if told.start is None:
        lead = [w for w in act.times.within(sentence.start, clause.start) if w.role == "start"]
        if lead:
            told = life_of((lead[0], *(word for word in words if word.role != "start")))
    if told.start is None and act.flow.language == "en":
        told = _on_a_day(act, hit, sentence, told)
    if hit.wording.kind in ("repeal", "resume", "revive"):
        return Life(start=told.start)
    if hit.wording.kind == "extend":
        ends = [word for word in words if word.role == "end"]
        if ends:
            return Life(end=ends[-1], through=ends[-1].day)
        return Life(end=told.end, through=told.through)
    return told


_ON_A_DAY = re.compile(rf"\bon\s(?P<day>{DAY})")


def _on_a_day(act: Act, hit: _Hit, sentence: Span, told: Life) -> Life:
    """Return a life with the plain day behind a deed: ``is terminated … on June 15, 2027``."""
    found = _ON_A_DAY.search(act.flow.marked, hit.end, sentence.end)
    day = act.times.resolved(found.start("day"), found.end("day")) if found else None
    issued = act.instrument.issued_on
    if found is None or day is None or (issued is not None and day < issued):
        return told
    start = TimeWord(
        role="start", start=found.start(), end=found.end(), wording="on a day", day=day
    )
    return Life(start=start, end=told.end, through=told.through)


def _targets(act: Act, clause: Span, sentence: Span, hit: _Hit) -> tuple[tuple[str, int, int], ...]:
    flow = act.flow
    named = [one for one in act.namer.named_in(clause.start, clause.end) if one.id != act.id]
    meant = [one for one in named if not _is_source(flow, one, clause, hit)]
    named = meant or (named if hit.wording.needs == "parties" else [])
    if "suspension" in hit.wording.name and hit.wording.name != "suspension" and len(named) > 1:
        named = [one for one in named if flow.flow[one.end : one.end + 1] != "对"] or named
        after = [one for one in named if one.start >= hit.start]
        named = after or named[-1:]
    if not named:
        named = _backward(act, clause, sentence, hit)
    refers = _BACKWARD.search(flow.flow, clause.start, clause.end)
    found: list[tuple[str, int, int]] = []
    for one in named:
        parts = parts_named(act, one, clause, refers=refers)
        found += [(f"{one.id}#{part.id}", part.start, part.end) for part in parts] or [
            (one.id, one.start, one.end)
        ]
    return tuple(dict.fromkeys(found))


def _is_source(flow: Flow, one: Named, clause: Span, hit: _Hit) -> bool:
    """Tell whether an act is only the ground or the list on which the clause leans."""
    before = flow.marked[max(clause.start, one.start - 60) : one.start]
    by_deed = flow.marked[max(clause.start, one.start - 14) : one.start]
    if re.search(r"\b(?:revoked|repealed|replaced|superseded)\sby\s(?:the\s)?$", by_deed):
        return True
    return _SOURCE_BEFORE.search(before) is not None


def _backward(act: Act, clause: Span, sentence: Span, hit: _Hit) -> list[Named]:
    """Return the acts that ``上述公告`` or ``those rules`` mean: those named last before."""
    flow = act.flow
    refers = _BACKWARD.search(flow.flow, clause.start, clause.end)
    wants = hit.wording.needs == "parties" or refers is not None or hit.wording.kind == "postpone"
    if not wants:
        return []
    inside = [one for one in act.namer.named_in(sentence.start, clause.start) if one.id != act.id]
    inside = [one for one in inside if not _is_source(flow, one, sentence, hit)]
    if inside:
        return inside
    earlier = list(flow.within(act.body.start, sentence.start))
    for span in reversed(earlier):
        named = [one for one in act.namer.named_in(span.start, span.end) if one.id != act.id]
        text = flow.marked[span.start : span.end]
        if named and not (LEFT_ALONE.search(text) and "原定" not in text and "届满" not in text):
            return named
    if hit.wording.needs == "parties":
        after = flow.sentence(min(sentence.end + 1, len(flow.flow) - 1))
        return [one for one in act.namer.named_in(after.start, after.end) if one.id != act.id]
    return []


def _parties(flow: Flow, clause: Span, sentence: Span) -> tuple[Party, ...]:
    """Return the parties to which the clause is narrowed; 其 means those named before it."""
    found = named_parties(flow, clause)
    if found:
        return found
    if re.search(
        r"对其|对(?:上述|该)|其所|\bthem\b|\btheir\b|\bthese\s(?:entities|companies)\b",
        flow.flow[clause.start : clause.end],
    ):
        return named_parties(flow, Span(sentence.start, clause.start))
    return ()
