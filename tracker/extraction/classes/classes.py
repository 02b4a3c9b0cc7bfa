"""What kind of document is it: an act, a retelling, a statement, a report, an opinion, a draft?

A list of tests in order; the first that holds decides. Only an act can move anything, so an act
must show the whole form of one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from tracker.domain.records import Authority
from tracker.extraction.classes.class_words import (
    ACT_FORM,
    ADVISED,
    ARGUES,
    ASKS,
    CONSENT,
    CONSENT_PAGE,
    CONTESTED,
    DECIDES,
    DEMANDS,
    DRAFT,
    EXPLAINED,
    FULL_FORM,
    GONE,
    HEADED_VIEW,
    INVITED,
    INVITES,
    NEWS,
    NOT_ITS_TITLE,
    OF_REGISTER,
    OPEN_MATTER,
    OPINION,
    OWN_PAGES,
    PLEDGED,
    PLEDGES,
    PRESS,
    REPORTS,
    SELF_CORRECTED,
    SPEECH,
    SPOKEN,
    STOPPED,
)
from tracker.extraction.classes.stances import STANCES
from tracker.extraction.classes.voices import OF_ADVISERS, speaks_of_others
from tracker.extraction.extracted import DocumentClass
from tracker.extraction.heads.layout import Layout
from tracker.extraction.heads.register_heads import STATED_ACTION
from tracker.extraction.heads.register_marks import is_of_register
from tracker.extraction.prose.flow import Flow

HEAD = 2_500
_HEADING = 200
COUNTED = 150_000
"""In how many characters the marks of a class are counted; more of them change nothing."""
SHORT = 4_000
"""A page that only stops a reader is short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What speaks for the class of one document."""

    flow: Flow
    layout: Layout
    authority: Authority | None
    decides: bool
    names_acts: bool

    @property
    def from_press(self) -> bool:
        """Tell whether the press, and not an official body, speaks."""
        if self.authority is not None:
            return self.authority in ("press", "commentary")
        return self.holds(PRESS, HEAD)

    def holds(self, pattern: re.Pattern[str], within: int | None = None) -> bool:
        """Tell whether a pattern stands in the text, or in its first ``within`` characters."""
        flow = self.flow.flow
        high = len(flow) if within is None else min(within, len(flow))
        return self.flow.sieve.may(pattern, 0, high) and pattern.search(flow, 0, high) is not None

    def count(self, pattern: re.Pattern[str]) -> int:
        """Return how often a pattern stands in the text, at most a hundred times."""
        if not self.flow.sieve.may(pattern, 0, COUNTED):
            return 0
        return sum(
            1
            for _, _ in zip(range(100), pattern.finditer(self.flow.flow, 0, COUNTED), strict=False)
        )


def _stopped(signs: Signs) -> bool:
    text = signs.flow.flow
    if not text.strip():
        return True
    if len(text) < CONSENT_PAGE and signs.holds(CONSENT) and signs.layout.signed is None:
        return True
    if len(text) >= SHORT or not signs.holds(STOPPED.pattern, 1200):
        return False
    if signs.layout.number is None:
        return True
    signed = signs.layout.signed is not None and not signs.holds(GONE, 600)
    return not signed and not signs.holds(FULL_FORM)


def _draft(signs: Signs) -> bool:
    if signs.from_press or _speech(signs):
        return False
    if _open(signs):
        return True
    if signs.holds(STATED_ACTION, 20_000):
        return False
    stop = signs.layout.body.start if signs.layout.number is not None else 1500
    return signs.holds(DRAFT.pattern, stop)


def _speech(signs: Signs) -> bool:
    """Tell whether an official holds a speech."""
    return not signs.from_press and signs.holds(SPEECH, _SPEECH_HEAD)


_SPEECH_HEAD = 300


def _open(signs: Signs) -> bool:
    """Tell whether the text says of itself that nothing is decided yet."""
    action = signs.flow.sieve.search(STATED_ACTION, 0, 20_000)
    if action is not None:
        return ASKS.search(action["action"]) is not None
    return signs.holds(OPEN_MATTER, 1500)


def _act(signs: Signs) -> bool:
    layout, flow = signs.layout, signs.flow
    if _open(signs):
        return False
    if layout.number is None or layout.title is None:
        return False
    if not _has_prose(signs):
        return False
    named = flow.numbers[layout.number]
    rest = _CHANNEL.sub("", flow.flow[named.end : layout.title.end])
    if named.form == "nte":
        return signs.holds(DECIDES) and not _says_no_force(signs) and not signs.from_press
    formal = signs.holds(ACT_FORM) or layout.signed or is_of_register(flow.flow)
    told = _TELLS_OF.search(flow.flow, layout.title.start, max(layout.title.start, named.start))
    if told or NOT_ITS_TITLE.search(rest[:200]) or not formal:
        return False
    if speaks_of_others(flow, layout, official=signs.authority in ("issuer", "official")):
        return False
    if _says_no_force(signs) or NEWS.search(flow.flow[layout.title.end : layout.title.end + 300]):
        return False
    if not signs.from_press:
        return True
    if signs.authority is not None and _OWN_TRANSLATION.search(flow.flow[:_OF_TRANSLATOR]):
        return False
    signed = layout.signed is not None or signs.holds(FULL_FORM)
    return signed and not REPORTS.search(flow.flow[layout.body.start : layout.body.start + 400])


_CHANNEL = re.compile(r"[-_|/\s](?:公告|文件|政策|通知|法规)?转[发载](?=[-_|/\s]|$)")
"""The column of a site in its path, which says that it prints again what others issue."""
_OF_TRANSLATOR = 600
_OWN_TRANSLATION = re.compile(
    r"(?i:\bunofficial(?:ly)?\s(?:english\s)?translat(?:ion|ed)\b|\btranslated\sby\b|\b(?:our|courtesy|informal|working)\s(?:english\s)?translation\b)"
    r"|非官方(?:译文|翻译)|(?:自译|编译|译者)[:：]|本(?:社|所|刊|报)(?:翻译|编译|译)"
)
"""How somebody who is no official body heads what he translated himself."""


_TELLS_OF = re.compile(
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


def _says_no_force(signs: Signs) -> bool:
    """Tell whether a text says that it binds nobody; of a translation that is no sign."""
    flow = signs.flow
    return any(
        _TRANSLATED.search(flow.flow, max(0, one.start() - 160), one.end() + 120) is None
        for one in islice(flow.sieve.matches(_NO_FORCE), 3)
    )


_TRANSLATED = re.compile(r"(?i:\btranslat)|译文|译本|英文版")


_NO_FORCE = re.compile(
    r"(?i:no\sforce\sin\slaw|\b(?:document|page|guidance|paper|notice|text|summary|answers?)\s(?:is|are|has|have)\s(?:not\slegally\sbinding|no\slegal\s(?:effect|value))|has\sno\slegal\sforce|for\sinformation\spurposes\sonly\sand)|不具有法律效力"
)


def _answer(signs: Signs) -> bool:
    return signs.decides and not signs.from_press


def _opinion(signs: Signs) -> bool:
    unofficial = signs.authority not in ("issuer", "official")
    if unofficial and signs.holds(HEADED_VIEW, _HEADING):
        return True
    marks = signs.count(OPINION.pattern)
    if signs.authority in ("press", "commentary"):
        marks += signs.count(DEMANDS)
    if not marks and signs.authority != "commentary":
        return False
    argues, reports = signs.count(ARGUES), signs.count(REPORTS)
    if _advises(signs):
        views = marks + argues - signs.count(ADVISED)
        if views * _FACTS_TO_A_VIEW < len(signs.flow.sentences):
            return False
    if signs.authority == "commentary":
        views = marks + argues
        return views >= 2 or ((views >= 1 or not reports) and not signs.names_acts)
    if signs.holds(SPOKEN.pattern, HEAD) and not signs.from_press:
        return False
    return (marks + argues) > reports and (marks + argues >= 3 or not reports)


def _statement(signs: Signs) -> bool:
    spoken = signs.count(SPOKEN.pattern)
    if not spoken or (signs.from_press and signs.holds(CONTESTED, HEAD) and spoken < 2):
        return False
    if _wired(signs):
        return False
    early = signs.holds(SPOKEN.pattern, 600)
    return early if not signs.from_press else early and not _restated(signs)


_LEAD = 140
_MADE = re.compile("(?:发布|公布|印发)[^。\\n\ue001]{0,24}\ue001")


def _wired(signs: Signs) -> bool:
    """Tell whether an agency reports first of all that an act was made, whoever speaks later."""
    wire = signs.flow.sieve.search(NEWS, 0, HEAD)
    if wire is None:
        return False
    return _MADE.search(signs.flow.marked, wire.end(), wire.end() + _LEAD) is not None


def _pledged(signs: Signs) -> bool:
    """Tell whether a government tells what it and another one will do: that moves nothing yet."""
    if signs.from_press or not signs.holds(PLEDGES.pattern, _HEADING):
        return False
    return signs.count(PLEDGED) > 1


def _corrects_itself(signs: Signs) -> bool:
    """Tell whether a newspaper corrects what it wrote itself."""
    official = signs.authority in ("issuer", "official")
    if official or not signs.holds(SELF_CORRECTED.pattern, _HEADING):
        return False
    return signs.holds(OWN_PAGES)


def _explained(signs: Signs) -> bool:
    if signs.from_press or not signs.names_acts:
        return False
    return signs.holds(EXPLAINED.pattern, _HEADING)


_FILING = re.compile(
    r"(?i:\bstock\sexchange\s(?:notice|announcement|release)\b|\bregulatory\s(?:news|announcement)\b|\binside\sinformation\b|\bmarket\sabuse\sregulation\b"
    r"|\bad[\s-]hoc\s(?:announcement|disclosure|release)\b|\bdisclosure\s(?:requirements?|obligations?)\b)|股票交易异常波动|投资者您好|互动易|上证e互动|投资者关系活动|信息披露义务|敬请(?:广大)?投资者"
    r"|"
    r"(?:(?<=\n)|^)\s*(?:FORM|Form)\s(?:8-K|10-[KQ]|6-K|20-F|40-F)\b|\bItem\s[0-9]{1,2}\.[0-9]{2}\s"
    r"|证券代码[:：]|股票代码[:：]|本公司董事会及全体董事保证"
)


def _filed(signs: Signs) -> bool:
    """Tell whether a text is what a listed company files, which speaks of its own business."""
    return signs.holds(_FILING, HEAD)


_AHEAD = re.compile(
    r"(?i:\b(?:(?:week|month|day|year)\sahead|what\sto\swatch|dates?\s(?:for|in)\s(?:your|the)\sdiary"
    r"|(?:events?|policy|trade)\s(?:calendar|diary))\b)|(?:[本下]周|一周|本月|下月|下半年)[^\n]{0,8}(?:看点|前瞻|日历|预告|大事|日程)|财经日历"
)
"""How the press heads a list of what is to come."""
_OVER_TIME = re.compile(
    r"(?i:\b(?:timeline|chronology)\b)|大事记|时间(?:线|轴)|(?:公告|政策|措施|管制)[^\n]{0,10}(?:一览|盘点|梳理)|年表"
)
"""How a list of what was decided is headed, act by act."""


def _ahead(signs: Signs) -> bool:
    official = signs.authority in ("issuer", "official")
    return not official and signs.holds(_AHEAD, _HEADING)


def _over_time(signs: Signs) -> bool:
    return signs.names_acts and signs.holds(_OVER_TIME, _HEADING)


_FACTS_TO_A_VIEW = 3
"""So many sentences for each view make advice on an act a retelling of it."""


def _advises(signs: Signs) -> bool:
    """Tell whether a firm tells its clients of named acts; its view of them is an aside."""
    numbered = any(not (n.wording.bare or n.wording.needs_issuer) for n in signs.flow.numbers)
    names = signs.names_acts or numbered
    return names and not signs.holds(OF_REGISTER) and signs.holds(OF_ADVISERS)


def _restated(signs: Signs) -> bool:
    """Tell whether press retells named acts: numbers, and what they demand from when."""
    if signs.from_press and signs.holds(_TITLED, _HEAD_OF_NEWS):
        return True
    return bool(signs.flow.numbers) and signs.names_acts


_HEAD_OF_NEWS = 700
_TITLED = re.compile(
    r"(?:公布|发布|印发|出台)(?:了|修订后的|新修订的)?《[^》\n]{4,60}》[^。\n]{0,40}自[^。\n]{4,20}起(?:施行|实施)"
)
"""How the press tells of an act by its title, with its first day."""


_INTENDS = re.compile(
    r"\b(?:intends?|plans?|proposes?|hopes?|means?|aims?|expects?|is\s(?:considering|reviewing|minded|preparing|studying)|(?:will|would)\s(?:consider|review|consult|seek)"
    r"|(?:is|are)\s(?:to\sbe\s)?(?:under\sreview|under\sconsideration))\b|拟(?!定|合|议)|计划|正在?(?:研究|考虑|评估|论证|修订)|将(?:适时|择机|研究|考虑|评估)|有意"
)
_SHORT_ENOUGH = 3_000


def _planned(signs: Signs) -> bool:
    """Tell whether an official text names acts only to say what may be done to them one day."""
    flow = signs.flow
    if signs.from_press or not flow.numbers or len(flow.flow) > _SHORT_ENOUGH:
        return False
    named = (flow.sentence(one.start) for one in flow.numbers)
    return all(_INTENDS.search(flow.flow, one.start, one.end) for one in named)


def _retelling(signs: Signs) -> bool:
    if not signs.names_acts or not signs.from_press:
        return signs.names_acts
    denied = (row.pattern for row in STANCES if row.stance in ("denies", "not_confirmed"))
    return not any(signs.holds(words) for words in (CONTESTED, *denied))


CLASSES: tuple[tuple[str, Callable[[Signs], bool], DocumentClass | None], ...] = (
    ("a page that stops the reader", _stopped, None),
    ("a draft for comment", _draft, "draft"),
    ("the form of an act", _act, "act"),
    ("an answer that decides", _answer, "act"),
    ("a speech", _speech, "statement"),
    ("an author's view", _opinion, "opinion"),
    ("a company tells its shareholders", _filed, "report"),
    ("a newspaper corrects itself", _corrects_itself, "report"),
    ("governments tell what they promised", _pledged, "statement"),
    ("a calendar of what is to come", _ahead, "report"),
    ("a chronology of named acts", _over_time, "restatement"),
    ("an explanation of a named act", _explained, "restatement"),
    ("advice on named acts", _advises, "restatement"),
    ("an official speaks", _statement, "statement"),
    (
        "a notice of the register that makes no rule",
        lambda signs: not signs.from_press and signs.holds(OF_REGISTER),
        "statement",
    ),
    (
        "an official invitation",
        lambda signs: not signs.from_press and signs.holds(INVITES, INVITED),
        "statement",
    ),
    ("plans for named acts", _planned, "statement"),
    ("named acts retold", _retelling, "restatement"),
    (
        "an official page that names no act",
        lambda signs: not signs.from_press and signs.authority in ("issuer", "official"),
        "statement",
    ),
    ("press on events", lambda signs: True, "report"),
)
"""The tests in order."""


def class_of(signs: Signs) -> DocumentClass | None:
    """Return the class of a document; ``None`` for a page that is no document."""
    return next(klass for _, test, klass in CLASSES if test(signs))
