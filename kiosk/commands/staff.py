"""`kiosk terminal staff` and `verify-log`: who works at a terminal, and what they did."""

import importlib
import secrets
from pathlib import Path
from types import ModuleType
from typing import Annotated

import typer
from rich.markup import escape

from kiosk import __version__
from kiosk.commands import group, out, plainly, say
from kiosk.errors import KioskError
from kiosk.opening import today
from kiosk.places import data_folder
from kiosk.resources import FONTS
from kiosk.settings import STORE, read_terminal
from kiosk.storage.audit import Broken, Event, Fault, Phase, verify
from kiosk.storage.errors import BadPin
from kiosk.storage.staff import Person, Role
from kiosk.storage.store import Store
from kiosk.sync.folder import put
from kiosk.trust import installed_study

app = group(say("Wer am Terminal arbeitet.", "Who works at the terminal."))
Data = Annotated[Path | None, typer.Option(help=say("Datenordner", "data folder"))]
Number = Annotated[int, typer.Argument(help=say("Nummer der Person", "the person's number"))]
_DIGITS = 6
_LONGEST = 30


class NoSuchPerson(KioskError):
    """Nobody has this number."""

    def __init__(self, number: int) -> None:
        super().__init__(
            de=f"Die Nummer {number} hat niemand. Wer dazugehört, zeigt: kiosk terminal staff list",
            en=f"Nobody has the number {number}. See who is there: kiosk terminal staff list",
        )


class BadName(KioskError):
    """A name that no page has room or letters for."""

    def __init__(self) -> None:
        super().__init__(
            de=f"Ein Name hat 1 bis {_LONGEST} Zeichen, ohne Zeilenwechsel, in Buchstaben, die "
            "auch auf dem Papier stehen können. Ein Kürzel genügt.",
            en=f"A name has 1 to {_LONGEST} characters, no line break, in letters that paper has "
            "too. Initials will do.",
        )


class LastLead(KioskError):
    """Without a lead nobody could add anybody."""

    def __init__(self) -> None:
        super().__init__(
            de="Das ist die letzte Person, die leitet. Bitte fügen Sie zuerst eine andere hinzu: "
            "kiosk terminal staff add NAME --lead",
            en="This is the last lead. Please add another one first: "
            "kiosk terminal staff add NAME --lead",
        )


class BrokenLog(KioskError):
    """The log was changed: says at which entry, and how."""

    def __init__(self, broken: Broken) -> None:
        how = {
            Fault.ALTERED: ("wurde verändert", "was altered"),
            Fault.MISSING: ("fehlt", "is missing"),
            Fault.MOVED: ("steht nicht an seinem Platz", "is not in its place"),
        }[broken.fault]
        super().__init__(
            de=f"Das Protokoll stimmt nicht: Eintrag {broken.seq} {how[0]}. Bis Eintrag "
            f"{broken.since} ist es durch eine Unterschrift gesichert. Bitte bewahren Sie den "
            "Datenordner auf und sprechen Sie mit dem Projektteam.",
            en=f"The log does not hold: entry {broken.seq} {how[1]}. Up to entry {broken.since} a "
            "signature vouches for it. Please keep the data folder and talk to the project team.",
        )


def _opened(data: Path | None) -> Store:
    folder = data or data_folder()
    study = installed_study(folder, read_terminal(folder))
    return Store.open(folder / STORE, study.recipients, study.settings.project, study.hash, today)


@app.command(name="list", help=say("Zeigt alle mit einer PIN.", "Shows everybody with a PIN."))
@plainly
def staff_list(data: Data = None) -> None:
    """Number, name and what they may do."""
    with _opened(data) as store:
        for each in store.people():
            lead = say(" (Leitung)", " (lead)") if each.role is Role.LEAD else ""
            given = (
                say(", muss die PIN noch ändern", ", must still change the PIN")
                if each.must_change
                else ""
            )
            out.print(f"{each.number}  {escape(each.name)}{lead}{given}")


@app.command(name="add", help=say("Fügt jemanden hinzu.", "Adds somebody."))
@plainly
def staff_add(
    name: Annotated[str, typer.Argument(help=say("Name oder Kürzel", "name or initials"))],
    lead: Annotated[
        bool, typer.Option("--lead", help=say("darf alles", "may do everything"))
    ] = False,
    data: Data = None,
) -> None:
    """Somebody new, with a first PIN that is shown once and must be changed."""
    name = name.strip()
    if not 1 <= len(name) <= _LONGEST or not name.isprintable() or _missing(name):
        raise BadName
    with _opened(data) as store:
        role = Role.LEAD if lead else Role.STAFF
        while True:
            pin = _drawn()
            try:
                number = store.add_person(name, role, pin)
            except BadPin:
                continue  # drawn before: one in a million
            break
        store.note(Event.STAFF_ADDED, details={"person": number, "role": role.value})
    _tell(name, pin)


@app.command(name="pin", help=say("Gibt jemandem eine neue PIN.", "Gives somebody a new PIN."))
@plainly
def staff_pin(number: Number, data: Data = None) -> None:
    """A new first PIN, as for whoever has forgotten theirs."""
    with _opened(data) as store:
        person = _person(store, number)
        while True:
            pin = _drawn()
            try:
                store.set_personal_pin(number, pin, must_change=True)
            except BadPin:
                continue
            break
        store.note(Event.PIN_CHANGED, details={"person": number})
    _tell(person.name, pin)


