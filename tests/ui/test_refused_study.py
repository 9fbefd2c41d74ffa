"""A terminal whose study was tampered with says so on the glass and does not open the day."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.rothenburg import package
from support.running_terminal import started
from support.touch import Clock

from kiosk.journey import intents, stages
from kiosk.sealing.signing import DEMONSTRATION
from kiosk.sealing.stored_zip import read_zip
from kiosk.settings import STUDY
from kiosk.study.study import MANIFEST, SIGNATURE, packed
from kiosk.ui.app import Start


def test_a_foreign_study_is_refused_on_the_glass(
    folder: Path,
    clock: Clock,
    qapp: QApplication,
    qtbot: QtBot,
) -> None:
    files = dict(read_zip(package()))
    del files[MANIFEST], files[SIGNATURE]
    (folder / STUDY).write_bytes(packed(files, DEMONSTRATION))
    start = Start(folder, window=(1920, 1080))
    with started(start, qapp, qtbot, clock, at=stages.OutOfOrder) as terminal:
        window = terminal.window
        assert isinstance(window.stage, stages.OutOfOrder)
        assert "Schlüssel der Vorführung" in window.stage.text
        assert "Projektteam" in window.stage.text
        window.apply(intents.Begin())
        assert isinstance(window.stage, stages.OutOfOrder)
