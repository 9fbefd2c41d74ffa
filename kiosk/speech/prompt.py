"""What a person reads aloud for a study, and the name of the file it is recorded in."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kiosk.speech.spoken import SpokenForm, spoken_form
from kiosk.study.clips import key_of
from kiosk.study.lexicon import Lexicon, primary

_LETTERS = "bcdfghjkmnpqrstvwxz23456789"
"""No vowels, so that no word comes about, and nothing that is mistaken for something else."""
_LENGTH = 6
_SIGNS = re.compile(r"\w[.:/*_]+\w|\w/|\d[,–-]\d|½")
_ENDS = ".,;:!?"


@dataclass(frozen=True, slots=True)
class Prompt:
    """`name`: of the file, without its ending. `text`: as it is written, in single blanks. `form`:
    as the voice says it. `own`: what the author wants said in its place, or "". `hints`: written
    words and how they are said. `places`: where it stands, in words.
    """

    name: str
    text: str
    form: SpokenForm
    own: str = ""
    hints: tuple[tuple[str, str], ...] = ()
    places: tuple[str, ...] = ()


def prompts(
    texts: Iterable[str], language: str, lexicon: Lexicon, places: Mapping[str, tuple[str, ...]]
) -> tuple[Prompt, ...]:
    """Each text that sounds once, in their order; `places` by :func:`key_of`.

    `language` is a BCP 47 tag, of which the primary subtag counts.
    """
    found: dict[str, Prompt] = {}
    for each in texts:
        text = " ".join(each.split())
        # The voice's respellings are not for people.
        plain = spoken_form(text, language, Lexicon(texts=lexicon.texts))
        if not any(map(str.isalnum, plain.text)):
            continue
        key = key_of(text)
        if key not in found:
            own = plain.text if any(lexicon.runs(text)) else ""
            found[key] = Prompt(
                name_of(text, language),
                text,
                spoken_form(text, language, lexicon),
                own,
                () if own else tuple(dict.fromkeys(_hints(text, plain))),
                places.get(key, ()),
            )
    return tuple(found.values())


def name_of(text: str, language: str) -> str:
    """ "de-k7m2qx": made of the text alone, so that no other text changes it. In a thousand texts
    two share a name once in a thousand studies."""
    folder = primary(language)
    number = int.from_bytes(hashlib.sha256(f"{folder}\n{key_of(text)}".encode()).digest()[:8])
    letters = ""
    for _ in range(_LENGTH):
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return f"{folder}-{letters}"


def _hints(text: str, form: SpokenForm) -> Iterator[tuple[str, str]]:
    """Abbreviations, times and the like, and the words they are said in; people know how to say
    plain numbers."""
    for (start, length), words in form.by_place().items():
        written = text[start : start + length].rstrip(_ENDS)
        said = " ".join(words).rstrip(_ENDS)
        if _SIGNS.search(written) and _letters(said) != _letters(written):
            # "O.L." at the end of a sentence, but not "1.5.2026.".
            dot = "." if text.startswith(f"{written}.", start) and written[-2:-1] == "." else ""
            yield f"{written}{dot}", said


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))
