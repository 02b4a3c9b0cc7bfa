"""What does a sentence assert of law, by the kind of document in which it stands?"""

import re
from dataclasses import dataclass
from datetime import date

from tracker.extraction.classes.speakers import quoted_by
from tracker.extraction.classes.stances import ATTRIBUTION, QUOTED_BY, SOURCE
from tracker.extraction.days.times import Times
from tracker.extraction.extracted import DocumentClass, Stance
from tracker.extraction.heads.naming import Namer
from tracker.extraction.names.catalogue import Catalogue
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.scope.terms import Terms, exemptions
from tracker.extraction.scope.thresholds import thresholds
from tracker.extraction.spelling.regexps import regexp

_EXPECTS = regexp(
    r"(?i:\bexpect\b|\bshould\b|\bought\s(?:never\s|not\s)?to\b|\bin\smy\sview\b|\bI\s(?:believe|think)\b"
    r"|\b(?:will|would|could|might|must|likely|perhaps)\b|\b(?:my|our)\s(?:advice|bet|guess|hope|plea|prediction|forecast|hunch|money|wish)\b"
    r"|\b(?:dare\ssay|no\sdoubt|the\ssooner|time\s(?:to|has\scome)|let\s(?:us|it|them)|surely|bound\sto|would\sdo\s(?:best|well)|wager|bet|doubt|suspect|predict|reckon|fear|hope|deserves?|high\stime|had\sbetter)\b)"
    r"|可以(?:预料|预见|想见)|说不定|(?:会|将)(?:从|在|于|把)|未必|迟早|早晚|依我们?看|就得|得把|我看|过分|更好|为好|才对|才是|别再|早该|不该|大可|该(?:退出|取消|放开|调整|停|废|收|改|撤|松)|起码要|最迟|才是正道|大概率|势必|多半|想必|恐将|看来|以为|在(?:笔者|我)看来|依(?:笔者|我)之见|倾向于|应该|应当|理应|必将|建议|预计|认为|必须|不如|不妨|何不|可以?考虑|宜(?:于|早|尽)|有必要|应(?:于|在|自|将|予)|主张|呼吁"
)
CONTENT = regexp(
    r"(?i:\b(?:suspen[ds]\w*|lift\w*|repeal\w*|cancel\w*|resum\w+|licen[cs]\w+|in\sforce"
    r"|tak\w+\seffect|effective|starts?\son|has\sapplied|content\s(?:of|above|below)|and\sabove|come\sinto|from\s(?:\ue000)|exempt\w*"
    r"|export\scontrols?\son|caught|remov\w+|eas(?:e[sd]?|ing)\b|(?:new|any)\s(?:instructions?|notices?|rules?)|told\sanything|ban(?:s|ned)?|restrict\w*|curbs?|pause[sd]?"
    r"|threshold|reinstat\w*|reviv\w+|reimpos\w+|laps(?:e[sd]?|ing)|expir\w+|ceases?d?|run\sout|on\shold|shelv\w+|rescind\w*|roll(?:ed|ing)?\sback|wind\sdown|phased?\sout|loosen\w*|relax\w*|tighten\w*|amend\w*|extend(?:s|ed|ing)?|hold(?:s|ing)?\s[^.]{0,20}\sback|halt(?:s|ed)?|delay\w*|postpon\w+|revok\w+|withdr[ae]w\w*|scrap(?:s|ped)?|abolish\w*|prolong\w*))|暂停|取消|恢复|生效|实施|许可|管制|豁免|禁止|解除|延长|废止"
    r"|推迟|延后|延期|提前|终止|撤销|吊销|放宽|收紧|松绑|加码|叫停|(?:停止|继续|开始)执行|失效|作废|到期|届满|续期|顺延|搁置|停下来|停摆|松动|修改|取代|削减|调减|核减|下调|上调|列入|移出|照旧|照常|(?:新|任何)的?(?:指令|通知|要求)"
)
_MOVES = regexp(
    r"(?i)\b(?:withdraw\w*|repeal\w*|rescind\w*|revok\w+|suspen[ds]\w*|lift\w*|scrap\w*"
    r"|delay\w*|lapse|abolish\w*|drop(?:ped|ping)?|extend\w*|reviv\w+|reinstat\w+|resum\w+|shelv\w+|shelf|postpon\w+|paus\w+|prolong\w*|relax\w*|loosen\w*|tighten\w*|eas(?:e|ed|ing)|do\saway\swith)\b|一废了之|退出|放行|推后|调整|修订|收紧|废止|取消|撤销|暂停|恢复|放开|解除|提高到|降低到|降至|提高至|放宽|延长|通用许可"
)
_OF_RULE = regexp(
    r"(?i:\b(?:rules?|notices?|announcements?|licen[cs]\w*|permits?|controls?|curbs?|restrictions?|quotas?|bans?|lists?|minister|paragraphs?|annex|clauses?|20[2-9][0-9]|ministry|regulators?|authorities|officials|Beijing|Brussels|Washington|it\s(?:ought|should|must|will|would|could|may|might|deserves?))\b)"
    r"|公告|规定|管制|许可|配额|禁令|清单|主管部门|商务部|限制|门槛|把它"
)
"""What an author speaks of who judges a rule."""
_LIMIT = regexp(r"(?i:\bthresholds?\b|[0-9]\s?(?:%|per\s?cent\b))|[0-9]%|门槛|千分之|百分之")
"""What names a limit of a rule."""
_EXEMPTS = regexp(r"exempt|no\slicen|免")
_FREES = regexp(r"exempt|licen|subject|required?|need|免|许可|需要|无须|不必")
"""Words without which no sentence speaks of what is free."""
_OWN_VIEW = regexp(
    r"(?i:\b(?:in\s(?:my|our)\s(?:view|opinion)|we\s(?:expect|believe|think|consider)|it\s(?:may|might|could)\s(?:well\s)?be\sthat|it\sis\slikely|(?:seems|appears|looks)\s(?:un)?likely)\b)|(?:笔者|我们|本所)(?:也|均|倾向于|更倾向于|初步)?(?:认为|预计|以为|理解)"
    r"|(?:分析(?:师|人士)|专家|律师|学者|研究员|经济学家|券商|研究机构)[^。;\n]{0,30}?(?:认为|预计|表示|称|指出|判断|估计)[^。;\n]{0,50}?(?:可能|有望|或将|或会|不排除|大概率)"
)
_GOVERNMENT_WILL = regexp(
    r"(?:^|[,;:)]\s|\b(?:that|and)\s|[-\u2022*]\s)(?P<who>(?:[Tt]he\s)?(?:United\s(?:States|Kingdom)|European\sUnion|China|Beijing|Japan|India|Korea"
    r"|Netherlands|Canada|Australia|[Dd]epartment|[Aa]dministration|[Gg]overnment|[Mm]inistry|[Cc]ommission|We|we|U\.S\.|U\.K\.|EU|BIS)(?:\sside)?)"
    r"\s(?:will|shall|is\sto|intends?\sto|plans?\sto|ha(?:s|ve)\s(?:decided|agreed|committed)\sto|agree[sd]?\sto|commits?\sto|also\swill)\b"
    r"|(?P<zh>中方|我方|商务部|美方|欧方|日方|韩方|对方|双方|其)(?:均|也|还|正|已)?(?:将(?!继续采取)|承诺|同意|拟|决定|考虑)"
)
"""What a government says that it, or another one, will do."""
_BEGINS = regexp(
    r"(?:今|明|次|昨)[日天]起[^,。;]{0,10}(?:施行|实施|执行|生效)|自[^,。;]{3,24}起[^,。;]{0,40}(?:施行|实施|执行|生效|管制|管理)|(?i:\b(?:enter(?:s|ed)?|c[oa]me(?:s)?)\sinto\s(?:force|effect)|\bt(?:akes?|ook)\seffect\b"
    r"|\b(?:opens?|starts?|begins?|began|kicks?\sin)\s(?:on|from|to\sapply)\b"
    r"|\bappl(?:y|ies|ied)\s(?:from|as\sof|since)\b|\bunder\s(?:export\s)?licen[cs]e\s[^.]{0,20}\bfrom\b"
    r"|\blicen[cs]es?\b[^.]{0,60}\b(?:from|since|as\sof)\s(?:[0-9]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]{0,7}\s[0-9])"
    r"|\bsince\s[^.]{3,24}\slicen[cs]e\s(?:has|have)\sbeen)"
)
"""What tells that a rule itself begins on a day."""
_PROMOTES = regexp(
    r"(?i)\W{0,4}(?:sign\sup|subscribe|read\s(?:more|next|also)|related|sponsored|most\sread|register\s(?:now|here))\b"
)
"""How lines begin that sell something or lead elsewhere."""
_MAKES_RULES = regexp(
    r"\b(?i:publish|lay|issue|introduce|bring\sforward|adopt|table|propose|amend)\w*\b"
)
"""What a government means to do that makes new rules."""
_EXPERT = regexp(
    r"\b(?i:analysts?|forecasters?|economists?|lawyers?|scholars?|professors?|consultants?|commentators?|strategists?)\b"
    r"|分析(?:师|人士)|专家|律师|学者|研究员|经济学家|券商"
)
_GUESSES = regexp(
    r"(?i:\b(?:said|says|expect(?:s|ed)?|thinks?|thought|believe[sd]?|reckon(?:s|ed)?|argue[sd]?|predict(?:s|ed)?)\b[^.]{0,120}\b(?:would|will|likely|may|might|could|should)\b"
    r"|\b(?:would|will|likely|may|might|could|should)\b[^.]{0,160}\b(?:said|says|expects?|thinks?|believes?)\b)"
    r"|(?:认为|预计|表示|称|指出|判断)[^。\n]{0,60}?(?:可能|有望|或将|或会|不排除|大概率|倾向于)"
)
"""Who guesses in a report, and how: that is a view, and no claim of fact."""
_ITS_OWN = regexp(
    r"中方|我方|商务部|(?:[Tt]he\s)?(?:United\sStates|U\.S\.|[Dd]epartment|[Aa]dministration|[Gg]overnment|[Mm]inistry|[Cc]ommission|[Ww]e|BIS)\b"
)
_OF_CHINA = regexp(r"中方|我方|商务部|China|Beijing|[Tt]he\s(?:[Mm]inistry|[Gg]overnment)|[Ww]e\b")
_CHINESE = ("MOFCOM", "MFA", "GACC", "MIIT", "State Council", "NDRC")
"""Whose spokespeople mean China by "we"."""


