"""What a screen reader gets: the tree and the events of a program on the AT-SPI bus.

AT-SPI is only this protocol (at-spi2-core, `xml/`), so it is read as it goes over the wire: a
client library between would need its own interpreter and hide what the terminal really sends.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PATIENCE = 20.0
"""Seconds of silence, or of events that bring nothing wanted, after which a test fails."""
T = TypeVar("T")

_REGISTRY = "org.a11y.atspi.Registry"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ACTION = "org.a11y.atspi.Action"
_COMPONENT = "org.a11y.atspi.Component"
_EVENTS = "org.a11y.atspi.Event.Object"
_ROOT = "/org/a11y/atspi/accessible/root"


class State(IntEnum):
    """Bits of a node's state (at-spi2-core, `atspi-constants.h`, AtspiStateType)."""

    CHECKED = 4
    FOCUSABLE = 11
    FOCUSED = 12
    SHOWING = 25


@dataclass(frozen=True, slots=True)
class Node:
    """One object of the tree, as it was when it was read. `place` is its owner and its path."""

    place: tuple[str, str]
    role: str
    name: str
    states: frozenset[State]


@dataclass(frozen=True, slots=True)
class Event:
    """Something changed at `path`: its kind ("checked", "focused"), and to what."""

    path: str
    kind: str
    now: int


class ScreenReader:
    """Reads one program from outside, acts on it, and remembers which events came."""

    def __init__(self, calls: DBusConnection, heard: DBusConnection) -> None:
        """Two connections to the accessibility bus: one to ask on, one that hears events."""
        self._calls, self._heard = calls, heard
        self.events: list[Event] = []
        self._heard.send_and_get_reply(
            message_bus.AddMatch(MatchRule(type="signal", interface=_EVENTS)), timeout=PATIENCE
        )
        for kind in ("object:state-changed", "object:children-changed", "object:property-change"):
            registry = DBusAddress("/org/a11y/atspi/registry", _REGISTRY, _REGISTRY)
            _call(self._heard, new_method_call(registry, "RegisterEvent", "s", (kind,)))

    def tree(self, *, hidden: bool = False) -> list[Node]:
        """Everything that shows, in the order it is read; with `hidden` also what does not."""
        found: list[Node] = []
        for program in self._children((_REGISTRY, _ROOT)):
            for window in self._children(program):
                found += self._below(window, hidden)
        return found

    def find(self, role: str, name: str) -> Node | None:
        """What shows with this role and name."""
        return next((n for n in self.tree() if (n.role, n.name) == (role, name)), None)

    def until(self, fact: Callable[[], T | None]) -> T:
        """Look anew at each event until there is what is wanted."""
        deadline = time.monotonic() + PATIENCE
        while not (there := fact()):
            self._hear(deadline)
        return there

    def wait_for(self, path: str, kind: str, now: int) -> None:
        """Wait for an event."""
        self.until(lambda: Event(path, kind, now) in self.events or None)

    def button(self, name: str) -> Node:
        """The button with this name, as soon as it shows."""
        return self.until(lambda: self.find("push button", name) or self.find("button", name))

    def press(self, node: Node) -> None:
        """Do what the node offers to do."""
        _call(self._calls, self._message(node.place, _ACTION, "DoAction", "i", (0,)))

    def focus(self, node: Node) -> None:
        """Bring the keyboard's focus there."""
        _call(self._calls, self._message(node.place, _COMPONENT, "GrabFocus"))

    def _below(self, place: tuple[str, str], hidden: bool) -> Iterator[Node]:
        states = self._states(place)
        if not hidden and State.SHOWING not in states:
            return
        (role,) = _call(self._calls, self._message(place, _ACCESSIBLE, "GetRoleName"))
        yield Node(place, str(role), self._name(place), states)
        for child in self._children(place):
            yield from self._below(child, hidden)

    def _children(self, place: tuple[str, str]) -> list[tuple[str, str]]:
        (children,) = _call(self._calls, self._message(place, _ACCESSIBLE, "GetChildren"))
        assert isinstance(children, list)
        return children

    def _states(self, place: tuple[str, str]) -> frozenset[State]:
        (words,) = _call(self._calls, self._message(place, _ACCESSIBLE, "GetState"))
        assert isinstance(words, list)
        bits = words[0] | words[1] << 32
        return frozenset(state for state in State if bits >> state & 1)

    def _name(self, place: tuple[str, str]) -> str:
        properties = "org.freedesktop.DBus.Properties"
        wanted = (_ACCESSIBLE, "Name")
        (variant,) = _call(self._calls, self._message(place, properties, "Get", "ss", wanted))
        assert isinstance(variant, tuple)
        return str(variant[1])

    def _message(
        self,
        place: tuple[str, str],
        interface: str,
        method: str,
        signature: str | None = None,
        body: tuple[object, ...] = (),
    ) -> Message:
        owner, path = place
        return new_method_call(DBusAddress(path, owner, interface), method, signature, body)

    def _hear(self, deadline: float) -> None:
        left = deadline - time.monotonic()
        assert left > 0, "waited in vain"
        message = self._heard.receive(timeout=left)
        path = message.header.fields.get(HeaderFields.path, "")
        if message.header.fields.get(HeaderFields.member) == "StateChanged":
            kind, now, *_ = message.body
            assert isinstance(now, int)
            self.events.append(Event(path, str(kind), now))


@contextmanager
def screen_reader(session: str) -> Iterator[ScreenReader]:
    """A screen reader on the desktop whose session bus has this address."""
    with _connected(session) as asked:
        bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (address,) = _call(asked, new_method_call(bus, "GetAddress"))
    with _connected(str(address)) as calls, _connected(str(address)) as heard:
        yield ScreenReader(calls, heard)


def _connected(bus: str) -> DBusConnection:
    return open_dbus_connection(bus, auth_timeout=PATIENCE)


def _call(connection: DBusConnection, message: Message) -> tuple[object, ...]:
    reply = connection.send_and_get_reply(message, timeout=PATIENCE)
    assert reply.header.message_type is MessageType.method_return, reply.body
    return reply.body
