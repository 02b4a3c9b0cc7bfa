"""In which wordings does one act do something to another?

A row a wording, read on marked text. A test runs every example: the kinds that a sentence holds.
"""

import re
from dataclasses import dataclass
from typing import Literal

from tracker.domain.records import EffectKind

Needs = Literal["target", "parties", "suspension"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedWording:
    """One way of saying that an act is moved.

    ``needs``: ``parties`` counts only where parties are named (a name comes off a list);
    ``suspension`` speaks of a suspension that is moved, not of the act itself. ``examples`` hold
    whole sentences and whether the row finds its deed in them.
    """

    name: str
    kind: EffectKind
    pattern: re.Pattern[str]
    examples: tuple[tuple[str, bool], ...]
    reason: str | None = None
    needs: Needs = "target"


_DO = r"(?:实施|执行|施行|适用|生效)"
_BE = (
    r"(?:(?:is|are|be|being|stands?)\s(?:(?:hereby|further|again|also|temporarily"
    r"|accordingly|therefore)\s){0,2})"
)

CHINESE_DEEDS: tuple[DeedWording, ...] = (
    DeedWording(
        name="end of a suspension",
        kind="resume",
        pattern=re.compile(
            rf"(?:终止|结束|解除|取消|停止|不再|提前结束|提前终止)(?:[^,。;]{{0,90}}?)(?:暂停|中止){_DO}?"
        ),
        examples=(("决定解除对商务部公告2026年第3号的暂停实施。", True),),
    ),
    DeedWording(
        name="resumption",
        kind="resume",
        pattern=re.compile(
            rf"(?:提前)?恢复(?:对[^,。;]{{0,40}}?的?)?{_DO}(?!的?(?:时间|日期|安排))"
        ),
        examples=(("商务部公告2026年第3号自即日起恢复实施。", True), ("恢复正常贸易往来。", False)),
    ),
    DeedWording(
        name="longer suspension",
        kind="suspend",
        pattern=re.compile(
            r"(?:暂停|中止)[^,。;]{0,60}?期限?[^,。;]{0,16}?(?:延长|延期|顺延|展期|延续)(?:至|到)?"
        ),
        examples=(("将商务部公告2026年第3号的暂停实施期限延长至2027年1月1日。", True),),
        needs="suspension",
    ),
    DeedWording(
        name="longer suspension, verb first",
        kind="suspend",
        pattern=re.compile(
            r"(?:延长|延续)[^,。;]{0,60}?(?:暂停|中止)[^,。;]{0,60}?(?:期限?|期间|措施)"
        ),
        examples=(("决定延长商务部公告2026年第3号的暂停实施期限90天。", True),),
        needs="suspension",
    ),
    DeedWording(
        name="suspension",
        kind="suspend",
        pattern=re.compile(
            rf"(?<![曾已])(?:(?:继续|再次|再|予以|一并|同时)\s?)?(?:暂停|中止|暂不){_DO}?(?!状态|期间|期满|中的"
            rf"|期即)(?!期限?[^,。;]{{0,16}}?(?:延长|届满|到期))"
        ),
        examples=(
            ("商务部公告2026年第3号暂停实施。", True),
            ("继续暂停上述相关措施90天。", True),
            ("已暂停实施的公告", False),
        ),
    ),
    DeedWording(
        name="later start",
        kind="postpone",
        pattern=re.compile(
            rf"(?:推迟|延期|延迟|延后|顺延|暂缓){_DO}?|{_DO}(?:的)?(?:日期|时间)(?:[^,。;]{{0,10}}?)(?:推迟|延期"
            rf"|延后|顺延|调整为|变更为|改为)"
        ),
        examples=(
            ("现决定推迟实施上述公告，具体实施日期另行公告。", True),
            ("商务部公告2026年第3号的实施日期调整为2026年6月1日。", True),
        ),
    ),
    DeedWording(
        name="longer life",
        kind="extend",
        pattern=re.compile(
            r"(?:延长|延续|顺延)[^,。;]{0,40}?(?:有效期|实施期限|执行期限|期限)|(?:有效期|实施期限|执行期限"
            r"|执行期)[^,。;]{0,16}?(?:延长|延续|延至|顺延|展期)|继续(?:执行|实施|有效)至"
        ),
        examples=(
            ("商务部公告2026年第3号的有效期延长至2027年12月31日。", True),
            ("决定延长商务部公告2026年第3号的实施期限。", True),
        ),
    ),
    DeedWording(
        name="end",
        kind="repeal",
        pattern=re.compile(rf"(?:停止|终止|不再|取消){_DO}"),
        reason="repealed",
        examples=(
            ("海关总署公告2019年第9号同时停止执行。", True),
            ("应当立即停止相关出口活动。", False),
        ),
    ),
    DeedWording(
        name="repeal",
        kind="repeal",
        pattern=re.compile(r"(?:同时|一并|相应|即行|予以|自行)?(?:废止|失效|作废|予以撤销|撤销)"),
        reason="repealed",
        examples=(("《登记暂行办法》（商务部令2012年第9号）同时废止。", True),),
    ),
    DeedWording(
        name="off the list",
        kind="repeal",
        pattern=re.compile(
            r"(?:移出|移除|撤出|剔除|删除出)(?=[^,。;]{0,30}名单)|从[^,。;]{0,40}名单[^,。;]{0,6}(?:移出|移除|删除"
            r"|删去|剔除)"
        ),
        reason="withdrawn",
        needs="parties",
        examples=(("将甲公司移出出口管制管控名单。", True),),
    ),
    DeedWording(
        name="force again",
        kind="revive",
        pattern=re.compile(r"恢复(?:其)?(?:法律)?效力|重新(?:生效|施行|实施|执行)"),
        examples=(("商务部公告2026年第3号重新施行。", True),),
    ),
)

ENGLISH_DEEDS: tuple[DeedWording, ...] = (
    DeedWording(
        name="end of a suspension",
        kind="resume",
        pattern=re.compile(
            rf"\b(?:suspension|stay)\b[^.;]{{0,120}}?\b(?:{_BE}(?:lifted|terminated|ended"
            rf"|revoked|withdrawn|removed)|(?:ends|ceases|shall\send|shall\scease))\b"
            r"|\b(?:lifts?|terminates?|ends?|revokes?|lifting|terminating"
            r"|ending)\s(?:the\s|that\s)?(?:suspension|stay)\b"
        ),
        examples=(
            ("The suspension of Announcement No. 3 of 2026 is lifted.", True),
            ("BIS lifts the suspension of the rule.", True),
        ),
    ),
    DeedWording(
        name="resumption",
        kind="resume",
        pattern=re.compile(
            rf"\b(?:shall|will|to|hereby|must)\s(?:be\s)?(?:resumed?|reinstate)\b"
            rf"|\b(?:implemented|applied|enforced|in\sforce"
            rf"|in\seffect)\s(?:once\s)?again\b"
            rf"|\b(?:once\s)?again\s(?:be\s)?(?:implemented|applied|enforced|apply)\b"
            rf"|\b{_BE}(?:resumed|reinstated)\b|\bresumes?\s(?:the\s)?(?:implementation"
            rf"|application|operation|enforcement|effect)"
            rf"|\bresuming\s(?:the\s)?(?:implementation|application)"
        ),
        examples=(
            ("Announcement No. 3 of 2026 shall resume implementation as of today.", True),
            ("Talks resumed on Monday.", False),
        ),
    ),
    DeedWording(
        name="longer suspension",
        kind="suspend",
        pattern=re.compile(
            rf"\bsuspension\b[^.;]{{0,160}}?\b(?:{_BE}(?:extended|continued|prolonged)"
            rf"|continues|shall\scontinue)\b"
            r"|\b(?:extends?|continues?|prolongs?)\s(?:the\s)?(?:suspension|stay)\b"
        ),
        needs="suspension",
        examples=(
            ("The suspension of Announcement No. 3 of 2026 is extended until May 1, 2027.", True),
        ),
    ),
    DeedWording(
        name="suspension",
        kind="suspend",
        pattern=re.compile(
            rf"\b(?:{_BE})(?:suspended|stayed)\b|\b(?:suspends?|stays)\s(?=(?:the\s"
            rf"|implementation|application|operation|enforcement|its\s|for\s|all\s"
            rf"|\ue001|MOFCOM|Announcement|paragraph|Article|regulation|[Pp]art))"
            r"|\b(?:shall|will|to|hereby)\s(?:continue\sto\s)?(?:suspend|stay)\b"
            r"|\bcontinue\sto\sbe\ssuspended\b"
        ),
        examples=(
            ("Paragraph 2 of Announcement No. 46 of 2026 is suspended until May 1, 2027.", True),
            ("BIS suspends the rule for one year.", True),
            ("The other announcements remain suspended.", False),
            ("The rule was suspended until May.", False),
        ),
    ),
    DeedWording(
        name="later start",
        kind="postpone",
        pattern=re.compile(
            rf"\b(?:{_BE})(?:further\s)?(?:delayed|postponed|deferred)\b|\b(?:delays?"
            rf"|postpones?|defers?)\s(?:further\s|indefinitely\s)?the\s(?:effective"
            rf"|start|application|entry|commencement|implementation|date|compliance)"
            rf"|\bdate\s(?:of\s(?:entry|application|commencement)"
            rf"|on\swhich)[^.;]{{0,80}}?\b{_BE}(?:changed|moved|replaced)\sto\b"
        ),
        examples=(
            ("The effective date is delayed until May 1, 2027.", True),
            ("The rule was delayed last year.", False),
        ),
    ),
    DeedWording(
        name="longer life",
        kind="extend",
        pattern=re.compile(
            rf"\b(?:validity|expir\w{{1,6}}|term|effective\speriod|period\sof\svalidity"
            rf"|sunset)\b[^.;]{{0,100}}?\b{_BE}(?:extended|prolonged)\b|\b(?:extends?"
            rf"|prolongs?)\s(?:the\s)?(?:validity|expir\w{{1,6}}|term|effective\speriod"
            rf"|period\sof\svalidity)"
            rf"|\b{_BE}(?:extended|prolonged)\s(?:until|till|through|to|up\sto)\b"
            rf"|\b(?:hereby\s)?extends?\s(?:the\s)?(?:restriction|prohibition|measures?"
            rf"|notification|exemption|licen[cs]e)\b"
        ),
        examples=(("The validity of the licence is extended to 31 December 2027.", True),),
    ),
    DeedWording(
        name="repeal",
        kind="repeal",
        pattern=re.compile(
            rf"\b(?:{_BE})(?:repealed|revoked|rescinded|annulled|abolished|withdrawn"
            rf"|cancelled|terminated|superseded|set\saside)\b"
            r"|\bwithdraws\s(?:the|its|that)\s(?!comment|request)"
            r"|\b(?:hereby\s)?(?:repeals|revokes|rescinds|annuls|abolishes"
            r"|supersedes)\s"
            r"|\b(?:hereby|shall|will)\s(?:repeal|revoke|rescind|annul|abolish|supersede)\b"
        ),
        reason="repealed",
        examples=(
            ("Regulation (EU) 2021/9001 is repealed.", True),
            ("The licence dated 1 May 2024 is hereby revoked.", True),
            ("The rule was revoked in 2020.", False),
        ),
    ),
    DeedWording(
        name="no more effect",
        kind="repeal",
        pattern=re.compile(
            r"\b(?:shall\s|will\s)?(?:ceases?"
            r"|stops?)\s(?:(?:to\s(?:have\s(?:any\s)?(?:effect|force)|apply"
            r"|be\s(?:in\sforce|implemented|enforced|applied|effective))"
            r"|being\s(?:implemented|enforced|applied|in\sforce))"
            r"|(?:its\s)?(?:implementation|enforcement))"
            r"|\b(?:shall|will)\s(?:no\slonger|not)\s(?:be\s(?:implemented|enforced"
            r"|applied|in\sforce)|apply\sfrom)"
            r"|\bno\slonger\s(?:in\sforce|in\seffect|valid|applies|be\simplemented)"
        ),
        reason="repealed",
        examples=(("Order No. 5 of 2026 shall cease to have effect.", True),),
    ),
    DeedWording(
        name="off the list",
        kind="repeal",
        pattern=re.compile(
            rf"\b(?:{_BE}removed|removes?|removing"
            rf"|deleted?)\s[^.;]{{0,200}}?\bfrom\sthe\s[^.;]{{0,60}}?[Ll]ist\b"
            rf"|\b{_BE}(?:removed|deleted)\sfrom\b"
        ),
        reason="withdrawn",
        needs="parties",
        examples=(("Belken LLC is removed from the export control list.", True),),
    ),
    DeedWording(
        name="force again",
        kind="revive",
        pattern=re.compile(rf"\b{_BE}(?:revived|restored|brought\sback\sinto\s(?:force|effect))\b"),
        examples=(("Announcement No. 3 of 2026 is revived.", True),),
    ),
)

NOT_NOW = re.compile(
    r"\b(?:remain(?:s|ing|ed)?|was|were|had\s(?:been|already)|has\sbeen|have\sbeen"
    r"|would|could|might|may|should|ought|if|unless|whether|whose|not|neither|expected"
    r"|proposed|plans?|until\sit)\s"
    r"(?:[A-Za-z]+\s){0,2}$"
)
"""What right before an English deed says that nothing is done here and now."""

NOT_NOW_CHINESE = re.compile(
    r"已(?:由|被|经)[^,。;]{1,56}$|"
    r"(?:已|已经|曾|曾经|原|不得|未|不予|如需|可以|可|拟|或者|是否|不因|此前|以前|处于|仍|不在)(?:[^,。;\ue000]{0,3})(?:于|自"
    r"|从)?\ue000{0,14}(?:起)?$"
)
"""What right before a Chinese deed says the same."""

LEFT_ALONE = re.compile(
    r"继续有效|不受[^,。;]{0,12}影响|仍按|继续(?:执行|实施|适用)(?!至)|仍然有效|保持不变|届满|原定|予以维持"
    r"|\bremains?\s|\bunaffected\b|\bnot\s(?:be\s)?(?:affected|changed|touched)\b"
    r"|\bcontinues?\s(?:to\s(?:apply|have|be\sin)|in\sforce)|\bunchanged\b"
    r"|\bstays?\svalid\b"
)
"""What says that an act named in a clause is not moved by it."""
