"""A button with a mark that is there or not."""

from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.tap_guard import TapGuard


class Checkable(Button):
    """Marked or not. Tapping does not mark it: the question decides, and calls :meth:`set_chosen`.

    A screen reader does not tap: Qt turns its "toggle" (AT-SPI, UI Automation) into a change of the
    mark and never into `clicked`. Here that is taken for the click it stands for.
    """

    def __init__(
        self,
        theme: Theme,
        guard: TapGuard,
        look: Look = Look.SECONDARY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, guard, look=look, parent=parent)
        self._deciding = False
        self._decided = False
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)

    def set_chosen(self, chosen: bool) -> None:
        """Show it marked or not."""
        self._decided = True
        if chosen == self.isChecked():
            return
        exclusive, self._deciding = self.autoExclusive(), True
        # Qt never lets the last of an exclusive group go, but an answer may be taken back.
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(exclusive)
        self._deciding = False
        self.update()

    def nextCheckState(self) -> None:
        """Nothing: the question decides."""

    def _on_toggled(self, checked: bool) -> None:
        given_way = not checked and self.autoExclusive()  # to another one, which is what was meant
        if self._deciding or given_way:
            return
        self._decided = False
        self.click()
        if not self._decided:
            self.set_chosen(not checked)
