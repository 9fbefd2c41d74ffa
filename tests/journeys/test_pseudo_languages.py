"""The whole journey in a language 40 % longer and in one that reads from the right."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest
from person import MONTHS, Person
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import every_kind
from support.pseudo import BACKWARDS, LONGER, Pseudo, compile_app_words
from support.rothenburg import recipients, study_key
from support.terminal_facts import DAY
from support.touch import Clock
from test_input_equivalence import asked, running, sealed, think
from ways import PAGERS, Touch, name_of

from kiosk.study.building import build_package
from kiosk.study.study import read_package
from kiosk.ui.app import Terminal
from kiosk.ui.fitting.breaches import text_breaches, touch_breaches
from kiosk.ui.theme import Theme
from kiosk.ui.window import Window

SEED = "Frau Lang"
_DECIMAL = re.compile(r"(\d),(\d)")
WAY_IN = ("Beginnen", "{language}", "Weiter", "Apfel", "Weiter", "Ja", "Weiter")


@dataclass
class Reader(Touch):
    """A finger that knows German names and finds them in another language, page by page."""

    window: Window
    clock: Clock
    language: Pseudo
    breaches: list[str] = field(default_factory=list)
    looked_at: set[object] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__(self.window, self.clock)

    def press(self, *names: str) -> str:
        spelled = {each: name for name in names for each in (self.heard(name), self.core(name))}
        pagers = tuple(self.core(each) for each in PAGERS)
        unchosen = self.core("noch nicht gewählt")
        for _page in range(40):
            self._look()
            there = {self.heard(name_of(each)): each for each in reversed(self._buttons())}
            found = next((each for each in there if each in spelled), None)
            if found is not None:
                self.use(there[found])
                return spelled[found]
            pager = next((each for each in there if each.startswith(pagers)), None)
            # On full glass the question steps aside once a part of the date is touched.
            part = next((each for each in [*there][::-1] if each.endswith(unchosen)), None)
            assert pager or part, f"{names} not in {[*there]}"
            self.use(there[pager or part or ""])
        raise AssertionError(f"{names} are on no page")

    def heard(self, words: str) -> str:
        return self.language.heard(words)

    def core(self, name: str) -> str:
        if name in MONTHS:
            month = QLocale(self.language.tag).standaloneMonthName(MONTHS.index(name) + 1)
            return month[:1].upper() + month[1:]
        if QLocale(self.language.tag).decimalPoint() == ".":
            name = _DECIMAL.sub(r"\1.\2", "Punkt" if name == "Komma" else name)
        return self.language.core(name)

    def is_told(self, words: str) -> bool:
        shown = [words for _, words in self.window.current.to_read()]
        return self.core(words) in map(self.heard, [*shown, *map(name_of, self._buttons())])

    def _look(self) -> None:
        screen = self.window.current
        page = tuple((name_of(each), self.place(each).getRect()) for each in self._buttons())
        if page in self.looked_at:
            return
        self.looked_at.add(page)
        theme: Theme = screen.theme
        for each in (*text_breaches(screen, theme), *touch_breaches(screen, theme)):
            self.breaches.append(f"{type(screen).__name__}: {each}")


def read_by(
    terminal: Terminal, clock: Clock, language: Pseudo | None, way_in: tuple[str, ...]
) -> list[str]:
    """One person, from the welcome to thanks; what was not as accessibility.md §1 has it."""
    window = terminal.window
    spoken = language or Pseudo("de", "Deutsch (de)", lambda text: text)
    reader = Reader(window, clock, spoken)
    someone = Person(reader, lambda question: think(question, SEED), lambda: asked(window))
    own = "Deutsch" if language is None else language.tag  # nobody has named it
    someone.take_part(*(each.format(language=own) for each in way_in))
    someone.answer_everything()
    someone.finish()
    return reader.breaches


@pytest.mark.parametrize("language", [LONGER, BACKWARDS], ids=["longer", "backwards"])
def test_whoever_reads_it_leaves_what_a_german_reader_leaves(
    language: Pseudo,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qapp: QApplication,
    qtbot: QtBot,
) -> None:
    # The same day and the same chance for everybody.
    chance = SimpleNamespace(random=lambda: 0.37)
    monkeypatch.setattr("kiosk.opening.secrets", SimpleNamespace(SystemRandom=lambda: chance))
    monkeypatch.setattr("kiosk.opening.today", lambda: DAY)
    words = compile_app_words(tmp_path / "words", language)
    monkeypatch.setattr("kiosk.ui.app.TRANSLATIONS", words)
    every_kind.write_source(tmp_path / "source", language)
    package = build_package(tmp_path / "source", recipients(), study_key())
    study = read_package(package, "every.study.zip")
    left: dict[str, bytes] = {}
    for each in (None, language):
        folder, clock = tmp_path / (each.tag if each else "de"), Clock()
        with running(folder, package, clock, qapp, qtbot) as terminal:
            breaches = read_by(terminal, clock, each, WAY_IN)
            assert set(breaches) == set(), each
            left[folder.name] = sealed(terminal, folder, study, qtbot)
    assert left["de"] == left[language.tag]
