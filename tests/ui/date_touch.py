"""Someone who enters numbers and dates with a finger on the real question screen."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from terminal_glass import Person, buttons, person

from kiosk.forms.view import Problem, QuestionView, Rejection
from kiosk.journey.intents import Answer
from kiosk.ui.inputs.moment_input import MomentInput
from kiosk.ui.inputs.question_input import QuestionInput
from kiosk.ui.inputs.typed_input import TypedInput


@dataclass(eq=False)
class Finger:
    """Touches what stands on the glass, found by its object name."""

    someone: Person
    device: QPointingDevice

    def ask(self, question: QuestionView, problem: Problem | None = None) -> None:
        self.someone.ask(question, problem=problem)

    def refuse(self, value: str) -> None:
        """From now on the form refuses `value` and keeps the answer it has."""
        screen, hear = self.someone.screen, self.someone.on_intent
        screen.intent.disconnect(hear)

        def heard(intent: object) -> None:
            if intent != Answer(value):
                hear(intent)
                return
            self.someone.intents.append(intent)
            problem = Problem(Rejection.CONSTRAINT, "Das geht nicht.")
            self.someone.stage = replace(self.someone.stage, problem=problem)
            screen.show_stage(self.someone.stage)

        screen.intent.connect(heard)

    def names(self) -> list[str]:
        return [each.objectName() for each in buttons(self.someone.screen)]

    def tap(self, *names: str) -> None:
        for name in names:
            found = [b for b in buttons(self.someone.screen) if b.objectName() == name]
            assert len(found) == 1, f"{name} of {self.names()}"
            screen = self.someone.screen
            middle = found[0].mapTo(screen, QPoint(found[0].width() // 2, found[0].height() // 2))
            assert screen.rect().contains(middle), "off the glass"
            self.someone.wait()
            QTest.touchEvent(screen, self.device).press(0, middle, screen).commit()
            QTest.touchEvent(screen, self.device).release(0, middle, screen).commit()
            self.someone.wait()

    def type(self, digits: str) -> None:
        for digit in digits:
            self.tap(f"digit {digit}")

    @property
    def value(self) -> str:
        return self.someone.stage.question.value

    @property
    def status(self) -> str:
        return self.someone.screen.heading.status.text()

    @property
    def current(self) -> QuestionInput:
        return next(
            each for each in self.someone.screen.findChildren(QuestionInput) if each.isVisible()
        )

    @property
    def moment(self) -> MomentInput:
        current = self.current
        assert isinstance(current, MomentInput)
        return current

    @property
    def number(self) -> str:
        """The digits in the box, as written."""
        current = self.current
        assert isinstance(current, TypedInput)
        return current.shown.accessibleDescription()


def finger(qtbot: QtBot, panel: str = "15.6 landscape", size: int = 2) -> Finger:
    someone = person(panel, size)
    qtbot.addWidget(someone.screen)
    return Finger(someone, QTest.createTouchDevice())
