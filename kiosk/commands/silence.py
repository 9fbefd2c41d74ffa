"""Languages that no voice speaks, and what of a study stays silent in them."""

import importlib
from collections.abc import Mapping
from typing import Any

from kiosk.forms.form import Form
from kiosk.speech.voices import voice_choice
from kiosk.study.clips import Clips, key_of
from kiosk.study.diagnosis import finding
from kiosk.study.finding import Finding
from kiosk.study.settings import StudySettings

_SHOWN = 40  # characters of a text


def silence_findings(
    settings: StudySettings | None,
    forms: Mapping[str, Form],
    media: Mapping[str, bytes],
    clips: Clips,
) -> list[Finding]:
    """A warning for each language in which some text of the forms has neither a voice nor a clip
    nor a recording, and for a greeting nobody says."""
    found: list[Finding] = []
    for tag in settings.languages if settings is not None else ():
        if voice_choice(tag) is not None:
            continue
        written = _written(settings, forms, media, tag)
        texts = {key_of(each): each for each in written.texts if key_of(each)}
        silent = [
            text
            for key, text in texts.items()
            if key not in written.recorded and not clips.pieces(text, tag)
        ]
        if silent:
            found.append(_silent(tag, silent, len(texts)))
    if settings is not None and _greets_in_silence(settings, clips):
        found.append(_greeting(settings.greeting))
    return found


def _greets_in_silence(settings: StudySettings, clips: Clips) -> bool:
    language = settings.greeting_language
    if not language or settings.greeting_audio or voice_choice(language) is not None:
        return False
    return not clips.pieces(settings.greeting, language)


def _greeting(greeting: str) -> Finding:
    return finding(
        "W435", "", "greeting_language", "",
        f"für die Sprache des Grußes „{greeting}“ gibt es keine Stimme: Er ist zu sehen und nicht "
        "zu hören. Eine Aufnahme nennt greeting_audio.",
        f'there is no voice for the language of the greeting "{greeting}": it is seen and not '
        "heard. greeting_audio names a recording.",
    )  # fmt: skip


def _written(
    settings: StudySettings | None, forms: Mapping[str, Form], media: Mapping[str, bytes], tag: str
) -> Any:
    # Only studies with such a language wait for it.
    laid = importlib.import_module("kiosk.ui.fitting.study").Laid
    written = importlib.import_module("kiosk.ui.audit.written").Written
    return written(laid(settings, forms, media), settings, tag)


def _silent(tag: str, silent: list[str], of: int) -> Finding:
    first = silent[0] if len(silent[0]) <= _SHOWN else f"{silent[0][:_SHOWN]}…"
    return finding(
        "W434", "", f"languages.{tag}", "",
        f"für diese Sprache gibt es keine Stimme. {len(silent)} von {of} Texten der Fragebögen "
        f"bleiben stumm, zuerst „{first}“; wo nichts zu hören ist, fehlt der Knopf „Vorlesen“. "
        "Bitte nehmen Sie sie mit einem Menschen auf, oder lassen Sie sie vorab sprechen (kiosk "
        "study speak).",
        f"there is no voice for this language. {len(silent)} of {of} texts of the questionnaires "
        f'stay silent, first "{first}"; where nothing can be heard, the button to read aloud is '
        "missing. Have a person record them, or have them spoken beforehand (kiosk study speak).",
    )  # fmt: skip
