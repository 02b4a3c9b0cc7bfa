"""What does a Chinese act change in the words of another: which part, and which new terms?"""

from collections.abc import Iterator

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.affected_parts import as_counted
from tracker.extraction.deeds.amended_days_chinese import moved_day, of_whole_act
from tracker.extraction.deeds.amended_words import effect_of, life_of_change, new_words
from tracker.extraction.deeds.amendment_targets import (
    OPENS_LIST,
    changes_words,
    only_thought_of,
)
from tracker.extraction.deeds.catalogue_changes_chinese import catalogue_changes
from tracker.extraction.deeds.change_owners import named_for_change
from tracker.extraction.deeds.change_tables import (
    changes_in_table,
    part_of_row,
    rows_in_words,
    start_of_row,
    taken_out,
)
from tracker.extraction.deeds.changed_parts_chinese import (
    SENTENCE_END,
    only_words,
    parts_of,
    same_sentence,
)
from tracker.extraction.deeds.changes_not_made import is_not_made
from tracker.extraction.deeds.deed_wording import LEFT_ALONE
from tracker.extraction.deeds.less_than_a_part import takes_words_of
from tracker.extraction.deeds.new_terms_chinese import new_terms, quoted_alone
from tracker.extraction.deeds.other_acts import only_changed_it
from tracker.extraction.deeds.shared_changes_chinese import Share, owners, shares
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.heads.naming import Named
from tracker.extraction.names.references import Provision, chinese_provisions
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point, items_of, points
from tracker.extraction.scope.terms import Terms
from tracker.extraction.spelling.numerals import roman
from tracker.extraction.spelling.regexps import regexp


def chinese_changes(act: Act, id: str, announced: Span) -> Iterator[ExtractedEffect]:
    """Yield the changes of the act ``id``, which the sentence ``announced`` says are made."""
    found = points(act.flow, act.body) or items_of(act.flow, act.body) or _annexed(act)
    found = () if (rows := rows_in_words(act, announced)) else found
    parts = [*rows] or [point.span for point in found] or [*_changing_lines(act, announced)]
    parts = parts or [announced]
    told = own_start(act, announced) or _told_last(act, announced) or life_of_change(act)
    told = told if told.start else one_day(act) or told
    tabled = tuple(changes_in_table(act, id, act.body.start, told))
    if tabled:
        yield from tabled
        return
    lives = {point.span: _life_of_point(act, point, found) for point in found}
    announces = own_start(act, announced) or _told_last(act, announced)

    def life_at(span: Span) -> Life:
        own = announces or life_of_change(act)
        own = own if own.start else told
        own = own if own.start else _only_start(act, announced) or one_day(act) or own
        return (span in lives and (own_start(act, span) or lives[span])) or own

    entries = tuple(catalogue_changes(act, id, announced, found, life_at))
    if entries:
        yield from entries
        return
    for span in parts:
        gone = taken_out(act, span) if rows else None
        begun = start_of_row(act, span) if rows else None
        if gone is not None:
            target = f"{id}#{as_counted(id, gone)}"
            yield effect_of(act, "repeal", target, Terms(), begun or told, span)
            continue
        row = part_of_row(act, span) if rows else _announced_part(act, announced)
        life = begun or own_start(act, span) or lives.get(span) or announces
        yield from changes_of(act, id, span, life, row)


def changes_in_rows(act: Act) -> Iterator[ExtractedEffect]:
    """Yield what the rows of a table tell that a sentence on one act leads in with a colon."""
    for said in act.flow.within(act.body.start, act.body.end):
        if not act.flow.flow[said.start : said.end].rstrip().endswith(":"):
            continue
        named = {one.id for one in act.namer.named_in(said.start, said.end)} - {act.id}
        if len(named) == 1 and rows_in_words(act, said):
            yield from chinese_changes(act, named.pop(), said)
            return


def _announced_part(act: Act, announced: Span) -> Provision | None:
    """Return the one part that an announcement names: ``对第3号第二条作如下修改:``."""
    named = [one for one in act.namer.named_in(announced.start, announced.end) if one.id != act.id]
    if not named or OPENS_LIST.search(act.flow.flow, announced.start, announced.end) is None:
        return None
    told = chinese_provisions(act.flow.flow, named[-1].end, announced.end)
    return told[0] if len(told) == 1 and told[0].id[0] not in "-a" else None


