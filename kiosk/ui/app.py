"""Starting the terminal: the first frame at once, the rooms behind it while it shows."""

import importlib
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.collecting import resume_collection
from kiosk.errors import KioskError, message
from kiosk.journey import stages
from kiosk.places import language
from kiosk.resources import FONTS, TRANSLATIONS
from kiosk.settings import FILE, SettingsError, TerminalSettings, read_terminal
from kiosk.storage.errors import SecondInstance
from kiosk.ui.background import Background
from kiosk.ui.covers import Covers
from kiosk.ui.fonts import install_fonts
from kiosk.ui.keys import DEFAULT_KEYS, Keys, read_keys
from kiosk.ui.scaling import use_real_pixels
from kiosk.ui.speaker import Speaker
from kiosk.ui.terminal.out_of_order_screen import OutOfOrderScreen
from kiosk.ui.terminal.welcome_screen import Greeting, WelcomeScreen
from kiosk.ui.theme import DisplayProfile, Theme, Themes, with_accent
from kiosk.ui.translation import Translation
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.window import Maker, Window

WINDOW = (1280, 800)
"""Pixels of a developer's window."""
LOG = "kiosk.log"
FAILED_MS = 60_000
"""How long a terminal that could not open says so before it ends with status 1."""
READ_AHEAD_MS = 1500
"""When the forms are read that nobody has asked for yet: not while the first screens are made."""


@dataclass(frozen=True, slots=True)
class Start:
    """How the terminal is started. `window`: (width, height) in pixels, None for full screen."""

    folder: Path
    window: tuple[int, int] | None = None
    text_size: int | None = None
    always_open: bool = False  # also where staff have not opened the day: to take pictures


