"""Which quantities, units and comparisons do texts write, and what are they called?

Tables only; `tracker.extraction.thresholds` reads with them.
"""

import re
from dataclasses import dataclass
from typing import Literal

Operator = Literal[">=", ">", "<=", "<"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Words before or behind a number that make it a limit."""

    operator: Operator
    place: Literal["before", "behind"]
    words: str
    finer: bool = False
    """Better means smaller here (``精度优于``)."""


COMPARISONS: tuple[Comparison, ...] = (
    Comparison(
        operator=">=",
        place="before",
        words=r"大于等于|大于或等于|大于或者等于|等于或大于|等于或者大于|高于或等于|等于或高于|高于等于|不小于|不低于|不少于|不得低于|不得少于|达到或超过"
        r"|达到|至少|≥|>=|>\s?="
        r"|(?i:greater than or equal to|equal to or greater than|equal to or (?:more"
        r"|higher) than|equal to or exceeding|equals or exceeds|more than or equal to"
        r"|higher than or equal to|exceeding or equal to|not less than|no less than"
        r"|not lower than|not below|at least|a minimum of|reach(?:es|ing)?|of or above"
        r"|at or above)",
    ),
    Comparison(
        operator="<=",
        place="before",
        words=r"优于或等于|等于或优于|优于或者等于"
        r"|(?i:better than or equal to|equal to or better than"
        r"|equal to or smaller than|smaller than or equal to|finer than or equal to)",
        finer=True,
    ),
    Comparison(
        operator="<=",
        place="before",
        words=r"小于等于|小于或等于|小于或者等于|等于或小于|等于或者小于|低于或等于|等于或低于|低于等于|不大于|不高于|不超过|不多于|不得超过|不得高于|至多"
        r"|≤|<=|<\s?="
        r"|(?i:less than or equal to|equal to or less than|equal to or lower than"
        r"|lower than or equal to|not more than|no more than|not exceeding"
        r"|not to exceed|(?:does|do|shall|must|may) not exceed|not greater than"
        r"|no greater than|not above|not higher than|at most|up to|a maximum of"
        r"|at or below)",
    ),
    Comparison(
        operator=">",
        place="before",
        words=r"大于|超过|高于|多于|超出|＞|>"
        r"|(?i:greater than|more than|exceeding|exceeds?|in excess of"
        r"|higher than|larger than|above|over)",
    ),
    Comparison(
        operator="<",
        place="before",
        words=r"小于|低于|少于|不足|不到|优于|＜|<"
        r"|(?i:less than|lower than|smaller than|better than"
        r"|finer than|fewer than|below|under)",
    ),
    Comparison(
        operator=">=",
        place="behind",
        words=r"及以上|或以上|或者以上|和以上|以上|及其以上|或更高|或更大|或更多"
        r"|(?i:,?\s?(?:or|and)\s(?:more|greater|higher|above|over|larger|upwards?|longer))",
    ),
    Comparison(
        operator="<=",
        place="behind",
        words=r"及以下|或以下|或者以下|和以下|以下|及其以下|或更低|或更小|或更少|或更优"
        r"|(?i:,?\s?(?:or|and)\s(?:less|lower"
        r"|below|under|smaller|fewer|finer|better))",
    ),
)
"""Longer words first: ``大于等于`` is tried before ``大于``."""

UNITS: tuple[tuple[str, str], ...] = (
    ("%", r"%|(?i:per\s?cent(?:um)?|percentage points?|pct)|百分之"),
    ("ppm", r"ppm|百万分之"),
    ("g/cm3", r"g/cm\s?(?:3|³|\^3)|克/立方厘米|克每立方厘米|(?i:grams? per cubic cent\w+)"),
    ("mAh/g", r"mAh/g|毫安时/克|毫安时每克|毫安·时/克"),
    ("Wh/kg", r"Wh/kg|瓦时/千克|瓦时/公斤|瓦时每千克|(?i:watt-?\s?hours? per kilogram)"),
    ("Wh/L", r"Wh/[lL]|瓦时/升"),
    ("ohm cm", r"(?:Ω|Ω|ohm|欧姆|欧)\s?[·.-]?\s?(?:cm|厘米)|(?i:ohm[\s-]cent\w+)"),
    ("kJ/m3", r"kJ/m\s?(?:3|³)|千焦/立方米"),
    ("kA/m", r"kA/m|千安/米"),
    ("MGOe", r"MGOe|兆高奥"),
    ("m3/h", r"m(?:3|³)/h|立方米/小时|立方米每小时"),
    ("m3/day", r"m(?:3|³)/d(?:ay)?|立方米/(?:天|日)"),
    ("m/s", r"m/s|米/秒|米每秒|(?i:met(?:er|re)s? per second)"),
    ("rpm", r"rpm|r/min|转/分|转每分|(?i:revolutions per minute)"),
    ("m2/g", r"m(?:2|²)/g|平方米/克"),
    ("A/mm2", r"A/mm\s?(?:2|²)|安/平方毫米|(?i:amperes? per square millimet(?:er|re))"),
    ("kOe", r"kOe(?![A-Za-z])|千奥斯特|(?i:kilo-?oersteds?)"),
    ("ppb", r"ppb(?![A-Za-z])|十亿分之"),
    ("in", r"(?i:inch(?:es)?)|英寸"),
    ("mW", r"mW(?![A-Za-z])|毫瓦|(?i:milliwatts?)"),
    ("mT", r"mT(?![A-Za-z])|毫特|(?i:milliteslas?)"),
    ("keV", r"keV(?![A-Za-z])"),
    ("bar", r"bar(?![A-Za-z])"),
    ("cm3", r"cm\s?(?:3|³)|立方厘米|毫升|m[lL](?![A-Za-z])|(?i:cubic cent\w+)"),
    ("mm2", r"mm\s?(?:2|²)|平方毫米"),
    ("cm2", r"cm\s?(?:2|²)|平方厘米|(?i:square cent\w+)"),
    ("m2", r"m\s?²|平方米|(?i:square met\w+)"),
    ("m3", r"m\s?³|立方米|(?i:cubic met\w+)"),
    ("nm", r"nm(?![A-Za-z])|纳米|(?i:nanomet(?:er|re)s?)|(?i:nanometer)"),
    ("um", r"(?:[μµu]|\[mu\]|\[micro\])m(?![A-Za-z])|微米|(?i:micro(?:n|met(?:er|re))s?)"),
    ("mm", r"mm(?![A-Za-z])|毫米|(?i:millimet(?:er|re)s?)"),
    ("cm", r"cm(?![A-Za-z])|厘米|(?i:centimet(?:er|re)s?)"),
    ("km", r"km(?![A-Za-z])|公里|千米|(?i:kilomet(?:er|re)s?)"),
    ("kg", r"kg(?![A-Za-z])|千克|公斤|(?i:kilogram(?:me)?s?|kilos?)"),
    ("mg", r"mg(?![A-Za-z])|毫克"),
    ("t", r"(?:metric\s)?(?i:tonnes?|tons?)(?![A-Za-z])|吨|(?<=[0-9]\s)t(?![A-Za-z])"),
    ("GPa", r"GPa(?![A-Za-z])|吉帕|(?i:gigapascals?)"),
    ("MPa", r"MPa(?![A-Za-z])|兆帕|(?i:megapascals?)"),
    ("kPa", r"kPa(?![A-Za-z])|千帕"),
    ("Pa", r"Pa(?![A-Za-z])|帕|(?i:pascals?)"),
    (
        "degC",
        r"℃|(?:°|º|\[deg\])\s?C(?![A-Za-z])|摄氏度|(?i:deg(?:ree)?s?\s?(?:C(?![A-Za-z])"
        r"|celsius|centigrade))",
    ),
    ("K", r"K(?![A-Za-z])|开尔文|开|(?i:kelvins?)"),
    ("GHz", r"GHz(?![A-Za-z])|吉赫"),
    ("MHz", r"MHz(?![A-Za-z])|兆赫"),
    ("kHz", r"kHz(?![A-Za-z])|千赫"),
    ("Hz", r"Hz(?![A-Za-z])|赫兹"),
    ("kW", r"kW(?![A-Za-z])|千瓦"),
    ("MW", r"MW(?![A-Za-z])|兆瓦"),
    ("W", r"W(?![A-Za-z])|瓦|(?i:watts?)"),
    ("kV", r"kV(?![A-Za-z])|千伏"),
    ("V", r"V(?![A-Za-z])|伏|(?i:volts?)"),
    ("T", r"T(?![A-Za-z])|特斯拉|(?i:teslas?)"),
    ("kN", r"kN(?![A-Za-z])|千牛"),
    ("N", r"N(?![A-Za-z])|牛顿|牛|(?i:newtons?)"),
    ("layers", r"层|(?i:layers?)"),
    ("axes", r"轴|(?i:ax(?:es|is)\b)"),
    ("HV", r"HV(?![A-Za-z])"),
    ("HRC", r"HRC(?![A-Za-z])"),
    ("HRB", r"HRB(?![A-Za-z])"),
    ("l", r"升|(?i:lit(?:er|re)s?)"),
    ("g", r"g(?![A-Za-z])|克|(?i:grams?)"),
    ("m", r"m(?![A-Za-z])|米|(?i:met(?:er|re)s?\b)"),
    ("CNY", r"元|(?i:yuan)"),
    ("USD", r"美元|(?i:US dollars?)"),
)
"""Unit as files write it, and the ways in which texts write it; longer ways first."""

NO_LIMIT = re.compile(
    r"\s?(?:个?(?:工作日|月|小时|分钟)|日|天|年|周|家|名|人|项|条|次|位|件|号|款|分(?!之)|批|国"
    r"|(?i:(?:calendar\s|working\s|business\s|consecutive\s)?(?:days?|months?|years?"
    r"|weeks?|hours?|minutes?|seconds?)\b|entit|compan|firms?\b|items?\b|countr"
    r"|persons?\b|people\b|comments?\b|pages?\b|applications?\b|staff|employees|a\.m"
    r"|p\.m|views?\b|times\b))"
)
"""What right behind a number says that it is a time or a head count and no limit of goods."""

COUNTS = frozenset({"layers", "axes"})
UNITLESS = frozenset({"axes"})
"""Units that only count; they are told by the name of the quantity."""

BY_UNIT = {
    "%": "content",
    "ppm": "content",
    "kg": "quantity",
    "g": "quantity",
    "t": "quantity",
    "axes": "axes",
    "layers": "layers",
    "degC": "temperature",
    "K": "temperature",
    "Pa": "pressure",
    "kPa": "pressure",
    "cm2": "area",
    "m2": "area",
    "cm3": "volume",
    "m3": "volume",
    "g/cm3": "density",
    "Wh/kg": "energy_density",
    "ohm cm": "resistivity",
    "m/s": "speed",
    "rpm": "speed",
    "Hz": "frequency",
    "GHz": "frequency",
    "MHz": "frequency",
    "W": "power",
    "kW": "power",
}
"""What is measured where only the unit tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """What is measured: the key in the terms, and the words for it before or behind the value."""

    what: str
    words: str
    units: frozenset[str] | None = None


QUANTITIES: tuple[Quantity, ...] = (
    Quantity(
        what="value_share",
        words=r"价值[^,。;]{0,6}?比[例重]?|价值占比|占[^,。;]{0,12}?价值"
        r"|(?i:of (?:the )?value|value (?:share"
        r"|ratio|content|proportion)|by value|share of (?:the )?value|in value)",
    ),
    Quantity(
        what="ownership",
        words=r"控股|持股|股权|股份|出资|(?i:owne[dr]\w*|ownership|sharehold\w+|equity|held)",
    ),
    Quantity(
        what="logic_node",
        words=r"逻辑|(?i:logic|process node|technology node)",
        units=frozenset({"nm"}),
    ),
    Quantity(
        what="memory_layers", words=r"存储|(?i:memory|NAND|layers?)", units=frozenset({"layers"})
    ),
    Quantity(what="axes", words=r"轴|(?i:ax(?:es|is))", units=frozenset({"axes"})),
    Quantity(
        what="repeat_positioning_accuracy",
        words=r"重复定位精度|(?i:repeat\w* (?:positioning )?(?:accuracy|precision))",
    ),
    Quantity(
        what="positioning_accuracy", words=r"定位精度|(?i:position\w+ (?:accuracy|precision))"
    ),
    Quantity(what="accuracy", words=r"精度|(?i:accuracy|precision)"),
    Quantity(what="purity", words=r"纯度|(?i:purity|pure)"),
    Quantity(
        what="flexural_strength",
        words=r"抗折强度|抗弯强度|弯曲强度|(?i:flexural strength|bending strength)",
    ),
    Quantity(what="tensile_strength", words=r"抗拉强度|拉伸强度|(?i:tensile strength)"),
    Quantity(what="compressive_strength", words=r"抗压强度|(?i:compressive strength)"),
    Quantity(what="yield_strength", words=r"屈服强度|(?i:yield strength)"),
    Quantity(what="strength", words=r"强度|(?i:strength)"),
    Quantity(what="hardness", words=r"硬度|(?i:hardness)"),
    Quantity(what="compaction_density", words=r"压实密度|(?i:compaction density|tap density)"),
    Quantity(what="energy_density", words=r"能量密度|(?i:energy density)"),
    Quantity(what="performance_density", words=r"性能密度|(?i:performance density)"),
    Quantity(what="critical_current_density", words=r"临界电流密度|(?i:critical current density)"),
    Quantity(what="cooling_power", words=r"制冷功率|(?i:cooling power|cooling capacity)"),
    Quantity(what="impurities", words=r"杂质|(?i:impurit\w+)"),
    Quantity(what="stock", words=r"库存|储备量|(?i:stocks?\b|inventor\w+)"),
    Quantity(what="vacuum", words=r"真空度|(?i:vacuum)(?=.{0,10}\bbelow)"),
    Quantity(what="density", words=r"密度|(?i:density)"),
    Quantity(what="tpp", words=r"总处理性能|(?i:total processing performance|TPP)"),
    Quantity(
        what="first_discharge_capacity",
        words=r"首次放电容量|(?i:first discharge capacity|initial discharge capacity)",
    ),
    Quantity(what="capacity", words=r"容量|(?i:capacity)"),
    Quantity(what="chamber_volume", words=r"炉膛容积|炉膛体积|腔体容积|(?i:chamber volume)"),
    Quantity(what="volume", words=r"容积|体积|(?i:volume)"),
    Quantity(
        what="melting_temperature",
        words=r"熔化温度|熔炼温度|熔点|(?i:melting (?:temperature|point))",
    ),
    Quantity(
        what="working_temperature",
        words=r"工作温度|使用温度|(?i:(?:working|operating) temperature)",
    ),
    Quantity(what="wafer_temperature", words=r"(?i:wafer temperature)|晶圆温度"),
    Quantity(what="critical_temperature", words=r"临界温度|居里温度|(?i:critical temperature)"),
    Quantity(what="temperature", words=r"温度|(?i:temperature)"),
    Quantity(what="resistivity", words=r"电阻率|(?i:resistivity)"),
    Quantity(what="outer_diameter", words=r"外径|(?i:outer diameter|outside diameter)"),
    Quantity(what="inner_diameter", words=r"内径|(?i:inner diameter)"),
    Quantity(what="diameter", words=r"直径|(?i:diameter)"),
    Quantity(what="particle_size", words=r"粒径|粒度|颗粒|(?i:particle size|grain size)"),
    Quantity(what="thickness", words=r"厚度|(?i:thickness|thick)"),
    Quantity(what="wavelength", words=r"波长|(?i:wavelength)"),
    Quantity(what="length", words=r"长度|(?i:length)"),
    Quantity(what="width", words=r"宽度|(?i:width)"),
    Quantity(what="area", words=r"面积|(?i:area)"),
    Quantity(what="remanence", words=r"剩磁|剩余磁感应强度|(?i:remanence)"),
    Quantity(what="coercivity", words=r"矫顽力|(?i:coercivity)"),
    Quantity(what="energy_product", words=r"磁能积|(?i:energy product)"),
    Quantity(what="pressure", words=r"压力|压强|真空度|气压|(?i:pressure|vacuum)"),
    Quantity(what="power", words=r"功率|(?i:power)"),
    Quantity(what="frequency", words=r"频率|(?i:frequency)"),
    Quantity(what="voltage", words=r"电压|(?i:voltage)"),
    Quantity(what="speed", words=r"速度|转速|(?i:speed|velocity)"),
    Quantity(what="flow_rate", words=r"流量|处理量|(?i:flow rate|throughput)"),
    Quantity(what="annual_output_west", words=r"西部", units=frozenset({"t"})),
    Quantity(what="annual_output", words=r"产量|产能|(?i:output|production capacity)"),
    Quantity(what="consignment_quantity", words=r"(?i:consignment|shipment)|单批|每批|一批"),
    Quantity(
        what="content",
        words=r"含量|含[^,。;]{1,4}量|重量计|质量分数|质量比|含有"
        r"|(?i:content|by weight|by mass|concentration"
        r"|contain\w*)",
    ),
    Quantity(what="quantity", words=r"数量|重量|质量|(?i:quantity|weight|mass)"),
    Quantity(what="value", words=r"价值|金额|(?i:value|amount)"),
)
"""Longer names first where one is part of another."""
