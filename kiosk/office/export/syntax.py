"""SPSS syntax for what a .sav file cannot carry: the multiple-response sets."""

from collections.abc import Sequence

from kiosk.office.columns import Column, Part
from kiosk.office.dataset import Dataset


def setup_sps(data: Dataset, sav_name: str) -> bytes:
    """A syntax file that opens the .sav and declares one dichotomy set per multiple answer.

    UTF-8 with BOM and CRLF, as SPSS for Windows expects. Names and codes only, and labels quoted
    with doubled apostrophes, so no label can end the command it stands in.
    """
    lines = [
        "* Encoding: UTF-8.",
        f"GET FILE={_quoted(sav_name)}.",
        "MISSING VALUES ALL (LO THRU -90).",
    ]
    sets = _sets(data.columns)
    for name, members in sets.items():
        label = members[0].variable.wording
        lines += [
            "MRSETS",
            f"  /MDGROUP NAME=${name} LABEL={_quoted(label)}",
            "    CATEGORYLABELS=VARLABELS",
            *(f"    {part}" for part in _wrapped("VARIABLES=", members)),
            "    VALUE=1",
            f"  /DISPLAY NAME=[${name}].",
        ]
    lines.append("EXECUTE.")
    return "\ufeff".encode() + "\r\n".join([*lines, ""]).encode()


def _sets(columns: Sequence[Column]) -> dict[str, list[Column]]:
    sets: dict[str, list[Column]] = {}
    for column in columns:
        if column.part is Part.CHOICE:
            sets.setdefault(column.variable.name.upper(), []).append(column)
    return sets


def _wrapped(start: str, members: Sequence[Column]) -> list[str]:
    lines = [start]
    for member in members:
        if len(lines[-1]) + len(member.name) > 90:
            lines.append("  ")
        lines[-1] += f" {member.name}" if not lines[-1].endswith(("=", " ")) else member.name
    return lines


def _quoted(text: str) -> str:
    return "'" + " ".join(text.split()).replace("'", "''") + "'"
