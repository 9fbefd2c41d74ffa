"""`kiosk audit`: every screen of a study held to the promises of accessibility."""

import importlib
import os
import time
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import Progress
from rich.table import Table

from kiosk.commands import GERMAN, err, group, out, plainly, say
from kiosk.commands.fitting import ALL, named_displays
from kiosk.errors import KioskError
from kiosk.study.checking import check_source
from kiosk.study.media import media_files
from kiosk.study.study import open_package

REPORT = "audit.html"
MOST_LINES = 40

app = group(say("Barrierefreiheit prüfen.", "Audit the accessibility."))


class BrokenStudy(KioskError):
    """The source folder has errors, so that its screens cannot be shown."""

    def __init__(self, study: Path) -> None:
        super().__init__(
            de=f"{study} hat Fehler. Bitte beheben Sie, was kiosk study check {study} nennt.",
            en=f"{study} has errors. Mend what kiosk study check {study} names.",
        )


@app.command(
    help=say(
        "Geht alle Bildschirme einer Studie durch und nennt, was die Barrierefreiheit bricht.",
        "Walks through all screens of a study and reports each breach of accessibility.",
    ),
)
@plainly
def audit(
    study: Annotated[
        Path, typer.Argument(help=say("Ordner oder …study.zip", "folder or …study.zip"))
    ],
    folder: Annotated[
        Path, typer.Option("--out", help=say("Ordner des Berichts", "the report's folder"))
    ] = Path("audit"),
    displays: Annotated[
        list[str] | None,
        typer.Option(
            "--display",
            help=say(
                "Display: 15.6, 21.5, 13.3p (hochkant), all; auch mehrmals",
                "display: 15.6, 21.5, 13.3p (upright), all; may be given again",
            ),
        ),
    ] = None,
    quick: Annotated[
        bool,
        typer.Option(
            "--quick",
            help=say(
                "je zwei Einstellungen einmal zusammen statt aller mit allen",
                "each two settings once together instead of all with all",
            ),
        ),
    ] = False,
    jobs: Annotated[
        int | None, typer.Option(min=1, help=say("Prozesse zugleich", "processes at once"))
    ] = None,
    allow: Annotated[
        bool, typer.Option("--allow", help=say("wie bei study check", "as with study check"))
    ] = False,
) -> None:
    """Exit status 1 with findings, 0 without."""
    begun = time.monotonic()
    opening = partial(opened, study, allow=allow)
    _, settings = opening()
    names = tuple(named_displays(displays or [ALL]))
    plan = importlib.import_module("kiosk.ui.audit.plan")
    languages = tuple(settings.languages)
    walks = (plan.pairwise if quick else plan.whole)(names, languages)
    running = importlib.import_module("kiosk.ui.audit.running")
    walked: list[Any] = []
    with Progress(console=err, transient=True) as progress:
        task = progress.add_task(say("Durchgänge", "Walks"), total=len(walks))
        for each in running.run_walks(walks, opening, jobs or os.cpu_count() or 1):
            walked.append(each)
            progress.advance(task)
    walked.sort(key=lambda each: walks.index(each.walk))
    folder.mkdir(parents=True, exist_ok=True)
    report = importlib.import_module("kiosk.ui.audit.report")
    path = folder / REPORT
    path.write_text(report.html(settings.title, walked), encoding="utf-8")
    found = importlib.import_module("kiosk.ui.audit.finding").alike(walked)
    _print(found, report.where)
    _sum_up(walked, found, (time.monotonic() - begun) / 60, path)
    if found:
        raise typer.Exit(1)


def opened(study: Path, *, allow: bool) -> tuple[Any, Any]:
    """The forms, pictures and settings of a study; each process opens it for itself.

    Raises StudyError and BrokenStudy.
    """
    laid = importlib.import_module("kiosk.ui.fitting.study").Laid
    if not study.is_dir():
        package = open_package(study)
        return laid(package.settings, package.forms, package.media), package.settings
    source = check_source(study, allow=allow)
    if source.diagnosis.errors or source.settings is None:
        raise BrokenStudy(study)
    return laid(source.settings, source.forms, media_files(source.files)), source.settings


def _print(found: list[Any], where: Any) -> None:
    if not found:
        return
    table = Table(box=None, pad_edge=False)
    for title in (
        say("Regel", "Rule"),
        say("Seite", "Page"),
        "Text",
        say("gemessen", "measured"),
        say("verlangt", "asked for"),
        say("zuerst bei", "first at"),
        "×",
    ):
        table.add_column(title, overflow="fold")
    for each in found[:MOST_LINES]:
        first = each.first
        table.add_row(
            first.rule.value,
            first.page,
            " ".join(first.words.split())[:40],
            first.measured,
            first.promised,
            f"{where(first.walk, GERMAN)}, {first.scheme.value}",
            str(len(each.all)),
        )
    out.print(table, markup=False)
    if len(found) > MOST_LINES:
        more = len(found) - MOST_LINES
        out.print(say(f"… und {more} weitere im Bericht.", f"… and {more} more in the report."))


def _sum_up(walked: list[Any], found: list[Any], minutes: float, path: Path) -> None:
    findings = sum(len(each.findings) for each in walked)
    pages = sum(each.pages for each in walked)
    painted = sum(each.painted for each in walked)
    taken = f"{minutes:.1f}"
    told = say(
        f"{findings} Befunde, {len(found)} verschiedene. {len(walked)} Durchgänge, {pages} Seiten, "
        f"{painted} nach Pixeln, {taken.replace('.', ',')} Minuten. Bericht: {path}",
        f"{findings} findings, {len(found)} different ones. {len(walked)} walks, {pages} pages, "
        f"{painted} by their pixels, {taken} minutes. Report: {path}",
    )
    out.print(told, markup=False)
