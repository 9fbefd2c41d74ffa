"""Texts of a study as sound, made before anybody is asked: the clips of its folder and package.

`clips/de/clips.json` lists those of German and of its varieties (de-x-leicht); beside it lies a
sound file for each, named by what it was made of.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.study.errors import StudyError
from kiosk.study.response import canonical

CLIPS = "clips"
LIST = "clips.json"
PERSON = "person"
"""The source of a clip that somebody has spoken."""
RULES = 1
"""Goes up when the same words, voice and engine shall give another sound."""
LARGEST_MB = 300
"""A package travels with every export on a stick, and lies in the memory of the terminal."""
_WORD = re.compile(r"\S+")
_FILE = re.compile(r"[0-9a-f]{32}\.wav\Z")
_LANGUAGE = re.compile(r"[a-z]{2,8}\Z")


@dataclass(frozen=True, slots=True)
class ClipFile:
    """A text as it is written, the name of its sound file, and who or what speaks.

    `words`: the millisecond at which something begins to be heard, the number of the written word
    it stands for, and how many words; words are what blanks part.
    """

    text: str
    file: str
    source: str
    milliseconds: int
    words: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text as a clip: the name of its sound, and (millisecond, start, length) of what is
    heard in the whole text."""

    sound: str
    words: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Clips:
    """`listed` by language and text; `sounds` by their names in the package."""

    listed: Mapping[str, Mapping[str, ClipFile]] = field(default_factory=dict)
    sounds: Mapping[str, bytes] = field(default_factory=dict)

    def pieces(self, text: str, language: str) -> tuple[Piece, ...]:
        """`text` as the fewest clips in a row; empty where some of it is none.

        "Antwort 3: ja. Ausgewählt." is three of them: which number an answer has and whether it is
        chosen nobody knows before.
        """
        listed = self.listed.get(folder_of(language), {})
        spans = [each.span() for each in _WORD.finditer(text)]
        words = [text[slice(*span)] for span in spans]
        best: list[tuple[tuple[int, ClipFile], ...] | None] = [(), *([None] * len(words))]
        for end in range(1, len(words) + 1) if listed else ():
            for start in range(end):
                before, clip = best[start], listed.get(" ".join(words[start:end]))
                if before is None or clip is None:
                    continue
                so_far = best[end]
                if so_far is None or len(before) + 1 < len(so_far):
                    best[end] = (*before, (start, clip))
        return tuple(
            Piece(
                f"{CLIPS}/{folder_of(language)}/{clip.file}",
                tuple(_placed(each, start, spans) for each in clip.words),
            )
            for start, clip in best[-1] or ()
        )


def folder_of(language: str) -> str:
    """The folder of a BCP 47 tag's clips: its primary subtag, as one voice reads all varieties."""
    return language.lower().partition("-")[0]


def key_of(text: str) -> str:
    """`text` as clips are listed by: with single blanks."""
    return " ".join(text.split())


def clip_name(language: str, spoken: str, engine: str, voice: str) -> str:
    """The name of the sound file of what is `spoken`; other words or another voice give another."""
    made_of = canonical([folder_of(language), spoken, engine, voice, RULES])
    return hashlib.sha256(made_of).hexdigest()[:32] + ".wav"


def read_clips(files: Mapping[str, bytes]) -> Clips:
    """The clips among the files of a study. Raises StudyError naming the file that is wrong."""
    listed: dict[str, dict[str, ClipFile]] = {}
    sounds: dict[str, bytes] = {}
    for name, raw in files.items():
        folder, _, last = name.removeprefix(f"{CLIPS}/").partition("/")
        if name != f"{CLIPS}/{folder}/{LIST}" or last != LIST:
            continue
        listed[folder] = {each.text: each for each in _read_list(name, folder, raw)}
        for each in listed[folder].values():
            sound = f"{CLIPS}/{folder}/{each.file}"
            if sound not in files:
                raise StudyError(
                    sound,
                    "fehlt. Bitte lassen Sie noch einmal vorlesen (kiosk study speak).",
                    "is missing. Have the study spoken once more (kiosk study speak).",
                )
            sounds[sound] = files[sound]
    return Clips(listed, sounds)


def write_list(clips: Iterable[ClipFile]) -> bytes:
    """What :func:`read_clips` reads: the same clips give the same bytes, one to a line."""
    rows = [
        json.dumps(
            {
                "text": each.text,
                "file": each.file,
                "source": each.source,
                "milliseconds": each.milliseconds,
                "words": each.words,
            },
            ensure_ascii=False,
        )
        for each in sorted(clips, key=lambda each: each.text)
    ]
    return ("[\n" + ",\n".join(rows) + "\n]\n").encode()


def clip_files(source: Path) -> dict[str, bytes]:
    """The clips in the folder of a study, by their names in the package; what no list names, not.

    Raises StudyError as :func:`read_clips`, and OSError.
    """
    files: dict[str, bytes] = {}
    for path in sorted((source / CLIPS).glob(f"*/{LIST}")):
        folder = path.parent
        name = f"{CLIPS}/{folder.name}/{LIST}"
        files[name] = path.read_bytes()
        for each in _read_list(name, folder.name, files[name]):
            sound = folder / each.file
            if sound.is_file():
                files[f"{CLIPS}/{folder.name}/{each.file}"] = sound.read_bytes()
    read_clips(files)
    return files


def megabytes(clips: Clips) -> float:
    """How much room the sounds take."""
    return sum(map(len, clips.sounds.values())) / 1e6


def _read_list(name: str, folder: str, raw: bytes) -> tuple[ClipFile, ...]:
    try:
        if not _LANGUAGE.match(folder):
            raise ValueError(folder)
        return tuple(_read_clip(each) for each in json.loads(raw))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise StudyError(
            name,
            "ist beschädigt. Bitte löschen Sie den Ordner und lassen Sie noch einmal vorlesen "
            "(kiosk study speak).",
            "is damaged. Delete the folder and have the study spoken once more (kiosk study "
            "speak).",
        ) from error


def _read_clip(row: Mapping[str, object]) -> ClipFile:
    text, file, source = (str(row[key]) for key in ("text", "file", "source"))
    milliseconds, words = row["milliseconds"], row["words"]
    # The name must not lead out of the folder, nor words out of the text.
    if not _FILE.match(file) or not isinstance(milliseconds, int) or not isinstance(words, list):
        raise ValueError(file)
    heard = []
    for at, number, count in words:
        if not (at >= 0 and 0 <= number and 0 < count and number + count <= len(text.split())):
            raise ValueError(text)
        heard.append((int(at), int(number), int(count)))
    return ClipFile(text, file, source, milliseconds, tuple(heard))


def _placed(
    heard: tuple[int, int, int], start: int, spans: list[tuple[int, int]]
) -> tuple[int, int, int]:
    at, number, count = heard
    first, last = spans[start + number], spans[start + number + count - 1]
    return at, first[0], last[1] - first[0]
