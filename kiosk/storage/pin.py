"""The staff PIN: opens the staff area, protects no key, and locks out who guesses."""

from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from argon2.profiles import RFC_9106_LOW_MEMORY
from sqlalchemy import delete, insert, select, update

from kiosk.storage.database import Database
from kiosk.storage.errors import BadPin
from kiosk.storage.schema import staff_pin

SHORTEST = 6
FREE_ATTEMPTS = 4
FIRST_LOCK = 15
LONGEST_LOCK = 15 * 60


@dataclass(frozen=True, slots=True)
class PinCheck:
    """Whether the PIN was right, and how many seconds the next attempt must wait."""

    right: bool
    wait_seconds: int = 0


def set_pin(database: Database, pin: str) -> None:
    """Store a new PIN as an argon2id hash; BadPin unless it has at least six digits."""
    if len(pin) < SHORTEST or not (pin.isascii() and pin.isdigit()):
        raise BadPin(
            de=f"Die PIN muss aus mindestens {SHORTEST} Ziffern bestehen. Bitte wählen Sie eine "
            "andere.",
            en=f"The PIN must have at least {SHORTEST} digits. Please choose another one.",
        )
    pin_hash = _hasher().hash(pin)
    with database.transaction() as db:
        db.execute(delete(staff_pin))
        db.execute(
            insert(staff_pin), {"id": 1, "pin_hash": pin_hash, "failed": 0, "locked_from": 0}
        )


def has_pin(database: Database) -> bool:
    """Whether a PIN was set."""
    with database.transaction() as db:
        return db.execute(select(staff_pin)).first() is not None


def check_pin(database: Database, pin: str, now: float) -> PinCheck:
    """Try a PIN at monotonic time `now` (seconds since the machine started).

    The attempt is on disk as a failed one before the PIN is looked at, so killing the program or
    the power gains nothing. The fifth wrong attempt locks for 15 s, each further one for twice
    as long, up to 15 min. Without a PIN nothing is right.
    """
    with database.transaction() as db:
        row = db.execute(select(staff_pin)).first()
        if row is None:
            return PinCheck(False)
        # After a restart the clock begins again at 0; a lock then counts from now on. Where
        # `now` is past `locked_from`, the time since the restart is at most the time really gone
        # by, so a restart never shortens a lock.
        locked_from = min(row.locked_from, int(now))
        wait = _lock(row.failed) - (now - locked_from)
        if wait > 0:
            db.execute(update(staff_pin).values(locked_from=locked_from))
            return PinCheck(False, _whole(wait))
        failed = row.failed + 1
        db.execute(update(staff_pin).values(failed=failed, locked_from=int(now)))
    try:
        _hasher().verify(row.pin_hash, pin)
    except VerifyMismatchError:
        return PinCheck(False, _lock(failed))
    with database.transaction() as db:
        db.execute(update(staff_pin).values(failed=0, locked_from=0))
    return PinCheck(True)


def _lock(failed: int) -> int:
    """Seconds to wait after so many wrong attempts in a row."""
    over = failed - FREE_ATTEMPTS
    return 0 if over <= 0 else min(FIRST_LOCK << min(over - 1, 10), LONGEST_LOCK)


def _whole(seconds: float) -> int:
    return -int(-seconds // 1)


def _hasher() -> PasswordHasher:
    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