_OWN = regexp(r"本(?:公告|决定|令|通知|办法|规定|更正)")


def _life_of_point(act: Act, point: Point, found: tuple[Point, ...]) -> Life | None:
    """Return the days that the act tells of its own point.

    What another point says of an article of the same number is said of the act that is changed.
    """
    life = act.commencement.parts.get(roman(point.value))
    word = None if life is None else life.end or life.start
    if word is None:
        return life
    told = next((other for other in found if other.span.holds(word.start)), None)
    closing = told is None or "\n" in act.flow.flow[told.text : word.start].strip()
    own = closing or told is None or _OWN.search(act.flow.flow, told.text, told.span.end)
    return life if own else None


_CHANGES_ANNEXED = regexp(r"[^\n]{0,80}(?:调整|修改|修订|变动)(?:的)?(?:内容|情况|事项|条目)")
"""How an annex is headed that holds the changes of a catalogue."""


def _annexed(act: Act) -> tuple[Point, ...]:
    """Return the points of the annex that holds the changes, where the notice only names it."""
    for annex in act.layout.annexes:
        head = Span(annex.start, min(annex.end, annex.start + _HEAD))
        if _CHANGES_ANNEXED.search(act.flow.flow, head.start, head.end):
            found = points(act.flow, annex) or items_of(act.flow, annex)
            if found:
                return found
    return ()


_HEAD = 160


def _changing_lines(act: Act, announced: Span) -> Iterator[Span]:
    """Yield the paragraphs without numbers that change words, each of them on its own."""
    if changes_words(act, announced):
        return
    for line in act.flow.lines:
        inside = announced.end <= line.start and line.end <= act.body.end
        if inside and any(True for _ in new_words(act, line)):
            yield line


_LEAD = 16
"""Within how many characters a change begins with the day from which it counts."""
_LED = regexp(r"决定|现")
_CHANGES_FROM_THEN = regexp(
    r"[^,。;“]{0,4}(?:予以|作出?|进行)?(?:如下|以下|下列|按[下附后]表)[^,。;“]{0,4}(?:调整|修改|修订|更正|变更|变动)"
)
"""What behind a day says that the changes listed next count from it: ``自公布之日起作如下调整``."""
_THIS_CHANGE = regexp(
    r"[。;]\s?(?:此项|该项|本项|上述|前述|该|此|以上)(?:修改|修订|调整|变更|更正|规定|增列|删除)(?:内容)?$"
)
"""What in the next sentence of a change tells from when it counts: ``此项修改自7月1日起执行``."""
_REACH = 24
_BESIDE = 2
"""Within how many characters a last day belongs to the first one: ``自9月1日至12月31日``."""


def own_start(act: Act, span: Span) -> Life | None:
    """Return the first day with which a change begins: ``自2026年9月1日起,第三条中的…改为…``."""
    words = act.times.within(span.start, span.end)
    starts = [word for word in words if word.role == "start" and word.day]
    behind = next((word for word in starts if _of_this_change(act, span, word)), None)
    if behind is not None:
        return life_of((behind,))
    start = next(iter(starts), None)
    if start is None:
        return None
    before = act.flow.flow[span.start : start.start]
    leads = len(before) <= _LEAD or _LED.search(before)
    leads = leads or _CHANGES_FROM_THEN.match(act.flow.flow, start.end, span.end)
    if not leads or "“" in before or act.flow.marked[start.end : start.end + 1] == "止":
        return None
    ends = (w for w in words if w.role == "end" and 0 <= w.start - start.end <= _BESIDE)
    return life_of((start, *ends))


def _of_this_change(act: Act, span: Span, word: TimeWord) -> bool:
    low = max(span.start, word.start - _REACH)
    return _THIS_CHANGE.search(act.flow.flow, low, word.start) is not None


def _only_start(act: Act, span: Span) -> Life | None:
    """Return the one day from which a change counts, where the act itself begins on no day."""
    words = act.times.within(span.start, span.end)
    starts = [word for word in words if word.role == "start" and word.day]
    if len(starts) != 1 or "“" in act.flow.flow[span.start : starts[0].start]:
        return None
    end = starts[0].end
    return life_of((starts[0], *(w for w in words if w.role == "end" and 0 <= w.start - end <= 2)))


