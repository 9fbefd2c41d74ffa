"""Estimated minutes: the model's arithmetic, the study's figures, and the warning."""

import time

import pytest
from small_form import Ask, Block, small_form
from support.rothenburg import study

from kiosk.study.duration import PACES, Duration, Effort, durations, start_block, too_long

GERMAN = "Deutsch (de)"


def test_a_page_costs_its_words_taps_and_itself() -> None:
    sixty, seventy_five = PACES
    effort = Effort(words=30, taps=2, pages=1)
    assert effort.minutes(sixty) * 60 == pytest.approx(30 / 3.0 + 2 * 1.3 + 1.0)
    assert effort.minutes(seventy_five) * 60 == pytest.approx(30 / 2.3 + 2 * 1.7 + 1.3)


def test_one_question_is_read_tapped_and_left() -> None:
    form = small_form(Ask("A", label="Wie geht es Ihnen heute?", codes="1 2 3"))
    found = durations(form, [""], respondents=5)
    assert [each.group for each in found] == ["60–74", "75+"]
    # Five words and three choices; one tap for the choice and one for "Weiter", or, for the few
    # who choose none, the same.
    assert found[0].longest_minutes == pytest.approx(Effort(8, 2, 1).minutes(PACES[0]))


def test_weiss_nicht_is_read_once() -> None:
    once = small_form(Ask("A", codes="1 -98"))
    twice = small_form(Ask("A", codes="1 -98"), Ask("B", codes="1 -98"))
    one, two = (durations(form, [""])[0].median_minutes for form in (once, twice))
    assert one == pytest.approx(Effort(3, 2, 1).minutes(PACES[0]))
    assert two == pytest.approx(Effort(5, 4, 2).minutes(PACES[0]))


def test_routes_make_the_difference_between_median_and_longest() -> None:
    inside = tuple(Ask(f"C{n}") for n in range(10))
    form = small_form(Ask("A"), Block("G", inside, relevant="${A} = 1"))
    found = durations(form, [""])[0]
    assert found.median_minutes < found.p75_minutes == found.longest_minutes


@pytest.mark.parametrize(("name", "published"), [("V", (9.6, 12.5, 11.6)), ("K", (4.2, 5.5, 4.6))])
def test_the_published_figures_are_met_within_a_tenth(
    name: str, published: tuple[float, float, float]
) -> None:
    one = study()
    start = start_block(one.start, one.settings.start, GERMAN)
    form = one.forms[name]
    young, old = durations(form, [GERMAN], start=start, preset=one.settings.presets)
    assert young.median_minutes == pytest.approx(published[0], rel=0.13)
    assert old.median_minutes == pytest.approx(published[1], rel=0.13)
    assert old.median_minutes - old.start_minutes == pytest.approx(published[2], rel=0.10)


def test_all_languages_of_a_form_take_seconds() -> None:
    one = study()
    form = one.forms["V"]
    started = time.process_time()
    found = durations(form, form.languages, preset=one.settings.presets)
    assert time.process_time() - started < 10
    assert {(each.language, each.group) for each in found} == {
        (language, pace.group) for language in form.languages for pace in PACES
    }
    assert found == durations(form, form.languages, preset=one.settings.presets)


def test_too_long_warns_from_the_first_question_on() -> None:
    found = [
        Duration("V", GERMAN, "60–74", 11.0, 12.9, 14.0, start_minutes=1.0),
        Duration("V", GERMAN, "75+", 13.0, 13.5, 14.0, start_minutes=1.3),
        Duration("A", GERMAN, "75+", 13.0, 13.5, 14.0, addressed=False),
        Duration("X", GERMAN, "75+", 99.0, 99.0, 99.0),
    ]
    warnings = list(too_long(found, {"V": 12, "A": 10}))
    assert [(each.code, each.form, each.place) for each in warnings] == [
        ("W701", "V", f"lang:{GERMAN}")
    ]
    assert "75+" in warnings[0].de
    assert "12,2 Minuten" in warnings[0].de


def test_a_form_without_an_end_still_gives_a_figure() -> None:
    chain = [Ask("q0", codes="1 2")]
    chain += [Ask(f"q{n}", codes="1 2", relevant=f"${{q{n - 1}}} != ''") for n in range(1, 600)]
    assert durations(small_form(*chain), [""])[0].longest_minutes > 30
