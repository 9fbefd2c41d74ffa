"""The form engine: how long a form takes to load, and one answer to take effect."""

from collections.abc import Callable
from functools import partial
from random import Random

from kiosk.benchmarks.demonstration import Measured
from kiosk.benchmarks.figures import Figures, Row, Target, figures, ratios
from kiosk.benchmarks.generated_form import generated_form, opened_by
from kiosk.benchmarks.timing import milliseconds
from kiosk.forms.entry import FormEntry
from kiosk.forms.form import Form
from kiosk.forms.reading import read_form
from kiosk.forms.view import Kind
from kiosk.sealing.stored_zip import read_zip

_LOADS = 11
_ROUNDS = 5
_SIZES = (300, 2000)
_LONG = "V"


def form_engine(measured: Measured) -> list[Row]:
    """Rows for the real form and for generated ones."""
    xml = dict(read_zip(measured.study.raw))[f"forms/{_LONG}.xml"]
    load = figures([milliseconds(read_form, xml, _LONG) for _ in range(_LOADS + 1)][1:])
    rows = [
        Row(f"Load form {_LONG}", "ms", load, target=Target("≤ 100 ms", load.p50 <= 100)),
        _answer_row(
            f"Form {_LONG}: one answer takes effect", _answers(measured.study.forms[_LONG])
        ),
    ]
    for size in _SIZES:
        rows += _generated(size)
    return rows


def _generated(size: int) -> list[Row]:
    xml = generated_form(size)
    load = figures([milliseconds(read_form, xml, "big") for _ in range(3)])
    form = read_form(xml, "big")
    every, each = _toggled(form, size)
    floor = figures([value * 1000 for value in _floor(size)])
    dependant = figures([value * 1000 for value in each])
    target = Target("≤ 100 ms", load.p50 <= 100) if size == _SIZES[0] else None
    return [
        Row(f"Load {size} questions with a relevance each", "ms", load, target=target),
        _answer_row(f"{size} questions: one answer takes effect", figures(every)),
        Row(f"Floor: Python closures, {size} questions, per dependant", "µs", floor),
        Row(
            f"{size} questions: one answer, per dependant",
            "µs",
            dependant,
            "closures",
            ratios(dependant, floor),
        ),
    ]


def _answer_row(what: str, taken: Figures) -> Row:
    reached = taken.p50 <= 0.2 and taken.p95 <= 1
    return Row(what, "ms", taken, target=Target("p50 ≤ 0.2, p95 ≤ 1 ms", reached))


def _answers(form: Form) -> Figures:
    """Walks through the form with random answers, timing how each is checked and takes effect."""
    taken: list[float] = []
    random = Random(1)
    for _ in range(_ROUNDS):
        entry = FormEntry(form, random=random.random)
        while (question := entry.question()) is not None:
            value = _value(question.kind, [each.value for each in question.choices], random)
            taken.append(milliseconds(entry.answer, value))
            entry.forward()
    return figures(taken)


def _value(kind: Kind, choices: list[str], random: Random) -> str:
    if choices:
        return random.choice(choices)
    return "5" if kind is Kind.INTEGER else "" if kind is Kind.NOTE else "Mehr Bänke"


def _toggled(form: Form, size: int) -> tuple[list[float], list[float]]:
    """(ms of every answer, ms for each question that hung on it, of answers with any).

    Every question is answered with "1", then with "2", so that each answer changes something.
    """
    entry = FormEntry(form, random=Random(1).random)
    nodes = [entry.instance.nodes(f"/big/q{place}")[0] for place in range(size)]
    waiting = _dependants(size)
    every: list[float] = []
    each: list[float] = []
    for turn in range(2 * _ROUNDS):
        for place, node in enumerate(nodes):
            spent = milliseconds(entry.instance.set, node, "12"[turn % 2])
            every.append(spent)
            if waiting[place]:
                each.append(spent / waiting[place])
    return every, each


def _floor(size: int) -> list[float]:
    """The least Python can do: one closure and one dictionary for each dependant, in ms."""
    answers = dict.fromkeys(range(size), "")
    relevant = dict.fromkeys(range(size), True)
    readers: dict[int, list[tuple[int, Callable[[], bool]]]] = {place: [] for place in answers}

    def is_yes(place: int) -> bool:
        return answers[place] == "1"

    for place in range(1, size):
        gate = opened_by(place)
        readers[gate].append((place, partial(is_yes, gate)))

    def take(place: int, value: str) -> None:
        answers[place] = value
        for reader, holds in readers[place]:
            relevant[reader] = holds()

    taken: list[float] = []
    for turn in range(2 * _ROUNDS):
        for place in (each for each in answers if readers[each]):
            spent = milliseconds(take, place, "12"[turn % 2])
            taken.append(spent / len(readers[place]))
    return taken


def _dependants(size: int) -> list[int]:
    found = [0] * size
    for place in range(1, size):
        found[opened_by(place)] += 1
    return found
