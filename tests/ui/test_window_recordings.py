"""What was recorded or spoken before is handed to the voice process, and played where there is no
voice."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest
import questions
from all_screens import make_screen
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.touch import Clock
from terminal_glass import media, themes_of
from test_window_reading import Visitor

from kiosk.forms.view import Progress, QuestionView
from kiosk.journey.presentation import Presentation
from kiosk.journey.stages import Asking, Welcome
from kiosk.resources import TRANSLATIONS
from kiosk.speech.protocol import Segment
from kiosk.study.clips import PERSON, ClipFile, Clips
from kiosk.study.lexicon import Lexicon
from kiosk.ui.background import Background
from kiosk.ui.keys import DEFAULT_KEYS, read_keys
from kiosk.ui.pictograms import Pictograms
from kiosk.ui.speaker import Patience, Speaker
from kiosk.ui.terminal.question_screen import QuestionScreen
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.translation import Translation
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.window import Window

# A German voice. Of every segment it tells the id and what it has to say it with.
VOICE = (
    sys.executable,
    "-P",
    "-c",
    """
import base64, sys
from kiosk.speech.protocol import *
def tell(event):
    sys.stdout.buffer.write(encode(event)); sys.stdout.buffer.flush()
tell(Ready(("de",), 1)); tell(Available(Availability.OK))
kept, respelled = {}, {}
for line in sys.stdin.buffer:
    match decode_command(line):
        case Recording(name=name, sound=sound):
            assert name not in kept, "handed over twice"
            kept[name] = base64.b64decode(sound).decode()
        case Forget(name=name):
            del kept[name]
        case Words(language=language, respelled=pairs):
            assert language not in respelled, "handed over twice"
            respelled[language] = dict(pairs)
        case Say(id=number, segments=segments):
            if segments[0].id == "lexicon": tell(Started(number, str(respelled)))
            for each in segments:
                names = [each.recording] if each.recording else [p.recording for p in each.pieces]
                tell(Started(number, f"{each.id}={'+'.join(kept[n] for n in names) or 'voice'}"))
            tell(Finished(number))
        case Stop(id=number): tell(Stopped(number))
        case Ping(id=number): tell(Pong(number))
