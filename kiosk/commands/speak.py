"""`kiosk study speak`: every text of a study as a clip, made beforehand by a better voice."""

import importlib
import os
import signal
import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands import out, plainly, say
from kiosk.commands.counting import counted
from kiosk.errors import KioskError
from kiosk.speech.engine import Engine, EspeakEngine
from kiosk.speech.errors import NoVoiceError
from kiosk.speech.interrupting import interrupted_by
from kiosk.speech.piper import found_piper, opened_voice
from kiosk.speech.rebuilding import Rebuilt, rebuild
from kiosk.speech.voices import voice_choice
from kiosk.study.checking import Source, check_source
from kiosk.study.clip_folder import ClipFolder
from kiosk.study.diagnosis import Diagnosis, FaultySource
from kiosk.study.lexicon import NO_LEXICON, primary, read_lexicons
from kiosk.study.media import media_files
from kiosk.study.settings import StudySettings

_OF_CLIPS = "E43"
"""Findings about clips."""


class Speaking(StrEnum):
    """The engines there are."""

    PIPER = "piper"
    ESPEAK = "espeak"


@plainly
def study_speak(
    source: Annotated[Path, typer.Argument(help=say("Ordner der Studie", "the study's folder"))],
    engine: Annotated[
        Speaking, typer.Option(help=say("wer spricht", "who speaks"))
    ] = Speaking.PIPER,
    voice: Annotated[
        Path | None,
        typer.Option(
            help=say(
                "Stimme von Piper: NAME.onnx, daneben NAME.onnx.json",
                "a voice of Piper: NAME.onnx, beside it NAME.onnx.json",
            )
        ),
    ] = None,
    language: Annotated[
        str,
        typer.Option(
            help=say(
                "Sprache, etwa de; sonst die der Stimme", "language, e.g. de; else the voice's"
            )
        ),
    ] = "",
    program: Annotated[
        Path | None,
        typer.Option(help=say("das Programm Piper", "the program Piper")),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, help=say("Prozesse zugleich", "processes at once"))
    ] = None,
    allow: Annotated[
        bool, typer.Option("--allow", help=say("wie bei study check", "as with study check"))
    ] = False,
) -> None:
    """Only what has changed; recordings by people stay as they are."""
    looked = source_to_hear(source, allow=allow)
    assert looked.settings is not None
    if engine is Speaking.PIPER:
        engines = _piper(voice, program, primary(language), looked.settings)
    else:
        engines = _espeak(primary(language), looked.settings)
    for spoken, each in engines.items():
        begun = time.monotonic()
        done = _rebuilt(ClipFolder(source, spoken), each, looked, jobs or os.cpu_count() or 1)
        _print(spoken, done, time.monotonic() - begun)


def _piper(
    voice: Path | None, program: Path | None, language: str, settings: StudySettings
) -> dict[str, Engine]:
    """Piper for the one language its voice speaks."""
    if voice is None:
        raise KioskError(
            "Bitte nennen Sie die Stimme: --voice NAME.onnx. Piper bringt keine mit.",
            "Please name the voice: --voice NAME.onnx. Piper has none of its own.",
        )
    opened = opened_voice(found_piper(program), voice)
    if language and language != opened.language:
        raise KioskError(
            f"{voice.name} spricht „{opened.language}“, nicht „{language}“. Bitte nehmen Sie eine "
            "Stimme dieser Sprache.",
            f"{voice.name} speaks {opened.language!r}, not {language!r}. Take a voice of that "
            "language.",
        )
    return {_offered(opened.language, settings): opened}


def _espeak(language: str, settings: StudySettings) -> dict[str, Engine]:
    """eSpeak NG for one language, or for all that the study offers and it speaks."""
    if language:
        if voice_choice(language) is None:
            raise NoVoiceError(language)
        return {_offered(language, settings): EspeakEngine(language)}
    offered = dict.fromkeys(map(primary, settings.languages))
    return {each: EspeakEngine(each) for each in offered if voice_choice(each) is not None}


def _offered(language: str, settings: StudySettings) -> str:
    if language not in map(primary, settings.languages):
        names = ", ".join(settings.languages)
        raise KioskError(
            f"Die Studie bietet „{language}“ nicht an. Möglich sind: {names}.",
            f"The study does not offer {language!r}. Possible are: {names}.",
        )
    return language


def _rebuilt(folder: ClipFolder, engine: Engine, looked: Source, jobs: int) -> Rebuilt:
    lexicon = read_lexicons(looked.files).get(folder.language, NO_LEXICON)
    texts = texts_of(looked, folder.language)
    with counted(folder.language) as tell:
        return rebuild(folder, texts, engine, lexicon, jobs, tell)


def source_to_hear(folder: Path, *, allow: bool = False) -> Source:
    """A study's folder looked through, its settings there. Raises FaultySource for its errors, but
    for those of its clips: speaking or recording anew mends most of them."""
    looked = check_source(folder, allow=allow)
    faults = tuple(
        each for each in looked.diagnosis.errors if not each.finding.code.startswith(_OF_CLIPS)
    )
    if faults or looked.settings is None:
        raise FaultySource(folder.name, Diagnosis(faults))
    return looked


def texts_of(looked: Source, language: str) -> tuple[str, ...]:
    """What the pages of a study without errors say in a language (a primary subtag) and in its
    varieties. Raises MissingFontError and DamagedTranslationError."""
    assert looked.settings is not None
    # Only who needs it waits for Qt.
    unseen = importlib.import_module("kiosk.ui.fitting.application")
    heard = importlib.import_module("kiosk.ui.audit.heard")
    laid = importlib.import_module("kiosk.ui.fitting.study").Laid
    translation = unseen.translation_of(unseen.unseen_application())
    opened = laid(looked.settings, looked.forms, media_files(looked.files))
    texts: dict[str, None] = {}
    with interrupted_by(signal.SIG_DFL):  # Qt would swallow a KeyboardInterrupt and go on
        for tag in looked.settings.languages:
            if primary(tag) == language:
                found = heard.heard_texts(opened, looked.settings, tag, translation)
                texts |= dict.fromkeys(found)
    translation.close()
    return tuple(texts)


def _print(language: str, done: Rebuilt, seconds: float) -> None:
    taken = f"{seconds:.1f}"
    out.print(
        say(
            f"{language}: {done.texts} Texte, {done.made} neu gesprochen, {done.removed} Töne "
            f"entfernt, {done.by_people} Aufnahmen von Menschen, {taken.replace('.', ',')} s.",
            f"{language}: {done.texts} texts, {done.made} newly spoken, {done.removed} sounds "
            f"removed, {done.by_people} recordings by people, {taken} s.",
        ),
        markup=False,
    )
