"""The read model keeps its keys as numbers, and the streams' index goes: a key finds a stream.

The read model is thrown away here and folded anew when the database is next opened.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_POSITION = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_COLUMNS = "position, stream, stream_position, name, version, recorded_at, body, hash"


def upgrade() -> None:
    _new_read_model(sa.BigInteger())
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint("events_stream", "events", type_="unique")
        return
    _remake_events()


def _new_read_model(key: sa.types.TypeEngine[object]) -> None:
    op.drop_table("postings")
    op.create_table(
        "postings",
        sa.Column("key", key, primary_key=True, autoincrement=False),
        sa.Column("position", _POSITION, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.execute("DELETE FROM checkpoint")


def _remake_events(*more: sa.schema.SchemaItem) -> None:
    """SQLite cannot drop a constraint: the rows move into a table without it."""
    op.create_table(
        "events_moved",
        sa.Column("position", _POSITION, primary_key=True, autoincrement=False),
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("stream_position", _POSITION, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        *more,
    )
    op.execute(
        f"INSERT INTO events_moved ({_COLUMNS}) "  # noqa: S608 - our own names
        f"SELECT {_COLUMNS} FROM events ORDER BY position"
    )
    op.drop_table("events")
    op.rename_table("events_moved", "events")
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER events_refuse_{action.lower()} BEFORE {action} ON events "
            "BEGIN SELECT RAISE(ABORT, 'events is append-only'); END"
        )


def downgrade() -> None:
    _new_read_model(sa.String())
    streams = sa.UniqueConstraint("stream", "stream_position", name="events_stream")
    if op.get_bind().dialect.name == "sqlite":
        _remake_events(streams)
    else:
        op.create_unique_constraint("events_stream", "events", ["stream", "stream_position"])
