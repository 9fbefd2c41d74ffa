"""What the database knows about itself: which terminal, which study."""

import json

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.storage.batch import Origin
from kiosk.storage.schema import meta

_DEVICE = "device"
_ORIGIN = "origin"


def read_device(db: Connection) -> str | None:
    """The id of the terminal this database belongs to; None on the first start."""
    return _read(db, _DEVICE)


def write_device(db: Connection, device: str) -> None:
    """Remember the terminal."""
    _write(db, _DEVICE, device)


def read_origin(db: Connection) -> Origin | None:
    """The study last collected for; None on the first start."""
    text = _read(db, _ORIGIN)
    if text is None:
        return None
    project, study, key_ids = json.loads(text)
    return Origin(project, study, tuple(key_ids))


def write_origin(db: Connection, origin: Origin) -> None:
    """Remember the study."""
    _write(db, _ORIGIN, json.dumps([origin.project, origin.study, list(origin.key_ids)]))


def _read(db: Connection, key: str) -> str | None:
    return db.execute(select(meta.c.v).where(meta.c.k == key)).scalar()


def _write(db: Connection, key: str, value: str) -> None:
    row = insert(meta).values(k=key, v=value)
    db.execute(row.on_conflict_do_update(index_elements=[meta.c.k], set_={"v": value}))
