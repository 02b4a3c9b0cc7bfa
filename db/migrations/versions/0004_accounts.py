"""Accounts, their sessions and tokens, and what is private to them: outside the log, erasable."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("password", sa.String(), nullable=False),
        sa.Column("team", sa.String()),
        sa.Column("created_at", sa.String(), nullable=False),
    )
    op.create_index("accounts_name", "accounts", ["name_key"], unique=True)
    op.create_table(
        "retired_names",
        sa.Column("digest", sa.String(), primary_key=True),
        sa.Column("since", sa.String(), nullable=False),
    )
    _make_ways_in()
    _make_private()


def _make_ways_in() -> None:
    op.create_table(
        "sessions",
        sa.Column("digest", sa.String(), primary_key=True),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("seen_at", sa.String(), nullable=False),
    )
    op.create_index("sessions_account", "sessions", ["account"])
    op.create_table(
        "account_tokens",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("expires_at", sa.String()),
        sa.Column("used_at", sa.String()),
    )
    op.create_index("account_tokens_account", "account_tokens", ["account"])
    op.create_index("account_tokens_digest", "account_tokens", ["digest"], unique=True)
    op.create_table(
        "sign_in_attempts",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("since", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
    )


def _make_private() -> None:
    op.create_table(
        "subscription_owners",
        sa.Column("subscription", sa.String(), primary_key=True),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("names_parts", sa.Boolean(), nullable=False),
    )
    op.create_index("subscription_owners_account", "subscription_owners", ["account"])
    op.create_table(
        "product_lists",
        sa.Column("owner", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("kept_by", sa.String(), nullable=False),
        sa.Column("kept_at", sa.String(), nullable=False),
    )
    op.create_table(
        "column_mappings",
        sa.Column("owner", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("mapping", sa.Text(), nullable=False),
    )


def downgrade() -> None:
    for table in (
        "column_mappings",
        "product_lists",
        "subscription_owners",
        "sign_in_attempts",
        "account_tokens",
        "sessions",
        "retired_names",
        "accounts",
    ):
        op.drop_table(table)
