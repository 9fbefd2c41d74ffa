"""What was measured, and a line to check it with."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.measuring.measure_screen import MeasureScreen
from kiosk.ui.measuring.ruler import LENGTH_MM, Ruler
from kiosk.ui.stack import stack, stack_height
from kiosk.ui.theme import DisplayProfile, Theme
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text


def described(profile: DisplayProfile) -> str:
    """The profile in a sentence: 15,6 Zoll, quer, 1920 × 1080 Bildpunkte, Abstand 50 cm."""
    inches = f"{profile.diagonal_inch:.1f}".replace(".", ",")
    way = "hochkant" if profile.portrait else "quer"
    return (
        f"{inches} Zoll, {way}, {profile.width_px} × {profile.height_px} Bildpunkte, "
        f"Abstand {profile.view_mm / 10:.0f} cm."
    )


class RulerScreen(MeasureScreen):
    """Before anything is kept, a ruler held against the glass shows whether it is right."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self.heading = Text(theme, role=Role.HEADING, parent=self.body)
        self.words = Text(theme, role=Role.BODY, parent=self.body)
        self.ruler = Ruler(theme, self.body)
        self.retranslate()

    def show_profile(self, profile: DisplayProfile) -> None:
        """Say what was measured."""
        self.heading.setText(described(profile))
        self.ruler.show_scale(profile.px_per_mm)
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.words.setText(
            f"Bitte messen Sie mit einem Lineal nach: Diese Linie ist {LENGTH_MM} mm lang. "
            "Sonst gehen Sie zurück."
        )
        self.bottom.name(on="Speichern")

    def lay_out_body(self, area: QRect) -> None:
        """Words, then the line."""
        gap = self.theme.px(6.0)
        texts = (self.heading, self.words)
        wide, tall = self.ruler.natural_size()
        for steps in (0, -1, -2):
            for text in texts:
                text.set_steps(steps)
            if stack_height(texts, area.width(), gap) + 2 * gap + tall <= area.height():
                break
        y = stack(texts, area, gap)
        self.ruler.setGeometry(area.left(), y + 2 * gap, wide, tall)
