"""The running terminal by five keys, by two switches, and dark by ear."""

from collections.abc import Iterator
from random import Random

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.touch import Clock, Hand
from visitor import Visitor

from kiosk.journey import intents, stages
from kiosk.journey.presentation import Presentation
from kiosk.speech.protocol import Availability, Segment
from kiosk.ui.speaker import Speaker
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.choice import Choice


class Fingers:
    """Presses keys at the window; a second passes before each."""

    def __init__(self, hand: Hand, clock: Clock) -> None:
        self.hand = hand
        self.clock = clock

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.clock.pass_(1.0)
            QTest.keyClick(QApplication.focusWidget() or self.hand.window, key)
            QApplication.processEvents()

    @property
    def at(self) -> Button:
        focused = QApplication.focusWidget()
        assert isinstance(focused, Button)
        return focused

    def walk_to(self, text: str, key: Qt.Key = Qt.Key.Key_Right) -> None:
        """Press one key until the button with these words has the focus."""
        for _step in range(80):
            focused = QApplication.focusWidget()
            if isinstance(focused, Button) and focused.text() == text and focused.shows_focus():
                return
            self.press(key)
        raise AssertionError(f"{text} was never reached")


@pytest.fixture
def fingers(hand: Hand, clock: Clock) -> Fingers:
    hand.window.activateWindow()
    return Fingers(hand, clock)


ENTER = Qt.Key.Key_Return


def test_the_first_key_only_shows_where_one_is(fingers: Fingers) -> None:
    fingers.press(Qt.Key.Key_Down)
    assert fingers.at.shows_focus()
    assert isinstance(fingers.hand.stage, stages.Welcome)


def test_five_keys_lead_from_the_welcome_to_thanks(fingers: Fingers) -> None:
    hand = fingers.hand
    for words in ("Beginnen", "Deutsch", "Weiter", "Apfel", "Weiter"):
        fingers.walk_to(words)
        fingers.press(ENTER)
    while hand.sees("Weiter lesen"):
        fingers.walk_to("Weiter lesen")
        fingers.press(ENTER)
    for words in ("Ja, ich mache mit", "Weiter", "Für mich, kurz: 5 Minuten", "Weiter"):
        fingers.walk_to(words)
        fingers.press(ENTER)
    for _question in range(60):
        stage = hand.stage
        if not isinstance(stage, stages.Asking):
            break
        assert fingers.at.shows_focus()
        first = fingers.at
        if isinstance(first, Choice):
            fingers.press(ENTER)
            now = hand.stage
            assert isinstance(now, stages.Asking)
            assert first.value in now.question.chosen
        for _page in range(8):
            if hand.stage != stage and getattr(hand.stage, "question", None) is None:
                break
            before = hand.stage
            fingers.walk_to("Ohne Antwort weiter" if hand.sees("Ohne Antwort weiter") else "Weiter")
            fingers.press(ENTER)
            after = hand.stage
            if not isinstance(after, stages.Asking) or not isinstance(before, stages.Asking):
                break
            if after.question.ref != before.question.ref:
                break
    assert isinstance(hand.stage, stages.Review)
    fingers.walk_to("Fertig")
    fingers.press(ENTER)
    assert isinstance(hand.stage, stages.Goodbye)


def test_a_held_key_acts_once(fingers: Fingers) -> None:
    fingers.walk_to("Beginnen")
    fingers.press(ENTER)
    assert isinstance(fingers.hand.stage, stages.ChooseLanguage)
    focused = fingers.at
    none = Qt.KeyboardModifier.NoModifier
    for key in (ENTER, Qt.Key.Key_Right, Qt.Key.Key_1):
        held = QKeyEvent(QEvent.Type.KeyPress, key, none, "", autorep=True)
        QApplication.sendEvent(focused, held)
    assert isinstance(fingers.hand.stage, stages.ChooseLanguage)
    assert fingers.at is focused


def test_zero_opens_the_settings_and_page_keys_turn(fingers: Fingers) -> None:
    hand = fingers.hand
    fingers.press(Qt.Key.Key_0)
    assert hand.sees("Schließen")
    fingers.walk_to("Schließen")
    fingers.press(ENTER)
    hand.window.apply(intents.Begin())
    hand.window.apply(intents.PickLanguage("de"))
    fingers.press(Qt.Key.Key_PageDown)
    assert isinstance(hand.stage, stages.Practice)
    fingers.press(Qt.Key.Key_PageUp)
    assert isinstance(hand.stage, stages.ChooseDisplay)
    fingers.press(Qt.Key.Key_H)
    assert isinstance(hand.stage, stages.HelpCalled)


def test_digits_of_a_pin_are_no_switches(fingers: Fingers) -> None:
    fingers.hand.window.apply(intents.HoldCorner())
    fingers.press(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_0)
    assert isinstance(fingers.hand.stage, stages.EnterPin)
    screen = fingers.hand.window.current
    assert getattr(screen, "_pin", "") == "120"


