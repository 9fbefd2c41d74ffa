"""A batch of envelopes as one file: signed, named by its hash, the same on every carrier."""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.sealing.device import DeviceKey, device_id, verified
from kiosk.sealing.errors import DamagedBundle, damaged_bundle
from kiosk.sealing.stored_zip import Entry, read_zip, write_zip

FORMAT = 2
_WITHOUT_LOG = 1  # as terminals wrote it that kept no log
PAYLOAD_TYPE = "application/vnd.bedarfskiosk.manifest+json"
MOST_ENVELOPES = 1000
MOST_BYTES = 1 << 30
NO_BATCH_BEFORE = "0" * 64

_FIRST = ("manifest.json", "manifest.sig")
_NAME = re.compile(r"(\d{8})-([0-9a-f]{32})(?: \(\d+\)| - Kopie| - Copy)?\.kb\.zip", re.ASCII)
_HEX = {size: re.compile(f"[0-9a-f]{{{size}}}") for size in (16, 32, 64)}
_WEEK = re.compile(r"\d{4}-W\d\d", re.ASCII)
_FIELDS = frozenset(
    [
        "v",
        "project",
        "study",
        "device",
        "device_key",
        "batch",
        "prev",
        "count",
        "total",
        "week",
        "key_ids",
        "envelopes",
    ]
)


@dataclass(frozen=True, slots=True)
class Envelope:
    """One sealed response, named by its random id."""

    envelope_id: str  # 32 hex digits
    interrupted: bool  # open with `open_interrupted`, else with `unseal`
    body: bytes

    @property
    def entry(self) -> str:
        """Its name inside the bundle."""
        return f"e/{self.envelope_id}.{'draft' if self.interrupted else 'age'}"


@dataclass(frozen=True, slots=True)
class BatchFacts:
    """What a batch says about itself. The ISO week it was closed in is its only date."""

    project: str
    study: str  # SHA-256 of the study package, hex
    batch: int  # 1, 2, 3, … per terminal
    previous: str  # SHA-256 of the previous batch's manifest, hex; NO_BATCH_BEFORE for the first
    total: int  # envelopes of this terminal so far, this batch included
    week: str  # "2026-W47"
    key_ids: tuple[str, ...]  # whom the envelopes are sealed for
    log: tuple[int, str] | None = None  # the terminal's log ended here: number and hash, hex


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that was found to be exactly what the holder of `device_key` wrote.

    Whether that holder is a terminal of the project is for the reader to know.
    """

    name: str
    facts: BatchFacts
    device: str  # 16 hex digits, from the key
    device_key: bytes
    manifest_hash: str
    envelopes: tuple[Envelope, ...]


def manifest(facts: BatchFacts, envelopes: Iterable[Envelope], device_public: bytes) -> bytes:
    """The canonical manifest: facts, the terminal's key, and every envelope's size and hash."""
    rows = [
        [one.entry, len(one.body), hashlib.sha256(one.body).hexdigest()]
        for one in _sorted(envelopes)
    ]
    log = {} if facts.log is None else {"log": list(facts.log)}
    return _canonical(
        log
        | {
            "v": _WITHOUT_LOG if facts.log is None else FORMAT,
            "project": facts.project,
            "study": facts.study,
            "device": device_id(device_public),
            "device_key": device_public.hex(),
            "batch": facts.batch,
            "prev": facts.previous,
            "count": len(rows),
            "total": facts.total,
            "week": facts.week,
            "key_ids": list(facts.key_ids),
            "envelopes": rows,
        }
    )


def packed(
    batch: int, raw_manifest: bytes, signature: bytes, envelopes: Iterable[Envelope]
) -> tuple[str, bytes]:
    """Name and bytes of the bundle; the same envelopes in any order give the same bytes."""
    content = write_zip(
        [
            (_FIRST[0], raw_manifest),
            (_FIRST[1], signature),
            *((one.entry, one.body) for one in _sorted(envelopes)),
        ]
    )
    return f"{batch:08}-{hashlib.sha256(content).hexdigest()[:32]}.kb.zip", content


def write_bundle(
    facts: BatchFacts, envelopes: Sequence[Envelope], key: DeviceKey
) -> tuple[str, bytes]:
    """Sign and pack a batch: (file name, bytes)."""
    raw_manifest = manifest(facts, envelopes, key.public)
    signature = key.sign(PAYLOAD_TYPE, raw_manifest)
    return packed(facts.batch, raw_manifest, signature, envelopes)


def read_bundle(path: Path) -> Bundle:
    """Read and verify a bundle file; DamagedBundle says what is wrong. Extracts nothing to disk."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise damaged_bundle(path.name, "Sie ist zu groß", "it is too large")
        content = path.read_bytes()
    except OSError as error:
        raise damaged_bundle(path.name, "Sie ist nicht lesbar", "it cannot be read") from error
    return verified_bundle(path.name, content)


