"""How few people the answers could mean: the audit of quasi-identifiers against the register.

Each of age, sex, area, occupation, language, help and site says little; together they can point at
one person in a small town (instrument.md B.3, privacy.md D.4). Population figures come from the
register's margins in study.toml; where only margins are known, a cell is estimated as if they were
independent, as privacy.md D.4 no. 13 does.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kiosk.forms.form import Form
from kiosk.study.finding import Finding, Severity
from kiosk.study.settings import RegisterRow, StudySettings

NAMES = ("D1", "D2", "D3", "D4", "S1", "HILFE", "STANDORT")
"""Age, sex, area, occupation, language, help, site."""
PLANNED = (("D1",), ("D2",), ("D3",), ("D1", "D2"), ("D1", "D3"), ("D2", "D3"), ("D1", "D2", "D3"))
"""What may be published crossed with what (privacy.md D.4 no. 13)."""
LEAST = 5
"""The fewest persons a published cell may stand for."""

_AXES = ("D1", "D2", "D3")
Cells = Mapping[tuple[int, ...], float]


@dataclass(frozen=True, slots=True)
class Population:
    """How many persons are in each cell of a cross table of `names`; `estimated` from margins."""

    names: tuple[str, ...]
    cells: Cells
    estimated: bool

    @property
    def smallest(self) -> tuple[tuple[int, ...], float] | None:
        """The smallest cell that holds anybody, and how many."""
        held = [(count, codes) for codes, count in self.cells.items() if count > 0]
        if not held:
            return None
        count, codes = min(held)
        return codes, count


def quasi_identifiers(
    forms: Mapping[str, Form],
    settings: StudySettings,
    *,
    names: Sequence[str] = NAMES,
    planned: Sequence[tuple[str, ...]] = PLANNED,
    least: int = LEAST,
) -> Iterator[Finding]:
    """The audit of a study.

    E801: a planned table has a cell for fewer than `least` persons of the population. W811: all
    quasi-identifiers of a form together leave fewer than `least` persons. W812: quasi-identifiers
    of a form that the register has no figures for. W813: no register figures at all.
    """
    asked = {
        name: _present(form, settings, names)
        for name, form in forms.items()
        if name != settings.start.form
    }
    if not settings.register:
        if any(asked.values()):
            yield _finding(
                "W813",
                "",
                "register",
                "Die Registerzahlen fehlen; ohne sie lässt sich nicht prüfen, wie wenige Menschen "
                "eine Antwort meinen kann (Alter, Geschlecht und Ort zusammen).",
                "There are no register figures; without them it cannot be checked how few people "
                "an answer may mean (age, sex and area together).",
            )
        return
    everybody = {name for present in asked.values() for name in present}
    for table in planned:
        if everybody.issuperset(table):
            yield from _published(table, settings, least)
    for form, present in asked.items():
        yield from _together(form, present, settings, least)


def population(names: tuple[str, ...], settings: StudySettings) -> Population | None:
    """The population of a cross table; None when the register does not know one of `names`."""
    if not names or not set(names) <= set(_AXES):
        return None
    ordered = tuple(axis for axis in _AXES if axis in names)
    direct = _margin(ordered, settings.register)
    if direct is not None:
        return Population(ordered, direct, estimated=False)
    parts = _parts(ordered, settings.register)
    if parts is None:
        return None
    total = settings.population.n or max(sum(cells.values()) for _part, cells in parts)
    cells: dict[tuple[int, ...], float] = {}
    for combined in product(*(cells.items() for _part, cells in parts)):
        codes = {
            axis: code
            for (part, _cells), (key, _count) in zip(parts, combined, strict=True)
            for axis, code in zip(part, key, strict=True)
        }
        shares = math.prod(count / total for _key, count in combined) if total else 0.0
        cells[tuple(codes[axis] for axis in ordered)] = shares * total
    return Population(ordered, cells, estimated=True)


def _parts(
    names: tuple[str, ...], register: Sequence[RegisterRow]
) -> list[tuple[tuple[str, ...], Cells]] | None:
    """Known margins that together hold all of `names`, the most detailed first."""
    for size in range(len(names) - 1, 0, -1):
        for place in range(len(names)):
            part = tuple(sorted((*names, *names)[place : place + size]))
            rest = tuple(name for name in names if name not in part)
            first = _margin(part, register)
            if first is None:
                continue
            second = _margin(rest, register)
            if second is not None:
                return [(part, first), (rest, second)]
            others = _parts(rest, register) if len(rest) > 1 else None
            if others is not None:
                return [(part, first), *others]
    return None


def _margin(names: tuple[str, ...], register: Sequence[RegisterRow]) -> Cells | None:
    """The register's own figures for exactly `names`, or added up from finer ones."""
    finer = sorted({_axes(row) for row in register if set(_axes(row)) >= set(names)}, key=len)
    if not finer:
        return None
    cells: dict[tuple[int, ...], float] = {}
    for row in register:
        if _axes(row) == finer[0]:
            codes = _codes(row)
            key = tuple(codes[name] for name in names)
            cells[key] = cells.get(key, 0.0) + row.count
    return cells


