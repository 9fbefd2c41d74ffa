"""Nothing moves by itself, nothing asks for a gesture."""

from PySide6.QtCore import QAbstractAnimation, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QMovie
from PySide6.QtWidgets import QApplication, QScroller, QWidget

from kiosk.ui.fitting.breaches import Breach, Rule, said, shown

_EDGE_PX = 2.0
_STEPS = 6


def motion_breaches(screen: QWidget) -> list[Breach]:
    """Every running animation below `screen`, and every widget that scrolls under a finger or asks
    for touch events of its own, which recognisers of gestures do."""
    found = [
        Breach(Rule.MOTION, screen, type(each).__name__)
        for each in screen.findChildren(QAbstractAnimation)
        if each.state() is QAbstractAnimation.State.Running
    ]
    found += [
        Breach(Rule.MOTION, screen, "QMovie")
        for each in screen.findChildren(QMovie)
        if each.state() is QMovie.MovieState.Running
    ]
    for widget in shown(screen, QWidget):
        asks = widget.testAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        if asks or QScroller.hasScroller(widget):
            found.append(Breach(Rule.GESTURE, widget, said(widget)))
    return found


def swipe_breaches(screen: QWidget) -> list[Breach]:
    """Swipe from the middle of `screen` to each of its edges: nothing may look otherwise then.

    No target reaches the edge, so that no swipe ends where it began, which is a tap.
    """
    QApplication.processEvents()  # what was shown just now has come to rest
    before = _looks(screen)
    area = QRectF(screen.rect()).adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
    middle = area.center()
    for end in (
        QPointF(area.left(), middle.y()),
        QPointF(area.right(), middle.y()),
        QPointF(middle.x(), area.top()),
        QPointF(middle.x(), area.bottom()),
    ):
        _swipe(screen, middle, end)
    return [Breach(Rule.GESTURE, screen, said(screen))] if _looks(screen) != before else []


def _swipe(screen: QWidget, start: QPointF, end: QPointF) -> None:
    target = screen.childAt(start.toPoint()) or screen
    points = [start + (end - start) * step / _STEPS for step in range(_STEPS + 1)]
    kinds = [QEvent.Type.MouseButtonPress, *(QEvent.Type.MouseMove for _ in points[1:-1])]
    for kind, point in zip((*kinds, QEvent.Type.MouseButtonRelease), points, strict=True):
        down = kind is not QEvent.Type.MouseButtonRelease
        held = Qt.MouseButton.LeftButton if down else Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind,
            target.mapFrom(screen, point),
            screen.mapToGlobal(point),
            Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton,
            held,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(target, event)


def _looks(screen: QWidget) -> QImage:
    return screen.grab().toImage()
