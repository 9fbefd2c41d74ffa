"""The window's side of the voice, with the real voice process and a sound server of its own."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.speech.protocol import Availability, Failure, Segment
from kiosk.ui.speaker import VOICE_PROCESS, Patience, Speaker

BOTH = (Segment("question", "Ja?"), Segment("choice:1", "Ja"))
SHORT = (Segment("question", "Ja"),)
LONG = (Segment("long", "Was brauchen Sie von der Stadt? " * 4),)

Start = Callable[..., Speaker]


class Heard:
    """Everything a speaker told."""

    def __init__(self, speaker: Speaker) -> None:
        self.segments: list[str] = []
        self.failures: list[str] = []
        self.availabilities: list[str] = []
        self.finishes = 0
        speaker.segment.connect(self.segments.append)
        speaker.failed.connect(self.failures.append)
        speaker.availability.connect(self.availabilities.append)
        speaker.finished.connect(self.on_finished)

    def on_finished(self) -> None:
        self.finishes += 1


@pytest.fixture(scope="module")
def sound_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    assert None not in map(shutil.which, ("pulseaudio", "parec")), (
        "These tests play real sound and need a sound server and a voice: "
        "apt-get install pulseaudio pulseaudio-utils espeak-ng libpulse0"
    )
    home = str(tmp_path_factory.mktemp("sound"))
    socket = Path(home) / "native"
    server = subprocess.Popen(
        [
            *("pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "-n"),
            *("--disable-shm=1", "--load=module-null-sink sink_name=kiosk"),
            f"--load=module-native-protocol-unix socket={socket} auth-anonymous=1",
        ],
        env={**os.environ, "HOME": home, "XDG_RUNTIME_DIR": home},
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 10
    while not socket.exists():
        assert time.monotonic() < deadline, "PulseAudio did not start"
        assert server.poll() is None, "PulseAudio ended at once"
    # Left alone, the null sink works in blocks of up to two seconds, as no real device does.
    listener = subprocess.Popen(
        ["parec", "--raw", "--latency-msec=5", "-d", "kiosk.monitor"],
        env={**os.environ, "HOME": home, "PULSE_SERVER": f"unix:{socket}"},
        stdout=subprocess.DEVNULL,
    )
    yield f"unix:{socket}"
    for process in (listener, server):
        process.kill()
        process.wait()


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine on which nothing can sound."""
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("ALSA_CONFIG_PATH", os.devnull)


