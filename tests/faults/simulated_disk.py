"""A disk whose power can be cut after every single write: a SQLite VFS that keeps a log.

What was not synced when the power goes may be on the disk, may be missing, may be half there, in
any combination of 512-byte sectors; a deletion that was not synced may not have happened. That is
what SQLite's own crash tests assume (sqlite.org/atomiccommit.html, sqlite.org/testing.html).
"""

import random
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

_SECTOR = 512
Lies = Mapping[str, tuple[str, tuple[object, ...]]]
"""A statement, what is run in its place, and the row that is made up for an answer."""


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes handed to the system."""

    file: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncated:
    """A file cut to `size`."""

    file: str
    size: int


@dataclass(frozen=True, slots=True)
class Synced:
    """Everything of the file is on the disk from here on."""

    file: str


@dataclass(frozen=True, slots=True)
class Deleted:
    """A file is gone; `durable`: its folder was synced."""

    file: str
    durable: bool


@dataclass(frozen=True, slots=True)
class FolderSynced:
    """What was created or deleted in the folder stays so."""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A call has returned: `state` is what the database then holds."""

    state: object


Operation = Written | Truncated | Synced | Deleted | FolderSynced | Acknowledged


class SimulatedDisk(apsw.VFS):
    """The system's own files, and a log of everything done to them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.log: list[Operation] = []
        super().__init__(name, "")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        """A file that writes its log."""
        return _File(self.log, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        """Delete, and remember whether that would outlive a power cut."""
        super().xDelete(filename, syncdir)
        self.log.append(Deleted(Path(filename).name, syncdir))


class _File(apsw.VFSFile):
    def __init__(
        self, log: list[Operation], name: str | apsw.URIFilename | None, flags: list[int]
    ) -> None:
        self._log = log
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._file = Path(path or "temporary").name
        super().__init__("", name, flags)

    def xWrite(self, data: Any, offset: int) -> None:
        super().xWrite(data, offset)
        self._log.append(Written(self._file, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self._log.append(Truncated(self._file, newsize))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._log.append(Synced(self._file))


@dataclass
class _Kept:
    """A file: what is surely on the disk (None: no such file), and what is on its way there."""

    durable: bytes | None = None
    pending: list[Written | Truncated | Deleted] = field(default_factory=list)


def after_power_cut(log: Sequence[Operation], dice: random.Random) -> dict[str, bytes]:
    """One of the images the disk may show when the power went at the end of `log`."""
    files: dict[str, _Kept] = {}
    for each in log:
        match each:
            case Acknowledged():
                continue
            case Synced():
                kept = files.setdefault(each.file, _Kept())
                kept.durable, kept.pending = _all(kept), []
            case Deleted(durable=True):
                files[each.file] = _Kept()
            case FolderSynced():
                gone = [name for name, kept in files.items() if _is_gone(kept)]
                for name in gone:
                    del files[name]
            case _:
                files.setdefault(each.file, _Kept()).pending.append(each)
    images = {name: _some(kept, dice) for name, kept in files.items()}
    return {name: content for name, content in images.items() if content is not None}


def _is_gone(kept: _Kept) -> bool:
    return bool(kept.pending) and isinstance(kept.pending[-1], Deleted)


def _all(kept: _Kept) -> bytes | None:
    content = kept.durable
    for each in kept.pending:
        match each:
            case Written():
                content = _put(content or b"", each.offset, each.data)
            case Truncated():
                content = _cut(content or b"", each.size)
            case Deleted():
                content = None
    return b"" if content is None and not kept.pending else content


def _some(kept: _Kept, dice: random.Random) -> bytes | None:
    content = kept.durable
    for each in kept.pending:
        match each:
            case Written():
                for at in range(0, len(each.data), _SECTOR):
                    sector = each.data[at : at + _SECTOR]
                    fate = dice.randrange(3)
                    if fate == 1:  # torn
                        sector = sector[: dice.randrange(len(sector))]
                    if fate and sector:
                        content = _put(content or b"", each.offset + at, sector)
            case Truncated():
                if content is not None and dice.random() < 0.5:
                    content = _cut(content, each.size)
            case Deleted():
                if dice.random() < 0.5:
                    return content  # the old file is still there, and the new one has no name yet
                content = None
    return content


def _put(content: bytes, offset: int, data: bytes) -> bytes:
    content = content.ljust(offset, b"\0")
    return content[:offset] + data + content[offset + len(data) :]


def _cut(content: bytes, size: int) -> bytes:
    return content[:size].ljust(size, b"\0")


class DiskDriver:
    """Stands in for the module sqlite3: connections write to the simulated disk.

    `lies`: how the control runs get the settings that the program refuses.
    """

    def __init__(self, disk: SimulatedDisk, lies: Lies) -> None:
        self._disk = disk
        self._lies = lies
        self.opened: list[DiskConnection] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(sqlite3, name)

    def connect(self, database: Path | str, **options: Any) -> Any:
        """A connection; one that only reads is the system's own."""
        if options.get("uri"):
            return sqlite3.connect(database, **options)
        connection = apsw.Connection(str(database), vfs=self._disk.name)
        self.opened.append(DiskConnection(connection, self._lies))
        return self.opened[-1]


class DiskConnection:
    """As much of DB-API 2.0 over apsw as SQLAlchemy and the store use."""

    def __init__(self, connection: apsw.Connection, lies: Lies) -> None:
        self._connection = connection
        self._lies = lies

    def cursor(self) -> "DiskCursor":
        """A cursor."""
        return DiskCursor(self._connection, self._lies)

    def execute(self, sql: str) -> "DiskCursor":
        """A statement of its own."""
        cursor = self.cursor()
        cursor.execute(sql)
        return cursor

    def create_function(self, *_function: object, **_options: object) -> None:
        """Nothing here uses functions of Python."""

    def commit(self) -> None:
        """End the transaction, if there is one."""
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")

    def rollback(self) -> None:
        """Undo the transaction, if there is one."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


class DiskCursor:
    """Rows are fetched at once."""

    arraysize = 1

    def __init__(self, connection: apsw.Connection, lies: Lies) -> None:
        self._connection = connection
        self._lies = lies
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid = 0

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> "DiskCursor":
        """Run it, or what stands in for it."""
        sql, answer = self._lies.get(sql, (sql, None))
        cursor = self._connection.cursor()
        self.description = None

        def described(of: apsw.Cursor, _sql: str, _parameters: object) -> bool:
            self.description = of.description or None
            return True

        cursor.exec_trace = described
        self._rows = list(cursor.execute(sql, tuple(parameters)))
        self.rowcount = self._connection.changes()
        self.lastrowid = self._connection.last_insert_rowid()
        if answer is not None:
            self._rows = [answer]
        return self

    def executemany(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run it for each row."""
        for each in rows:
            self.execute(sql, each)

    def fetchone(self) -> Any:
        """The next row, or None."""
        return self._rows.pop(0) if self._rows else None

    def fetchmany(self, size: int = 1) -> list[Any]:
        """The next rows."""
        taken, self._rows = self._rows[:size], self._rows[size:]
        return taken

    def fetchall(self) -> list[Any]:
        """All that are left."""
        return self.fetchmany(len(self._rows))

    def close(self) -> None:
        """Nothing is held."""
