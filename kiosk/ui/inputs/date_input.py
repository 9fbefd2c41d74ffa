"""Dates: day, month and year, or as much of them as is asked."""

from kiosk.forms.view import Precision, QuestionView
from kiosk.ui.inputs.moment import DATE_PARTS, Part
from kiosk.ui.inputs.moment_input import MomentInput

_PARTS = {
    Precision.DAY: DATE_PARTS,
    Precision.MONTH: (Part.MONTH, Part.YEAR),
    Precision.YEAR: (Part.YEAR,),
}


class DateInput(MomentInput):
    """A date in up to three steps; a month or a year is its first day."""

    def parts_of(self, view: QuestionView) -> tuple[Part, ...]:
        """The parts of the precision asked."""
        return _PARTS[view.precision]
