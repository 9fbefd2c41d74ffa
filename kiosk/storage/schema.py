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

REVISIONS = ("0001",)
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

staff_pin = Table(
    "staff_pin",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("pin_hash", String, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("locked_from", Integer, nullable=False),  # monotonic seconds, not a clock time
)