class Terminal:
    """The running terminal: the application's one set of objects, wired."""

    def __init__(
        self,
        start: Start,
        application: QApplication,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Raises KioskErrors of the settings, the fonts and the translations."""
        self._start = start
        self._application = application
        application.setCursorFlashTime(0)  # nothing may blink
        settings = read_terminal(start.folder)
        if start.text_size is not None:
            settings = replace(settings, text_size=start.text_size)
        if start.always_open:
            settings = replace(settings, opens_daily=False)
        install_fonts(FONTS)
        self.settings = settings
        self._store: Any = None
        self._covers: Covers | None = None
        self._status = 0
        self.background = Background()
        self.speaker = Speaker()
        self._clock = clock
        self._guard = TapGuard(clock, settings.tap_lock_ms / 1000)
        self._screens = _first_screens(settings, self._guard, start.folder)
        profile = self._profile = _profile(settings, start, application)
        self._translation = Translation(application, TRANSLATIONS)
        self.window = Window(
            self._screens,
            Themes(profile, with_accent(settings.accent)),
            self._guard,
            self._translation,
            self.speaker,
            self.background,
            clock,
            application,
            size=QSize(profile.width_px, profile.height_px),
            preset=settings.presentation("de"),
            closable=start.window is not None,
            keys=_keys(settings, start.folder / FILE),
        )
        self.window.setWindowTitle(settings.title)
        self.window.quitting.connect(self.quit)
        self._leaving = QTimer(self.window)
        self._leaving.setSingleShot(True)
        self._leaving.timeout.connect(self.quit)

    def show(self) -> None:
        """Show the first frame; everything else comes after it has been painted."""
        if self._start.window is None:
            self.window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            self.window.showFullScreen()
            self._covers = Covers(self._application, self.window)
        else:
            self.window.show()
        QTimer.singleShot(0, self._open)

    def _open(self) -> None:
        folder, settings = self._start.folder, self.settings

        def work() -> Any:
            # By name, so that no import of them stands on the way to the first frame.
            screens = importlib.import_module("kiosk.ui.screens")
            opening = importlib.import_module("kiosk.opening")
            try:
                rooms = opening.open_rooms(folder, settings, self._clock)
            except KioskError as error:
                return error
            try:
                self._check_glass(rooms.study.hash)
            except KioskError as error:
                rooms.store.close()
                return error
            return screens, rooms

        self.background.run(work, self._opened)

    def _check_glass(self, study_hash: str) -> None:
        """Raises KioskErrors where nobody may be asked anything on this glass."""
        # A window on a developer's desk is no terminal, and a demonstration shows everywhere.
        if self._start.window is None and not self.settings.demonstration:
            check = importlib.import_module("kiosk.ui.fitting.glass_check").check_glass
            check(self._start.folder, self.settings, study_hash, self._profile)

    def _opened(self, opened: Any) -> None:
        resume_collection()
        if isinstance(opened, KioskError):
            self._failed(opened)
            return
        screens, rooms = opened
        self._screens |= screens.other_screens(self._guard, rooms.study.media, self._clock)
        self._store = rooms.store
        self.speaker.take_recordings(rooms.study.media)
        self.speaker.take_clips(rooms.study.clips)
        self.speaker.take_lexicons(rooms.study.lexicons)
        self.window.open(rooms.journey)
        QTimer.singleShot(0, self.window.prepare_screens)
        QTimer.singleShot(READ_AHEAD_MS, partial(self._read_ahead, rooms.read_ahead))
        QTimer.singleShot(0, self.speaker.start)

    def _read_ahead(self, work: Callable[[], None]) -> None:
        if self._store is not None:  # else the program ended meanwhile
            self.background.run(work, lambda _nothing: None)

    def _failed(self, error: KioskError) -> None:
        """Say it on the glass and in the shell; then leave, so that whoever started us can retry.

        Where another one of us runs already, its window must not be covered: leave at once.
        """
        sys.stderr.write(message(error, language()) + "\n")
        self._status = 1
        if isinstance(error, SecondInstance):
            self.quit()
            return
        self.window.fail(message(error, "de"))
        self._leaving.start(FAILED_MS)

    def quit(self) -> None:
        """Leave: nothing of ours runs on."""
        self.close()
        self._application.exit(self._status)

    def close(self) -> None:
        """Let go of the voice process, the worker, the store and the language."""
        self._leaving.stop()
        if self._covers is not None:
            self._covers.close()
        self._translation.close()
        self.speaker.close()
        self.background.close()
        store, self._store = self._store, None
        if store is not None:
            store.close()


def run(start: Start) -> int:
    """Run the terminal until staff end it; the exit status.

    Raises KioskErrors that keep the first frame from showing.
    """
    if start.window is None:
        use_real_pixels()
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    terminal = Terminal(start, application)
    sys.excepthook = partial(_last_resort, start.folder / LOG, terminal.window)
    terminal.show()
    status = application.exec()
    sys.excepthook = sys.__excepthook__
    return status


def _last_resort(
    log: Path,
    window: Window,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """A mistake of ours: note where, without any value that could be an answer, and stop calmly."""
    del error
    places = "".join(f"  {f.filename}:{f.lineno} {f.name}\n" for f in traceback.extract_tb(trace))
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{kind.__module__}.{kind.__qualname__}\n{places}")
    window.fail(
        "Das Programm hat einen Fehler bemerkt und macht hier nicht weiter. Bisherige Antworten "
        "sind verschlüsselt gespeichert. Bitte das Gerät neu starten."
    )


def _keys(settings: TerminalSettings, path: Path) -> Keys:
    """The usual keys and the terminal's own. Raises SettingsError naming the first that is none."""
    try:
        return read_keys((*DEFAULT_KEYS, *settings.keys))
    except ValueError as error:
        raise SettingsError(
            path,
            f"Die Taste „{error}“ in keys ist unbekannt; richtig ist zum Beispiel F5=read.",
            f'The key "{error}" in keys is unknown; F5=read would be right.',
        ) from error


def _profile(settings: TerminalSettings, start: Start, application: QApplication) -> DisplayProfile:
    if start.window is not None:
        width, height = start.window
    else:
        size = application.primaryScreen().size()
        width, height = size.width(), size.height()
    return DisplayProfile(width, height, settings.diagonal_inch, settings.view_mm)


def _first_screens(settings: TerminalSettings, guard: TapGuard, folder: Path) -> dict[type, Maker]:
    """What can show before the rooms are open; see :mod:`kiosk.ui.screens` for the others."""

    def welcome(theme: Theme, parent: QWidget) -> WelcomeScreen:
        return WelcomeScreen(
            theme,
            guard,
            town=settings.town,
            title=settings.title,
            lines=settings.facts,
            languages=settings.languages,
            greeting=Greeting(
                settings.greeting, settings.greeting_language, settings.greeting_audio
            ),
            crest=folder / settings.crest if settings.crest else None,
            parent=parent,
        )

    return {
        stages.Welcome: welcome,
        stages.OutOfOrder: lambda theme, parent: OutOfOrderScreen(theme, guard, parent),
    }
