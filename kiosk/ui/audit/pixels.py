"""What is measured on the painted pixels of a screen: contrast, the focus, what is chosen.

The ground is the most frequent colour of an area, the ink the one farthest from it on more than
0.05 % of its pixels (accessibility.md §5b). Both are exact on flat grounds, which ours are; what
the glass adds, glare above all, no grab can tell.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.journey.presentation import Scheme
from kiosk.study import look
from kiosk.ui.audit.order import each_focus
from kiosk.ui.fitting.breaches import (
    Breach,
    Rule,
    buttons,
    place,
    plain_labels,
    proses,
    said,
    shown,
    texts,
)
from kiosk.ui.inputs.number_input import NumberBox
from kiosk.ui.staff.pin_dots import PinDots
from kiosk.ui.theme import SCHEMES, Theme
from kiosk.ui.theme.colours import CONTRAST
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.cell import Cell
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.progress import ProgressBar
from kiosk.ui.widgets.sign import Sign
from kiosk.ui.widgets.text_field import TextField
from kiosk.ui.widgets.walking import focus_by_key, show_focus

FEW = 0.0005
"""Share of pixels up to which a colour is an edge's and no ink (accessibility.md §5b)."""
LEAST_CHANGE = 3.0
"""Contrast of a focused or chosen pixel with what it was before (WCAG 2.2 2.4.13, 1.4.11)."""
LEAST_RING_MM = 1.0
LEAST_PERIMETER_MM = 2 * 25.4 / 96
"""Two CSS pixels: the area that must change is that thick a line around the control (2.4.13)."""
LEAST_MARK_MM2 = 4.0
"""What must look otherwise without colour where something is chosen, in square millimetres."""
_OUTLINE_MM = 1.4  # everything an outline may take
_AROUND_MM = 3.0
_ROUNDING = 0.05
_MOST = 21.0

Areas = Iterator[tuple[QWidget, QRect, str]]


def contrast_breaches(screen: QWidget, theme: Theme) -> list[Breach]:
    """Every text, outline, mark and sign of `screen` whose contrast leaves its scheme's bounds.

    Outlines and words of what is switched off are not measured but for the words' contrast.
    """
    image = painted(screen)
    found: list[Breach] = []
    for widget, area, words in (*_written(screen, theme), *_marks(screen)):
        least, most = bounds(widget, theme)
        found += _judged(widget, words, measured_contrast(image, area), least, most)
    for widget, area, words in _outlined(screen, theme):
        least, most = bounds(widget, theme)
        if _sample(widget, theme):  # of other colours, on the ground of these
            least, most = CONTRAST[Scheme.SOFT][0], _MOST
        found += _judged(widget, words, _edge_contrast(image, area, theme), least, most)
    for bar in shown(screen, ProgressBar):
        reached = measured_contrast(image, place(bar, screen))
        found += _judged(bar, said(bar), reached, LEAST_CHANGE, _MOST)
    return found


def focus_breaches(screen: QWidget, theme: Theme) -> list[Breach]:
    """Everything that takes the focus and does not show it: by a ring of 1 mm on each side, by a
    change of 3:1, over as much as a line of two CSS pixels around it.

    Of those of one kind, look and height one is tried: they are painted alike.

    `screen` must be the active window; its focus shows nowhere afterwards.
    """
    found: list[Breach] = []
    tried: set[tuple[type, Look | None, int]] = set()
    for widget in each_focus(screen):
        look = widget.look if isinstance(widget, Button) else None
        shape = (type(widget), look, widget.height())
        if shape in tried:
            continue
        tried.add(shape)
        own = place(widget, screen)
        aside = theme.px(_AROUND_MM)
        area = own.adjusted(-aside, -aside, aside, aside).intersected(screen.rect())
        show_focus(widget, shown=False)
        before = painted(screen, area)
        focus_by_key(widget)
        after = painted(screen, area)
        ring = _ring_mm(before, after) / theme.px_per_mm
        changed = _changed(before, after) / theme.px_per_mm**2
        around = 2 * (own.width() + own.height()) / theme.px_per_mm
        if ring < LEAST_RING_MM - _ROUNDING or changed < around * LEAST_PERIMETER_MM:
            measured = f"{ring:.1f} mm, {changed:.0f} mm²"
            asked = f"≥ {LEAST_RING_MM:g} mm, ≥ {around * LEAST_PERIMETER_MM:.0f} mm²"
            found.append(Breach(Rule.FOCUS_VISIBLE, widget, said(widget), measured, asked))
    show_focus(screen, shown=False)
    return found


