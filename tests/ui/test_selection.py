import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forms.view import ChoiceView, Kind, QuestionView
from kiosk.ui.inputs.selection import counted, stands_alone, toggled

CHOICES = (
    *(ChoiceView(each, each) for each in "abcde"),
    ChoiceView("x", "nichts davon", exclusive=True),
    ChoiceView("-98", "weiß nicht", apart=True),
    ChoiceView("-99", "keine Angabe", exclusive=True, apart=True),
)
VALUES = [each.value for each in CHOICES]
UP_TO_3 = QuestionView("/q", "q", Kind.SELECT_MULTIPLE, "?", choices=CHOICES, most=3)
ONE = QuestionView("/q", "q", Kind.SELECT_ONE, "?", choices=CHOICES)


def after(view: QuestionView, taps: list[str], value: str = "") -> str:
    for tap in taps:
        value = value if (new := toggled(view, value, tap)) is None else new
    return value


def test_the_fourth_answer_is_refused_and_nobody_deselected() -> None:
    value = after(UP_TO_3, ["a", "c", "b"])
    assert value == "a b c"
    assert toggled(UP_TO_3, value, "d") is None


def test_a_chosen_answer_is_taken_away_also_at_the_cap() -> None:
    assert toggled(UP_TO_3, "a b c", "b") == "a c"


@pytest.mark.parametrize("alone", ["x", "-98", "-99"])
def test_one_that_stands_alone_clears_the_others_and_yields_to_them(alone: str) -> None:
    assert toggled(UP_TO_3, "a b c", alone) == alone
    assert toggled(UP_TO_3, alone, "d") == "d"
    assert toggled(UP_TO_3, alone, alone) == ""


def test_a_single_answer_stays_when_tapped_again() -> None:
    assert toggled(ONE, "a", "b") == "b"
    assert toggled(ONE, "a", "a") == "a"


def test_what_is_not_offered_is_an_error() -> None:
    with pytest.raises(ValueError, match="does not offer"):
        toggled(UP_TO_3, "", "z")


@given(st.lists(st.sampled_from(VALUES)))
def test_any_taps_keep_the_cap_the_order_and_the_standing_alone(taps: list[str]) -> None:
    chosen = after(UP_TO_3, taps).split()
    assert chosen == sorted(chosen, key=VALUES.index)
    assert counted(UP_TO_3, " ".join(chosen)) <= 3
    if any(stands_alone(UP_TO_3, each) for each in chosen):
        assert len(chosen) == 1


RANK = QuestionView("/q", "q", Kind.RANK, "?", choices=CHOICES, most=3)


@given(st.lists(st.sampled_from(VALUES), max_size=20))
def test_a_ranking_keeps_the_order_of_the_taps(taps: list[str]) -> None:
    value = ""
    for tap in taps:
        before = value.split()
        new = toggled(RANK, value, tap)
        if new is None:
            assert counted(RANK, value) == 3
            assert tap not in before
            continue
        value = new
        if tap in before:
            assert value.split() == [each for each in before if each != tap]
        elif stands_alone(RANK, tap):
            assert value == tap
        else:
            kept = [each for each in before if not stands_alone(RANK, each)]
            assert value.split() == [*kept, tap]
