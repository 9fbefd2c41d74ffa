"""A note: nothing to answer, only to read."""

from PySide6.QtCore import QRect

from kiosk.forms.view import QuestionView
from kiosk.ui.inputs.question_input import QuestionInput, steps_for
from kiosk.ui.widgets.heading import Heading


class NoteInput(QuestionInput):
    """Leaves the whole body to the words."""

    def show_question(self, view: QuestionView) -> None:
        """Show `view`."""
        self.view = view

    def arrange(self, area: QRect, heading: Heading, portrait: bool) -> None:
        """The largest offered size at which all words fit."""
        del portrait
        steps = [question for question, _ in steps_for(self.theme)]
        fitting = (step for step in steps if heading.height_at(area.width(), step) <= area.height())
        heading.place(area, next(fitting, steps[-1]))