_LEAST = 7
_RULED = regexp(r"force|effect|appl|licen[cs]|生效|施行|实施|执行|许可|管制|适用|启用|办证|作废")
"""Words of a rule whose start an issuer tells."""
_GIVES = regexp(
    r"(?i:\b(?:rules?|notices?|announcements?|measures?|curbs?|limits?|thresholds?|nothing|date|start)\b[^.]{0,60}?\b(?:appl(?:y|ies|ied)|chang(?:es?|ed)|beg[aiu]ns?|starts?|lasts?|ends?)\b)"
    r"|(?i:\b(?:not|un)\s?(?:affected|covered|included|touched)\b|\bstays?\sas\s(?:it\sis|is)\b)|不在[^。;]{0,10}(?:之列|范围)|不受影响"
    r"|(?i:\b(?:figure|limit|threshold|cut-?off|minimum)\s(?:is|was|lies|stands)\b)"
    r"|(?i:\b(?:puts?|sets?|gives?|places?)\sthe\s(?:limit|threshold|cut-?off|date|start)\b|[0-9]\s?(?:%|per\s?cent)\sor\s(?:more|above|less|below)\b)"
    r"|(?:门槛|界限|标准|起点)(?:是|为|定在)|(?:以后|之后|之前|当天|起)(?:才|就|便|即)?(?:执行|实行|算|生效)|办证|第[一二三四五六七八九十]{1,3}[项条款类部]"
)
"""How somebody says when a rule begins, or whom it reaches, in everyday words."""
_OF_TRADE = regexp(
    r"(?i:\b(?:appl(?:y|ies|ied|ications?)|licen[cs]\w+|exports?|imports?|ship\w*|customs|rules?|regulations?|orders?|notices?"
    r"|notifications?|announcements?|circulars?|controls?|quotas?|permits?|deliver\w+|starts?|deadlines?|stocks?|from\stoday|at\sonce|immediately)\b)"
    r"|申请|许可|出口|进口|报关|通关|放行|清关|公告|规定|管制|配额|通知|获批|供货|交付|证件|受影响"
)
"""What those speak of whom an act reaches."""
OF_RULES = regexp(
    r"(?i:\bcontrols?\b|\bregulat\w+|\brules?\b|\bquotas?\b|\bpermits?\b|\bsanction\w*|\bexports?\b)|公告|管制|出口|规定|配额|制裁|政策"
)
"""What is not law alone, and without which nobody denies or refuses anything of it."""
_WISHES = regexp(r"欢迎|希望|愿(?:同|与|意)|呼吁|期待|(?i:\b(?:welcome|hope|stand\sready)\b)")
"""What an answer wishes for, which tells nothing of the act."""
RUMOURED = regexp(r"流传|网传|有传|传言|传闻|据传|(?i:\brumou?rs?\b|\bword\s(?:is|has\sit)\b)")
_OF_ACT = regexp(r"(?i)\bin\s(?:my|our)\b|likely|我们|笔者|本所")
"""What view needs no further word of law, where an act is retold."""
_BEGAN = regexp(
    r"(?i:\b(?:(?:came|entered|went|comes?|enters?|goes)\sinto\s(?:force|effect|operation)|t(?:ook|akes?)\seffect|was\sin\sforce\sfrom)"
    r"\s(?:today|tomorrow|yesterday)?,?\s?(?:on\s)?(?:[a-z]{6,9}day,?\s)?)\ue000"
    r"|(?i:\b(?:is|was|be|becomes?|became)\seffective\s(?:on|as\sof|from)\s)(?:\ue000|that\sda)"
)
"""What tells that a rule began, or is about to."""
_WAS_DUE = regexp(
    r"(?i:\b(?:had\sbeen|was|were)\s(?:originally\s|initially\s|first\s)?(?:due|to|scheduled|set|meant|supposed)\s(?:to\s)?)|原定|本应"
)
"""What only tells of a day that holds no more."""
_DIFFER = regexp(
    r"(?i:\b(?:cannot|do\snot|does\snot|don't)\sagree\b|\bno\sagreement\son\b|\bopinions\sdiffer\b|\bpuzzled?\sover\b|\bcould\snot\s(?:independently\s)?(?:determine|establish|verify|learn)\b)"
    r"|说法(?:不一|各异|(?:同样|也)?打架)|大相径庭|各执一词|莫衷一是|众说纷纭"
)
"""What only says that others do not agree."""
_FLASH = regexp(
    r"\W{0,3}(?:[0-9]{1,2}[:.]?[0-9]{2}\b\W{0,3}(?:GMT|UTC|[A-Z]{2,4}T)?|(?:FLASH|ALERT|URGENT|BREAKING|快讯|急讯|突发)\b)"
)
"""How the line of an agency begins that is a headline and a sentence at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is at hand while claims are read."""

    flow: Flow
    namer: Namer
    times: Times
    known: Catalogue
    klass: DocumentClass | None
    body: Span
    official: str | None
    published_on: date | None
    about: tuple[str, ...]