""",
)
RECORDINGS = {"frage.mp3": b"question aloud", "gut.mp3": b"good aloud"}


def recorded(question: QuestionView) -> QuestionView:
    first, second, *others = question.choices
    second = replace(second, audio="gut.mp3", hint="Das geht.")
    return replace(question, audio="frage.mp3", choices=(first, second, *others), value="2")


class Reader(Visitor):
    """Someone at a question, reading one language."""

    def __init__(self, question: QuestionView, language: str) -> None:
        super().__init__(Asking(question, Progress(1, 2)))
        self.language = language
        self.presentation = Presentation(language)


Open = Callable[[QuestionView, str], Window]


@pytest.fixture
def open_at(qapp: QApplication, qtbot: QtBot) -> Iterator[Open]:
    speaker, clock = Speaker(VOICE), Clock()
    speaker.take_recordings(RECORDINGS)
    guard = TapGuard(clock)
    translation = Translation(qapp, TRANSLATIONS)

    def asking(theme: Theme, parent: QWidget) -> Screen:
        return QuestionScreen(theme, guard, Pictograms(media), parent)

    def welcome(theme: Theme, parent: QWidget) -> Screen:
        screen = make_screen(Welcome(), theme, guard, clock)
        screen.setParent(parent)
        return screen

    def open_at(question: QuestionView, language: str) -> Window:
        window = Window(
            {Asking: asking, Welcome: welcome},
            themes_of("15.6 landscape"),
            guard,
            translation,
            speaker,
            Background(),
            clock,
            qapp,
            size=QSize(1920, 1080),
            preset=Presentation("de"),
            closable=True,
            keys=read_keys(DEFAULT_KEYS),
        )
        qtbot.addWidget(window)
        if speaker.state is None:
            with qtbot.waitSignal(speaker.availability, timeout=10_000):
                speaker.start()
        window.open(Reader(question, language))
        return window

    yield open_at
    speaker.close()
    translation.close()


def heard(window: Window, qtbot: QtBot) -> list[str]:
    told: list[str] = []
    window._speaker.segment.connect(told.append)
    with qtbot.waitSignal(window._speaker.finished, timeout=10_000):
        window.current.bottom.read.click()
    window._speaker.segment.disconnect(told.append)
    return [each for each in told if each]


def test_recordings_are_played_in_their_place_and_the_voice_says_the_rest(
    open_at: Open, qtbot: QtBot
) -> None:
    window = open_at(recorded(questions.K5), "de")
    for _time in range(2):  # handed over once
        said = heard(window, qtbot)
        assert said[0] == "question=question aloud"
        assert said[1:4] == [
            "1=voice",
            "2=good aloud",
            "2=voice",
        ]  # its hint, and that it is chosen
        assert all(each.endswith("=voice") for each in said[4:])


def test_without_a_voice_only_recordings_are_heard(open_at: Open, qtbot: QtBot) -> None:
    window = open_at(recorded(questions.K5), "hsb")
    assert window.current.bottom.read.isEnabled()
    assert heard(window, qtbot) == ["question=question aloud", "2=good aloud"]


def test_without_a_voice_and_recordings_the_button_says_so(open_at: Open) -> None:
    window = open_at(questions.K5, "hsb")
    assert window.current.bottom.read.text() == "Keine Stimme"
    assert not window.current.bottom.read.isEnabled()


def test_explanations_of_choices_are_no_recordings(open_at: Open) -> None:
    window = open_at(replace(recorded(questions.L1), value=""), "de")
    screen = window.current
    assert isinstance(screen, QuestionScreen)
    assert "question" in screen.to_play()
    screen.on_hints()
    assert screen.to_play() == {}


def _is_another(speaker: Speaker, before: int) -> bool:
    return speaker.pid not in (0, before)


def test_each_voice_process_gets_the_lexicons_once(qtbot: QtBot) -> None:
    speaker = Speaker(VOICE, Patience(respawn=0))
    speaker.take_lexicons({"de": Lexicon({"Niesky": "Niski"}), "pl": Lexicon()})
    heard: list[str] = []
    speaker.segment.connect(heard.append)
    speaker.start()
    for _ in range(2):
        with qtbot.waitSignal(speaker.finished, timeout=10_000):
            speaker.say([Segment("lexicon", "Niesky")], "de")
        assert heard[0] == "{'de': {'Niesky': 'Niski'}}"
        heard.clear()
        first = speaker.pid
        os.kill(first, signal.SIGKILL)  # the one that comes then knows them too
        qtbot.waitUntil(partial(_is_another, speaker, first), timeout=10_000)
    speaker.close()


def spoken(*texts: str, source: str = "piper a", folder: str = "de") -> Clips:
    """Clips of which each sounds like its number."""
    listed = tuple(ClipFile(text, f"{number}.wav", source, 9) for number, text in enumerate(texts))
    sounds = {f"clips/{folder}/{each.file}": each.file.encode() for each in listed}
    return Clips({folder: listed}, sounds)


def test_what_nobody_recorded_is_heard_as_it_was_spoken_before(open_at: Open, qtbot: QtBot) -> None:
    window = open_at(recorded(questions.K5), "de-x-leicht")
    first, second, *_ = questions.K5.choices
    window._speaker.take_clips(
        spoken("Antwort 1:", first.label, second.label, questions.K5.label, "Ausgewählt.")
    )
    said = heard(window, qtbot)
    assert said[:3] == ["question=question aloud", "1=0.wav+1.wav", "2=good aloud"]
    assert said[3] == "2=voice"  # its hint was not spoken, so nothing of that text is


def test_without_a_voice_clips_are_heard(open_at: Open, qtbot: QtBot) -> None:
    window = open_at(questions.K5, "hsb")
    assert not window.current.bottom.read.isEnabled()
    window._speaker.take_clips(spoken(questions.K5.label, folder="hsb"))
    window._show(window.stage)
    assert window.current.bottom.read.isEnabled()
    assert heard(window, qtbot) == ["question=0.wav"]


@pytest.mark.parametrize(("source", "said"), [("piper a", "voice"), (PERSON, "0.wav")])
def test_whoever_wants_the_higher_voice_hears_it_and_persons(
    qtbot: QtBot, source: str, said: str
) -> None:
    speaker = Speaker(VOICE)
    speaker.take_clips(spoken("Ja", source=source))
    told: list[str] = []
    speaker.segment.connect(told.append)
    with qtbot.waitSignal(speaker.availability, timeout=10_000):
        speaker.start()
    speaker.sound(1.0, high=True)
    with qtbot.waitSignal(speaker.finished, timeout=10_000):
        speaker.say([Segment("a", "Ja.")], "de")
    assert told[0] == f"a={said}"
    speaker.close()


def test_sounds_are_with_the_voice_before_anybody_asks(open_at: Open, qtbot: QtBot) -> None:
    window = open_at(questions.K5, "de")
    window._speaker.take_clips(spoken(questions.K5.label, "Antwort 1:"))
    window._show(window.stage)
    qtbot.waitUntil(lambda: "clips/de/0.wav" in window._speaker._handed, timeout=10_000)
    assert heard(window, qtbot)[0] == "question=0.wav"  # not handed over twice


def test_the_voice_forgets_sounds_in_the_order_they_were_needed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ui.speaker.MOST_HELD_BYTES", 12)
    speaker = Speaker(VOICE)
    speaker.take_clips(spoken("eins", "zwei", "drei", "vier"))
    with qtbot.waitSignal(speaker.availability, timeout=10_000):
        speaker.start()
    for text in ("eins", "zwei", "eins", "drei", "zwei"):
        with qtbot.waitSignal(speaker.finished, timeout=10_000):
            speaker.say([Segment("a", text)], "de")
    assert list(speaker._handed) == ["clips/de/2.wav", "clips/de/1.wav"]
    speaker.close()
