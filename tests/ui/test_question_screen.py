import re
from collections.abc import Callable
from dataclasses import replace

import pytest
import questions
from PySide6.QtCore import QEvent, QRect, Qt, QTranslator
from PySide6.QtGui import QClipboard, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from terminal_glass import Person, buttons, person, place, theme_of

from kiosk.forms.view import Kind, Problem, QuestionView, Rejection
from kiosk.journey.intents import (
    Answer,
    Backward,
    CallHelp,
    Discard,
    Forward,
    PickPresentation,
    Resume,
)
from kiosk.journey.presentation import KeyOrder, Presentation
from kiosk.journey.stages import Welcome
from kiosk.ui.terminal.bottom_strip import Speech
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.setting import Offer
from kiosk.ui.widgets.text_field import TextField

Asked = Callable[..., Person]


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    def ask(question: QuestionView, panel: str = "15.6 landscape", size: int = 2) -> Person:
        someone = person(panel, size)
        qtbot.addWidget(someone.screen)
        someone.ask(question)
        return someone

    return ask


def tap(someone: Person, name: str) -> None:
    """Tap the visible button whose object name or words are `name`."""
    found = [each for each in buttons(someone.screen) if name in (each.objectName(), each.text())]
    assert len(found) == 1, name
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
    someone.wait()


def shown(someone: Person, name: str) -> Button | None:
    found = [each for each in buttons(someone.screen) if each.objectName() == name]
    return found[0] if found else None


def value(someone: Person) -> str:
    return someone.stage.question.value


def status(someone: Person) -> str:
    return someone.screen.heading.status.text()


def test_a_tapped_answer_is_reported_and_shown(asked: Asked) -> None:
    someone = asked(questions.K5)
    tap(someone, "choice 2")
    assert someone.intents == [Answer("2")]
    chosen = shown(someone, "choice 2")
    assert chosen is not None
    assert chosen.isChecked()
    tap(someone, "choice 3")
    assert value(someone) == "3"
    assert not chosen.isChecked()


def test_options_begin_with_a_capital_and_keep_their_words(asked: Asked) -> None:
    someone = asked(questions.K5)
    first = shown(someone, "choice 1")
    assert first is not None
    assert first.text() == "Kann ich und kann es anderen zeigen"


def test_the_fourth_answer_is_refused_with_a_sentence(asked: Asked) -> None:
    someone = asked(questions.B1, panel="15.6 portrait")
    assert status(someone) == "Sie können bis zu 3 Antworten wählen. Gewählt: 2"
    tap(someone, "choice 2")
    assert status(someone) == "Sie können bis zu 3 Antworten wählen. Gewählt: 3"
    before = [button.geometry() for button in buttons(someone.screen)]
    tap(someone, "choice 4")
    assert value(someone) == "1 2 3"
    assert status(someone) == "Sie haben schon 3 Antworten gewählt. Mehr geht hier nicht."
    assert [button.geometry() for button in buttons(someone.screen)] == before
    tap(someone, "choice 2")
    assert status(someone) == "Sie können bis zu 3 Antworten wählen. Gewählt: 2"


def test_weiter_shows_every_page_before_it_leaves(asked: Asked) -> None:
    someone = asked(replace(questions.L1, value="PASS"))
    tap(someone, "on")
    tap(someone, "on")
    tap(someone, "on")
    assert someone.intents == []
    assert shown(someone, "choice LRA") is not None
    tap(someone, "on")
    assert someone.intents == [Forward()]


def test_zurueck_leads_back_through_the_pages_and_the_choice_is_kept(asked: Asked) -> None:
    someone = asked(questions.L1)
    tap(someone, "pager")
    tap(someone, "choice STEU")
    tap(someone, "back")
    assert someone.intents == [Answer("PASS KITA STEU")]
    kita = shown(someone, "choice KITA")
    assert kita is not None
    assert kita.isChecked()
    tap(someone, "back")
    assert someone.intents[-1] == Backward()


