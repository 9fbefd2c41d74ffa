"""Answers to tap: a row with a drawn mark, a tile with a pictogram, a quiet row set apart."""

from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.ui.painting import (
    Stress,
    TextBlock,
    mirrored,
    rounded_box,
    same_lines,
    stroke,
    text_block,
)
from kiosk.ui.pictograms import Pictograms
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Look
from kiosk.ui.widgets.checkable import Checkable
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.wording import Wording, wording


class Shape(Enum):
    """How a choice is drawn."""

    ROW = "row"  # with a picture beside its words, if it has one: the faces of a scale
    TILE = "tile"
    POINT = "point"  # a number on a scale, its mark below
    APART = "apart"  # "weiß nicht", "keine Angabe": lighter in weight, equal in contrast


MARK_MM = {Shape.ROW: 9.0, Shape.TILE: 8.0, Shape.POINT: 8.0, Shape.APART: 7.0}
BADGE_MM = {Shape.ROW: 12.0, Shape.TILE: 10.0, Shape.POINT: 10.0, Shape.APART: 7.0}
"""The mark of a choice to be ranked: it holds a number."""


POINT_PAD_MM = 3.4
TIGHT_PAD_MM = 1.5
TIGHT_MARK_MM = 5.0
LEAST_PICTURE_MM = 13.0
MOST_PICTURE_MM = 26.0
BESIDE_PICTURE_MM = 16.0


def first_upper(text: str) -> str:
    """The words as authored, the first letter a capital: typography only."""
    return text[:1].upper() + text[1:]


