"""Running text: paragraphs with bold lead-ins, broken into pages, because nothing scrolls."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.ui.painting import (
    ABOVE_CAPITALS,
    MARK_BESIDE,
    MARK_OVER,
    MARK_ROUND,
    MARK_UNDER,
    formats,
    rounded_box,
)
from kiosk.ui.theme import Theme
from kiosk.ui.wording import wording

PITCH = 1.32
"""Line pitch in font sizes. More than in a button: here people read several lines."""
BETWEEN = 0.55
"""Space between paragraphs, in lines."""
LINE_SEPARATOR = "\u2028"
"""What QTextLayout takes for a line break."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines of one paragraph, as they stand together on a page."""

    paragraph: int
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Setting:
    """Paragraphs broken for one width, and the pages they make at one height. In pixels."""

    layouts: tuple[QTextLayout, ...]
    pages: tuple[tuple[Piece, ...], ...]
    pitch: float
    space: float
    ascent: float
    descent: float

    def top(self, page: int, place: int) -> float:
        """Where the piece at `place` on `page` begins."""
        before = self.pages[page][:place]
        return sum((piece.end - piece.first) * self.pitch for piece in before) + (
            self.space * len(before)
        )

    def height(self, page: int) -> float:
        """The height of `page`, accents and descenders included."""
        pieces = self.pages[page]
        if not pieces:
            return 0.0
        lines = sum(piece.end - piece.first for piece in pieces)
        leading = self.pitch - self.ascent - self.descent
        return lines * self.pitch - leading + self.space * (len(pieces) - 1)


