"""What can go wrong while making papers."""

from pathlib import Path

from kiosk.errors import KioskError


class NoTypeface(KioskError):
    """The typeface's files are not where the program expects them."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            de=f"Die Schriftdatei {path} fehlt oder ist beschädigt. "
            "Bitte installieren Sie das Programm neu.",
            en=f"The font file {path} is missing or damaged. Please install the program again.",
        )


class NoLetters(KioskError):
    """The typeface lacks letters of a text."""

    def __init__(self, letters: str) -> None:
        super().__init__(
            de=f"Die Schrift der Blätter hat diese Buchstaben nicht: {letters}",
            en=f"The typeface of the papers lacks these letters: {letters}",
        )
