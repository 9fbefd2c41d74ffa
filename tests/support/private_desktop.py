"""A screen, a session bus and an accessibility bus of the test's own; nothing else is touched."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_LAUNCHERS = tuple(
    Path(folder, "at-spi-bus-launcher") for folder in ("/usr/libexec", "/usr/lib/at-spi2-core")
)
_PATIENCE = 20.0
"""Seconds a program has to end when told to."""


@dataclass(frozen=True, slots=True)
class Desktop:
    """What a program needs to run there: its whole environment; `session` is the bus's address."""

    environment: dict[str, str]
    session: str


@contextmanager
def private_desktop(home: Path) -> Iterator[Desktop]:
    """Xvfb and a session bus, which starts the accessibility bus when somebody asks for it.

    That one ends with the session bus.
    """
    _need_programs()
    screen = ("Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp")
    # Not in pytest's folder: the address of a socket holds 107 characters.
    with (
        tempfile.TemporaryDirectory(prefix="desktop-") as sockets,
        running(screen, {"PATH": os.environ["PATH"]}, quiet=True) as xvfb,
    ):
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_RUNTIME_DIR": sockets,
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "DISPLAY": f":{said(xvfb)}",
        }
        socket = f"--address=unix:path={sockets}/session"
        bus = ("dbus-daemon", "--session", "--nofork", "--print-address", socket)
        with running(bus, environment, quiet=True) as daemon:
            session = said(daemon)
            yield Desktop(environment | {"DBUS_SESSION_BUS_ADDRESS": session}, session)


@contextmanager
def running(
    command: Sequence[str], environment: dict[str, str], *, quiet: bool = False
) -> Iterator[subprocess.Popen[str]]:
    """A program that is ended with the block. `quiet`: what it says of errors is noise."""
    with subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if quiet else None,
        encoding="utf-8",
    ) as program:
        try:
            yield program
        finally:
            program.terminate()
            try:
                program.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                program.kill()


def said(program: subprocess.Popen[str]) -> str:
    """The next line of a program."""
    assert program.stdout is not None
    line = program.stdout.readline().strip()
    assert line, f"{program.args!r} ended without a word"
    return line


def _need_programs() -> None:
    """Fail, never skip, where the machine lacks what the test reads with."""
    found = [shutil.which(each) for each in ("Xvfb", "dbus-daemon")]
    launcher = any(each.exists() for each in _LAUNCHERS)
    assert all((*found, launcher)), (
        "These tests read the terminal from outside, as a screen reader does: "
        "apt-get install xvfb dbus-daemon at-spi2-core"
    )
