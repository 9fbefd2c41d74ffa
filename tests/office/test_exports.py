"""The files read back as what went in, whoever reads them."""

import csv
import io
import json
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import polars as pl
import pyreadstat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_instrument import VARIABLES, header, people

from kiosk.office.dataset import Dataset, dataset
from kiosk.office.errors import CannotWrite, NameTaken
from kiosk.office.export.csv import codes_csv, guarded, labels_csv, open_csv
from kiosk.office.export.folder import manifest, put
from kiosk.office.export.names import export_name
from kiosk.office.export.sav import cut, write_sav
from kiosk.office.export.syntax import setup_sps
from kiosk.study.codebook import Option, Variable, VariableKind
from kiosk.study.response import Response, ResponseKind

DAY = date(2026, 11, 22)

INJECTION = [
    "=1+1",
    "+49 30 1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "  =HYPERLINK(\"http://x\";\"y\")",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "=cmd|' /C calc'!A0",
    '";=1+1;"',
    "Zeile\r\n=1+1",
    "ein;zwei,drei\"vier'fünf",
    "\x00=1\x1b[31m",
    "<script>alert(1)</script>",
]  # fmt: skip


@pytest.fixture(scope="module")
def data() -> Dataset:
    return dataset(people(120), VARIABLES)


def read(raw: bytes) -> list[list[str]]:
    assert raw.startswith(b"\xef\xbb\xbf")
    text = raw.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_codes_csv_reads_back_with_the_standard_library(data: Dataset) -> None:
    names, *rows = read(codes_csv(data))
    assert names == data.frame.columns
    assert [[int(cell) for cell in row] for row in rows] == [list(r) for r in data.frame.rows()]


def test_codes_csv_reads_back_with_polars(data: Dataset) -> None:
    assert pl.read_csv(codes_csv(data), separator=";", infer_schema_length=None).equals(data.frame)


def test_csv_has_the_marks_german_excel_wants(data: Dataset) -> None:
    for raw in (codes_csv(data), labels_csv(data)):
        assert raw.startswith(b'\xef\xbb\xbf"WELLE";')
        assert raw.endswith(b"\r\n")
        assert raw.count(b"\n") == raw.count(b"\r\n") == data.rows + 1


def test_decimals_have_a_comma() -> None:
    number = Variable("N1", "Zahl", VariableKind.NUMBER)
    response = Response("0" * 32, "1" * 32, ResponseKind.COMPLETE, header(), {"N1": "2.5"})
    data = dataset([response], [number])
    assert codes_csv(data).rstrip().endswith(b";2,5")
    assert read(labels_csv(data))[1][-1] == "2,5"


def test_labels_csv_has_the_text_of_every_code(data: Dataset) -> None:
    names, *rows = read(labels_csv(data))
    columns = {column.name: column for column in data.columns}
    for row, codes in zip(rows, data.frame.rows(), strict=True):
        for name, text, code in zip(names, row, codes, strict=True):
            assert text == guarded(columns[name].values.get(code, str(code)))
    assert {row[names.index("Z3")] for row in rows} >= {"sehr gut", "nicht gestellt (Filter)"}
    assert rows[0][names.index("KW")].startswith("2026-W")


def test_open_answers_stand_alone(data: Dataset) -> None:
    names, *rows = read(open_csv(data))
    assert names == ["VARIABLE", "INSTR", "TEXT", "CODE"]
    assert sorted(row[2] for row in rows) == sorted(guarded(text.text) for text in data.texts)
    assert {row[3] for row in rows} == {""}


@pytest.mark.parametrize("payload", INJECTION)
def test_no_open_answer_or_label_becomes_a_formula(payload: str) -> None:
    variables = [
        Variable("X1", "Wunsch", VariableKind.TEXT),
        Variable("A1", payload, VariableKind.SINGLE, (Option("1", payload),)),
    ]
    response = Response(
        "0" * 32, "1" * 32, ResponseKind.COMPLETE, header(), {"X1": payload, "A1": "1"}
    )
    data = dataset([response], variables)
    for raw in (open_csv(data), labels_csv(data)):
        rows = read(raw)
        assert len(rows) == 2
        cells = [cell for row in rows for cell in row]
        assert not any(cell.lstrip().startswith(tuple("=+-@＝＋－＠")) for cell in cells)
        assert not any(ord(sign) < 32 and sign not in "\t\r\n" for cell in cells for sign in cell)
    syntax = setup_sps(data, "x.sav").decode()
    assert "=1+1" not in [line.strip() for line in syntax.splitlines()]


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_the_guard_changes_nothing_but_the_apostrophe_before(text: str) -> None:
    assert guarded(text) in (text, f"'{text}")


def test_sav_reads_back_equal_with_labels_and_missing_range(tmp_path: Path, data: Dataset) -> None:
    path = tmp_path / "x.sav"
    write_sav(data, path, label="Grundauszählung ü", note="Über " * 40, day=DAY)
    frame, meta = pyreadstat.read_sav(path, user_missing=True, output_format="polars")
    assert frame.cast(pl.Int64).equals(data.frame)
    assert meta.file_label == "Grundauszählung ü"
    assert all(len(line.encode()) <= 80 for line in meta.notes)
    for column in data.columns:
        name = column.name
        assert meta.missing_ranges[name] == [{"lo": -99.0, "hi": -90.0}]
        assert meta.variable_measure[name] == column.measure.value
        assert meta.original_variable_types[name] == "F8.0"
        label = meta.column_names_to_labels[name]
        assert label == cut(column.label, 256)
        if column.values:
            assert meta.variable_value_labels[name] == {
                float(code): cut(text, 120) for code, text in column.values.items()
            }
    assert meta.variable_value_labels["Z2"][-97.0] == "nicht gestellt (Filter)"


def test_sav_says_missing_to_spss(tmp_path: Path, data: Dataset) -> None:
    path = tmp_path / "x.sav"
    write_sav(data, path, label="", note="", day=DAY)
    frame, _ = pyreadstat.read_sav(path, output_format="polars")
    assert frame["Z3"].null_count() == data.frame.filter(pl.col("Z3") < 0).height > 0


def test_sav_has_the_day_of_the_export_and_no_hour(tmp_path: Path, data: Dataset) -> None:
    one, other = tmp_path / "1.sav", tmp_path / "2.sav"
    for path in (one, other):
        write_sav(data, path, label="x", note="y", day=DAY)
    assert one.read_bytes() == other.read_bytes()
    _, meta = pyreadstat.read_sav(one, metadataonly=True, output_format="polars")
    assert meta.creation_time == datetime(2026, 11, 22)  # noqa: DTZ001  # a .sav has no zone


@given(st.text(max_size=400), st.integers(4, 256))
def test_labels_are_cut_between_characters(text: str, limit: int) -> None:
    short = cut(text, limit)
    assert len(short.encode()) <= limit
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


def test_syntax_declares_one_set_per_multiple_answer(data: Dataset) -> None:
    text = setup_sps(data, "x.sav").decode("utf-8-sig")
    asked = [each.name for each in VARIABLES if each.kind is VariableKind.MULTIPLE]
    assert text.count("/MDGROUP NAME=$") == len(asked)
    assert "NAME=$L1K " in text
    assert "B1_A B1_B" in text
    assert all(len(line) <= 251 for line in text.splitlines())
    words = set(text.replace("=", " ").split())
    sets = [column.name for column in data.columns if column.part == "choice"]
    assert set(sets) <= words


def test_a_label_cannot_end_its_command() -> None:
    variable = Variable("A1", "It's.\nDELETE", VariableKind.MULTIPLE, (Option("a", "x"),))
    response = Response("0" * 32, "1" * 32, ResponseKind.COMPLETE, header(), {"A1": "a"})
    assert "LABEL='It''s. DELETE'" in setup_sps(dataset([response], [variable]), "x").decode()


def test_the_name_says_what_is_inside() -> None:
    assert export_name("ROL_DIGI", people(40), DAY).stem == "ROL_DIGI_W1_VK_v1.0.0_2026-11-22"


@pytest.mark.parametrize(
    ("forms", "inside"),
    [
        (["K", "haushalt", "V"], "VK-haushalt"),
        (["b", "a_1"], "a_1-b"),
        ([f"fragebogen_{n:05}" for n in range(12)], "12-Frageboegen"),
    ],
)
def test_forms_of_any_name_are_in_the_name(forms: list[str], inside: str) -> None:
    some = [
        replace(each, header=header(form))
        for each, form in zip(people(len(forms)), forms, strict=True)
    ]
    assert export_name("P", some, DAY).stem == f"P_W1_{inside}_v1.0.0_2026-11-22"


def test_the_manifest_lists_every_file_with_its_hash() -> None:
    listed = json.loads(manifest({"b": b"2", "a": b"1"}))["files"]
    assert [each["name"] for each in listed] == ["a", "b"]
    assert listed[0]["sha256"] == sha256(b"1").hexdigest()


def test_the_same_files_again_are_harmless_and_others_are_refused(tmp_path: Path) -> None:
    put(tmp_path, {"a": b"1"})
    put(tmp_path, {"a": b"1", "b": b"2"})
    with pytest.raises(NameTaken):
        put(tmp_path, {"c": b"3", "a": b"other"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"1", "b": b"2"}


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"")
    with pytest.raises(CannotWrite, match="x"):
        put(tmp_path / "x", {"a": b"1"})


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotWrite, match="No space"):
        put(tmp_path, {"a": b"1"})
    assert not list(tmp_path.iterdir())
