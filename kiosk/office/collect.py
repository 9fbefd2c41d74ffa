"""From bundles to responses: any number, in any order, as often as they come."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.office.errors import NothingToRead
from kiosk.office.opening import OpeningReport, Refusal, Refused, TerminalRead
from kiosk.office.progress import Progress, silent
from kiosk.sealing.bundle import NO_BATCH_BEFORE, Bundle, Envelope, read_bundle
from kiosk.sealing.draft import interrupted_id, open_interrupted
from kiosk.sealing.envelope import unseal
from kiosk.sealing.errors import DamagedBundle, Unsealable
from kiosk.sealing.keys import Identity
from kiosk.study.events import Answered, Spoke, from_event
from kiosk.study.response import (
    Response,
    ResponseHeader,
    ResponseKind,
    Value,
    from_json,
    header_from,
)

Replay = Callable[
    [ResponseHeader, Mapping[str, str], Sequence[Answered]],
    tuple[Mapping[str, Value], Mapping[str, Value]],
]
"""Plays an interview's random draws (path → value) and answers through its form and gives every
variable's value, and by whose hand. Raises KioskError or ValueError for what the form does not
know."""

_WHAT = "Pakete öffnen"


@dataclass(frozen=True, slots=True)
class Expected:
    """Whose responses are wanted. `devices` None accepts every terminal and names it."""

    project: str
    study: str  # SHA-256 of the study package, hex
    devices: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """The responses, in no particular order, and what happened on the way."""

    responses: tuple[Response, ...]
    report: OpeningReport


@dataclass(slots=True)
class _Tally:
    """What is known so far; lives for one opening."""

    refused: list[Refused] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)  # envelope id -> SHA-256 of its body
    opened: dict[str, Response] = field(default_factory=dict)  # envelope id -> response
    bundles: list[Bundle] = field(default_factory=list)
    owners: dict[str, set[str]] = field(default_factory=dict)  # device -> envelope ids
    repeated: int = 0


def bundle_paths(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The named files, and every .kb.zip under the named folders, sorted, each once.

    Raises NothingToRead when that is none.
    """
    found: set[Path] = set()
    for path in paths:
        found.update(path.rglob("*.kb.zip") if path.is_dir() else (path,))
    # A file system may leave "._…" twins of every file (macOS on exFAT sticks).
    real = sorted(path for path in found if not path.name.startswith("._"))
    if not real:
        raise NothingToRead(tuple(paths))
    return tuple(real)


def open_bundles(
    paths: Sequence[Path],
    identity: Identity,
    expected: Expected,
    replay: Replay,
    progress: Progress = silent,
) -> Opened:
    """Read bundle files and folders of them and open what is in them.

    A bundle or envelope that is not in order is named in the report and the others still open;
    the same envelope twice is one; an envelope id with two contents counts for neither. The
    result does not depend on the order of `paths`. Raises NothingToRead.
    """
    files = bundle_paths(paths)
    tally = _Tally()
    for number, path in enumerate(files):
        progress(number, len(files), _WHAT)
        _read(path, identity, expected, replay, tally)
    progress(len(files), len(files), _WHAT)
    responses = _once_each(tally)
    return Opened(
        responses,
        OpeningReport(
            bundles=len({bundle.manifest_hash for bundle in tally.bundles}),
            repeated=tally.repeated,
            responses=len(responses),
            interrupted=sum(each.kind is ResponseKind.INTERRUPTED for each in responses),
            refused=tuple(sorted(set(tally.refused), key=lambda each: (each.name, each.reason))),
            terminals=_terminals(tally),
        ),
    )


def _read(
    path: Path, identity: Identity, expected: Expected, replay: Replay, tally: _Tally
) -> None:
    try:
        bundle = read_bundle(path)
    except DamagedBundle as error:
        tally.refused.append(Refused(path.name, Refusal.DAMAGED, error.de))
        return
    if bundle.facts.project != expected.project:
        tally.refused.append(Refused(path.name, Refusal.OTHER_PROJECT))
        return
    if expected.devices is not None and bundle.device not in expected.devices:
        tally.refused.append(
            Refused(path.name, Refusal.UNKNOWN_TERMINAL, f"Gerät {bundle.device}.")
        )
        return
    tally.bundles.append(bundle)
    mine = tally.owners.setdefault(bundle.device, set())
    for envelope in bundle.envelopes:
        mine.add(envelope.envelope_id)
        _take(envelope, identity, expected, replay, tally)


