"""What kind of document is it: an act, a retelling, a statement, a report, an opinion, a draft?

A list of tests in order; the first that holds decides. Only an act can move anything, so an act
must show the whole form of one.
"""

from collections.abc import Callable

from tracker.extraction.classes.act_forms import has_form_of_act, is_filed, is_open
from tracker.extraction.classes.class_words import (
    ADVISED,
    ARGUES,
    CONSENT,
    CONSENT_PAGE,
    CONTESTED,
    DEMANDS,
    DRAFT,
    EXPLAINED,
    FULL_FORM,
    GONE,
    HEADED_VIEW,
    INVITED,
    INVITES,
    NEWS,
    NO_ACT,
    OF_REGISTER,
    OPINION,
    OWN_PAGES,
    PLEDGED,
    PLEDGES,
    REPORTS,
    RUMOURED,
    SELF_CORRECTED,
    SPEECH,
    SPOKEN,
    STOPPED,
)
from tracker.extraction.classes.signs import HEAD, HEADING, Signs
from tracker.extraction.classes.stances import PAPER, SOURCE, STANCES
from tracker.extraction.classes.voices import OF_ADVISERS
from tracker.extraction.extracted import DocumentClass
from tracker.extraction.heads.correction_heads import correction_head
from tracker.extraction.heads.page_lines import PROSE, ends_sentence, links_start
from tracker.extraction.heads.register_heads import STATED_ACTION
from tracker.extraction.spelling.regexps import regexp

_PAGE = 500
"""A page as short as that holds no whole act, whatever form its first words have."""
SHORT = 4_000
"""A page that only stops a reader is short."""


def _stopped(signs: Signs) -> bool:
    text = signs.flow.flow
    if not text.strip():
        return True
    if len(text) < CONSENT_PAGE and signs.holds(CONSENT) and not _shows_text(signs):
        return True
    if len(text) >= SHORT or not signs.holds(STOPPED.pattern, 1200):
        return False
    if signs.layout.number is None:
        return True
    stop = STOPPED.pattern.search(text)
    if len(text) < _PAGE and stop and stop.start() < signs.flow.numbers[signs.layout.number].start:
        return True
    signed = signs.layout.signed is not None and not signs.holds(GONE, 600)
    return not signed and (len(text) < _PAGE or not signs.holds(FULL_FORM))


_ASKS_CONSENT = regexp(r"(?i:cookie|consent|privacy|preferences|\baccept|continue|javascript)|同意")


def _shows_text(signs: Signs) -> bool:
    """Tell whether a page that asks for consent shows sentences of its own beside the banner."""
    if signs.layout.signed is not None or correction_head(signs.flow.flow):
        return True
    flow = signs.flow
    told = [
        one.end - one.start
        for one in flow.lines
        if ends_sentence(flow, one) and _ASKS_CONSENT.search(flow.flow, one.start, one.end) is None
    ]
    least = PROSE[flow.language]
    return any(long >= least for long in told) or sum(long * 2 >= least for long in told) > 1


def _draft(signs: Signs) -> bool:
    if signs.from_press or _speech(signs):
        return False
    if is_open(signs):
        return True
    if signs.holds(STATED_ACTION, 20_000):
        return False
    stop = signs.layout.body.start if signs.layout.number is not None else 1500
    return signs.holds(DRAFT.pattern, stop)


def _speech(signs: Signs) -> bool:
    """Tell whether an official holds a speech."""
    return not signs.from_press and signs.holds(SPEECH, _SPEECH_HEAD)


_SPEECH_HEAD = 300


def _answer(signs: Signs) -> bool:
    return signs.decides and not signs.from_press and not signs.holds(NO_ACT.pattern, HEADING)


def _opinion(signs: Signs) -> bool:
    unofficial = signs.authority not in ("issuer", "official")
    if unofficial and signs.holds(HEADED_VIEW, HEADING):
        return True
    marks = signs.count_in_prose(OPINION.pattern)
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
    own = links_start(signs.flow)
    spoken = signs.count(SPOKEN.pattern, own)
    if not spoken or (signs.from_press and signs.holds(CONTESTED, HEAD) and spoken < 2):
        return False
    if _wired(signs):
        return False
    early = signs.holds(SPOKEN.pattern, min(own, 600))
    if not signs.from_press:
        return early
    return early and not _restated(signs) and signs.holds(_CONVERSES)


_CONVERSES = regexp(
    r"(?:(?<=\n)|^)[^\n:。]{1,50}:\s?\S|(?i:press\s(?:conference|briefing)|\btranscript\b|\bregular\sbriefing\b)|记者会|发布会|答记者问|答问"
)
"""What shows that the press prints what was asked and answered, and does not only cite it."""


_LEAD = 140
_MADE = regexp("(?:发布|公布|印发)[^。\\n\ue001]{0,24}\ue001")


