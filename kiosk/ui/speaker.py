"""The window's side of the voice: asks the voice process to speak, and watches over it."""

import base64
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kiosk.speech.protocol import (
    Availability,
    Available,
    Command,
    Event,
    Failed,
    Failure,
    Finished,
    Forget,
    Headphones,
    Piece,
    Ping,
    Pong,
    Ready,
    Recording,
    Say,
    Segment,
    Started,
    Stop,
    Stopped,
    Volume,
    Word,
    Words,
    decode_event,
    encode,
)
from kiosk.study.clips import Clips
from kiosk.study.lexicon import NO_LEXICON, Lexicon

MOST_HELD_BYTES = 32_000_000
"""Of sounds in the voice process; a page of twelve answers read slowly has three million."""
_HANDING_MS = 5
VOICE_PROCESS = (sys.executable, "-P", "-m", "kiosk.speech.worker")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the voice process may take, in milliseconds, before it is killed and replaced."""

    ready: int = 10_000  # from its start; a busy machine takes seconds to start a process
    start: int = 1_500  # from asking to speak until something sounds
    stop: int = 250  # from asking for silence until it is confirmed
    ping: int = 2_000  # between two pings; two without an answer are too many
    respawn: int = 100  # from a death to the next start
    spare: int = 1_000  # from when one is ready until another is started to stand by
    off: int = 60_000  # how long speech stays off after `deaths` deaths within that time
    deaths: int = 6


class VoiceProcess(QObject):
    """One voice process from start to death. Nothing here ever waits for it."""

    told = Signal(object)  # an Event
    died = Signal()

    def __init__(self, command: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._dying = False
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.finished.connect(self._on_end)
        self._process.errorOccurred.connect(self._on_error)

    def start(self) -> None:
        """Start it; `died` follows at some time, whatever happens."""
        self._process.start()

    @property
    def pid(self) -> int:
        """0 while there is no process."""
        return self._process.processId()

    def ask(self, command: Command) -> None:
        """Hand over `command`; lost if the process is dying."""
        if self._process.state() == QProcess.ProcessState.Running:
            self._process.write(encode(command))

    def kill(self) -> None:
        """End it now; nothing more is told, and it deletes itself once it is gone."""
        self._dying = True
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self.deleteLater()
        else:
            self._process.kill()

    def kill_and_wait(self, milliseconds: int) -> None:
        """As :meth:`kill`, and come back when it is gone, or after `milliseconds`."""
        self.kill()
        self._process.waitForFinished(milliseconds)

    def _on_output(self) -> None:
        while not self._dying and self._process.canReadLine():
            try:
                event = decode_event(bytes(self._process.readLine().data()))
            except ValueError:
                # Whatever writes this is not our worker in its right mind.
                self._process.kill()
                return
            self.told.emit(event)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        # Only this one is not followed by `finished`.
        if error == QProcess.ProcessError.FailedToStart:
            self._on_end()

    def _on_end(self) -> None:
        if not self._dying:
            self._dying = True
            self.died.emit()
        self.deleteLater()


class Speaker(QObject):
    """Reads segments aloud through a process of its own; last request wins.

    Create it, connect it, call :meth:`start` once the window is shown and :meth:`close` before it
    goes. No call blocks. If the process dies or hangs, another one that stands by takes its place:
    before anything was heard the request is repeated once, after that it has failed.
    """

    availability = Signal(str)  # an Availability
    segment = Signal(str)  # the id of the segment now being heard, "" when none is
    word = Signal(str, int, int)  # segment, start and length in its text: heard from now on
    finished = Signal()  # all of the last request was heard
    failed = Signal(str)  # a Failure: the last request was not heard to its end
    headphones = Signal(bool)  # whether some are in, at first not

    def __init__(
        self,
        command: Sequence[str] = VOICE_PROCESS,
        patience: Patience | None = None,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._command = command
        self._patience = patience or Patience()
        self._clock = clock
        self._voice: VoiceProcess | None = None
        self._spare: VoiceProcess | None = None
        self._spare_told: list[Event] = []
        self._plugged = False
        self._ready = False
        self._closed = True
        self._state: Availability | None = None
        self._languages: tuple[str, ...] = ()
        self._deaths: deque[float] = deque()
        self._number = 0  # of the last Say, Stop or Ping
        self._say: Say | None = None  # asked for and not over
        self._heard = False  # something of it sounded
        self._stop: Stop | None = None  # the last one asked for
        self._repeated = False
        self._segment = ""
        self._unanswered = 0  # pings
        self._gain, self._pace, self._high = 1.0, 100, False
        self._recordings: Mapping[str, bytes] = {}
        self._clips = Clips()
        self._lexicons: Mapping[str, Lexicon] = {}
        self._handed: dict[str, int] = {}  # sounds this voice process has: bytes, last needed last
        self._coming: list[str] = []  # sounds to be handed over, last first
        self._awaiting_ready = self._timer(self._patience.ready, self._replace)
        self._awaiting_sound = self._timer(self._patience.start, self._replace)
        self._awaiting_silence = self._timer(self._patience.stop, self._replace)
        self._respawn = self._timer(self._patience.respawn, self._spawn)
        self._sparing = self._timer(self._patience.spare, self._spawn_spare)
        self._handing = self._timer(_HANDING_MS, self._hand_over_next)
        self._pinging = self._timer(self._patience.ping, self._ping)
        self._pinging.setSingleShot(False)

    @property
    def state(self) -> Availability | None:
        """The last availability told; None before the voice process has said anything."""
        return self._state

    @property
    def pid(self) -> int:
        """The voice process's id, 0 while there is none."""
        return 0 if self._voice is None else self._voice.pid

    @property
    def private(self) -> bool:
        """Whether one person alone hears what is spoken."""
        return self._plugged

    def speaks(self, language: str) -> bool:
        """Whether there is a voice for the BCP 47 tag `language`."""
        return language.lower().partition("-")[0] in self._languages

    def take_recordings(self, recordings: Mapping[str, bytes]) -> None:
        """The sound files that segments may name, by name: a study's media."""
        self._recordings = recordings

    def take_clips(self, clips: Clips) -> None:
        """What was spoken before, played where no person has recorded a segment."""
        self._clips = clips

    def knows(self, text: str, language: str) -> bool:
        """Whether `text` was spoken before, so that it needs no voice on this machine."""
        return bool(self._clips.pieces(text, language))

    def prepare(self, segments: Sequence[Segment], language: str) -> None:
        """`segments` may soon be asked for: hand their sounds over meanwhile, one after the other.

        Megabytes at the moment of a tap would delay the first sample.
        """
        named = (self._named(each, each.language or language) for each in segments)
        self._coming = [name for each in named for name in _sounds(each)][::-1]
        if self._ready and self._coming:
            self._handing.start()

    def take_lexicons(self, lexicons: Mapping[str, Lexicon]) -> None:
        """How a study has words spelled for the voice, by primary language subtag."""
        self._lexicons = lexicons
        if self._ready:
            self._hand_over_lexicons()

    def start(self) -> None:
        """Start the voice process."""
        self._closed = False
        self._spawn()

    def say(self, segments: Sequence[Segment], language: str) -> None:
        """Speak `segments` in order, in `language` where they name none; ends what is spoken."""
        self._end()
        if self._state is Availability.OFF:
            self.failed.emit(Failure.OFF)
            return
        named = tuple(self._named(each, each.language or language) for each in segments)
        self._say = Say(self._next_number(), named, pace=self._pace, high=self._high)
        self._repeated = False
        self._ask_to_speak()

    def stop(self) -> None:
        """Silence, at once; neither `finished` nor `failed` follows."""
        if self._say is None:
            return
        self._end()
        if self._ready and self._voice is not None:
            self._stop = Stop(self._next_number())
            self._voice.ask(self._stop)
            self._awaiting_silence.start()

    def sound(self, gain: float, pace: int = 100, *, high: bool = False) -> None:
        """How it sounds: a factor of the samples, 0 to 1, from now on; percent of the voice's usual
        pace, and whether the higher voice reads, with the next request."""
        self._pace, self._high = pace, high
        if gain != self._gain:
            self._gain = gain
            if self._ready and self._voice is not None:
                self._voice.ask(Volume(gain))

    def renew(self) -> None:
        """A fresh voice process, if one stands by: it knows nothing of what was said before."""
        stands_by = any(isinstance(each, Ready) for each in self._spare_told)
        if self._spare is not None and self._ready and stands_by:
            self.stop()
            if self._voice is not None:
                self._voice.kill()
            self._still_timers()
            self._promote(self._spare)

    def close(self) -> None:
        """Kill the voice process; takes a few milliseconds, and never more than a second."""
        self._closed = True
        self._end()
        self._still_timers()
        for voice in (self._voice, self._spare):
            if voice is not None:
                voice.kill_and_wait(1000)
        self._voice = self._spare = None

    def _timer(self, milliseconds: int, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(due)
        return timer

    def _still_timers(self) -> None:
        for timer in (
            self._awaiting_ready,
            self._awaiting_sound,
            self._awaiting_silence,
            self._respawn,
            self._sparing,
            self._handing,
            self._pinging,
        ):
            timer.stop()

    def _next_number(self) -> int:
        self._number += 1
        return self._number

    def _spawn(self) -> None:
        voice = VoiceProcess(self._command, self)
        self._take(voice)
        self._awaiting_ready.start()
        voice.start()

    def _take(self, voice: VoiceProcess) -> None:
        """From now on this one speaks."""
        self._ready = False
        self._unanswered = 0
        self._handed = {}
        self._voice = voice
        voice.told.connect(self._on_told)
        voice.died.connect(self._on_died)

    def _spawn_spare(self) -> None:
        if self._spare is None and not self._closed:
            self._spare_told = []
            self._spare = VoiceProcess(self._command, self)
            self._spare.told.connect(self._on_spare_told)
            self._spare.died.connect(self._on_spare_died)
            self._spare.start()

    def _on_spare_told(self, event: Event) -> None:
        self._spare_told.append(event)

    def _on_spare_died(self) -> None:
        """Nobody heard it; try again when the deaths of voices are forgotten."""
        self._spare = None
        self._sparing.start(self._patience.off)

    def _promote(self, spare: VoiceProcess) -> None:
        """The one that stood by takes over, with what it has told so far."""
        spare.told.disconnect(self._on_spare_told)
        spare.died.disconnect(self._on_spare_died)
        self._spare = None
        told, self._spare_told = self._spare_told, []
        self._take(spare)
        self._awaiting_ready.start()
        for event in told:
            self._on_told(event)

    def _replace(self) -> None:
        if self._voice is not None:
            self._voice.kill()
        self._on_died()

    def _on_died(self) -> None:
        self._voice = None
        self._ready = False
        self._still_timers()
        now = self._clock()
        self._deaths.append(now)
        while now - self._deaths[0] > self._patience.off / 1000:
            self._deaths.popleft()
        off = len(self._deaths) >= self._patience.deaths
        if off:
            self._deaths.clear()
            self._tell(Availability.OFF)
        if self._say is not None and (off or self._heard or self._repeated):
            self._fail(Failure.OFF if off else Failure.WORKER_DIED)
        self._repeated = True
        if self._spare is not None and not off:
            self._promote(self._spare)
        else:
            self._respawn.start(self._patience.off if off else self._patience.respawn)

    def _ping(self) -> None:
        if self._unanswered >= 2:
            self._replace()
        elif self._voice is not None:
            self._unanswered += 1
            self._voice.ask(Ping(self._next_number()))

    def _ask_to_speak(self) -> None:
        if self._ready and self._voice is not None and self._say is not None:
            for segment in self._say.segments:
                for name in _sounds(segment):
                    self._hand_over(name)
            self._forget()
            self._voice.ask(self._say)
            self._awaiting_sound.start()

    def _named(self, segment: Segment, language: str) -> Segment:
        """With its language, and with the clips that say it.

        A clip has one voice: who prefers the higher one hears it live where the language has it,
        and in clips only what a person has spoken.
        """
        if segment.recording:
            return replace(segment, language=language)
        by_person = self._high and self.speaks(language)
        pieces = self._clips.pieces(segment.text, language, by_person=by_person)
        made = tuple(Piece(each.sound, each.words) for each in pieces)
        return replace(segment, language=language, pieces=made)

    def _hand_over(self, recording: str) -> None:
        """Once to each voice process; nothing of it ever lies in a file."""
        if recording in self._handed:
            self._handed[recording] = self._handed.pop(recording)
            return
        sound = self._recordings.get(recording) or self._clips.sounds.get(recording)
        if sound is not None and self._voice is not None:
            self._handed[recording] = len(sound)
            self._voice.ask(Recording(recording, base64.b64encode(sound).decode("ascii")))

    def _hand_over_next(self) -> None:
        if self._ready and self._coming:
            self._hand_over(self._coming.pop())
            self._forget()
            self._handing.start()

    def _forget(self) -> None:
        """Sounds not needed for long leave the voice process, so that its memory has an end."""
        needed = (
            {name for each in self._say.segments for name in _sounds(each)} if self._say else ()
        )
        for name in [each for each in self._handed if each not in needed]:
            if sum(self._handed.values()) <= MOST_HELD_BYTES or self._voice is None:
                return
            del self._handed[name]
            self._voice.ask(Forget(name))

    def _hand_over_lexicons(self) -> None:
        for language, lexicon in self._lexicons.items():
            if self._voice is not None and lexicon != NO_LEXICON:
                words, texts = tuple(lexicon.respelled.items()), tuple(lexicon.texts.items())
                self._voice.ask(Words(language, words, texts))

    def _on_told(self, event: Event) -> None:
        match event:
            case Ready(voices=languages):
                self._awaiting_ready.stop()
                self._ready = True
                self._languages = languages
                self._pinging.start()
                self._sparing.start(self._patience.spare)
                if self._voice is not None:
                    self._voice.ask(Volume(self._gain))
                self._hand_over_lexicons()
                self._ask_to_speak()
                self._handing.start()
            case Available(availability=availability):
                self._tell(availability)
            case Headphones(plugged=plugged):
                if plugged is not self._plugged:
                    self._plugged = plugged
                    self.headphones.emit(plugged)
            case Started(id=number, segment=segment) if self._is_current(number):
                self._awaiting_sound.stop()
                self._heard = True
                self._point_at(segment)
            case Word(id=number, segment=segment, start=start, length=length) if self._is_current(
                number
            ):
                self.word.emit(segment, start, length)
            case Finished(id=number) if self._is_current(number):
                self._end()
                self.finished.emit()
            case Failed(id=number, reason=reason) if self._is_current(number):
                self._fail(reason)
            case Stopped(id=number) if self._stop is not None and self._stop.id == number:
                self._awaiting_silence.stop()
            case Pong():
                self._unanswered = 0

    def _is_current(self, number: int) -> bool:
        return self._say is not None and self._say.id == number

    def _end(self) -> None:
        self._say = None
        self._heard = False
        self._awaiting_sound.stop()
        self._point_at("")

    def _fail(self, reason: Failure) -> None:
        self._end()
        self.failed.emit(reason)

    def _point_at(self, segment: str) -> None:
        if segment != self._segment:
            self._segment = segment
            self.segment.emit(segment)

    def _tell(self, availability: Availability) -> None:
        if availability is not self._state:
            self._state = availability
            self.availability.emit(availability)


def _sounds(segment: Segment) -> tuple[str, ...]:
    """The names of the sounds that a segment may need."""
    return tuple(filter(None, (segment.recording, *(each.recording for each in segment.pieces))))