def test_weiter_leaves_at_once_when_the_answer_is_complete(asked: Asked) -> None:
    someone = asked(replace(questions.L1, value=""))
    tap(someone, "choice x")
    tap(someone, "on")
    assert someone.intents == [Answer("x"), Forward()]


def test_what_is_set_aside_keeps_its_place_on_every_page(asked: Asked) -> None:
    someone = asked(questions.B1)
    places = set()
    for _ in range(3):
        for name in ("choice -98", "choice -99", "pager"):
            button = shown(someone, name)
            assert button is not None
            places.add((name, button.geometry().getRect()))
        tap(someone, "pager")
    assert len(places) == 3


def test_scale_points_stand_in_the_same_places_on_every_item(asked: Asked) -> None:
    someone = asked(questions.L3)
    places = []
    for question in (questions.L3, questions.K5, replace(questions.L3, label="Kurz?")):
        someone.ask(question)
        row = shown(someone, "choice 4")
        assert row is not None
        places.append(row.geometry())
    assert places[0] == places[1] == places[2]


def test_the_reminder_offers_both_ways(asked: Asked) -> None:
    someone = asked(questions.K5)
    someone.ask(questions.K5, reminder=True)
    assert someone.screen.reminder.words.text() == "Sie haben nichts ausgewählt."
    assert shown(someone, "choice 1") is None
    assert shown(someone, "on") is None
    tap(someone, "answer")
    assert someone.intents == [Resume()]
    assert shown(someone, "choice 1") is not None
    someone.ask(questions.K5, reminder=True)
    tap(someone, "go on")
    assert someone.intents[-1] == Forward()


def test_a_problem_is_told_in_the_authors_words(asked: Asked) -> None:
    someone = asked(questions.X1)
    someone.ask(questions.X1, problem=Problem(Rejection.CONSTRAINT, "Bitte keine Namen."))
    assert someone.screen.heading.problem.text() == "Bitte keine Namen."
    assert ("problem", "Bitte keine Namen.") in someone.screen.spoken()


def test_the_strips_call_help_and_discard(asked: Asked) -> None:
    someone = asked(questions.K5)
    tap(someone, "help")
    tap(someone, "discard")
    assert someone.intents == [CallHelp(), Discard()]


def test_it_says_everything_question_first(asked: Asked) -> None:
    someone = asked(replace(questions.B1, value="1"))
    words = [text for _, text in someone.screen.spoken()]
    assert words[0] == questions.B1.label
    assert words[1] == "Sie können bis zu 3 Antworten wählen. Gewählt: 1."
    assert words[2] == "Antwort 1: ich spreche lieber mit Menschen. Ausgewählt."
    assert words[-1] == "Antwort 12: keine Angabe."
    assert len(words) == 2 + len(questions.B1.choices)


def test_marking_turns_to_the_page_of_the_answer(asked: Asked) -> None:
    someone = asked(questions.B1)
    someone.screen.mark("9")
    assert shown(someone, "choice 9") is not None
    before = someone.screen.grab().toImage()
    someone.screen.mark(None)
    assert someone.screen.grab().toImage() != before


def test_without_a_voice_the_button_stays_and_says_so(asked: Asked, qtbot: QtBot) -> None:
    someone = asked(questions.K5)
    with qtbot.waitSignal(someone.screen.read_aloud):
        tap(someone, "read")
    for speech, words, on in (
        (Speech.SPEAKING, "Vorlesen anhalten", True),
        (Speech.NO_SOUND, "Kein Ton", False),
        (Speech.NO_VOICE, "Keine Stimme", False),
    ):
        someone.screen.show_speech(speech)
        button = shown(someone, "read")
        assert button is not None
        assert (button.text(), button.isEnabled()) == (words, on)


