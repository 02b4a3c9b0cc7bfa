"""Which countries does a text name, as origin or as destination?"""

import re

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_TABLE = """
US 美国 United_States U.S. USA
JP 日本 Japan
KR 韩国 Republic_of_Korea South_Korea
TW 中国台湾地区 中国台湾 台湾地区 台湾 Taiwan Chinese_Taipei
EU 欧盟 European_Union
DE 德国 Germany
FR 法国 France
NL 荷兰 Netherlands
BE 比利时 Belgium
IT 意大利 Italy
ES 西班牙 Spain
CZ 捷克 Czech_Republic Czechia
PL 波兰 Poland
SE 瑞典 Sweden
FI 芬兰 Finland
NO 挪威 Norway
DK 丹麦 Denmark
CH 瑞士 Switzerland
AT 奥地利 Austria
GB 英国 United_Kingdom Great_Britain
IE 爱尔兰 Ireland
CA 加拿大 Canada
MX 墨西哥 Mexico
BR 巴西 Brazil
AU 澳大利亚 Australia
NZ 新西兰 New_Zealand
IN 印度 India
VN 越南 Viet_Nam Vietnam
SG 新加坡 Singapore
MY 马来西亚 Malaysia
TH 泰国 Thailand
ID 印度尼西亚 印尼 Indonesia
PH 菲律宾 Philippines
RU 俄罗斯 Russia Russian_Federation
BY 白俄罗斯 Belarus
UA 乌克兰 Ukraine
TR 土耳其 Türkiye Turkey
IR 伊朗 Iran
IQ 伊拉克 Iraq
IL 以色列 Israel
AE 阿联酋 United_Arab_Emirates
SA 沙特阿拉伯 Saudi_Arabia
KP 朝鲜 North_Korea Democratic_People's_Republic_of_Korea Democratic_People’s_Republic_of_Korea DPRK
MM 缅甸 Myanmar
PK 巴基斯坦 Pakistan
KZ 哈萨克斯坦 Kazakhstan
ZA 南非 South_Africa
CL 智利 Chile
AR 阿根廷 Argentina
CD 刚果(金) Democratic_Republic_of_the_Congo
IS 冰岛 Iceland
LI 列支敦士登 Liechtenstein
PT 葡萄牙 Portugal
GR 希腊 Greece
HU 匈牙利 Hungary
RO 罗马尼亚 Romania
SK 斯洛伐克 Slovakia
LU 卢森堡 Luxembourg
EE 爱沙尼亚 Estonia
LV 拉脱维亚 Latvia
LT 立陶宛 Lithuania
MN 蒙古 Mongolia
VE 委内瑞拉 Venezuela
CU 古巴 Cuba
SY 叙利亚 Syria
QA 卡塔尔 Qatar
EG 埃及 Egypt
KG 吉尔吉斯斯坦 Kyrgyzstan Kyrgyz_Republic
UZ 乌兹别克斯坦 Uzbekistan
TJ 塔吉克斯坦 Tajikistan
TM 土库曼斯坦 Turkmenistan
AM 亚美尼亚 Armenia
AZ 阿塞拜疆 Azerbaijan
GE 格鲁吉亚 Georgia
BG 保加利亚 Bulgaria
HR 克罗地亚 Croatia
SI 斯洛文尼亚 Slovenia
RS 塞尔维亚 Serbia
CY 塞浦路斯 Cyprus
MT 马耳他 Malta
JO 约旦 Jordan
LB 黎巴嫩 Lebanon
OM 阿曼 Oman
KW 科威特 Kuwait
BH 巴林 Bahrain
LK 斯里兰卡 Sri_Lanka
BD 孟加拉国 Bangladesh
NP 尼泊尔 Nepal
KE 肯尼亚 Kenya
NG 尼日利亚 Nigeria
YE 也门 Yemen
LY 利比亚 Libya
AF 阿富汗 Afghanistan
KH 柬埔寨 Cambodia
LA 老挝 Laos
HK 中国香港 香港 Hong_Kong
MO 中国澳门 澳门 Macau Macao
CN 中国 China
"""
_CODES = {
    name.replace("_", " "): row.split()[0]
    for row in _TABLE.split("\n")
    if row
    for name in row.split()[1:]
}
_NAMES = "|".join(re.escape(name) for name in sorted(_CODES, key=len, reverse=True))
_COUNTRY = regexp(rf"(?:{_NAMES})(?![A-Za-z]*ese)")

_COUNTRY_ALONE = regexp(
    rf"(?:the\s)?(?:{_NAMES})(?:,?\s(?:the\s)?(?:[A-Z][a-z']+\s){{0,3}}(?:Republic|Federation)(?:\sof)?)?\.*\s*",
    re.IGNORECASE,
)

