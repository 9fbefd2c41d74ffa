"""Staff with PINs of their own, the days they open and close, and the log of what they did."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """The one staff PIN there was becomes that of the first person."""
    staff = op.create_table(
        "staff",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("pin_hash", sa.String, nullable=False),
        sa.Column("must_change", sa.Integer, nullable=False),
    )
    op.create_table(
        "day",
        sa.Column("day", sa.String, primary_key=True),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("opened_by", sa.Integer, nullable=False),
        sa.Column("closed_by", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("day", sa.String, nullable=False),
        sa.Column("actor", sa.Integer, nullable=False),
        sa.Column("event", sa.String, nullable=False),
        sa.Column("phase", sa.String, nullable=False),
        sa.Column("good", sa.Integer, nullable=False),
        sa.Column("details", sa.String, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
    )
    op.rename_table("staff_pin", "door")
    door = sa.table(
        "door",
        sa.column("id", sa.Integer),
        sa.column("pin_hash", sa.String),
    )
    db = op.get_bind()
    before = db.execute(sa.select(door.c.pin_hash).where(door.c.id == 1)).scalar()
    if before is not None:
        first = {"number": 1, "name": "Leitung", "role": "lead", "must_change": 0}
        op.bulk_insert(staff, [first | {"pin_hash": before}])
        db.execute(sa.update(door).where(door.c.id == 1).values(pin_hash=""))
