"""A store in a temporary folder, and keys that cost no scrypt."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kiosk.sealing.keys import Identity, Recipients, Role, new_identity
from kiosk.storage.store import Store
from kiosk.study.response import ResponseKind

STUDY = "5" * 64
HEADER = b"header"


@dataclass
class Calendar:
    """Today, as the test says."""

    day: date = date(2026, 11, 22)

    def __call__(self) -> date:
        return self.day


@dataclass
class Room:
    """Everything to open the same store again and again."""

    folder: Path
    project: Identity = field(default_factory=lambda: new_identity(Role.PROJECT))
    escrow: Identity = field(default_factory=lambda: new_identity(Role.ESCROW))
    today: Calendar = field(default_factory=Calendar)

    @property
    def recipients(self) -> Recipients:
        return Recipients((self.project.recipient, self.escrow.recipient))

    def open(
        self,
        study: str = STUDY,
        recipients: Recipients | None = None,
        ballast_bytes: int = 0,
        reserve_bytes: int = 0,
    ) -> Store:
        return Store.open(
            self.folder,
            recipients or self.recipients,
            "rothenburg",
            study,
            self.today,
            ballast_bytes=ballast_bytes,
            reserve_bytes=reserve_bytes,
        )


def answered(store: Store, *answers: bytes) -> None:
    """One whole interview whose envelope holds `answers`, joined by spaces."""
    draft = store.begin(HEADER, "V")
    for answer in answers:
        store.record(draft, answer)
    store.seal(draft, lambda _: b" ".join(answers), ResponseKind.COMPLETE)
