"""Which sentences of an act do something to another act, and what exactly?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from tracker.domain.records import EffectKind
from tracker.extraction.act import Act
from tracker.extraction.days.start_words import in_quoted_lines
from tracker.extraction.days.times import RECITED, Life
from tracker.extraction.deeds.answers import decided_sentences
from tracker.extraction.deeds.clauses import (
    LIST_OPENS,
    another_part,
    behind_the_denied,
    clause_end,
    own_start,
    reach_of,
    without_the_last_days,
)
from tracker.extraction.deeds.days_apart import days_apart, ended_together
from tracker.extraction.deeds.days_pointed import without_the_first_plan
from tracker.extraction.deeds.deciders import decided_by_another
from tracker.extraction.deeds.deed_days import life_of_deed
from tracker.extraction.deeds.deed_history import kind_by_history, of_paused_trade
from tracker.extraction.deeds.deed_parties import parties, spares_parties
from tracker.extraction.deeds.deed_stems import stem_hits
from tracker.extraction.deeds.deed_targets import Targets, targets
from tracker.extraction.deeds.deed_turns import (
    counts_for_another,
    for_now,
    freed_behind,
    goes_on,
    held_off,
    is_over,
    kept_off,
    later_end,
    moved_pause,
    moves_unread_rows,
    pause_is_over,
    puts_new_annex,
    returns_by_itself,
)
from tracker.extraction.deeds.deed_wording import (
    ANOTHER_DECIDED,
    OF_GRACE,
    OF_PAPERS,
    DeedWording,
    Hit,
)
from tracker.extraction.deeds.deeds_chinese import ON_CONDITION as ON_CONDITION_ZH
from tracker.extraction.deeds.deeds_english import ON_CONDITION
from tracker.extraction.deeds.disposition_rows_english import english_rows
from tracker.extraction.deeds.disposition_tables import disposition_rows, row_targets
from tracker.extraction.deeds.firms_meant import means_unnamed_firms
from tracker.extraction.deeds.firms_of_each import firms_of_each
from tracker.extraction.deeds.freed_goods import freed_goods
from tracker.extraction.deeds.headed_lists import headed_rows
from tracker.extraction.deeds.hits import denied_in, hits
from tracker.extraction.deeds.labelled_lines import labelled_rows
from tracker.extraction.deeds.less_than_a_part import moves_only_words
from tracker.extraction.deeds.likewise import likewise, likewise_behind
from tracker.extraction.deeds.listed_acts import BESIDE_CHANGES
from tracker.extraction.deeds.new_starts import new_start, without_open_starts
from tracker.extraction.deeds.opened_lists import list_end
from tracker.extraction.deeds.pauses_of_two_days import pause_of_two_days
from tracker.extraction.deeds.plain_days import told_aside
from tracker.extraction.deeds.some_goods import moves_some_goods
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.parties import Party
from tracker.extraction.spelling.regexps import regexp

_GOES_ON_NEXT_DAY = r"[,后][^。;\ue001]{0,16}(?:次日|翌日|第二[日天])"
"""What behind a last day goes on with what is done from the next one on: no recital then."""
_RECITAL = regexp(
    r"(?:由|经|被)[^,。;\ue000\ue001]{0,20}\ue001{3,160}(?:决定)?(?:予以)?(?:暂停|中止|废止|停止|取消|撤销|推迟|延期)[^,。;]{0,12},"
    rf"(?=(?:现|经研究|为|鉴于|自|从))|将[于至在][^。]{{0,30}}(?:届满|到期|期满)(?!{_GOES_ON_NEXT_DAY})|即将(?:届满|到期|期满)"
    rf"|期限?[^。;]{{0,24}}(?:届满|到期)(?!之?[日前次]|的?[次翌]日|的?第二|后[^,。;]{{0,6}}[延续展]|后(?:是否|如|若|视)|{_GOES_ON_NEXT_DAY})"
    r"|至\ue000{4,14}(?:到期|届满)|^\s?(?:By|Under"
    r"|Pursuant\sto)\s[^.]{0,200}?\bwas\b"
)
"""What tells how things stand: a deed is done only behind it."""
_COMPLIANCE_ALONE = regexp(r"(?is)(?!.*\beffective\b).*\bcompliance\sdates?\b")
"""A rule whose compliance date moves is in force as before: its effective date is another day."""
_ASKED_FOR = regexp(
    r"\b(?:the\sCommission|[Cc]ommenters?|the\scomments?)\s(?:asked|requested|wanted|wished)"
    r"|\b(?:applied|asked|petitioned|called|pressed|pleaded|lobbied)\sfor\s[^.;]{0,200}?\bto\sbe\b"
    r"|\b(?i:requests?|applications?|petitions?|motions?|calls?)\s(?:(?:by|from|of)\s[^;\n]{1,80}?\s)?(?:for|that|to)\s[^.;]{0,200}?\b(?:is|are|was|were|be(?:en)?)\s"
    r"(?:rejected|denied|refused|dismissed|declined|turned\sdown|not\s(?:granted|accepted|upheld|followed|met))\b"
    r"|\b(?:asked|urged|suggested|recommended|argued|petitioned|requested)\s"
    r"(?:that|BIS|the\s(?:agency|[Bb]ureau|[Dd]epartment|[Cc]ommission|[Oo]ffice))\b"
)
"""What others wanted, of whom a preamble tells."""
_LEADING = 6
"""Within how many characters a sentence begins with the day of which it tells."""
_DECIDES = regexp(r"(?:[。.;:)\]”\"'”]|(?:下列|以下|如下)[^,。;:\n]{0,14})\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing that a clause does to other acts.

    ``span`` is the clause, ``words`` the deed's own words, ``targets`` the acts and parts by id.
    """

    wording: DeedWording
    kind: EffectKind
    span: Span
    words: Span
    targets: Targets
    parties: tuple[Party, ...]
    life: Life


