"""To which parts of which acts does one Chinese change belong, where it names several?

``第3号第一条、第5号第二条中的“a”均改为“b”`` changes a part of each; ``分别改为“b”、“c”`` gives each
its own words, and so does ``修订为:第一条,含量5%以上;第二条,粒径小于100微米``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.extraction.act import Act
from tracker.extraction.deeds.affected_parts import as_counted
from tracker.extraction.heads.naming import Named
from tracker.extraction.names.references import Provision, chinese_provisions
from tracker.extraction.prose.flow import Span
from tracker.extraction.spelling.regexps import regexp

_AND = r"\s?(?:、|和|及|以及|与|并|,)?\s?"
_TITLE = r"[》)]{0,2}(?:\([^()]{0,60}\))?"
_ACTS = rf"(?:[^,。;“”\ue001]{{0,8}}\ue001{{3,160}}{_TITLE}{_AND}){{0,6}}"
_JOINED = regexp(
    rf"(?:[中里内]?的?[^,。;“”\ue001]{{0,16}}“[^”\n]{{0,240}}”(?:字样|表述)?)?[中里内]?{_AND}{_ACTS}(?:的|其)?\s?"
)
"""What may stand between two parts that one change moves alike."""
_ACTS_JOINED = regexp(rf"{_TITLE}{_AND}[^,。;“”\ue001第附]{{0,8}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A part that a change moves, with the act that it belongs to, and its own new words if any."""

    id: str
    part: str
    words: Span | None = None

    @property
    def target(self) -> str:
        """Name the part as an effect does."""
        return f"{self.id}{self.part}"


def shares(
    act: Act, id: str, own: Sequence[Named], told: Sequence[Provision], verb: Span, quoted: Span
) -> tuple[Share, ...]:
    """Return the parts that a change moves, in order; none where it names no part.

    ``verb``: from where the part is told to where the verb stands; ``quoted``: the new words.
    """
    chain = _chain(act, told)
    words = _words_of_each(act, chain, quoted)
    return tuple(
        Share(id=owner, part=f"#{as_counted(owner, one)}", words=new)
        for one, new in zip(chain, words, strict=True)
        for owner in owners(act, id, own, one, verb)
    )


def _chain(act: Act, told: Sequence[Provision]) -> tuple[Provision, ...]:
    """Return the first part and those joined to it: ``第一条“a”、第三条“b”``."""
    chain = list(told[:1])
    for one in told[1:]:
        before = chain[-1]
        joined = one.start == before.start or _JOINED.fullmatch(
            act.flow.marked, before.end, one.start
        )
        if not joined:
            break
        chain.append(one)
    return tuple(chain)


def owners(act: Act, id: str, own: Sequence[Named], part: Provision, verb: Span) -> Iterator[str]:
    """Yield the acts of a part: the one named last before it, and those joined to that one.

    ``id`` is the act of a part before which none is named; ``verb`` holds what names the part.
    """
    before = [one for one in own if verb.start <= one.start and one.end <= part.start]
    if not before:
        yield id
        return
    first = len(before) - 1
    while first and _ACTS_JOINED.fullmatch(
        act.flow.marked, before[first - 1].end, before[first].start
    ):
        first -= 1
    yield from dict.fromkeys(one.id for one in before[first:])


_QUOTE = regexp(r"“[^”\n]{0,400}”")


def _words_of_each(act: Act, chain: Sequence[Provision], quoted: Span) -> list[Span | None]:
    """Return the new words of each part, where they are told apart; else nothing for all."""
    flow, none = act.flow.flow, [None] * len(chain)
    if len(chain) < 2:
        return [*none]
    quotes = [Span(*one.span()) for one in _QUOTE.finditer(flow, quoted.start, quoted.end)]
    if len(quotes) == len(chain):
        return [*quotes]
    in_turn = _in_turn(act, chain, quoted)
    if in_turn:
        return in_turn
    stop = flow.find("。", quoted.start, quoted.end)
    again = chinese_provisions(flow, quoted.start, stop if stop >= 0 else quoted.end)
    if quotes or [one.id for one in again] != [one.id for one in chain]:
        return [*none]
    ends = [*(one.start for one in again[1:]), stop if stop >= 0 else quoted.end]
    return [act.flow.trimmed(one.end, end) for one, end in zip(again, ends, strict=True)]


_RESPECTIVELY = regexp(r"分别|各自|依次")
_EACH = regexp(r"(?:[^、和及,。;\n]|及(?=以))+")
_CLAUSE_END = regexp(r"[,。;\n]")


def _in_turn(act: Act, chain: Sequence[Provision], new: Span) -> list[Span | None]:
    """Return the values of each part where no quotes part them: ``分别降至3千瓦、80千瓦``."""
    flow = act.flow.flow
    if _RESPECTIVELY.search(flow, chain[-1].end, new.start) is None:
        return []
    stop = _CLAUSE_END.search(flow, new.start, new.end)
    end = stop.start() if stop else new.end
    told: list[Span | None] = [Span(*one.span()) for one in _EACH.finditer(flow, new.start, end)]
    return told if len(told) == len(chain) else []
