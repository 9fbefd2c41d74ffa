"""Whether a terminal may be opened for the day: what must be put right first, and what soon."""

from dataclasses import dataclass
from datetime import date

EARLIEST = date(2026, 1, 1)
"""No terminal of this version ran before: an older date is a clock that lost its battery."""
FORGOTTEN_DAYS = 7
"""Days after which waiting responses should be handed over."""

RETENTION_DAYS = 92
"""Three months: what privacy.md D.2 promises people for the raw records."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is looked at. `last_day`: the latest day the terminal remembers."""

    free_bytes: int
    reserve_bytes: int
    sound: bool  # SQLite finds its file whole
    today: date
    last_day: date | None
    waiting: int  # sealed responses not handed over yet
    handed_over: date | None
    kept_since: date | None = None  # the first hand-over of what is still stored


@dataclass(frozen=True, slots=True)
class Readiness:
    """Sentences for staff: `problems` keep the terminal closed, `reminders` do not."""

    problems: tuple[str, ...] = ()
    reminders: tuple[str, ...] = ()


def readiness(facts: Facts) -> Readiness:
    """What these facts mean, each problem with what to do."""
    problems, reminders = [], []
    if not facts.sound:
        problems.append(
            "Die Datenbank ist beschädigt. Bitte schalten Sie das Gerät aus, löschen Sie nichts, "
            "und rufen Sie das Projektteam."
        )
    if facts.free_bytes < facts.reserve_bytes:
        problems.append(
            f"Der Speicher ist fast voll: {_megabytes(facts.free_bytes)} frei, nötig sind "
            f"{_megabytes(facts.reserve_bytes)}. Bitte rufen Sie das Projektteam."
        )
    behind = facts.last_day is not None and facts.today < facts.last_day
    if behind or facts.today < EARLIEST:
        problems.append(
            f"Die Uhr geht falsch: Sie zeigt den {facts.today:%d.%m.%Y}. Bitte stellen Sie das "
            "Datum in den Einstellungen des Geräts."
        )
    if facts.waiting:
        since = facts.handed_over
        if since is None or (facts.today - since).days >= FORGOTTEN_DAYS:
            reminders.append("Bitte übergeben Sie bald die gesammelten Antworten auf einen Stick.")
    kept = facts.kept_since
    if kept is not None and (facts.today - kept).days > RETENTION_DAYS:
        reminders.append(
            f"Übergebene Antworten liegen seit dem {kept:%d.%m.%Y} auf diesem Gerät. Bitte fragen "
            "Sie das Projektteam, ob sie jetzt zu löschen sind."
        )
    return Readiness(tuple(problems), tuple(reminders))


def _megabytes(count: int) -> str:
    return f"{count // (1 << 20)} MB"
