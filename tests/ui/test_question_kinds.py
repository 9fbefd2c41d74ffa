"""Ranks, ranges, what is to be read, what repeats, what cannot be changed: by touch."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
import questions
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from terminal_glass import Person, buttons, media, person

from kiosk.forms.view import ChoiceView, Kind, Precision, Problem, QuestionView, Rejection
from kiosk.journey.intents import Answer, Forward
from kiosk.ui.pictograms import Pictograms
from kiosk.ui.terminal.question_screen import QuestionScreen
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.text import Text

Asked = Callable[..., Person]


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    def ask(question: QuestionView, panel: str = "15.6 landscape", size: int = 2) -> Person:
        someone = person(panel, size)
        qtbot.addWidget(someone.screen)
        someone.ask(question)
        return someone

    return ask


def tap(someone: Person, *names: str) -> None:
    for name in names:
        found = [each for each in buttons(someone.screen) if each.objectName() == name]
        assert len(found) == 1, (name, [each.objectName() for each in buttons(someone.screen)])
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        someone.wait()


def names(someone: Person) -> set[str]:
    return {each.objectName() for each in buttons(someone.screen)}


def choice(someone: Person, value: str) -> Choice:
    rows = [each for each in someone.screen.findChildren(Choice) if each.isVisible()]
    (found,) = (each for each in rows if each.value == value)
    return found


def value(someone: Person) -> str:
    return someone.stage.question.value


def status(someone: Person) -> str:
    return someone.screen.heading.status.text()


# Ranks


def test_taps_give_places_in_their_order_and_a_second_tap_closes_the_gap(asked: Asked) -> None:
    someone = asked(replace(questions.WISHES, value="", most=None), panel="15.6 portrait")
    assert status(someone) == "Bitte tippen Sie auf das Wichtigste zuerst."
    tap(someone, "choice 4", "choice 1", "choice 6")
    assert value(someone) == "4 1 6"
    assert status(someone) == "Was kommt dann? Vergeben: 3 von 6"
    tap(someone, "choice 1")
    assert value(someone) == "4 6"
    tap(someone, "choice 1")
    assert value(someone) == "4 6 1"


def test_a_place_is_seen_and_heard(asked: Asked) -> None:
    someone = asked(questions.WISHES, panel="15.6 portrait")
    first, second, none = (choice(someone, each) for each in ("3", "1", "2"))
    assert first.isChecked()
    assert not none.isChecked()
    face = QAccessible.queryAccessibleInterface(first)
    assert face.text(QAccessible.Text.Description) == "Platz 1"
    theme = someone.screen.theme
    mark = theme.px(12.0)
    left = theme.px(theme.padding_mm)
    badges = [
        each.grab().toImage().copy(left, (each.height() - mark) // 2, mark, mark)
        for each in (first, second)
    ]
    assert badges[0] != badges[1]
    words = dict(someone.screen.spoken())
    assert words["3"] == "Antwort 3: schnelleres Internet. Platz 1."
    assert words["2"] == "Antwort 2: Bänke und Schatten auf dem Markt."


def test_more_places_than_asked_are_refused_with_a_sentence(asked: Asked) -> None:
    someone = asked(questions.WISHES, panel="15.6 portrait")
    tap(someone, "choice 2")
    assert status(someone) == "Alle Plätze sind vergeben."
    before = [button.geometry() for button in buttons(someone.screen)]
    tap(someone, "choice 5")
    assert value(someone) == "3 1 2"
    assert status(someone) == "Alle Plätze sind vergeben. Sie können einen wegnehmen."
    assert [button.geometry() for button in buttons(someone.screen)] == before


def test_what_is_set_aside_stands_alone_in_a_ranking_too(asked: Asked) -> None:
    someone = asked(questions.WISHES, panel="15.6 portrait")
    tap(someone, "choice -98")
    assert value(someone) == "-98"
    assert choice(someone, "-98").isChecked()
    tap(someone, "choice 5")
    assert value(someone) == "5"


def test_an_unfinished_ranking_shows_every_page_before_it_leaves(asked: Asked) -> None:
    someone = asked(questions.WISHES)
    assert "choice 6" not in names(someone)
    tap(someone, "on")
    assert "choice 6" in names(someone)
    assert someone.intents == []
    tap(someone, "choice 6", "on")
    assert someone.intents == [Answer("3 1 6"), Forward()]


# Ranges


def test_each_number_of_a_short_range_has_a_button(asked: Asked) -> None:
    someone = asked(replace(questions.FEW, value=""))
    points = sorted(each for each in names(someone) if each.startswith("point"))
    assert points == sorted(f"point {number}" for number in range(11))
    tap(someone, "point 10", "point 0")
    assert someone.intents == [Answer("10"), Answer("0")]
    assert choice(someone, "0").isChecked()
    assert not choice(someone, "10").isChecked()
    tap(someone, "point 0")
    assert value(someone) == "0"


def test_decimals_are_written_as_people_do_and_kept_as_the_form_does(asked: Asked) -> None:
    half = replace(questions.FEW, lowest=Decimal("-0.5"), highest=Decimal(1), step=Decimal("0.5"))
    someone = asked(replace(half, value="0.50"))
    assert [choice(someone, each).text() for each in ("-0.5", "0", "0.5", "1")] == [
        "−0,5",
        "0",
        "0,5",
        "1",
    ]
    assert choice(someone, "0.5").isChecked()
    tap(someone, "point -0.5")
    assert value(someone) == "-0.5"


def test_a_long_range_is_stepped_through_and_its_ends_are_told(asked: Asked) -> None:
    someone = asked(replace(questions.MANY, value=""))
    assert "leap on" not in names(someone)
    tap(someone, "less")
    assert value(someone) == "100"
    tap(someone, "more")
    assert value(someone) == "100"
    assert status(someone) == "Die Zahl liegt zwischen 0 und 100."
    tap(someone, "less")
    assert value(someone) == "95"
    assert status(someone) == ""
    someone = asked(replace(questions.MANY, value=""))
    tap(someone, "more", "more")
    assert value(someone) == "5"


def test_a_very_long_range_has_leaps_that_stop_at_the_end(asked: Asked) -> None:
    someone = asked(questions.LEAPS)
    tap(someone, "leap back", "leap back")
    assert value(someone) == "-10"
    tap(someone, "leap on", "more")
    assert value(someone) == "-4.5"
    shown = {each.objectName(): each.text() for each in buttons(someone.screen)}
    assert (shown["leap back"], shown["less"]) == ("− 5", "− 0,5")
    assert ("number", "Ihre Zahl: −4,5.") in someone.screen.spoken()


def test_a_highest_number_no_step_reaches_is_never_given(asked: Asked) -> None:
    odd = replace(questions.MANY, lowest=Decimal(0), highest=Decimal(100), step=Decimal(7))
    someone = asked(replace(odd, value=""))
    tap(someone, "less")
    assert value(someone) == "98"
    tap(someone, "more")
    assert value(someone) == "98"


def test_a_range_without_bounds_runs_from_one_to_ten(asked: Asked) -> None:
    bare = QuestionView("/data/bare", "bare", Kind.RANGE, "Wie gut?")
    points = {each for each in names(asked(bare)) if each.startswith("point")}
    assert points == {f"point {number}" for number in range(1, 11)}


# To be read


def test_what_is_read_is_ticked_and_unticked(asked: Asked) -> None:
    someone = asked(questions.READ)
    tap(someone, "acknowledge")
    assert value(someone) == "OK"
    assert ("OK", "Ich habe das gelesen. Ausgewählt.") in someone.screen.spoken()
    tap(someone, "acknowledge")
    assert value(someone) == ""


# Repeats


def test_one_more_counts_up_and_goes_on(asked: Asked) -> None:
    someone = asked(questions.MORE)
    assert "on" not in names(someone)
    tap(someone, "repeat yes")
    assert someone.intents == [Answer("3"), Forward()]


def test_no_more_goes_on(asked: Asked) -> None:
    someone = asked(questions.MORE)
    tap(someone, "repeat no")
    assert someone.intents == [Forward()]


def test_the_last_entry_goes_with_one_tap_and_can_come_back(asked: Asked) -> None:
    someone = asked(questions.MORE)
    tap(someone, "repeat remove")
    assert value(someone) == "1"
    words = dict(someone.screen.spoken())["repeat"]
    assert words == "Die letzte Angabe ist weg. Mit „Ja“ kommt sie zurück."
    tap(someone, "repeat remove")
    assert value(someone) == "0"
    assert "repeat remove" not in names(someone)
    tap(someone, "repeat yes")
    assert someone.intents[-2:] == [Answer("1"), Forward()]


def test_at_the_cap_there_is_no_yes(asked: Asked) -> None:
    someone = asked(replace(questions.MORE, value="5"))
    assert {"repeat no", "repeat remove"} <= names(someone)
    assert "repeat yes" not in names(someone)
    assert "Mehr geht hier nicht" in dict(someone.screen.spoken())["repeat"]


def test_an_entry_that_was_not_accepted_does_not_go_on(asked: Asked) -> None:
    someone = asked(questions.MORE)
    someone.screen.intent.disconnect()
    taken: list[object] = []
    someone.screen.intent.connect(taken.append)
    tap(someone, "repeat yes")
    assert taken == [Answer("3")]


# What cannot be changed


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (questions.FIXED, "• Smartphone\n• Computer oder Laptop"),
        (questions.FIXED_DAY, "22. November 2026"),
        (replace(questions.FIXED_DAY, precision=Precision.MONTH), "November 2026"),
        (
            replace(questions.WISHES, readonly=True),
            "1. schnelleres Internet\n2. mehr Busse am Abend",
        ),
        (replace(questions.LEAPS, readonly=True), "−2,5"),
        (replace(questions.X1, readonly=True, value="**Bank**"), "**Bank**"),
        (replace(questions.FIXED_DAY, kind=Kind.TIME, value="08:05:00"), "8:05 Uhr"),
        (
            replace(questions.FIXED_DAY, kind=Kind.DATETIME, value="2026-11-22T14:30:00"),
            "22. November 2026, 14:30 Uhr",
        ),
        (replace(questions.READ, readonly=True, value="OK"), "Gelesen"),
        (replace(questions.D1, readonly=True), "–"),
    ],
)
def test_a_fixed_value_is_words_and_nothing_to_tap(
    asked: Asked, question: QuestionView, words: str
) -> None:
    someone = asked(question)
    frame = {"discard", "help", "display", "back", "read", "on"}
    assert names(someone) == frame
    shown = [each for each in someone.screen.findChildren(Text) if each.objectName() == "value"]
    assert [each.text() for each in shown if each.isVisible()] == [words]
    tap(someone, "on")
    assert someone.intents == [Forward()]


# Why an answer was not taken


@pytest.mark.parametrize(
    ("question", "reason", "words"),
    [
        (questions.LEAPS, Rejection.OUT_OF_RANGE, "Bitte geben Sie eine Zahl von −10 bis 30 ein."),
        (
            replace(questions.LEAPS, highest=None, lowest=Decimal("0.5")),
            Rejection.OUT_OF_RANGE,
            "Bitte geben Sie mindestens 0,5 ein.",
        ),
        (questions.D1, Rejection.REQUIRED, "Hier brauchen wir eine Antwort. Dann geht es weiter."),
        (
            replace(questions.D1, required_message="Bitte sagen Sie uns das."),
            Rejection.REQUIRED,
            "Bitte sagen Sie uns das.",
        ),
        (
            questions.D1,
            Rejection.READONLY,
            "Diese Angabe steht schon fest. Sie lässt sich nicht ändern.",
        ),
        (
            questions.FIXED_DAY,
            Rejection.NOT_A_DATE,
            "Diesen Tag oder diese Uhrzeit gibt es nicht. Bitte prüfen Sie.",
        ),
    ],
)
def test_every_rejection_has_a_sentence(
    asked: Asked, question: QuestionView, reason: Rejection, words: str
) -> None:
    someone = asked(question)
    someone.ask(question, problem=Problem(reason))
    assert someone.screen.heading.problem.text() == words


def test_the_next_person_begins_on_the_first_page(asked: Asked) -> None:
    someone = asked(replace(questions.B1, value=""))
    tap(someone, "pager")
    assert "choice 1" not in names(someone)
    someone.screen.reset()
    someone.ask(replace(questions.B1, value=""))
    assert "choice 1" in names(someone)


def test_an_exclusive_answer_among_the_ranked_has_no_place(asked: Asked) -> None:
    none = ChoiceView("x", "nichts davon", exclusive=True)
    ranked = replace(questions.WISHES, choices=(*questions.WISHES.choices[:3], none), value="x")
    someone = asked(ranked, panel="15.6 portrait")
    assert choice(someone, "x").isChecked()
    assert ("x", "Antwort 4: nichts davon. Ausgewählt.") in someone.screen.spoken()


def test_numbers_and_dates_are_written_as_the_window_speaks(qtbot: QtBot) -> None:
    above = QWidget()
    qtbot.addWidget(above)
    above.setLocale(QLocale("en"))
    someone = person("15.6 landscape", 2)
    screen = QuestionScreen(someone.screen.theme, someone.screen.guard, Pictograms(media), above)
    qtbot.addWidget(someone.screen)
    screen.resize(1920, 1080)
    someone.screen, _ = screen, someone.screen.close()
    above.show()
    someone.ask(questions.FIXED_DAY)
    assert line(someone) == "22 November 2026"
    someone.ask(replace(questions.LEAPS, readonly=True))
    assert line(someone) == "−2.5"
    above.setLocale(QLocale("pl"))
    assert line(someone) == "−2,5"
    someone.ask(questions.FIXED_DAY)
    assert line(someone) == "22 listopada 2026"


def line(someone: Person) -> str:
    """The fixed value as it stands on the glass."""
    texts = someone.screen.findChildren(Text)
    return "".join(each.text() for each in texts if each.objectName() == "value")
