"""Do two ways of writing a provision mean the same part of an act, or one a part of the other?

Provisions are what stands behind the ``#`` of a measure's id: ``i-1``, ``2a``, ``art-3``.
"""

from tracker.extraction.spelling.regexps import regexp

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_PIECE = regexp(r"[0-9]+|[a-z]+")
_SEPARATORS = "-._(/"


def same_provision(one: str, other: str) -> bool:
    """Tell whether both name the same part: ``#2`` and ``#ii`` do, ``#2`` and ``#2a`` do not."""
    return one == other or _counted(one) == _counted(other)


def below(provision: str, wider: str) -> bool:
    """Tell whether a provision is a part of a wider one: ``2a`` and ``2-1`` of ``2``, never 20."""
    return any(
        _begins(own, broad)
        for own in (provision.lower(), _joined(provision))
        for broad in (wider.lower(), _joined(wider))
    )


def _begins(own: str, wider: str) -> bool:
    if not own.startswith(wider) or len(own) == len(wider):
        return False
    following = own[len(wider)]
    return following in _SEPARATORS or (wider[-1:].isdigit() and following.isalpha())


def _joined(provision: str) -> str:
    return "-".join(_counted(provision))


def _counted(provision: str) -> tuple[str, ...]:
    """Return the pieces of a provision with Roman numerals as digits."""
    return tuple(_arabic(piece) for piece in _PIECE.findall(provision.lower()))


def _arabic(piece: str) -> str:
    if not piece or any(letter not in _ROMAN for letter in piece):
        return piece
    values = [_ROMAN[letter] for letter in piece]
    following = [*values[1:], 0]
    return str(
        sum(
            -value if value < after else value
            for value, after in zip(values, following, strict=True)
        )
    )
