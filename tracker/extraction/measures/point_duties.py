"""Does a point bring goods under a duty of its own, or only say how that of others is done?"""

import re

from tracker.extraction.act import Act
from tracker.extraction.deeds.deeds import tells_of_the_past
from tracker.extraction.measures.only_told import only_told
from tracker.extraction.measures.paper_points import (
    noted_in_list,
    of_general_licence,
    of_licence_above,
    of_papers,
)
from tracker.extraction.measures.quota_points import beside_quota
from tracker.extraction.measures.retold_points import only_retells
from tracker.extraction.names.measure_words import ABOVE, NARROWED
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.prose.points import Point
from tracker.extraction.scope.codes import control_codes, customs_codes
from tracker.extraction.scope.procedure_words import ASKS, PROCEDURE
from tracker.extraction.spelling.numerals import roman
from tracker.extraction.spelling.regexps import regexp


def at_once(act: Act, point: Point) -> bool:
    """Tell whether a point starts with the rest of the act, and not on a day of its own."""
    keys = (f"art-{point.label}", f"reg-{point.value}", roman(point.value))
    return not any(key in act.commencement.parts for key in keys)


def with_the_rest(act: Act, point: Point) -> bool:
    """Tell whether a point starts with the rest, and its own words tell no day either."""
    own = act.times.within(point.text, point.span.end) if act.flow.language == "en" else ()
    return at_once(act, point) and not any(word.role == "start" and word.day for word in own)


def only_asks(act: Act, point: Point) -> bool:
    """Tell whether a point only says of whom the licence is asked that another point demands."""
    asks = ASKS.match(act.flow.flow, point.text, point.span.end)
    if asks is None or NARROWED.search(asks.group()):
        return False
    return not _names_goods(act, point)


def speaks_of_the_above(act: Act, point: Point) -> bool:
    """Tell whether a point without goods of its own only says how to ask for those above."""
    flow = act.flow.flow
    own = point.items[0].span.start if point.items else point.span.end
    head = flow[point.text : min(point.text + _HEAD_OF_POINT, own)]
    head = _TOLD_IN_FORM.split(head, maxsplit=1)[0]
    return (
        ABOVE.search(head) is not None
        and not control_codes(act.flow, point.span)
        and not customs_codes(act.flow, point.span)
        and not NARROWED.search(head)
        and not begins_by_itself(act, point)
    )


def begins_by_itself(act: Act, point: Point) -> bool:
    """Tell whether a Chinese point tells in its own words from when its goods are bound."""
    if act.flow.language != "zh":
        return False
    sentence = act.flow.sentence(point.text)
    if _ACCEPTS.search(act.flow.flow, sentence.start, point.span.end):
        return False
    return any(
        word.role == "start" and word.day and word.wording != "from publication"
        for word in act.times.within(point.text, min(point.span.end, sentence.end + 40))
    )


_ACCEPTS = regexp(r"受理|启用|系统|平台")
_HEAD_OF_POINT = 60
_TOLD_IN_FORM = regexp(r",\s?(?:并)?(?:如实)?(?:说明|注明|载明)")
"""What begins that which an applicant has to tell: it narrows no duty."""
LIFTS = regexp(
    r"(?:取消|解除|不再)(?:对|实施|实行)[^。;]{0,80}?(?:临时)?(?:出口)?管制"
    r"|取消[^,。;]{2,40}(?:核准|审批|许可|资格|备案|登记|配额)(?:事项)?[。;]"
    r"|属于[^。;]{2,60}(?:以外|之外)的(?:一般|普通|其他)(?:货物|商品|产品)"
)
"""What says that goods are let out of controls, or never were in them."""
_GRANTED_BEFORE = regexp(
    r"(?:已经?|(?:此前|之前|以前)[^,。;]{0,30}?)(?:取得|获得|获准|领取)的?[^。;]{0,40}?(?:许可|批准)[^。;]{0,40}?(?:继续有效|仍然有效|有效期|继续使用|交回|退回|注销|换发|换领)"
)
"""What says that licences already granted go on as they are, or are handed back."""
_HOW_TO_APPLY = regexp(
    r"\s*(?:[^,。;]{2,12}期间,)?(?:[^,。;]{0,8}进?出口)?(?:经营者|企业|单位|商|方)(?:应|须|需|出口)(?:当)?(?:按照|根据|依照|依据|按|通过)[^。;]{0,80}?(?:规定|手续|渠道|网站)"
)
_ASKS_FOR_NAMED = regexp(
    r"\s*(?:[^,。;]{0,8}(?:经营者|出口(?:企业|单位|商|方)))?(?:如|确|特殊情况下[^,。;]{0,14})需向(?:上述|前述|该等|所列|名单)[^,。;]{0,8}(?:实体|企业|公司|机构|组织)出口[^,。;]{0,16},[^。;]{0,60}?申请"
)
"""How a point begins that only tells how one asks to deliver to those named before."""
_AS_BEFORE = regexp(r"应当?继续(?:按照?|依照|根据)")
"""What says that the duty of another act goes on."""
_STILL = regexp(
    r"仍(?:然)?应当?(?:按照?|依照|根据)(?:有关|相关|现行|原)|仍(?:然)?(?:应当?|[须需])?(?:凭|持)[^,。;]{0,16}许可"
)
"""What says that a duty which held before holds for those too whom an act frees of more."""
_KEPT_DUTY = regexp(
    r"\s*(?:(?:上述|前述)?(?:暂停|中止)(?:实施|执行)?期间?,[^。;]{0,60}?|[^。;\ue001]{0,24}\ue001{3,160}[^。;]{0,60}?)"
    r"仍(?:然|旧)?(?:应当?|[须需])(?:依法)?(?:申请|申领|取得|办理|获得)[^,。;]{0,12}许可"
)
"""How a point begins that leaves the licence of another act as it is while others pause."""
_LEFT_AS_IS = regexp(r"[^。;\n]{0,80}继续(?:适用|执行|实施)[^。;\n]{0,16}?(?:措施|管制|规定)")
"""How a point begins that leaves the measures of another act as they are."""
"""How a point begins that only tells by which rules one applies."""


