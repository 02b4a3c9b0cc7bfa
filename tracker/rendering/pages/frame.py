"""What stands around every page: navigation, search, clocks, the log's head, the disclaimer?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from tracker.digests.lines import Names
from tracker.domain.questions import Clocks
from tracker.rendering.addresses import Addresses, in_path
from tracker.rendering.words import LANGUAGES, TAGS, Words

PAGES = (
    ("today", "/"),
    ("rules", "/rules"),
    ("timeline", "/timeline"),
    ("compare", "/compare"),
    ("check", "/check"),
    ("review", "/review"),
    ("sources", "/sources"),
    ("digests", "/digests"),
    ("log", "/log"),
)
"""The pages of the navigation, each with the path under which it and its like stand."""

_KEEP_CLOCKS = frozenset({"rules", "timeline", "compare", "check"})
_UNDER = {"/measures": "rules", "/instruments": "rules"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NavItem:
    """A link of the navigation; ``current`` marks the page that is shown or its part."""

    key: str
    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLink:
    """A link to the same page in another language; ``tag`` is what ``lang`` says."""

    text: str
    href: str
    tag: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """Who is signed in, and in which role, in words."""

    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameView:
    """All that ``web/base.html.j2`` prints around a page.

    ``csrf`` goes into every form that does something, ``here`` is the address of the page itself,
    ``assets`` leads from the name of a served file to its address with its version, ``kept`` are
    the clocks that a form must carry on, by the names of their parameters. ``words`` are the
    frame's own labels by key. ``touches`` names the parts in the reader's own lists that the rules
    of the page touch.
    """

    language: str
    brand: str
    navigation: tuple[NavItem, ...]
    languages: tuple[LanguageLink, ...]
    search_text: str
    kept: Mapping[str, str]
    person: PersonView | None
    csrf: str
    here: str
    sign_in: str
    clocks: str
    head: str
    check: str
    made: str
    disclaimer: str
    assets: Mapping[str, str]
    words: Mapping[str, str]
    touches: tuple[str, ...] = ()


LABELS = (
    "skip", "pages", "search", "search_hint", "find", "languages", "sign_in", "sign_out",
    "signed_in", "print_head",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the frame of one answer is made from; ``query`` is the address's own, as pairs."""

    path: str
    query: tuple[tuple[str, str], ...]
    addresses: Addresses
    clocks: Clocks
    title: Names
    disclaimer: str
    head: tuple[int, str]
    version: str
    assets: Mapping[str, str]
    person: tuple[str, str] | None = None
    csrf: str = ""
    touches: tuple[str, ...] = ()


def frame_view(words: Words, around: Around) -> FrameView:
    """Return what stands around a page."""
    position, hash_ = around.head
    return FrameView(
        language=TAGS[words.language],
        brand=words.name(around.title),
        navigation=tuple(_navigation(words, around)),
        languages=tuple(_languages(words, around)),
        search_text=dict(around.query).get("q", "") if around.path == "/search" else "",
        kept=around.addresses.clocks,
        person=_person(words, around.person),
        csrf=around.csrf,
        here=_here(around),
        sign_in=Addresses().to("/sign-in", next=_here(around)),
        clocks=clock_words(words, around.clocks),
        head=words("foot.head", position=position, hash=hash_),
        check=words("frame.check", hash=hash_),
        made=words("frame.made", when=words.instant(around.clocks.now), version=around.version),
        disclaimer=around.disclaimer,
        assets=around.assets,
        words={key: words(f"frame.{key}") for key in LABELS},
        touches=around.touches,
    )


def clock_words(words: Words, clocks: Clocks) -> str:
    """Say in one line which day is asked about, as announced and as recorded by when."""
    on = words("clocks.on", day=words.day(clocks.on)) if clocks.on else words("clocks.on_today")
    return words.clauses(
        (
            on,
            _known(words, "announced", clocks.announced_by, clocks.now),
            _known(words, "recorded", clocks.recorded_by, clocks.now),
        )
    )


def _known(words: Words, key: str, when: object, now: datetime) -> str:
    if when is None:
        return words(f"clocks.{key}_now")
    return words(f"clocks.{key}", when=words.when(when))  # type: ignore[arg-type]


def _navigation(words: Words, around: Around) -> Iterator[NavItem]:
    current = current_page(around.path)
    for key, path in PAGES:
        href = around.addresses.to(path) if key in _KEEP_CLOCKS else path
        yield NavItem(key=key, text=words(f"nav.{key}"), href=href, current=key == current)


def current_page(path: str) -> str | None:
    """Return the key of the page of the navigation that a path belongs to."""
    first = "/" + path.strip("/").partition("/")[0]
    return _UNDER.get(first) or {where: key for key, where in PAGES}.get(first)


def _languages(words: Words, around: Around) -> Iterator[LanguageLink]:
    asked = {key: value for key, value in _asked(around).items() if key != "lang"}
    for language in LANGUAGES:
        yield LanguageLink(
            text=words(f"frame.language_{language}"),
            href=Addresses().to(in_path(around.path), **asked, lang=language),
            tag=TAGS[language],
            current=language == words.language,
        )


def _person(words: Words, person: tuple[str, str] | None) -> PersonView | None:
    if person is None:
        return None
    name, role = person
    return PersonView(name=name, role=words.known("role", role) or role)


def _here(around: Around) -> str:
    return Addresses().to(in_path(around.path), **_asked(around))


def _asked(around: Around) -> dict[str, list[str]]:
    asked: dict[str, list[str]] = {}
    for key, value in around.query:
        asked.setdefault(key, []).append(value)
    return asked
