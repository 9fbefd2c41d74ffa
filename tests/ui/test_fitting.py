"""Texts too long for the glass: exactly the planted cells are named, and none of a good study."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.rothenburg import SOURCE
from support.workbooks import DE, PL, Draft

from kiosk.study.checking import Source, check_source
from kiosk.study.diagnosis import Diagnosed
from kiosk.ui.fitting.application import translation_of, unseen_application
from kiosk.ui.fitting.asked import every_question
from kiosk.ui.fitting.displays import display, spoken
from kiosk.ui.fitting.study import Laid, unfitting

LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverein"
LONG_TEXT = "Das ist ein langer Satz ohne Ende, und er geht weiter. " * 17
assert len(LONG_WORD) > 60
assert len(LONG_TEXT) > 900


def look(source: Source, *displays: str) -> tuple[Diagnosed, ...]:
    media = {
        name.removeprefix("media/"): raw
        for name, raw in source.files.items()
        if name.startswith("media/")
    }
    laid = Laid(source.settings, source.forms, media)
    translation = translation_of(unseen_application())
    found = source.with_findings(
        unfitting(laid, {each: display(each) for each in displays}, translation, lambda _told: None)
    )
    translation.close()
    return tuple(each for each in found.all if each.finding.code[1] == "9")


@pytest.fixture(autouse=True)
def _glass(qtbot: QtBot) -> None:
    del qtbot
    unseen_application()


@dataclass(frozen=True)
class Planted:
    """A text put into a cell, and what is found about it."""

    code: str
    sheet: str
    named: str
    header: str
    text: str
    form: str = "Main"


PLANTED = [
    Planted("E902", "choices", "weg:2", f"label::{PL}", f"z {LONG_WORD}"),
    Planted("E902", "choices", "ding:b", f"label::{PL}", LONG_WORD),
    Planted("E902", "choices", "weg:1", f"label::{PL}", LONG_TEXT),
    Planted("E902", "choices", "weg:-98", f"label::{PL}", LONG_WORD),
    Planted("E901", "survey", "F3", f"label::{PL}", LONG_TEXT),
    Planted("E901", "survey", "F3", f"label::{DE}", f"Kennen Sie {LONG_WORD}?"),
    Planted("E901", "survey", "L1", f"label::{PL}", LONG_TEXT),
    Planted("E901", "survey", "F2", f"label::{PL}", LONG_TEXT),
    Planted("E901", "survey", "T1", f"label::{PL}", LONG_TEXT),
    Planted("E901", "survey", "BILD", f"label::{PL}", LONG_TEXT * 3),
    Planted("E903", "survey", "F3", f"hint::{PL}", LONG_TEXT * 2),
    Planted("E903", "survey", "F2", f"constraint_message::{PL}", LONG_TEXT * 2),
    Planted("E903", "choices", "ding:a", "hint_pl", LONG_TEXT * 2),
    Planted("E904", "survey", "I1", f"label::{PL}", LONG_WORD + LONG_WORD, "S"),
    Planted("E904", "survey", "E1", f"label::{PL}", LONG_TEXT * 2, "S"),
    Planted("E902", "choices", "s3:2", f"label::{PL}", LONG_TEXT * 2, "S"),
    Planted("E901", "survey", "S5", f"label::{PL}", LONG_TEXT * 2, "S"),
]


@pytest.mark.parametrize("planted", PLANTED, ids=lambda p: f"{p.code}-{p.named}-{p.header[:8]}")
def test_exactly_the_cell_with_the_long_text_is_named(planted: Planted, tmp_path: Path) -> None:
    draft = Draft()
    draft.put(planted.sheet, planted.named, planted.header, planted.text, planted.form)
    draft.write(tmp_path / "probe", ".xlsx")
    found = look(check_source(tmp_path / "probe"), "15.6")
    row = draft.row(planted.sheet, *planted.named.split(":"), form=planted.form)
    cell = draft.cell(".xlsx", planted.sheet, row, planted.header, planted.form)
    errors = [each for each in found if each.finding.code.startswith("E")]
    assert [(each.finding.code, each.cell) for each in errors] == [(planted.code, cell)]
    assert "15,6 Zoll" in errors[0].finding.de
    assert "15.6 inches" in errors[0].finding.en


def test_a_good_study_has_no_finding_and_a_cell_is_named_once_with_its_displays(
    tmp_path: Path,
) -> None:
    draft = Draft()
    draft.write(tmp_path / "good", ".md")
    assert look(check_source(tmp_path / "good"), "13.3p", "15.6", "21.5") == ()
    draft.put("choices", "weg:2", f"label::{PL}", LONG_WORD)
    draft.write(tmp_path / "bad", ".md")
    (found,) = look(check_source(tmp_path / "bad"), "13.3p", "15.6")
    assert "13,3 Zoll hochkant, 15,6 Zoll" in found.finding.de
    assert "13.3 inches upright, 15.6 inches" in found.finding.en


def test_a_choice_of_a_list_to_be_searched_is_named_whatever_page_it_is_on(tmp_path: Path) -> None:
    draft = Draft()
    for number in range(3, 40):
        cells = {"list_name": "weg", "name": str(number), f"label::{DE}": f"Weg {number}"}
        draft.insert("choices", "weg:2", cells | {f"label::{PL}": f"Droga {number}"})
    draft.put("choices", "weg:20", f"label::{PL}", LONG_WORD)
    draft.write(tmp_path / "probe", ".md")
    found = look(check_source(tmp_path / "probe"), "15.6")
    assert [(each.finding.code, each.finding.place) for each in found] == [("E902", "weg:20")]


def test_a_sum_that_is_too_much_names_the_longest_part(tmp_path: Path) -> None:
    draft = Draft()
    draft.put("survey", "F3", f"label::{PL}", LONG_TEXT[:370])
    draft.put("survey", "F3", f"hint::{PL}", LONG_TEXT[:520])
    draft.write(tmp_path / "probe", ".xlsx")
    (found,) = look(check_source(tmp_path / "probe"), "15.6")
    assert (found.finding.code, found.finding.column) == ("E903", f"hint::{PL}")


def test_an_output_takes_as_much_room_as_its_longest_value(tmp_path: Path) -> None:
    draft = Draft()
    draft.put("survey", "L_M", "calculation", "jr:choice-name(${F3}, '${F3}')")
    draft.put("survey", "T1", f"label::{DE}", "Weg: ${L_M}")
    draft.write(tmp_path / "probe", ".md")
    source = check_source(tmp_path / "probe")
    asked = {each.view.name: each.view for each in every_question(source.forms["Main"], DE)}
    assert asked["T1"].label == "Weg: keine Angabe"
    assert [each.value for each in asked["R2"].choices] == ["1", "2", "-99"]  # nothing filtered


def test_displays_have_the_pixels_of_their_diagonal() -> None:
    upright = display("13.3p")
    assert upright.portrait
    assert upright.px_per_mm == pytest.approx(6.521, abs=0.001)  # 2202.9 px over 337.8 mm
    assert not display("21.5").portrait
    assert spoken("13.3p", german=True) == "13,3 Zoll hochkant"
    for name in ("", "p", "5", "100", "15.6 ", "15,6", "15.6x"):
        with pytest.raises(ValueError, match=name or "^$"):
            display(name)


def test_the_shipped_study_fits_15_6() -> None:
    found = look(check_source(SOURCE), "15.6")
    assert [each.finding.code for each in found if each.finding.code.startswith("E")] == []
