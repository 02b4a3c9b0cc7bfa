"""Which terms do the new words of a Chinese change set: codes, limits, a demand, an amount?"""

from tracker.extraction.act import Act
from tracker.extraction.deeds.amended_words import led_codes
from tracker.extraction.deeds.changed_parts_chinese import same_sentence
from tracker.extraction.deeds.pointed_firms_chinese import pointed_firms
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.changed_values import changed_value
from tracker.extraction.scope.firms_chinese import firm_runs
from tracker.extraction.scope.places import destinations
from tracker.extraction.scope.quota_amounts import changed_quota
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.scope.terms import Terms, exemptions, goods, theme
from tracker.extraction.scope.thresholds import thresholds
from tracker.extraction.spelling.regexps import regexp

_MOST_QUOTED = 20_000
_WAS = regexp(r"[,(](?:其?原(?!产|料|材)|此前|不再)")
"""What behind new words tells the old ones: ``提高至不低于99.99%(原为大于99.9%)``."""
_LED_TO_QUOTE = regexp(r"(?:[^“”。;\n]{0,30}[:,]\s?)?(?=“)")
"""What may stand between a change and its quoted words: ``增列一项,作为第(四)项:“…``."""
_AND_QUOTE = regexp(r"\s?(?:、|和|及|以及|与)?\s?(?=“)")
"""What joins several new words: ``分别修改为“…”、“…”``."""


def quoted_alone(act: Act, after: Span) -> Span:
    """Return the new words without what follows them, where quotation marks tell their end."""
    flow = act.flow.flow
    words = act.flow.trimmed(after.start, after.end)
    led = _LED_TO_QUOTE.match(flow, words.start, words.end)
    if led is None:
        was = _WAS.search(flow, words.start, words.end)
        return after if was is None else Span(words.start, was.start())
    words = Span(led.end(), words.end)
    depth, end = 0, None
    for at in range(words.start, min(words.end, words.start + _MOST_QUOTED)):
        depth += (flow[at] == "“") - (flow[at] == "”")
        if depth == 0 and flow[at] == "”":
            end = at + 1
            if _AND_QUOTE.match(flow, end, words.end) is None:
                break
    return after if end is None else Span(words.start, end)


def new_terms(act: Act, does: str, before: Span, after: Span, quoted: Span) -> Terms:
    """Read the terms of new words, ``quoted``; what is put in may stand before the verb."""
    terms = Terms()
    goods(act.flow, (quoted,), terms, quoted=True)
    led_codes(act, before, after, terms)
    if does == "replace" and "hs_codes" not in terms.data:
        _code_for_code(act, before, quoted, terms)
    _named_as_before(act, before, terms)
    exemptions(act.flow, quoted, terms)
    theme(act.flow, terms, (quoted,), ())
    if does == "add" and not terms.data:
        told = _put_before(act, before)
        goods(act.flow, (told,), terms)
        theme(act.flow, terms, (told,), ())
    if does == "add":
        _names_put_in(act, before, quoted, terms)
    if does == "replace":
        _new_duty(act, before, quoted, terms)
        _new_quota(act, before, quoted, terms)
        _new_value(act, before, quoted, terms)
    return terms


_LIST = regexp(r"名单|实体清单")


def _names_put_in(act: Act, before: Span, new: Span, terms: Terms) -> None:
    """Read the firms that a list gets: named before the verb or behind it, or in a table."""
    head = same_sentence(act, before)
    stop = act.flow.flow.find("。", new.start, new.end)
    clause = Span(head.start, stop if stop >= 0 else new.end)
    if _LIST.search(act.flow.flow, clause.start, clause.end) is None:
        return
    sides = (head, Span(new.start, clause.end))
    named = [firm for side in sides for run in firm_runs(act.flow, side) for firm in run]
    for firm in named or pointed_firms(act, clause):
        terms.extend(act.flow, "parties", (firm.name,), firm.start, firm.end)


_CODE = r"(?<![0-9.])[0-9]{8}(?:[0-9]{2})?(?![0-9.])"
_OLD_CODE = regexp(_CODE)
_NEW_CODES = regexp(rf"\s?“?{_CODE}”?(?:(?:\s?[、和及]\s?|(?<=”))“?{_CODE}”?){{0,12}}")


def _code_for_code(act: Act, before: Span, new: Span, terms: Terms) -> None:
    """Read bare customs codes that take the place of one named right before: ``…拆分为…、…``."""
    head, flow = same_sentence(act, before), act.flow
    told = _NEW_CODES.match(flow.flow, new.start, new.end)
    if told is None or _OLD_CODE.search(flow.flow, head.start, head.end) is None:
        return
    for code in _OLD_CODE.finditer(flow.flow, *told.span()):
        terms.extend(flow, "hs_codes", (code.group(),), code.start(), code.end())


_TAKES = regexp(r"[将把](?=[^将把“”。;\n]{0,400}$)")


def _put_before(act: Act, before: Span) -> Span:
    """Return the goods that stand before what is done with them: ``将1C931.c…增列为第三项``."""
    head = same_sentence(act, before)
    takes = _TAKES.search(act.flow.flow, head.start, head.end)
    return head if takes is None else Span(takes.end(), head.end)


_BARE = frozenset({"content", "value", "size", "quantity"})


def _named_as_before(act: Act, before: Span, terms: Terms) -> None:
    """Give a new limit the name of the old one: ``纯度由“99.9%以上”调整为“99.5%以上”``."""
    new = [one for one in terms.data.get("thresholds", ()) if one["what"] in _BARE]
    old = thresholds(act.flow, same_sentence(act, before)) if new else ()
    for limit in new:
        names = {one.what for one in old if one.unit == limit.get("unit")} - _BARE
        if len(names) == 1:
            limit["what"] = names.pop()


_DUTY = regexp(r"\s?[“\"]?(?P<words>[^,。;“”的\n]{2,20})[”\"]?(?=[,。;\n]|$)")


def _new_duty(act: Act, before: Span, new: Span, terms: Terms) -> None:
    """Read the new demand where a few words tell it: ``由许可证管理改为禁止出口``."""
    told = _DUTY.match(act.flow.flow, new.start, new.end)
    duty = requirement_of(act.flow, Span(*told.span("words"))) if told else None
    if duty is None:
        return
    terms.put(act.flow, "requirement", *duty)
    reach = Span(same_sentence(act, before).start, before.end)
    found = destinations(act.flow, reach, home=act.home)
    terms.put(act.flow, "destinations", list(found), reach.start, reach.end)


def _new_quota(act: Act, before: Span, new: Span, terms: Terms) -> None:
    """Read the new amount of a quota, which no word compares."""
    amount = changed_quota(act.flow, same_sentence(act, before), new)
    if amount is not None and "thresholds" not in terms.data:
        terms.put(act.flow, "requirement", "quota", before.start, before.end)
        terms.extend(act.flow, "thresholds", (amount.as_terms(),), amount.start, amount.end)


def _new_value(act: Act, before: Span, new: Span, terms: Terms) -> None:
    """Read a new value that itself bears no comparison, but took the place of one that did."""
    value = changed_value(act.flow, same_sentence(act, before), new)
    if value is not None and "thresholds" not in terms.data:
        terms.extend(act.flow, "thresholds", (value.as_terms(),), value.start, value.end)
