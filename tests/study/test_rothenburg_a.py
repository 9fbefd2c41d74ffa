"""Staff (A): the draw of their tasks, what is asked of whom, and the open text kept apart."""

from collections import Counter
from random import Random

import pytest
from support.rothenburg_forms import LANGUAGES, answered, finished, form, interview, reached

from kiosk.forms.entry import FormEntry
from kiosk.forms.view import Kind
from kiosk.office.dataset import dataset
from kiosk.study.codebook import Variable, VariableKind
from kiosk.study.outcome import chances, outcome, replayed
from kiosk.study.response import Response, ResponseHeader, ResponseKind
from kiosk.study.variables import variables_of

LOOP = ("A4", "A5", "A6", "A7")


def variables(name: str = "A", language: str = "") -> dict[str, Variable]:
    return {each.name: each for each in variables_of(form(name), language)}


def services() -> tuple[str, ...]:
    return tuple(each.code for each in variables()["A4"].over)


def order(entry: FormEntry) -> tuple[str, ...]:
    view = entry.question()
    assert view is not None
    return tuple(each.value for each in view.choices if each.image)


@pytest.mark.parametrize("language", LANGUAGES)
def test_anybody_gets_to_the_end(language: str) -> None:
    for seed in range(60):
        answers = outcome(finished(interview("A", seed, language, A1_AN=str(seed % 2)), seed))
        assert answers.keys() == variables().keys()


def test_the_loop_may_draw_every_service() -> None:
    assert len(services()) == 24
    assert all(variables()[name].over == variables()["A4"].over for name in LOOP)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 24])
def test_up_to_four_tasks_are_drawn_and_the_draw_is_stored(count: int) -> None:
    for seed in range(20):
        mine = " ".join(Random(seed).sample(services(), count))
        answers = outcome(answered(interview("A", seed), {"A3": mine}))
        drawn = min(count, 4)
        assert (answers["A_M"], answers["A_K"]) == (str(count), str(drawn))
        places = [answers[f"A_ZUG{number}"] for number in range(1, 5)]
        assert all(places[:drawn])
        assert not any(places[drawn:])
        for name in LOOP:
            asked = answers[name]
            assert isinstance(asked, dict)
            assert list(asked) == places[:drawn]
            assert asked.keys() <= set(mine.split())


@pytest.mark.parametrize("none", ["", "x", "-99"])
def test_nobody_is_asked_about_tasks_they_do_not_have(none: str) -> None:
    answers = outcome(answered(interview("A", 1), {"A3": none}))
    assert (answers["A_M"], answers["A_K"]) == ("0", "0")
    assert all(answers[name] == {} for name in LOOP)


def test_every_task_is_drawn_equally_often() -> None:
    """Six tasks, four drawn: each in two thirds of 600 interviews, within 4.5 standard errors."""
    mine = services()[:6]
    drawn: Counter[str] = Counter()
    for seed in range(600):
        entry = reached(interview("A", seed), "A3", {})
        assert entry.answer(" ".join(mine)) is None
        drawn.update(chances(entry)[f"/data/A_ZUG{number}"] for number in range(1, 5))
    assert set(drawn) == set(mine)
    assert all(abs(drawn[code] - 400) < 4.5 * (600 * 2 / 9) ** 0.5 for code in mine)


def test_the_language_does_not_change_the_draw_but_names_it() -> None:
    drawn, said = set(), set()
    for language in LANGUAGES:
        entry = reached(interview("A", 5, language), "A4", {"A3": "HUND BAU KITA URK FUND"})
        view = entry.question()
        assert view is not None
        drawn.add(entry.instance.find("/data/A_ZUG1").text)  # type: ignore[union-attr]
        said.add(view.label.split(":")[0])
    assert len(drawn) == 1
    assert len(said) == 3


def test_an_interrupted_interview_is_rebuilt_with_its_draw() -> None:
    entry = interview("A", 9)
    events = []
    while (question := entry.question()) is not None:
        value = "PASS HUND BAU KITA URK FUND" if question.name == "A3" else ""
        value = "2" if question.name in LOOP else value
        assert entry.answer(value) is None
        stored = entry.question()
        assert stored is not None
        events.append((stored.ref, stored.value))
        entry.forward()
    again = replayed(form("A"), {"/data/seed": chances(entry)["/data/seed"]}, events, "2026-W47")
    assert outcome(again) == outcome(entry)


def test_both_lists_of_services_share_one_order_of_pages_with_the_district_last() -> None:
    orders = set()
    for seed in range(30):
        entry = reached(interview("A", seed), "A3", {})
        mine = order(entry)
        assert mine == order(reached(entry, "A8", {}))
        assert mine[-1] == "LRA"
        orders.add(mine)
    assert len(orders) == 6  # three pages of six change places; the district's stays last


def test_the_workplace_is_asked_only_where_the_town_allows_it() -> None:
    assert outcome(answered(interview("A", 1), {}))["A1"] == "-96"
    assert outcome(answered(interview("A", 1, A1_AN="0"), {}))["A1"] == "-96"
    assert outcome(answered(interview("A", 1, A1_AN="1"), {"A1": "2"}))["A1"] == "2"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_mirrors_the_citizens_reads_as_they_read_it(language: str) -> None:
    staff, citizens = variables("A", language), variables("V", language)
    assert staff["A8"].options == citizens["L2"].options
    assert staff["A10"].options == citizens["B1"].options
    assert staff["A11"].options == citizens["H1"].options
    assert staff["A4"].over == citizens["L3"].over
    assert staff["A14_1"].options == citizens["K1"].options
    assert staff["A15_1"].options == citizens["O1"].options


def test_out_of_ten_is_answered_with_one_tap_or_not_at_all() -> None:
    view = reached(interview("A", 1), "A9", {}).question()
    assert view is not None
    assert view.kind is Kind.SELECT_ONE
    codes = [each.value for each in view.choices]
    assert codes == [*map(str, range(11)), "-98", "-99"]
    assert [each.value for each in view.choices if each.apart] == ["-98", "-99"]


def test_the_open_text_never_meets_the_other_answers() -> None:
    text = "Bitte mehr Zeit für Schulungen"
    view = reached(interview("A", 1), "A21", {}).question()
    assert view is not None
    assert view.length == 300
    assert variables()["A21"].kind is VariableKind.TEXT
    answers = outcome(answered(interview("A", 1), {"A2": "4", "A21": text}))
    header = ResponseHeader(
        study="0" * 64,
        project="rothenburg",
        wave=1,
        form="A",
        form_version="2026.1.0",
        language="de",
        site="rathaus",
        week="2026-W47",
        text_size=1,
        read_aloud=0,
        app_version="1",
    )
    response = Response("1" * 32, "2" * 32, ResponseKind.COMPLETE, header, answers)
    data = dataset([response], variables_of(form("A")))
    assert "A21" not in data.frame.columns
    assert text not in [str(cell) for row in data.frame.rows() for cell in row]
    assert [(each.variable, each.instrument, each.text) for each in data.texts] == [
        ("A21", "A", text)
    ]
