"""What the compiler finds in a study: a stable code, the place in the form, a sentence."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the build; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing an author should know, named so that the cell in the workbook can be found.

    `form` is the form's id, "" for study.toml. `place` is where it is: a template path
    ("/V/loop/L3"), a choice ("list_name:value"), a language ("lang:Polski (pl)"), a key of
    study.toml ("start.routes"), or "" for the form as a whole. `column` is the header of the
    XLSForm column ("relevant", "label::Polski (pl)"), "" when none is meant.
    """

    code: str  # "E204", "W310": never reused for something else
    severity: Severity
    form: str
    place: str
    column: str
    de: str
    en: str
