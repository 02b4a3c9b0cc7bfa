"""What does a Chinese act change in the words of another: which part, and which new terms?"""

import re
from collections.abc import Iterable, Iterator

from tracker.extraction.act import Act
from tracker.extraction.days.times import Life, TimeWord, life_of
from tracker.extraction.deeds.affected_parts import as_counted, row_of_annex
from tracker.extraction.deeds.amended_days_chinese import moved_day, of_whole_act
from tracker.extraction.deeds.amended_words import effect_of, led_codes, life_of_change, new_words
from tracker.extraction.deeds.amendment_targets import changes_words, only_thought_of
from tracker.extraction.deeds.catalogue_entries import entries_changed
from tracker.extraction.deeds.change_owners import named_for_change
from tracker.extraction.deeds.comparison_tables import compared_rows
from tracker.extraction.extracted import ExtractedEffect
from tracker.extraction.names.references import Provision, chinese_provisions
from tracker.extraction.prose.flow import Span
from tracker.extraction.prose.points import Point, items_of, points
from tracker.extraction.scope.places import destinations
from tracker.extraction.scope.quota_amounts import changed_quota
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.scope.terms import Terms, exemptions, goods, theme
from tracker.extraction.scope.thresholds import thresholds
from tracker.extraction.spelling.numerals import roman


def chinese_changes(act: Act, id: str, announced: Span) -> Iterator[ExtractedEffect]:
    """Yield the changes of the act ``id``, which the sentence ``announced`` says are made."""
    found = points(act.flow, act.body) or items_of(act.flow, act.body) or _annexed(act)
    parts = [point.span for point in found] or [*_changing_lines(act, announced)] or [announced]
    recoded = _recoded(act, announced)
    if recoded.data:
        yield effect_of(act, "amend", id, recoded, life_of_change(act), announced)
        return
    told = own_start(act, announced) or _told_last(act, announced) or life_of_change(act)
    compared = tuple(compared_rows(act, id, announced, told))
    if compared:
        yield from compared
        return
    entries = entries_changed(act, found)
    if entries.data:
        parts = parts if found else [Span(announced.start, act.body.end)]
        life = life_of_change(act)
        life = life if life.start else _told_last(act, announced) or life
        theme(act.flow, entries, parts, ())
        goods(act.flow, tuple(_without_old(act, parts)), entries)
        yield effect_of(act, "amend", id, entries, life, announced)
        return
    announces = own_start(act, announced) or _told_last(act, announced)
    lives = {point.span: act.commencement.parts.get(roman(point.value)) for point in found}
    for span in parts:
        yield from changes_of(act, id, span, own_start(act, span) or lives.get(span) or announces)


