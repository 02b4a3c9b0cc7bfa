"""How does a part of an edition become a letter, with each line rendered once for all readers?"""

from binascii import b2a_qp
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import cast

import css_inline
import orjson
from markupsafe import Markup

from tracker.application.subscriptions.readership import Letter
from tracker.digests.digest import Digest
from tracker.digests.personal import Occasion, Part
from tracker.digests.subscription import Channel
from tracker.rendering.digests import Shown, framed_page, line_entry, section_lines
from tracker.rendering.loading import Templates
from tracker.rendering.neutral import Laid
from tracker.rendering.page import DigestPage, MailSection, MailWords, Section
from tracker.rendering.words import Language, Words
from tracker.wire import plain

MOST_BYTES = 95_000
"""So long may the HTML of a mail be as it travels: Gmail cuts what is longer than 102 kB."""

_AT_LEAST = 3
_SPARE = 1_000

# Characters for private use: whatever comes from outside has lost them before it is printed.
NOTE_MARK = "\ue000"
UNSUBSCRIBE_MARK = "\ue001"
_PIECES_MARK = "\ue002{}\ue003"


@dataclass(frozen=True, slots=True)
class Piece:
    """One entry, rendered for both parts of a mail; ``size`` is that of the HTML as it travels."""

    html: str
    text: str
    size: int


class LetterDesk:
    """Writes the letters of one round; what it has rendered once it uses again."""

    def __init__(self, template_folder: Path | str | None = None) -> None:
        self._templates = Templates(template_folder)
        self._table = self._templates.words()
        self._inliner = css_inline.CSSInliner(
            inline_style_tags=False,
            keep_style_tags=True,
            load_remote_stylesheets=False,
            extra_css=self._templates.render("digest/mail.css.j2"),
        )
        self._css = self._templates.render("digest/mail.css.j2")
        # By identity; each keeps its line, so that no other one can take the place in memory.
        self._pieces: dict[tuple[int, str, str], tuple[Shown, Piece]] = {}

    def write(self, part: Part, occasion: Occasion, language: str, channel: Channel) -> Letter:
        """Return the letter of a part, in the forms that its channel needs."""
        words = Words(self._table, language)
        made = part.digest
        page = framed_page(words, made, (), occasion)
        html, text = self.both(page, words, made, subscribed=channel == "mail")
        json = _json(made, occasion) if channel == "webhook" else None
        subject = page.heading if occasion.watching else subject_of(words, page)
        content = "\0".join([channel, subject, html, text, json or ""])
        return Letter(
            id=sha256(content.encode()).hexdigest(),
            subject=subject,
            html=None if channel in ("webhook", "chat") else html,
            text=text,
            json=json,
            statements=part.statements,
        )

    def both(
        self, page: DigestPage, words: Words, digest: Digest, *, subscribed: bool
    ) -> tuple[str, str]:
        """Return the HTML and the text of a mail, alike in what they tell and leave out."""
        sections = [
            (section, [self._piece(words, section, line) for line in lines])
            for section, lines in section_lines(words, digest)
            if lines
        ]
        told = _mail_words(words, page, digest, subscribed=subscribed)
        bare = self._frame(page, told, [])
        kept = _fitting([pieces for _, pieces in sections], MOST_BYTES - _SPARE - _travels(bare))
        short = any(count < len(pieces) for count, (_, pieces) in zip(kept, sections, strict=True))
        mail_sections = tuple(
            _mail_section(words, section, index, count, pieces)
            for index, (count, (section, pieces)) in enumerate(zip(kept, sections, strict=True))
        )
        told = replace(told, rest=_rest(words, digest) if short else None)
        html = self._frame(page, told, mail_sections).decode()
        texts = []
        for index, (count, (_, pieces)) in enumerate(zip(kept, sections, strict=True)):
            html = html.replace(
                _PIECES_MARK.format(index), "".join(piece.html for piece in pieces[:count])
            )
            texts.append(Laid("".join(piece.text for piece in pieces[:count])))
        return html, self._text(page, told, mail_sections, texts)

    def _frame(self, page: DigestPage, told: MailWords, sections: Sequence[MailSection]) -> bytes:
        """Render everything but the entries, with the styles written into the elements."""
        framed = replace(page, sections=tuple(sections))
        html = self._templates.render("digest/mail.html.j2", page=framed, mail=told)
        return self._inliner.inline(html).encode()

    def _text(
        self,
        page: DigestPage,
        told: MailWords,
        sections: Sequence[MailSection],
        texts: Sequence[str],
    ) -> str:
        laid = tuple(replace(one, pieces=text) for one, text in zip(sections, texts, strict=True))
        framed = replace(page, sections=laid)
        return self._templates.render("digest/mail.txt.j2", page=framed, mail=told)

    def _piece(self, words: Words, section: Section, line: Shown) -> Piece:
        key = (id(line), section.key, words.language)
        found = self._pieces.get(key)
        if found is None:
            found = self._pieces[key] = (line, self._rendered(words, section, line))
        return found[1]

    def _rendered(self, words: Words, section: Section, line: Shown) -> Piece:
        values = {
            "entry": line_entry(words, section.key, line),
            "why_label": words("why.label"),
        }
        html = self._templates.render("digest/mail-entry.html.j2", **values)
        html = css_inline.inline_fragment(html.strip(), self._css, load_remote_stylesheets=False)
        text = self._templates.render("digest/entry.txt.j2", **values)
        return Piece(html=html, text=text, size=_travels(html.encode()))


