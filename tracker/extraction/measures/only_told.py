"""Which Chinese sentences only speak of a demand, and make none: a rumour, a plan, a refusal?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extraction.act import Act
from tracker.extraction.prose.flow import Span
from tracker.extraction.scope.requirements import requirement_of
from tracker.extraction.spelling.regexps import regexp


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldWording:
    """Words behind or before which a demand is only told of; ``examples`` hold them."""

    name: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


ONLY_TOLD: tuple[ToldWording, ...] = (
    ToldWording(
        name="a plan or a question",
        pattern=regexp(
            r"(?:研究|评估|论证|考虑)(?:是否|要不要|可否)|视[^,。;]{0,16}情况[^。;]{0,12}(?:研究|决定)是否"
            r"|拟(?:对|将|于)[^。;]{2,80}(?:征求|征集|调整)|(?:包括|不排除)可能|可能(?:包括|采取|对其)"
        ),
        examples=(
            "将视市场情况研究是否实行出口配额。",
            "将依法作出决定，包括可能禁止其进口。",
            "拟对该类产品实行配额管理，现征求意见。",
        ),
    ),
    ToldWording(
        name="what may come if something happens",
        pattern=regexp(
            r"(?:^|(?<=[\n。;、]))\s{0,4}(?:如果?|若|倘若?|一旦)[^。;]{2,80},[^。;]{0,24}?"
            r"(?:可以|有权|保留|将考虑|将视)[^。;]{0,60}?(?:采取|实施|启动)[^。;]{0,40}?(?:措施|管制|限制)"
        ),
        examples=("如该国仍不改正，商务部可以对其产品采取数量限制等措施。",),
    ),
    ToldWording(
        name="a hearing",
        pattern=regexp(
            r"举行(?:[^,。;]{0,8})听证会|听取[^。;]{2,60}意见|征[求集][^。;]{2,60}(?:意见|建议)"
        ),
        examples=("商务部定于15日举行听证会，听取对硫磺实行进口配额管理的意见。",),
    ),
    ToldWording(
        name="a rumour",
        pattern=regexp(r"传言|传闻|网传|谣言|不实(?:消息|信息)|(?:消息|信息)(?:均)?不实"),
        examples=("市场传言称将禁止出口镁锭。",),
    ),
    ToldWording(
        name="a request that is turned down",
        pattern=regexp(
            r"(?:申请|请求|要求|建议)[^。;]{0,60}?不予(?:采纳|支持|同意|恢复)"
            r"|(?:企业|协会|公司|申请人)[^,。;]{0,6}(?:申请|请求|建议)(?:恢复|取消|暂停|调整|对|将)"
        ),
        examples=("企业申请恢复办理出口配额。", "有企业申请对进口乙烷采取数量限制措施。"),
    ),
    ToldWording(
        name="the rules of others",
        pattern=regexp(
            r"(?:多国|部分国家|一些国家|有关国家|有的国家|进口国|目的国|国外|境外)(?:近期|陆续|已经?|相继|先后)?(?:对|将)[^。;]{2,40}?(?:设置|实施|实行|采取|提出)"
        ),
        examples=("近期多国对医疗物资进口设置数量限制。",),
    ),
    ToldWording(
        name="what another act goes on to demand",
        pattern=regexp(
            r"号[^。;]{0,40}(?:不在|不属于|不受)本(?:公告|通知|决定|令)[^,。;]{0,16}(?:范围|之列|影响)"
            r"|号[^。;]{0,60}不在(?:此次|本次)?(?:暂停|中止|恢复|调整|废止|推迟)[^,。;]{0,8}(?:之列|范围)"
            r"|未(?:列明|列出|列入|涉及|提及)的(?:公告|文件|规定)[^。;]{0,100}?,?(?:仍|均)?继续(?:有效|实施|执行|适用)"
            r"|(?:原公告|号(?:公告|令|通知)?)[^。;]{0,60}(?:规定|要求|政策|措施)(?:均|仍)?(?:继续)?(?:保持|维持)?不变"
            r"|号(?:公告|令|通知)?[^。;]{0,40}仍(?:按|依照|依据|由|应当?按)[^。;]{0,8}(?:该|原)公告"
        ),
        examples=(
            "商务部公告2026年第7号不在本公告暂停实施的范围之内，经营者仍应当依法办理许可。",
            "第8号公告其他条款不在暂停之列，出口经营者仍应当依照规定申请许可。",
            "本公告未列明的公告继续有效，出口经营者应当依法申请许可。",
            "原公告第三条关于逐案审批的规定不变。",
            "第8号公告所列其他企业，仍按该公告规定禁止其从事进出口活动。",
        ),
    ),
    ToldWording(
        name="how one asks when a measure comes back",
        pattern=regexp(
            r"(?:因|由于)[^,。;]{0,12}(?:恢复|重新)[^,。;]{0,12}需要?(?:申请|申领|办理|补办)"
            r"|恢复(?:实施|执行|施行|管制)(?:之[日时]|当日|时)[^。;]{0,20}(?:在途|尚未)[^。;]{0,40}补办"
            r"|申请许可[^。;]{0,12}可以?(?:一并)?(?:提交|提供|附送)[^。;]{0,40}(?:加快|从速|优先|尽快)"
        ),
        examples=(
            "因第一条恢复管制而需要申请许可的，可以提前提出申请，商务部从速办理。",
            "恢复实施之日已在途但尚未申报出口的，出口经营者应当补办许可。",
            "合同约定交付的，申请许可时可以提交合同原件，商务部将予以加快办理。",
        ),
    ),
    ToldWording(
        name="what may be asked for while a measure is paused",
        pattern=regexp(
            r"暂停(?:实施|执行|适用)?(?:的)?(?:期间|期限内|期内)[^。;]{0,60}可以?[^。;]{0,60}申请"
        ),
        examples=("在上述暂停期间，境内企业可以向工作机制办公室提出申请，经同意后进行交易。",),
    ),
)
"""A row a kind of sentence; it is only told of, whatever it says of licences and bans."""

_OF_ANOTHER = regexp(
    r"\ue001[^。;]{0,24}?(?:规定|要求|明确|实行|实施)(?:的|了|对)?(?=[^。;]{2,})|\ue001[^。;]{0,6}对[^。;]{2,30}(?:实行|实施)的"
)
_DONE_BEFORE = regexp(
    r"(?:曾|已经?|20[0-9]{2}年[^。;]{0,60}?)(?:对|将|把|就)[^。;\ue001]{2,80}?(?:实[行施]|纳入|列入|采取|设置|作出)(?:了)?[^。;]{0,40}\ue001"
)
"""What an earlier act did, which is named behind it: ``对…实施了许可管理（某号公告）``."""
_PUT_ON_A_LIST = regexp(
    r"(?:(?<![一-鿿\ue001])|(?<=[发公]布)|(?<=印发)|(?<=通过)|(?<=[以在了]))"
    r"(?:[一-鿿]{1,12}(?:部|总署|总局|机制) ?){0,3}\ue001{3,160}(?:\([^()]{0,90}\))?"
    r",?(?:已经?|曾|先后)?(?:将|把|对)[^。;]{2,300}?(?:[列纳]入|禁止)"
)
"""Whom another act put on a list, and what it forbade: ``某号公告将…列入名单,禁止…``."""
_DECIDES = regexp(r"决定|现(?:就|将|对|公告|通知|予)|参照|依照|按照|本公告|应当")
"""What says that a sentence that names another act decides something all the same."""


def only_told(act: Act, sentence: Span) -> bool:
    """Tell whether a sentence of a Chinese act makes no demand, though it speaks of one."""
    flow = act.flow
    may, where = flow.sieve.may, (sentence.start, sentence.end)
    if any(
        may(row.pattern, *where) and row.pattern.search(flow.flow, *where)
        for row in flow.sieve.rows(ONLY_TOLD)
    ):
        return True
    ways = (_OF_ANOTHER, _DONE_BEFORE, _PUT_ON_A_LIST)
    told = any(words.search(flow.marked, *where) for words in ways)
    return told and not _DECIDES.search(flow.marked, *where)


def demands_made(act: Act, body: Span) -> Iterator[tuple[str, int, int]]:
    """Yield the demands of a body, then of the titles, that are not only told of."""
    said = tuple(really_said(act, body))
    titles = act.titles if said == (body,) else ()
    demands = (requirement_of(act.flow, span) for span in (*said, *titles))
    yield from (demand for demand in demands if demand)


def really_said(act: Act, span: Span) -> Iterator[Span]:
    """Yield the stretches of ``span`` without the sentences that only tell of a demand."""
    if act.flow.language != "zh":
        yield span
        return
    low = span.start
    for sentence in act.flow.within(span.start, span.end):
        if only_told(act, sentence):
            if low < sentence.start:
                yield Span(low, sentence.start)
            low = max(low, sentence.end)
    if low < span.end:
        yield Span(low, span.end)
