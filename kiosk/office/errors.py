"""What can go wrong between a carrier and the project team's files."""

from pathlib import Path

from kiosk.errors import KioskError


class OfficeError(KioskError):
    """The office cannot do what it was asked."""


class NothingToRead(OfficeError):
    """Neither a file nor a folder with bundles was named."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        named = ", ".join(str(path) for path in paths)
        super().__init__(
            de=f"Kein Paket gefunden: {named}. Nennen Sie Paket-Dateien (.kb.zip) oder einen "
            "Ordner, der sie enthält.",
            en=f"No bundle found: {named}. Name bundle files (.kb.zip) or a folder holding them.",
        )


class NothingOpened(OfficeError):
    """Bundles were read, but not one response came out of them."""

    def __init__(self, reasons: str) -> None:
        super().__init__(
            de=f"Aus den Paketen ließ sich keine Antwort öffnen. {reasons}",
            en=f"No response could be opened from the bundles. {reasons}",
        )


class NotInCodebook(OfficeError):
    """A response holds a value the codebook does not know: not the study it was collected with."""

    def __init__(self, variable: str) -> None:
        self.variable = variable
        super().__init__(
            de=f"Die Antworten passen nicht zum Codebuch: Variable {variable} enthält einen "
            "unbekannten Wert. Verwenden Sie die Studie, mit der erhoben wurde.",
            en=f"The responses do not fit the codebook: variable {variable} holds an unknown "
            "value. Use the study they were collected with.",
        )


class NameTaken(OfficeError):
    """A file of that name with other content stands where the export would go."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            de=f"{path} gibt es schon, mit anderem Inhalt. Es wurde nichts überschrieben. "
            "Wählen Sie einen anderen Ordner oder verschieben Sie die alten Dateien.",
            en=f"{path} already exists with other content. Nothing was overwritten. "
            "Choose another folder or move the old files away.",
        )


class CannotWrite(OfficeError):
    """The target folder does not take the files."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            de=f"{path} lässt sich nicht schreiben ({reason}). Prüfen Sie freien Platz und "
            "Schreibrechte.",
            en=f"{path} cannot be written ({reason}). Check free space and permissions.",
        )
