"""What does one document say? (the entry to all reading by rules)"""

from dataclasses import replace
from datetime import date

from tracker.domain.records import Authority
from tracker.extraction.act import Act, Family
from tracker.extraction.classes.assertions import Said
from tracker.extraction.classes.bare_notices import moves_its_own, only_a_notice
from tracker.extraction.classes.claims import beside, claims
from tracker.extraction.classes.class_words import DRAFT, OPEN_MATTER, STOPPED
from tracker.extraction.classes.classes import class_of
from tracker.extraction.classes.plain_news import is_plain_news
from tracker.extraction.classes.retold import answers_a_letter, retold
from tracker.extraction.classes.signs import Signs
from tracker.extraction.classes.unnumbered import HEAD_OF_FORM, form_of_act
from tracker.extraction.classes.unread import undecided, unread
from tracker.extraction.days.commencement import commencement
from tracker.extraction.days.times import Times
from tracker.extraction.deeds.amendments import Amendments, amendments
from tracker.extraction.deeds.answers import DECIDED, decider, start_of_answer
from tracker.extraction.deeds.deeds import deeds
from tracker.extraction.deeds.effects import effects
from tracker.extraction.extracted import (
    DocumentClass,
    ExtractedClaim,
    ExtractedInstrument,
    ExtractedLink,
    Extraction,
    Language,
)
from tracker.extraction.heads.eu_heads import recited
from tracker.extraction.heads.gazette_days import PRINTED_LATER
from tracker.extraction.heads.headings import heading_of
from tracker.extraction.heads.identity import instrument_of, issuers_of
from tracker.extraction.heads.issue_days import Dated, dates_of
from tracker.extraction.heads.layout import Layout, layout_of
from tracker.extraction.heads.naming import Namer
from tracker.extraction.heads.page_lines import links_start, tail_start
from tracker.extraction.heads.presidents import (
    PRESIDENT,
    PRESIDENTIAL,
    holds_at_once,
    presidential_act,
)
from tracker.extraction.heads.register_marks import filed_at
from tracker.extraction.measures.measures import measures
from tracker.extraction.names.catalogue import Catalogue
from tracker.extraction.names.citations import find_citations
from tracker.extraction.names.id_paths import FEDERAL
from tracker.extraction.names.issuers import issuer_names
from tracker.extraction.prose.flow import Flow, Span
from tracker.extraction.spelling.regexps import regexp

READER = "rules/13"
"""Who read: stands beside every reading, so that a better reader can read again."""

NOTHING_KNOWN = Catalogue()

