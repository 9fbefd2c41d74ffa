"""Screens that do not show take a new language and new sizes over when they show again."""

from dataclasses import replace
from pathlib import Path

import pytest
import questions
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from support.touch import Clock, Hand
from terminal_glass import Person, buttons, person, place, theme_of

from kiosk.forms.view import Layout
from kiosk.journey import intents, stages
from kiosk.journey.presentation import Presentation
from kiosk.ui.app import Start, Terminal
from kiosk.ui.inputs.choice_input import ChoiceInput


def test_what_was_changed_at_a_question_holds_on_the_next_screen(hand: Hand) -> None:
    hand.tap_named("begin")
    hand.tap_named("language/de")
    hand.tap("Hilfe holen")
    assert hand.sees("Weiter ausfüllen")
    before = hand.window.current.theme
    hand.tap("Weiter ausfüllen")
    hand.window.apply(intents.PickPresentation(Presentation("en", text_size=3)))
    hand.window.apply(intents.CallHelp())
    assert isinstance(hand.stage, stages.HelpCalled)
    assert hand.sees("Carry on")
    assert hand.window.current.theme.text_size == 3 != before.text_size
    hand.window.apply(intents.PickPresentation(Presentation("de", text_size=before.text_size)))
    assert hand.sees("Weiter ausfüllen")
    hand.tap("Weiter ausfüllen")
    assert hand.sees("Weiter")
    assert hand.window.current.theme is before


def places(someone: Person) -> dict[str, QRect]:
    return {each.text(): place(each, someone.screen) for each in buttons(someone.screen)}


@pytest.mark.parametrize("layout", [Layout.LIST, Layout.TILES])
def test_the_same_question_is_arranged_once_and_stands_where_it_stood(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, layout: Layout
) -> None:
    searched: list[str] = []
    search = ChoiceInput._best_plan

    def counted(self: ChoiceInput, *where: object) -> object:
        searched.append("search")
        return search(self, *where)  # type: ignore[arg-type]

    monkeypatch.setattr(ChoiceInput, "_best_plan", counted)
    someone = person("13.3 portrait", 2)
    qtbot.addWidget(someone.screen)
    long = replace(questions.D3, layout=layout)
    someone.ask(long)
    stood = places(someone)
    someone.ask(questions.D1)
    searched.clear()
    someone.ask(long)
    assert places(someone) == stood
    assert not searched
    someone.ask(questions.E3)
    someone.screen.set_theme(theme_of("13.3 portrait", 3))
    someone.ask(long)
    assert searched
    assert places(someone) != stood


def test_a_window_that_is_gone_is_not_worked_on(
    folder: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    terminal = Terminal(Start(folder, window=(1920, 1080)), qapp, Clock())
    terminal.show()
    window = terminal.window
    qtbot.waitUntil(lambda: isinstance(window.stage, stages.Welcome), timeout=20_000)
    window.prepare_screens()
    window.apply(intents.Begin())
    window.apply(intents.PickPresentation(Presentation("de", text_size=3)))
    window.apply(intents.Backward())  # to the welcome: the others are to catch up soon
    terminal.close()
    delete(window)
    with capture_exceptions() as caught:
        qapp.processEvents()
    assert caught == []
