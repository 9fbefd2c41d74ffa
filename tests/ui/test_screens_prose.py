"""Running text on pages: nothing lost, nothing clipped, bold where it was marked."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from terminal_glass import theme_of

from kiosk.forms.markdown import plain
from kiosk.ui.widgets.prose import Prose

WORDS = st.text("abcdeöß", min_size=1, max_size=12)
PARAGRAPHS = st.lists(
    st.lists(WORDS, min_size=1, max_size=40).map(" ".join), min_size=1, max_size=6
)


@pytest.fixture(scope="module")
def prose(qapp: object) -> Iterator[Prose]:
    del qapp
    made = Prose(theme_of("15.6 landscape", 2))
    yield made
    made.deleteLater()


@given(paragraphs=PARAGRAPHS, height=st.integers(80, 900))
def test_no_word_is_lost_between_pages(prose: Prose, paragraphs: list[str], height: int) -> None:
    prose.show_paragraphs(paragraphs)
    count = prose.break_pages(900, height)
    words: list[str] = []
    for page in range(count):
        prose.show_page(page)
        words += prose.text().split()
        assert prose.page_height() <= height
    assert words == " ".join(paragraphs).split()


@given(paragraphs=PARAGRAPHS)
def test_paragraphs_that_fit_stay_whole(prose: Prose, paragraphs: list[str]) -> None:
    prose.show_paragraphs(paragraphs)
    tallest = 0
    for paragraph in paragraphs:
        alone = Prose(theme_of("15.6 landscape", 2))
        alone.show_paragraphs([paragraph])
        tallest = max(tallest, alone.heightForWidth(900))
    for page in range(prose.break_pages(900, tallest)):
        prose.show_page(page)
        for number, words, _ in prose.pieces():
            assert words == paragraphs[number]


def test_markdown_becomes_weight_not_text(qtbot: QtBot) -> None:
    def picture(text: str) -> QImage:
        made = Prose(theme_of("15.6 landscape", 2))
        qtbot.addWidget(made)
        made.show_paragraphs([text])
        made.break_pages(900, 200)
        made.resize(900, 200)
        assert made.text() == plain(text)
        return made.grab().toImage()

    assert picture("**Wichtig:** das hier") != picture("Wichtig: das hier")
    assert plain("**Wichtig:** das hier") == "Wichtig: das hier"
