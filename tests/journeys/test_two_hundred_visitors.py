"""Two hundred people tap their way through the real window; the office reads what was tapped."""

import csv
import json
from collections import Counter
from pathlib import Path
from random import Random

from pytestqt.qtbot import QtBot
from support.rothenburg import identity
from support.terminal_facts import DAY, PIN
from support.touch import Hand
from visitor import Visitor

from kiosk.journey import stages
from kiosk.journey.steps import in_steps
from kiosk.office.collect import Expected, open_bundles
from kiosk.office.progress import silent
from kiosk.office.reading import open_for_study
from kiosk.office.replay import StudyReplay
from kiosk.office.studies import find_study
from kiosk.papers.typeface import typeface
from kiosk.resources import FONTS
from kiosk.sealing.keys import Role
from kiosk.study.codes import Missing
from kiosk.study.response import Response, Value
from kiosk.study.study import Study
from kiosk.ui.staff.staff_screen import StaffScreen

VISITORS = 200
ROUTES = {"V": "Für mich, länger: 12 Minuten", "K": "Für mich, kurz: 5 Minuten"}
NOT_ASKED = {str(Missing.NOT_ASKED_FILTER.value), str(Missing.NOT_ASKED_DESIGN.value)}


def test_the_office_reads_what_two_hundred_visitors_tapped(
    hand: Hand, folder: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    visitors = []
    for number in range(VISITORS):
        form = "V" if number % 2 == 0 else "K"
        visitor = Visitor(hand, Random(number))
        visitor.take_part(ROUTES[form])
        visitor.answer_everything()
        visitor.finish()
        visitors.append((form, visitor))
    hand_over(hand, folder, qtbot)

    bundles = [folder / "export"]
    study = find_study(bundles)
    opened = open_bundles(
        bundles,
        identity(Role.PROJECT),
        Expected("rothenburg", study.hash),
        StudyReplay(study),
    )
    assert opened.report.refused == ()
    tapped = Counter(spelled(form, expected(study, form, visitor)) for form, visitor in visitors)
    read = Counter(spelled(each.header.form, asked(each)) for each in opened.responses)
    assert read == tapped

    results = open_for_study(
        study,
        bundles,
        identity(Role.ESCROW),
        tmp_path / "results",
        typeface(FONTS),
        DAY,
        silent,
    )
    codes = next(path for path in results.paths if path.name.endswith("_codes.csv"))
    with codes.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert Counter(row["D1"] for row in rows) == Counter(
        str(each.answers["D1"]) for each in opened.responses
    )
    assert len(rows) == VISITORS


def hand_over(hand: Hand, folder: Path, qtbot: QtBot) -> None:
    """Corner, PIN, export to the terminal's own folder."""
    hand.window.corner.held.emit()
    assert isinstance(hand.stage, stages.EnterPin)
    for digit in PIN:
        hand.tap(digit)
    hand.tap("Anmelden")
    stage = hand.stage
    assert isinstance(stage, stages.StaffArea)
    assert dict(stage.counts)["Fertig"] == in_steps(VISITORS)
    assert stage.waiting == VISITORS
    assert isinstance(hand.window.current, StaffScreen)
    hand.tap("Ordner „export“")
    qtbot.waitUntil(lambda: isinstance(s := hand.stage, stages.StaffArea) and not s.busy)
    done = hand.stage
    assert isinstance(done, stages.StaffArea)
    assert not done.trouble, done.notice
    assert done.waiting == 0
    assert list((folder / "export").rglob("*.kb.zip"))


def expected(study: Study, form: str, visitor: Visitor) -> dict[str, Value]:
    """What was tapped, as the variables should say it."""
    answers: dict[str, Value] = {}
    for ref, (question, value) in visitor.answers.items():
        itemset = study.forms[form].questions[template(ref)].itemset
        authored = [item.value for item in itemset.items] if itemset is not None else []
        chosen = value.split()
        tidy = " ".join(each for each in authored if each in chosen) if authored else value
        said = tidy or str(Missing.SKIPPED.value)
        if "[" in ref:
            loop = answers.setdefault(question.name, {})
            assert isinstance(loop, dict)
            loop[service(study, form, question.label)] = said
        else:
            answers[question.name] = said
    return answers


def template(ref: str) -> str:
    return "/".join(step.partition("[")[0] for step in ref.split("/"))


def service(study: Study, form: str, label: str) -> str:
    """The code of the service a loop question names."""
    items = study.forms[form].questions["/data/L1"].itemset
    assert items is not None
    language = study.forms[form].default_language
    texts = study.forms[form].itext
    return next(
        item.value
        for item in items.items
        if label.startswith("".join(map(str, texts[item.label.identifier][language])) + ": ")
    )


def asked(response: Response) -> dict[str, Value]:
    """The variables that were asked: without filters, splits and what was calculated."""
    found: dict[str, Value] = {}
    for name, value in response.answers.items():
        if name in DERIVED or value == {} or (isinstance(value, str) and value in NOT_ASKED):
            continue
        found[name] = value
    return found


DERIVED = {
    "WELLE", "VORLESEN", "X1_AN", "seed", "SPLIT", "HILFE", "L_M", "L_K", "L_FOLGE", "L2_M",
    "L_ZUG1", "L_ZUG2", "L_ZUG3",
}  # fmt: skip


def spelled(form: str, answers: dict[str, Value]) -> str:
    return form + json.dumps(answers, sort_keys=True, ensure_ascii=False)
