"""Times of day, from 0:00 to 23:59."""

from kiosk.forms.view import QuestionView
from kiosk.ui.inputs.moment import TIME_PARTS, Part
from kiosk.ui.inputs.moment_input import MomentInput


class TimeInput(MomentInput):
    """The hour, then the minutes: a quarter of an hour by one tap, any minute on the keypad."""

    def parts_of(self, view: QuestionView) -> tuple[Part, ...]:
        """Hour and minute."""
        del view
        return TIME_PARTS
