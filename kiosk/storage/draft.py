"""An unfinished response: encrypted from the first answer, sealed or deleted at the end."""

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select

from kiosk.sealing.draft import DraftKey, interrupted
from kiosk.sealing.keys import Recipients
from kiosk.storage.schema import answer_event, draft, envelope
from kiosk.study.response import ResponseKind

ID_BYTES = 16

# Built once: building an insert anew costs as much as committing it (0.2 ms).
_NEW_DRAFT = insert(draft)
_NEW_EVENT = insert(answer_event)
_NEW_ENVELOPE = insert(envelope)
_NO_EVENTS = delete(answer_event).where(answer_event.c.response_id == bindparam("raw_id"))
_NO_DRAFT = delete(draft).where(draft.c.response_id == bindparam("raw_id"))


@dataclass(slots=True)
class Draft:
    """One person's interview while it runs. Its key lives here and nowhere else."""

    raw_id: bytes
    form_id: str
    key: DraftKey
    events: int = 0  # how many are on disk

    @property
    def response_id(self) -> str:
        """32 hex digits, random."""
        return self.raw_id.hex()


def new_draft(form_id: str) -> Draft:
    """A draft with a random id and key, not yet on disk."""
    response_id = secrets.token_bytes(ID_BYTES)
    return Draft(response_id, form_id, DraftKey(response_id))


def insert_draft(db: Connection, new: Draft, recipients: Recipients) -> None:
    """Put the draft's row on disk, with the key only the project can unwrap."""
    wrapped = new.key.wrapped(recipients)
    db.execute(_NEW_DRAFT, {"response_id": new.raw_id, "form_id": new.form_id, "wrapped": wrapped})


def insert_event(db: Connection, running: Draft, event: bytes) -> None:
    """Append one encrypted event. The caller counts it once the transaction has ended."""
    db.execute(
        _NEW_EVENT,
        {
            "response_id": running.raw_id,
            "n": running.events,
            "ct": running.key.encrypt(event, running.events),
        },
    )


def delete_draft(db: Connection, raw_id: bytes) -> None:
    """Delete a draft and its events; secure_delete overwrites them with zeros."""
    db.execute(_NO_EVENTS, {"raw_id": raw_id})
    db.execute(_NO_DRAFT, {"raw_id": raw_id})


def insert_envelope(db: Connection, envelope_id: bytes, kind: ResponseKind, body: bytes) -> None:
    """Put a sealed response among the others, at a random place."""
    db.execute(
        _NEW_ENVELOPE,
        {
            "pk": secrets.randbits(62),
            "envelope_id": envelope_id,
            "kind": kind.value,
            "body": body,
        },
    )


def left_behind(db: Connection) -> list[tuple[bytes, str]]:
    """Every draft on disk: (raw id, form id)."""
    return [(row.response_id, row.form_id) for row in db.execute(select(draft))]


def interrupted_body(db: Connection, raw_id: bytes) -> bytes:
    """What a draft left behind becomes, made without its key."""
    wrapped = db.execute(select(draft.c.wrapped).where(draft.c.response_id == raw_id)).scalar_one()
    events = db.execute(
        select(answer_event.c.ct)
        .where(answer_event.c.response_id == raw_id)
        .order_by(answer_event.c.n)
    ).scalars()
    return interrupted(raw_id, wrapped, list(events))
