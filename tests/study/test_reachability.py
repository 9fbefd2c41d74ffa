"""Planted mistakes in routing are found where they are; good forms give none."""

import time

import pytest
from small_form import Ask, Block, small_form
from support.rothenburg import study

from kiosk.benchmarks.generated_form import generated_form
from kiosk.forms.form import Form
from kiosk.forms.reading import read_form
from kiosk.study.finding import Severity
from kiosk.study.reachability import reachability

A = Ask("A")
MANY = Ask("A", "many", codes=" ".join(f"c{n}" for n in range(27)), most=2)
NUMBER = Ask("A", "int")


def codes(form: Form) -> list[tuple[str, str, str]]:
    """Code, place and column of every finding."""
    return [(each.code, each.place, each.column) for each in reachability(form)]


def relevant(first: Ask, condition: str) -> tuple[Ask, ...]:
    return (first, Ask("B", relevant=condition))


@pytest.mark.parametrize(
    "condition",
    [
        "${A} > 1 and ${A} < 1",
        "${A} > 3",
        "${A} = 1 and ${A} = 2",
        "${A} = 1 and not(${A} = 1)",
        "${A} = '' and ${A} > 0",
        "if(${A} = 1, ${A} = 2, false())",
        "count-selected(${A}) = 2",
        "coalesce(${A}, '1') = ''",
        "number(${A}) * 2 = 5",
    ],
)
def test_a_condition_on_one_answer_that_can_never_hold(condition: str) -> None:
    form = small_form(*relevant(A, condition))
    assert codes(form) == [("E601", "/T/B", "relevant")]


def test_an_unknown_code_is_named_besides() -> None:
    unknown = [("E601", "/T/B", "relevant"), ("W612", "/T/B", "relevant")]
    assert codes(small_form(*relevant(A, "${A} = 9"))) == unknown
    assert codes(small_form(*relevant(A, "${A} = 'eins'"))) == unknown
    assert codes(small_form(*relevant(MANY, "selected(${A}, 'XYZ')"))) == unknown
    half = small_form(*relevant(A, "${A} = 9 or ${A} = 1"))
    assert codes(half) == [("W612", "/T/B", "relevant")]


@pytest.mark.parametrize(
    "condition",
    [
        "selected(${A}, 'c1') and selected(${A}, 'c2') and selected(${A}, 'c3')",
        "count-selected(${A}) > 2",
        "${A} = '' and selected(${A}, 'c1')",
        "selected(${A}, 'c1') and count-selected(${A}) = 0",
    ],
)
def test_a_choice_of_many_that_nobody_can_make(condition: str) -> None:
    assert codes(small_form(*relevant(MANY, condition))) == [("E601", "/T/B", "relevant")]


def test_exclusive_choices_stand_alone() -> None:
    first = Ask("A", "many", codes="a b x", exclusive="x")
    form = small_form(*relevant(first, "selected(${A}, 'x') and selected(${A}, 'a')"))
    assert codes(form) == [("E601", "/T/B", "relevant")]


def test_what_hangs_on_a_closed_path_is_never_reached() -> None:
    chain = small_form(A, Ask("B", relevant="${A} = 1"), Ask("C", relevant="${B} = 2 and ${A} = 3"))
    assert codes(chain) == [("E601", "/T/C", "relevant")]
    around = small_form(A, Block("G", (Ask("C", relevant="${A} = 2"),), relevant="${A} = 1"))
    assert codes(around) == [("E601", "/T/G/C", "relevant")]
    whole = small_form(A, Block("G", (Ask("C"), Ask("D")), relevant="${A} > 3"))
    assert codes(whole) == [("E601", "/T/G", "relevant")]
    computed = small_form(
        A,
        Ask("K", "calculate", calculate="if(${A} = 1, 10, 20)"),
        Ask("C", relevant="${K} = 10 and ${A} = 2"),
    )
    assert codes(computed) == [("E601", "/T/C", "relevant")]


def test_chance_is_one_of_its_outcomes() -> None:
    split = Ask("S", "calculate", calculate="once(if(random() < 0.5, 1, 2))")
    good = small_form(split, Ask("B", relevant="${S} = 1"), Ask("C", relevant="${S} = 2"))
    assert codes(good) == []
    bad = small_form(split, Ask("B", relevant="${S} = 3"), Ask("C", relevant="${S}=1 and ${S}=2"))
    assert [each[1] for each in codes(bad)] == ["/T/B", "/T/C"]


def test_numbers_have_room_between_their_bounds() -> None:
    assert codes(small_form(*relevant(NUMBER, "${A} > 1 and ${A} < 3"))) == []
    none = [("E601", "/T/B", "relevant")]
    assert codes(small_form(*relevant(NUMBER, "${A} > 1 and ${A} < 2"))) == none
    bounded = Ask("A", "int", constraint=". >= 0 and . <= 120")
    assert codes(small_form(*relevant(bounded, "${A} > 120"))) == none
    assert codes(small_form(*relevant(bounded, "${A} = 120"))) == []


