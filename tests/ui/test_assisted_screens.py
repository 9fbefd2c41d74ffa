"""Who helps stands on the page, one tap ends it, and nothing tells an answer given before."""

from dataclasses import replace

import pytest
import questions
from all_screens import REVIEW_LINES
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from terminal_glass import Person, person, theme_of

from kiosk.forms.view import Progress
from kiosk.journey.intents import Change, HandOver, Resume
from kiosk.journey.stages import Asking, HelpCalled, Privacy, Review, ReviewLine, Welcome
from kiosk.study.hand import Hand
from kiosk.ui.terminal.help_called_screen import HelpCalledScreen
from kiosk.ui.terminal.privacy_screen import PrivacyScreen
from kiosk.ui.terminal.review_screen import ReviewScreen
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.widgets.tap_guard import TapGuard


@pytest.fixture
def someone(qtbot: QtBot) -> Person:
    made = person("15.6 landscape", 2)
    qtbot.addWidget(made.screen)
    made.hand = Hand.PROXY
    return made


def shown(qtbot: QtBot, made: Screen) -> list[object]:
    qtbot.addWidget(made)
    made.resize(1920, 1080)
    made.show()
    QApplication.processEvents()
    heard: list[object] = []
    made.intent.connect(heard.append)
    return heard


def test_the_banner_says_who_helps_in_the_same_place_and_goes_with_them(someone: Person) -> None:
    banner = someone.screen.helping
    someone.ask(questions.D1)
    assert banner.isVisible()
    assert banner.words.text() == "Jemand tippt für Sie."
    place, body = banner.geometry(), someone.screen.body.geometry()
    assert not place.intersects(body)
    someone.ask(questions.L1)
    assert banner.geometry() == place
    someone.hand = Hand.HELPER
    someone.ask(questions.L1)
    assert banner.words.text() == "Jemand hilft Ihnen."
    someone.hand = Hand.SELF
    someone.ask(questions.L1)
    assert not banner.isVisible()
    assert someone.screen.body.geometry().top() == place.top()


def test_one_tap_ends_the_help(someone: Person) -> None:
    someone.ask(questions.D1)
    someone.screen.helping.alone.click()
    assert someone.intents == [HandOver(Hand.SELF)]


def test_the_banner_is_spoken_and_lies_under_the_panel(someone: Person) -> None:
    someone.ask(questions.D1)
    assert ("helping", "Jemand tippt für Sie.") in someone.screen.to_read()
    someone.screen.on_display()
    assert not someone.screen.helping.isVisible()
    assert "helping" not in dict(someone.screen.to_read())
    someone.screen.panel.closed.emit()
    assert someone.screen.helping.isVisible()


def test_nobody_after_finds_a_banner(someone: Person) -> None:
    someone.ask(questions.D1)
    top = someone.screen.helping.y()
    someone.screen.reset()
    assert not someone.screen.helping.isVisible()
    assert someone.screen.body.y() == top
    someone.screen.show_stage(Asking(questions.D1, Progress(1, 2)))
    assert not someone.screen.helping.isVisible()


def test_a_hidden_line_names_neither_question_nor_answer(qtbot: QtBot) -> None:
    made = ReviewScreen(theme_of("15.6 landscape", 2), TapGuard(lambda: 0.0))
    heard = shown(qtbot, made)
    made.show_stage(Review((ReviewLine("", "", "", 3), REVIEW_LINES[0]), Hand.HELPER))
    row = made.rows[0]
    assert row.words() == "Frühere Antworten 3 Antworten verborgen"
    assert row.button.accessibleName() == "Ändern: Frühere Antworten"
    row.button.click()
    assert heard == [Change("")]
    made.show_stage(Review((ReviewLine("", "", "", 1),), Hand.HELPER))
    assert made.rows[0].answer.text() == "Antwort verborgen"


@pytest.mark.parametrize("wanted", [False, True])
def test_both_ways_on_from_the_privacy_screen(qtbot: QtBot, wanted: bool) -> None:
    made = PrivacyScreen(theme_of("15.6 landscape", 2), TapGuard(lambda: 0.0))
    heard = shown(qtbot, made)
    made.show_stage(Privacy(Welcome(), Hand.HELPER, wanted))
    made.alone.click()
    made.bottom.on.click()
    assert heard == [HandOver(Hand.SELF), Resume()]


def test_on_from_the_privacy_screen_says_where_it_leads(qtbot: QtBot) -> None:
    made = PrivacyScreen(theme_of("15.6 landscape", 2), TapGuard(lambda: 0.0))
    shown(qtbot, made)
    made.show_stage(Privacy(Review(()), Hand.HELPER, wanted=True))
    assert made.bottom.on.text() == "Zur Übersicht"
    made.show_stage(Privacy(Asking(questions.D1, Progress(1, 2)), Hand.HELPER, wanted=True))
    assert made.bottom.on.text() == "Weiter"


def test_who_has_come_may_be_said_where_help_was_called(qtbot: QtBot) -> None:
    made = HelpCalledScreen(theme_of("15.6 landscape", 2), TapGuard(lambda: 0.0))
    heard = shown(qtbot, made)
    stage = HelpCalled(Review(()), Hand.SELF)
    made.show_stage(stage)
    assert [hand for hand, each in made.hands.items() if each.isVisible()] == [
        Hand.HELPER, Hand.PROXY,
    ]  # fmt: skip
    made.hands[Hand.PROXY].click()
    assert heard == [HandOver(Hand.PROXY)]
    made.show_stage(replace(stage, hand=Hand.PROXY))
    assert made.hands[Hand.SELF].isVisible()
    assert made.hands[Hand.HELPER].text() == "Jemand anderes hilft mir"
    made.show_stage(HelpCalled(Welcome()))
    assert not any(each.isVisible() for each in made.hands.values())


def test_whoever_is_helped_from_the_first_question_on_sees_it(someone: Person) -> None:
    someone.hand = Hand.SELF
    someone.ask(questions.D1)
    someone.screen.reset()
    someone.hand = Hand.PROXY
    someone.ask(questions.L1)
    assert someone.screen.helping.isVisible()
    someone.screen.reset()
    someone.ask(questions.D1)
    assert someone.screen.helping.isVisible()
