"""`kiosk study`: build and check study packages."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands import (
    GERMAN,
    err,
    group,
    out,
    papers,
    plainly,
    preview,
    pronouncing,
    read_file,
    read_passphrase,
    record,
    say,
    scenario,
    speak,
)
from kiosk.commands.fitting import Displays, fitting_findings, not_looked_at
from kiosk.commands.lettering import lettering_findings
from kiosk.commands.silence import silence_findings
from kiosk.sealing.signing import read_signers, unlock_study_key
from kiosk.study.building import package_of
from kiosk.study.cell import Cell
from kiosk.study.checking import WORKBOOKS, Source, check_source, minutes
from kiosk.study.clip_list import read_clips
from kiosk.study.clips import Clips
from kiosk.study.diagnosis import Diagnosed, Diagnosis, as_json, diagnosis, lines, summary
from kiosk.study.duration import Duration, too_long
from kiosk.study.errors import StudyError
from kiosk.study.finding import Finding
from kiosk.study.media import media_files
from kiosk.study.settings import FILE
from kiosk.study.study import Study, open_package, read_recipients

app = group(say("Studien bauen und prüfen.", "Build and check studies."))
app.add_typer(scenario.app, name="scenario")
app.command(
    name="preview",
    help=say(
        "Zeigt einen Fragebogen, ohne etwas zu speichern.",
        "Shows a questionnaire without storing anything.",
    ),
)(preview.study_preview)
app.command(
    name="speak",
    help=say(
        "Lässt jeden Text der Studie vorab von einer Stimme sprechen.",
        "Has every text of the study spoken beforehand by a voice.",
    ),
)(speak.study_speak)
app.command(
    name="record",
    help=say(
        "Schreibt die Texte zum Vorlesen und nimmt die Aufnahmen eines Menschen.",
        "Writes the texts to be read and takes a person's recordings.",
    ),
)(record.study_record)
app.command(
    name="papers",
    help=say(
        "Schreibt alles zum Drucken: Fragebogen, Aushang, Datenschutz, Barrierefreiheit.",
        "Writes what is printed: questionnaires, poster, privacy notice, accessibility statement.",
    ),
)(papers.study_papers)
app.command(
    name="say",
    help=say(
        "Zeigt, was anders gesprochen wird, als es geschrieben ist.",
        "Shows what is said otherwise than it is written.",
    ),
)(pronouncing.study_say)
_RESPONDENTS = 16
"""Simulated for the minutes of each form: enough for a median, few enough to wait for."""
Allow = Annotated[
    bool,
    typer.Option(
        "--allow",
        help=say(
            "Fragen auslassen, die ein Kiosk nicht stellen darf (Foto, Ort, Zeit …)",
            "leave out questions that a kiosk must not ask (photo, location, time …)",
        ),
    ),
]


@app.command(name="build", help=say("Baut ein Studienpaket.", "Builds a study package."))
@plainly
def study_build(
    source: Annotated[Path, typer.Argument(help=say("Ordner der Studie", "the study's folder"))],
    recipients: Annotated[Path, typer.Option(help="recipients.json")],
    output: Annotated[Path, typer.Option("--output", "-o", help="…study.zip")],
    sign: Annotated[
        Path | None, typer.Option(help=say("signer.key des Projekts", "the project's signer.key"))
    ] = None,
    passphrase_file: Annotated[
        Path | None, typer.Option(help=say("Datei mit dem Kennwort", "file with the passphrase"))
    ] = None,
    allow: Allow = False,
) -> None:
    """Compile the workbooks, check everything, write one hashed and signed file."""
    if output.suffix.lower() != ".zip":
        raise StudyError(
            output.name,
            "soll das Studienpaket werden. Damit keine andere Datei überschrieben wird, muss der "
            "Name auf .study.zip enden.",
            "is to be the study package. Its name must end in .study.zip, so that no other file "
            "is overwritten.",
        )
    holders = read_recipients(read_file(recipients))
    key = None
    if sign is not None:
        key = unlock_study_key(read_file(sign), read_passphrase(passphrase_file))
    looked = check_source(source, allow=allow)
    told = looked.with_findings([*_heard(looked, source), *lettering_findings(looked)])
    for line in lines(told.warnings, _language()):
        err.print(line, markup=False)
    package = package_of(looked, source.name, holders, key)
    output.write_bytes(package)
    study = open_package(output)
    questions = sum(len(form.questions) for form in study.forms.values())
    out.print(
        say(
            f"{output}: {len(study.forms)} Fragebögen, {questions} Fragen, "
            f"Prüfsumme {study.short_hash}",
            f"{output}: {len(study.forms)} questionnaires, {questions} questions, "
            f"hash {study.short_hash}",
        )
    )
    out.print(_signed(study))


@app.command(
    name="check",
    help=say(
        "Prüft den Ordner einer Studie oder ein Studienpaket.",
        "Checks the folder of a study or a study package.",
    ),
)
@plainly
def study_check(
    study: Annotated[
        Path, typer.Argument(help=say("Ordner oder …study.zip", "folder or …study.zip"))
    ],
    trust: Annotated[
        Path | None,
        typer.Option(help=say("signer.pub, von der es sein muss", "signer.pub it must be from")),
    ] = None,
    as_list: Annotated[
        bool,
        typer.Option("--json", help=say("die Befunde als JSON-Liste", "the findings as JSON")),
    ] = False,
    allow: Allow = False,
    displays: Displays = None,
) -> None:
    """Look a source folder through, or verify a package and say what is in it."""
    if study.is_dir():
        _check_folder(study, as_list=as_list, allow=allow, displays=displays)
        return
    if study.is_file() and study.suffix in (*WORKBOOKS, ".toml"):
        raise StudyError(
            study.name,
            f"ist nur ein Teil einer Studie. Bitte nennen Sie den Ordner: {study.parent}",
            f"is only a part of a study. Please name the folder: {study.parent}",
        )
    _check_package(study, trust, as_list=as_list, displays=displays)


def _check_folder(folder: Path, *, as_list: bool, allow: bool, displays: list[str] | None) -> None:
    source = check_source(folder, allow=allow)
    targets = source.settings.targets if source.settings is not None else {}
    times = minutes(source, _RESPONDENTS)
    unfitting = fitting_findings(displays, source.settings, source.forms, source.files)
    heard = [*_heard(source, folder), *lettering_findings(source)]
    found = source.with_findings([*too_long(times, targets), *unfitting, *heard])
    if as_list:
        typer.echo(as_json(found))
    else:
        _print(found, times, not_looked_at(displays))
    if found.errors:
        raise typer.Exit(1)


def _heard(source: Source, folder: Path) -> list[Finding]:
    return [*pronouncing.unapproved(source, folder), *_silence(source)]


def _silence(source: Source) -> list[Finding]:
    media = media_files(source.files)
    return silence_findings(source.settings, source.forms, media, _clips(source.files))


def _clips(files: Mapping[str, bytes]) -> Clips:
    """Those that can be used: what is wrong with the others the check has said."""
    try:
        return read_clips(files)
    except StudyError:
        return Clips()


def _print(found: Diagnosis, times: Sequence[Duration], note: str) -> None:
    for part in (found.errors, found.warnings):
        for line in lines(part, _language()):
            out.print(line, markup=False)
        if part:
            out.print()
    rows: dict[str, list[str]] = {}
    for each in times:
        if each.addressed:
            told = f"{each.median_minutes:.1f}"
            told = say(f"{told.replace('.', ',')} Minuten", f"{told} minutes")
            rows.setdefault(f"{each.form}  {each.language}", []).append(f"{told} ({each.group})")
    for row, groups in rows.items():
        out.print(f"{row}: {', '.join(groups)}", markup=False)
    if rows:
        out.print()
    out.print(summary(found, _language()) + note)


def _language() -> str:
    return "de" if GERMAN else "en"


def _check_package(
    package: Path, trust: Path | None, *, as_list: bool, displays: list[str] | None
) -> None:
    signers = None if trust is None else read_signers(read_file(trust), trust.name)
    study = open_package(package, signers)
    media = {f"media/{name}": raw for name, raw in study.media.items()}
    unfitting = fitting_findings(displays, study.settings, study.forms, media)
    silent = silence_findings(study.settings, study.forms, study.media, study.clips)
    found = diagnosis(
        Diagnosed(each, Cell(each.form or FILE, "", 0, "", each.column))
        for each in (*unfitting, *silent)
    )
    if as_list:
        typer.echo(as_json(found))
    else:
        for name, form in study.forms.items():
            out.print(f"{name}  {form.title}  {form.version}  {len(form.questions)}", markup=False)
        out.print(_signed(study))
        for line in lines(found.all, _language()):
            out.print(line, markup=False)
    if found.errors:
        raise typer.Exit(1)
    if as_list:
        return
    out.print(
        say(
            f"In Ordnung, Prüfsumme {study.short_hash} ({study.hash})",
            f"In order, hash {study.short_hash} ({study.hash})",
        )
    )


def _signed(study: Study) -> str:
    if study.signer is None:
        return say(
            "Nicht unterschrieben: ein Entwurf, den kein Terminal öffnet (--sign signer.key).",
            "Not signed: a draft that no terminal opens (--sign signer.key).",
        )
    return say(f"Unterschrieben von {study.signer.key_id}", f"Signed by {study.signer.key_id}")
