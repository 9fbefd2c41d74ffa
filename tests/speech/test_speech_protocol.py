import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.speech.protocol import (
    Availability,
    Available,
    Command,
    Event,
    Failed,
    Failure,
    Finished,
    Forget,
    Piece,
    Ping,
    Pong,
    Probe,
    Ready,
    Recording,
    Say,
    Segment,
    Started,
    Stop,
    Stopped,
    Volume,
    Words,
    decode_command,
    decode_event,
    encode,
)

numbers = st.integers(0, 2**31)
texts = st.text(st.characters(codec="utf-8"))
pairs = st.lists(st.tuples(texts, texts)).map(tuple)
pieces = st.builds(
    Piece, texts, st.lists(st.tuples(numbers, numbers, numbers), max_size=3).map(tuple)
)
segments = st.builds(Segment, texts, texts, texts, texts, st.lists(pieces, max_size=3).map(tuple))
commands: st.SearchStrategy[Command] = st.one_of(
    st.builds(
        Say, numbers, st.lists(segments).map(tuple), st.integers(0, 9999), st.none() | numbers
    ),
    st.builds(Words, texts, pairs, pairs),
    st.builds(Recording, texts, texts),
    st.builds(Forget, texts),
    st.builds(Stop, numbers),
    st.builds(Volume, st.floats(0, 1)),
    st.builds(Ping, numbers),
    st.just(Probe()),
)
events: st.SearchStrategy[Event] = st.one_of(
    st.builds(Ready, st.lists(texts).map(tuple), numbers),
    st.builds(Available, st.sampled_from(Availability)),
    st.builds(Started, numbers, texts),
    st.builds(Finished, numbers),
    st.builds(Failed, numbers, st.sampled_from(Failure)),
    st.builds(Stopped, numbers),
    st.builds(Pong, numbers),
)


@given(commands)
def test_commands_arrive_as_they_were_sent(command: Command) -> None:
    line = encode(command)
    assert line.count(b"\n") == 1
    assert decode_command(line) == command


@given(events)
def test_events_arrive_as_they_were_sent(event: Event) -> None:
    line = encode(event)
    assert line.count(b"\n") == 1
    assert decode_event(line) == event


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"ALSA lib pcm.c: Unknown PCM\n",
        b"[]",
        b"{}",
        b'{"kind": "sing"}',
        b'{"kind": "say", "id": 1}',
        b'{"kind": "say", "id": 1, "segments": [{"id": "", "text": "", "pieces": [{}]}]}',
        b'{"kind": "stop"}',
        b'{"kind": "failed", "id": 1, "reason": "mood"}',
        b'{"kind": "pong", "id": 1, "more": 2}',
        b'{"kind": "ping", "id": 1, "more": 2}',
        b"\xff",
    ],
)
def test_anything_else_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (json says it in its own words)
        decode_command(line)
    with pytest.raises(ValueError):  # noqa: PT011
        decode_event(line)
