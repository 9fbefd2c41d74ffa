"""SPSS syntax for what a .sav file cannot carry: the multiple-response sets."""

import re
from collections.abc import Sequence

from kiosk.office.columns import Column, Holds, Part
from kiosk.office.dataset import Dataset

_LONGEST_SET = 63  # bytes behind the "$", SPSS


def setup_sps(data: Dataset, sav_name: str) -> bytes:
    """A syntax file that opens the .sav and declares one set per multiple answer.

    A dichotomy set, or of a long list a category set. Missing ranges stand in the .sav already;
    they are repeated where every column is a number, because a .sav may come by other programs.

    UTF-8 with BOM and CRLF, as SPSS for Windows expects. Names and codes only, and labels quoted
    with doubled apostrophes, so no label can end the command it stands in.
    """
    lines = ["* Encoding: UTF-8.", f"GET FILE={_quoted(sav_name)}."]
    numbers = [column for column in data.columns if column.holds is Holds.NUMBER]
    if len(numbers) == len(data.columns):
        lines.append("MISSING VALUES ALL (LO THRU -90).")
    else:
        named = _wrapped("MISSING VALUES", numbers)
        lines += [*named[:-1], f"{named[-1]} (LO THRU -90)."]
    for name, members in _sets(data.columns).items():
        first = members[0]
        dichotomy = first.part is Part.CHOICE
        kind = "MDGROUP" if dichotomy else "MCGROUP"
        label = " ".join(part for part in (first.variable.wording, first.entry) if part)
        variables = [f"    {part}" for part in _wrapped("VARIABLES=", members)]
        lines += ["MRSETS", f"  /{kind} NAME=${name} LABEL={_quoted(label)}"]
        if dichotomy:
            lines += ["    CATEGORYLABELS=VARLABELS", *variables, "    VALUE=1"]
        else:
            lines += variables
        lines.append(f"  /DISPLAY NAME=[${name}].")
    lines.append("EXECUTE.")
    return "\ufeff".encode() + "\r\n".join([*lines, ""]).encode()


def _sets(columns: Sequence[Column]) -> dict[str, list[Column]]:
    sets: dict[str, list[Column]] = {}
    for column in columns:
        if column.part in (Part.CHOICE, Part.MENTION):
            parts = (column.variable.name, column.entry)
            name = re.sub(r"[^A-Z0-9_]", "_", "_".join(part for part in parts if part).upper())
            sets.setdefault(name[:_LONGEST_SET], []).append(column)
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
