"""The protocols staff sign, read back with another library."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from kiosk.papers.protocol import File, Protocol, Row, protocol
from kiosk.papers.terminal_protocols import Station, commissioning, daily, handover
from kiosk.papers.typeface import typeface
from kiosk.resources import FONTS

STATION = Station(
    "Rothenburg/O.L.",
    "Bürgerzentrum",
    "Was soll digital werden – und was nicht?",
    "3f6a09c1d2e4b587",
    "0.1.0",
    "3f6a09c1" * 8,
)
DAY = date(2026, 11, 27)
COUNTS = (Row("Begonnen", "10–14"), Row("Fertig", "5–9"))


def pages(paper: Protocol) -> list[str]:
    pdf = protocol(paper, typeface(FONTS))
    assert pdf == protocol(paper, typeface(FONTS))
    reader = PdfReader(BytesIO(pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == f"{paper.title} – {paper.place}"
    assert [each["/Title"] for each in reader.outline] == [paper.title]  # type: ignore[call-overload]
    read = [page.extract_text() for page in reader.pages]
    for number, text in enumerate(read, start=1):
        assert f"Seite {number} von {len(read)}" in text
    return read


def test_before_the_first_day_two_people_sign_that_nothing_is_in_it() -> None:
    (page,) = pages(commissioning(STATION, DAY, 0))
    for words in (
        "Aktenzeichen", "27.11.2026", "Bürgerzentrum", "Bedarfskiosk 0.1.0", "3f6a09c1d2e4b587",
        "Unterschrift 1", "Unterschrift 2", "Dienststempel", "Es enthält keine Antworten.",
    ):  # fmt: skip
        assert words in page, words
    assert page.count("3f6a09c1") == 8 + 1 + 1  # the hash, its short form, the device


def test_a_terminal_that_is_not_empty_says_so() -> None:
    (page,) = pages(commissioning(STATION, DAY, 3))
    assert "Es enthält keine" not in page
    assert "Achtung" in page


def test_the_day_stands_on_one_page_without_a_time() -> None:
    (page,) = pages(daily(STATION, DAY, "Anna Jäger", "", COUNTS * 3))
    for words in ("Tagesprotokoll", "Anna Jäger", "Geschlossen von", "10–14", "Vorkommnisse"):
        assert words in page, words


@pytest.mark.parametrize("count", [1, 8, 60])
def test_every_file_is_listed_with_its_hash(count: int) -> None:
    files = tuple(
        File(f"{number:08}-{'ab12cd34' * 4}.kb.zip", f"{number:08x}" * 8)
        for number in range(1, count + 1)
    )
    read = pages(handover(STATION, DAY, "Anna Jäger", 1234, files))
    text = "\n".join(read)
    for file in files:
        assert file.name in text
        assert text.count(file.sha256[:8]) >= 8
    assert "1.234" in text
    assert "Unterschrift (übernimmt)" in read[-1]
    assert "Dienststempel" in read[-1]
