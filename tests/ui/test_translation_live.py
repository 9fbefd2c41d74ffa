"""The language of the words on the glass: whose it is, when it changes, and what stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from all_screens import STAFF, make_screen
from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.touch import Clock, Hand
from terminal_glass import theme_of, themes_of

from kiosk.journey import intents, stages
from kiosk.journey.presentation import Presentation
from kiosk.resources import TRANSLATIONS
from kiosk.ui.background import Background
from kiosk.ui.errors import DamagedTranslationError
from kiosk.ui.keys import DEFAULT_KEYS, read_keys
from kiosk.ui.speaker import Speaker
from kiosk.ui.staff.pin_screen import PinScreen
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.terminal.top_strip import TopStrip
from kiosk.ui.theme import Theme
from kiosk.ui.translation import Translation
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.window import Window

DISCARD = {
    "de": "Alles verwerfen",
    "de-x-leicht": "Alles löschen",
    "pl": "Odrzuć wszystko",
    "en": "Discard everything",
}
CARRY_ON = {
    "de": "Weiter ausfüllen",
    "de-x-leicht": "Weiter machen",
    "pl": "Kontynuuj",
    "en": "Carry on",
}


@pytest.fixture
def translation(qapp: QApplication) -> Iterator[Translation]:
    made = Translation(qapp, TRANSLATIONS)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Alles verwerfen"),
        ("de-x-leicht", "Alles löschen"),
        ("pl", "Odrzuć wszystko"),
        ("en", "Discard everything"),
        ("en-GB", "Discard everything"),
        ("uk", "Alles verwerfen"),
        ("p", "Alles verwerfen"),
    ],
)
def test_the_nearest_words_there_are(
    translation: Translation, qtbot: QtBot, language: str, said: str
) -> None:
    translation.speak("pl")
    translation.speak(language)
    strip = TopStrip(theme_of("15.6 landscape", 1), TapGuard(lambda: 0.0))
    qtbot.addWidget(strip)
    assert strip.discard.text() == said


@pytest.mark.parametrize("shown", [True, False])
def test_what_is_there_says_the_new_words_at_once(
    translation: Translation, qtbot: QtBot, shown: bool
) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    screen = PinScreen(theme_of("15.6 landscape", 1), TapGuard(lambda: 0.0), lambda: 0.0, root)
    screen.hide()
    if shown:  # Qt tells a window that shows in another way
        root.show()
    screen.show_stage(stages.EnterPin(form="A"))
    for language in ("pl", "en", "de"):
        translation.speak(language)
        wanted = {"pl": "Dla pracowników", "en": "For staff", "de": "Für Mitarbeitende"}[language]
        assert screen.heading.text() == wanted


def test_the_same_language_again_moves_nothing(translation: Translation, qtbot: QtBot) -> None:
    class Counting(QWidget):
        changes = 0

        def changeEvent(self, event: QEvent) -> None:
            self.changes += event.type() is QEvent.Type.LanguageChange

    root = Counting()
    qtbot.addWidget(root)
    for _again in range(3):
        translation.speak("pl")
        QApplication.processEvents()
    assert root.changes == 1


def test_a_damaged_file_is_named_at_the_start(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "kiosk_pl.qm").write_bytes((TRANSLATIONS / "kiosk_pl.qm").read_bytes()[:100])
    with pytest.raises(DamagedTranslationError, match=r"kiosk_pl\.qm"):
        Translation(qapp, tmp_path)


@pytest.mark.parametrize("language", DISCARD)
def test_one_person_reads_one_language_and_the_next_finds_german(hand: Hand, language: str) -> None:
    window = hand.window
    window.prepare_screens()  # as in the hall: they are there before anybody chooses
    begin(hand, language)
    assert top(hand).discard.text() == DISCARD[language]
    assert window.locale().bcp47Name() == language.partition("-")[0]
    hand.tap(window.current.bottom.on.text())  # no answer: the reminder
    window.apply(intents.Resume())
    window.apply(intents.CallHelp())  # a screen that is made only now
    assert window.current.bottom.on.text() == CARRY_ON[language]
    window.apply(intents.Resume())
    window.apply(intents.WentIdle())
    window.apply(intents.IdleExpired())
    assert isinstance(hand.stage, stages.Hidden)
    assert hand.sees("Weiter mit PIN")  # as everybody finds the terminal
    window.apply(intents.StartOver())
    window.apply(intents.StartOver())
    assert hand.sees("Beginnen")
    assert window.locale().bcp47Name() == "de"
    for _screen in window.findChildren(Screen):
        QApplication.processEvents()
    said = {type(each).__name__: each.top.discard.text() for each in window.findChildren(Screen)}
    assert set(said.values()) == {DISCARD["de"]}, said
    begin(hand, "de")
    assert top(hand).discard.text() == DISCARD["de"]


def test_another_language_in_the_middle_keeps_every_answer(hand: Hand) -> None:
    begin(hand, "pl")
    hand.tap("Ktoś mi pomaga")
    on(hand)
    assert isinstance(hand.stage, stages.Asking)
    first = hand.window.current.findChildren(Choice)[0]
    hand.touch(first)
    kept = hand.stage.question
    assert kept.value
    while not isinstance(hand.stage, stages.ChooseLanguage):
        hand.touch(hand.window.current.bottom.back)
    begin(hand, "en", begun=True)
    assert isinstance(hand.stage, stages.Asking)
    assert hand.stage.question.value == "2"
    assert hand.find(lambda each: each.isChecked(), "the answer").text() == "Someone is helping me"
    on(hand)
    assert isinstance(hand.stage, stages.Asking)
    assert (hand.stage.question.ref, hand.stage.question.value) == (kept.ref, kept.value)
    assert hand.stage.question.label != kept.label
    assert top(hand).discard.text() == DISCARD["en"]


class Somebody:
    """Reads Polish; every intent leads to the next of these stages."""

    presentation = preset = Presentation("pl")
    language = "pl"
    languages = ()
    alert_seconds, grace_seconds = 300, 45

    def __init__(self, *path: stages.Stage) -> None:
        self._path = list(path)

    @property
    def stage(self) -> stages.Stage:
        return self._path[0]

    def apply(self, intent: intents.Intent) -> stages.Stage:
        del intent
        self._path.pop(0)
        return self.stage

    def export_to(self, folder: Path) -> intents.Exported:
        raise AssertionError(folder)


def test_staff_read_german_whoever_was_here(
    qapp: QApplication, qtbot: QtBot, translation: Translation
) -> None:
    clock = Clock()
    window = Window(
        {
            stages.Welcome: lambda theme, parent: made(stages.Welcome(), theme, parent, clock),
            stages.EnterPin: lambda theme, parent: made(stages.EnterPin(), theme, parent, clock),
            stages.StaffArea: lambda theme, parent: made(STAFF, theme, parent, clock),
        },
        themes_of("15.6 landscape"),
        TapGuard(clock),
        translation,
        Speaker(),
        Background(),
        clock,
        qapp,
        size=QSize(1920, 1080),
        preset=Presentation("de"),
        closable=True,
        keys=read_keys(DEFAULT_KEYS),
    )
    qtbot.addWidget(window)
    group, own = stages.EnterPin(form="A"), stages.EnterPin()
    window.open(Somebody(group, own, STAFF, group, stages.Welcome()))
    for kind, back in (
        (stages.EnterPin, "Wstecz"),
        (stages.EnterPin, "Zurück"),
        (stages.StaffArea, "Zur Umfrage"),
        (stages.EnterPin, "Wstecz"),
    ):
        assert isinstance(window.stage, kind)
        assert window.current.bottom.back.text() == back
        window.apply(intents.Resume())


def made(stage: stages.Stage, theme: Theme, parent: QWidget, clock: Clock) -> Screen:
    screen = make_screen(stage, theme, TapGuard(clock), clock)
    screen.setParent(parent)
    return screen


def begin(hand: Hand, language: str, *, begun: bool = False) -> None:
    """From the welcome, or the choice of a language, to the first question."""
    if not begun:
        hand.tap("Beginnen")
    hand.tap_named(f"language/{language}")
    on(hand)
    while isinstance(hand.stage, stages.Practice | stages.Participation | stages.ForWhom):
        for each in choices(hand):
            if each.value == "1":
                hand.touch(each)
        on(hand)
    assert isinstance(hand.stage, stages.Asking)


def choices(hand: Hand) -> list[Choice]:
    return [each for each in hand.window.current.findChildren(Choice) if each.isVisible()]


def on(hand: Hand) -> None:
    hand.touch(hand.window.current.bottom.on)


def top(hand: Hand) -> TopStrip:
    return hand.window.current.top
