"""The report: what was measured, on what, against which floor, as Markdown."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from kiosk.benchmarks.demonstration import Measured, install_measured
from kiosk.benchmarks.disk import answer_to_disk
from kiosk.benchmarks.engine import form_engine
from kiosk.benchmarks.figures import Row, Section
from kiosk.benchmarks.machine import facts, qt_platform
from kiosk.benchmarks.speech import speech
from kiosk.benchmarks.touch import touches
from kiosk.benchmarks.window import Glass, memory_and_idling, page_changes, starts

_HEAD = "| What | p50 | p95 | p99 | max | n | × floor p50 / p95 | Target | Reached |"
_RULE = "|---|--:|--:|--:|--:|--:|--:|---|---|"
_NOTES = (
    "Floor and subject take turns in this one run; `×` is the subject divided by the floor "
    "named behind it. Starts are fresh processes with a warm file cache and compiled bytecode, "
    "the first two of each left out; so are the first 20 page changes and the first 20 writes. "
    "Garbage collection stays as each program sets it: it is part of what a person waits for. "
    "“Painted” means that Qt has painted and flushed the window, for page changes on X11 also "
    "that the display server has taken it. Interviews for memory are long and short in turn; "
    "another program that has Qt or Python mapped at the same time makes every PSS smaller. "
    "Percentiles are nearest ranks."
)


@contextmanager
def _set_up(
    folder: Path, today: Callable[[], date], tell: Callable[[str], None]
) -> Iterator[tuple[str, tuple[tuple[str, str], ...], Path, Measured]]:
    """Qt's platform, the head of the report, a folder of its own in `folder` and a terminal there;
    both go afterwards."""
    plugin = qt_platform(os.environ, sys.platform)
    folder.mkdir(parents=True, exist_ok=True)
    head = facts(plugin, folder)
    with tempfile.TemporaryDirectory(dir=folder, prefix="bench-") as made:
        room = Path(made)
        tell("setting a terminal up")
        yield plugin, head, room, install_measured(room / "terminal", today)


def measured(
    interviews: int, folder: Path, today: Callable[[], date], tell: Callable[[str], None]
) -> str:
    """Measure everything and report in Markdown; about four minutes.

    Works in a folder of its own inside `folder`, whose disk is the one measured. `tell` hears of
    the progress. Raises BenchmarkFailed, and KioskErrors of the study and the store.
    """
    with _set_up(folder, today, tell) as (plugin, head, room, terminal):
        glass = Glass(terminal.folder, _environment(plugin, room / "bytecode"))
        sections: list[Section] = [
            ("Start", starts(glass, tell)),
            ("Page changes", page_changes(glass, tell)),
            ("Disk", answer_to_disk(terminal, room / "disk", today)),
            ("Form engine", form_engine(terminal)),
            ("Memory and idling", memory_and_idling(glass, interviews, tell)),
        ]
    return report(head, sections)


def measured_touch(folder: Path, today: Callable[[], date], tell: Callable[[str], None]) -> str:
    """Measure what a person waits for at the glass and report in Markdown; about two minutes.

    Raises BenchmarkFailed, and KioskErrors of the study and the store.
    """
    with _set_up(folder, today, tell) as (plugin, head, room, terminal):
        environment = _environment(plugin, room / "bytecode")
        return report(head, touches(terminal.folder, environment, tell))


def measured_forms(folder: Path, today: Callable[[], date], tell: Callable[[str], None]) -> str:
    """Measure the form engine alone and report in Markdown; under a minute.

    Raises KioskErrors of the study and the store.
    """
    with _set_up(folder, today, tell) as (_plugin, head, _room, terminal):
        return report(head, [("Form engine", form_engine(terminal))])


def measured_speech(folder: Path, tell: Callable[[str], None]) -> str:
    """Measure what people hear and report in Markdown; about a minute.

    Raises NoSoundServer where there is no PulseAudio to listen with, and NoVoiceError.
    """
    return report(facts(qt_platform(os.environ, sys.platform), folder), speech(tell))


def report(head: Sequence[tuple[str, str]], sections: Sequence[Section]) -> str:
    """The Markdown of these facts and rows."""
    lines = ["# Benchmark", ""]
    lines += [f"- {name}: {value}" for name, value in head]
    lines += ["", _NOTES]
    for title, rows in sections:
        lines += ["", f"## {title}", ""]
        lines += [_HEAD, _RULE, *map(line, rows)] if rows else ["Not measured on this system."]
    return "\n".join(lines) + "\n"


def line(row: Row) -> str:
    """A row of the table. A single reading has no percentiles."""
    taken = row.figures
    spread = (taken.p95, taken.p99, taken.most) if taken.count > 1 else (None, None, None)
    cells = [
        row.what,
        f"{_number(taken.p50)} {row.unit}",
        *("" if each is None else _number(each) for each in spread),
        str(taken.count),
        _times(row),
        row.target.wanted if row.target else "",
        ("yes" if row.target.reached else "**no**") if row.target else "",
    ]
    return "| " + " | ".join(cells) + " |"


def _times(row: Row) -> str:
    if row.ratios is None:
        return ""
    p50, p95 = row.ratios
    both = f"{p50:.2f} / {p95:.2f}" if row.figures.count > 1 else f"{p50:.2f}"
    return f"{both} {row.floor}"


def _number(value: float) -> str:
    """Three significant digits where there are as many, never scientific."""
    size = abs(value)
    digits = 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 1 else 3
    return f"{value:.{digits}f}"


def _environment(plugin: str, bytecode: Path) -> dict[str, str]:
    """The measured programs' environment: like a user's, with bytecode as an installation has."""
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    return environment | {"QT_QPA_PLATFORM": plugin, "PYTHONPYCACHEPREFIX": str(bytecode)}