def test_the_display_panel_hides_the_answers_and_works_at_once(asked: Asked) -> None:
    someone = asked(questions.K5)
    tap(someone, "display")
    assert shown(someone, "choice 1") is None
    tap(someone, "setting text_size")
    tap(someone, "value 2")
    assert someone.intents == [PickPresentation(Presentation("de", 3))]
    someone.screen.set_theme(theme_of("15.6 landscape", 3))
    someone.wait()
    tap(someone, "display done")
    tap(someone, "setting read_aloud")
    tap(someone, "value 1")
    assert someone.intents[-1] == PickPresentation(Presentation("de", read_aloud=True))
    tap(someone, "display done")
    tap(someone, "display done")
    row = shown(someone, "choice 1")
    assert row is not None
    assert row.theme.text_size == 3


def test_the_session_ends_with_the_panel_closed_and_the_letters_as_before(asked: Asked) -> None:
    someone = asked(questions.X1)
    preset = Presentation("de")
    someone.screen.show_offer(Offer(replace(preset, key_order=KeyOrder.ABC), preset))
    someone.screen.on_display()
    someone.screen.reset()
    someone.screen.show_offer(Offer(preset, preset))
    someone.wait()
    assert not someone.screen.panel.isVisible()
    assert shown(someone, "on") is not None
    keys = [each.text() for each in buttons(someone.screen) if len(each.text()) == 1]
    assert "".join(keys).startswith("QWERTZUIOPÜ")  # nothing is written: a sentence begins


def type_(someone: Person, *names: str) -> None:
    for name in names:
        tap(someone, name)


def test_the_keyboard_writes_with_umlauts_capitals_and_signs(asked: Asked) -> None:
    someone = asked(replace(questions.X1, value=""))
    type_(someone, "B", "ü", "r", "o", "space", "dot", "signs", "1", "!", "signs", "erase", "ß")
    assert value(someone) == "Büro .1ß"
    assert status(someone) == "Noch 192 Zeichen"


def test_an_answer_the_form_checks_as_a_whole_is_handed_over_whole(asked: Asked) -> None:
    someone = asked(replace(questions.X1, value="", constrained=True))
    type_(someone, "M", "e", "h", "r")
    assert someone.intents == []
    tap(someone, "on")
    assert someone.intents == [Answer("Mehr"), Forward()]


def test_what_is_refused_stays_on_the_glass_with_the_reason_and_can_be_left(asked: Asked) -> None:
    someone = asked(replace(questions.X1, value="", constrained=True))
    someone.refused = ("N", "Nein")
    type_(someone, "N", "e", "i", "n")
    tap(someone, "on")
    assert someone.intents == [Answer("Nein")]
    field = someone.screen.findChild(TextField, "field")
    assert field is not None
    assert field.toPlainText() == "Nein"
    assert someone.screen.heading.problem.text() == "Bitte fünf Ziffern."
    tap(someone, "on")
    assert someone.intents == [Answer("Nein"), Forward()]
    assert value(someone) == ""


def test_a_sentence_begins_with_a_capital(asked: Asked) -> None:
    someone = asked(replace(questions.X1, value=""))
    type_(someone, "J", "a", "dot", "space", "N", "shift", "E", "i")
    assert value(someone) == "Ja. NEi"


def test_the_letters_can_stand_in_abc_order(asked: Asked) -> None:
    someone = asked(replace(questions.X1, value="x"))
    type_(someone, "order")
    keys = [each.text() for each in buttons(someone.screen) if len(each.text()) == 1]
    assert "".join(keys).startswith("abcdefghijklmnopqrstuvwxyzäöüß")


def test_the_field_takes_no_more_than_the_cap_and_keeps_what_is_there(asked: Asked) -> None:
    someone = asked(replace(questions.X1, value="abc", length=4))
    type_(someone, "d", "e")
    assert value(someone) == "abcd"
    assert status(someone) == "Das Feld ist voll."
    tap(someone, "erase")
    assert value(someone) == "abc"
    assert status(someone) == "Noch 1 Zeichen"


def test_a_plugged_in_keyboard_writes_too_but_pastes_nothing(asked: Asked) -> None:
    someone = asked(replace(questions.X1, value="", length=5))
    field = someone.screen.findChildren(TextField)[0]
    QApplication.clipboard().setText("fremd")
    QTest.keyClicks(field, "Hallo!")
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert value(someone) == "Hallo"


