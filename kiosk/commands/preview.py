"""`kiosk study preview`: a form in the window, without storing anything."""

import importlib
import os
import random
import re
import secrets
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.commands import GERMAN, err, out, plainly, presets_given, say
from kiosk.errors import KioskError
from kiosk.forms.form import PROMPT, Form
from kiosk.forms.instance import wall_clock
from kiosk.study.checking import check_source
from kiosk.study.clip_list import read_clips
from kiosk.study.clips import Clips
from kiosk.study.diagnosis import lines, summary
from kiosk.study.lexicon import Lexicon, read_lexicons
from kiosk.study.settings import StudySettings
from kiosk.study.study import open_package

_SIZE = re.compile(r"(\d{3,4})x(\d{3,4})\Z")


@dataclass(frozen=True, slots=True)
class _Study:
    settings: StudySettings
    forms: Mapping[str, Form]
    media: Mapping[str, bytes]
    lexicons: Mapping[str, Lexicon]
    clips: Clips


class NoDisplay(KioskError):
    """There is nothing to show a window on."""

    def __init__(self) -> None:
        super().__init__(
            de="Hier gibt es keinen Bildschirm. Bilder aller Fragen legt --screenshots ORDNER ab.",
            en="There is no display here. --screenshots FOLDER saves pictures of all questions.",
        )


@plainly
def study_preview(
    study: Annotated[
        Path, typer.Argument(help=say("Ordner oder …study.zip", "folder or …study.zip"))
    ],
    form: Annotated[str, typer.Option(help=say("Fragebogen: V, K …", "form: V, K …"))] = "",
    question: Annotated[
        str, typer.Option(help=say("Name der Frage, mit der es beginnt", "first question's name"))
    ] = "",
    language: Annotated[
        list[str] | None, typer.Option(help=say("Sprache: de, pl …", "language: de, pl …"))
    ] = None,
    text_size: Annotated[
        list[int] | None, typer.Option(min=1, max=3, help=say("Schriftgröße", "text size"))
    ] = None,
    size: Annotated[
        str, typer.Option(help=say("Pixel des Displays", "the display's pixels"))
    ] = "1280x800",
    diagonal: Annotated[
        float, typer.Option(min=7, max=65, help=say("Diagonale in Zoll", "diagonal in inches"))
    ] = 15.6,
    preset: Annotated[
        list[str] | None, typer.Option(help=say("NAME=WERT verborgener Fragen", "NAME=VALUE"))
    ] = None,
    seed: Annotated[
        int | None, typer.Option(help=say("Startwert des Zufalls", "seed of the chances"))
    ] = None,
    screenshots: Annotated[
        Path | None,
        typer.Option(
            help=say(
                "legt Bilder aller Fragen in diesem Ordner ab und endet; --language und "
                "--text-size auch mehrmals",
                "saves pictures of all questions in this folder and ends; --language and "
                "--text-size may be given again",
            )
        ),
    ] = None,
    allow: Annotated[
        bool, typer.Option("--allow", help=say("wie bei study check", "as with study check"))
    ] = False,
) -> None:
    """Nothing is stored: no draft, no answer, no file but the pictures asked for."""
    opened = _opened(study, allow=allow)
    name, asked = _form(opened, form)
    languages = _languages(opened.settings, name, language or [])
    path = _path(asked, question) if question else ""
    presets = _presets(opened.settings, preset or [])
    width, height = _pixels(size)
    profile = importlib.import_module("kiosk.ui.theme").DisplayProfile(width, height, diagonal)
    if screenshots is not None:
        every = language is None
        names = _offered(opened.settings, name) if every else languages
        _pictures(opened, name, tuple(names), text_size or [2], profile, question, screenshots)
        return
    if _blind():
        raise NoDisplay
    # Qt's loop keeps Python's own handler waiting.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    running = importlib.import_module("kiosk.ui.preview.running")
    offered = _offered(opened.settings, name)
    previewed = importlib.import_module("kiosk.ui.preview.runner").Previewed(
        name,
        asked,
        tuple(offered),
        presets,
        random.Random(secrets.randbits(64) if seed is None else seed).random,
        _noon,
    )
    status = running.run_preview(
        previewed,
        opened.settings,
        opened.media,
        profile,
        language=languages[0],
        text_size=(text_size or [2])[0],
        question=path,
        lexicons=opened.lexicons,
        clips=opened.clips,
    )
    raise typer.Exit(status)


