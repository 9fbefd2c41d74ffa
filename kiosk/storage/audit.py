"""What staff and the terminal did, in a chain that shows where somebody changed it.

An entry knows its day and no clock time: the log must not tell who sat here when (privacy.md D.4).
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection, insert, select

from kiosk.storage.schema import audit

TERMINAL = 0
"""The actor of what nobody did by hand."""
BEGINNING = bytes(32)
"""What stands before the first entry."""
Details = Mapping[str, int | str]
"""Counts, hashes and our own words; never an answer or a name."""


class Event(StrEnum):
    """Everything that is logged."""

    STARTED = "started"
    ENDED = "ended"
    PACKED = "packed"  # drafts that a crash or power cut left behind
    SIGNED_IN = "signed-in"
    PIN_REFUSED = "pin-refused"
    PIN_CHANGED = "pin-changed"
    STAFF_ADDED = "staff-added"
    STAFF_REMOVED = "staff-removed"
    GROUP_PIN = "group-pin"
    DAY_OPENED = "day-opened"
    DAY_PAUSED = "day-paused"
    DAY_CLOSED = "day-closed"
    CHECKED = "checked"  # the readiness check
    PRESET = "preset"
    SOUND_HEARD = "sound-heard"
    BROUGHT_BACK = "brought-back"  # a hidden interview
    TIME_LIMIT = "time-limit"  # turned off or on for one person
    HANDED_OVER = "handed-over"
    PAPER = "paper"
    ERASED = "erased"


class Phase(StrEnum):
    """An action that can fail or be cut off is noted before and after."""

    INIT = "init"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log. `hash` chains it to the one before."""

    seq: int
    day: str
    actor: int
    event: str
    phase: str
    good: bool
    details: str
    hash: bytes = b""

    def chained(self, before: bytes) -> bytes:
        """SHA-256 over the hash before and everything this entry says."""
        said = [self.seq, self.day, self.actor, self.event, self.phase, self.good, self.details]
        return hashlib.sha256(before + canonical(said).encode()).digest()


@dataclass(frozen=True, slots=True)
class Head:
    """Where the log ended: 0 and BEGINNING for an empty one."""

    seq: int = 0
    hash: bytes = BEGINNING


class Fault(StrEnum):
    """What somebody did to the log."""

    ALTERED = "altered"
    MISSING = "missing"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Broken:
    """The first entry that does not hold. `since`: the last one that is known to (0: none).

    Where the whole chain was computed anew, only a signed head contradicts it; the change then
    lies somewhere behind `since` and not behind `seq`.
    """

    seq: int
    fault: Fault
    since: int


def append(
    db: Connection,
    day: date,
    actor: int,
    event: Event,
    phase: Phase = Phase.COMPLETE,
    *,
    good: bool = True,
    details: Details | None = None,
) -> Head:
    """Add an entry behind the last."""
    last = head(db)
    entry = Entry(
        last.seq + 1,
        day.isoformat(),
        actor,
        event.value,
        phase.value,
        good,
        canonical(dict(details or {})),
    )
    hashed = entry.chained(last.hash)
    row = {name: getattr(entry, name) for name in Entry.__slots__}
    db.execute(insert(audit), row | {"good": int(good), "hash": hashed})
    return Head(entry.seq, hashed)


def head(db: Connection) -> Head:
    """The last entry's number and hash."""
    last = select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)
    row = db.execute(last).first()
    return Head() if row is None else Head(row.seq, row.hash)


def entries(db: Connection) -> list[Entry]:
    """The whole log, oldest first."""
    return [
        Entry(
            row.seq,
            row.day,
            row.actor,
            row.event,
            row.phase,
            bool(row.good),
            row.details,
            row.hash,
        )
        for row in db.execute(select(audit).order_by(audit.c.seq))
    ]


def verify(log: Sequence[Entry], signed: Iterable[Head] = ()) -> Broken | None:
    """The first entry that is altered, missing or not in its place; None where all is well.

    `signed` are heads that were signed when a batch was closed: what the log must still contain.
    """
    known = {each.seq: each.hash for each in signed if each.seq}
    before, since = BEGINNING, 0
    for number, entry in enumerate(log, start=1):
        if entry.seq != number:
            return Broken(number, Fault.MISSING, since)
        if entry.chained(before) != entry.hash:
            moved = _stood_elsewhere(log, entry)
            return Broken(number, Fault.MOVED if moved else Fault.ALTERED, since)
        if number in known:
            if known[number] != entry.hash:
                return Broken(number, Fault.ALTERED, since)
            since = number
        before = entry.hash
    if known and max(known) > len(log):
        return Broken(len(log) + 1, Fault.MISSING, since)
    return None


def canonical(data: object) -> str:
    """JSON in its one spelling."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _stood_elsewhere(log: Sequence[Entry], entry: Entry) -> bool:
    """Whether the entry as it is fits its hash at some other place of the chain."""
    hashes = [BEGINNING, *(each.hash for each in log)]
    here = hashes[log.index(entry)]
    for seq in range(1, len(log) + 2):
        # The one before may be where it was, have moved along, or have changed places with it.
        befores = {hashes[seq - 1], here, hashes[min(seq, len(log))]}
        there = replace(entry, seq=seq)
        if seq != entry.seq and any(there.chained(each) == entry.hash for each in befores):
            return True
    return False
