"""Keys of keypads and switch boxes: anything that types a key works without touching the glass."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from PySide6.QtCore import Qt


class Action(StrEnum):
    """What a key does beside the four arrows and Enter, which every keypad has."""

    BACK = "back"  # "Zurück"
    ON = "on"  # "Weiter"
    DISPLAY = "display"  # "Darstellung"
    HELP = "help"  # "Hilfe holen"
    READ = "read"  # "Vorlesen", and silence
    MOVE = "move"  # the first of two switches
    SELECT = "select"  # the second


DEFAULT_KEYS = (
    "PageUp=back",
    "PageDown=on",
    "0=display",
    "F3=display",
    "H=help",
    "F4=help",
    "V=read",
    "F5=read",
    "1=move",
    "F1=move",
    "2=select",
    "F2=select",
)
"""Keys by Qt's names without "Key_". 1 and 2 for switches and 0 for the display as
votingworks/vxsuite has them; where digits and letters are written, only the F keys act."""

Keys = Mapping[Qt.Key, Action]


def read_keys(lines: Iterable[str]) -> Keys:
    """The keys that `lines` like "F5=read" name. Raises ValueError saying which cannot be used."""
    keys: dict[Qt.Key, Action] = {}
    for line in lines:
        name, _, wanted = (part.strip() for part in line.partition("="))
        key = Qt.Key.__members__.get(f"Key_{name}")
        if key is None or wanted not in tuple(Action):
            raise ValueError(line)
        keys[key] = Action(wanted)
    return keys
