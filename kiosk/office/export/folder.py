"""Putting a whole export into a folder: all files or none, and never over somebody's work."""

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from kiosk.office.errors import CannotWrite, NameTaken


def manifest(files: Mapping[str, bytes]) -> bytes:
    """The files' names, sizes (bytes) and SHA-256, sorted by name, as JSON."""
    listed = [
        {"name": name, "bytes": len(files[name]), "sha256": sha256(files[name]).hexdigest()}
        for name in sorted(files)
    ]
    return (json.dumps({"v": 1, "files": listed}, ensure_ascii=False, indent=2) + "\n").encode()


def taken(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Whether a file of one of these names, with other bytes, is already in the folder."""
    try:
        return any(
            (folder / name).exists() and (folder / name).read_bytes() != content
            for name, content in files.items()
        )
    except OSError as error:
        raise _cannot(folder, error) from error


def put(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write the files, each complete under its name or not at all.

    A file already there with the same bytes stays as it is, so repeating an export is harmless.
    Raises NameTaken before anything is written when a name is taken by other content, and
    CannotWrite when the folder does not take the files.
    """
    if taken(folder, files):
        raise NameTaken(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(_put(folder / name, content) for name, content in files.items())
    except OSError as error:
        raise _cannot(folder, error) from error


def _cannot(folder: Path, error: OSError) -> CannotWrite:
    return CannotWrite(folder, error.strerror or type(error).__name__)


def _put(target: Path, content: bytes) -> Path:
    if target.exists():
        return target
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return target
