"""Is a deed only told beside another one, by which somebody comes off a list?"""

from tracker.extraction.act import Act
from tracker.extraction.deeds.deeds import Deed


def told_by_another(deed: Deed, others: tuple[Deed, ...]) -> bool:
    """Tell whether another deed says the same of the same parties (off the list, no more force)."""
    names = {party.name for party in deed.parties}
    return any(
        other is not deed and other.kind == deed.kind and {p.name for p in other.parties} == names
        for other in others
    )


def is_of_the_listed(act: Act, deed: Deed, off: Deed) -> bool:
    """Tell whether a deed without parties is done to those whom its sentence takes off a list.

    ``下列实体移出名单,不再执行第3号公告规定的措施:`` frees them alone, and not everybody.
    """
    acts = {id for id, _, _ in deed.targets}
    return (
        off.kind == deed.kind
        and acts == {id for id, _, _ in off.targets}
        and act.flow.sentence(off.words.start) == act.flow.sentence(deed.words.start)
    )
