"""The list that says which sound file of a language speaks which text."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping

from kiosk.study.clips import CLIPS, ClipFile, Clips
from kiosk.study.errors import StudyError
from kiosk.study.response import canonical

LIST = "clips.json"
LONGEST_MS = 600_000
"""Nobody listens ten minutes to one text; a sound that long is the wrong one."""
_FILE = re.compile(r"[0-9a-f]{32}\.wav\Z")
_LANGUAGE = re.compile(r"[a-z]{2,8}\Z")


def list_name(folder: str) -> str:
    """Its name in the package; `folder` is the language's primary subtag."""
    return f"{CLIPS}/{folder}/{LIST}"


def sound_name(folder: str, file: str) -> str:
    """The name of a sound file in the package."""
    return f"{CLIPS}/{folder}/{file}"


def clip_name(made_of: Iterable[str | int]) -> str:
    """The name of a sound file by everything that its sound depends on."""
    return hashlib.sha256(canonical(list(made_of))).hexdigest()[:32] + ".wav"


def read_clips(files: Mapping[str, bytes]) -> Clips:
    """The clips among the files of a study. Raises StudyError naming the file that is wrong."""
    listed: dict[str, tuple[ClipFile, ...]] = {}
    sounds: dict[str, bytes] = {}
    for name, raw in files.items():
        before, _, last = name.rpartition("/")
        folder = before.removeprefix(f"{CLIPS}/")
        if last != LIST or before == folder:
            continue
        listed[folder] = read_list(raw, folder)
        for each in listed[folder]:
            sound = sound_name(folder, each.file)
            if sound not in files:
                raise StudyError(
                    sound,
                    "fehlt. Bitte lassen Sie noch einmal vorlesen (kiosk study speak) oder nehmen "
                    f"Sie „{each.text}“ noch einmal auf.",
                    "is missing. Have the study spoken once more (kiosk study speak), or record "
                    f'"{each.text}" once more.',
                )
            sounds[sound] = files[sound]
    return Clips(listed, sounds)


def read_list(raw: bytes, folder: str) -> tuple[ClipFile, ...]:
    """The list of `clips/FOLDER/`. Raises StudyError when it is damaged."""
    try:
        if not _LANGUAGE.match(folder):
            raise ValueError(folder)
        clips = tuple(map(_clip, json.loads(raw)))
        if len({(each.text, each.source) for each in clips}) < len(clips):
            raise ValueError("twice")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise StudyError(
            list_name(folder),
            "ist beschädigt. Bitte holen Sie die Datei aus einer Sicherung, oder löschen Sie sie "
            "und lassen Sie noch einmal vorlesen (kiosk study speak); Aufnahmen von Menschen sind "
            "dann neu zu machen.",
            "is damaged. Take the file from a backup, or delete it and have the study spoken once "
            "more (kiosk study speak); recordings by people must then be made anew.",
        ) from error
    return clips


def write_list(clips: Iterable[ClipFile]) -> bytes:
    """What :func:`read_list` reads: the same clips give the same bytes, one to a line."""
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
        for each in sorted(clips, key=lambda each: (each.text, each.source))
    ]
    return ("[\n" + ",\n".join(rows) + "\n]\n").encode()


def _clip(row: Mapping[str, object]) -> ClipFile:
    text, file, source, words = (row[key] for key in ("text", "file", "source", "words"))
    if not (isinstance(text, str) and isinstance(file, str) and isinstance(source, str)):
        raise ValueError(file)
    text.encode(), source.encode()  # half a surrogate is no letter
    # The name must not lead out of the folder, nor the words out of the text.
    if not _FILE.match(file) or not isinstance(words, list):
        raise ValueError(file)
    milliseconds = _whole(row["milliseconds"], 1, LONGEST_MS)
    written = len(text.split())
    heard: list[tuple[int, int, int]] = []
    for at, number, count in words:
        begins = _whole(at, heard[-1][0] if heard else 0, milliseconds)
        first = _whole(number, 0, written - 1)
        heard.append((begins, first, _whole(count, 1, written - first)))
    return ClipFile(text, file, source, milliseconds, tuple(heard))


def _whole(value: object, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ValueError(value)
    return value
