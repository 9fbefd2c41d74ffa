"""What in an open answer would name a person or a place to find one, and what is kept instead.

Instrument, A.9: digits in a row of five or more, "@", telephone numbers, "Frau" or "Herr" with a
name, streets with a number. A soft check: the respondent is told once and never kept; what stays
is masked when the response is sealed. It errs towards the wish: "mehr Radwege" and "Haltestelle
Marktplatz" are no addresses.
"""

import re

MASK = "[…]"

_LETTER = r"[^\W\d_]"
_NAME = rf"{_LETTER}[\w'’.-]*"
_PATTERNS = (
    # Mail addresses, and handles with "@".
    r"[\w.+-]*@[\w.-]+",
    # Five digits or more in a row, or a telephone number with its gaps.
    # Two years and sums of money are none.
    r"(?<!\w)(?!(?:19|20)\d\d\D{1,3}(?:19|20)\d\d(?!\d))\+?\d(?:[ \-/()]{0,2}\d){4,}"
    r"(?!\w)(?!\s*(?:Euro|EUR|€))",
    # Somebody with a name; after the title a capital, so that "die Frau am Schalter" stays.
    rf"(?<!\w)(?:Frau|Fr\.|Herrn?|Hr\.|Dr\.|Pan|Pani|Mrs?\.?|Ms\.?)\s+(?:Dr\.\s+)?(?=[A-ZÄÖÜŁŚŻ]){_NAME}",
    # A street with a number of the house.
    rf"(?<!\w)(?:[A-ZÄÖÜ][\w-]*\s+)?(?:{_LETTER}[\w-]*)?"
    r"(?i:straße|strasse|str\.|gasse|weg|platz|allee|ring|ufer|siedlung)\s*\d+\s?[a-z]?(?!\w)",
    rf"(?<!\w)(?:[Uu]l\.|[Uu]lica)\s+{_NAME}\s+\d+\s?[a-z]?(?!\w)",
    rf"(?<!\w)\d+[a-z]?\s+{_NAME}\s+(?:Street|Road|Lane|Avenue)(?!\w)",
)
_PRIVATE = re.compile("|".join(f"(?:{each})" for each in _PATTERNS))


def names_somebody(text: str) -> bool:
    """Whether something in `text` should not be kept."""
    return _PRIVATE.search(text) is not None


def masked(text: str) -> str:
    """The text as it is kept: what names somebody is replaced by :data:`MASK`."""
    return _PRIVATE.sub(MASK, text)