def deeds(act: Act) -> tuple[Deed, ...]:
    """Return what the act does to others, in order; recitals and what is left alone are none."""
    found: list[Deed] = []
    for sentence in _sentences(act):
        done = tuple(_in_sentence(act, sentence))
        found += (*done, *_likewise(act, sentence, done, found))
    return (*found, *_of_rows(act))


def _likewise(act: Act, sentence: Span, done: tuple[Deed, ...], before: list[Deed]) -> list[Deed]:
    """Return the deed before once more, of the acts of which a sentence says that it holds too."""
    found: list[Deed] = []
    for deed in done[-1:] or before[-1:]:
        hit = Hit(deed.wording, deed.words.start, deed.words.end)
        told = likewise_behind(act, sentence, hit) if done else likewise(act, sentence, hit)
        for clause, moved in told:
            if not done or not _ids(moved) & _ids(deed.targets):
                found.append(replace(deed, span=clause, words=clause, targets=moved))
    return found


def _of_rows(act: Act) -> Iterator[Deed]:
    """Yield what the rows of a table of acts do to each of them."""
    rows = (*disposition_rows(act), *headed_rows(act), *labelled_rows(act), *english_rows(act))
    for row in rows:
        cell, disposed, hit, life = row.act, row.disposed, row.hit, row.life
        moved = row_targets(act, cell, row.part)
        if not moved or is_over(act, life):
            continue
        kind = hit.wording.until if hit.wording.until and life.through else hit.wording.kind
        yield Deed(
            wording=hit.wording, kind=kind, span=Span(cell.start, disposed.end),
            words=Span(hit.start, hit.end), targets=moved, parties=row.parties, life=life,
        )  # fmt: skip


