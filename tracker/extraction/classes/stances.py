"""How does a speaker stand to what is said: asserting, denying, refusing to say?"""

from tracker.extraction.classes import stance_stems as english
from tracker.extraction.classes import stance_stems_chinese as chinese
from tracker.extraction.classes.stance_wording import StanceWording
from tracker.extraction.spelling.regexps import regexp

STANCES: tuple[StanceWording, ...] = (
    chinese.NEITHER,
    english.NOT_HEARD,
    chinese.NOT_HEARD,
    english.DENIED,
    chinese.DENIED,
    english.SAYS_NOTHING,
    chinese.SAYS_NOTHING,
    english.NOT_DONE,
    chinese.NOT_DONE,
    english.GIVEN_OUT,
    chinese.GIVEN_OUT,
    StanceWording(
        stance="comment",
        pattern=regexp(
            r"(?i:\b(?:firmly|strongly|resolutely)\s(?:opposes?|rejects?|objects?|requests?|protests?|urges?|regrets?)\b|\b(?:common|standard|accepted|international)\s(?:international\s)?practices?\b"
            r"|\bnot\s(?:aimed|targeted|directed)\sat\b|\bdoes\snot\starget\b|\bdiscriminatory\b|\bnational\ssecurity\sconcept|\boverstretch\w*|\bdouble\sstandards?\b|\b(?:unilateral|economic)\s(?:bullying|coercion)\b|\bbullying\b|\blodged\s(?:[a-z]+\s){0,2}representations\b|\b(?:strongly|deeply|extremely)\sdissatisfied\b|\bnecessary\smeasures\sto\s(?:safeguard|protect|defend)\b"
            r"|\b(?:have|has)\s(?:taken\snote|noted)\b|\bwill\snot\shesitate\b|\burge[sd]?\s(?:the|all)\b|\b(?:US|U\.S\.|United\sStates|Washington|EU|Brussels|Japan|other\sside|countries|country)\sshould\s(?:[a-z]+\s)?(?:stop|end|cease|correct|lift|withdraw|refrain|abandon|respect)\b|\bconsistent\sand\sclear\b|\bwill\s(?:be\s)?(?:grant|approv|facilitat)\w*\s[^.]{0,40}\b(?:applications?|licen[cs]es?|eligible|compliant))"
            r"|坚决反对|强烈不满|国际通行|通行做法|国际惯例|不针对(?:任何)?(?:特定|第三)|一贯立场"
            r"|多次(?:表明|阐明|说明)|(?:将|会)(?:依法)?(?:予以|给予)(?:许可|批准)|另行(?:公布|通知"
            r"|发布|公告)"
            r"|敦促|(?:美方|对方|欧方|日方|对方国家)应(?:当|该)?(?:立即|尽快|停止|纠正|取消|撤销)"
            r"|泛化国家安全|霸凌|霸道行径|严正交涉|坚决维护[^,。;]{0,12}(?:权益|利益)|滥用出口管制|双重标准|促进合规"
        ),
        examples=(
            "China firmly opposes the abuse of export controls.",
            "实施出口管制是国际通行做法。",
        ),
    ),
    StanceWording(
        stance="asserts",
        pattern=regexp(
            r"(?:将|会)(?:如期|按期|按计划|按时)[^。,;]{0,6}(?:实施|施行|生效|执行)|(?:目前|仍|依然"
            r"|继续)(?:然)?(?:没有变化|有效)"
            r"|\bremains?\s(?:fully\s)?in\s(?:force|place|effect)\b|\b(?:will|shall)\s(?:take\seffect|apply|start|enter\sinto\sforce)\sas\s(?:planned|scheduled|announced)\b"
            r"|管制(?:并)?(?:不是|不等于|不意味着)[^。,;]{0,6}(?:禁止|全面|切断)|(?:将"
            r"|会)(?:继续)?采取(?:一切)?必要措施"
            r"|(?:不必|无需|不用|毋须)担[心忧]|(?:民用|正常)[^。,]{0,12}不受(?:任何)?影响"
        ),
        examples=("从事正常民用贸易的各方完全不必担心。",),
    ),
)

