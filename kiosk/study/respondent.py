"""Answers at random within the rules of a question: for trying a form out, never for data."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from kiosk.forms.answers import ACKNOWLEDGED
from kiosk.forms.view import Kind, Layout, Precision, QuestionView

_LEFT_OPEN = 0.06
_ALONE = 0.15
_MORE = 0.4
_EARLIEST = date(1930, 1, 1)
_DAYS = 36_000  # to the year 2028
_WORDS = ("Mehr Bänke", "öfter Bus – bitte!", "WLAN für alle")


def random_answer(question: QuestionView, random: Random) -> str:
    """A value of the question's kind, mostly one it accepts; "" now and then, which leaves it open.

    A constraint may still refuse it.
    """
    if question.readonly or question.kind is Kind.NOTE:
        return question.value
    if question.kind is Kind.REPEAT:
        entries = int(question.value or 0)
        most = min(question.most or 3, 3)
        return str(entries + 1) if entries < most and random.random() < _MORE else str(entries)
    if not question.required and random.random() < _LEFT_OPEN:
        return ""
    match question.kind:
        case Kind.SELECT_ONE:
            return random.choice(question.choices).value if question.choices else ""
        case Kind.SELECT_MULTIPLE | Kind.RANK:
            return _several(question, random)
        case Kind.TEXT if question.layout is Layout.DIGITS:
            return "".join(random.choices("0123456789", k=question.length or 5))
        case Kind.TEXT:
            return random.choice(_WORDS)[: question.length]
        case Kind.INTEGER | Kind.DECIMAL | Kind.RANGE:
            return _number(question, random)
        case Kind.ACKNOWLEDGE:
            return ACKNOWLEDGED
        case Kind.DATE:
            return _day(question.precision, random)
        case Kind.TIME:
            return _time(random)
        case Kind.DATETIME:
            return f"{_day(Precision.DAY, random)}T{_time(random)}"


def _several(question: QuestionView, random: Random) -> str:
    alone = [each.value for each in question.choices if each.exclusive or each.apart]
    free = [each.value for each in question.choices if each.value not in alone]
    if not free or (alone and random.random() < _ALONE):
        return random.choice(alone) if alone else ""
    most = min(question.most or len(free), len(free))
    if question.kind is Kind.RANK:
        return " ".join(random.sample(free, most))
    chosen = random.sample(free, random.randint(1, most))
    return " ".join(each for each in free if each in chosen)


def _number(question: QuestionView, random: Random) -> str:
    lowest = Decimal(0) if question.lowest is None else question.lowest
    highest = lowest + 10 if question.highest is None else question.highest
    step = question.step or Decimal(1)
    return f"{lowest + random.randint(0, max(0, int((highest - lowest) // step))) * step:f}"


def _day(precision: Precision, random: Random) -> str:
    day = _EARLIEST + timedelta(days=random.randrange(_DAYS))
    if precision is not Precision.DAY:
        day = day.replace(day=1)
    return (day.replace(month=1) if precision is Precision.YEAR else day).isoformat()


def _time(random: Random) -> str:
    return f"{random.randrange(24):02}:{random.randrange(0, 60, 5):02}:00"
