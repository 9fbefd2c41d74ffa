"""Synthetic people: eSpeak NG's other voices, whose words' onsets are known, as recordings."""

import io
import wave
from array import array

import numpy as np

from kiosk.speech.clip import Clip
from kiosk.speech.onsets import word_onsets
from kiosk.speech.synthesis import Synthesis

# Voice, words per minute, pitch.
Person = tuple[str, int, int]
ANNA: Person = ("gmw/de+f2", 150, 60)
LINDA: Person = ("gmw/de+linda", 140, 50)
MARK: Person = ("gmw/de+m3", 165, 40)
KLAUS: Person = ("gmw/de+klatt2", 150, 45)

TEXTS = tuple(
    each.strip()
    for each in """
    Was brauchen Sie von der Stadt?
    Wo haben Sie Ihre Wohnung?
    Wie oft nutzen Sie das Internet?
    Jeden oder fast jeden Tag
    Mehrmals in der Woche
    Seltener als einmal im Monat
    Wobei würden Sie gern Hilfe bekommen, wenn etwas nur noch online geht?
    Bei einer Person, der ich vertraue
    In der Bibliothek oder im Rathaus
    Bitte wählen Sie alles aus, was auf Sie zutrifft.
    Sie können jederzeit aufhören. Ihre Antworten werden verschlüsselt gespeichert.
    Termin beim Arzt machen
    Mit der Bank zu tun haben
    Ein Formular ausfüllen
    Mit anderen Menschen in Verbindung bleiben
    Was hält Sie davon ab, ein Smartphone zu benutzen?
    Ich habe Angst, etwas falsch zu machen.
    Die Schrift ist mir zu klein.
    Es ist mir zu teuer.
    Niemand hilft mir dabei.
    Wie zufrieden sind Sie mit den Öffnungszeiten der Ämter?
    Sehr zufrieden
    In welchem Jahr sind Sie geboren?
    Wie viele Menschen leben in Ihrem Haushalt, Sie selbst mitgezählt?
    Guten Tag und herzlich willkommen in Rothenburg.
    Vielen Dank für Ihre Zeit.
    Fahrplan und Fahrkarten für Bus und Bahn
    Nachrichten aus der Gemeinde
    Haben Sie im letzten Monat jemanden um Hilfe gebeten?
    Möchte ich nicht sagen
    """.strip().splitlines()
)


class People(Synthesis):
    """The live voice, and other voices beside it."""

    def spoken(self, text: str, person: Person) -> Clip:
        """`text` in another voice."""
        voice, rate, pitch = person
        for name, value in (("voice", voice), ("rate", rate), ("pitch", pitch)):
            self._engine.setProperty(name, value)
        self._pcm, self._words = b"", ()
        self._engine.say(text)
        self._engine.runAndWait()
        assert self._pcm
        return Clip(self._pcm, self.sample_rate, word_onsets(text, self._words))


def recording(
    clip: Clip,
    *,
    before: float = 0.6,
    behind: float = 0.5,
    gain: float = 1.0,
    noise_db: float = 45.0,
    rate: int = 44100,
) -> bytes:
    """A WAV file: seconds of room `before` and `behind`, hiss so many dB below the speech."""
    sound = np.frombuffer(clip.pcm, dtype=np.int16).astype(np.float64)
    level = np.sqrt((sound[np.abs(sound) > 30] ** 2).mean())
    room = [np.zeros(int(seconds * clip.sample_rate)) for seconds in (before, behind)]
    sound = np.concatenate([room[0], sound, room[1]])
    hiss = np.random.default_rng(1).normal(0, level * 10 ** (-noise_db / 20), len(sound))
    times = np.arange(int(len(sound) * rate / clip.sample_rate)) / rate
    whole = np.interp(times, np.arange(len(sound)) / clip.sample_rate, (sound + hiss) * gain)
    return wav_file(array("h", np.clip(whole, -32768, 32767).astype(np.int16).tobytes()), rate)


def wav_file(samples: "array[int]", rate: int) -> bytes:
    """Mono samples as a WAV file."""
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())
    return written.getvalue()
