"""Starts, page changes, memory and idling of the real window, beside a bare one."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.benchmarks.child import (
    BARE,
    COLD,
    DRIVEN,
    Child,
    milliseconds_to_first_word,
    running,
)
from kiosk.benchmarks.figures import Figures, Row, Target, figures, ratios, slope
from kiosk.benchmarks.processes import Memory, accounts_memory, memory, processor_ns

_SIZE = ("1280", "800")
_STARTS = 11
_WARM_STARTS = 2
_PAGES = 240
_TURN = 20
"""Page changes before it is the other program's turn."""
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Glass:
    """Where to measure: the terminal's folder and the environment of the measured programs."""

    folder: Path
    environment: Mapping[str, str]

    def bare(self, goal: str) -> tuple[str, tuple[str, ...]]:
        """The bare window as (module, arguments)."""
        return BARE, (goal, *_SIZE)

    def cold(self, goal: str) -> tuple[str, tuple[str, ...]]:
        """The terminal's start."""
        return COLD, (goal, str(self.folder), *_SIZE)

    def driven(self) -> tuple[str, tuple[str, ...]]:
        """The terminal driven through interviews."""
        return DRIVEN, (str(self.folder), *_SIZE)


def starts(glass: Glass, tell: Callable[[str], None]) -> list[Row]:
    """From the start of a process to its first paint, and to the first question."""
    programs = (glass.bare("start"), glass.cold("screen"), glass.cold("question"))
    taken: tuple[list[float], ...] = ([], [], [])
    for turn in range(_WARM_STARTS + _STARTS):
        tell(f"start {turn + 1} of {_WARM_STARTS + _STARTS}")
        for program, into in zip(programs, taken, strict=True):
            spent = milliseconds_to_first_word(*program, glass.environment)
            if turn >= _WARM_STARTS:
                into.append(spent)
    floor, screen, question = (figures(each) for each in taken)
    first, asked = ratios(screen, floor), ratios(question, floor)
    bare = "bare start"
    return [
        Row("Floor: bare window, process start → first paint", "ms", floor),
        Row(
            "Process start → first screen painted",
            "ms",
            screen,
            bare,
            first,
            Target("p50 ≤ 1.5 ×", first[0] <= 1.5),
        ),
        Row(
            "Process start → first question answerable",
            "ms",
            question,
            bare,
            asked,
            Target("p50 ≤ 2.5 ×", asked[0] <= 2.5),
        ),
    ]


def page_changes(glass: Glass, tell: Callable[[str], None]) -> list[Row]:
    """From an intent to the painted page, answers on disk; both programs in turns."""
    swaps: list[float] = []
    answers: list[float] = []
    pages: list[float] = []
    with (
        running(*glass.bare("pages"), glass.environment) as bare,
        running(*glass.driven(), glass.environment) as terminal,
    ):
        bare.told()
        terminal.told()
        for turn in range(1 + _PAGES // _TURN):
            tell(f"page changes {turn * _TURN} of {_PAGES}")
            swap = bare.numbers("pages", _TURN)
            page = terminal.numbers("pages", _TURN)
            if turn > 0:
                swaps += swap["page"]
                answers += page["answer"]
                pages += page["page"]
    floor, onto, answer = figures(swaps), figures(pages), figures(answers)
    both = figures([a + b for a, b in zip(answers, pages, strict=True)])
    times = ratios(onto, floor)
    swap_name = "page swap"
    return [
        Row(
            "Floor: next page of a QStackedWidget, label and five buttons filling it → painted",
            "ms",
            floor,
        ),
        Row(
            "“Weiter” → next question painted, answer already on disk",
            "ms",
            onto,
            swap_name,
            times,
            Target("p95 ≤ 1.5 ×, never > 100 ms", times[1] <= 1.5 and onto.most <= 100),
        ),
        Row(
            "Answer → on disk and shown as chosen",
            "ms",
            answer,
            swap_name,
            ratios(answer, floor),
            Target("never > 100 ms", answer.most <= 100),
        ),
        Row(
            "Answer and “Weiter” in one → on disk, next question painted",
            "ms",
            both,
            swap_name,
            ratios(both, floor),
            Target("never > 100 ms", both.most <= 100),
        ),
    ]


def memory_and_idling(glass: Glass, interviews: int, tell: Callable[[str], None]) -> list[Row]:
    """Megabytes (10⁶ bytes) of PSS alone on the glass, over many interviews; idle processor."""
    if not accounts_memory():
        return []
    with running(*glass.bare("pages"), glass.environment) as bare:
        tell("memory and idling of the bare window")
        bare.told()
        bare.ask("rest", _SETTLE)
        floor = _megabytes(memory(bare.pid))
        bare_idle = _idle(bare)
    points: list[tuple[float, float]] = []
    last = floor
    with running(*glass.driven(), glass.environment) as terminal:
        terminal.told()
        terminal.ask("rest", _SETTLE)
        tell("idling at a question")
        first = memory(terminal.pid)
        idle = _idle(terminal)
        done = 0
        while done < interviews:
            part = min(max(1, interviews // _READINGS), interviews - done)
            terminal.ask("interviews", part)
            done += part
            taken = memory(terminal.pid)
            last = _megabytes(taken)
            points.append((done, taken.written / _MEGABYTE))
            tell(f"interview {done} of {interviews}: {last.p50:.1f} MB")
    return [
        *_memory_rows(floor, _megabytes(first), last, interviews),
        _growth_row(points),
        *_idle_rows(bare_idle, idle),
    ]


_SETTLE = 3.0
"""Seconds until the voice process has loaded its library and said which voices there are."""
_IDLE = 5.0
_READINGS = 20


def _memory_rows(floor: Figures, start: Figures, last: Figures, interviews: int) -> list[Row]:
    return [
        Row("Floor: memory of the bare window (PSS)", "MB", floor),
        Row(
            "Memory at the first question, voice process included (PSS)",
            "MB",
            start,
            "bare window",
            ratios(start, floor),
            Target("≤ 100 MB", start.p50 <= 100),
        ),
        Row(
            f"Memory after {interviews} interviews (PSS)",
            "MB",
            last,
            "bare window",
            ratios(last, floor),
        ),
    ]


def _growth_row(points: list[tuple[float, float]]) -> Row:
    """Of written memory alone, because PSS moves with whatever else starts and ends.

    On a new database SQLite's page cache still grows at 500 interviews, by what each adds to the
    file, up to 2 MB: that much counts here as growth.
    """
    growth = slope(points[len(points) // 2 - 1 :]) * 100
    return Row(
        "Growth of written memory per 100 interviews, first half left out",
        "MB",
        figures([growth]),
        target=Target("0 (< 0.1)", growth < 0.1),
    )


def _idle_rows(bare: Figures, ours: Figures) -> list[Row]:
    return [
        Row("Floor: processor of the idle bare window", "%", bare),
        Row(
            f"Processor while a question waits, {_IDLE:.0f} s, voice process included",
            "%",
            ours,
            target=Target("0.0 % (< 0.05)", ours.p50 < 0.05),
        ),
    ]


def _megabytes(taken: Memory) -> Figures:
    return figures([taken.pss / _MEGABYTE])


def _idle(child: Child) -> Figures:
    """Percent of one core during a rest."""
    used, before = processor_ns(child.pid), time.perf_counter_ns()
    child.ask("rest", _IDLE)
    return figures([(processor_ns(child.pid) - used) / (time.perf_counter_ns() - before) * 100])
