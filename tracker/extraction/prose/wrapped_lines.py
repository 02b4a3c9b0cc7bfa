"""Which line ends did only a narrow page make, and which begin a new paragraph?

A text that was set on a narrow page breaks its lines in the middle of sentences; its paragraphs
are put together again, each character in its place.
"""

import itertools
from collections.abc import Iterator

from tracker.extraction.spelling.regexps import regexp

_WRAPPED_AT = 50
_WRAPPED_LINES = 100
_SLACK = 8
"""How many characters a writer leaves free before he breaks a line."""
_NEW_BLOCK = regexp(
    r"[ \t]*(?!(?:19|20)[0-9]{2}[.)] )(?:[A-Z][A-Z ,&'-]{2,60}:"
    r"|\[(?!deg|mu|micro)|\(?[0-9ivxa-z]{1,4}[.)] "
    r"|[A-Z0-9]{1,3}\. |[-*\u2022=_]"
    r"|[0-9]{1,3}[A-Z]? (?:[Ee]x )?[0-9]{4}[ .]?[0-9]{2}[ .]?[0-9]{2} [A-Z]"
    r"|[A-Z][a-z]{2,14}: |[0-9]{1,3}\.-|(?:Made|Laid|Coming)\b[^.]{3,80}$|(?:[A-Z][a-z]+(?: "
    r"|$)){1,5}$"
    r"|(?:COUNCIL|COMMISSION|EUROPEAN)(?: [A-Z]+){0,5} (?:REGULATION|DECISION|DIRECTIVE)\b"
    r"|[A-Z]{4,20}(?: [A-Z]{2,20}){0,8} \((?:EU|EC|EEC|CFSP)\)"
    r"|(?:Sec|SEC)\. {1,2}[0-9]{1,3}(?:\. |\.[0-9]{1,4}[a-z]? )[A-Z(]"
    r"|For the reasons?\b|(?:Accordingly|Therefore), (?:for|the|under|parts?|in|[0-9]{1,2} CFR)\b"
    r"|Lists? of Subjects\b"
    r"|Art\. [0-9]{1,3}[a-z]? [A-Z]|[¹²³⁴⁵⁶⁷] ?[A-Z]"
    r"|Corrigend(?:um|a) to\b"
    r"|Article\b|Section\b|PART\b|(?:Annex|ANNEX|Schedule|SCHEDULE)\b(?!\.)|Regulation [0-9]"
    r"|\([0-9A-Za-z]{1,4}\)|(?:19|20)[0-9]{2} No\. [0-9]{1,4}\s*$)"
)
_MAY_GO_ON = regexp(
    r"\([0-9]{1,4}\)[,.;)]|\([A-Z]{2,4}\)\s"
    r"|(?!Subject|Title|Dated?:|Summary|Action|Agency)[A-Z][a-z]{2,14}: "
)
"""What opens a block, unless the line before it is full and its sentence is not at an end."""
_CLOSES_BRACKET = regexp(r"[0-9A-Za-z]{1,4}\)")
"""How a line begins that closes the bracket of the line before it, and counts nothing."""
_DANGLES = regexp(
    r"\b(?:of|to|in|under|by|with|from|and|or|the|amending|deleting|adding|points?|paragraphs?|[Aa]rticles?"
    r"|[Ss]ections?|regulations?|(?:Secs?|Nos?|Doc|Supp|Art|Reg)\.)\s?$"
)
"""How a line ends that must go on, even if the next one begins with ``Article 12``."""
_ROW = regexp(
    r"\w\s?\.{4,}\s{0,3}\S|\S\s{0,40}\|\s{0,40}\S[^|]*\||\S {3,}\S.*\S {3,}\S|\S\t[^\t\n]{1,200}\t"
    r"|^\s*(?:[*+=|-]\s?){4,}\s*$"
)
"""A row of a table set in plain characters, or what parts its rows."""
_CELL = regexp(r"\s{0,8}[0-9][0-9A-E]{3,9}(?:[.,;/\s]{1,3}[0-9a-z]{1,10}){0,20}\s{0,4}")
"""A line that has only codes: the cell of a table."""
_GOES_ON = regexp(
    r"[a-z]|(?:19|20)[0-9]{2}\b(?! No\. [0-9]{1,4}\s*$)['’]?[ ,.;)]|(?:Ltd|Inc|LLC|Limited)\b"
)
"""How a line begins that goes on with the sentence of the one before it."""
_CLOSED = regexp(r"[.:;!?\]\"')]\s*$")
SHORT = regexp(
    r"(?:\b(?:Nos?|nos?|NO|Sl|Sr|Doc|Art|Arts|Reg|Regs|para|paras|pt|Pt|Sec|sec|Supp|Inc|Co"
    r"|Ltd|Pte|Pvt|Pty|Sdn|Bhd|Corp|Mr|Mrs|Ms|Dr"
    r"|St|vs|cf|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|ca|Vol|Dept|Gov|Sen|Rep|Gen"
    r"|Fed|Stat|Cir|Am|S\.?I|S\.?O|e\.g|i\.e|[Ww]\.\s?[Ee]\.\s?[Ff]|[af]\.k\.a|[ap]\.m)|\b[A-Z]|(?:^|\n)\s{0,3}[0-9]{1,3}"
    r"|\([A-Za-z]?[0-9]?)$"
)
"""What stands before a point that ends a short form and no sentence."""


