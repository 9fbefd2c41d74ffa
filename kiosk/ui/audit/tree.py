"""What the accessibility tree says of a screen: to a screen reader, a switch, a key."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.fitting.breaches import Breach, Rule, said, shown, texts
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.picture import Picture
from kiosk.ui.widgets.text_field import TextField
from kiosk.ui.widgets.walking import stops

_PRESSED = ("mousePressEvent", "mouseReleaseEvent", "mouseDoubleClickEvent")
_ROLE = QAccessible.Role
_BUTTONS = (_ROLE.Button, _ROLE.RadioButton, _ROLE.CheckBox)
_CHOICES = (_ROLE.RadioButton, _ROLE.CheckBox)
_INTERACTIVE = (*_BUTTONS, _ROLE.EditableText)


def tree_breaches(screen: QWidget) -> list[Breach]:
    """Every widget of `screen` of which keys and readers learn less than the finger does.

    What overrides a mouse event must say a role that acts (HIDDEN-CONTROL). The ground of a screen
    may take touches all the same: what they do there a button does too.
    """
    return [*_unnamed(screen), *_buttons(screen), *_fields(screen), *_hidden(screen)]


def _unnamed(screen: QWidget) -> Iterator[Breach]:
    for widget in (*texts(screen), *shown(screen, TextField), *_pictures(screen)):
        if not _says(widget, QAccessible.Text.Name).strip():
            yield Breach(Rule.NAME, widget, said(widget))


def _pictures(screen: QWidget) -> list[QWidget]:
    return [each for each in shown(screen, Picture) if isinstance(each, Picture) and each.there]


def _buttons(screen: QWidget) -> Iterator[Breach]:
    reached = set(stops(screen))
    for button in screen.findChildren(QAbstractButton):
        if not button.isVisible():
            continue
        interface = QAccessible.queryAccessibleInterface(button)
        role, name = interface.role(), said(button)
        expected = _CHOICES if isinstance(button, Choice) else _BUTTONS
        if role not in expected:
            yield Breach(Rule.ROLE, button, name, role.name, expected[0].name)
        if button.isCheckable() and bool(interface.state().checked) is not button.isChecked():
            yield Breach(Rule.VALUE, button, name, "checked", str(button.isChecked()))
        if not button.isEnabled():
            continue
        if button not in reached:
            yield Breach(Rule.FOCUSABLE, button, name)
        if not _acts(button):
            yield Breach(Rule.ACTION, button, name)


def _acts(button: QAbstractButton) -> bool:
    """Whether a press can be asked for, and anything hears it."""
    asked = QAccessible.queryAccessibleInterface(button).actionInterface()
    if asked is None or not {"Press", "Toggle", "Check"} & set(asked.actionNames()):
        return False
    return any(button.receivers(f"2{each}") for each in ("clicked()", "pressed()", "toggled(bool)"))


def _fields(screen: QWidget) -> Iterator[Breach]:
    for field in shown(screen, TextField):
        assert isinstance(field, TextField)
        interface = QAccessible.queryAccessibleInterface(field)
        if interface.role() is not _ROLE.EditableText:
            yield Breach(Rule.ROLE, field, said(field), interface.role().name, "EditableText")
        if _says(field, QAccessible.Text.Value) != field.toPlainText():
            yield Breach(Rule.VALUE, field, said(field))


def _hidden(screen: QWidget) -> Iterator[Breach]:
    for widget in shown(screen, QWidget):
        if isinstance(widget, Screen) or not _takes_touches(type(widget)):
            continue
        role = QAccessible.queryAccessibleInterface(widget).role()
        if role not in _INTERACTIVE:
            yield Breach(Rule.HIDDEN_CONTROL, widget, said(widget), role.name, "Button …")


def _takes_touches(kind: type) -> bool:
    """Whether a class written here, not Qt, overrides a mouse event."""
    ours = (each for each in kind.__mro__ if not each.__module__.startswith("PySide6"))
    return any(name in vars(each) for each in ours for name in _PRESSED)


def _says(widget: QWidget, what: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(what)