def test_what_is_written_can_be_neither_marked_copied_nor_brought_back(asked: Asked) -> None:
    someone = asked(replace(questions.X1, value="", length=20))
    field = someone.screen.findChildren(TextField)[0]
    clipboard = QApplication.clipboard()
    clipboard.clear()
    QTest.keyClicks(field, "geheim")
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for key, held in (
        (Qt.Key.Key_A, control),
        (Qt.Key.Key_C, control),
        (Qt.Key.Key_Insert, control),
        (Qt.Key.Key_Home, shift),
        (Qt.Key.Key_Left, shift),
        (Qt.Key.Key_C, control),
        (Qt.Key.Key_X, control),
        (Qt.Key.Key_Delete, shift),
        (Qt.Key.Key_Z, control),
    ):
        QTest.keyClick(field, key, held)
        assert not field.textCursor().hasSelection()
    field.selectAll()
    field.copy()
    assert clipboard.text() == ""
    assert clipboard.text(QClipboard.Mode.Selection) == ""
    assert value(someone) == "geheim"
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert value(someone) == "gehei"


def test_a_key_held_down_writes_and_erases_once(asked: Asked) -> None:
    someone = asked(replace(questions.X1, value="abcd"))
    erase = shown(someone, "erase")
    assert erase is not None
    assert not any(each.autoRepeat() for each in buttons(someone.screen))
    QTest.mousePress(erase, Qt.MouseButton.LeftButton)
    someone.wait()
    assert value(someone) == "abcd"
    QTest.mouseRelease(erase, Qt.MouseButton.LeftButton)
    someone.wait()
    assert value(someone) == "abc"
    field = someone.screen.findChild(TextField)
    assert field is not None
    none = Qt.KeyboardModifier.NoModifier
    for key, text in ((Qt.Key.Key_Backspace, "\b"), (Qt.Key.Key_X, "x")):
        for _ in range(5):
            held = QKeyEvent(QEvent.Type.KeyPress, key, none, text, autorep=True)
            QApplication.sendEvent(field, held)
    someone.wait()
    assert value(someone) == "abc"
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert value(someone) == "ab"


def test_only_blanks_are_no_answer(asked: Asked) -> None:
    someone = asked(replace(questions.X1, value=""))
    type_(someone, "space")
    assert value(someone) == ""
    type_(someone, "A")
    assert value(someone) == " A"


def test_what_was_written_is_never_spoken(asked: Asked) -> None:
    someone = asked(questions.X1)
    assert all(questions.X1.value not in text for _, text in someone.screen.spoken())


@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_words_on_the_keys_are_all_of_one_size(asked: Asked, size: int) -> None:
    someone = asked(questions.X1, size=size)
    keyboard = next(each for each in someone.screen.findChildren(Keyboard) if each.isVisible())
    words = (keyboard.shift, keyboard.signs, keyboard.order, keyboard.space, keyboard.erase)
    assert len({each.text_font().pixelSize() for each in words}) == 1


@pytest.mark.parametrize("size", [1, 2, 3])
def test_on_tiny_glass_writing_has_its_own_page(asked: Asked, size: int) -> None:
    someone = asked(questions.X1, panel="10.1 landscape", size=size)
    assert shown(someone, "space") is None
    tap(someone, "write")
    assert shown(someone, "space") is not None
    field = someone.screen.findChildren(TextField)[0]
    field.moveCursor(QTextCursor.MoveOperation.End)
    someone.wait()
    assert field.viewport().rect().contains(field.cursorRect().center())
    tap(someone, "on")
    assert someone.intents == []
    assert shown(someone, "space") is None
    tap(someone, "on")
    assert someone.intents == [Forward()]


