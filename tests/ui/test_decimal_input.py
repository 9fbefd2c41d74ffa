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
from kiosk.journey.intents import Answer, Forward
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
    assert Decimal(hand.value) == number
    assert hand.number == keys.replace(".", ",").replace("-", "−")


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
    assert (hand.number, hand.value) == ("2,", "2")
    press(hand, "5.")
    assert (hand.number, hand.value) == ("2,5", "2.5")
    hand.tap("erase", "erase", "erase")
    assert (hand.number, hand.value) == ("noch keine Zahl", "")
    press(hand, ".5")
    assert (hand.number, hand.value) == ("0,5", "0.5")


def test_the_minus_comes_and_goes_and_alone_is_no_number(hand: Finger) -> None:
    hand.ask(FREE)
    press(hand, "-")
    assert (hand.number, hand.value) == ("−", "")
    hand.tap("on")
    assert hand.status == "Bitte tippen Sie noch die Zahl ein."
    assert hand.someone.intents == []
    press(hand, "4")
    assert hand.value == "-4"
    press(hand, "-")
    assert hand.value == "4"
    hand.tap("on")
    assert hand.someone.intents[-1] == Forward()


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
    assert (hand.value, hand.status) == ("4", "Von −20 bis 40")
    press(hand, "0")
    assert hand.value == "40"
    press(hand, "-")
    assert (hand.value, hand.status) == ("40", "Von −20 bis 40")


def test_more_digits_than_are_kept_are_refused(hand: Finger) -> None:
    hand.ask(FREE)
    press(hand, "1234567891")
    assert hand.value == "123456789"
    assert hand.status == "Mehr als 9 Ziffern gehen hier nicht."


def test_a_number_there_already_is_shown(hand: Finger) -> None:
    hand.ask(replace(FREE, value="-2.50"))
    assert hand.number == "−2,50"
    hand.tap("erase")
    assert hand.someone.intents == [Answer("-2.5")]


def test_another_language_has_another_decimal_sign(hand: Finger) -> None:
    hand.ask(replace(FREE, value="2.5"))
    hand.current.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    assert hand.number == "2.5"


def test_digits_keep_their_leading_zeros_and_stop_at_the_cap(hand: Finger) -> None:
    hand.ask(replace(date_questions.POST, value=""))
    assert hand.status == "Noch 5 Ziffern"
    press(hand, "02929")
    assert (hand.value, hand.status) == ("02929", "Noch 0 Ziffern")
    press(hand, "1")
    assert (hand.value, hand.status) == ("02929", "Mehr als 5 Ziffern gehen hier nicht.")
    hand.tap("erase")
    assert (hand.value, hand.status) == ("0292", "Noch 1 Ziffer")
    assert hand.number == "0292"


def test_digits_are_never_read_out(hand: Finger) -> None:
    hand.ask(date_questions.POST)
    assert "02929" not in " ".join(text for _, text in hand.someone.screen.spoken())
