"""A person's recordings, played in place of the voice and heard through a recorded loudspeaker."""

import base64
from collections.abc import Iterator

import pytest
from support.tone import tone
from voice_process import WITHOUT_ESPEAK, VoiceProcess

from kiosk.benchmarks.loudspeaker import Recording as Loudspeaker
from kiosk.benchmarks.loudspeaker import SoundServer
from kiosk.speech.errors import DamagedRecordingError
from kiosk.speech.protocol import Failed, Failure, Finished, Recording, Say, Segment, Started
from kiosk.speech.recording import samples


@pytest.fixture(scope="module")
def server() -> Iterator[SoundServer]:
    with SoundServer() as running:
        yield running


@pytest.fixture(scope="module")
def loudspeaker(server: SoundServer) -> Iterator[Loudspeaker]:
    with Loudspeaker(server) as running:
        yield running


@pytest.fixture(scope="module")
def voice(server: SoundServer) -> Iterator[VoiceProcess]:
    with VoiceProcess(server.environment()) as running:
        running.ready()
        yield running


def keep(voice: VoiceProcess, name: str, sound: bytes) -> None:
    voice.ask(Recording(name, base64.b64encode(sound).decode()))


@pytest.mark.parametrize(("rate", "channels"), [(8000, 1), (22050, 1), (44100, 2), (48000, 2)])
def test_a_recording_of_any_rate_becomes_mono_at_the_voices(rate: int, channels: int) -> None:
    pcm = samples(tone(440, 0.5, rate, channels), 22050)
    assert len(pcm) / 2 / 22050 == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("sound", [b"", b"no sound", tone(440)[:20], tone(440, seconds=0)])
def test_what_is_no_sound_is_said_to_be_none(sound: bytes) -> None:
    with pytest.raises(DamagedRecordingError):
        samples(sound, 22050)


def test_a_recording_sounds_in_its_place_among_what_the_voice_says(
    voice: VoiceProcess, loudspeaker: Loudspeaker
) -> None:
    keep(voice, "frage.wav", tone(1000, 0.8))
    keep(voice, "ja.wav", tone(2000, 0.8))
    voice.ask(
        Say(
            1,
            (
                Segment("question", "Möchten Sie?", "de", "frage.wav"),
                Segment("hint", "Bitte wählen Sie.", "de"),
                Segment("1", "Antwort 1: ja.", "de", "ja.wav"),
            ),
        )
    )
    question = voice.wait_for(Started(1, "question"))
    yes = voice.wait_for(Started(1, "1"))
    ended = voice.wait_for(Finished(1))
    loudspeaker.reach(ended)
    assert voice.of(Started) == [Started(1, "question"), Started(1, "hint"), Started(1, "1")]
    assert loudspeaker.pitch(question + 0.2, question + 0.6) == pytest.approx(1000, rel=0.02)
    assert loudspeaker.pitch(yes + 0.2, yes + 0.6) == pytest.approx(2000, rel=0.02)
    assert yes - question > 0.8 + 2 * 0.6  # the recording, the hint, and both gaps


@pytest.mark.parametrize("name", ["damaged.wav", "never-handed-over.wav"])
def test_without_a_recording_that_sounds_the_voice_says_the_words(
    voice: VoiceProcess, loudspeaker: Loudspeaker, name: str
) -> None:
    keep(voice, "damaged.wav", b"RIFF, and then nothing")
    asked = voice.ask(Say(7, (Segment("question", "Was brauchen Sie?", "de", name),)))
    ended = voice.wait_for(Finished(7))
    voice.events.clear()
    loudspeaker.reach(ended)
    assert len(loudspeaker.loud(asked, ended)) > 100  # 0.2 s and more


def test_a_language_without_a_voice_is_heard_where_it_is_recorded(
    voice: VoiceProcess, loudspeaker: Loudspeaker
) -> None:
    keep(voice, "witajce.wav", tone(700))
    voice.ask(Say(9, (Segment("greeting", "Witajće k nam", "hsb", "witajce.wav"),)))
    began = voice.wait_for(Started(9, "greeting"))
    voice.wait_for(Finished(9))
    loudspeaker.reach(began + 0.5)
    assert loudspeaker.pitch(began + 0.15, began + 0.45) == pytest.approx(700, rel=0.02)
    voice.ask(Say(10, (Segment("greeting", "Witajće k nam", "hsb"),)))
    voice.wait_for(Failed(10, Failure.NO_VOICE))


def test_a_machine_without_a_voice_plays_recordings(server: SoundServer) -> None:
    with VoiceProcess(server.environment(), WITHOUT_ESPEAK) as voice:
        voice.ready()
        keep(voice, "frage.wav", tone(1000))
        voice.ask(Say(1, (Segment("question", "Möchten Sie?", "de", "frage.wav"),)))
        voice.wait_for(Started(1, "question"))
        voice.wait_for(Finished(1))
