"""`kiosk terminal measure`: card, distance, ruler, kept; then whether the study fits."""

import sys
import time
from dataclasses import replace
from math import hypot
from pathlib import Path

from PySide6.QtCore import QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.errors import KioskError, message
from kiosk.resources import FONTS
from kiosk.settings import TerminalSettings, read_terminal, write_terminal
from kiosk.ui.background import Background
from kiosk.ui.fitting.displays import LARGEST, SMALLEST
from kiosk.ui.fitting.looking import look_through
from kiosk.ui.fonts import install_fonts
from kiosk.ui.measuring.card import CARD_MM
from kiosk.ui.measuring.card_screen import CardScreen
from kiosk.ui.measuring.distance_screen import DistanceScreen
from kiosk.ui.measuring.measure_screen import MeasureScreen
from kiosk.ui.measuring.outcome_screen import OutcomeScreen
from kiosk.ui.measuring.ruler_screen import RulerScreen, described
from kiosk.ui.scaling import use_real_pixels
from kiosk.ui.theme import DisplayProfile, make_theme
from kiosk.ui.theme.profile import MM_PER_INCH
from kiosk.ui.widgets.tap_guard import TapGuard

_ALIKE = 0.05
"""So far the sides of a panel may differ from its pixels before its own report is not believed."""
_STAND_IN = {True: 13.3, False: 15.6}
"""Inches upright and across that letters are made for while nobody knows how large they are."""


class Measuring(QWidget):
    """The pages one after the other; what they say is kept from the ruler's page on."""

    ended = Signal()

    def __init__(
        self,
        folder: Path,
        settings: TerminalSettings,
        size: QSize,
        guess_inch: float,
        background: Background,
        guard: TapGuard,
    ) -> None:
        """`size` in pixels, `guess_inch`: the diagonal to begin with. Needs the fonts."""
        super().__init__()
        self.setWindowTitle("Bildschirm messen")
        self._folder = folder
        self._background = background
        self.profile = DisplayProfile(
            size.width(), size.height(), guess_inch, view_mm=settings.view_mm
        )
        upright = size.height() > size.width()
        letters = DisplayProfile(size.width(), size.height(), _STAND_IN[upright])
        theme = make_theme(letters)
        self.card = CardScreen(
            theme,
            guard,
            card_px=self._card_px(guess_inch),
            least_px=self._card_px(LARGEST),
            most_px=self._card_px(SMALLEST),
            parent=self,
        )
        self.distance = DistanceScreen(theme, guard, view_mm=settings.view_mm, parent=self)
        self.ruler = RulerScreen(theme, guard, self)
        self.outcome = OutcomeScreen(theme, guard, self)
        self._pages: tuple[MeasureScreen, ...] = (
            self.card, self.distance, self.ruler, self.outcome,
        )  # fmt: skip
        self.card.onward.connect(lambda: self._show(self.distance))
        self.distance.backward.connect(lambda: self._show(self.card))
        self.distance.onward.connect(self._on_measured)
        self.ruler.backward.connect(lambda: self._show(self.card))
        self.ruler.onward.connect(self._on_save)
        self.outcome.backward.connect(lambda: self._show(self.card))
        self.outcome.onward.connect(self.close)
        self.resize(size)
        self._show(self.card)

    @property
    def current(self) -> MeasureScreen:
        """The page on the glass."""
        return next(each for each in self._pages if each.isVisibleTo(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Every page fills the window."""
        super().resizeEvent(event)
        for page in self._pages:
            page.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was kept is kept."""
        event.accept()
        self.ended.emit()

    def _show(self, shown: MeasureScreen) -> None:
        for page in self._pages:
            page.setVisible(page is shown)
        shown.bottom.on.setFocus()

    def _on_measured(self) -> None:
        pixels = hypot(self.profile.width_px, self.profile.height_px)
        self.profile = replace(
            self.profile,
            diagonal_inch=pixels / self.card.px_per_mm / MM_PER_INCH,
            view_mm=float(self.distance.view_mm),
        )
        self.ruler.show_profile(self.profile)
        self._show(self.ruler)

    def _on_save(self) -> None:
        profile = self.profile
        try:
            settings = replace(
                read_terminal(self._folder),
                diagonal_inch=round(profile.diagonal_inch, 3),
                view_mm=profile.view_mm,
                measured=True,
                width_px=profile.width_px,
                height_px=profile.height_px,
            )
            write_terminal(self._folder, settings)
        except KioskError as error:
            self._say("Das ließ sich nicht speichern.", message(error, "de"), done=True)
            return
        self._say(
            "Gespeichert.",
            f"{described(profile)} Jetzt wird geprüft, ob alle Texte der Studie auf diesen "
            "Bildschirm passen. Das dauert bis zu einer Minute.",
            done=False,
        )
        self._background.run(self._look_through, self._on_looked_through)

    def _look_through(self) -> KioskError | None:
        try:
            look_through(self._folder, self.profile.width_px, self.profile.height_px)
        except KioskError as error:
            return error
        return None

    def _on_looked_through(self, error: KioskError | None) -> None:
        if error is not None:
            self._say("Hier kann noch niemand teilnehmen.", *message(error, "de").splitlines())
            return
        self._say("Alles passt.", "Das Terminal kann starten: kiosk run")

    def _say(self, headline: str, *sentences: str, done: bool = True) -> None:
        self.outcome.show_outcome(headline, sentences, done=done)
        self._show(self.outcome)

    def _card_px(self, inches: float) -> int:
        """How wide a card is on a panel of this diagonal."""
        return round(CARD_MM[0] * replace(self.profile, diagonal_inch=inches).px_per_mm)


def guessed(pixels: QSize, reported: QSizeF, known_inch: float) -> float:
    """A diagonal in inches to begin with: what the screen reports (mm) if it can be, else known."""
    width, height = reported.width(), reported.height()
    if width <= 0 or height <= 0:
        return known_inch
    inches = hypot(width, height) / MM_PER_INCH
    alike = abs(width / height / (pixels.width() / pixels.height()) - 1) <= _ALIKE
    return inches if alike and SMALLEST <= inches <= LARGEST else known_inch


def run(folder: Path, window: tuple[int, int] | None) -> int:
    """Measure the terminal in `folder`; the exit status. Raises KioskErrors of its settings.

    `window`: (width, height) in pixels to look at it in a window, None for the whole screen.
    """
    settings = read_terminal(folder)
    if window is None:
        use_real_pixels()
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    install_fonts(FONTS)
    screen: QScreen = application.primaryScreen()
    size = QSize(*window) if window is not None else screen.size()
    guess = guessed(size, screen.physicalSize(), settings.diagonal_inch)
    background = Background()
    guard = TapGuard(time.monotonic, settings.tap_lock_ms / 1000)
    measuring = Measuring(folder, settings, size, guess, background, guard)
    measuring.ended.connect(application.quit)
    if window is None:
        measuring.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        measuring.showFullScreen()
    else:
        measuring.show()
    status = application.exec()
    background.close()
    return status
