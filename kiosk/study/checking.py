"""Looking a study's source folder through, from study.toml to the last picture, without stopping.

What is wrong in one place never hides what is wrong in another: each workbook is compiled with its
faults taken out one by one (:mod:`kiosk.study.compiling`), and only what needs the whole, like
pooling, waits for forms without faults.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from kiosk.forms.form import Form
from kiosk.study import lexicon
from kiosk.study.cell import Cell
from kiosk.study.checks import ANALYSES, form_findings, study_findings
from kiosk.study.clip_findings import clip_findings
from kiosk.study.collecting import permitted
from kiosk.study.compiling import compiled
from kiosk.study.diagnosis import Diagnosed, Diagnosis, diagnosis, finding
from kiosk.study.duration import Duration, durations, start_block
from kiosk.study.errors import StudyError
from kiosk.study.finding import Finding
from kiosk.study.languages import (
    Offered,
    alternatives,
    checks_said,
    english_of_the_compiler,
    language_faults,
    media_faults,
    missing_file,
    missing_translations,
    recording_faults,
    unused_media,
    with_a_default_language,
)
from kiosk.study.locating import locate, toml_cell, toml_error_line
from kiosk.study.media import MEDIA, media_files
from kiosk.study.response import canonical
from kiosk.study.settings import FILE, StudySettings, read_settings
from kiosk.study.sheets import (
    choice_faults,
    closed_without_way_out,
    namespace_faults,
    sheet_faults,
    unknown_places,
    with_namespace,
    without_faulty_columns,
)
from kiosk.study.spoken_sheet import own_words_of, read_spoken, unsaid
from kiosk.study.workbook import Workbook, read_workbook

WORKBOOKS = (".xlsx", ".md")


@dataclass(frozen=True, slots=True)
class Source:
    """A source folder looked through.

    `files` is what the package holds (name inside the package → content), without recipients;
    whole only when the diagnosis has no errors. `settings` is None when study.toml cannot be read.
    """

    settings: StudySettings | None
    books: Mapping[str, Workbook]
    forms: Mapping[str, Form]
    files: Mapping[str, bytes]
    diagnosis: Diagnosis

    def offered(self) -> Iterator[tuple[str, Form, Offered]]:
        """Each form by its name, in each language that it has and that study.toml offers it in."""
        for name, form in self.forms.items():
            for each in _offered(self.settings, name):
                if each.name in form.languages:
                    yield name, form, each

    def with_findings(self, findings: Iterable[Finding]) -> Diagnosis:
        """The diagnosis with what somebody else found, e.g. text that does not fit a display."""
        toml = self.files.get(FILE, b"")
        located = (Diagnosed(each, _cell(each, self.books, toml)) for each in findings)
        return diagnosis([*self.diagnosis.all, *located])


def minutes(source: Source, respondents: int) -> tuple[Duration, ...]:
    """How long each form takes in each language it is offered in, by so many simulated respondents.

    Takes seconds, so that a build goes without.
    """
    settings = source.settings
    if settings is None or settings.start.form not in source.forms:
        return ()
    start = source.forms[settings.start.form]
    found: list[Duration] = []
    for name, form in source.forms.items():
        spoken = [each.name for each in _offered(settings, name) if each.name in form.languages]
        if name != settings.start.form and spoken:
            before = {each: start_block(start, settings.start, each) for each in spoken}
            found += durations(
                form, spoken, start=before, preset=settings.presets, respondents=respondents
            )
    return tuple(found)


@dataclass(slots=True)
class _Look:
    """What has been seen so far."""

    found: list[Diagnosed] = field(default_factory=list)
    books: dict[str, Workbook] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    own_words: dict[str, dict[str, str]] = field(default_factory=dict)  # by language and text


def check_source(source: Path, *, allow: bool = False) -> Source:
    """Look through the folder `source`: study.toml, one workbook for each form, media/.

    With `allow`, what a kiosk must not collect is left out and listed instead of refused. Raises
    StudyError only when `source` is no folder.
    """
    if not source.is_dir():
        raise StudyError(
            source.name,
            f"ist kein Ordner einer Studie: {source}",
            f"is not the folder of a study: {source}",
        )
    look = _Look()
    look.found += _media(source, look.files)
    settings = _settings(source, look)
    look.found += clip_findings(source, settings, look.files)
    look.found += _lexicons(source, settings, look.files)
    names = settings.forms if settings is not None else _stems(source)
    for name in names:
        _form(source, name, settings, allow, look)
    for language, texts in look.own_words.items():
        look.files[lexicon.texts_file_of(language)] = canonical(texts)
    toml = look.files.get(FILE, b"")
    if settings is not None:
        for each in study_findings(settings, look.forms):
            look.found.append(Diagnosed(each, _cell(each, look.books, toml)))
    media = frozenset(media_files(look.files))
    named = _named(settings) if settings is not None else {}
    for key, name in named.items():
        if name not in media:
            look.found.append(Diagnosed(missing_file(name), toml_cell(toml, key)))
        elif key == "greeting_audio":
            sound = look.files[f"{MEDIA}/{name}"]
            cell = toml_cell(toml, key)
            look.found += (Diagnosed(each, cell) for each in recording_faults(name, sound))
    look.found += unused_media(look.books, media.difference(named.values()))
    return Source(settings, look.books, look.forms, look.files, diagnosis(look.found))


def _named(settings: StudySettings) -> dict[str, str]:
    """The files of media/ that study.toml names, by its keys."""
    files = {"look.crest": settings.look.crest, "greeting_audio": settings.greeting_audio}
    return {key: name for key, name in files.items() if name}


def _settings(source: Path, look: _Look) -> StudySettings | None:
    path = source / FILE
    try:
        raw = path.read_bytes()
        look.files[FILE] = raw
        return read_settings(raw)
    except OSError as error:
        de, en = (
            f"lässt sich nicht lesen ({error.strerror}).",
            f"cannot be read ({error.strerror}).",
        )
        look.found.append(Diagnosed(finding("E103", "", "", "", de, en), Cell(FILE)))
    except StudyError as error:
        key = _key(error.reason[1])
        cell = toml_cell(raw, key) if key else Cell(FILE, "", toml_error_line(raw))
        look.found.append(Diagnosed(finding("E103", "", key, "", *error.reason), cell))
    return None


def _key(sentence: str) -> str:
    """The key an English sentence about study.toml begins with."""
    first = sentence.partition(" ")[0].rstrip(":")
    return "" if first in ("is", "cannot") else first


def _media(source: Path, files: dict[str, bytes]) -> Iterator[Diagnosed]:
    folder = source / MEDIA
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        name = f"{MEDIA}/{path.name}"
        if not path.name.isascii():
            de = "der Dateiname braucht Buchstaben ohne Umlaute."
            en = "the file name needs ASCII letters."
            yield Diagnosed(finding("E414", "", "", "", de, en), Cell(name))
            continue
        try:
            files[name] = path.read_bytes()
        except OSError as error:
            de = f"lässt sich nicht lesen ({error.strerror})."
            en = f"cannot be read ({error.strerror})."
            yield Diagnosed(finding("E101", "", "", "", de, en), Cell(name))


def _lexicons(
    source: Path, settings: StudySettings | None, files: dict[str, bytes]
) -> Iterator[Diagnosed]:
    offered = (
        {lexicon.primary(tag) for tag in settings.languages} if settings is not None else set()
    )
    for path in sorted(source.glob("lexicon.*")):
        language = lexicon.language_of(path.name)
        if not language or (settings is not None and language not in offered):
            names = ", ".join(map(lexicon.file_of, sorted(offered))) or lexicon.file_of("de")
            de = f"dieses Wörterbuch liest niemand. Möglich sind: {names}."
            en = f"nobody reads this lexicon. Possible are: {names}."
            yield Diagnosed(finding("W419", "", "", "", de, en), Cell(path.name))
            continue
        try:
            raw = path.read_bytes()
        except OSError as error:
            de = f"lässt sich nicht lesen ({error.strerror})."
            en = f"cannot be read ({error.strerror})."
            yield Diagnosed(finding("E101", "", "", "", de, en), Cell(path.name))
            continue
        files[path.name] = raw
        for bad in lexicon.parsed(raw)[1]:
            cell = Cell(path.name, "", bad.number, "", bad.word)
            yield Diagnosed(finding("E419", "", "", "", bad.de, bad.en), cell)


def _stems(source: Path) -> tuple[str, ...]:
    """The forms there are when study.toml does not say: every workbook in the folder."""
    stems = {
        path.stem
        for path in source.iterdir()
        # "~$V.xlsx" says that Excel has V.xlsx open.
        if path.suffix in WORKBOOKS
        and not path.name.startswith(("~$", "."))
        and (path.suffix == ".xlsx" or _has_survey(path))
    }
    return tuple(sorted(stems))


def _has_survey(path: Path) -> bool:
    try:
        return b"| survey" in path.read_bytes()
    except OSError:
        return False


def _form(
    source: Path, name: str, settings: StudySettings | None, allow: bool, look: _Look
) -> None:
    """Look one form through, and keep it when nothing is wrong with its workbook."""
    book = _workbook(source, name, look)
    if book is None:
        return
    look.books[name] = book
    written = frozenset(book.sheets)
    toml = look.files.get(FILE, b"")
    files = media_files(look.files)
    places = settings.places if settings is not None else {}
    offered = _offered(settings, name)
    routing = frozenset[str]()
    if settings is not None and name == settings.start.form:
        routing = frozenset({settings.start.participate, settings.start.route})
    clean = permitted(book, allow=allow)
    look.found += clean.found
    headers = tuple(sheet_faults(book))
    look.found += headers
    book = without_faulty_columns(clean.book, headers)
    if settings is not None:
        look.found += language_faults(book, offered, toml)
        look.found += english_of_the_compiler(book, offered)
        look.found += unknown_places(book, places)
        look.found += closed_without_way_out(book, routing)
    look.found += namespace_faults(book)
    book = with_namespace(with_a_default_language(book))
    for faults in (
        choice_faults(book),
        alternatives(book, offered),
        checks_said(book, offered),
        media_faults(book, files),
        missing_translations(book, offered),
    ):
        look.found += faults
    rows, unusable = read_spoken(book, offered, places)
    look.found += unusable
    look.found += own_words_of(rows, look.own_words)
    result = compiled(book, places, files, frozenset() if allow else clean.names)
    look.found += result.faults
    if result.form is None:
        return
    findings = list(form_findings(result.form, name))
    if not result.faults:
        look.files[f"forms/{name}.xml"] = result.xml
        look.forms[name] = result.form
        look.found += unsaid(rows, result.form)
        for analysis in ANALYSES:
            findings += analysis(result.form)
    # Cells are named only on sheets that the author wrote, not on one that we put in.
    book = replace(book, sheets={n: each for n, each in book.sheets.items() if n in written})
    told = {each.cell for each in result.faults}
    for each in findings:
        cell = _in_book(each, book)
        # An emptied cell is no second fault, and what pyxform wrote in nobody needs to know.
        emptied = cell in told and cell.row > 0
        if not emptied and not (each.code == "W224" and _nobody_wrote(book, cell)):
            look.found.append(Diagnosed(each, cell))


def _nobody_wrote(book: Workbook, cell: Cell) -> bool:
    rows = book.rows(cell.sheet)
    return any(row.number == cell.row and cell.header not in row.cells for row in rows)


def _workbook(source: Path, name: str, look: _Look) -> Workbook | None:
    paths = [path for path in (source / f"{name}{end}" for end in WORKBOOKS) if path.exists()]
    if not paths:
        de = f"fehlt in {source}; {FILE} nennt diesen Fragebogen."
        en = f"is missing from {source}; {FILE} names this questionnaire."
        look.found.append(Diagnosed(finding("E102", name, "", "", de, en), Cell(f"{name}.xlsx")))
        return None
    if len(paths) > 1:
        de = f"Es gibt {paths[0].name} und {paths[1].name}; bitte behalten Sie eine."
        en = f"There are {paths[0].name} and {paths[1].name}; keep one."
        look.found.append(Diagnosed(finding("E118", name, "", "", de, en), Cell(paths[1].name)))
    try:
        return read_workbook(paths[0])
    except StudyError as error:
        look.found.append(
            Diagnosed(finding("E101", name, "", "", *error.reason), Cell(paths[0].name))
        )
        return None


def _offered(settings: StudySettings | None, form: str) -> tuple[Offered, ...]:
    """The languages of study.toml for a form."""
    return tuple(
        Offered(tag, each.name)
        for tag, each in (settings.languages.items() if settings is not None else ())
        if form in each.forms
    )


def _cell(each: Finding, books: Mapping[str, Workbook], toml: bytes) -> Cell:
    if each.form in books:
        return _in_book(each, books[each.form])
    return toml_cell(toml, each.place) if each.place else Cell(FILE)


def _in_book(each: Finding, book: Workbook) -> Cell:
    return locate(book, each.place, each.column)
