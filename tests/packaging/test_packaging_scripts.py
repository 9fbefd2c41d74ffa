"""`packaging/run` where the machine lacks something: one clear answer, and nothing installed."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
# What the scripts call before they have anything to install.
PROGRAMS = ("bash", "cat", "dirname", "locale", "readlink", "sha256sum")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell script; see run.ps1")


class Machine:
    """A PATH of our own: the real tools the scripts need, and whatever a test puts beside them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs = folder / "bin"
        self.programs.mkdir()
        for name in PROGRAMS:
            found = shutil.which(name)
            assert found is not None, f"{name} belongs to every Debian"
            (self.programs / name).symlink_to(found)

    def add(self, name: str, script: str) -> None:
        path = self.programs / name
        path.write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def call(
        self, script: str, *options: str, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [ROOT / "packaging" / script, *options],
            env={"PATH": str(self.programs), "HOME": str(self.folder), **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def bare(machine: Machine) -> None:
    """No package installed, nobody special logged in."""
    machine.add("dpkg-query", "exit 1")
    machine.add("id", "echo 1000")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ({}, "Dieser Rechner hat hier keinen Bildschirm"),
        ({"LANG": "de_DE.UTF-8"}, "Dieser Rechner hat hier keinen Bildschirm"),
        ({"LANG": "en_GB.UTF-8"}, "There is no display here"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "de_DE.UTF-8"}, "Dieser Rechner"),
    ],
)
def test_without_a_display_it_says_so_and_offers_a_virtual_one(
    machine: Machine, language: dict[str, str], sentence: str
) -> None:
    done = machine.call("run", "--window", **language)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "--virtual" in done.stderr


@pytest.mark.parametrize(
    ("script", "options", "wanted"),
    [
        ("run", [], {"libegl1", "libespeak-ng1", "python3-venv"}),
        ("run", ["--virtual"], {"libegl1", "xvfb"}),
        ("test", [], {"libegl1", "pulseaudio-utils"}),
    ],
)
def test_without_root_it_prints_the_one_line_an_administrator_must_run(
    machine: Machine, script: str, options: list[str], wanted: set[str]
) -> None:
    bare(machine)
    done = machine.call(script, *options, DISPLAY=":99")
    assert done.returncode == 1
    assert "Administrator" in done.stderr
    (line,) = done.stdout.splitlines()
    assert line.startswith("apt-get update; apt-get install --yes --no-install-recommends ")
    assert wanted <= set(line.split())


def test_only_what_is_missing_is_asked_for(machine: Machine) -> None:
    bare(machine)
    # Debian 13's name for libglib2.0-0; a package removed but not purged is not installed.
    machine.add(
        "dpkg-query",
        "printf 'installed:%s ' libegl1 libgl1 libglib2.0-0t64; printf 'config-files:xvfb '",
    )
    done = machine.call("run", "--virtual")
    words = done.stdout.split()
    assert {"libegl1", "libgl1", "libglib2.0-0"}.isdisjoint(words)
    assert {"xvfb", "libdbus-1-3"} <= set(words)


def test_sudo_that_refuses_leads_to_the_same_line(machine: Machine) -> None:
    bare(machine)
    machine.add("sudo", f'echo "$*" >{machine.folder}/asked; exit 1')
    done = machine.call("run", DISPLAY=":99")
    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    asked = (machine.folder / "asked").read_text(encoding="utf-8")
    assert asked.startswith("-n "), "without a terminal sudo must not wait for a password"
    assert line in asked


def test_an_option_without_its_value_is_refused(machine: Machine) -> None:
    done = machine.call("run", "--virtual", "--data")
    assert done.returncode == 2
    assert "Nach --data fehlt eine Angabe." in done.stderr


@pytest.mark.long
def test_it_walks_through_the_survey_on_a_screen_of_its_own(tmp_path: Path) -> None:
    """Twice: the first start sets the demonstration up, the second leaves it as it is."""
    data = tmp_path / "data"
    settings = data / "terminal.toml"
    written = []
    for start in ("first", "second"):
        pictures = tmp_path / start
        done = subprocess.run(
            [
                *(ROOT / "packaging" / "run", "--virtual", "--size", "1024x768"),
                *("--data", data, "--screenshots", pictures),
            ],
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(tmp_path)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert len(list(pictures.glob("*.png"))) > 50
        number = re.search(r"Bildschirm :(\d+) \(1024x768\)", done.stderr)
        assert number is not None, done.stderr
        assert not Path(f"/tmp/.X11-unix/X{number[1]}").exists(), "its screen has gone with it"
        written.append(settings.stat().st_mtime_ns)
    assert written[0] == written[1]


def pins(lock: str) -> dict[str, int]:
    """Each `name==version ; marker` and how many hashes stand under it."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    found: dict[str, int] = {}
    name = ""
    for line in text.splitlines():
        if re.match(r"[a-z0-9]", line):
            name = line.removesuffix("\\").strip()
            found[name] = 0
        found[name] += line.count("--hash=sha256:") if name else 0
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_by_hash_and_no_address_is_named(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert all("==" in pin and hashes for pin, hashes in pins(lock).items())
    assert any(pin.startswith("setuptools==") for pin in pins(lock)), "the build needs it"


def test_the_developers_set_contains_the_terminals() -> None:
    run, dev = map(pins, LOCKS)
    assert len(run) > 40
    assert run.items() <= dev.items()
