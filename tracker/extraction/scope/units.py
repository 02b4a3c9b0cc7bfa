"""Which unit stands behind a number, and how do files write it?

A unit is put together of parts (``g/cm3``, ``cubic metres per hour``): a prefix, a base, a power,
and what divides it. Every spelling leads to one way of writing.
"""

import re
from functools import cache

from tracker.extraction.spelling.regexps import regexp

PREFIXES = (
    ("", "", ""),
    ("f", "femto", "飞"),
    ("p", "pico", "皮"),
    ("n", "nano", "纳"),
    ("u", "micro", "微"),
    ("m", "milli", "毫"),
    ("c", "centi", "厘"),
    ("k", "kilo", "千"),
    ("M", "mega", "兆"),
    ("G", "giga", "吉"),
    ("T", "tera", "太"),
)
"""As symbols, in English, in Chinese."""

BASES: tuple[tuple[str, str, str], ...] = (
    ("m", "metre metres meter meters", "米"),
    ("g", "gram grams gramme grammes", "克"),
    ("s", "second seconds sec", "秒"),
    ("Wh", "watt-hour watt-hours watthours", "瓦时 瓦小时"),
    ("W", "watt watts", "瓦 瓦特"),
    ("Hz", "hertz", "赫兹 赫"),
    ("Pa", "pascal pascals", "帕 帕斯卡"),
    ("V", "volt volts", "伏 伏特"),
    ("Ah", "ampere-hour ampere-hours amp-hours", "安时 安培时 安·时"),
    ("A", "ampere amperes amp amps", "安 安培"),
    ("T", "tesla teslas", "特斯拉 特"),
    ("N", "newton newtons", "牛顿 牛"),
    ("J", "joule joules", "焦耳 焦"),
    ("eV", "electronvolt electronvolts electron-volts", "电子伏 电子伏特"),
    ("l", "litre litres liter liters", "升"),
    ("B", "byte bytes", "字节"),
    ("bit", "bit bits", "比特"),
    ("Oe", "oersted oersteds", "奥斯特 奥"),
    ("ohm", "ohm ohms", "欧姆 欧"),
    ("rad", "radian radians", "弧度"),
    ("bar", "bar bars", "巴"),
    ("F", "farad farads", "法拉"),
    ("K", "kelvin kelvins", "开尔文 开"),
    ("S", "siemens", "西门子 西"),
    ("mol", "mole moles", "摩尔"),
    ("Bq", "becquerel becquerels", "贝可 贝克勒尔"),
    ("Sv", "sievert sieverts", "希沃特"),
    ("Gy", "gray grays", "戈瑞"),
    ("FLOPS", "FLOPS", "FLOPS"),
    ("OPS", "OPS", "OPS"),
    ("lm", "lumen lumens", "流明"),
)
"""Bases that take a prefix: symbol, English words, Chinese words."""

