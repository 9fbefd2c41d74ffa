"""The staff PIN: opens the staff area, protects no key, and locks out who guesses."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import Protocol, TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from argon2.profiles import RFC_9106_LOW_MEMORY
from sqlalchemy import Connection, delete, insert, select, update

from kiosk.storage.errors import BadPin
from kiosk.storage.schema import staff_pin

T = TypeVar("T")
SHORTEST = 6
FREE_ATTEMPTS = 4
FIRST_LOCK = 15
LONGEST_LOCK = 15 * 60


@dataclass(frozen=True, slots=True)
class PinCheck:
    """Whether the PIN was right, and how many seconds the next attempt must wait."""

    right: bool
    wait_seconds: int = 0


class Transaction(Protocol):
    """Runs some work in a transaction that is on the disk when it returns."""

    def __call__(self, work: Callable[[Connection], T], /) -> T:
        """The work's result."""


def set_pin(run: Transaction, pin: str) -> None:
    """Store a new PIN as an argon2id hash; BadPin unless it has at least six digits."""
    if len(pin) < SHORTEST or not (pin.isascii() and pin.isdigit()):
        raise BadPin(
            de=f"Die PIN muss aus mindestens {SHORTEST} Ziffern bestehen. Bitte wählen Sie eine "
            "andere.",
            en=f"The PIN must have at least {SHORTEST} digits. Please choose another one.",
        )
    row = {"id": 1, "pin_hash": _hasher().hash(pin), "failed": 0, "locked_from": 0}

    def replace(db: Connection) -> None:
        db.execute(delete(staff_pin))
        db.execute(insert(staff_pin), row)

    run(replace)


def has_pin(run: Transaction) -> bool:
    """Whether a PIN was set."""
    return run(lambda db: db.execute(select(staff_pin)).first() is not None)


def check_pin(run: Transaction, pin: str, now: float) -> PinCheck:
    """Try a PIN at monotonic time `now` (seconds since the machine started).

    The attempt is on disk as a failed one before the PIN is looked at, so killing the program or
    the power gains nothing. The fifth wrong attempt locks for 15 s, each further one for twice
    as long, up to 15 min. Without a PIN nothing is right.
    """
    attempt = run(partial(_counted, now=now))
    if isinstance(attempt, PinCheck):
        return attempt
    try:
        _hasher().verify(attempt.pin_hash, pin)
    except VerifyMismatchError:
        return PinCheck(False, _lock(attempt.failed))
    run(_cleared)
    return PinCheck(True)


@dataclass(frozen=True, slots=True)
class _Attempt:
    pin_hash: str
    failed: int  # this attempt included


def _counted(db: Connection, now: float) -> PinCheck | _Attempt:
    row = db.execute(select(staff_pin)).first()
    if row is None:
        return PinCheck(False)
    # After a restart the clock begins again at 0; a lock then counts from now on. Where `now` is
    # past `locked_from`, the time since the restart is at most the time really gone by, so a
    # restart never shortens a lock.
    locked_from = min(row.locked_from, int(now))
    wait = _lock(row.failed) - (now - locked_from)
    if wait > 0:
        db.execute(update(staff_pin).values(locked_from=locked_from))
        return PinCheck(False, ceil(wait))
    db.execute(update(staff_pin).values(failed=row.failed + 1, locked_from=int(now)))
    return _Attempt(row.pin_hash, row.failed + 1)


def _cleared(db: Connection) -> None:
    db.execute(update(staff_pin).values(failed=0, locked_from=0))


def _lock(failed: int) -> int:
    """Seconds to wait after so many wrong attempts in a row."""
    over = failed - FREE_ATTEMPTS
    return 0 if over <= 0 else min(FIRST_LOCK << min(over - 1, 10), LONGEST_LOCK)


def _hasher() -> PasswordHasher:
    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