MOVE, SELECT = Qt.Key.Key_F1, Qt.Key.Key_F2


def scan_to(fingers: Fingers, text: str) -> None:
    """Press the first switch until these words have the focus, entering the rows on the way."""
    for _step in range(400):
        focused = QApplication.focusWidget()
        if isinstance(focused, Button) and focused.shows_focus() and focused.text() == text:
            return
        fingers.press(MOVE)
        window = fingers.hand.window
        row = window._scanner._row
        if row is not None and any(each.text() == text for each in row):
            fingers.press(SELECT)
    raise AssertionError(f"{text} was never reached")


def test_two_switches_answer_and_go_on(fingers: Fingers) -> None:
    hand = fingers.hand
    visitor = Visitor(hand, Random(2))
    visitor.take_part("Für mich, länger: 12 Minuten")
    scan_to(fingers, "Jemand hilft mir")
    fingers.press(SELECT)
    stage = hand.stage
    assert isinstance(stage, stages.Asking)
    assert stage.question.value == "2"
    scan_to(fingers, "Weiter")
    fingers.press(SELECT)
    assert isinstance(hand.stage, stages.Asking)
    assert hand.stage.question.ref != stage.question.ref


def test_a_touch_ends_the_walk_by_key(fingers: Fingers) -> None:
    fingers.walk_to("Beginnen")
    assert fingers.at.shows_focus()
    fingers.hand.tap("Beginnen")
    focused = QApplication.focusWidget()
    assert not (isinstance(focused, Button) and focused.shows_focus())


# -- dark


class Heard(Speaker):
    """A voice that only remembers."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._state = Availability.OK
        self._languages = ("de",)

    def start(self) -> None:
        """There is no process."""

    def say(self, segments: object, language: str) -> None:
        assert isinstance(segments, list)
        self.said = [each.text for each in segments if isinstance(each, Segment)]
        assert language == "de"


@pytest.fixture
def heard(hand: Hand) -> Iterator[Heard]:
    heard = Heard()
    window = hand.window
    window._speaker.stop()
    before, window._speaker = window._speaker, heard
    yield heard
    window._speaker = before


def test_who_listens_in_the_dark_hears_pages_focus_and_answers(
    fingers: Fingers, heard: Heard
) -> None:
    hand = fingers.hand
    Visitor(hand, Random(2)).take_part("Für mich, kurz: 5 Minuten")
    fingers.press(Qt.Key.Key_Down)
    hand.window.apply(intents.PickPresentation(Presentation("de", 1, screen_off=True)))
    assert not hand.window._curtain.isHidden()
    picture = hand.window.grab().toImage()
    assert {picture.pixelColor(x, y).name() for x in (5, 900, 1800) for y in (5, 500, 1000)} == {
        "#000000"
    }
    assert heard.said[0].startswith("Der Bildschirm ist aus.")
    assert any("Füllen Sie die Umfrage allein aus?" in each for each in heard.said)
    fingers.walk_to("Jemand hilft mir")
    assert heard.said == ["Jemand hilft mir. 2 von 3."]
    fingers.press(ENTER)
    assert heard.said == ["Jemand hilft mir. Ausgewählt. 2 von 3."]
    fingers.walk_to("Weiter")
    assert heard.said == ["Weiter."]
    fingers.press(ENTER)
    assert any("Wie alt sind Sie?" in each for each in heard.said)


def test_one_touch_asks_and_a_second_switches_the_glass_on(hand: Hand, heard: Heard) -> None:
    Visitor(hand, Random(2)).take_part("Für mich, kurz: 5 Minuten")
    hand.window.apply(intents.PickPresentation(Presentation("de", 1, screen_off=True)))
    before = hand.stage
    hand.press_at(hand.window.rect().center() / 2)
    assert hand.window._curtain.button.isVisible()
    assert heard.said == ["Tippen Sie in die Mitte. Dann geht der Bildschirm an."]
    hand.press_at(hand.window.rect().center())
    assert hand.window._curtain.isHidden()
    assert hand.stage == before


def test_a_voice_that_fails_leaves_nobody_in_the_dark(hand: Hand, heard: Heard) -> None:
    Visitor(hand, Random(2)).take_part("Für mich, kurz: 5 Minuten")
    hand.window.apply(intents.PickPresentation(Presentation("de", 1, screen_off=True)))
    heard._state = Availability.NO_AUDIO
    hand.window._on_voice()
    assert hand.window._curtain.isHidden()


@pytest.mark.usefixtures("heard")
def test_the_alert_is_heard_by_everybody(hand: Hand, clock: Clock, heard: Heard) -> None:
    Visitor(hand, Random(2)).take_part("Für mich, kurz: 5 Minuten")
    clock.pass_(300)
    hand.window.apply(intents.WentIdle())
    assert heard.said[0] == "Sind Sie noch da?"
