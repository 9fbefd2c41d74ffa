"""What the window needs of a journey; kept apart so that the first frame imports nothing dear."""

from pathlib import Path
from typing import Protocol

from kiosk.journey.intents import Exported, Intent
from kiosk.journey.presentation import Presentation
from kiosk.journey.stages import Stage


class Runner(Protocol):
    """One person after the other; see kiosk.journey.journey."""

    @property
    def stage(self) -> Stage: ...

    @property
    def presentation(self) -> Presentation: ...

    @property
    def alert_seconds(self) -> int: ...

    @property
    def grace_seconds(self) -> int: ...

    @property
    def preset(self) -> Presentation: ...

    @property
    def language(self) -> str: ...

    @property
    def languages(self) -> tuple[tuple[str, str], ...]: ...

    def apply(self, intent: Intent) -> Stage: ...

    def export_to(self, folder: Path) -> Exported: ...