def choice_breaches(screen: QWidget, theme: Theme) -> list[Breach]:
    """Answers that look the same chosen and not, but for their colour: the mark must change.

    One of each kind of answer is tried; it is as it was afterwards.
    """
    found: list[Breach] = []
    tried: set[tuple[type, int, int]] = set()
    for each in (*shown(screen, Choice), *shown(screen, Cell)):
        assert isinstance(each, Choice | Cell)
        shape = (type(each), each.width(), each.height())
        if shape in tried:
            continue
        tried.add(shape)
        area = _mark(each, theme).translated(place(each, screen).topLeft())
        before = painted(screen, area)
        chosen = each.isChecked()
        each.set_chosen(not chosen)
        after = painted(screen, area)
        each.set_chosen(chosen)
        changed = _changed(before, after) / theme.px_per_mm**2
        if changed < LEAST_MARK_MM2:
            measured, asked = f"{changed:.1f} mm²", f"≥ {LEAST_MARK_MM2:g} mm²"
            found.append(Breach(Rule.COLOUR_ALONE, each, said(each), measured, asked))
    return found


# Colours


def painted(screen: QWidget, area: QRect | None = None) -> QImage:
    """What `screen` looks like, or an area of it."""
    grabbed = screen.grab() if area is None else screen.grab(area)
    return grabbed.toImage().convertToFormat(QImage.Format.Format_RGB32)


def measured_contrast(image: QImage, area: QRect) -> float:
    """The contrast of an area's ink with its ground; 1 where there is one colour only."""
    counts = Counter(_pixels(image.copy(area)))
    enough = sum(counts.values()) * FEW
    ground = counts.most_common(1)[0][0]
    return max(contrast(ground, each) for each, count in counts.items() if count > enough)


@lru_cache(maxsize=100_000)
def contrast(one: int, other: int) -> float:
    """The contrast of two pixels, 1 to 21."""
    return look.contrast(f"#{one & 0xFFFFFF:06X}", f"#{other & 0xFFFFFF:06X}")


def bounds(widget: QWidget, theme: Theme) -> tuple[float, float]:
    """The least and greatest contrast of a scheme; of a sample of colours, that of its scheme."""
    if not _sample(widget, theme) or not isinstance(widget, Button):
        return CONTRAST[theme.scheme]
    worn = (each for each in Scheme if SCHEMES[each] == widget.theme.colours)
    return CONTRAST[next(worn, theme.scheme)]


def _sample(widget: QWidget, theme: Theme) -> bool:
    """Whether a button wears the colours of another scheme, to be chosen by."""
    return isinstance(widget, Button) and widget.theme.colours is not theme.colours


def _pixels(image: QImage) -> memoryview:
    return memoryview(bytes(image.constBits())).cast("I")  # a copy: the image may be gone before it


def _judged(
    widget: QWidget, words: str, reached: float, least: float, most: float
) -> Iterator[Breach]:
    if not least - _ROUNDING <= reached <= most + _ROUNDING:
        asked = f"≥ {least:g}:1" if reached < least else f"≤ {most:g}:1"
        yield Breach(Rule.CONTRAST, widget, words, f"{reached:.1f}:1", asked)


# What is measured


