"""Texts of a study as sound, made before anybody is asked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kiosk.study.lexicon import primary

CLIPS = "clips"
"""The folder they lie in, in the source and in the package: `clips/de/` for German and its
varieties (de-x-leicht), as one voice reads them all."""
PERSON = "person"
"""The source of a clip that somebody has spoken; "person:Anna" where several have."""
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class ClipFile:
    """A text as it is written, the name of its sound file, and who or what speaks it.

    `words`: the millisecond at which something begins to be heard, the number of the written word
    it stands for, and how many words; words are what blanks part.
    """

    text: str
    file: str
    source: str
    milliseconds: int
    words: tuple[tuple[int, int, int], ...] = ()

    @property
    def spoken_by_person(self) -> bool:
        """Whether it is a recording: nothing but a person replaces it."""
        return self.source.partition(":")[0] == PERSON


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text as a clip: the name of its sound, and (millisecond, start, length) of what is
    heard in the whole text."""

    sound: str
    words: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True)
class Clips:
    """`listed` by primary language subtag; `sounds` by their names in the package."""

    listed: Mapping[str, tuple[ClipFile, ...]] = field(default_factory=dict)
    sounds: Mapping[str, bytes] = field(default_factory=dict)

    def pieces(self, text: str, language: str, *, by_person: bool = False) -> tuple[Piece, ...]:
        """`text` as the fewest clips in a row, all by one voice; empty where there is no such row.

        "Antwort 3: ja. Ausgewählt." is three of them: which number an answer has and whether it is
        chosen nobody knows before. What persons have spoken goes before every other voice;
        `by_person`: nothing else counts.
        """
        folder = primary(language)
        spans = [each.span() for each in _WORD.finditer(text)]
        for person, by_text in self._voices.get(folder, ()) if spans else ():
            if by_person and not person:
                break
            row = _row([text[slice(*span)] for span in spans], by_text)
            if row:
                return tuple(
                    Piece(
                        f"{CLIPS}/{folder}/{clip.file}",
                        tuple(_placed(each, start, spans) for each in clip.words),
                    )
                    for start, clip in row
                )
        return ()

    @cached_property
    def _voices(self) -> dict[str, tuple[tuple[bool, dict[str, ClipFile]], ...]]:
        """By folder: whether a voice is a person's, and what it speaks; persons first."""
        return {folder: _by_voice(clips) for folder, clips in self.listed.items()}


def key_of(text: str) -> str:
    """What texts with the same sound have in common: single blanks, no full stop at the end and no
    capitals, as an answer is a sentence where it is read out and none where it is written."""
    return " ".join(text.split()).rstrip(".").casefold()


def _by_voice(clips: Iterable[ClipFile]) -> tuple[tuple[bool, dict[str, ClipFile]], ...]:
    voices: dict[tuple[bool, str], dict[str, ClipFile]] = {}
    for each in sorted(clips, key=lambda each: (not each.spoken_by_person, each.source)):
        voice = voices.setdefault((each.spoken_by_person, each.source), {})
        voice.setdefault(key_of(each.text), each)
    return tuple((person, by_text) for (person, _), by_text in voices.items())


def _row(words: list[str], by_text: Mapping[str, ClipFile]) -> tuple[tuple[int, ClipFile], ...]:
    """The fewest clips that are `words`, each with the number of its first word; or none."""
    whole = by_text.get(key_of(" ".join(words)))
    if whole is not None:
        return ((0, whole),)
    best: list[tuple[tuple[int, ClipFile], ...] | None] = [(), *([None] * len(words))]
    for end in range(1, len(words) + 1):
        for start in range(end):
            before = best[start]
            clip = by_text.get(key_of(" ".join(words[start:end]))) if before is not None else None
            if before is None or clip is None:
                continue
            so_far = best[end]
            if so_far is None or len(before) + 1 < len(so_far):
                best[end] = (*before, (start, clip))
    return best[-1] or ()


def _placed(
    heard: tuple[int, int, int], start: int, spans: list[tuple[int, int]]
) -> tuple[int, int, int]:
    at, number, count = heard
    first, last = spans[start + number], spans[start + number + count - 1]
    return at, first[0], last[1] - first[0]
