"""With which words does a text make a number a limit?

A table only; `tracker.extraction.scope.thresholds` reads with it.
"""

from dataclasses import dataclass
from typing import Literal

from tracker.extraction.spelling.regexps import regexp

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


_ENDS = (
    r"(?=\s?(?:[.,;:|()\[\n\u2013\u2014]|-\s|$"
    r"|(?:and|or|are|as|but|classified|falling|having|of|is|shall|must|may|need|require|with)\b))"
)
"""What follows a word behind a number that compares it: it is no word of what comes next."""

_NO_NEXT = (
    r"(?![ ](?:than|or equal|to(?: and including)? [a-z ]{0,14}-?[0-9]"
    r"|[$£€-]?[0-9][0-9,.]{0,6}(?![0-9])|[A-Z]{3} [0-9]))"
)
"""What follows where the words begin the next comparison: ``over 5 mm and less than 9 mm``."""

COMPARISONS: tuple[Comparison, ...] = (
    Comparison(
        operator=">=",
        place="before",
        words=r"≧|不下于|[大高多]于\(?(?:或者?|/)?等于\)?|不[小低少]于(?:或者?等于)?"
        r"|达到|(?<![可能高])达|至少|≥|>=|>\s?="
        r"|(?:等于|相当于|达到)(?:或者?|/)(?:大于|高于|超过|多于)|(?:最[低小少](?:限|值)?|下限|起(?:点|始))(?:为|是|:)?"
        r"|(?i:(?:(?:greater|more|higher|larger|bigger) than|above|over|exceeding),?"
        r" or equal to,?"
        r"|(?:equal(?: to)?|at|of|as (?:high|much|many|large) as),? or,?"
        r" (?:(?:more|greater|higher|larger|bigger) than|above|over|exceeding|in excess of),?"
        r"|(?:equal to|equals?|meets?|meeting|reaches|attains|at|matches),? or"
        r" (?:exceeds?|exceeding|surpasses|tops|above)"
        r"|upwards? of|a floor of|(?:not|no) (?:less|lower|smaller|fewer) than|not (?:below|under)"
        r"|not (?:weigh|be|contain|hold|measure|amount to) (?:less|lower|smaller|fewer) than"
        r"|\bno (?:[a-z]+ ){1,3}?(?:(?:may|shall|can|must) (?:weigh|be|contain)|weighs|contains)"
        r" less than"
        r"|at least|a minimum of|reach(?:es|ing)?)",
    ),
    Comparison(
        operator="<=",
        place="before",
        better=True,
        words=r"优于(?:\(小于\))?或者?等于|(?:等于|达到)或者?优于"
        r"|(?i:better than or equal to|equal to or better than"
        r"|equal(?: to)?,? or (?:less|lower|smaller|finer) "
        r"\((?:more )?(?:better|accurate|precise)\) than"
        r"|finer than or equal to)",
    ),
    Comparison(
        operator="<=",
        place="before",
        words=r"≦|[不未](?:足|到|满|及)(?:或者?|/)等于|[小低少]于\(?(?:或者?|/)?等于\)?|不[大高多]于(?:或者?等于)?|不超过|至多"
        r"|≤|<=|<\s?=|(?:等于|相当于|达到)(?:或者?|/)(?:小于|低于|少于)"
        r"|(?:最[高大多](?:限|值)?|上限)(?:为|是|:)?"
        r"|(?i:(?:(?:less|lower|smaller|fewer) than|below|under),? or equal to,?"
        r"|(?:equal(?: to)?|at|of),? or,? (?:(?:less|lower|smaller|fewer) than|below|under),?"
        r"|(?:not|no) (?:more|greater|higher|larger|bigger) than|not (?:exceeding|above|over)"
        r"|not in excess of|not to exceed|(?:does|do|shall|must|may) not exceed"
        r"|at most|up to(?: and including| a maximum of)?|a maximum of"
        r"|\bno (?:[a-z]+ ){1,3}?(?:exceeds?|exceeding|weighs more than"
        r"|(?:is|(?:may|shall|can) be) (?:worth |valued at |of )?more than"
        r"|(?:may|shall|can) (?:exceed|weigh more than))"
        r"|\bmax(?:\.|imum)?:?|\bmax(?:\.|imum) (?:[a-z]+ ){0,3}content(?: of)?)",
    ),
    Comparison(
        operator=">",
        place="before",
        words=r"大于|超过|逾(?!期|越)|(?<=[占例比])过|高于|多于|超出|(?<![一二两双赶])超|＞|>"
        r"|(?i:greater than|more than|exceeding|exceeds?|in excess of"
        r"|higher than|larger than|bigger than|above|over|beyond|surpass(?:es|ing)?"
        r"|tops|topping)",
    ),
    Comparison(
        operator="<",
        place="before",
        words=r"小于|低于|少于|[不未](?:足|到|满|及)|＜|<"
        r"|(?i:less than|lower than|smaller than|finer than|fewer than|below|under|short of"
        r"|(?:less|lower|smaller|finer) \((?:more )?(?:better|accurate|precise)\) than)",
    ),
    Comparison(
        operator="<", place="before", better=True, words=r"优于|好于|(?i:better (?:\(less\) )?than)"
    ),
    Comparison(
        operator="<=",
        place="before",
        better=True,
        words=r"不劣于|不差于|(?i:(?:no|not) worse than)",
    ),
    Comparison(operator=">", place="before", of="size", words=r"粗于|(?i:coarser than)"),
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
    Comparison(operator=">", place="before", of="purity", words=r"(?i:purer than)"),
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
        r"|(?i:,?\s?(?:or|and)\s(?:more|greater|higher|above|over|larger|upwards?|longer|bigger|thicker|wider|heavier|faster|up|beyond|purer))"
        rf"{_NO_NEXT}"
        r"|(?i:,?\s?or\s(?:in\sexcess|exceeding)(?:\sthereof|\sthat(?:\svalue)?)?(?![\w\s]{0,3}[0-9]))"
        rf"|(?i:,?\s?(?:upwards|and\sup|at\s(?:the\s)?least|at\sa\sminimum|(?:as\sa\s)?minimum|min\.?)){_ENDS}"
        r"|(?<=[%a-z])\+(?=[\s.,;)])",
    ),
    Comparison(
        operator="<=",
        place="behind",
        words=r"及以下|或以下|或者以下|和以下|以下|及其以下|或者?更先进|及更先进|或更精细|或更低|或更小|或更少|或更短|或更薄|[以之]内"
        r"|(?i:,?\s?(?:or|and)\s(?:less|lower"
        r"|below|under|smaller|fewer|finer|shorter|thinner|narrower|lighter|slower|down))"
        rf"{_NO_NEXT}"
        rf"|(?i:,?\s?(?:at\s(?:the\s)?most|at\sa\smaximum|(?:as\sa\s)?maximum|max\.?)){_ENDS}",
    ),
    Comparison(
        operator="<=",
        place="behind",
        better=True,
        words=r"或更优|或更好|及更优|(?i:,?\s?(?:or|and)\sbetter)",
    ),
)
"""Longer words first: ``大于等于`` is tried before ``大于``."""

NO_LIMIT = regexp(
    r"\s?(?:个?(?:工作日|月|小时|分钟)|日|天|年|周|家|名|人|项|条|次|位|件|号|款|分(?!之)|批|国"
    r"|(?i:(?:calendar\s|working\s|business\s|consecutive\s)?(?:days?|months?|years?"
    r"|weeks?|hours?|minutes?|seconds?)\b|entit|compan|firms?\b|items?\b|countr"
    r"|persons?\b|people\b|comments?\b|pages?\b|applications?\b|staff|employees|a\.m"
    r"|p\.m|views?\b|times\b))"
)
"""What right behind a number says that it is a time or a head count and no limit of goods."""
