"""The SQLite file: one connection, opened strictly, every failure in our own words."""

import errno
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from kiosk.errors import KioskError
from kiosk.storage.errors import DiskFull, NewerDatabase, UnsafeStorage, damaged, disk_full, unsafe
from kiosk.storage.schema import NEWEST, REVISIONS

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_PAGE = 8192
# Some 5,000 responses, more than the town has people: 25 ms at 500 of them, 150 ms at 5,000.
_REWRITTEN_BYTES = 16 << 20
_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    # pragma, what we ask for, what SQLite must then answer
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("busy_timeout", "5000", 5000),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("mmap_size", "0", 0),
)


def has_wal_reset_bug(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite may corrupt a WAL database that two connections write at once.

    Fixed in 3.51.3, 3.50.7 and 3.44.6 (sqlite.org/wal.html). We have one connection and are safe
    either way; the readiness check warns.
    """
    fixed = {44: (3, 44, 6), 50: (3, 50, 7)}
    return version < fixed.get(version[1], (3, 51, 3))


class Database:
    """One writing connection for the program's whole life, usable from any thread in turn.

    Opening raises DamagedDatabase, NewerDatabase, DiskFull or UnsafeStorage, and has changed
    nothing when it raises one of the first two.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._turn = threading.RLock()
        with _translated(path):
            _create(path)
            _inspect(path)
            self._sqlite = _connected(path)
            engine = create_engine(
                "sqlite://",
                creator=lambda: self._sqlite,
                poolclass=NullPool,
                hide_parameters=True,  # an error's text must never carry what was written
            )
            # The driver would begin transactions late and by itself; we want ours from the start.
            event.listen(engine, "begin", lambda db: db.exec_driver_sql("BEGIN IMMEDIATE"))
            self._connection = engine.connect()
        try:
            self._upgrade()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction: durable when the block has ended, gone when it raised."""
        with self._turn, _translated(self.path), self._connection.begin():
            yield self._connection

    def sweep(self) -> None:
        """Empty the write-ahead log, so that deleted rows are gone, and rewrite a file of up to
        16 MB, so that no page tells what came first.

        What was committed stays committed whether this works or not: on a full or failing disk
        the log remains, and the next sweep tries again.
        """
        with self._turn:
            try:
                with _translated(self.path):
                    if self.path.stat().st_size <= _REWRITTEN_BYTES:
                        self.rewrite()
                    else:
                        self._empty_log()
            except (DiskFull, UnsafeStorage):
                return

    def rewrite(self) -> None:
        """Rewrite the file in the order of its keys, so that no page tells what came first."""
        with self._turn, _translated(self.path):
            self._sqlite.execute("VACUUM")
            self._empty_log()

    def _empty_log(self) -> None:
        self._sqlite.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def sound(self) -> bool:
        """Whether SQLite's quick check finds nothing wrong with the file."""
        with self._turn, _translated(self.path):
            return self._sqlite.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]

    def close(self) -> None:
        """Close; the write-ahead log is folded into the database."""
        with self._turn, _translated(self.path):
            self._connection.close()
            self._sqlite.close()

    def _upgrade(self) -> None:
        if _revision(self._sqlite) == NEWEST:
            return
        # Only here, because importing Alembic costs up to a second and most starts need none.
        from kiosk.storage.upgrade import upgrade

        with self.transaction() as db:
            upgrade(db)


def _create(path: Path) -> None:
    """An empty file only we may read; SQLite gives its log the same permissions."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    path.chmod(0o600)


def _inspect(path: Path) -> None:
    """Look without being able to write: a damaged or newer database stays byte for byte.

    But for one whose making a power cut broke off: it may only be looked at once SQLite has undone
    what was begun (sqlite.org/lockingv3.html, "hot journals"). Nothing was collected in it yet.
    """
    broken_off = path.with_name(f"{path.name}-journal").exists()
    mode = "rw" if broken_off else "ro"
    db = sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None)
    try:
        if db.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
            raise damaged(path)
        revision = _revision(db)
    finally:
        db.close()
    if revision is not None and revision not in REVISIONS:
        raise NewerDatabase(
            de=f"Die Datenbank „{path}“ stammt von einer neueren Version des Programms. Bitte "
            "starten Sie die neuere Version; die Datenbank wurde nicht verändert.",
            en=f"The database “{path}” was written by a newer version of the program. "
            "Please start the newer version; the database was not changed.",
        )


def _connected(path: Path) -> sqlite3.Connection:
    # One lock in Database gives threads their turn.
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        db.execute(f"PRAGMA page_size={_PAGE}")  # counts for a new file only
        (mode,) = db.execute("PRAGMA journal_mode=WAL").fetchone()
        wrong = [] if mode == "wal" else [f"journal_mode={mode}"]
        for name, wanted, answer in _PRAGMAS:
            db.execute(f"PRAGMA {name}={wanted}")
            row = db.execute(f"PRAGMA {name}").fetchone()
            if row != (answer,):
                wrong.append(f"{name}={row}")
        if wrong:
            raise unsafe(path.parent, ", ".join(wrong))
    except BaseException:
        db.close()
        raise
    return db


def _revision(db: sqlite3.Connection) -> str | None:
    table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    if db.execute(table).fetchone() is None:
        return None
    row = db.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Turn the world's failures into ours; a mistake of the program stays what it is."""
    try:
        yield
    except DBAPIError as error:
        known = _known(error.orig, path)
        if known is None:
            raise
        raise known from error
    except (sqlite3.Error, OSError) as error:
        known = _known(error, path)
        if known is None:
            raise
        raise known from error


def _known(error: BaseException | None, path: Path) -> KioskError | None:
    if isinstance(error, OSError):
        return full_or_unsafe(error, path.parent)
    # The low byte is the primary result code (sqlite.org/rescode.html).
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_FULL:
            return disk_full(path.parent)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged(path)
        case (
            sqlite3.SQLITE_IOERR
            | sqlite3.SQLITE_READONLY
            | sqlite3.SQLITE_CANTOPEN
            | sqlite3.SQLITE_BUSY
            | sqlite3.SQLITE_PERM
        ):
            return unsafe(path.parent, str(error))
        case _:
            return None


def full_or_unsafe(error: OSError, folder: Path) -> KioskError:
    """Our error for an operating system's refusal to write in `folder`."""
    if error.errno in _FULL:
        return disk_full(folder)
    return unsafe(folder, error.strerror or type(error).__name__)
