"""Who issued what a text only calls an ``Announcement``, and who cannot have?

In English it is the ministries of China that number announcements; the agencies of the West
number rules, regulations, orders. So an alert that names such an agency beside a foreign
announcement does not make it that agency's.
"""

from tracker.extraction.names.catalogue import KnownIssuer
from tracker.extraction.names.numbers import NamedNumber
from tracker.extraction.prose.flow import Flow
from tracker.extraction.spelling.regexps import regexp

ANNOUNCING = "MOFCOM"
"""Which ministry numbers the announcements on export control, also joint ones."""
_CALLED = regexp(r"\b(?:[Aa]nnouncements?|ANNOUNCEMENTS?)\b[^;!?\n]{0,70}$")
_NUMBER_OTHERWISE = frozenset({"US", "EU", "GB", "UK", "JP", "NL", "CA", "AU"})
_OF_CHINA = regexp(r"\b(?:China|CHINA|Chinese|CHINESE|Beijing|BEIJING|MOFCOM)\b")


def is_announcement(flow: Flow, number: NamedNumber) -> bool:
    """Tell whether an English text calls what bears the number an announcement."""
    if number.form != "announcement" or flow.language != "en":
        return False
    return _CALLED.search(flow.flow, max(0, number.start - 80), number.end) is not None


def may_announce(issuer: KnownIssuer) -> bool:
    """Tell whether a body issues announcements at all."""
    return issuer.jurisdiction not in _NUMBER_OTHERWISE


def speaks_of_china(flow: Flow) -> bool:
    """Tell whether a text says whose announcements it tells of."""
    return _OF_CHINA.search(flow.flow) is not None
