import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QRawFont
from terminal_glass import PANELS, ROOT, theme_of

from kiosk.study import look
from kiosk.ui.errors import MissingFontError
from kiosk.ui.fonts import FAMILY, FILES, install_fonts
from kiosk.ui.painting import text_block
from kiosk.ui.theme import CAPITALS_MM, STANDARD

pytestmark = pytest.mark.usefixtures("qapp")

POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
SIGNS = "–„“‚‘…•‹›«»€−"
SOURCES = [*(ROOT / "kiosk" / "ui").rglob("*.py"), *(ROOT / "resources").rglob("*.md")]


def contrast(one: QColor, other: QColor) -> float:
    return look.contrast(one.name(), other.name())


@pytest.mark.parametrize("file", FILES)
def test_every_sign_of_the_survey_and_of_the_screens_has_a_glyph(file: str) -> None:
    font = QRawFont(str(ROOT / "resources" / "fonts" / file), 40.0)
    text = "".join(path.read_text(encoding="utf-8") for path in SOURCES) + POLISH + SIGNS
    needed = {sign for sign in text if not sign.isspace() and sign.isprintable()}
    # Arrows and mathematics stand in comments and prose for authors only, never on a screen.
    prose = set("→≥≤×§═─│└├▶°′±≈∈⊆⇒·′")
    assert sorted(sign for sign in needed - prose if not font.supportsCharacter(ord(sign))) == []


def test_a_missing_font_file_says_which(tmp_path: Path) -> None:
    with pytest.raises(MissingFontError) as caught:
        install_fonts(tmp_path)
    assert str(tmp_path / FILES[0]) in caught.value.de
    (tmp_path / FILES[0]).write_bytes(b"no font")
    with pytest.raises(MissingFontError):
        install_fonts(tmp_path)


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("size", [1, 2, 3])
def test_capitals_have_the_height_promised(panel: str, size: int) -> None:
    theme = theme_of(panel, size)
    for bold in (False, True):
        font = theme.font(bold)
        assert QFontInfo(font).family() == FAMILY
        height = QFontMetricsF(font).capHeight() / PANELS[panel].px_per_mm
        assert CAPITALS_MM[size - 1] <= height <= CAPITALS_MM[size - 1] + 0.35
    assert QFontMetricsF(theme.secondary).capHeight() / PANELS[panel].px_per_mm >= CAPITALS_MM[0]


def test_a_text_size_not_offered_is_an_error() -> None:
    with pytest.raises(ValueError, match="not offered"):
        theme_of("15.6 landscape", 4)


def test_every_ink_keeps_ten_to_one_on_its_grounds() -> None:
    grounds = (STANDARD.paper, STANDARD.row, STANDARD.tint, STANDARD.pressed, STANDARD.strip)
    for ground in grounds:
        assert contrast(STANDARD.ink, ground) >= 10
    for ground in (STANDARD.paper, STANDARD.strip):
        assert contrast(STANDARD.quiet, ground) >= 10
    for ground in (STANDARD.paper, STANDARD.row, STANDARD.tint):
        assert contrast(STANDARD.accent, ground) >= 10
    assert contrast(STANDARD.on_accent, STANDARD.accent) >= 10
    assert contrast(STANDARD.on_accent, STANDARD.accent_pressed) >= 10


@pytest.mark.parametrize("width", [120, 300, 900])
def test_broken_text_keeps_every_word_and_its_width(width: int) -> None:
    font = theme_of("15.6 landscape", 2).font()
    text = "Wohnung an-, um- oder abmelden:\nWie wichtig ist Ihnen, dass das auch online geht?"
    block = text_block(text, font, width)
    assert re.sub(r"\s", "", "".join(block.lines)) == re.sub(r"\s", "", text)
    assert block.width <= width
    assert block.broken is (width == 120)
