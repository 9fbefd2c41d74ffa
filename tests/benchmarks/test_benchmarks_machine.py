import platform
import socket
from pathlib import Path

import pytest

from kiosk.benchmarks.machine import facts, file_system, qt_platform


@pytest.mark.parametrize(
    ("environment", "system", "expected"),
    [
        ({}, "linux", "offscreen"),
        ({"DISPLAY": ":0"}, "linux", "xcb"),
        ({"DISPLAY": ""}, "linux", "offscreen"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "minimal"}, "linux", "minimal"),
        ({}, "win32", "windows"),
    ],
)
def test_a_real_window_where_there_is_a_display(
    environment: dict[str, str], system: str, expected: str
) -> None:
    assert qt_platform(environment, system) == expected


def test_the_facts_name_neither_the_machine_nor_a_path(tmp_path: Path) -> None:
    text = " ".join(value for _, value in facts("offscreen", tmp_path))
    assert platform.python_version() in text
    assert socket.gethostname() not in text.split()
    assert str(tmp_path) not in text
    assert "/" not in text


def test_the_file_system_is_that_of_the_nearest_mount(tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    inner = tmp_path / "inner"
    inner.mkdir()
    mounts.write_text(
        "1 0 8:1 / / rw - ext4 /dev/a rw\n"
        f"2 1 8:2 / {inner} rw shared:1 - tmpfs none rw\n"
        f"3 1 8:3 / {inner}-other rw - vfat /dev/b rw\n"
    )
    assert file_system(inner / "deeper", mounts) == "tmpfs"
    assert file_system(tmp_path, mounts) == "ext4"


def test_a_system_without_a_list_of_mounts(tmp_path: Path) -> None:
    assert file_system(tmp_path, tmp_path / "missing") == "unknown"
