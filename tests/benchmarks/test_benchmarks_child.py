import os
from pathlib import Path

import pytest

from kiosk.benchmarks.child import (
    BARE,
    COLD,
    DRIVEN,
    TOUCHED,
    milliseconds_to_first_word,
    running,
)
from kiosk.benchmarks.demonstration import Measured, install_measured
from kiosk.benchmarks.errors import BenchmarkFailed
from kiosk.opening import today

SIZE = ("640", "480")


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    return install_measured(tmp_path_factory.mktemp("bench") / "terminal", today)


@pytest.fixture
def environment() -> dict[str, str]:
    # A warning of Qt on stderr is none of a measured program's answers.
    return dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}


def test_the_bare_window_tells_of_its_first_paint(environment: dict[str, str]) -> None:
    assert milliseconds_to_first_word(BARE, ("start", *SIZE), environment) > 0


def test_the_bare_window_swaps_pages_when_asked(environment: dict[str, str]) -> None:
    with running(BARE, ("pages", *SIZE), environment) as bare:
        assert bare.told() == "ready"
        taken = bare.numbers("pages", 3)["page"]
        assert len(taken) == 3
        assert min(taken) > 0


@pytest.mark.parametrize("goal", ["screen", "question"])
def test_the_terminal_tells_of_its_start_and_leaves_nothing_behind(
    goal: str, measured: Measured, environment: dict[str, str]
) -> None:
    words = (goal, str(measured.folder), "1280", "800")
    assert milliseconds_to_first_word(COLD, words, environment) > 0
    # The store is free again: it can be opened for the next start.
    assert milliseconds_to_first_word(COLD, words, environment) > 0


def test_the_terminal_is_driven_through_pages_and_interviews(
    measured: Measured, environment: dict[str, str]
) -> None:
    with running(DRIVEN, (str(measured.folder), "1280", "800"), environment) as terminal:
        assert terminal.told() == "ready"
        taken = terminal.numbers("pages", 4)
        assert len(taken["answer"]) == len(taken["page"]) == 4
        assert min(taken["answer"] + taken["page"]) > 0
        assert terminal.ask("interviews", 2) == 2


def test_the_bare_window_is_touched(environment: dict[str, str]) -> None:
    with running(BARE, ("pages", *SIZE), environment) as bare:
        bare.told()
        taken = bare.numbers("taps", 3)
        assert len(taken["pressed"]) == len(taken["onto"]) == 3
        assert min(taken["pressed"] + taken["onto"]) > 0


def test_the_terminal_is_touched_at_its_smallest_and_largest_question(
    measured: Measured, environment: dict[str, str]
) -> None:
    with running(TOUCHED, (str(measured.folder), "1280", "800"), environment) as terminal:
        assert terminal.told() == "ready"
        assert len(terminal.numbers("first")["onto"]) > 20
        for question in ("smallest", "largest"):
            taken = terminal.numbers(question, 2)
            assert len(taken.pop("arrived")) == 1
            assert set(taken) == {"pressed", "given", "on pressed", "onto"}
            assert all(len(samples) == 2 and min(samples) > 0 for samples in taken.values())
        changes = terminal.numbers("settings", 1)
        assert set(changes) == {"panel", "size", "colours", "language", "back"}
        assert set(terminal.numbers("interviews", 1)) == {"begin", "goodbye", "welcome"}


def test_a_program_that_ends_early_is_named(
    tmp_path: Path, environment: dict[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    words = ("screen", str(tmp_path / "nothing"), *SIZE)
    with pytest.raises(BenchmarkFailed, match="cold_start"):
        milliseconds_to_first_word(COLD, words, environment)
    assert "SettingsError" in capfd.readouterr().err