_SET_NARROW = "[Federal Register Volume"
"""How the plain texts of the Federal Register begin, which are all set on a narrow page."""
_NARROW_PAGE = 90
_IN_PROSE = regexp(r"\w")


def _is_set_narrow(folded: str, lines: list[str]) -> bool:
    """Tell whether a text is a plain one of the register, which has no wide line at all."""
    return folded.startswith(_SET_NARROW) and all(len(line) <= _NARROW_PAGE for line in lines)


def unwrapped(folded: str) -> str:
    """Return the text with a blank for the line ends that only a narrow page made."""
    lines = folded.split("\n")
    told = [len(line) for line in lines if line.strip()]
    narrow = sorted(length for length in told if length <= _WRAPPED_LINES)
    long = sum(1 for length in narrow if length >= _WRAPPED_AT)
    wide = (line for line in lines if len(line) > _WRAPPED_LINES and "|" not in line)
    few_wide = sum(1 for line in wide if _IN_PROSE.search(line)) * 8 <= len(told)
    wrapped = long * 4 >= len(told) and any(itertools.starmap(_breaks, itertools.pairwise(lines)))
    wrapped = wrapped or _broken_off(lines) >= _BREAKS or _is_set_narrow(folded, lines)
    wrapped = wrapped or (narrow == sorted(told) and _breaks_often(lines, long))
    if not few_wide or not wrapped or len(lines) < 8:
        return folded
    return "".join(_joined(lines, narrow[len(narrow) * 19 // 20]))


_BROKEN_OFF = regexp(
    r"(?:,|\b(?:until|of|the|to|in|and|or|from|by|on|with|for|an?|under|at|as|is|are|be|been|that"
    r"|which|shall|may|its|their|this|not|than|[Ss]ections?|[Aa]rticles?|[Pp]aragraphs?"
    r"|(?:Nos?|Doc|Fed|Reg)\.))$"
)
"""How a line ends whose sentence must go on."""


def _breaks(before: str, after: str) -> bool:
    """Tell whether a long line ends in the middle of a sentence."""
    if len(before) < _WRAPPED_AT or _NEW_BLOCK.match(after):
        return False
    goes_on = before[-1:] not in ".:;!?" and _GOES_ON.match(after) is not None
    quotes = before[-1:].islower() and after[:1] in "\"'“‘"
    return goes_on or quotes or _BROKEN_OFF.search(before) is not None


def _broken_off(lines: list[str]) -> int:
    """Return how many long lines break off in the middle of a sentence."""
    return sum(
        len(before) >= _WRAPPED_AT and before[-1:].isalpha() and _GOES_ON.match(after) is not None
        for before, after in itertools.pairwise(lines)
    )


def _breaks_often(lines: list[str], long: int) -> bool:
    """Tell whether every second one of a few long lines ends in the middle of a sentence."""
    broken = sum(itertools.starmap(_breaks, itertools.pairwise(lines)))
    return broken >= 2 and broken * 2 >= long


_ENDS_ZH = regexp(r"[。;:!?、》)]\s*$")
_BEGINS_ZH = regexp(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,2}[.、]"
    r"|第[一二三四五六七八九十百]{1,5}[条章]|附件|特此"
    r"|[\[(](?:19|20)[0-9]{2}[\])]\s?第?\s?[0-9]{1,4}\s?号\s*$"
    r"|(?:19|20)[0-9]{2}年[0-9 ]{1,4}月[0-9 ]{1,4}日\s*$|-|\(代章\))"
)
"""How a line ends, and begins, that is not broken off in the middle of a sentence."""


def _ends(line: str, after: str) -> bool:
    """Tell whether a Chinese line ends: with a stop, or a bracket behind which no 的 follows."""
    hangs = _HANGS_ZH.match(after) is not None and _STOPPED_ZH.search(line) is None
    return _ENDS_ZH.search(line) is not None and not hangs


_HANGS_ZH = regexp(r"\s*(?:的|等|及其|和|与|以及|所[列述])")
_STOPPED_ZH = regexp(r"[。;:!?]\s*$")
_FULL_ZH = 40
_MARGIN_ZH = 8


_WIDE = regexp("[\u2e80-\U0010ffff]")


def _columns(line: str) -> int:
    """Return how wide a line is printed: a character is as wide as two letters."""
    return len(line) + len(_WIDE.findall(line))


def _full_lines(widths: list[int], least: int, margin: int) -> list[bool]:
    """Tell of each line whether it is about as long as the longest ones, but for one outlier."""
    low = sorted([least, least, *widths])[-2] - margin
    return [width >= max(least, low) for width in widths]


def characters_joined(folded: str, *, printed: str) -> str:
    """Return a Chinese text with a blank for the line ends that only a narrow page made.

    ``printed`` is the text as it stands, whose stops are as wide as its characters.
    """
    lines = folded.split("\n")
    shown = [line.rstrip() for line in printed.split("\n")]
    widths = [_columns(line) for line in shown]
    if len(shown) != len(lines) or any(width > _WRAPPED_LINES for width in widths):
        return folded
    full = _full_lines(widths, _FULL_ZH, _MARGIN_ZH)
    counted = _full_lines([len(line) for line in shown], _FULL_ZH // 2, _MARGIN_ZH // 2)
    rows = _rows(shown)
    broken = [
        (by_width or by_count) and not _ends(line, after) and not _BEGINS_ZH.match(after)
        for by_width, by_count, line, after in zip(
            full, counted, lines, [*lines[1:], ""], strict=True
        )
    ]
    broken = [one and not row for one, row in zip(broken, rows, strict=True)]
    if sum(broken) < _BREAKS:
        return folded
    joints = (" " if one else "\n" for one in _with_ragged(broken, lines, shown))
    return "".join(itertools.chain.from_iterable(zip(lines, joints, strict=True)))[:-1]


_COLUMNS = regexp(r"\S(?:[ \u3000]*[\t|][ \u3000]*|[ \u3000]{3,})\S")
_COUNTED = regexp(r"[ \t\u3000]{0,4}[(（]?(?P<n>[0-9]{1,3})[)）]?[ \t\u3000|]+\S")


def _rows(lines: list[str]) -> list[bool]:
    """Tell of each line whether it, or the one behind it, is the row of a table."""
    counts = [int(told["n"]) if (told := _COUNTED.match(line)) else None for line in lines]
    rows = [_COLUMNS.search(line) is not None for line in lines]
    for at, (count, after) in enumerate(itertools.pairwise(counts)):
        if count is not None and after == count + 1:
            rows[at] = rows[at + 1] = True
    return [here or after for here, after in itertools.pairwise([*rows, False])]


_PROSE_ZH = regexp(r"[,;。、]")


def _with_ragged(broken: list[bool], lines: list[str], shown: list[str]) -> Iterator[bool]:
    """Tell of each line of a narrow page whether it breaks off, also where it is not quite full.

    A long line of prose goes on in the next one, unless a stop ends it or a block begins there.
    """
    for one, line, wide, after in zip(broken, lines, shown, [*lines[1:], ""], strict=True):
        ended = _ends(line, after) or _BEGINS_ZH.match(after) or not after.strip()
        long = _columns(wide) >= _FULL_ZH and _PROSE_ZH.search(line) is not None
        yield one or (long and not ended)


_NARROW_LINE = 40
"""So long is a line of a column set narrower than the rest, as orders of the President are."""
_BREAKS = 4
"""So many of them make a text with many short lines one that was set on a narrow page."""


_COUNTS = regexp(r"\b(?:Secs?|[Nn]os?|Doc|Arts?|Supp)\.\s?$")


_MONTH = regexp(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
)
_DAY_OF_IT = regexp(r"\s{0,4}[0-9]{1,2},\s20[0-9]{2}\b")


def _numbered(before: str, line: str) -> bool:
    """Tell whether a line ends with ``Sec.`` or ``No.`` and the next one begins with the number.

    Or with a month, and the next one with the day of it.
    """
    if _MONTH.search(before) is not None and _DAY_OF_IT.match(line) is not None:
        return True
    return line[:1].isdigit() and _COUNTS.search(before) is not None


_HEADING = regexp(r"\s*(?:\([A-Z][^()]{2,60}\)|[A-Z][A-Za-z, -]{2,50})\s*$")
_COUNTED_NEXT = regexp(r"\s*(?:[0-9]{1,3}[A-Z]?\.|(?:Article|Section|Regulation) [0-9])")


def _heads(line: str, after: str) -> bool:
    """Tell whether a line is the heading of the numbered paragraph behind it."""
    return _HEADING.match(line) is not None and _COUNTED_NEXT.match(after) is not None


def _joined(lines: list[str], width: int) -> Iterator[str]:
    """Yield the lines with what parts them: a blank where the next word had no room."""
    yield lines[0]
    for before, line, after in zip(lines, lines[1:], [*lines[2:], ""], strict=False):
        full = len(before) + 1 + len(line.partition(" ")[0]) > width - _SLACK
        full = full and len(before) * 4 >= width * 3
        open_still = before.count("(") > before.count(")")
        hangs = len(before) >= _NARROW_LINE and (open_still or _DANGLES.search(before))
        if not (full or hangs or _GOES_ON.match(line) or _numbered(before, line)):
            yield from ("\n", line)
            continue
        closed = (
            _CLOSED.search(before)
            and not open_still
            and not SHORT.search(before.rstrip()[:-1][-8:])
        )
        in_table = _ROW.search(line) or _ROW.search(before)
        opens = before.rstrip().endswith(":")
        may_go_on = _MAY_GO_ON.match(line) is not None or _DANGLES.search(before) is not None
        in_bracket = open_still and _CLOSES_BRACKET.match(line) is not None
        block = _NEW_BLOCK.match(line) and not (full and may_go_on and not closed)
        block = (block and not in_bracket) or (closed and _heads(line, after))
        coded = not full and _CELL.fullmatch(before)
        broken = in_table or coded or opens or block or (closed and len(before) < 60)
        yield "\n" if broken else " "
        yield line
