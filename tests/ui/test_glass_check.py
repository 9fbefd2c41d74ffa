"""A terminal asks nobody anything on a glass that is unknown, or that its study does not fit."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.rothenburg import study_key
from support.running_terminal import started
from support.small_terminal import LONG, small_package, small_terminal

from kiosk.installing import Glass
from kiosk.journey import stages
from kiosk.settings import TerminalSettings, read_terminal
from kiosk.study.study import open_package
from kiosk.ui.app import Start
from kiosk.ui.fitting import glass_check
from kiosk.ui.fitting.glass_check import NotMeasured, check_glass
from kiosk.ui.fitting.looking import NotLookedThrough
from kiosk.ui.fitting.passed import FILE, has_passed, remember
from kiosk.ui.theme import DisplayProfile

GLASS = Glass(15.6, 500.0, measured=True, width_px=1920, height_px=1080)
PANEL = DisplayProfile(1920, 1080, 15.6)
HASH = "ab" * 32


@pytest.fixture
def settings() -> TerminalSettings:
    return TerminalSettings(
        "", "", "", "", (), measured=True, diagonal_inch=15.6, width_px=1920, height_px=1080
    )


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """How often somebody looked through, and on how many pixels; it always fits."""
    sizes: list[tuple[int, int]] = []
    monkeypatch.setattr(
        glass_check, "look_through", lambda _folder, width, height: sizes.append((width, height))
    )
    return sizes


def read_hash(folder: Path) -> str:
    """The hash of the study the terminal was set up with."""
    return open_package(folder / "study.zip", (study_key().signer,)).hash


def test_what_nobody_measured_is_refused(tmp_path: Path, settings: TerminalSettings) -> None:
    with pytest.raises(NotMeasured, match="kiosk terminal measure"):
        check_glass(tmp_path, replace(settings, measured=False), HASH, PANEL)


def test_another_panel_is_refused_with_both_named(
    tmp_path: Path, settings: TerminalSettings
) -> None:
    with pytest.raises(NotMeasured) as refused:
        check_glass(tmp_path, settings, HASH, DisplayProfile(1280, 1024, 15.6))
    assert "1280 × 1024" in refused.value.de
    assert "1920 × 1080" in refused.value.de


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1366, 768), (3840, 2160)])
def test_the_same_panel_turned_or_at_another_resolution_is_looked_through_once(
    tmp_path: Path,
    settings: TerminalSettings,
    looked: list[tuple[int, int]],
    size: tuple[int, int],
) -> None:
    panel = DisplayProfile(*size, 15.6)
    check_glass(tmp_path, settings, HASH, panel)
    assert looked == [size]
    remember(tmp_path, HASH, panel)
    check_glass(tmp_path, settings, HASH, panel)
    assert looked == [size]


def test_another_study_glass_or_a_damaged_note_is_looked_through_again(tmp_path: Path) -> None:
    remember(tmp_path, HASH, PANEL)
    assert has_passed(tmp_path, HASH, PANEL)
    assert not has_passed(tmp_path, "cd" * 32, PANEL)
    assert not has_passed(tmp_path, HASH, replace(PANEL, diagonal_inch=13.3))
    assert not has_passed(tmp_path, HASH, replace(PANEL, view_mm=600.0))
    (tmp_path / FILE).write_bytes(b"\xff\xfe")
    assert not has_passed(tmp_path, HASH, PANEL)


def test_a_study_that_fits_is_noted_and_one_that_does_not_is_refused_by_its_words(
    tmp_path: Path,
) -> None:
    folder = small_terminal(tmp_path / "fits", small_package(tmp_path / "one"), GLASS)
    fitted = read_terminal(folder)
    study = read_hash(folder)
    check_glass(folder, fitted, study, PANEL)
    assert has_passed(folder, study, PANEL)

    folder = small_terminal(tmp_path / "long", small_package(tmp_path / "two", LONG), GLASS)
    with pytest.raises(NotLookedThrough) as refused:
        check_glass(folder, read_terminal(folder), read_hash(folder), PANEL)
    assert "passt nicht auf diesen Bildschirm" in refused.value.de
    assert "F1" in refused.value.de
    assert "Traceback" not in refused.value.de


def test_a_small_panel_across_is_told_to_stand_upright(tmp_path: Path) -> None:
    glass = Glass(10.1, 400.0, measured=True, width_px=1280, height_px=800)
    folder = small_terminal(tmp_path / "terminal", small_package(tmp_path / "probe", LONG), glass)
    with pytest.raises(NotLookedThrough, match="hochkant"):
        check_glass(
            folder, read_terminal(folder), read_hash(folder), DisplayProfile(1280, 800, 10.1, 400)
        )


def test_the_glass_says_that_nobody_measured_it(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = small_terminal(tmp_path / "terminal", small_package(tmp_path / "probe"))
    with started(Start(folder), qapp, qtbot, at=stages.OutOfOrder) as terminal:
        assert isinstance(terminal.window.stage, stages.OutOfOrder)
        assert "noch nicht gemessen" in terminal.window.stage.text


def test_who_has_measured_a_glass_that_fits_can_begin(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    size = qapp.primaryScreen().size()
    glass = Glass(15.6, 500.0, measured=True, width_px=size.width(), height_px=size.height())
    folder = small_terminal(tmp_path / "terminal", small_package(tmp_path / "probe"), glass)
    with started(Start(folder), qapp, qtbot, seconds=60.0):
        assert (folder / FILE).exists()
