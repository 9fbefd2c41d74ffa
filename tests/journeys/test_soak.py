"""Random hands at the real terminal: nothing crashes, hangs or grows.

Half a minute in every run, two minutes where .ci/run asks for them by
BEDARFSKIOSK_SOAK_SECONDS, an hour with `packaging/test --long`.
"""

import gc
import os
import time
from mmap import mmap
from pathlib import Path
from random import Random

import pytest
from pytestqt.exceptions import capture_exceptions
from support.monkey import Monkey
from support.touch import Clock, Hand

SECONDS = float(os.environ.get("BEDARFSKIOSK_SOAK_SECONDS", "30"))
HOUR = 3600.0
LONGEST_SECONDS = 1.0
"""accessibility.md §1, "No lockups"."""
MOST_GROWTH_MB = 6.0
"""Per thousand actions after the warm-up: fonts, pictures and plans are kept once; a leak of one
screen a person would be ten times that."""
ONCE_MB = 10.0
"""What screens seen for the first time after the warm-up keep once; not counted as growth."""
REACHED = {
    "Asking", "ChooseLanguage", "ChooseDisplay", "Practice", "Participation", "ForWhom",
    "HelpCalled", "Welcome",
}  # fmt: skip


def resident_mb() -> float:
    """What this process holds in memory. 0 where the system does not say."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0.0
    return int(statm.read_text(encoding="ascii").split()[1]) * 4096 / 1e6


def growth(monkey: Monkey, held_mb: float, acted: int) -> float:
    """Megabytes grown per thousand actions since `held_mb` were held after `acted` of them."""
    gc.collect()
    return (resident_mb() - held_mb - ONCE_MB) / max(1, monkey.acted - acted) * 1000


def soak(monkey: Monkey, seconds: float) -> float:
    """Act for so long; megabytes grown per thousand actions after the first quarter."""
    began = time.monotonic()
    warm: tuple[float, int] | None = None
    while (passed := time.monotonic() - began) < seconds:
        monkey.act()
        if warm is None and passed > seconds / 4:
            gc.collect()
            warm = resident_mb(), monkey.acted
    assert warm is not None
    return growth(monkey, *warm)


def check(monkey: Monkey, grown: float, folder: Path) -> None:
    assert set(monkey.seen) >= REACHED, monkey.seen
    assert monkey.slowest < LONGEST_SECONDS, monkey.slowest_at
    assert grown < MOST_GROWTH_MB, f"{grown:.2f} MB"
    assert (folder / "store" / "kiosk.db").exists()
    assert not (folder / "kiosk.log").exists()  # where a mistake of ours would be noted


def test_random_touches(hand: Hand, clock: Clock, folder: Path) -> None:
    monkey = Monkey(hand, clock, Random(20261126))
    check(monkey, soak(monkey, SECONDS), folder)


@pytest.mark.long
def test_an_hour_of_random_touches(hand: Hand, clock: Clock, folder: Path) -> None:
    monkey = Monkey(hand, clock, Random())
    check(monkey, soak(monkey, HOUR), folder)


# -- the harness finds what it is there for


def test_a_stall_is_found(hand: Hand, clock: Clock) -> None:
    monkey = Monkey(hand, clock, Random(1))

    def stall() -> None:
        until = time.thread_time() + 0.05
        while time.thread_time() < until:
            pass

    monkey.do(stall)
    assert monkey.slowest >= 0.05
    assert monkey.slowest_at == "Welcome stall"


def test_a_leak_is_found(hand: Hand, clock: Clock) -> None:
    monkey = Monkey(hand, clock, Random(1))
    kept: list[mmap] = []
    held = resident_mb()
    for _action in range(100):  # counted, not timed: a busy machine acts seldom
        monkey.act()
        # Mapped, so that it is new memory also where the tests before have left some free.
        kept.append(mmap(-1, 1_000_000))
        kept[-1].write(b"x" * 1_000_000)
    assert growth(monkey, held, 0) > MOST_GROWTH_MB


def test_a_mistake_in_a_slot_is_found(hand: Hand, clock: Clock, qtbot: object) -> None:
    del qtbot
    monkey = Monkey(hand, clock, Random(1))

    def mistake() -> None:
        raise ZeroDivisionError

    hand.window.current.top.help.clicked.connect(mistake)
    with capture_exceptions() as found:
        monkey.do(lambda: hand.tap_named("help"))
    assert [kind for kind, _, _ in found] == [ZeroDivisionError]
