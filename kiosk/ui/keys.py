"""Keys of keypads and switch boxes: anything that types a key works without touching the glass."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from PySide6.QtCore import Qt


class Action(StrEnum):
    """What a key does."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    ENTER = "enter"
    BACK = "back"  # "Zurück"
    ON = "on"  # "Weiter"
    DISPLAY = "display"  # "Darstellung"
    HELP = "help"  # "Hilfe holen"
    READ = "read"  # "Vorlesen", and silence
    LISTEN = "listen"  # reading aloud from now on, wherever the keys lead; and off again
    LOUDER = "louder"
    SOFTER = "softer"
    FASTER = "faster"
    SLOWER = "slower"
    MOVE = "move"  # the first of two switches
    SELECT = "select"  # the second
    STAFF = "staff"  # as holding the corner does
    NONE = "none"  # nothing: takes one of the usual keys away


WALKED = {
    Action.UP: Qt.Key.Key_Up,
    Action.DOWN: Qt.Key.Key_Down,
    Action.LEFT: Qt.Key.Key_Left,
    Action.RIGHT: Qt.Key.Key_Right,
    Action.ENTER: Qt.Key.Key_Return,
}
"""The five keys. They need no line of their own; another key may stand for one of them."""

DEFAULT_KEYS = (
    "PageUp=back",
    "PageDown=on",
    "0=display",
    "F3=display",
    "H=help",
    "F4=help",
    "V=read",
    "F5=read",
    "9=listen",
    "F6=listen",
    "1=move",
    "F1=move",
    "2=select",
    "F2=select",
    "Minus=softer",
    "F7=softer",
    "Plus=louder",
    "F8=louder",
    "Comma=slower",
    "F9=slower",
    "Period=faster",
    "F10=faster",
    "F12=staff",
)
"""Keys by Qt's names without "Key_". 1 and 2 for switches, 0 for the display, comma and full stop
for the pace and minus for loudness as votingworks/vxsuite has them; where digits and letters are
written, only the F keys act."""

Keys = Mapping[int, Action]
"""By the number of the Qt.Key; a keypad may send one that has no name."""


def read_keys(lines: Iterable[str]) -> Keys:
    """The keys that `lines` like "F5=read" name; a later line holds.

    Raises ValueError saying which line cannot be used.
    """
    keys: dict[Qt.Key, Action] = {}
    for line in lines:
        name, _, wanted = (part.strip() for part in line.partition("="))
        key = Qt.Key.__members__.get(f"Key_{name}")
        if key is None or wanted not in tuple(Action):
            raise ValueError(line)
        keys[key] = Action(wanted)
    return {key: action for key, action in keys.items() if action is not Action.NONE}
