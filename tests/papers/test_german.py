"""Numbers, dates and lists as German papers write them."""

from datetime import date

import pytest

from kiosk.papers.german import day, decimal, listed, whole


def test_numbers_and_dates() -> None:
    assert whole(1234567) == "1.234.567"
    assert decimal(1234.56) == "1.234,6"
    assert day(date(2026, 3, 7)) == "07.03.2026"


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["V"], "V"), (["V", "K"], "V und K"), (["V", "K", "U"], "V, K und U")],
)
def test_lists(words: list[str], text: str) -> None:
    assert listed(words) == text
