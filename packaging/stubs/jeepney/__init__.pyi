from enum import Enum, IntEnum

class MessageType(Enum):
    method_call = 1
    method_return = 2
    error = 3
    signal = 4

class HeaderFields(IntEnum):
    path = 1
    interface = 2
    member = 3
    error_name = 4
    sender = 7

class Header:
    message_type: MessageType
    fields: dict[HeaderFields, str]

class Message:
    header: Header
    body: tuple[object, ...]

class DBusAddress:
    def __init__(
        self, object_path: str, bus_name: str | None = None, interface: str | None = None
    ) -> None: ...

class MatchRule:
    def __init__(
        self,
        *,
        type: str | None = None,  # noqa: A002
        interface: str | None = None,
    ) -> None: ...

class _Bus:
    def AddMatch(self, rule: MatchRule) -> Message: ...  # noqa: N802

message_bus: _Bus

def new_method_call(
    remote_obj: DBusAddress,
    method: str,
    signature: str | None = None,
    body: tuple[object, ...] = (),
) -> Message: ...
