"""The town's crest and colour: what is taken, what is refused, and where it arrives."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.rothenburg import SOURCE, recipients, signers, study_key
from test_study_settings import WHOLE, read

from kiosk.errors import message
from kiosk.installing import install_terminal
from kiosk.settings import FILE, SettingsError, read_terminal
from kiosk.study.building import package_of
from kiosk.study.checking import Source, check_source
from kiosk.study.errors import StudyError
from kiosk.study.look import LEAST_CONTRAST, Look, accent_contrast, blended, contrast

CREST = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


def test_a_study_has_its_crest_and_colour_or_neither() -> None:
    assert read().look == Look()
    text = WHOLE + '\n[look]\ncrest = "wappen.svg"\naccent = "#5a1a0e"\n'
    assert read(text).look == Look("wappen.svg", "#5A1A0E")


@pytest.mark.parametrize(
    ("accent", "said"),
    [
        ("grün", "eine Farbe wie"),
        ("#12345", "eine Farbe wie"),
        ("#3388CC", "zu hell"),
        ("#FFFFFF", "zu hell"),
    ],
)
def test_a_colour_that_is_none_or_too_light_is_refused_by_its_key(accent: str, said: str) -> None:
    with pytest.raises(StudyError) as caught:
        read(f'{WHOLE}\n[look]\naccent = "{accent}"\n')
    assert "look.accent" in message(caught.value, "de")
    assert said in message(caught.value, "de")


def test_contrast_is_that_of_the_norm() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)  # WCAG's example
    assert blended("#000000", "#FFFFFF", 0.5) == "#808080"


@given(COLOURS)
def test_what_is_taken_is_dark_enough_on_everything_it_stands_on(colour: str) -> None:
    if accent_contrast(colour) >= LEAST_CONTRAST:
        assert contrast(colour, "#FFFFFF") >= LEAST_CONTRAST
        assert contrast("#FFFFFF", blended(colour, "#000000", 0.42)) >= LEAST_CONTRAST


def town(folder: Path, look: str, crest: str = "") -> Path:
    shutil.copytree(SOURCE, folder)
    with (folder / "study.toml").open("a", encoding="utf-8") as file:
        file.write(look)
    if crest:
        (folder / "media" / crest).write_text(CREST, encoding="utf-8")
    return folder


def codes(source: Source) -> dict[str, str]:
    return {each.finding.code: each.cell.file for each in source.diagnosis.all}


def test_a_crest_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = check_source(town(tmp_path / "missing", '\n[look]\ncrest = "wappen.svg"\n'))
    assert codes(missing)["E412"] == "study.toml"


def test_crest_and_colour_stand_beside_the_terminal_for_its_first_frame(tmp_path: Path) -> None:
    look = '\n[look]\ncrest = "wappen.svg"\naccent = "#5A1A0E"\n'
    source = check_source(town(tmp_path / "town", look, "wappen.svg"))
    assert not codes(source).keys() & {"E412", "W413"}
    package = package_of(source, "town", recipients(), study_key())
    folder = tmp_path / "terminal"
    install_terminal(
        folder,
        package,
        "town",
        pin="246810",
        site="rathaus",
        text_size=2,
        today=lambda: date(2026, 11, 26),
        signers=signers(),
    )
    settings = read_terminal(folder)
    assert (settings.crest, settings.accent) == ("crest.svg", "#5A1A0E")
    assert (folder / "crest.svg").read_text(encoding="utf-8") == CREST
    toml = folder / FILE
    toml.write_text(
        toml.read_text(encoding="utf-8").replace('"crest.svg"', '"../crest.svg"'), encoding="utf-8"
    )
    with pytest.raises(SettingsError, match="crest"):
        read_terminal(folder)
