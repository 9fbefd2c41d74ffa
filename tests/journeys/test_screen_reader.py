"""The terminal from outside, over the real accessibility bus: what Orca or a braille line gets.

Everything here is done as a screen reader does it: found by role and name, set off by the object's
own action, waited for by its events. The tree of every screen is audited within the program.
"""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import clocked_terminal
import pytest
from support.private_desktop import Desktop, private_desktop, running
from support.screen_reader import Node, ScreenReader, State, screen_reader
from support.terminal_facts import DAY

from kiosk.benchmarks.demonstration import install_measured
from kiosk.ui.idle import ALERT_SECONDS, IDLE_SECONDS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is the way of Linux")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A terminal that fills any screen, measured or not."""
    return install_measured(tmp_path / "terminal", lambda: DAY).folder


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """A screen and buses of the test's own."""
    with private_desktop(tmp_path) as desktop:
        yield desktop


@pytest.fixture
def reader(desktop: Desktop) -> Iterator[ScreenReader]:
    """A screen reader there, before anything else."""
    with screen_reader(desktop.session) as reader:
        yield reader


def showing(reader: ScreenReader, role: str) -> dict[str, Node]:
    """What shows with this role, by name."""
    return {node.name: node for node in reader.tree() if node.role == role}


def radio(reader: ScreenReader, name: str) -> Node:
    """The answer with this name, as soon as it shows."""
    return reader.until(lambda: showing(reader, "radio button").get(name))


def way_on(reader: ScreenReader) -> Node | None:
    """Through what is to be read before one takes part."""
    yes = showing(reader, "radio button").get("Ja, ich mache mit")
    return yes or showing(reader, "push button").get("Weiter lesen")


def other_words(reader: ScreenReader, read: dict[str, Node]) -> dict[str, Node] | None:
    """What there is to read, once it is something else."""
    now = showing(reader, "label")
    return now if now.keys() != read.keys() else None


def to_a_question(reader: ScreenReader) -> None:
    """From the welcome to the second question, each step by what it is called."""
    for name in ("Beginnen", "Deutsch", "Weiter"):
        reader.press(reader.button(name))
    reader.press(radio(reader, "Apfel"))
    reader.press(reader.button("Weiter"))
    reader.until(lambda: "Apfel" not in showing(reader, "radio button") or None)
    while (on := reader.until(partial(way_on, reader))).role != "radio button":
        read = showing(reader, "label")
        reader.press(on)
        reader.until(partial(other_words, reader, read))
    reader.press(on)
    reader.press(reader.button("Weiter"))
    for name in ("Für mich, kurz: 5 Minuten", "Ja, allein"):
        answer = radio(reader, name)
        reader.press(answer)
        reader.wait_for(answer.place[1], "checked", 1)
        reader.press(reader.button("Weiter"))
    reader.until(lambda: "Ja, allein" not in showing(reader, "radio button") or None)


def chosen(reader: ScreenReader) -> list[str]:
    """The answers that show as chosen."""
    answers = showing(reader, "radio button").values()
    return [node.name for node in answers if State.CHECKED in node.states]


def test_a_screen_reader_finds_answers_and_follows(
    folder: Path, desktop: Desktop, reader: ScreenReader
) -> None:
    command = (sys.executable, "-m", "kiosk", "run", "--data", str(folder))
    with running(command, desktop.environment):
        reader.button("Beginnen")
        buttons = [node for node in reader.tree() if node.role == "push button"]
        assert {"Beginnen", "Hilfe holen", "Darstellung"} <= {node.name for node in buttons}
        assert all(node.name and State.FOCUSABLE in node.states for node in buttons)
        assert "Was soll digital werden – und was nicht?" in showing(reader, "label")

        to_a_question(reader)
        question, answers = showing(reader, "label"), showing(reader, "radio button")
        assert any(name.endswith("?") for name in question)
        assert len(answers) > 1
        assert not chosen(reader)

        wanted = list(answers.values())[1]
        path = wanted.place[1]
        reader.focus(wanted)
        reader.wait_for(path, "focused", 1)
        reader.press(wanted)
        reader.wait_for(path, "checked", 1)
        assert chosen(reader) == [wanted.name]

        reader.press(reader.button("Hilfe holen"))
        back = reader.button("Weiter ausfüllen")
        shown = {node.name for node in reader.tree() if node.name}
        assert "Bitte warten Sie. Hilfe kommt." in shown
        assert not shown & {*question, *answers}
        reader.press(back)
        radio(reader, wanted.name)
        assert chosen(reader) == [wanted.name]


def test_nothing_of_a_hidden_interview_waits_in_the_tree(
    folder: Path, desktop: Desktop, reader: ScreenReader
) -> None:
    """A screen reader may ask for what does not show, and must learn nothing by it."""
    command = (sys.executable, clocked_terminal.__file__, str(folder))
    with running(command, desktop.environment) as terminal:
        to_a_question(reader)
        answers = showing(reader, "radio button")
        asked = {*answers, *(name for name in showing(reader, "label") if name.endswith("?"))}
        answer = next(iter(answers.values()))
        reader.press(answer)
        reader.wait_for(answer.place[1], "checked", 1)

        pass_(terminal, IDLE_SECONDS)
        reader.button("Ja, ich mache weiter")
        pass_(terminal, ALERT_SECONDS)
        reader.button("Weiter mit PIN")
        everything = reader.tree(hidden=True)
        assert "Diese Umfrage ist angehalten." in {node.name for node in everything}
        assert not asked & {node.name for node in everything}
        marked = {node.place[1] for node in everything if State.CHECKED in node.states}
        assert answer.place[1] not in marked


def pass_(terminal: subprocess.Popen[str], seconds: float) -> None:
    """Let so many seconds pass in the terminal."""
    assert terminal.stdin is not None
    terminal.stdin.write(f"{seconds}\n")
    terminal.stdin.flush()
