"""A form of every kind of question: what people answered is what every file holds."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path

import polars as pl
import pyreadstat
import pytest
from lxml import etree
from pypdf import PdfReader
from support import every_kind
from support.rothenburg import identity, recipients

from kiosk.office.dataset import dataset
from kiosk.office.progress import silent
from kiosk.office.reading import open_for_study
from kiosk.office.results import Results
from kiosk.papers.typeface import typeface
from kiosk.sealing.bundle import NO_BATCH_BEFORE, BatchFacts, Envelope, write_bundle
from kiosk.sealing.device import DeviceKey
from kiosk.sealing.envelope import seal
from kiosk.sealing.keys import Role
from kiosk.study.response import Response, to_json
from kiosk.study.study import Study
from kiosk.study.submission import identifier_of
from kiosk.study.variables import codebook

FACE = typeface(Path(__file__).parents[2] / "resources" / "fonts")
MISSING = {"-94", "-95", "-96", "-97", "-98", "-99"}
DAYS = {"EINZUG", "UMBAU", "GEBURT", "P_SEIT"}
CLOCKS = {"AUFSTEHEN", "LICHT"}
MOMENTS = {"BESUCH", "GELUEFTET"}
SEVERAL = {"WEGE": ("fuss", "rad", "bus", "auto"), "P_WEGE": ("fuss", "rad", "bus", "auto")}
RANKED = {"RANG": ("ruhe", "gruen", "naehe"), "T_RANG": ("ruhe", "gruen", "naehe")}
NUMBERED = {
    "OK": {"OK": 1},
    "TIERART": {"hund": 1, "katze": 2, "fisch": 3},
    "ORT": {f"g{number:04}": number for number in range(1, every_kind.PLACES + 1)},
}


@dataclass(frozen=True)
class Opened:
    """What the terminal sealed, and what the office made of it."""

    responses: tuple[Response, ...]
    results: Results
    folder: Path
    xforms: Path

    def file(self, ending: str) -> Path:
        (found,) = self.folder.glob(f"*{ending}")
        return found


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return every_kind.study(tmp_path_factory.mktemp("study"))


@pytest.fixture(scope="module")
def opened(study: Study, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    folder = tmp_path_factory.mktemp("office")
    responses = [
        every_kind.response(study, every_kind.interview(study, seed), seed) for seed in range(40)
    ]
    odd = replace(responses[7], answers={**responses[7].answers, "EINZUG": "2026-02-30"})
    sealed = [odd if each is responses[7] else each for each in responses]
    envelopes = [
        Envelope(each.envelope_id, False, seal(to_json(each), recipients())) for each in sealed
    ]
    facts = BatchFacts(
        "probe", study.hash, 1, NO_BATCH_BEFORE, 40, "2026-W47", recipients().key_ids
    )
    name, content = write_bundle(facts, envelopes, DeviceKey(bytes(32)))
    (folder / name).write_bytes(content)
    out, xforms = folder / "out", folder / "xforms"
    day = date(2026, 11, 22)
    results = open_for_study(
        study, [folder / name], identity(Role.PROJECT), out, FACE, day, silent, xforms
    )
    return Opened(tuple(each for each in sealed if each is not odd), results, out, xforms)


def ordered(opened: Opened) -> list[Response]:
    """In the order of the rows."""
    return sorted(opened.responses, key=lambda each: each.response_id)


def cells_of(name: str, value: str, response: Response) -> dict[str, object]:
    """The cells one answer has to give, by what follows the name of its column."""
    if name in DAYS | CLOCKS | MOMENTS:
        read = date if name in DAYS else time if name in CLOCKS else datetime
        there = value not in MISSING
        return {"": read.fromisoformat(value) if there else None, "_M": 0 if there else int(value)}
    if name in SEVERAL:
        return {
            f"_{code.upper()}": int(value) if value in MISSING else int(code in value.split())
            for code in SEVERAL[name]
        }
    if name in RANKED:
        places = value.split()
        return {
            f"_{code.upper()}": int(value)
            if value in MISSING
            else places.index(code) + 1
            if code in places
            else -95
            for code in RANKED[name]
        }
    if name == "WER" and value not in MISSING:
        given = response.answers["KUERZEL"]
        assert isinstance(given, dict)
        return {"": next(int(entry) for entry, number in given.items() if number == value)}
    if name in NUMBERED and value not in MISSING:
        return {"": NUMBERED[name][value]}
    if name == "ORTE":
        number = NUMBERED["ORT"]
        chosen = [] if value in MISSING else value.split()
        rest = int(value) if value in MISSING else -97
        return {
            f"_{place}": number[chosen[place - 1]] if place <= len(chosen) else rest
            for place in range(1, 9)
        }
    if name in ("GRUPPE", "GEAENDERT"):
        return {"": value or "-97"}
    return {"": float(value or "-97")}


def expected(response: Response, columns: Mapping[str, object]) -> dict[str, object]:
    """Every cell of a row but those of the head."""
    found: dict[str, object] = {}
    for name, value in response.answers.items():
        if name in ("WUNSCH", "WUNSCH_KURZ", "KUERZEL", "P_WUNSCH"):
            continue
        if isinstance(value, dict):
            for entry, text in value.items():
                cells = cells_of(name, text, response)
                # In a repeat the entry stands between the name and the choice.
                found |= {f"{name}_{entry.upper()}{end}": cell for end, cell in cells.items()}
        else:
            found |= {f"{name}{end}": cell for end, cell in cells_of(name, value, response).items()}
    found = {name.upper(): cell for name, cell in found.items()}
    for name in columns:
        if name not in found and name not in HEAD:
            # An entry nobody made here.
            moment = f"{name}_M" in columns
            found[name] = None if moment else -97
    return found


HEAD = (
    "WELLE", "INSTR", "INSTR_VER", "KW", "SPRACHE2", "VORLESEN", "ABBRUCH", "MODUS", "MODUS_ANT",
)  # fmt: skip


def test_the_odd_response_is_set_aside_and_the_rest_is_there(opened: Opened) -> None:
    assert opened.results.report.responses == 39
    assert [("EINZUG" in alarm) for alarm in opened.results.report.alarms] == [True]
    (line,) = opened.file("_zurueckgestellt_intern.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["variable"] == "EINZUG"
    assert every_kind.WORDS not in line


def test_the_spss_file_holds_what_was_answered(opened: Opened) -> None:
    frame, meta = pyreadstat.read_sav(
        opened.file(".sav"), user_missing=True, output_format="polars"
    )
    assert frame.height == 39
    columns = dict.fromkeys(frame.columns)
    for row, response in zip(frame.rows(named=True), ordered(opened), strict=True):
        wanted = expected(response, columns)
        assert set(wanted) == set(columns) - set(HEAD)
        assert {name: row[name] for name in wanted} == wanted
    types = meta.original_variable_types
    assert (types["EINZUG"], types["AUFSTEHEN"], types["BESUCH"]) == (
        "EDATE10", "TIME8", "DATETIME20",
    )  # fmt: skip
    assert types["FLAECHE"] == "F8.2"
    assert str(types["GRUPPE"]).startswith("A")
    assert meta.missing_ranges["EINZUG_M"] == [{"lo": -99.0, "hi": -90.0}]
    assert meta.variable_value_labels["INSTR"][6.0] == every_kind.FORM
    assert meta.variable_value_labels["ORT"][17.0] == "Ort 17"
    assert meta.column_names_to_labels["WOHNEN"] == "WOHNEN Wie wohnen Sie?"
    assert str(meta.column_names_to_labels["TIERART_2_1"]).endswith("(2 · 1)")


def test_names_are_such_as_spss_takes_and_different(opened: Opened) -> None:
    _, meta = pyreadstat.read_sav(opened.file(".sav"), metadataonly=True, output_format="polars")
    names = [name.upper() for name in meta.column_names]
    assert len(set(names)) == len(names)
    assert all(name[0].isalpha() and len(name) <= 64 and name.isascii() for name in names)


def test_csv_reads_back_with_the_standard_library_and_polars(opened: Opened) -> None:
    raw = opened.file("_codes.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    for row, response in zip(rows, ordered(opened), strict=True):
        for name, cell in expected(response, row).items():
            text = row[name].replace(",", ".")
            if isinstance(cell, date | time | datetime):
                assert text == cell.isoformat()
            elif cell is None:
                assert text == ""
            elif isinstance(cell, str):
                assert text == cell
            else:
                assert float(text) == cell
    frame = pl.read_csv(raw, separator=";", decimal_comma=True, try_parse_dates=True)
    assert frame.height == 39
    assert frame["EINZUG"].dtype == pl.Date


def test_labels_are_words(opened: Opened) -> None:
    raw = opened.file("_labels.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(raw, newline=""), delimiter=";"))
    for row, response in zip(rows, ordered(opened), strict=True):
        day = response.answers["EINZUG"]
        assert isinstance(day, str)
        if day in MISSING:
            assert row["EINZUG"] == ""
            assert row["EINZUG_M"] == "übersprungen"
        else:
            assert row["EINZUG"] == f"{day[8:]}.{day[5:7]}.{day[:4]}"
            assert row["EINZUG_M"] == "angegeben"
    assert {row["ZIEL"] for row in rows} == {"nicht gestellt (Split, Version)"}
    assert {row["INSTR"] for row in rows} == {every_kind.FORM}


def test_the_codebook_explains_every_number(opened: Opened) -> None:
    raw = opened.file("_codebuch.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(raw, newline=""), delimiter=";"))
    known = {(row["SPALTE"], row["ANTWORT"]): row for row in rows}
    assert known["ORT", "g0017"]["CODE"] == "17"
    assert known["ORT", "g0017"]["BEDEUTUNG"] == "Ort 17"
    assert known["TIERART_1_1", "katze"]["CODE"] == "2"
    assert {row["INHALT"] for row in rows if row["SPALTE"] == "BESUCH"} == {"datetime"}
    with opened.file("_codes.csv").open(encoding="utf-8-sig") as file:
        names = next(csv.reader(file, delimiter=";"))
    assert list(dict.fromkeys(row["SPALTE"] for row in rows)) == names


def test_the_syntax_names_only_columns_there_are(opened: Opened) -> None:
    text = opened.file("_setup.sps").read_text("utf-8-sig")
    assert "MISSING VALUES ALL" not in text
    assert "/MDGROUP NAME=$WEGE " in text
    assert "/MDGROUP NAME=$P_WEGE_2 " in text
    assert "/MCGROUP NAME=$ORTE " in text
    assert all(len(line) <= 251 for line in text.splitlines())
    missing = text[text.index("MISSING VALUES") : text.index("(LO THRU -90)")]
    assert " EINZUG " not in missing
    assert " EINZUG_M" in missing
    assert " GRUPPE" not in missing


def test_words_stand_alone_in_every_export(opened: Opened) -> None:
    every = [*opened.folder.rglob("*"), *opened.xforms.rglob("*")]
    holding = [path for path in every if every_kind.WORDS[:8].encode() in path.read_bytes()]
    assert holding == [opened.file("_open.csv")]
    raw = holding[0].read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(raw, newline=""), delimiter=";"))
    assert {tuple(row) for row in rows} == {("VARIABLE", "INSTR", "TEXT", "CODE")}
    given = [
        text
        for response in opened.responses
        for name in ("WUNSCH", "KUERZEL", "P_WUNSCH")
        for text in texts(response.answers[name])
    ]
    assert sorted(row["TEXT"] for row in rows) == sorted(given)
    wishes = [row["TEXT"] for row in rows if row["VARIABLE"] == "WUNSCH"]
    asked = [each.answers["WUNSCH"] for each in ordered(opened)]
    assert wishes != [each for each in asked if each not in MISSING]


def texts(value: str | Mapping[str, str]) -> list[str]:
    given = [value] if isinstance(value, str) else list(value.values())
    return [each for each in given if each not in MISSING]


def test_every_finished_response_is_an_xform(opened: Opened) -> None:
    files = {path.name: path for path in opened.xforms.iterdir()}
    assert set(files) == {f"{identifier_of(each)}.xml" for each in opened.responses}
    for response in opened.responses:
        root = etree.fromstring(files[f"{identifier_of(response)}.xml"].read_bytes())
        rooms = response.answers["LICHT"]
        assert [each.findtext("LICHT") for each in root.findall("raum")] == [
            "" if text in MISSING else text for text in texts_of(rooms)
        ]
        people = response.answers["ALTER"]
        assert len(root.findall("person")) == len(texts_of(people))
        assert root.findtext("ORT") in (response.answers["ORT"], "")


def texts_of(value: str | Mapping[str, str]) -> list[str]:
    return list(value.values()) if isinstance(value, Mapping) else []


def test_the_report_shows_every_kind_of_question(opened: Opened) -> None:
    pages = PdfReader(opened.file("_Grundauszaehlung.pdf")).pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    for words in (
        "Wie wohnen Sie?", "im Mittel Platz", "mittlere Hälfte von", "Uhr", "Keine der "
        "3.000 Antworten", "Eintrag 1", "zu Fuß", "Wer antwortet?", "bestätigt",
    ):  # fmt: skip
        assert words in text, words
    assert "g0001" not in text


def test_rows_do_not_depend_on_the_order_of_the_responses(opened: Opened, study: Study) -> None:
    variables = codebook([study.forms[every_kind.FORM]])
    one = dataset(opened.responses, variables)
    other = dataset(opened.responses[::-1], variables)
    assert one.frame.equals(other.frame)
    assert one.columns == other.columns
    assert one.texts == other.texts
