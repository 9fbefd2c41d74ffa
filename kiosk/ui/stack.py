"""Widgets one below the other, each as tall as its text needs at the width there is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget


def stack_height(widgets: Sequence[QWidget], width: int, gap: int) -> int:
    """Pixels `widgets` take at `width`; a widget without text takes nothing, nor its gap."""
    heights = [height for widget in widgets if (height := widget.heightForWidth(width)) > 0]
    return sum(heights) + gap * max(0, len(heights) - 1)


def stack(widgets: Sequence[QWidget], area: QRect, gap: int) -> int:
    """Place `widgets` down `area` from its top; returns the y below the last one."""
    y = area.top()
    bottom = y
    for widget in widgets:
        height = widget.heightForWidth(area.width())
        widget.setGeometry(area.left(), y, area.width(), max(0, height))
        if height > 0:
            bottom = y + height
            y = bottom + gap
    return bottom