_CHANGES_ANNEXED = re.compile(r"[^\n]{0,80}(?:调整|修改|修订|变动)(?:的)?(?:内容|情况|事项|条目)")
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
_LED = re.compile(r"决定|现")
_THIS_CHANGE = re.compile(
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


_INTO_FORCE = re.compile(r"(?:正式)?(?:施行|实施|执行|生效|适用)\s?[。:]?\s?$")


def _told_last(act: Act, announced: Span) -> Life | None:
    """Return the start with which the announcement of changes ends: ``予以调整,自…起施行``."""
    words = act.times.within(announced.start, announced.end)
    start = next((word for word in reversed(words) if word.role == "start" and word.day), None)
    if start is None or _INTO_FORCE.match(act.flow.flow, start.end, announced.end) is None:
        return None
    return life_of((start,))


_OLD_BEFORE_NEW = re.compile(r"“[^”\n]{1,240}”(?=\s?(?:修改|调整|变更|更正|改)为)")


def _without_old(act: Act, parts: Iterable[Span]) -> Iterator[Span]:
    """Yield the stretches of changed entries without the quoted words that are replaced."""
    for part in parts:
        low = part.start
        for old in _OLD_BEFORE_NEW.finditer(act.flow.flow, part.start, part.end):
            yield Span(low, old.start())
            low = old.end()
        yield Span(low, part.end)


_OLD_AND_NEW = re.compile(
    r"(?:更新前|调整前|变更前|修改前|原(?:商品)?编[号码]|旧编[号码]|现行编[号码])[^\n]{0,12}[\n\s|]{1,6}"
    r"[^\n]{0,10}(?:更新后|调整后|变更后|修改后|(?:新|现)(?:商品)?编[号码]|后)"
)
_CUSTOMS = re.compile(r"(?<![0-9.])[0-9]{8}(?:[0-9]{2})?(?![0-9.])")
"""The head of a table that puts each new code beside the old one."""


def _recoded(act: Act, announced: Span) -> Terms:
    """Return the new codes of a table of old and new ones."""
    terms = Terms()
    head = _OLD_AND_NEW.search(act.flow.flow, announced.end)
    if head is None:
        return terms
    codes = [*_CUSTOMS.finditer(act.flow.marked, head.end())]
    for code in codes[1::2] if len(codes) % 2 == 0 else ():
        terms.extend(act.flow, "hs_codes", (code.group(),), code.start(), code.end())
    return terms


def changes_of(act: Act, id: str, span: Span, own_life: Life | None) -> Iterator[ExtractedEffect]:
    """Read the changes of one point; a point names the act anew, or means the announced one."""
    life = own_life or life_of_change(act)
    life = life if life.from_ is not None else _only_start(act, span) or life
    own = [one for one in act.namer.named_in(span.start, span.end) if one.id != act.id]
    id = own[0].id if own else id
    words = act.flow.trimmed(span.start, span.end)
    part = ""
    changed: dict[str, Terms] = {}
    lives: dict[str, Life] = {}
    for row, before, after in new_words(act, span):
        if only_thought_of(act, act.flow.sentence(before.end)):
            continue
        meant = named_for_change(act, own, before, after, does=row.does)
        if meant is not None:
            id, part = meant.id, "" if meant.id != id else part
            before = Span(max(before.start, min(meant.start, before.end)), before.end)
        told, elsewhere = _parts_of(act, row.does, before, after, first=not part)
        part = f"#{as_counted(id, told[0])}" if told else "" if elsewhere else part
        quoted = _quoted_alone(act, after)
        moved = moved_day(act, before, quoted) if row.does == "replace" else None
        if moved is not None:
            target = id if of_whole_act(act, quoted) else f"{id}{part}"
            yield effect_of(act, moved[0], target, Terms(), moved[1], words)
            continue
        if row.does == "delete" and _only_words(act, before, after):
            changed.setdefault(f"{id}{part}", Terms())
            lives.setdefault(f"{id}{part}", life)
            continue
        if row.does == "delete":
            yield from (_deleted(act, id, one, Span(before.end, after.end), life) for one in told)
            continue
        terms = Terms()
        goods(act.flow, (quoted,), terms, quoted=True)
        led_codes(act, before, after, terms)
        _named_as_before(act, before, terms)
        exemptions(act.flow, quoted, terms)
        theme(act.flow, terms, (quoted,), ())
        if row.does == "replace":
            _new_duty(act, before, quoted, terms)
            _new_quota(act, before, quoted, terms)
        if terms.data or part:
            changed.setdefault(f"{id}{part}", Terms()).add(terms)
            lives.setdefault(f"{id}{part}", _told_behind(act, quoted, after) or life)
    for affected, terms in changed.items():
        yield effect_of(act, "amend", affected, terms, lives[affected], words)


_BARE = frozenset({"content", "value", "size", "quantity"})


def _named_as_before(act: Act, before: Span, terms: Terms) -> None:
    """Give a new limit the name of the old one: ``纯度由“99.9%以上”调整为“99.5%以上”``."""
    new = [one for one in terms.data.get("thresholds", ()) if one["what"] in _BARE]
    old = thresholds(act.flow, _same_sentence(act, before)) if new else ()
    for limit in new:
        names = {one.what for one in old if one.unit == limit.get("unit")} - _BARE
        if len(names) == 1:
            limit["what"] = names.pop()


_DUTY = re.compile(r"\s?[“\"]?(?P<words>[^,。;“”的\n]{2,20})[”\"]?(?=[,。;\n]|$)")


def _new_duty(act: Act, before: Span, new: Span, terms: Terms) -> None:
    """Read the new demand where a few words tell it: ``由许可证管理改为禁止出口``."""
    told = _DUTY.match(act.flow.flow, new.start, new.end)
    duty = requirement_of(act.flow, Span(*told.span("words"))) if told else None
    if duty is None:
        return
    terms.put(act.flow, "requirement", *duty)
    reach = Span(_same_sentence(act, before).start, before.end)
    found = destinations(act.flow, reach, home=act.home)
    terms.put(act.flow, "destinations", list(found), reach.start, reach.end)


def _new_quota(act: Act, before: Span, new: Span, terms: Terms) -> None:
    """Read the new amount of a quota, which no word compares."""
    amount = changed_quota(act.flow, _same_sentence(act, before), new)
    if amount is not None and "thresholds" not in terms.data:
        terms.put(act.flow, "requirement", "quota", before.start, before.end)
        terms.extend(act.flow, "thresholds", (amount.as_terms(),), amount.start, amount.end)


def _told_behind(act: Act, quoted: Span, after: Span) -> Life | None:
    """Return the start that stands right behind new words: ``改为“…”,自8月1日起执行``."""
    if quoted.end >= after.end:
        return None
    stop = _SENTENCE_END.search(act.flow.flow, quoted.end, after.end)
    words = act.times.within(quoted.end, stop.start() if stop else after.end)
    start = next((word for word in words if word.role == "start" and word.day), None)
    return None if start is None else life_of((start,))


def _parts_of(
    act: Act, does: str, before: Span, after: Span, *, first: bool
) -> tuple[tuple[Provision, ...], bool]:
    """Return the parts whose words a change moves, and whether it names a row of an annex instead.

    ``first``: what stands further before counts too, where the change itself names nothing.
    """
    flow = act.flow.flow
    head = _same_sentence(act, before)
    told = chinese_provisions(flow, head.start, head.end)
    told = tuple(one for one in told if not _is_new_number(act, one))
    if not told and first:
        told = chinese_provisions(flow, before.start, before.end)
    in_place = _IN_PLACE_OF.match(flow, after.start, after.end) if not told else None
    if in_place is not None:
        told = chinese_provisions(flow, in_place.end(), after.end)
    if does == "delete":
        stop = _SENTENCE_END.search(flow, after.start, after.end)
        told = chinese_provisions(flow, after.start, stop.start() if stop else after.end) or told
    told = tuple(row_of_annex(act, one) or one for one in told)
    own = tuple(one for one in told if not _is_row(act, one))
    if does == "add" and not own:
        own = _place_of(act, after)
    return own, bool(told) and not own


_NEW_NUMBER = re.compile(r"(?:改|调整|变更|修改|顺延|移)[为成至]\s?$")
"""What before a part says that it is only the new number of the part that is changed."""


def _is_new_number(act: Act, part: Provision) -> bool:
    return _NEW_NUMBER.search(act.flow.flow[max(0, part.start - 4) : part.start]) is not None


_IN_PLACE_OF = re.compile(r"“[^”\n]{1,240}”\s?来?(?:取代|替代|代替|替换)(?=[^“”。;\n]{0,60}“)")
"""New words that stand before the part and the old words: ``以“…”取代第二条中的“…”``."""
_WORDS_OUT = re.compile(r"[^“”。;\n]{0,40}[中里]的?“[^”\n]{1,240}”(?!的?[条款项目])")
_WORDS = r"等?的?(?:字样|内容|表述|文字|词语|字|词)"
_WORDS_TAKEN = re.compile(
    r"(?:[中里]的?“[^”\n]{1,240}”(?:[、和及]?“[^”\n]{1,80}”){0,6}|“[^”\n]{1,240}”(?=等?的?(?:字|词|表述|文字)))"
    rf"(?:{_WORDS})?(?:予以|均|一并){{0,2}}$"
)


def _only_words(act: Act, before: Span, after: Span) -> bool:
    """Tell whether words of a part are taken out, and not the part: ``删去第二条中的“…”``."""
    flow = act.flow.flow
    if _WORDS_OUT.match(flow, after.start, after.end):
        return True
    return _WORDS_TAKEN.search(flow[max(before.start, before.end - 280) : before.end]) is not None


def _deleted(act: Act, id: str, part: Provision, words: Span, life: Life) -> ExtractedEffect:
    """Build the repeal of a part whose words are taken out."""
    stop = _SENTENCE_END.search(act.flow.flow, words.start + 1, words.end)
    told = act.flow.trimmed(words.start, stop.start() if stop else words.end)
    return effect_of(act, "repeal", f"{id}#{as_counted(id, part)}", Terms(), life, told)


_MOST_QUOTED = 20_000
_WAS = re.compile(r"[,(](?:其?原(?!产|料|材)|此前|不再)")
"""What behind new words tells the old ones: ``提高至不低于99.99%(原为大于99.9%)``."""
_LED_TO_QUOTE = re.compile(r"(?:[^“”。;\n]{0,30}[:,]\s?)?(?=“)")
"""What may stand between a change and its quoted words: ``增列一项,作为第(四)项:“…``."""


def _quoted_alone(act: Act, after: Span) -> Span:
    """Return the new words without what follows them, where quotation marks tell their end."""
    flow = act.flow.flow
    words = act.flow.trimmed(after.start, after.end)
    led = _LED_TO_QUOTE.match(flow, words.start, words.end)
    if led is None:
        was = _WAS.search(flow, words.start, words.end)
        return after if was is None else Span(words.start, was.start())
    words = Span(led.end(), words.end)
    depth = 0
    for at in range(words.start, min(words.end, words.start + _MOST_QUOTED)):
        depth += (flow[at] == "“") - (flow[at] == "”")
        if depth == 0:
            return Span(words.start, at + 1)
    return after


_SENTENCE_END = re.compile("[。;\n]")


def _same_sentence(act: Act, before: Span) -> Span:
    """Return what stands before a change in its own sentence; quoted words end none."""
    low = before.start
    for end in _SENTENCE_END.finditer(act.flow.flow, before.start, before.end):
        quote = act.flow.flow[before.start : end.start()]
        if quote.count("“") == quote.count("”"):
            low = end.end()
    return Span(low, before.end)


def _place_of(act: Act, after: Span) -> tuple[Provision, ...]:
    """Return the part as which something is added: ``增加一条,作为第九条:“…``."""
    quote = act.flow.flow.find("“", after.start, after.end)
    head = Span(after.start, quote if quote >= 0 else min(after.end, after.start + 40))
    return chinese_provisions(act.flow.flow, head.start, head.end)


_ROW_OF = re.compile(r"附件|附表|名单|序号")


def _is_row(act: Act, part: Provision) -> bool:
    """Tell whether a named part is a row of an annex or a list, which is no provision."""
    before = act.flow.flow[max(0, part.start - 6) : part.start]
    return (
        not part.id.startswith("annex")
        and _ROW_OF.search(_SENTENCE_END.split(before)[-1]) is not None
    )
