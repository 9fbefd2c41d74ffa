"""Which texts of a form are said otherwise than they are written."""

from pathlib import Path

from support.workbooks import DE, PL, Draft

from kiosk.speech.pronunciation import pronunciations
from kiosk.study.checking import check_source
from kiosk.study.lexicon import Lexicon


def test_every_kind_of_text_is_listed_where_its_sound_differs(tmp_path: Path) -> None:
    draft = Draft()
    draft.put("survey", "F1", f"label::{DE}", "Am **1.5.**, *Herr* ${T1}?")
    draft.put("survey", "F3", f"hint::{DE}", "z. B. 2-mal")
    draft.put("survey", "BILD", "body::kiosk:alternative", "Das Rathaus um 8.30 Uhr.")
    draft.put("choices", "weg:1", f"label::{DE}", "5 km")
    draft.put("choices", "ding:a", "hint", "Bürger*innen")
    draft.put("survey", "F1", f"label::{PL}", "Gmina Niesky, nr 5")
    draft.write(tmp_path / "probe", ".md")
    form = check_source(tmp_path / "probe").forms["Main"]
    found = {
        (each.place, each.column): (each.text, each.said)
        for each in pronunciations(form, DE, {"de": Lexicon({"Turm": "Thurm"})})
    }
    assert found == {
        ("/data/BILD", "body::kiosk:alternative"): (
            "Das Rathaus um 8.30 Uhr.",
            "Das Rathaus um acht Uhr dreißig.",
        ),
        ("/data/F1", f"label::{DE}"): ("Am 1.5., Herr X?", "Am ersten Mai, Herr X?"),
        ("/data/g/F2", f"constraint_message::{DE}"): ("Bis zu 600.", "Bis zu sechshundert."),
        ("/data/g/F3", f"hint::{DE}"): ("z. B. 2-mal", "zum Beispiel zwei-mal"),
        ("weg:1", f"label::{DE}"): ("5 km", "fünf Kilometer"),
        ("ding:a", "hint"): ("Bürger*innen", "Bürger-innen"),
    }
    (polish,) = pronunciations(form, PL, {"pl": Lexicon({"Niesky": "Niski"})})
    assert polish.said == "Gmina Niski, numer 5"
    assert [polish.text[start : start + length] for start, length in polish.altered] == [
        "Niesky,", "nr",
    ]  # fmt: skip
    assert polish.key == ("pl", "Gmina Niesky, nr 5", "Gmina Niski, numer 5")


def test_a_pause_alone_changes_no_word(tmp_path: Path) -> None:
    draft = Draft()
    draft.put("survey", "F1", f"label::{DE}", "Heute – oder 2x?")
    draft.write(tmp_path / "probe", ".md")
    form = check_source(tmp_path / "probe").forms["Main"]
    (found,) = (each for each in pronunciations(form, DE, {}) if each.place == "/data/F1")
    assert [found.text[start : start + length] for start, length in found.altered] == ["2x?"]
