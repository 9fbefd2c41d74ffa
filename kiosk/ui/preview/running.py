"""Opening a preview: the real screens around a form, without rooms behind them."""

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.journey import stages
from kiosk.resources import FONTS, TRANSLATIONS
from kiosk.study.clips import Clips
from kiosk.study.lexicon import Lexicon
from kiosk.study.settings import StudySettings
from kiosk.ui.background import Background
from kiosk.ui.fonts import install_fonts
from kiosk.ui.keys import DEFAULT_KEYS, read_keys
from kiosk.ui.preview.desk import Desk
from kiosk.ui.preview.runner import Preview, Previewed
from kiosk.ui.screens import other_screens
from kiosk.ui.speaker import Speaker
from kiosk.ui.terminal.goodbye_screen import GoodbyeScreen
from kiosk.ui.terminal.out_of_order_screen import OutOfOrderScreen
from kiosk.ui.terminal.welcome_screen import Greeting, WelcomeScreen
from kiosk.ui.theme import DisplayProfile, Theme, Themes, with_accent
from kiosk.ui.translation import Translation
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.window import Maker, Window

A_DAY = 86_400.0
"""Seconds the last screen stays: nobody else is waiting."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A preview's widgets, and what must be let go of at its end."""

    desk: Desk
    window: Window
    preview: Preview
    speaker: Speaker
    background: Background
    translation: Translation

    def close(self) -> None:
        """Let go of the voice process, the worker and the words."""
        self.speaker.close()
        self.background.close()
        self.translation.close()


def open_preview(
    application: QApplication,
    previewed: Previewed,
    settings: StudySettings,
    media: Mapping[str, bytes],
    profile: DisplayProfile,
    *,
    language: str,
    text_size: int,
    question: str = "",
    lexicons: Mapping[str, Lexicon] | None = None,
    clips: Clips | None = None,
) -> Opened:
    """Make the window, not yet shown. `question` is a template path; "" begins at the first.

    Raises MissingFontError and DamagedTranslationError.
    """
    install_fonts(FONTS)
    guard = TapGuard(time.monotonic)

    preview = Preview(previewed, language, text_size)
    if question:
        preview.go(question)
    speaker, background = Speaker(), Background()
    speaker.take_recordings(media)
    speaker.take_lexicons(lexicons or {})
    speaker.take_clips(clips or Clips())
    translation = Translation(application, TRANSLATIONS)
    screens = {
        **_first(settings, guard),
        **other_screens(guard, media, time.monotonic),
        stages.Goodbye: lambda theme, parent: GoodbyeScreen(
            theme, guard, time.monotonic, A_DAY, parent
        ),
    }
    window = Window(
        screens,
        Themes(profile, with_accent(settings.look.accent)),
        guard,
        translation,
        speaker,
        background,
        time.monotonic,
        application,
        size=QSize(profile.width_px, profile.height_px),
        preset=preview.preset,
        closable=True,
        keys=read_keys(DEFAULT_KEYS),
    )
    window.open(preview)
    desk = Desk(window, preview, previewed.name)
    return Opened(desk, window, preview, speaker, background, translation)


def run_preview(
    previewed: Previewed,
    settings: StudySettings,
    media: Mapping[str, bytes],
    profile: DisplayProfile,
    *,
    language: str,
    text_size: int,
    question: str = "",
    lexicons: Mapping[str, Lexicon] | None = None,
    clips: Clips | None = None,
) -> int:
    """Show the preview until its author ends it; the exit status."""
    application = QApplication(sys.argv[:1])
    opened = open_preview(
        application,
        previewed,
        settings,
        media,
        profile,
        language=language,
        text_size=text_size,
        question=question,
        lexicons=lexicons,
        clips=clips,
    )
    opened.desk.ended.connect(application.quit)
    opened.desk.show()
    opened.speaker.start()
    status = application.exec()
    opened.close()
    return status


def _first(settings: StudySettings, guard: TapGuard) -> dict[type, Maker]:
    """The window begins with the welcome; a preview leaves it before anybody sees it."""

    def welcome(theme: Theme, parent: QWidget) -> WelcomeScreen:
        return WelcomeScreen(
            theme,
            guard,
            town=settings.town,
            title=settings.title,
            lines=(),
            languages=(),
            greeting=Greeting(
                settings.greeting, settings.greeting_language, settings.greeting_audio
            ),
            parent=parent,
        )

    return {
        stages.Welcome: welcome,
        stages.OutOfOrder: lambda theme, parent: OutOfOrderScreen(theme, guard, parent),
    }
