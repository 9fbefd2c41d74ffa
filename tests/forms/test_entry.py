"""Walking through the real forms: routes, draws, order, refusals."""

from decimal import Decimal
from random import Random

import pytest
from support.rothenburg import study

from kiosk.forms.answers import checked
from kiosk.forms.entry import FormEntry
from kiosk.forms.view import Kind, Problem, QuestionView, Rejection


def entry(name: str = "V", seed: int = 7, **presets: str) -> FormEntry:
    return FormEntry(
        study().forms[name],
        random=Random(seed).random,
        preset={"WELLE": "1", "VORLESEN": "0", "X1_AN": "0"} | presets,
    )


def shown(walk: FormEntry, name: str) -> QuestionView:
    ref = next(view.ref for view in walk.views() if view.name == name)
    assert walk.go(ref)
    question = walk.question()
    assert question is not None
    return question


def give(walk: FormEntry, **answers: str) -> None:
    for name, value in answers.items():
        shown(walk, name)
        assert walk.answer(value) is None


def names(walk: FormEntry) -> list[str]:
    return [view.name for view in walk.views()]


def test_offline_people_are_asked_why_and_not_how_well() -> None:
    walk = entry()
    give(walk, Z2="1")
    assert "Z4" in names(walk)
    assert not {"Z3", "K1", "K3", "K5", "K6"} & set(names(walk))


def test_daily_users_are_asked_how_well_and_not_why() -> None:
    walk = entry()
    give(walk, Z2="4")
    assert {"Z3", "K1", "K3", "K5", "K6"} <= set(names(walk))
    assert "Z4" not in names(walk)


def test_rare_users_are_asked_both() -> None:
    walk = entry()
    give(walk, Z2="2")
    assert {"Z3", "Z4", "K1"} <= set(names(walk))


@pytest.mark.parametrize("value", ["1", "2", "3", "4"])
def test_the_short_form_asks_its_questions_in_order(value: str) -> None:
    walk = entry("K")
    give(walk, Z2=value, F1="3")
    between = {"1": ["Z4"], "2": ["Z4", "K3", "K5"]}.get(value, ["K3", "K5"])
    after = ["Z5", "L1k", "L6k", "W2", "B1", "H1", "F1", "F3", "X2", "D2", "D3"]
    assert names(walk) == ["S7", "D1", "Z2", *between, *after]


def test_the_open_wish_of_the_short_form_is_a_switch() -> None:
    assert "X1" not in names(entry("K"))
    assert "X1" in names(entry("K", X1_AN="1"))


@pytest.mark.parametrize(
    ("age", "internet", "aloud", "rounds"),
    [("3", "4", "0", 3), ("5", "4", "0", 2), ("3", "2", "0", 2), ("3", "4", "1", 2)],
)
def test_the_loop_is_shorter_for_those_it_would_tire(
    age: str, internet: str, aloud: str, rounds: int
) -> None:
    walk = entry(VORLESEN=aloud)
    give(walk, D1=age, Z2=internet, L1="PASS MELD KITA HUND LRA")
    assert names(walk).count("L3") == rounds


def test_nothing_needed_means_no_loop() -> None:
    walk = entry()
    give(walk, D1="3", Z2="4", L1="x")
    assert "L3" not in names(walk)


def test_the_loop_names_the_service_drawn() -> None:
    walk = entry()
    give(walk, D1="3", Z2="4", L1="HUND")
    assert shown(walk, "L3").label == (
        "Hundesteuer: Wie wichtig ist Ihnen, dass das auch online geht?"
    )


def test_every_service_is_drawn_equally_often() -> None:
    needed = ("PASS", "MELD", "KITA", "HUND", "WAHL", "LRA")
    drawn = dict.fromkeys(needed, 0)
    for seed in range(600):
        walk = entry(seed=seed)
        give(walk, D1="3", Z2="4", L1=" ".join(needed))
        document = walk.form.template.template
        for node in walk.instance.nodes(f"{document}/loop"):
            drawn[node.key] += 1
    # 600 draws of 3 out of 6: 300 each, standard deviation 12.2; five of them either way.
    assert all(239 <= count <= 361 for count in drawn.values()), drawn


