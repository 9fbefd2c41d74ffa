"""The upper strip: where am I, and the ways out that are always there."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.forms.view import Progress
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.progress import THICKNESS_MM, ProgressBar
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

WIDEST = Progress(88, 88)
SMALLEST = -2
"""Text sizes below the theme's that the words may shrink."""
LINE_TOP_MM, LINE_SPACE_MM, LINE_BELOW_MM = 3.0, 0.8, 3.0
"""Around the line of the progress on narrow glass: above, between words and bar, below."""

Plan = tuple[int, list[tuple[Button, QRect]], int]
"""Text steps, the place of every button, the height."""


class TopStrip(QWidget):
    """Progress left; "Alles verwerfen", "Hilfe holen" and "Darstellung" right.

    One row where it fits, two on upright glass; on narrow glass the progress is a line above the
    three buttons. Text one step smaller before it wraps. The places depend on the panel and the
    text size only, never on the question.
    """

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._progress: Progress | None = None
        self._of_pages = False
        self.words = Text(theme, role=Role.HINT, parent=self)
        self.bar = ProgressBar(theme, self)
        self.leaf = Text(theme, role=Role.HINT, parent=self)
        self.leaf.set_steps(-2)
        self._leaf: tuple[int, int] | None = None
        self._left = QRect()
        self._line = False  # the progress stands above the buttons
        self.discard = Button(theme, guard, look=Look.QUIET, parent=self)
        self.help = Button(theme, guard, look=Look.QUIET, parent=self)
        self.display = Button(theme, guard, look=Look.QUIET, parent=self)
        for name in ("words", "discard", "help", "display"):
            getattr(self, name).setObjectName(name)
        self.retranslate()
        self.show_progress(None)

    def retranslate(self) -> None:
        """Set every text."""
        self.discard.setText(self.tr("Alles verwerfen"))
        self.help.setText(self.tr("Hilfe holen"))
        self.display.setText(self.tr("Darstellung"))
        self._say()
        self.show_leaf(self._leaf)

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        self.words.set_theme(theme)
        self.leaf.set_theme(theme)
        self.bar.set_theme(theme)
        for button in (self.discard, self.help, self.display):
            button.set_theme(theme)
        self._show_count()

    def show_progress(self, progress: Progress | None) -> None:
        """Say where the person is; None where there is nothing to count."""
        self._count(progress, of_pages=False)

    def show_page(self, page: Progress | None) -> None:
        """Say which page of a longer text this is; None where there is only one."""
        self._count(page, of_pages=True)

    def _count(self, progress: Progress | None, of_pages: bool) -> None:
        self._progress = progress
        self._of_pages = of_pages
        self._show_count()
        if progress is not None:
            self.bar.show_progress(progress)
        self._say()

    def _show_count(self) -> None:
        """The simple view counts nothing but the pages of a text."""
        counts = self._progress is not None and (self._of_pages or not self._theme.simple)
        self.words.setVisible(counts)
        self.bar.setVisible(counts)

    def show_leaf(self, leaf: tuple[int, int] | None) -> None:
        """Say which page of how many answers show, on glass too small for a pager."""
        self._leaf = leaf
        text = ""
        if leaf is not None:
            text = self.tr("Seite {page} von {pages}").format(page=leaf[0], pages=leaf[1])
        self.leaf.setText(text)
        self.leaf.setVisible(leaf is not None)
        self._place_progress()

    def offer(self, discard: bool = True, help_: bool = True, display: bool = True) -> None:
        """Which of the three buttons show. Places of the others do not move."""
        self.discard.setVisible(discard)
        self.help.setVisible(help_)
        self.display.setVisible(display)

    def lay_out(self, width: int) -> int:
        """Place everything for `width` pixels; returns the height."""
        plans = ((1, 0), (1, -2), (2, 0), (2, -2))
        fits = (
            (self._line_plan(width) if self._theme.profile.narrow else None)
            or next((p for rows, steps in plans if (p := self._plan(width, rows, steps))), None)
            or self._plan(width, 2, -2, squeeze=True)
        )
        assert fits is not None
        steps, places, height = fits
        self._set_steps(steps)
        for button, place in places:
            button.setGeometry(place)
        self._place_progress()
        return height

    def _line_plan(self, width: int) -> Plan | None:
        """The progress in one line, below it the buttons; None if these need a second row."""
        theme = self._theme
        gap, margin, top = theme.px(theme.gap_mm), theme.px(theme.margin_mm), theme.px(LINE_TOP_MM)
        buttons = (self.discard, self.help, self.display)
        self._set_steps(SMALLEST)
        widths = [_two_lines(button) for button in buttons]
        spare = width - 2 * margin - 2 * gap - sum(widths)
        if spare < 0:
            return None
        line = self._words_size().height() + theme.px(LINE_SPACE_MM) + theme.px(THICKNESS_MM)
        self._left, self._line = QRect(margin, top, width - 2 * margin, line), True
        x, y = margin, top + line + theme.px(LINE_BELOW_MM)
        widths = [own + spare // len(buttons) for own in widths]
        tall = max(b.heightForWidth(own) for b, own in zip(buttons, widths, strict=True))
        places: list[tuple[Button, QRect]] = []
        for button, own in zip(buttons, widths, strict=True):
            places.append((button, QRect(x, y, own, tall)))
            x += own + gap
        return SMALLEST, places, y + tall

    def _plan(self, width: int, rows: int, steps: int, squeeze: bool = False) -> Plan | None:
        """Geometry for `rows` rows with text `steps` smaller, or None if it does not fit."""
        theme = self._theme
        self._line = False
        gap, margin, top = theme.px(theme.gap_mm), theme.px(theme.margin_mm), theme.px(4.0)
        buttons = (self.discard, self.help, self.display)
        self._set_steps(steps)
        inner = width - 2 * margin
        words = self._words_size().width()
        widths = [button.natural_width() for button in buttons]
        if rows == 1:
            if sum(widths) + 2 * gap + 2 * gap + words > inner:
                # Two lines per button where the words allow it.
                widths = [_two_lines(button) for button in buttons]
            if sum(widths) + 2 * gap + 2 * gap + words > inner:
                return None
            heights = [b.heightForWidth(w) for b, w in zip(buttons, widths, strict=True)]
            height = max(heights)
            places: list[tuple[Button, QRect]] = []
            x = width - margin
            for button, own in reversed(list(zip(buttons, widths, strict=True))):
                x -= own
                places.append((button, QRect(x, top, own, height)))
                x -= gap
            left = x - gap - margin
            self._left = QRect(margin, top, left, height)
            return steps, places, top + height
        half = (inner - gap) // 2
        if not squeeze and (max(widths[1:]) > half or widths[0] + 2 * gap + words > inner):
            return None
        first = min(widths[0], inner - 2 * gap - words)
        height = max(
            buttons[0].heightForWidth(first), *(b.heightForWidth(half) for b in buttons[1:])
        )
        second = top + height + gap
        places = [
            (self.discard, QRect(width - margin - first, top, first, height)),
            (self.help, QRect(margin, second, half, height)),
            (self.display, QRect(width - margin - half, second, half, height)),
        ]
        self._left = QRect(margin, top, inner - first - 2 * gap, height)
        return steps, places, second + height

    def _set_steps(self, steps: int) -> None:
        self.words.set_steps(steps)
        for button in (self.discard, self.help, self.display):
            button.set_steps(steps)

    def _place_progress(self) -> None:
        """Words above the bar, the leaf below it, together in the middle of the left part; in a
        line of their own the leaf stands at its end."""
        theme, area = self._theme, self._left
        if self._line:
            self._place_line()
            return
        words = self._words_size().height()
        bar, space = theme.px(THICKNESS_MM), theme.px(1.2)
        leaf = 0
        for steps in range(0, -theme.text_size, -1) if self._leaf is not None else ():
            self.leaf.set_steps(steps)
            leaf = self.leaf.sizeHint().height()
            if words + space + bar + leaf <= area.height():
                break
        tall = words + space + bar + leaf
        y = area.top() + (area.height() - tall) // 2
        y = max(0, min(y, area.top() + area.height() - tall))
        self.words.setGeometry(area.left(), y, area.width(), words)
        self.bar.setGeometry(area.left(), y + words + space, area.width(), bar)
        self.leaf.setGeometry(area.left(), y + words + space + bar, area.width(), leaf)

    def _place_line(self) -> None:
        """Words from where the line begins, the leaf at its end, the bar below both."""
        theme, area = self._theme, self._left
        words, bar = self._words_size(), theme.px(THICKNESS_MM)
        self.leaf.set_steps(SMALLEST)
        leaf = self.leaf.sizeHint().width() if self._leaf is not None else 0
        self.words.setGeometry(area.left(), area.top(), area.width() - leaf, words.height())
        self.leaf.setGeometry(area.right() + 1 - leaf, area.top(), leaf, words.height())
        self.bar.setGeometry(area.left(), area.bottom() + 1 - bar, area.width(), bar)

    def _words_size(self) -> QSize:
        """Room for the longest progress an interview can show, also while none is shown."""
        shown = self.words.text()
        self.words.setText(self._sentence(WIDEST))
        size = self.words.sizeHint()
        self.words.setText(shown)
        return size

    def _sentence(self, progress: Progress) -> str:
        if self._of_pages:
            words = self.tr("Seite {number} von {total}")
        else:
            words = self.tr("Frage {number} von {total}")
        return words.format(number=progress.number, total=progress.total)

    def _say(self) -> None:
        self.words.setText(self._sentence(self._progress) if self._progress else "")


def _two_lines(button: Button) -> int:
    """The least width at which `button` needs no more than two lines and breaks no word."""
    width = button.natural_width()
    step = max(1, width // 60)
    while width - step >= button.least_px():
        block = button.block(width - step)
        if len(block.lines) > 2 or block.broken:
            break
        width -= step
    return width
