"""Batches: sealed responses made ready to leave, in an order that says nothing."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from kiosk.sealing.bundle import (
    MOST_ENVELOPES,
    NO_BATCH_BEFORE,
    PAYLOAD_TYPE,
    BatchFacts,
    Envelope,
    manifest,
    packed,
)
from kiosk.sealing.device import DeviceKey
from kiosk.storage import audit
from kiosk.storage.audit import Head
from kiosk.storage.errors import damaged
from kiosk.storage.schema import batch, delivery, envelope
from kiosk.study.response import ResponseKind

_MOST_BYTES = 64 << 20
"""A batch takes no further envelope beyond this, so that a slow stick gets files it can finish."""


@dataclass(frozen=True, slots=True)
class BatchFile:
    """A closed batch as the file that travels; the same bytes every time it is asked for."""

    batch_no: int
    name: str
    content: bytes
    count: int


@dataclass(frozen=True, slots=True)
class Origin:
    """What the envelopes of a batch have in common."""

    project: str
    study: str  # SHA-256 of the study package, hex
    key_ids: tuple[str, ...]


def close(db: Connection, origin: Origin, key: DeviceKey, today: date, minimum: int) -> int | None:
    """Close a batch of what waits in none: its number, or None for fewer than `minimum`."""
    envelopes = _unbatched(db)
    if len(envelopes) < max(minimum, 1):
        return None
    last = db.execute(select(batch).order_by(batch.c.batch_no.desc()).limit(1)).first()
    number = 1 if last is None else last.batch_no + 1
    total = len(envelopes) + (0 if last is None else last.total)
    year, week, _ = today.isocalendar()
    log = audit.head(db)
    facts = BatchFacts(
        project=origin.project,
        study=origin.study,
        batch=number,
        previous=NO_BATCH_BEFORE if last is None else hashlib.sha256(last.manifest).hexdigest(),
        total=total,
        week=f"{year}-W{week:02}",
        key_ids=origin.key_ids,
        log=(log.seq, log.hash.hex()),
    )
    raw = manifest(facts, envelopes, key.public)
    signature = key.sign(PAYLOAD_TYPE, raw)
    name, _ = packed(number, raw, signature, envelopes)
    db.execute(
        insert(batch),
        {
            "batch_no": number,
            "name": name,
            "manifest": raw,
            "signature": signature,
            "n": len(envelopes),
            "total": total,
        },
    )
    for one in envelopes:
        db.execute(
            update(envelope)
            .where(envelope.c.envelope_id == bytes.fromhex(one.envelope_id))
            .values(batch_no=number)
        )
    return number


def read(db: Connection, number: int, database: Path) -> BatchFile:
    """A closed batch again; DamagedDatabase when its envelopes are no longer what they were."""
    row = db.execute(select(batch).where(batch.c.batch_no == number)).one()
    envelopes = [
        _envelope(found.envelope_id, found.kind, found.body)
        for found in db.execute(select(envelope).where(envelope.c.batch_no == number))
    ]
    name, content = packed(number, row.manifest, row.signature, envelopes)
    if name != row.name:
        raise damaged(database)
    return BatchFile(number, name, content, row.n)


def signed_heads(db: Connection) -> list[Head]:
    """Where the log ended each time a batch was closed, as its signed manifest says."""
    heads = []
    for raw in db.execute(select(batch.c.manifest).order_by(batch.c.batch_no)).scalars():
        log = json.loads(raw).get("log")
        if log is not None:
            heads.append(Head(log[0], bytes.fromhex(log[1])))
    return heads


def numbers(db: Connection, target: str | None = None) -> list[int]:
    """Every closed batch that was not erased; with `target`, those not yet verified there."""
    here = exists().where(envelope.c.batch_no == batch.c.batch_no)
    found = select(batch.c.batch_no).where(here).order_by(batch.c.batch_no)
    if target is not None:
        verified = (delivery.c.batch_no == batch.c.batch_no) & (delivery.c.target == target)
        found = found.where(~exists().where(verified))
    return list(db.execute(found).scalars())


def mark_verified(db: Connection, number: int, target: str) -> None:
    """Note that a batch was read back at `target` and is equal; noting it twice is no harm."""
    known = select(delivery).where(delivery.c.batch_no == number, delivery.c.target == target)
    if db.execute(known).first() is None:
        db.execute(insert(delivery), {"batch_no": number, "target": target})


def waiting(db: Connection) -> int:
    """How many sealed responses are in no batch that was verified anywhere."""
    verified = exists().where(delivery.c.batch_no == envelope.c.batch_no)
    return db.execute(select(func.count()).select_from(envelope).where(~verified)).scalar_one()


def erase(db: Connection) -> tuple[tuple[str, int], ...]:
    """Delete every envelope: name and count of the batches they were in.

    The signed manifests stay: they hold no answer, and the chain of batches goes on.
    """
    here = exists().where(envelope.c.batch_no == batch.c.batch_no)
    gone = db.execute(select(batch.c.name, batch.c.n).where(here).order_by(batch.c.batch_no))
    erased = tuple((row.name, row.n) for row in gone)
    db.execute(delete(envelope))
    return erased


def stored(db: Connection) -> int:
    """How many sealed responses there are, handed over or not."""
    return db.execute(select(func.count()).select_from(envelope)).scalar_one()


def _unbatched(db: Connection) -> list[Envelope]:
    """Waiting envelopes, at most a batch full. Their key is random, so a part is a random part."""
    taken: list[Envelope] = []
    size = 0
    rows = db.execute(select(envelope).where(envelope.c.batch_no.is_(None)).order_by(envelope.c.pk))
    with rows:
        for row in rows:
            size += len(row.body)
            if taken and (size > _MOST_BYTES or len(taken) == MOST_ENVELOPES):
                break
            taken.append(_envelope(row.envelope_id, row.kind, row.body))
    return taken


def _envelope(envelope_id: bytes, kind: str, body: bytes) -> Envelope:
    return Envelope(envelope_id.hex(), ResponseKind(kind) is ResponseKind.INTERRUPTED, body)
