"""Files on sticks: durable, read back, and never half there."""

import errno
import os
import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kiosk.sync.errors import NoPlace, NoRoom, NotWritten
from kiosk.sync.folder import SPARE, private_file, put, subfolder, sweep
from kiosk.sync.places import removable_places

CONTENT = bytes(range(256)) * 40


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def test_a_file_is_there_whole_and_alone(stick: Path) -> None:
    put(stick, "a.zip", CONTENT)
    assert {path.name: path.read_bytes() for path in stick.iterdir()} == {"a.zip": CONTENT}


def test_putting_it_again_writes_nothing(stick: Path) -> None:
    def never(path: Path, flags: int) -> int:
        raise AssertionError((path, flags))

    put(stick, "a.zip", CONTENT)
    put(stick, "a.zip", CONTENT, never)


def test_a_torn_file_of_an_earlier_time_is_replaced(stick: Path) -> None:
    (stick / "a.zip").write_bytes(CONTENT[:100])
    put(stick, "a.zip", CONTENT)
    assert (stick / "a.zip").read_bytes() == CONTENT


def test_content_is_synced_before_the_name_and_the_name_before_the_return(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def noted_fsync(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def noted_replace(self: Path, target: Path) -> Path:
        done.append("rename")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    put(stick, "a.zip", CONTENT)
    expected = ["file", "rename", "folder"] if sys.platform == "linux" else ["file", "rename"]
    assert done[: len(expected)] == expected


def refuses(number: int) -> Callable[[Path, int], int]:
    def opener(path: Path, flags: int) -> int:
        raise OSError(number, os.strerror(number), str(path), flags)

    return opener


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, NoRoom),
        (errno.EFBIG, NoRoom),  # FAT32 ends at 4 GiB
        (errno.EIO, NotWritten),
        (errno.EROFS, NotWritten),
        (errno.EACCES, NotWritten),
        (errno.ENODEV, NoPlace),
    ],
)
def test_the_systems_refusal_becomes_a_sentence(
    stick: Path, number: int, error: type[NoRoom | NotWritten | NoPlace]
) -> None:
    with pytest.raises(error) as raised:
        put(stick, "a.zip", CONTENT, refuses(number))
    assert str(stick) in raised.value.de
    assert list(stick.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE is POSIX")
def test_a_write_that_fails_half_way_leaves_nothing(stick: Path) -> None:
    import resource
    import signal

    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, old[1]))
        with pytest.raises(NoRoom):
            put(stick, "a.zip", CONTENT)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, ignored)
    assert list(stick.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's full device")
def test_a_device_that_is_full_is_told_from_one_that_is_broken(stick: Path) -> None:
    def full(path: Path, flags: int) -> int:
        os.close(private_file(path, flags))
        return os.open("/dev/full", os.O_WRONLY)

    with pytest.raises(NoRoom):
        put(stick, "a.zip", CONTENT, full)
    assert list(stick.iterdir()) == []


def test_a_stick_that_gives_back_something_else_is_noticed(stick: Path) -> None:
    """Fake sticks accept everything and keep little."""

    def elsewhere(path: Path, flags: int) -> int:
        os.close(private_file(path, flags))
        return os.open(stick.parent / "lost", os.O_WRONLY | os.O_CREAT)

    with pytest.raises(NotWritten) as raised:
        put(stick, "a.zip", CONTENT, elsewhere)
    assert "nicht zuverlässig" in raised.value.de


def test_too_little_room_is_known_before_anything_is_written(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = len(CONTENT) + SPARE - 1
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1 << 30, 0, free))
    with pytest.raises(NoRoom) as raised:
        put(stick, "a.zip", CONTENT, refuses(errno.EIO))
    assert "leeren Stick" in raised.value.de


def test_a_link_in_the_place_of_the_file_is_refused(stick: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("x")
    (stick / "a.zip").symlink_to(secret)
    with pytest.raises(NoPlace):
        put(stick, "a.zip", CONTENT)
    assert secret.read_text() == "x"


def test_links_on_the_way_are_refused(stick: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (stick / "KIOSK-EXPORT").symlink_to(elsewhere)
    with pytest.raises(NoPlace):
        subfolder(stick, "KIOSK-EXPORT", "p")
    linked = tmp_path / "linked"
    linked.symlink_to(stick)
    with pytest.raises(NoPlace):
        subfolder(linked, "a")
    assert list(elsewhere.iterdir()) == []


def test_a_place_that_is_gone_or_a_file_is_no_place(stick: Path) -> None:
    (stick / "file").write_text("")
    for root, name in ((stick / "gone", "a"), (stick / "file", "a"), (stick, "file")):
        with pytest.raises(NoPlace) as raised:
            subfolder(root, name)
        assert "Stick" in raised.value.de


@pytest.mark.parametrize("name", ["..", "a/b", "/etc", ""])
def test_a_name_that_would_leave_the_place_is_our_mistake(stick: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not names"):
        subfolder(stick, name)


def test_leftovers_of_interrupted_writes_are_swept(stick: Path) -> None:
    (stick / ".0123456789abcdef.part").write_bytes(b"half")
    (stick / "holiday.part").write_bytes(b"not ours")
    put(stick, "a.zip", CONTENT)
    sweep(stick)
    assert sorted(path.name for path in stick.iterdir()) == ["a.zip", "holiday.part"]


def test_mounted_sticks_are_listed_by_name(tmp_path: Path) -> None:
    for name in ("anna/ZETT", "anna/Alpha"):
        (tmp_path / "media" / name).mkdir(parents=True)
    (tmp_path / "media" / "anna" / "file").write_text("")
    (tmp_path / "media" / "anna" / "link").symlink_to(tmp_path)
    mounts = (tmp_path / "media", tmp_path / "run")
    if sys.platform != "win32":
        assert removable_places(mounts) == (
            (str(tmp_path / "media/anna/Alpha"), "Alpha"),
            (str(tmp_path / "media/anna/ZETT"), "ZETT"),
        )
