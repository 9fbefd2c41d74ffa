"""One thing to say: a sign, a headline, a few sentences, and buttons below them."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.headline import Headline
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.reading_mark import ReadingMark
from kiosk.ui.widgets.sign import Mark, Sign

SIZES_MM = (
    (11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.2),
    (13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0),
    (14.0, 13.0, 12.0, 10.5, 9.5, 8.75),
)
"""Capitals of the headline by text size, largest first: the first that fits is taken."""


ATTEMPTS = ((0, False), (-1, False), (0, True), (-1, True), (-2, False), (-2, True))
"""Text sizes below the theme's, and whether the buttons stand side by side: what comes first is
better."""


class Message(QWidget):
    """Fills the body of a screen; in landscape the sign stands left of the words."""

    def __init__(self, theme: Theme, mark: Mark, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sign = Sign(theme, mark, self)
        self.headline = Headline(theme, SIZES_MM[1][0], parent=self)
        self.headline.setObjectName("headline")
        self.prose = Prose(theme, self)
        self.prose.setObjectName("prose")
        self._buttons: list[Button] = []
        self._abreast = False  # the buttons stand side by side
        self._mark = ReadingMark(theme, self)

    def add_button(self, button: Button) -> None:
        """Put `button` below the words."""
        button.setParent(self)
        self._buttons.append(button)

    def show_words(self, headline: str, paragraphs: Sequence[str]) -> None:
        """Say this."""
        self.headline.setText(headline)
        self.prose.show_paragraphs(paragraphs)

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        self.sign.set_theme(theme)
        self.headline.set_theme(theme)
        self.prose.set_theme(theme)
        self._mark.set_theme(theme)
        for button in self._buttons:
            button.set_theme(theme)

    def spoken(self) -> list[tuple[str, str]]:
        """Headline and paragraphs as (id, words), and what the buttons say."""
        parts = [("headline", self.headline.text())]
        parts += [(f"prose/{number}", words) for number, words, _ in self.prose.pieces()]
        parts += [
            (f"button/{number}", button.text())
            for number, button in enumerate(self._buttons)
            if not button.isHidden()
        ]
        return [(name, words) for name, words in parts if words]

    def mark(self, segment: str | None) -> None:
        """Stand beside what is being read."""
        self._mark.stand_beside(self._places().get(segment or ""))

    def lay_out(self, area: QRect) -> None:
        """Place everything; `area` is the inner rectangle of the body, which this fills."""
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        theme = self._theme
        gap = theme.px(max(6.0, theme.gap_mm))
        beside = not theme.profile.portrait and area.width() > area.height() * 1.15
        side = theme.px(min(38.0, area.height() / theme.profile.px_per_mm * 0.36))
        words = area.adjusted(side + theme.px(12.0), 0, 0, 0) if beside else area
        room = words.height() - (0 if beside else side + gap)
        height = self._fit(words.width(), room, gap)
        # Words and buttons before the sign, which says nothing of its own.
        bare = not beside and height > room
        if bare:
            for small in (False, True):
                height = self._fit(words.width(), words.height(), gap, small)
                if height <= words.height():
                    break
            side = -gap
        self.sign.setVisible(not bare)
        total = height if beside else height + side + gap
        top = area.top() + max(0, int((area.height() - max(total, side)) * 0.4))
        self.sign.setGeometry(area.left(), top, side, side)
        if beside:
            top += max(0, (side - height) // 2)
        else:
            top += side + gap
        self._place(QRect(words.left(), top, words.width(), height), gap)

    def _fit(self, width: int, height: int, gap: int, small: bool = False) -> int:
        """Take the largest text that fits; returns its height. `small`: with the headline of small
        text."""
        total, sizes = 0, SIZES_MM[0 if small else self._theme.text_size - 1]
        for steps, self._abreast in ATTEMPTS:
            if self._abreast and not self._fit_abreast(width, steps, gap):
                continue
            self.prose.set_steps(steps)
            for button in self._shown():
                button.set_steps(steps)
            for size in sizes:
                self.headline.set_capitals(size)
                if self.headline.block(width).broken:
                    continue
                total = self._height(width, gap)
                if total <= height:
                    return total
        return total

    def _height(self, width: int, gap: int) -> int:
        parts = [self.headline.heightForWidth(width), self.prose.heightForWidth(width)]
        talls = [button.heightForWidth(self._button_width(width)) for button in self._shown()]
        parts += [max(talls, default=0)] if self._abreast else talls
        parts = [part for part in parts if part > 0]
        return sum(parts) + gap * max(0, len(parts) - 1)

    def _place(self, area: QRect, gap: int) -> None:
        y = area.top()
        width = area.width()
        tall = self.headline.heightForWidth(width)
        self.headline.setGeometry(area.left(), y, width, tall)
        y += tall + gap
        tall = self.prose.heightForWidth(width)
        self.prose.break_pages(width, max(tall, 1))
        self.prose.setGeometry(area.left(), y, width, tall)
        y += tall + gap if tall else 0
        x = area.left()
        for button in self._shown():
            wide = self._button_width(width)
            tall = button.heightForWidth(wide)
            button.setGeometry(x, y, wide, tall)
            if self._abreast:
                x += wide + gap
            else:
                y += tall + gap

    def _fit_abreast(self, width: int, steps: int, gap: int) -> bool:
        """Whether all buttons have room side by side, on one line each."""
        shown = self._shown()
        if len(shown) < 2:
            return False
        for button in shown:
            button.set_steps(steps)
        return len(shown) * (self._button_width(width) + gap) - gap <= width

    def _shown(self) -> list[Button]:
        return [button for button in self._buttons if not button.isHidden()]

    def _button_width(self, width: int) -> int:
        return min(width, max(button.natural_width() for button in self._shown()))

    def _places(self) -> dict[str, QRect]:
        places = {"headline": self.headline.geometry()}
        for number, _, area in self.prose.pieces():
            places[f"prose/{number}"] = area.translated(self.prose.pos())
        for number, button in enumerate(self._buttons):
            places[f"button/{number}"] = button.geometry()
        return places
