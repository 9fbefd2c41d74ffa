"""The system's scaling of screens, which a kiosk does without."""

import os

_ENABLED = "QT_ENABLE_HIGHDPI_SCALING"
_FACTORS = ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS")


def use_real_pixels() -> None:
    """Before the application: one pixel of Qt's is one of the panel, whatever the system scales by.

    Sizes come from the measured glass alone; scaled once more nothing would be rounded as it was
    checked. Qt offers this by its environment only (doc.qt.io, "High DPI").
    """
    os.environ[_ENABLED] = "0"
    for name in _FACTORS:
        os.environ.pop(name, None)