def asserted(
    said: Said, sentence: Span, text: str, *, asked: tuple[str, ...] = ()
) -> Stance | None:
    """Return how a sentence asserts something of law, by the class of the document.

    ``asked`` are the acts of which the question before it asks.
    """
    if len(text) < _LEAST or _PROMOTES.match(text):
        return None
    if said.klass == "opinion":
        of_law = _of_law(said, sentence, text) or _found(said, _OF_RULE, sentence)
        return "opinion" if of_law and _EXPECTS.search(text) else None
    if said.klass == "statement":
        return _in_statement(said, sentence, text, asked)
    if said.klass not in ("report", "restatement"):
        return None
    if said.official is not None and said.klass == "restatement":
        return _in_official_retelling(said, sentence, text)
    return _in_news(said, sentence, text)


def _in_statement(said: Said, sentence: Span, text: str, asked: tuple[str, ...]) -> Stance | None:
    content = _found(said, CONTENT, sentence)
    rules = content or _found(said, _MAKES_RULES, sentence)
    if rules and (will := _found(said, _GOVERNMENT_WILL, sentence)):
        own = _is_own(said, will["who"] or will["zh"]) and "decided" not in will.group()
        return "intended" if own else "asserts"
    if said.about and _begins(said, sentence, text):
        return "reports_start"
    answers = bool(asked) and not _found(said, _WISHES, sentence)
    told = content and _ends(text) and (answers or acts_in(said, sentence))
    return "asserts" if told or _exempt(said, sentence) else None