def _written(screen: QWidget, theme: Theme) -> Areas:
    labels: list[QLabel] = [*texts(screen), *proses(screen), *plain_labels(screen)]
    for label in labels:
        yield label, place(label, screen), said(label)
    inset = theme.px(_OUTLINE_MM)
    for button in buttons(screen):
        if not button.text():
            continue
        area = place(button, screen).adjusted(inset, inset, -inset, -inset)
        if isinstance(button, Choice):
            mark = button.mark_area().toAlignedRect().translated(place(button, screen).topLeft())
            if mark.height() < area.height() and mark.right() < area.center().x():
                area.setLeft(mark.right() + 1)
        yield button, area, said(button)
    for box in (*shown(screen, NumberBox), *shown(screen, PinDots)):
        yield box, place(box, screen).adjusted(inset, inset, -inset, -inset), said(box)


def _marks(screen: QWidget) -> Areas:
    for choice in shown(screen, Choice):
        assert isinstance(choice, Choice)
        mark = choice.mark_area().toAlignedRect()
        yield choice, mark.translated(place(choice, screen).topLeft()), f"{said(choice)} (Zeichen)"
    for sign in shown(screen, Sign):
        yield sign, place(sign, screen), said(sign)


def _outlined(screen: QWidget, theme: Theme) -> Areas:
    for button in buttons(screen):
        if button.isEnabled():
            yield button, place(button, screen), f"{said(button)} (Rand)"
    for box in shown(screen, NumberBox):
        yield box, place(box, screen), f"{said(box)} (Rand)"
    line = theme.px(theme.chosen_mm)  # the outline of a field stands around it
    for field in shown(screen, TextField):
        area = place(field, screen).adjusted(-line, -line, line, line)
        yield field, area, f"{said(field)} (Rand)"


def _edge_contrast(image: QImage, area: QRect, theme: Theme) -> float:
    """How the left edge of an area stands out from what is beside it."""
    middle, tall = area.center().y(), 3
    outside = QRect(area.left() - theme.px(1.4), middle - 1, theme.px(1.0), tall)
    inside = QRect(area.left(), middle - 1, theme.px(_OUTLINE_MM), tall)
    ground = Counter(_pixels(image.copy(outside))).most_common(1)[0][0]
    drawn = Counter(_pixels(image.copy(inside)))
    return max(contrast(ground, each) for each, count in drawn.items() if count >= tall)


# What changes


def _changed(before: QImage, after: QImage) -> int:
    """Pixels whose contrast with what they were is LEAST_CHANGE or more."""
    pairs = Counter(zip(_pixels(before), _pixels(after), strict=True))
    return sum(
        count
        for (one, other), count in pairs.items()
        if one != other and contrast(one, other) >= LEAST_CHANGE
    )


def _ring_mm(before: QImage, after: QImage) -> int:
    """The thinnest side of what appeared around the middle, in pixels: 0 where one is missing."""
    width, height = before.width(), before.height()
    sides: list[int] = []
    for lines in (
        [QRect(0, height * part // 4, width, 1) for part in (1, 2, 3)],
        [QRect(width * part // 4, 0, 1, height) for part in (1, 2, 3)],
    ):
        changes = [_changes(before.copy(line), after.copy(line)) for line in lines]
        half = len(changes[0]) // 2
        # Where letters touch the ring they hide a part of it; not at all three places.
        sides.append(max(_first_run(each[:half]) for each in changes))
        sides.append(max(_first_run(each[: -half - 1 : -1]) for each in changes))
    return min(sides)


def _changes(before: QImage, after: QImage) -> list[bool]:
    return [
        one != other and contrast(one, other) >= LEAST_CHANGE
        for one, other in zip(_pixels(before), _pixels(after), strict=True)
    ]


def _first_run(changes: list[bool]) -> int:
    """How many true ones stand together where the first of them is."""
    if True not in changes:
        return 0
    start = changes.index(True)
    end = changes.index(False, start) if False in changes[start:] else len(changes)
    return end - start


def _mark(each: Choice | Cell, theme: Theme) -> QRect:
    """Where being chosen shows besides the outline: the mark, in a cell its inside."""
    if isinstance(each, Choice):
        return each.mark_area().toAlignedRect()
    inset = theme.px(_OUTLINE_MM)
    return QRectF(each.rect()).toRect().adjusted(inset, inset, -inset, -inset)
