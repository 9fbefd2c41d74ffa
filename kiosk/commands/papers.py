"""`kiosk study papers`: everything of a study that is printed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from kiosk import __version__
from kiosk.commands import err, out, plainly, say
from kiosk.errors import KioskError
from kiosk.papers.accessibility_statement import accessibility_statement
from kiosk.papers.errors import NoLetters
from kiosk.papers.paper_form import PaperFinding, PaperForm, Shortfall
from kiosk.papers.paper_study import PaperStudy
from kiosk.papers.phrases.spoken import phrases, worded
from kiosk.papers.poster import poster
from kiosk.papers.privacy_notice import privacy_notice
from kiosk.papers.questionnaire import questionnaire
from kiosk.papers.typeface import Typeface, typeface
from kiosk.resources import FONTS
from kiosk.study.checking import check_source
from kiosk.study.diagnosis import FaultySource
from kiosk.study.media import media_files
from kiosk.study.settings import Language
from kiosk.study.study import open_package

_LONGEST_BATCH = 12


@plainly
def study_papers(
    source: Annotated[
        Path,
        typer.Argument(metavar="STUDY", help=say("…study.zip oder Ordner", "…study.zip or folder")),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--out", "-o", help=say("Ordner für die Blätter", "the folder for the papers")
        ),
    ] = Path("papiere"),
    form: Annotated[
        str, typer.Option(help=say("nur dieser Fragebogen", "only this questionnaire"))
    ] = "",
    language: Annotated[
        str, typer.Option(help=say("nur diese Sprache (de, pl …)", "only this language (de, pl …)"))
    ] = "",
    batch: Annotated[
        str,
        typer.Option(
            help=say(
                "Auflage, steht auf jedem Blatt: bei jedem Druck eine neue",
                "the print run, on every page: a new one each time you print",
            )
        ),
    ] = "1",
) -> None:
    """Write the questionnaires; without `form` and `language` the other papers too."""
    if not batch.strip() or len(batch) > _LONGEST_BATCH or not batch.isprintable():
        raise KioskError(
            f"--batch: Die Auflage ist ein kurzer Name aus 1 bis {_LONGEST_BATCH} Zeichen, "
            "zum Beispiel 2 oder B.",
            f"--batch: the print run is a short name of 1 to {_LONGEST_BATCH} characters, such as "
            "2 or B.",
        )
    study = _opened(source)
    wanted = list(_wanted(study, form, language))
    face = typeface(FONTS)
    output.mkdir(parents=True, exist_ok=True)
    shortfalls: dict[tuple[str, str], dict[PaperFinding, None]] = {}
    for name, spoken in wanted:
        _questionnaire(study, name, spoken, batch.strip(), face, output)
        paper = study.form(name, spoken)
        _gather(paper, spoken, shortfalls)
    if not (form or language):
        _write(output / "Aushang.pdf", lambda: poster(study.poster(), face))
        _write(output / "Datenschutz.pdf", lambda: privacy_notice(study.privacy_notice(), face))
        statement = study.statement(__version__)
        _write(
            output / "Erklaerung-zur-Barrierefreiheit.pdf",
            lambda: accessibility_statement(statement, face),
        )
    _tell(study, shortfalls, {spoken.tag: spoken for _, spoken in wanted})


def _opened(source: Path) -> PaperStudy:
    if not source.is_dir():
        study = open_package(source)
        return PaperStudy(study.settings, study.forms, study.media, study.short_hash)
    looked = check_source(source)
    if looked.settings is None or looked.diagnosis.errors:
        raise FaultySource(source.name, looked.diagnosis)
    return PaperStudy(looked.settings, looked.forms, media_files(looked.files))


def _wanted(study: PaperStudy, form: str, language: str) -> Iterator[tuple[str, Language]]:
    """The forms and languages asked for. Raises KioskError for what the study does not have."""
    if form and form not in study.printed:
        listed = ", ".join(study.printed)
        raise KioskError(
            f"Den Fragebogen „{form}“ gibt es nicht auf Papier. Möglich sind: {listed}.",
            f'There is no questionnaire "{form}" on paper. Possible are: {listed}.',
        )
    forms = (form,) if form else study.printed
    tags = dict.fromkeys(each.tag for name in forms for each in study.languages(name))
    if language and language not in tags:
        listed = ", ".join(tags)
        raise KioskError(
            f"Die Sprache „{language}“ gibt es dafür nicht. Möglich sind: {listed}.",
            f'There is no language "{language}" for it. Possible are: {listed}.',
        )
    for name in forms:
        for each in study.languages(name):
            if language in ("", each.tag):
                yield name, each


def _questionnaire(
    study: PaperStudy, form: str, language: Language, batch: str, face: Typeface, folder: Path
) -> None:
    made_of = study.questionnaire(form, language, batch)
    _write(
        folder / f"Fragebogen-{form}-{language.tag}.pdf",
        lambda: questionnaire(made_of, phrases(language.tag), face),
    )


def _write(path: Path, made: Callable[[], bytes]) -> None:
    try:
        pdf = made()
    except NoLetters as error:
        raise KioskError(f"{path.name}: {error.de}", f"{path.name}: {error.en}") from error
    path.write_bytes(pdf)
    out.print(str(path), markup=False)


def _gather(
    paper: PaperForm, language: Language, found: dict[tuple[str, str], dict[PaperFinding, None]]
) -> None:
    for each in paper.findings:
        # Only words differ from language to language.
        tag = language.tag if each.shortfall in (Shortfall.TOUCH, Shortfall.QUOTED) else ""
        found.setdefault((paper.name, tag), {})[each] = None


def _tell(
    study: PaperStudy,
    shortfalls: dict[tuple[str, str], dict[PaperFinding, None]],
    languages: dict[str, Language],
) -> None:
    for (form, tag), findings in shortfalls.items():
        for each in findings:
            place = ", ".join(filter(None, (form, each.question, tag)))
            err.print(f"{place}: {_told(each.shortfall)}", markup=False)
    for language in languages.values():
        if not worded(language.tag):
            err.print(
                say(
                    f"{language.tag}: Anleitung und Hinweise stehen auf Deutsch; das Programm hat "
                    "sie in dieser Sprache nicht.",
                    f"{language.tag}: instructions are in German; the program does not have them "
                    "in this language.",
                ),
                markup=False,
            )
        if language.draft:
            err.print(
                say(
                    f"{language.tag}: Entwurf. Die Übersetzung hat noch niemand geprüft.",
                    f"{language.tag}: a draft. Nobody has passed the translation yet.",
                ),
                markup=False,
            )
    if not study.hash:
        err.print(
            say(
                "Aus einem Ordner gedruckt sind alle Blätter Entwürfe. Für die Umfrage nehmen Sie "
                "bitte das Studienpaket (…study.zip), das auch das Terminal hat.",
                "Printed from a folder, all papers are drafts. For the survey take the study "
                "package (…study.zip) that the terminal has.",
            )
        )


def _told(shortfall: Shortfall) -> str:
    match shortfall:
        case Shortfall.UNTOLD:
            return say(
                "Wer diese Frage beantworten soll, ließ sich nicht in Worte fassen. Auf dem Papier "
                "steht sie für alle.",
                "who is to answer could not be put into words. On paper it is asked of everybody.",
            )
        case Shortfall.DRAWN:
            return say(
                "Am Terminal fragt ein Los nur einen Teil, auf dem Papier stehen die Fragen für "
                "alle.",
                "the terminal draws who is asked; on paper everybody is.",
            )
        case Shortfall.UNFILTERED:
            return say(
                "Welche Antworten das Terminal anbietet, hängt von anderen Antworten ab. Auf dem "
                "Papier stehen alle.",
                "the choices the terminal offers hang on other answers. On paper all are listed.",
            )
        case Shortfall.ROUNDS:
            return say(
                "Das Terminal bestimmt, worum es in jeder Runde geht und wie viele es sind. Auf "
                "dem Papier wählt der Mensch selbst.",
                "the terminal decides what each round is about and how many there are. On paper "
                "the person chooses.",
            )
        case Shortfall.QUOTED:
            return say(
                "Der Text nennt etwas, das nur das Terminal weiß; auf dem Papier steht „…“.",
                "the text quotes something only the terminal knows; on paper it says “…”.",
            )
        case Shortfall.TOUCH:
            return say(
                "Der Text spricht vom Tippen. Bitte prüfen Sie, ob er auf Papier stimmt.",
                "the text speaks of tapping. Check whether it is right on paper.",
            )
        case Shortfall.PICTURE:
            return say(
                "Das Bild zu dieser Frage steht nicht auf dem Papier.",
                "the picture of this question is not on paper.",
            )
        case Shortfall.WRITTEN:
            return say(
                "Die Liste ist zu lang zum Ankreuzen. Die Antwort wird geschrieben.",
                "the list is too long to tick. The answer is written.",
            )
