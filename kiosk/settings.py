"""terminal.toml: what staff set when a terminal was put up. Strict: an unknown key is an error."""

import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from kiosk.errors import KioskError

FILE = "terminal.toml"
STUDY = "study.zip"
STORE = "store"


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

    `diagonal_inch` and `view_mm` (eye to glass) make the millimetres on the screen true;
    `text_size` is the preset every person starts from.
    """

    site: str
    diagonal_inch: float = 15.6
    view_mm: float = 500.0
    text_size: int = 2


# site, smallest and largest of each number: a phone to a wall, arm's length to a step back.
_RANGES = {"diagonal_inch": (7.0, 65.0), "view_mm": (300.0, 1500.0), "text_size": (1, 3)}


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
    site = data.get("site")
    if not isinstance(site, str) or not site:
        raise SettingsError(path, "Die Angabe site fehlt.", "site is missing.")
    numbers: dict[str, float] = {}
    for key, (low, high) in _RANGES.items():
        value = data.get(key)
        if value is None:
            continue
        if not isinstance(value, int | float) or not low <= value <= high:
            raise SettingsError(
                path,
                f"{key} muss eine Zahl von {low} bis {high} sein.",
                f"{key} must be a number from {low} to {high}.",
            )
        numbers[key] = value
    defaults = TerminalSettings(site)
    return TerminalSettings(
        site=site,
        diagonal_inch=float(numbers.get("diagonal_inch", defaults.diagonal_inch)),
        view_mm=float(numbers.get("view_mm", defaults.view_mm)),
        text_size=int(numbers.get("text_size", defaults.text_size)),
    )


def write_terminal(folder: Path, settings: TerminalSettings) -> None:
    """Write what :func:`read_terminal` reads."""
    lines = []
    for key, value in asdict(settings).items():
        shown = f'"{_escaped(value)}"' if isinstance(value, str) else str(value)
        lines.append(f"{key} = {shown}\n")
    (folder / FILE).write_text("".join(lines), encoding="utf-8")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
