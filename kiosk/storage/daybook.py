"""Counts per day: the only thing the terminal knows about how its day went."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.storage.schema import counter


class Counter(StrEnum):
    """What is counted. started = complete + partial + interrupted + discarded + running."""

    STARTED = "started"
    COMPLETE = "complete"
    PARTIAL = "partial"
    INTERRUPTED = "interrupted"
    DISCARDED = "discarded"
    DECLINED = "declined"  # said no before anything started


def add(db: Connection, day: date, kind: Counter, form_id: str) -> None:
    """Count one more."""
    row = insert(counter).values(day=day.isoformat(), kind=kind.value, form_id=form_id, n=1)
    key = [counter.c.day, counter.c.kind, counter.c.form_id]
    db.execute(row.on_conflict_do_update(index_elements=key, set_={"n": counter.c.n + 1}))


def counts(db: Connection, day: date) -> Mapping[str, int]:
    """Every Counter's value of a day, over all forms; 0 where nothing happened."""
    rows = db.execute(
        select(counter.c.kind, func.sum(counter.c.n).label("n"))
        .where(counter.c.day == day.isoformat())
        .group_by(counter.c.kind)
    )
    return dict.fromkeys((kind.value for kind in Counter), 0) | {row.kind: row.n for row in rows}