def test_numbers_step_within_their_bounds(asked: Asked) -> None:
    someone = asked(replace(questions.A9, value=""))
    assert status(someone) == "Von 0 bis 10"
    type_(someone, "less")
    assert value(someone) == "0"
    type_(someone, "less")
    assert value(someone) == "0"
    type_(someone, "more", "more", "erase", "digit 1", "digit 0", "more")
    assert value(someone) == "10"
    type_(someone, "digit 5", "less", "erase")
    assert value(someone) == ""


def test_another_stage_is_an_error(asked: Asked) -> None:
    someone = asked(questions.K5)
    with pytest.raises(TypeError, match="Welcome"):
        someone.screen.show_stage(Welcome())


def test_inputs_of_other_questions_leave_nothing_behind(asked: Asked) -> None:
    someone = asked(questions.L1)
    for question in (*questions.ALL, *reversed(questions.ALL)):
        someone.ask(question)
        names = {each.objectName() for each in buttons(someone.screen)}
        offered = {f"choice {choice.value}" for choice in question.choices}
        assert {name for name in names if name.startswith("choice ")} <= offered
        assert ("space" in names) is (question.kind is Kind.TEXT)
        checked = {each.objectName() for each in buttons(someone.screen) if each.isChecked()}
        checked.discard("shift")
        kinds = ("choice", "point")
        assert checked <= {f"{kind} {each}" for kind in kinds for each in question.chosen}


def test_the_focus_walks_in_reading_order(asked: Asked) -> None:
    someone = asked(questions.E3)
    order = []
    first = shown(someone, "discard")
    assert first is not None
    first.setFocus()
    someone.screen.activateWindow()
    for _ in range(13):
        focus = someone.screen.focusWidget()
        order.append(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Right)
    rows = [f"choice {number}" for number in (1, 2, 3, 4, 0, -98, -99)]
    assert order == ["discard", "help", "display", *rows, "back", "read", "on"]


def glass(someone: Person) -> list[tuple[str, str, QRect]]:
    """What stands where: kind and words of everything visible."""
    shown = [each for each in someone.screen.findChildren(QWidget) if each.isVisible()]
    return sorted(
        (
            (type(each).__name__, str(each.property("text")), place(each, someone.screen))
            for each in shown
        ),
        key=lambda thing: (*thing[:2], thing[2].getRect()),
    )


@pytest.mark.parametrize("size", [1, 3])
def test_a_new_page_stands_at_once_as_it_stays(asked: Asked, size: int) -> None:
    """Nothing of the page before, nothing that moves once the events are done. How long a change
    of page takes is measured by `kiosk bench`, beside a floor of the same run."""
    someone = asked(questions.D1, size=size)
    for question in (*questions.ALL, *reversed(questions.ALL)):
        someone.stage = replace(someone.stage, question=question)
        someone.screen.show_stage(someone.stage)
        first = glass(someone)
        someone.wait()
        assert glass(someone) == first, question.name
        assert glass(asked(question, size=size)) == first, question.name


def test_another_language_sets_every_text_of_our_own(asked: Asked) -> None:
    someone = asked(replace(questions.B1, value="1"), panel="15.6 portrait")
    translator = Capitals()
    app = QApplication.instance()
    assert app is not None
    app.installTranslator(translator)
    try:
        someone.wait()
        assert someone.screen.bottom.on.text() == "WEITER"
        assert someone.screen.top.words.text() == "FRAGE 16 VON 42"
        assert status(someone).endswith("GEWÄHLT: 1")
        pager = shown(someone, "pager")
        assert pager is not None
        assert pager.text().startswith("WEITERE ANTWORTEN")
        someone.ask(questions.B1, reminder=True)
        assert someone.screen.reminder.go_on.text() == "OHNE ANTWORT WEITER"
    finally:
        app.removeTranslator(translator)
        QApplication.processEvents()


class Capitals(QTranslator):
    """A language in which everything is the same, in capitals; placeholders stay."""

    def translate(
        self,
        context: str,  # noqa: ARG002  # Qt's signature
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str:
        parts = re.split(r"(\{\w+\})", sourceText)
        return "".join(part if part.startswith("{") else part.upper() for part in parts)

    def isEmpty(self) -> bool:
        return False
