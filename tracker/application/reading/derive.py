"""What does an announcement say, and what is therefore recorded or proposed?

Links and claims move nothing and are recorded at once. What an act does is proposed; whether a
person is asked is for the policy to say, and its word is in the log like anybody's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.application.held import Find, Held
from tracker.application.interchange.lines import recording
from tracker.application.reading.accepting import accepting, proposal_in
from tracker.application.reading.alignment import Alignment
from tracker.application.reading.comparing import compared
from tracker.application.reading.policies import policy_in
from tracker.application.reading.proposing import SENTENCES_KEPT, proposal_id, reading_of
from tracker.application.reading.read_records import (
    Document,
    ReadRecords,
    RecordDict,
    act_of,
    known_time,
    link_record,
    published_on,
    records_of,
)
from tracker.application.reading.settling import awaits_a_person
from tracker.domain.announcements import FeedItem
from tracker.domain.events import NewEvent, record_stream
from tracker.domain.facts import AnnouncementRead, Mention, SourceAdded, event_of
from tracker.domain.policy import ACTOR_PREFIX, Policy
from tracker.domain.reviews import (
    READ_ANEW,
    TEXT_CHANGED,
    AnnouncementMarkedRead,
    ProposalMade,
    ProposalRebound,
    ProposalReopened,
    ProposalStep,
    Reading,
)
from tracker.domain.rulebook import Field
from tracker.extraction.extract import READER
from tracker.extraction.names.catalogue import Catalogue
from tracker.extraction.names.citations import Citation
from tracker.extraction.text_read import Text, TextRead, read_text
from tracker.projection.dossier import Recorded
from tracker.projection.proposals import Proposal
from tracker.projection.reading import read
from tracker.projection.sources import RULE_MAKING

NOTHING_TO_DECIDE = "nothing in it needs a decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads announcements with the words of a field; ``policy`` is that of the settings."""

    field: Field
    policy: Policy | None = None

    def read(
        self,
        announcement: str,
        item: FeedItem,
        *,
        known: Catalogue,
        source: SourceAdded,
        find: Find,
        fetched_at: str | None = None,
        anew: bool = False,
        said: TextRead | None = None,
    ) -> tuple[NewEvent, ...]:
        """Return what reading an item gives: the reading, its links and claims, a proposal.

        ``find`` sees the transaction in which this is appended, the announcement included or not.
        ``anew`` tells that the text is one that was read before, by another reader. ``said`` is
        what the text says, where it was read already with the same ``known``. ``fetched_at`` is
        the instant at which it was brought: an act dated later than that is doubted.
        """
        document = Document(
            announcement=announcement,
            source=source,
            url=item.url,
            title=item.title,
            published_at=known_time(item.published_at),
            fetched_at=fetched_at,
        )
        reason = READ_ANEW if anew else TEXT_CHANGED
        said = said or read_text(text_in(item, source), known=known)
        return tuple(self._events(document, said, find=find, reason=reason))

    @staticmethod
    def has_read(readings: Iterable[Recorded[AnnouncementRead]]) -> bool:
        """Tell whether some of the readings is by this reader."""
        return any(item.record.reader == READER for item in readings)

    @staticmethod
    def reads_otherwise(decided: Proposal) -> bool:
        """Tell whether a decision stands on what another reader read, and this one does not."""
        return not decided.open and decided.reading.reader != READER

    def _events(
        self, document: Document, said: TextRead, *, find: Find, reason: str
    ) -> Iterator[NewEvent]:
        held, found, unresolved = Held(find), said.extraction, said.unresolved
        mentions = tuple(_mention(one) for one in said.citations)
        yield event_of(
            AnnouncementRead(
                announcement=document.announcement,
                reader=READER,
                mentions=mentions,
                unresolved=unresolved,
                class_=found.klass,
                unread=tuple(part.quote for part in found.unread)[:SENTENCES_KEPT],
            )
        )
        amounts = records_of(found, document, self.field)
        yield from _said(amounts, mentions, document, held)
        titled = tuple(number for number in unresolved if number in (document.title or ""))
        reading, aligned = reading_of(
            found, amounts, document, held, reader=READER, titled=titled, fault=said.fault
        )
        yield from self._proposal(
            document, amounts, reading, aligned, held, reason=reason, failed=said.fault is not None
        )

    def _proposal(
        self,
        document: Document,
        read: ReadRecords,
        reading: Reading,
        aligned: Alignment,
        held: Held,
        *,
        reason: str,
        failed: bool,
    ) -> Iterator[NewEvent]:
        id = proposal_id(document.announcement)
        earlier = proposal_in(held.find, id)
        if earlier is not None:
            yield from _again(earlier, reading, held, reason)
            return
        policy = policy_in(held.find, self.policy)
        if aligned.confirms and not reading.unread:
            yield from _confirming(document, aligned, held, by=policy.actor)
            return
        action = policy.action(
            authority=document.source.authority, class_=reading.class_, complete=reading.complete
        )
        if action == "ignore" and not failed:
            if document.source.authority in RULE_MAKING:
                yield _closed(document.announcement, policy.actor, NOTHING_TO_DECIDE)
            return
        yield event_of(
            ProposalMade(
                proposal=id,
                source=document.source.id,
                authority=document.source.authority,
                reading=reading,
                title=document.title,
                url=document.url,
                jurisdiction=read.jurisdiction,
            )
        )
        if action == "accept" and not _closed_by_a_person(held.find, document.announcement):
            yield from accepting(id, reading, held, by=policy.actor)