_AND_ZH = r"(?:、|和|及|以及|或者?|与)"
_SOME = rf"(?:{_NAMES})(?:{_AND_ZH}(?:{_NAMES})){{0,30}}"
_TOWARDS = regexp(
    rf"(?:向|对|(?:提供|转移|转|交|售|卖)给)(?P<zh>{_SOME})"
    r"(?=[^,。;]{0,16}(?:出口|供应|提供|转移|转让|销售|运输|运送|输出|最终|军|用户|实体|组织))"
    r"|(?:(?:出口|运|输|销|发|转移|转口|再出口)[至到往向给]|目的(?:地|国)(?:国家|(?:国|地区)?(?:或地区)?)?[为是系:]|(?:至|到))"
    rf"(?P<to>{_SOME})(?=(?:境内|等?[一二两三四五六七八九十]?(?:个?国家?|国?))?(?:[,。;()]|的|$|[^,。;]{{0,16}}(?:货物|物项|商品|产品|两用|出口|用户|实体|[须应凭]))|[一二两三四五六七八九十]国)"
    r"|\b(?:to|towards?|for|in|transiting|through|via|destinations?\s(?:is|are|being)|destinations?:)"
    r"(?:,?\s(?:or|and)\s(?:[a-z]+\s){0,3}(?:to|in|within|through|via),?)?\s"
    r"(?:any\s(?:destination|(?:natural\sor\slegal\s)?person|entity|body|end[- ]user)"
    r"(?:,\sentity\sor\sbody)?\s(?:in|within)\s)?"
    rf"(?:the\s)?(?P<en>(?:{_NAMES})(?:(?:,\s(?:(?:and|or)\s)?(?:the\s)?"
    rf"|\sand\s(?:the\s)?|\sor\s(?:the\s)?)(?:{_NAMES})){{0,40}})"
)
_NEXT = (
    r"(?:、|和|及|[,;]\s(?:(?:and|or)\s)?(?:the\s)?|\s(?:and|or)\s(?:the\s)?"
    r"|[;,、]?(?:\s(?:and|or))?\s?\n\s{0,6}(?:[-•·*–]|\(?[0-9a-z一二三四五六七八九十]{1,3}[.)、])?\s{0,3}(?:the\s)?)"
)
_LISTED = regexp(rf"(?:the\s)?(?:{_NAMES})(?:{_NEXT}(?:{_NAMES})){{1,60}}")
_POINTS_TO_LIST = regexp(
    r"\b(?:to|towards?|in|into|for)\s(?:[a-z]+\s){0,3}?(?:"
    r"(?:permitted|listed|named|scheduled|eligible|specified|approved|following)\s(?:destinations?|countr(?:y|ies)|territor(?:y|ies)|places)"
    r"|(?:destinations?|countr(?:y|ies)|territor(?:y|ies)|places)\s(?:[a-z]+\s){0,4}?(?:in|below)\b)"
    r"|(?:附[件表][一二三四五六0-9]?|下列|以下|下述|所列|名单)(?:所列|中|内|列明)?的?(?:国家|地区|目的地)"
)
"""How a provision points to a list of countries that stands elsewhere: ``to the places below``."""
_EXPORT = regexp(
    r"出口|提供|转移|供应|运|输|目的|[转售卖][给交售让]|\b(?:re-?)?export|\bshipp?|\btransfer|\bsuppl|\bdestin",
    re.IGNORECASE,
)
_ORIGIN_CN = regexp(
    r"原产于中国|中国原产|产自中国|\b(?:Chinese[- ]origin|originating\s(?:in"
    r"|from)\s(?:the\s)?(?:People's\sRepublic\sof\s)?China|of\sChinese\sorigin"
    r"|China-origin|produced\sin\sChina|that\soriginates?\s(?:in|from)\s(?:the\s)?(?:People's\sRepublic\sof\s)?China)"
)
_TECHNOLOGY_CN = regexp(
    r"使用[^,。;]{0,12}原产于中国[^,。;]{0,40}技术|原产于中国[^,。;]{0,30}技术|\btechnolog(?:y"
    r"|ies)\s(?:originating|of\sChinese\sorigin|that\soriginates?)"
    r"|\btechnolog(?:y|ies)\s(?:for|of|in|relating\sto)\s[^.;:]{3,120}?\b(?:originating|(?:that|which)\soriginates?)\s(?:in|from)\b"
    r"|\bChinese[- ]origin\s[^.;]{0,40}?technolog"
)


