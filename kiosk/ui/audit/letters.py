"""How large letters are for the eye, and whether they are the bundled ones."""

from collections.abc import Iterator
from functools import lru_cache
from math import atan, degrees

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QWidget

from kiosk.ui.fitting.breaches import (
    Breach,
    Rule,
    buttons,
    plain_labels,
    proses,
    said,
    shown,
    texts,
)
from kiosk.ui.fonts import FAMILY
from kiosk.ui.theme import Theme
from kiosk.ui.theme.theme import DEFAULT_SIZE, LEAST_ANGLE
from kiosk.ui.widgets.text_field import TextField

LEAST_WEIGHT = 400


def letter_breaches(screen: QWidget, theme: Theme) -> list[Breach]:
    """Every text of `screen` in letters too small for the eye, or in another typeface.

    The angle is promised for the text of the default size and above; what stands a size smaller
    beside it (hints, quiet buttons) keeps :attr:`Rule.SMALL`.
    """
    return [*_angles(screen, theme), *_faces(screen)]


def angle(font: QFont, theme: Theme) -> float:
    """Degrees that a capital letter of `font` fills at the profile's distance."""
    return _angle(_key(font), theme.px_per_mm, theme.profile.view_mm)


def smaller_letters(screen: QWidget, theme: Theme) -> tuple[int, int]:
    """How many of the texts shown fill less than LEAST_ANGLE, and how many there are."""
    angles = [angle(font, theme) for _, font in fonts(screen)]
    return sum(each < LEAST_ANGLE for each in angles), len(angles)


def fonts(screen: QWidget) -> Iterator[tuple[QWidget, QFont]]:
    """Every visible widget with words, and the font they are painted in."""
    for button in buttons(screen):
        if button.text():
            yield button, button.text_font()
    for text in texts(screen):
        yield text, text.text_font()
    for prose in proses(screen):
        yield prose, prose.text_font()
    for label in (*plain_labels(screen), *shown(screen, TextField)):
        yield label, label.font()


def _angles(screen: QWidget, theme: Theme) -> Iterator[Breach]:
    if theme.text_size < DEFAULT_SIZE:
        return
    usual = theme.font().pixelSize()
    for widget, font in fonts(screen):
        reached = angle(font, theme)
        if font.pixelSize() >= usual and reached < LEAST_ANGLE:
            measured = f"{reached:.2f}° / {theme.profile.view_mm:.0f} mm"
            yield Breach(Rule.CAP_ANGLE, widget, said(widget), measured, f"≥ {LEAST_ANGLE}°")


def _faces(screen: QWidget) -> Iterator[Breach]:
    for widget, font in fonts(screen):
        if wrong := _wrong(font.family(), font.weight(), font.italic(), font.pixelSize()):
            yield Breach(
                Rule.FONT, widget, said(widget), wrong, f"{FAMILY}, ≥ {LEAST_WEIGHT}, upright"
            )


@lru_cache(maxsize=1000)
def _wrong(family: str, weight: int, italic: bool, size: int) -> str:
    """What is wrong with a font as it is asked for and as Qt finds it; "" for nothing."""
    font = QFont(family)
    font.setWeight(QFont.Weight(weight))
    font.setPixelSize(max(1, size))
    found = QFontInfo(font)
    if family != FAMILY or found.family() != FAMILY or not found.exactMatch():
        return f"{family} → {found.family()}"
    if weight < LEAST_WEIGHT:
        return f"{weight}"
    return "italic" if italic else ""


def _key(font: QFont) -> tuple[str, int, int]:
    return font.family(), int(font.weight()), font.pixelSize()


@lru_cache(maxsize=1000)
def _angle(key: tuple[str, int, int], px_per_mm: float, view_mm: float) -> float:
    family, weight, size = key
    font = QFont(family)
    font.setWeight(QFont.Weight(weight))
    font.setPixelSize(max(1, size))
    height = QFontMetricsF(font).capHeight() / px_per_mm
    return degrees(2 * atan(height / 2 / view_mm))
