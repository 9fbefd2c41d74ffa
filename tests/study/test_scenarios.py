"""Answer paths are kept and replayed, and the first step that differs is named."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.rothenburg import SOURCE, package, study
from typer.testing import CliRunner

from kiosk.commands import study as study_commands
from kiosk.forms.form import Form
from kiosk.forms.reading import read_form
from kiosk.study.building import compile_workbook
from kiosk.study.errors import StudyError
from kiosk.study.scenario import Scenario, Step, as_listed, at_random, record, replay
from kiosk.study.scenario_file import read_answers, read_scenario, write_scenario
from kiosk.study.settings import Language

GOLDEN = sorted((Path(__file__).parent / "scenarios").glob("*.toml"))
GERMAN = Language("de", "Deutsch (de)", ("T",))

WORKBOOK = """
| survey |
| | type | name | label::Deutsch (de) | relevant | constraint | constraint_message::Deutsch (de) | required | calculation | readonly |
| | hidden | WELLE | | | | | | | |
| | calculate | SPLIT | | | | | | once(if(random() < 0.5, 1, 2)) | |
| | select_one ja | A | Frage A? | | | | | | |
| | select_multiple farben | B | Frage B? | ${A} = '1' | | | | | |
| | integer | C | Frage C? | | . > 2 | Bitte mehr als 2. | | | |
| | select_one ja | D | Frage D? | ${SPLIT} = 1 | | | | | |
| | select_one ja | E | Frage E? | ${SPLIT} = 2 | | | | | |
| | note | N | Ein Hinweis. | ${WELLE} = 1 | | | | | |
| | select_one ja | F | Frage F? | | | | | | |
| choices |
| | list_name | name | label::Deutsch (de) |
| | ja | 1 | ja |
| | ja | 2 | nein |
| | farben | rot | rot |
| | farben | blau | blau |
| settings |
| | form_id | version | default_language |
| | T | 1 | Deutsch (de) |
"""  # fmt: skip  # noqa: E501
ANSWERS = {"A": "1", "B": "rot blau", "C": "3", "D": "2", "E": "2", "F": "1"}
PATH = ("A", "B", "C", "D", "N", "F")


def compiled(folder: Path, text: str = WORKBOOK) -> Form:
    path = folder / "T.md"
    path.write_text(text, encoding="utf-8")
    return read_form(compile_workbook(path), "T")


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Form:
    return compiled(tmp_path_factory.mktemp("form"))


def recorded(form: Form, answers: Mapping[str, str] = ANSWERS) -> Scenario:
    """Somebody in the first half sample who answers everything."""
    presets = {"WELLE": "1", "SPLIT": "1", "ELSEWHERE": "x"}
    return record(form, GERMAN, seed=1, presets=presets, answers=as_listed(answers))


def test_a_scenario_says_what_was_asked_and_answered(form: Form) -> None:
    scenario = recorded(form)
    assert [step.question for step in scenario.steps] == [f"/data/{name}" for name in PATH]
    assert [step.next for step in scenario.steps] == [
        *(f"/data/{name}" for name in PATH[1:]),
        "",
    ]
    assert scenario.steps[0] == Step("/data/A", "1", "/data/B", "Frage A?")
    assert scenario.presets == {"WELLE": "1", "SPLIT": "1"}
    assert replay(scenario, form, GERMAN) is None


def test_every_draw_is_in_the_scenario_so_that_no_later_one_changes_it(form: Form) -> None:
    drawn = {
        record(form, GERMAN, seed=seed, presets={}, answers=at_random(seed)).presets["SPLIT"]
        for seed in range(20)
    }
    assert drawn == {"1", "2"}


def edited(old: str, new: str) -> str:
    assert old in WORKBOOK
    return WORKBOOK.replace(old, new, 1)


A = "| | select_one ja | A | Frage A? | | | | | | |\n"
C = "| | integer | C | Frage C? | | . > 2 | Bitte mehr als 2. | | | |\n"
D = "| | select_one ja | D | Frage D? | ${SPLIT} = 1 | | | | | |\n"
F = "| | select_one ja | F | Frage F? | | | | | | |\n"


@pytest.mark.parametrize(
    ("text", "step", "said"),
    [
        (edited("${A} = '1'", "${A} = '2'"), 1, "jetzt kommt /data/C; B wird nicht mehr gefragt"),
        (edited(D, ""), 3, "Nach /data/C kam /data/D, jetzt kommt /data/N; D gibt es nicht mehr"),
        (edited(D, D.replace("| D |", "| D2 |")), 3, "jetzt kommt /data/D2; D heißt jetzt D2"),
        (
            edited(D, f"| | begin group | g | | | | | | | |\n{D}| | end group | g |\n"),
            3,
            "jetzt kommt /data/g/D; D steht jetzt in /data/g/D",
        ),
        (edited(C, C + F.replace(" F ", " X ")), 3, "kam /data/D, jetzt kommt /data/X; D kommt an"),
        (edited(F, F + F.replace(" F ", " X ")), 6, "kam das Ende, jetzt kommt /data/X"),
        (edited(F, ""), 5, "Nach /data/N kam /data/F, jetzt kommt das Ende; F gibt es nicht mehr"),
        (edited(A, F.replace(" F ", " X ") + A), 0, "Zuerst kam /data/A, jetzt kommt /data/X"),
        (edited("| | farben | blau | blau |\n", ""), 2,
         "„blau“ wurde angenommen, jetzt: wird nicht angeboten; angeboten: rot"),
        (edited(". > 2", ". > 3"), 3, "verletzt eine Bedingung: „Bitte mehr als 2.“"),
        (edited("| | integer | C |", "| | note | C |"), 3, "ist jetzt ein Hinweis ohne Antwort"),
        (edited("| | hidden | WELLE | | | | | | | |\n", "").replace("${WELLE} = 1", ""), 0,
         "Die verborgene Frage WELLE gibt es nicht mehr"),
        (edited("${A} = '1' | | | | | |", "${A} = '1' | | | | | yes |"), 2,
         "lässt sich nicht ändern"),
    ],
)  # fmt: skip
def test_the_first_step_that_differs_is_named(
    form: Form, tmp_path: Path, text: str, step: int, said: str
) -> None:
    difference = replay(recorded(form), compiled(tmp_path, text), GERMAN)
    assert difference is not None
    assert difference.step == step
    assert said in difference.de
    assert difference.question == (f"/data/{PATH[step - 1]}" if step else "")
    assert difference.en != difference.de


def test_what_was_left_open_and_is_required_now_is_named(form: Form, tmp_path: Path) -> None:
    scenario = recorded(form, {"A": "2"})
    assert replay(scenario, form, GERMAN) is None
    stricter = edited("| Bitte mehr als 2. | |", "| Bitte mehr als 2. | yes |")
    difference = replay(scenario, compiled(tmp_path, stricter), GERMAN)
    assert difference is not None
    assert (difference.step, difference.question) == (2, "/data/C")
    assert "Pflicht" in difference.de


@pytest.mark.parametrize(
    "text",
    [
        edited("Frage B?", "Ganz andere Worte?"),
        edited("| | ja | 2 | nein |", "| | ja | 2 | nein |\n| | ja | 3 | vielleicht |"),
        edited(". > 2", ". > 1"),
        edited("| | calculate | SPLIT |", "| | calculate | ZUVOR | | | | | | once(random()) | |\n"
                                          "| | calculate | SPLIT |"),
    ],
)  # fmt: skip
def test_what_does_not_change_the_path_is_no_difference(
    form: Form, tmp_path: Path, text: str
) -> None:
    assert replay(recorded(form), compiled(tmp_path, text), GERMAN) is None


def test_an_answer_the_form_refuses_is_named_when_recording(form: Form) -> None:
    with pytest.raises(StudyError) as caught:
        recorded(form, ANSWERS | {"C": "1"})
    assert "/data/C" in caught.value.de
    with pytest.raises(StudyError) as caught:
        recorded(form, ANSWERS | {"B": "grün"})
    assert "/data/B" in caught.value.de


@given(
    st.lists(st.builds(Step, st.text(), st.text(), st.text(), st.text()), max_size=3),
    st.dictionaries(st.text(), st.text(), max_size=3),
)
def test_a_scenario_survives_its_file(steps: list[Step], presets: dict[str, str]) -> None:
    scenario = Scenario("V", "1.0", "de", 7, presets, tuple(steps))
    assert read_scenario(write_scenario(scenario).encode(), "x.toml") == scenario


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("seed = 1", "", "seed"),
        ("seed = 1", 'seed = "1"', "seed"),
        ("seed = 1", "seed = true", "seed"),
        ("seed = 1", "seed = 1\ncolour = 2", "colour"),
        ('value = "1"', "value = 1", "steps[1].value"),
        ('value = "1"', 'value = "1", more = "2"', "steps[1].more"),
        ("[presets]", "[presets]\nX = 1", "presets.X"),
        ("steps = [", "steps = [ 7,", "steps[1]"),
        ("form = ", "form ", "nicht lesbar"),
    ],
)
def test_a_damaged_scenario_is_named_by_its_key(form: Form, old: str, new: str, said: str) -> None:
    text = write_scenario(recorded(form))
    assert old in text
    with pytest.raises(StudyError) as caught:
        read_scenario(text.replace(old, new, 1).encode(), "x.toml")
    assert said in caught.value.de
    assert "x.toml" in caught.value.de


def test_answers_are_listed_by_name_or_place() -> None:
    listed = read_answers(b'D1 = "3"\n"/data/loop[2]/L3" = "4"\n', "a.toml")
    assert listed == {"D1": "3", "/data/loop[2]/L3": "4"}
    with pytest.raises(StudyError):
        read_answers(b"D1 = 3\n", "a.toml")


# -- the shipped study


def golden(path: Path) -> Scenario:
    return read_scenario(path.read_bytes(), path.name)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_the_shipped_study_takes_its_known_paths(path: Path) -> None:
    """Where a path was changed on purpose, record it anew: docs/scenarios.md."""
    scenario = golden(path)
    language = study().settings.languages[scenario.language]
    assert replay(scenario, study().forms[scenario.form], language) is None


def test_the_known_paths_go_through_every_question() -> None:
    seen: dict[str, set[str]] = {}
    for path in GOLDEN:
        for step in golden(path).steps:
            seen.setdefault(golden(path).form, set()).add(re.sub(r"\[\d+\]", "", step.question))
    for name, form in study().forms.items():
        if name != study().settings.start.form:
            assert seen[name] == set(form.questions), name


def test_a_route_changed_in_the_shipped_study_is_named_at_its_step(tmp_path: Path) -> None:
    source = Path(shutil.copytree(SOURCE, tmp_path / "study"))
    text = (source / "V.md").read_text(encoding="utf-8")
    changed = re.sub(r"(\| Z3 \|.*?\| )\$\{Z2\} > 1( \|)", r"\1${Z2} > 3\2", text, count=1)
    assert changed != text
    (source / "V.md").write_text(changed, encoding="utf-8")
    form = read_form(compile_workbook(source / "V.md"), "V")
    scenario = next(each for each in map(golden, GOLDEN) if _answers(each).get("Z2") == "3")
    difference = replay(scenario, form, study().settings.languages[scenario.language])
    assert difference is not None
    assert difference.question == "/data/Z2"
    assert scenario.steps[difference.step - 1].question == "/data/Z2"
    assert "kam /data/Z3" in difference.de
    assert "Z3 wird nicht mehr gefragt" in difference.de


def _answers(scenario: Scenario) -> dict[str, str]:
    return {step.question.rpartition("/")[2]: step.value for step in scenario.steps}


# -- the command


def test_a_preset_or_an_answer_that_the_form_does_not_have_is_named(tmp_path: Path) -> None:
    bundle, answers = tmp_path / "r.study.zip", tmp_path / "answers.toml"
    bundle.write_bytes(package())
    # Windows' Notepad puts a byte order mark in front; it is no fault.
    answers.write_bytes(b"\xef\xbb\xbf" + b'NIX = "1"\n')
    words = ["scenario", "record", str(bundle), "--form", "K", "-o", str(tmp_path / "a")]
    for more in (["--preset", "NIX=1"], ["--answers", str(answers)]):
        told = CliRunner().invoke(study_commands.app, [*words, *more])
        assert told.exit_code == 1
        assert "NIX" in told.output, told.output
        assert "byte" not in told.output


def test_recording_the_same_seed_gives_the_same_file_and_replays(tmp_path: Path) -> None:
    bundle = tmp_path / "r.study.zip"
    bundle.write_bytes(package())
    run = CliRunner().invoke
    words = ["scenario", "record", str(bundle), "--form", "K", "--count", "2", "-o"]
    for folder in ("a", "b"):
        assert run(study_commands.app, [*words, str(tmp_path / folder)]).exit_code == 0
    names = [each.name for each in sorted((tmp_path / "a").iterdir())]
    assert names == ["K-de-1.toml", "K-de-2.toml"]
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    again = ["scenario", "replay", str(bundle), str(tmp_path / "a")]
    assert run(study_commands.app, again).exit_code == 0
    # Somebody else's path: the form's, but with a step that was never asked.
    scenario = read_scenario((tmp_path / "a" / names[0]).read_bytes(), "x")
    steps = (replace(scenario.steps[0], next="/data/NIE"), *scenario.steps[1:])
    (tmp_path / "a" / names[0]).write_text(write_scenario(replace(scenario, steps=steps)))
    told = run(study_commands.app, again)
    assert told.exit_code == 1
    assert names[0] in told.output
    assert "/data/NIE" in told.output
    gone = write_scenario(replace(scenario, language="fr"))
    (tmp_path / "a" / names[0]).write_text(gone, encoding="utf-8")
    told = run(study_commands.app, again)
    assert told.exit_code == 1
    assert "fr" in told.output