def one_day(act: Act) -> Life | None:
    """Return the one day on which all begins that an act says, where it tells none of its own."""
    words = act.times.within(act.body.start, act.body.end)
    issued = act.instrument.issued_on
    starts = [word for word in words if word.role == "start" and word.day]
    starts = [word for word in starts if issued is None or word.day is None or word.day >= issued]
    told = {word.day for word in starts}
    return life_of(starts[:1]) if len(told) == 1 else None


_INTO_FORCE = regexp(r"(?:正式)?(?:施行|实施|执行|生效|适用)\s?[。:]?\s?$")


def _told_last(act: Act, announced: Span) -> Life | None:
    """Return the start with which the announcement of changes ends: ``予以调整,自…起施行``."""
    words = act.times.within(announced.start, announced.end)
    start = next((word for word in reversed(words) if word.role == "start" and word.day), None)
    if start is None or _INTO_FORCE.match(act.flow.flow, start.end, announced.end) is None:
        return None
    return life_of((start,))


def _named_to_change(act: Act, span: Span) -> list[Named]:
    """Return the acts that a point names as those which it changes.

    One that a sentence behind the last change names, or that stays as it is, is only mentioned.
    """
    flow = act.flow
    changing = [before.end for _, before, _ in new_words(act, span)]
    found: list[Named] = []
    for one in act.namer.named_in(span.start, span.end):
        said = flow.sentence(one.start)
        beside = any(said.holds(at) for at in changing)
        leads = one.start < max(changing, default=0) and not LEFT_ALONE.search(
            flow.marked, said.start, said.end
        )
        if one.id != act.id and (beside or leads) and not only_changed_it(act, span, one):
            found.append(one)
    return found


def changes_of(
    act: Act, id: str, span: Span, own_life: Life | None, row: Provision | None = None
) -> Iterator[ExtractedEffect]:
    """Read the changes of one point; a point names the act anew, or means the announced one.

    ``row``: the part whose items are meant, as the row of a table or the announcement names it.
    """
    life = own_life or life_of_change(act)
    life = life if life.from_ is not None else _only_start(act, span) or one_day(act) or life
    own = _named_to_change(act, span)
    id = own[0].id if own else id
    words = act.flow.trimmed(span.start, span.end)
    span = _without_label(act, span) if own else span
    part = ""
    changed: dict[str, Terms] = {}
    lives: dict[str, Life] = {}
    for verb, before, after in new_words(act, span):
        if only_thought_of(act, act.flow.sentence(before.end)):
            continue
        if is_not_made(act, before.end, after.start):
            continue
        meant = named_for_change(act, own, before, after, does=verb.does)
        if meant is not None:
            id, part = meant.id, "" if meant.id != id else part
            before = Span(max(before.start, min(meant.start, before.end)), before.end)
        near = _told_beside(act, before, after) or life
        told, elsewhere = parts_of(act, verb.does, before, after, first=not part)
        told = _of_outer(act, span, _of_row(row, told, verb.does))
        part = f"#{as_counted(id, told[0])}" if told else "" if elsewhere else part
        quoted = quoted_alone(act, after)
        moved = moved_day(act, before, quoted) if verb.does == "replace" else None
        if moved is not None:
            target = id if of_whole_act(act, quoted) else f"{id}{part}"
            yield effect_of(act, moved[0], target, Terms(), moved[1], words)
            continue
        head = same_sentence(act, before)
        if verb.does == "delete" and not _only_words(act, told, before, after):
            clause = Span(before.end, after.end)
            for gone in told:
                for owner in owners(act, id, own, gone, head):
                    yield _deleted(act, owner, gone, clause, near)
            continue
        shared = shares(act, id, own, told, head, quoted)
        if verb.does == "delete":
            for target in [one.target for one in shared] or [f"{id}{part}"]:
                changed.setdefault(target, Terms())
                lives.setdefault(target, near)
            continue
        terms = new_terms(act, verb.does, before, after, quoted)
        if not (terms.data or part or _wherever(act, verb.does, before, after, quoted)):
            continue
        for one in shared or (Share(id=id, part=part),):
            apart = one.words and new_terms(act, verb.does, before, one.words, one.words)
            changed.setdefault(one.target, Terms()).add(apart or terms)
            lives.setdefault(one.target, _told_behind(act, quoted, after) or near)
    for affected, terms in changed.items():
        yield effect_of(act, "amend", affected, terms, lives[affected], words)


