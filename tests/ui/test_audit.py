"""The audit walks through the shipped study and finds nothing: a slice of it in every run."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.commands.audit import app, opened
from kiosk.journey.presentation import Scheme, Side
from kiosk.study.settings import StudySettings
from kiosk.ui.audit import plan, running
from kiosk.ui.audit.finding import Finding, Walked, alike
from kiosk.ui.audit.plan import Walk, pairwise, whole
from kiosk.ui.audit.report import html
from kiosk.ui.audit.rules import PAINTED, STANDING, WALKED
from kiosk.ui.fitting.breaches import Rule
from kiosk.ui.fitting.study import Laid

pytestmark = pytest.mark.usefixtures("qapp")

STUDY = Path(__file__).parents[2] / "resources/studies/rothenburg"
DISPLAYS = ("13.3p", "15.6", "21.5")
LANGUAGES = ("de", "de-x-leicht", "pl", "en")
SLICE = (
    Walk("13.3p", 3, False, Side.WIDE, "en", ()),
    Walk("15.6", 3, True, Side.LEFT, "pl", (), every_page=False),
    Walk("21.5", 2, False, Side.RIGHT, "de-x-leicht", (Scheme.YELLOW,), every_page=False),
)
ONE = Walk("15.6", 2, False, Side.WIDE, "de", ())
FOUND = Finding(
    Rule.GAP, "V/E3 1", "question", "Weiter", "3.1 mm", "≥ 4 mm", ONE, Scheme.STANDARD, b"\x89PNG"
)
opening = partial(opened, STUDY, allow=False)


def opening_the_short_one() -> tuple[Laid, StudySettings]:
    """With the short form for citizens only."""
    laid, settings = opening()
    return replace(laid, forms={name: laid.forms[name] for name in "SK"}), settings


def told(walked: Sequence[Walked]) -> list[str]:
    return [f"{each.first}" for each in alike(walked)]


def test_a_slice_of_the_shipped_study_has_no_findings() -> None:
    walked = list(running.run_walks(SLICE, opening_the_short_one, jobs=1))
    assert told(walked) == []
    assert walked[0].pages > 150
    assert walked[2].painted > 60


@pytest.mark.long
def test_the_shipped_study_has_no_findings() -> None:
    walks = whole(DISPLAYS, LANGUAGES)
    assert told(list(running.run_walks(walks, opening, os.cpu_count() or 1))) == []


def test_whole_walks_every_page_in_every_setting_and_every_kind_in_every_colour() -> None:
    walks = whole(DISPLAYS, LANGUAGES)
    pages = [w for w in walks if w.every_page]
    assert len(pages) == 3 * 3 * 2 * 4
    colours = {(w.display, w.text_size, scheme) for w in walks for scheme in w.schemes}
    assert len(colours) == 3 * 3 * 5
    sides = {(w.display, w.text_size, w.large_targets, w.side) for w in walks}
    assert len(sides) == 3 * 3 * 2 * 3


def test_pairwise_meets_each_two_settings_once() -> None:
    walks = pairwise(DISPLAYS, LANGUAGES)
    assert len(walks) <= 25

    def pairs(some: Sequence[Walk]) -> set[tuple[tuple[int, object], ...]]:
        rows = [(w.display, w.text_size, w.large_targets, w.side, w.language, w.schemes[0])
                for w in some]  # fmt: skip
        return {pair for row in rows for pair in combinations(enumerate(row), 2)}

    every = [
        Walk(d, s, t, i, n, (c,))
        for d in DISPLAYS
        for s in (1, 2, 3)
        for t in (False, True)
        for i in Side
        for n in LANGUAGES
        for c in Scheme
    ]
    assert pairs(walks) == pairs(every)


def test_every_rule_belongs_to_one_group() -> None:
    assert sorted((*STANDING, *PAINTED, *WALKED)) == sorted(Rule)


def test_findings_that_one_mend_clears_stand_together_with_their_picture() -> None:
    bare = Finding(FOUND.rule, "V/E4 1", FOUND.kind, FOUND.words, "3.0 mm", "", ONE, FOUND.scheme)
    groups = alike([Walked(ONE, 2, 0, 1, 9, (bare, FOUND))])
    assert [(each.first, len(each.all)) for each in groups] == [(FOUND, 2)]
    report = html("Rothenburg", [Walked(ONE, 2, 0, 1, 9, (bare, FOUND))])
    assert "2 Befunde, 1 verschiedene" in report
    assert "data:image/png;base64,iVBORw==" in report
    for words in ("V/E3 1", "3.1 mm", "≥ 4 mm", "1 / 9", "15.6, Größe 2, Seite wide, de"):
        assert words in report


@pytest.mark.parametrize(("findings", "status"), [((), 0), ((FOUND,), 1)])
def test_the_command_ends_with_what_it_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, findings: tuple[Finding, ...], status: int
) -> None:
    def walked(walks: Sequence[Walk], *_others: object) -> Iterator[Walked]:
        for walk in walks:
            yield Walked(walk, 3, 0, 0, 5, findings)

    monkeypatch.setattr(plan, "whole", lambda *_given: (ONE,))
    monkeypatch.setattr(running, "run_walks", walked)
    done = CliRunner().invoke(app, [str(STUDY), "--out", str(tmp_path), "--display", "15.6"])
    assert done.exit_code == status, done.output
    assert "Rothenburg" not in done.output
    assert str(len(findings)) in done.output
    assert (tmp_path / "audit.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_display_that_is_none_and_a_folder_that_is_none_are_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, [str(STUDY), "--display", "tall"])
    assert done.exit_code == 1
    assert "13.3p" in done.output
    done = CliRunner().invoke(app, [str(tmp_path / "none")])
    assert done.exit_code == 1
