"""`kiosk terminal staff` and `verify-log`, as people use them."""

import re
import sqlite3
from pathlib import Path

import pytest
import typer
from pypdf import PdfReader
from support.commands import kiosk
from support.running_terminal import set_up
from support.small_terminal import small_package

from kiosk.commands import staff
from kiosk.storage.audit import verify
from kiosk.storage.pin import PinCheck
from kiosk.study.response import ResponseKind
from kiosk.sync.export import export


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return small_package(tmp_path_factory.mktemp("package"))


@pytest.fixture
def folder(tmp_path: Path, package: bytes) -> Path:
    return set_up(tmp_path / "data", package, text_size=2)


def test_somebody_new_gets_a_pin_that_opens_once_it_is_shown(folder: Path) -> None:
    said = kiosk("terminal", "staff", "add", "Anna [A.]", "--data", folder).stdout
    assert "Anna [A.]" in said
    match = re.search(r"(\d{3}) (\d{3})", said)
    assert match is not None
    listed = kiosk("terminal", "staff", "list", "--data", folder, lang="en_GB.UTF-8").stdout
    assert listed.splitlines() == ["1  Leitung (lead)", "2  Anna [A.], must still change the PIN"]
    with staff._opened(folder) as store:
        assert store.check_pin(match[1] + match[2], 0) == PinCheck(True, person=2)
    assert "keinen Zugang" in kiosk("terminal", "staff", "remove", "2", "--data", folder).stdout
    with staff._opened(folder) as store:
        assert not store.check_pin(match[1] + match[2], 0).right


def test_whoever_forgot_gets_another_pin(folder: Path) -> None:
    said = kiosk("terminal", "staff", "pin", "1", "--data", folder).stdout
    match = re.search(r"(\d{3}) (\d{3})", said)
    assert match is not None
    with staff._opened(folder) as store:
        assert store.check_pin(match[1] + match[2], 0).person == 1
        assert store.people()[0].must_change


def test_the_last_lead_and_nobody_at_all_cannot_be_removed(folder: Path) -> None:
    last = kiosk("terminal", "staff", "remove", "1", "--data", folder)
    assert last.returncode == 1
    assert "letzte Person" in last.stderr
    nobody = kiosk("terminal", "staff", "pin", "7", "--data", folder)
    assert nobody.returncode == 1
    assert "Die Nummer 7 hat niemand" in nobody.stderr


def test_a_log_somebody_changed_is_named_at_its_entry(folder: Path) -> None:
    for name in ("Anna", "Bernd", "Clara"):
        kiosk("terminal", "staff", "add", name, "--data", folder)
    good = kiosk("terminal", "verify-log", "--data", folder)
    assert good.returncode == 0
    assert "3 Einträge" in good.stdout
    with sqlite3.connect(folder / "store" / "kiosk.db") as db:
        db.execute("""UPDATE audit SET details = '{"person":9}' WHERE seq = 2""")
    db.close()
    bad = kiosk("terminal", "verify-log", "--data", folder)
    assert bad.returncode == 1
    assert "Eintrag 2 wurde verändert" in bad.stderr


def test_before_the_first_day_the_protocol_says_zero(folder: Path, tmp_path: Path) -> None:
    said = kiosk("terminal", "commission", "--data", folder, "--out", tmp_path)
    assert said.returncode == 0, said.stderr
    (paper,) = tmp_path.glob("Nullprotokoll-*.pdf")
    text = PdfReader(paper).pages[0].extract_text()
    assert "Es enthält keine Antworten." in text
    gone = kiosk("terminal", "commission", "--data", folder, "--out", tmp_path / "none")
    assert gone.returncode == 1
    assert "Traceback" not in gone.stderr


def test_erasing_leaves_what_waits_and_writes_a_protocol(folder: Path, tmp_path: Path) -> None:
    nothing = kiosk("terminal", "erase", "--yes", "--data", folder, "--out", tmp_path)
    assert "keine Antworten" in nothing.stdout
    with staff._opened(folder) as store:
        draft = store.begin(b"header", "V")
        store.seal(draft, lambda _: b"answers", ResponseKind.COMPLETE)
    waiting = kiosk("terminal", "erase", "--yes", "--data", folder, "--out", tmp_path)
    assert waiting.returncode == 1
    assert "Noch nicht übergeben: 1." in waiting.stderr
    with staff._opened(folder) as store:
        export(store, folder / "export")
    gone = kiosk("terminal", "erase", "--yes", "--data", folder, "--out", tmp_path / "none")
    assert gone.returncode == 1
    with staff._opened(folder) as store:
        assert store.stored() == 1
    done = kiosk("terminal", "erase", "--yes", "--data", folder, "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    (paper,) = tmp_path.glob("Loeschprotokoll-*.pdf")
    text = PdfReader(paper).pages[0].extract_text()
    (bundle,) = (folder / "export").rglob("*.kb.zip")
    assert bundle.name in text
    with staff._opened(folder) as store:
        assert store.stored() == 0
        log, heads = store.log()
    assert verify(log, heads) is None
    assert [(each.event, each.phase, each.good) for each in log] == [
        ("erased", "init", True),
        ("erased", "complete", False),
        ("erased", "init", True),
        ("erased", "complete", True),
    ]


def test_a_name_that_paper_cannot_show_is_refused(folder: Path) -> None:
    refused = kiosk("terminal", "staff", "add", "Anna 😀", "--data", folder)
    assert refused.returncode == 1
    assert "Ein Name hat 1 bis 30 Zeichen" in refused.stderr
    for name in ("", "  ", "A" * 31, "Anna\nB.", "Анна", "\u202eannA"):
        with pytest.raises(typer.Exit):
            staff.staff_add(name, False, folder)
    with staff._opened(folder) as store:
        assert len(store.people()) == 1