@pytest.mark.parametrize(
    "question",
    [
        Ask("A", "int", constraint=". > 10 and . < 5"),
        Ask("A", constraint=". > 3"),
        Ask("A", "many", constraint="count-selected(.) > 3"),
        Ask("A", "text", constraint="string-length(.) > 5 and string-length(.) < 3"),
        Ask("A", "text", constraint=". = ''"),
    ],
)
def test_a_constraint_that_no_answer_meets(question: Ask) -> None:
    assert codes(small_form(question)) == [("E602", "/T/A", "constraint")]


def test_nobody_gets_past_a_required_question_without_an_answer() -> None:
    contradictory = Ask("A", "int", constraint=". > 10 and . < 5", required="true()")
    assert codes(small_form(contradictory)) == [("E603", "/T/A", "constraint")]
    empty = Ask("A", choice_filter="name = 7", required="true()")
    assert codes(small_form(empty)) == [("E603", "/T/A", "choice_filter")]
    some = Ask("B", choice_filter="g = ${A}", columns=(("g", "1 1 3"),), required="true()")
    found = [each for each in reachability(small_form(A, some)) if each.code == "E603"]
    assert len(found) == 1
    assert "A = „2“" in found[0].de
    assert found[0].severity is Severity.ERROR


def test_a_filter_that_leaves_nothing() -> None:
    assert codes(small_form(Ask("A", choice_filter="name = 7"))) == [
        ("E605", "/T/A", "choice_filter")
    ]
    required = Ask("A", required="true()")
    sometimes = Ask("B", choice_filter="g = ${A}", columns=(("g", "1 1 3"),))
    assert codes(small_form(required, sometimes)) == [("W613", "/T/B", "choice_filter")]
    always = Ask("B", choice_filter="g = ${A}", columns=(("g", "1 2 3"),))
    assert codes(small_form(required, always)) == []
    guarded = Ask("B", choice_filter="g = ${A}", columns=(("g", "1 2 3"),), relevant="${A} != ''")
    assert codes(small_form(A, guarded)) == []


def test_a_choice_that_is_never_offered() -> None:
    lost = Ask("B", choice_filter="g = ${A} or g = 0", columns=(("g", "0 1 9"),))
    assert codes(small_form(A, lost)) == [("W614", "B_list:3", "name")]


def test_a_condition_that_always_holds() -> None:
    always = small_form(*relevant(A, "${A} = 1 or ${A} != 1"))
    assert codes(always) == [("W611", "/T/B", "relevant")]
    assert codes(small_form(*relevant(A, "${A} != ''"))) == []


def test_a_count_without_a_bound() -> None:
    inside = (Ask("B"), Ask("C", relevant="${B} = 1"))
    unbounded = small_form(NUMBER, Block("R", inside, count="${A}"))
    assert codes(unbounded) == [("E604", "/T/R", "repeat_count")]
    bounded = Ask("A", "int", constraint=". >= 0 and . <= 5")
    assert codes(small_form(bounded, Block("R", inside, count="${A}"))) == []
    never = small_form(A, Block("R", inside, count="if(${A} > 3, 1, 0)"))
    assert codes(never) == [("E601", "/T/R", "repeat_count")]
    split = (Ask("B"), Ask("C", relevant="${B} = 1 and ${B} = 2"))
    assert codes(small_form(bounded, Block("R", split, count="${A}"))) == [
        ("E601", "/T/R/C", "relevant")
    ]


@pytest.mark.parametrize(
    "condition",
    [
        "regex(${A}, '[0-9]+') and ${A} > 5",
        "string-length(${A}) > 3 and ${A} != 'abc'",
        "contains(${A}, 'a') and contains(${A}, 'b')",
        "${A} > '2026-01-01'",
        "substr(${A}, 0, 1) = 'x'",
        "random() < 0.1",
        "${H} = 1 and ${A} != ''",
        "${H} >= 2 and ${H} < 3",
    ],
)
def test_what_is_not_understood_is_left_alone(condition: str) -> None:
    form = small_form(Ask("H", "hidden"), Ask("A", "text"), Ask("B", relevant=condition))
    assert codes(form) == []


@pytest.mark.parametrize("name", sorted(study().forms))
def test_the_study_of_rothenburg_is_sound(name: str) -> None:
    assert list(reachability(study().forms[name])) == []


def test_two_thousand_questions_are_looked_through_in_seconds() -> None:
    chain = [Ask("q0", codes="1 2")]
    chain += [Ask(f"q{n}", codes="1 2", relevant=f"${{q{n - 1}}} = 1") for n in range(1, 2000)]
    started = time.process_time()
    assert codes(small_form(*chain)) == []
    assert codes(read_form(generated_form(2000), "big")) == []
    assert time.process_time() - started < 30
