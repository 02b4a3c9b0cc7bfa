"""In which part of another act does a Chinese change move the words, or take out or put in some?"""

from tracker.extraction.act import Act
from tracker.extraction.deeds.affected_parts import row_of_annex
from tracker.extraction.deeds.annex_rows import rows_of_annex
from tracker.extraction.names.references import Provision, chinese_provisions
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

SENTENCE_END = regexp("[。;\n]")


def parts_of(
    act: Act, does: str, before: Span, after: Span, *, first: bool
) -> tuple[tuple[Provision, ...], bool]:
    """Return the parts whose words a change moves, and whether it names something else instead.

    ``first``: what stands further before counts too, where the change itself names nothing.
    """
    flow = act.flow.flow
    head = same_sentence(act, before)
    behind = Span(after.start, _stop(act, after))
    if does == "delete":
        taken = _taken_out(act, head, behind)
        return taken, False
    rows = rows_of_annex(act, head) if does != "add" else ()
    if not rows and first and does == "replace" and not chinese_provisions(flow, *before.ends):
        rows = rows_of_annex(act, before)
    if rows:
        return rows, False
    told = chinese_provisions(flow, head.start, head.end)
    told = tuple(one for one in told if not _is_new_number(act, one))
    if not told and first:
        told = chinese_provisions(flow, before.start, before.end)
    in_place = _IN_PLACE_OF.match(flow, after.start, after.end) if not told else None
    if in_place is not None:
        told = chinese_provisions(flow, in_place.end(), after.end)
    told = tuple(row_of_annex(act, one) or one for one in told)
    own = tuple(one for one in told if not _is_listed(act, one))
    if does == "add":
        place = _place_of(act, after)
        inside = tuple(one for one in own if not _is_neighbour(act, one, after))
        own = inside or place or _around(act, own)
    return own, bool(told) and not own


def _taken_out(act: Act, head: Span, behind: Span) -> tuple[Provision, ...]:
    """Return the parts that are taken out: right behind the verb, else before it in its clause."""
    after = _named(act, behind)
    first = after[0] if after else None
    if first is not None and _AT_ONCE.fullmatch(act.flow.flow, behind.start, first.start):
        if first.id.startswith("-"):
            outer = [one for one in _named(act, head) if not one.id.startswith(("-", "annex"))]
            if outer:
                return tuple(_within(outer[-1], one) for one in after)
        return after
    words = act.flow.flow[head.start : head.end]
    low = head.start + max((m.end() for m in _CLAUSE.finditer(words)), default=0)
    return _named(act, Span(low, head.end)) or _named(act, head) or after


def _named(act: Act, span: Span) -> tuple[Provision, ...]:
    rows = rows_of_annex(act, span)
    told = rows or chinese_provisions(act.flow.flow, span.start, span.end)
    told = tuple(row_of_annex(act, one) or one for one in told)
    return tuple(one for one in told if not _is_listed(act, one))


def _within(outer: Provision, part: Provision) -> Provision:
    return Provision(id=f"{outer.id}{part.id}", start=part.start, end=part.end)


_AT_ONCE = regexp(
    r"\s?(?:了|其|该公告|原公告|附件|附表|清单|《[^《》]{2,40}》)?(?:中|内|里)?的?\s?"
)
"""What may stand between a verb and the part that it takes out."""
_CLAUSE = regexp(r"[,，](?!\s?(?:予以|均|一并|全部|也|即))")
_NEW_NUMBER = regexp(r"(?:改|调整|变更|修改|顺延|移)[为成至]\s?$")
"""What before a part says that it is only the new number of the part that is changed."""


def _is_new_number(act: Act, part: Provision) -> bool:
    return _NEW_NUMBER.search(act.flow.flow[max(0, part.start - 4) : part.start]) is not None


_IN_PLACE_OF = regexp(r"“[^”\n]{1,240}”\s?来?(?:取代|替代|代替|替换)(?=[^“”。;\n]{0,60}“)")
"""New words that stand before the part and the old words: ``以“…”取代第二条中的“…”``."""
_BEHIND_IT = regexp(r"\s?(?:的|之)?[后前](?!款|项|述|条|列)")
"""What behind a part says that something is put behind or before it, and not into it."""


_NARROWER = regexp(r"[^“”。;,\n]{0,4}[一二两三四五六七八九0-9](?:项|款|目)")


def _is_neighbour(act: Act, part: Provision, after: Span) -> bool:
    """Tell whether something is put beside a part; an item put behind an article is one of it."""
    within = "-" not in part.id and _NARROWER.match(act.flow.flow, after.start, after.end)
    return not within and _BEHIND_IT.match(act.flow.flow, part.end) is not None


def _around(act: Act, parts: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """Return the part that holds the one behind which something is put, if one does."""
    return tuple(
        Provision(id=one.id.rpartition("-")[0], start=one.start, end=one.end)
        for one in parts[:1]
        if one.id.rpartition("-")[0]
    )


def _stop(act: Act, after: Span) -> int:
    found = SENTENCE_END.search(act.flow.flow, after.start, after.end)
    return found.start() if found else after.end


def same_sentence(act: Act, before: Span) -> Span:
    """Return what stands before a change in its own sentence; quoted words end none."""
    low = before.start
    for end in SENTENCE_END.finditer(act.flow.flow, before.start, before.end):
        quote = act.flow.flow[before.start : end.start()]
        if quote.count("“") == quote.count("”"):
            low = end.end()
    return Span(low, before.end)


def _place_of(act: Act, after: Span) -> tuple[Provision, ...]:
    """Return the part as which something is added: ``增加一条,作为第九条:“…``."""
    quote = act.flow.flow.find("“", after.start, after.end)
    head = Span(after.start, quote if quote >= 0 else min(after.end, after.start + 40))
    return chinese_provisions(act.flow.flow, head.start, head.end)


_ROW_OF = regexp(r"附件|附表|名单|序号")


def _is_listed(act: Act, part: Provision) -> bool:
    """Tell whether a named part is a row of an annex or a list, which is no provision."""
    before = act.flow.flow[max(0, part.start - 6) : part.start]
    return (
        not part.id.startswith("annex")
        and _ROW_OF.search(SENTENCE_END.split(before)[-1]) is not None
    )


_WORDS_OUT = regexp(
    r"(?:[^“”,。;\n]{0,40}[中里]的?|\s?)“[^”\n]{1,240}”(?!的?(?:[这该]?一?[条款项目]|物项|条目))"
)
_WORDS = r"等?的?(?:字样|内容|表述|文字|词语|字|词)"
_WORDS_TAKEN = regexp(
    r"(?:[中里]的?“[^”\n]{1,240}”(?:[、和及]?“[^”\n]{1,80}”){0,6}|“[^”\n]{1,240}”(?=等?的?(?:字|词|表述|文字)))"
    rf"(?:{_WORDS})?(?:予以|均|一并){{0,2}}$"
)


def only_words(act: Act, before: Span, after: Span) -> bool:
    """Tell whether words of a part are taken out, and not the part: ``删去第二条中的“…”``."""
    flow = act.flow.flow
    if _WORDS_OUT.match(flow, after.start, after.end):
        return True
    return _WORDS_TAKEN.search(flow[max(before.start, before.end - 280) : before.end]) is not None
