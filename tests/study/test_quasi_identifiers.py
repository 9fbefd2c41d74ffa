"""The audit against the register: cells, estimates from margins, and what it warns of."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_form import Ask, small_form
from support.rothenburg import study

from kiosk.forms.form import Form
from kiosk.study.finding import Severity
from kiosk.study.quasi_identifiers import LEAST, PLANNED, population, quasi_identifiers
from kiosk.study.settings import Population, RegisterRow, Site, StudySettings

# 784 people in area 2, of them 3.5 % aged 14 to 17: privacy.md D.4 no. 13.
SHARES = {1: 0.035, 2: 0.1, 3: 0.2, 4: 0.25, 5: 0.25, 6: 0.165}
AREAS = {1: 2700, 2: 784, 3: 1107}
N = sum(AREAS.values())


def settings_with(register: Iterable[RegisterRow], n: int | None = N) -> StudySettings:
    return replace(
        study().settings, register=tuple(register), population=Population(n, "2026-09-30", "")
    )


def margins() -> list[RegisterRow]:
    ages = [
        RegisterRow(age, sex, None, round(N * share / 2))
        for age, share in SHARES.items()
        for sex in (1, 2)
    ]
    return ages + [RegisterRow(None, None, area, count) for area, count in AREAS.items()]


def crossed() -> list[RegisterRow]:
    return [
        RegisterRow(age, sex, area, round(count * share / 2))
        for age, share in SHARES.items()
        for sex in (1, 2)
        for area, count in AREAS.items()
    ]


def citizens() -> dict[str, Form]:
    form = small_form(
        Ask("S7"),
        Ask("HILFE", "calculate", calculate="${S7}"),
        Ask("D1", codes="1 2 3 4 5 6 -99"),
        Ask("D2", codes="1 2 3 -99"),
        Ask("D3", codes="1 2 3 4 5 -99"),
        Ask("D4", codes="1 2 3 4 5 -99"),
    )
    return {"T": form}


def codes(register: Iterable[RegisterRow], least: int = LEAST) -> list[tuple[str, str, str]]:
    found = quasi_identifiers(citizens(), settings_with(register), least=least)
    return [(each.code, each.form, each.place) for each in found]


def test_without_a_register_there_is_nothing_to_hold_against() -> None:
    assert codes([]) == [("W813", "", "register")]
    assert list(quasi_identifiers({"T": small_form(Ask("X"))}, settings_with([]))) == []


def test_margins_give_the_estimate_of_the_privacy_plan() -> None:
    found = population(("D1", "D2", "D3"), settings_with(margins()))
    assert found is not None
    assert found.estimated
    # "≈ 784·3.5 %/2 ≈ 14 persons"
    assert found.cells[1, 1, 2] == pytest.approx(13.7, abs=0.2)
    assert found.smallest is not None
    assert found.smallest[0][2] == 2
    assert sum(found.cells.values()) == pytest.approx(N, rel=0.01)


def test_the_planned_tables_of_the_town_hold() -> None:
    for register in (margins(), crossed()):
        found = codes(register)
        assert [each for each in found if each[0].startswith("E")] == []
        # Occupation and help split the smallest cell of 14 further.
        assert [each[0] for each in found] == ["W812", "W811"]


def test_a_planned_cell_for_four_people_is_an_error() -> None:
    rows = [
        replace(row, count=4) if (row.age, row.sex, row.area) == (1, 2, 2) else row
        for row in crossed()
    ]
    found = [
        each for each in quasi_identifiers(citizens(), settings_with(rows)) if each.code == "E801"
    ]
    assert len(found) == 1
    assert found[0].severity is Severity.ERROR
    assert "D1 = 1, D2 = 2, D3 = 2" in found[0].de
    assert "4 Menschen" in found[0].de
    assert codes(crossed(), least=5) == [("W812", "T", ""), ("W811", "T", "")]
    assert ("E801", "", "register") in codes(crossed(), least=15)


def test_a_cell_that_nobody_is_in_means_nobody() -> None:
    rows = [replace(row, count=0) if row.age == 1 else row for row in crossed()]
    assert [each for each in codes(rows) if each[0] == "E801"] == []


def test_what_the_register_does_not_know_is_named() -> None:
    one = settings_with(margins())
    one = replace(one, sites=(Site("a", "A"), Site("b", "B")))
    warning = next(each for each in quasi_identifiers(citizens(), one) if each.code == "W812")
    assert "D4, HILFE, STANDORT" in warning.de
    short = {"T": small_form(Ask("D1", codes="1 2 3 4 5 6"))}
    assert list(quasi_identifiers(short, settings_with(margins()))) == []


@given(st.lists(st.integers(0, 400), min_size=12, max_size=12))
def test_finer_figures_add_up_to_coarser_ones(counts: list[int]) -> None:
    places = [(age, sex, area) for age in (1, 2, 3) for sex in (1, 2) for area in (1, 2)]
    rows = [RegisterRow(*place, count) for place, count in zip(places, counts, strict=True)]
    one = settings_with(rows, n=None)
    for table in PLANNED:
        found = population(table, one)
        assert found is not None
        assert not found.estimated
        assert sum(found.cells.values()) == sum(counts)
