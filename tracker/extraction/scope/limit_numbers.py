"""How is the number of a limit written, and what is its value?"""

import re
from decimal import Decimal, InvalidOperation

from tracker.extraction.scope.quantity_units import MONEY
from tracker.extraction.spelling.numerals import number
from tracker.extraction.spelling.regexps import regexp

PARTS = {"‰": 1_000, "‱": 10_000, "ppm": 1_000_000, "ppb": 1_000_000_000, "ppt": 10**12}
"""Units that are shares, and how many of them make a whole."""

_SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_ASCII = str.maketrans(_SUPER + "⁻", "0123456789-")
_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_NUMERAL = "|".join(sorted({**_ONES, **_TEENS, **_TENS}, key=len, reverse=True))
_IN_WORDS = (
    rf"(?:{_NUMERAL})(?:(?:[\s-]|\sand\s)(?:{_NUMERAL}|{'|'.join(_SCALES)})\b){{0,7}}"
    r"(?:\sand\sa\shalf\b|\spoint(?:\s(?:zero|nought|oh|one|two|three|four|five|six|seven|eight|nine)\b){1,6})?"
)
"""A number in words: ``twenty-five``, ``two hundred and fifty thousand``, ``one and a half``."""
_FRACTIONS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10, "hundredth": 100,
    "thousandth": 1000,
}  # fmt: skip
_PLACES = 4
"""To so many places a fraction is written that has no end."""
_AROUND_POWER = " ^\\"
_THINGS = (
    r"(?:(?:or\smore\s)?(?:[a-z]+\s){0,2}(?:ax[ei]s|layers|qubits|channels|rollers|lasers|laser\sbeams|nozzles|chambers|heads|nodes|aircraft|wafers|sets)\b|per\scent|percent|%"
    r"|(?:nano|micro|milli|centi|kilo|mega|giga|tera)?(?:gram(?:me)?s?|met(?:er|re)s?|lit(?:er|re)s?|watts?|joules?|volts?"
    r"|hertz|pascals?|amperes?|newtons?|teslas?|ohms?|electron-?volts?|bits?|bytes?|bars?|moles?|becquerels?)\b"
    r"|kilos|micr?ons|degrees|kelvins?|carats?|inch(?:es)?|feet|(?:metric\s|dry\s)?ton(?:ne)?s?\b|(?:[nµckm]?m|[kMG]?W|k?g|MT|t)(?![A-Za-z])"
    r"|(?:square|cubic)\s[a-z]*met(?:er|re)s?|(?:nautical\s)?miles|knots|pounds|ounces|atmospheres|torr|psi|decibels|pixels"
    r"|revolutions|arc[\s-]?(?:seconds|minutes)|hours|minutes|euros?|(?:US\s)?dollars|yen|rupees|parts\sper)"
)
"""What may stand behind a number in words."""
_ZH_DIGITS = "[一二三四五六七八九十百千两]"
_ZH_LONG = "[一二三四五六七八九十百千两零]"
_ZH_MYRIADS = f"(?:{_ZH_LONG}{{1,7}}万)?"
_ZH_UNITS = (
    r"(?:轴|层|公里|公斤|吨(?!位)|万?美元|万?欧元|万元|小时|分钟|秒(?!级)|角[秒分]|摄氏度|转/|转每分|转(?=以上|以下|[,。;、的])"
    r"|[飞皮纳微毫厘千兆吉太]?(?:米(?!兰)|克(?!服|制)|升(?!级|高)|瓦(?!斯)|赫兹?|帕|焦耳?|伏特?(?!安|法)|电子伏|牛顿?(?=以|的|[,。;、])"
    r"|欧姆|安培|特斯拉|开尔文|巴(?![西黎基勒林拿])|比特|字节|摩尔|贝可)"
    r"|立方(?:米|厘米|毫米)|平方(?:米|厘米|毫米)|英[寸尺]|海里|克拉|磅|目(?=以|的|[,。;、])|像素|分贝|个?大气压)"
)
"""Which units stand behind a number in Chinese words."""
VALUE = regexp(
    r"(?:(?<![0-9:.])1\s?(?::|比|/(?=[0-9]{3,6}(?![0-9/])))\s?|(?i:(?<![0-9A-Za-z.,])(?:1|one)\s(?:part\s)?(?:in|per)\s(?:every\s)?))"
    rf"(?P<of>[0-9]{{2,6}}|[0-9]{{1,3}},[0-9]{{3}}|(?:an?|{_NUMERAL})\s(?:hundred|thousand)\b)(?![0-9:]|[.,][0-9]|\s?[时点分])|"
    r"(?<![0-9A-Za-z.])(?P<nines>[2-9]N5?)(?![0-9A-Za-z·/⋅*])|"
    r"\b(?P<purest>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight)[\s-]nines\b|"
    r"(?P<zhnines>[二三四五六七八])个九(?![十百千万])|(?P<zhhalf>一半|半数|(?<=过)半)(?=[的及以]|[,。;]|上)|"
    r"(?:(?<![0-9A-Za-z.])(?<![0-9]/)|(?<=HV)|(?<=HRC)|(?<=HB)|(?<=GBP|USD|EUR|CNY|INR|JPY|CHF|CAD|AUD|KRW)|(?<=Rs))"
    r"(?![0-9][A-E][0-9]{3})"
    r"(?P<value>[-+±]?[0-9]{1,3}(?:[, '’][0-9]{3}(?![0-9])){1,4}(?:\.[0-9]{1,9})?"
    r"|[-+±]?[0-9]{1,12}(?:[.,][0-9]{1,9})?)"
    r"(?:/[0-9]{1,2}(?=\s?(?:nm\b|nanomet|纳米)))?"
    rf"(?:(?<=[^0-9.,]10)(?P<ten>\s?\^\s?-?[0-9]{{1,2}}|-[1-9](?![0-9.,%A-Za-z-])|\\-?[0-9]{{1,2}}\\|⁻?[{_SUPER}]{{1,3}})"
    r"|[eE](?P<e>[-+]?[0-9]{1,2})(?![0-9A-Za-z])"
    r"|\s?(?::|\sto\s|比)\s?1(?P<ratio>)(?![0-9.,:%A-Za-z]|\s(?:[a-zµμ]?m|k?g|per)\b))?"
    rf"(?:\s?[×xX*]\s?10(?:\s?\^\s?(?P<power>-?[0-9]{{1,2}})|(?P<down>-[0-9]{{1,2}})(?![0-9])"
    r"|\\(?P<raised>-?[0-9]{1,2})\\"
    rf"|\s?(?P<super>⁻?[{_SUPER}]{{1,3}})))?"
    r"(?P<many>\s?(?:万|亿|thousand|million|billion)(?![A-Za-z]))?"
    rf"|(?P<zh>(?<!第)(?<![一-鿿]第){_ZH_MYRIADS}{_ZH_LONG}{{1,7}}?(?:点[零一二三四五六七八九]{{1,4}})?)(?P<wan>万)?"
    rf"(?=\s?个?{_ZH_UNITS}|(?:至|到|—|~){_ZH_LONG}{{1,7}}{_ZH_UNITS}"
    r"|\s?[个束台支枚片]?(?:及)?以上(?:\([^()]{1,8}\))?的?(?:可|能)?(?:同时)?(?:联动|控制)?的?(?:旋轮|激光[器束]|喷[头嘴]|腔室|探测器|工位|刀头|磁极|反射镜|通道|轴|压头))"
    r"|(?<![一二三四五六七八九十百千])(?P<zhden>[二三四五六七八九十])分之(?P<zhover>[一二三四五六七八九])"
    rf"|(?<=分之)(?P<share>(?:{_ZH_DIGITS}{{1,5}}|零(?=点))(?:点[零一二三四五六七八九]{{1,4}})?)"
    r"|\b(?P<num>(?:one|two|three|four|five|seven|nine)"
    r"|(?<!and\s)an?(?=[\s-](?:(?:half|quarter|tenth|hundredth|thousandth)\b|(?:third|fifth)\s(?:or\smore|or\sless|of)\b)))"
    r"[ -]"
    r"(?P<den>half|third|quarter(?=s?\s(?:of|or\s(?:more|less))\b)|fifth|tenth|hundredth|thousandth)s?\b(?!\s(?:countr|part|state|person|year)|\sof\san?\s(?:kilo|tonne|metric|gram|lit|met))"
    r"(?P<of_one>\sof\s(?:one|1|a)\s?(?:per\s?cent\b|%))?"
    r"|\b(?P<moiety>half\sof\s(?:the|its|their)\s(?=(?:[a-z]+\s)?(?:shares?|capital|equity|voting|value|mass|weight|volume)\b))"
    rf"|\b(?P<half>half\s(?:of\s(?:one|1)|a)\sper\s?cent\b)"
    r"|\b(?P<halved>half\san?(?=\s(?:kilo|tonne|metric\st|gram|lit(?:er|re)|met(?:er|re)))\b)"
    rf"|\b(?P<word>{_IN_WORDS})(?=\s{_THINGS}|-axis)"
)
"""A number, however it is written; nothing is read at any other place."""

