"""Two languages that nobody speaks: one that needs 40 % more room, one that reads from the right.

Both keep every German word recognizable, so that whoever answers by name finds what they press.
"""

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from kiosk.resources import TRANSLATIONS

_KEPT = re.compile(r"(\{[^}]*\}|\$\{[^}]*\}|[*_]+|\n)")
"""Places that are filled in, weights of Markdown, line breaks."""
_ACCENTED = str.maketrans("aeiouAEIOUnsczSCZ", "áéíóúÁÉÍÓÚñśćżŚĆŻ")
_MORE = ("ó", "ñú", "éćí", "śáżó", "íñćúé")
_RLO, _PDF = "\u202e", "\u202c"
"""RIGHT-TO-LEFT OVERRIDE and its end (Unicode 15, 23.2): the bundled typeface has no letters of a
language that reads from the right, so Latin ones run the other way."""


def longer(text: str) -> str:
    """`text` with other letters, and words behind it that make it at least 40 % longer."""
    if not text.strip():
        return text
    said = "".join(
        each if _KEPT.fullmatch(each) else each.translate(_ACCENTED) for each in _KEPT.split(text)
    )
    wanted, number = len(text) * 1.4, 0
    while len(said) < wanted:
        said += " " + _MORE[number % len(_MORE)]
        number += 1
    return said


def backwards(text: str) -> str:
    """`text` from right to left, line by line; places to fill in stay."""
    if not text.strip():
        return text
    return "\n".join(f"{_RLO}{line}{_PDF}" if line.strip() else line for line in text.split("\n"))


@dataclass(frozen=True, slots=True)
class Pseudo:
    """A language: its BCP 47 tag, its name in a workbook, and how it says what German says."""

    tag: str
    name: str
    say: Callable[[str], str]

    def core(self, words: str) -> str:
        """What was said without what only makes it longer or turns it round: filled in places
        change how much of that there is.
        """
        return self.heard(self.say(words))

    def heard(self, words: str) -> str:
        """The same of words as they stand on the glass."""
        there = words.replace(_RLO, "").replace(_PDF, "")
        return " ".join(each for each in there.split() if each not in _MORE)


LONGER = Pseudo("eo", "Longa (eo)", longer)
BACKWARDS = Pseudo("he", "Reva (he)", backwards)
"""Real tags, so that everything that knows languages by theirs takes part."""


def compile_app_words(folder: Path, *languages: Pseudo) -> Path:
    """The app's own words in `languages`, as lrelease makes them, in `folder`."""
    folder.mkdir()
    for each in languages:
        tree = ElementTree.parse(TRANSLATIONS / "kiosk_en.ts")
        for message in tree.iter("message"):
            source = message.findtext("source") or ""
            translation = message.find("translation")
            assert translation is not None
            translation.text = each.say(source)
        path = folder / f"kiosk_{each.tag}.ts"
        tree.write(path, encoding="utf-8", xml_declaration=True)
        lrelease = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([lrelease, "-silent", path], check=True, timeout=60)
    return folder


def with_language(book: dict[str, list[list[str]]], language: Pseudo, german: str) -> None:
    """Give a workbook's sheets the language beside its German."""
    for table in book.values():
        headers = table[0]
        for index, header in list(enumerate(headers)):
            if header.endswith(f"::{german}"):
                headers.append(header.replace(f"::{german}", f"::{language.name}"))
                for row in table[1:]:
                    row.append(language.say(row[index]))
