"""A terminal opens exactly what the project team signed, byte for byte."""

import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.rothenburg import SOURCE, package, recipients, signers, study_key

from kiosk.demonstration import install_demonstration
from kiosk.errors import KioskError
from kiosk.installing import install_terminal
from kiosk.opening import open_rooms
from kiosk.sealing.errors import BadSigner
from kiosk.sealing.signing import DEMONSTRATION, StudyKey, new_study_key
from kiosk.sealing.stored_zip import Entry, read_zip, write_zip
from kiosk.settings import STUDY, read_terminal
from kiosk.study.building import build_package
from kiosk.study.errors import StudyError, UntrustedStudy
from kiosk.study.study import MANIFEST, PAYLOAD_TYPE, SIGNATURE, packed, read_package

DAY = date(2026, 11, 22)


def entries() -> list[Entry]:
    return read_zip(package())


def content() -> dict[str, bytes]:
    """The files of the study without what vouches for them."""
    return {name: raw for name, raw in entries() if name not in (MANIFEST, SIGNATURE)}


def opened(raw: bytes) -> None:
    read_package(raw, "rothenburg.study.zip", [study_key().signer])


def test_the_project_teams_package_opens_and_says_whose_it_is() -> None:
    study = read_package(package(), "x", [new_study_key().signer, study_key().signer])
    assert study.signer == study_key().signer
    assert [name for name, _ in entries()][:2] == [MANIFEST, SIGNATURE]


def test_the_same_sources_and_the_same_key_give_the_same_bytes() -> None:
    assert build_package(SOURCE, recipients(), study_key()) == package()


def test_the_hash_names_the_content_whoever_signs_it() -> None:
    other = read_package(packed(content(), new_study_key()), "x")
    unsigned = read_package(packed(content()), "x")
    assert other.hash == unsigned.hash == read_package(package(), "x").hash
    assert unsigned.signer is None


def test_a_byte_changed_in_any_file_is_found() -> None:
    at = 0
    for _name, raw in entries():
        at = package().index(raw, at)
        changed = bytearray(package())
        changed[at + len(raw) // 2] ^= 1
        with pytest.raises(StudyError):
            read_package(bytes(changed), "rothenburg.study.zip")
        at += len(raw)


def test_a_changed_file_in_a_whole_zip_is_named() -> None:
    for name, raw in entries()[2:]:
        with pytest.raises(StudyError) as caught:
            read_package(write_zip(_replaced(name, raw[:-1] + b"?")), "rothenburg.study.zip")
        assert caught.value.file == name


def _replaced(name: str, raw: bytes) -> list[Entry]:
    return [(each, raw if each == name else old) for each, old in entries()]


@settings(max_examples=60)
@given(st.data())
def test_a_byte_changed_anywhere_is_found(data: st.DataObject) -> None:
    changed = bytearray(package())
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(StudyError):
        opened(bytes(changed))


@settings(max_examples=40)
@given(st.data())
def test_a_package_cut_short_or_lengthened_is_found(data: st.DataObject) -> None:
    cut = package()[: data.draw(st.integers(0, len(package()) - 1))]
    with pytest.raises(StudyError):
        opened(cut)
    with pytest.raises(StudyError):
        opened(package() + data.draw(st.binary(min_size=1, max_size=40)))


def changed_content() -> dict[str, bytes]:
    files = content()
    files["forms/V.xml"] = files["forms/V.xml"].replace(b"Wie alt", b"Wie neu")
    return files


def rehashed() -> bytes:
    """A changed questionnaire with a manifest that fits it, under the old signature."""
    forged = dict(read_zip(packed(changed_content())))
    return write_zip(
        [(MANIFEST, forged.pop(MANIFEST)), (SIGNATURE, dict(entries())[SIGNATURE]),
         *sorted(forged.items())]
    )  # fmt: skip


def manifest_only() -> bytes:
    """One file more in the manifest than there is."""
    files = dict(entries())
    manifest = json.loads(files.pop(MANIFEST)) | {"media/x.svg": hashlib.sha256(b"").hexdigest()}
    raw = json.dumps(manifest, sort_keys=True, separators=(",", ":")).encode()
    return write_zip([(MANIFEST, raw), *sorted(files.items())])


def respelt() -> bytes:
    """The same manifest in other words, signed by the project's own key."""
    files = dict(entries())
    raw = json.dumps(json.loads(files.pop(MANIFEST)), indent=1).encode()
    del files[SIGNATURE]
    signature = study_key().sign(PAYLOAD_TYPE, raw)
    return write_zip([(MANIFEST, raw), (SIGNATURE, signature), *sorted(files.items())])


def twice(name: str) -> Callable[[], bytes]:
    """A second entry of the same name, of which a careless reader takes the last."""

    def made() -> bytes:
        raw = dict(entries())[name]
        return write_zip([*entries(), (name, raw.replace(b"Wie alt", b"Wie neu"))])

    return made


def first_twice() -> bytes:
    """The right content last, the wrong one first."""
    wrong = ("forms/V.xml", changed_content()["forms/V.xml"])
    return write_zip([*entries()[:2], wrong, *entries()[2:]])


def extra(name: str) -> Callable[[], bytes]:
    return lambda: write_zip([*entries(), (name, b"echo")])


def without(name: str) -> Callable[[], bytes]:
    return lambda: write_zip([each for each in entries() if each[0] != name])


def disordered() -> bytes:
    return write_zip([*entries()[:2], *reversed(entries()[2:])])


def signed_by(key: StudyKey) -> Callable[[], bytes]:
    return lambda: packed(content(), key)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (rehashed, "Inhalt und Unterschrift passen nicht zusammen"),
        (manifest_only, "media/x.svg"),
        (respelt, "wurde verändert"),
        (twice("forms/V.xml"), "wurde verändert"),
        (twice(MANIFEST), "wurde verändert"),
        (twice(SIGNATURE), "wurde verändert"),
        (first_twice, "wurde verändert"),
        (extra("forms/W.xml"), "gehört nicht zum Studienpaket"),
        (extra("../../.bashrc"), "gehört nicht zum Studienpaket"),
        (without("forms/V.xml"), "fehlt im Studienpaket"),
        (without(MANIFEST), "kein vollständiges Studienpaket"),
        (disordered, "wurde verändert"),
        (without(SIGNATURE), "nicht unterschrieben"),
        (lambda: packed(changed_content()), "nicht unterschrieben"),
        (signed_by(StudyKey(bytes(32))), "mit einem fremden Schlüssel"),
        (signed_by(DEMONSTRATION), "mit dem Schlüssel der Vorführung"),
    ],
)
def test_a_terminal_refuses_whatever_the_team_did_not_sign(
    made: Callable[[], bytes], said: str, terminal: Path
) -> None:
    with pytest.raises(StudyError) as caught:
        opened(made())
    assert said in caught.value.de
    # Put over the package of a terminal that runs, it keeps the day from being opened.
    (terminal / STUDY).write_bytes(made())
    with pytest.raises(StudyError) as caught:
        open_rooms(terminal, read_terminal(terminal))
    assert said in caught.value.de


