"""Missing codes: why a variable has no substantive answer (one SPSS-safe range, -99 to -90)."""

from enum import IntEnum


class Missing(IntEnum):
    """The codes of the export convention; all lie in the user-missing range -99…-90."""

    REFUSED = -99  # "keine Angabe" chosen
    DONT_KNOW = -98  # "weiß nicht" chosen
    NOT_ASKED_FILTER = -97  # closed by routing
    NOT_ASKED_DESIGN = -96  # closed by split, version or instrument
    SKIPPED = -95  # asked, no answer
    NOT_REACHED = -94  # broken off before
    UNREADABLE = -93  # paper
    PROTECTED = -92  # anonymised
    NOT_APPLICABLE = -91  # an offered option


LABELS_DE: dict[Missing, str] = {
    Missing.REFUSED: "keine Angabe",
    Missing.DONT_KNOW: "weiß nicht",
    Missing.NOT_ASKED_FILTER: "nicht gestellt (Filter)",
    Missing.NOT_ASKED_DESIGN: "nicht gestellt (Split, Version)",
    Missing.SKIPPED: "übersprungen",
    Missing.NOT_REACHED: "Abbruch davor",
    Missing.UNREADABLE: "unlesbar oder ungültig",
    Missing.PROTECTED: "geschützt",
    Missing.NOT_APPLICABLE: "trifft nicht zu",
}

CHOSEN = (Missing.REFUSED, Missing.DONT_KNOW)
"""The missing codes a respondent chooses; every closed question shows them apart."""
