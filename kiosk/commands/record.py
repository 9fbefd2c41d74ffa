"""`kiosk study record`: what a person reads aloud for a study, and the recordings of it."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from kiosk.commands import err, out, plainly, say
from kiosk.commands.recording_faults import told
from kiosk.commands.speak import texts_of
from kiosk.errors import KioskError
from kiosk.forms.languages import tag
from kiosk.papers.prompt_sheet import Line, PromptSheet, Section, prompt_sheet
from kiosk.papers.typeface import typeface
from kiosk.resources import FONTS
from kiosk.speech.errors import NoVoiceError
from kiosk.speech.model import Models
from kiosk.speech.prompt import Prompt, prompts
from kiosk.speech.synthesis import Synthesis
from kiosk.speech.taking import Recorded, Taken, bring, recorded
from kiosk.study.checking import Source, check_source
from kiosk.study.clip_folder import ClipFolder
from kiosk.study.clips import PERSON, key_of
from kiosk.study.diagnosis import Diagnosis, FaultySource
from kiosk.study.form_texts import form_texts
from kiosk.study.lexicon import NO_LEXICON, primary, read_lexicons

_OF_CLIPS = "E43"
"""Findings about clips: recording anew mends most of them."""
_SHOWN = 10
_COLUMNS = ("file", "text", "say", "place")
_LANGUAGES = {
    "de": "Deutsch", "pl": "Polnisch", "en": "Englisch", "uk": "Ukrainisch", "hsb": "Obersorbisch",
}  # fmt: skip
_DEVICE = "Bedienung des Geräts"


@plainly
def study_record(
    source: Annotated[Path, typer.Argument(help=say("Ordner der Studie", "the study's folder"))],
    sheet: Annotated[
        Path | None,
        typer.Option(
            help=say(
                "schreibt die Texte zum Vorlesen: NAME.pdf, daneben NAME.tsv",
                "writes the texts to be read: NAME.pdf, beside it NAME.tsv",
            )
        ),
    ] = None,
    recordings: Annotated[
        Path | None,
        typer.Option(
            "--from", help=say("Ordner mit den Aufnahmen", "the folder of the recordings")
        ),
    ] = None,
    language: Annotated[str, typer.Option(help=say("Sprache", "language"))] = "de",
    speaker: Annotated[
        str,
        typer.Option(
            help=say(
                "wer spricht, wenn es mehrere sind (wird gespeichert)",
                "who speaks, where several do (is stored)",
            )
        ),
    ] = "",
    accept: Annotated[
        list[str] | None,
        typer.Option(
            help=say(
                "Aufnahme, die Sie angehört haben und die so bleiben soll",
                "a recording that you have listened to and want to keep",
            )
        ),
    ] = None,
) -> None:
    """Write the sheet, import recordings, or both."""
    if sheet is None and recordings is None:
        raise KioskError(
            "Bitte sagen Sie, was zu tun ist: --sheet NAME.pdf schreibt die Texte zum Vorlesen, "
            "--from ORDNER nimmt die Aufnahmen.",
            "Please say what to do: --sheet NAME.pdf writes the texts to be read, --from FOLDER "
            "takes the recordings.",
        )
    if sheet is not None and sheet.suffix.lower() != ".pdf":
        raise KioskError(
            f"--sheet {sheet}: Der Name muss auf .pdf enden.",
            f"--sheet {sheet}: the name must end in .pdf.",
        )
    if ":" in speaker or not speaker.isprintable():
        raise KioskError(
            "--speaker: Der Name darf keinen Doppelpunkt haben.",
            "--speaker: the name must not have a colon.",
        )
    looked = _looked(source)
    wanted = _prompts(looked, language)
    if sheet is not None:
        _write(sheet, looked, wanted, language)
    if recordings is not None:
        voice = f"{PERSON}:{speaker}" if speaker else PERSON
        _import(ClipFolder(source, language), recordings, wanted, voice, accept or ())


def _looked(source: Path) -> Source:
    looked = check_source(source)
    faults = tuple(
        each for each in looked.diagnosis.errors if not each.finding.code.startswith(_OF_CLIPS)
    )
    if faults or looked.settings is None:
        raise FaultySource(source.name, Diagnosis(faults))
    return looked


def _prompts(looked: Source, language: str) -> tuple[Prompt, ...]:
    assert looked.settings is not None
    folder = primary(language)
    if folder not in map(primary, looked.settings.languages):
        names = ", ".join(dict.fromkeys(map(primary, looked.settings.languages)))
        raise KioskError(
            f"Die Studie bietet „{language}“ nicht an. Möglich sind: {names}.",
            f"The study does not offer {language!r}. Possible are: {names}.",
        )
    lexicon = read_lexicons(looked.files).get(folder, NO_LEXICON)
    return prompts(texts_of(looked, folder), folder, lexicon, _places(looked, folder))


def _places(looked: Source, language: str) -> dict[str, tuple[str, ...]]:
    """Where the texts stand in the forms: "Fragebogen: Frage", by :func:`key_of`."""
    found: dict[str, dict[str, None]] = {}
    for name, form in looked.forms.items():
        for spoken in form.languages or ("",):
            if primary(tag(spoken) if spoken else language) != language:
                continue
            for each in form_texts(form, spoken):
                where = _where(each.place, each.column)
                found.setdefault(key_of(each.plain()), {})[f"{name}: {where}"] = None
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


def _write(path: Path, looked: Source, wanted: Sequence[Prompt], language: str) -> None:
    assert looked.settings is not None
    sections: dict[str, list[Line]] = {}
    for each in wanted:
        form, _, place = each.places[0].partition(": ") if each.places else ("", "", "")
        title = f"{looked.forms[form].title} ({form})" if form else _DEVICE
        line = Line(each.name, each.text, tuple(_notes(each)), _more(place, len(each.places)))
        sections.setdefault(title, []).append(line)
    last = sections.pop(_DEVICE, [])
    parts = [Section(title, tuple(lines)) for title, lines in sections.items()]
    if last:
        parts.append(Section(_DEVICE, tuple(last)))
    folder = primary(language)
    laid = PromptSheet(looked.settings.title, _LANGUAGES.get(folder, folder), folder, tuple(parts))
    path.write_bytes(prompt_sheet(laid, typeface(FONTS)))
    path.with_suffix(".tsv").write_bytes(_listed(wanted))
    out.print(
        say(
            f"{path}: {len(wanted)} Texte zum Vorlesen; dieselben als Tabelle in "
            f"{path.with_suffix('.tsv').name}.",
            f"{path}: {len(wanted)} texts to be read; the same as a table in "
            f"{path.with_suffix('.tsv').name}.",
        ),
        markup=False,
    )


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


def _import(
    folder: ClipFolder,
    recordings: Path,
    wanted: Sequence[Prompt],
    voice: str,
    accepted: Iterable[str],
) -> None:
    found = recorded(recordings, wanted)
    names = frozenset(Path(each).stem.lower() for each in accepted)
    models = _models(folder.language, wanted)
    with Progress(console=err, transient=True) as progress:
        task = progress.add_task(folder.language, total=None)

        def tell(done: int, of: int) -> None:
            progress.update(task, completed=done, total=of)

        taken = bring(found, wanted, folder, voice, models, names, tell)
    _report(found, taken, {each.name: each for each in wanted}, timed=models is not None)
    if taken.refused or found.strange or found.double:
        raise typer.Exit(1)


def _models(language: str, wanted: Sequence[Prompt]) -> Models | None:
    """None where this machine has no voice for the language."""
    try:
        synthesis = Synthesis()
    except NoVoiceError:
        return None
    return Models(synthesis, language, wanted) if synthesis.speaks(language) else None


def _report(found: Recorded, taken: Taken, by_name: dict[str, Prompt], *, timed: bool) -> None:
    for file, faults in (*taken.refused.items(), *taken.noticed.items()):
        refused = file in taken.refused
        head = say("nicht genommen", "not taken") if refused else say("genommen", "taken")
        out.print(f"{file}: {head}.", markup=False)
        for each in faults:
            out.print(f"    {told(each, by_name)}", markup=False)
    for name, files in found.double.items():
        listed = ", ".join(files)
        out.print(
            say(
                f"{listed}: mehrere Dateien für {name}. Bitte behalten Sie eine.",
                f"{listed}: several files for {name}. Please keep one.",
            ),
            markup=False,
        )
    for file, nearest in found.strange.items():
        out.print(_strange(file, nearest, by_name), markup=False)
    _missing([by_name[each] for each in taken.missing])
    left = len(taken.refused) + len(found.strange) + sum(map(len, found.double.values()))
    out.print(
        say(
            f"{len(taken.new)} Aufnahmen genommen, {len(taken.kept)} waren schon da, "
            f"{left} nicht genommen, {len(taken.missing)} fehlen noch.",
            f"{len(taken.new)} recordings taken, {len(taken.kept)} were there before, "
            f"{left} not taken, {len(taken.missing)} still missing.",
        )
    )
    if not timed:
        out.print(
            say(
                "Für diese Sprache hat das Gerät keine Stimme: Die Wörter werden beim Vorlesen "
                "nicht markiert, und ob es der richtige Text ist, wurde nicht geprüft.",
                "This machine has no voice for the language: words are not marked while they are "
                "read, and whether it is the right text was not checked.",
            )
        )


def _strange(file: str, nearest: str, by_name: dict[str, Prompt]) -> str:
    if nearest:
        return say(
            f"{file}: So heißt kein Text. Meinten Sie {nearest} („{by_name[nearest].text}“)?",
            f'{file}: no text has this name. Did you mean {nearest} ("{by_name[nearest].text}")?',
        )
    return say(
        f"{file}: So heißt kein Text. Die Namen stehen auf dem Blatt (--sheet).",
        f"{file}: no text has this name. The names are on the sheet (--sheet).",
    )


def _missing(prompts: Sequence[Prompt]) -> None:
    for each in prompts[:_SHOWN]:
        out.print(say(f"{each.name}: fehlt. „{each.text}“", f'{each.name}: missing. "{each.text}"'),
                  markup=False)  # fmt: skip
    if len(prompts) > _SHOWN:
        more = len(prompts) - _SHOWN
        out.print(say(f"… und {more} mehr.", f"… and {more} more."))