WHOLE: tuple[tuple[str, str], ...] = (
    ("%", "% percent per_cent per_cent. per_centum percentum pct"),
    ("%", "个百分点 percentage_points percentage_point atom_percent atomic_percent mole_percent"),
    ("%", "weight_percent mass_percent volume_percent mol_percent at_percent wt_percent"),
    ("%", "wt% wt.% wt_% wt._% at% at.% mol% mol_% vol% vol.% mass% mass_% weight_% weight-%"),
    ("‰", "‰ per_mille per_mil parts_per_thousand"),
    ("ppm", "ppm parts_per_million ppmw"),
    ("ppb", "ppb parts_per_billion"),
    ("ppt", "ppt parts_per_trillion"),
    ("degC", "℃ °C º C ºC ° C [deg]C [deg]_C deg_C degC degrees_Celsius degree_Celsius degrees_C"),
    ("degC", "摄氏度 degrees_centigrade"),
    ("deg", "° 度 degrees degree"),
    ("um", "micron microns"),
    ("qubits", "qubits qubit 量子比特 个量子比特 physical_qubits logical_qubits"),
    ("qubits", "fully_controlled,_connected,_and_working_physical_qubits"),
    ("qubits", "fully_controlled,_connected_and_working_physical_qubits"),
    ("qubits", "fully_controlled,_connected,_and_working_'physical_qubits' 'physical_qubits'"),
    ("qubits", "fully_controlled,_connected_and_working_'physical_qubits' 'logical_qubits'"),
    ("qubits", "fully_controlled_physical_qubits fully_controlled_'physical_qubits'"),
    ("kB", "Kbyte Kbytes kbyte kbytes"),
    ("MB", "Mbyte Mbytes MByte MBytes"),
    ("GB", "Gbyte Gbytes GByte GBytes"),
    ("TB", "Tbyte Tbytes TByte TBytes"),
    ("N s", "N·s N-s newton-seconds newton_seconds newton-second newton_second"),
    ("Wh", "watt_hours watt_hour"),
    ("kW", "KW"),
    ("kWh", "kilowatt_hours kilowatt_hour"),
    ("Ah", "ampere_hours ampere_hour amp_hours"),
    ("uF", "微法"),
    ("nF", "纳法"),
    ("pF", "皮法"),
    ("km", "公里"),
    ("kg", "公斤 kilos kilo kgs KG Kg KGS"),
    ("t", "吨 公吨 tonne tonnes ton tons metric_ton metric_tons metric_tonnes MT mt t"),
    ("t", "dry_metric_tonnes dry_metric_tons wet_metric_tonnes wet_metric_tons dry_tonnes"),
    ("ml", "毫升"),
    ("in", "inch inches 英寸"),
    ("ft", "ft foot feet 英尺"),
    ("nmi", "nmi nautical_miles nautical_mile 海里"),
    ("lb", "lb lbs pounds 磅"),
    ("oz", "oz ounces ounce 盎司"),
    ("ct", "ct carats carat 克拉"),
    ("mesh", "mesh 目"),
    ("psi", "psi"),
    ("MTOPS", "MTOPS"),
    ("WT", "WT weighted_teraflops"),
    ("atm", "atm atmospheres 大气压 个大气压"),
    ("Torr", "Torr torr 托"),
    ("Nm", "newton-metre newton-metres newton-meter newton-meters N-m"),
    ("Nm", "newton_metre newton_metres newton_meter newton_meters"),
    ("1", "atoms particles neutrons photons ions electrons dislocations"),
    ("kgf", "kgf 公斤力 千克力"),
    ("fps", "fps frames_per_second 帧/秒 帧每秒"),
    ("arcsec", "arcsec arc_second arcsecond arc_seconds arcseconds arc-seconds 角秒"),
    ("arcmin", "arcmin arc_minute arcminute arc_minutes arcminutes arc-minutes 角分"),
    ("kn", "knots knot 节"),
    ("Da", "Da dalton daltons 道尔顿"),
    ("kDa", "kDa kilodaltons 千道尔顿"),
    ("tex", "tex 特克斯"),
    ("cP", "cP centipoise 厘泊"),
    ("points", "points 点 个点"),
    ("gal", "gallons gallon"),
    ("elements", "elements detector_elements array_elements 个像元 个阵元"),
    ("channels", "channels 个通道 通道"),
    ("rollers", "旋轮 个旋轮 rollers roller"),
    ("laser_beams", "束激光 激光束 laser_beams laser_beam"),
    ("lasers", "个激光器 台激光器 激光器 lasers"),
    ("nozzles", "个喷嘴 个喷头 喷嘴 喷头 nozzles"),
    ("chambers", "个腔室 腔室 chambers"),
    ("filaments", "filaments 根单丝"),
    ("transistors", "transistors 个晶体管"),
    ("ports", "ports"),
    ("heads", "heads bonding_heads printing_heads 键合头 个键合头 打印头"),
    ("nodes", "nodes computing_nodes 个节点 计算节点 个计算节点"),
    ("aircraft", "aircraft unmanned_aircraft 架航空器 架无人机 架无人驾驶航空器 无人机 航空器"),
    ("wafers", "wafers 片晶圆 枚晶圆 片衬底 晶圆"),
    ("sets", "sets"),
    ("uGal", "uGal µGal microgal microgals"),
    ("mGal", "mGal milligal milligals"),
    ("cycles", "cycles charge_cycles 次循环 个循环"),
    ("h", "h hour hours 小时 hr hrs"),
    ("min", "min minute minutes 分钟"),
    ("day", "day 日 天"),
    ("rpm", "rpm r/min 转/分 转/分钟 转每分 转每分钟 revolutions_per_minute"),
    ("MGOe", "MGOe 兆高奥 兆高斯奥斯特"),
    ("Gs", "高斯 gauss"),
    ("layers", "层 layers layer"),
    ("axes", "轴 axes axis 个轴 联动轴 controlled_axes linear_axes rotary_axes simultaneous_axes"),
    ("HV", "HV"),
    ("HRC", "HRC"),
    ("HRB", "HRB"),
    ("HB", "HB HBW"),
    ("Gbps", "Gbps Gb/s"),
    ("JPY", "JPY JPY yen 日元 Japanese_yen"),
    ("CNY", "元人民币 CNY RMB 元 人民币 yuan 元人民币"),
    ("GBP", "GBP pounds_sterling pound_sterling sterling 英镑"),
    ("USD", "USD US$ 美元 US_dollars United_States_dollars dollars"),
    ("CAD", "CAD Canadian_dollars 加元"),
    ("AUD", "AUD Australian_dollars 澳元"),
    ("INR", "INR Rs Indian_rupees rupees 卢比"),
    ("KRW", "KRW won Korean_won 韩元"),
    ("CHF", "CHF Swiss_francs 瑞士法郎"),
    ("EUR", "EUR 欧元 euros euro"),
    ("dB", "dB decibel decibels 分贝"),
    ("dBc", "dBc"),
    ("dBm", "dBm"),
    ("dBi", "dBi"),
    ("GS/s", "GS/s GSa/s GSPS gigasamples_per_second"),
    ("MS/s", "MS/s MSa/s MSPS megasamples_per_second"),
    ("nit", "nit nits 尼特"),
    ("kWh", "度电"),
    ("rev", "转 revolutions revolution"),
    ("px", "pixels 像素 pixel"),
    ("ohm cm", "ohm-cm ohm_cm Ω·cm Ω·cm Ωcm Ω-cm 欧姆·厘米 欧·厘米 欧姆厘米 ohm-centimetre"),
    ("ohm cm", "ohm-centimeter ohm-centimetres ohm-centimeters ohm.cm ohm·cm"),
    ("ohm cm", "ohm_centimeters ohm_centimetres ohm_centimeter ohm_centimetre"),
    ("ohm cm", "欧姆·公分 欧姆・公分 欧姆公分 欧姆-厘米 欧姆・厘米"),
)
"""Units that take none; a blank in a spelling is written ``_``."""