_MANY = {"万": 4, "亿": 8, "thousand": 3, "million": 6, "billion": 9}
SPELLED = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|and|comma|point"
    "|tenths?|hundredths?|thousandths?|nines?|per|cent|centum|percent|metric|tons?|tonnes?|kilograms?|grams?|dry|wet"
)
"""The words in which a text spells out a number before it writes it in brackets."""
NOTED_NUMBER = regexp(rf"\s?\((?i:(?:{SPELLED})[\s-]{{0,2}}){{1,8}}\)\s?|\)\s(?=[a-z%])")
"""What stands between a number and its unit where it is told twice: ``20 (twenty) kilograms``."""
FILLER = regexp(
    r"(?:\s|约|为|(?<![不达])到|在|至|是|[百千]万?分之|万分之|每(?:小时|分钟|秒钟?|(?:平方|立方)[毫厘]?米|千克|公斤|克|升|米)|人民币|RMB|等值|\((?:不?含|不?包括|不?包含)[^()]{0,4}\)|(?i:\b(?:a|an|the|about|approximately|(?:a|an|the)\s(?:[a-z-]+\s){1,3}(?<!upwards\s)(?<!upward\s)(?<!excess\s)(?<!floor\s)(?<!maximum\s)(?<!short\s)of))"
    r"|(?:(?<=达到)|(?<=[超不未][过足达])|(?<=[高低大小少]于))[\u4e00-\u9fff]{1,6}总(?:值|价值?|额|重量?|质量)的?"
    r"|(?:(?<=达到)|(?<=[超不未][过足达])|(?<=[高低大小少]于))[\u4e00-\u9fff]{1,10}?(?:价值|总?重|重量|质量|体积|面积)的?"
    r"|(?:(?<=[到达占])|(?<=[超不未][过足达])|(?<=[高低大小少多]于))(?:整[体机件]|总体|全部|成品|货物|物项|产品|总)(?:总?(?:价值?|货值|值|重量?|质量))?的"
    r"|(?<=[于过足到达])[ \t]{0,12}\|[^|\n]{1,24}(?:\|[ \t]{0,12})?\n(?:[ \t]{0,24}\|){1,2}"
    r"|(?:核定|规定|计划|额定|总|全部|批准|合同)[\u4e00-\u9fff]{0,6}?(?:量|额|数|重)的?|(?:计划|合同|总和)的"
    r"|(?:(?<=超过)|(?<=[高低大小少多]于))[\u4e00-\u9fff]{2,8}\((?:即|为)?"
    r"|(?:其|该|本)?(?:上一?年度?|当年|年度)?[\u4e00-\u9fff]{0,6}(?:指标|产量|总量|数量|销量|储量|消费量|出口量)的"
    rf"|(?i:(?:(?:{SPELLED})[\s-]{{1,2}}){{1,10}}\()"
    r"|HV|HRC|HB|GBP|USD|EUR|CNY|INR|JPY|CHF|CAD|AUD|KRW|(?:CAN?|C|AU?|NZ|SG?|HK|US)\$|Rs\.?|[$£€¥₹]|零下|(?i:\bminus)|绝对温度){1,7}$"
)
"""What may stand between a comparison and its number."""
SEVERAL_SIDES = regexp(r"\s?[×xX*]\s?[0-9]{1,5}(?:\.[0-9]{1,3})?\s?(?:[mcdµμ]?m\b|[毫厘]?米)")
"""What behind a limit goes on with another side: of which one it is the limit, nobody says."""
BEHIND_A_SIDE = regexp(r"[0-9]\s?[×xX*]\s?$")
"""What right before a limit tells another side: ``1,280 x 1,024 pixels or more``."""


