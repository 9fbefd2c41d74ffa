"""Sees every touch before Qt makes a mouse of it: a palm is no finger, a touch may be undone."""

from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QEventPoint, QTouchEvent, QWindow

from kiosk.ui.theme import Theme
from kiosk.ui.widgets.tap_guard import TapGuard

PALM_POINTS = 3
"""So many at once are a hand laid down; a second finger alone is ignored (EN 301 549 5.9)."""
PALM_MM = 35.0
"""So wide is no fingertip: a thumb pressed flat leaves about 20 to 25 mm."""

_TOUCHES = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
    }
)


class TouchWatch(QObject):
    """Tells `guard` to let a touch act on nothing once it is a palm, or the system called it off.

    Once every finger is lifted, the next touch is a touch again, and so are keys and mouse.
    """

    def __init__(self, theme: Theme, guard: TapGuard, parent: QObject) -> None:
        super().__init__(parent)
        self._guard = guard
        self._theme = theme

    def watch(self, window: QWindow) -> None:
        """See what comes to `window` from now on."""
        window.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Take over another panel."""
        self._theme = theme

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back nothing."""
        del watched
        if event.type() in _TOUCHES:
            self._see(cast("QTouchEvent", event))
        return False

    def _see(self, event: QTouchEvent) -> None:
        if event.type() is QEvent.Type.TouchBegin:
            self._guard.begin()
        palm = event.pointCount() >= PALM_POINTS or any(map(self._wide, event.points()))
        if palm or event.type() is QEvent.Type.TouchCancel:
            self._guard.call_off()

    def _wide(self, point: QEventPoint) -> bool:
        size = point.ellipseDiameters()
        return max(size.width(), size.height()) > self._theme.px(PALM_MM)
