"""Which values are an answer to a question, by its kind."""

import re
from datetime import date, datetime, time
from decimal import Decimal

from kiosk.forms.selection import tidy
from kiosk.forms.view import Kind, Problem, QuestionView, Rejection

# As many digits as any screen takes; Python refuses to read thousands.
_INTEGER = re.compile(r"-?[0-9]{1,18}\Z")
_DECIMAL = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?\Z")
# The shapes of XML Schema without an offset: a kiosk stands in one place.
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}\Z")
ACKNOWLEDGED = "OK"


def checked(
    view: QuestionView, value: str, authored: tuple[str, ...]
) -> tuple[str, Problem | None]:
    """The value as it is stored, or the reason why it is none. `value` is not "".

    `authored` are the values of the whole list in authored order, () where answers are choices.
    """
    match view.kind:
        case Kind.SELECT_ONE | Kind.SELECT_MULTIPLE | Kind.RANK:
            return tidy(view, value, authored or tuple(each.value for each in view.choices))
        case Kind.TEXT:
            too_long = view.length is not None and len(value) > view.length
            return value, Problem(Rejection.TOO_LONG) if too_long else None
        case Kind.INTEGER:
            return value, _number_problem(view, value, _INTEGER)
        case Kind.DECIMAL | Kind.RANGE:
            return value, _number_problem(view, value, _DECIMAL)
        case Kind.DATE | Kind.TIME | Kind.DATETIME:
            return value, None if _is_moment(view.kind, value) else Problem(Rejection.NOT_A_DATE)
        case Kind.ACKNOWLEDGE:
            return value, None if value == ACKNOWLEDGED else Problem(Rejection.NOT_A_CHOICE)
        case Kind.REPEAT:
            return value, _entries_problem(view, value)
        case Kind.NOTE:
            return value, Problem(Rejection.NOT_A_CHOICE)


def _number_problem(view: QuestionView, value: str, shape: re.Pattern[str]) -> Problem | None:
    if not shape.match(value):
        return Problem(Rejection.NOT_A_NUMBER)
    number = Decimal(value)
    low = view.lowest is not None and number < view.lowest
    high = view.highest is not None and number > view.highest
    if low or high:
        return Problem(Rejection.OUT_OF_RANGE)
    if view.step is not None and view.lowest is not None and (number - view.lowest) % view.step:
        return Problem(Rejection.OUT_OF_RANGE)
    return None


def _is_moment(kind: Kind, value: str) -> bool:
    try:
        if kind is Kind.DATE:
            return bool(_DATE.match(value) and date.fromisoformat(value))
        if kind is Kind.TIME:
            return bool(_TIME.match(value) and time.fromisoformat(value) is not None)
        day, _t, clock = value.partition("T")
        shaped = _DATE.match(day) and _TIME.match(clock)
        return bool(shaped and datetime.fromisoformat(value))
    except ValueError:
        return False


def _entries_problem(view: QuestionView, value: str) -> Problem | None:
    if not value.isascii() or not value.isdecimal():
        return Problem(Rejection.NOT_A_NUMBER)
    too_many = view.most is not None and int(value[:9]) > view.most
    return Problem(Rejection.TOO_MANY) if too_many else None
