"""`kiosk study`: build and check study packages."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands import group, out, plainly, read_file, say
from kiosk.study.building import build_package
from kiosk.study.study import open_package, read_recipients

app = group(say("Studien bauen und prüfen.", "Build and check studies."))


@app.command(name="build", help=say("Baut ein Studienpaket.", "Builds a study package."))
@plainly
def study_build(
    source: Annotated[Path, typer.Argument(help=say("Ordner der Studie", "the study's folder"))],
    recipients: Annotated[Path, typer.Option(help="recipients.json")],
    output: Annotated[Path, typer.Option("--output", "-o", help="…study.zip")],
) -> None:
    """Compile the workbooks, check everything, write one hashed file."""
    package = build_package(source, read_recipients(read_file(recipients)))
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


@app.command(name="check", help=say("Prüft ein Studienpaket.", "Checks a study package."))
@plainly
def study_check(package: Path) -> None:
    """Verify a package and say what is in it."""
    study = open_package(package)
    for name, form in study.forms.items():
        out.print(f"{name}  {form.title}  {form.version}  {len(form.questions)}")
    out.print(say(f"In Ordnung, Prüfsumme {study.hash}", f"In order, hash {study.hash}"))
