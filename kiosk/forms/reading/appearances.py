"""What `appearance` asks for: taken over, shown otherwise with a notice, or refused."""

import re
from dataclasses import dataclass

from kiosk.forms.view import Layout, Precision

_OTHERWISE = frozenset(
    {
        # select: how choices stand on a small screen
        "columns",
        "columns-pack",
        "columns-flex",
        "no-buttons",
        "horizontal",
        "horizontal-compact",
        "compact",
        "quickcompact",
        "quick",
        "list",
        "list-nolabel",
        "table-list",
        "full",
        "field-list",
        # range and dates
        "vertical",
        "no-ticks",
        "picker",
        "rating",
        "no-calendar",
        # text and numbers
        "thousands-sep",
        "bearing-free",
        "counter",
        # rows and pages of web forms
        "summary",
        "hide-input",
        "no-collapse",
        "distress",
    }
)
"""One question stands on a screen, with large answers; these ask for another arrangement."""

_PREFIXES = ("columns-", "compact-", "quickcompact-", "w", "h")
"""Numbered relatives: columns-3, compact-2, Enketo's w1 to w10."""

_REFUSED = {
    "image-map": ("eine Bildkarte zum Antippen", "an image to tap on"),
    "map": ("eine Landkarte", "a map"),
    "quick-map": ("eine Landkarte", "a map"),
    "placement-map": ("eine Landkarte", "a map"),
    "maps": ("eine Landkarte", "a map"),
    "streets": ("eine Landkarte", "a map"),
    "hide": ("eine versteckte Frage", "a hidden question"),
    "url": ("eine Internetadresse; das Gerät hat kein Netz", "a web page; there is no network"),
    "signature": ("eine Unterschrift", "a signature"),
    "draw": ("eine Zeichnung", "a drawing"),
    "annotate": ("eine Zeichnung", "a drawing"),
    "bearing": ("einen Kompass", "a compass"),
    "printer": ("einen Drucker", "a printer"),
    "masked": (
        "ein verdecktes Feld; Antworten werden ohnehin sofort verschlüsselt",
        "a masked field; answers are encrypted at once anyway",
    ),
    "ethiopian": ("einen anderen Kalender", "another calendar"),
    "coptic": ("einen anderen Kalender", "another calendar"),
    "islamic": ("einen anderen Kalender", "another calendar"),
    "bikram-sambat": ("einen anderen Kalender", "another calendar"),
    "myanmar": ("einen anderen Kalender", "another calendar"),
    "persian": ("einen anderen Kalender", "another calendar"),
    "buddhist": ("einen anderen Kalender", "another calendar"),
}
_REFUSED_PREFIXES = ("ex:", "printer:", "intent:")
_SEARCH = re.compile(r"(?:^|\s)search\s*\(")

LABEL_ROW = "label"
"""A row of a table that only repeats the choices' labels: needless on a screen of its own."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """What the engine makes of an appearance; `otherwise` are words it shows another way."""

    layout: Layout = Layout.LIST
    precision: Precision = Precision.DAY
    search: bool = False
    label_row: bool = False
    otherwise: tuple[str, ...] = ()
    refused: tuple[str, str, str] | None = None  # the word, and what it asks for, in de and en
    unknown: str = ""


def read_appearance(text: str) -> Appearance:
    """The meaning of an `appearance` (XLSForm and ODK Collect's words, separated by spaces)."""
    if text.startswith(_REFUSED_PREFIXES):
        word = text.partition("(")[0]
        return Appearance(refused=(word, "ein anderes Programm", "another program"))
    if _SEARCH.search(text):
        return Appearance(
            refused=(
                "search()",
                "eine Liste aus einer Datei (dafür gibt es select_one_from_file)",
                "a list from a file (for that there is select_one_from_file)",
            )
        )
    layout, precision, search, label_row = Layout.LIST, Precision.DAY, False, False
    otherwise: list[str] = []
    for word in text.split():
        match word:
            case "multiline":
                pass
            case "numbers":
                layout = Layout.DIGITS
            case "likert":
                layout = Layout.SCALE
            case "minimal" | "autocomplete" | "search":
                search = True
            case "month-year":
                precision = Precision.MONTH
            case "year":
                precision = Precision.YEAR
            case "label":
                label_row = True
            case _ if word in _REFUSED:
                return Appearance(refused=(word, *_REFUSED[word]))
            case _ if word in _OTHERWISE or _numbered(word):
                otherwise.append(word)
            case _:
                return Appearance(unknown=word)
    return Appearance(layout, precision, search, label_row, tuple(otherwise))


def _numbered(word: str) -> bool:
    return any(
        word.startswith(prefix) and word.removeprefix(prefix).isdecimal() for prefix in _PREFIXES
    )
