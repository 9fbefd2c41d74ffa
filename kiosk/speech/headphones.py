"""Whether what is spoken is heard by one person alone."""

import sys
import threading
from collections.abc import Callable

if sys.platform == "linux":
    import pulsectl

_WORN = ("headphone", "headset")
"""How PulseAudio and PipeWire name what is worn: parts of a port's name or of a form factor."""
_RETRY_SECONDS = 1.0  # while there is no sound server


class HeadphoneWatch(threading.Thread):
    """Tells `changed` whether headphones are in, at first and whenever that changes.

    PulseAudio and PipeWire know by the jack or the kind of device. Elsewhere, and without a sound
    server, nothing is known, and the room might hear. In a thread of its own: a sound server that
    hangs must not hold the voice.
    """

    def __init__(self, changed: Callable[[bool], None]) -> None:
        super().__init__(daemon=True)
        self._changed = changed
        self._pause = threading.Event()

    def run(self) -> None:
        """Look whenever the sound server tells of a change."""
        if sys.platform != "linux":
            return
        before: bool | None = None
        while True:
            try:
                with pulsectl.Pulse("Bedarfskiosk", connect=False) as server:
                    server.connect(autospawn=False)
                    server.event_mask_set("server", "sink", "card")
                    server.event_callback_set(_stop_listening)
                    while True:
                        before = self._tell(_worn(server), before)
                        server.event_listen()
            except (pulsectl.PulseError, pulsectl.PulseDisconnected):
                before = self._tell(False, before)
                self._pause.wait(_RETRY_SECONDS)

    def _tell(self, now: bool, before: bool | None) -> bool:
        if now is not before:
            self._changed(now)
        return now


def _stop_listening(_event: object) -> None:
    raise pulsectl.PulseLoopStop


def _worn(server: "pulsectl.Pulse") -> bool:
    name = server.server_info().default_sink_name
    return any(_is_worn(sink) for sink in server.sink_list() if sink.name == name)


def _is_worn(sink: "pulsectl.PulseSinkInfo") -> bool:
    port = sink.port_active.name if sink.port_active is not None else ""
    kind = sink.proplist.get("device.form_factor", "")
    return any(each in name.lower() for each in _WORN for name in (port, kind))
