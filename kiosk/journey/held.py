"""An interview nobody sees: kept until staff bring it back, or its time is over."""

from dataclasses import dataclass

from kiosk.journey.presentation import Presentation
from kiosk.journey.stages import Stage


@dataclass(frozen=True, slots=True)
class Held:
    """Where the person was and how they had the screens; `until` is on the terminal's clock."""

    stage: Stage
    presentation: Presentation
    until: float

    def seconds(self, now: float) -> int:
        """Seconds left, rounded up; 0 when the time is over."""
        return max(0, -int(-(self.until - now) // 1))
