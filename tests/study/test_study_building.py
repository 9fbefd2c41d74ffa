"""Building a study: .xlsx and Markdown give the same, and what is broken is named."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from support.rothenburg import SOURCE, package, recipients, study_key

from kiosk.errors import KioskError
from kiosk.study.building import build_package
from kiosk.study.errors import StudyError

K5 = "| | select_one komp4_ka | K5 |"
VERSION = "| V | 2026.1.0 |"
CELL = re.compile(r"(?<!\\)\|")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOURCE, tmp_path / "study"))


def to_workbook(markdown: Path) -> None:
    """Put a Markdown workbook's tables into an .xlsx beside it and delete the Markdown."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for line in markdown.read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            continue
        sheet, *cells = [cell.strip() for cell in CELL.split(line)[1:-1]]
        if sheet:
            book.create_sheet(sheet)
        elif cells:
            book[book.sheetnames[-1]].append([cell or None for cell in cells])
    book.save(markdown.with_suffix(".xlsx"))
    markdown.unlink()


def test_excel_and_markdown_build_the_same_package(source: Path) -> None:
    for form in "SVK":
        to_workbook(source / f"{form}.md")
    built = build_package(source, recipients(), study_key())
    assert built == package()
    assert "„Fertig“" in built.decode("utf-8", errors="ignore")


def edit(file: str, old: str, new: str) -> Callable[[Path], None]:
    def edited(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return edited


def instead(name: str, raw: bytes) -> Callable[[Path], None]:
    def put(folder: Path) -> None:
        (folder / "V.md").unlink()
        (folder / name).write_bytes(raw)

    return put


def picture_with_umlaut(folder: Path) -> None:
    (folder / "media" / "ä.svg").write_text("<svg/>")


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (instead("V.xlsx", b"garbage"), "V.xlsx"),
        (instead("V.xlsx", b"PK\x05\x06" + bytes(18)), "V.xlsx"),
        (instead("V.md", b""), "V.md"),
        (instead("V.md", "| survey | ä".encode("latin-1")), "V.md"),
        (edit("V.md", K5, K5.replace("select_one", "selekt")), "selekt"),
        (edit("V.md", K5, K5.replace("komp4_ka", "nope")), "nope"),
        (edit("V.md", K5, K5.replace("K5", "K6")), "K6"),
        (edit("V.md", "${Z2} > 1", "${Z99} > 1"), "Z99"),
        (edit("V.md", "${Z2} > 1", "${Z2} >> 1"), "/data/Z3"),
        (edit("V.md", "${Z2} > 1", "random() > 1"), "/data/Z3: Zufall"),
        (edit("V.md", "once(if(random() < 0.5, 1, 2))", "if(random() < 0.5, 1, 2)"), "/data/SPLIT"),
        (edit("V.md", "position(..) - 1", "random()"), "/data/loop/DIENST: Zufall"),
        (edit("V.md", "randomize=true, seed=${seed}", "randomize=true"), "randomize=true braucht"),
        (edit("V.md", "body::kiosk:most", "body::kiosk:foo"), "foo"),
        (edit("V.md", VERSION, "| V | Fassung B |"), "Fassung B"),
        (edit("V.md", VERSION, "| V | -5 |"), "-5"),
        (edit("V.md", VERSION, "| V | 2026.100 |"), "2026.100"),
        (edit("V.md", VERSION, "| W | 2026.1.0 |"), "form_id ist „W“"),
        (edit("S.md", "| s3 | 4 |", "| s3 | 7 |"), "S3 in S braucht die Codes 1, 2, 3, 4"),
        (edit("study.toml", '2 = "V"', '2 = "S"'), "führt zurück"),
        (edit("study.toml", '1 = "K"', '9 = "K"'), "S5 in S braucht die Codes 2"),
        (edit("study.toml", "routes = {", "routes = {} # {"), "start.routes"),
        (edit("study.toml", "Deutsch (de)", "Deutsch (xx)"), "languages.de"),
        (edit("study.toml", '"rothenburg"', '"../x"'), "project"),
        (edit("study.toml", "X1_AN", "X1_ANN"), "presets.X1_ANN"),
        (edit("study.toml", 'participate = "S3"', 'participate = "E_ENDE"'), "E_ENDE"),
        (edit("study.toml", "wave = 1", "wave = 0"), "wave"),
        (edit("study.toml", "monat =", "monta ="), "{monat}"),
        (picture_with_umlaut, "media/ä.svg"),
    ],
)
def test_what_is_broken_is_named(source: Path, broken: Callable[[Path], None], said: str) -> None:
    broken(source)
    with pytest.raises(KioskError) as caught:
        build_package(source, recipients())
    assert said in caught.value.de


def test_the_same_name_in_two_groups_is_refused(source: Path) -> None:
    edit(
        "V.md",
        K5,
        "| | begin group | g1 |\n| | note | HALLO | Hallo |\n| | end group | g1 |\n"
        "| | begin group | g2 |\n| | select_one komp4_ka | K4 | Frage? |\n| | end group | g2 |\n"
        "| | select_one komp4_ka | K4 | Frage? |\n" + K5,
    )(source)
    with pytest.raises(StudyError) as caught:
        build_package(source, recipients())
    assert "K4 kommt doppelt vor" in caught.value.de
