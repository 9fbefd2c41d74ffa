"""Between two people nothing of an answer waits on a hidden widget."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import questions
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from terminal_glass import person

from kiosk.forms.view import Layout, Problem, QuestionView, Rejection
from kiosk.ui.terminal.question_screen import QuestionScreen

SECRET = "Kanarienvogel"
CHOICES = tuple(replace(each, label=f"{each.label} {SECRET}") for each in questions.WISHES.choices)


def words(screen: QuestionScreen) -> list[str]:
    """Everything any widget of the screen says, shown or hidden."""
    found = []
    for each in screen.findChildren(QWidget):
        said: list[Callable[[], str]] = [each.accessibleName, each.accessibleDescription]
        if isinstance(each, QPlainTextEdit):
            said.append(each.toPlainText)
        elif callable(text := getattr(each, "text", None)):
            said.append(text)
        found += [one() for one in said]
    return found


@pytest.mark.parametrize(
    "question",
    [
        replace(questions.X1, value=SECRET),
        replace(questions.X1, value=SECRET, readonly=True),
        replace(questions.X1, label=f"Warum „{SECRET}“?", hint=SECRET, context=(SECRET,)),
        replace(questions.WISHES, choices=CHOICES),
        replace(questions.D1, choices=CHOICES),
        replace(questions.D1, choices=CHOICES, value=CHOICES[0].value, search=True),
        replace(questions.D1, choices=CHOICES, layout=Layout.TILES),
        replace(questions.D1, choices=CHOICES, layout=Layout.SCALE),
        replace(questions.READ, label=SECRET),
    ],
)
def test_nothing_of_an_answer_waits_for_the_next_person(
    qtbot: QtBot, question: QuestionView
) -> None:
    someone = person("15.6 landscape", 2)
    qtbot.addWidget(someone.screen)
    someone.ask(question, problem=Problem(Rejection.CONSTRAINT, SECRET))
    assert any(SECRET in each for each in words(someone.screen))
    someone.screen.reset()
    assert not [each for each in words(someone.screen) if SECRET in each]
    # The next person picks a language: every text is set again.
    QApplication.sendEvent(someone.screen, QEvent(QEvent.Type.LanguageChange))
    assert not [each for each in words(someone.screen) if SECRET in each]
