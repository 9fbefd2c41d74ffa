"""study.toml: what a study fixes besides its questionnaires. Strict: an unknown key is an error."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from kiosk.study.errors import StudyError
from kiosk.study.hand import Assistance, Hand
from kiosk.study.instrument import INSTRUMENTS
from kiosk.study.look import LEAST_CONTRAST, Look, accent_contrast, is_colour

FILE = "study.toml"
ORIGINAL = "de"
"""The language the questionnaires are written in; every other one is translated from it."""
MOST_SITES = 4
"""STANDORT is coarse, or it would point at people (instrument.md B.2 no. 25)."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}\Z")
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*\Z")
"""A language tag by RFC 5646, as far as surveys need it."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Start:
    """The start form: which of its questions and notes the screens before and after use.

    `routes` maps a value of the question `route` to the form that is asked then; those in
    `protected` are asked only behind the group PIN.
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
    protected: tuple[str, ...] = ()
    practice: bool = True  # a harmless tap before the participation text
    paper: tuple[str, ...] = ()  # layer 1 without what holds only for the terminal; (): layer1

    @property
    def on_paper(self) -> tuple[str, ...]:
        """The notes on the first page of a paper questionnaire."""
        return self.paper or self.layer1


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the workbooks that is offered, and the forms it is offered for.

    `name` is what the workbooks call it ("Polski (pl)"). `geprueft_von` and `geprueft_am`
    ("2026-11-22") say which native reader, or test group for Leichte Sprache, passed it and when;
    both are "" until then.
    """

    tag: str  # BCP 47
    name: str
    forms: tuple[str, ...]
    geprueft_von: str = ""
    geprueft_am: str = ""

    @property
    def draft(self) -> bool:
        """Whether it is a translation that nobody competent has passed: an "Entwurf"."""
        return self.tag != ORIGINAL and not self.geprueft_von


@dataclass(frozen=True, slots=True)
class Site:
    """A place a terminal may stand at (STANDORT)."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Population:
    """How many persons may take part. `n` is None until the town has filled it in."""

    n: int | None = None
    stichtag: str = ""  # "2026-09-30", "" while unknown
    source: str = ""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """How many persons the register counts in a cell; None stands for "all of them".

    The numbers are the codes of D1 (age), D2 (sex) and D3 (area).
    """

    age: int | None
    sex: int | None
    area: int | None
    count: int


@dataclass(frozen=True, slots=True)
class Idle:
    """After how many seconds we ask, how long we wait, and what happens to the answers then.

    For `resume_minutes` after that staff may bring the interview back; 0: it ends at once.
    """

    alert_seconds: int
    grace_seconds: int
    keep_from: int
    resume_minutes: int = 10


