"""The terminal's store: what the journey, the staff area and the carriers ask of the disk."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from filelock import FileLock, Timeout
from sqlalchemy import Connection

from kiosk.sealing.device import DeviceKey, new_device_key
from kiosk.sealing.envelope import seal
from kiosk.sealing.errors import BadDeviceKey
from kiosk.sealing.keys import Recipients
from kiosk.storage import audit, ballast, batch, daybook, meta, pin
from kiosk.storage import day as days
from kiosk.storage.audit import TERMINAL, Details, Entry, Event, Head, Phase
from kiosk.storage.batch import BatchFile, Origin
from kiosk.storage.database import Database, full_or_unsafe
from kiosk.storage.day import Day
from kiosk.storage.daybook import Counter
from kiosk.storage.draft import (
    ID_BYTES,
    Draft,
    delete_draft,
    insert_draft,
    insert_envelope,
    insert_event,
    interrupted_body,
    left_behind,
    new_draft,
)
from kiosk.storage.durable import write_private
from kiosk.storage.errors import DiskFull, SecondInstance, damaged, disk_full, still_waiting
from kiosk.storage.pin import Door, PinCheck
from kiosk.storage.staff import Person, Role
from kiosk.study.response import ResponseKind

T = TypeVar("T")
DATABASE = "kiosk.db"
DEVICE_KEY = "device.key"
LOCK = "kiosk.lock"
BALLAST = "ballast"


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes on the disk."""

    free: int
    reserve: int


