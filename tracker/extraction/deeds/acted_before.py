"""Is an act only named because it has done something to another one before?

``第975号前经第972号暂停实施`` tells of a pause made before: what returns is the paused one.
"""

from tracker.extraction.heads.naming import Named
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_ENDED_ANOTHER = regexp(
    r"\)?(?:\([^()]{0,60}\))?[^,。;\ue001]{0,6}(?:废止|停止执行|停止实施|撤销|宣布失效)的[^,。;\ue001]{0,16}\ue001"
)
"""What behind an act says that it had ended the next one: ``第996号废止的第995号``."""
_AFTER_ITS_END = regexp(
    r"[》)]?(?:\([^()]{0,60}\))?[^,。;\ue001]{0,6}(?:废止|失效|撤销|届满|到期|期满|停止执行|施行|实施|生效|公布|发布)(?:之?后|以[后来])(?=[^。;]{0,40}\ue001)"
    r"|[》)]?(?:\([^()]{0,60}\))?[^,。;\ue001]{0,60}(?:届满|到期|期满)(?=,[^,。;\ue001]{0,6}[对将就][^,。;\ue001]{0,16}\ue001)"
)
"""What behind an act says that the next one is moved when it is over: ``第930号废止后,第925号``."""
_BY = regexp(r"(?:被|由|经|依据|根据)[^,。;\ue001]{0,20}$")
_TOOK_ITS_PLACE = regexp(
    r"\)?(?:\([^()]{0,60}\))?[^,。;\ue001]{0,4}(?:代替|取代|替代|替换|修改|修订|修正|废止|暂停|中止)"
)
"""What stands around an act that has come before this one in the place of another."""
TOLD_ASIDE = regexp(
    r",\s(?:which|that)\s(?:was|were|had|has|have)\s(?:been\s|already\s|since\s|earlier\s){0,2}"
    r"(?:rescinded|repealed|revoked|suspended|amended|modified|replaced|superseded|withdrawn|extended"
    r"|corrected|delayed|postponed)\b[^,.;\ue001]{0,60}$"
    r"|,\s(?:which|that)\s(?:was|were|had\sbeen|has\sbeen)\s(?:[a-z]+\s)?(?:suspended|extended|delayed|postponed|stayed)\b"
    r"[^.;\ue001]{0,80}\bby\s(?:the\s)?(?:[A-Za-z]+\s){0,3}$"
    r"|,\s(?:which|that)\s(?:is|are|was|were|ha(?:s|ve|d)\sbeen)\s(?:[a-z]+\s){0,2}(?:overtaken|succeeded|absorbed|consolidated|displaced|supplanted|rendered\s[a-z]+|made\s(?:obsolete|redundant|superfluous))\sby\s(?:the\s)?(?:[A-Z][A-Za-z]*\s){0,3}$"
    r"|\b(?:as|earlier|since)\s(?:rescinded|repealed|revoked|amended|modified|replaced|superseded"
    r"|extended|corrected)\s(?:vide|by|through|under)\s(?:the\s)?(?:said\s)?$"
)
"""What tells aside which act had done something to the one that is meant."""
_SUBJECT = regexp(r",?\s(?:which|that|as)\s(?:the\s)?(?:[A-Z][A-Za-z]*\s){0,4}\(?$")
_DID = regexp(
    r"\)?(?:\s\([^()]{1,60}\))?\s(?!(?:is|are|was|were|will\sbe|shall\sbe)\s)(?:had\s|has\s|then\s|earlier\s|itself\s)?[a-z]+"
)
"""What stands around an act that did something to the one before it: ``which Order 5 removed``."""
_ACTED = regexp(
    r"\)?(?:\s\([^()]{1,60}\))?(?:,\s[^;:.\ue000\ue001]{3,120},)?\s(?:had\s|has\s)?(?:also\s|already\s|earlier\s)?"
    r"(?:suspended|paused|halted|stayed|repealed|revoked|rescinded|postponed|delayed|deferred|put|placed|extended)\s"
    r"(?:the\s|its\s|their\s|all\s|certain\s|(?:one|two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,2})\s|[A-Z\ue001])"
)
"""What behind an act says that it did something to others: ``Order 5 put four notices on hold``."""
_WHAT = regexp(
    r"\b(?:measures?|controls?|restrictions?|requirements?|rules?|provisions?|obligations?|announcements?|notices?|orders?)"
    r"\s(?:[a-z]+\s){0,4}?(?:which|that)\s(?:the\s)?(?:[A-Z][A-Za-z]*\s){0,4}\(?$"
)
_STOPPED = regexp(
    r"\)?(?:\s\([^()]{1,90}(?:\)|(?<=\ue000)))?\s(?:had\s|has\s)?(?:also\s|already\s|earlier\s|then\s)?"
    r"(?:suspended|paused|halted|stayed|repealed|revoked|rescinded|postponed|delayed|deferred|put|placed)\b"
)
"""What stands around an act that had stopped others: ``the measures which Order 5 put on hold``."""
_REACH = 60
_BEHIND_TITLE = regexp(r"》\([^()《》\ue001]{0,14}$")
"""What stands between the title of an act and its number in brackets."""


