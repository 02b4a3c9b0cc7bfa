"""Does a text say of a demand that there is none, or none any more?"""

import re

from tracker.extraction.prose.flow import Flow, Span

_DENIED: dict[str, re.Pattern[str]] = {
    "quota": re.compile(r"(?:不再|取消)[^,。;]{0,10}$"),
    "licence": re.compile(
        r"(?:不必|无需|无须|毋需|毋须|不用)[^,。;]{0,24}$|已经?$|(?:暂停|停止|取消|不再?|不予|终止|解除)$|(?:欺骗|贿赂)等?(?:不正当)?(?:手段|方式)$"
    ),
}
"""What right before a demand says that there is none: ``不再下达总量控制指标``, ``已取得许可``."""


def is_denied(flow: Flow, span: Span, requirement: str, at: int) -> bool:
    """Tell whether a text says of a demand that it is none, or is met already."""
    denied = _DENIED.get(requirement)
    if denied is None or (requirement == "licence" and flow.language != "zh"):
        return False
    return denied.search(flow.flow, max(span.start, at - 28), at) is not None
