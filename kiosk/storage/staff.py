"""Who works at the terminal, each with a PIN of their own."""

import base64
import hmac
import secrets
from dataclasses import dataclass
from enum import StrEnum

from argon2 import PasswordHasher, extract_parameters
from sqlalchemy import Connection, func, insert, select, update

from kiosk.storage.schema import staff

_SALT_BYTES = 16


class Role(StrEnum):
    """What somebody may do."""

    LEAD = "lead"  # everything: also staff and PINs, erasing
    STAFF = "staff"  # the day, handing over


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works here. `must_change`: the PIN was given to them, not chosen."""

    number: int
    name: str
    role: Role
    must_change: bool = False


def people(db: Connection, *, with_former: bool = False) -> tuple[Person, ...]:
    """Everybody with a PIN, in the order they were added; with_former also who has left."""
    rows = db.execute(select(staff).order_by(staff.c.number))
    return tuple(
        Person(row.number, row.name, Role(row.role), bool(row.must_change))
        for row in rows
        if with_former or row.pin_hash
    )


def add(db: Connection, name: str, role: Role, pin_hash: str, *, must_change: bool) -> int:
    """Somebody new; their number, which nobody had before."""
    last = db.execute(select(func.max(staff.c.number))).scalar()
    number = (last or 0) + 1
    row = {"number": number, "name": name, "role": role.value, "pin_hash": pin_hash}
    db.execute(insert(staff), row | {"must_change": int(must_change)})
    return number


def set_hash(db: Connection, number: int, pin_hash: str, *, must_change: bool) -> None:
    """Another PIN; "" for somebody who has left."""
    change = update(staff).where(staff.c.number == number)
    db.execute(change.values(pin_hash=pin_hash, must_change=int(must_change)))


def hashes(db: Connection) -> dict[int, str]:
    """Number to argon2id hash, of everybody who has a PIN."""
    rows = db.execute(select(staff.c.number, staff.c.pin_hash).order_by(staff.c.number))
    return {row.number: row.pin_hash for row in rows if row.pin_hash}


def salt_for(known: dict[int, str]) -> bytes:
    """One salt for all, so that one hash tells whose PIN it is; nothing secret hangs on a PIN."""
    return _salt(next(iter(known.values()))) if known else secrets.token_bytes(_SALT_BYTES)


def whose(known: dict[int, str], pin: str) -> int | None:
    """The number of the person with this PIN; None where nobody has it."""
    found, computed = None, dict[str, str]()
    for number, encoded in known.items():
        way = encoded.rpartition("$")[0]  # kind, version, parameters, salt
        if way not in computed:
            hasher = PasswordHasher.from_parameters(extract_parameters(encoded))
            computed[way] = hasher.hash(pin, salt=_salt(encoded))
        if hmac.compare_digest(computed[way], encoded):
            found = number
    return found


def _salt(encoded: str) -> bytes:
    """The salt in a hash as argon2 writes it (PHC string format: base64 without padding)."""
    text = encoded.split("$")[-2]
    return base64.b64decode(text + "=" * (-len(text) % 4))
