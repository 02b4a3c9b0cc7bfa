"""Of which words are the Chinese wordings of deeds put together?

The verb (``暂停``, ``延长``), what it is done to (the act, its application, its term), and what
makes the verb a noun (``暂停期``), which does nothing.
"""

from tracker.extraction.deeds.denials_chinese import A_DEED

ACT = r"\ue001{3,160}(?:\([^()]{0,90}\))?"
"""An act, with its title in brackets."""
FEW = r"[^,。;\ue001]{0,14}?"
SOME = r"[^,。;]{0,60}?"
DO = r"(?:实施|执行|施行|适用|生效)"
PAUSE = (
    rf"(?:暂停|中止|暂不(?!{A_DEED}|按期|如期|按时|按原)|缓行|缓期"
    rf"|暂时(?:停止|中止|不再(?!{A_DEED})|不予(?!{A_DEED}))"
    rf"|(?:(?<=[^在]内)|(?<=[^在]内,)|(?<=期间)|(?<=期间,)|(?<=半年)|(?<=季度)|(?<=季度,))不予?{DO})"
)
PAUSED = r"(?:暂停|中止)"
NOUN = (
    r"(?:状态|安排|期间|期满|期限|期即|期[为是:至届自内中]|中的|的?起止|之?后,"
    r"|、恢复|的?(?:理由|申请|请求|情形|原因|程序|条件))"
)
"""What behind a verb makes it the name of a time or a state."""
OF_AN_ACT = rf"{DO}?的(?![是为])(?:《[^《》]{{2,60}}》\(?)?[一-鿿、 \ue000]{{0,40}}\ue001"
"""What behind a verb makes it a word of an act: ``5月暂停的商务部公告2026年第3号``."""
AS_BEFORE = (
    rf"{FEW}(?:仍[按以依]|仍然有效|继续[按依]|(?<!其他)(?<!其余)不变|不受[^,。;]{{0,10}}影响)"
    r"|[^,。;\ue001]{0,6},(?:暂停)?(?:的?期限|时间|期间)仍"
    r"|[^,。;\ue001]{0,6}(?:仍(?:为|至)|[按依]照?(?:原|该)(?:公告|通知|规定|期限))"
)
"""What behind a pause says that it goes on as another act has set it."""
OPEN = r"另[行作](?:公告|公布|发布|通知|确定|规定|明确|安排)"
LONGER = (
    r"(?<!不再)(?<!不予)(?<!不作)(?<!不)"
    r"(?:延长|延续|延展|延期|延至|延到|(?<![项款条目号])顺延|展期|续期|展延)"
)
TERM = r"(?:(?:有效|实施|施行|执行|适用|生效)(?:期限|期间|期|截止日期)|有效时间|截止(?:日期|时间))"
LAST_DAY = r"(?:终止|失效|届满|到期|截止|结束)的?(?:日期|时间|之?日)"
"""The day on which an act ends: moved, it is another last day and no other start."""
AFTERWARDS = r"(?:之?后|之?前(?![款述项列])|以前|期间|之日)"
"""What behind an end only tells of the time around it: ``废止后``."""
LATER = (
    r"(?:(?:暂不|不再?)(?:按期|如期|按时)|推迟|推后|(?<!顺)延期(?!间)|延迟|延后|延缓|(?<![项款条目号])顺延|暂缓"
    r"|押后|延至|延到)"
)
STARTS = rf"(?:{DO}|启用|起始|开始|起算)的?(?:{DO})?(?:日期|时间|之?日)"
CHANGED = (
    r"(?:推迟|推后|延期|延迟|延后|延缓|(?<![项款条目号])顺延|延至|延到|调整|变更|更改|修改|提前|改"
    r"|改定|改期|重新确定)"
)
END = r"(?:取消|解除|撤销|废除|终止|停止)"
ITS_ANNEX = r"(?<!本公告)(?<!本公告的)(?<!本公告所)附(?:件|表|录|(?=《|清单|目录|名单))"
OWN_ANNEX = r"本(?:公告|通知|令|办法|决定)(?:的|所)?附(?:件|表|录|的?《|清单|目录|名单)"
INSTEAD = r"(?:替[换代]|取代|代[替之]|更[换新]|修[订改]|调整|变更|换[为成用]|改[为用成]|为准|启用)"
RULES = r"(?:措施|管制|规定|禁令|限制|管理|要求|决定|许可)"

RUNS_OUT = (
    r"(?:期限?|期间|措施)?(?:即?将)?(?:[于在至到])? ?\ue000{4,44}[^,。;\ue000\ue001]{0,6}"
    r"(?:届满|到期|期满|结束|终止|截止|失效)(?![,后](?:[^。;\ue001]{0,16}[后起,])?(?:再|继续|予以|连续)?(?:延长|延续|展期|续期|顺延|暂停))"
)
"""What behind a pause says that it ends and does not go on: ``的暂停于…到期,自次日起恢复``."""
