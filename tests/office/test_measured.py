"""Numbers, dates, rankings and long lists in the report: shown sensibly, and nobody singled out."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_instrument import header

from kiosk.forms.view import Precision
from kiosk.office.dataset import dataset
from kiosk.office.report.content import blocks
from kiosk.office.report.measured import _half
from kiosk.office.report.printed import Bars, Block, Grid, Words
from kiosk.office.tallies import questions
from kiosk.study.codebook import Option, Variable, VariableKind
from kiosk.study.response import Response, ResponseKind, Value


def printed(variable: Variable, values: Sequence[Value]) -> tuple[Block, ...]:
    responses = [
        Response(f"{n:032x}", "", ResponseKind.COMPLETE, header(), {variable.name: value})
        for n, value in enumerate(values)
    ]
    data = dataset(responses, [variable])
    assert not data.aside
    return blocks(questions(data), data.rows)[0]


def words(variable: Variable, values: Sequence[Value]) -> str:
    (block,) = printed(variable, values)
    assert isinstance(block, Words)
    return block.base


@pytest.mark.parametrize(
    ("kind", "precision", "value", "text"),
    [
        (VariableKind.DATE, Precision.DAY, lambda n: f"1950-03-{n + 1:02}", "Median 15.03.1950"),
        (VariableKind.DATE, Precision.MONTH, lambda n: f"1950-03-{n + 1:02}", "Median 03/1950"),
        (VariableKind.DATE, Precision.YEAR, lambda n: f"{1930 + n}-01-01", "Median 1944"),
        (VariableKind.TIME, Precision.DAY, lambda n: f"09:{n:02}:00", "Median 9:14 Uhr"),
        (
            VariableKind.DATETIME, Precision.DAY, lambda n: f"2026-11-{n + 1:02}T09:30:00",
            "Median 15.11.26 09:30",
        ),
        (VariableKind.NUMBER, Precision.DAY, lambda n: f"{n}.5", "Mittelwert 14,5 · Median 14,5"),
    ],
)  # fmt: skip
def test_the_middle_is_shown_as_people_write_it(
    kind: VariableKind, precision: Precision, value: Callable[[int], str], text: str
) -> None:
    variable = Variable("M", "?", kind, precision=precision)
    full = words(variable, [value(n) for n in range(29)])
    assert text in full
    assert "mittlere Hälfte von" in full
    few = words(variable, [value(n) for n in range(19)])
    assert "Median" in few
    assert "mittlere Hälfte" not in few
    assert "nicht gezeigt: 9 Antworten" in words(variable, [value(n) for n in range(9)])
    assert "nicht gezeigt: unter 5" in words(variable, [value(n) for n in range(4)])


@given(st.lists(st.integers(0, 10**6), min_size=20, max_size=200, unique=True))
def test_five_persons_or_more_lie_beyond_either_bound(values: list[int]) -> None:
    lower, upper = _half(sorted(values))
    assert sum(value < lower for value in values) >= 5
    assert sum(value > upper for value in values) >= 5


WISHES = (Option("a", "Ruhe"), Option("b", "Grün"), Option("c", "Nähe"))
RANKING = Variable("R", "?", VariableKind.RANK, WISHES)


def bars(variable: Variable, values: Sequence[Value]) -> Bars:
    (block,) = printed(variable, values)
    assert isinstance(block, Bars)
    return block


def test_a_ranking_shows_the_share_on_the_first_place_and_the_mean_place() -> None:
    block = bars(RANKING, ["a b c"] * 6 + ["b a c"] * 6 + ["c a b"] * 8)
    assert [(bar.count, bar.percent) for bar in block.bars] == [
        ("6", "(30 %)"), ("6", "(30 %)"), ("8", "(40 %)"),
    ]  # fmt: skip
    labels = [bar.label.replace("\u00a0", " ") for bar in block.bars]
    assert labels[0] == "Ruhe (im Mittel Platz 1,7)"


def test_no_mean_place_stands_beside_a_hidden_count() -> None:
    block = bars(RANKING, ["a b c"] * 11 + ["b a c"])
    assert [bar.count for bar in block.bars].count("•") >= 2
    assert not any("Mittel" in bar.label for bar in block.bars)


LISTED = tuple(Option(f"g{n}", f"Ort {n}") for n in range(3000))


def test_of_a_long_list_the_frequent_answers_stand_and_the_rest_is_one() -> None:
    values = ["g7"] * 12 + ["g9"] * 6 + ["g1"] * 4 + [f"g{n}" for n in range(100, 120)]
    block = bars(Variable("O", "?", VariableKind.SINGLE, LISTED), values)
    assert [(bar.label, bar.count) for bar in block.bars] == [
        ("Ort 7", "12"), ("Ort 9", "6"), ("alle anderen zusammen", "24"),
    ]  # fmt: skip
    assert "n = 42" in block.base


def test_of_a_long_list_with_several_answers_the_frequent_stand() -> None:
    values = ["g7 g8"] * 12 + ["g9"] * 8 + ["g1"]
    block = bars(Variable("O", "?", VariableKind.MULTIPLE, LISTED), values)
    assert [(bar.label, bar.count) for bar in block.bars] == [
        ("Ort 7", "12"), ("Ort 8", "12"), ("Ort 9", "8"),
    ]  # fmt: skip


def test_entries_of_a_repeat_that_few_people_made_are_not_shown() -> None:
    over = tuple(Option(str(n), str(n)) for n in range(1, 4))
    several = Variable(
        "W", "Wege?", VariableKind.MULTIPLE, WISHES, over=over, entries="[1-9][0-9]{0,3}"
    )
    values = [{"1": "a b", "2": "c"}] * 12 + [{"1": "a", "2": "a", "3": "b"}] * 3
    made = printed(several, values)
    assert [block.wording for block in made] == ["Wege? (Eintrag 1)", "Wege? (Eintrag 2)"]
    last = made[-1]
    assert isinstance(last, Bars)
    assert last.note.startswith("Die anderen Zeilen haben zu wenige Antworten.")


def test_a_number_in_a_repeat_is_a_row_for_each_entry() -> None:
    over = (Option("PASS", "Pass"), Option("HUND", "Hund"))
    number = Variable("N", "Wie oft?", VariableKind.NUMBER, over=over)
    values = [{"PASS": str(n)} for n in range(20)] + [{"HUND": "3"}] * 3
    (block,) = printed(number, values)
    assert isinstance(block, Grid)
    assert [(row.label, row.base, row.instead) for row in block.rows] == [
        ("Pass", "20", ""), ("Hund", "•", "zu wenige Antworten"),
    ]  # fmt: skip
    assert [cell.text for cell in block.rows[0].cells] == ["9,5", "9,5", "5,0", "14,0"]
