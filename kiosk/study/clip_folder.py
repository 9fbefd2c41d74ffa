"""The clips of one language in the folder of a study, where they are made."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from kiosk.study.clip_list import LIST, list_name, read_clips, read_list, sound_name, write_list
from kiosk.study.clips import CLIPS, ClipFile, Clips
from kiosk.study.lexicon import primary
from kiosk.study.recordings import seconds

LARGEST_MB = 300
"""A package travels with every export on a stick, and lies in the memory of the terminal."""
_APART_SECONDS = 0.1
_MADE_HERE = re.compile(r"[0-9a-f]{32}\.wav(\.part)?\Z")


class ClipFolder:
    """`clips/LANGUAGE/` beside study.toml. Methods raise OSError."""

    def __init__(self, source: Path, language: str) -> None:
        """`source` is the study's folder, `language` a BCP 47 tag."""
        self.language = primary(language)
        self.path = source / CLIPS / self.language

    def clips(self) -> tuple[ClipFile, ...]:
        """What is listed, whether or not its sounds are there. Raises StudyError."""
        path = self.path / LIST
        return read_list(path.read_bytes(), self.language) if path.exists() else ()

    def intact(self, clip: ClipFile) -> bool:
        """Whether its sound is there, and as long as it was."""
        path = self.path / clip.file
        return path.is_file() and lasts_as_listed(clip, path.read_bytes())

    def keep(self, sounds: Mapping[str, bytes]) -> None:
        """Write sound files, by their names; each is there whole or not at all."""
        self.path.mkdir(parents=True, exist_ok=True)
        for name, sound in sounds.items():
            write_whole(self.path / name, sound)

    def list(self, clips: Iterable[ClipFile]) -> int:
        """Have exactly these clips; how many sound files nothing names any more were removed."""
        named = tuple(clips)
        self.path.mkdir(parents=True, exist_ok=True)
        write_whole(self.path / LIST, write_list(named))
        needed = {each.file for each in named}
        left = [
            path
            for path in self.path.iterdir()
            if _MADE_HERE.match(path.name) and path.name not in needed
        ]
        for path in left:
            path.unlink()
        return len(left)

    def add(self, clips: Mapping[ClipFile, bytes]) -> None:
        """More clips with their sounds, each in place of what its source said of the same text."""
        again = {(each.text, each.source) for each in clips}
        others = [each for each in self.clips() if (each.text, each.source) not in again]
        self.keep({clip.file: sound for clip, sound in clips.items()})
        self.list([*others, *clips])


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all. Raises OSError."""
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


def clip_files(source: Path) -> dict[str, bytes]:
    """The clips in the folder of a study, by their names in the package; what no list names, not.

    Raises StudyError as :func:`read_clips`, and OSError.
    """
    files: dict[str, bytes] = {}
    for path in sorted((source / CLIPS).glob(f"*/{LIST}")):
        folder = path.parent
        files[list_name(folder.name)] = path.read_bytes()
        for each in read_list(files[list_name(folder.name)], folder.name):
            sound = folder / each.file
            if sound.is_file():
                files[sound_name(folder.name, each.file)] = sound.read_bytes()
    read_clips(files)
    return files


def lasts_as_listed(clip: ClipFile, sound: bytes) -> bool:
    """Whether a sound file can be heard and has not been cut short or exchanged."""
    lasts = seconds(sound)
    return lasts is not None and abs(lasts - clip.milliseconds / 1000) <= _APART_SECONDS


def megabytes(clips: Clips) -> float:
    """How much room the sounds take."""
    return sum(map(len, clips.sounds.values())) / 1e6