_FAMILIES: dict[str, Family] = {
    "fr_doc": "rule",
    "fr_correction": "rule",
    "open_licence": "licence",
    "titled_licence": "licence",
    "trade_licence": "licence",
    "ofac_licence": "licence",
    "ofsi_licence": "licence",
}
_ORDERS = frozenset({"order", "presidential_order"})
_ORDER_TITLE = regexp(r"(?:办法|条例|规定|细则|规则|目录)(?:\s|$|\()")
_RULE_START = regexp(r"(?:(?<=\n)|^)(?:AGENCY:?|SUMMARY:?|Correction\s*\n)")
_REGISTER_FORM = regexp(
    r"(?:(?<=\n)|^)\W{0,4}(?:AGENCY|Agency|ACTION|Action|SUMMARY|Summary|DATES?|Effective\s[Dd]ates?)\b\s?[:.\n]"
    r"|(?:(?<=\n)|^)Correction\s*\n|\bFiled:?\s[0-9]{1,2}-[0-9]{1,2}-[0-9]{2}|\[Federal\sRegister\b"
)
"""What a document of the register shows beside its number."""
_LICENCE_TITLE = regexp(r"(?i)(?:(?<=\n)|^)(?:temporary\s)?general\slicense\b")
"""How an agency's own page heads a general licence, where the register's form is left off."""
_RULE_END = regexp(r"\[FR\sDoc\.?\s[^\n\]]{5,60}Filed")
_POINT_OF_ORDER = regexp(
    r"(?:(?<=\n)|^)\s{0,4}一、[^\n]{0,80}?(?:采取|禁止|冻结|列入|不予|限制|取消|暂停)"
)
"""How an order that decides on somebody begins its first point."""
_POINTS_OF_ORDER = regexp(
    r"(?:(?<=\n)|^)\s{0,4}\(?[1aI][.)]\s[^\n]{20,}\n\s{0,4}\(?(?:[2b]|II)[.)]\s[^\n]{20,}"
)
"""How an English one goes on point by point."""
_ARTICLE = regexp(r"(?:(?<=\n)|^)\s{0,4}(?:第一条[\s:]|(?:Article|ARTICLE)\s(?:1|I|One)\b)")
_ENACTS = regexp(
    r"(?:(?<=\n)|^)(?:(?:HAS|HAVE)\s(?:ADOPTED|DECIDED|ENACTED)\b[^\n:]{0,60}:|(?i:(?:hereby\s)?(?:decrees|orders"
    r"|resolves|decides|enacts|ordains)(?:\sas\sfollows|\sthe\sfollowing)?:))[ \t]*(?=\n)"
    r"|\bhereby\s(?:and\s)?proclaims?\b[^.;:\n]{0,60}:[ \t]*(?=\n)"
    r"|(?:(?<=\n)|^)(?=(?:NOW|Now),?\s(?:THEREFORE|[Tt]herefore),?\s(?![^\n]{0,600}:[ \t]*\n))"
)
"""What stands between the recitals and what is decided: nothing before it binds."""
_BY_SCHEDULE = regexp(
    r"\b[Ss]chedules?(?:\s[0-9]{1,2})?,?\s(?:\([^()\n]{3,80}\)\s)?(?:\(?which\s[^.;\n]{3,80}?\)?,?\s)?(?:has|have)\seffect\b"
    r"|\b[Aa]mendments\s(?:set\sout|specified|contained|made)\s(?:in|by)\s(?:the\s)?[Ss]chedule(?:\s[0-9]{1,2})?\shave\seffect\b"
    r"|\b[Ss]chedule(?:\s[0-9]{1,2})?\s(?:makes|contains)\s[^.;\n]{0,60}?\b(?:amendments|revocations|repeals)\b"
    r"|\bin\s(?:the\s)?[Ss]chedule(?:\s[0-9]{1,2})?\sare\samended\sas\s(?:set\sout|specified|described|mentioned)\b"
)
"""What says that the paragraphs of a schedule hold as those of the act do."""
_PRINTED_AGAIN = regexp(
    r"根据本(?:决定|令|公告|通知)[^。\n]{0,30}(?:修改|修订|修正|调整)[^。\n]{0,20}重新公布[^。\n]{0,8}。"
)
"""What stands before the whole text of the amended act: nothing behind it is decided here."""
_TITLE_OF_FORM = 300
"""Within how many characters a text says that it is a conversation, and no act."""
_ASKED_ZH = regexp(r"答记者|发言人|记者问|[答就]问|新闻发布会|记者会")
_ASKED_EN = regexp(
    r"(?i)spokes(?:person|man|woman)|press\s(?:conference|briefing)|remarks"
    r"|\banswer(?:s|ed)?\s(?:[\w']+\s){0,2}questions|\bquestions\s(?:from|of)\s(?:the\s)?(?:press|media|journalists|reporters)"
)


def extract(
    text: str,
    *,
    published_on: date | None = None,
    authority: Authority | None = None,
    language: Language | None = None,
    known: Catalogue | None = None,
) -> Extraction:
    """Read ``text``, as `tracker.extraction.pages.announcement_text.text_of` gives it.

    ``published_on`` is the day of the document in its own zone, where the caller knows it;
    ``authority`` is the standing of its source. ``known`` are the recorded acts and the issuers
    of the field: without it, only what the text itself says is resolved. Never raises; takes
    time in proportion to the text.
    """
    known = known or NOTHING_KNOWN
    flow = Flow(text, language=language, names=issuer_names(known.issuers))
    if (
        published_on is not None
        and is_plain_news(flow, authority=authority)
        and not _citations(flow, known, published_on)
    ):
        return Extraction(
            text=flow.text, language=flow.language, klass="report", published_on=published_on
        )
    return _Reader(flow, layout_of(flow), known, authority, published_on).read()


