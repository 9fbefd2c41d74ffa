"""Bundles: one spelling, named by their hash, and nothing else is ever accepted."""

import hashlib
import io
import itertools
import json
import random
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.sealing import bundle as bundle_room
from kiosk.sealing.bundle import (
    NO_BATCH_BEFORE,
    PAYLOAD_TYPE,
    BatchFacts,
    Envelope,
    manifest,
    packed,
    read_bundle,
    verified_bundle,
    write_bundle,
)
from kiosk.sealing.device import DeviceKey, device_id, new_device_key, pae, verified
from kiosk.sealing.errors import BadDeviceKey, DamagedBundle
from kiosk.sealing.stored_zip import read_zip, write_zip

KEY = DeviceKey(bytes(range(32)))
FACTS = BatchFacts("rothenburg", "5" * 64, 7, NO_BATCH_BEFORE, 40, "2026-W47", ("ab" * 8, "cd" * 8))
DICE = random.Random(20261122)
ENVELOPES = tuple(
    Envelope(DICE.randbytes(16).hex(), index % 3 == 0, DICE.randbytes(200 + index))
    for index in range(6)
)
NAME, CONTENT = write_bundle(FACTS, ENVELOPES, KEY)


def named(content: bytes, number: int = FACTS.batch) -> str:
    return f"{number:08}-{hashlib.sha256(content).hexdigest()[:32]}.kb.zip"


def test_a_bundle_reads_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(CONTENT)
    bundle = read_bundle(path)
    assert bundle.facts == FACTS
    assert bundle.device_key == KEY.public
    assert bundle.device == KEY.device_id
    assert sorted(bundle.envelopes, key=repr) == sorted(ENVELOPES, key=repr)


def test_any_order_of_envelopes_gives_the_same_bytes() -> None:
    for order in itertools.islice(itertools.permutations(ENVELOPES), 0, 720, 60):
        assert write_bundle(FACTS, order, KEY) == (NAME, CONTENT)


def test_any_zip_program_opens_a_bundle() -> None:
    with zipfile.ZipFile(io.BytesIO(CONTENT)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[:2] == ["manifest.json", "manifest.sig"]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}


def test_the_manifest_tells_of_no_day_or_time() -> None:
    data = json.loads(manifest(FACTS, ENVELOPES, KEY.public))
    assert data["week"] == "2026-W47"
    assert not {"day", "date", "time", "created"} & set(data)


def test_an_empty_batch_is_a_bundle() -> None:
    name, content = write_bundle(FACTS, [], KEY)
    assert verified_bundle(name, content).envelopes == ()


def test_copies_made_by_a_file_manager_are_accepted() -> None:
    for suffix in (" (1)", " - Kopie", " - Copy"):
        copied = NAME.replace(".kb.zip", f"{suffix}.kb.zip")
        assert verified_bundle(copied, CONTENT).facts == FACTS


@pytest.mark.parametrize("name", ["antworten.zip", NAME.upper(), NAME + ".zip", named(CONTENT, 8)])
def test_a_renamed_bundle_is_refused_with_the_reason(name: str) -> None:
    with pytest.raises(DamagedBundle) as raised:
        verified_bundle(name, CONTENT)
    assert "umbenannt" in raised.value.de
    assert raised.value.name == name


def test_a_name_with_another_hash_is_refused() -> None:
    with pytest.raises(DamagedBundle):
        verified_bundle(f"{FACTS.batch:08}-{'0' * 32}.kb.zip", CONTENT)


def test_every_truncation_is_refused_and_named() -> None:
    for length in range(len(CONTENT)):
        with pytest.raises(DamagedBundle) as raised:
            verified_bundle(NAME, CONTENT[:length])
        if length > 4:
            assert "abgeschnitten" in raised.value.de, length
            assert "cut short" in raised.value.en


def test_files_that_are_no_bundle_are_refused_and_named(tmp_path: Path) -> None:
    for raw in (b"", b"%PDF-1.7", b"\x00" * 500):
        with pytest.raises(DamagedBundle) as raised:
            verified_bundle("foto.zip", raw)
        assert "kein Paket" in raised.value.de
        assert "foto.zip" in raised.value.de
    with pytest.raises(DamagedBundle):
        read_bundle(tmp_path / "missing.kb.zip")
    with pytest.raises(DamagedBundle):
        read_bundle(tmp_path)


def test_a_file_too_large_to_be_a_bundle_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / NAME
    path.write_bytes(CONTENT)
    monkeypatch.setattr(bundle_room, "MOST_BYTES", len(CONTENT) - 1)
    with pytest.raises(DamagedBundle) as raised:
        read_bundle(path)
    assert "zu groß" in raised.value.de


