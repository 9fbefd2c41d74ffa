"""What an interview writes down while it runs: one answer, or another language."""

import json
from dataclasses import dataclass

from kiosk.study.hand import Hand
from kiosk.study.response import canonical


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer at its place: `ref` as "/data/loop[2]/L3", `value` "" when it was taken back."""

    ref: str
    value: str
    by: Hand = Hand.SELF


@dataclass(frozen=True, slots=True)
class Spoke:
    """From here on the interview went on in another language (BCP 47)."""

    language: str


Event = Answered | Spoke


def to_event(event: Event) -> bytes:
    """One event as it is sealed into the draft."""
    if isinstance(event, Spoke):
        return canonical({"language": event.language})
    data = {"ref": event.ref, "value": event.value}
    return canonical(data if event.by is Hand.SELF else {**data, "by": event.by.value})


def from_event(raw: bytes) -> Event:
    """Read what :func:`to_event` wrote, now or in a version that knew only ref and value.

    Raises ValueError when it is none.
    """
    data = json.loads(raw)
    if not isinstance(data, dict):
        raise ValueError("event: not an object")
    language = data.get("language")
    if isinstance(language, str):
        return Spoke(language)
    ref, value = data.get("ref"), data.get("value")
    if not isinstance(ref, str) or not isinstance(value, str):
        raise ValueError("event: ref and value have to be strings")
    return Answered(ref, value, Hand(data.get("by", Hand.SELF.value)))