def _sentences(act: Act) -> Iterator[Span]:
    """Yield the sentences that may move others; one that opens a list of acts holds the list."""
    flow = act.flow
    spans = list(flow.within(act.body.start, act.body.end))
    decided = decided_sentences(act, spans) if act.family == "answer" else None
    for index, span in enumerate(spans):
        text = flow.marked[span.start : span.end]
        if decided is not None and index not in decided:
            continue
        if _ONLY_SUBJECT.search(text):
            continue
        if LIST_OPENS.search(text) and hits(flow, span) and not BESIDE_CHANGES.search(text):
            yield Span(span.start, list_end(flow, spans[index : index + _MOST_LISTED]))
            continue
        yield span


_MOST_LISTED = 60
_ONLY_SUBJECT = regexp(
    r"(?:^|[,。\n])现?就(?:[^。;:,\ue000\ue001]{0,30})(?:事项|事宜|问题|工作|情况)(?:公告|通知|通告|明确|规定|公布|说明|安排)?如下:\s*$"
)
"""What only names the subject of the points behind it: ``现就延期等事项公告如下:``."""
_END_OF_SENTENCE = 3
"""So much may stand behind a recital that is the whole sentence."""


def _in_sentence(act: Act, sentence: Span) -> Iterator[Deed]:
    """Yield the deeds of a sentence; words that move nothing of their own belong to the one before.

    ``暂停期限为一年`` behind a suspension only says how long it lasts.
    """
    flow = act.flow
    text = flow.marked[sentence.start : sentence.end]
    opening = text.partition("\n")[0]  # of a list; its items need no full stop
    if _ASKED_FOR.search(text) or (flow.language == "zh" and not _DECIDES.search(opening)):
        return
    complies = act.family == "rule" and flow.sieve.may(
        _COMPLIANCE_ALONE, sentence.start, sentence.end
    )
    if complies and _COMPLIANCE_ALONE.match(text):
        return
    if (ON_CONDITION if flow.language == "en" else ON_CONDITION_ZH).match(text):
        return
    found = hits(flow, sentence)
    if flow.language == "en" and found:
        found = tuple(hit for hit in found if not in_quoted_lines(flow, hit.start))
    if not found and "\ue001" not in text:
        return
    recital = _RECITAL.search(text)
    told = recital is not None and (bool(found) or len(text) - recital.end() <= _END_OF_SENTENCE)
    if recital is not None:
        found = tuple(hit for hit in found if hit.start >= sentence.start + recital.end())
    if tells_of_the_past(act, sentence) or ANOTHER_DECIDED.match(text):
        return
    if decided_by_another(act, sentence):
        return
    done = _of_hits(act, sentence, found)
    if done or not told:
        done = (*done, *_of_stems(act, sentence, done))
    pause = pause_of_two_days(act, sentence) if done else None
    if pause is not None and len({_acts(_ids(deed.targets)) for deed in done}) == 1:
        done = (replace(done[0], kind=pause[0], life=pause[1]),)
    yield from done or _started_anew(act, sentence)


def _started_anew(act: Act, sentence: Span) -> tuple[Deed, ...]:
    """Return the new first day that an item of a list of changed first days tells."""
    hit = new_start(act, sentence)
    if hit is None:
        return ()
    deed = _deed(act, hit, *(sentence,) * 3, targets(act, sentence, sentence, hit))
    return () if deed is None else (deed,)


def _of_stems(act: Act, sentence: Span, done: tuple[Deed, ...]) -> Iterator[Deed]:
    """Yield the deeds that the ideas of its pieces make, where no wording was read in them."""
    flow = act.flow
    places = [(start, end) for deed in done for _, start, end in deed.targets]
    places += [(deed.words.start, deed.words.end) for deed in done]
    if done:
        places += [(hit.start, hit.end) for hit in hits(flow, sentence)]

    def is_free(piece: Span) -> bool:
        return not any(low < piece.end and piece.start < high for low, high in places)

    for piece, hit in stem_hits(act, sentence, is_free):
        reach = Span(piece.start, sentence.end if piece.end == sentence.end else piece.end)
        deed = _deed(act, hit, piece, sentence, reach, targets(act, piece, sentence, hit))
        if deed is not None and (deed.life.start or deed.life.end):
            yield deed