_OF_SHARES = regexp(
    r"(?:配额|指标)[^。;]{0,16}(?:转让|调剂|结转|申领|申请|分配|上缴|交[回还]|作废|失效)"
    r"|\b(?:draws?|drawn|drawing)\son\s(?:the\s)?(?:[a-z]+\s)?quotas?\b|\bquotas?\s(?:shall\sbe|are|is)\s(?:managed|administered)\b"
    r"|\bwithin\sthe\slimits?\sof\sthe\squota\b|\bprocedures?\sfor\s(?:the\s)?(?:allot|allocat|distribut|issu)[a-z]+\s(?:of\s)?(?:the\s)?quotas?\b"
)
"""What says how the shares of a quota are dealt with, which another point sets."""
_SHARED_OUT = regexp(
    r"\s*(?:The\s)?(?:[Aa]nnual\s|[Ee]xport\s)?[Qq]uotas\s(?:are|shall\sbe|will\sbe)\s"
    r"(?:allocated|apportioned|distributed|divided|shared\sout)\b(?![^\n]{0,240}?[0-9]\s?(?:t\b|ton|kg))"
)
"""How a point begins that only shares out a quota: ``Quotas are allocated in proportion to``."""
_SETS_QUOTA = regexp(r"(?:实行|实施)[^,。;]{0,12}配额(?:许可证)?管理")
"""What says that goods come under a quota, whatever the point goes on with."""
_RECITES = regexp(
    r"\s{0,3}(?:On|In|By)\s[^.;]{0,140}?\b(?:issued|published|promulgated|released)\s[^.;]{0,80}?\ue001{3,160}[^.;]{0,40}?"
    r"(?:\([^()\n]{3,120}\))?,\s(?:which|Paragraph|paragraph|Article|Point|point|Item|under\swhich)\b"
)
"""How a point begins that only tells what an earlier notice rules."""
_STAYS = regexp(r"继续有效|不受(?:本公告|本办法|本规定|本令|本通知)[^,。;]{0,6}影响")
"""What says that what another act set stays as it is."""
_DUTY = regexp(
    r"应当?|[须需]|不得|必须|栏(?:目)?(?:内|中)?(?:填报|填写|注明|录入)|(?i:\b(?:shall|must|ha(?:ve|s)\sto|needs?\sto|is|are|duty|obligation)\b)"
)
"""What every duty says: a point without it only tells where something stands."""


def _names_goods(act: Act, point: Point) -> bool:
    return bool(control_codes(act.flow, point.span) or customs_codes(act.flow, point.span))


def _has_own_goods(act: Act, point: Point) -> bool:
    flow = act.flow.flow
    own = NARROWED.search(flow, point.text, point.span.end)
    own = own or _LISTED.search(flow, point.text, point.span.end)
    return own is not None or _names_goods(act, point)


_LISTED = regexp(r"(?:下[列述]|以下)(?:物项|产品|货物|技术)")


