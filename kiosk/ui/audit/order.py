"""In which order keys walk a screen, and whether they come everywhere and away again."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.fitting.breaches import Breach, Rule, place, said
from kiosk.ui.terminal.bottom_strip import BottomStrip
from kiosk.ui.widgets.walking import focus_by_key, show_focus, stops


def order_breaches(screen: QWidget) -> list[Breach]:
    """Every step of the focus against the reading order.

    The parts of a screen follow each other downwards. Within a part rows or columns may come
    first, but no step leads back to the left in a row or back up in a column; so the order of
    Zurück, Vorlesen and Weiter is that of the side of the hand, or of a language that reads from
    the right.
    """
    walk = _from_the_top(stops(screen), screen)
    found = []
    for one, two in pairwise(walk):
        if _backwards(one, two, screen):
            found.append(Breach(Rule.ORDER, two, said(two), said(one)))
    return found


def walking_breaches(screen: QWidget) -> list[Breach]:
    """Walk with Tab and Shift+Tab as a person does: what is never reached, what never lets go.

    `screen` must be the active window; the focus is somewhere else afterwards.
    """
    here = stops(screen)
    found: list[Breach] = []
    for key, modifier in (
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
    ):
        seen: set[QWidget] = set()
        for widget in here:
            focus_by_key(widget)
            _press(widget, key, modifier)
            now = QApplication.focusWidget()
            if now is widget and len(here) > 1:
                found.append(Breach(Rule.FOCUS_TRAP, widget, said(widget)))
            if now is not None and now is not widget:
                seen.add(now)
        if len(here) > 1:
            found += [
                Breach(Rule.UNREACHABLE, each, said(each)) for each in here if each not in seen
            ]
    show_focus(screen, shown=False)
    return found


def _press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key.value, modifier))


def _from_the_top(walk: list[QWidget], screen: QWidget) -> list[QWidget]:
    """The ring of the focus, opened where reading begins."""
    if not walk:
        return []
    highest = min(_part(each, screen).top() for each in walk)
    begin = [each for each in walk if _part(each, screen).top() == highest]
    top = min((place(each, screen) for each in begin), key=QRect.top)
    row = [each for each in begin if place(each, screen).top() <= top.bottom()]
    edge = max if _from_the_right(row[0]) else min
    at = walk.index(edge(row, key=lambda each: place(each, screen).left()))
    return [*walk[at:], *walk[:at]]


def _part(widget: QWidget, screen: QWidget) -> QRect:
    """Where the part of the screen stands that a widget belongs to: a strip, the body."""
    part, above = widget, widget.parentWidget()
    while above is not None and above is not screen:
        part, above = above, above.parentWidget()
    return part.geometry()


def _backwards(one: QWidget, two: QWidget, screen: QWidget) -> bool:
    first, second = place(one, screen), place(two, screen)
    before, after = _part(one, screen), _part(two, screen)
    if after.bottom() <= before.top():
        return True
    above = second.bottom() < first.top()
    left = second.right() < first.left()
    if _from_the_right(one):
        left = second.left() > first.right()
    across = not (second.right() < first.left() or second.left() > first.right())
    beside = not (second.bottom() < first.top() or second.top() > first.bottom())
    if one.parentWidget() is not two.parentWidget():
        return above and across and before == after
    return (above and (across or left)) or (left and beside)


def _from_the_right(widget: QWidget) -> bool:
    """Whether it stands in the lower strip of a language that reads from the right."""
    strip = widget.parentWidget()
    return isinstance(strip, BottomStrip) and strip.isRightToLeft()


def each_focus(screen: QWidget) -> Iterator[QWidget]:
    """Everything that takes the focus by key, in reading order."""
    yield from _from_the_top(stops(screen), screen)
