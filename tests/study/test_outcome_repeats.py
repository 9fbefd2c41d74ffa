"""Answers in open, counted, drawn and nested repeats: every one has its variable and its key."""

import re
from random import Random

import pytest
from support import every_kind

from kiosk.forms.entry import FormEntry
from kiosk.study.codebook import Variable, VariableKind
from kiosk.study.outcome import chances, outcome, replayed
from kiosk.study.study import Study
from kiosk.study.variables import variables_of


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return every_kind.study(tmp_path_factory.mktemp("every"))


@pytest.fixture(scope="module")
def variables(study: Study) -> dict[str, Variable]:
    return {each.name: each for each in variables_of(study.forms[every_kind.FORM])}


def entry_of(study: Study, **answers: str) -> FormEntry:
    """An interview whose answers are given by ref, "/" as "__"."""
    entry = FormEntry(study.forms[every_kind.FORM], random=lambda: 0.5, preset={"AN": "1"})
    for ref, value in answers.items():
        node = entry.instance.find(ref)
        assert node is not None, ref
        entry.instance.set(node, value)
    return entry


def test_a_key_joins_the_keys_of_all_repeats_around_the_outermost_first(study: Study) -> None:
    entry = entry_of(study, **{
        "/data/person#": "2",
        "/data/person[1]/tier#": "0",
        "/data/person[2]/tier#": "3",
        "/data/person[2]/tier[3]/TIERART": "katze",
        "/data/person[1]/ALTER": "70",
    })  # fmt: skip
    answers = outcome(entry)
    assert answers["ALTER"] == {"1": "70", "2": "-95"}
    assert answers["TIERART"] == {"2_1": "-95", "2_2": "-95", "2_3": "katze"}
    assert answers["TIERE"] == {"1": "0", "2": "3"}


def test_a_drawn_entry_is_named_by_what_was_drawn(study: Study) -> None:
    entry = entry_of(study, **{"/data/WEGE": "rad auto", "/data/weg[2]/WEG_NOTE": "4"})
    answers = outcome(entry)
    assert answers["WEG_NOTE"] == {"rad": "-95", "auto": "4"}
    assert "WEG" not in answers  # the key says it


def test_the_codebook_has_every_entry_there_may_be(variables: dict[str, Variable]) -> None:
    pairs = [f"{person}_{pet}" for person in range(1, 5) for pet in range(1, 4)]
    assert [each.code for each in variables["TIERART"].over] == pairs
    assert [each.code for each in variables["ALTER"].over] == ["1", "2", "3", "4"]
    assert [each.code for each in variables["WEG_NOTE"].over] == ["fuss", "rad", "bus", "auto"]
    assert variables["WEG_NOTE"].entries == ""
    assert re.fullmatch(variables["TIERART"].entries, "12_7")
    assert not re.fullmatch(variables["TIERART"].entries, "12")
    assert (variables["TIERE"].kind, len(variables["TIERE"].over)) == (VariableKind.DERIVED, 4)


def test_what_is_calculated_from_words_is_no_variable(variables: dict[str, Variable]) -> None:
    assert "WUNSCH_KURZ" not in variables
    assert {"GRUPPE", "ALT", "GEAENDERT", "seed"} <= variables.keys()


def test_a_choice_among_answers_names_their_variable(variables: dict[str, Variable]) -> None:
    assert (variables["WER"].source, variables["WER"].options) == ("KUERZEL", ())
    assert variables["WER"].kind is VariableKind.SINGLE


def test_labels_have_no_markdown(variables: dict[str, Variable]) -> None:
    assert variables["WOHNEN"].wording == "Wie wohnen Sie?"


def test_every_variable_is_there_wherever_somebody_breaks_off(
    study: Study, variables: dict[str, Variable]
) -> None:
    for seed in range(20):
        draw = Random(seed)
        entry = FormEntry(study.forms[every_kind.FORM], random=draw.random, preset={"AN": "1"})
        for _step in range(draw.randint(0, 30)):
            question = entry.question()
            assert question is not None
            assert entry.answer(every_kind.reply(question, draw)) is None
            entry.forward()
        answers = outcome(entry, entry.at)
        assert answers.keys() >= variables.keys()
        shown = [entry.instance.ref(each.node) for each in entry.path()]
        shown = shown[: shown.index(entry.at) + 1]
        assert answers["STUFE"] == "-94"
        assert (answers["RANG"] == "-94") == ("/data/RANG" not in shown)
        # Nobody knows which ways would have been drawn.
        assert (answers["WEG_NOTE"] == "-94") == ("/data/WEGE" not in shown)


def test_an_interview_replayed_from_its_events_has_the_same_outcome(study: Study) -> None:
    for seed in range(12):
        draw = Random(seed)
        entry = FormEntry(study.forms[every_kind.FORM], random=draw.random, preset={"AN": "1"})
        preset, events = chances(entry), []
        assert not any("/person/" in path or "/weg/" in path for path in preset)
        while (question := entry.question()) is not None:
            assert entry.answer(every_kind.reply(question, draw)) is None
            after = entry.question()
            assert after is not None
            if after.value != question.value:
                events.append((after.ref, after.value))
            entry.forward()
        assert outcome(replayed(entry.form, preset, events, "2026-W47")) == outcome(entry)
