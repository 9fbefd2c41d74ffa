"""PINs: open a door, protect no key, and lock out who guesses."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from itertools import pairwise
from math import ceil
from typing import Protocol, TypeVar

from argon2 import PasswordHasher
from argon2.profiles import RFC_9106_LOW_MEMORY
from sqlalchemy import Connection, Select, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from kiosk.storage import staff
from kiosk.storage.errors import BadPin
from kiosk.storage.schema import door as doors
from kiosk.storage.staff import Person, Role

T = TypeVar("T")
SHORTEST = 6
FREE_ATTEMPTS = 4
FIRST_LOCK = 15
LONGEST_LOCK = 15 * 60


class Door(IntEnum):
    """What a PIN opens; each has its own lock."""

    STAFF = 1  # the staff area: every person has a PIN of their own
    GROUP = 2  # the questionnaire for the administration's own staff: one PIN for all, no names


@dataclass(frozen=True, slots=True)
class PinCheck:
    """Whether the PIN was right, and how many seconds the next attempt must wait."""

    right: bool
    wait_seconds: int = 0
    person: int = 0  # whose it is; 0 where it is nobody's own


FIRST = 1
"""The number of the person who sets the terminal up."""


class Transaction(Protocol):
    """Runs some work in a transaction that is on the disk when it returns."""

    def __call__(self, work: Callable[[Connection], T], /) -> T:
        """The work's result."""


def add_person(run: Transaction, name: str, role: Role, pin: str) -> int:
    """Somebody new with a PIN they must change; their number. Raises BadPin."""

    def work(db: Connection) -> int:
        encoded = _free_hash(db, pin)
        _ensure_door(db, Door.STAFF)
        return staff.add(db, name, role, encoded, must_change=True)

    _check_digits(pin)
    return run(work)


def set_personal_pin(run: Transaction, number: int, pin: str, *, must_change: bool) -> None:
    """Another PIN for somebody. BadPin where it is easy to guess or somebody else's."""
    _check_digits(pin)
    if not must_change and _easy(pin):
        raise _not_this_one()
    run(lambda db: staff.set_hash(db, number, _free_hash(db, pin, number), must_change=must_change))


def remove_person(run: Transaction, number: int) -> None:
    """Somebody has left: their PIN opens nothing any more."""
    run(lambda db: staff.set_hash(db, number, "", must_change=False))


def set_pin(run: Transaction, pin: str, door: Door = Door.STAFF) -> None:
    """The group's PIN, or that of the first person, who leads; an argon2id hash is kept.

    Raises BadPin unless it has at least six digits and is nobody else's.
    """
    _check_digits(pin)

    def group(db: Connection) -> None:
        _ensure_door(db, door)
        mine = update(doors).where(doors.c.id == door)
        db.execute(mine.values(pin_hash=_hasher().hash(pin), failed=0, locked_from=0))

    def first(db: Connection) -> None:
        encoded = _free_hash(db, pin, FIRST)
        _ensure_door(db, door)
        _cleared(db, door)
        if any(each.number == FIRST for each in staff.people(db, with_former=True)):
            staff.set_hash(db, FIRST, encoded, must_change=False)
        else:
            staff.add(db, "Leitung", Role.LEAD, encoded, must_change=False)

    run(group if door is Door.GROUP else first)


def remove_pin(run: Transaction, door: Door) -> None:
    """Take the group's PIN away: nobody passes that door until a new one is set."""
    run(lambda db: db.execute(delete(doors).where(doors.c.id == door)))


def has_pin(run: Transaction, door: Door = Door.STAFF) -> bool:
    """Whether a PIN was set."""
    return run(lambda db: db.execute(_row(door)).first() is not None)


def people(run: Transaction, *, with_former: bool = False) -> tuple[Person, ...]:
    """Everybody with a PIN of their own; with_former also who has left."""
    return run(partial(staff.people, with_former=with_former))


def check_pin(run: Transaction, pin: str, now: float, door: Door = Door.STAFF) -> PinCheck:
    """Try a PIN at monotonic time `now` (seconds since the machine started).

    The attempt is on disk as a failed one before the PIN is looked at, so killing the program or
    the power gains nothing. The fifth wrong attempt locks for 15 s, each further one for twice
    as long, up to 15 min. Without a PIN nothing is right.
    """
    attempt = run(partial(_counted, now=now, door=door))
    if isinstance(attempt, PinCheck):
        return attempt
    person = staff.whose(attempt.hashes, pin)
    if person is None:
        return PinCheck(False, _lock(attempt.failed))
    run(partial(_cleared, door=door))
    return PinCheck(True, person=person)


def _row(door: Door) -> Select[tuple[int, str, int, int]]:
    return select(doors).where(doors.c.id == door)


@dataclass(frozen=True, slots=True)
class _Attempt:
    hashes: dict[int, str]  # by the person's number; 0 = the group
    failed: int  # this attempt included


def _counted(db: Connection, now: float, door: Door) -> PinCheck | _Attempt:
    row = db.execute(_row(door)).first()
    mine = update(doors).where(doors.c.id == door)
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
    known = staff.hashes(db) if door is Door.STAFF else {0: row.pin_hash}
    return _Attempt(known, row.failed + 1)


def _cleared(db: Connection, door: Door) -> None:
    db.execute(update(doors).where(doors.c.id == door).values(failed=0, locked_from=0))


def _ensure_door(db: Connection, door: Door) -> None:
    row = insert(doors).values(id=int(door), pin_hash="", failed=0, locked_from=0)
    db.execute(row.on_conflict_do_nothing())


def _free_hash(db: Connection, pin: str, number: int = 0) -> str:
    """The hash of a PIN that nobody but person `number` has; BadPin where somebody has it."""
    known = staff.hashes(db)
    if staff.whose(known, pin) not in (None, number):
        raise _not_this_one()
    return _hasher().hash(pin, salt=staff.salt_for(known))


def _check_digits(pin: str) -> None:
    if len(pin) < SHORTEST or not (pin.isascii() and pin.isdigit()):
        raise BadPin(
            de=f"Die PIN muss aus mindestens {SHORTEST} Ziffern bestehen. Bitte wählen Sie eine "
            "andere.",
            en=f"The PIN must have at least {SHORTEST} digits. Please choose another one.",
        )


def _easy(pin: str) -> bool:
    """One digit again and again, or digits in a row, up or down."""
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return len(steps) == 1 and steps <= {-1, 0, 1}


def _not_this_one() -> BadPin:
    """The same words for both: that a PIN is somebody's must not be told."""
    return BadPin(
        de="Diese PIN ist zu leicht zu erraten oder schon vergeben. Bitte wählen Sie eine andere.",
        en="This PIN is too easy to guess or already taken. Please choose another one.",
    )


def _lock(failed: int) -> int:
    """Seconds to wait after so many wrong attempts in a row."""
    over = failed - FREE_ATTEMPTS
    return 0 if over <= 0 else min(FIRST_LOCK << min(over - 1, 10), LONGEST_LOCK)


def _hasher() -> PasswordHasher:
    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
