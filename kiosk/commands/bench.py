"""`kiosk bench`: comparable figures."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kiosk.benchmarks.report import measured, measured_forms, measured_speech, measured_touch
from kiosk.commands import err, group, plainly, say
from kiosk.errors import KioskError
from kiosk.opening import today
from kiosk.places import data_folder

app = group(say("Messungen.", "Measurements."))
Output = Annotated[
    Path | None, typer.Option("-o", "--output", help=say("Markdown-Datei", "Markdown file"))
]


@app.callback(
    invoke_without_command=True,
    help=say(
        "Misst Start, Fragen, Platte, Speicher und Formulare, jeweils gegen eine Untergrenze.",
        "Measures starts, questions, disk, memory and forms, each against a floor.",
    ),
)
@plainly
def bench(
    context: typer.Context,
    output: Output = None,
    interviews: Annotated[
        int, typer.Option(min=2, help=say("Interviews für den Speicher", "interviews for memory"))
    ] = 500,
    folder: Annotated[
        Path | None,
        typer.Option(help=say("Ordner auf der Platte, die gemessen wird", "folder on the disk")),
    ] = None,
) -> None:
    """Comparable figures: p50, p95 and the ratio to a floor measured in the same run."""
    if context.invoked_subcommand is None:
        _write(measured(interviews, folder or data_folder().parent, today, _tell), output)


@app.command(
    name="forms",
    help=say(
        "Misst nur die Formulare: laden, antworten, weitergehen, Speicher.",
        "Measures the forms alone: loading, answering, going on, memory.",
    ),
)
@plainly
def bench_forms(
    output: Output = None,
) -> None:
    """40, 300 and 2,000 questions with a relevance each; 20,000 choices with a filter."""
    _write(measured_forms(data_folder().parent, today, _tell), output)


@app.command(
    name="ui",
    help=say(
        "Misst nur das Warten am Glas: vom Antippen bis zu dem, was man sieht.",
        "Measures the waiting at the glass alone: from a touch to what one sees.",
    ),
)
@plainly
def bench_ui(
    output: Output = None,
) -> None:
    """Touch to feedback, answer and next question; settings; goodbye to welcome."""
    _write(measured_touch(data_folder().parent, today, _tell), output)


@app.command(
    name="speech",
    help=say(
        "Misst nur das Vorlesen: bis man etwas hört, bis es still ist.",
        "Measures reading aloud alone: until one hears something, until it is silent.",
    ),
)
@plainly
def bench_speech(
    output: Output = None,
) -> None:
    """By ear: a sound server of its own, whose loudspeaker is recorded."""
    folder = data_folder().parent
    folder.mkdir(parents=True, exist_ok=True)
    _write(measured_speech(folder, _tell), output)


def _write(text: str, output: Path | None) -> None:
    sys.stdout.write(text)
    if output is not None:
        try:
            output.write_text(text, encoding="utf-8")
        except OSError as error:
            raise KioskError(
                de=f"{output} lässt sich nicht schreiben: {error.strerror}. Der Bericht steht "
                "darüber.",
                en=f"{output} cannot be written: {error.strerror}. The report is above.",
            ) from error


def _tell(progress: str) -> None:
    err.print(progress, markup=False)
