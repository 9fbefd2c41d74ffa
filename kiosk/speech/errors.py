"""What can go wrong around the voice."""

from kiosk.errors import KioskError


class NoVoiceError(KioskError):
    """There is no speech synthesis on this machine, or no voice for the language asked for."""

    def __init__(self, language: str = "") -> None:
        if language:
            super().__init__(
                f"Für die Sprache „{language}“ ist auf diesem Gerät keine Stimme installiert. "
                "Installieren Sie espeak-ng-data oder lesen Sie den Text selbst.",
                f"This machine has no voice for the language {language!r}. "
                "Install espeak-ng-data, or read the text yourself.",
            )
        else:
            super().__init__(
                "Auf diesem Gerät ist keine Sprachausgabe installiert. "
                "Installieren Sie das Paket libespeak-ng1.",
                "This machine has no speech synthesis. Install the package libespeak-ng1.",
            )


class NoAudioError(KioskError):
    """No device on this machine can sound."""

    def __init__(self) -> None:
        super().__init__(
            "Auf diesem Gerät ist kein Lautsprecher und kein Kopfhörer angeschlossen. "
            "Schließen Sie einen an und versuchen Sie es noch einmal.",
            "No loudspeaker or headphones are connected to this machine. "
            "Connect one and try again.",
        )


class DamagedRecordingError(KioskError):
    """A sound file is damaged, empty, or no WAV, MP3, FLAC or Ogg Vorbis."""

    def __init__(self) -> None:
        super().__init__(
            "Die Aufnahme ist beschädigt, leer oder keine Datei in WAV, MP3, FLAC oder Ogg Vorbis. "
            "Nehmen Sie sie neu auf oder wandeln Sie sie um.",
            "The recording is damaged, empty, or no WAV, MP3, FLAC or Ogg Vorbis file. "
            "Record it again, or convert it.",
        )
