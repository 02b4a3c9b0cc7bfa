"""Which chemical elements does a text speak of?"""

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_TABLE = """
Sc 钪 scandium
Y 钇 yttrium
La 镧 lanthanum
Ce 铈 cerium
Pr 镨 praseodymium
Nd 钕 neodymium
Pm 钷 promethium
Sm 钐 samarium
Eu 铕 europium
Gd 钆 gadolinium
Tb 铽 terbium
Dy 镝 dysprosium
Ho 钬 holmium
Er 铒 erbium
Tm 铥 thulium
Yb 镱 ytterbium
Lu 镥 lutetium
Li 锂 lithium
He 氦 helium
Be 铍 beryllium
B 硼 boron
C 石墨 graphite
Ne 氖 neon
Mg 镁 magnesium
Al 铝 aluminium aluminum
Si 硅 silicon
Ar 氩 argon
Ca 钙 calcium
Ti 钛 titanium
V 钒 vanadium
Cr 铬 chromium
Mn 锰 manganese
Co 钴 cobalt
Ni 镍 nickel
Cu 铜 copper
Zn 锌 zinc
Ga 镓 gallium
Ge 锗 germanium
As 砷 arsenic
Se 硒 selenium
Kr 氪 krypton
Rb 铷 rubidium
Sr 锶 strontium
Zr 锆 zirconium
Nb 铌 niobium
Mo 钼 molybdenum
Ru 钌 ruthenium
Rh 铑 rhodium
Pd 钯 palladium
Ag 白银 silver
Cd 镉 cadmium
In 铟 indium
Sn 金属锡 锡 tin
Sb 锑 antimony
Te 碲 tellurium
Xe 氙 xenon
Cs 铯 caesium cesium
Ba 钡 barium
Hf 铪 hafnium
Ta 钽 tantalum
W 钨 tungsten
Re 铼 rhenium
Os 锇 osmium
Ir 铱 iridium
Pt 铂 platinum
Tl 铊 thallium
Bi 铋 bismuth
Th 钍 thorium
U 铀 uranium
"""
_ROWS = [line.split() for line in _TABLE.split("\n") if line]
SYMBOLS = {name: row[0] for row in _ROWS for name in row[1:]}
NAMES = {row[0]: row[2] for row in _ROWS}
"""The English name of each element, as the names of thresholds use it."""

_ENGLISH = sorted((name for name in SYMBOLS if name.isascii()), key=len, reverse=True)
_CHINESE = sorted((name for name in SYMBOLS if not name.isascii()), key=len, reverse=True)
_NOT_AS_GOODS = (
    r"(?!\s(?:leak|arc|atmosphere|plasma|lamps?|lasers?|flash|fluoride|difluoride|ion|signs?"
    r"|lights?|liquefiers?|compressors?|refrigerators?|detectors?)\b|-)"
)
_GUARDED = {
    "锡": "(?<!无)锡(?![林伯兰山盟金])",
    "钙": "钙(?!钛矿)",
    "氦": "氦(?!质谱|检漏|氖)",
    "氖": "(?<!氦)氖(?!灯)",
    "氙": "氙(?!灯)",
    "氩": "氩(?!弧|离子|气?(?:气氛|保护|氛围))",
    **{gas: gas + _NOT_AS_GOODS for gas in ("helium", "neon", "argon", "krypton", "xenon")},
}
"""Names that are a part of names of places, or of what a tool works with, too."""

_SPELT = "|".join(_GUARDED.get(name, name) for name in _CHINESE)
_WORDS = "|".join(_GUARDED.get(name, name) for name in _ENGLISH)
PATTERN = regexp(rf"(?i:\b(?:{_WORDS})\b)|{_SPELT}")
"""Every name of an element in either language."""


def symbol_of(name: str) -> str:
    """Return the symbol of a name that `PATTERN` found."""
    return SYMBOLS[name.lower() if name.isascii() else name]


def elements(flow: Flow, span: Span) -> tuple[str, ...]:
    """Return the symbols of the elements that the stretch names, in order, each once."""
    found = flow.sieve.finditer(PATTERN, span.start, span.end)
    return tuple(dict.fromkeys(symbol_of(match.group()) for match in found))
