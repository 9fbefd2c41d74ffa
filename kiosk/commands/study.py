"""`kiosk study`: build and check study packages."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands import group, out, plainly, read_file, read_passphrase, say
from kiosk.sealing.signing import read_signers, unlock_study_key
from kiosk.study.building import build_package
from kiosk.study.study import Study, open_package, read_recipients

app = group(say("Studien bauen und prüfen.", "Build and check studies."))


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
) -> None:
    """Compile the workbooks, check everything, write one hashed and signed file."""
    key = None
    if sign is not None:
        key = unlock_study_key(read_file(sign), read_passphrase(passphrase_file))
    package = build_package(source, read_recipients(read_file(recipients)), key)
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


@app.command(name="check", help=say("Prüft ein Studienpaket.", "Checks a study package."))
@plainly
def study_check(
    package: Path,
    trust: Annotated[
        Path | None,
        typer.Option(help=say("signer.pub, von der es sein muss", "signer.pub it must be from")),
    ] = None,
) -> None:
    """Verify a package and say what is in it."""
    signers = None if trust is None else read_signers(read_file(trust), trust.name)
    study = open_package(package, signers)
    for name, form in study.forms.items():
        out.print(f"{name}  {form.title}  {form.version}  {len(form.questions)}")
    out.print(_signed(study))
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
