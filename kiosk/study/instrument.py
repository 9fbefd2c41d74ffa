"""Which questionnaires there are, and their versions: as every response and data set names them."""

from collections.abc import Iterable

INSTRUMENTS = ("V", "K", "U", "O", "A")
"""Citizens in full and in short, businesses, associations, staff: the forms every town has."""


def instrument_codes(forms: Iterable[str]) -> dict[str, int]:
    """The number of each form's id in a data set.

    Those every town has keep theirs, 1 to 5, whichever others there are; the others follow by name.
    """
    others = sorted(set(forms) - set(INSTRUMENTS))
    return {name: code for code, name in enumerate((*INSTRUMENTS, *others), start=1)}


def version_number(text: str) -> int:
    """A version as one number that sorts as versions do: "2026.1.3" is 20260103, "7" itself.

    Raises ValueError unless it is one to three whole numbers with dots, 99 at most behind a dot.
    """
    parts = text.split(".")
    if len(parts) > 3 or not all(each.isascii() and each.isdecimal() for each in parts):
        raise ValueError(f"not a version: {text}")
    if len(parts) == 1:
        return int(text)
    major, minor, patch = (*(int(each) for each in parts), 0)[:3]
    if max(minor, patch) > 99:
        raise ValueError(f"not a version: {text}")
    return 10_000 * major + 100 * minor + patch
