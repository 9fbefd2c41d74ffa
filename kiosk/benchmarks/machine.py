"""What the figures were measured on: facts that matter, nothing that names the machine."""

import os
import platform
import sqlite3
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6 import __version__ as pyside_version
from sqlalchemy import __version__ as sqlalchemy_version

_MOUNTS = Path("/proc/self/mountinfo")


def qt_platform(environment: Mapping[str, str], system: str) -> str:
    """The Qt platform plugin to measure on: a real window where there is a display."""
    if chosen := environment.get("QT_QPA_PLATFORM"):
        return chosen
    if system == "win32":
        return "windows"
    return "xcb" if environment.get("DISPLAY") else "offscreen"


def facts(plugin: str, folder: Path) -> tuple[tuple[str, str], ...]:
    """(name, value) lines for the head of a report; `folder` is where the databases lie."""
    return (
        ("Cores", str(os.cpu_count())),
        ("System", f"{platform.system()} {platform.release()} {platform.machine()}"),
        ("Python", platform.python_version()),
        ("Qt (PySide6)", pyside_version),
        ("Qt platform plugin", plugin),
        ("SQLite", sqlite3.sqlite_version),
        ("SQLAlchemy", sqlalchemy_version),
        ("File system of the databases", file_system(folder)),
        ("Load before the run", _load()),
    )


def file_system(folder: Path, mounts: Path = _MOUNTS) -> str:
    """The type of the file system `folder` is on, "unknown" where the system does not say."""
    if not mounts.exists():
        return "unknown"
    best = ("", "unknown")
    here = str(folder.resolve())
    for line in mounts.read_text(encoding="utf-8").splitlines():
        # "36 35 98:0 / /mnt rw - ext4 /dev/sda1 rw" (proc(5)).
        before, _, after = line.partition(" - ")
        point = before.split(" ")[4]
        inside = here == point or here.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best[0]):
            best = (point, after.split(" ")[0])
    return best[1]


def _load() -> str:
    if sys.platform == "win32":
        return "not known"
    return f"{os.getloadavg()[0]:.1f} (average of the last minute)"