@pytest.fixture
def sounding(silent: None, sound_server: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    """A machine with one loudspeaker."""
    monkeypatch.setenv("PULSE_SERVER", sound_server)


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:  # noqa: ARG001 (a Qt application)
    started: list[Speaker] = []

    def start(
        patience: Patience | None = None, command: tuple[str, ...] = VOICE_PROCESS
    ) -> Speaker:
        speaker = Speaker(command, patience)
        started.append(speaker)
        speaker.start()
        return speaker

    yield start
    for speaker in started:
        speaker.close()


@pytest.fixture
def speaker(sounding: None, start: Start, qtbot: QtBot) -> Speaker:  # noqa: ARG001
    speaker = start()
    with qtbot.waitSignal(speaker.availability, timeout=10_000) as told:
        pass
    assert told.args == [Availability.OK], "These tests need a voice: apt-get install espeak-ng"
    return speaker


@pytest.fixture
def heard(speaker: Speaker) -> Heard:
    return Heard(speaker)


def alive(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def test_segments_are_pointed_at_in_order(speaker: Speaker, heard: Heard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(speaker.finished, timeout=10_000):
        speaker.say(BOTH, "de")
    assert heard.segments == ["question", "choice:1", ""]
    assert heard.failures == []
    assert speaker.speaks("de-DE")
    assert not speaker.speaks("hsb")


def test_stop_ends_it_without_ado_and_the_next_is_spoken(
    speaker: Speaker, heard: Heard, qtbot: QtBot
) -> None:
    worker = speaker.pid
    with qtbot.waitSignal(speaker.segment, timeout=10_000):
        speaker.say(LONG, "de")
    speaker.stop()
    assert heard.segments == ["long", ""]
    # Asking again before the silence is confirmed must not look like a hang.
    with qtbot.waitSignal(speaker.finished, timeout=10_000):
        speaker.say(SHORT, "de")
    assert speaker.pid == worker
    assert heard.failures == []
    assert heard.finishes == 1


def test_the_last_of_fifty_requests_is_spoken(speaker: Speaker, heard: Heard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(speaker.finished, timeout=10_000):
        for number in range(50):
            speaker.say([Segment(str(number), "Ja")], "de")
    assert heard.segments == ["49", ""]
    assert heard.finishes == 1


def test_asked_before_the_voice_is_ready_it_speaks_once_it_is(
    sounding: None,  # noqa: ARG001
    start: Start,
    qtbot: QtBot,
) -> None:
    speaker = start()
    assert speaker.state is None
    with qtbot.waitSignal(speaker.segment, timeout=10_000):
        speaker.say(SHORT, "de")


def test_killed_while_speaking_it_has_failed_and_the_next_is_spoken(
    speaker: Speaker, heard: Heard, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(speaker.segment, timeout=10_000):
        speaker.say(LONG, "de")
    worker = speaker.pid
    with qtbot.waitSignal(speaker.failed, timeout=1_000) as failed:
        os.kill(worker, signal.SIGKILL)
    assert failed.args == [Failure.WORKER_DIED]
    assert heard.segments == ["long", ""]
    with qtbot.waitSignal(speaker.segment, timeout=10_000):
        speaker.say(SHORT, "de")
    assert speaker.pid != worker


def test_killed_before_anything_sounded_it_is_asked_again(
    speaker: Speaker, heard: Heard, qtbot: QtBot
) -> None:
    os.kill(speaker.pid, signal.SIGKILL)
    with qtbot.waitSignal(speaker.segment, timeout=10_000):
        speaker.say(SHORT, "de")
    assert heard.failures == []


def test_hanging_before_anything_sounded_it_is_replaced_and_asked_again(
    speaker: Speaker, heard: Heard, qtbot: QtBot
) -> None:
    hanging = speaker.pid
    os.kill(hanging, signal.SIGSTOP)
    with qtbot.waitSignal(speaker.segment, timeout=15_000):
        before = time.monotonic()
        speaker.say(SHORT, "de")
        assert time.monotonic() - before < 0.05  # the window never waits for the voice
    assert heard.failures == []
    assert not alive(hanging)


def test_hanging_while_speaking_a_stop_kills_it(speaker: Speaker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(speaker.segment, timeout=10_000):
        speaker.say(LONG, "de")
    hanging = speaker.pid
    os.kill(hanging, signal.SIGSTOP)
    asked = time.monotonic()
    speaker.stop()
    assert time.monotonic() - asked < 0.05
    qtbot.waitUntil(lambda: not alive(hanging), timeout=5_000)
    assert 0.2 < time.monotonic() - asked < 1.5
    qtbot.waitUntil(lambda: speaker.pid not in (0, hanging), timeout=5_000)


def test_hanging_while_idle_pings_find_it(
    sounding: None,  # noqa: ARG001
    start: Start,
    qtbot: QtBot,
) -> None:
    speaker = start(Patience(ping=100))
    qtbot.waitUntil(lambda: speaker.state is Availability.OK, timeout=10_000)
    hanging = speaker.pid
    os.kill(hanging, signal.SIGSTOP)
    qtbot.waitUntil(lambda: not alive(hanging), timeout=5_000)
    with qtbot.waitSignal(speaker.segment, timeout=10_000):
        speaker.say(SHORT, "de")


def test_a_language_without_a_voice_fails(speaker: Speaker, heard: Heard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(speaker.failed, timeout=5_000) as failed:
        speaker.say([Segment("question", "Witajće"), Segment("choice:1", "ja", "de")], "hsb")
    assert failed.args == [Failure.NO_VOICE]
    assert heard.segments == []


def test_without_a_device_it_says_so_and_asking_fails(
    silent: None,  # noqa: ARG001
    start: Start,
    qtbot: QtBot,
) -> None:
    speaker = start()
    with qtbot.waitSignal(speaker.availability, timeout=5_000) as told:
        pass
    assert told.args == [Availability.NO_AUDIO]
    with qtbot.waitSignal(speaker.failed, timeout=5_000) as failed:
        speaker.say(SHORT, "de")
    assert failed.args == [Failure.NO_AUDIO]


@pytest.mark.parametrize(
    "command",
    [
        ("/nonexistent/voice",),
        (sys.executable, "-c", "raise SystemExit(1)"),
        (sys.executable, "-c", "print('ALSA lib: no', flush=True); input()"),
    ],
    ids=["missing", "dying", "babbling"],
)
def test_a_voice_that_keeps_dying_is_switched_off(
    start: Start, qtbot: QtBot, command: tuple[str, ...]
) -> None:
    speaker = start(Patience(respawn=1), command)
    with qtbot.waitSignal(speaker.availability, timeout=20_000) as told:
        pass
    assert told.args == [Availability.OFF]
    assert speaker.pid == 0
    with qtbot.waitSignal(speaker.failed) as failed:
        speaker.say(SHORT, "de")
    assert failed.args == [Failure.OFF]


def test_switched_off_it_is_tried_again_later(
    sounding: None,  # noqa: ARG001
    start: Start,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    repaired = tmp_path / "repaired"
    script = (
        "import sys, pathlib\n"
        f"if not pathlib.Path({str(repaired)!r}).exists(): sys.exit(1)\n"
        "from kiosk.speech.worker import main; main()"
    )
    speaker = start(Patience(respawn=1, off=300, deaths=2), (sys.executable, "-P", "-c", script))
    qtbot.waitUntil(lambda: speaker.state is Availability.OFF, timeout=10_000)
    repaired.touch()
    qtbot.waitUntil(lambda: speaker.state is Availability.OK, timeout=10_000)
    with qtbot.waitSignal(speaker.segment, timeout=10_000):
        speaker.say(SHORT, "de")


def test_closing_while_it_speaks_leaves_nothing_behind(speaker: Speaker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(speaker.segment, timeout=10_000):
        speaker.say(LONG, "de")
    worker = speaker.pid
    before = time.monotonic()
    speaker.close()
    assert time.monotonic() - before < 1
    assert not alive(worker)
    assert speaker.pid == 0


def test_no_sound_library_enters_the_windows_process() -> None:
    listed = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, kiosk.ui.speaker; print(*sys.modules)",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "kiosk.speech.protocol" in listed
    assert not {"miniaudio", "pyttsx3", "PySide6.QtMultimedia"} & set(listed)
