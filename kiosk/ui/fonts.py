"""The bundled typeface: one family, two weights, no fallback."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from kiosk.ui.errors import MissingFontError

FAMILY = "Atkinson Hyperlegible Next"
FILES = ("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf")


def install_fonts(folder: Path) -> None:
    """Make the typeface in `folder` known to Qt (needs a QGuiApplication).

    Raises MissingFontError.
    """
    for name in FILES:
        path = folder / name
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0 or FAMILY not in QFontDatabase.applicationFontFamilies(number):
            raise MissingFontError(path)


def font_with_capitals(height_px: float, bold: bool = False) -> QFont:
    """The smallest font of whole pixels whose capital letters are at least `height_px` tall."""
    font = QFont(FAMILY)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    # Unhinted outlines keep their widths at every size, so what was measured is what is painted.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setPixelSize(100)
    size = max(1, round(height_px / QFontMetricsF(font).capHeight() * 100) - 1)
    font.setPixelSize(size)
    while QFontMetricsF(font).capHeight() < height_px:
        size += 1
        font.setPixelSize(size)
    return font
