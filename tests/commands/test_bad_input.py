"""Bad input ends in one clear sentence, an exit status, and nothing lost. Never a traceback."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from support.rothenburg import SOURCE, package, recipients, signers, study, study_key
from support.small_terminal import LONG, small_package, small_terminal

from kiosk.installing import Glass, install_terminal
from kiosk.office.studies import NoStudy, find_study, signature_alarm
from kiosk.sealing.keys import Role, new_key_file
from kiosk.sealing.signing import new_study_key, write_signers
from kiosk.storage.store import Store
from kiosk.study.study import write_recipients

Kiosk = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def kiosk(tmp_path: Path) -> Kiosk:
    """Run `kiosk …`; keyword arguments are environment variables."""

    def run(*words: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
        environment: Mapping[str, str] = {
            **os.environ,
            "LANG": "de_DE.UTF-8",
            "LC_ALL": "",
            "LC_MESSAGES": "",
            "PYTHONUTF8": "1",
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_DATA_HOME": str(tmp_path / "data"),
            **variables,
        }
        return subprocess.run(
            [sys.executable, "-m", "kiosk", *map(str, words)],
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return run


def complained(result: subprocess.CompletedProcess[str], *words: str, status: int = 1) -> None:
    """One sentence with these words on the error channel, this status, no traceback."""
    assert result.returncode == status, result.stderr
    assert "Traceback" not in result.stderr + result.stdout
    said = " ".join(result.stderr.split())
    for word in words:
        assert word in said, said


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the real study to damage."""
    return Path(shutil.copytree(SOURCE, tmp_path / "study"))


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """recipients.json."""
    path = tmp_path / "recipients.json"
    path.write_bytes(write_recipients(recipients()))
    return path


@pytest.fixture
def terminal(tmp_path: Path) -> Path:
    """A terminal that has been set up, in kiosk's default folder."""
    folder = tmp_path / "data" / "bedarfskiosk"
    install_terminal(
        folder,
        package(),
        "rothenburg",
        pin="123456",
        site="rathaus",
        text_size=2,
        today=lambda: date(2026, 11, 22),
        signers=signers(),
    )
    return folder


@pytest.mark.parametrize(
    ("form", "before", "after", "words"),
    [
        ("V", "select_one z2", "select_oen z2", ("V.md", "z2")),
        ("V", "${Z2} = 1 or", "${Z2} = = or", ("Z4",)),
        ("V", "${Z2} = 1 or", "${ZZ2} = 1 or", ("V.md", "ZZ2")),
        ("V", "count-selected(.) <= 3", "count-choosen(.) <= 3", ("count-choosen", "unbekannt")),
        ("K", "| tiles |", "| circles |", ("circles", "L1k")),
        ("K", "{}", "", ()),
    ],
)
def test_a_broken_workbook_is_refused_by_place(
    kiosk: Kiosk, source: Path, keys: Path, tmp_path: Path,
    form: str, before: str, after: str, words: tuple[str, ...],
) -> None:  # fmt: skip
    path = source / f"{form}.md"
    text = path.read_text(encoding="utf-8")
    if before == "{}":
        path.write_bytes(b"\xff\xfe\x00nonsense")
        words = ("K.md", "XLSForm")
    else:
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
    target = tmp_path / "out.study.zip"
    complained(kiosk("study", "build", source, "--recipients", keys, "-o", target), *words)
    assert not target.exists()


def test_a_circle_is_refused_by_its_questions(
    kiosk: Kiosk, source: Path, keys: Path, tmp_path: Path
) -> None:
    path = source / "V.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("${Z2} = 1 or ${Z2} = 2", "${K1} = 1").replace(
        "${Z2} > 1", "${Z4} != ''"), encoding="utf-8")  # fmt: skip
    complained(
        kiosk("study", "build", source, "--recipients", keys, "-o", tmp_path / "o.zip"),
        "Kreis", "/data/Z4", "/data/K1",
    )  # fmt: skip


def test_an_unknown_key_of_the_study_is_named(
    kiosk: Kiosk, source: Path, keys: Path, tmp_path: Path
) -> None:
    with (source / "study.toml").open("a", encoding="utf-8") as file:
        file.write("colour = 'blue'\n")
    complained(
        kiosk("study", "build", source, "--recipients", keys, "-o", tmp_path / "o.zip"),
        "study.toml", "idle.colour",
    )  # fmt: skip


def test_a_changed_byte_in_a_study_package_is_named(kiosk: Kiosk, tmp_path: Path) -> None:
    raw = bytearray(package())
    at = raw.index(b"Wie alt sind Sie?")
    raw[at] ^= 1
    path = tmp_path / "changed.study.zip"
    path.write_bytes(raw)
    trust = tmp_path / "signer.pub"
    trust.write_bytes(write_signers([study_key().signer]))
    for command in (
        ("study", "check", path),
        ("terminal", "init", "--study", path, "--pin", "123456", "--trust", trust),
    ):
        complained(kiosk(*command), "kopieren", "noch einmal")
    assert not (tmp_path / "data").exists()


