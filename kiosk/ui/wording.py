"""A label as it is painted: its words, and which of them weigh more."""

from dataclasses import dataclass

from PySide6.QtGui import QFont

from kiosk.forms.markdown import Block, parse
from kiosk.ui.painting import Stress


@dataclass(frozen=True, slots=True)
class Weight:
    """Characters `start` to `end` stand out."""

    start: int
    end: int
    strong: bool
    emphasis: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """Words and weights of one label. `titled`: it has headings of its own, so the rest is text."""

    text: str = ""
    weights: tuple[Weight, ...] = ()
    titled: bool = False

    def stresses(
        self, regular: QFont, bold: QFont, *, in_bold: bool = False, loud: bool = True
    ) -> tuple[Stress, ...]:
        """The weights as fonts; `in_bold` if the whole is bold anyway.

        Emphasis is underlined, never slanted: our face has no italics, and they are harder to read
        (accessibility.md §1). Strong words in a bold text are underlined if that is `loud`.
        """
        found = []
        for each in self.weights:
            font = QFont(bold if in_bold or each.strong else regular)
            font.setUnderline(each.emphasis or (in_bold and loud))
            found.append(Stress(each.start, each.end, font))
        return tuple(found)


def wording(markdown: str) -> Wording:
    """The words of a label with Markdown, one block to a line, parted where the author did."""
    text = ""
    weights: list[Weight] = []
    blocks = parse(markdown)
    for block in blocks:
        if text:
            text += "\n\n" if block.apart else "\n"
        weights += _weights(block, len(text) + len(block.marker))
        text += block.text
    return Wording(text, tuple(weights), any(block.heading for block in blocks))


def _weights(block: Block, at: int) -> list[Weight]:
    weights = []
    for span in block.spans:
        strong = span.strong or block.heading > 0
        if strong or span.emphasis:
            weights.append(Weight(at, at + len(span.text), strong, span.emphasis))
        at += len(span.text)
    return weights
