"""The contract of every input: shows a question, reports its value, says what can be spoken."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.forms.view import QuestionView
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.heading import Heading
from kiosk.ui.widgets.tap_guard import TapGuard

STEPS = ((0, 0), (-1, 0), (-1, -1), (-2, -1), (-2, -2))
"""How far the question and the answers may shrink where the glass is too small, in offered sizes:
first the question alone, then both. Nothing is elided and nothing gets smaller than size 1."""


ANSWERS_FIRST = ((0, 0), (0, -1), (-1, -1), (-1, -2), (-2, -2))
"""The same where long words in narrow tiles, or a field, run out of room before the question."""


def steps_for(theme: Theme, rungs: tuple[tuple[int, int], ...] = STEPS) -> list[tuple[int, int]]:
    """The `rungs` that exist below the theme's text size."""
    least = 1 - theme.text_size
    return [(q, a) for q, a in rungs if q >= least and a >= least]


class QuestionInput(QWidget):
    """One kind of question on the body of the question screen.

    `changed` carries the new value in the form of :attr:`QuestionView.value`; `turned` says that
    another page or mode shows and the body must be laid out again; `done` goes on as "Weiter" does,
    for answers that say so in their own words.
    """

    changed = Signal(str)
    turned = Signal()
    done = Signal()

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.guard = guard
        self.view: QuestionView | None = None

    def show_question(self, view: QuestionView) -> None:
        """Show `view` with its value. The page stays if it is the same question as before."""
        raise NotImplementedError

    def arrange(self, area: QRect, heading: Heading, portrait: bool) -> None:
        """Place the heading and the answers in `area`; this widget fills the body.

        The input decides, because how far the question may run depends on what the answers need.
        """
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self.theme = theme

    def retranslate(self) -> None:
        """Set every text of our own again."""

    def status(self) -> tuple[str, str, bool]:
        """What the status line says, the longest it may say, and whether it is urgent."""
        return "", "", False

    def leaf(self) -> tuple[int, int] | None:
        """(page, pages) if the frame must say it because no pager does."""
        return None

    def segments(self) -> list[tuple[str, str]]:
        """What can be spoken after the question: (id, words)."""
        return []

    def mark(self, segment: str | None) -> None:
        """Highlight what is being read; turns to its page."""

    def focus(self) -> list[QWidget]:
        """The widgets of the answer that take focus, in reading order."""
        every = self.findChildren(QWidget)
        return [each for each in every if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def begins(self) -> QWidget | None:
        """Where keys begin on this page, if not at the first answer or the chosen one."""
        return None

    def reset(self) -> None:
        """The session is over: the next person begins on the first page, with nothing typed."""
        self.view = None

    def turn_on(self) -> bool:
        """Show the next page that must be seen before "Weiter" leaves; False if there is none."""
        return False

    def turn_back(self) -> bool:
        """Show the page before; False on the first."""
        return False