TIMES = frozenset({"h", "min", "s", "ms", "us", "ns", "ps", "fs", "day"})
"""Units of time: limits only where something that lasts is measured."""

COUNTED = (
    "points",
    "wafer",
    "dies",
    "units",
    "pieces",
    "times",
    "片",
    "件",
    "次",
    "台",
    "粒",
    "辆",
)
"""What is counted in a rate: ``wafers per hour``."""

_POWERS_BEFORE = {"cubic": "3", "square": "2", "立方": "3", "平方": "2"}
_POWER = regexp(r" ?(?:\^|\*\*|\\)?(?P<n>[23²³])\\?(?![0-9A-Za-z])")
_PER = regexp(r" ?/ ?(?P<open>\()?| per |每| an? (?=day|hour|minute|second)")
_MINUTE = regexp(r"分(?![钟米贝之子别])")
"""A minute that is written short, behind a stroke: ``℃/分``."""
_FIRST_PER = regexp(r"/ ?|per (?=square|cubic|[cm]?m[23²³]|K\b|degree)|每(?=平方|立方)")
"""What begins a unit that only divides (``10^4 per cm2``)."""
_INVERSE = regexp(r"(?:\^|\*\*)?\(?[-\u207b\u2212](?P<n>[1-3¹²³])\)?(?![0-9A-Za-z])")
_BESIDE = regexp(r" ?[·⋅]? ?(?=[A-Za-z]{1,3}(?:\^)?[-\u207b\u2212][1-3¹²³])")
_HALF = regexp(r"\s?\^?\(?(?:1/2|0\.5|½)\)?")
"""The power of a half, as in the unit of fracture toughness."""
_TIMES_SIGN = regexp(
    r" ?[·⋅] ?|\.(?=[A-Za-z])| (?=[A-Za-z]{1,3}\)|kelvin\b)|-(?=K\b)|(?<=/m) (?=K\b)"
    r"|(?<=hm) (?=c?m\b)|(?<=Ω) (?=c?m\b)"
    r"|(?<=Pa|ar|rr|tm)[ -](?=(?:[lL]|c?m[3³])(?: ?/ ?| per )(?:s|min|h)[a-z]*\b)"
)
_LONGEST = 60


