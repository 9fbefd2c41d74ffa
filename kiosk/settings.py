"""terminal.toml: what staff set when a terminal was put up. Strict: an unknown key is an error."""

import json
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from kiosk.errors import KioskError
from kiosk.journey.presentation import KeyOrder, Presentation, Scheme, Side, Timbre
from kiosk.speech.sound import LOUDEST, PACES
from kiosk.storage.durable import write_private
from kiosk.study.look import is_colour

FILE = "terminal.toml"
STUDY = "study.zip"
STORE = "store"
CREST = "crest"
"""The stem of the crest's file, whose ending says what it is."""


class SettingsError(KioskError):
    """terminal.toml cannot be used: names the file, the key, and what to do."""

    def __init__(self, path: Path, de: str, en: str) -> None:
        super().__init__(
            de=f"Einstellungen in {path}: {de} Bitte richten Sie das Terminal neu ein: "
            "kiosk terminal init",
            en=f"Settings in {path}: {en} Set the terminal up again: kiosk terminal init",
        )


@dataclass(frozen=True, slots=True)
class TerminalSettings:
    """Where the terminal stands and what its glass measures.

    `town`, `title`, `greeting` with its language and recording, `languages` and `facts` are the
    study's, kept here so that the first frame needs nothing else. `diagonal_inch` and `view_mm`
    (eye to glass) make the millimetres on the screen true; `measured` says that somebody has
    measured them, on a panel of `width_px` by `height_px` pixels (0: not known). `text_size` and
    what follows to `timbre` are the preset every person starts from (see Presentation);
    `tap_lock_ms` is the pause after each touch. `signers` are those whose studies are opened
    (:mod:`kiosk.trust`); a `demonstration` opens what demonstrations sign. Where
    it `opens_daily`, visitors find it closed until staff open the day.
    """

    site: str
    town: str
    title: str
    greeting: str
    languages: tuple[str, ...]
    facts: tuple[str, ...] = ()
    greeting_language: str = ""
    greeting_audio: str = ""
    diagonal_inch: float = 15.6
    view_mm: float = 500.0
    measured: bool = False
    width_px: int = 0
    height_px: int = 0
    text_size: int = 2
    read_aloud: bool = False
    scheme: Scheme = Scheme.STANDARD
    large_targets: bool = False
    calm: bool = False
    side: Side = Side.WIDE
    simple: bool = False
    key_order: KeyOrder = KeyOrder.QWERTZ
    volume: int = 9
    pace: int = 4
    timbre: Timbre = Timbre.LOW
    tap_lock_ms: int = 500
    signers: tuple[str, ...] = ()
    demonstration: bool = False
    opens_daily: bool = False
    keys: tuple[str, ...] = ()  # "F5=read": keys of a keypad or switch box beside the usual
    crest: str = ""  # a picture in the terminal's folder
    accent: str = ""  # "#06374C", the study's

    def presentation(self, language: str) -> Presentation:
        """The preset, in `language` (a BCP 47 tag)."""
        return Presentation(language, **_preset_of(self))

    def preset(self, wanted: Presentation) -> "TerminalSettings":
        """The settings with another preset."""
        return replace(self, **_preset_of(wanted))


_PRESET = (
    "text_size",
    "read_aloud",
    "scheme",
    "large_targets",
    "calm",
    "side",
    "simple",
    "key_order",
    "volume",
    "pace",
    "timbre",
)
"""The fields that TerminalSettings and Presentation share: what a person starts from."""


def _preset_of(source: TerminalSettings | Presentation) -> dict[str, Any]:
    return {name: getattr(source, name) for name in _PRESET}


DEFAULTS = TerminalSettings("", "", "", "", ())
# Smallest and largest of each number: a small tablet to a wall, arm's length to a step back.
_RANGES = {
    "diagonal_inch": (7.0, 65.0),
    "view_mm": (300.0, 1500.0),
    "width_px": (0, 20000),
    "height_px": (0, 20000),
    "text_size": (1, 3),
    "volume": (1, LOUDEST),
    "pace": (1, len(PACES)),
    "tap_lock_ms": (0, 1000),  # EN 301 549 5.8
}
_SWITCHES = (
    "measured",
    "read_aloud",
    "large_targets",
    "calm",
    "simple",
    "demonstration",
    "opens_daily",
)
_CHOICES = {"scheme": Scheme, "side": Side, "key_order": KeyOrder, "timbre": Timbre}


