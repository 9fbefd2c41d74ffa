"""Texts of digits: a postal code, a number of a form. Leading zeros are kept."""

from PySide6.QtWidgets import QWidget

from kiosk.ui.inputs.typed_input import TypedInput
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.tap_guard import TapGuard

MOST = 24
"""Digits where the question sets no cap: what one line shows on every panel supported."""


class DigitsInput(TypedInput):
    """Digits as typed, at most as many as the question allows."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text of our own again."""
        super().retranslate()
        self.shown.name(self.tr("Ihre Ziffern"), self.tr("noch keine Ziffern"))

    def status(self) -> tuple[str, str, bool]:
        """How many digits are left; when there are none, that."""
        view = self.view
        if view is None:
            return "", "", False
        full = self._full()
        if self.note:
            return self.note, full, True
        if view.length is None:
            return "", full, False
        left = max(0, view.length - len(self.typed))
        words = self.tr("Noch 1 Ziffer") if left == 1 else self.tr("Noch {left} Ziffern")
        return words.format(left=left), full, False

    def segments(self) -> list[tuple[str, str]]:
        """What was typed is never read out over a speaker (EN 301 549 5.1.3.9)."""
        return [("digits", self.tr("Tippen Sie auf die Ziffern."))]

    def typed_key(self, key: str) -> tuple[str, str]:
        """One more digit while there is room."""
        if len(self.typed) >= self._most():
            return self.typed, self._full()
        return self.typed + key, ""

    def answer(self) -> str:
        """The digits."""
        return self.typed

    def unfinished(self) -> str:
        """Any digits are an answer: there is nothing to say."""
        return ""

    def written(self) -> str:
        """The digits."""
        return self.typed

    def _full(self) -> str:
        return self.tr("Mehr als {most} Ziffern gehen hier nicht.").format(most=self._most())

    def _most(self) -> int:
        length = self.view.length if self.view is not None else None
        return MOST if length is None else length
