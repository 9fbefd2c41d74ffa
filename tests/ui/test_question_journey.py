"""A workbook with every kind, the engine and the screen together, walked through by touch."""

from dataclasses import dataclass
from random import Random

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.respondent import answer
from terminal_glass import Person, buttons, media, person

from kiosk.forms.entry import FormEntry
from kiosk.forms.form import Form
from kiosk.forms.reading import read_form
from kiosk.forms.view import Kind
from kiosk.journey.intents import Answer, Backward, Forward
from kiosk.journey.stages import Asking
from kiosk.study.building import compile_workbook
from kiosk.ui.pictograms import Pictograms
from kiosk.ui.sample import sample
from kiosk.ui.terminal.question_screen import QuestionScreen
from kiosk.ui.widgets.text import Text

WORKBOOK = """
| survey |
| | type | name | label | hint | appearance | parameters | default | readonly | constraint |
| | begin_group | around | Rund um **Wege** | | | | | | |
| | acknowledge | read | Bitte *lesen* Sie das. | | | | | | |
| | rank things | order | Was ist wichtig? | | | | | | |
| | range | rate | Wie gut? | | | start=0 end=10 step=1 | | | |
| | range | share | Wie viel? | | | start=0 end=100 step=5 | | | |
| | end_group | | | | | | | | |
| | select_one towns | town | Wo? | | minimal | | | | |
| | decimal | way | Wie weit? | | | | | | |
| | date | day | Wann? | | month-year | | | | |
| | time | hour | Um wie viel Uhr? | | | | | | |
| | dateTime | both | Wann genau? | | | | | | |
| | text | fixed | Das steht fest. | | | | <b>Text | yes | |
| | begin_repeat | trip | Weg | | | | | | |
| | text | to | Wohin? | | | | | | |
| | end_repeat | | | | | | | | |
| | note | end | Danke. | | | | | | |
| choices |
| | list_name | name | label |
| | things | a | Bänke |
| | things | b | Busse |
| | things | c | Bäume |
| | towns | 1 | Görlitz |
| | towns | 2 | Löbau |
| | towns | 3 | Niesky |
| settings |
| | form_id | version |
| | T | 1 |
"""


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Form:
    path = tmp_path_factory.mktemp("form") / "T.md"
    path.write_text(WORKBOOK, encoding="utf-8")
    return read_form(compile_workbook(path), "T")


@dataclass(eq=False)
class Respondent:
    """A finger at the screen of a form: what it does goes to the engine, as in an interview."""

    entry: FormEntry
    someone: Person
    finger: QPointingDevice

    def show(self) -> None:
        question = self.entry.question()
        assert question is not None
        self.someone.stage = Asking(question, self.entry.progress())
        self.someone.screen.show_stage(self.someone.stage)
        self.someone.wait()

    def on_intent(self, intent: object) -> None:
        match intent:
            case Answer(value):
                assert self.entry.answer(value) is None
            case Forward():
                assert self.entry.forward()
            case Backward():
                assert self.entry.backward()
        self.show()

    def tap(self, *names: str) -> None:
        screen = self.someone.screen
        for name in names:
            shown = buttons(screen)
            (found,) = (each for each in shown if name in (each.objectName(), each.text()))
            middle = found.mapTo(screen, QPoint(found.width() // 2, found.height() // 2))
            assert screen.rect().contains(middle), name
            QTest.touchEvent(screen, self.finger).press(0, middle, screen).commit()
            QTest.touchEvent(screen, self.finger).release(0, middle, screen).commit()
            self.someone.wait()

    @property
    def value(self) -> str:
        return self.someone.stage.question.value

    @property
    def name(self) -> str:
        return self.someone.stage.question.name


@pytest.fixture
def respondent(qtbot: QtBot, form: Form) -> Respondent:
    someone = person("15.6 landscape", 2)
    qtbot.addWidget(someone.screen)
    entry = FormEntry(form, random=Random(1).random)
    made = Respondent(entry, someone, QTest.createTouchDevice())
    someone.screen.intent.disconnect()
    someone.screen.intent.connect(made.on_intent)
    made.show()
    return made


def test_every_kind_is_answered_by_touch(respondent: Respondent) -> None:
    screen = respondent.someone.screen
    assert screen.heading.context.text() == "Rund um Wege"
    assert screen.heading.question.text() == "Bitte lesen Sie das."
    respondent.tap("acknowledge")
    assert respondent.value == "OK"
    respondent.tap("on", "choice c", "choice a", "choice b")
    assert respondent.value == "c a b"
    respondent.tap("choice a")
    assert respondent.value == "c b"
    respondent.tap("choice a", "on", "point 7")
    assert (respondent.name, respondent.value) == ("rate", "7")
    respondent.tap("on", "more", "more")
    assert (respondent.name, respondent.value) == ("share", "5")
    respondent.tap("on")
    assert screen.heading.context.text() == ""
    respondent.tap("l", "o", "choice 2")
    assert (respondent.name, respondent.value) == ("town", "2")


def test_what_is_fixed_is_shown_as_it_is(respondent: Respondent) -> None:
    assert respondent.entry.go("/data/fixed")
    respondent.show()
    (shown,) = (
        each
        for each in respondent.someone.screen.findChildren(Text)
        if each.objectName() == "value" and each.isVisible()
    )
    assert shown.text() == "<b>Text"
    respondent.tap("on")
    assert respondent.name != "fixed"


def test_one_more_opens_the_first_question_of_a_new_entry(respondent: Respondent) -> None:
    ref = next(v.ref for v in respondent.entry.views() if v.kind is Kind.REPEAT)
    assert respondent.entry.go(ref)
    respondent.show()
    before = int(respondent.value or 0)
    respondent.tap("repeat yes")
    assert respondent.someone.stage.question.ref == f"/data/trip[{before + 1}]/to"
    respondent.tap("A", "u", "on")
    assert respondent.someone.stage.question.kind is Kind.REPEAT
    assert int(respondent.value) == before + 1
    respondent.tap("repeat remove")
    assert int(respondent.value) == before
    respondent.tap("repeat yes")
    assert respondent.value == "Au"
    respondent.tap("on", "repeat no")
    assert respondent.name == "end"


@pytest.mark.parametrize("random", [None, *range(6)])
def test_sampled_answers_are_accepted_all_the_way(form: Form, random: int | None) -> None:
    """What the tour and the invented respondent answer, the form takes."""
    entry = FormEntry(form, random=Random(1).random)
    dice = Random(random)
    for _ in range(60):
        question = entry.question()
        if question is None:
            return
        value = sample(question) if random is None else answer(question, dice)
        if not question.readonly and value != question.value:
            assert entry.answer(value) is None, (question.name, value)
        entry.forward()
    raise AssertionError("the walk has no end")


def test_every_question_of_the_form_shows(respondent: Respondent) -> None:
    screen = QuestionScreen(
        respondent.someone.screen.theme, respondent.someone.screen.guard, Pictograms(media)
    )
    for view in respondent.entry.views():
        screen.show_stage(Asking(view, respondent.entry.progress()))
        assert screen.spoken()[0][1]
    screen.deleteLater()