_LABEL = regexp(r"\s*第[一二三四五六七八九十]{1,3}条(?:\s{1,3}|:)")


def _without_label(act: Act, span: Span) -> Span:
    """Return a point that names the act it changes without its number: ``第三条 第5号公告…``."""
    label = _LABEL.match(act.flow.flow, span.start, span.end)
    return span if label is None else Span(label.end(), span.end)


_TO_THE_VERB = regexp(
    r"\s?,?\s?(?:一律|统一|全部|相应|正式|均)?(?:予以|作出?|加以)?(?:[将由从把]其?\s?)?(?:“[^”\n]{1,240}”)?\s?"
)


def _told_beside(act: Act, before: Span, after: Span) -> Life | None:
    """Return the start right before a verb of change: ``“…”,自8月1日起调整为“…”``."""
    words = act.times.within(before.start, after.start)
    start = next((word for word in reversed(words) if word.role == "start" and word.day), None)
    if start is None:
        return None
    verb = max(start.end, before.end)
    led = start.start >= before.end or _TO_THE_VERB.fullmatch(act.flow.flow, start.end, verb)
    return life_of((start,)) if led else None


def _only_words(act: Act, told: tuple[Provision, ...], before: Span, after: Span) -> bool:
    """Tell whether words of a part are taken out, and not the part."""
    of_part = any(takes_words_of(act, one, before, after) for one in told[-1:])
    return of_part or only_words(act, before, after)


def _of_row(row: Provision | None, told: tuple[Provision, ...], does: str) -> tuple[Provision, ...]:
    """Return items counted alone as those of the part that their row names; one put in is its."""
    if row is None or "-" in row.id or not told or not told[0].id.startswith("-"):
        return told
    if does == "add":
        return (row,)
    return tuple(Provision(id=f"{row.id}{one.id}", start=one.start, end=one.end) for one in told)


def _of_outer(act: Act, span: Span, told: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """Return items told alone as those of the part named last before them in their point.

    ``第二条作如下调整:取消第(一)项;第(二)项“甲”改为“乙”`` changes two items of the one article.
    """
    if not told or not told[0].id.startswith("-"):
        return told
    before = chinese_provisions(act.flow.flow, span.start, told[0].start)
    outer = [one for one in before if one.id[0] not in "-a"]
    if not outer:
        return told
    head = outer[-1].id.partition("-")[0]
    return tuple(
        Provision(id=f"{head}{one.id}", start=one.start, end=one.end)
        if one.id.startswith("-") else one
        for one in told
    )  # fmt: skip


_WHEREVER = regexp(
    r"附(?:件|表|录)(?:[中内里]|所列)的?[^“”。;]{0,8}“[^”\n]{1,240}”[^“”。;]{0,30}$|(?:全文|通篇|各[条处]|所有|文中|标题|题名|名称|[》)]\s?中?的?)[^“”。;]{0,12}“[^”\n]{1,240}”[^“”。;]{0,12}$"
    r"|“[^”\n]{1,240}”[^“”。;]{0,6}(?:统一|均|一律|全部)[^“”。;]{0,4}$"
)


def _wherever(act: Act, does: str, before: Span, after: Span, quoted: Span) -> bool:
    """Tell whether quoted words are changed wherever an act has them, and not in one part."""
    if does != "replace" or act.flow.flow[quoted.start : quoted.start + 1] != "“":
        return False
    head = same_sentence(act, Span(before.start, after.start))
    return _WHEREVER.search(act.flow.flow[head.start : head.end]) is not None


def _told_behind(act: Act, quoted: Span, after: Span) -> Life | None:
    """Return the start that stands right behind new words: ``改为“…”,自8月1日起执行``."""
    if quoted.end >= after.end:
        return None
    stop = SENTENCE_END.search(act.flow.flow, quoted.end, after.end)
    words = act.times.within(quoted.end, stop.start() if stop else after.end)
    start = next((word for word in words if word.role == "start" and word.day), None)
    return None if start is None else life_of((start,))


def _deleted(act: Act, id: str, part: Provision, words: Span, life: Life) -> ExtractedEffect:
    """Build the repeal of a part whose words are taken out."""
    stop = SENTENCE_END.search(act.flow.flow, words.start + 1, words.end)
    told = act.flow.trimmed(words.start, stop.start() if stop else words.end)
    return effect_of(act, "repeal", f"{id}#{as_counted(id, part)}", Terms(), life, told)
