"""A response as it is sealed: one person's answers with nothing that points back to the person."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any

from kiosk.study.hand import Hand

FORMAT = 2
"""1 had no `provenance` and is still read."""
_KNOWN = (1, FORMAT)
_WEEK = re.compile(r"[0-9]{4}-W(?:0[1-9]|[1-4][0-9]|5[0-3])\Z")


class ResponseKind(StrEnum):
    """How an interview ended."""

    COMPLETE = "complete"  # "Fertig" tapped
    PARTIAL = "partial"  # broken off, kept by the study's rule
    INTERRUPTED = "interrupted"  # power cut or crash; rebuilt in the office from sealed events


Value = str | dict[str, str]
"""A variable's value: a string, or for a loop variable one string per drawn item."""


@dataclass(frozen=True, slots=True)
class ResponseHeader:
    """What is known when an interview starts. No clock time: the ISO week is the finest date."""

    study: str  # SHA-256 of the study package, hex
    project: str
    wave: int
    form: str  # form id: "V", "K"
    form_version: str
    language: str  # BCP 47
    site: str
    week: str  # "2026-W47"
    text_size: int  # 1 to 3, as chosen at the start
    read_aloud: int  # 0 or 1, as chosen at the start
    app_version: str


@dataclass(frozen=True, slots=True)
class Response:
    """A header with the answers: variable name → value.

    Values are codes as authored; several choices are joined by single spaces in the order of the
    list; a missing value is its code as a string (`study.codes.Missing`), so every variable of
    the form is there. A loop variable holds {item code: value} of the drawn items only.
    `provenance` says in the same shape who gave an answer, only where it was not the person alone.
    """

    response_id: str  # 32 hex digits, random
    envelope_id: str  # 32 hex digits, random; the envelope's outer name must equal it
    kind: ResponseKind
    header: ResponseHeader
    answers: Mapping[str, Value]
    provenance: Mapping[str, Value] = field(default_factory=dict)


def to_json(response: Response) -> bytes:
    """Canonical JSON (UTF-8, sorted keys, no spaces)."""
    data = {
        "v": FORMAT,
        "response_id": response.response_id,
        "envelope_id": response.envelope_id,
        "kind": response.kind.value,
        "header": asdict(response.header),
        "answers": dict(response.answers),
        "provenance": dict(response.provenance),
    }
    return canonical(data)


def canonical(data: object) -> bytes:
    """JSON with one spelling only: sorted keys, no spaces, UTF-8."""
    return json.dumps(
        data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def from_json(raw: bytes) -> Response:
    """Read what :func:`to_json` wrote.

    Raises ValueError naming the field when it is not a response of a known format.
    """
    data = json.loads(raw)
    if not isinstance(data, dict) or data.get("v") not in _KNOWN:
        raise ValueError("v: not a response of a known format")
    return Response(
        response_id=_text(data, "response_id"),
        envelope_id=_text(data, "envelope_id"),
        kind=ResponseKind(_text(data, "kind")),
        header=header_from(data.get("header")),
        answers=_values("answers", data.get("answers")),
        provenance=_provenance(data),
    )


def header_from(data: object) -> ResponseHeader:
    """Read a header from decoded JSON; ValueError names a missing, unknown or mistyped field."""
    if not isinstance(data, dict):
        raise ValueError("header: not an object")
    known = {field.name: field.type for field in fields(ResponseHeader)}
    if set(data) != set(known):
        raise ValueError(f"header: fields differ: {sorted(set(data) ^ set(known))}")
    for name, kind in known.items():
        if not isinstance(data[name], kind if isinstance(kind, type) else str):
            raise ValueError(f"header.{name}: not of type {kind}")
    if not _WEEK.match(data["week"]):
        raise ValueError("header.week: not an ISO week")
    return ResponseHeader(**data)


def _text(data: dict[str, Any], name: str) -> str:
    value = data.get(name)
    if not isinstance(value, str):
        raise ValueError(f"{name}: not a string")
    return value


def _provenance(data: dict[str, Any]) -> dict[str, Value]:
    """{} of format 1; ValueError where somebody is named whom :class:`Hand` does not know."""
    if data["v"] == 1:
        return {}
    found = _values("provenance", data.get("provenance"))
    for value in found.values():
        for hand in value.values() if isinstance(value, dict) else (value,):
            Hand(hand)
    return found


def _values(field_name: str, data: object) -> dict[str, Value]:
    if not isinstance(data, dict):
        raise ValueError(f"{field_name}: not an object")
    for name, value in data.items():
        if isinstance(value, dict):
            if not all(isinstance(item, str) for item in value.values()):
                raise ValueError(f"{field_name}.{name}: not strings")
        elif not isinstance(value, str):
            raise ValueError(f"{field_name}.{name}: not a string")
    return data
