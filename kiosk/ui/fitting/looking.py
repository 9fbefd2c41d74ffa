"""Letting another process lay a study out. Imports none of what lays out: a start only asks."""

import os
import subprocess
import sys
from pathlib import Path

from kiosk.errors import KioskError

PATIENCE_SECONDS = 900


class NotLookedThrough(KioskError):
    """The other process could not say whether the study fits, or says that it does not."""


def look_through(folder: Path, width_px: int, height_px: int) -> None:
    """Let another process lay everything out, for up to a minute, while this one stays awake.

    Raises NotLookedThrough with what it says when the study does not fit.
    """
    size = f"{width_px}x{height_px}"
    command = ["terminal", "fits", "--data", str(folder), "--size", size]
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "kiosk", *command],
            capture_output=True,
            check=False,
            encoding="utf-8",
            env={**os.environ, "LC_ALL": "de_DE.UTF-8", "PYTHONUTF8": "1"},
            timeout=PATIENCE_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotLookedThrough(
            de="Ob die Studie auf diesen Bildschirm passt, ließ sich nicht prüfen. Bitte noch "
            "einmal: kiosk terminal fits",
            en="Whether the study fits this display could not be checked. Try again: kiosk "
            "terminal fits",
        ) from error
    if done.returncode:
        said = done.stderr.strip()
        raise NotLookedThrough(de=said, en=said)
