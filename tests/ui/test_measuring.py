"""Staff measure the glass with a bank card."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.small_terminal import LONG, small_package, small_terminal

from kiosk.resources import FONTS
from kiosk.settings import FILE, TerminalSettings, read_terminal
from kiosk.ui.background import Background
from kiosk.ui.fitting.breaches import text_breaches, touch_breaches
from kiosk.ui.fonts import install_fonts
from kiosk.ui.measuring.card import CARD_MM
from kiosk.ui.measuring.measuring import Measuring, guessed
from kiosk.ui.widgets.tap_guard import TapGuard

NEW = TerminalSettings("", "", "", "", ())
PANELS = {
    "10.1 upright": (QSize(800, 1280), 10.1),
    "10.1": (QSize(1280, 800), 10.1),
    "13.3 upright": (QSize(1080, 1920), 13.3),
    "15.6": (QSize(1920, 1080), 15.6),
    "21.5": (QSize(1920, 1080), 21.5),
    "23.8": (QSize(2560, 1440), 23.8),
}


@pytest.fixture
def background() -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def measuring(
    qtbot: QtBot, background: Background, folder: Path, size: QSize, guess: float
) -> Measuring:
    install_fonts(FONTS)
    made = Measuring(folder, NEW, size, guess, background, TapGuard(lambda: 0.0))
    qtbot.addWidget(made)
    made.show()
    QApplication.processEvents()
    return made


def matched(made: Measuring, inches: float) -> None:
    """Tap until the outline is as large as a card on a panel of so many inches."""
    pixels = (made.width() ** 2 + made.height() ** 2) ** 0.5
    wanted = round(CARD_MM[0] * pixels / (inches * 25.4))
    steps = {each.objectName(): each for each in made.card.buttons}
    while made.card.card_px != wanted:
        away = wanted - made.card.card_px
        step = (10 if abs(away) >= 10 else 1) * (1 if away > 0 else -1)
        steps[f"step/{step}"].click()


@pytest.mark.parametrize("panel", PANELS)
def test_who_matches_the_card_measures_the_glass(
    qtbot: QtBot, background: Background, tmp_path: Path, panel: str
) -> None:
    size, inches = PANELS[panel]
    made = measuring(qtbot, background, tmp_path, size, 17.0)
    matched(made, inches)
    card = made.card.card.size()
    assert card.width() / card.height() == pytest.approx(85.60 / 53.98, rel=0.005)
    made.card.onward.emit()
    made.distance.decision.picked.emit("600")
    made.distance.onward.emit()
    assert made.profile.diagonal_inch == pytest.approx(inches, rel=0.003)
    assert made.profile.view_mm == 600.0


@pytest.mark.parametrize("panel", PANELS)
def test_every_page_can_be_read_and_touched_before_anything_is_known(
    qtbot: QtBot, background: Background, tmp_path: Path, panel: str
) -> None:
    size, inches = PANELS[panel]
    made = measuring(qtbot, background, tmp_path, size, inches)
    for onward in (made.card.onward, made.distance.onward, made.ruler.backward):
        page = made.current
        assert text_breaches(page, page.theme) == []
        assert touch_breaches(page, page.theme) == []
        onward.emit()


def test_the_line_to_check_with_is_a_hundred_millimetres_of_ink(
    qtbot: QtBot, background: Background, tmp_path: Path
) -> None:
    made = measuring(qtbot, background, tmp_path, QSize(1920, 1080), 15.6)
    made.card.onward.emit()
    made.distance.onward.emit()
    picture = made.ruler.ruler.grab().toImage()
    ground = picture.pixelColor(0, picture.height() - 1)
    inked = [x for x in range(picture.width()) if picture.pixelColor(x, 6) != ground]
    assert inked[-1] - inked[0] + 1 == pytest.approx(100 * made.profile.px_per_mm, abs=2)


def test_the_outline_stays_between_the_smallest_and_the_largest_panel(
    qtbot: QtBot, background: Background, tmp_path: Path
) -> None:
    made = measuring(qtbot, background, tmp_path, QSize(1920, 1080), 7.2)
    bigger = next(each for each in made.card.buttons if each.objectName() == "step/10")
    for _tap in range(10):
        bigger.click()
    assert not bigger.isEnabled()
    made.card.onward.emit()
    made.distance.onward.emit()
    assert made.profile.diagonal_inch == pytest.approx(7.0, rel=0.005)


@pytest.mark.parametrize(
    ("reported", "guess"),
    [
        (QSizeF(345.4, 194.3), 15.6),  # what such a panel says of itself
        (QSizeF(1600, 900), 17.0),  # no panel is so large: some televisions say this
        (QSizeF(0, 0), 17.0),
        (QSizeF(300, 300), 17.0),  # not the shape of its pixels
    ],
)
def test_what_a_screen_says_of_itself_is_believed_only_if_it_can_be(
    reported: QSizeF, guess: float
) -> None:
    assert guessed(QSize(1920, 1080), reported, 17.0) == pytest.approx(guess, abs=0.05)


def to_the_outcome(made: Measuring) -> None:
    made.card.onward.emit()
    made.distance.onward.emit()
    made.ruler.onward.emit()
    assert made.current is made.outcome


def test_what_was_measured_is_kept_and_the_study_looked_through(
    qtbot: QtBot, background: Background, tmp_path: Path
) -> None:
    folder = small_terminal(tmp_path / "terminal", small_package(tmp_path / "probe"))
    assert not read_terminal(folder).measured
    made = measuring(qtbot, background, folder, QSize(1920, 1080), 15.6)
    to_the_outcome(made)
    kept = read_terminal(folder)
    assert kept.measured
    assert (kept.width_px, kept.height_px, kept.view_mm) == (1920, 1080, 500.0)
    assert kept.diagonal_inch == pytest.approx(15.6, rel=0.003)
    assert not made.outcome.bottom.on.isVisible()
    qtbot.waitUntil(lambda: made.outcome.bottom.on.isVisible(), timeout=60_000)
    assert made.outcome.message.headline.text() == "Alles passt."
    assert (folder / "fits").is_file()


def test_a_study_that_does_not_fit_is_said_with_its_texts(
    qtbot: QtBot, background: Background, tmp_path: Path
) -> None:
    folder = small_terminal(tmp_path / "terminal", small_package(tmp_path / "probe", LONG))
    made = measuring(qtbot, background, folder, QSize(1920, 1080), 15.6)
    to_the_outcome(made)
    qtbot.waitUntil(lambda: made.outcome.bottom.on.isVisible(), timeout=60_000)
    assert made.outcome.message.headline.text() == "Hier kann noch niemand teilnehmen."
    assert "F1" in made.outcome.message.prose.text()
    assert not (folder / "fits").exists()


def test_what_cannot_be_kept_is_said_and_can_be_tried_again(
    qtbot: QtBot, background: Background, tmp_path: Path
) -> None:
    folder = small_terminal(tmp_path / "terminal", small_package(tmp_path / "probe"))
    made = measuring(qtbot, background, folder, QSize(1920, 1080), 15.6)
    (folder / FILE).write_text("hässlich = ", encoding="utf-8")
    to_the_outcome(made)
    assert made.outcome.message.headline.text() == "Das ließ sich nicht speichern."
    made.outcome.backward.emit()
    assert made.current is made.card
