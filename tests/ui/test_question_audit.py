"""What accessibility.md promises, measured on real screens: every panel, size, question, page."""

import pytest
import questions
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from pytestqt.qtbot import QtBot
from terminal_glass import PANELS, Person, buttons, person, place

from kiosk.forms.view import Problem, QuestionView, Rejection
from kiosk.study.hand import Hand
from kiosk.ui.audit.pixels import measured_contrast
from kiosk.ui.audit.rules import standing_breaches
from kiosk.ui.inputs.choice_input import ChoiceInput
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.text import Text

MATRIX = [(panel, size) for panel in PANELS for size in (1, 2, 3)]
TINY = "10.1 landscape"  # accessibility.md §0.6: to be used upright; here it need only work
HELPED = [(panel, size) for panel in PANELS if panel != TINY for size in (1, 2, 3)]


def audit(someone: Person, where: str) -> None:
    screen = someone.screen
    breaches = standing_breaches(screen, screen.theme)
    assert not breaches, f"{where}: {[str(each) for each in breaches]}"


def choices_of(someone: Person) -> ChoiceInput:
    inputs = someone.screen.findChildren(ChoiceInput)
    return next((each for each in inputs if each.isVisible()), inputs[0])


def seen_values(someone: Person) -> set[str]:
    visible = someone.screen.findChildren(Choice)
    return {each.value for each in visible if each.isVisible() and each.parent() is not None}


@pytest.mark.parametrize(
    ("panel", "size", "hand"),
    [
        *((panel, size, Hand.SELF) for panel, size in MATRIX),
        *((panel, size, Hand.PROXY) for panel, size in HELPED),
    ],
)
def test_every_page_of_every_question_keeps_the_promises(
    qtbot: QtBot, panel: str, size: int, hand: Hand
) -> None:
    someone = person(panel, size)
    someone.hand = hand
    qtbot.addWidget(someone.screen)
    for question in questions.ALL:
        someone.ask(question)
        seen: set[str] = set()
        for page in range(30):
            audit(someone, f"{panel}, size {size}, {question.name}, page {page + 1}")
            seen |= seen_values(someone)
            values = set() if question.readonly else {each.value for each in question.choices}
            if values <= seen:
                break
            pager = choices_of(someone).pager
            (pager if pager.isVisible() else someone.screen.bottom.on).click()
            someone.wait()
        assert values <= seen, question.name


@pytest.mark.parametrize(("panel", "size"), MATRIX)
def test_reminder_problem_and_panel_keep_the_promises(qtbot: QtBot, panel: str, size: int) -> None:
    someone = person(panel, size)
    qtbot.addWidget(someone.screen)
    for question in (questions.B1, questions.X1, questions.A9):
        someone.ask(question, reminder=True)
        audit(someone, f"{panel}, size {size}, reminder {question.name}")
    someone.ask(questions.D1, problem=Problem(Rejection.CONSTRAINT))
    audit(someone, f"{panel}, size {size}, problem")
    someone.screen.on_display()
    someone.wait()
    audit(someone, f"{panel}, size {size}, panel")


@pytest.mark.parametrize("size", [1, 2, 3])
def test_writing_on_tiny_glass_keeps_the_promises(qtbot: QtBot, size: int) -> None:
    someone = person(TINY, size)
    qtbot.addWidget(someone.screen)
    someone.ask(questions.X1)
    write = next(each for each in buttons(someone.screen) if each.objectName() == "write")
    write.click()
    someone.wait()
    for button in buttons(someone.screen):
        block = button.block(button.width())
        assert not block.broken, button.text()
        assert block.width <= button.width(), button.text()
        assert block.height <= button.height(), button.text()
    field = next(each for each in someone.screen.findChildren(QAbstractScrollArea))
    assert field.isVisible()


@pytest.mark.parametrize("question", questions.ALL, ids=lambda question: question.name)
def test_what_is_painted_has_ten_to_one(qtbot: QtBot, question: QuestionView) -> None:
    someone = person("window", 2)
    qtbot.addWidget(someone.screen)
    someone.ask(question)
    image = someone.screen.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    widgets: list[QWidget] = list(buttons(someone.screen))
    widgets += [text for text in someone.screen.findChildren(Text) if text.isVisible()]
    for widget in widgets:
        if isinstance(widget, Text) and not widget.text():
            continue
        area = place(widget, someone.screen).adjusted(4, 4, -4, -4)
        assert measured_contrast(image, area) >= 10, widget.objectName()


def test_chosen_differs_in_shape_and_not_only_in_colour(qtbot: QtBot) -> None:
    someone = person("15.6 landscape", 2)
    qtbot.addWidget(someone.screen)
    someone.ask(questions.W2)
    rows = [each for each in someone.screen.findChildren(Choice) if each.isVisible()]
    chosen = next(each for each in rows if each.isChecked())
    other = next(each for each in rows if not each.isChecked())
    grey = [
        each.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        for each in (chosen, other)
    ]
    theme = someone.screen.theme
    middle = chosen.height() // 2
    mark = theme.px(theme.padding_mm + 4.5)
    inks = [image.pixelColor(mark, middle).value() for image in grey]
    assert abs(inks[0] - inks[1]) > 150  # the dot in the ring
    edges = [image.pixelColor(theme.px(0.7), middle).value() for image in grey]
    assert abs(edges[0] - edges[1]) > 150  # the thicker outline


def test_the_audit_finds_what_it_is_for(qtbot: QtBot) -> None:
    """Seeded faults: a small target, a missing name, a clipped text, one too near the edge."""
    someone = person("15.6 landscape", 2)
    qtbot.addWidget(someone.screen)
    someone.ask(questions.D1)
    audit(someone, "clean")
    rows = [each for each in someone.screen.findChildren(Choice) if each.isVisible()]
    good = rows[0].geometry()
    rows[0].setGeometry(good.adjusted(0, 0, 0, -20))
    with pytest.raises(AssertionError, match="TARGET"):
        audit(someone, "small")
    rows[0].setGeometry(good)
    rows[0].setGeometry(good.translated(0, 30))
    with pytest.raises(AssertionError, match="GAP"):
        audit(someone, "near")
    rows[0].setGeometry(good)
    rows[0].setText("Wort " * 60)
    with pytest.raises(AssertionError, match="CLIP"):
        audit(someone, "clipped")
    rows[0].setText("")
    rows[0].setAccessibleName("")
    with pytest.raises(AssertionError, match="NAME"):
        audit(someone, "nameless")
