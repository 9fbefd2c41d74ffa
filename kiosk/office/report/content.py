"""What the Grundauszählung says, masked and worded, before anybody thinks of pages."""

from collections.abc import Sequence
from dataclasses import replace

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
from kiosk.office.report.measured import measured_block
from kiosk.office.report.printed import (
    UNDER,
    Bar,
    Bars,
    Block,
    Cell,
    Grid,
    GridRow,
    Words,
    entry_label,
)
from kiosk.office.tallies import MEASURED, NOT_ASKED, Question, Tally
from kiosk.papers.german import decimal, listed, whole
from kiosk.papers.typeface import NO_BREAK
from kiosk.study.codebook import Option, Variable, VariableKind
from kiosk.study.codes import Missing

MOST_HEADS = 9
"""Answers that fit side by side over a grid."""
MOST_BARS = 100
"""Answers of one question that are listed one by one; of a longer list, the frequent ones."""
_FREQUENT = 25


def block_of(question: Question, rows: int) -> tuple[Block, tuple[Suppression, ...]]:
    """The block of a question in a survey of `rows` responses, and the log of what it hides."""
    variable = question.variable
    if variable.kind is VariableKind.TEXT:
        return _words(question), ()
    if variable.kind in MEASURED:
        return measured_block(question, _forms(variable), rows), ()
    if question.tallies[0].item is not None:
        return _grid(question)
    return _bars(question, rows)


def parts_of(question: Question) -> tuple[Question, ...]:
    """The question itself, or one for each entry of a repeat where no grid can hold it.

    Only for entries that enough people answered.
    """
    variable, tallies = question.variable, question.tallies
    if not tallies or tallies[0].item is None or variable.kind in MEASURED:
        return (question,)
    if variable.kind is VariableKind.SINGLE and len(tallies[0].options) <= MOST_HEADS:
        return (question,)
    enough = [tally for tally in tallies if tally.valid >= LEAST] or list(tallies[:1])
    rest = "Die anderen Zeilen haben zu wenige Antworten." if len(enough) < len(tallies) else ""
    return tuple(
        Question(
            replace(variable, wording=f"{variable.wording} ({entry_label(variable, tally)})"),
            (replace(tally, item=None),),
            note=rest if tally is enough[-1] else "",
        )
        for tally in enough
    )


def _words(question: Question) -> Words:
    variable = question.variable
    count = whole(question.texts) if question.texts >= LEAST else UNDER
    return Words(
        variable.name,
        variable.wording,
        f"{_forms(variable)}Offene Frage · {count} Texte. Sie stehen unverbunden und gemischt in "
        "einer eigenen Datei und werden hier nicht abgedruckt.",
    )


def _bars(question: Question, rows: int) -> tuple[Bars, tuple[Suppression, ...]]:
    variable = question.variable
    several = variable.kind is VariableKind.MULTIPLE
    tally = _frequent(question.tallies[0], several=several)
    shown = mentions(tally.counts, tally.valid) if several else one_way(tally.counts)
    labels = [each.label for each in tally.options]
    if tally.places and None not in shown.cells:
        labels = _ranked_labels(tally)
    bars = tuple(_bar(label, cell, shown) for label, cell in zip(labels, shown.cells, strict=True))
    base = [_forms(variable) + _base(shown, rows)]
    if several:
        base.append("Mehrfachnennungen, Summe über 100 %")
        if variable.most:
            base.append(f"bis zu {variable.most} Antworten")
    if variable.kind is VariableKind.RANK:
        base.append("Reihenfolge; gezählt ist der erste Platz")
    notes = [question.note, "" if shown.base is None else _missing(question, tally)]
    if tally is not question.tallies[0]:
        notes.insert(0, _left_out(question.tallies[0], tally))
    return (
        Bars(
            variable.name,
            variable.wording,
            " · ".join(base),
            bars,
            " ".join(note for note in notes if note),
        ),
        _log(variable, tally, shown),
    )


def _frequent(tally: Tally, *, several: bool) -> Tally:
    """Of a long list the answers of at least 5 persons, the most frequent first.

    The others are one answer together, which is what hides the small ones; with several answers
    each, they are left out.
    """
    if len(tally.options) <= MOST_BARS:
        return tally
    places = sorted(range(len(tally.options)), key=lambda place: (-tally.counts[place], place))
    kept = [place for place in places if tally.counts[place] >= LEAST][:_FREQUENT]
    options = [tally.options[place] for place in kept]
    counts = [tally.counts[place] for place in kept]
    means = [tally.places[place] for place in kept] if tally.places else []
    rest = tally.valid - sum(counts)
    if not several and rest:
        options.append(Option("", "alle anderen zusammen" if kept else "alle zusammen"))
        counts.append(rest)
        means = [*means, None] if means else []
    return replace(tally, options=tuple(options), counts=tuple(counts), places=tuple(means))


def _left_out(whole_list: Tally, shown: Tally) -> str:
    listed = whole(len(whole_list.options))
    if any(option.code for option in shown.options):
        return f"Gezeigt sind die häufigsten von {listed} Antworten."
    return f"Keine der {listed} Antworten gaben {LEAST} Menschen oder mehr."


def _ranked_labels(tally: Tally) -> list[str]:
    """Labels with the mean place, where enough persons made an order.

    Never beside a hidden count: a mean near the first place would tell how few chose another.
    """
    enough = tally.valid >= LEAST_BASE_FOR_PERCENT
    return [
        f"{option.label} (im Mittel Platz{NO_BREAK}{decimal(place)})"
        if enough and place is not None
        else option.label
        for option, place in zip(tally.options, tally.places, strict=True)
    ]


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
        rows.append(_grid_row(entry_label(variable, tally), shown))
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


def _grid_row(label: str, shown: Shown) -> GridRow:
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
    made = [block_of(part, rows) for question in questions for part in parts_of(question)]
    return tuple(block for block, _ in made), tuple(entry for _, log in made for entry in log)
