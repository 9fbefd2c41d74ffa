"""`kiosk study scenario`: keep answer paths and play them again on the next version."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands import GERMAN, err, group, out, plainly, presets_given, read_file, say
from kiosk.errors import KioskError
from kiosk.forms.form import Form
from kiosk.study.checking import check_source
from kiosk.study.diagnosis import FaultySource
from kiosk.study.scenario import Answerer, Difference, as_listed, at_random, record, replay
from kiosk.study.scenario_file import read_answers, read_scenario, write_scenario
from kiosk.study.settings import Language, StudySettings
from kiosk.study.study import open_package
from kiosk.study.variables import derived_names

app = group(say("Antwortwege aufnehmen und nachspielen.", "Record and replay answer paths."))

SUFFIX = ".toml"
Study = Annotated[
    Path,
    typer.Argument(help=say("Ordner der Studie oder Studienpaket", "study's folder or package")),
]


@app.command(name="record", help=say("Nimmt Antwortwege auf.", "Records answer paths."))
@plainly
def scenario_record(
    study: Study,
    folder: Annotated[Path, typer.Option("--out", "-o", help=say("Zielordner", "target folder"))],
    form: Annotated[str, typer.Option(help=say("Fragebogen: V, K …", "form: V, K …"))],
    language: Annotated[str, typer.Option(help=say("Sprache: de, pl …", "language"))] = "de",
    seed: Annotated[int, typer.Option(help=say("Startwert des Zufalls", "seed"))] = 1,
    count: Annotated[
        int, typer.Option(min=1, help=say("wie viele, mit Startwert +1 …", "how many"))
    ] = 1,
    answers: Annotated[
        Path | None,
        typer.Option(help=say('Antworten statt Zufall: D1 = "3"', 'answers instead: D1 = "3"')),
    ] = None,
    preset: Annotated[
        list[str] | None, typer.Option(help=say("NAME=WERT verborgener Fragen", "NAME=VALUE"))
    ] = None,
) -> None:
    """Write one scenario for each seed, named form-language-seed.toml."""
    settings, forms = _opened(study)
    asked, spoken = _chosen(settings, forms, form, language)
    presets = {
        **settings.presets,
        "WELLE": str(settings.wave),
        "VORLESEN": "0",
        **_presets(preset or [], asked),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for each in range(seed, seed + count):
        person = _listed(answers, asked) if answers is not None else at_random(each)
        scenario = record(asked, spoken, seed=each, presets=presets, answers=person)
        path = folder / f"{form}-{language}-{each}{SUFFIX}"
        path.write_text(write_scenario(scenario), encoding="utf-8", newline="\n")
        steps = len(scenario.steps)
        out.print(say(f"{path}: {steps} Fragen", f"{path}: {steps} questions"), markup=False)


@app.command(name="replay", help=say("Spielt Antwortwege nach.", "Replays answer paths."))
@plainly
def scenario_replay(
    study: Study,
    scenarios: Annotated[
        list[Path], typer.Argument(help=say("Dateien oder Ordner", "files or folders"))
    ],
) -> None:
    """Name the first step of each scenario that differs; exit status 1 when one does."""
    settings, forms = _opened(study)
    differing = 0
    for path in _files(scenarios):
        scenario = read_scenario(read_file(path), path.name)
        try:
            asked, spoken = _chosen(settings, forms, scenario.form, scenario.language)
        except KioskError as error:  # the form or its language is gone: a difference, too
            difference: Difference | None = Difference(0, "", error.de, error.en)
        else:
            difference = replay(scenario, asked, spoken)
        if difference is None:
            steps = len(scenario.steps)
            told = say(f"{path}: {steps} Fragen wie zuvor", f"{path}: {steps} questions as before")
            out.print(told, markup=False)
            continue
        differing += 1
        place = say(f"Schritt {difference.step}", f"step {difference.step}")
        told = difference.de if GERMAN else difference.en
        err.print(f"{path}, {place}: {told}", markup=False)
    if differing:
        raise typer.Exit(1)


def _opened(study: Path) -> tuple[StudySettings, Mapping[str, Form]]:
    if study.is_dir():
        source = check_source(study)
        if source.settings is None or source.diagnosis.errors:
            raise FaultySource(study.name, source.diagnosis)
        return source.settings, source.forms
    package = open_package(study)
    return package.settings, package.forms


def _chosen(
    settings: StudySettings, forms: Mapping[str, Form], form: str, language: str
) -> tuple[Form, Language]:
    spoken = settings.languages.get(language)
    if form not in forms:
        raise KioskError(
            de=f"Den Fragebogen „{form}“ gibt es nicht; es gibt {', '.join(forms)}.",
            en=f'There is no form "{form}"; there are {", ".join(forms)}.',
        )
    if spoken is None or form not in spoken.forms:
        tags = [tag for tag, each in settings.languages.items() if form in each.forms]
        raise KioskError(
            de=f"Den Fragebogen {form} gibt es nicht in „{language}“; es gibt {', '.join(tags)}.",
            en=f'Form {form} is not offered in "{language}"; there are {", ".join(tags)}.',
        )
    return forms[form], spoken


def _listed(path: Path, form: Form) -> Answerer:
    answers = read_answers(read_file(path), path.name)
    known = {question.name for question in form.questions.values()}
    for name in answers:
        if name.rpartition("/")[2] not in known:
            raise KioskError(
                de=f"{path}: Die Frage {name} gibt es in {form.identifier} nicht.",
                en=f"{path}: {form.identifier} has no question {name}.",
            )
    return as_listed(answers)


def _presets(given: list[str], form: Form) -> dict[str, str]:
    presets = presets_given(given)
    known = derived_names(form)
    for name, value in presets.items():
        if name not in known:
            each = f"{name}={value}"
            raise KioskError(
                de=f"--preset {each}: Eine verborgene Frage {name} gibt es in "
                f"{form.identifier} nicht.",
                en=f"--preset {each}: There is no hidden question {name} in {form.identifier}.",
            )
    return presets


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.glob(f"*{SUFFIX}"))
        else:
            yield path