def read_terminal(folder: Path) -> TerminalSettings:
    """The settings of the terminal in `folder`. Raises SettingsError naming file and key."""
    path = folder / FILE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SettingsError(
            path, "Das Terminal ist noch nicht eingerichtet.", "The terminal is not set up yet."
        ) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            path, f"Die Datei ist nicht lesbar ({error}).", f"The file is not readable ({error})."
        ) from error
    known = {field.name for field in fields(TerminalSettings)}
    for key in data:
        if key not in known:
            raise SettingsError(
                path, f"Die Angabe {key} ist unbekannt.", f"{key} is not a known key."
            )
    return checked(path, data)


def checked(path: Path, data: dict[str, object]) -> TerminalSettings:
    """Settings from values whose types and ranges are right, else SettingsError."""
    texts: dict[str, Any] = {}
    for key in ("crest", "accent", "greeting_language", "greeting_audio"):
        value = data.get(key, "")
        if not isinstance(value, str):
            raise SettingsError(path, f"{key} muss ein Text sein.", f"{key} must be text.")
        texts[key] = value
    if Path(texts["crest"]).name != texts["crest"]:
        raise SettingsError(
            path,
            "crest muss der Name einer Datei in diesem Ordner sein.",
            "crest must be the name of a file in this folder.",
        )
    if texts["accent"] and not is_colour(texts["accent"]):
        raise SettingsError(
            path,
            "accent muss eine Farbe wie #06374C sein.",
            "accent must be a colour like #06374C.",
        )
    for key in ("site", "town", "title", "greeting"):
        value = data.get(key)
        if not isinstance(value, str) or not value:
            raise SettingsError(path, f"Die Angabe {key} fehlt.", f"{key} is missing.")
        texts[key] = value
    languages = data.get("languages")
    if not isinstance(languages, list | tuple) or not languages:
        raise SettingsError(path, "Die Angabe languages fehlt.", "languages is missing.")
    signers = data.get("signers", DEFAULTS.signers)
    if not isinstance(signers, list | tuple):
        raise SettingsError(path, "signers muss eine Liste sein.", "signers must be a list.")
    keys = data.get("keys", DEFAULTS.keys)
    if not isinstance(keys, list | tuple):
        raise SettingsError(path, "keys muss eine Liste sein.", "keys must be a list.")
    facts = data.get("facts", DEFAULTS.facts)
    if not isinstance(facts, list | tuple):
        raise SettingsError(path, "facts muss eine Liste sein.", "facts must be a list.")
    numbers: dict[str, float] = {}
    for key, (low, high) in _RANGES.items():
        number = data.get(key, getattr(DEFAULTS, key))
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise SettingsError(path, f"{key} muss eine Zahl sein.", f"{key} must be a number.")
        if not low <= number <= high:
            raise SettingsError(
                path,
                f"{key} muss zwischen {low} und {high} liegen.",
                f"{key} must lie between {low} and {high}.",
            )
        numbers[key] = number
    switches: dict[str, Any] = {}
    for key in _SWITCHES:
        switch = data.get(key, getattr(DEFAULTS, key))
        if not isinstance(switch, bool):
            raise SettingsError(
                path, f"{key} muss true oder false sein.", f"{key} must be true or false."
            )
        switches[key] = switch
    chosen: dict[str, Any] = {}
    for key, offered in _CHOICES.items():
        choice = data.get(key, getattr(DEFAULTS, key))
        if choice not in tuple(offered):
            raise SettingsError(
                path,
                f"{key} muss eines von {', '.join(offered)} sein.",
                f"{key} must be one of {', '.join(offered)}.",
            )
        chosen[key] = offered(str(choice))
    return TerminalSettings(
        **texts,
        **switches,
        **chosen,
        languages=tuple(str(each) for each in languages),
        facts=tuple(str(each) for each in facts),
        keys=tuple(str(each) for each in keys),
        diagonal_inch=float(numbers["diagonal_inch"]),
        view_mm=float(numbers["view_mm"]),
        width_px=int(numbers["width_px"]),
        height_px=int(numbers["height_px"]),
        text_size=int(numbers["text_size"]),
        volume=int(numbers["volume"]),
        pace=int(numbers["pace"]),
        signers=tuple(str(each) for each in signers),
        tap_lock_ms=int(numbers["tap_lock_ms"]),
    )


def write_terminal(folder: Path, settings: TerminalSettings) -> None:
    """Write what :func:`read_terminal` reads, whole or not at all. Raises SettingsError."""
    # Every JSON string, number, truth value and array of strings is the same in TOML.
    lines = [
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in asdict(settings).items()
    ]
    path = folder / FILE
    try:
        write_private(path, "".join(lines).encode())
    except OSError as error:
        raise SettingsError(
            path,
            f"Die Datei lässt sich nicht schreiben ({error.strerror}).",
            f"The file cannot be written ({error.strerror}).",
        ) from error