@dataclass(frozen=True, slots=True)
class StudySettings:
    """study.toml, typed."""

    project: str
    short: str
    title: str
    town: str
    greeting: str
    facts: tuple[str, ...]
    wave: int
    start: Start
    languages: Mapping[str, Language]
    places: Mapping[str, str]
    presets: Mapping[str, str]
    idle: Idle
    sites: tuple[Site, ...] = ()
    population: Population = Population()
    register: tuple[RegisterRow, ...] = ()  # empty until the town has filled it in
    targets: Mapping[str, int] = field(default_factory=dict)  # form → minutes at most
    pauses: Mapping[str, int] = field(default_factory=dict)  # form → questions before a break
    look: Look = field(default_factory=Look)
    assistance: Assistance = field(default_factory=Assistance)
    greeting_language: str = ""  # BCP 47 tag; "": that of the page
    greeting_audio: str = ""  # a recording of it in media/

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form of the study, the start form first."""
        return (self.start.form, *dict.fromkeys(self.start.routes.values()))


def read_settings(raw: bytes) -> StudySettings:
    """Parse study.toml. Raises StudyError naming the key."""
    try:
        # Windows' Notepad may put a byte order mark in front.
        data = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise StudyError(
            FILE,
            "ist nicht in UTF-8 gespeichert. Bitte speichern Sie die Datei als UTF-8.",
            "is not saved as UTF-8. Please save the file as UTF-8.",
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise StudyError(FILE, f"ist nicht lesbar: {error}", f"is not readable: {error}") from error
    table = _Table(data, "")
    start = _start(table.take("start", _dict))
    settings = StudySettings(
        project=table.take("project", _name),
        short=table.take("short", _name),
        title=table.take("title", _text),
        town=table.take("town", _text),
        greeting=table.take("greeting", _text),
        facts=table.take("facts", _list, ()),
        wave=table.take("wave", _within(1, 99)),
        start=start,
        languages=_languages(table.take("languages", _filled), start),
        places=_texts(table.take("places", _dict), "places."),
        presets=_texts(table.take("presets", _dict), "presets."),
        idle=_idle(table.take("idle", _dict)),
        sites=table.take("sites", _sites, ()),
        population=table.take("population", _population, Population()),
        register=table.take("register", _register, ()),
        targets=table.take("targets", _targets, {}),
        pauses=table.take("pauses", _pauses, {}),
        look=table.take("look", _look, Look()),
        assistance=table.take("assistance", _assistance, Assistance()),
        greeting_language=table.take("greeting_language", _tag, ""),
        greeting_audio=table.take("greeting_audio", _text, ""),
    )
    table.end()
    _known("targets", settings.targets, dict.fromkeys((*INSTRUMENTS, *settings.forms)))
    _known("pauses", settings.pauses, dict.fromkeys((*INSTRUMENTS, *settings.forms)))
    return settings


class _Table:
    """A TOML table whose keys must all be taken."""

    def __init__(self, data: dict[str, object], prefix: str) -> None:
        self._data = dict(data)
        self._prefix = prefix

    def take(self, key: str, read: Callable[[str, object], T], default: T | None = None) -> T:
        """The value of `key`; what is missing and has no default is an error."""
        name = self._prefix + key
        if key not in self._data:
            if default is not None:
                return default
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
        protected=table.take("protected", _list, ()),
        practice=table.take("practice", _truth, True),
        paper=table.take("paper", _list, ()),
    )
    table.end()
    _known("start.protected", start.protected, start.routes.values())
    return start


def _languages(data: dict[str, object], start: Start) -> dict[str, Language]:
    every = tuple(dict.fromkeys((start.form, *start.routes.values())))
    languages = {}
    for tag, value in data.items():
        name = f"languages.{tag}"
        table = _Table(_dict(name, value), f"{name}.")
        languages[tag] = language = Language(
            tag=tag,
            name=table.take("name", _text),
            forms=table.take("forms", _list, every),
            geprueft_von=table.take("geprueft_von", _text_or_none, ""),
            geprueft_am=table.take("geprueft_am", _day, ""),
        )
        table.end()
        _known(f"{name}.forms", language.forms, every)
        if start.form not in language.forms or len(language.forms) < 2:
            raise _wrong(
                f"{name}.forms",
                f"eine Liste mit {start.form} und mindestens einem weiteren Fragebogen",
                f"a list with {start.form} and at least one more form",
            )
        if bool(language.geprueft_von) != bool(language.geprueft_am):
            raise StudyError(
                FILE,
                f"{name}: geprueft_von und geprueft_am gehören zusammen.",
                f"{name}: geprueft_von and geprueft_am belong together.",
            )
    return languages


def _sites(name: str, value: object) -> tuple[Site, ...]:
    rows = []
    for prefix, row in _rows(name, value):
        table = _Table(row, prefix)
        rows.append(Site(table.take("code", _name), table.take("name", _text)))
        table.end()
    if len(rows) > MOST_SITES:
        raise _wrong(
            name, f"eine Liste von höchstens {MOST_SITES}", f"a list of {MOST_SITES} at most"
        )
    _different(name, [row.code for row in rows])
    return tuple(rows)


def _population(name: str, value: object) -> Population:
    table = _Table(_dict(name, value), f"{name}.")
    n = table.take("n", _within(0, 10_000_000), 0)
    population = Population(
        n=n or None,
        stichtag=table.take("stichtag", _day, ""),
        source=table.take("source", _text_or_none, ""),
    )
    table.end()
    return population


def _register(name: str, value: object) -> tuple[RegisterRow, ...]:
    rows = []
    for prefix, row in _rows(name, value):
        table = _Table(row, prefix)
        age, sex, area = (
            table.take(key, _within(1, 99), 0) or None for key in ("age", "sex", "area")
        )
        rows.append(RegisterRow(age, sex, area, table.take("count", _within(0, 10_000_000))))
        table.end()
        if age is sex is area is None:
            raise _wrong(
                prefix.rstrip("."),
                "ein Abschnitt mit age, sex oder area",
                "a table with age, sex or area",
            )
    _different(name, [(row.age, row.sex, row.area) for row in rows])
    return tuple(rows)


def _targets(name: str, value: object) -> dict[str, int]:
    minutes = _within(1, 120)
    return {form: minutes(f"{name}.{form}", each) for form, each in _dict(name, value).items()}


def _pauses(name: str, value: object) -> dict[str, int]:
    questions = _within(5, 200)
    return {form: questions(f"{name}.{form}", each) for form, each in _dict(name, value).items()}


def _idle(data: dict[str, object]) -> Idle:
    table = _Table(data, "idle.")
    # Ranges: VVSG 2.0 asks for 2 to 5 minutes before the alert and 20 to 45 seconds of it.
    idle = Idle(
        alert_seconds=table.take("alert_seconds", _within(120, 300)),
        grace_seconds=table.take("grace_seconds", _within(20, 45)),
        keep_from=table.take("keep_from", _within(0, 1000)),
        resume_minutes=table.take("resume_minutes", _within(0, 30), 10),
    )
    table.end()
    return idle


def _assistance(name: str, value: object) -> Assistance:
    table = _Table(_dict(name, value), f"{name}.")
    question = table.take("question", _text_or_none, "")
    codes = {hand: table.take(hand.value, _text_or_none, "") for hand in (Hand.HELPER, Hand.PROXY)}
    hides: tuple[str, ...] = table.take("hides", _list, ())
    table.end()
    if bool(question) is not any(codes.values()):
        raise StudyError(
            FILE,
            f"{name}: question gehört zusammen mit helper oder proxy.",
            f"{name}: question belongs together with helper or proxy.",
        )
    named = {code: hand for hand, code in codes.items() if code}
    _different(name, [code for code in codes.values() if code])
    return Assistance(question, named, frozenset(hides))


def _look(name: str, value: object) -> Look:
    table = _Table(_dict(name, value), f"{name}.")
    look = Look(
        crest=table.take("crest", _text_or_none, ""), accent=table.take("accent", _accent, "")
    )
    table.end()
    return look


def _accent(name: str, value: object) -> str:
    text = _text_or_none(name, value)
    if not text:
        return ""
    if not is_colour(text):
        raise _wrong(name, "eine Farbe wie #06374C", "a colour like #06374C")
    reached = accent_contrast(text)
    if reached < LEAST_CONTRAST:
        raise StudyError(
            FILE,
            f"{name}: {text} ist zu hell. Gebraucht wird ein Kontrast von {LEAST_CONTRAST:.0f} zu "
            f"1 auf hellem Grund, es sind {reached:.1f}. Bitte eine dunklere Farbe wählen.",
            f"{name}: {text} is too light. It needs a contrast of {LEAST_CONTRAST:.0f} to 1 on "
            f"light ground, and has {reached:.1f}. Choose a darker colour.",
        )
    return text.upper()


def _text(name: str, value: object) -> str:
    if isinstance(value, str) and value:
        return value
    raise _wrong(name, "ein Text", "text")


def _tag(name: str, value: object) -> str:
    text = _text(name, value)
    if not _TAG.match(text):
        raise StudyError(
            FILE,
            f"{name}: „{text}“ ist kein Kürzel einer Sprache (de, hsb, de-x-leicht).",
            f'{name}: "{text}" is no language tag (de, hsb, de-x-leicht).',
        )
    return text


def _text_or_none(name: str, value: object) -> str:
    return "" if value == "" else _text(name, value)


def _day(name: str, value: object) -> str:
    """A day as TOML's own date or as text; "" while unknown."""
    if value == "":
        return ""
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise _wrong(name, "ein Tag wie 2026-11-22", "a day like 2026-11-22") from None


