"""The real voice process, heard through a recorded loudspeaker."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from voice_process import WITHOUT_ESPEAK, VoiceProcess

from kiosk.benchmarks.loudspeaker import Recording, SoundServer, until
from kiosk.speech.protocol import (
    Availability,
    Available,
    Failed,
    Failure,
    Finished,
    Ping,
    Pong,
    Probe,
    Started,
    Stop,
    Stopped,
    Volume,
    decode_event,
    encode,
)
from kiosk.speech.spoken import spoken
from kiosk.speech.synthesis import Synthesis

LONG = "Was brauchen Sie von der Stadt? " * 4


@pytest.fixture(scope="module")
def server() -> Iterator[SoundServer]:
    with SoundServer() as running:
        yield running


@pytest.fixture(scope="module")
def recording(server: SoundServer) -> Iterator[Recording]:
    with Recording(server) as running:
        yield running


@pytest.fixture(scope="module")
def shared_voice(server: SoundServer) -> Iterator[VoiceProcess]:
    with VoiceProcess(server.environment()) as running:
        assert running.ready().voices, "These tests need a voice: apt-get install espeak-ng"
        assert running.ready().devices == 1
        yield running


@pytest.fixture
def voice(shared_voice: VoiceProcess) -> VoiceProcess:
    """Silent, at full volume, and with nothing told yet."""
    shared_voice.ask(Volume(1.0))
    shared_voice.ask(Stop(-1))
    shared_voice.wait_for(Stopped(-1))
    shared_voice.events.clear()
    return shared_voice


@pytest.fixture
def own_server() -> Iterator[SoundServer]:
    """A server that a test may break."""
    with SoundServer() as running:
        yield running


@pytest.fixture
def own_voice(own_server: SoundServer) -> Iterator[VoiceProcess]:
    with VoiceProcess(own_server.environment()) as running:
        assert running.ready().devices == 1
        yield running


def test_question_and_choices_are_heard_in_order(voice: VoiceProcess, recording: Recording) -> None:
    texts = ("Was brauchen Sie?", "Antwort 1: ja")
    asked = voice.say(1, *texts)
    ended = voice.wait_for(Finished(1))
    assert voice.of(Started) == [Started(1, text) for text in texts]
    synthesis = Synthesis()
    rendered = [synthesis.render(spoken(text, "de"), "de") for text in texts]
    length = sum(len(clip.pcm) / 2 / clip.sample_rate for clip in rendered) + 0.6
    loud = recording.loud(asked)
    assert loud[0] - asked < 0.2
    # A clip ends in the pause that follows a sentence.
    assert length - 0.7 < loud[-1] - loud[0] < length
    assert loud[-1] < ended < loud[-1] + 1


def test_each_segment_is_announced_as_it_begins(voice: VoiceProcess, recording: Recording) -> None:
    asked = voice.say(1, "Ausweis", "Umzug")
    second = voice.wait_for(Started(1, "Umzug"))
    voice.wait_for(Finished(1))
    loud = recording.loud(asked)
    begins = next(
        moment for moment, before in zip(loud[1:], loud, strict=False) if moment - before > 0.4
    )
    assert abs(second - begins) < 0.15


def test_stop_is_silence_within_100_ms(voice: VoiceProcess, recording: Recording) -> None:
    for number in range(5):
        asked = voice.say(number, LONG)
        recording.wait_for_sound(asked)
        stopped = voice.ask(Stop(number))
        answered = voice.wait_for(Stopped(number))
        recording.reach(stopped + 0.3)
        assert recording.loud(stopped + 0.1, stopped + 0.3) == []
        assert answered - stopped < 0.1
    assert voice.of(Finished) == []


def test_the_last_of_fifty_requests_wins(voice: VoiceProcess, recording: Recording) -> None:
    for number in range(49):
        voice.say(number, f"{number}. {LONG}")
    asked = voice.say(49, "Ausweis")
    voice.wait_for(Finished(49))
    assert voice.of(Finished) == [Finished(49)]
    assert [event.id for event in voice.of(Started)][-1] == 49
    loud = recording.loud(asked + 0.1)
    assert loud[-1] - asked < 2


def test_eighty_requests_do_not_use_up_the_sound_server(voice: VoiceProcess) -> None:
    # PulseAudio takes 64 clients.
    for number in range(80):
        voice.say(number, "Ausweis")
        voice.wait_for(Started(number, "Ausweis"))
    voice.wait_for(Finished(79))
    assert voice.of(Failed) == []
    assert len(list(Path(f"/proc/{voice.process.pid}/fd").iterdir())) < 20


def test_volume_scales_what_is_heard(voice: VoiceProcess, recording: Recording) -> None:
    levels = []
    for number, volume in enumerate((1.0, 0.25, 0.0)):
        voice.ask(Volume(volume))
        asked = voice.say(number, "Ja")
        ended = voice.wait_for(Finished(number))
        recording.reach(ended)
        levels.append(recording.level(asked))
    assert levels[1] / levels[0] == pytest.approx(0.25, abs=0.05)
    assert levels[2] == 0


@pytest.mark.parametrize("language", ["pl", "en", "uk", "de-x-leicht"])
def test_other_languages_are_heard(
    voice: VoiceProcess, recording: Recording, language: str
) -> None:
    asked = voice.say(1, "1", language=language)
    recording.wait_for_sound(asked)


def test_no_voice_speaks_for_a_language_it_does_not_know(
    voice: VoiceProcess, recording: Recording
) -> None:
    asked = voice.say(1, "Witajće k nam", language="hsb")
    voice.wait_for(Failed(1, Failure.NO_VOICE))
    recording.reach(asked + 0.3)
    assert recording.loud(asked) == []


def test_it_tells_which_languages_it_speaks() -> None:
    with VoiceProcess(SoundServer().environment()) as voice:
        assert voice.ready().voices == ("de", "pl", "en", "uk")


def test_without_a_device_it_says_so_within_two_seconds() -> None:
    absent = SoundServer()
    with VoiceProcess(absent.environment()) as voice:
        assert voice.wait_for(Available(Availability.NO_AUDIO), 2) - voice.began < 2
        assert voice.ready().devices == 0
        voice.say(1, "Ausweis")
        voice.wait_for(Failed(1, Failure.NO_AUDIO))
        voice.caught_up(2)


def test_a_sink_that_stands_in_for_no_device_is_none() -> None:
    with SoundServer("module-always-sink") as server:
        until(lambda: server.control("get-sink-mute", "auto_null") == 0)
        with VoiceProcess(server.environment()) as voice:
            voice.wait_for(Available(Availability.NO_AUDIO))


def test_without_espeak_it_says_so_and_stays(server: SoundServer) -> None:
    with VoiceProcess(server.environment(), WITHOUT_ESPEAK) as voice:
        voice.wait_for(Available(Availability.NO_VOICE))
        assert voice.ready().voices == ()
        voice.say(1, "Ausweis")
        voice.wait_for(Failed(1, Failure.NO_VOICE))
        voice.caught_up(2)


def test_a_killed_sound_server_ends_the_reading_and_a_new_one_is_found(
    own_voice: VoiceProcess, own_server: SoundServer
) -> None:
    own_voice.say(1, LONG)
    own_voice.wait_for(Started(1, LONG))
    own_server.kill()
    own_voice.wait_for(Failed(1, Failure.AUDIO_LOST), 5)
    own_voice.wait_for(Available(Availability.NO_AUDIO))
    own_server.start()
    own_voice.ask(Probe())
    until(lambda: own_voice.of(Available)[-1].availability is Availability.OK)
    with Recording(own_server) as recording:
        asked = own_voice.say(2, "Ausweis")
        own_voice.wait_for(Finished(2))
        assert recording.loud(asked)


def test_an_unplugged_device_ends_the_reading_and_is_found_when_it_returns(
    own_voice: VoiceProcess, own_server: SoundServer
) -> None:
    own_voice.say(1, LONG)
    own_voice.wait_for(Started(1, LONG))
    assert own_server.unplug()
    own_voice.wait_for(Failed(1, Failure.AUDIO_LOST), 5)
    own_voice.wait_for(Available(Availability.NO_AUDIO))
    assert own_server.plug()
    with Recording(own_server) as recording:
        asked = own_voice.say(2, "Ausweis")
        own_voice.wait_for(Finished(2))
        assert recording.loud(asked)


def test_it_leaves_when_the_window_does(server: SoundServer, recording: Recording) -> None:
    with VoiceProcess(server.environment()) as voice:
        asked = voice.say(1, LONG)
        recording.wait_for_sound(asked)
        assert voice.hang_up() == 0
        left = time.monotonic()
        recording.reach(left + 0.3)
        assert recording.loud(left + 0.1) == []


def test_it_leaves_even_when_the_sound_server_hangs(
    own_voice: VoiceProcess, own_server: SoundServer
) -> None:
    own_voice.say(1, LONG)
    own_voice.wait_for(Started(1, LONG))
    own_server.send(signal.SIGSTOP)
    own_voice.ask(Stop(1))
    own_voice.ask(Ping(2))
    assert own_voice.hang_up() == 0
    assert own_voice.of(Pong) == []


def test_it_leaves_without_a_word_when_nobody_reads_it_any_more() -> None:
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "kiosk.speech.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as voice:
        assert voice.stdin is not None
        assert voice.stdout is not None
        assert voice.stderr is not None
        assert decode_event(voice.stdout.readline())
        voice.stdout.close()
        voice.stdin.write(encode(Ping(1)))
        voice.stdin.flush()
        assert voice.wait(timeout=20) == 0
        assert voice.stderr.read() == b""