@cache
def _spellings() -> dict[str, str]:
    found: dict[str, str] = {}
    for symbol, english, chinese in BASES:
        for sign, word, character in PREFIXES:
            written = sign + symbol
            found.setdefault(written, written)
            if sign == "u":
                found.update(
                    dict.fromkeys(
                        (f"{mu}{symbol}" for mu in ("µ", "μ", "[mu]", "[micro]")), written
                    )
                )
            found.update({f"{word}{one}".lower(): written for one in english.split()})
            found.update({f"{word}-{one}".lower(): written for one in english.split() if word})
            found.update({f"{character}{one}": written for one in chinese.split()})
            if sign == "G":
                found.update({f"千兆{one}": written for one in chinese.split()})
    for symbol, spelt in WHOLE:
        for one in spelt.replace("º C", "º_C").replace("° C", "°_C").split():
            found[one.replace("_", " ")] = symbol
            found[one.replace("_", " ").lower()] = symbol
    found["Ω"] = found["Ω"] = "ohm"
    for sign, micro in (("u", "µ"), ("u", "μ"), ("m", "m"), ("k", "k"), ("M", "M")):
        found.update({f"{micro}{omega}": f"{sign}ohm" for omega in "ΩΩ"})
    found["L"] = "l"
    found["cc"] = "cm3"
    found.update({f"{sign}pa": f"{sign}Pa" for sign in "kMG"})
    found["mL"] = "ml"
    found.pop("cd", None)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    known = sorted({*_spellings(), *COUNTED, *_POWERS_BEFORE}, key=len, reverse=True)
    short = [re.escape(one) for one in known if len(one) <= 4 and one.isascii()]
    long = [re.escape(one) for one in known if len(one) > 4 and one.isascii()]
    other = [re.escape(one) for one in known if not one.isascii()]
    return re.compile(
        f"(?:(?i:{'|'.join(long)})|{'|'.join(short)})(?![A-Za-z])|{'|'.join(other)}|%"
    )


def unit_at(text: str, at: int) -> tuple[str | None, int]:
    """Return the unit that stands at ``at``, and where it ends; ``None`` where there is none.

    Example: ``克/立方厘米`` is ``g/cm3``, ``cubic metres per hour`` is ``m3/h``.
    """
    start = at
    while at < len(text) and text[at] in " -\u2011" and at - start < 2:
        at += 1
    per = _FIRST_PER.match(text, at)
    first, end = _part(text, per.end() if per else at)
    if first is None or (per is not None and first == "%"):
        return None, start
    written, end = _raised(text, f"/{first}" if per else first, end)
    for _ in range(2):
        over = _PER.match(text, end)
        joint = over or _BESIDE.match(text, end) or _TIMES_SIGN.match(text, end)
        if joint is None or first == "%":
            break
        minute = _MINUTE.match(text, joint.end()) if over else None
        after, stop = ("min", minute.end()) if minute else _part(text, joint.end())
        if after is None or after == "%":
            break
        after, stop = _raised(text, after, stop)
        divides = over is not None or after.startswith("/")
        told = after.removeprefix("/")
        if "/" in written.removeprefix("/"):
            written = _divided_further(written, told)
        else:
            written = f"{written}/{told}" if divides else f"{written}{told}"
        end = stop + (joint.groupdict().get("open") is not None and text[stop : stop + 1] == ")")
    if written == "MPam" and (half := _HALF.match(text, end)) is not None:
        end = half.end()
    if "(" in text[at:end] and text[end : end + 1] == ")":
        end += 1
    end = _said_again(text, end, written)
    if written in COUNTED or written in _POWERS_BEFORE or written == "1":
        return None, start
    if written.startswith("/"):
        written = f"1{written}"
    return _WRITTEN.get(written, written), end


