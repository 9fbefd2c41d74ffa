"""study.toml: what a study fixes besides its questionnaires. Strict: an unknown key is an error."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kiosk.study.errors import StudyError

FILE = "study.toml"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}\Z")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Start:
    """The start form: which of its questions and notes the screens before and after use.

    `routes` maps a value of the question `route` to the form that is asked then.
    """

    form: str
    participate: str
    route: str
    routes: Mapping[str, str]
    layer1: tuple[str, ...]
    layer2: tuple[str, ...]
    saved: str
    too_young: str
    declined: str
    discarded: str


@dataclass(frozen=True, slots=True)
class Idle:
    """After how many seconds we ask, how long we wait, and what happens to the answers then."""

    alert_seconds: int
    grace_seconds: int
    keep_from: int


@dataclass(frozen=True, slots=True)
class StudySettings:
    """study.toml, typed."""

    project: str
    short: str
    title: str
    town: str
    greeting: str
    wave: int
    start: Start
    languages: Mapping[str, str]
    places: Mapping[str, str]
    presets: Mapping[str, str]
    idle: Idle

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form of the study, the start form first."""
        return (self.start.form, *dict.fromkeys(self.start.routes.values()))


def read_settings(raw: bytes) -> StudySettings:
    """Parse study.toml. Raises StudyError naming the key."""
    try:
        data = tomllib.loads(raw.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StudyError(FILE, f"ist nicht lesbar: {error}", f"is not readable: {error}") from error
    table = _Table(data, "")
    settings = StudySettings(
        project=table.take("project", _name),
        short=table.take("short", _name),
        title=table.take("title", _text),
        town=table.take("town", _text),
        greeting=table.take("greeting", _text),
        wave=table.take("wave", _within(1, 99)),
        start=_start(table.take("start", _dict)),
        languages=_texts(table.take("languages", _filled), "languages."),
        places=_texts(table.take("places", _dict), "places."),
        presets=_texts(table.take("presets", _dict), "presets."),
        idle=_idle(table.take("idle", _dict)),
    )
    table.end()
    return settings


class _Table:
    """A TOML table whose keys must all be taken."""

    def __init__(self, data: dict[str, object], prefix: str) -> None:
        self._data = dict(data)
        self._prefix = prefix

    def take(self, key: str, read: Callable[[str, object], T]) -> T:
        name = self._prefix + key
        if key not in self._data:
            raise StudyError(FILE, f"die Angabe {name} fehlt.", f"{name} is missing.")
        return read(name, self._data.pop(key))

    def end(self) -> None:
        for key in self._data:
            name = self._prefix + key
            raise StudyError(
                FILE, f"die Angabe {name} ist unbekannt.", f"{name} is not a known key."
            )


def _start(data: dict[str, object]) -> Start:
    table = _Table(data, "start.")
    start = Start(
        form=table.take("form", _text),
        participate=table.take("participate", _text),
        route=table.take("route", _text),
        routes=_texts(table.take("routes", _filled), "start.routes."),
        layer1=table.take("layer1", _list),
        layer2=table.take("layer2", _list),
        saved=table.take("saved", _text),
        too_young=table.take("too_young", _text),
        declined=table.take("declined", _text),
        discarded=table.take("discarded", _text),
    )
    table.end()
    return start


def _idle(data: dict[str, object]) -> Idle:
    table = _Table(data, "idle.")
    # Ranges: VVSG 2.0 asks for 2 to 5 minutes before the alert and 20 to 45 seconds of it.
    idle = Idle(
        alert_seconds=table.take("alert_seconds", _within(120, 300)),
        grace_seconds=table.take("grace_seconds", _within(20, 45)),
        keep_from=table.take("keep_from", _within(0, 1000)),
    )
    table.end()
    return idle


def _text(name: str, value: object) -> str:
    if isinstance(value, str) and value:
        return value
    raise _wrong(name, "ein Text", "text")


def _name(name: str, value: object) -> str:
    # It becomes part of folder and file names.
    if isinstance(value, str) and _NAME.match(value):
        return value
    raise _wrong(
        name, "ein Name aus Buchstaben ohne Umlaute, Ziffern, - und _", "letters, digits, - and _"
    )


def _whole(name: str, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _wrong(name, "eine ganze Zahl", "a whole number")


def _within(low: int, high: int) -> Callable[[str, object], int]:
    def read(name: str, value: object) -> int:
        number = _whole(name, value)
        if low <= number <= high:
            return number
        raise _wrong(name, f"eine Zahl von {low} bis {high}", f"a number from {low} to {high}")

    return read


def _dict(name: str, value: object) -> dict[str, object]:
    if isinstance(value, dict):
        return value
    raise _wrong(name, "ein Abschnitt", "a table")


def _filled(name: str, value: object) -> dict[str, object]:
    table = _dict(name, value)
    if table:
        return table
    raise _wrong(name, "ein Abschnitt mit mindestens einer Zeile", "a table with at least one line")


def _list(name: str, value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(_text(name, item) for item in value)
    raise _wrong(name, "eine Liste von Texten", "a list of texts")


def _texts(data: dict[str, object], prefix: str) -> dict[str, str]:
    return {key: _text(prefix + key, value) for key, value in data.items()}


def _wrong(name: str, de: str, en: str) -> StudyError:
    return StudyError(FILE, f"{name} muss {de} sein.", f"{name} must be {en}.")
