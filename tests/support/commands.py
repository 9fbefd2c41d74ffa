"""The command line in a process of its own, as people use it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def kiosk(*words: str | Path, lang: str = "de_DE.UTF-8") -> subprocess.CompletedProcess[str]:
    """Run `kiosk …`."""
    environment: Mapping[str, str] = {
        **os.environ, "LANG": lang, "LC_ALL": "", "LC_MESSAGES": "", "PYTHONUTF8": "1",
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *map(str, words)],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
