"""Dates and times entered by touch on the question screen."""

from dataclasses import replace
from datetime import date

import date_questions
import pytest
from date_touch import Finger, finger
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot
from terminal_glass import buttons

from kiosk.forms.view import Kind, QuestionView
from kiosk.journey.intents import Answer, Backward, Forward
from kiosk.ui.widgets.cell import Cell

MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
EMPTY = replace(date_questions.BORN, value="")
SLOW = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def hand(qtbot: QtBot) -> Finger:
    return finger(qtbot)


def anew(hand: Finger, question: QuestionView) -> None:
    """Ask `question` of the next person."""
    hand.ask(replace(question, ref="/data/another"))
    hand.ask(question)


@SLOW
@given(st.dates(min_value=date(1000, 1, 1)))
@example(date(2000, 2, 29))
@example(date(2024, 2, 29))
@example(date(1947, 5, 3))
@example(date(1999, 12, 31))
def test_every_date_can_be_touched_and_is_said_as_it_is(hand: Finger, day: date) -> None:
    anew(hand, EMPTY)
    hand.tap(f"day {day.day}", "on", f"month {day.month}", "on")
    assert hand.value == ""
    hand.type(f"{day.year}")
    assert hand.value == day.isoformat()
    said = f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
    assert hand.moment.sentence() == said
    assert hand.status == f"Ihre Antwort: {said}"
    boxes = [b.text() for b in buttons(hand.someone.screen) if b.objectName().startswith("part ")]
    assert " ".join(boxes) == said


@pytest.mark.parametrize(
    ("day", "month", "year", "said"),
    [
        (31, 2, "", "Den 31. Februar gibt es nicht. Bitte ändern Sie das Datum."),
        (31, 4, "", "Den 31. April gibt es nicht. Bitte ändern Sie das Datum."),
        (29, 2, "1947", "Den 29. Februar gibt es 1947 nicht. Bitte ändern Sie das Datum."),
    ],
)
def test_a_date_no_calendar_has_is_said_at_once_and_stays(
    hand: Finger, day: int, month: int, year: str, said: str
) -> None:
    hand.ask(EMPTY)
    hand.tap(f"day {day}", "on", f"month {month}")
    if year:
        hand.tap("on")
        hand.type(year[:-1])
        assert "gibt es" not in hand.status
        hand.type(year[-1])
    assert hand.status == said
    assert hand.value == ""
    assert hand.moment.sentence().startswith(f"{day}. {MONTHS[month - 1]}")
    assert set(hand.someone.intents) == {Answer("")}


def test_an_impossible_date_becomes_a_date_by_changing_one_part(hand: Finger) -> None:
    hand.ask(EMPTY)
    hand.tap("day 31", "on", "month 2", "on")
    assert "year" not in hand.names()
    hand.tap("part year")
    hand.type("1947")
    assert hand.value == ""
    hand.tap("on")  # to the day, to be changed
    hand.tap("day 28")
    assert hand.value == "1947-02-28"


def test_weiter_tells_once_what_is_missing_and_then_goes_on(hand: Finger) -> None:
    hand.ask(EMPTY)
    hand.tap("day 3", "on", "month 5", "on", "digit 1", "digit 9")
    assert hand.status == "Tippen Sie das Jahr ein, mit 4 Ziffern."
    hand.tap("on")
    assert hand.status == "Bitte wählen Sie noch das Jahr."
    assert hand.someone.intents == []
    hand.tap("on")
    assert hand.someone.intents == [Forward()]


def test_a_part_after_the_notice_brings_the_notice_back(hand: Finger) -> None:
    hand.ask(EMPTY)
    hand.tap("part month", "month 5", "on")  # to the year
    hand.tap("on")
    assert hand.status == "Bitte wählen Sie noch das Jahr."
    hand.type("1947")
    hand.tap("on")  # round to the day
    assert hand.status == "Tippen Sie auf den Tag."
    hand.tap("on")
    assert hand.status == "Bitte wählen Sie noch den Tag."
    assert hand.someone.intents == []


def test_nothing_entered_is_left_at_once(hand: Finger) -> None:
    hand.ask(EMPTY)
    hand.tap("on")
    assert hand.someone.intents == [Forward()]


def test_a_whole_date_is_left_from_any_part(hand: Finger) -> None:
    hand.ask(date_questions.BORN)
    hand.tap("part month", "on")
    assert hand.someone.intents == [Forward()]


def test_zurueck_walks_the_parts_and_every_entry_stays(hand: Finger) -> None:
    hand.ask(EMPTY)
    hand.tap("day 3", "on", "month 5", "on")
    hand.type("19")
    hand.tap("back", "back")
    assert hand.moment.sentence() == "3. Mai 19"
    assert chosen(hand) == ["day 3"]
    hand.tap("back")
    assert hand.someone.intents == [Backward()]
    hand.tap("on")  # the day is there, and so is the month: the year is what is missing
    assert "digit 1" in hand.names()


