"""Numbers and digits typed by touch on the question screen."""

from dataclasses import replace
from decimal import Decimal

import date_questions
import pytest
from date_touch import Finger, finger
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from kiosk.forms.view import Kind
from kiosk.journey.intents import Answer, Backward, Forward
from kiosk.ui.inputs.typed_number import MOST_AFTER, MOST_WHOLE, number_of, with_key

FREE = replace(date_questions.COLD, value="")
KEYS = {".": "comma", "-": "minus"}
SLOW = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
numbers = st.decimals(
    min_value=-999_999, max_value=999_999, places=3, allow_nan=False, allow_infinity=False
)


@pytest.fixture
def hand(qtbot: QtBot) -> Finger:
    return finger(qtbot)


def press(hand: Finger, keys: str) -> None:
    hand.tap(*(KEYS.get(key, f"digit {key}") for key in keys))


@SLOW
@given(numbers)
@example(Decimal("2.5"))
@example(Decimal("-0.5"))
@example(Decimal("0"))
def test_every_number_can_be_touched_and_is_shown_as_it_is(hand: Finger, number: Decimal) -> None:
    keys = f"{number:f}"
    hand.ask(replace(FREE, ref="/data/another"))
    hand.ask(FREE)
    press(hand, keys)
    assert hand.number == keys.replace(".", ",").replace("-", "−")
    hand.tap("on")
    assert Decimal(hand.value) == number


@given(st.text("0123456789.-", max_size=24))
def test_whatever_is_pressed_is_a_number_or_nothing(keys: str) -> None:
    typed = ""
    for key in keys:
        after = with_key(typed, key)
        typed = typed if after is None else after
        value = number_of(typed)
        if value:
            assert f"{Decimal(value):f}" == value
            assert value != "-0"
        else:
            assert typed in ("", "-")
        whole, _, rest = typed.removeprefix("-").partition(".")
        assert len(whole) <= MOST_WHOLE
        assert len(rest) <= MOST_AFTER


def test_a_comma_waits_for_its_decimals(hand: Finger) -> None:
    hand.ask(FREE)
    press(hand, "2.")
    assert (hand.number, handed(hand)) == ("2,", "2")
    press(hand, "5.")
    assert (hand.number, handed(hand)) == ("2,5", "2.5")
    hand.tap("erase", "erase", "erase")
    assert (hand.number, handed(hand)) == ("noch keine Zahl", "")
    press(hand, ".5")
    assert (hand.number, handed(hand)) == ("0,5", "0.5")


def handed(hand: Finger) -> str:
    """The value once the person has gone on."""
    hand.tap("on")
    assert hand.someone.intents[-1] == Forward()
    return hand.value


def test_what_is_typed_is_the_answer_on_going_on_or_back(hand: Finger) -> None:
    hand.ask(FREE)
    press(hand, "25")
    assert hand.someone.intents == []
    hand.tap("back")
    assert hand.someone.intents == [Answer("25"), Backward()]
    press(hand, "0")
    hand.tap("on")
    assert hand.someone.intents[2:] == [Answer("250"), Forward()]


def test_the_minus_comes_and_goes_and_alone_is_no_number(hand: Finger) -> None:
    hand.ask(FREE)
    press(hand, "-")
    assert hand.number == "−"
    hand.tap("on")
    assert hand.status == "Bitte tippen Sie noch die Zahl ein."
    assert hand.someone.intents == []
    press(hand, "4")
    assert handed(hand) == "-4"
    press(hand, "-")
    assert handed(hand) == "4"


def test_a_number_that_needs_more_digits_is_told_once_with_the_bounds(hand: Finger) -> None:
    hand.ask(replace(FREE, lowest=Decimal(14), highest=Decimal(99)))
    press(hand, "7")
    hand.tap("on")
    assert hand.someone.intents == []
    assert hand.someone.screen.heading.status.text() == "Von 14 bis 99"
    press(hand, "5")
    assert handed(hand) == "75"


def test_what_the_form_refuses_stays_and_leaves_no_older_answer(hand: Finger) -> None:
    hand.ask(replace(FREE, value="2.5"))
    hand.refuse("2.57")
    press(hand, "7")
    hand.tap("on")
    assert hand.someone.intents == [Answer("2.57")]
    assert (hand.number, hand.value) == ("2,57", "2.5")
    assert hand.someone.screen.heading.problem.text() == "Das geht nicht."
    hand.tap("on")
    assert hand.someone.intents[1:] == [Answer(""), Forward()]
    assert hand.value == ""


