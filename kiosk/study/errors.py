"""What can be wrong with a study."""

from kiosk.errors import KioskError


class StudyError(KioskError):
    """A study package or its source cannot be used: names the file and what is wrong in it.

    `reason` is the sentence in both languages without the file.
    """

    def __init__(self, file: str, de: str, en: str) -> None:
        super().__init__(de=f"Studie, Datei „{file}“: {de}", en=f'Study, file "{file}": {en}')
        self.file = file
        self.reason = (de, en)


class UntrustedStudy(StudyError):
    """Nobody signed the study, or somebody whom this terminal does not trust."""
