"""Scenarios: an answer path through a form, kept, and played again on the next version.

A scenario says which question was shown, what was answered, and which question came next. Replaying
finds the first step at which the form behaves differently.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from kiosk.forms.entry import FormEntry
from kiosk.forms.form import Form
from kiosk.forms.view import Kind, Problem, QuestionView, Rejection
from kiosk.forms.xpath.references import calls
from kiosk.forms.xpath.syntax import parse
from kiosk.study.errors import StudyError
from kiosk.study.outcome import chances
from kiosk.study.respondent import random_answer
from kiosk.study.settings import Language

Answerer = Callable[[QuestionView], Iterator[str]]
"""What a person would answer to a question: values to try one after the other."""

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
"""When every scenario takes place, or today() would change it."""

MOST_STEPS = 10_000
_TRIES = 200
_ENTRY = re.compile(r"\[\d+\]")
_REASONS = {
    Rejection.CONSTRAINT: ("verletzt eine Bedingung", "breaks a constraint"),
    Rejection.TOO_MANY: ("sind zu viele Antworten", "are too many choices"),
    Rejection.NOT_A_CHOICE: ("wird nicht angeboten", "is not offered"),
    Rejection.TOO_LONG: ("ist zu lang", "is too long"),
    Rejection.NOT_A_NUMBER: ("ist keine Zahl", "is not a number"),
    Rejection.NOT_A_DATE: ("ist kein Zeitpunkt", "is no date or time"),
    Rejection.OUT_OF_RANGE: ("liegt außerhalb der Grenzen", "is out of range"),
    Rejection.REQUIRED: ("fehlt, ist aber Pflicht", "is missing but required"),
    Rejection.READONLY: ("lässt sich nicht ändern", "cannot be changed"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One question shown and left. Questions are named by their refs ("/data/loop[2]/L3")."""

    question: str
    value: str  # "" = left open
    next: str  # "" = behind the last question
    text: str  # the wording when it was recorded: to read, and to recognise a renamed question


@dataclass(frozen=True, slots=True)
class Scenario:
    """A path through the form `form` (its id) from the first question to the last.

    `presets` are the hidden questions' values and every random draw, by name; `seed` is where
    further draws come from, those of questions the form did not have then.
    """

    form: str
    version: str  # of the form, when it was recorded
    language: str  # BCP 47
    seed: int
    presets: Mapping[str, str]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """The first step that is not as it was recorded: `step` counts from 1, 0 is before the first.

    `question` is the recorded question of that step.
    """

    step: int
    question: str
    de: str
    en: str


def record(
    form: Form, language: Language, *, seed: int, presets: Mapping[str, str], answers: Answerer
) -> Scenario:
    """Answer `form` from the first question to the last.

    Raises StudyError naming the question when no value of `answers` is taken.
    """
    known = {name: value for name, value in presets.items() if _path(form, name) in form.order}
    entry = _entry(form, language, seed, known)
    drawn = {
        path.rpartition("/")[2]: value
        for path, value in chances(entry).items()
        if _is_drawn(form, path)
    }
    steps: list[Step] = []
    while (question := entry.question()) is not None:
        if len(steps) == MOST_STEPS:
            raise StudyError(
                form.identifier,
                f"der Weg hat nach {MOST_STEPS} Fragen kein Ende.",
                f"the path has no end after {MOST_STEPS} questions.",
            )
        value = _answered(entry, question, answers(question), form.identifier)
        entry.forward()
        steps.append(Step(question.ref, value, entry.at, question.label))
    return Scenario(
        form=form.identifier,
        version=form.version,
        language=language.tag,
        seed=seed,
        presets={**known, **drawn},
        steps=tuple(steps),
    )


def at_random(seed: int) -> Answerer:
    """Somebody who answers at random, the same for the same seed."""
    random = Random(seed)

    def answers(question: QuestionView) -> Iterator[str]:
        for _try in range(_TRIES):
            yield random_answer(question, random)

    return answers


def as_listed(answers: Mapping[str, str]) -> Answerer:
    """Somebody who answers what is listed by ref or by name, and leaves the rest open."""

    def answered(question: QuestionView) -> Iterator[str]:
        yield answers.get(question.ref, answers.get(question.name, question.value))

    return answered


def replay(scenario: Scenario, form: Form, language: Language) -> Difference | None:
    """Answer `form` as the scenario does; the first difference, None when there is none."""
    for name in scenario.presets:
        if _path(form, name) not in form.order:
            return Difference(
                0,
                "",
                f"Die verborgene Frage {name} gibt es nicht mehr.",
                f"The hidden question {name} is gone.",
            )
    entry = _entry(form, language, scenario.seed, scenario.presets)
    first = scenario.steps[0].question if scenario.steps else ""
    if entry.at != first:
        return _elsewhere(scenario, entry, 0, first)
    for number, step in enumerate(scenario.steps, 1):
        difference = _value_difference(entry, number, step)
        if difference is not None:
            return difference
        entry.forward()
        if entry.at != step.next:
            return _elsewhere(scenario, entry, number, step.next)
    return None


