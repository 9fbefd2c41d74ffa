"""The terminal's day: opened, paused and closed by staff."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.storage.schema import day as days


class DayState(StrEnum):
    """What a visitor finds."""

    CLOSED = "closed"
    OPEN = "open"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Day:
    """One calendar day. The staff numbers are 0 where nobody did it."""

    state: DayState = DayState.CLOSED
    opened_by: int = 0
    closed_by: int = 0


def read(db: Connection, when: date) -> Day:
    """The day; closed where nobody has opened it yet."""
    row = db.execute(select(days).where(days.c.day == when.isoformat())).first()
    return Day() if row is None else Day(DayState(row.state), row.opened_by, row.closed_by)


def every(db: Connection) -> list[tuple[date, Day]]:
    """Every day that was ever opened, the earliest first."""
    return [
        (date.fromisoformat(row.day), Day(DayState(row.state), row.opened_by, row.closed_by))
        for row in db.execute(select(days).order_by(days.c.day))
    ]


def write(db: Connection, when: date, day: Day) -> None:
    """Remember it."""
    values = {"state": day.state.value, "opened_by": day.opened_by, "closed_by": day.closed_by}
    row = insert(days).values(day=when.isoformat(), **values)
    db.execute(row.on_conflict_do_update(index_elements=[days.c.day], set_=values))
