"""Qt without a window: for laying out and taking pictures where nobody looks."""

from PySide6.QtWidgets import QApplication

from kiosk.resources import FONTS
from kiosk.ui.fonts import install_fonts


def unseen_application() -> QApplication:
    """The application there is, or one that needs no display; with the fonts.

    Raises MissingFontError.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(["kiosk", "-platform", "offscreen"])
    install_fonts(FONTS)
    return application
