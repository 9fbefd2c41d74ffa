"""The coloured field of the welcome screen, with a small town at its foot."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Theme


class Roof(Enum):
    """How a building ends above."""

    GABLE = "gable"
    HIP = "hip"
    SPIRE = "spire"
    TREE = "tree"


@dataclass(frozen=True, slots=True)
class Building:
    """One silhouette, in hundredths of the town's height; windows as (x, y) from its lower left."""

    left: float
    width: float
    wall: float
    roof: float
    kind: Roof
    lit: tuple[tuple[float, float], ...] = ()


TOWN = (
    Building(0, 26, 30, 18, Roof.GABLE, ((7, 12), (15, 12))),
    Building(28, 34, 22, 16, Roof.HIP, ((6, 9), (20, 9))),
    Building(65, 12, 12, 18, Roof.TREE),
    Building(78, 22, 34, 16, Roof.GABLE, ((8.5, 20),)),
    Building(103, 42, 26, 22, Roof.HIP, ((27, 10),)),
    Building(98, 15, 58, 40, Roof.SPIRE, ((5.5, 40),)),
    Building(147, 24, 28, 17, Roof.GABLE, ((4, 12), (14, 12))),
    Building(173, 13, 10, 20, Roof.TREE),
    Building(188, 60, 36, 16, Roof.HIP, ((6, 20), (17, 20), (37, 20), (48, 20), (48, 6))),
    Building(211, 14, 62, 16, Roof.GABLE, ((4.5, 48),)),
    Building(251, 24, 30, 20, Roof.GABLE, ((8, 13),)),
    Building(277, 36, 20, 16, Roof.HIP, ((7, 7), (22, 7))),
    Building(315, 14, 12, 20, Roof.TREE),
    Building(331, 24, 32, 18, Roof.GABLE, ((7, 14),)),
)
LENGTH = 358.0


class Poster(QWidget):
    """Plain colour, and a row of houses in the evening. Decoration without a name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._town_height = 0

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        self.update()

    def set_town_height(self, pixels: int) -> None:
        """How tall the highest spire is; 0 for no town."""
        self._town_height = pixels
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, houses, lit windows."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        painter.fillRect(self.rect(), colours.banner)
        if self._town_height <= 0:
            return
        unit = self._town_height / 100
        painter.setPen(Qt.PenStyle.NoPen)
        start = 0.0
        while start < self.width():
            for building in TOWN:
                if start > 0 and building.kind is Roof.SPIRE:
                    continue  # one church is enough
                left = start + building.left * unit
                painter.setBrush(colours.shade)
                painter.drawPolygon(_outline(building, left, self.height(), unit))
                if building.kind is Roof.TREE:
                    crown = building.roof * unit
                    middle = QPointF(
                        left + building.width * unit / 2, self.height() - building.wall * unit
                    )
                    painter.drawEllipse(middle, building.width * unit / 2, crown / 2)
                painter.setBrush(colours.on_banner)
                for x, y in building.lit:
                    pane = QRectF(
                        left + x * unit, self.height() - (y + 7) * unit, 5 * unit, 7 * unit
                    )
                    painter.drawRect(pane)
            start += LENGTH * unit


def _outline(building: Building, left: float, ground: float, unit: float) -> QPolygonF:
    right = left + building.width * unit
    eaves = ground - building.wall * unit
    top = eaves - building.roof * unit
    middle = (left + right) / 2
    match building.kind:
        case Roof.TREE:
            trunk = building.width * unit * 0.08
            points = [(middle - trunk, eaves), (middle + trunk, eaves)]
            left, right = middle - trunk, middle + trunk
        case Roof.HIP:
            inset = building.roof * unit * 0.8
            over = 1.5 * unit
            points = [
                (left - over, eaves),
                (left + inset, top),
                (right - inset, top),
                (right + over, eaves),
            ]
        case Roof.GABLE | Roof.SPIRE:
            over = 1.5 * unit if building.kind is Roof.GABLE else 0.0
            points = [(left - over, eaves), (middle, top), (right + over, eaves)]
    corners = [(left, ground), (left, eaves), *points, (right, eaves), (right, ground)]
    return QPolygonF([QPointF(x, y) for x, y in corners])
