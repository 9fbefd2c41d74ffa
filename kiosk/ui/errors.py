"""What can go wrong around the window."""

from pathlib import Path

from kiosk.errors import KioskError


class MissingFontError(KioskError):
    """A font file of the bundled typeface is missing or unreadable."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            de=f"Die Schriftdatei {path} fehlt oder ist beschädigt. "
            "Bitte installieren Sie das Programm neu.",
            en=f"The font file {path} is missing or damaged. Please reinstall the program.",
        )
        self.path = path


class DamagedTranslationError(KioskError):
    """A file with the app's own words in another language is unreadable."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            de=f"Die Sprachdatei {path} ist beschädigt. Bitte installieren Sie das Programm neu.",
            en=f"The language file {path} is damaged. Please reinstall the program.",
        )
        self.path = path