_AGAIN = regexp(r"\s?\((?P<symbol>[^()\s0-9]{1,10})\)")


def _said_again(text: str, end: int, written: str) -> int:
    """Return the end of a unit with its symbol behind its Chinese name: ``千米（km）``."""
    again = _AGAIN.match(text, end) if text[end - 1 : end] > "\u2e7f" else None
    if again is None:
        return end
    symbol, stop = _part(again["symbol"], 0)
    return again.end() if symbol is not None and stop == len(again["symbol"]) else end


def _divided_further(written: str, told: str) -> str:
    """Put one more part below the stroke: ``W/m`` and ``K`` are ``W/(m K)``."""
    above, _, below = written.partition("/")
    return f"{above}/({below.strip('()')} {told})"


def _raised(text: str, symbol: str, end: int) -> tuple[str, int]:
    """Return a part that is raised to a power below nought as one that divides: ``cm-2``."""
    found = _INVERSE.match(text, end)
    if found is None or symbol == "%":
        return symbol, end
    power = {"¹": "", "1": "", "²": "2", "³": "3"}.get(found["n"], found["n"])
    return f"/{symbol.removeprefix('/')}{power}", found.end()


_WRITTEN = {
    "rev/min": "rpm",
    "W/mK": "W/(m K)",
    "m/(s s)": "m/s2",
    "ohmcm": "ohm cm",
    "ohmm": "ohm m",
    **{f"{sign}ohm{of}": f"{sign}ohm {of}" for sign in "umkM" for of in ("cm", "m")},
    "Gb/s": "Gbps",
    "GB/(s mm2)": "GB/s/mm2",
    "TB/(s mm2)": "TB/s/mm2",
    "uFV/g": "uF V/g",
    "MPam": "MPa m1/2",
    **{
        f"{pressure}{flow}/s": f"{pressure} {flow}/s"
        for pressure in ("Pa", "mPa", "kPa", "mbar", "bar", "Torr", "atm")
        for flow in ("l", "m3", "cm3")
    },
    "cm3": "cm3",
    "ml": "cm3",
    "m3/day": "m3/day",
    "Wh/kg": "Wh/kg",
}
"""Units that files write in another way than their parts."""


def _part(text: str, at: int) -> tuple[str | None, int]:
    """Return one part of a unit: ``cm3``, ``square metres``, ``立方米``."""
    found = _pattern().match(text, at, at + _LONGEST)
    if found is None:
        return None, at
    power = _POWERS_BEFORE.get(found.group().lower())
    if power is not None:
        base, end = _part(text, found.end() + (text[found.end() : found.end() + 1] == " "))
        return (None, at) if base is None else (base + power, end)
    word = found.group()
    known = _spellings()
    symbol = known.get(word) or known.get(word.lower()) or word
    raised = _POWER.match(text, found.end())
    if raised is not None and (symbol == "s" or (symbol[-1:] in "mn" and len(symbol) <= 2)):
        return symbol + {"²": "2", "³": "3"}.get(raised["n"], raised["n"]), raised.end()
    return symbol, found.end()


_TOLD_BY_NAME = (
    ("cycles", "次", regexp(r"(?:循环|充放电|开关寿命|疲劳)[^,。;]{0,20}$")),
    ("bit", "位", regexp(r"(?:密钥|位宽|字长|量化|分辨率|分辨力|模数|数模)[^,。;]{0,16}$")),
    ("C", "C", regexp(r"(?:倍率|(?i:charge\srate|C[- ]rate))[^,。;]{0,24}$")),
)
"""Units that count as such only behind the name of what is measured in them."""


_BY_NAME = 48


def unit_by_name(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the unit that only the quantity tells: ``密钥长度超过64位``, not ``第64位``."""
    at = end + (text[end : end + 1] == " ")
    for unit, sign, named in _TOLD_BY_NAME:
        behind = text[at + 1 : at + 2]
        goes_on = sign.isascii() and behind.isascii() and behind.isalnum()
        if (
            text.startswith(sign, at)
            and not goes_on
            and named.search(text, max(0, start - _BY_NAME), start)
        ):
            return unit, at + 1
    return None