def test_the_top_three_come_from_what_was_wished_for() -> None:
    walk = entry()
    give(walk, L2="PASS MELD KITA HUND")
    offered = [each.value for each in shown(walk, "L6").choices]
    assert offered == ["PASS", "MELD", "KITA", "HUND", "x", "-98", "-99"]


@pytest.mark.parametrize("wished", ["PASS MELD", "x", "-99"])
def test_with_fewer_than_three_wishes_everything_is_offered(wished: str) -> None:
    walk = entry()
    give(walk, L2=wished)
    assert len(shown(walk, "L6").choices) == 24 + 3


def test_a_fourth_choice_is_refused_and_nothing_is_lost() -> None:
    walk = entry()
    give(walk, B1="a b c")
    shown(walk, "B1")
    assert walk.answer("a b c d") == Problem(Rejection.TOO_MANY)
    assert shown(walk, "B1").value == "a b c"


def test_an_exclusive_choice_stands_alone() -> None:
    walk = entry()
    shown(walk, "B1")
    assert walk.answer("a x") == Problem(Rejection.NOT_A_CHOICE)
    assert walk.answer("x") is None


def test_a_value_that_is_no_choice_is_refused() -> None:
    walk = entry()
    shown(walk, "D1")
    assert walk.answer("7") == Problem(Rejection.NOT_A_CHOICE)
    assert walk.answer("1 2") == Problem(Rejection.NOT_A_CHOICE)


def test_a_text_longer_than_its_cap_is_refused() -> None:
    walk = entry()
    shown(walk, "X1")
    assert walk.answer("ü" * 200) is None
    assert walk.answer("ü" * 201) == Problem(Rejection.TOO_LONG)


@pytest.mark.parametrize("value", ["--5", "-", "5-", "1" * 5000, "٣", "1.0", " 5", "5\n"])
def test_what_is_no_whole_number_is_refused(value: str) -> None:
    question = QuestionView("/data/N", "N", Kind.INTEGER, "", lowest=Decimal(0))
    assert checked(question, value, ()) == (value, Problem(Rejection.NOT_A_NUMBER))


def test_nominal_lists_turn_with_the_seed_and_keep_their_anchors() -> None:
    orders = {tuple(c.value for c in shown(entry(seed=seed), "B1").choices) for seed in range(40)}
    assert len(orders) > 30
    assert {order[-3:] for order in orders} == {("x", "-98", "-99")}


def test_scales_never_turn() -> None:
    for seed in range(5):
        assert [c.value for c in shown(entry(seed=seed), "O1").choices] == [
            "4",
            "3",
            "2",
            "1",
            "-98",
            "-99",
        ]


def test_tiles_turn_page_by_page_and_the_county_stays_last() -> None:
    listed = [c.value for c in study().forms["V"].questions["/data/L1"].itemset.items]  # type: ignore[union-attr]
    pages = {frozenset(listed[start : start + 6]) for start in range(0, 24, 6)}
    firsts = set()
    for seed in range(30):
        walk = entry(seed=seed)
        values = [c.value for c in shown(walk, "L1").choices]
        assert {frozenset(values[start : start + 6]) for start in range(0, 24, 6)} == pages
        assert values[23] == "LRA"
        assert values[24:] == ["x", "-98", "-99"]
        assert values == [c.value for c in shown(walk, "L2").choices]
        firsts.add(values[0])
    assert len(firsts) == 3


def test_the_halves_are_halves() -> None:
    firsts = sum("H2" in names(entry(seed=seed)) for seed in range(400))
    # Binomial(400, 1/2): standard deviation 10; five of them either way.
    assert 150 <= firsts <= 250