def _travels(html: bytes) -> int:
    """Return how many bytes a text has on its way, where each letter beyond ASCII takes more."""
    return len(b2a_qp(html))


def subject_of(words: Words, page: DigestPage) -> str:
    """Return one line that tells the most important of a digest."""
    told = [item.text for item in page.summary if item.alert][:2]
    told += [item.text for item in page.summary if not item.alert][: 3 - len(told)]
    if not told:
        told = [words("mail.history_only" if page.history else "mail.nothing_new")]
    return words("mail.subject", heading=page.heading, summary=words.listed(told))


def _mail_words(words: Words, page: DigestPage, digest: Digest, *, subscribed: bool) -> MailWords:
    return MailWords(
        preview=words.listed(item.text for item in page.summary) or page.title,
        note=Laid(NOTE_MARK) if subscribed else Laid(""),
        unsubscribe=Laid(UNSUBSCRIBE_MARK),
        unsubscribe_label=words("mail.unsubscribe") if subscribed else None,
        why=words("mail.because") if subscribed else None,
        rest=None,
        columns=(words("mail.whom"), words("mail.runs")),
    )


def _mail_section(
    words: Words, section: Section, index: int, count: int, pieces: Sequence[Piece]
) -> MailSection:
    left = len(pieces) - count
    return MailSection(
        key=section.key,
        heading=section.heading,
        lead=section.lead,
        entries=(),
        alert=section.alert,
        pieces=cast(str, Markup(_PIECES_MARK.format(index))),  # noqa: S704 (our own mark)
        left_out=words.count("mail.left_out", left) if left else None,
    )


def _rest(words: Words, digest: Digest) -> str:
    since, until = (plain(when) for when in (digest.window.since, digest.window.until))
    return words("mail.rest", since=since, until=until)


def _fitting(sections: Sequence[Sequence[Piece]], room: int) -> list[int]:
    """Return how many entries of each section fit: the first few of each, then in their order."""
    kept = [0] * len(sections)
    for most in (_AT_LEAST, None):
        for index, pieces in enumerate(sections):
            for piece in _next(pieces[:most], kept[index]):
                if piece.size > room:
                    break
                room -= piece.size
                kept[index] += 1
    return kept


def _next(pieces: Sequence[Piece], start: int) -> Iterator[Piece]:
    return iter(pieces[start:])


def _json(digest: Digest, occasion: Occasion) -> str:
    return orjson.dumps({"occasion": plain(occasion), "digest": plain(digest)}).decode()


def mail_parts(
    digest: Digest, *, language: Language = "en", template_folder: Path | str | None = None
) -> tuple[str, str, str]:
    """Return subject, HTML and text of a digest that belongs to no subscription."""
    desk = LetterDesk(template_folder)
    words = Words(Templates(template_folder).words(), language)
    page = framed_page(words, digest, ())
    html, text = desk.both(page, words, digest, subscribed=False)
    return subject_of(words, page), html, text