class Prose(QLabel):
    """Shows one page of its paragraphs; the label's text is what that page says."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps = 0
        self._paragraphs: tuple[str, ...] = ()
        self._page = 0
        self._heard: tuple[int, int] | None = None
        self._setting: Setting | None = None
        self._room = (1, 0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        self._forget()

    def set_steps(self, steps: int) -> None:
        """Text `steps` offered sizes smaller than the theme's, where the glass is too small."""
        if steps != self._steps:
            self._steps = steps
            self._forget()

    def show_paragraphs(self, paragraphs: Sequence[str]) -> None:
        """Show these paragraphs from their first page; they may carry Markdown."""
        if tuple(paragraphs) != self._paragraphs:
            self._paragraphs = tuple(paragraphs)
            self._page = 0
            self._forget()

    # Pages

    def break_pages(self, width: int, height: int) -> int:
        """Break for a page of `width` × `height` pixels; returns how many pages there are.

        Paragraphs stay whole unless one alone is taller than a page.
        """
        if self._setting is None or self._room != (width, height):
            self._room = (width, height)
            self._setting = self._set(width, height)
        self._page = min(self._page, len(self._setting.pages) - 1)
        self._say()
        return len(self._setting.pages)

    @property
    def page(self) -> int:
        """The page that shows, from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        """How many pages there are at the size it was broken for."""
        return len(self._now().pages)

    def show_page(self, page: int) -> None:
        """Show another page, from 0."""
        self._page = min(max(page, 0), len(self._now().pages) - 1)
        self._say()
        self.updateGeometry()
        self.update()

    def pieces(self) -> list[tuple[int, str, QRect]]:
        """What shows: (paragraph, words, rectangle in own coordinates), from the top."""
        setting = self._now()
        found: list[tuple[int, str, QRect]] = []
        for place, piece in enumerate(setting.pages[self._page]):
            layout = setting.layouts[piece.paragraph]
            words = _words(layout, piece.first, piece.end)
            y = setting.top(self._page, place)
            tall = (piece.end - piece.first) * setting.pitch
            found.append((piece.paragraph, words, QRect(0, int(y), self.width(), int(tall))))
        return found

    def cut(self) -> tuple[int, ...]:
        """The paragraphs with a word cut in two, because it is wider than the page."""
        found = enumerate(self._now().layouts)
        return tuple(number for number, layout in found if _cuts_a_word(layout))

    @property
    def heard(self) -> tuple[int, int] | None:
        """What :meth:`mark_words` has set."""
        return self._heard

    def mark_words(self, heard: tuple[int, int] | None) -> None:
        """Which characters of :meth:`text`, from and to, are being heard."""
        if heard != self._heard:
            self._heard = heard
            self.update()

    def text_font(self) -> QFont:
        """The font of the text; lead-ins are bolder."""
        return self._fonts()[0]

    # Size

    def hasHeightForWidth(self) -> bool:
        """Narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of everything at `width`, on one page."""
        if not self._paragraphs:
            return 0
        setting = self._set(width, 1 << 24)
        return -int(-setting.height(0) // 1)

    def lines_in(self, height: int) -> int:
        """How many lines of one paragraph a page of `height` pixels holds."""
        regular, _ = self._fonts()
        return int(height // (regular.pixelSize() * PITCH))

    def page_height(self) -> int:
        """The height of the page that shows."""
        return -int(-self._now().height(self._page) // 1)

    def tallest(self) -> int:
        """The height of the tallest page."""
        setting = self._now()
        return -int(-max(setting.height(page) for page in range(len(setting.pages))) // 1)

    def sizeHint(self) -> QSize:
        """The page that shows."""
        return QSize(self.width(), self.page_height())

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, 1)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines of this page, from the top."""
        del event
        setting = self._now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colours.ink)
        for place, piece in enumerate(setting.pages[self._page]):
            layout = setting.layouts[piece.paragraph]
            y = setting.top(self._page, place) + setting.ascent
            for number in range(piece.first, piece.end):
                line = layout.lineAt(number)
                line.draw(painter, QPointF(0, y - line.ascent() - line.y()))
                self._mark_in(painter, line, y, self._heard_in(place, layout))
                y += setting.pitch

    def _heard_in(self, place: int, layout: QTextLayout) -> tuple[int, int]:
        """Which characters of a paragraph are being heard, of those in the piece at `place`."""
        if self._heard is None:
            return 0, 0
        setting = self._now()
        pieces = setting.pages[self._page]
        before = [_words(setting.layouts[p.paragraph], p.first, p.end) for p in pieces[:place]]
        begin = sum(len(words) + 1 for words in before)
        own = layout.lineAt(pieces[place].first).textStart()
        start, end = self._heard
        return start - begin + own, end - begin + own

    def _mark_in(
        self, painter: QPainter, line: QTextLine, y: float, heard: tuple[int, int]
    ) -> None:
        """The field behind what is heard of a line, and its letters once more."""
        first, last = line.textStart(), line.textStart() + line.textLength()
        start, end = max(heard[0], first), min(heard[1], last)
        if start >= end:
            return
        colours = self._theme.colours
        pitch, capitals = self._now().pitch, self._now().ascent / ABOVE_CAPITALS
        xs = [float(line.cursorToX(each)[0]) for each in (start, end)]  # type: ignore[index]
        beside = pitch * MARK_BESIDE
        over, under = capitals * MARK_OVER, capitals * MARK_UNDER
        box = QRectF(min(xs) - beside, y - over, abs(xs[1] - xs[0]) + 2 * beside, over + under)
        painter.save()
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        rounded_box(painter, box, pitch * MARK_ROUND, colours.marked)
        painter.setPen(colours.on_marked)
        line.draw(painter, QPointF(0, y - line.ascent() - line.y()))
        painter.restore()

    def _now(self) -> Setting:
        if self._setting is None:
            self.break_pages(*self._room)
        assert self._setting is not None
        return self._setting

    def _say(self) -> None:
        setting = self._now()
        pieces = setting.pages[self._page]
        self.setText(
            "\n".join(_words(setting.layouts[p.paragraph], p.first, p.end) for p in pieces)
        )

    def changeEvent(self, event: QEvent) -> None:
        """Another language may read the other way."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._forget()

    def _set(self, width: int, height: int) -> Setting:
        return _set(self._paragraphs, self._fonts(), self.layoutDirection(), width, height)

    def _fonts(self) -> tuple[QFont, QFont]:
        return self._theme.font(steps=self._steps), self._theme.font(True, self._steps)

    def _forget(self) -> None:
        self._setting = None
        self.updateGeometry()
        self.update()


def _words(layout: QTextLayout, first: int, end: int) -> str:
    start = layout.lineAt(first).textStart()
    last = layout.lineAt(end - 1)
    text = layout.text()[start : last.textStart() + last.textLength()]
    return text.replace(LINE_SEPARATOR, "\n").strip()


def _cuts_a_word(layout: QTextLayout) -> bool:
    """Whether a line ends inside a word; a word may end at a hyphen, dash or slash."""
    text = layout.text()
    starts = [layout.lineAt(number).textStart() for number in range(1, layout.lineCount())]
    return any(text[at - 1] not in f" -–/{LINE_SEPARATOR}" for at in starts)


def _broken(
    paragraph: str, regular: QFont, bold: QFont, direction: Qt.LayoutDirection, width: int
) -> QTextLayout:
    words = wording(paragraph)
    layout = QTextLayout(words.text.replace("\n", LINE_SEPARATOR), regular)
    layout.setFormats(formats(words.stresses(regular, bold), 0, len(words.text)))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(direction)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(max(width, 1))
        line = layout.createLine()
    layout.endLayout()
    return layout


def _set(
    paragraphs: tuple[str, ...],
    fonts: tuple[QFont, QFont],
    direction: Qt.LayoutDirection,
    width: int,
    height: int,
) -> Setting:
    regular, bold = fonts
    metrics = QFontMetricsF(regular)
    layouts = tuple(_broken(paragraph, regular, bold, direction, width) for paragraph in paragraphs)
    pitch = regular.pixelSize() * PITCH
    ascent, descent = metrics.capHeight() * 1.36, metrics.capHeight() * 0.36
    space = pitch * BETWEEN
    leading = pitch - ascent - descent
    pages: list[tuple[Piece, ...]] = []
    page: list[Piece] = []
    used = -leading
    for number, layout in enumerate(layouts):
        count = layout.lineCount()
        whole = count * pitch
        before = space if page else 0.0
        if page and used + before + whole > height:
            pages.append(tuple(page))
            page, used, before = [], -leading, 0.0
        first = 0
        while used + before + (count - first) * pitch > height:
            fit = max(1, int((height - used - before) // pitch))
            if first + fit >= count:
                break
            pages.append((*page, Piece(number, first, first + fit)))
            page, used, before = [], -leading, 0.0
            first += fit
        page.append(Piece(number, first, count))
        used += before + (count - first) * pitch
    pages.append(tuple(page))
    return Setting(layouts, tuple(pages), pitch, space, ascent, descent)
