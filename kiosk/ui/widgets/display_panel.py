"""The panel behind "Darstellung": text size, reading aloud, order of the letters."""

from functools import partial

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.choice import Choice, Shape
from kiosk.ui.widgets.keyboard import KeyOrder
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text


class DisplayPanel(QWidget):
    """Covers the screen it belongs to; every change works at once; "Schließen" closes it.

    `picked` carries (text size 1 to 3, reading aloud), `ordered` a KeyOrder.
    """

    picked = Signal(int, bool)
    ordered = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._guard = guard
        self._read_aloud = False
        self.title = Text(theme, role=Role.HEADING, parent=self)
        self._labels = [Text(theme, role=Role.BODY, parent=self) for _ in range(3)]
        self.sizes = [self._choice(f"size {size}") for size in (1, 2, 3)]
        self.reading = [self._choice("read on"), self._choice("read off")]
        self.orders = [self._choice("order qwertz"), self._choice("order abc")]
        self.done = Button(theme, guard, look=Look.PRIMARY, parent=self)
        self.done.setObjectName("done")
        for size, button in enumerate(self.sizes, start=1):
            button.clicked.connect(partial(self._on_size, size))
        for on, button in zip((True, False), self.reading, strict=True):
            button.clicked.connect(partial(self._on_reading, on))
        for order, button in zip(KeyOrder, self.orders, strict=True):
            button.clicked.connect(partial(self._on_order, order))
        self.done.clicked.connect(self.closed)
        self.retranslate()
        self.show_order(KeyOrder.QWERTZ)
        self.show_reading(False)
        self._show_size()

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("Darstellung"))
        words = (self.tr("Schrift"), self.tr("Vorlesen"), self.tr("Tastatur"))
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        self._name(self.sizes, (self.tr("Normal"), self.tr("Groß"), self.tr("Sehr groß")), words[0])
        self._name(self.reading, (self.tr("An"), self.tr("Aus")), words[1])
        self._name(self.orders, (self.tr("QWERTZ"), self.tr("ABC")), words[2])
        self.done.setText(self.tr("Schließen"))

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        for text in (self.title, *self._labels):
            text.set_theme(theme)
        for button in (*self._choices(), self.done):
            button.set_theme(theme)
        self._show_size()
        self.update()

    def show_reading(self, read_aloud: bool) -> None:
        """Show whether questions are read aloud by themselves."""
        self._read_aloud = read_aloud
        for on, button in zip((True, False), self.reading, strict=True):
            button.set_chosen(on is read_aloud)

    def show_order(self, order: KeyOrder) -> None:
        """Show the order of the letters."""
        for each, button in zip(KeyOrder, self.orders, strict=True):
            button.set_chosen(each is order)

    def spoken(self) -> list[tuple[str, str]]:
        """Each row with its choices and which one is chosen, as (id, words)."""
        words = [("title", self.title.text())]
        rows = (self.sizes, self.reading, self.orders)
        for label, choices in zip(self._labels, rows, strict=True):
            words.append((f"row {label.text()}", label.text()))
            words += [
                (each.objectName(), self.tr("{answer}, ausgewählt").format(answer=each.text()))
                if each.isChecked()
                else (each.objectName(), each.text())
                for each in choices
            ]
        return words

    def mark(self, segment: str | None) -> None:
        """Highlight the choice being read."""
        for choice in self._choices():
            choice.set_spoken(choice.objectName() == segment)

    def lay_out(self, area: QRect) -> None:
        """Cover `area`: three rows of choices, "Schließen" where "Weiter" is."""
        self.setGeometry(area)
        theme = self._theme
        margin, gap = theme.px(theme.margin_mm), theme.px(theme.gap_mm)
        width, height = area.width(), area.height()
        inner = width - 2 * margin
        portrait = height > width
        for steps in (0, -1, -2):
            for text in (self.title, *self._labels):
                text.set_steps(steps)
            for button in (*self._choices(), self.done):
                button.set_steps(steps)
            bottom = self._lay_out_done(width, height, portrait)
            y = self._lay_out_rows(margin, inner, gap, portrait)
            fits = not any(choice.breaks_word(choice.width()) for choice in self._choices())
            if y <= bottom - gap and fits:
                break

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper over the screen behind."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colours.paper)

    def _lay_out_done(self, width: int, height: int, portrait: bool) -> int:
        theme = self._theme
        margin, wide = theme.px(theme.margin_mm), theme.px(theme.wide_gap_mm)
        inner = width - 2 * margin
        own = inner - wide - (inner - wide) * 2 // 5 if portrait else (inner - 2 * wide) // 3
        tall = self.done.heightForWidth(own)
        y = height - theme.px(theme.edge_mm) - tall
        self.done.setGeometry(width - margin - own, y, own, tall)
        return y

    def _lay_out_rows(self, margin: int, inner: int, gap: int, portrait: bool) -> int:
        theme = self._theme
        y = theme.px(7.0)
        longest = max(label.sizeHint().width() for label in self._labels)
        tall = self.title.heightForWidth(inner)
        self.title.setGeometry(margin, y, inner, tall)
        y += tall + gap
        rows = (self.sizes, self.reading, self.orders)
        for label, choices in zip(self._labels, rows, strict=True):
            left = 0 if portrait else longest + theme.px(theme.wide_gap_mm)
            words = label.heightForWidth(inner if portrait else left)
            room = inner - left
            own = (room - (len(choices) - 1) * gap) // len(choices)
            if portrait:
                label.setGeometry(margin, y + gap, inner, words)
                y += words + gap + theme.px(2.0)
            height = max(choice.heightForWidth(own) for choice in choices)
            if not portrait:
                label.setGeometry(margin, y + (height - words) // 2, left, words)
            for number, choice in enumerate(choices):
                choice.setGeometry(margin + left + number * (own + gap), y, own, height)
            y += height + gap
        return y

    def _choice(self, name: str) -> Choice:
        button = Choice(self._theme, self._guard, Shape.APART, parent=self)
        button.setObjectName(name)
        return button

    def _choices(self) -> list[Choice]:
        return [*self.sizes, *self.reading, *self.orders]

    def _name(self, choices: list[Choice], words: tuple[str, ...], group: str) -> None:
        for choice, word in zip(choices, words, strict=True):
            choice.show_choice(choice.objectName(), word)
            choice.setAccessibleName(f"{group}: {word}")

    def _show_size(self) -> None:
        for size, button in enumerate(self.sizes, start=1):
            button.set_chosen(size == self._theme.text_size)

    def _on_size(self, size: int) -> None:
        self.picked.emit(size, self._read_aloud)

    def _on_reading(self, read_aloud: bool) -> None:
        self.show_reading(read_aloud)
        self.picked.emit(self._theme.text_size, read_aloud)

    def _on_order(self, order: KeyOrder) -> None:
        self.show_order(order)
        self.ordered.emit(order)