class Choice(Checkable):
    """A choice that is chosen or not; shows it by outline, tint, mark and weight together."""

    def __init__(
        self,
        theme: Theme,
        guard: TapGuard,
        shape: Shape = Shape.ROW,
        pictograms: Pictograms | None = None,
        parent: QWidget | None = None,
    ) -> None:
        quiet = shape is Shape.APART
        super().__init__(theme, guard, look=Look.QUIET if quiet else Look.SECONDARY, parent=parent)
        self.value = ""
        self._shape = shape
        self._pictograms = pictograms
        self._image = ""
        self._wording = Wording()
        self._single = True
        self._place: int | None = None
        self._wide = False
        self._tight = False

    def show_choice(self, value: str, label: str, image: str = "", single: bool = True) -> None:
        """Stand for another choice. `single`: a radio button, otherwise a check box.

        `label` may carry Markdown; the text and the accessible name are its words.
        """
        self.value = value
        self._image = image
        self._single = single
        words = wording(label)
        self._wording = replace(words, text=first_upper(words.text))
        self.setText(self._wording.text)
        self.setAccessibleName(self._wording.text)
        self._forget()
        self.setAutoExclusive(single)

    def clear(self) -> None:
        """Stand for no choice and do not show; of the last one nothing is left."""
        self.hide()
        if self.value or self.text():
            self.set_chosen(False)
            self.show_choice("", "", single=self._single)
            self.setObjectName("")
            self.setAccessibleDescription("")

    def show_place(self, place: int | None) -> None:
        """The place from 1 of a choice to be ranked; 0 while it has none; None for no ranking."""
        if place != self._place:
            self._place = place
            self._forget()

    # Size

    def text_font(self) -> QFont:
        """Regular; bold when chosen, which is measured for both so that nothing moves."""
        return self._font(self.isChecked())

    def block(self, width: int) -> TextBlock:
        """The text as it is painted, broken where the bold one breaks."""
        bold = self._bold_block(self.text_room(width))
        if self.isChecked():
            return bold
        key = (self.text_room(width), self._steps, False)
        if key not in self._blocks:
            self._blocks[key] = same_lines(
                bold, self.text(), self._font(bold=False), self._stresses(in_bold=False)
            )
        return self._blocks[key]

    def breaks_word(self, width: int) -> bool:
        """Whether a word is wider than the choice is."""
        return self._bold_block(self.text_room(width)).broken

    def set_wide(self, wide: bool) -> None:
        """A tile with the picture beside its words instead of above them."""
        if wide != self._wide:
            self._wide = wide
            self.update()

    def set_tight(self, tight: bool) -> None:
        """A point no higher than a finger, where the glass is small."""
        if tight != self._tight:
            self._tight = tight
            self.update()

    def text_room(self, width: int) -> int:
        """Pixels left for text."""
        theme = self._theme
        if self._shape is Shape.POINT or (self._shape is Shape.TILE and not self._wide):
            return width - 2 * theme.px(1.8)
        return width - self._text_left() - theme.px(theme.padding_mm)

    def heightForWidth(self, width: int) -> int:
        """Whole text, mark and picture; at least one target."""
        theme = self._theme
        inner = self._bold_block(self.text_room(width)).height
        if self._shape is Shape.POINT:
            inner += theme.px(self._mark_mm()) + 3 * theme.px(self._point_pad_mm())
        elif self._shape is Shape.TILE and not self._wide:
            if self._has_picture():
                inner += theme.px(LEAST_PICTURE_MM) + 2 * theme.px(2.0)
            else:
                inner += 2 * theme.px(self._mark_mm() + 2.8)
        else:
            inner += 2 * theme.px(1.4)
        return max(self.least_px(), -int(-inner // 1))

    def _bold_block(self, room: int) -> TextBlock:
        """The text at its widest: chosen. Measured for both states so that nothing moves."""
        key = (room, self._steps, True)
        if key not in self._blocks:
            if len(self._blocks) > 40:
                self._blocks.clear()
            self._blocks[key] = self._broken(room)
        return self._blocks[key]

    def natural_width(self) -> int:
        """The width that shows the text on one line."""
        block = self._broken(1e6)
        if self._shape is Shape.POINT:
            least = -int(-block.width // 1) + 2 * self._theme.px(1.8) + 1
            return max(self.least_px(), least)
        left = self._text_left() + self._theme.px(self._theme.padding_mm)
        return max(self.least_px(), -int(-(block.width + left + 1) // 1))

    def _broken(self, room: float) -> TextBlock:
        return text_block(self.text(), self._font(bold=True), room, self._stresses(in_bold=True))

    def _stresses(self, in_bold: bool) -> tuple[Stress, ...]:
        """Weights within the words; a chosen answer is bold as a whole, without underlines."""
        regular, bold = self._font(bold=False), self._font(bold=True)
        return self._wording.stresses(regular, bold, in_bold=in_bold, loud=False)

    def _font(self, bold: bool) -> QFont:
        smaller = 1 if self._shape is Shape.APART else 0
        return self._theme.font(bold, self._steps - smaller)

    def _text_left(self) -> int:
        theme = self._theme
        left = theme.px(theme.padding_mm + self._mark_mm() + 4.0)
        if self._shape in (Shape.TILE, Shape.ROW) and self._has_picture():
            left += theme.px(BESIDE_PICTURE_MM + 4.0)
        return left

    def _point_pad_mm(self) -> float:
        return TIGHT_PAD_MM if self._tight else POINT_PAD_MM

    def _mark_mm(self) -> float:
        if self._tight:
            return TIGHT_MARK_MM
        return (MARK_MM if self._place is None else BADGE_MM)[self._shape]

    def _has_picture(self) -> bool:
        return self._pictograms is not None and self._pictograms.has(self._image)

    # Painting

    def mark_area(self) -> QRectF:
        """Where the ring, box or place stands, in own coordinates."""
        theme = self._theme
        whole = QRectF(self.rect())
        if self._shape is Shape.POINT:
            side, pad = theme.px(self._mark_mm()), theme.px(self._point_pad_mm())
            words = self.block(self.width()).height
            top = (self.height() - words - pad - side) / 2 + words + pad
            return QRectF((self.width() - side) / 2, top, side, side)
        return mirrored(self.layoutDirection(), whole, self._mark_from_left())

    def _mark_from_left(self) -> QRectF:
        """Where the mark of a row or tile stands in a language that reads from the left."""
        theme = self._theme
        side = theme.px(self._mark_mm())
        if self._shape is Shape.TILE and not self._wide:
            return QRectF(theme.px(2.8), theme.px(2.8), side, side)
        return QRectF(theme.px(theme.padding_mm), (self.height() - side) / 2, side, side)

    def colours(self) -> tuple[QColor, QColor, QColor]:
        """Fill, outline and text, for the state it is in."""
        colours = self._theme.colours
        if self.isDown():
            return colours.pressed, colours.on_pressed, colours.on_pressed
        if self.isChecked():
            return colours.tint, colours.accent, colours.ink
        fill = colours.paper if self._shape is Shape.APART else colours.row
        return fill, colours.ink, colours.ink

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, mark, picture, text, focus ring."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, outline, ink = self.colours()
        area = QRectF(self.rect())
        radius = theme.px(theme.radius_mm)
        heavy = self.isChecked() or self.isDown()
        thickness = theme.px(theme.chosen_mm if heavy else theme.outline_mm)
        rounded_box(painter, area, radius, fill, outline, thickness)
        if self._shape is Shape.POINT:
            self._paint_point(painter, area, ink)
        elif self._shape is Shape.TILE and not self._wide:
            self._paint_tile(painter, area, ink)
        else:
            self._paint_row(painter, area, ink)
        self.paint_spoken(painter, area)
        self.paint_focus(painter, area, radius)

    def _paint_row(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        theme = self._theme
        way = self.layoutDirection()
        self._paint_mark(painter, self.mark_area())
        if self._shape in (Shape.TILE, Shape.ROW):
            wide = theme.px(BESIDE_PICTURE_MM)
            left = self._mark_from_left().right() + theme.px(4.0)
            picture = mirrored(way, area, QRectF(left, 0, wide, 0))
            self._paint_picture(painter, picture.left(), area.center().y(), BESIDE_PICTURE_MM, ink)
        text = mirrored(way, area, area.adjusted(self._text_left(), 0, -theme.px(1.0), 0))
        self.block(self.width()).paint(painter, text, ink, mark=self.marked)

    def _paint_point(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """The number above, the mark below, both in the middle."""
        mark = self.mark_area()
        block = self.block(self.width())
        top = mark.top() - self._theme.px(self._point_pad_mm()) - block.height
        words = QRectF(0, top, area.width(), block.height)
        block.paint(painter, words, ink, Qt.AlignmentFlag.AlignHCenter, mark=self.marked)
        self._paint_mark(painter, mark)

    def _paint_tile(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """Mark in the corner, picture above, words below; pictures of a page stand in one line."""
        theme = self._theme
        self._paint_mark(painter, self.mark_area())
        block = self.block(self.width())
        centred = Qt.AlignmentFlag.AlignHCenter
        if not self._has_picture():
            block.paint(painter, area, ink, centred, mark=self.marked)
            return
        pad = theme.px(2.0)
        least = theme.px(LEAST_PICTURE_MM)
        free = area.height() - 2 * pad
        room = max(block.height, min(block.ascent + 2.4 * block.pitch, free - least))
        picture = min(free - room, theme.px(MOST_PICTURE_MM), area.width() * 0.5)
        top = area.top() + pad + (free - room - picture) * 0.6
        mm = picture / theme.px_per_mm
        self._paint_picture(painter, (area.width() - picture) / 2, top + picture / 2, mm, ink)
        words = QRectF(
            area.left(), top + picture, area.width(), area.bottom() - pad - top - picture
        )
        block.paint(painter, words, ink, centred, mark=self.marked)

    def _paint_picture(
        self, painter: QPainter, left: float, middle: float, side_mm: float, ink: QColor
    ) -> None:
        side = int(side_mm * self._theme.px_per_mm)
        drawn = self._pictograms.drawn(self._image, side, ink) if self._pictograms else None
        if drawn is not None:
            painter.drawPixmap(QPointF(round(left), round(middle - side / 2)), drawn)

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        """A ring with a dot (one answer), a box with a tick (several) or with a place (a rank)."""
        theme = self._theme
        colours = theme.colours
        chosen = self.isChecked()
        if self._place:
            rounded_box(painter, box, theme.px(2.4), colours.accent)
            number = text_block(str(self._place), theme.font(bold=True, steps=-1), 1e6)
            number.paint(painter, box, colours.on_accent, Qt.AlignmentFlag.AlignHCenter)
            return
        line = theme.px(0.7)
        radius = box.height() / 2 if self._single else theme.px(1.8)
        edge = colours.accent if chosen else colours.ink
        if not self._single and chosen:
            rounded_box(painter, box, radius, colours.accent, edge, line)
            x, y, side = box.x(), box.y(), box.width()
            painter.setPen(stroke(colours.on_accent, theme.px(1.1)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            tick = [(0.24, 0.53), (0.43, 0.71), (0.77, 0.31)]
            painter.drawPolyline(
                QPolygonF([QPointF(x + across * side, y + down * side) for across, down in tick])
            )
            return
        rounded_box(painter, box, radius, colours.row, edge, line)
        if chosen:
            inset = box.width() * 0.24
            rounded_box(
                painter,
                box.adjusted(inset, inset, -inset, -inset),
                box.width() / 2 - inset,
                colours.accent,
            )
