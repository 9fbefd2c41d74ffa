"""The panel behind "Was heißt das?": what the answers of a page mean."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.forms.markdown import plain
from kiosk.forms.view import ChoiceView
from kiosk.ui.inputs.arrange import Box, Page, column
from kiosk.ui.theme import Theme
from kiosk.ui.themed import retheme
from kiosk.ui.widgets.choice import first_upper
from kiosk.ui.widgets.panel_strip import PanelStrip
from kiosk.ui.widgets.reading_mark import ReadingMark
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

LABEL_GAP_MM = 0.8  # between an answer and its hint
ENTRY_GAP_MM = 5.0


class HintPanel(QWidget):
    """Covers the screen it belongs to: each answer in bold, its hint below; changes no answer.

    The two stand in one or two columns and on as many pages as they need. `turned` says that
    another page shows.
    """

    closed = Signal()
    turned = Signal()

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._guard = guard
        self._choices: tuple[ChoiceView, ...] = ()
        self._entries: list[tuple[Text, Text]] = []
        self._pages: tuple[Page, ...] = (Page(()),)
        self._page = 0
        self.title = Text(theme, role=Role.HEADING, parent=self)
        self._mark = ReadingMark(theme, self)
        self.strip = PanelStrip(theme, guard, "hints", self)
        self.pager, self.read, self.done = self.strip.buttons()
        self.pager.clicked.connect(self._on_pager)
        self.done.clicked.connect(self.closed)
        self.retranslate()

    def show_choices(self, choices: Sequence[ChoiceView]) -> None:
        """Show the hints of `choices`, from the first page."""
        self._choices = tuple(choices)
        self._page = 0
        while len(self._entries) < len(self._choices):
            label = Text(self._theme, role=Role.STRONG, parent=self)
            self._entries.append((label, Text(self._theme, role=Role.BODY, parent=self)))
        for (label, hint), choice in zip(self._entries, self._choices, strict=False):
            label.show_markdown(first_upper(choice.label))
            hint.show_markdown(choice.hint)
        self._mark.stand_beside(None)

    def show_speech(self, text: str, enabled: bool) -> None:
        """What reading aloud can do now, as the lower strip says it."""
        self.strip.show_speech(text, enabled)

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("Was heißt das?"))
        self.strip.name(
            self.tr("Zurück zur Frage"),
            more=self.tr("Mehr lesen\n({page} von {pages})"),
            again=self.tr("Von vorn\n({page} von {pages})"),
        )

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        for text in (self.title, *(text for entry in self._entries for text in entry)):
            text.set_theme(theme)
        retheme(theme, self.strip, self._mark)
        self.update()

    def spoken(self) -> list[tuple[str, str]]:
        """This page: (id, words)."""
        words = [("hints", self.title.text())]
        for number in self._shown():
            choice = self._choices[number]
            hint = plain(choice.hint)
            end = "" if hint.endswith((".", "?", "!")) else "."
            words.append((choice.value, f"{first_upper(plain(choice.label))}: {hint}{end}"))
        return words

    def mark(self, segment: str | None) -> None:
        """Stand beside what is being read."""
        self._mark.stand_beside(None)
        for number in self._shown():
            if self._choices[number].value == segment:
                label, hint = self._entries[number]
                self._mark.stand_beside(label.geometry().united(hint.geometry()))

    def lay_out(self, area: QRect) -> None:
        """Cover `area`: title, hints, and "Zurück zur Frage" where "Weiter" is."""
        self.setGeometry(area)
        theme = self._theme
        margin, gap = theme.px(theme.margin_mm), theme.px(theme.gap_mm)
        inner = area.width() - 2 * margin
        for steps in range(0, -theme.text_size, -1):
            self.title.set_steps(steps)
            for text in (text for entry in self._entries for text in entry):
                text.set_steps(steps)
            y = theme.px(7.0)
            tall = self.title.heightForWidth(inner)
            self.title.setGeometry(margin, y, inner, tall)
            y += tall + theme.px(ENTRY_GAP_MM)
            bottom = self.strip.lay_out(area.width(), area.height(), steps)
            pages = self._spread(Box(margin, y, inner, bottom - gap - y))
            if pages is not None:
                self._show(pages)
                return
        # Not even the smallest size holds the longest hint: one to a page, below the title.
        box = Box(margin, y, inner, max(1, bottom - gap - y))
        self._show(tuple(Page(((number, box),)) for number in range(len(self._choices))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper over the screen behind."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colours.paper)

    def _spread(self, area: Box) -> tuple[Page, ...] | None:
        """The entries over pages, two side by side where the glass is wide; None if one is too big.

        Side by side they stand as the tiles do: read along the line.
        """
        gap = self._theme.px(ENTRY_GAP_MM)
        entries = self._entries[: len(self._choices)]
        landscape = self.width() > self.height()
        for columns in (2, 1) if landscape and len(entries) > 1 else (1,):
            width = (area.width - (columns - 1) * 2 * gap) // columns
            if any(text.block(width).broken for entry in entries for text in entry):
                continue
            heights = [self._height(entry, width) for entry in entries]
            lines = [heights[start : start + columns] for start in range(0, len(heights), columns)]
            pages = column([max(line) for line in lines], area, gap)
            if pages is None:
                continue
            return tuple(
                Page(
                    tuple(
                        (
                            line * columns + place,
                            Box(box.x + place * (width + 2 * gap), box.y, width, box.height),
                        )
                        for line, box in page.cells
                        for place in range(len(lines[line]))
                    )
                )
                for page in pages
            )
        return None

    def _height(self, entry: tuple[Text, Text], width: int) -> int:
        label, hint = entry
        between = self._theme.px(LABEL_GAP_MM)
        return label.heightForWidth(width) + between + hint.heightForWidth(width)

    def _show(self, pages: tuple[Page, ...]) -> None:
        """Place the page there is now."""
        self._pages = pages
        self._page = min(self._page, len(pages) - 1)
        shown = dict(pages[self._page].cells)
        between = self._theme.px(LABEL_GAP_MM)
        for number, (label, hint) in enumerate(self._entries):
            box = shown.get(number) if number < len(self._choices) else None
            label.setVisible(box is not None)
            hint.setVisible(box is not None)
            if box is not None:
                first = label.heightForWidth(box.width)
                label.setGeometry(box.x, box.y, box.width, first)
                second = hint.heightForWidth(box.width)
                hint.setGeometry(box.x, box.y + first + between, box.width, second)
        self.strip.show_page(self._page + 1, len(pages), self.width() < self.height())
        self._mark.stand_beside(None)

    def _shown(self) -> list[int]:
        """The numbers of the choices on this page."""
        return [number for number, _ in self._pages[self._page].cells]

    def _on_pager(self) -> None:
        self._page = (self._page + 1) % len(self._pages)
        self._guard.page_changed()
        self._show(self._pages)
        self.turned.emit()
