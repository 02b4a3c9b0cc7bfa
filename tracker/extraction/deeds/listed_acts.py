"""Which acts does a clause mean that points to a list: ``下列公告``, ``the annexed orders``?"""

from tracker.extraction.act import Act
from tracker.extraction.deeds.acted_before import only_changed
from tracker.extraction.deeds.deed_wording import LEFT_ALONE, Hit
from tracker.extraction.deeds.left_alone import stays_as_it_is
from tracker.extraction.deeds.named_beside import rest_of_article
from tracker.extraction.heads.naming import Named
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.numerals import number
from tracker.extraction.spelling.regexps import regexp

_LISTED = regexp(
    r"[0-9一二三四五六七八九十]{1,4}\s?(?:件|个|份|项|部)[^,。;]{0,20}?(?:文件|公告|规章|规定|法规)|(?:文件|公告|规章)(?:目录|清单)?\(?(?:目录|清单|名单)?见附"
    r"|(?:附件|下列|以下|下表|附表)[^,。;]{0,12}(?:文件|公告|规章|规定|法规|条例|办法)|目录(?:见|附)"
    r"|\b(?i:(?:following|listed|annexed|below|above)\s(?:[a-z]+\s){0,2}(?:documents?|announcements?|notices?|orders?|rules?|notifications?|acts?|instruments?)"
    r"|(?:documents?|announcements?|notices?|orders?|rules?|notifications?|instruments?)\s(?:[a-z]+\s){0,2}in\sthe\s(?:annex|list|table|schedule)"
    r"|(?:documents?|announcements?|notices?|notifications?|acts?|enactments?|instruments?|regulations?|decisions?|licen[cs]es?|orders?|rules?|measures)\s"
    r"(?:listed|specified|named|set\sout|shown|indicated|referred\sto|mentioned)\sin\s(?:(?:the\sfirst\scolumn|column\s\(?[1I]\)?)\sof\s)?"
    r"(?:the\s)?(?:following\s)?(?:annex|list|table|schedule|column))"
)
"""What says that the acts meant stand in a list of their own."""


BESIDE_CHANGES = regexp(
    r"(?:修改|修订|修正)(?![^,。;]{0,4}》)[^。]{0,60}(?:废止|失效|停止|暂停)"
    r"|(?:废止|失效|停止|暂停|恢复|延[长期])(?:执行|实施|施行)?(?:、|或者?|和|及|以及)(?:予以|继续)?"
    r"(?:修[改订正]|保留|有效|暂停|恢复|废止|延[长期])"
)
"""What says that not the same is done to all of the list behind: each item tells its own."""


def listed_acts(act: Act, clause: Span, hit: Hit) -> list[Named]:
    """Return the acts of the annexed list, where the clause means a list of acts."""
    flow = act.flow
    lead = flow.sentence(clause.start)
    if _LISTED.search(flow.flow, clause.start, clause.end) is None:
        return []
    if BESIDE_CHANGES.search(flow.flow, lead.start, lead.end):
        return []
    annexes = _annex_meant(act, clause) or (rest_of_article(act, clause),)
    named = (one for span in annexes for one in act.namer.named_in(span.start, span.end))
    return [
        one
        for one in dict.fromkeys(named)
        if one.id != act.id and not only_changed(flow, one) and not _is_kept(flow, one)
        and not stays_as_it_is(flow, one, hit)
    ]  # fmt: skip


def _is_kept(flow: Flow, one: Named) -> bool:
    """Tell whether the sentence of an act says that it stays as it is."""
    sentence = flow.sentence(one.start)
    kept = _KEPT.match(flow.flow, sentence.start, one.start)
    goes_on = _AS_EVER.match(flow.marked, one.end, sentence.end)
    alone = LEFT_ALONE.search(flow.marked, one.end, sentence.end)
    cell = _KEPT_CELL.match(flow.marked, one.end)
    return any(found is not None for found in (kept, goes_on, alone, cell))


_KEPT_CELL = regexp(
    r"[》)]?(?:\([^()\n]{0,60}\))?[^\n\ue001]{0,30}(?:\n[^\n\ue001。]{1,40}){0,3}?[\n\t ]\s{0,4}"
    r"(?:继续有效|继续执行|予?以?保留|有效|不变|维持(?:不变)?)\s{0,4}(?:\n|$)"
)
"""A cell of the row of an act that says that it stays: ``保留``."""


_AS_EVER = regexp(r"[》)]?(?:\([^()]{0,60}\))?照[常旧样]")
_KEPT = regexp(
    r"\s{0,4}(?:\(?[一二三四五六七八九十0-9]{1,2}[、.)]\s?)?(?:继续)?(?:予以)?(?:保留|有效|执行|实施)[^,。;:]{0,8}:"
    r"|\s{0,4}至于|[^,。;:]{0,12}不(?:涉及|影响|适用于|及于|触及|包括|改变)"
)
"""How a line is headed that lists the acts which stay, ``保留:``, or speaks of another one."""


_ANNEX_NUMBER = regexp(r"附件\s?(?P<n>[0-9一二三四五六七八九]{1,2})")


def _annex_meant(act: Act, clause: Span) -> tuple[Span, ...]:
    """Return the annexes that a clause means: the one that it counts, else all of them."""
    flow = act.flow.flow
    told = _ANNEX_NUMBER.search(flow, clause.start, min(clause.end + _BEHIND, len(flow)))
    meant = tuple(
        one
        for one in act.layout.annexes
        if told is not None
        and (own := _ANNEX_NUMBER.match(flow, one.start)) is not None
        and number(own["n"]) == number(told["n"])
    )
    return meant or act.layout.annexes


_BEHIND = 12
