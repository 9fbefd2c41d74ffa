"""How far the eyes are from the glass."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.forms.view import ChoiceView, Kind, QuestionView
from kiosk.ui.measuring.measure_screen import MeasureScreen
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.decision import Decision
from kiosk.ui.widgets.tap_guard import TapGuard

DISTANCES = {
    400: "In der Hand oder auf dem Tisch: 40\u00a0cm",
    500: "Jemand sitzt oder steht davor: 50\u00a0cm",
    600: "Standgerät auf dem Boden: 60\u00a0cm",
    750: "Weiter weg, zum Beispiel aus dem Rollstuhl: 75\u00a0cm",
}
"""Millimetres from the eye to the glass, and how it stands there."""


class DistanceScreen(MeasureScreen):
    """One of :data:`DISTANCES` is chosen from the beginning."""

    def __init__(
        self, theme: Theme, guard: TapGuard, *, view_mm: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, guard, parent)
        self.view_mm = min(DISTANCES, key=lambda each: abs(each - view_mm))
        self.decision = Decision(theme, guard, self.body)
        self.decision.picked.connect(self.on_picked)
        choices = tuple(ChoiceView(str(mm), words) for mm, words in DISTANCES.items())
        question = QuestionView(
            "distance",
            "distance",
            Kind.SELECT_ONE,
            "Wie weit sind die Augen vom Bildschirm weg?",
            choices=choices,
            value=str(self.view_mm),
        )
        self.decision.show_question(question)
        self.order_focus(*self.decision.choices)

    def lay_out_body(self, area: QRect) -> None:
        """Rows down the body."""
        self.decision.lay_out(area, beside=False)

    def on_picked(self, value: str) -> None:
        """A row was tapped."""
        self.view_mm = int(value)
