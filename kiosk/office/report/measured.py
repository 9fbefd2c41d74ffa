"""Numbers, dates and times in the Grundauszählung: their middle, never their ends.

The lowest and the highest value are single persons', so they are not shown. Shown are mean and
median of ten and more, and the bounds of the middle half of twenty and more: then at least five
persons lie beyond either bound (analysis plan C.9, minimum cell).
"""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from kiosk.forms.view import Precision
from kiosk.office.disclosure import DOT, LEAST, LEAST_BASE_FOR_PERCENT
from kiosk.office.report.printed import UNDER, Cell, Grid, GridRow, Words, entry_label
from kiosk.office.tallies import Question, Tally
from kiosk.papers.german import day, decimal, whole
from kiosk.study.codebook import Variable, VariableKind

_LEAST_BASE_FOR_HALF = 4 * LEAST


def measured_block(question: Question, asked_in: str, rows: int) -> Words | Grid:
    """The block of a measured question; `asked_in` says which forms ask it."""
    variable = question.variable
    if question.tallies[0].item is None:
        text = _sentence(variable, question.tallies[0], rows)
        return Words(variable.name, variable.wording, f"{asked_in}{text}")
    number = variable.kind is VariableKind.NUMBER
    heads = (*(("Mittelwert",) if number else ()), "Median", "mittlere Hälfte von", "bis")
    return Grid(
        variable.name,
        variable.wording,
        f"{asked_in}je Person nur zu einem Teil der Zeilen",
        heads,
        tuple(_row(variable, tally, len(heads)) for tally in question.tallies),
        f"Die Grenzen der mittleren Hälfte stehen ab {_LEAST_BASE_FOR_HALF} Antworten da.",
    )


def _sentence(variable: Variable, tally: Tally, rows: int) -> str:
    if tally.valid < LEAST_BASE_FOR_PERCENT:
        count = UNDER if tally.valid < LEAST else tally.valid
        what = "Mittelwert" if variable.kind is VariableKind.NUMBER else "Median"
        return f"{what} nicht gezeigt: {count} Antworten"
    written = _writing(variable)
    parts = []
    if variable.kind is VariableKind.NUMBER:
        parts.append(f"Mittelwert {decimal(_mean(tally.values))}")
    parts.append(f"Median {written(_median(tally.values))}")
    if tally.valid >= _LEAST_BASE_FOR_HALF:
        lower, upper = _half(tally.values)
        parts.append(f"mittlere Hälfte von {written(lower)} bis {written(upper)}")
    return " · ".join([*parts, f"n = {whole(tally.valid)} von {whole(rows)}"])


def _row(variable: Variable, tally: Tally, heads: int) -> GridRow:
    label = entry_label(variable, tally)
    if tally.valid == 0:
        return GridRow(label, "0", instead="keine Antwort")
    if tally.valid < LEAST:
        return GridRow(label, DOT, instead="zu wenige Antworten")
    base = whole(tally.valid)
    if tally.valid < LEAST_BASE_FOR_PERCENT:
        return GridRow(label, base, instead=f"unter {LEAST_BASE_FOR_PERCENT} Antworten")
    written = _writing(variable)
    shown = [written(_median(tally.values))]
    if variable.kind is VariableKind.NUMBER:
        shown.insert(0, decimal(_mean(tally.values)))
    if tally.valid >= _LEAST_BASE_FOR_HALF:
        shown += [written(each) for each in _half(tally.values)]
    shown += [""] * (heads - len(shown))
    return GridRow(label, base, tuple(Cell(text, None) for text in shown))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _median(values: Sequence[float]) -> float:
    """Of an even number the mean of the two in the middle."""
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def _half(values: Sequence[float]) -> tuple[float, float]:
    """The values with a quarter of the others, rounded down, below and above them."""
    quarter = len(values) // 4
    return values[quarter], values[-1 - quarter]


def _writing(variable: Variable) -> Callable[[float], str]:
    if variable.kind is VariableKind.DATE:
        return {Precision.DAY: _day, Precision.MONTH: _month, Precision.YEAR: _year}[
            variable.precision
        ]
    if variable.kind is VariableKind.TIME:
        return _clock
    return _moment if variable.kind is VariableKind.DATETIME else decimal


def _day(value: float) -> str:
    return day(date.fromordinal(int(value)))


def _month(value: float) -> str:
    return date.fromordinal(int(value)).strftime("%m/%Y")


def _year(value: float) -> str:
    return str(date.fromordinal(int(value)).year)


def _clock(value: float) -> str:
    minutes = int(value) // 60
    return f"{minutes // 60}:{minutes % 60:02} Uhr"


def _moment(value: float) -> str:
    return datetime.fromtimestamp(value, UTC).strftime("%d.%m.%y %H:%M")
