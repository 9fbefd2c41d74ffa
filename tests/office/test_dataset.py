"""Responses become rows: every value a code, nothing empty, no text among them."""

from dataclasses import replace
from random import Random

import pytest
from office_instrument import VARIABLES, header, people, person

from kiosk.office.columns import Holds, Measure
from kiosk.office.dataset import dataset
from kiosk.study.codebook import Option, Variable, VariableKind
from kiosk.study.response import Response, ResponseKind, Value


def response(kind: ResponseKind = ResponseKind.COMPLETE, **answers: Value) -> Response:
    return Response("0" * 32, "1" * 32, kind, header(), answers)


def row(one: Response) -> dict[str, int | float]:
    frame = dataset([one], VARIABLES).frame
    return dict(frame.row(0, named=True))


def test_a_single_answer_is_its_code() -> None:
    assert row(response(Z2="3"))["Z2"] == 3


def test_several_answers_are_one_column_each() -> None:
    cells = row(response(B1="a c"))
    assert [cells[f"B1_{letter}"] for letter in "ABCDX"] == [1, 0, 1, 0, 0]


@pytest.mark.parametrize("missing", ["-95", "-97", "-98", "-99"])
def test_a_missing_code_stands_in_every_column_of_its_question(missing: str) -> None:
    cells = row(response(B1=missing))
    assert {cells[f"B1_{letter}"] for letter in "ABCDEFGHIX"} == {int(missing)}
    assert "B1_-98" not in cells


def test_nothing_of_these_is_an_answer() -> None:
    cells = row(response(L1="x"))
    assert cells["L1_X"] == 1
    assert cells["L1_PASS"] == 0


def test_a_loop_has_a_column_per_item_and_says_which_were_not_drawn() -> None:
    cells = row(response(L3={"PASS": "4", "LRA": "-98", "KITA": ""}))
    assert (cells["L3_PASS"], cells["L3_LRA"], cells["L3_KITA"]) == (4, -98, -95)
    assert cells["L3_HUND"] == -97


def test_an_offered_missing_option_is_a_missing_code() -> None:
    assert row(response(L4={"PASS": "-91"}))["L4_PASS"] == -91


def test_the_draw_is_numbered_by_the_list_of_items() -> None:
    cells = row(response(L_ZUG1="MELD", L_ZUG2="", L_FOLGE="MELD PASS"))
    assert (cells["L_ZUG1"], cells["L_ZUG2"]) == (2, -97)
    assert "L_FOLGE" not in cells


def test_a_calculation_in_a_repeat_has_a_column_for_each_entry() -> None:
    places = (Option("1", "1"), Option("2", "2"), Option("3", "3"))
    sums = Variable("Q", "Q", VariableKind.DERIVED, over=places, entries="[1-9][0-9]{0,3}")
    some = [response(Q={"1": "3", "2": ""}), response(Q={"1": "4.5", "4": "2"})]
    frame = dataset(some, [sums]).frame
    assert frame.columns[9:] == ["Q_1", "Q_2", "Q_4"]
    assert sorted(frame.select("Q_1", "Q_2", "Q_4").rows()) == [(3.0, -97, -97), (4.5, -97, 2)]


def test_a_calculation_may_give_words() -> None:
    frame = dataset(
        [response(Q="jung"), response(Q="")], [Variable("Q", "Q", VariableKind.DERIVED)]
    )
    assert sorted(frame.frame["Q"].to_list()) == ["-97", "jung"]
    assert frame.columns[-1].holds is Holds.WORDS


def test_forms_may_have_any_name_and_the_known_letters_keep_their_numbers() -> None:
    variable = Variable("Z2", "?", VariableKind.NUMBER, forms=("haushalt", "K", "Betrieb_1"))
    some = [
        replace(response(Z2="1"), header=header(form)) for form in ("haushalt", "K", "Betrieb_1")
    ]
    data = dataset(some, [variable])
    assert sorted(data.frame["INSTR"].to_list()) == [2, 6, 7]
    assert dict(data.columns[1].values) == {
        1: "V", 2: "K", 3: "U", 4: "O", 5: "A", 6: "Betrieb_1", 7: "haushalt",
    }  # fmt: skip


def test_a_form_that_does_not_ask_is_told_from_an_interview_broken_off() -> None:
    assert row(response())["L1K_AUSW"] == -96  # only K asks
    assert row(response())["W2"] == -95
    assert row(response(ResponseKind.INTERRUPTED))["W2"] == -94


