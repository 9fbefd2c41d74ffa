"""The form engine: how long a form takes to load, an answer to take effect, a step to be shown."""

import gc
import tracemalloc
from collections.abc import Callable
from functools import partial
from random import Random

from kiosk.benchmarks.demonstration import Measured
from kiosk.benchmarks.figures import Figures, Row, Target, figures, ratios
from kiosk.benchmarks.generated_form import generated_form, generated_list, opened_by
from kiosk.benchmarks.timing import milliseconds
from kiosk.forms.entry import FormEntry
from kiosk.forms.form import Form
from kiosk.forms.reading import read_form
from kiosk.forms.view import Kind
from kiosk.sealing.stored_zip import read_zip

_LOADS = 7
_ROUNDS = 5
_SIZES = (40, 300, 2000)
_CHOICES = 20_000
_REGIONS = 200
_TARGET_SIZE = 300
_LONG = "V"


def form_engine(measured: Measured) -> list[Row]:
    """Rows for the real form and for generated ones."""
    xml = dict(read_zip(measured.study.raw))[f"forms/{_LONG}.xml"]
    load = _loads(xml)
    rows = [
        Row(f"Load form {_LONG}", "ms", load, target=Target("≤ 100 ms", load.p50 <= 100)),
        _answer_row(
            f"Form {_LONG}: one answer takes effect", _answers(measured.study.forms[_LONG])
        ),
    ]
    for size in _SIZES:
        rows += _generated(size)
    return rows + _narrowed_list()


def _generated(size: int) -> list[Row]:
    xml = generated_form(size)
    load = _loads(xml)
    form = read_form(xml, "big")
    every, each = _toggled(form, size)
    floor = figures([value * 1000 for value in _floor(size)])
    dependant = figures([value * 1000 for value in each])
    target = Target("≤ 100 ms", load.p50 <= 100) if size <= _TARGET_SIZE else None
    return [
        Row(f"Load {size} questions with a relevance each", "ms", load, target=target),
        Row(f"{size} questions: form and one interview in memory", "MB", _memory(xml)),
        _answer_row(f"{size} questions: one answer takes effect", figures(every)),
        Row(f"{size} questions: a step on, the question as values", "ms", _steps(form)),
        Row(f"Floor: Python closures, {size} questions, per dependant", "µs", floor),
        Row(
            f"{size} questions: one answer, per dependant",
            "µs",
            dependant,
            "closures",
            ratios(dependant, floor),
        ),
    ]


def _narrowed_list() -> list[Row]:
    """A cascade: the answer to one question narrows a list of thousands to a hundred."""
    xml = generated_list(_CHOICES, _REGIONS)
    load = _loads(xml)
    entry = FormEntry(read_form(xml, "list"), random=Random(1).random)
    entry.answer("r0")
    entry.forward()
    entry.question()  # the index over the list is made by the first to ask
    chosen: list[float] = []
    shown: list[float] = []
    for number in range(_REGIONS):
        entry.go("/list/region")
        chosen.append(milliseconds(entry.answer, f"r{number}"))
        entry.forward()
        shown.append(milliseconds(entry.question))
    what = f"{_CHOICES:,} choices with a filter"
    return [
        Row(f"Load {what}", "ms", load),
        Row(f"{what}: form and one interview in memory", "MB", _memory(xml)),
        _answer_row(f"{what}: the narrowing answer takes effect", figures(chosen)),
        Row(f"{what}: the {_CHOICES // _REGIONS} left, as values", "ms", figures(shown)),
    ]


def _loads(xml: bytes) -> Figures:
    """Loading as the terminal does it at its start: nothing is collected meanwhile."""
    taken: list[float] = []
    for _ in range(_LOADS + 1):
        gc.collect()
        gc.disable()
        taken.append(milliseconds(read_form, xml, "form"))
        gc.enable()
    return figures(taken[1:])


def _memory(xml: bytes) -> Figures:
    """MB that Python's allocator holds for a form and an interview on it."""
    tracemalloc.start()
    form = read_form(xml, "big")
    entry = FormEntry(form, random=Random(1).random)
    held, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del entry
    return figures([held / 1e6])


def _steps(form: Form) -> Figures:
    """Walks through the form once with every gate open, timing each step with its question."""
    entry = FormEntry(form, random=Random(1).random)
    for path in form.questions:
        entry.instance.set(entry.instance.nodes(path)[0], "1")

    def step() -> None:
        entry.forward()
        entry.question()
        entry.progress()

    return figures([milliseconds(step) for _ in range(len(form.questions) - 1)])


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