def verified_bundle(name: str, content: bytes) -> Bundle:
    """Verify the bytes of a bundle called `name`: everything :func:`write_bundle` promises.

    A copy's suffix (" (1)", " - Kopie") in the name is no harm. Raises DamagedBundle.
    """
    entries = _entries(name, content)
    try:
        bundle = _bundle(name, entries)
    except (ValueError, RecursionError) as error:
        raise _changed(name) from error
    match = _NAME.fullmatch(name)
    if match is None or int(match[1]) != bundle.facts.batch:
        raise damaged_bundle(
            name,
            "Sie wurde umbenannt. Geben Sie ihr wieder den Namen, den das Terminal vergab",
            "it was renamed. Give it back the name the terminal gave it",
        )
    if match[2] != hashlib.sha256(content).hexdigest()[:32]:
        raise _changed(name)
    return bundle


def _entries(name: str, content: bytes) -> list[Entry]:
    if not content.startswith(b"PK\x03\x04"):
        raise damaged_bundle(
            name, "Sie ist kein Paket eines Terminals", "it is not a terminal's bundle"
        )
    try:
        return read_zip(content)
    except EOFError as error:
        raise damaged_bundle(
            name,
            "Sie ist abgeschnitten, das Kopieren wurde wohl unterbrochen",
            "it is cut short, copying was probably interrupted",
        ) from error
    except ValueError as error:
        raise _changed(name) from error


def _bundle(name: str, entries: list[Entry]) -> Bundle:
    """The bundle in these entries; ValueError when anything does not match the manifest."""
    _must(len(entries) >= 2 and [entry[0] for entry in entries[:2]] == list(_FIRST))
    raw = entries[0][1]
    data = json.loads(raw)
    _must(isinstance(data, dict) and data.get("v") in (_WITHOUT_LOG, FORMAT))
    _must(set(data) == (_FIELDS if data["v"] == _WITHOUT_LOG else _FIELDS | {"log"}))
    _must(isinstance(data["device_key"], str) and bool(_HEX[64].fullmatch(data["device_key"])))
    public = bytes.fromhex(data["device_key"])
    _must(verified(public, entries[1][1], PAYLOAD_TYPE, raw))
    facts = _facts(data)
    envelopes = tuple(_envelope(*entry) for entry in entries[2:])
    _must(len(envelopes) <= MOST_ENVELOPES)
    _must(list(envelopes) == _sorted(envelopes))
    _must(len({one.envelope_id for one in envelopes}) == len(envelopes))
    # One spelling: the manifest is what we would write for these envelopes, every hash included.
    _must(manifest(facts, envelopes, public) == raw)
    return Bundle(
        name, facts, device_id(public), public, hashlib.sha256(raw).hexdigest(), envelopes
    )


def _facts(data: dict[str, object]) -> BatchFacts:
    key_ids = data["key_ids"]
    if not isinstance(key_ids, list) or len(key_ids) < 2:
        raise ValueError("key_ids: not a list of two or more")
    return BatchFacts(
        project=_text(data["project"]),
        study=_text(data["study"], _HEX[64]),
        batch=_number(data["batch"]),
        previous=_text(data["prev"], _HEX[64]),
        total=_number(data["total"]),
        week=_text(data["week"], _WEEK),
        key_ids=tuple(_text(key_id, _HEX[16]) for key_id in key_ids),
        log=_log(data.get("log")),
    )


def _log(value: object) -> tuple[int, str] | None:
    if value is None:
        return None
    _must(isinstance(value, list) and len(value) == 2)
    assert isinstance(value, list)
    return _number(value[0]), _text(value[1], _HEX[64])


def _envelope(entry: str, body: bytes) -> Envelope:
    folder, _, file = entry.partition("/")
    envelope_id, _, ending = file.partition(".")
    _must(folder == "e" and ending in ("age", "draft"))
    return Envelope(_text(envelope_id, _HEX[32]), ending == "draft", body)


def _text(value: object, pattern: re.Pattern[str] | None = None) -> str:
    if not isinstance(value, str) or (pattern is not None and not pattern.fullmatch(value)):
        raise ValueError("not the text expected")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError("not a count")
    return value


def _must(claim: bool) -> None:
    if not claim:
        raise ValueError("the bundle contradicts its manifest")


def _sorted(envelopes: Iterable[Envelope]) -> list[Envelope]:
    return sorted(envelopes, key=lambda one: one.envelope_id)


def _canonical(data: object) -> bytes:
    return json.dumps(
        data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def _changed(name: str) -> DamagedBundle:
    return damaged_bundle(
        name, "Ihr Inhalt wurde verändert oder ist beschädigt", "its content was changed"
    )
