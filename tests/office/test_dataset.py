"""Responses become rows: every value a code, nothing empty, no text among them."""

from dataclasses import replace
from random import Random

import pytest
from office_instrument import VARIABLES, header, people, person

from kiosk.office.columns import Measure
from kiosk.office.dataset import dataset
from kiosk.office.errors import NotInCodebook
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


def test_a_draw_over_a_list_has_a_column_per_place() -> None:
    items = (Option("PASS", "Pass"), Option("HUND", "Hund"), Option("KITA", "Kita"))
    draw = Variable("Q", "Zug", VariableKind.DERIVED, over=items, most=2)
    frame = dataset([response(Q="KITA")], [draw]).frame
    assert frame.row(0, named=True)["Q1"] == 3
    assert frame.row(0, named=True)["Q2"] == -97


def test_a_form_that_does_not_ask_is_told_from_an_interview_broken_off() -> None:
    assert row(response())["L1K_AUSW"] == -96  # only K asks
    assert row(response())["W2"] == -95
    assert row(response(ResponseKind.INTERRUPTED))["W2"] == -94


def test_the_variables_every_export_has() -> None:
    cells = row(replace(response(), header=header("K", "pl", "2026-W52", 1)))
    assert {name: cells[name] for name in list(cells)[:7]} == {
        "WELLE": 1, "INSTR": 2, "INSTR_VER": 10000, "KW": 202652, "SPRACHE2": 2, "VORLESEN": 1,
        "ABBRUCH": 0,
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
        ("L_M", "viele"),
    ],
)
def test_a_value_the_codebook_does_not_know_names_the_variable_and_not_the_value(
    name: str, value: Value
) -> None:
    with pytest.raises(NotInCodebook) as caught:
        dataset([replace(response(), answers={name: value})], VARIABLES)
    assert name in caught.value.de
    assert "NIX" not in caught.value.de
    assert "viele" not in caught.value.de


def test_progress_reaches_the_end() -> None:
    calls: list[tuple[int, int, str]] = []
    dataset(people(3), VARIABLES, lambda *step: calls.append(step))
    assert calls[-1][:2] == (3, 3)
