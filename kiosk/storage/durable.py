"""Small files that are whole or absent, whatever happens while they are written."""

import os
import secrets
import sys
from pathlib import Path


def write_private(path: Path, content: bytes) -> None:
    """Write `content` to `path`, on the disk before this returns, readable only by us.

    Raises OSError. On Windows the access list comes from the user's profile folder, and there is
    no directory to sync.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` durable (POSIX; Windows has no such call)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
