""" "Was heißt das?": on the glass what the tiles mean (instrument.md A.3, B.1 no. 15)."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import questions
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from terminal_glass import Person, buttons, person, place, theme_of
from test_question_audit import MATRIX, TINY, audit

from kiosk.forms.view import ChoiceView, Kind, QuestionView
from kiosk.ui.audit.pixels import measured_contrast
from kiosk.ui.terminal.bottom_strip import Speech
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.text import Text

PICK = replace(
    questions.L6K,
    ref="/data/L6",
    name="L6",
    choices=(*questions.SERVICES[:7], *questions.L6K.choices[-3:]),
    value="PASS",
)
ONE_PAGE = replace(PICK, ref="/data/short", choices=questions.SERVICES[:2], value="")

Asked = Callable[..., Person]


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    def ask(question: QuestionView, panel: str = "15.6 landscape", size: int = 2) -> Person:
        someone = person(panel, size)
        qtbot.addWidget(someone.screen)
        someone.ask(question)
        return someone

    return ask


def button(someone: Person, name: str) -> Button:
    found = [each for each in buttons(someone.screen) if each.objectName() == name]
    assert len(found) == 1, name
    return found[0]


def has(someone: Person, name: str) -> bool:
    return any(each.objectName() == name for each in buttons(someone.screen))


def tap(someone: Person, name: str) -> None:
    QTest.mouseClick(button(someone, name), Qt.MouseButton.LeftButton)
    someone.wait()


def words(someone: Person) -> set[str]:
    texts = someone.screen.hints.findChildren(Text)
    return {text.text() for text in texts if text.isVisible()}


def tiles(someone: Person) -> set[str]:
    shown = [each.objectName().partition(" ") for each in buttons(someone.screen)]
    return {value for kind, _, value in shown if kind == "choice"}


@pytest.mark.parametrize(("panel", "size"), MATRIX)
def test_every_hint_of_every_page_can_be_read_and_keeps_the_promises(
    asked: Asked, panel: str, size: int
) -> None:
    for question in (questions.L1, PICK, ONE_PAGE):
        someone = asked(question, panel, size)
        hints = {choice.value: choice.hint for choice in question.choices if choice.hint}
        seen: set[str] = set()
        for _ in range(len(question.choices)):
            here = {hints[value] for value in tiles(someone) & set(hints)}
            if panel == TINY:  # no room for the button there
                someone.screen.on_hints()
                someone.wait()
            else:
                tap(someone, "explain")
            read: set[str] = set()
            for page in range(20):
                audit(someone, f"{panel}, size {size}, {question.name}, hints {page + 1}")
                read |= words(someone)
                if here <= read:
                    break
                tap(someone, "hints pager")
            assert here <= read
            seen |= here
            tap(someone, "hints done")
            if seen == set(hints.values()):
                break
            tap(someone, "pager" if has(someone, "pager") else "on")
        assert seen == set(hints.values())
        assert someone.stage.question.value == question.value
        assert not someone.intents


@pytest.mark.parametrize(("panel", "size"), [each for each in MATRIX if each[0] != TINY])
def test_the_button_costs_no_page(asked: Asked, panel: str, size: int) -> None:
    def first_page(question: QuestionView) -> set[str]:
        return tiles(asked(question, panel, size))

    bare = tuple(replace(choice, hint="") for choice in questions.L1.choices)
    assert first_page(questions.L1) == first_page(replace(questions.L1, choices=bare))


def test_the_option_stands_in_bold_and_its_hint_below(asked: Asked) -> None:
    someone = asked(questions.L1)
    tap(someone, "explain")
    texts = {each.text(): each for each in someone.screen.hints.findChildren(Text)}
    label, hint = texts["Hundesteuer"], texts["Hund an- oder abmelden"]
    assert label.text_font().bold()
    assert not hint.text_font().bold()
    assert hint.y() >= label.y() + label.height()
    assert hint.x() == label.x()


def test_without_hints_there_is_no_button(asked: Asked) -> None:
    someone = asked(questions.W2)
    assert not has(someone, "explain")
    someone.ask(questions.L6K)
    assert not has(someone, "explain")


@pytest.mark.parametrize("panel", ["15.6 landscape", "15.6 portrait"])
def test_it_shows_only_on_pages_with_hints_and_everything_else_stays(
    asked: Asked, panel: str
) -> None:
    """Half of the services without a hint: two pages with the button, two without."""
    bare = tuple(replace(choice, hint="") for choice in questions.SERVICES[12:])
    question = replace(
        questions.L1, choices=(*questions.SERVICES[:12], *bare, *questions.L1.choices[24:])
    )
    someone = asked(question, panel, 1)
    shown: list[bool] = []
    places = set()
    for _ in range(4):
        shown.append(has(someone, "explain"))
        for name in ("choice x", "choice -98", "choice -99", "pager"):
            places.add((name, button(someone, name).geometry().getRect()))
        tap(someone, "pager")
    assert shown == [True, True, False, False]
    assert len(places) == 4


def test_opening_and_closing_keeps_answer_page_and_focus(asked: Asked) -> None:
    someone = asked(questions.L1, size=1)
    tap(someone, "pager")
    before = tiles(someone)
    tap(someone, "explain")
    assert not tiles(someone)
    assert someone.screen.focusWidget().objectName() == "hints done"
    tap(someone, "hints done")
    assert tiles(someone) == before
    assert someone.screen.focusWidget().objectName() == "explain"
    assert someone.stage.question.value == questions.L1.value
    assert not someone.intents


def test_a_second_tap_meets_the_lock(asked: Asked) -> None:
    """Where "Weiter" was, "Zurück zur Frage" stands: a trembling hand must not close it."""
    someone = asked(questions.L1)
    QTest.mouseClick(button(someone, "explain"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(someone, "hints done"), Qt.MouseButton.LeftButton)
    assert has(someone, "hints done")
    someone.wait()
    QTest.mouseClick(button(someone, "hints done"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(someone, "on"), Qt.MouseButton.LeftButton)
    someone.wait()
    assert has(someone, "explain")
    assert not someone.intents


def test_the_walk_through_the_panel_stays_in_it(asked: Asked) -> None:
    someone = asked(questions.L1, size=3)
    someone.screen.activateWindow()
    tap(someone, "explain")
    names = []
    for _ in range(4):
        focus = someone.screen.focusWidget()
        names.append(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Down)
    assert names == ["hints done", "hints pager", "hints read", "hints done"]


def test_what_is_read_aloud_is_what_shows(asked: Asked, qtbot: QtBot) -> None:
    someone = asked(questions.L1, size=3)
    screen = someone.screen
    question = screen.spoken()
    with qtbot.waitSignal(screen.words_changed):
        tap(someone, "explain")
    first = screen.spoken()
    assert first[:2] == [
        ("hints", "Was heißt das?"),
        ("PASS", "Personalausweis, Reisepass: beantragen, abholen, Verlust melden."),
    ]
    screen.mark("PASS")
    mark = next(each for each in screen.hints.children() if type(each).__name__ == "ReadingMark")
    assert mark.property("visible")
    screen.mark(None)
    assert not mark.property("visible")
    with qtbot.waitSignal(screen.words_changed):
        tap(someone, "hints pager")
    assert {key for key, _ in screen.spoken()}.isdisjoint({key for key, _ in first[1:]})
    with qtbot.waitSignal(screen.read_aloud):
        tap(someone, "hints read")
    with qtbot.waitSignal(screen.words_changed):
        tap(someone, "hints done")
    assert screen.spoken() == question


def test_a_hint_that_asks_keeps_its_question_mark(asked: Asked) -> None:
    asks = ChoiceView("1", "Auskunft", "Wer ist zuständig?")
    someone = asked(QuestionView("/data/q", "q", Kind.SELECT_ONE, "Was?", choices=(asks,)))
    tap(someone, "explain")
    assert someone.screen.spoken()[1] == ("1", "Auskunft: Wer ist zuständig?")


@pytest.mark.parametrize("panel", ["15.6 landscape", "15.6 portrait", "window"])
def test_nothing_moves_when_speech_begins(asked: Asked, panel: str) -> None:
    someone = asked(questions.L1, panel, 3)
    tap(someone, "explain")
    places = set()
    for speech in (Speech.OFFERED, Speech.SPEAKING, Speech.NO_VOICE, Speech.NO_SOUND):
        someone.screen.show_speech(speech)
        someone.wait()
        audit(someone, f"{panel}, {speech}")
        read = button(someone, "hints read")
        assert read.text() == someone.screen.bottom.read.text()
        assert read.isEnabled() == someone.screen.bottom.read.isEnabled()
        places.add(tuple(each.geometry().getRect() for each in buttons(someone.screen)))
    assert len(places) == 1


def test_it_closes_with_the_session_and_with_the_question(asked: Asked) -> None:
    someone = asked(questions.L1)
    tap(someone, "explain")
    someone.screen.reset()
    someone.wait()
    assert not has(someone, "hints done")
    someone.ask(questions.L1)
    assert has(someone, "explain")
    tap(someone, "explain")
    someone.ask(questions.W2)
    assert not has(someone, "hints done")
    assert has(someone, "on")


def test_the_same_question_again_leaves_it_open(asked: Asked) -> None:
    """Back from "Sind Sie noch da?" people find what they were reading."""
    someone = asked(questions.L1)
    tap(someone, "explain")
    someone.ask(questions.L1)
    assert has(someone, "hints done")
    assert not has(someone, "on")


def test_it_follows_another_text_size(asked: Asked) -> None:
    someone = asked(questions.L1, size=1)
    tap(someone, "explain")
    someone.screen.set_theme(theme_of("15.6 landscape", 3))
    someone.wait()
    audit(someone, "size 3 while open")
    tap(someone, "hints done")
    audit(someone, "size 3 after it")


def test_what_the_panel_paints_has_ten_to_one(asked: Asked) -> None:
    someone = asked(questions.L1, "window", 3)
    tap(someone, "explain")
    screen = someone.screen
    image = screen.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    shown = [text for text in screen.hints.findChildren(Text) if text.isVisible()]
    for widget in (*buttons(screen), *shown):
        area = place(widget, screen).adjusted(4, 4, -4, -4)
        assert measured_contrast(image, area) >= 10, widget.objectName()


def test_enter_held_down_opens_it_once(asked: Asked) -> None:
    someone = asked(questions.L1)
    explain = button(someone, "explain")
    explain.setFocus()
    none = Qt.KeyboardModifier.NoModifier
    QTest.keyClick(explain, Qt.Key.Key_Return)
    for _ in range(5):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", autorep=True)
        someone.wait()
        QApplication.sendEvent(someone.screen.focusWidget(), held)
    assert has(someone, "hints done")
