"""Who answers now, what they may not see, and who gave which answer."""

from dataclasses import replace

from kiosk.forms.entry import Asked, FormEntry
from kiosk.forms.view import Kind, QuestionView
from kiosk.study.hand import Assistance, Hand

_SHOWN = (Kind.NOTE, Kind.REPEAT)
"""Kinds that hold no answer to hide."""


class Helping:
    """The help one interview gets. Answers given before a hand-over are concealed until the person
    is alone again (privacy: "Wer hilft, soll frühere Antworten nicht sehen").
    """

    def __init__(self, assistance: Assistance) -> None:
        self._assistance = assistance
        self.hand = Hand.SELF
        self.hands: dict[tuple[str, ...], Hand] = {}  # who gave an answer, by what it is about
        self._said: Hand | None = None
        self._before: set[tuple[str, ...]] = set()  # answered before the last hand-over

    @property
    def hides(self) -> frozenset[str]:
        """The names of the questions not asked now."""
        return frozenset() if self.hand is Hand.SELF else self._assistance.hides

    def said(self, question: str, value: str) -> Hand | None:
        """Who answers by the answer to a question; None where it does not say, or said so before.

        Who helps may pass that question again: what it said first ends no help that came later.
        """
        said = self._assistance.said(question, value)
        if said is None or said is self._said:
            return None
        self._said = said
        return said

    def hand_over(self, hand: Hand, entry: FormEntry) -> bool:
        """From here on `hand` answers; whether that hides any answer from somebody."""
        self.hand = hand
        self._before = set()
        if hand is not Hand.SELF:
            self._before = {
                each.about
                for each in entry.path()
                if each.node.answer != ""
                and each.question.kind not in _SHOWN
                and each.question.name != self._assistance.question
            }
        return bool(self._before)

    def given(self, asked: Asked) -> None:
        """Whoever is here now has answered a question, and may see it."""
        self.hands[asked.about] = self.hand
        self._before.discard(asked.about)
        if asked.question.name == self._assistance.question:
            self._said = None

    def conceals(self, asked: Asked) -> bool:
        """Whether the answer may not be seen now."""
        return asked.about in self._before and asked.node.answer != ""

    def passes(self, asked: Asked) -> bool:
        """Whether a question is walked past now."""
        return asked.question.name in self.hides or self.conceals(asked)

    def seen(self, asked: Asked, view: QuestionView) -> QuestionView:
        """The question as it may be seen now."""
        return replace(view, value="") if self.conceals(asked) else view
