"""A picture of the study, shown with a question."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.pictograms import Pictograms


class Picture(QLabel):
    """As large as its area allows, never distorted; its accessible name says what it shows."""

    def __init__(self, pictograms: Pictograms, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictograms = pictograms
        self._name = ""
        self.setObjectName("picture")

    def show_picture(self, name: str, alternative: str) -> None:
        """Show the file `name` of the media; `alternative` is what it shows, in words."""
        self._name = name
        self.setAccessibleName(alternative)
        self.update()

    @property
    def there(self) -> bool:
        """Whether there is something to show."""
        return bool(self._name) and self._pictograms.has(self._name)

    def size_in(self, room: QSize) -> QSize:
        """How large it is within `room` pixels."""
        picture = self._pictograms.picture(self._name, room)
        return QSize(0, 0) if picture is None else picture.size()

    def place(self, area: QRect) -> None:
        """Take `area`."""
        self.setGeometry(area)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, in the middle of its width, from the top."""
        del event
        picture = self._pictograms.picture(self._name, self.size())
        if picture is not None:
            painter = QPainter(self)
            painter.drawPixmap((self.width() - picture.width()) // 2, 0, picture)
