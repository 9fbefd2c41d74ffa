"""The button that leads through the pages of a list of answers."""

from enum import Enum

from kiosk.ui.painting import TextBlock
from kiosk.ui.widgets.button import Button


class PagerWords(Enum):
    """How much the pager says; without a pager "Weiter" leafs, and the status line counts."""

    LONG = "long"
    SHORT = "short"
    NONE = "none"


class Pager(Button):
    """Says which page shows, and leads to the next or from the last one back to the first.

    While texts are expected it measures as tall and wide as any of them needs.
    """

    _expected: tuple[str, ...] = ()

    def expect(self, *texts: str) -> None:
        """Measure for each of `texts`, until one of them is shown."""
        if texts != self._expected:
            self._expected = texts
            self._forget()

    def setText(self, text: str) -> None:
        """Show `text`, and measure for it alone."""
        self.expect()
        super().setText(text)

    def block(self, width: int) -> TextBlock:
        """The text that needs the most lines, broken for a button `width` pixels wide."""
        if not self._expected:
            return super().block(width)
        key = (width, self._steps, False)
        if key not in self._blocks:
            self._blocks[key] = max(
                (self.broken(text, width) for text in self._expected),
                key=lambda block: (block.broken, block.height, block.width),
            )
        return self._blocks[key]

    def words(self, words: PagerWords | None, page: int, pages: int) -> str:
        """What it says on `page` of `pages`, both from 1."""
        if words is PagerWords.SHORT:
            text = self.tr("Weitere\n({page} von {pages})")
            if page == pages:
                text = self.tr("Von vorn\n({page} von {pages})")
        else:
            text = self.tr("Weitere Antworten\n(Seite {page} von {pages})")
            if page == pages:
                text = self.tr("Wieder von vorn\n(Seite {page} von {pages})")
        return text.format(page=page, pages=pages)
