"""Authors' Markdown on the glass: weights are painted, nothing is run, nothing is loaded."""

from dataclasses import replace

import pytest
import questions
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from terminal_glass import Person, buttons, person, theme_of

from kiosk.forms.view import ChoiceView, Kind, QuestionView
from kiosk.ui.painting import Stress, same_lines, text_block
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.wording import wording

HOSTILE = QuestionView(
    "/data/q",
    "q",
    Kind.SELECT_ONE,
    '<b>Wie</b> **oft** <img src="https://a.example/x.png"/><a href="https://a.example">hier</a>?',
    hint='<img src="file:///etc/hostname"> Ein <span style="color:red">Hinweis</span>',
    choices=(
        ChoiceView("1", "*sehr* [oft](https://a.example)", hint="<i>täglich</i>"),
        ChoiceView("2", "&lt;b&gt;selten&lt;/b&gt;"),
        ChoiceView("3", "<h1>nie</h1>"),
    ),
)


@pytest.fixture
def asked(qtbot: QtBot) -> Person:
    someone = person("15.6 landscape", 2)
    qtbot.addWidget(someone.screen)
    someone.ask(HOSTILE)
    return someone


def names(widgets: list[QWidget]) -> list[str]:
    faces = [QAccessible.queryAccessibleInterface(each) for each in widgets]
    return [face.text(QAccessible.Text.Name) for face in faces]


def test_a_label_with_html_shows_its_words_alone(asked: Person) -> None:
    screen = asked.screen
    assert screen.heading.question.text() == "Wie oft hier?"
    assert screen.heading.hint.text() == "Ein Hinweis"
    rows = [each for each in screen.findChildren(Choice) if each.isVisible()]
    assert [each.text() for each in rows] == ["Sehr oft", "<b>selten</b>", "Nie"]
    assert names(list(rows)) == ["Sehr oft", "<b>selten</b>", "Nie"]
    spoken = [words for _, words in screen.spoken()]
    assert spoken[:2] == ["Wie oft hier?", "Ein Hinweis"]
    assert spoken[2] == "Antwort 1: sehr oft. täglich."
    assert spoken[3] == "Antwort 2: <b>selten</b>."


def test_no_label_ever_guesses_rich_text(asked: Person) -> None:
    labels = [each for each in asked.screen.findChildren(QLabel) if each.text()]
    assert labels
    for each in labels:
        assert each.textFormat() is Qt.TextFormat.PlainText, each.objectName()
        assert not each.openExternalLinks()
    text = Text(theme_of("window", 2), "<b>fett</b>")
    assert text.text() == "<b>fett</b>"
    assert painted(text) != painted(Text(theme_of("window", 2), "fett"))


def painted(text: Text) -> QImage:
    text.resize(900, 300)
    return text.grab().toImage()


@pytest.mark.parametrize("role", [Role.HEADING, Role.BODY])
@pytest.mark.parametrize("markdown", ["ein *Wort* hier", "ein **Wort** hier", "# Wort\nhier"])
def test_weights_are_seen(qtbot: QtBot, role: Role, markdown: str) -> None:
    marked = Text(theme_of("window", 2), role=role)
    marked.show_markdown(markdown)
    same = Text(theme_of("window", 2), marked.text(), role)
    for each in (marked, same):
        qtbot.addWidget(each)
    assert "*" not in marked.text()
    assert "#" not in marked.text()
    assert painted(marked) != painted(same)


def test_a_chosen_answer_breaks_where_it_broke_before(asked: Person) -> None:
    label = "Ein **sehr langes** Wort, dann *noch eins* und so weiter bis ans Ende der Zeile " * 2
    question = replace(questions.D1, ref="/data/long", choices=(ChoiceView("1", label),))
    asked.ask(question)
    (row,) = (each for each in asked.screen.findChildren(Choice) if each.isVisible())
    before = row.block(row.width())
    assert len(before.lines) > 1
    row.click()
    asked.wait()
    after = row.block(row.width())
    assert row.isChecked()
    assert after.lines == before.lines
    assert all(
        button.block(button.width()).width <= button.width() for button in buttons(asked.screen)
    )


def test_runs_stand_one_behind_the_other(qapp: object) -> None:
    del qapp
    theme = theme_of("window", 2)
    words = wording("eins **zwei** drei *vier* und noch viele Wörter, die **um die Ecke** gehen")
    stresses = words.stresses(theme.font(), theme.font(bold=True))
    block = text_block(words.text, theme.font(), 400, stresses)
    assert len(block.lines) > 2
    assert " ".join(block.lines) == words.text
    assert block.width <= 400
    for line, runs, start in zip(block.lines, block.runs, block.starts, strict=True):
        assert words.text[start:].startswith(line)
        if runs:
            assert "".join(run.text for run in runs) == line
            assert [run.x for run in runs] == sorted(run.x for run in runs)
    bold = same_lines(block, words.text, theme.font(bold=True))
    assert bold.lines == block.lines
    assert not any(bold.runs)


def test_emphasis_is_underlined_and_never_slanted(qapp: object) -> None:
    del qapp
    theme = theme_of("window", 2)
    (stress,) = wording("*so*").stresses(theme.font(), theme.font(bold=True))
    assert isinstance(stress, Stress)
    assert stress.font.underline()
    assert not stress.font.italic()
    image = QImage(200, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    block = text_block("so", theme.font(), 200, (stress,))
    block.paint(painter, QRectF(0, 0, 200, 60), theme.colours.ink)
    painter.end()
    rows = [
        sum(image.pixelColor(x, y).value() < 128 for x in range(int(block.width)))
        for y in range(60)
    ]
    assert max(rows) > block.width * 0.9
