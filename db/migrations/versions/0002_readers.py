"""Subscriptions, what was sent for them, and the outbox: personal data, outside the log."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_POSITION = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("cadence", sa.String(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("paused_until", sa.String()),
        sa.Column("consent", sa.Text()),
        sa.Column("secret", sa.String()),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("started_position", _POSITION),
        sa.Column("started_at", sa.String()),
        sa.Column("reached_position", _POSITION),
        sa.Column("reached_at", sa.String()),
        sa.Column("last_sent_at", sa.String()),
    )
    op.create_index("subscriptions_token", "subscriptions", ["token"], unique=True)
    op.create_table(
        "suppressions",
        sa.Column("digest", sa.String(), primary_key=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("since", sa.String(), nullable=False),
    )
    op.create_table(
        "letters",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("html", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("json", sa.Text()),
        sa.Column("made_at", sa.String(), nullable=False),
    )
    op.create_table(
        "letter_statements",
        sa.Column("record", sa.String(), primary_key=True),
        sa.Column("letter", sa.String(), primary_key=True),
    )
    _make_runs()


def _make_runs() -> None:
    op.create_table(
        "runs",
        sa.Column("subscription", sa.String(), primary_key=True),
        sa.Column("period", sa.String(), primary_key=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("since_position", _POSITION, nullable=False),
        sa.Column("since_instant", sa.String(), nullable=False),
        sa.Column("until_position", _POSITION, nullable=False),
        sa.Column("until_instant", sa.String(), nullable=False),
        sa.Column("letter", sa.String()),
        sa.Column("made_at", sa.String(), nullable=False),
    )
    op.create_index("runs_letter", "runs", ["letter"])
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("subscription", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("letter", sa.String()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.String(), nullable=False),
        sa.Column("error", sa.Text()),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("settled_at", sa.String()),
    )
    op.create_index("outbox_state", "outbox", ["state", "due_at"])


def downgrade() -> None:
    for table in (
        "outbox",
        "runs",
        "letter_statements",
        "letters",
        "suppressions",
        "subscriptions",
    ):
        op.drop_table(table)
