"""Which point does a Chinese act mean by the words of its heading: ``第一类``, ``铪相关物项``?"""

from tracker.extraction.names.references import Provision
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.numerals import number, roman
from tracker.extraction.spelling.regexps import regexp

_HEAD = regexp(
    r"(?:(?<=\n)|^)[ \t]{0,4}(?:第(?P<article>[一二三四五六七八九十]{1,3})条\s"
    r"|(?P<point>[一二三四五六七八九十]{1,3})[、.]"
    r"|(?P<figure>[0-9]{1,2})[、.](?![0-9]))\s?(?P<head>[^\n,。;()0-9]{1,30}?)\s?:?[ \t]{0,4}(?=\n)"
)
"""A line that holds a number and a heading, and no more."""
_PIECES = regexp(r"\s?:\s?")
_TAIL = regexp(r"(?:等?(?:相关|有关))?(?:物项|技术|设备|材料|产品|货物|商品)$")
_MOST = 40


def points_headed(flow: Flow) -> dict[str, int]:
    """Return the points of a text by the words of their headings; what heads two means neither."""
    return flow.once("headed points", lambda: _headed(flow))


def _headed(flow: Flow) -> dict[str, int]:
    found: dict[str, int] = {}
    twice: set[str] = set()
    for place, head in enumerate(_HEAD.finditer(flow.flow)):
        value = number(head["article"] or head["point"] or head["figure"])
        if value is None or place >= _MOST:
            break
        for piece in _PIECES.split(head["head"]):
            for name in {piece, _TAIL.sub("", piece)} - {""}:
                if found.setdefault(name, value) != value:
                    twice.add(name)
    return {name: value for name, value in found.items() if name not in twice}


def headed_at(flow: Flow, at: int) -> Provision | None:
    """Return the point whose heading stands at a place of a later sentence, by its longest form."""
    names = (name for name in points_headed(flow) if flow.flow.startswith(name, at))
    name = max(names, key=len, default="")
    if not name:
        return None
    return Provision(id=roman(points_headed(flow)[name]), start=at, end=at + len(name))
