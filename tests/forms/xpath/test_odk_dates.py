"""Dates, times and dateTimes by ODK's rules: read, compared, calculated with, written."""

import math
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.expressions import Around, evaluated, said, tree

from kiosk.forms.xpath.functions_dates import tag_of
from kiosk.forms.xpath.moments import days, looks_like_moment, moment, same_moment
from kiosk.forms.xpath.values import to_number

DATA = tree(
    (
        "data",
        [
            ("dob", "1950-03-15"),
            ("met", "2026-11-22T10:00:00.000+01:00"),
            ("utc", "2026-11-22T09:00:00Z"),
            ("clock", "18:00:00.000+01:00"),
            ("later", "20786"),
            ("empty", ""),
        ],
    )
)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        # number(): "converts date- and dateTime-formatted strings to a number of days since 1970"
        ("number('1970-01-01')", "0"),
        ("number('1970-01-02')", "1"),
        ("number('1969-12-31')", "-1"),
        ("number('2008-09-05')", "14127"),
        ("number('1941-12-07')", "-10252"),
        ("number('1970-01-01T00:00:00Z')", "0"),
        ("number('1970-01-01T12:00:00.000+01:00')", "0.4583333333333333"),
        ("number('1970-01-01T06:00')", "0.25"),
        ("number('12:00:00.000+01:00')", "0.5"),
        ("number('2026-02-30')", "NaN"),
        ("number('2026-13-01')", "NaN"),
        ("number('26-01-01')", "NaN"),
        ("number('2026-01-01T25:00:00Z')", "NaN"),
        ("number('2026-01-01T10:00:00+99:00')", "NaN"),
        ("number('2026-01-01Tx')", "NaN"),
        ("number('24:00')", "NaN"),
        ("number('0981-12345')", "NaN"),
        # today and now
        ("today()", "2026-11-22"),
        ("now()", "2026-11-22T12:30:15.250+01:00"),
        ("today() - date('2026-11-15')", "7"),
        ("date('2008-09-08') - date('1983-10-06')", "9104"),
        ("today() + 7", "20786"),
        ("date(today() + 7)", "2026-11-29"),
        ("date(/data/later)", "2026-11-29"),
        ("format-date(today() + 7, '%e. %b')", "29. Nov"),
        ("int((today() - /data/dob) div 365.25)", "76"),
        ("/data/dob < today()", "true"),
        ("/data/dob <= '1950-03-15'", "true"),
        ("/data/dob > '1950-03-15'", "false"),
        ("/data/dob >= today()", "false"),
        ("/data/empty < today()", "false"),
        ("/data/empty > today()", "false"),
        ("now() > today()", "true"),
        ("/data/met < now()", "true"),
        ("/data/clock > '08:00'", "true"),
        # = and !=
        ("/data/met = /data/utc", "true"),
        ("/data/met != /data/utc", "false"),
        ("/data/dob = '1950-03-15T00:00:00Z'", "true"),
        ("/data/dob = '1950-03-15T00:00:00+01:00'", "false"),
        ("/data/dob = '1950-3-15'", "true"),
        ("/data/dob != '1950-03-16'", "true"),
        ("/data/dob = -7232", "true"),
        ("'1970-01-01' = '00:00'", "false"),
        ("'2026-99-99' = '2026-99-98'", "false"),
        ("'2026-99-99' = '2026-99-99'", "true"),
        ("/data/empty = ''", "true"),
        # date() and date-time()
        ("date('2000-01-01')", "2000-01-01"),
        ("date('2000-1-1')", "2000-01-01"),
        ("date(/data/met)", "2026-11-22"),
        ("date('2026-11-22T00:30:00.000+05:00')", "2026-11-22"),
        ("date(0)", "1970-01-01"),
        ("date(6.5)", "1970-01-07"),
        ("date(-1)", "1969-12-31"),
        ("date(-0.5)", "1970-01-01"),
        ("date(14127)", "2008-09-05"),
        ("date(date('1989-11-09'))", "1989-11-09"),
        ("date('')", ""),
        ("date(/data/empty)", ""),
        ("date(true())", ""),
        ("date(1 div 0)", ""),
        ("date(number('x'))", ""),
        ("date(3000000)", ""),
        ("date(-800000)", ""),
        ("date(/data/clock)", ""),
        ("date-time('2026-11-22')", "2026-11-22T00:00:00.000+01:00"),
        ("date-time('2026-11-22T10:00:00')", "2026-11-22T10:00:00.000+01:00"),
        ("date-time('2026-11-22T10:00:00Z')", "2026-11-22T10:00:00.000+00:00"),
        ("date-time(0.5)", "1970-01-01T13:00:00.000+01:00"),
        ("date-time(/data/clock)", ""),
        ("date-time(/data/empty)", ""),
        ("date-time(2932896.99)", ""),
        # decimal-date-time() and decimal-time()
        ("decimal-date-time('1970-01-01T00:00:00Z')", "0"),
        ("decimal-date-time('1970-01-02T00:00:00Z')", "1"),
        ("decimal-date-time('1969-12-31T00:00:00Z')", "-1"),
        ("decimal-date-time('2026-11-22')", "20779"),
        ("decimal-date-time(/data/met)", "20779.375"),
        ("decimal-date-time(3.5)", "3.5"),
        ("decimal-date-time(/data/later)", "20786"),
        ("decimal-date-time(/data/clock)", "NaN"),
        ("decimal-date-time(/data/empty)", "NaN"),
        ("date(decimal-date-time('2020-02-29'))", "2020-02-29"),
        ("decimal-time('12:00')", "0.5"),
        ("decimal-time(/data/clock)", "0.75"),
        ("decimal-time('06:00:00.000-07:00')", "0.5833333333333334"),
        ("decimal-time('23:00:00.000Z')", "0"),
        ("decimal-time(/data/utc)", "0.4166666666666667"),
        ("decimal-time(2.25)", "0.25"),
        ("decimal-time(1 div 0)", "NaN"),
        ("decimal-time('2026-11-22')", "NaN"),
        ("decimal-time('noon')", "NaN"),
        # format-date() and format-date-time()
        (
            "format-date('2018-01-02T10:20:30.123', '%Y-%m-%e %H:%M:%S')",
            "2018-01-2 10:20:30",
        ),
        ("format-date('2009-03-01', '%y/%n/%d %a %b %%')", "09/3/01 So Mär %"),
        ("format-date-time('2026-05-04T05:06:07.089+02:00', '%h.%M %S.%3')", "5.06 07.089"),
        ("format-date-time('2026-05-04T05:06:07.089+02:00', '%H')", "05"),
        ("format-date-time(/data/clock, '%H:%M')", "18:00"),
        ("format-date-time(0.5, '%Y %H:%M')", "1970 13:00"),
        ("format-date('2026-01-01', '%W')", "1"),
        ("format-date('', '%Y')", ""),
        ("format-date(/data/empty, '%Y')", ""),
        ("format-date('2026-01-01', concat('%', 'q %'))", "%q %"),
        ("format-date(true(), '%Y')", ""),
    ],
)
def test_dates(source: str, wanted: str) -> None:
    assert said(source, Around(DATA)) == wanted


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("Deutsch (de)", "Mi 23. Dez"),
        ("de-AT", "Mi 23. Dez"),
        ("English (en)", "Wed 23. Dec"),
        ("en_GB", "Wed 23. Dec"),
        ("Français (fr)", "mer. 23. déc."),
        ("Türkçe (tr)", "Çar 23. Ara"),
        ("Українська (uk)", "ср 23. гру"),
        ("Klingon (tlh)", "Mi 23. Dez"),
        ("", "Mi 23. Dez"),
        ("default", "Mi 23. Dez"),
    ],
)
def test_names_are_in_the_interviews_language(language: str, wanted: str) -> None:
    around = Around(DATA, language=language)
    assert said("format-date('2026-12-23', '%a %e. %b')", around) == wanted


