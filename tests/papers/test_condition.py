"""Filters as paper says them are true of the form: the engine opens a question for just those."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.filtered import filtered_form

from kiosk.forms.instance import Instance
from kiosk.papers.condition import (
    Answered,
    Chosen,
    Compared,
    Condition,
    Fixed,
    Joined,
    Known,
    Ticked,
)
from kiosk.papers.filter_words import Printed, filter_words
from kiosk.papers.phrases.english import ENGLISH
from kiosk.papers.phrases.german import GERMAN

CHOICES = ("1", "2", "3", "-98")


def condition(expression: str, **presets: str) -> Condition:
    form = filtered_form(expression)
    known = Known(form, {f"/T/{name}": text for name, text in presets.items()})
    return known.condition(form.bind("/T/Q").relevant, "/T/Q")


def words(told: Condition, english: bool = False) -> str:
    choices = {each: f"W{each}" for each in CHOICES}
    numbers = {"/T/A": 1, "/T/B": 2, "/T/M": 3, "/T/N": 4}

    def find(path: str) -> Printed | None:
        return Printed(numbers[path], choices) if path in numbers else None

    return filter_words(told, find, ENGLISH if english else GERMAN)


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("${A} = '1'", "Nur wenn Sie bei Frage 1 „W1“ angekreuzt haben."),
        ("${A} = 1 or ${A} = 2", "Nur wenn Sie bei Frage 1 „W1“ oder „W2“ angekreuzt haben."),
        ("1 < ${A}", "Nur wenn Sie bei Frage 1 „W2“ oder „W3“ angekreuzt haben."),
        ("selected(${A}, '3')", "Nur wenn Sie bei Frage 1 „W3“ angekreuzt haben."),
        ("${A} != ''", "Nur wenn Sie Frage 1 beantwortet haben."),
        ("${A} = ''", "Nur wenn Sie Frage 1 nicht beantwortet haben."),
        ("${A} != '1'", "Nur wenn Sie bei Frage 1 nicht „W1“ angekreuzt haben."),
        ("not(${A} = '1')", "Nur wenn Sie bei Frage 1 nicht „W1“ angekreuzt haben."),
        ("not(${A} = '1' or ${A} = '2')",
         "Nur wenn Sie bei Frage 1 nicht „W1“ oder „W2“ angekreuzt haben."),
        ("${SAME} = '2'", "Nur wenn Sie bei Frage 1 „W2“ angekreuzt haben."),
        ("selected(${M}, '2')", "Nur wenn Sie bei Frage 3 „W2“ angekreuzt haben."),
        ("not(selected(${M}, '2'))", "Nur wenn Sie bei Frage 3 nicht „W2“ angekreuzt haben."),
        ("${N} >= 18", "Nur wenn Sie bei Frage 4 mindestens 18 geschrieben haben."),
        ("18.5 > ${N}", "Nur wenn Sie bei Frage 4 weniger als 18,5 geschrieben haben."),
        ("${A} = '1' and ${B} = '2'",
         "Nur wenn Sie bei Frage 1 „W1“ angekreuzt haben und Sie bei Frage 2 „W2“ angekreuzt "
         "haben."),
        ("${A} = '1' or selected(${M}, '1')",
         "Nur wenn Sie bei Frage 1 „W1“ angekreuzt haben oder Sie bei Frage 3 „W1“ angekreuzt "
         "haben."),
        ("${A} = '1' and ${WAVE} = 1", "Nur wenn Sie bei Frage 1 „W1“ angekreuzt haben."),
        ("${A} = '1' and ${DRAWN} = 1", "Nur wenn Sie bei Frage 1 „W1“ angekreuzt haben."),
    ],
)  # fmt: skip
def test_conditions_are_said(expression: str, said: str) -> None:
    assert words(condition(expression, WAVE="1")) == said


@pytest.mark.parametrize(
    ("expression", "fixed"),
    [
        ("true()", Fixed.ALWAYS),
        ("false()", Fixed.NEVER),
        ("${WAVE} = 1", Fixed.ALWAYS),
        ("${WAVE} >= 2", Fixed.NEVER),
        ("${WAVE} >= 2 and ${A} = '1'", Fixed.NEVER),
        ("${DRAWN} = 1", Fixed.CHANCE),
        ("${DRAWN} = 1 or ${A} = '1'", Fixed.CHANCE),
        ("random() < 0.5", Fixed.CHANCE),
        ("count-selected(${M}) > 1", Fixed.UNTOLD),
        ("${COUNT} > 1", Fixed.UNTOLD),
        ("${M} = '1'", Fixed.UNTOLD),
        ("not(${N} > 3)", Fixed.UNTOLD),
        ("selected(${M}, 'elsewhere')", Fixed.UNTOLD),
        ("${A} = ${B}", Fixed.UNTOLD),
        ("string-length(${A}) > 0", Fixed.UNTOLD),
    ],
)
def test_what_no_answer_decides_or_nobody_can_say(expression: str, fixed: Fixed) -> None:
    told = condition(expression, WAVE="1")
    assert told is fixed
    assert words(told) == ""


def test_what_can_be_read_in_two_ways_is_not_said() -> None:
    told = condition("${A} = '1' and (${B} = '2' or selected(${M}, '1'))")
    assert isinstance(told, Joined)
    assert words(told) == ""


def test_english_numbers_have_points() -> None:
    assert words(condition("${N} < 2.5"), english=True).endswith("less than 2.5 at question 4.")


ATOMS = st.sampled_from(
    [
        *(f"${{{name}}} {op} {code}"
          for name in "AB" for op in ("=", "!=", "<", "<=", ">", ">=") for code in (1, 2, -98)),
        "${A} = ''", "${B} != ''", "selected(${A}, '2')", "selected(${M}, '1')",
        "selected(${M}, '3')", "${N} > 2", "${N} <= 3", "${M} = ''", "${SAME} = '3'",
    ]
)  # fmt: skip
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.builds("({}) and ({})".format, inner, inner),
        st.builds("({}) or ({})".format, inner, inner),
        st.builds("not({})".format, inner),
    ),
    max_leaves=5,
)
ANSWERS = tuple(product(("", *CHOICES), ("", "1", "3"), ("", "1", "1 3"), ("", "2", "3")))


def holds(told: Condition, answers: dict[str, str]) -> bool:
    """Whether a person with these answers finds themselves in the condition's words."""
    match told:
        case Joined(parts, every):
            found = [holds(each, answers) for each in parts]
            return all(found) if every else any(found)
        case Chosen(path, values):
            return answers[path] in values
        case Ticked(path, value, ticked):
            return (value in answers[path].split()) is ticked
        case Answered(path, answered):
            return (answers[path] != "") is answered
        case Compared(path, op, amount):
            if answers[path] == "":
                return False
            number = float(answers[path])
            return {
                "=": number == amount, "<": number < amount, "<=": number <= amount,
                ">": number > amount, ">=": number >= amount,
            }[op]  # fmt: skip
        case Fixed.ALWAYS:
            return True
    return False


@given(EXPRESSIONS)
def test_the_engine_asks_just_those_whom_the_paper_asks(expression: str) -> None:
    told = condition(expression)
    if told in (Fixed.UNTOLD, Fixed.CHANCE):
        return
    form = filtered_form(expression)
    instance = Instance(form, random=lambda: 0.5, preset={})
    paths = ("/T/A", "/T/B", "/T/M", "/T/N")
    for given_ in ANSWERS:
        answers = dict(zip(paths, given_, strict=True))
        for path, value in answers.items():
            node = instance.at(path)
            assert node is not None
            instance.set(node, value)
        asked = instance.at("/T/Q")
        assert asked is not None
        assert holds(told, answers) is asked.relevant, (expression, answers, told)