def _known(name: str, given: Iterable[str], known: Iterable[str]) -> None:
    choices = list(known)
    for each in given:
        if each not in choices:
            raise StudyError(
                FILE,
                f"{name} nennt den Fragebogen „{each}“; es gibt {', '.join(choices)}.",
                f'{name} names the form "{each}"; there are {", ".join(choices)}.',
            )


def _different(name: str, values: list[T]) -> None:
    for value in values:
        if values.count(value) > 1:
            raise StudyError(
                FILE,
                f"{name}: {value} kommt mehr als einmal vor.",
                f"{name}: {value} occurs more than once.",
            )


def _rows(name: str, value: object) -> list[tuple[str, dict[str, object]]]:
    """The tables of an array of tables, each with the prefix its keys are named by."""
    if not isinstance(value, list):
        raise _wrong(name, "eine Liste von Abschnitten", "a list of tables")
    return [
        (f"{name}[{number}].", _dict(f"{name}[{number}]", each))
        for number, each in enumerate(value, 1)
    ]


def _name(name: str, value: object) -> str:
    # It becomes part of folder and file names.
    if isinstance(value, str) and _NAME.match(value):
        return value
    raise _wrong(
        name, "ein Name aus Buchstaben ohne Umlaute, Ziffern, - und _", "letters, digits, - and _"
    )


def _truth(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise _wrong(name, "true oder false", "true or false")


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
