"""Texts of digits: a postal code, a number of a form. Leading zeros are kept."""

from PySide6.QtWidgets import QWidget

from kiosk.forms.view import QuestionView
from kiosk.ui.inputs.typed_input import TypedInput
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.tap_guard import TapGuard

MOST = 24
"""Digits where the question sets no cap: what one line shows on every panel supported."""


class DigitsInput(TypedInput):
    """Digits as typed, at most as many as the question allows."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self._full = False
        self.retranslate()

    def show_question(self, view: QuestionView) -> None:
        """Show `view`."""
        if self.view is None or self.view.ref != view.ref or self.view.value != view.value:
            self._full = False
        self.view = view
        self.shown.show_number(view.value)

    def reset(self) -> None:
        """The session is over: the next person finds nothing."""
        self.view = None
        self._full = False
        self.shown.show_number("")

    def retranslate(self) -> None:
        """Set every text of our own again."""
        super().retranslate()
        self.shown.name(self.tr("Ihre Ziffern"), self.tr("noch keine Ziffern"))

    def status(self) -> tuple[str, str, bool]:
        """How many digits are left; when there are none, that."""
        view = self.view
        if view is None:
            return "", "", False
        full = self.tr("Mehr als {most} Ziffern gehen hier nicht.").format(most=self._most())
        if self._full:
            return full, full, True
        if view.length is None:
            return "", full, False
        left = max(0, view.length - len(view.value))
        words = self.tr("Noch 1 Ziffer") if left == 1 else self.tr("Noch {left} Ziffern")
        return words.format(left=left), full, False

    def segments(self) -> list[tuple[str, str]]:
        """What was typed is never read out over a speaker (EN 301 549 5.1.3.9)."""
        return [("digits", self.tr("Tippen Sie auf die Ziffern."))]

    def on_key(self, key: str) -> None:
        """Add a digit while there is room."""
        view = self.view
        if view is None:
            return
        self._full = len(view.value) >= self._most()
        if not self._full:
            self.changed.emit(view.value + key)
        self.turned.emit()

    def on_erase(self) -> None:
        """Take the last digit away."""
        view = self.view
        self._full = False
        if view is not None and view.value:
            self.changed.emit(view.value[:-1])
        self.turned.emit()

    def _most(self) -> int:
        length = self.view.length if self.view is not None else None
        return MOST if length is None else length
