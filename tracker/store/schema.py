"""Which tables does a tracker database have?

The same shape is made by the migrations under ``db/migrations``; a test compares the two. Only
``postings`` and ``checkpoint`` are derived: they are thrown away and made anew by a rebuild.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    LargeBinary,
    String,
    Table,
)

from tracker.store.account_tables import ACCOUNT_TABLES
from tracker.store.reader_tables import READER_TABLES
from tracker.store.registry import Position, metadata

REVISION = "0004"
"""The newest migration that this program knows."""

events = Table(
    "events",
    metadata,
    Column("position", Position, primary_key=True, autoincrement=False),
    Column("stream", String, nullable=False),
    Column("stream_position", Position, nullable=False),
    Column("name", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("recorded_at", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

postings = Table(
    "postings",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("position", Position, primary_key=True),
    sqlite_with_rowid=False,
)

checkpoint = Table(
    "checkpoint",
    metadata,
    Column("name", String, primary_key=True),
    Column("position", Position, nullable=False),
)

lease = Table(
    "lease",
    metadata,
    Column("name", String, primary_key=True),
    Column("holder", String, nullable=False),
    Column("expires_at", String, nullable=False),
)

APPEND_ONLY = ("events", "documents")
"""Tables whose rows are never changed or deleted; triggers refuse it."""

ERASABLE = (*READER_TABLES, *ACCOUNT_TABLES)
"""Tables with what is kept of readers and of those who sign in; nothing of it enters the log."""

__all__ = [
    "APPEND_ONLY",
    "ERASABLE",
    "REVISION",
    "checkpoint",
    "documents",
    "events",
    "lease",
    "metadata",
    "postings",
]
