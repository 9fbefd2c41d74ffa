"""What a screen reader does to an answer, which is no tap: Qt only changes the mark."""

from dataclasses import replace

import date_questions
import pytest
import questions
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from pytestqt.qtbot import QtBot
from terminal_glass import Clock, Person, buttons, person, theme_of

from kiosk.forms.view import Kind, Layout, QuestionView
from kiosk.journey.intents import Answer
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.checkable import Checkable
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.tap_guard import TapGuard

SEVERAL = replace(questions.D1, kind=Kind.SELECT_MULTIPLE)


def asked(qtbot: QtBot, question: QuestionView) -> Person:
    someone = person("15.6 landscape", 1)
    qtbot.addWidget(someone.screen)
    someone.ask(question)
    return someone


def toggle(button: Button) -> None:
    """The action that Qt offers to every screen reader."""
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    assert isinstance(actions, QAccessibleActionInterface)
    assert QAccessibleActionInterface.toggleAction() in actions.actionNames()
    actions.doAction(QAccessibleActionInterface.toggleAction())


def answers(someone: Person) -> list[Checkable]:
    return [each for each in buttons(someone.screen) if isinstance(each, Checkable)]


def marked(someone: Person) -> list[str]:
    return [each.text() for each in answers(someone) if each.isChecked()]


def given(someone: Person) -> list[str]:
    return [each.value for each in someone.intents if isinstance(each, Answer)]


@pytest.mark.parametrize("layout", [Layout.LIST, Layout.SCALE])
def test_one_answer_is_given_and_takes_the_other_away(qtbot: QtBot, layout: Layout) -> None:
    someone = asked(qtbot, replace(questions.D1, layout=layout))
    first, second = answers(someone)[:2]
    for button in (first, second, second):
        toggle(button)
    assert given(someone) == ["1", "2"]
    assert marked(someone) == [second.text()]


def test_several_answers_come_and_go(qtbot: QtBot) -> None:
    someone = asked(qtbot, SEVERAL)
    first, second = answers(someone)[:2]
    for button in (first, second, first):
        toggle(button)
    assert given(someone) == ["1", "1 2", "2"]
    assert marked(someone) == [second.text()]


def test_one_too_many_is_not_marked(qtbot: QtBot) -> None:
    someone = asked(qtbot, replace(SEVERAL, most=1))
    first, second = answers(someone)[:2]
    toggle(first)
    toggle(second)
    assert given(someone) == ["1"]
    assert marked(someone) == [first.text()]


def test_a_day_is_picked(qtbot: QtBot) -> None:
    someone = asked(qtbot, replace(date_questions.BORN, value=""))
    days = answers(someone)
    toggle(days[2])
    assert days[2].isChecked()
    assert sum(each.isChecked() for each in days) == 1


@pytest.mark.parametrize("single", [True, False])
def test_a_mark_that_nobody_decides_on_is_taken_back(qtbot: QtBot, single: bool) -> None:
    button = Checkable(theme_of("15.6 landscape", 1), TapGuard(Clock()))
    button.setAutoExclusive(single)
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        toggle(button)
    assert not button.isChecked()


def test_capitals_come_and_go(qtbot: QtBot) -> None:
    keyboard = Keyboard(theme_of("15.6 landscape", 1), TapGuard(Clock()))
    qtbot.addWidget(keyboard)
    for letter in ("Q", "q"):
        toggle(keyboard.shift)
        assert letter in {each.text() for each in keyboard.findChildren(Button)}
