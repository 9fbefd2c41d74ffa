"""Where a terminal keeps its data when nobody says otherwise, and which language a shell speaks."""

import os
import sys
from pathlib import Path

DEMO_KEYS = "demo-keys"
"""In a demonstration's data folder: the keys, with their passphrase beside them."""
DEMO_PIN = "246810"


def data_folder() -> Path:
    """The folder of this user's terminal (XDG base directories; %LOCALAPPDATA% on Windows)."""
    # Three lines instead of platformdirs on the way to the first frame.
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "bedarfskiosk"
    default = Path.home() / ".local" / "share"
    return Path(os.environ.get("XDG_DATA_HOME") or default) / "bedarfskiosk"


def language() -> str:
    """The shell's language as a tag: "en…" where LANG and the like say so, else "de"."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "en" if value.lower().startswith("en") else "de"
    return "de"
