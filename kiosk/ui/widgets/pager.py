"""The button that leads through the pages of a list of answers."""

from enum import Enum

from kiosk.ui.widgets.button import Button


class PagerWords(Enum):
    """How much the pager says; without a pager "Weiter" leafs, and the status line counts."""

    LONG = "long"
    SHORT = "short"
    NONE = "none"


class Pager(Button):
    """Says which page shows, and leads to the next or from the last one back to the first."""

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
