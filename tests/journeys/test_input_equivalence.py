"""The same person by touch, mouse, five keys, two switches and ear leaves the same answers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest
from person import LONGEST_TEXT, Answered, Listed, Person
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import every_kind, rothenburg
from support.rothenburg import identity
from support.running_terminal import set_up, started
from support.terminal_facts import DAY, PIN
from support.touch import Clock
from ways import Ear, FiveKeys, Heard, Mouse, Touch, TwoSwitches

from kiosk.forms.view import Kind, Layout, QuestionView
from kiosk.journey import intents, stages
from kiosk.office.collect import Expected, open_bundles
from kiosk.office.replay import StudyReplay
from kiosk.sealing.keys import Role
from kiosk.study.response import canonical
from kiosk.study.study import Study
from kiosk.ui.app import Start, Terminal
from kiosk.ui.window import Window

WAYS = ("touch", "mouse", "five keys", "two switches", "ear")


@dataclass(frozen=True)
class Survey:
    """A form, and what leads from the welcome to its first question."""

    package: Callable[[Path], bytes]
    study: Callable[[Path], Study]
    way_in: tuple[str, ...]


def _rothenburg(route: str) -> Survey:
    # Whoever listens is asked about fewer services: here everybody does.
    begin = ("Beginnen", "Deutsch", "Vorlesen: Ja", "Weiter", "Apfel", "Weiter")
    return Survey(
        lambda _folder: rothenburg.package(),
        lambda _folder: rothenburg.study(),
        (*begin, "Ja, ich mache mit", "Weiter", route, "Weiter"),
    )


SURVEYS = {
    "every kind": Survey(
        every_kind.package,
        every_kind.study,
        ("Beginnen", "Weiter", "Apfel", "Weiter", "Ja", "Weiter"),
    ),
    "K": _rothenburg("Für mich, kurz: 5 Minuten"),
    "V": _rothenburg("Für mich, länger: 12 Minuten"),
}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where studies are built once."""
    return tmp_path_factory.mktemp("built")


@pytest.fixture(autouse=True)
def _one_fate(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same day and the same chance for everybody, and a voice that remembers.

    Chance does not depend on how often it was asked: a page turned back asks it once more.
    """
    monkeypatch.setattr("kiosk.opening.today", lambda: DAY)
    chance = SimpleNamespace(random=lambda: 0.37)
    monkeypatch.setattr("kiosk.opening.secrets", SimpleNamespace(SystemRandom=lambda: chance))
    monkeypatch.setattr("kiosk.ui.app.Speaker", Heard)


@contextmanager
def running(
    folder: Path, package: bytes, clock: Clock, qapp: QApplication, qtbot: QtBot
) -> Iterator[Terminal]:
    """A terminal set up with a study, at its welcome."""
    start = Start(set_up(folder, package), window=(1920, 1080))
    with started(start, qapp, qtbot, clock) as terminal:
        yield terminal


def person(
    name: str, terminal: Terminal, clock: Clock, seed: str, before: list[Answered]
) -> Person:
    """Somebody who uses the terminal in the way called `name`."""
    window = terminal.window
    if name == "ear":
        heard = terminal.speaker
        assert isinstance(heard, Heard)
        ear = Ear(window, clock, heard)
        listed = Listed(ear, before)
        return Person(ear, listed.think, listed)
    kinds = {"touch": Touch, "mouse": Mouse, "five keys": FiveKeys, "two switches": TwoSwitches}
    return Person(
        kinds[name](window, clock), lambda question: think(question, seed), lambda: asked(window)
    )


def asked(window: Window) -> QuestionView | None:
    stage = window.stage
    return stage.question if isinstance(stage, stages.Asking) else None


def think(question: QuestionView, seed: str) -> str:
    """What one person answers to a question whenever they are asked: chosen at random."""
    wanted = every_kind.reply(question, Random(f"{seed} {question.ref}"))
    if question.kind is Kind.TEXT and question.layout is not Layout.DIGITS:
        return wanted[:LONGEST_TEXT]
    if wanted == "":
        return question.value  # what is there is left there
    return wanted


def sealed(terminal: Terminal, folder: Path, study: Study, qtbot: QtBot) -> bytes:
    """The answers as the office reads them, in their one spelling."""
    window = terminal.window
    window.apply(intents.HoldCorner())
    window.apply(intents.EnteredPin(PIN))
    window.apply(intents.Export(folder / "export"))
    qtbot.waitUntil(lambda: isinstance(s := window.stage, stages.StaffArea) and not s.busy)
    opened = open_bundles(
        [folder / "export"],
        identity(Role.PROJECT),
        Expected(study.settings.project, study.hash),
        StudyReplay(study),
    )
    (response,) = opened.responses
    return canonical(dict(response.answers))


def everybody(
    survey: Survey, seed: str, built: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> dict[str, tuple[list[Answered], bytes]]:
    """What was asked and what was sealed, by each way."""
    study = survey.study(built)
    done: dict[str, tuple[list[Answered], bytes]] = {}
    for name in WAYS:
        clock, folder = Clock(), tmp_path / name
        with running(folder, survey.package(built), clock, qapp, qtbot) as terminal:
            before = done["touch"][0] if done else []
            someone = person(name, terminal, clock, seed, before)
            someone.take_part(*survey.way_in)
            someone.answer_everything()
            someone.finish()
            assert isinstance(terminal.window.stage, stages.Welcome)
            done[name] = someone.answered, sealed(terminal, folder, study, qtbot)
    return done


def check(
    form: str, seed: str, built: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    done = everybody(SURVEYS[form], seed, built, tmp_path, qapp, qtbot)
    questions, answers = done["touch"]
    assert len(questions) > 10
    for name in WAYS:
        assert done[name][0] == questions, name
        assert done[name][1] == answers, name


@pytest.mark.parametrize("form", ["every kind", "K"])
def test_input_equivalence(
    form: str, built: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    check(form, "Herr Pohl", built, tmp_path, qapp, qtbot)


@pytest.mark.long
@pytest.mark.parametrize("number", range(6))
@pytest.mark.parametrize("form", list(SURVEYS))
def test_input_equivalence_of_many(
    form: str, number: int, built: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    check(form, f"Nachbar {number}", built, tmp_path, qapp, qtbot)