def test_the_variables_every_export_has() -> None:
    cells = row(replace(response(), header=header("K", "pl", "2026-W52", 1)))
    assert {name: cells[name] for name in list(cells)[:9]} == {
        "WELLE": 1, "INSTR": 2, "INSTR_VER": 10000, "KW": 202652, "SPRACHE2": 2, "VORLESEN": 1,
        "ABBRUCH": 0, "MODUS": 1, "MODUS_ANT": 0,
    }  # fmt: skip
    assert row(replace(response(), header=header(language="de-x-leicht")))["SPRACHE2"] == 1
    assert row(response(ResponseKind.PARTIAL))["ABBRUCH"] == 1
    assert row(response(ResponseKind.INTERRUPTED))["ABBRUCH"] == 2


def test_open_answers_are_not_in_the_data_file_and_lose_their_order() -> None:
    data = dataset([response(X1="Bitte mehr Bänke"), response(X1="-95")], VARIABLES)
    assert "X1" not in data.frame.columns
    assert [text.text for text in data.texts] == ["Bitte mehr Bänke"]
    one, other = person(Random(4)), person(Random(5))
    many = [replace(one, answers={"X1": "a"}), replace(other, answers={"X1": "b"})]
    assert dataset(many, VARIABLES).texts == dataset(many[::-1], VARIABLES).texts


def test_rows_do_not_depend_on_the_order_of_the_responses() -> None:
    some = people(60)
    shuffled = Random(9).sample(some, len(some))
    assert dataset(some, VARIABLES).frame.equals(dataset(shuffled, VARIABLES).frame)


def test_no_cell_is_empty_and_every_code_has_a_label() -> None:
    data = dataset(people(200), VARIABLES)
    assert data.frame.null_count().sum_horizontal()[0] == 0
    for column in data.columns:
        if column.variable.options and column.measure is not Measure.SCALE:
            assert set(data.frame[column.name].unique().to_list()) <= set(column.values)


def test_no_id_place_or_clock_reaches_a_column() -> None:
    names = set(dataset(people(3), VARIABLES).frame.columns)
    assert not names & {"RESPONSE_ID", "ENVELOPE_ID", "SITE", "STANDORT", "KIOSK_ID", "DEVICE"}


def test_decimals_keep_their_place() -> None:
    number = Variable("N1", "Zahl", VariableKind.NUMBER)
    frame = dataset([response(N1="2.5"), response(N1="-99")], [number]).frame
    assert sorted(frame["N1"].to_list()) == [-99.0, 2.5]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Z2", "7"),
        ("Z2", "nan"),
        ("B1", "a q"),
        ("B1", "a -98"),
        ("L3", "4"),
        ("L3", {"NIX": "4"}),
        ("L3", {"PASS": "9"}),
        ("Z2", {"PASS": "4"}),
        ("L_ZUG1", "NIX"),
        ("INSTR", "haushalt"),
    ],
)
def test_a_response_with_a_value_the_codebook_does_not_know_is_set_aside(
    name: str, value: Value
) -> None:
    odd = replace(response(), answers={name: value})
    if name == "INSTR":
        odd = replace(response(), header=header("haushalt"))
    data = dataset([odd, response(Z2="3")], VARIABLES)
    assert [(each.response, each.variable) for each in data.aside] == [(odd, name)]
    assert data.rows == 1
    assert data.frame["Z2"].to_list() == [3]


def test_progress_reaches_the_end() -> None:
    calls: list[tuple[int, int, str]] = []
    dataset(people(3), VARIABLES, lambda *step: calls.append(step))
    assert calls[-1][:2] == (3, 3)


def test_who_answered_is_told_in_few_classes() -> None:
    one = response(D1="3", D2="1", Z1="-99", W2="-97")
    cells = {
        hands: row(replace(one, provenance=dict.fromkeys(hands.split(), hand)))
        for hands, hand in (("", ""), ("D1", "helper"), ("D1 D2", "helper"), ("D2", "proxy"))
    }
    assert {hands: (each["MODUS"], each["MODUS_ANT"]) for hands, each in cells.items()} == {
        "": (1, 0), "D1": (2, 1), "D1 D2": (2, 2), "D2": (3, 1),
    }  # fmt: skip
