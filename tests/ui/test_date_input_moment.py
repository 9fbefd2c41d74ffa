"""The laws of a date and a time while they are entered."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.inputs.moment import (
    DATE_PARTS,
    TIME_PARTS,
    Moment,
    Part,
    impossible,
    missing,
    read_moment,
    value_of,
)

BOTH = (*DATE_PARTS, *TIME_PARTS)
days = st.dates(min_value=date(1000, 1, 1))
times = st.times().map(lambda each: each.replace(second=0, microsecond=0))


@given(days, times)
def test_what_is_read_is_written_again(day: date, clock: time) -> None:
    for value, parts in (
        (day.isoformat(), DATE_PARTS),
        (clock.isoformat(), TIME_PARTS),
        (f"{day.isoformat()}T{clock.isoformat()}", BOTH),
        (day.replace(day=1).isoformat(), (Part.MONTH, Part.YEAR)),
        (day.replace(month=1, day=1).isoformat(), (Part.YEAR,)),
    ):
        moment = read_moment(value, parts)
        assert not missing(moment, parts)
        assert value_of(moment, parts) == value


@given(st.integers(1, 31), st.integers(1, 12), st.integers(1000, 9999))
def test_a_date_is_impossible_where_no_calendar_has_it(day: int, month: int, year: int) -> None:
    moment = Moment(str(day), str(month), str(year))
    try:
        expected = date(year, month, day).isoformat()
    except ValueError:
        expected = ""
    assert impossible(moment, DATE_PARTS) is (expected == "")
    assert value_of(moment, DATE_PARTS) == expected


@given(days, st.sampled_from(DATE_PARTS))
def test_a_part_taken_away_is_no_answer_and_the_rest_stays(day: date, part: Part) -> None:
    whole = read_moment(day.isoformat(), DATE_PARTS)
    less = whole.given(part, whole.text(part)[:-1])
    if less.has(part):  # day 12 without its last digit is day 1
        return
    assert value_of(less, DATE_PARTS) == ""
    assert missing(less, DATE_PARTS) == [part]
    assert less.given(part, whole.text(part)) == whole


@pytest.mark.parametrize(
    ("day", "month", "year", "wrong"),
    [
        ("31", "2", "", True),
        ("30", "2", "", True),
        ("29", "2", "", False),  # the year may be a leap year
        ("29", "2", "19", False),
        ("29", "2", "1947", True),
        ("29", "2", "1900", True),
        ("29", "2", "2000", False),
        ("31", "", "1947", False),
    ],
)
def test_a_date_is_impossible_as_soon_as_that_is_certain(
    day: str, month: str, year: str, wrong: bool
) -> None:
    assert impossible(Moment(day, month, year), DATE_PARTS) is wrong


@pytest.mark.parametrize("value", ["", "gestern", "2026-11", "14:30", "2026-11-22T", "T14:30:00"])
def test_what_is_no_date_and_time_is_read_as_nothing(value: str) -> None:
    assert read_moment(value, BOTH) == Moment()


def test_seconds_and_time_zones_are_left_out() -> None:
    moment = read_moment("2026-11-22T04:05:59.123+01:00", BOTH)
    assert moment == Moment("22", "11", "2026", "4", "05")
    assert read_moment("04:05:59", TIME_PARTS) == Moment(hour="4", minute="05")