_IN_TIME = regexp(
    r"(?:应当?|[须需])(?:于|在|自|按|每)[^,。;]{1,30}(?:日|月|季度|年)[^,。;]{0,6}(?:前|内|底)[,向]"
    r"|(?:按|每个?)(?:月|季度?|半?年度?)(?=向)|每个?(?:月|季度?|半年)[^。;]{0,20}?应|逐[月季]"
)
"""What says by when a duty is done, which a mere procedure leaves open."""


def _of_its_own(
    act: Act, point: Point, requirement: tuple[str, int, int], procedure: re.Match[str]
) -> bool:
    """Tell whether a point with words of procedure binds by itself: it has a start or a term."""
    if requirement[0] == "prohibition":
        return roman(point.value) in act.commencement.parts
    channel = procedure.group().startswith(("通过", "向"))
    in_time = _IN_TIME.search(act.flow.flow, point.text, point.span.end) is not None
    return requirement[0] == "reporting" and channel and in_time


_ASKED_IN_TIME = regexp(
    r"(?:企业|申请人|申请者|经营者|申报人|单位)(?:应当?|须|需|可以?|请)?(?:于|在)(?!每|次月)[^,。;]{0,20}?"
    r"[0-9]{1,2}月[0-9]{1,2}日[^。;]{0,50}?(?:申请|申报|材料)"
    r"|(?:申请|申报)(?:材料|文件|书|表)?(?:应当?|须|需|请)?(?:于|在)[^,。;]{0,20}?[0-9]{1,2}月[0-9]{1,2}日[^,。;]{0,6}(?:报送|提交|寄送)"
)
"""What says between which days of the calendar one applies for what another point sets."""
_HEADED_PROCEDURE = regexp(
    r"\s*(?:(?:申报|申请|报送|提交|所需)的?(?:材料|文件|时间|程序|方式|方法|渠道|流程|期限|要求)(?:及|和|与)?[一-鿿]{0,6}"
    r"|(?:材料|资格|地方|省级)?(?:初审|复审|复核)(?:及|和|与)?[一-鿿]{0,6}|(?:名单)?公示|企业(?:名称|信息)?变更"
    r"|联系(?:方式|电话|人)|(?:发表)?评论(?:意见)?|行政复议[一-鿿]{0,8}|信息公开|(?:立案|案卷)[一-鿿]{0,8})\s*(?=\n)"
)
"""How a point is headed that only tells how one applies, and who looks at it."""
_NARRATIVE = regexp(
    r"\s{0,3}(?:(?:Procedural|Regulatory|Legal|Factual|Case)\s(?:[Hh]istory|[Bb]ackground|[Ss]tandards?)"
    r"|Background|Findings(?:\sof\s[Ff]act)?"
    r"|(?:Request|Reasons?|Grounds)\sfor\s[^\n.]{3,40}"
    r"|Discussion|Introduction|History|Conclusions?\sof\s[Ll]aw)[.:]?[ \t]{0,3}\n"
    r"|\s{0,3}(?:\((?:Purposes?|Objectives?|Aims?)\)|(?:Purposes?|Objectives?|Aims?)[ \t]{0,3}\n)"
)
"""The heading of a point that tells what came before, and demands nothing."""


def only_tells(act: Act, point: Point) -> bool:
    """Tell whether a point tells a history or what was found: by its heading, or by its day.

    Or what another act says, or only that things stay as they are.
    """
    if _NARRATIVE.match(act.flow.flow, point.text, point.span.end) is not None:
        return True
    if only_retells(act, point) or _RECITES.match(act.flow.marked, point.text, point.span.end):
        return True
    first = act.flow.sentence(point.text)
    alone = act.flow.language == "zh" and first.end + _LAST_BLANKS >= point.span.end
    names = "\ue001" in act.flow.marked[first.start : first.end]
    return alone and names and tells_of_the_past(act, first)


_LAST_BLANKS = 4
"""So much may stand behind the one sentence of a point."""
_FILLED_IN = regexp(
    r"(?:按照|依照|根据|依据)《[^》]{2,60}(?:规范|规定|办法)》[^,。;]{0,12}如实(?:填报|申报|填写|填制)[^。;]{0,8}[,。;](?!其中|并注明)"
)
"""What only says by which rules every paper is filled in, and asks for nothing new."""
_OF_TRADERS = frozenset({"declaration", "reporting", "notice_duty"})
_OFFICE_MUST = regexp(
    r"(?:海关|主管部门|发证机[关构]|商务部|商务厅|受理机[关构]|检验机构|行业协会|商会|各(?:单位|地方?|地区|部门|局))(?:和[^,。;]{2,12})?[^,。;]{0,4}(?:应当?|[须需]|要)"
)
_MUST = regexp(r"应当?|[须需](?!求|要?说明)|不得|必须")


