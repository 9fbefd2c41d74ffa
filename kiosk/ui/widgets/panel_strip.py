"""The three buttons of a panel that covers a screen: on a page, read aloud, done."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.side import by_side
from kiosk.ui.theme import Theme
from kiosk.ui.themed import retheme
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.tap_guard import TapGuard


class PanelStrip:
    """`pager`, `read` and `done`, where a screen has Zurück, Vorlesen and Weiter.

    No widget of its own: the buttons are the panel's children, in its coordinates.
    """

    def __init__(self, theme: Theme, guard: TapGuard, name: str, panel: QWidget) -> None:
        """`name` stands before the buttons' object names; `panel` is the widget they stand on."""
        self._theme = theme
        self._steps = 0
        self._page, self._pages = 1, 1
        self._more, self._again = "", ""
        self.pager = Button(theme, guard, parent=panel)
        self.read = Button(theme, guard, parent=panel)
        self.done = Button(theme, guard, look=Look.PRIMARY, parent=panel)
        for part in ("pager", "read", "done"):
            getattr(self, part).setObjectName(f"{name} {part}")

    def buttons(self) -> tuple[Button, Button, Button]:
        """In reading order."""
        return self.pager, self.read, self.done

    def in_order(self) -> list[Button]:
        """As they stand, from left to right and from top to bottom."""
        return sorted(self.buttons(), key=lambda each: (each.y(), each.x()))

    def name(self, done: str, more: str, again: str) -> None:
        """What "done" says, and the pager before and on the last page: {page} and {pages}."""
        self.done.setText(done)
        self._more, self._again = more, again
        self._name_pager()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        retheme(theme, *self.buttons())

    def show_speech(self, text: str, enabled: bool) -> None:
        """What reading aloud can do now, as the lower strip says it."""
        self.read.setText(text)
        self.read.setEnabled(enabled)
        self._fit_speech()

    def lay_out(self, width: int, height: int, steps: int) -> int:
        """Place all three on a panel of that size; returns where they begin."""
        theme = self._theme
        margin, gap = theme.px(theme.margin_mm), theme.px(theme.gap_mm)
        wide = theme.px(theme.wide_gap_mm)
        inner = width - 2 * margin
        bottom = height - theme.px(theme.edge_mm)
        landscape = width > height
        half, third = (inner - gap) // 2, (inner - 2 * wide) // 3
        widths = (third,) * 3 if landscape else (half, half, inner)
        # Two lines long, as "Vorlesen anhalten" may be: whatever they say, nothing moves.
        for self._steps in range(steps, -theme.text_size, -1):
            for button in self.buttons():
                button.set_steps(self._steps)
            blocks = [b.block(own) for b, own in zip(self.buttons()[1:], widths[1:], strict=True)]
            pager = 0
            for page in (88, 99):  # more, and the last page's words
                self.pager.setText(self._pager_text(page, 99))
                blocks.append(self.pager.block(widths[0]))
                pager = max(pager, self.pager.heightForWidth(widths[0]))
            if not any(block.broken or len(block.lines) > 2 for block in blocks):
                break
        tall = max(pager, self.done.heightForWidth(widths[2]))
        y = bottom - tall
        if landscape:
            places = [QRect(margin + n * (third + wide), y, third, tall) for n in range(3)]
            for button, place in zip(by_side(theme.side, self.buttons()), places, strict=True):
                button.setGeometry(place)
        else:
            own = self.done.heightForWidth(inner)
            self.done.setGeometry(margin, bottom - own, inner, own)
            y = bottom - own - gap - tall
            self.pager.setGeometry(margin, y, half, tall)
            self.read.setGeometry(margin + half + gap, y, half, tall)
        self._name_pager()
        return y

    def show_page(self, page: int, pages: int, portrait: bool) -> None:
        """`page` of `pages` shows, from 1; with one page there is no pager."""
        self._page, self._pages = page, pages
        self.pager.setVisible(pages > 1)
        if pages == 1 and portrait:
            self.read.setGeometry(self.read.geometry().united(self.pager.geometry()))
        self._fit_speech()
        self._name_pager()

    def _fit_speech(self) -> None:
        """Longer words than "Vorlesen" are written smaller: nothing moves when speech begins."""
        width, height = self.read.width(), self.read.height()
        for steps in range(self._steps, -self._theme.text_size, -1):
            self.read.set_steps(steps)
            if self.read.heightForWidth(width) <= height and not self.read.block(width).broken:
                break

    def _name_pager(self) -> None:
        self.pager.setText(self._pager_text(self._page, self._pages))

    def _pager_text(self, page: int, pages: int) -> str:
        text = self._again if page == pages and pages > 1 else self._more
        return text.format(page=page, pages=pages)
