"""Which tables hold what is kept of the people who sign in, and what is private to them?

All of it lies outside the log and can be erased. No table holds a password, a token, the word of a
cookie or an address: only hashes of them.
"""

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, String, Table, Text

from tracker.store.registry import metadata

accounts = Table(
    "accounts",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("name_key", String, nullable=False),
    Column("role", String, nullable=False),
    Column("password", String, nullable=False),
    Column("team", String),
    Column("created_at", String, nullable=False),
    Index("accounts_name", "name_key", unique=True),
)

retired_names = Table(
    "retired_names",
    metadata,
    Column("digest", String, primary_key=True),
    Column("since", String, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("digest", String, primary_key=True),
    Column("account", String, nullable=False),
    Column("created_at", String, nullable=False),
    Column("seen_at", String, nullable=False),
    Index("sessions_account", "account"),
)

tokens = Table(
    "account_tokens",
    metadata,
    Column("id", String, primary_key=True),
    Column("account", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("role", String, nullable=False),
    Column("label", String, nullable=False),
    Column("created_at", String, nullable=False),
    Column("expires_at", String),
    Column("used_at", String),
    Index("account_tokens_account", "account"),
    Index("account_tokens_digest", "digest", unique=True),
)

attempts = Table(
    "sign_in_attempts",
    metadata,
    Column("key", String, primary_key=True),
    Column("since", String, nullable=False),
    Column("tries", Integer, nullable=False),
)

subscription_owners = Table(
    "subscription_owners",
    metadata,
    Column("subscription", String, primary_key=True),
    Column("account", String, nullable=False),
    Column("names_parts", Boolean, nullable=False),
    Index("subscription_owners_account", "account"),
)

product_lists = Table(
    "product_lists",
    metadata,
    Column("owner", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("file_name", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("mapping", Text, nullable=False),
    Column("parts", Integer, nullable=False),
    Column("kept_by", String, nullable=False),
    Column("kept_at", String, nullable=False),
)

column_mappings = Table(
    "column_mappings",
    metadata,
    Column("owner", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("mapping", Text, nullable=False),
)

PRIVATE_TABLES = (
    subscription_owners,
    product_lists,
    column_mappings,
)
"""What belongs to one person or team; no page, digest or export of anybody else shows it."""

ACCOUNT_TABLES = (accounts, retired_names, sessions, tokens, attempts, *PRIVATE_TABLES)
"""In an order in which they can be emptied one by one."""
