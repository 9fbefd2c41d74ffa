"""Panels, themes and question screens for the tests of the terminal's screens."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.forms.view import Kind, Problem, Progress, QuestionView, Rejection
from kiosk.journey.intents import Answer, Resume
from kiosk.journey.stages import Asking
from kiosk.study.hand import Hand
from kiosk.ui.fonts import install_fonts
from kiosk.ui.pictograms import Pictograms
from kiosk.ui.terminal.question_screen import QuestionScreen
from kiosk.ui.theme import DisplayProfile, Theme, Themes, make_theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.tap_guard import TapGuard

ROOT = Path(__file__).parents[2]
MEDIA = ROOT / "resources" / "studies" / "rothenburg" / "media"

PANELS = {
    "15.6 landscape": DisplayProfile(1920, 1080, 15.6),
    "15.6 portrait": DisplayProfile(1080, 1920, 15.6),
    "10.1 landscape": DisplayProfile(1280, 800, 10.1),
    "13.3 portrait": DisplayProfile(1080, 1920, 13.3),
    "window": DisplayProfile(1280, 800, 15.6),
}


class Clock:
    """Seconds that pass only when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += seconds


def theme_of(panel: str, text_size: int) -> Theme:
    install_fonts(ROOT / "resources" / "fonts")
    return make_theme(PANELS[panel], text_size)


def themes_of(panel: str) -> Themes:
    install_fonts(ROOT / "resources" / "fonts")
    return Themes(PANELS[panel])


def media(name: str) -> bytes:
    path = MEDIA / name
    return path.read_bytes() if path.is_file() else b""


@dataclass(eq=False)
class Person:
    """Someone at a question screen: what they tap comes back as the next stage, as in the kiosk."""

    screen: QuestionScreen
    clock: Clock
    stage: Asking
    intents: list[object]
    refused: tuple[str, ...] = ()  # values the form does not take
    hand: Hand = Hand.SELF

    def ask(
        self, question: QuestionView, reminder: bool = False, problem: Problem | None = None
    ) -> None:
        self.stage = Asking(
            question, Progress(16, 42), reminder=reminder, problem=problem, hand=self.hand
        )
        self.screen.show_stage(self.stage)
        self.wait()

    def wait(self) -> None:
        self.clock.pass_(1.0)
        QApplication.processEvents()

    def on_intent(self, intent: object) -> None:
        self.intents.append(intent)
        match intent:
            case Answer(value) if value in self.refused:
                problem = Problem(Rejection.CONSTRAINT, "Bitte fünf Ziffern.")
                self.stage = replace(self.stage, problem=problem)
            case Answer(value):
                question = replace(self.stage.question, value=value)
                self.stage = replace(self.stage, question=question, reminder=False)
            case Resume():
                self.stage = replace(self.stage, reminder=False)
        self.screen.show_stage(self.stage)


def person(panel: str, text_size: int) -> Person:
    clock = Clock()
    profile = PANELS[panel]
    screen = QuestionScreen(theme_of(panel, text_size), TapGuard(clock), Pictograms(media))
    screen.resize(profile.width_px, profile.height_px)
    stage = Asking(QuestionView("", "", Kind.NOTE, ""), Progress(1, 1))
    someone = Person(screen, clock, stage, [])
    screen.intent.connect(someone.on_intent)
    screen.show()
    return someone


def buttons(screen: QWidget) -> list[Button]:
    return [each for each in screen.findChildren(Button) if each.isVisible()]


def place(widget: QWidget, screen: QWidget) -> QRect:
    return QRect(widget.mapTo(screen, QPoint(0, 0)), widget.size())