def _codes(row: RegisterRow) -> dict[str, int]:
    given = zip(_AXES, (row.age, row.sex, row.area), strict=True)
    return {name: code for name, code in given if code is not None}


def _axes(row: RegisterRow) -> tuple[str, ...]:
    return tuple(_codes(row))


def _published(table: tuple[str, ...], settings: StudySettings, least: int) -> Iterator[Finding]:
    found = population(table, settings)
    if found is None:
        return
    for codes, count in sorted(found.cells.items()):
        if 0 < count < least:
            yield _finding(
                "E801",
                "",
                "register",
                f"Die Tabelle {_crossed(found.names)} darf so nicht veröffentlicht werden: Für "
                f"{_cell(found.names, codes)} gibt es {_persons(found, count)}, mindestens "
                f"{least} müssen es sein. Bitte gröber zusammenfassen.",
                f"The table {_crossed(found.names)} must not be published like this: for "
                f"{_cell(found.names, codes)} there are {_persons(found, count, 'en')}, at least "
                f"{least} are needed. Make the groups coarser.",
            )


def _together(
    form: str, present: Mapping[str, int], settings: StudySettings, least: int
) -> Iterator[Finding]:
    known = tuple(name for name in present if name in _AXES)
    found = population(known, settings)
    figured = found.names if found is not None else ()
    unknown = [name for name in present if name not in figured]
    if unknown:
        listed = ", ".join(unknown)
        yield _finding(
            "W812",
            form,
            "",
            f"Ohne Registerzahlen gefragt: {listed}. Wie wenige Menschen damit gemeint sein "
            "können, ist nur geschätzt; bitte nie zugleich nach Alter, Geschlecht und Ort zeigen.",
            f"Asked without register figures: {listed}. How few people they can mean is only "
            "estimated; never analyse them by age, sex and area at once.",
        )
    smallest = found.smallest if found is not None else None
    if found is None or smallest is None:
        return
    codes, count = smallest
    split = math.prod(max(1, present[name]) for name in unknown)
    if count / split < least:
        everything = _crossed((*figured, *unknown))
        left = f"{count / split:.1f}"
        yield _finding(
            "W811",
            form,
            "",
            f"{everything} zusammen lassen im Schnitt {left.replace('.', ',')} Menschen übrig "
            f"({_cell(found.names, codes)}: {_persons(found, count)}). Bitte nie alle kreuzen.",
            f"{everything} together leave {left} people on average "
            f"({_cell(found.names, codes)}: {_persons(found, count, 'en')}). Never cross them all.",
        )


def _present(form: Form, settings: StudySettings, names: Sequence[str]) -> dict[str, int]:
    """The quasi-identifiers a response to the form holds, and how many answers each has."""
    paths = {node.name: node.template for node in form.template.descendants()}
    found: dict[str, int] = {}
    for name in names:
        if name == "S1":
            answers = sum(
                form.identifier in language.forms for language in settings.languages.values()
            )
            if answers > 1:
                found[name] = answers
        elif name == "STANDORT":
            if len(settings.sites) > 1:
                found[name] = len(settings.sites)
        elif name in paths:
            found[name] = _answers(form, paths[name])
    return found


def _answers(form: Form, path: str) -> int:
    """How many substantive answers a node can hold; those of what a calculation reads."""
    question = form.questions.get(path)
    if question is None:
        bind = form.binds.get(path)
        reads = bind.calculate.reads if bind is not None and bind.calculate is not None else ()
        return max((_answers(form, each) for each in reads if each in form.questions), default=1)
    items = question.itemset.items if question.itemset is not None else ()
    # Codes below zero say why there is no answer.
    return sum(not item.value.startswith("-") for item in items) or 1


def _crossed(names: Sequence[str]) -> str:
    return " × ".join(names)


def _cell(names: Sequence[str], codes: Sequence[int]) -> str:
    return ", ".join(f"{name} = {code}" for name, code in zip(names, codes, strict=True))


def _persons(found: Population, count: float, language: str = "de") -> str:
    if not found.estimated:
        number = f"{count:.0f}"
        return f"{number} Menschen" if language == "de" else f"{number} people"
    number = f"{count:.1f}"
    if language == "de":
        return f"etwa {number.replace('.', ',')} Menschen (aus Randzahlen geschätzt)"
    return f"about {number} people (estimated from margins)"


def _finding(code: str, form: str, place: str, de: str, en: str) -> Finding:
    severity = Severity.ERROR if code.startswith("E") else Severity.WARNING
    return Finding(code, severity, form, place, "", de, en)