_SAYS = (
    r"(?:said|says?|tells?|told|writes|wrote|had\swritten|claims?|claimed|reported|reports|adds|added|notes|noted|announced|stat(?:ed|es)|confirm(?:ed|s)"
    r"|den(?:ied|ies)|argue[sd]|insist(?:s|ed)|maintains?|maintained|thinks?|thought|believe[sd]?|expect(?:s|ed)?|reckon(?:s|ed)?|warn(?:s|ed)|called|refuted|rejected|dismissed"
    r"|described|declined|refused|referred|referring|predict(?:s|ed)|suggest(?:s|ed)|conclude[sd]|acknowledge[sd]|concede[sd]|explain(?:s|ed)|replied|replies|answered|responded|estimate[sd]"
    r"|ha(?:s|d|ve)\sit\sthat|holds\sthat|doubt(?:s|ed)|swears?|swore|assure[sd]|did\snot\s(?:respond|reply|comment)|could\snot\s(?:immediately\s)?be\sreached)"
)
_SAYS_ZH = (
    r"(?:表示|(?<![简所下名])称(?!号)|说(?![法明])|指出|回应|强调|透露|报道|写道|写着|刊文"
    r"|撰文|的说法是|认为|认定|断言|宣布|否认|证实|告诉|预计|估计|坦言|直言|介绍|判断|提醒"
    r"|爆料|答复)"
)
ATTRIBUTION = regexp(
    r"(?i:(?:^|[.;,]\s|\b(?:and|but|while|that)\s)(?:[-\u2022]\s?)?(?:the\s|a\s|an\s"
    r"|one\s|two\s)?(?P<en>[A-Za-z][\w'&.-]*(?:\s[\w'&.-]+){0,6}?)(?:\s(?:on|in|late"
    r"|earlier|also)\s\w+|\sreached\sby\stelephone\son\s\w+)?,?\s(?:has\s|have\s|had\s"
    rf"|also\s)?{_SAYS}\b)"
    r"|(?i:\baccording\sto\s(?:the\s|a\s)?(?P<according>[A-Za-z][\w'&.-]*(?:\s[\w'&.-]+){0,5}))"
    rf"|(?P<zh>[一-鿿《》“”A-Za-z0-9]{{2,20}}?)(?:在[^,。]{{0,14}})?{_SAYS_ZH}"
)
"""Who says it."""

_PAPER = (
    r"\b(?!(?:The\s)?(?:Official|Federal|Government|Canada)\s)(?:The\s)?[A-Z][\w'-]+\s(?:[A-Z&][\w'-]*\s){0,3}?(?:Gazette|Post|Courier|Herald|Times|Daily|Weekly|Journal|Observer|Ledger|Tribune"
    r"|Bulletin|Standard|Review|Wire|News|Monitor|Dispatch|Mail|Chronicle|Echo|Register|Telegraph|Tidings|Messenger|Digest|Insider|Watch|Week)\b"
    r"|《[^》\n]{1,12}(?:报|刊|网|社|周刊|通讯|观察|快讯|评论|在线|电讯|商情|物流|导航|财经|信使)》"
)
PAPER = regexp(_PAPER)
"""The name of a paper or an agency."""
SOURCE = regexp(
    rf"{_PAPER}|\b[A-Z][\w'-]+\s(?:[A-Z&][\w'-]*\s){{0,3}}?(?:Guild|LLP|Advisory|Compliance|Analytics|Intelligence|Consulting|Partners|Securities|Bank|Capital|Brokers|Shipping|Freight|Logistics|Trading|Research)\b"
    r"|(?i:\b(?:circular|newsletter|client\s(?:note|letter|memo)|(?:bank|broker|trader|lawyer|forwarder|consultant|adviser|advisor|analyst|dealer|importer|agent|law\sfirm|consultancy|association|diplomat|columnist)(?:['’]s\s\w+)?)s?\b)"
    r"|(?:期货公司|券商|研报|纪要|业内人士|知情人士|消息人士|贸易商|报关行|货代|律所|律师|咨询公司|行业协会|某银行|公众号)"
)
"""Papers, firms and trades to whose word the press sets others against."""

QUOTED_BY = regexp(
    r"[\"”],?\s(?:said|says)\s(?:one\s|a\s|an\s|the\s)?(?P<who>[\w'&.-]+(?:\s[\w'&.-]+){0,5})"
)
