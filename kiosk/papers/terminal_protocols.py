"""The protocols of a terminal: commissioning, the day, handing over (privacy.md D.7)."""

from dataclasses import dataclass
from datetime import date

from kiosk.papers.german import day, whole
from kiosk.papers.protocol import File, Protocol, Row


@dataclass(frozen=True, slots=True)
class Station:
    """Which terminal, where, with what on it. Hashes are hex."""

    town: str
    site: str
    title: str  # of the survey
    device: str  # 16 hex digits
    version: str
    study: str  # SHA-256

    @property
    def place(self) -> str:
        """What every page says at its foot."""
        return f"{self.town} – {self.title}"

    def rows(self) -> tuple[Row, ...]:
        """The facts every protocol begins with."""
        return (Row("Standort", self.site), Row("Gerät", self.device))


def commissioning(station: Station, when: date, stored: int) -> Protocol:
    """Before the first day: which software, which questionnaire, how many responses (none)."""
    return Protocol(
        title="Inbetriebnahme- und Nullprotokoll",
        place=station.place,
        rows=(
            Row("Datum", day(when)),
            *station.rows(),
            Row("Software", f"Bedarfskiosk {station.version}"),
            Row("Fragebogen", station.title),
            Row("Kurzzeichen der Studie", station.study[:8]),
            Row("SHA-256 der Studie", _grouped(station.study)),
            Row("Gespeicherte Antworten", whole(stored)),
        ),
        statement="Das Gerät wurde heute in Betrieb genommen. Die Angaben wurden am Bildschirm "
        "geprüft. "
        + (
            "Es enthält keine Antworten."
            if stored == 0
            else "Achtung: Das Gerät enthält schon Antworten und ist nicht leer."
        ),
        signatures=("Unterschrift 1", "Unterschrift 2"),
    )


def daily(
    station: Station, when: date, opened_by: str, closed_by: str, counts: tuple[Row, ...]
) -> Protocol:
    """One day: who opened and closed it, and how many took part, in steps."""
    return Protocol(
        title="Tagesprotokoll",
        place=station.place,
        rows=(
            Row("Tag", day(when)),
            *station.rows(),
            Row("Geöffnet von", opened_by),
            Row("Geschlossen von", closed_by),
            Row("Uhrzeiten (von – bis)"),
            *counts,
        ),
        notes=3,
        signatures=("Unterschrift",),
    )


def handover(
    station: Station, when: date, by: str, responses: int, files: tuple[File, ...]
) -> Protocol:
    """What left the terminal: how many responses in which files."""
    return Protocol(
        title="Übergabeprotokoll",
        place=station.place,
        rows=(
            Row("Datum", day(when)),
            *station.rows(),
            Row("Übergebene Antworten", whole(responses)),
            Row("Dateien", whole(len(files))),
            Row("Übergeben von", by),
            Row("Übergeben an"),
        ),
        files=files,
        statement="Jede Datei wurde nach dem Schreiben zurückgelesen und war gleich. Die Antworten "
        "sind verschlüsselt; lesen kann sie nur das Projektteam.",
        signatures=("Unterschrift (übergibt)", "Unterschrift (übernimmt)"),
    )


def erasure(station: Station, when: date, batches: tuple[tuple[str, int], ...]) -> Protocol:
    """What was deleted from the terminal: how many responses of which bundles."""
    return Protocol(
        title="Löschprotokoll",
        place=station.place,
        rows=(
            Row("Datum", day(when)),
            *station.rows(),
            Row("Gelöschte Antworten", whole(sum(count for _, count in batches))),
            Row("Pakete", whole(len(batches))),
            Row("Wer hat geprüft, dass das Projektteam die Pakete lesen kann?"),
        ),
        batches=tuple(Row(name, whole(count)) for name, count in batches),
        statement="Alle Antworten wurden übergeben, zurückgelesen und danach auf dem Gerät "
        "gelöscht; ihr Platz in der Datenbank wurde überschrieben.",
        signatures=("Unterschrift 1", "Unterschrift 2"),
    )


def _grouped(digits: str) -> str:
    return " ".join(digits[at : at + 8] for at in range(0, len(digits), 8))
