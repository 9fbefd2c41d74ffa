"""A sealed response as the XForm instance of the interview it came from."""

from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID

from kiosk.forms.form import PROMPT, Form, Repeat
from kiosk.forms.instance import Instance
from kiosk.forms.submission import submission
from kiosk.study.codes import CHOSEN, Missing
from kiosk.study.entries import JOINT, key_of, repeats_around
from kiosk.study.open_answers import wordy_paths
from kiosk.study.response import Response, Value
from kiosk.study.variables import UNSTORED, derived_paths

_NO_ANSWER = frozenset(
    str(int(code)) for code in Missing if code not in (*CHOSEN, Missing.NOT_APPLICABLE)
)
_MOST_ROUNDS = 12
"""An answer may set others by an action, which are then set right in the next round."""


def instance_of(response: Response, form: Form) -> Instance:
    """The interview rebuilt from its answers: each at its place, with everything that follows.

    What was calculated or drawn is what it was then, whatever chance and the clock say now. An
    entry of an open repeat that holds no variable of its own leaves no trace in a response and
    is not rebuilt.
    """
    wanted = _wanted(response.answers, form)
    week = datetime.fromisocalendar(*_week(response.header.week), 1).replace(tzinfo=UTC)
    instance = Instance(
        form,
        random=lambda: 0.0,
        preset={path: value for path, value in wanted.items() if isinstance(value, str)},
        language="",
        clock=lambda: week,
    )
    for _round in range(_MOST_ROUNDS):
        if not _set(instance, wanted):
            break
    return instance


def xform(response: Response, form: Form) -> bytes:
    """The response as an XForm instance for OpenRosa servers, without answers in words.

    Those never stand beside other answers, nor does what was calculated from them; their elements
    are there and empty. The instanceID is made of the random response id.
    """
    instance = instance_of(response, form)
    for path in wordy_paths(form):
        for node in instance.nodes(path):
            node.text = ""
    return submission(instance, identifier_of(response))


def identifier_of(response: Response) -> UUID:
    """The random response id as a random UUID (RFC 9562, 5.4: version 4)."""
    return UUID(hex=response.response_id, version=4)


def _week(text: str) -> tuple[int, int]:
    year, _w, week = text.partition("-W")
    return int(year), int(week)


def _wanted(answers: Mapping[str, Value], form: Form) -> dict[str, Value]:
    """What stood at each path: a text, or in repeats a text for each entry."""
    asked = [path for path, each in form.questions.items() if each.kind not in UNSTORED]
    found: dict[str, Value] = {}
    for path in (*asked, *derived_paths(form)):
        value = answers.get(path.rpartition("/")[2], "")
        if isinstance(value, dict):
            found[path] = {key: _answer(each) for key, each in value.items()}
        elif repeats_around(form, path):
            found[path] = {}
        else:
            found[path] = _answer(value)
    return found


def _answer(value: str) -> str:
    return "" if value in _NO_ANSWER else value


def _set(instance: Instance, wanted: Mapping[str, Value]) -> bool:
    """Set every node that is not yet what it was; whether there were any."""
    form = instance.form
    changed = False
    for repeat in sorted(form.repeats.values(), key=lambda each: each.path.count("/")):
        if repeat.prompt is not None:
            changed |= _grow(instance, repeat, wanted)
    for path, value in wanted.items():
        for node in instance.nodes(path):
            text = value if isinstance(value, str) else value.get(key_of(form, node), "")
            if node.text != text:
                changed = True
                instance.set(node, text)
    return changed


def _grow(instance: Instance, repeat: Repeat, wanted: Mapping[str, Value]) -> bool:
    """Give an open repeat as many entries as there were answers for."""
    keys = {
        key
        for path, value in wanted.items()
        if path.startswith(repeat.path + "/") and isinstance(value, dict)
        for key in value
    }
    changed = False
    for node in instance.nodes(repeat.path + PROMPT):
        around = key_of(instance.form, node)
        before = around + JOINT if around else ""
        made = {key[len(before) :].split(JOINT)[0] for key in keys if key.startswith(before)}
        if node.text != str(len(made)):
            changed = True
            instance.set(node, str(len(made)))
    return changed
