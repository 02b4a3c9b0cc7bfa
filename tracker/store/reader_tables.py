"""Which tables hold what is kept of readers? (personal data: outside the log, and erasable)

Only ``subscriptions`` holds an address. What is made for many readers (``letters``) and what was
sent (``runs``, ``outbox``) names a subscription by its random id.
"""

from sqlalchemy import Column, Index, Integer, String, Table, Text

from tracker.store.registry import Position, metadata

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", String, primary_key=True),
    Column("channel", String, nullable=False),
    Column("target", String, nullable=False),
    Column("state", String, nullable=False),
    Column("token", String, nullable=False),
    Column("cadence", String, nullable=False),
    Column("hour", Integer, nullable=False),
    Column("zone", String, nullable=False),
    Column("language", String, nullable=False),
    Column("wanted", Text, nullable=False),
    Column("note", Text),
    Column("paused_until", String),
    Column("consent", Text),
    Column("secret", String),
    Column("created_at", String, nullable=False),
    Column("started_position", Position),
    Column("started_at", String),
    Column("reached_position", Position),
    Column("reached_at", String),
    Column("last_sent_at", String),
    Index("subscriptions_token", "token", unique=True),
)

suppressions = Table(
    "suppressions",
    metadata,
    Column("digest", String, primary_key=True),
    Column("reason", String, nullable=False),
    Column("since", String, nullable=False),
)

letters = Table(
    "letters",
    metadata,
    Column("id", String, primary_key=True),
    Column("subject", Text, nullable=False),
    Column("html", Text),
    Column("text", Text, nullable=False),
    Column("json", Text),
    Column("made_at", String, nullable=False),
)

letter_statements = Table(
    "letter_statements",
    metadata,
    Column("record", String, primary_key=True),
    Column("letter", String, primary_key=True),
)

runs = Table(
    "runs",
    metadata,
    Column("subscription", String, primary_key=True),
    Column("period", String, primary_key=True),
    Column("outcome", String, nullable=False),
    Column("since_position", Position, nullable=False),
    Column("since_instant", String, nullable=False),
    Column("until_position", Position, nullable=False),
    Column("until_instant", String, nullable=False),
    Column("letter", String),
    Column("made_at", String, nullable=False),
    Index("runs_letter", "letter"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", String, primary_key=True),
    Column("subscription", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("letter", String),
    Column("state", String, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", String, nullable=False),
    Column("error", Text),
    Column("made_at", String, nullable=False),
    Column("settled_at", String),
    Index("outbox_state", "state", "due_at"),
)

READER_TABLES = (subscriptions, suppressions, letters, letter_statements, runs, outbox)
"""In an order in which they can be emptied one by one."""
