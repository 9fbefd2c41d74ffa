"""The voice process: `python -m kiosk.speech.worker`, commands on stdin, events on stdout.

A process of its own, because speech and sound libraries hang, abort and outlive their stop; this
one can be killed at once. It ends when stdin ends, so it never outlives the window.
"""

import base64
import os
import queue
import signal
import sys
import threading
import time
from typing import BinaryIO

from kiosk.speech.errors import NoVoiceError
from kiosk.speech.headphones import HeadphoneWatch
from kiosk.speech.player import Player
from kiosk.speech.protocol import (
    Command,
    Event,
    Forget,
    Headphones,
    Ping,
    Pong,
    Probe,
    Recording,
    Say,
    Stop,
    Stopped,
    Volume,
    Words,
    decode_command,
    encode,
)
from kiosk.speech.reader import SAMPLE_RATE, Reader
from kiosk.speech.synthesis import Synthesis
from kiosk.study.lexicon import Lexicon

_BUSY_SECONDS = 0.01
_IDLE_SECONDS = 1.0


def main() -> None:
    """Serve until stdin ends."""
    # Ctrl+C in the shell is for the window; its end is ours.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    events = _own_stdout()
    commands: queue.SimpleQueue[Command | Headphones] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, commands), daemon=True).start()
    try:
        synthesis = Synthesis()
    except NoVoiceError:
        synthesis = None

    def send(event: Event) -> None:
        try:
            events.write(encode(event))
            events.flush()
        except OSError:  # a broken pipe, or what Windows calls it
            # The window is gone, and nobody is left to tell; stdin ends in the same moment.
            os._exit(0)

    player = Player(SAMPLE_RATE if synthesis is None else synthesis.sample_rate)
    reader = Reader(synthesis, player, send, time.monotonic)
    reader.begin()
    HeadphoneWatch(lambda plugged: commands.put(Headphones(plugged))).start()
    while True:
        try:
            command = commands.get(timeout=_BUSY_SECONDS if reader.reading else _IDLE_SECONDS)
        except queue.Empty:
            reader.advance()
            continue
        match command:
            case Say():
                reader.say(command)
            case Recording(name=name, sound=sound):
                reader.keep(name, base64.b64decode(sound))
            case Forget(name=name):
                reader.forget(name)
            case Words(language=language, respelled=respelled, texts=texts):
                reader.respell(language, Lexicon(dict(respelled), dict(texts)))
            case Stop(id=number):
                reader.stop()
                send(Stopped(number))
            case Volume(level=level):
                reader.turn_to(level)
            case Ping(id=number):
                send(Pong(number))
            case Probe():
                reader.probe()
            case Headphones():
                send(command)
        if commands.empty():
            reader.advance()


def _listen(stdin: BinaryIO, commands: "queue.SimpleQueue[Command | Headphones]") -> None:
    for line in stdin:
        commands.put(decode_command(line))
    # The window is gone. Leave now, even if the sound server holds the other thread.
    os._exit(0)


def _own_stdout() -> BinaryIO:
    """Keep stdout for events and stderr for Python: eSpeak, PulseAudio and ALSA write to both."""
    out, errors = sys.stdout.fileno(), sys.stderr.fileno()
    events = os.fdopen(os.dup(out), "wb")
    sys.stderr = os.fdopen(os.dup(errors), "w", buffering=1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, out)
    os.dup2(nowhere, errors)
    os.close(nowhere)
    return events


if __name__ == "__main__":
    main()
