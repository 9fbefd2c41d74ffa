"""What hangs and lies beside the terminal: poster, privacy notice, accessibility statement."""

import io

import pytest
from pypdf import PdfReader
from support.papers import face, fonts, pages, placed, rothenburg, squeezed

from kiosk.forms.markdown import plain
from kiosk.papers.accessibility_statement import accessibility_statement
from kiosk.papers.errors import NoLetters
from kiosk.papers.notice import Notice, NoticeSheet
from kiosk.papers.poster import poster
from kiosk.papers.privacy_notice import privacy_notice
from kiosk.papers.prose import TO_FILL_IN
from kiosk.papers.sheet import HEIGHT, LEFT, RIGHT, WIDTH

POSTER = poster(rothenburg().poster(), face())
NOTICE = privacy_notice(rothenburg().privacy_notice(), face())
STATEMENT = accessibility_statement(rothenburg().statement("1.2.3"), face())
every_sheet = pytest.mark.parametrize(
    "pdf", [POSTER, NOTICE, STATEMENT], ids=["poster", "notice", "statement"]
)


def shown(text: str) -> list[str]:
    """A text's words around what the town fills in."""
    return [squeezed(each) for each in plain(text).split(TO_FILL_IN)]


def test_the_poster_has_a_page_for_each_language_with_all_its_words_in_large_type() -> None:
    notices = rothenburg().poster().notices
    found = pages(POSTER)
    assert [each.language for each in notices] == [
        "Deutsch", "Leicht verständlich", "Polski", "English",
    ]  # fmt: skip
    assert len(found) == len(notices)
    for page, notice in zip(found, notices, strict=True):
        at = 0
        for text in notice.texts:
            for part in shown(text):
                at = page.index(part, at) + len(part)
    sizes = {each.page: each.size for each in placed(POSTER) if each.size not in (9, 16, 24, 38)}
    assert min(sizes.values()) >= 15
    assert sizes[1] > 19


def test_the_privacy_notice_has_every_text_in_every_language_in_order() -> None:
    whole = "".join(pages(NOTICE))
    at = 0
    for notice in rothenburg().privacy_notice().notices:
        assert len(notice.texts) == 14
        for text in notice.texts:
            for part in shown(text):
                at = whole.index(part, at) + len(part)


def test_the_statement_says_what_the_law_asks_for() -> None:
    whole = "".join(pages(STATEMENT))
    for said in (
        "Bedarfskiosk 1.2.3",
        f"Stand der Fragen: {rothenburg().hash}",
        "BfWebG",
        "BITV 2.0",
        "EN 301 549 V3.2.1",
        "WCAG 2.1",
        "teilweise vereinbar",
        "Gebärdensprache",
        "Nicht in Leichter Sprache: Bürgerumfrage – ausführlich",
        "Leicht verständlich, Polski, English",
        "innerhalb eines Monats",
        "Landesbeauftragter für Inklusion der Menschen mit Behinderungen",
        "Archivstraße 1, 01097 Dresden",
        "bfit-sachsen@dzblesen.de",
        "Das Wichtigste in leicht verständlicher Sprache",
    ):
        assert squeezed(said) in whole
    assert "@" not in whole.replace("bfit-sachsen@dzblesen.de", "")


@every_sheet
def test_nothing_stands_outside_the_page_and_nothing_waits_to_be_filled_in(pdf: bytes) -> None:
    for each in placed(pdf):
        assert each.left >= LEFT - 1, each
        assert each.right <= WIDTH - RIGHT + 1, each
        assert 30 <= each.base <= HEIGHT - 40, each
        assert TO_FILL_IN not in each.words


@every_sheet
def test_letters_are_embedded_and_the_file_says_what_it_is(pdf: bytes) -> None:
    assert {name.partition("+")[2][:8] for name, _ in fonts(pdf)} == {"Atkinson"}
    assert all(embedded for _, embedded in fonts(pdf))
    reader = PdfReader(io.BytesIO(pdf))
    assert reader.metadata is not None
    assert rothenburg().settings.title in str(reader.metadata.title)
    assert str(reader.root_object["/Lang"]).startswith("de")
    assert reader.outline


def test_the_same_study_gives_the_same_bytes() -> None:
    assert poster(rothenburg().poster(), face()) == POSTER
    assert privacy_notice(rothenburg().privacy_notice(), face()) == NOTICE
    assert accessibility_statement(rothenburg().statement("1.2.3"), face()) == STATEMENT


@pytest.mark.parametrize("made", [poster, privacy_notice])
def test_letters_that_the_typeface_lacks_are_named(made: object) -> None:
    sheet = NoticeSheet("Probe", "Stadt", (Notice("Українська", "Т", ("ґ",)),), "A", "uk")
    assert callable(made)
    with pytest.raises(NoLetters, match="ґ"):
        made(sheet, face())
