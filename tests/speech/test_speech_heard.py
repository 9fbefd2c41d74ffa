"""What comes out of the loudspeaker: the right text in the right language, as it is wanted."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from acoustics import distance, frames, pitch
from voice_process import VoiceProcess

from kiosk.benchmarks.loudspeaker import RATE, Recording, SoundServer
from kiosk.benchmarks.processes import memory
from kiosk.speech.clip import Clip
from kiosk.speech.protocol import (
    Failed,
    Finished,
    Headphones,
    Say,
    Segment,
    Started,
    Stop,
    Stopped,
    Word,
)
from kiosk.speech.sound import LOUDEST, PACES, gain
from kiosk.speech.spoken import spoken
from kiosk.speech.synthesis import Synthesis
from kiosk.speech.tone import HERTZ, LEVEL_DB, SECONDS, TONE

TEXTS = {
    "de": ("Was brauchen Sie von der Stadt?", "Wo haben Sie Ihre Wohnung?", "Antwort 2: nein."),
    "pl": (
        "Czego potrzebuje Pan od miasta?",
        "Gdzie jest Pańskie mieszkanie?",
        "Odpowiedź 2: nie.",
    ),
    "en": ("What do you need from the town?", "Where do you live?", "Answer 2: no."),
}
SAME = 0.2
"""Apart at most, in spreads of the cepstra; another text or another language is 0.29 and more."""
HEARD_SECONDS = 0.06


@pytest.fixture(scope="module")
def server() -> Iterator[SoundServer]:
    with SoundServer() as running:
        yield running


@pytest.fixture(scope="module")
def recording(server: SoundServer) -> Iterator[Recording]:
    with Recording(server) as running:
        yield running


@pytest.fixture(scope="module")
def voice(server: SoundServer) -> Iterator[VoiceProcess]:
    with VoiceProcess(server.environment()) as running:
        running.ready()
        yield running


@pytest.fixture(scope="module")
def synthesis() -> Synthesis:
    return Synthesis()


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("number", range(3))
def test_the_right_text_is_heard_in_the_right_language(
    voice: VoiceProcess, recording: Recording, synthesis: Synthesis, language: str, number: int
) -> None:
    text = TEXTS[language][number]
    asked = voice.say(number, text, language=language)
    ended = voice.wait_for(Finished(number))
    voice.events.clear()
    recording.reach(ended)
    heard = frames(recording.pcm(asked, ended), RATE)

    def apart(text: str, said: str) -> float:
        clip = synthesis.render(spoken(text, language), said)
        return distance(heard, frames(clip.pcm, clip.sample_rate))

    others = [apart(each, language) for each in TEXTS[language] if each != text]
    foreign = [apart(text, each) for each in TEXTS if each != language]
    assert apart(text, language) < SAME < min(others + foreign)


def test_the_marked_word_is_the_word_that_is_heard(
    voice: VoiceProcess, recording: Recording
) -> None:
    words = ("Ausweis,", "Umzug,", "Bus,", "Antrag.")
    text = " ".join(words)
    asked = voice.say(11, text)
    ended = voice.wait_for(Finished(11))
    recording.reach(ended)
    loud = recording.loud(asked, ended)
    onsets = [loud[0], *(now for before, now in pairwise(loud) if now - before > 0.12)]
    marked = [(at, told) for at, told in voice.events if isinstance(told, Word)]
    voice.events.clear()
    assert [text[each.start :][: each.length] for _, each in marked] == list(words)
    for at, _ in marked:
        assert min(abs(at - onset) for onset in onsets) < HEARD_SECONDS


def test_every_word_is_marked_once_and_in_order(voice: VoiceProcess) -> None:
    text = "Am 1.2.2026 kostet es z. B. 12,50 € für Bürger*innen in Weißwasser/O.L. – geht das?"
    voice.ask(Say(12, (Segment("long", text, "de"),), pace=200))
    voice.wait_for(Finished(12), 20)
    marks = [(told.start, told.length) for told in voice.of(Word)]
    voice.events.clear()
    assert marks == sorted(marks)
    shown = [text[start:][:length] for start, length in dict.fromkeys(marks)]
    assert " ".join(shown).replace(" – ", " ") == text.replace(" – ", " ")


@pytest.mark.parametrize("pace", PACES)
def test_the_pace_changes_how_long_it_takes_and_not_how_high_it_is(
    synthesis: Synthesis, pace: int
) -> None:
    text = "Öffnungszeiten sind für mich wichtig, und ich brauche einen Termin im Bürgerbüro."
    usual, clip = synthesis.render(text, "de"), synthesis.render(text, "de", pace)
    # eSpeak NG shortens pauses more than words.
    assert len(usual.pcm) / len(clip.pcm) == pytest.approx(pace / 100, rel=0.12)
    assert pitch(clip.pcm, clip.sample_rate) == pytest.approx(
        pitch(usual.pcm, usual.sample_rate), rel=0.06
    )
    assert [word for _, word in clip.onsets] == [word for _, word in usual.onsets]
    assert clip.onsets[-1][0] * 2 < len(clip.pcm)


@pytest.mark.parametrize("language", ["de", "pl", "en", "uk"])
def test_the_second_voice_is_higher(synthesis: Synthesis, language: str) -> None:
    clips = [synthesis.render("Anna, Maria, Olga.", language, high=high) for high in (False, True)]
    low, high = (pitch(clip.pcm, clip.sample_rate) for clip in clips)
    assert high / low > 1.5


def test_each_step_of_loudness_is_two_decibels() -> None:
    steps = [gain(level) for level in range(1, LOUDEST + 1)]
    assert steps[-1] == 1.0
    assert steps[0] == pytest.approx(0.1)
    ratios = [after / before for before, after in pairwise(steps)]
    assert {round(each, 3) for each in ratios} == {1.259}


def test_the_tone_is_as_loud_as_the_voice(
    voice: VoiceProcess, recording: Recording, synthesis: Synthesis
) -> None:
    voice.ask(Say(13, (Segment("tone", "Ton", "hsb", TONE),)))
    began = voice.wait_for(Started(13, "tone"))
    ended = voice.wait_for(Finished(13))
    voice.events.clear()
    recording.reach(ended)
    middle = began + 0.5, began + SECONDS - 0.5
    assert recording.pitch(*middle) == pytest.approx(HERTZ, rel=0.01)
    told = Clip(recording.pcm(*middle), RATE)
    assert _level(told) == pytest.approx(LEVEL_DB, abs=0.5)
    assert _level(synthesis.render(TEXTS["de"][0], "de")) == pytest.approx(LEVEL_DB, abs=3)


def _level(clip: Clip) -> float:
    """Decibels below full scale of what is no pause, as a root mean square."""
    sound = np.frombuffer(clip.pcm, dtype=np.int16).astype(np.float64) / 32768
    loud = sound[np.abs(sound) > 10 ** (-60 / 20)]
    return float(10 * np.log10((loud**2).mean()))


def test_headphones_are_noticed_when_they_are_plugged_in_and_pulled_out() -> None:
    worn = "module-null-sink sink_name=worn sink_properties=device.form_factor=headphone"
    with SoundServer() as server, VoiceProcess(server.environment()) as voice:
        voice.wait_for(Headphones(False))
        voice.events.clear()
        assert server.control("load-module", *worn.split()) == 0
        assert server.control("set-default-sink", "worn") == 0
        voice.wait_for(Headphones(True))
        voice.events.clear()
        assert server.control("set-default-sink", "kiosk") == 0
        voice.wait_for(Headphones(False))
        voice.events.clear()
        assert server.control("set-default-sink", "worn") == 0
        voice.wait_for(Headphones(True))
        server.kill()
        voice.wait_for(Headphones(False))


@pytest.mark.long
def test_a_thousand_utterances_begin_and_memory_stays_flat() -> None:
    # Left alone, a null sink works in blocks of up to two seconds.
    with SoundServer() as server, Recording(server), VoiceProcess(server.environment()) as voice:
        voice.ready()
        held = []
        for number in range(1000):
            language = ("de", "pl", "en")[number % 3]
            text = f"{TEXTS[language][number % 3]} {number}"
            pace = PACES[number % len(PACES)]
            voice.ask(Say(number, (Segment("text", text, language),), pace=pace))
            voice.wait_for(Started(number, "text"))
            voice.ask(Stop(number))
            voice.wait_for(Stopped(number))
            assert voice.of(Failed) == []
            voice.events.clear()
            if number % 100 == 99:
                held.append(memory(voice.process.pid).written / 1e6)
        assert held[-1] - held[2] < 3