def test_every_language_names_twelve_months_and_seven_days() -> None:
    for tag in ("de", "en", "es", "fr", "it", "nl", "pl", "ru", "tr", "uk"):
        assert tag_of(tag) == tag
        around = Around(DATA, language=tag)
        months = {
            said(f"format-date(date('2026-{month}-01'), '%b')", around) for month in range(1, 13)
        }
        weekdays = {said(f"format-date({day}, '%a')", around) for day in range(7)}
        assert (len(months), len(weekdays)) == (12, 7)


def test_today_is_the_day_on_the_devices_clock() -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC).astimezone(timezone(timedelta(hours=1)))
    assert said("today()", Around(DATA, now=late)) == "2026-11-23"
    west = datetime(2026, 11, 22, 2, tzinfo=UTC).astimezone(timezone(timedelta(hours=-5)))
    assert said("today()", Around(DATA, now=west)) == "2026-11-21"
    assert said("now()", Around(DATA, now=west)) == "2026-11-21T21:00:00.000-05:00"


@settings(max_examples=200, deadline=None)
@given(st.dates(), st.dates())
def test_dates_order_and_count_like_the_calendar(first: object, second: object) -> None:
    left, right = str(first), str(second)
    assert evaluated(f"'{left}' < '{right}'") == (left < right)
    assert evaluated(f"'{left}' = '{right}'") == (left == right)
    assert said(f"date(number('{left}'))") == left
    assert said(f"date('{left}' + ('{right}' - '{left}'))") == right


@settings(max_examples=200, deadline=None)
@given(
    st.integers(-2_208_988_800_000, 4_102_444_800_000),
    st.integers(-14 * 60, 14 * 60),
    st.integers(-14 * 60, 14 * 60),
)
def test_an_instant_is_the_same_on_every_clock(milliseconds: int, here: int, there: int) -> None:
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    first, second = (
        at.astimezone(timezone(timedelta(minutes=offset))).isoformat(timespec="milliseconds")
        for offset in (here, there)
    )
    assert same_moment(first, second)
    assert evaluated(f"'{first}' = '{second}' and not('{first}' < '{second}')") is True
    assert math.isclose(days(first), at.timestamp() / 86400, rel_tol=1e-12, abs_tol=1e-9)


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("0123456789-:TZ+. x"), max_size=20))
def test_only_what_looks_like_a_moment_is_one(text: str) -> None:
    if moment(text) is not None:
        assert looks_like_moment(text)
        assert not math.isnan(to_number(text))
