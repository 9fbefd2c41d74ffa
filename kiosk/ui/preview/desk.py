"""The preview's window: the glass in its true size, and below it a bar for the author."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kiosk.journey.stages import Stage
from kiosk.ui.preview.mark import HEIGHT_PX, WORDS, mark_font
from kiosk.ui.preview.runner import Preview
from kiosk.ui.theme import STANDARD
from kiosk.ui.window import Window


class Desk(QWidget):
    """Holds the real window; every change goes through the preview it shows.

    F2 shows the next language, F3 the next text size, F4 the list of questions, Ctrl+Q ends.
    """

    ended = Signal()

    def __init__(self, window: Window, preview: Preview, name: str) -> None:
        super().__init__()
        self._window = window
        self._preview = preview
        self._name = name
        self.setWindowTitle(f"{name} – {WORDS}")
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Window, STANDARD.rest)
        colours.setColor(QPalette.ColorRole.WindowText, STANDARD.ink)
        self.setPalette(colours)
        self.mark = QLabel(WORDS, self)
        self.mark.setFont(mark_font(bold=True))
        self.told = QLabel(self)
        self.told.setFont(mark_font())
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 0, 16, 0)
        bar.addWidget(self.mark)
        bar.addStretch(1)
        bar.addWidget(self.told)
        bar.addStretch(1)
        for words, key, act in (
            ("Sprache (F2)", "F2", self.next_language),
            ("Schrift (F3)", "F3", self.next_text_size),
            ("Frage (F4)", "F4", self.choose_question),
            ("Vorschau beenden", "Ctrl+Q", self.close),
        ):
            bar.addWidget(self._button(words, act))
            QShortcut(QKeySequence(key), self).activated.connect(act)
        below = QWidget(self)
        below.setFixedHeight(HEIGHT_PX)
        below.setLayout(bar)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        size = QSize(window.size())
        window.setParent(self)
        window.setFixedSize(size)
        whole.addWidget(window)
        whole.addWidget(below)
        self.setFixedSize(max(size.width(), below.sizeHint().width()), size.height() + HEIGHT_PX)
        window.shown.connect(self._tell)
        window.quitting.connect(self.close)
        self._tell(preview.stage)

    def next_language(self) -> None:
        """Show everything in the form's next language."""
        self._preview.next_language()
        self._show_again()

    def next_text_size(self) -> None:
        """Show everything in the next size."""
        self._preview.next_text_size()
        self._show_again()

    def choose_question(self) -> None:
        """Offer every question of the form, those not asked now too."""
        rows = [
            (each.path, f"{each.name}   {self._preview.label(each)}")
            for each in self._preview.questions()
        ]
        here = self._preview.question
        dialog = Questions(rows, here.path if here is not None else "", self)
        dialog.chosen.connect(self.go)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def go(self, path: str) -> None:
        """Show the question at a template path."""
        self._preview.go(path)
        self._show_again()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is lost that was ever kept."""
        event.accept()
        self.ended.emit()

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setFont(mark_font())
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(partial(_ignoring, act))
        return button

    def _show_again(self) -> None:
        self._window.open(self._preview)

    def _tell(self, stage: Stage) -> None:
        del stage
        preview = self._preview
        question = preview.question
        shown = self._name if question is None else f"{self._name} · {question.name}"
        aside = "" if preview.asked_now else " · wird jetzt nicht gefragt"
        size = f"Größe {preview.presentation.text_size}"
        self.told.setText(f"{shown}{aside}\n{preview.spoken} · {size}")


class Questions(QDialog):
    """Every question by name and text; typing narrows the list."""

    chosen = Signal(str)  # the template path

    def __init__(self, rows: Sequence[tuple[str, str]], here: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Welche Frage?")
        self.resize(720, 560)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Name oder Wort der Frage")
        self.list = QListWidget(self)
        for widget in (self.field, self.list):
            widget.setFont(mark_font())
        for path, words in rows:
            item = QListWidgetItem(words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, path)
            if path == here:
                self.list.setCurrentItem(item)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._take)
        self.list.itemActivated.connect(self._take)
        self.field.setFocus()

    def _narrow(self, typed: str) -> None:
        first: QListWidgetItem | None = None
        for number in range(self.list.count()):
            item = self.list.item(number)
            fits = typed.casefold() in item.text().casefold()
            item.setHidden(not fits)
            first = first or (item if fits else None)
        if first is not None:
            self.list.setCurrentItem(first)

    def _take(self, item: QListWidgetItem | None = None) -> None:
        item = item or self.list.currentItem()
        if item is not None and not item.isHidden():
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()


def _ignoring(act: Callable[[], object], checked: bool = False) -> None:
    """A button's click says whether it is checked, which none of ours is."""
    del checked
    act()