def _is_own(said: Said, who: str) -> bool:
    """Tell whether a government speaks of what it will do itself."""
    chinese = (said.official or "").startswith(_CHINESE)
    return (_OF_CHINA if chinese else _ITS_OWN).match(who) is not None


def _in_official_retelling(said: Said, sentence: Span, text: str) -> Stance | None:
    starts = (w.role == "start" for w in said.times.within(sentence.start, sentence.end))
    if _BEGAN.search(said.flow.marked, sentence.start, sentence.end):
        return "reports_start"
    if (_RULED.search(text) and any(starts)) or _begins(said, sentence, text):
        return "reports_start"
    moved = acts_in(said, sentence) and _MOVES.search(text)
    return "asserts" if moved or _gives_terms(said, sentence, text) else None


def _in_news(said: Said, sentence: Span, text: str) -> Stance | None:
    due = _found(said, _WAS_DUE, sentence) and not ATTRIBUTION.search(text)
    if due or _found(said, _DIFFER, sentence):
        return None
    if said.klass == "restatement" and _starts(said, sentence, text):
        return "reports_start"
    expert = _found(said, _EXPERT, sentence) and CONTENT.search(text)
    if expert and _GUESSES.search(text):
        return "opinion"
    content = _found(said, CONTENT, sentence, marked=True)
    own = _found(said, _OWN_VIEW, sentence) if said.klass == "restatement" else None
    if own and (content or _of_law(said, sentence, text) or _OF_ACT.search(own.group())):
        return "opinion"
    if content:
        cell = said.klass == "report" and (
            text[:1].islower() or under_source(said.flow, sentence.start)
        )
        return "asserts" if cell or _ends(text) or _FLASH.match(text) else None
    if said.klass == "restatement" and _gives_terms(said, sentence, text):
        return "asserts"
    dated = _dated_by_somebody(said, sentence, text) or _by_a_source(said, sentence, text)
    return "asserts" if dated or _told_by_somebody(said, sentence, text) else None


