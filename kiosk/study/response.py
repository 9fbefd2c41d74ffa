"""A response as it is sealed: one person's answers with nothing that points back to the person."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

FORMAT = 1
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
    """

    response_id: str  # 32 hex digits, random
    envelope_id: str  # 32 hex digits, random; the envelope's outer name must equal it
    kind: ResponseKind
    header: ResponseHeader
    answers: Mapping[str, Value]


def to_json(response: Response) -> bytes:
    """Canonical JSON (UTF-8, sorted keys, no spaces)."""
    data = {
        "v": FORMAT,
        "response_id": response.response_id,
        "envelope_id": response.envelope_id,
        "kind": response.kind.value,
        "header": asdict(response.header),
        "answers": dict(response.answers),
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
    if not isinstance(data, dict) or data.get("v") != FORMAT:
        raise ValueError("v: not a response of a known format")
    return Response(
        response_id=_text(data, "response_id"),
        envelope_id=_text(data, "envelope_id"),
        kind=ResponseKind(_text(data, "kind")),
        header=header_from(data.get("header")),
        answers=_answers(data.get("answers")),
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


def _answers(data: object) -> dict[str, Value]:
    if not isinstance(data, dict):
        raise ValueError("answers: not an object")
    for name, value in data.items():
        if isinstance(value, dict):
            if not all(isinstance(item, str) for item in value.values()):
                raise ValueError(f"answers.{name}: not strings")
        elif not isinstance(value, str):
            raise ValueError(f"answers.{name}: not a string")
    return data
