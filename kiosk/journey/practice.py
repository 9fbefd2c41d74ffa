"""The practice before the survey: nothing of it is kept."""

from dataclasses import replace

from kiosk.journey import intents
from kiosk.journey.intents import Intent
from kiosk.journey.stages import FRUITS, Practice


def practised(stage: Practice, intent: Intent) -> Practice:
    """The practice after a tap; going on and back are the journey's."""
    match intent:
        case intents.Answer(value) if value in FRUITS and not stage.offering:
            return replace(stage, chosen=value)
        case intents.MissedOften():
            return replace(stage, offering=True)
        case intents.Resume() | intents.PickPresentation():
            return replace(stage, offering=False)
    return stage
