"""Which sentences of a provision only recall what another act, or another country, demands?

Their goods, limits and demands are none of the provision: ``Other countries ban antimony.``
"""

from collections.abc import Iterator

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_YEAR = "(?:19|20)[0-9]{2}"
_ENGLISH = regexp(
    r"\W{0,4}(?:[0-9a-z]{1,3}[.)]\s{1,3})?(?:(?:Other|Several|Some|Many|Most|Certain|Foreign)\s(?:[a-z]+\s)?(?:countries|states|governments|jurisdictions|economies)"
    r"\s(?:[a-z]+\s){0,3}?(?:prohibits?|bans?|requires?|restricts?|controls?|imposes?|subjects?)(?:ed)?\b"
    rf"|(?:(?:Last|The\sprevious)\s(?:year|month|quarter)|In\s{_YEAR}),?\s[^.;]{{0,100}}?"
    r"\b(?:imposed|introduced|established|adopted|placed|banned|prohibited|required|restricted|worth|totall?ed|amounted)\b"
    r"|(?:[A-Z][A-Za-z]*\s){0,4}\ue001{3,160}\)?,?\s(?:[a-z]+ly\s|also\s)?(?:requires|prohibits|bans|imposes|subjects|restricts)\b)"
)
_CHINESE = regexp(
    rf"\s{{0,4}}(?:[一二三四五六七八九十]{{1,3}}、)?(?:自)?(?:去年|前年|上年|上月|此前|先前|{_YEAR}年(?:起|以来)?)[^。;]{{0,80}}?"
    r"(?:(?:实[施行]|采取|建立|设置|出台)了|(?:曾|已)[^。;,]{0,40}(?:实[施行]|列入|纳入)|发布[^。;]{0,8}\ue001[^。;]{0,8},对[^。;]{2,40}(?:实[施行]|禁止|限制))"
    r"|\s{0,4}其中的?第[一二三四五六七八九十]{1,3}[条款项点](?:要求|规定|明确)"
)


def is_recalled(flow: Flow, sentence: Span) -> bool:
    """Tell whether a sentence only recalls what is demanded elsewhere, or was before."""
    words = _CHINESE if flow.language == "zh" else _ENGLISH
    return words.match(flow.marked, sentence.start, sentence.end) is not None


def recalled(flow: Flow, span: Span) -> Iterator[Span]:
    """Yield the sentences behind the first of a stretch that only recall."""
    every = flow.once("recalled", lambda: tuple(s for s in flow.sentences if is_recalled(flow, s)))
    return (one for one in every if span.start < one.start < span.end)