def test_a_foreign_signature_names_both_keys() -> None:
    foreign = StudyKey(bytes(32))
    with pytest.raises(UntrustedStudy) as caught:
        opened(packed(content(), foreign))
    assert foreign.signer.key_id in caught.value.de
    assert study_key().signer.key_id in caught.value.de


@pytest.fixture
def terminal(tmp_path: Path) -> Path:
    folder = tmp_path / "terminal"
    install(folder, package())
    return folder


def install(folder: Path, raw: bytes, trust: tuple[str, ...] | None = None) -> None:
    install_terminal(
        folder,
        raw,
        "rothenburg.study.zip",
        pin="123456",
        site="rathaus",
        text_size=2,
        today=lambda: DAY,
        signers=signers() if trust is None else trust,
    )


def test_a_terminal_opens_the_day_with_what_it_was_set_up_with(terminal: Path) -> None:
    rooms = open_rooms(terminal, read_terminal(terminal))
    rooms.store.close()
    assert rooms.study.signer == study_key().signer


def test_a_terminal_is_not_set_up_with_a_study_it_does_not_trust(terminal: Path) -> None:
    before = {each.name: each.read_bytes() for each in terminal.iterdir() if each.is_file()}
    for raw in (packed(content()), packed(content(), DEMONSTRATION), rehashed()):
        with pytest.raises(StudyError):
            install(terminal, raw)
    with pytest.raises(BadSigner):
        install(terminal, package(), trust=())
    assert {e.name: e.read_bytes() for e in terminal.iterdir() if e.is_file()} == before


def test_a_real_terminal_never_trusts_the_key_of_demonstrations(terminal: Path) -> None:
    written = DEMONSTRATION.signer.text
    with pytest.raises(BadSigner) as caught:
        install(terminal, packed(content(), DEMONSTRATION), trust=(*signers(), written))
    assert "Vorführung" in caught.value.de
    # Nor when somebody writes it into the settings by hand.
    path = terminal / "terminal.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(signers()[0], written), encoding="utf-8")
    with pytest.raises(BadSigner):
        open_rooms(terminal, read_terminal(terminal))


def test_a_terminal_stands_only_where_the_study_says(tmp_path: Path) -> None:
    files = content()
    files["study.toml"] += b'\n[[sites]]\ncode = "bibliothek"\nname = "Bibliothek"\n'
    with pytest.raises(KioskError) as caught:
        install(tmp_path / "terminal", packed(files, study_key()))
    assert "bibliothek" in caught.value.de
    assert not (tmp_path / "terminal").exists()


def test_a_terminal_from_before_signatures_says_what_to_do(terminal: Path) -> None:
    path = terminal / "terminal.toml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    old = [each for each in lines if not each.startswith(("signers", "demonstration"))]
    path.write_text("".join(old), encoding="utf-8")
    with pytest.raises(KioskError) as caught:
        open_rooms(terminal, read_terminal(terminal))
    assert "kiosk terminal init --trust signer.pub" in caught.value.de


def test_a_demonstration_needs_no_ceremony_and_opens_only_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    install_demonstration(folder, SOURCE, lambda: DAY)
    rooms = open_rooms(folder, read_terminal(folder))
    rooms.store.close()
    assert rooms.study.signer == DEMONSTRATION.signer
    (folder / STUDY).write_bytes(package())
    with pytest.raises(UntrustedStudy):
        open_rooms(folder, read_terminal(folder))