def _citations(flow: Flow, known: Catalogue, published_on: date | None) -> tuple[str, ...]:
    """Return the recorded acts that a text cites."""
    if not known.instruments:
        return ()
    found = find_citations(flow.text, catalogue=known, published_on=published_on)
    return tuple(citation.instrument for citation in found)


class _Reader:
    """The steps of one reading, in order."""

    def __init__(
        self,
        flow: Flow,
        layout: Layout,
        known: Catalogue,
        authority: Authority | None,
        published_on: date | None,
    ) -> None:
        self.flow, self.layout, self.known, self.authority = flow, layout, known, authority
        self.dated = dates_of(flow, layout, published_on=published_on)
        self.published_on = published_on or self.dated.published_on
        self._told_on = published_on is not None
        self.namer = Namer(flow, known)
        self.namer.issued_on = self.dated.issued_on
        self.issuers = issuers_of(flow, layout, self.namer)
        self.namer.own = self.issuers[0] if self.issuers else None
        number = flow.numbers[layout.number] if layout.number is not None else None
        self.namer.own_number = number
        self.namer.in_register = number is not None and number.form in {*FEDERAL, *PRESIDENTIAL}
        published = self.dated.published_on if layout.number is not None else self.published_on
        if published is None and (number is None or number.form not in PRINTED_LATER):
            published = self.dated.issued_on  # the register alone files a document before its day
        self.times = Times(flow, published_on=published, issued_on=self.dated.issued_on)

    def read(self) -> Extraction:
        answer = self._answer() or self._unnumbered()
        klass = class_of(self._signs(decides=answer is not None))
        if klass == "act":
            titled = self.layout.number is not None
            return self._act(self._read_act(), klass) if titled else self._act(answer, klass)
        if self.layout.number is not None and not self._told_on:
            page = replace(self.layout, number=None)
            self.dated = dates_of(self.flow, page, published_on=None)
            self.published_on = self.dated.published_on or self.published_on
        return self._other(klass)

    def _unnumbered(self) -> Act | None:
        """Return the act that a text is by its form, whose number or issuer is not known.

        Its own id stays open; what it does to acts that are known can be read all the same.
        """
        if self.layout.number is not None or self.authority not in ("issuer", "official"):
            return None
        head = self.flow.flow[:HEAD_OF_FORM]
        form = form_of_act(head)
        asked = _ASKED_ZH if self.flow.language == "zh" else _ASKED_EN
        if form is None or STOPPED.pattern.search(head) or DRAFT.pattern.search(head):
            return None
        if asked.search(head, 0, _TITLE_OF_FORM) or OPEN_MATTER.search(head):
            return None
        own = presidential_act(self.flow, self.dated)
        self.dated = own[1] if own else self.dated
        dated = own[1] if own else self.dated if not self._only_a_time() else Dated()
        if dated != self.dated:
            self.times = Times(
                self.flow, published_on=dated.published_on, issued_on=dated.issued_on
            )
        instrument = ExtractedInstrument(
            id=own[0] if own else None,
            issuers=PRESIDENT if own else (),
            issued_on=dated.issued_on,
            title=heading_of(self.flow, form),
            evidence=dated.evidence,
        )
        return self._assembled(instrument, "articles", Span(0, tail_start(self.flow, form.end())))

    def _only_a_time(self) -> bool:
        """Tell whether the day that was taken for the document's own is one of which it speaks."""
        told = self.dated.evidence
        return any(
            word.start < one.end and one.start < word.end for one in told for word in self.times.all
        )

    def _signs(self, *, decides: bool) -> Signs:
        return Signs(
            flow=self.flow, layout=self.layout, authority=self.authority, decides=decides,
            names_acts=bool(self.namer.named_in(0, links_start(self.flow)))
            or bool(self._cited()),
        )  # fmt: skip

    def _read_act(self) -> Act | None:
        self.namer.is_act = True
        instrument = instrument_of(
            self.flow, self.layout, self.namer, issuers=self.issuers, dated=self.dated
        )
        if instrument is None:
            return None
        family = self._family(instrument)
        return self._assembled(instrument, family, self._body(family))

    def _assembled(self, instrument: ExtractedInstrument, family: Family, body: Span) -> Act:
        layout = self.layout
        if family == "articles":  # a schedule that has effect is read with the body
            apart = tuple(one for one in layout.annexes if not body.overlaps(one))
            layout = replace(layout, annexes=apart)
        spans = (body, *layout.annexes)
        found = (
            commencement(self.flow, self.times, spans, tail_start(self.flow, body.start))
            if family != "answer"
            else start_of_answer(self.flow, self.times)
        )
        found = holds_at_once(instrument, found)
        return Act(
            flow=self.flow, layout=layout, namer=self.namer, times=self.times,
            known=self.known, instrument=instrument, family=family, body=body, commencement=found,
        )  # fmt: skip

    def _family(self, instrument: ExtractedInstrument) -> Family:
        kind = instrument.kind or ""
        if kind == "fr_doc" and not _REGISTER_FORM.search(self.flow.flow):
            titled = _LICENCE_TITLE.search(self.flow.flow[: self.layout.body.start])
            return "licence" if titled else "articles"
        if kind in _FAMILIES:
            return _FAMILIES[kind]
        if kind in _ORDERS and (instrument.id or "cn/").startswith("cn/"):
            return "notice" if self._decides_by_points() else "order"
        head = self.flow.flow[: self.layout.body.start]
        articles = self.flow.flow.startswith("第一条", self.layout.body.start)
        if self.flow.language == "zh" and articles and _ORDER_TITLE.search(head):
            return "order"
        return "notice" if (instrument.id or "cn/").startswith("cn/") else "articles"

    def _decides_by_points(self) -> bool:
        """Tell whether an order decides point by point, as a notice does, and has no articles."""
        body = self.flow.flow[self.layout.body.start : self.layout.body.end]
        pointed = _POINT_OF_ORDER if self.flow.language == "zh" else _POINTS_OF_ORDER
        return pointed.search(body) is not None and _ARTICLE.search(body) is None

    def _body(self, family: Family) -> Span:
        if family != "rule":
            body = self.layout.body
            enacts = _ENACTS.search(self.flow.flow, body.start, body.end) or recited(
                self.flow.flow, body.start, body.end
            )
            again = _PRINTED_AGAIN.search(self.flow.flow, body.start, body.end)
            annexes, stop = self.layout.annexes, again.end() if again else body.end
            if annexes and family == "articles" and _BY_SCHEDULE.search(self.flow.flow, *body.ends):
                stop = annexes[-1].end
            return self.flow.trimmed(enacts.end() if enacts else body.start, stop)
        start = _RULE_START.search(self.flow.flow)
        low = start.start() if start else 0
        end = _RULE_END.search(self.flow.flow, low)
        last = filed_at(self.flow.flow)
        rest = last if last is not None and last > low else len(self.flow.flow)
        return Span(low, end.start() if end else rest)

    def _answer(self) -> Act | None:
        """Return the act that a deciding answer is: a deciding word, a named act, a day."""
        asked = _ASKED_ZH if self.flow.language == "zh" else _ASKED_EN
        issuer = decider(self.flow, self.namer) or self.namer.own
        day = self.dated.issued_on
        if self.layout.number is not None or issuer is None or issuer.series is None or day is None:
            return None
        if not asked.search(
            self.flow.flow, 0, min(1500, links_start(self.flow))
        ) or not self.flow.sieve.search(DECIDED):
            return None
        instrument = ExtractedInstrument(
            id=f"{issuer.series}/{day.year}/qa-{day.isoformat()}",
            number=None,
            issuers=(issuer.short or issuer.code,),
            issued_on=day,
            title=self.flow.text.split("\n", 1)[0][:200],
            kind="answer",
            evidence=self.dated.evidence,
        )
        act = self._assembled(instrument, "answer", Span(0, links_start(self.flow)))
        dated = (deed.life.start or deed.life.end for deed in deeds(act))
        return act if any(dated) or (act.commencement.general and deeds(act)) else None

    def _act(self, act: Act | None, klass: DocumentClass) -> Extraction:
        if act is None:
            return self._other("statement")
        done = deeds(act)
        changed = amendments(act) if act.family != "answer" else Amendments()
        moved = effects(act, done, changed)
        unknown = not any(one in self.known.issuers for one in self.issuers)
        if (not moved or (unknown and not moves_its_own(act, moved))) and only_a_notice(act):
            return self._other("statement")
        named = act.instrument.id is not None and act.family != "answer"
        limbs = measures(act, done, amends=changed.amends, changed=changed.spans) if named else ()
        said: tuple[ExtractedClaim, ...] = ()
        if act.family == "answer":
            said = beside(claims(self._said("statement")), moved)
        return Extraction(
            text=self.flow.text, language=self.flow.language, klass=klass,
            published_on=self.dated.published_on, instrument=act.instrument, measures=limbs,
            effects=moved, claims=said, unread=unread(act, limbs=limbs, effects=moved),
        )  # fmt: skip

    def _other(self, klass: DocumentClass | None) -> Extraction:
        said = claims(self._said(klass)) if klass not in (None, "draft") else ()
        official = self.authority in ("issuer", "official")
        told = official and klass in ("statement", "restatement")
        return Extraction(
            text=self.flow.text, language=self.flow.language, klass=klass,
            published_on=self.published_on, claims=said, links=self._links(klass),
            unread=undecided(self.flow, said, about_acts=klass == "statement") if told else (),
        )  # fmt: skip

    def _said(self, klass: DocumentClass | None) -> Said:
        named = tuple(one.id for one in self.namer.named_in(0, len(self.flow.flow)))
        return Said(
            flow=self.flow, namer=self.namer, times=self.times, known=self.known, klass=klass,
            body=Span(0, self._end_of_prose()), official=self._official(klass),
            published_on=self.published_on or self.dated.issued_on,
            about=tuple(dict.fromkeys(named or self._cited()))[:1],
        )  # fmt: skip

    def _end_of_prose(self) -> int:
        return tail_start(self.flow, min(600, len(self.flow.flow) // 3))

    def _official(self, klass: DocumentClass | None) -> str | None:
        """Return who speaks in an official text: the first body that it names."""
        if self.authority not in ("issuer", "official") or klass not in (
            "statement",
            "restatement",
        ):
            return None
        names = [one.short or one.code for one in self.issuers]
        if not names:
            return "issuer" if klass == "restatement" else "spokesperson"
        return f"{names[0]} spokesperson" if klass == "statement" else names[0]

    def _cited(self) -> tuple[str, ...]:
        return _citations(self.flow, self.known, self.published_on)

    def _links(self, klass: DocumentClass | None) -> tuple[ExtractedLink, ...]:
        """Return the acts that a text retells; only a retelling passes on what they say."""
        if klass not in ("restatement", "statement"):
            return ()
        explains = self.authority in ("issuer", "official") and answers_a_letter(self.flow)
        found = {
            named.id: ExtractedLink(
                kind="clarifies" if explains else "restates",
                to=named.id,
                evidence=(self.flow.evidence("to", named.start, named.end),),
            )
            for named in retold(self.flow, self.namer, wholly=klass == "restatement" or explains)
        }
        if not self.flow.numbers:
            for id in self._cited():
                found.setdefault(id, ExtractedLink(kind="restates", to=id))
        return tuple(found.values())
