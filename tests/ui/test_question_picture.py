"""Pictures and the groups around a question: seen, named, read aloud."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import questions
from PySide6.QtCore import QBuffer, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QImageWriter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from terminal_glass import Person, buttons, media, person, place
from test_question_audit import MATRIX, audit

from kiosk.forms.view import QuestionView
from kiosk.journey.intents import Backward, Forward
from kiosk.ui.pictograms import Pictograms
from kiosk.ui.widgets.choice import Choice

Asked = Callable[..., Person]
INK = QColor("#14202B")


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    def ask(question: QuestionView, panel: str = "15.6 landscape", size: int = 2) -> Person:
        someone = person(panel, size)
        qtbot.addWidget(someone.screen)
        someone.ask(question)
        return someone

    return ask


def tap(someone: Person, name: str) -> None:
    (found,) = (each for each in buttons(someone.screen) if each.objectName() == name)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    someone.wait()


def answers(someone: Person) -> list[Choice]:
    return [each for each in someone.screen.findChildren(Choice) if each.isVisible()]


def encoded(form: str) -> bytes:
    """A picture twice as wide as high: left red, right blue."""
    image = QImage(80, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    for x in range(40, 80):
        for y in range(40):
            image.setPixelColor(x, y, QColor("blue"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, form.encode()).write(image)
    return bytes(buffer.data().data())


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_photos_keep_their_colours_and_proportions(qapp: object, form: str) -> None:
    del qapp
    pictures = Pictograms({"a.jpg": encoded(form)}.get)  # type: ignore[arg-type]
    assert pictures.has("a.jpg")
    picture = pictures.picture("a.jpg", QSize(300, 300))
    assert picture is not None
    assert picture.size() == QSize(300, 150)
    image = picture.toImage()
    assert image.pixelColor(20, 75).red() > 240
    assert image.pixelColor(280, 75).blue() > 240
    tile = pictures.drawn("a.jpg", 100, INK)
    assert tile is not None
    assert tile.size() == QSize(100, 50)
    assert pictures.picture("a.jpg", QSize(300, 300)) is picture


def test_what_is_no_picture_is_none(qapp: object) -> None:
    del qapp
    pictures = Pictograms({"a.png": b"no picture", "b.svg": b""}.get)  # type: ignore[arg-type]
    for name in ("a.png", "b.svg", "c.svg", ""):
        assert not pictures.has(name)
        assert pictures.picture(name, QSize(10, 10)) is None
        assert pictures.drawn(name, 10, INK) is None
    assert Pictograms(media).picture("MANG.svg", QSize(0, 10)) is None


def test_the_picture_stands_beside_the_answers_and_is_named(asked: Asked) -> None:
    someone = asked(questions.PICTURED)
    picture = someone.screen.picture
    assert picture.isVisible()
    face = QAccessible.queryAccessibleInterface(picture)
    assert face.text(QAccessible.Text.Name) == questions.PICTURED.alternative
    area = place(picture, someone.screen)
    assert all(not area.intersects(place(each, someone.screen)) for each in answers(someone))
    spoken = someone.screen.spoken()
    assert spoken[0] == ("context", "Rund um die Stadt. Straßen und Wege.")
    assert spoken[1] == ("question", "Wie würden Sie diesen Schaden am liebsten melden?")
    assert spoken[2] == ("image", questions.PICTURED.alternative)


def test_on_small_glass_the_picture_has_a_page_before_the_answers(asked: Asked) -> None:
    someone = asked(questions.PICTURED, panel="10.1 landscape")
    assert someone.screen.picture.isVisible()
    assert answers(someone) == []
    assert someone.screen.spoken()[-1][0] == "image"
    tap(someone, "on")
    assert not someone.screen.picture.isVisible()
    assert answers(someone)
    assert someone.intents == []
    tap(someone, "back")
    assert someone.screen.picture.isVisible()
    tap(someone, "back")
    assert someone.intents == [Backward()]


def test_a_note_and_its_picture_are_one_page(asked: Asked) -> None:
    someone = asked(questions.PICTURED_NOTE, panel="10.1 landscape")
    assert someone.screen.picture.isVisible()
    tap(someone, "on")
    assert someone.intents == [Forward()]


def test_a_picture_that_only_decorates_is_not_read(asked: Asked) -> None:
    someone = asked(replace(questions.PICTURED, alternative=""))
    assert someone.screen.picture.isVisible()
    assert "image" not in dict(someone.screen.spoken())


def test_a_picture_that_is_missing_takes_no_room(asked: Asked) -> None:
    bare = replace(questions.PICTURED, image="")
    missing = replace(questions.PICTURED, image="missing.png")
    places = [
        [each.geometry() for each in answers(asked(question))] for question in (bare, missing)
    ]
    assert places[0] == places[1]


def test_the_picture_goes_with_its_question_and_while_something_is_amiss(asked: Asked) -> None:
    someone = asked(questions.PICTURED)
    someone.ask(questions.PICTURED, reminder=True)
    assert not someone.screen.picture.isVisible()
    someone.ask(questions.D1)
    assert not someone.screen.picture.isVisible()
    assert someone.screen.heading.context.text() == ""


def test_writing_on_a_page_of_its_own_hides_the_picture(asked: Asked) -> None:
    someone = asked(questions.PICTURED_TEXT)
    assert someone.screen.picture.isVisible()
    tap(someone, "write")
    assert not someone.screen.picture.isVisible()


@pytest.mark.parametrize(
    ("context", "shown"),
    [
        ((), ""),
        (("Wege",), "Wege"),
        (("**Wege**", "Weg 2"), "Wege › Weg 2"),
        (("Wege", "", "Wege"), "Wege"),
        (("Wie alt sind Sie?", "Sie"), "Sie"),
    ],
)
def test_groups_are_named_once(asked: Asked, context: tuple[str, ...], shown: str) -> None:
    someone = asked(replace(questions.D1, context=context))
    text = someone.screen.heading.context
    assert text.text() == shown
    assert text.isVisible() is bool(shown)


def test_a_list_whose_things_all_have_a_picture_is_a_grid(asked: Asked) -> None:
    listed = replace(
        questions.D1,
        ref="/data/list",
        choices=(*(replace(each, hint="") for each in questions.SERVICES[:4]), questions.REFUSED),
    )
    someone = asked(listed)
    tiles = [each for each in answers(someone) if each.value != "-99"]
    assert len({each.y() for each in tiles}) < len(tiles)
    half = replace(
        listed,
        ref="/data/half_list",
        choices=(replace(listed.choices[0], image=""), *listed.choices[1:]),
    )
    rows = [each for each in answers(asked(half)) if each.value != "-99"]
    assert len({each.y() for each in rows}) == len(rows)


@pytest.mark.parametrize(("panel", "size"), MATRIX)
def test_pictured_questions_keep_the_promises(qtbot: QtBot, panel: str, size: int) -> None:
    someone = person(panel, size)
    qtbot.addWidget(someone.screen)
    for question in (questions.PICTURED_TEXT, questions.PICTURED_NOTE, questions.PICTURED):
        someone.ask(question)
        audit(someone, f"{panel}, size {size}, {question.name}")
        screen = someone.screen
        if screen.picture.isVisible():
            area = place(screen.picture, screen)
            assert screen.body.geometry().contains(area)
            assert area.height() / screen.theme.px_per_mm >= 12.0
            assert not area.intersects(place(screen.heading.question, screen))
