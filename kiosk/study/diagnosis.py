"""All findings about a study's source, each with its cell: what `kiosk study check` prints."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.study.cell import Cell
from kiosk.study.errors import StudyError
from kiosk.study.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Diagnosed:
    """A finding and the cell it is about."""

    finding: Finding
    cell: Cell


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Every finding once, in the order of the files."""

    all: tuple[Diagnosed, ...] = ()

    @property
    def errors(self) -> tuple[Diagnosed, ...]:
        """What stops the build."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnosed, ...]:
        """What an author should know."""
        return self._of(Severity.WARNING)

    def _of(self, severity: Severity) -> tuple[Diagnosed, ...]:
        return tuple(each for each in self.all if each.finding.severity is severity)


class FaultySource(StudyError):
    """A study's source has errors: `diagnosis` lists them all, its sentences name them."""

    def __init__(self, source: str, diagnosis: Diagnosis) -> None:
        super().__init__(
            source,
            "\n".join([summary(diagnosis, "de"), *lines(diagnosis.errors, "de")]),
            "\n".join([summary(diagnosis, "en"), *lines(diagnosis.errors, "en")]),
        )
        self.diagnosis = diagnosis


def finding(code: str, form: str, place: str, column: str, de: str, en: str) -> Finding:
    """A finding whose code's letter says how severe it is: E… an error, W… a warning."""
    severity = Severity.ERROR if code.startswith("E") else Severity.WARNING
    return Finding(code, severity, form, place, column, de, en)


def diagnosis(found: Iterable[Diagnosed]) -> Diagnosis:
    """Order the findings by their cells, and keep one of each code in each cell.

    Two ways of looking at the same fault (the compiler's and ours) so stay one finding.
    """
    first: dict[tuple[str, Cell, str], Diagnosed] = {}
    for each in found:
        first.setdefault((each.finding.code, each.cell, each.finding.place), each)
    return Diagnosis(tuple(sorted(first.values(), key=_order)))


_SHEETS = ("", "settings", "survey", "choices")


def _order(each: Diagnosed) -> tuple[str, int, int, int, str, str]:
    cell = each.cell
    sheet = _SHEETS.index(cell.sheet) if cell.sheet in _SHEETS else len(_SHEETS)
    return cell.file, sheet, cell.row, len(cell.letter), cell.letter, each.finding.code


def lines(diagnosed: Iterable[Diagnosed], language: str) -> list[str]:
    """One line each: cell, code, place in the form, sentence."""
    listed = tuple(diagnosed)
    width = min(48, max((len(str(each.cell)) for each in listed), default=0))
    return [
        f"{each.cell!s:<{width}}  {each.finding.code}  "
        + (f"{each.finding.place}: " if each.finding.place else "")
        + sentence(each.finding, language)
        for each in listed
    ]


def sentence(each: Finding, language: str) -> str:
    """The finding's sentence: English for "en…", else German."""
    return each.en if language.lower().startswith("en") else each.de


def summary(found: Diagnosis, language: str) -> str:
    """How many errors and warnings there are."""
    errors, warnings = len(found.errors), len(found.warnings)
    if language.lower().startswith("en"):
        return (
            f"{errors} {'error' if errors == 1 else 'errors'}, "
            f"{warnings} {'warning' if warnings == 1 else 'warnings'}."
        )
    return (
        f"{errors or 'Keine'} Fehler, {warnings or 'keine'} "
        f"{'Warnung' if warnings == 1 else 'Warnungen'}."
    )


def as_json(found: Diagnosis) -> str:
    """The findings as a JSON list with the same keys for each, errors and warnings together.

    Keys: code, severity, file, sheet, row (0: none), column (Excel's letter), cell ("F34"),
    header, form, place, de, en. A new key may come, none goes.
    """
    return json.dumps(
        [
            {
                "code": each.finding.code,
                "severity": each.finding.severity.value,
                "file": each.cell.file,
                "sheet": each.cell.sheet,
                "row": each.cell.row,
                "column": each.cell.letter,
                "cell": each.cell.address,
                "header": each.cell.header,
                "form": each.finding.form,
                "place": each.finding.place,
                "de": each.finding.de,
                "en": each.finding.en,
            }
            for each in found.all
        ],
        ensure_ascii=False,
        indent=2,
    )
