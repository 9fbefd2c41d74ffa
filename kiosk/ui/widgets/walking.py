"""Where the focus goes by key: on and back in reading order, up and down by sight."""

from collections.abc import Iterable
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

BY_KEY = "by key"
STOPS = "stops"
"""The property of what takes the focus by key whatever Qt thinks of its policy."""


class Walk(Enum):
    """Where an arrow leads."""

    ON = "on"
    BACK = "back"
    DOWN = "down"
    UP = "up"


_WALKS = {
    Qt.Key.Key_Right: Walk.ON,
    Qt.Key.Key_Left: Walk.BACK,
    Qt.Key.Key_Down: Walk.DOWN,
    Qt.Key.Key_Up: Walk.UP,
}
_BACKWARDS = {Walk.ON: Walk.BACK, Walk.BACK: Walk.ON}
ARROWS = frozenset(_WALKS)


def walk_of(arrow: Qt.Key, widget: QWidget) -> Walk:
    """Where an arrow of :data:`ARROWS` leads from `widget`; left is on where people read so."""
    where = _WALKS[arrow]
    return _BACKWARDS.get(where, where) if widget.isRightToLeft() else where


def chain_focus(widgets: Iterable[QWidget]) -> None:
    """Let the keys walk `widgets` in this order.

    Qt moves nothing in its chain that takes no Tab, and takes the Tab from all but one button of a
    group once one of them has had the focus; so it is given back first.
    """
    chain = list(widgets)
    for each in chain:
        if each.property(STOPS):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)


def stops(part: QWidget) -> list[QWidget]:
    """Everything visible below `part` that takes the focus by key, in reading order."""
    found: list[QWidget] = []
    window = part.window()
    each = window.nextInFocusChain()
    while each is not None and each is not window:
        if _stops(each) and part.isAncestorOf(each):
            found.append(each)
        each = each.nextInFocusChain()
    return found


def next_stop(widget: QWidget, *, on: bool) -> QWidget | None:
    """What comes next (or before) in reading order, round and round; None if there is no other."""
    other = widget.nextInFocusChain() if on else widget.previousInFocusChain()
    while other is not None and other is not widget:
        if _stops(other):
            return other
        other = other.nextInFocusChain() if on else other.previousInFocusChain()
    return None


def stop_beyond(widget: QWidget, *, down: bool) -> QWidget | None:
    """The nearest below (or above), what overlaps in width first; at the edge as next_stop."""
    window = widget.window()
    here = _place(widget, window)
    best: tuple[bool, int, int] | None = None
    found: QWidget | None = None
    for each in stops(window):
        there = _place(each, window)
        beyond = there.top() > here.bottom() if down else there.bottom() < here.top()
        if each is widget or not beyond:
            continue
        aside = max(here.left(), there.left()) > min(here.right(), there.right())
        far = there.top() - here.bottom() if down else here.top() - there.bottom()
        cost = (aside, far, abs(there.center().x() - here.center().x()))
        if best is None or cost < best:
            best, found = cost, each
    return found if found is not None else next_stop(widget, on=down)


def walk(widget: QWidget, where: Walk) -> None:
    """Move the focus from `widget`."""
    if where in (Walk.ON, Walk.BACK):
        other = next_stop(widget, on=where is Walk.ON)
    else:
        other = stop_beyond(widget, down=where is Walk.DOWN)
    if other is not None:
        focus_by_key(other, on=where in (Walk.ON, Walk.DOWN))


def focus_by_key(widget: QWidget, *, on: bool = True) -> None:
    """Give `widget` the focus and let it show."""
    show_focus(widget, shown=True)
    widget.setFocus(Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason)


def show_focus(widget: QWidget, *, shown: bool) -> None:
    """Whether the focus shows in the window of `widget`: it does for keys, not for touches.

    Qt's own WA_KeyboardFocusChange follows its Tab key only, and Qt takes it back at others.
    """
    window = widget.window()
    window.setProperty(BY_KEY, shown)
    focused = window.focusWidget()
    if focused is not None:
        focused.update()


def shows_focus(widget: QWidget) -> bool:
    """Whether the focus shows in the window of `widget`."""
    return bool(widget.window().property(BY_KEY))


def _stops(widget: QWidget) -> bool:
    # Qt takes the Tab policy from all but one button of a group.
    if not (widget.isVisible() and widget.isEnabled()):  # most of a window does not show
        return False
    return bool(widget.property(STOPS)) or bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
