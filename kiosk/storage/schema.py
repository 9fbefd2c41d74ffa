"""The terminal's tables. Changed only together with a new revision in `migrations/versions`."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

REVISIONS = ("0001", "0002")
"""Every revision, oldest first. Known without importing Alembic, which costs the start a second."""

NEWEST = REVISIONS[-1]

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("k", String, primary_key=True),
    Column("v", String, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("response_id", LargeBinary, primary_key=True),  # 16 random bytes
    Column("form_id", String, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),  # the draft's key, sealed for the recipients
    sqlite_with_rowid=False,  # a hidden row number would tell the order
)

answer_event = Table(
    "answer_event",
    metadata,
    Column("response_id", ForeignKey("draft.response_id"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("ct", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

batch = Table(
    "batch",
    metadata,
    Column("batch_no", Integer, primary_key=True, autoincrement=False),
    Column("name", String, nullable=False),
    Column("manifest", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("n", Integer, nullable=False),
    Column("total", Integer, nullable=False),
)

envelope = Table(
    "envelope",
    metadata,
    # Random 62 bits: rows lie in the order of this key, which says nothing of who came when.
    Column("pk", Integer, primary_key=True, autoincrement=False),
    Column("envelope_id", LargeBinary, nullable=False, unique=True),  # 16 random bytes
    Column("kind", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("batch_no", ForeignKey("batch.batch_no")),
)

delivery = Table(
    "delivery",
    metadata,
    Column("batch_no", ForeignKey("batch.batch_no"), primary_key=True),
    Column("target", String, primary_key=True),  # a row = read back there and found equal
    sqlite_with_rowid=False,
)

counter = Table(
    "counter",
    metadata,
    Column("day", String, primary_key=True),  # ISO date
    Column("kind", String, primary_key=True),
    Column("form_id", String, primary_key=True),
    Column("n", Integer, nullable=False),
    sqlite_with_rowid=False,
)

door = Table(
    "door",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("pin_hash", String, nullable=False),  # "" where every person has a PIN of their own
    Column("failed", Integer, nullable=False),
    Column("locked_from", Integer, nullable=False),  # monotonic seconds, not a clock time
)

staff = Table(
    "staff",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),  # from 1 on
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),
    Column("pin_hash", String, nullable=False),  # "" for who has left; the log still names them
    Column("must_change", Integer, nullable=False),  # 1 = the PIN was given, not chosen
)

day = Table(
    "day",
    metadata,
    Column("day", String, primary_key=True),  # ISO date
    Column("state", String, nullable=False),
    Column("opened_by", Integer, nullable=False),  # staff numbers; 0 = nobody
    Column("closed_by", Integer, nullable=False),
    sqlite_with_rowid=False,
)

audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),  # 1, 2, 3, …
    Column("day", String, nullable=False),  # ISO date, and nothing finer
    Column("actor", Integer, nullable=False),  # a staff number; 0 = the terminal itself
    Column("event", String, nullable=False),
    Column("phase", String, nullable=False),
    Column("good", Integer, nullable=False),
    Column("details", String, nullable=False),  # canonical JSON
    Column("hash", LargeBinary, nullable=False),  # SHA-256, chained
)