@settings(max_examples=1500)
@given(st.data())
def test_no_mutation_is_accepted(data: st.DataObject) -> None:
    raw = bytearray(CONTENT)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(raw)))
        match data.draw(st.sampled_from(["flip", "cut", "insert", "delete", "swap", "append"])):
            case "flip" if at < len(raw):
                raw[at] ^= data.draw(st.integers(1, 255))
            case "cut":
                del raw[at:]
            case "insert":
                raw[at:at] = data.draw(st.binary(min_size=1, max_size=8))
            case "delete":
                del raw[at : at + data.draw(st.integers(1, 40))]
            case "swap":
                other = data.draw(st.integers(0, len(raw)))
                size = data.draw(st.integers(1, 40))
                raw[at : at + size], raw[other : other + size] = (
                    raw[other : other + size],
                    raw[at : at + size],
                )
            case _:
                raw += data.draw(st.binary(min_size=1, max_size=40))
    changed = bytes(raw)
    # With the old name and with the name that fits the changed bytes.
    for name in (NAME, named(changed)):
        if changed == CONTENT:
            assert verified_bundle(name, changed).facts == FACTS
        else:
            with pytest.raises(DamagedBundle):
                verified_bundle(name, changed)


@settings(max_examples=400)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists), st.data())
def test_a_manifest_with_anything_else_in_a_field_is_refused(
    value: object, data: st.DataObject
) -> None:
    """Even with a valid signature: the reader trusts no field's type."""
    fields = json.loads(manifest(FACTS, ENVELOPES, KEY.public))
    field = data.draw(st.sampled_from(sorted(fields)))
    if fields[field] == value or (field in {"project", "batch", "total"} and _fits(value)):
        return
    fields[field] = value
    raw = json.dumps(fields, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()
    name, content = packed(FACTS.batch, raw, KEY.sign(PAYLOAD_TYPE, raw), ENVELOPES)
    with pytest.raises(DamagedBundle):
        verified_bundle(name, content)


def _fits(value: object) -> bool:
    return isinstance(value, str | int)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b"[" * 100_000,
        b"\xff\xfe",
        b'{"v":1' + b"0" * 5000 + b"}",
        manifest(FACTS, ENVELOPES, KEY.public) + b" ",
        manifest(FACTS, ENVELOPES, KEY.public).replace(b'{"batch":7', b'{"batch":7,"batch":7'),
        manifest(FACTS, ENVELOPES[:-1], KEY.public),
        manifest(replace(FACTS, project="\u00e4"), ENVELOPES, KEY.public).decode().encode("latin1"),
    ],
)
def test_signed_nonsense_is_refused(raw: bytes) -> None:
    name, content = packed(FACTS.batch, raw, KEY.sign(PAYLOAD_TYPE, raw), ENVELOPES)
    with pytest.raises(DamagedBundle):
        verified_bundle(name, content)


def _entries() -> list[tuple[str, bytes]]:
    return read_zip(CONTENT)


def _refused(entries: list[tuple[str, bytes]]) -> None:
    content = write_zip(entries)
    with pytest.raises(DamagedBundle):
        verified_bundle(named(content), content)


def test_entries_added_dropped_doubled_or_reordered_are_refused() -> None:
    entries = _entries()
    _refused(entries[:-1])
    _refused([*entries, entries[-1]])
    _refused([*entries, ("e/" + "f" * 32 + ".age", b"x")])
    _refused([*entries[:2], *reversed(entries[2:])])
    _refused([entries[1], entries[0], *entries[2:]])
    _refused([*entries, ("../../evil.age", b"x")])
    _refused([])
    _refused(entries[:1])


def test_swapping_two_bodies_is_refused() -> None:
    entries = _entries()
    (first, one), (second, two) = entries[2:4]
    _refused([*entries[:2], (first, two), (second, one), *entries[4:]])


def test_a_signature_of_another_key_or_type_is_refused() -> None:
    raw = manifest(FACTS, ENVELOPES, KEY.public)
    for signature in (
        new_device_key().sign(PAYLOAD_TYPE, raw),
        KEY.sign("application/json", raw),
        KEY.sign(PAYLOAD_TYPE, raw) + b"\0",
        b"",
    ):
        name, content = packed(FACTS.batch, raw, signature, ENVELOPES)
        with pytest.raises(DamagedBundle):
            verified_bundle(name, content)


def test_dsse_encoding_matches_the_example_of_its_specification() -> None:
    assert pae("http://example.com/HelloWorld", b"hello world") == (
        b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    )


def test_signatures_verify_for_their_key_only() -> None:
    signature = KEY.sign("a", b"text")
    assert verified(KEY.public, signature, "a", b"text")
    assert not verified(KEY.public, signature, "a", b"texT")
    assert not verified(new_device_key().public, signature, "a", b"text")
    assert not verified(b"short", signature, "a", b"text")
    assert device_id(KEY.public) == KEY.device_id


def test_a_device_key_of_the_wrong_size_is_refused_and_never_shown() -> None:
    with pytest.raises(BadDeviceKey):
        DeviceKey(b"short")
    assert "seed" not in repr(KEY)