_EXEMPT_BEFORE = regexp(
    r"(?:\b(?:except(?:ing)?|other\sthan|excluding|apart\sfrom|save|unless)\b[^.;,]{0,60}"
    r"|\bnot\s(?:apply|required|needed|necessary|cover)\b[^.;]{0,60}|\bno\slicen[cs]e\b[^.;]{0,60}"
    r"|\bexempt\w*\b[^.;]{0,60}|(?:除|不适用于?|不包括|不含|豁免|免)[^,。;]{0,20})$",
    re.IGNORECASE,
)
_EXEMPT_BEHIND = regexp(
    r"[^.;,]{0,30}\b(?:is|are|shall\sbe|remains?|will\sbe)\s(?:also\s|likewise\s|hereby\s)?(?:exempt|free|excluded|not\s(?:subject|covered"
    r"|affected|required)|outside)|[^.;,]{0,30}\b(?:do(?:es)?|shall|will)\snot\s(?:be\s(?:subject|required|covered|affected)|require|need|fall)|[^.;,]{0,30}\b(?:need|require)s?\sno\b"
    r"|[^,。;]{0,20}除外|[^,。;]{0,16}(?:,)?[^,。;]{0,10}(?:不适用|(?<!不)免(?:予|于|除)?|豁免|无需|无须|不需要?|不受)"
)
"""What before or behind the countries says that the text leaves them free."""


def _left_free(flow: Flow, low: int, start: int, end: int, high: int) -> bool:
    before = flow.flow[max(low, start - 100) : start]
    behind = _EXEMPT_BEHIND.match(flow.flow, end, high)
    return behind is not None or _EXEMPT_BEFORE.search(before) is not None


def is_country(words: str) -> bool:
    """Tell whether words are nothing but the name of a country, as a cell of a table holds it."""
    return _COUNTRY_ALONE.fullmatch(words) is not None


def countries(flow: Flow, span: Span) -> tuple[str, ...]:
    """Return the ISO codes of the countries that a stretch names, in order, each once."""
    found = _COUNTRY.finditer(flow.flow, span.start, span.end)
    return tuple(dict.fromkeys(_CODES[match.group()] for match in found))


def destinations(flow: Flow, span: Span, *, home: str | None) -> tuple[str, ...]:
    """Return where goods go, as far as the stretch names it; the issuer's own country is none."""
    found: list[str] = []
    for match in _TOWARDS.finditer(flow.flow, span.start, span.end):
        sentence = flow.sentence(match.start())
        if not _EXPORT.search(flow.flow, sentence.start, sentence.end):
            continue
        if _left_free(flow, sentence.start, match.start(), match.end(), sentence.end):
            continue
        group = match.lastgroup or "zh"
        found += countries(flow, Span(match.start(group), match.end(group)))
    if not found:
        found += _those_before(flow, span)
    return tuple(code for code in dict.fromkeys(found) if code != home)


_THOSE = regexp(
    r"(?:上述|前述|以上|该)(?:[一二两三四五六七八九十0-9]{1,2}个?)?(?:国家(?:[和或、及]地区)?|地区|国)(?=[^,。;]{0,20}(?:出口|提供|转移|销售|运输|用户))"
)


def _those_before(flow: Flow, span: Span) -> tuple[str, ...]:
    """Return the countries that a text named last as destinations, of which a stretch speaks."""
    those = _THOSE.search(flow.flow, span.start, span.end)
    if those is None or flow.language != "zh":
        return ()
    told = [match for match in _TOWARDS.finditer(flow.flow, 0, span.start) if match["zh"]]
    return countries(flow, Span(*told[-1].span("zh"))) if told else ()


def points_to_list(flow: Flow, span: Span) -> bool:
    """Tell whether goods go to countries that a list names, and the stretch does not free them."""
    return any(
        not _left_free(flow, span.start, found.start(), found.end(), span.end)
        for found in flow.sieve.finditer(_POINTS_TO_LIST, span.start, span.end)
    )


def listed_countries(flow: Flow, span: Span) -> tuple[str, ...]:
    """Return the countries of a plain list, such as a schedule of destinations."""
    match = _LISTED.search(flow.flow, span.start, span.end)
    return countries(flow, Span(match.start(), match.end())) if match else ()


def origin(flow: Flow, span: Span) -> tuple[str | None, str | None]:
    """Return the origin of goods and of technology that a stretch demands, as country codes."""
    technology = _TECHNOLOGY_CN.search(flow.flow, span.start, span.end)
    goods = _ORIGIN_CN.search(flow.flow, span.start, span.end)
    inside = (
        technology is not None
        and goods is not None
        and technology.start() <= goods.start() < technology.end()
    )
    return ("CN" if goods and not inside else None), ("CN" if technology else None)
