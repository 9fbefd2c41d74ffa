"""`kiosk study check` and `build` say the same of a source folder, in the shell's language."""

import json
import re
from pathlib import Path

import pytest
from support.commands import kiosk
from support.rothenburg import SOURCE, recipients
from support.workbooks import ALWAYS, PL, Draft

from kiosk.study.approved import FILE, write_approved
from kiosk.study.study import write_recipients


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A study with an error and a warning."""
    draft = Draft()
    draft.put("survey", "T1", "relevant", "${EINS} = 1")
    draft.media["neu.svg"] = b""
    draft.write(tmp_path / "probe", ".xlsx")
    return tmp_path / "probe"


def test_a_folder_in_order_ends_with_0(tmp_path: Path) -> None:
    Draft().write(tmp_path / "probe", ".xlsx")
    heard = write_approved([("de", "Bis zu 600.", "Bis zu sechshundert.")])
    (tmp_path / "probe" / FILE).write_bytes(heard)
    result = kiosk("study", "check", tmp_path / "probe")
    assert (result.returncode, result.stderr) == (0, "")
    said = result.stdout.splitlines()
    assert [each.split()[1] for each in said[:2]] == [ALWAYS, ALWAYS]
    assert [each.partition(": ")[0] for each in said[3:-2]] == [
        "Main  Deutsch (de)", "Main  Polski (pl)", "Short  Deutsch (de)", "Short  Polski (pl)",
    ]  # fmt: skip
    assert said[-1] == (
        "Keine Fehler, 2 Warnungen. Ob alles auf das Glas passt, wurde nicht geprüft "
        "(--display 15.6)."
    )


def test_the_shipped_study_is_in_order_and_its_minutes_are_told() -> None:
    result = kiosk("study", "check", SOURCE)
    assert result.returncode == 0, result.stdout
    said = result.stdout.splitlines()
    assert said[-1].startswith("Keine Fehler, ")
    minutes = next(each for each in said if each.startswith("K  Deutsch (de): "))
    assert re.fullmatch(
        r"K  Deutsch \(de\): \d,\d Minuten \(60–74\), \d,\d Minuten \(75\+\)", minutes
    )


def test_errors_come_apart_from_warnings_and_end_with_1(faulty: Path) -> None:
    result = kiosk("study", "check", faulty)
    assert result.returncode == 1
    said = result.stdout.splitlines()
    assert said[:4] == [
        "Main.xlsx:survey:14 (G14)  E211  /data/T1: ${EINS} gibt es nicht.",
        "",
        "media/neu.svg  W413  kein Fragebogen verwendet diese Datei.",
        "",
    ]
    assert said[-1].startswith("1 Fehler, 1 Warnung. ")


def test_the_shell_decides_about_english(faulty: Path) -> None:
    result = kiosk("study", "check", faulty, lang="en_GB.UTF-8")
    assert "/data/T1: ${EINS} does not exist." in result.stdout
    assert "1 error, 1 warning." in result.stdout


def test_the_list_for_programs_is_json_and_nothing_else(faulty: Path) -> None:
    result = kiosk("study", "check", faulty, "--json")
    assert result.returncode == 1
    assert [(each["code"], each["cell"]) for each in json.loads(result.stdout)] == [
        ("E211", "G14"), ("W413", ""),
    ]  # fmt: skip


def test_the_build_refuses_with_the_same_list(faulty: Path, tmp_path: Path) -> None:
    keys, target = tmp_path / "recipients.json", tmp_path / "o.study.zip"
    keys.write_bytes(write_recipients(recipients()))
    result = kiosk("study", "build", faulty, "--recipients", keys, "-o", target)
    assert result.returncode == 1
    assert "media/neu.svg  W413  kein Fragebogen verwendet diese Datei." in result.stderr
    assert "Main.xlsx:survey:14 (G14)  E211  /data/T1: ${EINS} gibt es nicht." in result.stderr
    assert not target.exists()


def test_the_build_overwrites_no_workbook_and_no_key(tmp_path: Path) -> None:
    Draft().write(tmp_path / "probe", ".xlsx")
    keys, book = tmp_path / "recipients.json", tmp_path / "probe" / "Main.xlsx"
    keys.write_bytes(write_recipients(recipients()))
    before = book.read_bytes()
    result = kiosk("study", "build", tmp_path / "probe", "--recipients", keys, "-o", book)
    assert result.returncode == 1
    assert "muss der Name auf .study.zip enden" in result.stderr
    assert book.read_bytes() == before


@pytest.mark.parametrize("name", ["Main.xlsx", "study.toml"])
def test_whoever_names_a_file_of_the_study_is_told_to_name_the_folder(
    name: str, tmp_path: Path
) -> None:
    Draft().write(tmp_path / "probe", ".xlsx")
    result = kiosk("study", "check", tmp_path / "probe" / name)
    assert result.returncode == 1
    assert f"Bitte nennen Sie den Ordner: {tmp_path / 'probe'}" in result.stderr


def test_what_a_kiosk_must_not_ask_is_left_out_of_the_package(tmp_path: Path) -> None:
    draft = Draft()
    draft.insert("survey", "T1", {"type": "image", "name": "FOTO", "label::Deutsch (de)": "?"})
    draft.write(tmp_path / "probe", ".md")
    keys, target = tmp_path / "recipients.json", tmp_path / "o.study.zip"
    keys.write_bytes(write_recipients(recipients()))
    words = ("study", "build", tmp_path / "probe", "--recipients", keys, "-o", target)
    refused = kiosk(*words)
    assert refused.returncode == 1
    assert "E501  /data/FOTO: „image“ darf ein Kiosk nicht erheben" in refused.stderr
    assert not target.exists()
    built = kiosk(*words, "--allow")
    assert built.returncode == 0, built.stderr
    assert "W501  /data/FOTO" in built.stderr
    assert b"FOTO" not in target.read_bytes()
    listed = kiosk("study", "check", target, "--json")
    assert (listed.returncode, json.loads(listed.stdout)) == (0, [])
    checked = kiosk("study", "check", target)
    assert checked.returncode == 0
    assert "Main" in checked.stdout


def test_letters_that_the_typeface_lacks_are_named(tmp_path: Path) -> None:
    draft = Draft()
    draft.put("survey", "R1", f"label::{PL}", "Який район?")
    draft.write(tmp_path / "probe", ".md")
    said = kiosk("study", "check", tmp_path / "probe").stdout
    (line,) = (each for each in said.splitlines() if "W425" in each)
    assert "8 Buchstaben hat die Schrift des Programms nicht: Я а и й к н о р" in line
    assert "label::Polski (pl)" in line