def _take(
    envelope: Envelope, identity: Identity, expected: Expected, replay: Replay, tally: _Tally
) -> None:
    fingerprint = sha256(envelope.entry.encode() + b"\n" + envelope.body).hexdigest()
    before = tally.seen.setdefault(envelope.envelope_id, fingerprint)
    if envelope.envelope_id in tally.opened or before != fingerprint:
        if before == fingerprint:
            tally.repeated += 1
        else:
            tally.opened.pop(envelope.envelope_id, None)
            name = f"e/{envelope.envelope_id}"
            tally.refused.append(Refused(name, Refusal.TWO_CONTENTS))
        return
    opened = _opened(envelope, identity, replay)
    if isinstance(opened, Response):
        opened = _checked(opened, envelope, expected)
    if isinstance(opened, Response):
        tally.opened[envelope.envelope_id] = opened
    else:
        tally.refused.append(Refused(envelope.entry, opened))


def _opened(envelope: Envelope, identity: Identity, replay: Replay) -> Response | Refusal:
    try:
        if envelope.interrupted:
            return _rebuilt(envelope, open_interrupted(envelope.body, identity), replay)
        return from_json(unseal(envelope.body, identity))
    except Unsealable:
        return Refusal.UNSEALABLE
    except (KioskError, ValueError, RecursionError):
        return Refusal.NOT_A_RESPONSE


def _checked(response: Response, envelope: Envelope, expected: Expected) -> Response | Refusal:
    if response.envelope_id != envelope.envelope_id:
        return Refusal.SWAPPED
    if (response.kind is ResponseKind.INTERRUPTED) is not envelope.interrupted:
        return Refusal.SWAPPED
    if response.header.project != expected.project:
        return Refusal.OTHER_PROJECT
    if response.header.study != expected.study:
        return Refusal.OTHER_STUDY
    return response


def _rebuilt(envelope: Envelope, raws: Sequence[bytes], replay: Replay) -> Response | Refusal:
    """The response of an interrupted interview: event 0 is its beginning, the others its answers.

    ValueError when the events are none of ours.
    """
    data = json.loads(raws[0]) if raws else None
    if not isinstance(data, dict):
        raise ValueError("events: no header")
    header = header_from(data.get("header"))
    preset = data.get("preset")
    if not isinstance(preset, dict) or not all(isinstance(each, str) for each in preset.values()):
        raise ValueError("preset: not an object of strings")
    events = [from_event(raw) for raw in raws[1:]]
    given = [each for each in events if isinstance(each, Answered)]
    if not given:
        return Refusal.EMPTY
    for each in events:
        if isinstance(each, Spoke):
            header = replace(header, language=each.language)
    answers, hands = replay(header, preset, given)
    return Response(
        response_id=interrupted_id(envelope.body),
        envelope_id=envelope.envelope_id,
        kind=ResponseKind.INTERRUPTED,
        header=header,
        answers=answers,
        provenance=hands,
    )


def _once_each(tally: _Tally) -> tuple[Response, ...]:
    """One response per interview: a restored terminal may seal the same interview again."""
    rank = (ResponseKind.COMPLETE, ResponseKind.PARTIAL, ResponseKind.INTERRUPTED)
    kept: dict[str, Response] = {}
    for response in sorted(
        tally.opened.values(), key=lambda each: (rank.index(each.kind), each.envelope_id)
    ):
        if response.response_id in kept:
            tally.refused.append(Refused(f"e/{response.envelope_id}", Refusal.TWICE))
        else:
            kept[response.response_id] = response
    return tuple(kept.values())


def _terminals(tally: _Tally) -> tuple[TerminalRead, ...]:
    return tuple(
        _terminal(
            device, [each for each in tally.bundles if each.device == device], tally.owners[device]
        )
        for device in sorted(tally.owners)
    )


def _terminal(device: str, bundles: Sequence[Bundle], owned: set[str]) -> TerminalRead:
    hashes: dict[int, set[str]] = {}
    for bundle in bundles:
        hashes.setdefault(bundle.facts.batch, set()).add(bundle.manifest_hash)
    unchained = {
        bundle.facts.batch
        for bundle in bundles
        if bundle.facts.previous not in hashes.get(bundle.facts.batch - 1, {bundle.facts.previous})
        or (bundle.facts.batch == 1) is not (bundle.facts.previous == NO_BATCH_BEFORE)
    }
    return TerminalRead(
        device=device,
        batches=tuple(sorted(hashes)),
        missing=tuple(number for number in range(1, max(hashes)) if number not in hashes),
        envelopes=len(owned),
        announced=max(bundle.facts.total for bundle in bundles),
        forked=tuple(sorted(number for number, found in hashes.items() if len(found) > 1)),
        unchained=tuple(sorted(unchained)),
    )
