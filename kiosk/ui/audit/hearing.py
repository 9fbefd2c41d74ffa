"""Whether everything that can be seen can be heard."""

import re

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.ui.fitting.breaches import Breach, Rule, plain_labels, proses, said, shown, texts
from kiosk.ui.staff.day_screen import DayScreen
from kiosk.ui.staff.sound_check_screen import SoundCheckScreen
from kiosk.ui.staff.staff_screen import StaffScreen
from kiosk.ui.terminal.help_called_screen import HelpSign
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.widgets.choice import Choice

FOR_STAFF = (StaffScreen, DayScreen, SoundCheckScreen, HelpSign)
"""Read by staff, in German, who see; the word beside the bell from across the room."""
_NUMBER = re.compile(r"[−-]?\d+([.,]\d+)?\Z")


def speech_breaches(screen: Screen) -> list[Breach]:
    """Every text and every answer on `screen` that is no part of what it reads out.

    How far one is counts as heard: keys ask for it, and it is said where keys lead to a page. Other
    buttons say their accessible names when the focus comes to them: NAME and FOCUSABLE.
    """
    if isinstance(screen, StaffScreen | DayScreen | SoundCheckScreen):
        return []
    heard = _sounds(" ".join([*(words for _, words in screen.to_read()), screen.where()]))
    labels: list[QLabel] = [*texts(screen), *proses(screen), *plain_labels(screen)]
    found = []
    for label in labels:
        if _within(label, (QAbstractButton, *FOR_STAFF)):
            continue
        for line in label.text().split("\n"):
            if _sounds(line) not in heard:
                found.append(Breach(Rule.SPEECH, label, line))
    for choice in shown(screen, Choice):
        # The numbers of a scale are told by its ends, each by its name where the focus comes.
        if not _NUMBER.match(said(choice)) and _sounds(said(choice)) not in heard:
            found.append(Breach(Rule.SPEECH, choice, said(choice)))
    return found


def _within(widget: QWidget, kinds: tuple[type[QWidget], ...]) -> bool:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, kinds):
        above = above.parentWidget()
    return above is not None


def _sounds(words: str) -> str:
    """Letters and digits only: signs and spaces make no sound."""
    return "".join(each for each in words.casefold() if each.isalnum())
