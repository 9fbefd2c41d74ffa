"""`kiosk study say`: what is said otherwise than it is written, for a person to approve."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from kiosk.commands import err, out, plainly, read_file, say
from kiosk.commands.listening_page import Heard, page
from kiosk.errors import KioskError
from kiosk.speech.errors import NoVoiceError
from kiosk.speech.pronunciation import Pronunciation, pronunciations
from kiosk.speech.synthesis import Synthesis
from kiosk.speech.wav import wav
from kiosk.study.approved import (
    APPROVED,
    COLUMNS,
    FILE,
    Key,
    approved,
    read_approved,
    write_approved,
)
from kiosk.study.checking import Source, check_source
from kiosk.study.diagnosis import FaultySource, finding
from kiosk.study.finding import Finding
from kiosk.study.lexicon import read_lexicons

PAGE, LIST = "index.html", "say.tsv"


@plainly
def study_say(
    folder: Annotated[Path, typer.Argument(help=say("Ordner der Studie", "the study's folder"))],
    language: Annotated[
        str, typer.Option("--language", help=say("nur diese Sprache: de, pl …", "only this one"))
    ] = "",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help=say("Ordner für die Seite zum Anhören", "folder for the page to listen to"),
        ),
    ] = None,
    approve: Annotated[
        Path | None,
        typer.Option(
            "--approve",
            help=say("die Liste, die Sie auf der Seite gespeichert haben", "the list saved there"),
        ),
    ] = None,
) -> None:
    """List the texts, write a page with their sound, or keep what was approved on it."""
    source = check_source(folder)
    if source.settings is None or source.diagnosis.errors:
        raise FaultySource(folder.name, source.diagnosis)
    found = _once(_spoken(source, language))
    known = approved(folder)
    if approve is not None:
        known |= _approve(folder, read_approved(read_file(approve), approve.name), found, known)
    if output is not None:
        _write(output, folder.resolve().name, found, known)
    elif approve is None:
        for each in found:
            mark = "✓" if each.key in known else " "
            out.print(f"{mark} {each.tag}  {each.text}\n        {each.said}", markup=False)
    missing = sum(each.key not in known for each in found)
    out.print(
        say(
            f"{len(found)} Texte werden anders gesprochen, als sie geschrieben sind; {missing} "
            "davon hat noch niemand freigegeben.",
            f"{len(found)} texts are said otherwise than they are written; nobody has yet approved "
            f"{missing} of them.",
        )
    )


def unapproved(source: Source, folder: Path) -> Iterator[Finding]:
    """W423: the forms and languages with texts whose sound nobody has approved.

    Raises StudyError where the list of approved ones is damaged.
    """
    known = approved(folder)
    counts: dict[tuple[str, str], int] = {}
    for each in _spoken(source, ""):
        if each.key not in known:
            place = each.form, each.language
            counts[place] = counts.get(place, 0) + 1
    for (form, language), count in counts.items():
        yield finding(
            "W423", form, f"lang:{language}", "",
            f"{count} Texte werden anders gesprochen, als sie geschrieben sind, und "
            "niemand hat es freigegeben. Anhören und freigeben: kiosk study say.",
            f"{count} texts are said otherwise than they are written, and nobody has "
            "approved it. Listen and approve: kiosk study say.",
        )  # fmt: skip


def _spoken(source: Source, only: str) -> Iterator[Pronunciation]:
    """Of every form in every language it is offered in, or `only` that one."""
    languages = source.settings.languages if source.settings is not None else {}
    if only and only not in languages:
        tags = ", ".join(languages)
        raise KioskError(
            de=f"--language {only}: die Studie hat {tags}.",
            en=f"--language {only}: the study has {tags}.",
        )
    lexicons = read_lexicons(source.files)
    for _, form, each in source.offered():
        if only in ("", each.tag):
            yield from pronunciations(form, each.name, lexicons)


def _once(spoken: Iterator[Pronunciation]) -> list[Pronunciation]:
    """Each text of a language once, language by language."""
    found: dict[Key, Pronunciation] = {}
    for each in spoken:
        found.setdefault(each.key, each)
    order = list(dict.fromkeys(each.tag for each in found.values()))
    return sorted(found.values(), key=lambda each: order.index(each.tag))


def _approve(
    folder: Path, wanted: frozenset[Key], found: Sequence[Pronunciation], known: frozenset[Key]
) -> frozenset[Key]:
    """Keep what is wanted and still said so, forget what no text needs; tell what was kept."""
    there = {each.key for each in found}
    kept = wanted & there
    (folder / FILE).write_bytes(write_approved((known | kept) & there))
    out.print(
        say(
            f"{len(kept)} Texte freigegeben: {folder / FILE}",
            f"{len(kept)} texts approved: {folder / FILE}",
        ),
        markup=False,
    )
    if gone := len(wanted - there):
        err.print(
            say(
                f"{gone} Zeilen passen nicht mehr: Der Text steht so nicht mehr in der Studie oder "
                "wird inzwischen anders gesprochen. Bitte hören Sie ihn noch einmal an.",
                f"{gone} rows no longer fit: the study has no such text any more, or it is said "
                "otherwise by now. Please listen to it again.",
            )
        )
    return kept


def _write(folder: Path, study: str, found: Sequence[Pronunciation], known: frozenset[Key]) -> None:
    """The page, its sounds, and the same as a list for a spreadsheet."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        synthesis: Synthesis | None = Synthesis()
    except NoVoiceError:
        synthesis = None
        told = say(
            "Auf diesem Rechner ist keine Sprachausgabe (eSpeak NG): Die Seite bleibt stumm.",
            "There is no speech synthesis (eSpeak NG) on this machine: the page stays silent.",
        )
        err.print(told)
    heard = []
    for number, each in enumerate(track(found, say("Sprechen", "Speaking"), console=err), start=1):
        name = f"{each.tag}-{number:04d}.wav"
        sounds = synthesis is not None and synthesis.speaks(each.tag)
        if synthesis is not None and sounds:
            (folder / name).write_bytes(wav(synthesis.render(each.said, each.tag)))
        heard.append(Heard(each, name if sounds else "", each.key in known))
    (folder / PAGE).write_text(page(study, heard), encoding="utf-8", newline="\n")
    (folder / LIST).write_text(_listed(heard), encoding="utf-8-sig", newline="\n")
    out.print(
        say(
            f"Bitte im Browser öffnen: {folder / PAGE}",
            f"Please open in a browser: {folder / PAGE}",
        ),
        markup=False,
    )


def _listed(heard: Sequence[Heard]) -> str:
    rows = [(*COLUMNS, APPROVED, "form", "place", "column", "sound")]
    for each in heard:
        text = each.pronunciation
        mark = "x" if each.approved else ""
        rows.append((*text.key, mark, text.form, text.place, text.column, each.sound))
    listed = io.StringIO(newline="")
    csv.writer(listed, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return listed.getvalue()
