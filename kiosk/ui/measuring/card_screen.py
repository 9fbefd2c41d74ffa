"""Match the outline to a bank card."""

from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.measuring.card import CARD_MM, Card
from kiosk.ui.measuring.measure_screen import MeasureScreen
from kiosk.ui.stack import stack, stack_height
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

STEPS_PX = (-10, 10, -1, 1)
"""What the buttons add to the width of the outline."""


class CardScreen(MeasureScreen):
    """The outline keeps its upper left corner, against which the card is held."""

    def __init__(
        self,
        theme: Theme,
        guard: TapGuard,
        *,
        card_px: int,
        least_px: int,
        most_px: int,
        parent: QWidget | None = None,
    ) -> None:
        """`card_px`: the width of the outline to begin with, between the other two."""
        super().__init__(theme, guard, parent)
        self._least, self._most = least_px, most_px
        self.card_px = min(max(card_px, least_px), most_px)
        self.heading = Text(theme, role=Role.HEADING, parent=self.body)
        self.words = Text(theme, role=Role.BODY, parent=self.body)
        self.card = Card(theme, self.body)
        self.buttons = [Button(theme, guard, parent=self.body) for _step in STEPS_PX]
        for step, button in zip(STEPS_PX, self.buttons, strict=True):
            button.setObjectName(f"step/{step}")
            button.clicked.connect(partial(self.on_step, step))
        self.bottom.offer(back=False, read=False)
        self.order_focus(*self.buttons)
        self.retranslate()
        self.on_step(0)

    @property
    def px_per_mm(self) -> float:
        """What the outline says now."""
        return self.card_px / CARD_MM[0]

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.heading.setText("Wie groß ist dieser Bildschirm?")
        self.words.setText(
            "Halten Sie eine Bankkarte oder einen Personalausweis an den Bildschirm, genau in die "
            "linke obere Ecke des Rahmens. Tippen Sie, bis Rahmen und Karte gleich groß sind."
        )
        names = ("Viel kleiner", "Viel größer", "Etwas kleiner", "Etwas größer")
        for name, button in zip(names, self.buttons, strict=True):
            button.setText(name)

    def lay_out_body(self, area: QRect) -> None:
        """Words and buttons left, the card right of them; upright one below the other."""
        theme = self.theme
        gap = theme.px(theme.gap_mm)
        texts = (self.heading, self.words)
        beside = self.width() > self.height()
        width = (area.width() - 2 * gap) // 2 if beside else area.width()
        cell = (width - gap) // 2
        for steps in (0, -1, -2):
            for text in texts:
                text.set_steps(steps)
            for button in self.buttons:
                button.set_steps(steps)
            tall = max(each.heightForWidth(cell) for each in self.buttons)
            words = stack_height(texts, width, gap)
            rows = 2 * tall + gap
            least = 0 if beside else round(self._most * CARD_MM[1] / CARD_MM[0])
            if words + 2 * gap + rows + least <= area.height():
                break
        y = stack(texts, QRect(area.left(), area.top(), width, words), gap)
        y = area.bottom() + 1 - rows if not beside else y + 3 * gap
        for number, button in enumerate(self.buttons):
            row, column = divmod(number, 2)
            x = area.left() + column * (cell + gap)
            button.setGeometry(x, y + row * (tall + gap), cell, tall)
        if beside:
            self.card.move(area.left() + width + 2 * gap, area.top())
        else:
            self.card.move(area.left(), area.top() + words + 2 * gap)
        self.card.show_scale(self.px_per_mm)

    def on_step(self, step: int) -> None:
        """A button was tapped."""
        self.card_px = min(max(self.card_px + step, self._least), self._most)
        self.card.show_scale(self.px_per_mm)
        for each, button in zip(STEPS_PX, self.buttons, strict=True):
            button.setEnabled(self.card_px > self._least if each < 0 else self.card_px < self._most)