def test_taking_a_digit_away_takes_the_answer_away(hand: Finger) -> None:
    hand.ask(date_questions.BORN)
    hand.tap("part year", "erase")
    assert hand.someone.intents == [Answer("")]
    assert hand.moment.sentence() == "3. Mai 194"
    hand.tap("digit 8")
    assert hand.value == "1948-05-03"


def test_a_date_there_already_is_shown_and_chosen(hand: Finger) -> None:
    hand.ask(date_questions.BORN)
    assert hand.moment.sentence() == "3. Mai 1947"
    assert chosen(hand) == ["day 3"]
    hand.tap("part month")
    assert chosen(hand) == ["month 5"]
    hand.tap("month 6")
    assert hand.value == "1947-06-03"


def test_the_year_takes_four_digits_and_no_leading_zero(hand: Finger) -> None:
    hand.ask(date_questions.BUILT)
    hand.tap("digit 0")
    assert hand.status == "Bitte tippen Sie das Jahr mit 4 Ziffern ein."
    hand.type("1899")
    assert hand.value == "1899-01-01"
    hand.tap("digit 5")
    assert hand.status == "Das Jahr hat schon 4 Ziffern."
    assert hand.value == "1899-01-01"


def test_a_month_is_its_first_day(hand: Finger) -> None:
    hand.ask(date_questions.MOVED)
    hand.tap("month 9", "on")
    hand.type("2004")
    assert hand.value == "2004-09-01"
    assert hand.status == "Ihre Antwort: September 2004"


def test_the_next_person_finds_nothing_half_entered(hand: Finger) -> None:
    hand.ask(EMPTY)
    hand.tap("day 3")
    hand.moment.reset()
    hand.ask(EMPTY)
    assert hand.moment.sentence() == ""
    assert chosen(hand) == []


def test_a_date_the_form_refuses_stays_and_leaves_no_older_answer(hand: Finger) -> None:
    hand.ask(date_questions.BORN)
    hand.refuse("1947-05-04")
    hand.tap("day 4")
    assert hand.moment.sentence() == "4. Mai 1947"
    assert hand.value == "1947-05-03"
    assert hand.someone.screen.heading.problem.text() == "Das geht nicht."
    hand.tap("on")
    assert Forward() not in hand.someone.intents
    hand.tap("on")
    assert hand.someone.intents[-2:] == [Answer(""), Forward()]
    assert hand.value == ""


def test_other_languages_have_other_months(hand: Finger) -> None:
    hand.ask(EMPTY)
    hand.moment.setLocale(QLocale(QLocale.Language.Polish, QLocale.Country.Poland))
    hand.tap("day 3", "on")
    months = [b.text() for b in buttons(hand.someone.screen) if b.objectName() == "month 5"]
    assert months == ["Maj"]
    hand.tap("month 5")
    assert hand.moment.sentence() == "3. maja"


def test_it_says_the_parts_and_what_can_be_chosen(hand: Finger) -> None:
    hand.ask(date_questions.BORN)
    assert hand.moment.segments() == [
        ("part day", "Tag: 3."),
        ("part month", "Monat: Mai."),
        ("part year", "Jahr: 1947."),
        ("choices", "Zur Wahl stehen 1 bis 31."),
    ]
    hand.tap("part month")
    words = [text for _, text in hand.moment.segments()]
    assert words[3:] == [f"{month}." for month in MONTHS]
    before = hand.someone.screen.grab().toImage()
    hand.someone.screen.mark("month 4")
    assert hand.someone.screen.grab().toImage() != before


def test_focus_walks_the_parts_and_then_the_choices(hand: Finger) -> None:
    hand.ask(EMPTY)
    names = [each.objectName() for each in hand.current.focus()]
    assert names[:4] == ["part day", "part month", "part year", "day 1"]
    assert names[-1] == "day 31"


def test_a_date_with_a_time_is_asked_date_first(hand: Finger) -> None:
    hand.ask(replace(date_questions.MEET, value=""))
    hand.tap("day 24", "on", "month 12", "on")
    hand.type("2026")
    assert hand.value == ""
    hand.tap("on")
    assert hand.status == "24. Dezember 2026. Tippen Sie auf die Stunde."
    hand.tap("hour 9", "on", "minute 15")
    assert hand.value == "2026-12-24T09:15:00"
    assert hand.status == "Ihre Antwort: 24. Dezember 2026, 9:15 Uhr"
    hand.tap("back", "back")
    assert "digit 1" in hand.names()  # the year
    hand.tap("on")
    assert hand.someone.intents[-1] == Forward()


def chosen(hand: Finger) -> list[str]:
    return [
        each.objectName()
        for each in buttons(hand.someone.screen)
        if isinstance(each, Cell) and each.isChecked()
    ]


def test_every_kind_of_date_has_its_input(hand: Finger) -> None:
    for question in date_questions.DATES:
        hand.ask(question)
        assert question.kind in (Kind.DATE, Kind.TIME, Kind.DATETIME)
        assert hand.moment.view == question
