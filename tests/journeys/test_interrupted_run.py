"""Ctrl+C in the shell from which the terminal was started."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

SECONDS = 60.0


def voice_runs(pid: int) -> bool:
    """Whether the terminal `pid` is open: its voice process comes last, and says so by name."""
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split():
        command = Path(f"/proc/{child}/cmdline").read_bytes()
        ignored = Path(f"/proc/{child}/status").read_text("utf-8").partition("SigIgn:")[2].split()
        if b"kiosk.speech.worker" in command:
            return bool(int(ignored[0], 16) >> (signal.SIGINT - 1) & 1)
    return False


def test_ctrl_c_ends_it_and_is_no_mistake_of_ours(folder: Path) -> None:
    terminal = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "run", "--window", "--data", str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    with terminal:
        deadline = time.monotonic() + SECONDS
        while not voice_runs(terminal.pid):
            assert time.monotonic() < deadline, "the terminal did not open"
            assert terminal.poll() is None, "the terminal ended"
            threading.Event().wait(0.02)
        os.killpg(terminal.pid, signal.SIGINT)
        _, said = terminal.communicate(timeout=SECONDS)
    assert terminal.returncode == -signal.SIGINT
    assert said == b""
    assert not (folder / "kiosk.log").exists()
