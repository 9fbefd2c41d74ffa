"""Where staff can export to: the sticks plugged in right now."""

import ctypes
import os
import string
import sys
from pathlib import Path

MOUNTS = (Path("/media"), Path("/run/media"))
_REMOVABLE = 2  # DRIVE_REMOVABLE, GetDriveTypeW (fileapi.h)


def removable_places(mounts: tuple[Path, ...] = MOUNTS) -> tuple[tuple[str, str], ...]:
    """(path, name) of every stick, sorted by name; empty when there is none.

    Linux desktops mount sticks as /media/USER/NAME or /run/media/USER/NAME. On Windows they are
    drives, named by their letter.
    """
    found = _drives() if sys.platform == "win32" else _mounted(mounts)
    return tuple(sorted(found, key=lambda place: (place[1].casefold(), place[0])))


def _mounted(mounts: tuple[Path, ...]) -> list[tuple[str, str]]:
    return [
        (str(place), place.name)
        for mount in mounts
        for place in mount.glob("*/*")
        if place.is_dir() and not place.is_symlink() and os.access(place, os.W_OK)
    ]


def _drives() -> list[tuple[str, str]]:
    if sys.platform != "win32":
        return []
    kernel = ctypes.WinDLL("kernel32")
    present = kernel.GetLogicalDrives()
    return [
        (f"{letter}:\\", f"{letter}:")
        for bit, letter in enumerate(string.ascii_uppercase)
        if present >> bit & 1 and kernel.GetDriveTypeW(f"{letter}:\\") == _REMOVABLE
    ]
