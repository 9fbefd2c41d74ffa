"""Names that every statistics program takes (plan F.2); SPSS's rules are the narrowest."""

import re
from collections.abc import Iterator

from kiosk.forms.form import Form
from kiosk.forms.view import Kind
from kiosk.study.codebook import Variable, VariableKind
from kiosk.study.codes import Missing
from kiosk.study.diagnosis import finding
from kiosk.study.finding import Finding
from kiosk.study.variables import UNSTORED, derived_paths, variables_of

LONGEST = 32
"""SPSS takes 64 bytes; 32 keeps every statistics program content (F.2)."""
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
RESERVED = frozenset(
    {"ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"}
)
"""IBM SPSS Statistics, Command Syntax Reference, "Variable Names"."""
EXPORT = frozenset({"INSTR", "INSTR_VER", "KW", "SPRACHE2", "ABBRUCH", "MODUS", "MODUS_ANT"})
"""Columns that every data set has besides the questions (F.2)."""
_MISSING = frozenset(str(int(code)) for code in Missing)


def name_faults(form: Form) -> Iterator[Finding]:
    """Names too long, not ASCII, reserved, or the same as another in a program blind to case."""
    owners: dict[str, tuple[str, str]] = {}  # upper-case column → (path, the name it comes from)
    for name, path in _stored(form):
        yield from _faults(form, name, path)
        other = owners.get(name.upper())
        if other is not None:
            code, de, en = (
                ("E205", f"{name} kommt doppelt vor.", f"{name} occurs twice.")
                if other[1] == name
                else (
                    "E303",
                    f"{name} und {other[1]} unterscheiden sich nur durch Groß- und "
                    "Kleinschreibung.",
                    f"{name} and {other[1]} differ by case only.",
                )
            )
            yield finding(code, form.identifier, path, "name", de, en)
        owners.setdefault(name.upper(), (path, name))
    yield from _generated(form, owners)


def _stored(form: Form) -> Iterator[tuple[str, str]]:
    """Names of the data set and their paths, in the form's order: questions, then calculations."""
    for question in form.questions.values():
        if question.kind not in UNSTORED:
            yield question.name, question.path
    for path in derived_paths(form):
        yield path.rpartition("/")[2], path


def _faults(form: Form, name: str, path: str) -> Iterator[Finding]:
    if not _NAME.match(name) or len(name) > LONGEST:
        yield finding(
            "E301", form.identifier, path, "name",
            f"der Name braucht 1 bis {LONGEST} Buchstaben ohne Umlaute, Ziffern oder „_“, zuerst "
            "einen Buchstaben.",
            f'the name needs 1 to {LONGEST} ASCII letters, digits or "_", a letter first.',
        )  # fmt: skip
    if name.upper() in RESERVED:
        yield finding(
            "E302", form.identifier, path, "name",
            f"{name} ist in SPSS ein Befehlswort; bitte wählen Sie einen anderen Namen.",
            f"{name} is a reserved word of SPSS; choose another name.",
        )  # fmt: skip
    if name.upper() in EXPORT:
        yield finding(
            "E304", form.identifier, path, "name",
            f"{name} heißt eine Spalte, die jeder Datensatz schon hat.",
            f"{name} is a column that every data set has already.",
        )  # fmt: skip


def _generated(form: Form, owners: dict[str, tuple[str, str]]) -> Iterator[Finding]:
    """One column per choice or drawn item: NAME_code."""
    paths = {question.name: question.path for question in form.questions.values()}
    for variable in variables_of(form):
        for code in _codes(variable):
            name = f"{variable.name}_{code}"
            path = paths.get(variable.name, "")
            if len(name) > LONGEST:
                yield finding(
                    "E301", form.identifier, path, "name",
                    f"die Spalte {name} des Datensatzes wird länger als {LONGEST} Zeichen.",
                    f"the column {name} of the data set is longer than {LONGEST} characters.",
                )  # fmt: skip
            other = owners.get(name.upper())
            if other == (f"{path}_other", name) and form.questions[other[0]].kind is Kind.TEXT:
                continue  # the text behind "or_other": the compiler's name, and it has no column
            if other is not None and other[0] != path:
                yield finding(
                    "E304", form.identifier, path, "name",
                    f"die Spalte {name} des Datensatzes heißt wie {other[1]}.",
                    f"the column {name} of the data set has the same name as {other[1]}.",
                )  # fmt: skip
            elif other is not None and other[1] != name:
                yield finding(
                    "E303", form.identifier, path, "type",
                    f"die Codes {code} und {other[1].rpartition('_')[2]} unterscheiden sich nur "
                    "durch Groß- und Kleinschreibung.",
                    f"the codes {code} and {other[1].rpartition('_')[2]} differ by case only.",
                )  # fmt: skip
            owners.setdefault(name.upper(), (path, name))


def _codes(variable: Variable) -> tuple[str, ...]:
    options = variable.options if variable.kind is VariableKind.MULTIPLE else variable.over
    return tuple(option.code for option in options if option.code not in _MISSING)
