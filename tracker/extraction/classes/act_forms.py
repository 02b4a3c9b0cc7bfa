"""Has a text the form of an act, or does it only show, print or tell one?

Only an act can move anything, so an act must show its whole form, and nothing may deny it.
"""

import re
from itertools import islice

from tracker.extraction.classes.class_words import (
    ACT_FORM,
    ASKS,
    DECIDES,
    FULL_FORM,
    HEADED_VIEW,
    NEWS,
    NO_ACT,
    NOT_ITS_TITLE,
    OPEN_MATTER,
    REPORTS,
)
from tracker.extraction.classes.listings import is_listing
from tracker.extraction.classes.signs import HEAD, HEADING, Signs
from tracker.extraction.classes.voices import OF_ADVISERS, speaks_of_others
from tracker.extraction.heads.correction_heads import correction_head
from tracker.extraction.heads.register_heads import STATED_ACTION
from tracker.extraction.heads.register_marks import is_of_register
from tracker.extraction.prose.flow import DAY
from tracker.extraction.spelling.regexps import regexp


def is_open(signs: Signs) -> bool:
    """Tell whether the text says of itself that nothing is decided yet."""
    action = signs.flow.sieve.search(STATED_ACTION, 0, 20_000)
    if action is not None:
        return ASKS.search(action["action"]) is not None
    return signs.holds(OPEN_MATTER, 1500)


def has_form_of_act(signs: Signs) -> bool:
    """Tell whether a text is an act by its form: number, title, and words that bind."""
    layout, flow = signs.layout, signs.flow
    if is_open(signs) or signs.holds(NO_ACT.pattern, HEADING):
        return False
    if layout.number is None or layout.title is None:
        return False
    if not _has_prose(signs) or _is_row(signs) or is_listing(flow):
        return False
    named = flow.numbers[layout.number]
    rest = _CHANNEL.sub("", flow.flow[named.end : layout.title.end])
    if named.form == "nte":
        return signs.holds(DECIDES) and not _says_no_force(signs) and not signs.from_press
    formal = signs.holds(ACT_FORM) or layout.signed or is_of_register(flow.flow)
    formal = formal or _POINTED.search(flow.flow, named.end) is not None
    formal = formal or correction_head(flow.flow) is not None
    told = _TELLS_OF.search(flow.flow, layout.title.start, max(layout.title.start, named.start))
    if told or NOT_ITS_TITLE.search(rest[:200]) or not formal:
        return False
    if speaks_of_others(flow, layout, official=signs.authority in ("issuer", "official")):
        return False
    if _says_no_force(signs) or NEWS.search(flow.flow[layout.title.end : layout.title.end + 300]):
        return False
    if signs.authority not in ("issuer", "official") and _of_others(signs):
        return False
    if not signs.from_press:
        return True
    signed = layout.signed is not None or signs.holds(FULL_FORM)
    return signed and not REPORTS.search(flow.flow[layout.body.start : layout.body.start + 400])


def _of_others(signs: Signs) -> bool:
    """Tell whether somebody prints an act who files, advises, argues, reports or translates."""
    if is_filed(signs) or signs.holds(OF_ADVISERS):
        return True
    if signs.holds(HEADED_VIEW, HEADING) or signs.holds(NEWS, HEADING):
        return True
    return _OWN_TRANSLATION.search(signs.flow.flow, 0, _OF_TRANSLATOR) is not None


_POINTED = regexp(r"\n\s{0,8}一、[^\n]{8,}。\s*\n")
"""A first point with whole sentences, by which an act that says no more of itself is known."""


_CHANNEL = regexp(r"[-_|/\s](?:公告|文件|政策|通知|法规)?转[发载](?=[-_|/\s]|$)")
"""The column of a site in its path, which says that it prints again what others issue."""
_OF_TRANSLATOR = 600
_OWN_TRANSLATION = regexp(
    r"(?i:\bunofficial(?:ly)?\s(?:english\s)?translat(?:ion|ed)\b|\btranslated\sby\b|\b(?:our|courtesy|informal|working)\s(?:english\s)?translation\b)"
    r"|非官方(?:译文|翻译)|(?:自译|编译|译者)[:：]|本(?:社|所|刊|报)(?:翻译|编译|译)"
)
"""How somebody who is no official body heads what he translated himself."""


_TELLS_OF = regexp(
    r"(?i)\b(?:questions\sand\sanswers|q\s?&\s?a|faqs?|frequently\sasked|fact\s?sheet|explain(?:ed|er)|guide|summary|analysis"
    r"|overview|press\srelease)\b[^.\n]{0,60}$"
)
"""What before the number of a heading says that the text only tells of the act."""


def _has_prose(signs: Signs) -> bool:
    """Tell whether sentences follow the title: a list of titles is no act."""
    flow, layout = signs.flow, signs.layout
    if layout.title is None or flow.language == "en":
        return True
    rest = flow.flow[layout.title.start :]
    return re.search(r"[\u4e00-\u9fff\w)”》][。;:]", rest) is not None


_ROW = regexp(rf"[^\n]{{4,200}}(?:[|·]|\s\[|\s\()\s{{0,3}}{DAY}[\])]?\s*")
"""A row of a list of texts, which ends with the day of each: ``… [2026-03-10]``."""


def _is_row(signs: Signs) -> bool:
    """Tell whether the title stands in a list of titles, each with its day behind it."""
    flow, title = signs.flow, signs.layout.title
    if title is None or _ROW.fullmatch(flow.marked, title.start, title.end) is None:
        return False
    beside = [one for one in flow.lines if one.start != title.start]
    near = [one for one in beside if abs(one.start - title.start) < _NEAR]
    return any(_ROW.fullmatch(flow.marked, one.start, one.end) for one in near)


_NEAR = 400


def _says_no_force(signs: Signs) -> bool:
    """Tell whether a text says that it binds nobody; of a translation that is no sign."""
    flow = signs.flow
    return any(
        _TRANSLATED.search(flow.flow, max(0, one.start() - 160), one.end() + 120) is None
        for one in islice(flow.sieve.matches(_NO_FORCE), 3)
    )


_TRANSLATED = regexp(r"(?i:\btranslat)|译文|译本|英文版")


_NO_FORCE = regexp(
    r"(?i:no\sforce\sin\slaw|\b(?:document|page|guidance|paper|notice|text|summary|answers?)\s(?:is|are|has|have)\s(?:not\slegally\sbinding|no\slegal\s(?:effect|value))|has\sno\slegal\sforce|for\sinformation\spurposes\sonly\sand)|不具有法律效力"
)


_FILING = regexp(
    r"(?i:\bstock\sexchange\s(?:notice|announcement|release)\b|\bregulatory\s(?:news|announcement)\b|\binside\sinformation\b|\bmarket\sabuse\sregulation\b"
    r"|\bad[\s-]hoc\s(?:announcement|disclosure|release)\b|\bdisclosure\s(?:requirements?|obligations?)\b)|股票交易异常波动|投资者您好|互动易|上证e互动|投资者关系活动|信息披露义务|敬请(?:广大)?投资者"
    r"|"
    r"(?:(?<=\n)|^)\s*(?:FORM|Form)\s(?:8-K|10-[KQ]|6-K|20-F|40-F)\b|\bItem\s[0-9]{1,2}\.[0-9]{2}\s"
    r"|证券代码[:：]|股票代码[:：]|本公司董事会及全体董事保证"
)


def is_filed(signs: Signs) -> bool:
    """Tell whether a text is what a listed company files, which speaks of its own business."""
    return signs.holds(_FILING, HEAD)
