"""The field free text appears in."""

from PySide6.QtCore import QMargins, QMimeData, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from kiosk.ui.painting import rounded_box
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.walking import ARROWS, Walk, shows_focus, walk, walk_of

PAD_MM = 0.7  # above and below the lines
KEYS_USED = (
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
"""Of the keys that write nothing. No chord is one: what is written can be neither marked, copied
nor brought back, so that it is nowhere but in its answer."""
_CHORDS = ~Qt.KeyboardModifier.KeypadModifier


class TextField(QPlainTextEdit):
    """A plain field with its own cursor: no scroll bars, no menu, no line breaks, and nothing is
    pasted, copied or undone.

    `edited` carries the whole text after every change by the person. What runs over `cap`
    characters is not taken. The view follows the cursor. `focused` says that it got the focus or
    lost it.
    """

    edited = Signal(str)
    focused = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cap: int | None = None
        self._steps = 0
        self._filling = False
        self._writing = False  # on a keyboard, since it has the focus
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        # A system keyboard must never slide over ours.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAcceptDrops(False)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        # Qt's own scrolling with two fingers: nothing here is a gesture.
        self.viewport().ungrabGesture(Qt.GestureType.PanGesture)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, False)
        self.textChanged.connect(self._on_changed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, theme.colours.ink)
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.colours.quiet)
        palette.setColor(QPalette.ColorRole.Base, theme.colours.row)
        palette.setColor(QPalette.ColorRole.Highlight, theme.colours.tint)
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.colours.ink)
        self.setPalette(palette)
        self.setCursorWidth(theme.px(0.8))
        self.document().setDocumentMargin(0)
        pad = theme.px(theme.padding_mm)
        self.setViewportMargins(QMargins(pad, theme.px(PAD_MM), pad, theme.px(PAD_MM)))
        self._set_font()

    def set_steps(self, steps: int) -> None:
        """Text `steps` offered sizes smaller than the theme's."""
        if steps != self._steps:
            self._steps = steps
            self._set_font()

    def height_of_lines(self, lines: int) -> int:
        """Pixels tall to show `lines` lines."""
        around = 2 * (self._theme.px(PAD_MM) + self._theme.px(self._theme.chosen_mm))
        return lines * self.fontMetrics().lineSpacing() + around + 2

    def lines_of(self, characters: int, width: int) -> int:
        """About how many lines `characters` take in a field `width` pixels wide."""
        room = width - 2 * self._theme.px(self._theme.padding_mm)
        return 1 + characters * self.fontMetrics().averageCharWidth() // max(1, room)

    def show_text(self, text: str, cap: int | None) -> None:
        """Show `text`, the cursor behind it; does not emit."""
        self._filling = True
        self._cap = cap
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._filling = False

    def write_on(self) -> None:
        """The cursor, for whoever touches; whoever walks by key stays on the key."""
        if not shows_focus(self):
            self.setFocus()

    def type(self, text: str) -> bool:
        """Insert at the cursor; False if the cap has no room for it."""
        if self._cap is not None and len(self.toPlainText()) + len(text) > self._cap:
            return False
        self.textCursor().insertText(text)
        self.ensureCursorVisible()
        return True

    def erase(self) -> None:
        """Delete the character before the cursor."""
        self.textCursor().deletePreviousChar()
        self.ensureCursorVisible()

    def at_sentence_start(self) -> bool:
        """Whether the next letter begins a sentence."""
        before = self.toPlainText()[: self.textCursor().position()].rstrip(" ")
        here = self.toPlainText()[: self.textCursor().position()]
        return not before or (here != before and before[-1] in ".!?…")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A plugged-in keyboard writes too, within the cap; a key held down acts once."""
        if event.isAutoRepeat():
            event.accept()
        elif event.key() in ARROWS and self._leaves(walk_of(Qt.Key(event.key()), self)):
            walk(self, walk_of(Qt.Key(event.key()), self))
        elif event.text().isprintable() and event.text() and not _is_chord(event):
            self._writing = True
            self.type(event.text())
        elif event.key() in KEYS_USED and not event.modifiers() & _CHORDS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by key has not written yet."""
        super().focusInEvent(event)
        self._writing = not shows_focus(self)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.focused.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nothing scrolls."""
        event.accept()

    def _leaves(self, where: Walk) -> bool:
        """Up and down always lead on; left and right move the cursor of who writes on a keyboard
        or touched the field, and lead on for all others."""
        return where in (Walk.UP, Walk.DOWN) or not self._writing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size breaks the lines elsewhere; keep the cursor in view."""
        super().resizeEvent(event)
        self.ensureCursorVisible()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the cursor in view."""
        super().showEvent(event)
        self.ensureCursorVisible()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging selects nothing."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double tap is a tap."""
        self.mousePressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Nothing is pasted: the clipboard may hold what someone else left."""
        del source
        return False

    def createMimeDataFromSelection(self) -> QMimeData:
        """Nothing is copied: the next person must not find it."""
        return QMimeData()

    def _set_font(self) -> None:
        self.setFont(self._theme.font(steps=self._steps))

    def _on_changed(self) -> None:
        if not self._filling:
            self.edited.emit(self.toPlainText())


def _is_chord(event: QKeyEvent) -> bool:
    """A command of a keyboard; Ctrl with Alt is how some write "@"."""
    held = event.modifiers()
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    return bool(held & control) and not held & alt


class FieldBox(QWidget):
    """The outline around a TextField, and a ring around that while keys have led to it."""

    def __init__(self, theme: Theme, field: TextField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._field = field
        self.stackUnder(field)
        field.focused.connect(self.update)

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        self.update()

    def place(self, area: QRect) -> None:
        """Draw the outline along the edge of `area`."""
        out = self._out()
        self.setGeometry(area.adjusted(-out, -out, out, out))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A white box with the outline of a chosen answer: this is where you write."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, out = QRectF(self.rect()), self._out()
        radius, accent = theme.px(theme.radius_mm), theme.colours.accent
        box = whole.adjusted(out, out, -out, -out)
        rounded_box(painter, box, radius, theme.colours.row, accent, theme.px(theme.chosen_mm))
        if self._field.hasFocus() and shows_focus(self):
            rounded_box(painter, whole, radius + out, None, accent, theme.px(theme.focus_mm))

    def _out(self) -> int:
        """Pixels between the outline and the outside of the ring."""
        return self._theme.px(self._theme.focus_mm + 0.6)
