"""What a person is to read aloud for a study: on a sheet, and as a table."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from kiosk.commands.speak import texts_of
from kiosk.errors import KioskError
from kiosk.forms.languages import tag
from kiosk.papers.prompt_sheet import Line, PromptSheet, Section, prompt_sheet
from kiosk.papers.typeface import typeface
from kiosk.resources import FONTS
from kiosk.speech.prompt import Prompt, prompts
from kiosk.study.checking import Source
from kiosk.study.clips import key_of
from kiosk.study.form_texts import form_texts
from kiosk.study.lexicon import NO_LEXICON, primary, read_lexicons

_COLUMNS = ("file", "text", "say", "place")
_LANGUAGES = {
    "de": "Deutsch", "pl": "Polnisch", "en": "Englisch", "uk": "Ukrainisch", "hsb": "Obersorbisch",
}  # fmt: skip
_DEVICE, _GREETING = "Bedienung des Geräts", "Begrüßung"


def wanted_prompts(looked: Source, language: str) -> tuple[Prompt, ...]:
    """Those of a study without errors in a language and its varieties; in a language that only the
    greeting has, the greeting. Raises KioskError for any other."""
    assert looked.settings is not None
    folder, settings = primary(language), looked.settings
    offered = dict.fromkeys(map(primary, settings.languages))
    texts: tuple[str, ...] = ()
    if folder in offered:
        texts = texts_of(looked, folder)
    elif folder == primary(settings.greeting_language):
        texts = (settings.greeting,)
    else:
        names = ", ".join(filter(None, (*offered, primary(settings.greeting_language))))
        raise KioskError(
            f"Die Studie bietet „{language}“ nicht an. Möglich sind: {names}.",
            f"The study does not offer {language!r}. Possible are: {names}.",
        )
    lexicon = read_lexicons(looked.files).get(folder, NO_LEXICON)
    return prompts(texts, folder, lexicon, _places(looked, folder))


def _places(looked: Source, language: str) -> dict[str, tuple[str, ...]]:
    """Where the texts stand in the forms: "Fragebogen: Frage", by :func:`key_of`."""
    found: dict[str, dict[str, None]] = {}
    for name, form in looked.forms.items():
        for spoken in form.languages or ("",):
            if primary(tag(spoken) if spoken else language) != language:
                continue
            for each in form_texts(form, spoken):
                where = _where(each.place, each.column)
                variety = f", {spoken}" if spoken and tag(spoken) != language else ""
                found.setdefault(key_of(each.plain()), {})[f"{name}{variety}: {where}"] = None
    return {key: tuple(places) for key, places in found.items()}


def _where(place: str, column: str) -> str:
    named = place.rpartition("/")[2]
    if not place.startswith("/"):
        listed, _, value = place.partition(":")
        return f"Antwort {value} der Liste {listed}"
    kind = column.partition("::")[0]
    if kind == "hint":
        return f"Hinweis zu {named}"
    return f"Frage {named}" if kind == "label" else f"Meldung oder Bild zu {named}"


def write_sheet(path: Path, looked: Source, wanted: Sequence[Prompt], language: str) -> None:
    """The table beside `path`, and the sheet. Raises NoTypeface, NoLetters and OSError."""
    assert looked.settings is not None
    offered = map(primary, looked.settings.languages)
    rest = _DEVICE if primary(language) in offered else _GREETING
    sections: dict[str, list[Line]] = {}
    for each in wanted:
        form, _, place = each.places[0].partition(": ") if each.places else ("", "", "")
        title = f"{_title(looked, form)} ({form})" if form else rest
        line = Line(each.name, each.text, tuple(_notes(each)), _more(place, len(each.places)))
        sections.setdefault(title, []).append(line)
    last = sections.pop(rest, [])
    parts = [Section(title, tuple(lines)) for title, lines in sections.items()]
    if last:
        parts.append(Section(rest, tuple(last)))
    folder = primary(language)
    laid = PromptSheet(looked.settings.title, _LANGUAGES.get(folder, folder), folder, tuple(parts))
    path.with_suffix(".tsv").write_bytes(_listed(wanted))
    path.write_bytes(prompt_sheet(laid, typeface(FONTS)))


def _title(looked: Source, place: str) -> str:
    return looked.forms[place.partition(",")[0]].title


def _more(place: str, count: int) -> str:
    return f"{place} und {count - 1}-mal mehr" if count > 1 else place


def _notes(prompt: Prompt) -> Iterable[str]:
    if prompt.own:
        yield f"Sagen Sie: „{prompt.own}“"
    for written, said in prompt.hints:
        yield f"{written} = {said}"


def _listed(wanted: Iterable[Prompt]) -> bytes:
    """A table with tabs for Excel and LibreOffice, which know UTF-8 by its mark."""
    written = io.StringIO(newline="")
    table = csv.writer(written, dialect="excel-tab")
    table.writerow(_COLUMNS)
    for each in wanted:
        table.writerow(
            [f"{each.name}.wav", each.text, "; ".join(_notes(each)), "; ".join(each.places)]
        )
    return written.getvalue().encode("utf-8-sig")