def _wired(signs: Signs) -> bool:
    """Tell whether an agency reports first of all that an act was made, whoever speaks later."""
    wire = signs.flow.sieve.search(NEWS, 0, HEAD)
    if wire is None:
        return False
    return _MADE.search(signs.flow.marked, wire.end(), wire.end() + _LEAD) is not None


def _pledged(signs: Signs) -> bool:
    """Tell whether a government tells what it and another one will do: that moves nothing yet."""
    if signs.from_press or not signs.holds(PLEDGES.pattern, HEADING):
        return False
    return signs.count(PLEDGED) > 1


def _corrects_itself(signs: Signs) -> bool:
    """Tell whether a newspaper corrects what it wrote itself."""
    official = signs.authority in ("issuer", "official")
    if official or not signs.holds(SELF_CORRECTED.pattern, HEADING):
        return False
    return signs.holds(OWN_PAGES)


def _explained(signs: Signs) -> bool:
    if signs.from_press or not signs.names_acts:
        return False
    return signs.holds(EXPLAINED.pattern, HEADING)


_AHEAD = regexp(
    r"(?i:\b(?:(?:week|month|day|year)\sahead|what\sto\swatch|dates?\s(?:for|in)\s(?:your|the)\sdiary"
    r"|(?:events?|policy|trade)\s(?:calendar|diary))\b)|(?:[本下]周|一周|本月|下月|下半年)[^\n]{0,8}(?:看点|前瞻|日历|预告|大事|日程)|财经日历"
)
"""How the press heads a list of what is to come."""
_OVER_TIME = regexp(
    r"(?i:\b(?:timeline|chronology)\b)|大事记|时间(?:线|轴)|(?:公告|政策|措施|管制)[^\n]{0,10}(?:一览|盘点|梳理)|年表"
)
"""How a list of what was decided is headed, act by act."""


_SIDE_BY_SIDE = regexp(
    r"(?i:\b(?:two|three|four|several|differing|conflicting)\s(?:different\s)?(?:readings|versions|accounts|stories)\b|\bwho\ssays\swhat\b)"
    r"|[两三四几多]种(?:不同的?)?(?:说法|版本|解读|口径)"
)
"""How a page is headed that sets side by side what several say."""


def _side_by_side(signs: Signs) -> bool:
    official = signs.authority in ("issuer", "official")
    return not official and signs.holds(_SIDE_BY_SIDE, HEADING)


def _ahead(signs: Signs) -> bool:
    official = signs.authority in ("issuer", "official")
    return not official and signs.holds(_AHEAD, HEADING)


def _over_time(signs: Signs) -> bool:
    return signs.names_acts and signs.holds(_OVER_TIME, HEADING)


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
_TITLED = regexp(
    r"(?:公布|发布|印发|出台)(?:了|修订后的|新修订的)?《[^》\n]{4,60}》[^。\n]{0,40}自[^。\n]{4,20}起(?:施行|实施)"
)
"""How the press tells of an act by its title, with its first day."""


_INTENDS = regexp(
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


_CONTESTING = ("denies", "not_confirmed")


def _retelling(signs: Signs) -> bool:
    if not signs.from_press:
        return signs.names_acts
    if (not signs.names_acts and not signs.flow.numbers) or _set_apart(signs):
        return False
    denied = (row.pattern for row in STANCES if row.stance in _CONTESTING and not row.spoken)
    made = _MADE_FIRST.search(signs.flow.marked, 0, _HEAD_OF_NEWS)
    own = signs.flow.sentence(made.end()).end if made else links_start(signs.flow)
    return not any(signs.holds(words, own) for words in (CONTESTED, RUMOURED.pattern, *denied))


_MADE_FIRST = regexp(
    r"(?:发布|公布|印发|出台|推出|挂出|对外公告)了?[^。;\n\ue001]{0,40}\ue001"
    r"|\b(?:issued|published|released|announced|unveiled|promulgated)\s[^.;\n\ue001]{0,60}\ue001"
)
"""How the press tells first of all that an act was made: voices heard beside it contest nothing."""
_PAPERS, _VOICES = 2, 3


def _set_apart(signs: Signs) -> bool:
    """Tell whether a page sets what several papers say against each other."""
    own = links_start(signs.flow)
    papers = {one.group() for one in PAPER.finditer(signs.flow.flow, 0, own)}
    if len(papers) < _PAPERS:
        return False
    told = {one.group() for one in SOURCE.finditer(signs.flow.flow, 0, own)}
    return len(told | papers) >= _VOICES


CLASSES: tuple[tuple[str, Callable[[Signs], bool], DocumentClass | None], ...] = (
    ("a page that stops the reader", _stopped, None),
    ("a draft for comment", _draft, "draft"),
    ("the form of an act", has_form_of_act, "act"),
    ("an answer that decides", _answer, "act"),
    ("a speech", _speech, "statement"),
    ("what several say, side by side", _side_by_side, "report"),
    ("an author's view", _opinion, "opinion"),
    ("a company tells its shareholders", is_filed, "report"),
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
