"""Names, numbers and addresses in open answers; and the wishes that only look like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.study.private_text import MASK, masked, names_somebody


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Rufen Sie an: 035891 77 20", f"Rufen Sie an: {MASK}"),
        ("meine Nummer ist 0171-2345678.", f"meine Nummer ist {MASK}."),
        ("+49 (35891) 772-0", MASK),
        ("Antwort an oma.krause@web.de bitte", f"Antwort an {MASK} bitte"),
        ("auf Insta @rothenburg_fan", f"auf Insta {MASK}"),
        ("Frau Müller war sehr nett", f"{MASK} war sehr nett"),
        ("Danke an Herrn Dr. Schulze-Kretzschmer!", f"Danke an {MASK}!"),
        ("Ich wohne Görlitzer Straße. Wir", "Ich wohne Görlitzer Straße. Wir"),
        ("Bei uns in der Priebuser-Straße 12a", f"Bei uns in der {MASK}"),
        ("Marktplatz 1 ist zu weit", f"{MASK} ist zu weit"),
        ("Feldweg 7", MASK),
        ("in der Görlitzer Straße 12", f"in der {MASK}"),
        ("ul. Lipowa 14", MASK),
        ("Pani Nowak pomogła", f"{MASK} pomogła"),
        ("I live at 12 Mill Lane", f"I live at {MASK}"),
    ],
)
def test_what_would_name_somebody_is_masked(text: str, kept: str) -> None:
    assert masked(text) == kept
    assert names_somebody(text) == (kept != text)


@pytest.mark.parametrize(
    "text",
    [
        "mehr Radwege und Bänke am Marktplatz",
        "die Frau am Schalter soll bleiben",
        "Busse alle 30 Minuten, auch nach 2025",
        "von 1990 bis 2026 wurde nichts gemacht",
        "Straßenlampen in der Siedlung",
        "um 7:30 Uhr und um 16.45 Uhr",
        "2 Plätze, 3 Wege, 4 Ringe",
        "Der Herr im Amt war freundlich",
        "Kosten: 1.200 Euro",
        "10 000 Euro für Bänke",
        "1990-2026 wurde nichts gemacht",
    ],
)
def test_wishes_stay(text: str) -> None:
    assert masked(text) == text


@given(st.text(max_size=300))
def test_masked_text_names_nobody_any_more(text: str) -> None:
    assert not names_somebody(masked(masked(text)))
    assert masked(masked(masked(text))) == masked(masked(text))
