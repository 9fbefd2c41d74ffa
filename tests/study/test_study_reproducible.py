"""The same workbook gives the same bytes, whatever its file says about dates and programs."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import openpyxl
from support.rothenburg import recipients
from support.workbooks import Draft

from kiosk.study.building import build_package
from kiosk.study.study import write_recipients

_BUILD = """
import sys
from pathlib import Path
from kiosk.study.building import build_package
from kiosk.study.study import read_recipients
keys = read_recipients(Path(sys.argv[2]).read_bytes())
sys.stdout.buffer.write(build_package(Path(sys.argv[1]), keys))
"""


def saved_again(path: Path) -> None:
    """What another office program does to an .xlsx: other dates, other packing, other styles."""
    book = openpyxl.load_workbook(path)
    book.properties.created = datetime(1999, 1, 1)  # noqa: DTZ001
    book.properties.modified = datetime(2001, 2, 3)  # noqa: DTZ001
    book.save(path)
    with ZipFile(path) as old:
        files = [(each.filename, old.read(each)) for each in old.infolist()]
    with ZipFile(path, "w", ZIP_STORED) as new:
        for name, content in reversed(files):
            new.writestr(name, content)


def test_a_workbook_saved_again_gives_the_same_package(tmp_path: Path) -> None:
    Draft().write(tmp_path / "probe", ".xlsx")
    first = build_package(tmp_path / "probe", recipients())
    before = (tmp_path / "probe" / "Main.xlsx").read_bytes()
    for form in ("S", "Main", "Short"):
        saved_again(tmp_path / "probe" / f"{form}.xlsx")
    assert (tmp_path / "probe" / "Main.xlsx").read_bytes() != before
    assert build_package(tmp_path / "probe", recipients()) == first


def test_markdown_and_excel_give_the_same_package(tmp_path: Path) -> None:
    built = []
    for ending in (".md", ".xlsx"):
        Draft().write(tmp_path / ending, ending)
        built.append(build_package(tmp_path / ending, recipients()))
    assert built[0] == built[1]


def test_an_empty_row_changes_nothing(tmp_path: Path) -> None:
    draft = Draft()
    draft.write(tmp_path / "a", ".xlsx")
    draft.insert("survey", "F1", {})
    draft.insert("choices", "ja:2", {})
    draft.write(tmp_path / "b", ".xlsx")
    first, second = (build_package(tmp_path / each, recipients()) for each in "ab")
    assert first == second


def test_two_runs_of_the_program_give_the_same_package(tmp_path: Path) -> None:
    """Python orders sets by a seed of each run: nothing of that may reach the package."""
    Draft().write(tmp_path / "probe", ".md")
    keys = tmp_path / "recipients.json"
    keys.write_bytes(write_recipients(recipients()))
    built = {
        subprocess.run(
            [sys.executable, "-c", _BUILD, str(tmp_path / "probe"), str(keys)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2")
    }
    assert built == {build_package(tmp_path / "probe", recipients())}
