"""Clips are heard in place of the voice, all of a text or nothing of it, and their words marked."""

import base64
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from acoustics import distance, frames
from support.tone import tone
from voice_process import WITHOUT_ESPEAK, VoiceProcess

from kiosk.benchmarks.loudspeaker import RATE, SoundServer
from kiosk.benchmarks.loudspeaker import Recording as Loudspeaker
from kiosk.speech.engine import EspeakEngine
from kiosk.speech.protocol import (
    Failed,
    Failure,
    Finished,
    Forget,
    Piece,
    Recording,
    Say,
    Segment,
    Started,
    Word,
)
from kiosk.speech.rebuilding import rebuild
from kiosk.speech.recording import samples
from kiosk.study.clip_folder import ClipFolder, clip_files
from kiosk.study.clip_list import read_clips
from kiosk.study.clips import Clips
from kiosk.study.lexicon import NO_LEXICON

HEARD_SECONDS = 0.06
SAME = 0.2
ANSWER = "Antwort 3: Wohnung anmelden. Ausgewählt."
PARTS = ("Antwort 3:", "Wohnung anmelden", "Ausgewählt.")


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


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Clips:
    source: Path = tmp_path_factory.mktemp("study")
    texts = ("Ausweis, Umzug, Bus, Antrag.", *PARTS)
    rebuild(ClipFolder(source, "de"), texts, EspeakEngine("de"), NO_LEXICON, 1, lambda *_: None)
    return read_clips(clip_files(source))


def handed(voice: VoiceProcess, clips: Clips, text: str) -> Segment:
    """The segment that says `text`, its sounds handed over before."""
    pieces = clips.pieces(text, "de")
    assert pieces
    for each in pieces:
        sound = base64.b64encode(clips.sounds[each.sound]).decode()
        voice.ask(Recording(each.sound, sound))
    return Segment("s", text, "de", pieces=tuple(Piece(e.sound, e.words) for e in pieces))


def test_the_marked_word_is_the_word_that_is_heard(
    voice: VoiceProcess, loudspeaker: Loudspeaker, clips: Clips
) -> None:
    text = "Ausweis, Umzug, Bus, Antrag."
    asked = voice.ask(Say(1, (handed(voice, clips, text),)))
    ended = voice.wait_for(Finished(1))
    loudspeaker.reach(ended)
    loud = loudspeaker.loud(asked, ended)
    onsets = [loud[0], *(now for before, now in pairwise(loud) if now - before > 0.12)]
    marked = [(at, told) for at, told in voice.events if isinstance(told, Word)]
    voice.events.clear()
    assert [text[each.start :][: each.length] for _, each in marked] == text.split()
    for at, _ in marked:
        assert min(abs(at - onset) for onset in onsets) < HEARD_SECONDS


def test_an_answer_of_three_clips_is_heard_as_one(
    voice: VoiceProcess, loudspeaker: Loudspeaker, clips: Clips
) -> None:
    asked = voice.ask(Say(2, (handed(voice, clips, ANSWER),)))
    ended = voice.wait_for(Finished(2))
    marks = [ANSWER[each.start :][: each.length] for each in voice.of(Word)]
    voice.events.clear()
    assert marks == ANSWER.split()
    loudspeaker.reach(ended)
    sounds = [samples(clips.sounds[e.sound], RATE) for e in clips.pieces(ANSWER, "de")]
    whole = bytes(2 * (RATE * 300 // 1000)).join(sounds)
    heard = frames(loudspeaker.pcm(asked, ended), RATE)
    assert distance(heard, frames(whole, RATE)) < SAME
    assert distance(heard, frames(sounds[1], RATE)) > SAME


def test_a_clip_keeps_the_pace_that_is_wanted(voice: VoiceProcess, clips: Clips) -> None:
    segment = handed(voice, clips, ANSWER)
    lasted = []
    for number, pace in ((3, 100), (4, 200)):
        voice.ask(Say(number, (segment,), pace=pace))
        ended = voice.wait_for(Finished(number))
        began = next(at for at, told in voice.events if told == Started(number, "s"))
        voice.events.clear()
        lasted.append(ended - began)
    assert lasted[1] == pytest.approx(lasted[0] / 2, rel=0.15)


@pytest.mark.parametrize("sound", [b"", b"no sound", tone(440)[:20]])
def test_where_one_clip_is_damaged_the_voice_says_all_of_the_text(
    voice: VoiceProcess, loudspeaker: Loudspeaker, clips: Clips, sound: bytes
) -> None:
    segment = handed(voice, clips, ANSWER)
    voice.ask(Recording(segment.pieces[1].recording, base64.b64encode(sound).decode()))
    asked = voice.ask(Say(5, (segment,)))
    ended = voice.wait_for(Finished(5))
    marks = [ANSWER[each.start :][: each.length] for each in voice.of(Word)]
    voice.events.clear()
    loudspeaker.reach(ended)
    assert loudspeaker.loud(asked, ended)
    assert marks == ANSWER.split()


def test_clips_are_heard_where_there_is_no_voice(server: SoundServer, clips: Clips) -> None:
    with VoiceProcess(server.environment(), WITHOUT_ESPEAK) as voice:
        voice.ready()
        segment = handed(voice, clips, ANSWER)
        voice.ask(Say(1, (segment,)))
        voice.wait_for(Finished(1))
        assert len(voice.of(Word)) == len(ANSWER.split())
        voice.ask(Forget(segment.pieces[2].recording))
        voice.ask(Say(2, (segment,)))
        voice.wait_for(Failed(2, Failure.NO_VOICE))