def _of_hits(act: Act, sentence: Span, found: tuple[Hit, ...]) -> tuple[Deed, ...]:
    flow = act.flow
    label = _OWN_ARTICLE.match(flow.flow, sentence.start, sentence.end)
    low = label.end() if label is not None else sentence.start
    found = without_the_last_days(flow, found)
    found = without_open_starts(flow, found)
    clauses: list[tuple[Hit, Span, Targets]] = []
    done_to: frozenset[str] = frozenset()
    for index, hit in enumerate(found):
        after = found[index + 1].start if index + 1 < len(found) else sentence.end
        low = own_start(flow, low, hit)
        low = behind_the_denied(flow, denied_in(flow, sentence), Span(low, after), hit)
        clause = Span(low, clause_end(flow, low, hit, after, last=index + 1 == len(found)))
        meant = targets(act, clause, sentence, hit)
        moved = _ids(meant)
        if not moved:
            continue
        named = "\ue001" in flow.marked[clause.start : clause.end]
        another = another_part(flow, clause, hit)
        said_again = clauses and clauses[-1][0].wording.kind == hit.wording.kind
        if said_again and not named and not another:
            continue  # the same is said once more of the same acts: 解除暂停,恢复执行
        if (
            said_again
            and "suspension" in hit.wording.name
            and (done_to < moved or _parts_of(done_to, moved))
        ):
            continue  # the suspension no longer applies to them: it paused others too
        done_to = moved
        clauses.append((hit, clause, meant))
        low = clause.end
    done: list[Deed] = []
    for index, (hit, clause, meant) in enumerate(clauses):
        high = clauses[index + 1][1].start if index + 1 < len(clauses) else sentence.end
        if deed := _deed(act, hit, clause, sentence, reach_of(flow, hit, clause, high), meant):
            for acts, firms in firms_of_each(act, clause, deed.targets, deed.parties):
                apart = days_apart(act, acts, clause, deed.life, deed.kind)
                done += (
                    replace(deed, targets=moved, life=life, parties=firms) for moved, life in apart
                )
    lives = ended_together(act, [(deed.kind, deed.life) for deed in done])
    return tuple(replace(deed, life=life) for deed, life in zip(done, lives, strict=True))


_OWN_ARTICLE = regexp(
    r"(?:(?<=\n)|(?<=\n[ \t])|(?<=\n  ))第[一二三四五六七八九十]{1,3}条[ \t]{1,4}"
)
"""The number of an article of the act itself, which is no part of another one."""


def _ids(moved: Targets) -> frozenset[str]:
    return frozenset(id for id, _, _ in moved)


def _acts(ids: frozenset[str]) -> frozenset[str]:
    return frozenset(id.partition("#")[0] for id in ids)


def _parts_of(parts: frozenset[str], acts: frozenset[str]) -> bool:
    """Tell whether acts are those of which only parts were moved before."""
    return all("#" in part for part in parts) and acts == _acts(parts)


def tells_of_the_past(act: Act, sentence: Span) -> bool:
    """Tell whether a sentence speaks of a start that lies well before the act: a recital."""
    issued = act.instrument.issued_on
    if issued is None:
        return False
    words = without_the_first_plan(act, act.times.within(sentence.start, sentence.end))
    words = tuple(word for word in words if not told_aside(act, word))
    starts = [word.day for word in words if word.role == "start" and word.day]
    ends = [word.day for word in words if word.role == "end" and word.day]
    if starts and max(starts) < issued - RECITED and not any(end >= issued for end in ends):
        return True
    leading = act.flow.days_in(sentence.start, sentence.start + _LEADING)
    told = act.times.resolved(leading[0].start, leading[0].end) if leading else None
    apart = bool(leading) and act.flow.flow[leading[0].end : leading[0].end + 1] == ","
    return apart and told is not None and told < issued - timedelta(days=7)


