"""Who gave an answer: in every event, in the response, and not asked of older ones."""

import json
from dataclasses import replace

import pytest

from kiosk.study.events import Answered, Spoke, from_event, to_event
from kiosk.study.hand import Hand
from kiosk.study.response import (
    Response,
    ResponseHeader,
    ResponseKind,
    canonical,
    from_json,
    to_json,
)

HEADER = ResponseHeader("0" * 64, "p", 1, "K", "1", "de", "rathaus", "2026-W47", 2, 0, "0")
RESPONSE = Response(
    "1" * 32, "2" * 32, ResponseKind.COMPLETE, HEADER, {"D1": "3", "L3": {"PASS": "4"}},
    {"D1": "helper", "L3": {"PASS": "proxy"}},
)  # fmt: skip


def test_a_response_comes_back_with_its_provenance() -> None:
    assert from_json(to_json(RESPONSE)) == RESPONSE


def test_a_response_of_the_first_format_is_still_read() -> None:
    data = json.loads(to_json(RESPONSE))
    del data["provenance"]
    old = from_json(canonical({**data, "v": 1}))
    assert old == replace(RESPONSE, provenance={})


@pytest.mark.parametrize("wrong", [None, [], {"D1": "nobody"}, {"L3": {"PASS": ""}}, {"D1": 1}])
def test_a_response_whose_provenance_is_none_is_refused(wrong: object) -> None:
    data = json.loads(to_json(RESPONSE))
    with pytest.raises(ValueError, match=r"provenance|Hand"):
        from_json(canonical({**data, "provenance": wrong}))


@pytest.mark.parametrize(
    "event", [Answered("/data/D1", "3"), Answered("/data/D1", "", Hand.PROXY), Spoke("pl")]
)
def test_an_event_comes_back(event: Answered | Spoke) -> None:
    assert from_event(to_event(event)) == event


def test_what_a_person_answers_alone_is_written_as_before() -> None:
    assert to_event(Answered("/data/D1", "3")) == b'{"ref":"/data/D1","value":"3"}'


@pytest.mark.parametrize("raw", [b"[]", b"{}", b'{"ref":"/a"}', b'{"by":"x","ref":"","value":""}'])
def test_what_is_no_event_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"event|Hand"):
        from_event(raw)
