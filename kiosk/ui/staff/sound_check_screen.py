"""Is the sound heard? A tone to set the loudness by, a sentence, and what to do if not."""

from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import Refresh, SoundChecked
from kiosk.journey.stages import SoundCheck, Stage
from kiosk.speech.tone import TONE
from kiosk.ui.terminal.bottom_strip import Speech
from kiosk.ui.terminal.message_screen import MessageScreen
from kiosk.ui.terminal.screen import Segment
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.sign import Mark
from kiosk.ui.widgets.tap_guard import TapGuard


class SoundCheckScreen(MessageScreen):
    """ "Ton abspielen", then "Haben Sie es gehört?"; a "Nein" says what to look at."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, Mark.QUESTION, parent)
        self._played = self._unheard = False
        self._speech = Speech.OFFERED
        self._voices: tuple[tuple[str, bool], ...] = ()
        self.play = Button(theme, guard, look=Look.PRIMARY, parent=self.message)
        self.yes = Button(theme, guard, parent=self.message)
        self.no = Button(theme, guard, parent=self.message)
        for name in ("play", "yes", "no"):
            button: Button = getattr(self, name)
            button.setObjectName(name)
            self.message.add_button(button)
        self.play.clicked.connect(self.on_play)
        self.yes.clicked.connect(self.on_yes)
        self.no.clicked.connect(self.on_no)
        self.show_top(False)
        self.bottom.offer(read=False, on=False)
        self.order_focus(self.play, self.yes, self.no)
        self.begins = self.play
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """From the beginning."""
        assert isinstance(stage, SoundCheck)
        self._played = self._unheard = False
        self.retranslate()
        self.lay_out()

    def show_voices(self, voices: tuple[tuple[str, bool], ...]) -> None:
        """The study's languages by their own names, and whether each has a voice here."""
        if voices != self._voices:
            self._voices = voices
            self.retranslate()
            self.lay_out()

    def show_speech(self, speech: Speech) -> None:
        """Without a device or a voice there is nothing to play."""
        super().show_speech(speech)
        if speech is not self._speech:
            self._speech = speech
            self.retranslate()
            self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        silent = self._speech is Speech.NO_SOUND
        self.message.show_words(self._headline(silent), self._paragraphs(silent))
        again = self.tr("Noch einmal") if self._played else self.tr("Ton abspielen")
        self.play.setText(again)
        self.play.setEnabled(not silent)
        self.yes.setText(self.tr("Ja"))
        self.no.setText(self.tr("Nein"))
        asks = self._played and not self._unheard and not silent
        self.yes.setVisible(asks)
        self.no.setVisible(asks)

    def spoken(self) -> list[Segment]:
        """The tone, and what the voice says after it."""
        return [
            ("tone", self.tr("Prüfton")),
            ("voice", self.tr("So laut liest dieses Gerät vor. Haben Sie es gehört?")),
        ]

    def recordings(self) -> dict[str, str]:
        """The tone is no speech."""
        return {"tone": TONE}

    def heard(self) -> None:
        """It plays."""
        super().heard()
        if not self._played or self._unheard:
            self._played, self._unheard = True, False
            self.retranslate()
            self.lay_out()

    def reset(self) -> None:
        """Nobody has heard it."""
        super().reset()
        self._played = self._unheard = False

    def on_back(self) -> None:
        """ "Zurück"."""
        self.intent.emit(Refresh())

    def on_play(self) -> None:
        """From the beginning, also while it plays."""
        self._still()
        self.read_aloud.emit()

    def on_yes(self) -> None:
        """ "Ja"."""
        self.intent.emit(SoundChecked())

    def on_no(self) -> None:
        """ "Nein": what to look at, and once more."""
        self._still()
        self._unheard = True
        self.retranslate()
        self.lay_out()
        self.play.setFocus()

    def _still(self) -> None:
        if self._speech is Speech.SPEAKING:
            self.read_aloud.emit()  # which ends what is spoken

    def _headline(self, silent: bool) -> str:
        if silent:
            return self.tr("Kein Lautsprecher gefunden")
        if self._unheard:
            return self.tr("Bitte prüfen Sie:")
        return self.tr("Haben Sie es gehört?") if self._played else self.tr("Ton prüfen")

    def _paragraphs(self, silent: bool) -> tuple[str, ...]:
        if silent or self._unheard:
            return (
                self.tr("Ist der Lautsprecher eingeschaltet und angesteckt?"),
                self.tr("Ist der Ton am Gerät leise oder stumm gestellt?"),
                self.tr("Steckt ein Kopfhörer im Gerät?"),
            )
        if self._played:
            return (self.tr("Am Platz soll der Ton 65 Dezibel laut sein."),)
        voiced = [name for name, has in self._voices if has]
        mute = [name for name, has in self._voices if not has]
        words = [self.tr("Sie hören einen Ton und dann einen Satz.")]
        for names, told in (
            (voiced, self.tr("Stimmen gibt es für: {names}.")),
            (mute, self.tr("Keine Stimme gibt es für: {names}.")),
        ):
            if names:
                words.append(told.format(names=", ".join(names)))
        return tuple(words)
