"""Ranking: a tap gives the next place, another tap takes it away again. Nothing is dragged."""

from kiosk.forms.markdown import plain
from kiosk.forms.view import QuestionView
from kiosk.ui.inputs.choice_input import ChoiceInput
from kiosk.ui.inputs.selection import counted, stands_alone


class RankInput(ChoiceInput):
    """A list whose marks hold places: the first thing tapped is 1.

    Rows stay where they are. With `most` only that many places are given, else one to every
    ordinary choice.
    """

    def status(self) -> tuple[str, str, bool]:
        """What to tap next; after a refused tap, why."""
        view = self.view
        if view is None:
            return "", "", False
        places, given = self._places(view), counted(view, view.value)
        longest = self.tr("Alle Plätze sind vergeben. Sie können einen wegnehmen.")
        if self._refused:
            return longest, longest, True
        if given == 0:
            text = self.tr("Bitte tippen Sie auf das Wichtigste zuerst.")
        elif given < places:
            text = self.tr("Was kommt dann? Vergeben: {given} von {places}")
        else:
            text = self.tr("Alle Plätze sind vergeben.")
        return text.format(given=given, places=places), longest, False

    def _told(self, view: QuestionView, value: str) -> str:
        if value in view.chosen and not stands_alone(view, value):
            return self.tr("Platz {place}").format(place=view.chosen.index(value) + 1)
        return super()._told(view, value)

    def _show_value(self, value: str) -> None:
        """Places instead of marks."""
        super()._show_value(value)
        view = self.view
        assert view is not None
        order = value.split()
        for button, choice in zip(self._cells(), self._main(view), strict=False):
            place = order.index(choice.value) + 1 if choice.value in order else 0
            alone = stands_alone(view, choice.value)
            button.show_place(None if alone else place)
            words = (self._told(view, choice.value), plain(choice.hint))
            button.setAccessibleDescription(". ".join(filter(None, words)))

    def _complete(self, view: QuestionView) -> bool:
        if any(stands_alone(view, value) for value in view.chosen):
            return True
        return counted(view, view.value) >= self._places(view)

    def _places(self, view: QuestionView) -> int:
        """How many places there are to give."""
        ordinary = sum(1 for each in view.choices if not (each.exclusive or each.apart))
        return ordinary if view.most is None else min(view.most, ordinary)
