"""How one person wants the screens: back to the preset after every person."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Presentation:
    """`language` is a BCP 47 tag, `text_size` 1 to 3 (capital letters 5.2, 6.75, 8.75 mm)."""

    language: str
    text_size: int = 2
    read_aloud: bool = False
