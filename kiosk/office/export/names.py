"""What the files of one export are called."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.study.instrument import INSTRUMENTS
from kiosk.study.response import Response

_LONGEST_FORMS = 50


@dataclass(frozen=True, slots=True)
class ExportName:
    """The stem all files of an export share: project_W{wave}_{instr}_v{version}_{date}."""

    project: str  # short name for file names, "ROL_DIGI"
    wave: int
    instruments: str  # letters in the order V K U O A, then other forms: "VK", "VK-haushalt"
    version: str
    day: date

    @property
    def stem(self) -> str:
        """The file name without its ending."""
        return (
            f"{self.project}_W{self.wave}_{self.instruments}_v{self.version}_{self.day.isoformat()}"
        )


def export_name(project: str, responses: Sequence[Response], day: date) -> ExportName:
    """Name an export after what it holds; several waves or versions give the highest of each."""
    forms = {response.header.form for response in responses}
    return ExportName(
        project=project,
        wave=max(response.header.wave for response in responses),
        instruments=_instruments(forms),
        version=max((response.header.form_version for response in responses), key=_order),
        day=day,
    )


def _instruments(forms: set[str]) -> str:
    letters = "".join(letter for letter in INSTRUMENTS if letter in forms)
    others = sorted(forms - set(INSTRUMENTS))
    name = "-".join(part for part in (letters, *others) if part)
    return name if len(name) <= _LONGEST_FORMS else f"{len(forms)}-Frageboegen"


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdecimal() else 0 for part in version.split("."))
