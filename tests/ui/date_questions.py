"""Questions for numbers, digits, dates and times, for looking at and auditing."""

from dataclasses import replace
from decimal import Decimal

from kiosk.forms.view import Kind, Layout, Precision, QuestionView

BORN = QuestionView("/data/born", "born", Kind.DATE, "Wann sind Sie geboren?", value="1947-05-03")
MOVED = QuestionView(
    "/data/moved",
    "moved",
    Kind.DATE,
    "Seit wann wohnen Sie in Rothenburg? Wenn Sie weg waren: Seit wann sind Sie wieder da?",
    precision=Precision.MONTH,
)
BUILT = QuestionView(
    "/data/built",
    "built",
    Kind.DATE,
    "In welchem Jahr ist Ihr Haus gebaut worden?",
    hint="Ungefähr reicht.",
    precision=Precision.YEAR,
)
OPEN = QuestionView(
    "/data/open", "open", Kind.TIME, "Um wie viel Uhr soll das Rathaus am Donnerstag öffnen?"
)
MEET = QuestionView(
    "/data/meet",
    "meet",
    Kind.DATETIME,
    "Wann haben Sie Zeit für ein Gespräch?",
    value="2026-12-24T14:30:00",
)
WAY = QuestionView(
    "/data/way",
    "way",
    Kind.DECIMAL,
    "Wie viele Kilometer sind es von Ihnen bis zum Rathaus?",
    value="2.5",
    lowest=Decimal(0),
    highest=Decimal("99.5"),
)
COLD = QuestionView("/data/cold", "cold", Kind.DECIMAL, "Wie kalt war es heute früh bei Ihnen?")
PEOPLE = QuestionView(
    "/data/people",
    "people",
    Kind.INTEGER,
    "Wie viele Menschen leben in Ihrem Ort?",
    lowest=Decimal(0),
    highest=Decimal(100_000),
)
POST = QuestionView(
    "/data/post",
    "post",
    Kind.TEXT,
    "Welche Postleitzahl haben Sie?",
    layout=Layout.DIGITS,
    value="02929",
    length=5,
)

DATES = (BORN, replace(BORN, ref="/data/half", value=""), MOVED, BUILT, OPEN, MEET)
NUMBERS = (WAY, COLD, PEOPLE, POST)
ALL = (*DATES, *NUMBERS)
