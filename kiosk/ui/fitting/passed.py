"""Which study was found to fit which glass: a terminal looks once, not at every start."""

from pathlib import Path

from kiosk import __version__
from kiosk.storage.durable import write_private
from kiosk.ui.theme import DisplayProfile

FILE = "fits"


def has_passed(folder: Path, study_hash: str, profile: DisplayProfile) -> bool:
    """Whether this version of the program found the study to fit this glass."""
    try:
        return (folder / FILE).read_text(encoding="utf-8") == _line(study_hash, profile)
    except (OSError, UnicodeDecodeError):
        return False  # never looked, or the note is damaged: look again


def remember(folder: Path, study_hash: str, profile: DisplayProfile) -> None:
    """Note that it fits. Raises OSError."""
    write_private(folder / FILE, _line(study_hash, profile).encode())


def _line(study_hash: str, profile: DisplayProfile) -> str:
    size = f"{profile.width_px}x{profile.height_px}"
    return f"{study_hash} {__version__} {size} {profile.diagonal_inch:.3f} {profile.view_mm:.0f}\n"
