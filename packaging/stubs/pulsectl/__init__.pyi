# Only what kiosk calls.
from types import TracebackType
from typing import Self

class PulseError(Exception): ...

class PulsePortInfo:
    name: str

class PulseSinkInfo:
    name: str
    proplist: dict[str, str]
    port_active: PulsePortInfo | None

class PulseServerInfo:
    default_sink_name: str

class Pulse:
    def __init__(self, client_name: str | None = ..., *, connect: bool = ...) -> None: ...
    def connect(self, autospawn: bool = ...) -> None: ...
    def server_info(self) -> PulseServerInfo: ...
    def sink_list(self) -> list[PulseSinkInfo]: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None: ...
