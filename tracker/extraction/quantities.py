"""Which quantities and comparisons do texts write, and what are they called?

Tables only; `tracker.extraction.thresholds` reads with them.
"""

import re
from dataclasses import dataclass
from typing import Literal

from tracker.extraction.units import TIMES

DISTANCES = frozenset({"km", "m"})
Operator = Literal[">=", ">", "<=", "<"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Words before or behind a number that make it a limit."""

    operator: Operator
    place: Literal["before", "behind"]
    words: str
    of: str | None = None
    """What is measured, where the comparison itself tells it (``longer than``)."""
    better: bool = False
    """Better means smaller (``精度优于``), but for what is better when there is more of it."""


COMPARISONS: tuple[Comparison, ...] = (
    Comparison(
        operator=">=",
        place="before",
        words=r"大于等于|大于或等于|大于或者等于|等于或大于|等于或者大于|高于或等于|等于或高于|高于等于|不小于|不低于|不少于|不得低于|不得少于|达到或超过"
        r"|达到|至少|≥|>=|>\s?="
        r"|(?:等于|相当于)?(?:或|或者)(?:大于|高于|超过)|最低(?:限)?为|最小为|下限为|起(?:点|始)为"
        r"|(?i:greater than or equal to|equal to or greater than|equal to or above"
        r"|equal to or over|upwards of|a floor of|equal to or (?:more"
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
        r"|higher than|larger than|bigger than|above|over|beyond|surpass(?:es|ing)?)",
    ),
    Comparison(
        operator="<",
        place="before",
        words=r"小于|低于|少于|不足|不到|＜|<"
        r"|(?i:less than|lower than|smaller than|finer than|fewer than|below|under|short of)",
    ),
    Comparison(operator="<", place="before", better=True, words=r"优于|好于|(?i:better than)"),
    Comparison(
        operator=">", place="before", of="length", words=r"长于|(?i:longer than|taller than)"
    ),
    Comparison(operator="<", place="before", of="length", words=r"短于|(?i:shorter than)"),
    Comparison(operator=">", place="before", of="thickness", words=r"厚于|(?i:thicker than)"),
    Comparison(operator="<", place="before", of="thickness", words=r"薄于|(?i:thinner than)"),
    Comparison(
        operator=">", place="before", of="width", words=r"宽于|(?i:wider than|broader than)"
    ),
    Comparison(operator="<", place="before", of="width", words=r"窄于|(?i:narrower than)"),
    Comparison(operator=">", place="before", of="weight", words=r"重于|(?i:heavier than)"),
    Comparison(operator="<", place="before", of="weight", words=r"轻于|(?i:lighter than)"),
    Comparison(operator=">", place="before", of="speed", words=r"快于|(?i:faster than)"),
    Comparison(operator="<", place="before", of="speed", words=r"慢于|(?i:slower than)"),
    Comparison(operator=">", place="before", of="depth", words=r"深于|(?i:deeper than)"),
    Comparison(operator=">", place="before", of="temperature", words=r"(?i:hotter than)"),
    Comparison(operator="<", place="before", of="temperature", words=r"(?i:colder than)"),
    Comparison(
        operator=">=",
        place="behind",
        words=r"及以上|或以上|或者以上|和以上|以上|及其以上|或更高|或更大|或更多|或更长|或更厚|或更重|起"
        r"|(?i:,?\s?(?:or|and)\s(?:more|greater|higher|above|over|larger|upwards?|longer|bigger|thicker|wider|heavier|faster|up|beyond))",
    ),
    Comparison(
        operator="<=",
        place="behind",
        words=r"及以下|或以下|或者以下|和以下|以下|及其以下|或更低|或更小|或更少|或更短|或更薄|以内"
        r"|(?i:,?\s?(?:or|and)\s(?:less|lower"
        r"|below|under|smaller|fewer|finer|shorter|thinner|narrower|lighter|slower|down))",
    ),
    Comparison(
        operator="<=",
        place="behind",
        better=True,
        words=r"或更优|或更好|及更优|(?i:,?\s?(?:or|and)\sbetter)",
    ),
)
"""Longer words first: ``大于等于`` is tried before ``大于``."""

NO_LIMIT = re.compile(
    r"\s?(?:个?(?:工作日|月|小时|分钟)|日|天|年|周|家|名|人|项|条|次|位|件|号|款|分(?!之)|批|国"
    r"|(?i:(?:calendar\s|working\s|business\s|consecutive\s)?(?:days?|months?|years?"
    r"|weeks?|hours?|minutes?|seconds?)\b|entit|compan|firms?\b|items?\b|countr"
    r"|persons?\b|people\b|comments?\b|pages?\b|applications?\b|staff|employees|a\.m"
    r"|p\.m|views?\b|times\b))"
)
"""What right behind a number says that it is a time or a head count and no limit of goods."""

MORE_IS_BETTER = frozenset(
    {
        "purity",
        "strength",
        "tensile_strength",
        "flexural_strength",
        "modulus",
        "energy_density",
        "capacity",
        "density",
        "energy_product",
        "coercivity",
        "remanence",
        "hardness",
        "content",
    }
)
"""What is better when there is more of it."""

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
    "GBP": "value",
    "USD": "value",
    "CNY": "value",
    "EUR": "value",
    "HV": "hardness",
    "HRC": "hardness",
    "MGOe": "energy_product",
    **dict.fromkeys(TIMES, "duration"),
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
    "mW": "power",
    "MW": "power",
    "MPa": "pressure",
    "bar": "pressure",
    "kHz": "frequency",
    "V": "voltage",
    "kV": "voltage",
    "nm": "size",
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
        what="duration",
        words=r"续航|航时|持续|时长|寿命|半衰期|脉冲宽度|脉宽|响应时间|(?:工作|运行|飞行|保持|连续)[^,。;]{0,6}时间"
        r"|(?i:endurance|duration|flight time|lifetime|life|half-life|hold(?:ing)? time|pulse"
        r"|response time"
        r"|operat\w+ time|period|for|continuous\w*)",
        units=TIMES,
    ),
    Quantity(
        what="aspect_ratio",
        words=r"深宽比|长径比|纵横比"
        r"|(?i:aspect ratio|(?:length|depth|height)[- ]to[- ](?:diameter|width|thickness) ratio)",
    ),
    Quantity(what="q_factor", words=r"品质因[数子]|Q值|(?i:Q[- ]factor|quality factor)"),
    Quantity(
        what="carrier_concentration",
        words=r"载流子(?:浓度|密度)|掺杂浓度"
        r"|(?i:(?:carrier|doping|dopant) (?:concentration|density))",
    ),
    Quantity(what="defect_density", words=r"缺陷密度|(?i:defect density)"),
    Quantity(what="channels", words=r"通道数?|(?i:channels?\b)"),
    Quantity(what="magnification", words=r"放大倍[率数]|(?i:magnification)"),
    Quantity(
        what="ratio", words=r"(?:压缩|信噪|增压|减速|消光|变焦|质荷|推重)比|比率|(?i:\bratio)"
    ),
    Quantity(what="resolution", words=r"分辨率|分辨力|(?i:resolution)"),
    Quantity(what="repeatability", words=r"重复精度|重复性|(?i:repeatab\w+)"),
    Quantity(what="pixel_pitch", words=r"间距|像元|(?i:pitch|spacing)"),
    Quantity(what="dislocation_density", words=r"位错密度|(?i:dislocation density)"),
    Quantity(
        what="flux_density", words=r"磁感应强度|磁通密度|(?i:flux density|magnetic induction)"
    ),
    Quantity(what="modulus", words=r"模量|(?i:modulus)"),
    Quantity(what="payload", words=r"载荷|有效载重|(?i:payload)"),
    Quantity(what="range", words=r"探测距离|作用距离|航程|射程|(?i:range)", units=DISTANCES),
    Quantity(what="bandwidth", words=r"带宽|(?i:bandwidth)"),
    Quantity(what="moisture", words=r"水分|湿度|(?i:moisture|humidity|water content)"),
    Quantity(what="grade", words=r"品位|(?i:grade)", units=frozenset({"%"})),
    Quantity(
        what="weight",
        words=r"起飞重量|起飞质量|自重|净重|毛重|(?i:take-?off weight|take-?off mass)",
    ),
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
    Quantity(what="purity", words=r"纯度(?:\([^()]{1,8}\))?|(?i:purity|pure)"),
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
        words=r"含量|含[^,。;]{1,4}量|重量计|重量百分比|质量百分比|质量分数|质量比|含有"
        r"|(?i:content|by weight|by mass|concentration|fraction"
        r"|contain\w*)",
    ),
    Quantity(
        what="quantity",
        words=r"数量|重量(?!百分|分数|比)|质量(?!百分|分数|比)|(?i:quantity|weight|mass)",
    ),
    Quantity(what="value", words=r"价值|金额|(?i:value|amount)"),
)
"""Longer names first where one is part of another."""