def value_of(match: re.Match[str], unit: str | None) -> str | None:
    """Return the number as files write it; a percent as a fraction."""
    if match["of"]:
        return _short(Decimal(1) / _divisor(match["of"]))
    if match["zhhalf"]:
        return "0.5"
    if match["purest"] or match["zhnines"]:
        nines = _ONES.get((match["purest"] or "").lower()) or number(match["zhnines"] or "") or 0
        return f"0.{'9' * nines}"
    if match["half"] or match["moiety"]:
        return "0.005" if match["half"] else "0.5"
    if match["halved"]:
        return "0.5"
    if match["num"]:
        return _fraction(_NUMERATORS[match["num"]], _FRACTIONS[match["den"]], match["of_one"])
    if match["zhden"]:
        return _fraction(number(match["zhover"]) or 0, number(match["zhden"]) or 1, None)
    if match["nines"]:
        return f"0.{'9' * int(match['nines'][0])}{match['nines'][2:]}"
    written = match["value"] or _in_words(match) or _chinese(match)
    if written is None:
        return None
    if unit in MONEY and re.fullmatch(r"[0-9]{1,3}\.[0-9]{3}", written):
        written = written.replace(".", "")
    try:
        plain = Decimal(_plain(written.lstrip("+±"), unit))
    except InvalidOperation:
        return None
    if match["ten"]:
        power = match["ten"].translate(_ASCII).strip(_AROUND_POWER)
        return f"1e{int(power)}"
    told = (match[name] for name in ("power", "down", "raised", "e"))
    power = next(filter(None, told), None) or (match["super"] or "").translate(_ASCII)
    if power:
        return f"{_short(plain)}e{int(power)}"
    if match["many"]:
        plain = plain * 10 ** _MANY[match["many"].strip()]
    if unit == "%":
        plain = plain / 100
    if unit in PARTS:
        plain = plain / PARTS[unit]
    return _short(plain)


