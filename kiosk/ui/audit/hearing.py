"""Whether everything that can be seen can be heard."""

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.ui.fitting.breaches import Breach, Rule, plain_labels, proses, said, shown, texts
from kiosk.ui.staff.staff_screen import StaffScreen
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.widgets.choice import Choice

FOR_STAFF = (StaffScreen,)
"""Read by staff, in German, who see: the report says that speech is not measured there."""


def speech_breaches(screen: Screen) -> list[Breach]:
    """Every text and every answer on `screen` that is no part of what it reads out.

    Other buttons say their accessible names when the focus comes to them: NAME and FOCUSABLE.
    """
    if isinstance(screen, FOR_STAFF):
        return []
    heard = _sounds(" ".join(words for _, words in screen.to_read()))
    labels: list[QLabel] = [*texts(screen), *proses(screen), *plain_labels(screen)]
    found = []
    for label in labels:
        if _within_button(label):
            continue
        for line in label.text().split("\n"):
            if _sounds(line) not in heard:
                found.append(Breach(Rule.SPEECH, label, line))
    for choice in shown(screen, Choice):
        if _sounds(said(choice)) not in heard:
            found.append(Breach(Rule.SPEECH, choice, said(choice)))
    return found


def _within_button(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QAbstractButton):
        above = above.parentWidget()
    return above is not None


def _sounds(words: str) -> str:
    """Letters and digits only: signs and spaces make no sound."""
    return "".join(each for each in words.casefold() if each.isalnum())
