"""The speech measurement hears what it measures."""

import shutil

import pytest

from kiosk.benchmarks import speech
from kiosk.benchmarks.loudspeaker import NoSoundServer


def test_every_figure_is_taken_by_ear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech, "ROUNDS", 2)
    monkeypatch.setattr(speech, "RENDERED", 5)
    told: list[str] = []
    sections = dict(speech.speech(told.append))
    assert list(sections) == ["Heard", "Rendered", "Memory"]
    bare, live, clip, silence = (row.figures for row in sections["Heard"])
    assert min(bare.p50, live.p50, clip.p50) > 5  # nothing is heard at once
    assert silence.count == 2
    assert told


def test_without_a_sound_server_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _program: None)
    with pytest.raises(NoSoundServer, match="pacat"):
        speech.speech(lambda _: None)