@pytest.mark.parametrize("lowest", [10, 14])
def test_a_stepped_number_can_be_typed_where_it_begins_with_two_digits(
    hand: Finger, lowest: int
) -> None:
    hand.ask(replace(FREE, kind=Kind.INTEGER, lowest=Decimal(lowest), highest=Decimal(99)))
    press(hand, "7")
    assert hand.value == ""
    hand.tap("on")
    assert hand.status == f"Von {lowest} bis 99"
    assert hand.someone.intents == []
    press(hand, "5")
    assert hand.value == "75"
    hand.tap("erase", "less")
    assert hand.value == str(lowest)
    hand.tap("less")
    assert hand.value == str(lowest)
    hand.tap("more", "on")
    assert hand.someone.intents[-2:] == [Answer(str(lowest + 1)), Forward()]


@pytest.mark.parametrize(
    ("kind", "lowest", "signs"),
    [
        (Kind.DECIMAL, None, {"comma", "minus"}),
        (Kind.DECIMAL, -5, {"comma", "minus"}),
        (Kind.DECIMAL, 0, {"comma"}),
        (Kind.INTEGER, -5, {"minus"}),
        (Kind.INTEGER, 0, set()),  # wide enough to be typed: NumberInput has the others
    ],
)
def test_signs_are_there_where_the_answer_may_need_them(
    hand: Finger, kind: Kind, lowest: int | None, signs: set[str]
) -> None:
    bound = None if lowest is None else Decimal(lowest)
    hand.ask(replace(FREE, kind=kind, lowest=bound, highest=Decimal(1000)))
    assert {"comma", "minus"} & set(hand.names()) == signs


@pytest.mark.parametrize(
    ("lowest", "highest", "said"),
    [
        ("0", "99.50", "Von 0 bis 99,5"),
        ("-10", None, "Mindestens −10"),
        (None, "1E+3", "Höchstens 1000"),
        (None, None, ""),
    ],
)
def test_the_bounds_are_said(
    hand: Finger, lowest: str | None, highest: str | None, said: str
) -> None:
    bounds = [None if each is None else Decimal(each) for each in (lowest, highest)]
    hand.ask(replace(FREE, lowest=bounds[0], highest=bounds[1]))
    assert hand.status == said


def test_a_digit_beyond_the_bounds_is_refused_with_the_bounds(hand: Finger) -> None:
    hand.ask(replace(FREE, lowest=Decimal(-20), highest=Decimal(40)))
    press(hand, "41")
    assert (hand.number, hand.status) == ("4", "Von −20 bis 40")
    press(hand, "0-")
    assert (hand.number, hand.status) == ("40", "Von −20 bis 40")
    assert handed(hand) == "40"


def test_more_digits_than_are_kept_are_refused(hand: Finger) -> None:
    hand.ask(FREE)
    press(hand, "1234567891")
    assert hand.number == "123456789"
    assert hand.status == "Mehr als 9 Ziffern gehen hier nicht."


def test_a_number_there_already_is_shown(hand: Finger) -> None:
    hand.ask(replace(FREE, value="-2.50"))
    assert hand.number == "−2,50"
    hand.tap("erase")
    assert handed(hand) == "-2.5"


def test_another_language_has_another_decimal_sign(hand: Finger) -> None:
    hand.ask(replace(FREE, value="2.5"))
    hand.current.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    assert hand.number == "2.5"


def test_digits_keep_their_leading_zeros_and_stop_at_the_cap(hand: Finger) -> None:
    hand.ask(replace(date_questions.POST, value=""))
    assert hand.status == "Noch 5 Ziffern"
    press(hand, "02929")
    assert (hand.number, hand.status) == ("02929", "Noch 0 Ziffern")
    press(hand, "1")
    assert (hand.number, hand.status) == ("02929", "Mehr als 5 Ziffern gehen hier nicht.")
    hand.tap("erase")
    assert (hand.number, hand.status) == ("0292", "Noch 1 Ziffer")
    assert handed(hand) == "0292"


def test_the_next_person_finds_nothing_typed(hand: Finger) -> None:
    for question in (replace(date_questions.POST, value=""), FREE):
        hand.ask(question)
        press(hand, "4")
        hand.current.reset()
        assert "4" not in hand.number
        hand.ask(question)
        assert "4" not in hand.number


def test_digits_are_never_read_out(hand: Finger) -> None:
    hand.ask(date_questions.POST)
    assert "02929" not in " ".join(text for _, text in hand.someone.screen.spoken())
