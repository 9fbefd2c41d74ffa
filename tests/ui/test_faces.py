"""A scale with faces: beside the words, in the ink of the theme, and in every state."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from support.rothenburg import study
from terminal_glass import PANELS, Person, person, themes_of

from kiosk.forms.entry import FormEntry
from kiosk.forms.view import QuestionView
from kiosk.journey.presentation import Presentation, Scheme
from kiosk.ui.fitting.breaches import text_breaches, touch_breaches
from kiosk.ui.widgets.choice import Choice

FACES = ["GES4.svg", "GES3.svg", "GES2.svg", "GES1.svg"]


def x2() -> QuestionView:
    """The short form's last scale, as the shipped study has it."""
    entry = FormEntry(study().forms["K"], random=lambda: 0.5, preset={})
    entry.go("/data/X2")
    question = entry.question()
    assert question is not None
    return question


def test_the_short_form_shows_four_faces_from_easy_to_hard() -> None:
    question = x2()
    assert [each.image for each in question.choices if not each.apart] == FACES
    media = study().media
    assert len({media[name] for name in FACES}) == 4


def rows(someone: Person) -> list[Choice]:
    found = [each for each in someone.screen.findChildren(Choice) if each.isVisible()]
    return sorted((each for each in found if each.value in "1234"), key=lambda each: each.y())


def inked(image: QImage, area: QRect, paper: str) -> int:
    places = ((x, y) for x in range(area.left(), area.right()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).name() != paper for x, y in places)


@pytest.mark.parametrize("panel", ["15.6 landscape", "15.6 portrait"])
@pytest.mark.parametrize("scheme", [Scheme.STANDARD, Scheme.YELLOW])
def test_faces_stand_between_mark_and_words(qtbot: QtBot, panel: str, scheme: Scheme) -> None:
    someone = person(panel, 1)
    qtbot.addWidget(someone.screen)
    theme = themes_of(panel)(Presentation("de", 1, scheme=scheme))
    someone.screen.set_theme(theme)
    someone.ask(x2())
    assert PANELS[panel] == theme.profile
    assert [each.value for each in rows(someone)] == ["4", "3", "2", "1"]
    assert [*text_breaches(someone.screen, theme), *touch_breaches(someone.screen, theme)] == []
    drawn = set()
    for row in rows(someone):
        image = row.grab().toImage()
        start = theme.px(theme.padding_mm + 9.0 + 4.0)
        box = QRect(start, 0, theme.px(16.0), image.height())
        paper = image.pixelColor(start - theme.px(2.0), image.height() // 2).name()
        ink = inked(image, box, paper)
        assert ink > 200
        drawn.add(ink)
    assert len(drawn) >= 3  # different faces
    someone.ask(replace(x2(), value="4"))
    assert rows(someone)[0].isChecked()