def under_source(flow: Flow, at: int) -> bool:
    """Tell whether words begin a line below one that only names a paper or another source."""
    line = flow.flow.rfind("\n", 0, at) + 1
    if flow.flow[line:at].strip() or line == 0:
        return False
    above = flow.flow[flow.flow.rfind("\n", 0, line - 1) + 1 : line].strip()
    return 0 < len(above) <= _NEAR_HEAD and not _ends(above) and SOURCE.search(above) is not None


def _starts(said: Said, sentence: Span, text: str) -> bool:
    """Tell whether a sentence of a retelling says that a rule began, or when it begins."""
    words = said.times.within(sentence.start, sentence.end)
    stated = any(word.role == "start" and word.basis == "stated" for word in words)
    spoken = ATTRIBUTION.search(text) or quoted_by(text) or text[:1] in '"“'
    if not stated and (spoken or not _found(said, _BEGINS, sentence)):
        return _found(said, _BEGAN, sentence, marked=True) is not None
    return _begins(said, sentence, text)


def _begins(said: Said, sentence: Span, text: str) -> bool:
    """Tell whether a sentence gives a rule its first day, whatever that rests on."""
    if _found(said, _BEGAN, sentence, marked=True):
        return True
    begins = _found(said, _BEGINS, sentence)
    if not begins or _MOVES.search(text):
        return False
    words = said.times.within(sentence.start, sentence.end)
    starts = any(word.role == "start" for word in words)
    return starts or bool(said.flow.days_in(sentence.start + begins.start(), sentence.end))


