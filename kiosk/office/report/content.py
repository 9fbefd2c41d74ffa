"""What the Grundauszählung says, masked and worded, before anybody thinks of pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.office.disclosure import (
    DOT,
    LEAST,
    LEAST_BASE_FOR_PERCENT,
    LEAST_BASE_WITHOUT_BRACKETS,
    Shown,
    Suppression,
    mentions,
    one_way,
    percent,
)
from kiosk.office.tallies import NOT_ASKED, Question, Tally
from kiosk.papers.german import decimal, listed, whole
from kiosk.papers.typeface import NO_BREAK
from kiosk.study.codebook import Variable, VariableKind
from kiosk.study.codes import Missing

UNDER = f"unter {LEAST}"


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer: its count and share as printed; `share` (0 to 1) None where no bar may stand."""

    label: str
    count: str
    percent: str
    share: float | None
    firm: bool = True  # False: base 10 to 29, an outlined bar


@dataclass(frozen=True, slots=True)
class Bars:
    """A question as a list of answers."""

    name: str
    wording: str
    base: str
    bars: tuple[Bar, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One share in a grid; `share` None where nothing may be tinted."""

    text: str
    share: float | None


@dataclass(frozen=True, slots=True)
class GridRow:
    """One item of a loop; `instead` of cells where there are too few answers for shares."""

    label: str
    base: str
    cells: tuple[Cell, ...] = ()
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A question asked about several items: items down, answers across, shares in the cells."""

    name: str
    wording: str
    base: str
    heads: tuple[str, ...]
    rows: tuple[GridRow, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A question whose answers are not counted here."""

    name: str
    wording: str
    base: str


Block = Bars | Grid | Words


def block_of(question: Question, rows: int) -> tuple[Block, tuple[Suppression, ...]]:
    """The block of a question in a survey of `rows` responses, and the log of what it hides."""
    variable = question.variable
    if variable.kind is VariableKind.TEXT:
        return _words(question), ()
    if variable.kind is VariableKind.NUMBER:
        return _number(question, rows), ()
    if variable.over:
        return _grid(question)
    return _bars(question, rows)


def _words(question: Question) -> Words:
    variable = question.variable
    count = whole(question.texts) if question.texts >= LEAST else UNDER
    return Words(
        variable.name,
        variable.wording,
        f"{_forms(variable)}Offene Frage · {count} Texte. Sie stehen unverbunden und gemischt in "
        "einer eigenen Datei und werden hier nicht abgedruckt.",
    )


def _number(question: Question, rows: int) -> Words:
    tally = question.tallies[0]
    if question.mean is None or tally.valid < LEAST_BASE_FOR_PERCENT:
        text = (
            f"Mittelwert nicht gezeigt: {UNDER if tally.valid < LEAST else tally.valid} Antworten"
        )
    else:
        text = f"Mittelwert {decimal(question.mean)} · n = {whole(tally.valid)} von {whole(rows)}"
    return Words(
        question.variable.name, question.variable.wording, f"{_forms(question.variable)}{text}"
    )


def _bars(question: Question, rows: int) -> tuple[Bars, tuple[Suppression, ...]]:
    variable, tally = question.variable, question.tallies[0]
    several = variable.kind is VariableKind.MULTIPLE
    shown = mentions(tally.counts, tally.valid) if several else one_way(tally.counts)
    bars = tuple(
        _bar(option.label, cell, shown)
        for option, cell in zip(tally.options, shown.cells, strict=True)
    )
    base = [_forms(variable) + _base(shown, rows)]
    if several:
        base.append("Mehrfachnennungen, Summe über 100 %")
        if variable.most:
            base.append(f"bis zu {variable.most} Antworten")
    note = "" if shown.base is None else _missing(question, tally)
    return (
        Bars(variable.name, variable.wording, " · ".join(base), bars, note),
        _log(variable, tally, shown),
    )


def _bar(label: str, cell: int | None, shown: Shown) -> Bar:
    base = shown.base
    if cell is None or base is None:
        return Bar(label, DOT, DOT, None)
    share = cell / base if base >= LEAST_BASE_FOR_PERCENT else None
    firm = base >= LEAST_BASE_WITHOUT_BRACKETS
    return Bar(label, whole(cell), percent(cell, base), share, firm)


def _grid(question: Question) -> tuple[Grid, tuple[Suppression, ...]]:
    variable = question.variable
    rows: list[GridRow] = []
    log: list[Suppression] = []
    for tally in question.tallies:
        shown = one_way(tally.counts)
        rows.append(_grid_row(tally, shown))
        log += _log(variable, tally, shown)
    heads = tuple(option.label for option in question.tallies[0].options)
    base = f"{_forms(variable)}je Person nur zu einem Teil der Zeilen"
    note = (
        "Anteile in % der gültigen Antworten je Zeile (n), nur unter Menschen, auf die die Zeile "
        "zutrifft."
    )
    return (
        Grid(variable.name, variable.wording, base, heads, tuple(rows), note),
        tuple(log),
    )


def _grid_row(tally: Tally, shown: Shown) -> GridRow:
    label = tally.item.label if tally.item else ""
    if shown.base is None:
        return GridRow(label, DOT, instead="zu wenige Antworten")
    if shown.base == 0:
        return GridRow(label, "0", instead="keine Antwort")
    if shown.base < LEAST_BASE_FOR_PERCENT:
        instead = f"unter {LEAST_BASE_FOR_PERCENT} Antworten: keine Anteile"
        return GridRow(label, whole(shown.base), instead=instead)
    base = shown.base
    cells = tuple(
        Cell(percent(cell, base).replace(" %", ""), None if cell is None else cell / base)
        for cell in shown.cells
    )
    return GridRow(label, whole(base), cells)


def _base(shown: Shown, rows: int) -> str:
    if shown.base is None:
        return "zu wenige gültige Antworten: nicht gezeigt"
    if shown.base == 0:
        return "keine gültige Antwort"
    return f"n = {whole(shown.base)} von {whole(rows)} Antworten"


def _forms(variable: Variable) -> str:
    return f"Gefragt in {listed(list(variable.forms))} · " if variable.forms else ""


def _missing(question: Question, tally: Tally) -> str:
    """Why persons are not in the base.

    The base is always shown (analysis plan C.1), so their sum is no secret; what is protected is
    how it divides.
    """
    codes = list(tally.missing)
    total = sum(tally.missing.values())
    if not total:
        return ""
    if total < LEAST:
        return f"Ohne gültige Antwort: {UNDER}"
    if total < LEAST_BASE_FOR_PERCENT:
        return f"Ohne gültige Antwort: {whole(total)}"
    shown = one_way([tally.missing[code] for code in codes])
    if shown.base is None or all(cell is None for cell in shown.cells):
        return f"Ohne gültige Antwort: {whole(total)}"
    parts = []
    for code, cell in zip(codes, shown.cells, strict=True):
        text = f"{question.missing_label(code)}{NO_BREAK}{DOT if cell is None else whole(cell)}"
        if code is Missing.DONT_KNOW and cell is not None and code not in NOT_ASKED:
            share = percent(cell, tally.asked)
            text += f" ({share.strip('()')} der Gefragten)" if share else ""
        parts.append(text)
    return "Ohne gültige Antwort: " + f"{NO_BREAK}· ".join(parts)


def _log(variable: Variable, tally: Tally, shown: Shown) -> tuple[Suppression, ...]:
    item = tally.item.code if tally.item else ""
    return tuple(
        Suppression(variable.name, item, option.code, reason)
        for option, reason in zip(tally.options, shown.reasons, strict=True)
        if reason is not None
    )


def blocks(
    questions: Sequence[Question], rows: int
) -> tuple[tuple[Block, ...], tuple[Suppression, ...]]:
    """All blocks in order, and the whole log."""
    made = [block_of(question, rows) for question in questions]
    return tuple(block for block, _ in made), tuple(entry for _, log in made for entry in log)