def _opened(study: Path, *, allow: bool) -> _Study:
    """The study, its errors printed as `study check` does; with warnings it opens."""
    if not study.is_dir():
        package = open_package(study)
        return _Study(
            package.settings, package.forms, package.media, package.lexicons, package.clips
        )
    source = check_source(study, allow=allow)
    found = source.diagnosis
    shell = "de" if GERMAN else "en"
    if found.errors or source.settings is None:
        for line in lines(found.errors, shell):
            out.print(line, markup=False)
        out.print(summary(found, shell))
        raise typer.Exit(1)
    if found.warnings:
        err.print(summary(found, shell))
    media = {
        name.removeprefix("media/"): raw
        for name, raw in source.files.items()
        if name.startswith("media/")
    }
    lexicons, clips = read_lexicons(source.files), read_clips(source.files)
    return _Study(source.settings, source.forms, media, lexicons, clips)


def _form(study: _Study, wanted: str) -> tuple[str, Form]:
    """The form of that name; without one, the first that is asked after the start form."""
    name = wanted or study.settings.forms[1]
    if name not in study.forms:
        names = ", ".join(study.forms)
        raise KioskError(
            de=f"Den Fragebogen „{name}“ gibt es nicht; es gibt {names}.",
            en=f'There is no form "{name}"; there are {names}.',
        )
    return name, study.forms[name]


def _offered(settings: StudySettings, form: str) -> list[str]:
    """The names of the languages in which a form is offered."""
    return [each.name for each in settings.languages.values() if form in each.forms]


def _languages(settings: StudySettings, form: str, tags: list[str]) -> list[str]:
    for each in tags:
        spoken = settings.languages.get(each)
        if spoken is None or form not in spoken.forms:
            there = [t for t, language in settings.languages.items() if form in language.forms]
            raise KioskError(
                de=f"Den Fragebogen {form} gibt es nicht in „{each}“; es gibt {', '.join(there)}.",
                en=f'Form {form} is not offered in "{each}"; there are {", ".join(there)}.',
            )
    return [settings.languages[each].name for each in tags] or _offered(settings, form)[:1]


def _path(form: Form, name: str) -> str:
    for question in form.questions.values():
        if name in (question.name, question.path):
            return question.path
    named = (each.name for each in form.questions.values() if not each.path.endswith(PROMPT))
    names = ", ".join(named)
    raise KioskError(
        de=f"Die Frage „{name}“ gibt es nicht; es gibt {names}.",
        en=f'There is no question "{name}"; there are {names}.',
    )


def _presets(settings: StudySettings, given: list[str]) -> dict[str, str]:
    usual = {**settings.presets, "WELLE": str(settings.wave), "VORLESEN": "0"}
    return usual | presets_given(given)


def _pixels(size: str) -> tuple[int, int]:
    found = _SIZE.match(size)
    if found is None:
        raise KioskError(
            de=f"--size {size}: bitte Breite und Höhe in Pixeln angeben, etwa 1920x1080.",
            en=f"--size {size}: give width and height in pixels, like 1920x1080.",
        )
    return int(found[1]), int(found[2])


def _noon() -> datetime:
    """The clock of the forms, as on a terminal: the day, at noon."""
    return datetime.combine(wall_clock().date(), time(12)).astimezone()


def _blind() -> bool:
    """Whether Qt would find nothing to show a window on."""
    chosen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(each) for each in chosen)


def _pictures(
    study: _Study,
    name: str,
    languages: tuple[str, ...],
    sizes: list[int],
    profile: Any,
    only: str,
    folder: Path,
) -> None:
    unseen = importlib.import_module("kiosk.ui.fitting.application")
    pictures = importlib.import_module("kiosk.ui.preview.pictures")
    application = unseen.unseen_application()
    translation = unseen.translation_of(application)
    start = study.settings.start
    series = pictures.Series(
        name,
        study.forms[name],
        languages,
        tuple(dict.fromkeys(sizes)),
        profile,
        start if name == start.form else None,
        only,
    )
    with err.status("") as status:
        count = pictures.take(
            series, lambda file: study.media.get(file, b""), translation, folder, status.update
        )
    translation.close()
    out.print(say(f"{count} Bilder → {folder}", f"{count} pictures → {folder}"), markup=False)
