"""Durable files in a folder or on a stick: written, synced, renamed and read back."""

import errno
import hashlib
import os
import secrets
import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk.sync.errors import NoPlace, NoRoom, NotWritten

SPARE = 1 << 20
"""Bytes that must stay free beyond the file itself: directories and rounding to clusters."""

_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)

Opener = Callable[[Path, int], int]
"""How a file is opened: path and flags to a file descriptor (tests put a failing disk here)."""


def private_file(path: Path, flags: int) -> int:
    """Open a file that, once created, only we may read."""
    return os.open(path, flags, 0o600)


def subfolder(root: Path, *names: str) -> Path:
    """The folder `names` below `root`, made durable where it is new.

    Raises NoPlace when `root` is not there, or anything on the way is a link or no folder.
    """
    folder = root
    if any(name in ("", ".", "..") or Path(name).name != name for name in names):
        raise ValueError(f"not names of folders: {names}")
    try:
        _must_be_folder(root)
        for name in names:
            folder = folder / name
            if not os.path.lexists(folder):
                folder.mkdir(mode=0o700)
                _sync(folder.parent)
            _must_be_folder(folder)
    except OSError as error:
        raise failed(root, error) from error
    return folder


def sweep(folder: Path) -> None:
    """Remove what interrupted writes of ours left in `folder`. Raises NotWritten."""
    try:
        for part in folder.glob(".*.part"):
            part.unlink()
    except OSError as error:
        raise failed(folder, error) from error


def put(folder: Path, name: str, content: bytes, opener: Opener = private_file) -> None:
    """Write `content` to `folder`/`name`: durable and read back equal, or an error.

    A file that is already there with the same content is left alone. An interrupted write leaves
    nothing under `name`. Raises NoPlace, NoRoom or NotWritten.
    """
    path = folder / name
    try:
        if _holds(path, content):
            return
        if shutil.disk_usage(folder).free < len(content) + SPARE:
            raise no_room(folder)
        # A fixed name could be cut off by a late first attempt; this one is ours alone.
        part = folder / f".{secrets.token_hex(8)}.part"
        try:
            _write(part, content, opener)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        _sync(folder)
        if not _holds(path, content):
            raise not_written(folder, "read back: differs")
    except OSError as error:
        raise failed(folder, error) from error


def failed(folder: Path, error: OSError) -> NoPlace | NoRoom | NotWritten:
    """Our error for the system's error at `folder`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return no_room(folder)
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENODEV):
        return no_place(folder)
    return not_written(folder, error.strerror or type(error).__name__)


def no_place(folder: Path) -> NoPlace:
    """The error for a place that is gone or a link."""
    return NoPlace(
        de=f"„{folder}“ ist kein Ordner, in den exportiert werden kann. Bitte stecken Sie den "
        "Stick ein und wählen Sie ihn noch einmal aus.",
        en=f"“{folder}” is not a folder to export to. "
        "Please plug the stick in and choose it once more.",
    )


def no_room(folder: Path) -> NoRoom:
    """The error for a full stick."""
    return NoRoom(
        de=f"Auf „{folder}“ ist zu wenig Platz. Es ist nichts verloren. Bitte nehmen Sie einen "
        "leeren Stick.",
        en=f"There is too little room on “{folder}”. Nothing is lost. Please use an empty stick.",
    )


def not_written(folder: Path, why: str) -> NotWritten:
    """The error for a write that cannot be trusted; `why` is a technical word or two."""
    return NotWritten(
        de=f"Auf „{folder}“ konnte nicht zuverlässig geschrieben werden ({why}). Es ist nichts "
        "verloren. Bitte lassen Sie den Stick stecken und versuchen Sie es noch einmal, sonst "
        "nehmen Sie einen anderen.",
        en=f"“{folder}” could not be written reliably ({why}). Nothing is lost. "
        "Please leave the stick plugged in and try again, or else use another one.",
    )


def _write(path: Path, content: bytes, opener: Opener) -> None:
    with os.fdopen(opener(path, _WRITE), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _holds(path: Path, content: bytes) -> bool:
    """Whether `path` is a plain file with this content, read from the medium where possible."""
    if not os.path.lexists(path):
        return False
    if not stat.S_ISREG(path.lstat().st_mode):
        raise OSError(errno.ELOOP, "not a plain file")
    with os.fdopen(os.open(path, _READ), "rb") as file:
        if sys.platform == "linux":
            # Drop the cached pages, so that the stick itself is read.
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        found = hashlib.file_digest(file, "sha256").digest()
    return found == hashlib.sha256(content).digest()


def _must_be_folder(folder: Path) -> None:
    # Junctions on Windows are reparse points, which lstat reports apart from S_ISDIR.
    status = folder.lstat()
    reparse = getattr(status, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_REPARSE_POINT
    if not stat.S_ISDIR(status.st_mode) or reparse:
        raise OSError(errno.ENOTDIR, "not a plain folder")


def _sync(folder: Path) -> None:
    """Make names in `folder` durable (POSIX; Windows has no such call)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