def _divisor(told: str) -> Decimal:
    """Return of how many one is told: ``1:500``, ``one part in five hundred``, ``1 in 1,000``."""
    digits = told.replace(",", "")
    if digits.isdigit():
        return Decimal(digits)
    many, _, scale = told.lower().partition(" ")
    many = many.split("-")[0]
    ones = _ONES.get(many) or _TEENS.get(many) or _TENS.get(many) or 1
    return Decimal(ones * _SCALES[scale])


_NUMERATORS = {"a": 1, "an": 1, **_ONES}


def _fraction(over: int, under: int, of_one: str | None) -> str:
    """Return a share told as a fraction (``two-thirds``, ``one-tenth of one percent``)."""
    share = Decimal(over) / Decimal(under) / (100 if of_one else 1)
    return _short(round(share, _PLACES) if under == _THIRDS else share)


_THIRDS = 3


def _in_words(match: re.Match[str]) -> str | None:
    if not match["word"]:
        return None
    whole, part = Decimal(0), Decimal(0)
    plain, _, places = match["word"].partition(" point ")
    for word in re.findall("[a-z]+", plain):
        scale = _SCALES.get(word)
        if word == "half":
            part += Decimal("0.5")
        elif scale == _SCALES["hundred"]:
            part = (part or Decimal(1)) * scale
        elif scale:
            whole, part = whole + (part or Decimal(1)) * scale, Decimal(0)
        else:
            part += _ONES.get(word) or _TEENS.get(word) or _TENS.get(word) or 0
    digits = "".join(str(_ONES.get(one, 0)) for one in places.split())
    return f"{_short(whole + part)}.{digits}" if digits else _short(whole + part)


def _chinese(match: re.Match[str]) -> str | None:
    whole, _, rest = (match["zh"] or match["share"] or "").partition("点")
    myriads, _, ones = whole.rpartition("万")
    value = 0 if ones == "零" else number(ones) if ones else None
    if myriads and value is not None:
        value += 10_000 * (number(myriads) or 0)
    if value is None:
        return None
    digits = "".join(str(number(one)) for one in rest)
    told = f"{value}.{digits}" if digits else str(value)
    return _short(Decimal(told) * 10_000) if match["wan"] else told


def _plain(written: str, unit: str | None) -> str:
    """Return the digits of ``2,200`` or ``99,99``: a comma parts thousands only before three."""
    joined = re.sub("[ '’]", "", written)
    if "," not in joined:
        return joined
    thousands = re.fullmatch(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", joined) is not None
    if thousands and not (unit == "%" and Decimal(joined.replace(",", "")) > 1000):
        return joined.replace(",", "")
    return joined.replace(",", ".")


def _short(value: Decimal) -> str:
    return format(value.normalize(), "f")


_POWERS_OF_METRE = {"-9": "nm", "-6": "um", "-3": "mm"}


def plain_length(value: str | None, unit: str | None) -> tuple[str | None, str | None]:
    """Return a length told as a power of metres in its own unit: ``50×10⁻⁶m`` is 50 um."""
    digits, _, power = (value or "").partition("e")
    small = _POWERS_OF_METRE.get(power) if unit == "m" else None
    return (digits, small) if small else (value, unit)
