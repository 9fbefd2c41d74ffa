"""A date and a time of day."""

from kiosk.forms.view import QuestionView
from kiosk.ui.inputs.moment import DATE_PARTS, TIME_PARTS, Part
from kiosk.ui.inputs.moment_input import MomentInput


class DateTimeInput(MomentInput):
    """The date in three steps, then the time in two."""

    def parts_of(self, view: QuestionView) -> tuple[Part, ...]:
        """Day, month, year, hour, minute."""
        del view
        return (*DATE_PARTS, *TIME_PARTS)
