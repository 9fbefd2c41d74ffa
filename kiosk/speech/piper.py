"""Piper, a neural voice, as the operator has it: a program we start and never import (its licence
is the GPL), and a voice file on this machine.

Both Pipers take the same three options: the program of rhasspy/piper and the module of
OHF-Voice/piper1-gpl. A text is a line on stdin, and becomes a WAV file in the folder, named by the
time in nanoseconds at which it was made.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.speech.clip import Clip
from kiosk.speech.errors import DamagedRecordingError
from kiosk.speech.recording import samples
from kiosk.study.lexicon import primary

SENTENCE_SILENCE = "0.4"
"""Seconds between sentences: as long as the live voice pauses there (speech.md §4)."""
_LOADING_SECONDS = 120
_TEXT_SECONDS = 60
_LAST_WORDS = 300  # characters


class PiperError(KioskError):
    """Piper or its voice is missing, or did not do what was asked."""


@dataclass(frozen=True, slots=True)
class PiperEngine:
    """`command` starts Piper; `voice` is the .onnx file, `digest` the SHA-256 of it and its JSON.

    `language` is a primary subtag, `sample_rate` in hertz: what the voice's JSON says.
    """

    command: tuple[str, ...]
    voice: Path
    digest: str
    language: str
    sample_rate: int

    @property
    def source(self) -> str:
        """The engine and its voice."""
        return f"piper {self.voice.stem}"

    @property
    def made_of(self) -> tuple[str | int, ...]:
        """The voice, whatever its file is called, and how it is set."""
        return ("piper", self.digest, SENTENCE_SILENCE)

    def render(self, texts: Sequence[str]) -> list[Clip]:
        """Raises PiperError."""
        with tempfile.TemporaryDirectory() as folder:
            self._run(texts, folder)
            written = sorted(Path(folder).glob("*.wav"), key=lambda each: int(each.stem))
            if len(written) != len(texts):
                raise PiperError(
                    f"Piper hat {len(written)} von {len(texts)} Texten gesprochen, ab „{texts[0]}“."
                    " Bitte prüfen Sie, ob die Stimme diese Sprache spricht.",
                    f"Piper has spoken {len(written)} of {len(texts)} texts, from "
                    f'"{texts[0]}" on. Check whether the voice speaks this language.',
                )
            pairs = zip(texts, written, strict=True)
            return [self._read(text, path.read_bytes()) for text, path in pairs]

    def _run(self, texts: Sequence[str], folder: str) -> None:
        command = [*self.command, "-m", str(self.voice), "-d", folder]
        command += ["--sentence_silence", SENTENCE_SILENCE]
        lines = "".join(f"{text}\n" for text in texts)
        patience = _LOADING_SECONDS + _TEXT_SECONDS * len(texts)
        try:
            done = subprocess.run(
                command,
                input=lines.encode(),
                capture_output=True,
                check=False,
                timeout=patience,
                # A Piper in Python reads stdin as the shell's language has it.
                env={**os.environ, "PYTHONUTF8": "1"},
            )
        except OSError as error:
            raise PiperError(
                f"Piper lässt sich nicht starten ({' '.join(self.command)}: {error.strerror}). "
                "Bitte nennen Sie das Programm mit --program.",
                f"Piper cannot be started ({' '.join(self.command)}: {error.strerror}). Name the "
                "program with --program.",
            ) from error
        except subprocess.TimeoutExpired as error:
            raise PiperError(
                f"Piper hat nach {patience} Sekunden noch nicht gesprochen, ab „{texts[0]}“.",
                f'Piper had not spoken after {patience} seconds, from "{texts[0]}" on.',
            ) from error
        if done.returncode:
            last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2][-_LAST_WORDS:]
            raise PiperError(
                f"Piper ist abgebrochen (Status {done.returncode}), ab „{texts[0]}“. Seine letzten "
                f"Worte:\n{last}",
                f'Piper gave up (status {done.returncode}), from "{texts[0]}" on. Its last words:\n'
                f"{last}",
            )

    def _read(self, text: str, sound: bytes) -> Clip:
        try:
            clip = Clip(samples(sound, self.sample_rate), self.sample_rate)
        except DamagedRecordingError as error:
            raise _silent(text) from error
        if not any(clip.pcm):
            raise _silent(text)
        return clip


def found_piper(program: Path | None) -> tuple[str, ...]:
    """How Piper is started here: `program` if named, else the module, else the program on the path.

    Raises PiperError where there is none.
    """
    if program is not None:
        return (str(program),)
    # Looked up, not imported. The module first: on many desktops a program called piper sets mice.
    module = importlib.util.find_spec("piper")
    places = module.submodule_search_locations if module is not None else None
    if any((Path(each) / "__main__.py").is_file() for each in places or ()):
        return (sys.executable, "-m", "piper")
    on_path = shutil.which("piper")
    if on_path is None:
        raise PiperError(
            "Piper ist auf diesem Rechner nicht installiert. Installieren Sie es (pip install "
            "piper-tts) oder nennen Sie das Programm mit --program. Das Terminal braucht es nicht.",
            "Piper is not installed on this machine. Install it (pip install piper-tts), or name "
            "the program with --program. The terminal does not need it.",
        )
    return (on_path,)


def opened_voice(command: tuple[str, ...], voice: Path) -> PiperEngine:
    """Piper with the voice in that .onnx file. Raises PiperError naming what is wrong with it."""
    config = voice.with_name(f"{voice.name}.json")
    try:
        model, told = voice.read_bytes(), config.read_bytes()
    except OSError as error:
        raise PiperError(
            f"Die Stimme lässt sich nicht lesen: {error.filename} ({error.strerror}). Zu einer "
            "Stimme gehören zwei Dateien: NAME.onnx und daneben NAME.onnx.json.",
            f"The voice cannot be read: {error.filename} ({error.strerror}). A voice has two "
            "files: NAME.onnx and beside it NAME.onnx.json.",
        ) from error
    try:
        settings = json.loads(told)
        family = settings.get("language", {}).get("family") or settings["espeak"]["voice"]
        language, rate = primary(str(family)), int(settings["audio"]["sample_rate"])
        if not model or not 8000 <= rate <= 48000:
            raise ValueError(rate)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise PiperError(
            f"{voice.name} ist mit {config.name} keine Stimme von Piper. Bitte laden Sie beide "
            "Dateien noch einmal.",
            f"{voice.name} with {config.name} is no voice of Piper. Download both files again.",
        ) from error
    digest = hashlib.sha256(model + told).hexdigest()
    return PiperEngine(command, voice.absolute(), digest, language, rate)


def _silent(text: str) -> PiperError:
    return PiperError(
        f"Piper gab für „{text}“ keinen Ton. Bitte prüfen Sie, ob die Stimme diese Sprache "
        "spricht.",
        f'Piper gave no sound for "{text}". Check whether the voice speaks this language.',
    )