def _binds_offices(act: Act, point: Point) -> bool:
    """Tell whether only offices have to do what a Chinese point says."""
    where = (act.flow.flow, point.text, point.span.end)
    duties = sum(1 for _ in _MUST.finditer(*where))
    return 0 < duties <= sum(1 for _ in _OFFICE_MUST.finditer(*where))


_THOSE_LISTED = regexp(
    r"列入[^,。;]{0,30}(?:目录|清单|附件|附表|名录)》?的|(?:附件|附表|目录|清单)》?(?:所列|内|中)的?[^,。;]{0,8}(?:物项|商品|货物|技术|产品)"
)


def _binds_those_listed(
    act: Act, requirement: tuple[str, int, int], procedure: re.Match[str]
) -> bool:
    """Tell whether a sentence of its own binds the goods of a list, and the procedure is behind."""
    sentence = act.flow.sentence(requirement[1])
    if requirement[0] not in ("licence", "prohibition") or procedure.start() < sentence.end:
        return False
    if act.flow.language == "en":
        return bool(control_codes(act.flow, sentence) or customs_codes(act.flow, sentence))
    return _THOSE_LISTED.search(act.flow.flow, sentence.start, sentence.end) is not None


_LIFTED = frozenset({"licence", "registration", "quota"})


_OF_LIST = regexp(
    r"(?:目录|附件|附表|附录|清单)[^,。;]{0,8}?(?:所列|列明|列名|内|中)的?[^,。;]{0,6}(?:货物|商品|物项|产品|技术)"
    r"|详?见(?:目录|附件|附表|附录)"
)
"""What says that goods are those of the annex."""


_LISTS_BELOW = regexp(r"(?:下[列述]|以下)[^,。;:]{0,16}(?:物项|产品|货物|商品)[^。;:]{0,40}:\s?$")


def _binds_annexed(act: Act, point: Point, requirement: tuple[str, int, int]) -> bool:
    """Tell whether a first point demands a licence for goods listed below it or in the annex."""
    if requirement[0] != "licence":
        return False
    if point.items:
        head = Span(point.text, point.items[0].span.start)
        if _LISTS_BELOW.search(act.flow.flow, head.start, head.end):
            return True
    if not act.layout.annexes:
        return False
    return _OF_LIST.search(act.flow.flow, point.text, point.span.end) is not None


def of_catalogue(act: Act, span: Span) -> bool:
    """Tell whether a stretch speaks of the catalogue that hangs on the act as its annex."""
    flow = act.flow.flow
    heads = (flow[one.start : one.end].split("\n", 1)[0] for one in act.layout.annexes)
    return "目录" in flow[span.start : span.end] and any("目录" in head for head in heads)


def _only_how_to_apply(act: Act, point: Point, requirement: str) -> bool:
    """Tell whether a point is headed as procedure, or only says until when one applies."""
    if requirement not in _APPLIED_FOR or _has_own_goods(act, point):
        return False
    if _HEADED_PROCEDURE.match(act.flow.flow, point.text, point.span.end):
        return True
    return _ASKED_IN_TIME.search(act.flow.flow, point.text, point.span.end) is not None


_APPLIED_FOR = frozenset({"licence", "registration", "quota", "reporting"})

_FREES = frozenset({"exemption", "general_licence"})
_NOT_FREE = regexp(
    r"不适用(?:于)?(?:本|前[款条]|上述|第|该)|第[^,。;]{1,6}[条款项点]不适用|不(?:得|再|能)?(?:享受|享有|适用|援引|使用)[^,。;]{0,16}(?:便利|豁免|免|本公告|本通知|措施|规定|许可)"
    r"|(?:仍然?|依然|还是)(?:应当?|须|需)?(?:按照?|依照|依法|根据|向|办理|申请|取得)"
)
"""What says when something is not free after all: it bounds the exemption, and demands no more."""


def bounds_exemption(act: Act, point: Point, demanded: tuple[str, int, int] | None) -> bool:
    """Tell whether a Chinese point only says when what another point frees is not free."""
    if act.flow.language != "zh" or demanded is None or demanded[0] not in _FREES:
        return False
    if point.text <= demanded[1] < point.span.end or _names_goods(act, point):
        return False
    return _NOT_FREE.search(act.flow.flow, point.text, point.span.end) is not None


