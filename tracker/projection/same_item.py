"""Is an item that came under a new id one that we hold?"""

from tracker.domain.announcements import FeedItem

_SAYS_LITTLE = 60
_SAYS_MUCH = 200


def same_item(
    item: FeedItem, url: str | None, published_at: str | None, compared: str, *, together: bool
) -> bool:
    """Tell whether an item with the same text is the same item under another id.

    Two short entries that stand in one list with addresses of their own are two.
    """
    if item.url is not None and url is not None and _address(item.url) == _address(url):
        return True
    if len(compared) < _SAYS_LITTLE and together:
        return False
    dates_agree = None in (item.published_at, published_at) or item.published_at == published_at
    return dates_agree or len(compared) >= _SAYS_MUCH


def _address(url: str) -> str:
    return url.partition("#")[0].partition("://")[2].rstrip("/")
