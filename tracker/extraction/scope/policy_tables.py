"""What does the table of a trade notification allow of each of its items?

Such tables have a row an item: its code, what it is, the policy of old and the new one. Items of
one notification may be put under licence, banned and freed side by side.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

_REGISTERED = "free once registered"
REQUIREMENT_OF = {
    "restricted": "licence", "prohibited": "prohibition", _REGISTERED: "registration"
}  # fmt: skip
"""What a policy demands; what is free, or left to state trading, demands nothing known here."""

_CODE = r"(?:[0-9]{10}|[0-9]{8}|[0-9]{4}[ .][0-9]{2}[ .][0-9]{2})"
_ROW_STARTS = regexp(
    r"(?:(?<=\n)|^)[ \t|]{0,24}"
    r"(?:(?P<serial>[0-9]{1,3}[A-Z]?)[.)]?[ \t]*(?:\||\n|[ \t])[ \t|]{0,8})?"
    rf"(?P<codes>(?:[Ee]x[ \t]{{1,3}})?{_CODE}(?![0-9.])"
    rf"(?:[ \t]{{0,3}}[,;&/]?[ \t]{{0,3}}(?:[Ee]x[ \t]{{1,3}})?{_CODE}(?![0-9.])){{0,40}})"
    r"[ \t]*(?=\||\n|[ \t])"
)
_ON_TERMS = (
    r"[ \t]{0,3}[,;(]?[ \t]{0,3}(?:but\s|however\s)?"
    r"(?:subject\sto|against|with|under|after|upon|on)\s"
)
"""What behind a policy tells the terms of it: ``Free, subject to registration of contracts``."""
_POLICY = regexp(
    r"(?:(?<=\s)|(?<=\|))['\"“‘]?(?P<policy>Free|Restricted|Prohibited|STE"
    r"|State\sTrading(?:\sEnterprises?)?|Canali[sz]ed)\b"
    r"['\"”’]?(?=[ \t*#]{0,8}(?:\n|\||$)|[ \t]{1,8}(?:[A-Z(-]|[0-9]{1,2}[./-][0-9])"
    rf"|[ \t]{{1,8}}(?:up\s?to|(?:un)?till?|through|from|w\.?e\.?f)\b|{_ON_TERMS})"
    rf"(?P<registered>{_ON_TERMS}(?:[a-z-]+\s){{0,4}}?(?:(?:RCMC|IEC)\s)?registration\b)?"
)
_PAIR = regexp(
    r"(?:(?<=\s)|(?<=\|))(?P<one>Free|Restricted|Prohibited)[ \t]{1,8}"
    r"(?P<two>Free|Restricted|Prohibited)\b"
)
"""Both policies of a row whose columns are parted by blanks alone."""
_TABLE_ENDS = regexp(
    r"\n[ \t]{0,4}(?:[0-9]{1,2}\.[ \t]{1,4}[A-Z]|\((?:[ivx]{1,4}|[a-h])\)[ \t]|[A-Z][^|\n]{90,}"
    r"|(?:Effect|Note|This|The)\b[^|\n]{30,}|[*=_-]{8,}[ \t]*\n(?![ \t|]{0,8}[0-9]))"
)
_NEW_FIRST = regexp(
    r"(?is)\b(?:revised|new|(?<!as\s)amended|proposed)\b(?:(?!\b(?:existing|current|present"
    r"|old)\b|:\s).){0,120}\b(?:existing|current|present|old)\b"
)
_HEAD = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: its codes with their place, the new policy in small letters, the whole stretch.

    ``serial`` is its number in the table, where it has one.
    """

    serial: str | None
    codes: tuple[str, ...]
    at: Span
    policy: str
    span: Span


def policy_rows(flow: Flow, body: Span) -> tuple[Row, ...]:
    """Return the rows of the tables of a stretch that tell a policy for a code."""
    kept: list[Row] = []
    for row in _rows(flow, body):
        if row.policy:
            kept.append(row)
        elif kept:  # a line that goes on with the codes of the row above
            above = kept[-1]
            kept[-1] = replace(
                above, codes=above.codes + row.codes, span=Span(above.span.start, row.span.end)
            )
    return tuple(kept)


def _rows(flow: Flow, body: Span) -> Iterator[Row]:
    found = [*_ROW_STARTS.finditer(flow.flow, body.start, body.end)]
    if not found:
        return
    head = flow.flow[max(body.start, found[0].start() - _HEAD) : found[0].start()]
    newest = 0 if _NEW_FIRST.search(head) else -1
    above: list[re.Match[str]] = []  # lines of codes of one row, before what it tells of them
    for place, row in enumerate(found):
        after = found[place + 1].start() if place + 1 < len(found) else body.end
        stop = _TABLE_ENDS.search(flow.flow, row.end(), after)
        end = stop.start() if stop else after
        told = [_policy(one) for one in _POLICY.finditer(flow.flow, row.end(), end)]
        pair = _PAIR.search(flow.flow, row.end(), end)
        told = [pair["one"].lower(), pair["two"].lower()] if pair is not None else told
        if not told and place + 1 < len(found) and not flow.flow[row.end() : after].strip(" |\t\n"):
            above.append(row)
            continue
        lines, above = [*above, row], []
        codes = (re.sub(r"[ .]", "", c) for one in lines for c in re.findall(_CODE, one["codes"]))
        serial = next((one["serial"] for one in lines if one["serial"]), None)
        if told or serial is None:
            yield Row(
                serial=serial, codes=tuple(codes),
                at=Span(lines[0].start("codes"), row.end("codes")),
                policy=told[newest] if told else "",
                span=Span(row.end("codes"), end),
            )  # fmt: skip


def _policy(told: re.Match[str]) -> str:
    """Return the policy of a cell, in small letters, with what it is free for only on terms."""
    policy = told["policy"].split()[0].lower()
    return _REGISTERED if policy == "free" and told["registered"] else policy


def by_requirement(rows: tuple[Row, ...]) -> dict[str, tuple[Row, ...]]:
    """Return the rows by what they demand, in the order of the table."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        demand = REQUIREMENT_OF.get(row.policy)
        if demand is not None:
            found.setdefault(demand, []).append(row)
    return {demand: tuple(some) for demand, some in found.items()}