def test_the_shell_language_decides_about_english(kiosk: Kiosk, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere.study.zip"
    complained(kiosk("study", "check", missing), "lässt sich nicht lesen", str(missing))
    complained(kiosk("study", "check", missing, LANG="en_GB.UTF-8"), "cannot be read")


@pytest.mark.parametrize("pin", ["12345", "12345a", ""])
def test_a_weak_pin_is_refused_and_an_earlier_setup_stays(
    kiosk: Kiosk, terminal: Path, tmp_path: Path, pin: str
) -> None:
    path = tmp_path / "new.study.zip"
    path.write_bytes(package())
    before = {each.name: each.read_bytes() for each in terminal.iterdir() if each.is_file()}
    words = ("terminal", "init", "--study", path, "--pin", pin)
    complained(kiosk(*words), *(("PIN",) if pin else ()))
    assert {e.name: e.read_bytes() for e in terminal.iterdir() if e.is_file()} == before


def test_the_terminal_that_is_not_set_up_says_how(kiosk: Kiosk) -> None:
    complained(kiosk("run", "--window"), "noch nicht eingerichtet", "kiosk terminal init")


def test_a_second_terminal_on_the_same_data_leaves_the_first_alone(
    kiosk: Kiosk, terminal: Path
) -> None:
    with Store.open(
        terminal / "store", recipients(), "rothenburg", "0" * 64, lambda: date(2026, 11, 22)
    ):
        complained(kiosk("run", "--window"), "schon")


def test_a_database_from_a_newer_version_is_left_alone(kiosk: Kiosk, terminal: Path) -> None:
    path = terminal / "store" / "kiosk.db"
    with sqlite3.connect(path) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()
    raw = path.read_bytes()
    words = ("terminal", "init", "--study", terminal / "study.zip", "--pin", "123456")
    complained(kiosk(*words), "neuer")
    assert path.read_bytes() == raw


def test_a_damaged_setting_is_named(kiosk: Kiosk, terminal: Path) -> None:
    path = terminal / "terminal.toml"
    path.write_text(path.read_text(encoding="utf-8") + 'farbe = "blau"\n', encoding="utf-8")
    complained(kiosk("run", "--window"), "terminal.toml", "farbe")


@pytest.fixture
def key(tmp_path: Path) -> tuple[Path, Path]:
    """A key file and a file with its passphrase."""
    raw, _public = new_key_file("fuenf rote aepfel", Role.PROJECT)
    path, words = tmp_path / "project.key", tmp_path / "passphrase.txt"
    path.write_bytes(raw)
    words.write_text("fuenf rote aepfel\n", encoding="utf-8")
    return path, words


def opening(
    kiosk: Kiosk, what: Path, key: tuple[Path, Path], out: Path, *more: str | Path
) -> subprocess.CompletedProcess[str]:
    return kiosk(
        "office", "open", what, "--key", key[0], "--passphrase-file", key[1], "--out", out, *more
    )


def test_the_wrong_passphrase_is_said_and_nothing_written(
    kiosk: Kiosk, tmp_path: Path, key: tuple[Path, Path]
) -> None:
    key[1].write_text("fuenf rote birnen\n", encoding="utf-8")
    path = tmp_path / "s.study.zip"
    path.write_bytes(package())
    complained(
        opening(kiosk, tmp_path, key, tmp_path / "out", "--study", path), "Kennwort", "passt nicht"
    )
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_no_key_is_said(
    kiosk: Kiosk, tmp_path: Path, key: tuple[Path, Path]
) -> None:
    key[0].write_bytes(b"not a key")
    path = tmp_path / "s.study.zip"
    path.write_bytes(package())
    complained(
        opening(kiosk, tmp_path, key, tmp_path / "out", "--study", path), "nicht die Schlüsseldatei"
    )


def test_a_truncated_bundle_is_named_and_its_remedy(
    kiosk: Kiosk, tmp_path: Path, key: tuple[Path, Path]
) -> None:
    sticks = tmp_path / "stick"
    with Store.open(
        tmp_path / "store", recipients(), "rothenburg", study_hash(), lambda: date(2026, 11, 22)
    ) as store:
        store.begin(b"{}", "K")
    with Store.open(
        tmp_path / "store", recipients(), "rothenburg", study_hash(), lambda: date(2026, 11, 22)
    ) as store:
        assert store.pack_interrupted() == 1
        batch = store.close_batch()
    assert batch is not None
    sticks.mkdir()
    (sticks / batch.name).write_bytes(batch.content[:-100])
    (sticks / "rothenburg.study.zip").write_bytes(package())
    complained(opening(kiosk, sticks, key, tmp_path / "out"), batch.name, "noch einmal")


def test_bundles_without_their_study_say_what_is_missing(
    kiosk: Kiosk, tmp_path: Path, key: tuple[Path, Path]
) -> None:
    (tmp_path / "stick").mkdir()
    complained(opening(kiosk, tmp_path / "stick", key, tmp_path / "out"), "Studienpaket")


def test_keys_are_never_overwritten(kiosk: Kiosk, tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    first = kiosk("office", "keys", "new", "--out", folder)
    assert first.returncode == 0
    before = (folder / "project.key").read_bytes()
    complained(kiosk("office", "keys", "new", "--out", folder), "nie überschrieben")
    assert (folder / "project.key").read_bytes() == before


def study_hash() -> str:
    """The hash of the real study."""
    return study().hash


def test_the_recipients_file_must_be_one(kiosk: Kiosk, source: Path, tmp_path: Path) -> None:
    path = tmp_path / "recipients.json"
    for content in ("", "{}", json.dumps([{"role": "project", "public": "age1xyz"}])):
        path.write_text(content, encoding="utf-8")
        result = kiosk("study", "build", source, "--recipients", path, "-o", tmp_path / "o.zip")
        complained(result, "Schlüssel")


@pytest.mark.parametrize("words", [("study", "build"), ("office", "keys", "new"), ("demo",)])
def test_a_place_that_takes_nothing_is_named(
    kiosk: Kiosk, keys: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    place = file / "below.zip"
    more: dict[str, tuple[str | Path, ...]] = {
        "study": (SOURCE, "--recipients", keys, "-o", place),
        "office": ("--out", place),
        "demo": ("--data", place),
    }
    complained(kiosk(*words, *more[words[0]]), "lässt sich nicht benutzen", str(place))


def test_a_passphrase_file_that_is_no_text_is_named(kiosk: Kiosk, tmp_path: Path) -> None:
    package_file = tmp_path / "rothenburg.study.zip"
    package_file.write_bytes(package())
    secret = tmp_path / "passphrase.txt"
    secret.write_bytes(b"\xff\xfe\x00")
    result = kiosk(
        "office", "open", tmp_path, "--key", package_file, "--out", tmp_path / "results",
        "--passphrase-file", secret,
    )  # fmt: skip
    complained(result, "enthält kein Kennwort", str(secret))


def test_the_study_that_lies_with_the_bundles_is_taken(tmp_path: Path) -> None:
    """Other packages on the way up, of an office that builds studies, do not matter."""
    stick = tmp_path / "stick"
    place = stick / "KIOSK-EXPORT" / "rothenburg" / "0123456789abcdef"
    place.mkdir(parents=True)
    (place.parent / "a.study.zip").write_bytes(package())
    (place.parent / "._a.study.zip").write_bytes(b"")
    (tmp_path / "draft.study.zip").write_bytes(b"no package at all")
    (place / "00000001.kb.zip").write_bytes(b"")
    assert find_study([stick]).hash == study().hash
    assert find_study([place]).hash == study().hash
    assert find_study([place / "00000001.kb.zip"]).hash == study().hash


def test_bundles_that_are_not_there_are_said_before_any_package_is_looked_at(
    tmp_path: Path,
) -> None:
    (tmp_path / "draft.study.zip").write_bytes(b"no package at all")
    with pytest.raises(NoStudy, match="stick"):
        find_study([tmp_path / "stick"])


def test_the_office_says_when_the_study_is_not_the_teams() -> None:
    where = Path("signer.pub")
    assert signature_alarm(study(), [study_key().signer], where) == ""
    foreign = new_study_key().signer
    assert study_key().signer.key_id in signature_alarm(study(), [foreign], where)
    assert "nicht geprüft" in signature_alarm(study(), [], where)


def test_a_terminal_that_nobody_measured_says_how(kiosk: Kiosk, terminal: Path) -> None:
    words = ("terminal", "init", "--study", terminal / "study.zip", "--pin", "123456")
    done = kiosk(*words)
    assert done.returncode == 0
    assert "kiosk terminal measure" in " ".join(done.stdout.split())
    complained(kiosk("terminal", "fits"), "kiosk terminal measure", "--size 1920x1080")
    complained(kiosk("terminal", "fits", "--size", "groß"), "--size 1920x1080")


def test_a_study_too_large_for_the_measured_glass_changes_nothing(
    kiosk: Kiosk, tmp_path: Path
) -> None:
    folder = tmp_path / "data" / "bedarfskiosk"
    glass = Glass(15.6, 500.0, measured=True, width_px=1920, height_px=1080)
    small_terminal(folder, small_package(tmp_path / "one"), glass)
    before = {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    path = tmp_path / "long.study.zip"
    path.write_bytes(small_package(tmp_path / "two", LONG))
    words = ("terminal", "init", "--study", path, "--pin", "123456")
    complained(
        kiosk(*words), "passt nicht auf diesen Bildschirm", "Main, F1, Deutsch (de)", "kürzen"
    )
    assert {e.name: e.read_bytes() for e in folder.iterdir() if e.is_file()} == before
