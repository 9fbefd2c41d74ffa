"""From bundles and a passphrase to the files on the consultant's disk."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from office_instrument import STUDY, VARIABLES, header, people

from kiosk.office.collect import Expected
from kiosk.office.errors import CannotWrite, NothingOpened, NotInCodebook
from kiosk.office.opening import OpeningReport
from kiosk.office.report.front import Survey
from kiosk.office.results import Results, open_and_write, write_results
from kiosk.papers.typeface import typeface
from kiosk.sealing.bundle import NO_BATCH_BEFORE, BatchFacts, Envelope, write_bundle
from kiosk.sealing.device import DeviceKey
from kiosk.sealing.envelope import seal
from kiosk.sealing.errors import WrongPassphrase
from kiosk.sealing.keys import Identity, Recipients, Role, new_key_file, unlock
from kiosk.study.events import Answered
from kiosk.study.response import Response, ResponseHeader, Value, to_json

FACE = typeface(Path(__file__).parents[2] / "resources" / "fonts")
SURVEY = Survey(
    "Was soll digital werden?", "Rothenburg/O.L.", 1, "1.0.0", STUDY, "Stadt", date(2026, 11, 22)
)
STEM = "ROL_DIGI_W1_VK_v1.0.0_2026-11-22"


@pytest.fixture(scope="module")
def key_file() -> tuple[bytes, Recipients]:
    file, public = new_key_file("baba bebe", Role.PROJECT)
    _, escrow = new_key_file("x", Role.ESCROW)
    return file, Recipients((public, escrow))


@pytest.fixture(scope="module")
def identity(key_file: tuple[bytes, Recipients]) -> Identity:
    return unlock(key_file[0], "baba bebe")


@pytest.fixture
def stick(tmp_path: Path, key_file: tuple[bytes, Recipients]) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    envelopes = [
        Envelope(each.envelope_id, False, seal(to_json(each), key_file[1])) for each in people(25)
    ]
    facts = BatchFacts("rothenburg", STUDY, 1, NO_BATCH_BEFORE, 25, "2026-W47", key_file[1].key_ids)
    name, content = write_bundle(facts, envelopes, DeviceKey(bytes(32)))
    (folder / name).write_bytes(content)
    return folder


def replay(
    _header: ResponseHeader, _preset: Mapping[str, str], _events: Sequence[Answered]
) -> tuple[Mapping[str, Value], Mapping[str, Value]]:
    raise AssertionError("there is no interrupted interview here")


def run(stick: Path, identity: Identity, folder: Path, study: str = STUDY) -> Results:
    return open_and_write(
        [stick], identity, Expected("rothenburg", study), replay, VARIABLES, SURVEY,
        project="ROL_DIGI", face=FACE, folder=folder,
    )  # fmt: skip


def write(some: list[Response], folder: Path) -> tuple[Path, ...]:
    report = OpeningReport(1, 0, len(some), 0, (), ())
    return write_results(
        some, report, VARIABLES, SURVEY, project="ROL_DIGI", face=FACE, folder=folder
    ).paths


def test_everything_is_written_and_the_manifest_vouches_for_it(
    stick: Path, identity: Identity, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    results = run(stick, identity, out)
    assert results.report.responses == 25
    endings = {
        "_codes.csv", "_labels.csv", "_codebuch.csv", "_open.csv", ".sav", "_Grundauszaehlung.pdf",
        "_verdeckt_intern.csv", "_eingang_intern.txt", "_setup.sps", "_manifest.json",
    }  # fmt: skip
    assert {path.name for path in out.iterdir()} == {f"{STEM}{ending}" for ending in endings}
    assert set(results.paths) == set(out.iterdir())
    listed = json.loads((out / f"{STEM}_manifest.json").read_text("utf-8"))["files"]
    assert len(listed) == 9
    for each in listed:
        raw = (out / each["name"]).read_bytes()
        assert (each["bytes"], each["sha256"]) == (len(raw), sha256(raw).hexdigest())


def test_the_same_input_gives_the_same_bytes_and_twice_is_harmless(
    stick: Path, identity: Identity, tmp_path: Path
) -> None:
    one, other = tmp_path / "1", tmp_path / "2"
    run(stick, identity, one)
    run(stick, identity, one)
    run(stick, identity, other)
    assert {path.name: path.read_bytes() for path in one.iterdir()} == {
        path.name: path.read_bytes() for path in other.iterdir()
    }


def test_copies_of_a_bundle_change_nothing(stick: Path, identity: Identity, tmp_path: Path) -> None:
    first = run(stick, identity, tmp_path / "out")
    (stick / "copy").mkdir()
    for path in stick.glob("*.kb.zip"):
        (stick / "copy" / path.name).write_bytes(path.read_bytes())
    assert run(stick, identity, tmp_path / "out").paths == first.paths


def test_a_later_export_of_the_day_goes_beside_the_first(tmp_path: Path) -> None:
    some = people(12)
    write(some[:10], tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    paths = write(some, tmp_path)
    assert all(path.name.startswith(f"{STEM}_2") for path in paths)
    assert {path: path.read_bytes() for path in before} == before
    assert f"'{STEM}_2.sav'" in (tmp_path / f"{STEM}_2_setup.sps").read_text("utf-8")
    assert write(some[:10], tmp_path) == tuple(
        tmp_path / path.name.replace(f"{STEM}_2", STEM) for path in paths
    )


def test_the_wrong_passphrase_and_the_wrong_study_leave_no_file(
    stick: Path, key_file: tuple[bytes, Recipients], identity: Identity, tmp_path: Path
) -> None:
    with pytest.raises(WrongPassphrase):
        unlock(key_file[0], "falsch")
    with pytest.raises(NothingOpened) as caught:
        run(stick, identity, tmp_path / "out", study="0" * 64)
    assert "anderen Stand der Studie" in caught.value.de
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(CannotWrite, match="out"):
        write(people(10), tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"a file"


def test_open_answers_are_in_no_file_but_their_own(tmp_path: Path) -> None:
    some = [
        replace(each, answers={**each.answers, "X1": f"KANARIENVOGEL {n}"}, header=header())
        for n, each in enumerate(people(10))
    ]
    for path in write(some, tmp_path):
        assert (b"KANARIENVOGEL" in path.read_bytes()) == path.name.endswith("_open.csv")


def test_no_id_is_in_any_file(tmp_path: Path) -> None:
    some = people(10)
    for path in write(some, tmp_path):
        raw = path.read_bytes()
        for each in some:
            assert each.response_id.encode() not in raw
            assert each.envelope_id.encode() not in raw


def test_one_response_that_does_not_fit_is_set_aside_by_name_and_the_rest_opened(
    tmp_path: Path,
) -> None:
    some = people(12)
    text = {"X1": "KANARIENVOGEL", "FREMD": "KANARIENVOGEL"}
    odd = replace(some[3], answers={**some[3].answers, **text, "Z2": "7"})
    report = OpeningReport(1, 0, 12, 0, (), ())
    results = write_results(
        [*some[:3], odd, *some[4:]], report, VARIABLES, SURVEY,
        project="ROL_DIGI", face=FACE, folder=tmp_path,
    )  # fmt: skip
    assert results.report.responses == len(results.responses) == 11
    assert odd.response_id not in {each.response_id for each in results.responses}
    (alarm,) = results.report.alarms
    assert odd.envelope_id in alarm
    assert "Z2" in alarm
    assert alarm in (tmp_path / f"{STEM}_eingang_intern.txt").read_text("utf-8-sig")
    (line,) = (tmp_path / f"{STEM}_zurueckgestellt_intern.jsonl").read_text("utf-8").splitlines()
    kept = json.loads(line)
    assert (kept["envelope_id"], kept["variable"]) == (odd.envelope_id, "Z2")
    assert kept["answers"]["Z2"] == "7"
    assert "KANARIENVOGEL" not in line
    codes = (tmp_path / f"{STEM}_codes.csv").read_text("utf-8-sig")
    assert len(codes.splitlines()) == 12


def test_when_nothing_fits_the_codebook_nothing_is_written(tmp_path: Path) -> None:
    some = [replace(each, answers={"Z2": "7"}) for each in people(3)]
    with pytest.raises(NotInCodebook, match="Z2"):
        write(some, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_progress_ends_where_it_said(stick: Path, identity: Identity, tmp_path: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    open_and_write(
        [stick], identity, Expected("rothenburg", STUDY), replay, VARIABLES, SURVEY,
        project="ROL_DIGI", face=FACE, folder=tmp_path / "out",
        progress=lambda *step: steps.append(step),
    )  # fmt: skip
    last = {what: (done, total) for done, total, what in steps}
    assert list(last) == [
        "Pakete öffnen", "Antworten einordnen", "Bericht setzen", "Dateien schreiben",
    ]  # fmt: skip
    assert all(done == total for done, total in last.values())
