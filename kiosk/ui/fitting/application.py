"""Qt without a window: for laying out and taking pictures where nobody looks."""

from PySide6.QtWidgets import QApplication

from kiosk.resources import FONTS, TRANSLATIONS
from kiosk.ui.fonts import install_fonts
from kiosk.ui.translation import Translation


def unseen_application() -> QApplication:
    """The application there is, or one that needs no display; with the fonts.

    Raises MissingFontError.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(["kiosk", "-platform", "offscreen"])
    install_fonts(FONTS)
    return application


def translation_of(application: QApplication) -> Translation:
    """The program's own words in every language there is. Raises DamagedTranslationError."""
    return Translation(application, TRANSLATIONS)
