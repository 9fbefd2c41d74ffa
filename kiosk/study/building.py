"""Building a study package: workbooks → checked XForms → one hashed file. Never on the terminal."""

import re
from dataclasses import fields
from pathlib import Path

from pyxform.errors import PyXFormError
from pyxform.xls2json_backends import DefinitionData, get_xlsform
from pyxform.xls2xform import convert

from kiosk.forms.form import Form
from kiosk.forms.reading import read_form
from kiosk.sealing.keys import Recipients
from kiosk.sealing.signing import StudyKey
from kiosk.study.checks import check
from kiosk.study.errors import StudyError
from kiosk.study.settings import FILE, StudySettings, read_settings
from kiosk.study.study import RECIPIENTS, packed, write_recipients

_WORKBOOKS = (".xlsx", ".md")
# WORKAROUND: pyxform straightens typographic quotes everywhere; they travel in disguise.
_QUOTES = str.maketrans("‘’“”", "\ue000\ue001\ue002\ue003")
_UNQUOTES = str.maketrans("\ue000\ue001\ue002\ue003", "‘’“”")
_PLACE = re.compile(r"\{(\w+)\}")


def build_package(source: Path, recipients: Recipients, key: StudyKey | None = None) -> bytes:
    """Build the study in the folder `source` into a package sealed for `recipients`.

    Signed with `key`; without one it is a draft that no terminal opens.

    The folder holds study.toml, one workbook for each form (`V.md` or `V.xlsx`) and media/.
    Raises StudyError or FormError naming the file, the row or element, and what is wrong.
    """
    settings = read_settings(_read(source / FILE))
    files: dict[str, bytes] = {FILE: _read(source / FILE), RECIPIENTS: write_recipients(recipients)}
    forms: dict[str, Form] = {}
    for form in settings.forms:
        xml = _placed(compile_workbook(_workbook(source, form)), settings, f"{form}.xml")
        files[f"forms/{form}.xml"] = xml
        forms[form] = read_form(xml, form)
    media = source / "media"
    if media.is_dir():
        for each in sorted(media.iterdir()):
            if not each.name.isascii():
                raise StudyError(
                    f"media/{each.name}",
                    "der Dateiname braucht Buchstaben ohne Umlaute.",
                    "the file name needs ASCII letters.",
                )
            files[f"media/{each.name}"] = _read(each)
    check(settings, forms, frozenset(name.removeprefix("media/") for name in files))
    return packed(files, key)


def compile_workbook(path: Path) -> bytes:
    """The XForm of an XLSForm workbook (.xlsx or Markdown).

    Raises StudyError with pyxform's own words, which name sheet, row and column.
    """
    try:
        book = _shielded(get_xlsform(path))
        result = convert(xlsform=book, validate=False, pretty_print=False)
    except PyXFormError as error:
        raise StudyError(
            path.name,
            f"Die Tabelle ist so nicht verwendbar. Meldung des XLSForm-Übersetzers: {error}",
            f"The workbook cannot be used like this. The XLSForm compiler says: {error}",
        ) from error
    except (UnicodeDecodeError, ValueError, KeyError, OSError) as error:
        raise StudyError(
            path.name,
            "Die Datei ist keine lesbare XLSForm-Tabelle (.xlsx oder .md).",
            "The file is not a readable XLSForm workbook (.xlsx or .md).",
        ) from error
    return result.xform.translate(_UNQUOTES).encode()


def _shielded(book: DefinitionData) -> dict[str, object]:
    """The workbook's sheets with typographic quotes in disguise."""

    def shielded(value: object) -> object:
        match value:
            case str():
                return value.translate(_QUOTES)
            case dict():
                return {key: shielded(each) for key, each in value.items()}
            case list() | tuple():
                return [shielded(each) for each in value]
        return value

    sheets = {each.name: getattr(book, each.name) for each in fields(book)}
    return {name: shielded(sheet) for name, sheet in sheets.items()}


def _placed(xml: bytes, settings: StudySettings, name: str) -> bytes:
    """The texts with {hauptamt} and the like replaced from study.toml."""

    def replaced(match: re.Match[str]) -> str:
        place = match[1]
        if place not in settings.places:
            raise StudyError(
                name,
                f"der Text nennt {{{place}}}, das in {FILE} unter [places] fehlt.",
                f"a text names {{{place}}}, which is missing from [places] in {FILE}.",
            )
        value = settings.places[place]
        return value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")

    return _PLACE.sub(replaced, xml.decode()).encode()


def _workbook(source: Path, form: str) -> Path:
    for suffix in _WORKBOOKS:
        path = source / f"{form}{suffix}"
        if path.exists():
            return path
    raise StudyError(
        f"{form}.xlsx",
        f"fehlt in {source}; {FILE} nennt diesen Fragebogen.",
        f"is missing from {source}; {FILE} names this questionnaire.",
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StudyError(
            path.name,
            f"lässt sich nicht lesen ({error.strerror}): {path}",
            f"cannot be read ({error.strerror}): {path}",
        ) from error
