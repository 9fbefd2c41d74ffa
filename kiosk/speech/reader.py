"""Reading aloud as a thing in progress: what is asked for, what sounds, what has been heard."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kiosk.speech.clip import SAMPLE_BYTES, Clip
from kiosk.speech.errors import DamagedRecordingError, NoAudioError
from kiosk.speech.player import Player, Track
from kiosk.speech.protocol import (
    Availability,
    Available,
    Event,
    Failed,
    Failure,
    Finished,
    Ready,
    Say,
    Segment,
    Started,
    Word,
)
from kiosk.speech.recording import samples
from kiosk.speech.spoken import SpokenForm, spoken_form
from kiosk.speech.synthesis import Synthesis
from kiosk.speech.tone import TONE, tone
from kiosk.study.lexicon import NO_LEXICON, Lexicon, primary

SAMPLE_RATE = 22050  # where there is no synthesis to ask
# The device reports the end before the last samples are heard; silence at the end covers that.
_TAIL_MS = 150
# What has been handed to the device is heard so much later (speech.md §2: 28 ms, sd 4).
_AHEAD_MS = 30
_STALLED_SECONDS = 3.0
_PROBE_SECONDS = 3.0

# Clips end where their last sound does; between "Antwort 3:" and "ja." the voice pauses so long.
_PIECES_APART_MS = 300

_Origin = tuple[tuple[int, int], ...]  # start and length in the segment's text


@dataclass(slots=True)
class _Reading:
    say: Say
    waiting: deque[Segment]  # not yet rendered
    track: Track
    # Of the last rendered, not yet on the track.
    parts: Iterator[bytes] = field(default_factory=lambda: iter(()))
    onsets: deque[tuple[int, str]] = field(default_factory=deque)  # (byte, segment), unannounced
    words: deque[tuple[int, Word]] = field(default_factory=deque)  # (byte, word), unannounced
    complete: bool = False  # everything is on the track, silence at the end included
    played: int = 0
    progress_at: float = 0.0  # when `played` last grew, on the clock


class Reader:
    """Takes commands, is driven by :meth:`advance`, and tells through `send`.

    `synthesis` is None where the machine cannot speak; `clock` gives seconds.
    """

    def __init__(
        self,
        synthesis: Synthesis | None,
        player: Player,
        send: Callable[[Event], None],
        clock: Callable[[], float],
    ) -> None:
        self._synthesis = synthesis
        self._player = player
        self._send = send
        self._clock = clock
        self._recordings: dict[str, bytes] = {}
        self._lexicons: dict[str, Lexicon] = {}
        self._asked: Say | None = None
        self._reading: _Reading | None = None
        self._availability: Availability | None = None
        self._probed_at = clock()

    @property
    def reading(self) -> bool:
        """Whether :meth:`advance` has something to do soon."""
        return self._asked is not None or self._reading is not None

    def begin(self) -> None:
        """Tell what there is."""
        languages = () if self._synthesis is None else self._synthesis.languages
        devices = self._player.devices()
        self._send(Ready(languages, devices))
        self._report(devices)

    def say(self, say: Say) -> None:
        """Speak `say` with the next :meth:`advance`, unless something else is asked before."""
        self.stop()
        self._asked = say

    def keep(self, name: str, sound: bytes) -> None:
        """Keep a sound file for the segments that name it."""
        self._recordings[name] = sound

    def forget(self, name: str) -> None:
        """Keep that sound file no longer."""
        self._recordings.pop(name, None)

    def respell(self, language: str, lexicon: Lexicon) -> None:
        """Spell these words so for the voice of `language`, a primary subtag."""
        self._lexicons[language] = lexicon

    def stop(self) -> None:
        """Silence, at once."""
        self._asked = None
        self._reading = None
        self._player.stop()

    def turn_to(self, level: float) -> None:
        """Volume from now on, 0 to 1."""
        self._player.volume = min(max(level, 0.0), 1.0)

    def probe(self) -> None:
        """Look for devices, and tell what was found."""
        self._availability = None
        self._report(self._player.devices())

    def advance(self) -> None:
        """Do what is due: start, render ahead, announce, notice the end or a lost device."""
        if self._asked is not None:
            say, self._asked = self._asked, None
            self._start(say)
        elif self._reading is not None:
            self._render_next(self._reading)
            self._follow(self._reading)
        elif self._clock() - self._probed_at >= _PROBE_SECONDS:
            self._report(self._player.devices())

    def _start(self, say: Say) -> None:
        if not self._can_speak(say):
            self._send(Failed(say.id, Failure.NO_VOICE))
            return
        reading = _Reading(say, deque(say.segments), Track(), progress_at=self._clock())
        self._render_next(reading)
        try:
            self._player.play(reading.track)
        except NoAudioError:
            self._send(Failed(say.id, Failure.NO_AUDIO))
            self._report(0)
            return
        self._reading = reading
        self._report(1)

    def _can_speak(self, say: Say) -> bool:
        return all(
            each.recording in {TONE, *self._recordings}
            or self._has_pieces(each)
            or self._has_voice(each)
            for each in say.segments
        )

    def _has_pieces(self, segment: Segment) -> bool:
        there = [each.recording in self._recordings for each in segment.pieces]
        return bool(there) and all(there)

    def _has_voice(self, segment: Segment) -> bool:
        return self._synthesis is not None and self._synthesis.speaks(segment.language)

    def _render_next(self, reading: _Reading) -> None:
        if reading.complete:
            return
        part = next(reading.parts, None)
        if part is not None:
            reading.track.append(part)
            return
        if not reading.waiting:
            reading.track.append(self._silence(_TAIL_MS))
            reading.complete = True
            return
        if len(reading.track):
            reading.track.append(self._silence(reading.say.gap_ms))
        segment = reading.waiting.popleft()
        at = len(reading.track)
        reading.onsets.append((at, segment.id))
        origin: _Origin = ()
        clip = self._recorded(segment, reading.say)
        if clip is None:
            clip, origin = self._pieced(segment, reading.say)
        if clip is None:
            lexicon = self._lexicons.get(primary(segment.language), NO_LEXICON)
            form = spoken_form(segment.text, segment.language, lexicon)
            clip, origin = self._spoken(form, segment, reading.say), form.origin
        for sample, number in clip.onsets:
            word = Word(reading.say.id, segment.id, *origin[number])
            reading.words.append((at + sample * SAMPLE_BYTES, word))
        reading.parts = clip.parts()
        reading.track.append(next(reading.parts, b""))

    def _recorded(self, segment: Segment, say: Say) -> Clip | None:
        """What a person recorded; None where there is nothing, or nothing that sounds."""
        if segment.recording == TONE:
            return tone(self._sample_rate)
        sound = self._recordings.get(segment.recording)
        if sound is None:
            return None
        try:
            clip = Clip(samples(sound, self._sample_rate), self._sample_rate)
        except DamagedRecordingError:
            # The study's check names such a file; here its words are said by the voice.
            return None
        return clip.lasting(100 / say.pace)

    def _pieced(self, segment: Segment, say: Say) -> tuple[Clip | None, _Origin]:
        """What was made before, and the words its onsets stand for; None unless all of it sounds:
        a text never changes its voice halfway."""
        if not self._has_pieces(segment):
            return None, ()
        sounds: list[bytes] = []
        onsets: list[tuple[int, int]] = []
        origin: list[tuple[int, int]] = []
        begin = 0
        for piece in segment.pieces:
            try:
                pcm = samples(self._recordings[piece.recording], self._sample_rate)
            except DamagedRecordingError:
                # As a damaged recording: the voice says its words.
                return None, ()
            for milliseconds, start, length in piece.words:
                onsets.append((begin + milliseconds * self._sample_rate // 1000, len(origin)))
                origin.append((start, length))
            sounds.append(pcm)
            begin += (len(pcm) + len(self._silence(_PIECES_APART_MS))) // SAMPLE_BYTES
        whole = self._silence(_PIECES_APART_MS).join(sounds)
        made = Clip(whole, self._sample_rate, tuple(onsets))
        return made.lasting(100 / say.pace), tuple(origin)

    def _spoken(self, form: SpokenForm, segment: Segment, say: Say) -> Clip:
        """The voice's own; silence where a recording was damaged and there is no voice either."""
        if self._synthesis is None or not self._synthesis.speaks(segment.language):
            return Clip(b"", self._sample_rate)
        return self._synthesis.render(form.text, segment.language, say.pace, high=say.high)

    @property
    def _sample_rate(self) -> int:
        return SAMPLE_RATE if self._synthesis is None else self._synthesis.sample_rate

    def _silence(self, milliseconds: int) -> bytes:
        return bytes(self._sample_rate * milliseconds // 1000 * SAMPLE_BYTES)

    def _follow(self, reading: _Reading) -> None:
        played = reading.track.played
        if played > reading.played:
            reading.played, reading.progress_at = played, self._clock()
        heard = played - self._sample_rate * _AHEAD_MS // 1000 * SAMPLE_BYTES
        while reading.onsets and heard > reading.onsets[0][0]:
            self._send(Started(reading.say.id, reading.onsets.popleft()[1]))
        while reading.words and heard > reading.words[0][0]:
            self._send(reading.words.popleft()[1])
        if reading.complete and played >= len(reading.track):
            self._reading = None
            self._player.stop()
            self._send(Finished(reading.say.id))
        elif self._clock() - reading.progress_at >= _STALLED_SECONDS:
            self._reading = None
            self._player.stop()
            self._send(Failed(reading.say.id, Failure.AUDIO_LOST))
            self._report(self._player.devices())

    def _report(self, devices: int) -> None:
        self._probed_at = self._clock()
        if self._synthesis is None:
            availability = Availability.NO_VOICE
        else:
            availability = Availability.OK if devices else Availability.NO_AUDIO
        if availability is not self._availability:
            self._availability = availability
            self._send(Available(availability))
