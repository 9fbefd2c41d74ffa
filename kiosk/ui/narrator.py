"""What has the focus, in words: for whoever walks by key and listens."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.text_field import TextField


class Narrator(QObject):
    """Knows no screen: it says what the accessible name and state say, and what the page reads out
    of an answer, with its number.
    """

    def of(self, widget: QWidget, read: Mapping[str, str]) -> str:
        """The words for `widget`; `read` are the page's segments by their id."""
        if isinstance(widget, Choice) and widget.value in read:
            return read[widget.value]
        if isinstance(widget, TextField):
            return self.tr("Textfeld.")
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if isinstance(widget, Button) and widget.isCheckable() and widget.isChecked():
            return self.tr("{name}. Ausgewählt.").format(name=name)
        return name if name.endswith((".", "?", "!")) else f"{name}."

    def of_row(self, row: Sequence[Button]) -> str:
        """The words for a row that may be entered."""
        names = [self.of(each, {}).removesuffix(".") for each in row]
        return self.tr("Reihe: {first} bis {last}.").format(first=names[0], last=names[-1])

    def instruction(self) -> str:
        """How to get on without seeing."""
        return self.tr(
            "Der Bildschirm ist aus. Mit den Pfeil-Tasten gehen Sie weiter. "
            "Mit der Eingabe-Taste wählen Sie."
        )

    def lifting(self) -> str:
        """What a touch on the dark glass may do."""
        return self.tr("Tippen Sie in die Mitte. Dann geht der Bildschirm an.")
