"""A small workbook looked through as its author would, and walked as a respondent would."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from uuid import UUID

from lxml import etree

from kiosk.forms.entry import FormEntry
from kiosk.forms.errors import FormError
from kiosk.forms.form import Form
from kiosk.forms.reading import read_form
from kiosk.forms.submission import submission
from kiosk.forms.view import ChoiceView, Problem, QuestionView
from kiosk.study.checking import check_source

NOW = datetime.fromisoformat("2026-11-22T10:42:00+01:00")
IDENTIFIER = UUID("6f1c2a9e-8a52-4a63-9d1e-0f7c2b1a9d44")

_OF_THE_STUDY = ("E103", "E108", "E109", "E323", "E411")
"""What the study wants beside a workbook: study.toml, its names, lengths, pictures in words."""


def sheet(name: str, table: str) -> str:
    """A sheet in XLSForm's Markdown from rows whose cells are parted by "|", headers first."""
    rows = [line.strip() for line in table.strip().splitlines()]
    return "\n".join([f"| {name} |", *(f"| | {row} |" for row in rows), ""]) if rows else ""


def book(survey: str, choices: str = "", settings: str = "", **sheets: str) -> str:
    """A workbook in XLSForm's Markdown; sheets without rows are left out."""
    tables = {"survey": survey, "choices": choices, "settings": settings, **sheets}
    return "\n".join(sheet(name, table) for name, table in tables.items() if table.strip())


Facts = Sequence[tuple[object, object]]
"""What was found, and what has to be found."""


@dataclass(frozen=True)
class Case:
    """A small questionnaire for one feature, and what holds for whoever fills it in.

    `source` is a workbook (:func:`book`) or an XForm; `files` are the texts, or bytes, of media/.
    `facts` is None for what is shown otherwise or refused: there docs/xlsform.md has what the
    author reads.
    """

    source: str
    facts: "Callable[[Walk], Facts] | None" = None
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    language: str = ""


@dataclass(frozen=True)
class Looked:
    """What looking through one form gave.

    `form` is None where nothing was left to read. `refused` and `notices` are German sentences;
    each of `refused` begins with the sheet and row it is about ("survey:3 …").
    """

    form: Form | None
    refused: tuple[str, ...]
    notices: tuple[str, ...]


def looked_through(source: str, files: Mapping[str, str | bytes], folder: Path) -> Looked:
    """Look through an XLSForm in Markdown, or an XForm (which begins with "<").

    `files` are the texts (or bytes) of media/ by name; `folder` is empty and may be written to.
    """
    if source.lstrip().startswith("<"):
        return _xform(source.strip(), files)
    (folder / "media").mkdir()
    for name, text in files.items():
        (folder / "media" / name).write_bytes(_raw(text))
    (folder / "data.md").write_text(source, encoding="utf-8")
    found = check_source(folder)
    refused = tuple(
        f"{each.cell.sheet}:{each.cell.row} {each.finding.de}"
        for each in found.diagnosis.errors
        if each.finding.code not in _OF_THE_STUDY
    )
    return Looked(
        found.forms.get("data"),
        refused,
        tuple(each.finding.de for each in found.diagnosis.warnings),
    )


def _raw(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def _xform(source: str, files: Mapping[str, str | bytes]) -> Looked:
    try:
        form = read_form(
            source.encode(), "data", {name: _raw(text) for name, text in files.items()}
        )
    except FormError as error:
        return Looked(None, (error.de,), ())
    return Looked(form, (), tuple(each.de for each in form.notices))


class Walk:
    """An interview, with questions called by their names."""

    def __init__(self, form: Form, *, language: str = "", seed: int = 1) -> None:
        self.form = form
        self.entry = FormEntry(
            form, random=Random(seed).random, language=language, clock=lambda: NOW
        )

    def names(self) -> list[str]:
        """The names of the questions asked now, in order."""
        return [each.question.name for each in self.entry.path()]

    def question(self, name: str) -> QuestionView:
        """Go to a question by its name or, in a repeat, by the end of its ref ("[2]/age")."""
        found = [view.ref for view in self.entry.views() if view.ref.endswith(_end(name))]
        assert found, f"{name} is not asked; asked are {self.names()}"
        assert self.entry.go(found[0])
        view = self.entry.question()
        assert view is not None
        return view

    def problem(self, name: str, value: str) -> Problem | None:
        """Answer a question and say why not."""
        self.question(name)
        return self.entry.answer(value)

    def reason(self, name: str, value: str) -> str:
        """Why an answer is not accepted; "" when it is."""
        problem = self.problem(name, value)
        return "" if problem is None else problem.reason.value

    def give(self, **answers: str) -> "Walk":
        """Answer questions, all accepted."""
        for name, value in answers.items():
            self.put(name, value)
        return self

    def put(self, name: str, value: str) -> "Walk":
        """Answer one question by the end of its ref."""
        problem = self.problem(name, value)
        assert problem is None, (name, value, problem)
        return self

    def choices(self, name: str) -> list[str]:
        """The values offered now."""
        return [each.value for each in self.question(name).choices]

    def choice(self, name: str, value: str) -> ChoiceView:
        """One choice of a question."""
        return next(each for each in self.question(name).choices if each.value == value)

    def missing(self, name: str) -> Problem | None:
        """Why a question cannot be left."""
        self.question(name)
        return self.entry.missing()

    def value(self, path: str) -> str:
        """What a node holds for every expression ("/data/a", "/data/r[2]/b")."""
        node = self.entry.instance.find(path if path.startswith("/") else f"/data/{path}")
        assert node is not None, path
        return node.value

    def values(self, template: str) -> list[str]:
        """What every node of a template path holds."""
        return [each.value for each in self.entry.instance.nodes(f"/data/{template}")]

    def xml(self) -> etree._Element:
        """The submission, read back."""
        return etree.fromstring(submission(self.entry.instance, IDENTIFIER))

    def written(self, path: str) -> list[str]:
        """The texts of the submission's elements at an XPath below the document element."""
        return [each.text or "" for each in self.xml().findall(path)]


def _end(name: str) -> str:
    return name if name.startswith(("/", "[")) else f"/{name}"
