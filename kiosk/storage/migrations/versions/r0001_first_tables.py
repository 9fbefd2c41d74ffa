"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Create them."""
    op.create_table(
        "meta",
        sa.Column("k", sa.String, primary_key=True),
        sa.Column("v", sa.String, nullable=False),
    )
    op.create_table(
        "draft",
        sa.Column("response_id", sa.LargeBinary, primary_key=True),
        sa.Column("form_id", sa.String, nullable=False),
        sa.Column("wrapped", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "answer_event",
        sa.Column(
            "response_id", sa.LargeBinary, sa.ForeignKey("draft.response_id"), primary_key=True
        ),
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("ct", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "batch",
        sa.Column("batch_no", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("manifest", sa.LargeBinary, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
    )
    op.create_table(
        "envelope",
        sa.Column("pk", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("envelope_id", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("batch_no", sa.Integer, sa.ForeignKey("batch.batch_no")),
    )
    op.create_table(
        "delivery",
        sa.Column("batch_no", sa.Integer, sa.ForeignKey("batch.batch_no"), primary_key=True),
        sa.Column("target", sa.String, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "counter",
        sa.Column("day", sa.String, primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("form_id", sa.String, primary_key=True),
        sa.Column("n", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "staff_pin",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("pin_hash", sa.String, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("locked_from", sa.Integer, nullable=False),
    )