def is_procedure(
    act: Act,
    point: Point,
    lists: list[Point],
    requirement: tuple[str, int, int],
    *,
    first: bool = False,
) -> bool:
    """Tell whether a point only says how what other points demand is done.

    The ``first`` one may demand a licence for the goods that it or the annex lists, and say how.
    """
    if first and _binds_annexed(act, point, requirement):
        return False
    flow, said = act.flow.flow, act.flow.sentence(requirement[1])
    if act.flow.language == "zh" and only_told(act, said):
        return True
    said = said if act.flow.language == "zh" else Span(point.text, point.span.end)
    if _GRANTED_BEFORE.search(flow, said.start, said.end):
        return True
    if of_papers(act, point, requirement[0], at_once=at_once(act, point)):
        return True
    if of_general_licence(act, point, requirement[0]):
        return True
    if not first and requirement[0] == "licence" and of_licence_above(act, point):
        return True
    if noted_in_list(act, point, requirement[1]):
        return True
    if requirement[0] == "licence" and _LEFT_AS_IS.match(flow, point.text, point.span.end):
        return not _has_own_goods(act, point)
    if requirement[0] == "licence" and _ASKS_FOR_NAMED.match(flow, point.text, point.span.end):
        return True
    if requirement[0] == "declaration" and _FILLED_IN.search(flow, point.text, point.span.end):
        return not _has_own_goods(act, point)
    if _only_how_to_apply(act, point, requirement[0]):
        return True
    if requirement[0] in _OF_TRADERS and _binds_offices(act, point):
        return True
    if beside_quota(act, point, requirement[0]):
        return True
    procedure = PROCEDURE.search(flow, point.text, point.span.end)
    if procedure and _binds_those_listed(act, requirement, procedure):
        procedure = None
    if procedure and not _of_its_own(act, point, requirement, procedure):
        return requirement[0] in ("licence", "prohibition", "reporting")
    if requirement[0] in _LIFTED and LIFTS.search(flow, point.text, point.span.end):
        return True
    if requirement[0] in ("quota", "licence") and _STAYS.search(flow, said.start, said.end):
        return not _has_own_goods(act, point)
    if requirement[0] == "licence" and _HOW_TO_APPLY.match(flow, point.text, point.span.end):
        return not _has_own_goods(act, point)
    if requirement[0] == "licence" and _STILL.search(flow, said.start, said.end):
        return not _names_goods(act, point)
    if requirement[0] == "licence" and _KEPT_DUTY.match(act.flow.marked, point.text):
        return not _names_goods(act, point)
    if requirement[0] == "licence" and _AS_BEFORE.search(flow, said.start, said.end):
        return not _has_own_goods(act, point)
    commences = any(point.span.holds(span.start) for span in act.commencement.read)
    if commences and requirement[0] == "licence" and not _names_goods(act, point):
        return at_once(act, point)
    if requirement[0] == "quota" and _SHARED_OUT.match(flow, point.text, point.span.end):
        return True
    if requirement[0] == "quota" and _OF_SHARES.search(flow, point.text, point.span.end):
        return _SETS_QUOTA.search(flow, point.text, point.span.end) is None
    if requirement[0] == "declaration":
        return _DUTY.search(flow, point.text, point.span.end) is None
    if lists and requirement[0] == "prohibition":
        narrowed = NARROWED.search(flow, point.text, point.span.end)
        return ABOVE.search(flow, point.text, point.span.end) is not None and not narrowed
    if not lists or requirement[0] != "licence":
        return False
    above = ABOVE.search(flow, point.text, point.span.end) is not None
    return above or not _names_goods(act, point)


_FREE_OF_ACT = regexp(
    r"不适用本(?:公告|令|通知|决定)|本(?:公告|令|通知|决定)不适用于|不在(?:本公告|上述)?[^,。;]{0,6}(?:管制|管理|报告|许可|申报|限制)(?:的)?(?:物项)?范围"
)


_BEGUN_BEFORE = regexp(r"(?:\ue000{4,44}|施行|实施|生效|公布|发布)(?:之?日)?(?:之?前|以前)已经?")


def free_of_act(flow: Flow, span: Span) -> tuple[str, int, int] | None:
    """Return the exemption of a Chinese point that demands nothing, and lets out of the act."""
    if flow.language != "zh":
        return None
    found = _FREE_OF_ACT.search(flow.flow, span.start, span.end)
    if found is None:
        return None
    before = flow.marked[flow.sentence(found.start()).start : found.start()]
    if "\ue001" in before or _BEGUN_BEFORE.search(before):
        return None  # what another act holds stays as it is, and so does what was under way
    return ("exemption", found.start(), found.end())
