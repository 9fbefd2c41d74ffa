"""A crash writes no memory down: not the program's, and not that of what it starts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no core files on Windows")

CANARY = b"Kanarienvogel"
REGISTERS = 32 * 64  # bytes of the widest processor's, which are dumped in any case
CRASH = """
import os, resource, sys
if sys.argv[1] == "guarded":
    from kiosk.crash_dumps import leave_none
    leave_none()
elif sys.argv[1] == "filtered":  # as for a collector that cares for no size
    from kiosk.crash_dumps import leave_none
    setrlimit, resource.setrlimit = resource.setrlimit, lambda *limit: None
    leave_none()
    setrlimit(resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE)[1:] * 2)
else:
    resource.setrlimit(resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE)[1:] * 2)
answer = "".join(["Kanarien", "vogel"]) * 1000
if len(sys.argv) > 2:  # a process of its own, as the voice is
    os.execv(sys.executable, [sys.executable, "-c", sys.argv[2]])
os.abort()
"""
LIMITS = """
import resource, pathlib
print(resource.getrlimit(resource.RLIMIT_CORE))
print(pathlib.Path("/proc/self/coredump_filter").read_text().strip())
"""


def crashed(folder: Path, how: str) -> list[Path]:
    """The dumps that a crash leaves in its folder."""
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", CRASH, how], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode < 0, done.stderr
    return list(folder.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_what_the_program_starts_is_guarded_too() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CRASH, "guarded", LIMITS], capture_output=True, check=True, text=True
    )
    assert done.stdout.split("\n")[:2] == ["(0, 0)", "00000000"]


def test_a_crash_leaves_no_answer_behind(tmp_path: Path) -> None:
    assert crashed(tmp_path / "guarded", "guarded") == []
    bare = crashed(tmp_path / "bare", "bare")
    if not bare:
        pytest.skip("this system writes no dumps into the folder of a crash")
    assert bare[0].read_bytes().count(CANARY) >= 1000
    for dump in crashed(tmp_path / "filtered", "filtered"):
        assert dump.read_bytes().count(CANARY) * len(CANARY) <= REGISTERS


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_the_terminal_guards_itself(tmp_path: Path) -> None:
    """Before it imports the window: the command ends early, for want of a terminal."""
    watch = (
        "import sys, resource; import kiosk.cli as cli; sys.argv[1:] = ['run', '--data', 'x'];\n"
        "try: cli.main()\n"
        "except SystemExit: print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run(
        [sys.executable, "-c", watch],
        cwd=tmp_path,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert done.stdout == "(0, 0)\n", done.stderr