def _found(
    said: Said, pattern: re.Pattern[str], span: Span, *, marked: bool = False
) -> re.Match[str] | None:
    """Return where a pattern matches in a sentence, its days and numbers marked or not."""
    flow = said.flow
    text, sieve = (flow.marked, flow.marked_sieve) if marked else (flow.flow, flow.sieve)
    may = sieve.may(pattern, span.start, span.end)
    return pattern.search(text[span.start : span.end]) if may else None


def _dated_by_somebody(said: Said, sentence: Span, text: str) -> bool:
    """Tell whether somebody is said to give a rule a day or a limit, in whatever words."""
    if said.klass != "report" or not (said.about or said.flow.numbers):
        return False
    if not _found(said, _GIVES, sentence, marked=True):
        return False
    told = ATTRIBUTION.search(text) is not None and _ends(text)
    return told or _FLASH.match(text) is not None


def _gives_terms(said: Said, sentence: Span, text: str) -> bool:
    """Tell whether a retelling gives a day or a limit of the act of which it tells."""
    if not said.about or not (_ends(text) or text[:1] in "*-\u2022"):
        return False
    starts = any(w.role for w in said.times.within(sentence.start, sentence.end))
    return bool(_LIMIT.search(text) or starts or thresholds(said.flow, sentence))


def _by_a_source(said: Said, sentence: Span, text: str) -> bool:
    """Tell whether a paper or a firm is named as the one who gives a day, or whose words stand."""
    found = _found(said, SOURCE, sentence) if said.about or said.flow.numbers else None
    if found is None or not _ends(text) or found.start() > _NEAR_HEAD:
        return False
    quoted = any(mark in text for mark in '"“')
    dated = _found(said, _MONTH, sentence) or said.flow.days_in(sentence.start, sentence.end)
    return quoted or bool(dated)


_MONTH = regexp(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|[0-9]月|[年月]底|\bend\sof\sthe\s(?:month|year)\b"
)
_NEAR_HEAD = 60
"""Within how many characters of a sentence the one who speaks is named."""


def _told_by_somebody(said: Said, sentence: Span, text: str) -> bool:
    """Tell whether somebody is said to tell of trade under the act of which the text speaks."""
    named = said.about or said.flow.numbers
    if not named or not _ends(text) or not _found(said, _OF_TRADE, sentence):
        return False
    rows = (RUMOURED, QUOTED_BY, ATTRIBUTION)
    return any(_found(said, row, sentence) for row in rows) or quoted_by(text) is not None


def _ends(text: str) -> bool:
    """Tell whether words end as a sentence does, and not as a title or a row."""
    return text.rstrip()[-1:] in ".。;,\"'”’)"


def _of_law(said: Said, sentence: Span, text: str) -> bool:
    """Tell whether a sentence speaks of rules: a day, an act, a limit, or how rules move."""
    days = said.flow.days_in(sentence.start, sentence.end)
    numbered = said.flow.numbers_in(sentence.start, sentence.end)
    return bool(days or _MOVES.search(text) or _LIMIT.search(text) or numbered)


def _exempt(said: Said, sentence: Span) -> bool:
    demand = (
        requirement_of(said.flow, sentence)
        if _FREES.search(said.flow.flow, sentence.start, sentence.end)
        else None
    )
    if demand is not None and demand[0] == "exemption":
        return True
    if not _EXEMPTS.search(said.flow.flow, sentence.start, sentence.end):
        return False
    terms = Terms()
    exemptions(said.flow, sentence, terms)
    return bool(terms.data)


def acts_in(said: Said, span: Span) -> tuple[str, ...]:
    """Return the acts that a stretch names."""
    return tuple(named.id for named in said.namer.named_in(span.start, span.end))
