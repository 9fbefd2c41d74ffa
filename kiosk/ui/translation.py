"""The app's own words in the language somebody reads; the source of all of them is German."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTranslator

from kiosk.ui.errors import DamagedTranslationError

PREFIX = "kiosk_"


class Translation:
    """What `folder` has words for (kiosk_<BCP 47 tag>.qm), one of them installed at a time.

    All of them are read at once: changing the language needs no file any more.
    """

    def __init__(self, application: QCoreApplication, folder: Path) -> None:
        """Raises DamagedTranslationError."""
        self._application = application
        self._translators = {
            path.stem.removeprefix(PREFIX): _read(path) for path in folder.glob(f"{PREFIX}*.qm")
        }
        self._installed: QTranslator | None = None

    def speak(self, language: str) -> None:
        """Words in `language`, a BCP 47 tag, for all there is and all that will be made.

        Every window says the new words when this returns. A language without words of its own
        takes those of the wider tag ("en" for "en-GB"), at last the source's.
        """
        wanted = self._nearest(language)
        if wanted is not self._installed:
            self._install(wanted)
            # Qt tells the windows later, but what shows next is read aloud at once.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)

    def close(self) -> None:
        """Leave the application with the source's words."""
        self._install(None)

    def _install(self, wanted: QTranslator | None) -> None:
        if self._installed is not None:
            self._application.removeTranslator(self._installed)
        if wanted is not None:
            self._application.installTranslator(wanted)
        self._installed = wanted

    def _nearest(self, language: str) -> QTranslator | None:
        tag = language
        while tag not in self._translators and "-" in tag:
            tag = tag.rpartition("-")[0]
        return self._translators.get(tag)


def _read(path: Path) -> QTranslator:
    translator = QTranslator()
    if not translator.load(str(path)):
        raise DamagedTranslationError(path)
    return translator
