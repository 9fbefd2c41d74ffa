"""PINs: open a door, protect no key, and lock out who guesses."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from math import ceil
from typing import Protocol, TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from argon2.profiles import RFC_9106_LOW_MEMORY
from sqlalchemy import Connection, Select, delete, insert, select, update

from kiosk.storage.errors import BadPin
from kiosk.storage.schema import staff_pin

T = TypeVar("T")
SHORTEST = 6
FREE_ATTEMPTS = 4
FIRST_LOCK = 15
LONGEST_LOCK = 15 * 60


class Door(IntEnum):
    """What a PIN opens; each has its own, and its own lock."""

    STAFF = 1  # the staff area
    GROUP = 2  # the questionnaire for the administration's own staff: one PIN for all, no names


@dataclass(frozen=True, slots=True)
class PinCheck:
    """Whether the PIN was right, and how many seconds the next attempt must wait."""

    right: bool
    wait_seconds: int = 0


class Transaction(Protocol):
    """Runs some work in a transaction that is on the disk when it returns."""

    def __call__(self, work: Callable[[Connection], T], /) -> T:
        """The work's result."""


def set_pin(run: Transaction, pin: str, door: Door = Door.STAFF) -> None:
    """Store a new PIN as an argon2id hash; BadPin unless it has at least six digits."""
    if len(pin) < SHORTEST or not (pin.isascii() and pin.isdigit()):
        raise BadPin(
            de=f"Die PIN muss aus mindestens {SHORTEST} Ziffern bestehen. Bitte wählen Sie eine "
            "andere.",
            en=f"The PIN must have at least {SHORTEST} digits. Please choose another one.",
        )
    row = {"id": int(door), "pin_hash": _hasher().hash(pin), "failed": 0, "locked_from": 0}

    def replace(db: Connection) -> None:
        db.execute(delete(staff_pin).where(staff_pin.c.id == door))
        db.execute(insert(staff_pin), row)

    run(replace)


def remove_pin(run: Transaction, door: Door) -> None:
    """Take a PIN away: nobody passes that door until a new one is set."""
    run(lambda db: db.execute(delete(staff_pin).where(staff_pin.c.id == door)))


def has_pin(run: Transaction, door: Door = Door.STAFF) -> bool:
    """Whether a PIN was set."""
    return run(lambda db: db.execute(_row(door)).first() is not None)


def check_pin(run: Transaction, pin: str, now: float, door: Door = Door.STAFF) -> PinCheck:
    """Try a PIN at monotonic time `now` (seconds since the machine started).

    The attempt is on disk as a failed one before the PIN is looked at, so killing the program or
    the power gains nothing. The fifth wrong attempt locks for 15 s, each further one for twice
    as long, up to 15 min. Without a PIN nothing is right.
    """
    attempt = run(partial(_counted, now=now, door=door))
    if isinstance(attempt, PinCheck):
        return attempt
    try:
        _hasher().verify(attempt.pin_hash, pin)
    except VerifyMismatchError:
        return PinCheck(False, _lock(attempt.failed))
    run(partial(_cleared, door=door))
    return PinCheck(True)


def _row(door: Door) -> Select[tuple[int, str, int, int]]:
    return select(staff_pin).where(staff_pin.c.id == door)


@dataclass(frozen=True, slots=True)
class _Attempt:
    pin_hash: str
    failed: int  # this attempt included


def _counted(db: Connection, now: float, door: Door) -> PinCheck | _Attempt:
    row = db.execute(_row(door)).first()
    mine = update(staff_pin).where(staff_pin.c.id == door)
    if row is None:
        return PinCheck(False)
    # After a restart the clock begins again at 0; a lock then counts from now on. Where `now` is
    # past `locked_from`, the time since the restart is at most the time really gone by, so a
    # restart never shortens a lock.
    locked_from = min(row.locked_from, int(now))
    wait = _lock(row.failed) - (now - locked_from)
    if wait > 0:
        db.execute(mine.values(locked_from=locked_from))
        return PinCheck(False, ceil(wait))
    db.execute(mine.values(failed=row.failed + 1, locked_from=int(now)))
    return _Attempt(row.pin_hash, row.failed + 1)


def _cleared(db: Connection, door: Door) -> None:
    db.execute(update(staff_pin).where(staff_pin.c.id == door).values(failed=0, locked_from=0))


def _lock(failed: int) -> int:
    """Seconds to wait after so many wrong attempts in a row."""
    over = failed - FREE_ATTEMPTS
    return 0 if over <= 0 else min(FIRST_LOCK << min(over - 1, 10), LONGEST_LOCK)


def _hasher() -> PasswordHasher:
    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