def _entry(form: Form, language: Language, seed: int, presets: Mapping[str, str]) -> FormEntry:
    return FormEntry(
        form,
        random=Random(seed).random,
        preset=presets,
        language=language.name,
        clock=lambda: NOON,
    )


def _path(form: Form, name: str) -> str:
    return f"{form.template.template}/{name}"


def _is_drawn(form: Form, path: str) -> bool:
    """Whether the value cannot be calculated again from the answers."""
    bind = form.binds.get(path)
    if bind is None or bind.calculate is None:
        return False
    return any(
        each.name in ("random", "once", "uuid") or (each.name == "randomize" and len(each.args) < 2)
        for each in calls(parse(bind.calculate.source))
    )


def _answered(entry: FormEntry, question: QuestionView, values: Iterator[str], file: str) -> str:
    """Give the first of `values` the question takes; the value as it is stored."""
    problem: Problem | None = None
    tried = question.value
    for tried in values:
        problem = None
        if tried != question.value:
            problem = entry.answer(tried)
        problem = problem or entry.missing()
        if problem is None:
            now = entry.question()
            return now.value if now is not None else ""
    de, en = _REASONS[problem.reason] if problem is not None else ("fehlt", "is missing")
    raise StudyError(
        file,
        f"{question.ref}: „{tried}“ {de}. Bitte nennen Sie eine Antwort, die möglich ist.",
        f'{question.ref}: "{tried}" {en}. Name an answer that is possible.',
    )


def _value_difference(entry: FormEntry, number: int, step: Step) -> Difference | None:
    before = entry.question()
    if before is None:
        raise LookupError(step.question)
    problem = None
    if step.value != before.value:
        problem = entry.answer(step.value)
    problem = problem or entry.missing()
    if problem is not None:
        return _refused(number, step, before, problem)
    after = entry.question()
    stored = after.value if after is not None else ""
    if stored == step.value:
        return None
    return Difference(
        number,
        step.question,
        f"{step.question}: Aus der Antwort „{step.value}“ wird jetzt „{stored}“.",
        f'{step.question}: the answer "{step.value}" now becomes "{stored}".',
    )


def _refused(number: int, step: Step, question: QuestionView, problem: Problem) -> Difference:
    de, en = _REASONS[problem.reason]
    given = step.value
    if problem.reason is Rejection.NOT_A_CHOICE and question.choices:
        offered = {each.value for each in question.choices}
        given = " ".join(each for each in step.value.split() if each not in offered) or step.value
        values = ", ".join(each.value for each in question.choices)
        de, en = f"{de}; angeboten: {values}", f"{en}; offered: {values}"
    elif question.kind is Kind.NOTE:
        de, en = "ist jetzt ein Hinweis ohne Antwort", "is a note without an answer now"
    elif problem.text:
        de, en = f"{de}: „{problem.text}“", f'{en}: "{problem.text}"'
    return Difference(
        number,
        step.question,
        f"{step.question}: Die Antwort „{given}“ wurde angenommen, jetzt: {de}.",
        f'{step.question}: the answer "{given}" was taken, now it {en}.',
    )


def _elsewhere(scenario: Scenario, entry: FormEntry, number: int, wanted: str) -> Difference:
    """Another question shows than `wanted`, behind step `number`."""
    now = entry.question()
    here = scenario.steps[number - 1].question if number else ""
    then_de, then_en = wanted or "das Ende", wanted or "the end"
    now_de, now_en = (now.ref, now.ref) if now is not None else ("das Ende", "the end")
    why_de, why_en = _why(scenario, entry, number, wanted)
    after_de = f"Nach {here} kam" if number else "Zuerst kam"
    after_en = f"After {here} came" if number else "First came"
    return Difference(
        number,
        here,
        f"{after_de} {then_de}, jetzt kommt {now_de}{why_de}.",
        f"{after_en} {then_en}, now {now_en} comes{why_en}.",
    )


def _why(scenario: Scenario, entry: FormEntry, number: int, wanted: str) -> tuple[str, str]:
    """What became of the question that should have come."""
    if wanted == "":
        return "", ""
    template, name = _ENTRY.sub("", wanted), wanted.rpartition("/")[2]
    now = entry.question()
    if template in entry.form.questions:
        if any(asked.question.path == template for asked in entry.path()):
            return f"; {name} kommt an anderer Stelle", f"; {name} comes elsewhere"
        return f"; {name} wird nicht mehr gefragt", f"; {name} is not asked any more"
    moved = [path for path in entry.form.questions if path.rpartition("/")[2] == name]
    if moved:
        return f"; {name} steht jetzt in {moved[0]}", f"; {name} is in {moved[0]} now"
    text = scenario.steps[number].text if number < len(scenario.steps) else ""
    if now is not None and text and now.label == text:
        return f"; {name} heißt jetzt {now.name}", f"; {name} is called {now.name} now"
    return f"; {name} gibt es nicht mehr", f"; {name} is gone"
