"""What the voice is given to say: the study's lexicon and the author's own words reach it."""

from collections.abc import Sequence

import pytest

from kiosk.speech.clip import Clip
from kiosk.speech.player import Player
from kiosk.speech.protocol import Say, Segment
from kiosk.speech.reader import SAMPLE_RATE, Reader
from kiosk.speech.synthesis import Synthesis
from kiosk.study.lexicon import Lexicon


class _Synthesis(Synthesis):
    """Keeps what it is to say instead of saying it."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.languages = ("de", "pl")
        self.sample_rate = SAMPLE_RATE

    def render(self, text: str, language: str, pace: int = 100, *, high: bool = False) -> Clip:  # noqa: ARG002
        self.said.append(text)
        return Clip(bytes(2), SAMPLE_RATE)


def said(*segments: Segment) -> Sequence[str]:
    synthesis = _Synthesis()
    reader = Reader(synthesis, Player(SAMPLE_RATE), lambda _event: None, lambda: 0.0)
    reader.respell("de", Lexicon({"Niesky": "Niski"}, {"5 km bis LK": "nah"}))
    for each in segments:
        reader.say(Say(1, (each,)))
        reader.advance()
        reader.stop()
    return synthesis.said


@pytest.mark.parametrize(
    ("segment", "spoken"),
    [
        (Segment("q", "NIESKY, 5 km", "de"), "Niski, fünf Kilometer"),
        (Segment("q", "Niesky", "de-x-leicht"), "Niski"),
        (Segment("q", "Niesky", "pl"), "Niesky"),
        (Segment("q", "Antwort 2: 5 km bis LK. Gewählt.", "de"), "Antwort zwei: nah. Gewählt."),
    ],
)
def test_the_voice_gets_the_words_as_they_are_to_be_spelled(segment: Segment, spoken: str) -> None:
    assert said(segment) == [spoken]
