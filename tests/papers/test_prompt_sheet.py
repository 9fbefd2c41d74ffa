"""The sheet to read from: every text and name is on it, in letters of every language."""

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from kiosk.papers.errors import NoLetters
from kiosk.papers.prompt_sheet import Line, PromptSheet, Section, prompt_sheet
from kiosk.papers.typeface import typeface

FACE = typeface(Path(__file__).parents[2] / "resources" / "fonts")
LETTERS = (
    "Ärztliche Hilfe – Übermaß? Öffnungszeiten „heute“",
    "Zażółć gęślą jaźń",
    "Witajće k nam, přećeljo, štož ěśź łžń",
    "Which of these? “All”",
)


def sheet(count: int) -> PromptSheet:
    lines = [
        Line(
            f"de-{number:06}", f"{LETTERS[number % len(LETTERS)]} {number}", (), f"Frage F{number}"
        )
        for number in range(count)
    ]
    first = Line("de-999999", "O.L. " * 60, ("O.L. = Oberlausitz",), "Antwort 1 " * 30)
    return PromptSheet(
        "Probe", "Deutsch", "de", (Section("Anfang", (first,)), Section("Ende", tuple(lines)))
    )


def read(pdf: bytes) -> tuple[PdfReader, str]:
    reader = PdfReader(io.BytesIO(pdf))
    words = " ".join(page.extract_text() for page in reader.pages)
    return reader, " ".join(words.split())


def test_every_text_its_name_and_its_place_are_on_the_sheet() -> None:
    laid = sheet(60)
    reader, words = read(prompt_sheet(laid, FACE))
    for line in laid.sections[1].lines:
        for part in (line.text, line.name, line.place):
            assert part in words
    assert "O.L. = Oberlausitz" in words
    assert len(reader.pages) > 3
    for number, page in enumerate(reader.pages, start=1):
        assert f"Seite {number} von {len(reader.pages)}" in page.extract_text()
    assert [each["/Title"] for each in reader.outline] == ["Anfang", "Ende"]  # type: ignore[call-overload]


def test_every_letter_is_embedded_in_the_sheet() -> None:
    reader, words = read(prompt_sheet(sheet(10), FACE))
    assert set("".join(LETTERS)) <= set(words)
    for page in reader.pages:
        resources = page["/Resources"]
        assert isinstance(resources, DictionaryObject)
        fonts = resources["/Font"]
        assert isinstance(fonts, DictionaryObject)
        for each in fonts.values():
            assert re.search("Atkinson", str(each.get_object()))


def test_one_text_alone_and_none_at_all_have_a_sheet() -> None:
    one = PromptSheet("Probe", "Obersorbisch", "hsb", (Section("X", (Line("hsb-x", "Witajće"),)),))
    assert "Lesen Sie einen Text." in read(prompt_sheet(one, FACE))[1]
    assert len(read(prompt_sheet(PromptSheet("Probe", "Deutsch", "de", ()), FACE))[0].pages) == 1


def test_the_same_texts_give_the_same_bytes() -> None:
    assert prompt_sheet(sheet(7), FACE) == prompt_sheet(sheet(7), FACE)


def test_letters_that_the_typeface_lacks_are_named_instead_of_left_out() -> None:
    lines = (Line("uk-x", "Її ґанок → 5"),)
    with pytest.raises(NoLetters, match="ґ"):
        prompt_sheet(PromptSheet("Probe", "Ukrainisch", "uk", (Section("X", lines),)), FACE)