def text_in(item: FeedItem, source: SourceAdded) -> Text:
    """Return what is to be read of an item of a source."""
    day = published_on(known_time(item.published_at), source.timezone)
    return Text(text=item.text, published_on=day, authority=source.authority)


def _again(earlier: Proposal, reading: Reading, held: Held, reason: str) -> Iterator[NewEvent]:
    """Yield what a new reading of a known announcement means for its proposal.

    A decision is bound to its evidence: where that stands unchanged, the decision does. What a
    person decided on a text holds as long as the text does, however a newer reader reads it.
    """
    step: ProposalStep
    if reading.evidence == earlier.reading.evidence:
        step = ProposalRebound(proposal=earlier.id, reading=reading)
    elif reason == READ_ANEW and not earlier.open and not _policy_alone(earlier, held):
        return
    else:
        step = ProposalReopened(proposal=earlier.id, reading=reading, reason=reason)
    yield event_of(step)


def _policy_alone(decided: Proposal, held: Held) -> bool:
    """Tell whether nobody but a policy, which took a reader's word, has decided."""
    return any(awaits_a_person(held, effect) for effect in decided.effects)


def _closed_by_a_person(find: Find, announcement: str) -> bool:
    """Tell whether somebody said that nothing in it is to be recorded: no policy knows better."""
    key = f"l:{announcement}"
    held = (read(event) for event in find([key]).get(key, ()))
    marks = (one for one in held if isinstance(one, AnnouncementMarkedRead))
    return any(not mark.by.startswith(ACTOR_PREFIX) for mark in marks)


def _closed(announcement: str, by: str, reason: str) -> NewEvent:
    return event_of(AnnouncementMarkedRead(announcement=announcement, by=by, reason=reason))


def _confirming(
    document: Document, aligned: Alignment, held: Held, *, by: str
) -> Iterator[NewEvent]:
    """Yield the link of a text that says what the log holds: nobody needs to decide anything."""
    act = act_of(aligned.records) or ""
    link = link_record("corroborates", document.announcement, act)
    if not held.has_link(link["id"]):
        yield _recorded(link)
    yield _closed(document.announcement, by, f"says what is recorded of {act}")


def _recorded(record: RecordDict) -> NewEvent:
    data = {**record}
    return recording(data.pop("type"), data)


def _said(
    read: ReadRecords, mentions: Iterable[Mention], document: Document, held: Held
) -> Iterator[NewEvent]:
    """Yield the links and claims of a document: what it cites or repeats, and what it asserts.

    What the issuer publishes cites; what anybody else publishes repeats.
    """
    kind = "cites" if document.source.authority == "issuer" else "restates"
    place = document.announcement
    links = [
        *read.links,
        *(
            link_record(kind, place, mention.instrument, [_quoted(mention, place)])
            for mention in mentions
        ),
        *compared(read.claims, held, announcement=place),
    ]
    for link in {link["id"]: link for link in reversed(links)}.values():
        if not held.has_link(link["id"]):
            yield _recorded(link)
    for claim in {claim["id"]: claim for claim in read.claims}.values():
        if not held.is_recorded(record_stream("claim", claim["id"])):
            yield _recorded(claim)


def _quoted(mention: Mention, announcement: str) -> RecordDict:
    return {
        "announcement": announcement,
        "quote": mention.quote,
        "start": mention.start,
        "end": mention.end,
    }


def _mention(found: Citation) -> Mention:
    return Mention(
        instrument=found.instrument,
        quote=found.quote,
        start=found.start,
        end=found.end,
        basis=found.basis,
    )
