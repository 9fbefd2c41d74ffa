"""Where on the page a word stands that is being heard."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.text import Text

Shown = Text | Prose | Button
_WORD = re.compile(r"\S+")
_FEWEST = 3
"""Words alike that make a place, where it is neither all that is shown nor all that is said."""


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int


class HearingMark:
    """Marks on a page the words of the segment that is being read.

    A segment says more than one widget shows ("Antwort 2: nein. …"), or less than one does (a
    paragraph of running text), so the words themselves are looked for. What is said and not shown
    marks nothing.
    """

    def __init__(self) -> None:
        self._places: list[tuple[_Token, Shown, _Token]] = []
        self._marked: Shown | None = None

    def begin(self, text: str, page: Sequence[QWidget]) -> None:
        """`text` is going to be heard while the parts of `page` show."""
        self.clear()
        said = _tokens(text)
        lengths = [0] * len(said)
        found: list[tuple[Shown, _Token] | None] = [None] * len(said)
        for widget in _shown(page):
            shown = _tokens(widget.text())
            for at, other, size in _alike(said, shown):
                weight = size * 2 + (isinstance(widget, Button) and widget.spoken_now)
                for number in range(size):
                    if weight > lengths[at + number]:
                        lengths[at + number] = weight
                        found[at + number] = (widget, shown[other + number])
        self._places = [(said[number], *each) for number, each in enumerate(found) if each]

    def point(self, start: int, length: int) -> None:
        """These characters of the text are being heard now."""
        here = [each for each in self._places if start <= each[0].start < start + length]
        if not here:
            return
        widget = here[0][1]
        if not isValid(widget):
            return
        ends = [own for _, other, own in here if other is widget]
        if self._marked is not widget:
            self._unmark()
        self._marked = widget
        widget.mark_words((ends[0].start, ends[-1].end))

    def clear(self) -> None:
        """Nothing is heard."""
        self._unmark()
        self._places = []

    def _unmark(self) -> None:
        # A page that is gone has taken its widgets with it.
        if self._marked is not None and isValid(self._marked):
            self._marked.mark_words(None)
        self._marked = None


def _tokens(text: str) -> list[_Token]:
    found = []
    for each in _WORD.finditer(text):
        word = "".join(letter for letter in each[0].casefold() if letter.isalnum())
        if word:
            found.append(_Token(word, each.start(), each.end()))
    return found


def _shown(page: Sequence[QWidget]) -> Iterator[Shown]:
    for part in page:
        for widget in part.findChildren(QWidget):
            if isinstance(widget, Text | Prose | Button) and widget.isVisible() and widget.text():
                yield widget


def _alike(said: list[_Token], shown: list[_Token]) -> Iterator[tuple[int, int, int]]:
    words, others = [each.word for each in said], [each.word for each in shown]
    enough = min(_FEWEST, len(words), len(others))
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.size >= max(1, enough):
            yield block.a, block.b, block.size
