"""A day of use, with words in every answer that stand nowhere else: no file ever holds them."""

import base64
import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.respondent import answer
from support.rothenburg import package
from support.running_terminal import set_up, started
from support.terminal_facts import PIN

from kiosk.forms.view import Kind
from kiosk.journey import intents, stages
from kiosk.ui.app import Start
from kiosk.ui.window import Window

CANARY = "Kanarienvogelgäßchen"
PLACES = ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


def spellings() -> list[bytes]:
    """As text in every encoding a library may choose, escaped, and in the middle of base64."""
    found = [CANARY.encode(each) for each in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")]
    found += [json.dumps(CANARY)[1:-1].encode(), CANARY.lower().encode(), CANARY.upper().encode()]
    raw = CANARY.encode()
    found += [base64.b64encode(raw[at:])[:16] for at in range(3)]
    return found


def holding(folder: Path) -> list[str]:
    """The files under `folder` that hold the canary in any spelling."""
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and any(each in path.read_bytes() for each in spellings())
    ]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Every place where a program leaves something, in one folder."""
    for name in PLACES:
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield tmp_path
    tempfile.tempdir = None


def begin(window: Window) -> None:
    for intent in (
        intents.Begin(), intents.PickLanguage("de"), intents.Forward(), intents.Answer("1"),
        intents.Forward(), intents.Forward(), intents.Answer("1"), intents.Forward(),
        intents.Answer("2"), intents.Forward(),
        intents.Answer("1"), intents.Forward(),  # alone: the open question is asked
    ):  # fmt: skip
        window.apply(intent)
    assert isinstance(window.stage, stages.Asking), window.stage


def go_on(window: Window, random: Random, most: int = 400) -> int:
    """Answer up to `most` questions; how many held the canary."""
    written = 0
    for _ in range(most):
        stage = window.stage
        if not isinstance(stage, stages.Asking):
            break
        if stage.question.kind is Kind.TEXT:
            window.apply(intents.Answer(f"{CANARY} {random.randrange(100)}"))
            written += 1
        else:
            answer_it(window, stage, random)
        window.apply(intents.Forward())
        QApplication.processEvents()
        if isinstance(window.stage, stages.Pause):
            window.apply(intents.Forward())
    return written


def answer_it(window: Window, stage: stages.Asking, random: Random) -> None:
    value = answer(stage.question, random)
    if value is not None:
        window.apply(intents.Answer(value))


def test_a_file_with_the_canary_is_found(tmp_path: Path) -> None:
    for number, spelled in enumerate(spellings()):
        (tmp_path / f"{number}").write_bytes(b"\x00" + spelled + b"\x00")
    (tmp_path / "clean").write_bytes(b"Kanarienvogel")
    assert len(holding(tmp_path)) == len(spellings())


def test_after_a_day_of_use_no_file_holds_an_answer(
    machine: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    folder = set_up(machine / "terminal", package())
    start, random = Start(folder, window=(1280, 800)), Random(17)
    written = 0
    with started(start, qapp, qtbot, time.monotonic) as terminal:
        window = terminal.window
        for end in ("finished", "discarded", "expired"):
            begin(window)
            written += go_on(window, random)
            assert holding(machine) == []  # while the answers are on the glass
            if end == "finished":
                window.apply(intents.Finish())
            elif end == "discarded":
                window.apply(intents.Discard())
                window.apply(intents.ConfirmedDiscard())
            else:
                for intent in (intents.WentIdle(), intents.IdleExpired(), intents.StartOver()):
                    window.apply(intent)
                window.apply(intents.StartOver())
            if isinstance(window.stage, stages.Goodbye):
                window.apply(intents.Leave())
            assert isinstance(window.stage, stages.Welcome)
            assert holding(machine) == []
        begin(window)
        written += go_on(window, random)
    # The program ended in the middle: the next start packs what there is.
    with started(start, qapp, qtbot, time.monotonic) as terminal:
        window = terminal.window
        window.apply(intents.HoldCorner())
        window.apply(intents.EnteredPin(PIN))
        assert isinstance(window.stage, stages.StaffArea)
        window.apply(intents.Export(folder / "export"))
        qtbot.waitUntil(
            lambda: isinstance(window.stage, stages.StaffArea) and bool(window.stage.notice),
            timeout=20_000,
        )
        assert not window.stage.trouble, window.stage.notice
        assert holding(machine) == []
    assert written >= 4
    assert len(list((folder / "export").rglob("*.kb.zip"))) == 1
    assert holding(machine) == []
