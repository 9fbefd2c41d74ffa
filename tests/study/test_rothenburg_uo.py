"""Businesses (U) and associations (O): what they are offered, and that both are asked alike."""

import pytest
from support.rothenburg_forms import LANGUAGES, finished, form, interview, reached

from kiosk.forms.view import ChoiceView, Kind, QuestionView, Rejection
from kiosk.study.codebook import Variable
from kiosk.study.outcome import outcome
from kiosk.study.variables import variables_of

SERVICES = ("GEWE", "VERAN", "SOND", "BAU", "STEU", "RAUM", "VEREIN", "AUFTR", "EVENT", "AUSK")
STANDING_ALONE = ("x", "-98", "-99")
SHARED = ("U2", "U3", "U4", "U5", "U6", "U7", "U9", "U10", "U11", "U12", "U13")


def variables(name: str, language: str = "") -> dict[str, Variable]:
    return {each.name: each for each in variables_of(form(name), language)}


def asked(name: str, question: str, answers: dict[str, str]) -> QuestionView:
    view = reached(interview(name, 1), question, answers).question()
    assert view is not None
    return view


def values(choices: tuple[ChoiceView, ...]) -> tuple[str, ...]:
    return tuple(each.value for each in choices)


@pytest.mark.parametrize("name", ["U", "O"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_anybody_gets_to_the_end(name: str, language: str) -> None:
    for seed in range(60):
        answers = outcome(finished(interview(name, seed, language), seed))
        assert answers.keys() == variables(name).keys()
        assert "-97" not in answers.values()  # nobody is led around a question


@pytest.mark.parametrize("name", ["U", "O"])
@pytest.mark.parametrize("wanted", ["", "x", "-98", "-99", "SOND", "GEWE AUFTR"])
def test_too_few_wishes_offer_every_service_first(name: str, wanted: str) -> None:
    offered = values(asked(name, "U5", {"U4": wanted}).choices)
    assert offered == SERVICES + STANDING_ALONE


@pytest.mark.parametrize("name", ["U", "O"])
@pytest.mark.parametrize("wanted", ["VERAN SOND AUSK", "GEWE BAU STEU AUFTR", " ".join(SERVICES)])
def test_three_wishes_and_more_offer_just_these(name: str, wanted: str) -> None:
    offered = values(asked(name, "U5", {"U4": wanted}).choices)
    assert offered == (*wanted.split(), *STANDING_ALONE)


def test_a_pick_that_is_no_longer_wished_for_is_dropped() -> None:
    entry = reached(interview("U", 1), "U5", {"U4": "GEWE SOND BAU AUFTR"})
    assert entry.answer("GEWE AUFTR") is None
    entry.backward()
    assert entry.answer("GEWE SOND BAU") is None
    entry.forward()
    view = entry.question()
    assert view is not None
    assert view.value == "GEWE"


@pytest.mark.parametrize("name", ["U", "O"])
def test_three_is_the_most_and_some_answers_stand_alone(name: str) -> None:
    for question in ("U5", "U9", "U11"):
        entry = reached(interview(name, 1), question, {})
        view = entry.question()
        assert view is not None
        assert view.most == 3
        ordinary = [each.value for each in view.choices if not (each.exclusive or each.apart)]
        problem = entry.answer(" ".join(ordinary[:4]))
        assert problem is not None
        assert problem.reason is Rejection.TOO_MANY
        for alone in STANDING_ALONE:
            assert entry.answer(f"{ordinary[0]} {alone}") is not None
            assert entry.answer(alone) is None


def test_tiles_show_ten_services_with_their_pictures_in_pages_of_six() -> None:
    for question in ("U3", "U4"):
        view = asked("U", question, {})
        pictures = {each.value: each.image for each in view.choices if each.image}
        assert pictures == {code: f"{code}.svg" for code in SERVICES}
        assert view.block == 6


def test_both_are_asked_the_shared_questions_alike_in_every_language() -> None:
    for language in LANGUAGES:
        businesses, associations = variables("U", language), variables("O", language)
        assert set(SHARED) <= businesses.keys() & associations.keys()
        for name in SHARED:
            mine, theirs = businesses[name], associations[name]
            assert (mine.wording, mine.kind, mine.options, mine.most, mine.ordered) == (
                theirs.wording,
                theirs.kind,
                theirs.options,
                theirs.most,
                theirs.ordered,
            )


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_shared_with_the_citizens_read_the_same(language: str) -> None:
    businesses, citizens = variables("U", language), variables("V", language)
    assert businesses["U7"].options == citizens["W2"].options
    assert businesses["U9"].options == citizens["B1"].options
    assert businesses["U9"].wording == citizens["B1"].wording
    no_contact = [each for each in citizens["E3"].options if each.code != "0"]
    assert list(businesses["U6"].options) == no_contact


@pytest.mark.parametrize("name", ["U", "O"])
def test_the_wish_is_a_short_text(name: str) -> None:
    view = asked(name, "U13", {})
    assert (view.kind, view.length) == (Kind.TEXT, 200)