class Store:
    """One data folder, held alone. Every method returns only when its effect is on the disk.

    Methods may be called from any thread; they take turns. Any of them may raise DiskFull,
    UnsafeStorage or DamagedDatabase, and then nothing of that call happened.
    """

    def __init__(
        self,
        database: Database,
        lock: FileLock,
        room: ballast.Ballast,
        device: DeviceKey,
        recipients: Recipients,
        origin: Origin,
        today: Callable[[], date],
    ) -> None:
        """Use :meth:`open`."""
        self._database = database
        self._lock = lock
        self._ballast = room
        self._device = device
        self._recipients = recipients
        self._origin = origin
        self._today = today
        self._running: set[bytes] = set()

    @classmethod
    def open(
        cls,
        folder: Path,
        recipients: Recipients,
        project: str,
        study: str,
        today: Callable[[], date],
        ballast_bytes: int = ballast.BYTES,
        reserve_bytes: int = ballast.RESERVE,
    ) -> Self:
        """Open or create the store in `folder` for one study (its SHA-256, hex).

        When the study, the project or the keys changed since the last time, what was collected
        before is closed into a batch of its own first.

        Raises SecondInstance, NewerDatabase, DamagedDatabase, DiskFull, UnsafeStorage.
        """
        folder = folder.absolute()
        lock = _alone(folder)
        try:
            reserve = ballast.Ballast(folder / BALLAST, ballast_bytes, reserve_bytes)
            if not reserve.room_to_open():
                reserve.drop()
            device, database = _device_and_database(folder)
            origin = Origin(project, study, recipients.key_ids)
            store = cls(database, lock, reserve, device, recipients, origin, today)
            try:
                store._settle()
                store._load_ballast()
            except BaseException:
                database.close()
                raise
        except BaseException:
            lock.release()
            raise
        return store

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Let go of the folder. Rewrites the file in key order where there is room to."""
        try:
            if self._ballast.free() > 3 * self._database.path.stat().st_size:
                self._database.rewrite()
        finally:
            try:
                self._database.close()
            finally:
                self._lock.release()

    @property
    def device(self) -> str:
        """The terminal's id, 16 hex digits."""
        return self._device.device_id

    @property
    def project(self) -> str:
        """The project this terminal collects for."""
        return self._origin.project

    # A response

    def begin(self, header: bytes, form_id: str) -> Draft:
        """Start a draft with `header` as event 0 and count it as started.

        Raises DiskFull when less than the reserve is free: a new interview must be able to end.
        """
        if not self._ballast.room_to_begin():
            raise disk_full(self._ballast.path.parent)
        draft = new_draft(form_id)
        with self._database.transaction() as db:
            insert_draft(db, draft, self._recipients)
            insert_event(db, draft, header)
            daybook.add(db, self._today(), Counter.STARTED, form_id)
        draft.events = 1
        self._running.add(draft.raw_id)
        return draft

    def record(self, draft: Draft, event: bytes) -> None:
        """Append an event to the draft, encrypted and on disk."""
        self._do(lambda db: insert_event(db, draft, event))
        draft.events += 1

    def seal(
        self, draft: Draft, make_plaintext: Callable[[str], bytes], kind: ResponseKind
    ) -> None:
        """Turn the draft into a sealed response and forget its key, all or nothing.

        `make_plaintext` gets the envelope id (32 hex digits) to put inside. Afterwards nobody at
        the terminal can read the answers again. The draft goes on when this raises.
        """
        if kind is ResponseKind.INTERRUPTED:
            raise ValueError("interrupted responses are packed, not sealed")
        envelope_id = secrets.token_bytes(ID_BYTES)
        body = seal(make_plaintext(envelope_id.hex()), self._recipients)

        def swap(db: Connection) -> None:
            insert_envelope(db, envelope_id, kind, body)
            delete_draft(db, draft.raw_id)
            daybook.add(db, self._today(), Counter(kind.value), draft.form_id)

        self._do(swap)
        self._forget(draft)

    def discard(self, draft: Draft) -> None:
        """Delete the draft; only the count of discarded ones remembers it."""

        def drop(db: Connection) -> None:
            delete_draft(db, draft.raw_id)
            daybook.add(db, self._today(), Counter.DISCARDED, draft.form_id)

        self._do(drop)
        self._forget(draft)

    def pack_interrupted(self) -> int:
        """Turn drafts a crash or power cut left behind into interrupted responses; how many."""
        with self._database.transaction() as db:
            abandoned = [row for row in left_behind(db) if row[0] not in self._running]
        for raw_id, form_id in abandoned:
            self._do(partial(self._pack, raw_id, form_id))
        if abandoned:
            self._database.sweep()
        return len(abandoned)

    # The day book

    def count_declined(self, form_id: str = "") -> None:
        """Count a person who said no before anything started."""
        self._do(lambda db: daybook.add(db, self._today(), Counter.DECLINED, form_id))

    def counts(self, day: date) -> Mapping[str, int]:
        """Every Counter's value of a day, over all forms."""
        with self._database.transaction() as db:
            return daybook.counts(db, day)

    # Leaving the terminal

    def waiting(self) -> int:
        """How many sealed responses were not yet handed over and read back anywhere."""
        with self._database.transaction() as db:
            return batch.waiting(db)

    def stored(self) -> int:
        """How many sealed responses lie here, handed over or not."""
        with self._database.transaction() as db:
            return batch.stored(db)

    def erase(self) -> tuple[tuple[str, int], ...]:
        """Delete every response, all of them handed over: (batch's name, responses) each.

        Raises StillWaiting, deleting nothing, where one is in no batch that was read back.
        """

        def work(db: Connection) -> tuple[tuple[str, int], ...]:
            waiting = batch.waiting(db)
            if waiting:
                raise still_waiting(waiting)
            return batch.erase(db)

        erased = self._do(work)
        self._database.rewrite()
        return erased

    def close_batch(self, minimum: int = 1) -> BatchFile | None:
        """Close a batch of at most 1,000 waiting responses, or None when fewer than `minimum`.

        Automatic batches pass 5, the privacy rule; staff who export by hand may take fewer.
        """
        number = self._do(
            lambda db: batch.close(db, self._origin, self._device, self._today(), minimum)
        )
        return None if number is None else self.batch_file(number)

    def batches(self, unverified_at: str | None = None) -> list[int]:
        """The numbers of all closed batches; with a target, of those not yet verified there."""
        with self._database.transaction() as db:
            return batch.numbers(db, unverified_at)

    def batch_file(self, number: int) -> BatchFile:
        """A closed batch as a file, the same bytes each time."""
        with self._database.transaction() as db:
            return batch.read(db, number, self._database.path)

    def mark_verified(self, number: int, target: str) -> None:
        """Note that a batch was written to `target`, read back and found equal."""
        self._do(lambda db: batch.mark_verified(db, number, target))

    # Staff

    def set_pin(self, new: str, door: Door = Door.STAFF) -> None:
        """Set a PIN; BadPin unless it has at least six digits."""
        pin.set_pin(self._do, new, door)

    def remove_pin(self, door: Door) -> None:
        """Take a PIN away."""
        pin.remove_pin(self._do, door)

    def has_pin(self, door: Door = Door.STAFF) -> bool:
        """Whether a PIN was set."""
        return pin.has_pin(self._do, door)

    def check_pin(self, tried: str, now: float, door: Door = Door.STAFF) -> PinCheck:
        """Try a PIN at monotonic time `now`; see :func:`kiosk.storage.pin.check_pin`."""
        return pin.check_pin(self._do, tried, now, door)

    def people(self, *, with_former: bool = False) -> tuple[Person, ...]:
        """Everybody with a PIN of their own; with_former also who has left."""
        return pin.people(self._do, with_former=with_former)

    def add_person(self, name: str, role: Role, new: str) -> int:
        """Somebody new, with a PIN they must change; their number. Raises BadPin."""
        return pin.add_person(self._do, name, role, new)

    def remove_person(self, number: int) -> None:
        """Somebody has left; the log still names them."""
        pin.remove_person(self._do, number)

    def set_personal_pin(self, number: int, new: str, *, must_change: bool) -> None:
        """Another PIN for somebody; BadPin where it is easy to guess or somebody else's."""
        pin.set_personal_pin(self._do, number, new, must_change=must_change)

    # The day

    def day(self, when: date) -> Day:
        """How a day stands: closed until somebody opens it."""
        with self._database.transaction() as db:
            return days.read(db, when)

    def days(self) -> list[tuple[date, Day]]:
        """Every day that was ever opened, the earliest first."""
        with self._database.transaction() as db:
            return days.every(db)

    def set_day(self, when: date, day: Day, actor: int, event: Event) -> None:
        """Open, pause or close a day; the log says so in the same transaction."""

        def work(db: Connection) -> None:
            days.write(db, when, day)
            audit.append(db, self._today(), actor, event)

        self._do(work)

    # Readiness

    def room(self) -> Room:
        """Bytes free on the disk, and how many a new interview needs."""
        return Room(self._ballast.free(), self._ballast.reserve)

    def sound(self) -> bool:
        """Whether SQLite finds its file whole; 50 ms at 20,000 responses."""
        return self._database.sound()

    # The log

    def note(
        self,
        event: Event,
        actor: int = TERMINAL,
        *,
        phase: Phase = Phase.COMPLETE,
        good: bool = True,
        details: Details | None = None,
    ) -> None:
        """Add to the log what somebody, or the terminal itself, did."""
        self._do(
            lambda db: audit.append(
                db, self._today(), actor, event, phase, good=good, details=details
            )
        )

    def log(self) -> tuple[list[Entry], list[Head]]:
        """The whole log, oldest first, and where it ended in every batch that was signed."""
        with self._database.transaction() as db:
            return audit.entries(db), batch.signed_heads(db)

    def _do(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in a transaction; on a full disk give the ballast away and try once more."""
        try:
            with self._database.transaction() as db:
                return work(db)
        except DiskFull:
            if not self._ballast.drop():
                raise
        with self._database.transaction() as db:
            return work(db)

    def _pack(self, raw_id: bytes, form_id: str, db: Connection) -> None:
        body = interrupted_body(db, raw_id)
        insert_envelope(db, secrets.token_bytes(ID_BYTES), ResponseKind.INTERRUPTED, body)
        delete_draft(db, raw_id)
        daybook.add(db, self._today(), Counter.INTERRUPTED, form_id)

    def _forget(self, draft: Draft) -> None:
        draft.key.forget()
        self._running.discard(draft.raw_id)
        self._database.sweep()

    def _load_ballast(self) -> None:
        try:
            self._ballast.load()
        except OSError as error:
            raise full_or_unsafe(error, self._ballast.path.parent) from error

    def _settle(self) -> None:
        """Close what belongs to an earlier study, project or set of keys under its own name."""
        with self._database.transaction() as db:
            before = meta.read_origin(db)
        if before == self._origin:
            return
        if before is not None:
            self.pack_interrupted()
            self._do(lambda db: _close_all(db, before, self._device, self._today()))
        self._do(lambda db: meta.write_origin(db, self._origin))


def _close_all(db: Connection, origin: Origin, key: DeviceKey, today: date) -> None:
    while batch.close(db, origin, key, today, minimum=1) is not None:
        continue


def _alone(folder: Path) -> FileLock:
    """The lock on the data folder; the system frees it when the process ends, however it ends."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        # A soft lock would survive a kill; a folder without real locks is no place for us.
        lock = FileLock(
            folder / LOCK,
            mode=0o600,
            thread_local=False,
            fallback_to_soft=False,
            preserve_lock_file=True,
        )
        lock.acquire(timeout=0)
    except Timeout as error:
        raise SecondInstance(
            de="Der Kiosk läuft auf diesem Gerät schon. Bitte benutzen Sie das offene Programm "
            "oder beenden Sie es zuerst.",
            en="The kiosk is already running on this device. Please use the open program, or "
            "quit it first.",
        ) from error
    except (OSError, NotImplementedError) as error:
        why = error if isinstance(error, OSError) else OSError("no file locks")
        raise full_or_unsafe(why, folder) from error
    return lock


def _device_and_database(folder: Path) -> tuple[DeviceKey, Database]:
    """The terminal's key and its database, both made on the first start.

    Afterwards one without the other means that something was lost, and nothing may be replaced.
    """
    key_file, path = folder / DEVICE_KEY, folder / DATABASE
    try:
        seed = key_file.read_bytes() if key_file.exists() else None
        if seed is not None and not (path.exists() and path.stat().st_size):
            raise damaged(path)
        database = Database(path)
        try:
            return _device(database, key_file, seed), database
        except BaseException:
            database.close()
            raise
    except OSError as error:
        raise full_or_unsafe(error, folder) from error


def _device(database: Database, key_file: Path, seed: bytes | None) -> DeviceKey:
    with database.transaction() as db:
        known = meta.read_device(db)
    if seed is None and known is None:
        seed = new_device_key().seed
        write_private(key_file, seed)
    if seed is None:
        raise _foreign_key()
    key = DeviceKey(seed)
    if known is None:
        with database.transaction() as db:
            meta.write_device(db, key.device_id)
    elif known != key.device_id:
        raise _foreign_key()
    return key


def _foreign_key() -> BadDeviceKey:
    return BadDeviceKey(
        de="Der Geräteschlüssel fehlt oder gehört zu einem anderen Terminal. Die Antworten sind "
        "noch da. Bitte löschen Sie nichts und rufen Sie das Projektteam.",
        en="The device key is missing or belongs to another terminal. The answers are still "
        "there. Please delete nothing and call the project team.",
    )