def _deed(
    act: Act, hit: Hit, clause: Span, sentence: Span, reach: Span, moved: Targets
) -> Deed | None:
    paused_trade = of_paused_trade(act, hit, clause)
    if paused_trade is not hit:
        hit, moved = paused_trade, targets(act, clause, sentence, paused_trade)
    if not moved or spares_parties(act, clause) or moves_only_words(act, hit, clause):
        return None
    if hit.wording.kind == "extend" and OF_GRACE.search(act.flow.flow, clause.start, clause.end):
        return None
    if hit.wording.kind in ("extend", "postpone") and OF_PAPERS.search(
        act.flow.marked, sentence.start, hit.end if act.flow.language == "en" else hit.start
    ):
        return None
    if hit.wording.kind == "repeal" and freed_goods(act.flow, sentence) is not None:
        return None
    narrowed, wording = parties(act, clause, sentence), hit.wording
    if wording.needs == "parties" and not narrowed:
        return None
    unnamed = not narrowed and means_unnamed_firms(act, clause, sentence)
    if unnamed or (not narrowed and moves_unread_rows(act, clause, moved)):
        return None
    if not narrowed and moves_some_goods(act, clause, sentence, tuple(id for id, _, _ in moved)):
        return None
    if wording.needs == "part" and not all(_IN_CODE.match(target) for target, _, _ in moved):
        return None
    turned = moved_pause(act, hit) or held_off(act, hit, Span(sentence.start, reach.end))
    turned = turned or kept_off(act, hit, reach, moved[0][0])
    life = turned[1] if turned else life_of_deed(act, hit, clause, sentence, reach)
    if life.start is None and wording.name == "off the list":
        life = freed_behind(act, hit, clause, sentence)
    turned = turned or later_end(act, hit, clause, life)
    life = turned[1] if turned else life
    if (wording.needs == "end" and life.through is None) or is_over(act, life):
        return None
    if life == Life() and hit.wording.name == "longer suspension" and goes_on(act, hit, reach):
        return None
    if wording.kind == "postpone" and counts_for_another(act, life):
        return None
    if _only_opens(act, sentence, life):
        return None
    kind = wording.until if wording.until and for_now(act, hit, clause, life) else wording.kind
    kind = turned[0] if turned else kind_by_history(act, kind, moved[0][0], sentence)
    if kind == "repeal" and pause_is_over(act, hit, clause):
        kind = "resume"
    if kind == "repeal" and _ONE_RULE.search(act.flow.marked, clause.start, hit.start):
        kind = "amend"
    if kind == "repeal" and puts_new_annex(act, hit, moved):
        kind = "amend"
    if kind == "resume":
        if returns_by_itself(act, hit, clause, life):
            return None
        life = replace(life, end=None, through=None)
    return Deed(
        wording=wording, kind=kind, span=clause, words=Span(hit.start, hit.end), targets=moved,
        parties=narrowed, life=life,
    )  # fmt: skip


def _only_opens(act: Act, sentence: Span, life: Life) -> bool:
    """Tell whether words only open a list whose first item itself says what is done, to what."""
    flow = act.flow
    if life.start or life.end or not LIST_OPENS.search(flow.flow, sentence.start, sentence.end):
        return False
    item = flow.sentence(min(sentence.end + 1, len(flow.flow) - 1))
    named = "\ue001" in flow.marked[item.start : item.end]
    return item.start >= sentence.end and named and bool(hits(flow, item))


_IN_CODE = regexp(r"us/[^#]+#(?:sec|instruction)-")
"""A part of an American act: what other laws delete in words is read as a change of words."""


_ONE_RULE = regexp(
    r"\ue001(?:\([^()]{0,90}\))?\s?中?(?:有关|关于|的?“)[^。;\ue001]{2,80}?的(?:规定|要求|内容|表述|条款)(?:自|于|从|,|$|予以|同时)"
)
"""What names one rule of an act, without its number: its end is a change of that act."""
