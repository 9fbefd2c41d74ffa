"""Word by word, what is heard stands out on the page, in every widget that shows words."""

from collections.abc import Iterator

import pytest
import questions
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from terminal_glass import PANELS, Person, person, themes_of

from kiosk.journey.presentation import Presentation, Scheme
from kiosk.speech.spoken import spoken_form
from kiosk.ui.hearing_mark import HearingMark
from kiosk.ui.theme import SCHEMES
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.text import Text


@pytest.fixture
def someone(qtbot: QtBot) -> Person:
    made = person("15.6 landscape", 2)
    qtbot.addWidget(made.screen)
    return made


def marked(page: QWidget) -> list[str]:
    """The words that stand out on the page."""
    widgets: list[Text | Button | Prose] = [
        *page.findChildren(Text),
        *page.findChildren(Button),
        *page.findChildren(Prose),
    ]
    return [each.text()[slice(*each.heard)] for each in widgets if each.heard is not None]


def heard(someone: Person, segment: str, text: str) -> Iterator[list[str]]:
    """What stands out as the segment is spoken, word by word."""
    someone.screen.mark_read(segment)
    hearing = HearingMark()
    hearing.begin(text, someone.screen.readable())
    for start, length in dict.fromkeys(spoken_form(text, "de").origin):
        hearing.point(start, length)
        yield marked(someone.screen)
    hearing.clear()
    assert marked(someone.screen) == []


def test_each_word_of_the_question_and_of_each_answer_in_turn(someone: Person) -> None:
    someone.ask(questions.K5)
    segments = dict(someone.screen.to_read())
    told = [word for words in heard(someone, "question", segments["question"]) for word in words]
    assert " ".join(told) == segments["question"]
    for choice in questions.K5.choices:
        words = list(heard(someone, choice.value, segments[choice.value]))
        # "Antwort 2:" is said and not shown.
        assert words[:2] == [[], []] or choice.value in {"-99"}
        shown = " ".join(dict.fromkeys(word for each in words for word in each))
        assert shown.casefold().split()[0] == choice.label.casefold().split()[0]


def test_one_of_two_rows_that_begin_alike_is_marked(someone: Person) -> None:
    someone.ask(questions.K5)
    segments = dict(someone.screen.to_read())
    value = questions.K5.choices[2].value
    rows = [each for each in someone.screen.findChildren(Button) if each.objectName() == value]
    for words in heard(someone, value, segments[value]):
        assert all(row.heard is not None for row in rows) or words == [] or not rows
        assert len(words) <= 1


def test_what_is_not_on_the_page_marks_nothing(someone: Person) -> None:
    someone.ask(questions.K5)
    for words in heard(someone, "own", "Jetzt wird alles vorgelesen. Mit den Pfeil-Tasten weiter."):
        assert words == []


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("panel", PANELS)
def test_the_word_is_painted_on_its_own_ground(qtbot: QtBot, scheme: Scheme, panel: str) -> None:
    someone = person(panel, 3)
    qtbot.addWidget(someone.screen)
    someone.screen.set_theme(themes_of(panel)(Presentation("de", 3, scheme=scheme)))
    someone.ask(questions.L1)
    text = dict(someone.screen.to_read())["question"]
    before = someone.screen.grab().toImage()
    hearing = HearingMark()
    hearing.begin(text, someone.screen.readable())
    hearing.point(*spoken_form(text, "de").origin[3])
    during = someone.screen.grab().toImage()
    hearing.clear()
    assert someone.screen.grab().toImage() == before
    fill = SCHEMES[scheme].marked.rgb()
    assert count(during, fill) > count(before, fill) + 500


def count(image: QImage, colour: int) -> int:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("I")
    return sum(each & 0xFFFFFF == colour & 0xFFFFFF for each in pixels)
