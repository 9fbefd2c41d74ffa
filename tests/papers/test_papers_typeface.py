"""Text breaks into lines that fit, and nothing of it is lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.papers.errors import NoTypeface
from kiosk.papers.typeface import lines_of, typeface, width_of

FACE = typeface(Path(__file__).parents[2] / "resources" / "fonts")
WORDS = st.text("abcdefgäöüß", min_size=1, max_size=40)


@given(st.lists(WORDS, max_size=12), st.floats(40, 400))
def test_lines_fit_and_keep_every_letter(words: list[str], width: float) -> None:
    lines = lines_of(" ".join(words), FACE.regular, 9, width)
    assert all(width_of(line, FACE.regular, 9) <= width for line in lines)
    letters = "".join(lines).replace("-", "").replace(" ", "")
    assert letters == "".join(words)


def test_words_are_not_broken_where_they_fit() -> None:
    assert lines_of("Räume und Hallen", FACE.regular, 9, 60) == ["Räume und", "Hallen"]
    assert lines_of("Räume und\u00a0Hallen", FACE.regular, 9, 60) == ["Räume", "und Hallen"]
    assert lines_of("", FACE.regular, 9, 60) == [""]


def test_a_missing_font_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportlab.pdfbase.pdfmetrics.getRegisteredFontNames", list)
    with pytest.raises(NoTypeface, match="Regular"):
        typeface(tmp_path)
    (tmp_path / "AtkinsonHyperlegibleNext-Regular.ttf").write_bytes(b"no font")
    with pytest.raises(NoTypeface, match="Regular"):
        typeface(tmp_path)
