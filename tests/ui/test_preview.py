"""A preview asks as a terminal does, shows what is not asked, and leaves nothing behind."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from support.workbooks import DE, PL, Draft

from kiosk.journey import intents, stages
from kiosk.journey.stages import Farewell
from kiosk.study.checking import Source, check_source
from kiosk.ui.fitting.application import translation_of, unseen_application
from kiosk.ui.preview.desk import Questions
from kiosk.ui.preview.mark import HEIGHT_PX, WORDS
from kiosk.ui.preview.pictures import Series, take
from kiosk.ui.preview.runner import NOTHING_STORED, Preview, Previewed
from kiosk.ui.preview.running import Opened, open_preview
from kiosk.ui.theme import DisplayProfile

PROFILE = DisplayProfile(1280, 800, 15.6)


@pytest.fixture
def source(tmp_path: Path) -> Source:
    Draft().write(tmp_path / "probe", ".md")
    return check_source(tmp_path / "probe")


@pytest.fixture
def previewed(source: Source) -> Previewed:
    return Previewed(
        "Main",
        source.forms["Main"],
        (DE, PL),
        {"EIN": "1"},
        random.Random(1).random,
        lambda: datetime(2026, 11, 22, 12, tzinfo=UTC),
    )


@pytest.fixture
def opened(qtbot: QtBot, source: Source, previewed: Previewed) -> Iterator[Opened]:
    assert source.settings is not None
    application = unseen_application()
    opened = open_preview(
        application, previewed, source.settings, {}, PROFILE, language=DE, text_size=2
    )
    qtbot.addWidget(opened.desk)
    opened.desk.show()
    yield opened
    opened.close()


def shown(preview: Preview) -> str:
    assert isinstance(preview.stage, stages.Asking)
    return preview.stage.question.name


def forward(preview: Preview, *answers: str) -> None:
    for value in answers:
        preview.apply(intents.Answer(value))
        preview.apply(intents.Forward())


def test_it_routes_reminds_reviews_and_ends_without_a_store(previewed: Previewed) -> None:
    preview = Preview(previewed, DE, 2)
    assert shown(preview) == "BILD"
    preview.apply(intents.Forward())
    assert shown(preview) == "F1"
    preview.apply(intents.Forward())
    assert isinstance(preview.stage, stages.Asking)
    assert preview.stage.reminder
    preview.apply(intents.Resume())
    forward(preview, "1")
    assert shown(preview) == "F2"  # only asked of those who come often
    preview.apply(intents.Answer("601"))
    assert isinstance(preview.stage, stages.Asking)
    assert preview.stage.problem is not None
    assert preview.stage.problem.text == "Bis zu 600."
    forward(preview, "10", "2", "a", "1", "1", "Bänke")
    assert isinstance(preview.stage, stages.Review)
    assert [line.answer for line in preview.stage.lines][:2] == ["ja", "10"]
    preview.apply(intents.Change(preview.stage.lines[0].ref))
    forward(preview, "2")
    assert isinstance(preview.stage, stages.Review)
    assert "10" not in [line.answer for line in preview.stage.lines]  # F2 is not asked any more
    preview.apply(intents.Finish())
    assert preview.stage == stages.Goodbye(Farewell.SAVED, (NOTHING_STORED,))
    preview.apply(intents.Leave())
    assert shown(preview) == "BILD"
    preview.apply(intents.Forward())
    assert isinstance(preview.stage, stages.Asking)
    assert preview.stage.question.value == ""


def test_any_question_can_be_looked_at_and_left_for_the_nearest_that_is_asked(
    previewed: Previewed,
) -> None:
    preview = Preview(previewed, DE, 2)
    preview.go("/data/g/F3")
    assert (shown(preview), preview.asked_now) == ("F3", False)
    preview.apply(intents.Answer("2"))
    assert isinstance(preview.stage, stages.Asking)
    assert preview.stage.question.value == "2"
    preview.apply(intents.Forward())
    assert (shown(preview), preview.asked_now) == ("L1", True)
    preview.go("/data/g/F3")
    preview.apply(intents.Backward())
    assert shown(preview) == "F1"
    preview.go("/data/L1")
    assert preview.asked_now


def test_language_and_size_change_and_answers_stay(previewed: Previewed) -> None:
    preview = Preview(previewed, DE, 3)
    preview.go("/data/F1")
    preview.apply(intents.Answer("2"))
    preview.next_language()
    preview.next_text_size()
    assert isinstance(preview.stage, stages.Asking)
    assert (preview.stage.question.label, preview.stage.question.value) == ("Często?", "2")
    assert (preview.presentation.language, preview.presentation.text_size) == ("pl", 1)
    preview.apply(intents.CallHelp())
    assert isinstance(preview.stage, stages.HelpCalled)
    preview.apply(intents.Resume())
    preview.apply(intents.Discard())
    preview.apply(intents.ConfirmedDiscard())
    assert isinstance(preview.stage, stages.Goodbye)


def test_the_mark_is_always_there_and_hides_nothing(opened: Opened) -> None:
    desk, window = opened.desk, opened.window
    assert (window.width(), window.height()) == (1280, 800)
    assert desk.mark.isVisible()
    assert desk.mark.text() == WORDS
    assert desk.mark.mapTo(desk, desk.mark.rect().topLeft()).y() >= window.geometry().bottom()
    assert desk.height() == 800 + HEIGHT_PX
    assert "BILD" in desk.told.text()
    for name, key in (("Polski", Qt.Key.Key_F2), ("Größe 3", Qt.Key.Key_F3)):
        QTest.keyClick(desk, key)
        assert name in desk.told.text()
    assert dict(window.current.spoken())["question"] == "Ratusz."


def test_the_list_of_questions_leads_to_one_that_is_not_asked(opened: Opened) -> None:
    desk = opened.desk
    desk.choose_question()
    (dialog,) = desk.findChildren(Questions)
    dialog.field.setText("Wie kommen")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert isinstance(opened.window.stage, stages.Asking)
    assert opened.window.stage.question.name == "F3"
    assert "wird jetzt nicht gefragt" in desk.told.text()


def test_its_end_is_one_button(opened: Opened, qtbot: QtBot) -> None:
    (end,) = (b for b in opened.desk.findChildren(QPushButton) if b.text() == "Vorschau beenden")
    with qtbot.waitSignal(opened.desk.ended):
        end.click()


def test_pictures_of_every_question_in_every_language(
    qtbot: QtBot, source: Source, tmp_path: Path
) -> None:
    del qtbot
    application = unseen_application()
    translation = translation_of(application)
    series = Series("Main", source.forms["Main"], (DE, PL), (1,), PROFILE)
    told: list[str] = []
    count = take(series, lambda _name: b"", translation, tmp_path / "out", told.append)
    translation.close()
    files = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert count == len(files)
    for tag in ("de", "pl"):
        named = {each.split("-")[4].removesuffix(".png") for each in files if f"-{tag}-1-" in each}
        assert named == {"BILD", "F1", "F2", "F3", "L1", "R1", "R2", "T1"}
    picture = QImage(str(tmp_path / "out" / files[0]))
    assert picture.width() == 1280
    assert picture.height() > 800 + HEIGHT_PX - 1
    assert told == [f"Main {DE} 1", f"Main {PL} 1"]


def test_pictures_of_the_start_form_are_its_own_screens(
    qtbot: QtBot, source: Source, tmp_path: Path
) -> None:
    del qtbot
    assert source.settings is not None
    translation = translation_of(unseen_application())
    series = Series("S", source.forms["S"], (DE,), (2,), PROFILE, source.settings.start)
    take(series, lambda _name: b"", translation, tmp_path, lambda _told: None)
    translation.close()
    names = {path.name for path in tmp_path.glob("*.png")}
    assert {"S-de-2-003-S5.png", "S-de-2-004-E1.png", "S-de-2-001-S3-1.png"} <= names
