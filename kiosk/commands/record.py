"""`kiosk study record`: what a person reads aloud for a study, and the recordings of it."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands import out, plainly, say
from kiosk.commands.counting import counted
from kiosk.commands.prompt_list import wanted_prompts, write_sheet
from kiosk.commands.recording_faults import told
from kiosk.commands.speak import source_to_hear
from kiosk.errors import KioskError
from kiosk.speech.errors import NoVoiceError
from kiosk.speech.model import Models
from kiosk.speech.prompt import Prompt
from kiosk.speech.synthesis import Synthesis
from kiosk.speech.taking import Recorded, Taken, bring, bring_one, recorded
from kiosk.study.clip_folder import ClipFolder
from kiosk.study.clips import PERSON
from kiosk.study.lexicon import primary
from kiosk.study.media import MEDIA

_SHOWN = 10


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
    looked = source_to_hear(source)
    wanted = wanted_prompts(looked, language)
    if sheet is not None:
        write_sheet(sheet, looked, wanted, language)
        out.print(
            say(
                f"{sheet}: Texte zum Vorlesen: {len(wanted)}; dieselben als Tabelle in "
                f"{sheet.with_suffix('.tsv').name}.",
                f"{sheet}: texts to be read: {len(wanted)}; the same as a table in "
                f"{sheet.with_suffix('.tsv').name}.",
            ),
            markup=False,
        )
    assert looked.settings is not None
    if recordings is not None and primary(language) not in map(primary, looked.settings.languages):
        _greeting(source / MEDIA, recordings, wanted)
    elif recordings is not None:
        voice = f"{PERSON}:{speaker}" if speaker else PERSON
        _import(ClipFolder(source, language), recordings, wanted, voice, accept or ())


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
    with counted(folder.language) as tell:
        taken = bring(found, wanted, folder, voice, models, names, tell)
    _report(found, taken, {each.name: each for each in wanted}, timed=models is not None)
    if taken.refused or found.strange or found.double:
        raise typer.Exit(1)


def _greeting(media: Path, recordings: Path, wanted: Sequence[Prompt]) -> None:
    """A language that only the greeting has: no clips, but the file that study.toml names."""
    found = recorded(recordings, wanted)
    taken = bring_one(found, wanted[0], media)
    _report(found, taken, {each.name: each for each in wanted}, timed=False)
    if taken.new:
        out.print(
            say(
                f'Bitte tragen Sie in study.toml ein: greeting_audio = "{taken.new[0]}.wav"',
                f'Please write into study.toml: greeting_audio = "{taken.new[0]}.wav"',
            ),
            markup=False,
        )
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
