"""A number while it is typed: what a key does to it, and the value it has so far. Pure."""

MOST_WHOLE = 9  # digits before the decimal sign: what an XForms int holds
MOST_AFTER = 6


def with_key(typed: str, key: str) -> str | None:
    """`typed` after `key`, a digit, "." or "-" (which puts the sign and takes it away).

    Numbers are typed with "." before decimals, as in :attr:`QuestionView.value`. None if the key
    cannot follow: a second ".", or more digits than are kept.
    """
    if key == "-":
        return typed[1:] if typed.startswith("-") else "-" + typed
    sign = "-" if typed.startswith("-") else ""
    whole, point, after = typed.removeprefix("-").partition(".")
    if key == ".":
        return None if point else f"{sign}{whole or '0'}."
    if point:
        return typed + key if len(after) < MOST_AFTER else None
    whole = (whole + key).lstrip("0") or "0"
    return sign + whole if len(whole) <= MOST_WHOLE else None


def number_of(typed: str) -> str:
    """The value of what was typed: "" without a digit; "2." is 2; there is no "-0"."""
    number = typed.removesuffix(".")
    if not any(each.isdigit() for each in number):
        return ""
    return number if any(each in "123456789" for each in number) else number.removeprefix("-")
