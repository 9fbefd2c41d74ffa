"""Bundles in any order, twice, damaged, swapped: what is counted and what is reported."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from random import Random

import pytest
from office_instrument import STUDY, header, people
from pyrage import x25519

from kiosk.office.collect import Expected, Opened, open_bundles
from kiosk.office.errors import NothingToRead
from kiosk.office.opening import Refusal
from kiosk.sealing.bundle import (
    NO_BATCH_BEFORE,
    BatchFacts,
    Envelope,
    verified_bundle,
    write_bundle,
)
from kiosk.sealing.device import DeviceKey
from kiosk.sealing.draft import DraftKey, interrupted
from kiosk.sealing.envelope import seal
from kiosk.sealing.keys import Identity, Recipients, Role, recipient
from kiosk.study.events import Answered, Spoke, to_event
from kiosk.study.hand import Hand
from kiosk.study.response import Response, ResponseHeader, ResponseKind, Value, canonical, to_json

EXPECTED = Expected("rothenburg", STUDY)


def identity_of(role: Role) -> Identity:
    """A key without its file: scrypt would take a second each."""
    private = x25519.Identity.generate()
    return Identity(recipient(str(private.to_public()), role), private)


@pytest.fixture(scope="module")
def keys() -> tuple[Identity, Identity, Recipients]:
    one, other = identity_of(Role.PROJECT), identity_of(Role.ESCROW)
    return one, other, Recipients((one.recipient, other.recipient))


@pytest.fixture(scope="module")
def stranger() -> Identity:
    return identity_of(Role.PROJECT)


class Terminal:
    """Writes bundles as a terminal does: chained, signed, named by their hash."""

    def __init__(self, folder: Path, recipients: Recipients, seed: int = 1) -> None:
        self.folder, self.recipients = folder, recipients
        self.key = DeviceKey(bytes([seed]) * 32)
        self.batch, self.total, self.previous = 0, 0, NO_BATCH_BEFORE

    def sealed(self, response: Response, name: str = "") -> Envelope:
        return Envelope(
            name or response.envelope_id, False, seal(to_json(response), self.recipients)
        )

    def bundle(self, *envelopes: Envelope) -> Path:
        self.batch += 1
        self.total += len(envelopes)
        facts = BatchFacts(
            "rothenburg", STUDY, self.batch, self.previous, self.total, "2026-W47",
            self.recipients.key_ids,
        )  # fmt: skip
        name, content = write_bundle(facts, envelopes, self.key)
        self.previous = verified_bundle(name, content).manifest_hash
        path = self.folder / name
        path.write_bytes(content)
        return path

    def broken_off(self, envelope_id: str, *events: tuple[str, str]) -> Envelope:
        raws = [canonical({"ref": ref, "value": value}) for ref, value in events]
        return self.interrupted(envelope_id, *raws)

    def interrupted(self, envelope_id: str, *events: bytes) -> Envelope:
        response_id = bytes(range(16))
        draft = DraftKey(response_id)
        raw = [canonical({"header": asdict(header()), "preset": {"/data/seed": "1"}})]
        raw += events
        body = interrupted(
            response_id,
            draft.wrapped(self.recipients),
            [draft.encrypt(event, n) for n, event in enumerate(raw)],
        )
        return Envelope(envelope_id, True, body)


@pytest.fixture
def terminal(tmp_path: Path, keys: tuple[Identity, Identity, Recipients]) -> Terminal:
    return Terminal(tmp_path, keys[2])


def replay(
    _header: ResponseHeader, _preset: Mapping[str, str], events: Sequence[Answered]
) -> tuple[Mapping[str, Value], Mapping[str, Value]]:
    names = [(each.ref.removeprefix("/data/"), each) for each in events]
    hands = {name: each.by.value for name, each in names if each.by is not Hand.SELF}
    return {name: each.value for name, each in names}, hands


def opened(identity: Identity, *paths: Path, expected: Expected = EXPECTED) -> Opened:
    return open_bundles(paths, identity, expected, replay)


def reasons(result: Opened) -> list[Refusal]:
    return [each.reason for each in result.report.refused]


def test_both_keys_open_everything_in_any_order_however_often(
    terminal: Terminal, keys: tuple[Identity, Identity, Recipients]
) -> None:
    some = people(30)
    paths = [
        terminal.bundle(*(terminal.sealed(each) for each in some[at : at + 6]))
        for at in range(0, 30, 6)
    ]
    for identity in keys[:2]:
        straight = opened(identity, *paths)
        assert {each.response_id: each for each in straight.responses} == {
            each.response_id: each for each in some
        }
        assert straight.report.alarms == ()
        assert straight.report.summary == "30 Antworten aus 5 Paketen von 1 Gerät."
    for seed in range(5):
        draw = Random(seed)
        mixed = draw.sample(paths, len(paths))
        copies = terminal.folder / f"copy{seed}"
        copies.mkdir()
        for path in draw.sample(paths, 3):
            (copies / path.name).write_bytes(path.read_bytes())
        again = opened(keys[0], *mixed, copies)
        assert set(map(to_json, again.responses)) == set(map(to_json, straight.responses))
        assert again.report.repeated == 18
        assert again.report.alarms == ()


def test_a_folder_is_searched_and_an_empty_one_named(
    terminal: Terminal, keys: tuple[Identity, Identity, Recipients], tmp_path: Path
) -> None:
    terminal.bundle(terminal.sealed(people(1)[0]))
    (tmp_path / "._00000001-x.kb.zip").write_bytes(b"finder")
    assert len(opened(keys[0], tmp_path).responses) == 1
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToRead, match="empty"):
        opened(keys[0], tmp_path / "empty")


def test_a_damaged_bundle_is_named_and_the_others_open(
    terminal: Terminal, keys: tuple[Identity, Identity, Recipients]
) -> None:
    some = people(4)
    good = terminal.bundle(terminal.sealed(some[0]), terminal.sealed(some[1]))
    cut = terminal.bundle(terminal.sealed(some[2]), terminal.sealed(some[3]))
    cut.write_bytes(cut.read_bytes()[:-40])
    result = opened(keys[0], good, cut, terminal.folder / "00000009-none.kb.zip")
    assert len(result.responses) == 2
    assert reasons(result) == [Refusal.DAMAGED, Refusal.DAMAGED]
    assert cut.name in result.report.alarms[0]


def test_the_wrong_key_opens_nothing_and_says_so(
    terminal: Terminal, keys: tuple[Identity, Identity, Recipients], stranger: Identity
) -> None:
    path = terminal.bundle(*(terminal.sealed(each) for each in people(3)))
    result = opened(stranger, path)
    assert result.responses == ()
    assert reasons(result) == [Refusal.UNSEALABLE] * 3
    assert len(opened(keys[0], path).responses) == 3


def test_one_id_with_two_contents_counts_for_neither(
    terminal: Terminal, keys: tuple[Identity, Identity, Recipients]
) -> None:
    one, other = people(2)
    twin = replace(other, envelope_id=one.envelope_id)
    paths = [terminal.bundle(terminal.sealed(one)), terminal.bundle(terminal.sealed(twin))]
    for order in (paths, paths[::-1], [*paths, paths[0]]):
        result = opened(keys[0], *order)
        assert result.responses == ()
        assert reasons(result) == [Refusal.TWO_CONTENTS]
        assert one.envelope_id in result.report.alarms[0]


def test_a_swapped_envelope_is_refused(
    terminal: Terminal, keys: tuple[Identity, Identity, Recipients]
) -> None:
    one, other = people(2)
    path = terminal.bundle(terminal.sealed(one, name=other.envelope_id))
    assert reasons(opened(keys[0], path)) == [Refusal.SWAPPED]


def test_another_study_or_project_is_not_mixed_in(
    terminal: Terminal, keys: tuple[Identity, Identity, Recipients]
) -> None:
    one, other = people(2)
    old = replace(one, header=replace(one.header, study="0" * 64))
    path = terminal.bundle(terminal.sealed(old), terminal.sealed(other))
    result = opened(keys[0], path)
    assert [each.response_id for each in result.responses] == [other.response_id]
    assert reasons(result) == [Refusal.OTHER_STUDY]
    elsewhere = opened(keys[0], path, expected=Expected("görlitz", STUDY))
    assert reasons(elsewhere) == [Refusal.OTHER_PROJECT]


def test_only_known_terminals_count_when_they_are_known(
    terminal: Terminal, keys: tuple[Identity, Identity, Recipients]
) -> None:
    path = terminal.bundle(terminal.sealed(people(1)[0]))
    known = replace(EXPECTED, devices=frozenset([terminal.key.device_id]))
    assert len(opened(keys[0], path, expected=known).responses) == 1
    unknown = opened(keys[0], path, expected=replace(EXPECTED, devices=frozenset(["f" * 16])))
    assert reasons(unknown) == [Refusal.UNKNOWN_TERMINAL]


def test_an_interrupted_interview_is_played_through_the_form(
    terminal: Terminal, keys: tuple[Identity, Identity, Recipients]
) -> None:
    envelope = terminal.broken_off("e" * 32, ("/data/D1", "4"), ("/data/Z2", "1"))
    empty = terminal.broken_off("d" * 32)
    result = opened(keys[0], terminal.bundle(envelope, empty))
    (response,) = result.responses
    assert response.kind is ResponseKind.INTERRUPTED
    assert response.answers == {"D1": "4", "Z2": "1"}
    assert response.header == header()
    assert reasons(result) == [Refusal.EMPTY]
    assert result.report.interrupted == 1
    assert result.report.alarms == ()


def test_the_complete_interview_wins_over_its_interrupted_copy(
    terminal: Terminal, keys: tuple[Identity, Identity, Recipients]
) -> None:
    whole = replace(people(1)[0], response_id=bytes(range(16)).hex(), kind=ResponseKind.COMPLETE)
    copy = terminal.broken_off("e" * 32, ("/data/D1", "4"))
    result = opened(keys[0], terminal.bundle(terminal.sealed(whole)), terminal.bundle(copy))
    assert [each.kind for each in result.responses] == [ResponseKind.COMPLETE]
    assert reasons(result) == [Refusal.TWICE]


def test_an_interrupted_interview_tells_who_answered_and_in_which_language(
    terminal: Terminal, keys: tuple[Identity, Identity, Recipients]
) -> None:
    events = (
        Answered("/data/D1", "4"),
        Spoke("pl"),
        Answered("/data/D2", "1", Hand.PROXY),
        Answered("/data/D3", "2", Hand.HELPER),
    )
    raws = [to_event(each) for each in events]
    path = terminal.bundle(terminal.interrupted("e" * 32, *raws))
    (response,) = opened(keys[0], path).responses
    assert response.header.language == "pl"
    assert response.answers == {"D1": "4", "D2": "1", "D3": "2"}
    assert response.provenance == {"D2": "proxy", "D3": "helper"}


def test_an_interview_that_only_changed_its_language_is_empty(
    terminal: Terminal, keys: tuple[Identity, Identity, Recipients]
) -> None:
    path = terminal.bundle(terminal.interrupted("e" * 32, to_event(Spoke("pl"))))
    assert reasons(opened(keys[0], path)) == [Refusal.EMPTY]


def test_something_else_under_the_seal_is_refused(
    terminal: Terminal, keys: tuple[Identity, Identity, Recipients]
) -> None:
    path = terminal.bundle(
        *(
            Envelope(f"{place:032x}", False, seal(raw, keys[2]))
            for place, raw in enumerate((b"", b"[]", b"{", b'{"v":1}', b"[" * 100_000))
        )
    )
    assert reasons(opened(keys[0], path)) == [Refusal.NOT_A_RESPONSE] * 5


def test_gaps_forks_and_unsaid_envelopes_are_reported(
    terminal: Terminal, keys: tuple[Identity, Identity, Recipients]
) -> None:
    paths = [terminal.bundle(terminal.sealed(each)) for each in people(4)]
    (state,) = opened(keys[0], paths[0], paths[3]).report.terminals
    assert (state.missing, state.envelopes, state.announced) == ((2, 3), 2, 4)
    assert not state.complete
    assert "es fehlen die Pakete 2, 3; angekündigt waren 4 Umschläge." in state.de
    clone = Terminal(terminal.folder, keys[2])
    twin = clone.bundle(clone.sealed(people(1, seed=7)[0]))
    (forked,) = opened(keys[0], *paths, twin).report.terminals
    assert forked.forked == (1,)
    other = Terminal(terminal.folder, keys[2], seed=2)
    own = other.bundle(other.sealed(people(1, seed=8)[0]))
    assert len(opened(keys[0], *paths, own).report.terminals) == 2


def test_a_batch_that_does_not_follow_on_the_one_before_is_reported(
    terminal: Terminal, keys: tuple[Identity, Identity, Recipients]
) -> None:
    first = terminal.bundle(terminal.sealed(people(1)[0]))
    terminal.previous = "f" * 64
    second = terminal.bundle(terminal.sealed(people(2)[1]))
    (state,) = opened(keys[0], first, second).report.terminals
    assert state.unchained == (2,)


def test_reports_and_refusals_hold_no_answer(
    terminal: Terminal, keys: tuple[Identity, Identity, Recipients]
) -> None:
    canary = "KANARIENVOGEL"
    one = replace(people(1)[0], answers={"X1": canary}, envelope_id="a" * 32)
    path = terminal.bundle(
        terminal.sealed(one, name="b" * 32),
        terminal.broken_off("c" * 32, ("/data/X1", canary)),
    )

    def refuses(
        _header: ResponseHeader, _preset: object, _events: object
    ) -> tuple[Mapping[str, Value], Mapping[str, Value]]:
        raise ValueError(canary)

    result = open_bundles([path], keys[0], EXPECTED, refuses)
    assert sorted(reasons(result)) == [Refusal.NOT_A_RESPONSE, Refusal.SWAPPED]
    assert canary not in repr(result.report)