@app.command(name="remove", help=say("Nimmt jemandem den Zugang.", "Takes somebody's access."))
@plainly
def staff_remove(number: Number, data: Data = None) -> None:
    """Their PIN opens nothing any more; the log still names them."""
    with _opened(data) as store:
        person = _person(store, number)
        leads = [each for each in store.people() if each.role is Role.LEAD]
        if leads == [person]:
            raise LastLead
        store.remove_person(number)
        store.note(Event.STAFF_REMOVED, details={"person": number})
    out.print(
        say(
            f"{escape(person.name)} hat keinen Zugang mehr.",
            f"{escape(person.name)} has no access any more.",
        )
    )


@plainly
def commission(
    out_folder: Annotated[
        Path, typer.Option("--out", help=say("Ordner für das PDF", "folder for the PDF"))
    ] = Path(),
    data: Data = None,
) -> None:
    """The protocol two people sign before the first day."""
    folder = data or data_folder()
    settings = read_terminal(folder)
    study = installed_study(folder, settings)
    with _opened(data) as store:
        papers = _papers()
        station = papers.Station(
            settings.town, settings.site, settings.title, store.device, __version__, study.hash
        )
        name, content = papers.commissioned(store, station, today(), FONTS)
        put(out_folder.absolute(), name, content)
        store.note(Event.PAPER, details={"paper": "commissioning"})
    out.print(escape(str(out_folder / name)))


@plainly
def erase(
    out_folder: Annotated[
        Path, typer.Option("--out", help=say("Ordner für das PDF", "folder for the PDF"))
    ] = Path(),
    data: Data = None,
    yes: Annotated[bool, typer.Option("--yes", help=say("ohne Rückfrage", "do not ask"))] = False,
) -> None:
    """Everything that was handed over, and a protocol of it; what waits is never deleted."""
    folder = data or data_folder()
    settings = read_terminal(folder)
    study = installed_study(folder, settings)
    with _opened(data) as store:
        stored = store.stored()
        if not stored:
            out.print(say("Es gibt keine Antworten zu löschen.", "There is nothing to delete."))
            return
        asked = say(
            f"{stored} Antworten unwiderruflich von diesem Gerät löschen?",
            f"Delete {stored} responses from this device for good?",
        )
        if not yes and not typer.confirm(asked):
            raise typer.Exit(1)
        # Before anything is gone: a folder that takes no protocol must keep everything.
        _try_writing(out_folder.absolute())
        store.note(Event.ERASED, phase=Phase.INIT)
        try:
            batches = store.erase()
        except KioskError:
            store.note(Event.ERASED, good=False)
            raise
        count = sum(each for _, each in batches)
        store.note(Event.ERASED, details={"responses": count})
        papers = _papers()
        station = papers.Station(
            settings.town, settings.site, settings.title, store.device, __version__, study.hash
        )
        name, content = papers.erased(station, today(), batches, FONTS)
        put(out_folder.absolute(), name, content)
    out.print(
        say(
            f"{count} Antworten gelöscht. Protokoll: {escape(str(out_folder / name))}",
            f"{count} responses deleted. Protocol: {escape(str(out_folder / name))}",
        )
    )


@plainly
def verify_log(data: Data = None) -> None:
    """The chain, and every end of it that a batch has signed."""
    with _opened(data) as store:
        log, heads = store.log()
    broken = verify(log, heads)
    if broken is not None:
        raise BrokenLog(broken)
    signed = max((each.seq for each in heads), default=0)
    out.print(
        say(
            f"Das Protokoll ist unverändert: {len(log)} Einträge, bis Eintrag {signed} in "
            "übergebenen Paketen unterschrieben.",
            f"The log is unchanged: {len(log)} entries, signed in batches up to entry {signed}.",
        )
    )


def _try_writing(folder: Path) -> None:
    """Raises NoPlace, NoRoom or NotWritten where nothing can be written."""
    name = f".{secrets.token_hex(8)}.part"
    put(folder, name, b"?")
    (folder / name).unlink()


def _papers() -> ModuleType:
    """Only who writes a paper waits for reportlab."""
    return importlib.import_module("kiosk.journey.protocols")


def _missing(name: str) -> bool:
    """Whether the papers' typeface lacks a letter or sign of the name."""
    faces = importlib.import_module("kiosk.papers.typeface")
    signs = all(each.isalnum() or each in " .-'’()[]/&+" for each in name)
    return not signs or bool(faces.lacking(name, faces.typeface(FONTS).bold))


def _drawn() -> str:
    return f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}}"


def _person(store: Store, number: int) -> Person:
    for each in store.people():
        if each.number == number:
            return each
    raise NoSuchPerson(number)


def _tell(name: str, pin: str) -> None:
    out.print(
        say(
            f"Erste PIN für {escape(name)}: {pin[:3]} {pin[3:]}\nSie wird nur jetzt gezeigt und "
            "bei der ersten Anmeldung durch eine eigene ersetzt.",
            f"First PIN for {escape(name)}: {pin[:3]} {pin[3:]}\nIt is shown only now and replaced "
            "by one of their own when they first sign in.",
        )
    )
