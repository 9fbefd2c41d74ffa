"""The command line as staff meet it: a process of its own, its words and its exit status."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Kiosk = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def kiosk(tmp_path: Path) -> Kiosk:
    """Run `kiosk …`; keyword arguments are environment variables."""

    def run(*words: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
        environment: Mapping[str, str] = {
            **os.environ,
            "LANG": "de_DE.UTF-8",
            "LC_ALL": "",
            "LC_MESSAGES": "",
            "PYTHONUTF8": "1",
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_DATA_HOME": str(tmp_path / "data"),
            **variables,
        }
        return subprocess.run(
            [sys.executable, "-m", "kiosk", *map(str, words)],
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return run
