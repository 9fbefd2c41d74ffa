"""Numbers and dates as German papers write them."""

from datetime import date


def whole(number: int) -> str:
    """A count with points between the thousands: "12.345"."""
    return f"{number:,}".replace(",", ".")


def decimal(number: float, places: int = 1) -> str:
    """A number with a decimal comma: "3,4"."""
    return f"{number:,.{places}f}".translate(str.maketrans(",.", ".,"))


def day(value: date) -> str:
    """TT.MM.JJJJ."""
    return f"{value:%d.%m.%Y}"


def listed(words: list[str]) -> str:
    """ "V, K und U"."""
    return " und ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
