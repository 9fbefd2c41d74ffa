"""A scenario as text: TOML, one line for each step, so that a change shows as a line."""

import json
import tomllib
from typing import Any, TypeVar

from kiosk.study.errors import StudyError
from kiosk.study.scenario import Scenario, Step

T = TypeVar("T")

_STEP = ("question", "value", "next", "text")


def write_scenario(scenario: Scenario) -> str:
    """The text :func:`read_scenario` reads."""
    lines = [
        f"form = {_quoted(scenario.form)}",
        f"version = {_quoted(scenario.version)}",
        f"language = {_quoted(scenario.language)}",
        f"seed = {scenario.seed}",
        "steps = [",
        *(
            "  { " + ", ".join(f"{key} = {_quoted(getattr(step, key))}" for key in _STEP) + " },"
            for step in scenario.steps
        ),
        "]",
        "",
        "[presets]",
        *(f"{_quoted(name)} = {_quoted(value)}" for name, value in scenario.presets.items()),
    ]
    return "\n".join(lines) + "\n"


def read_scenario(raw: bytes, name: str) -> Scenario:
    """A scenario from its file called `name`. Raises StudyError naming the key that is wrong."""
    try:
        data = tomllib.loads(raw.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StudyError(name, f"ist nicht lesbar: {error}", f"is not readable: {error}") from error
    steps: list[object] = _take(name, data, "steps", list)
    scenario = Scenario(
        form=_take(name, data, "form", str),
        version=_take(name, data, "version", str),
        language=_take(name, data, "language", str),
        seed=_take(name, data, "seed", int),
        presets=_texts(name, "presets", _take(name, data, "presets", dict)),
        steps=tuple(_step(name, f"steps[{n}]", each) for n, each in enumerate(steps, 1)),
    )
    _nothing_left(name, "", data)
    return scenario


def read_answers(raw: bytes, name: str) -> dict[str, str]:
    """Answers by question name or ref, from TOML lines like D1 = "3".

    Raises StudyError naming the line that is none.
    """
    try:
        data = tomllib.loads(raw.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StudyError(name, f"ist nicht lesbar: {error}", f"is not readable: {error}") from error
    return _texts(name, "", data)


def _step(name: str, place: str, data: object) -> Step:
    if not isinstance(data, dict):
        raise _wrong(name, place)
    data = dict(data)
    step = Step(*(_take(name, data, key, str, f"{place}.") for key in _STEP))
    _nothing_left(name, f"{place}.", data)
    return step


def _take(name: str, data: dict[str, Any], key: str, kind: type[T], prefix: str = "") -> T:
    value = data.pop(key, None)
    if isinstance(value, kind) and not isinstance(value, bool):
        return value
    raise _wrong(name, prefix + key)


def _texts(name: str, place: str, data: dict[str, Any]) -> dict[str, str]:
    texts = {}
    for key, value in data.items():
        if not isinstance(value, str):
            raise _wrong(name, f"{place}.{key}" if place else key)
        texts[key] = value
    return texts


def _nothing_left(name: str, prefix: str, data: dict[str, Any]) -> None:
    for key in data:
        raise StudyError(
            name, f"die Angabe {prefix}{key} ist unbekannt.", f"{prefix}{key} is not a known key."
        )


def _wrong(name: str, key: str) -> StudyError:
    return StudyError(
        name, f"die Angabe {key} fehlt oder ist von falscher Art.", f"{key} is missing or mistyped."
    )


def _quoted(text: str) -> str:
    # A JSON string is a TOML string but for one control character that TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