def words_before(flow: Flow, one: Named, clause: Span) -> str:
    """Return the words right before an act, without those of its own title: ``《…》(第3号令)``."""
    before = flow.marked[max(clause.start, one.start - _REACH) : one.start]
    titled = _BEHIND_TITLE.search(before) or flow.flow.startswith("公告》", one.start)
    return before.rpartition("《")[0] if titled else before


def acted_before(flow: Flow, one: Named, clause: Span) -> bool:
    """Tell whether a clause only says of an act what it had done to another one."""
    told = (_ENDED_ANOTHER, _AFTER_ITS_END, _ACTED)
    if any(words.match(flow.marked, one.end, clause.end) for words in told):
        return True
    before = flow.marked[max(clause.start, one.start - _REACH) : one.start]
    if _WHAT.search(before) and _STOPPED.match(flow.marked, one.end):
        return True
    took = _TOOK_ITS_PLACE.match(flow.marked, one.end) is not None
    return took and _BY.search(words_before(flow, one, clause)) is not None


def acts_aside(flow: Flow, one: Named, clause: Span) -> bool:
    """Tell whether an act only did something to the one named before it, as is told aside."""
    before = flow.marked[max(clause.start, one.start - _REACH) : one.start]
    if "\ue001" not in before or _SUBJECT.search(before) is None:
        return False
    return _DID.match(flow.marked, one.end) is not None


_MADE_BY = regexp(
    r"\b(?:made|imposed|issued|granted|given|effected|introduced|created|set)\s(?:[a-z]+\s){1,4}(?:(?:[A-Z][\w.&'-]*|and|of)\s){0,8}by\s(?:the\s)?(?:[A-Za-z]+\s){0,3}$"
)
"""What makes an act the one that did what is now undone: ``the designation made of them by …``."""
_TAKEN_AGAINST = regexp(
    r"\b(?:measures?|restrictions?|prohibitions?|bans?|sanctions|controls)\s(?:[a-z]+\s)?(?:against|on|upon|towards|concerning|in\srespect\sof)\s"
    r"(?:[^;\ue001.]|\.(?=,|\s[a-z(])){2,200}?\s(?:under|in|by|pursuant\sto)\s(?:the\s)?(?:[A-Z][A-Za-z]*\s){0,3}$"
)
"""The same of what it took against firms: ``the measures against Belken LLC under``."""
_AGAINST = 260


def made_by(flow: Flow, one: Named, clause: Span) -> bool:
    """Tell whether an act is named as that under which what is now moved was done."""
    before = flow.marked[max(clause.start, one.start - _REACH) : one.start]
    against = flow.marked[max(clause.start, one.start - _AGAINST) : one.start]
    return _MADE_BY.search(before) is not None or _TAKEN_AGAINST.search(against) is not None


_CHANGED_BY_IT = regexp(r"\s?令?(?:予以)?(?:第[一二三四五]次)?(?:修改|修订|修正|调整)")


def only_changed(flow: Flow, one: Named) -> bool:
    """Tell whether an act is told as what changed the one that is meant: ``第3号令修订)``."""
    return _CHANGED_BY_IT.match(flow.flow, one.end) is not None
