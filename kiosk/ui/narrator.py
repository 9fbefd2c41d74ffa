"""What a page and what has the focus say, in words: for whoever walks by key and listens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.text_field import TextField

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description

Read = Mapping[str, str]
"""What a page reads out: its segments by their id."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A page at one moment: what it reads out, what its buttons say, what has the focus."""

    read: Read
    buttons: Mapping[QWidget, str]
    several: Mapping[str, tuple[bool, str, str]]  # of each answer: chosen?, name, explanation
    focused: QWidget | None
    words: str  # of what has the focus


class Narrator(QObject):
    """Knows no screen: it says what accessible names, descriptions and states say."""

    def of(self, widget: QWidget, read: Read, *, private: bool) -> str:
        """The words for `widget`: name, state, number among its like, explanation.

        The name comes first, so that whoever knows it already need not hear the rest. What somebody
        wrote is said only if `private` (EN 301 549 5.1.3.9).
        """
        if isinstance(widget, TextField):
            text = widget.toPlainText().strip() if private else ""
            return self.tr("Textfeld: {text}").format(text=sentence(text or self.tr("schreiben")))
        words = [_text(widget, NAME)]
        if isinstance(widget, Button) and widget.isCheckable() and widget.isChecked():
            words.append(self.tr("Ausgewählt"))
        if isinstance(widget, Choice):
            words.append(self._number(widget, read))
        words.append(_text(widget, DESCRIPTION))
        return " ".join(sentence(each) for each in words if each)

    def of_row(self, row: Sequence[Button]) -> str:
        """The words for a row that may be entered."""
        names = [_text(each, NAME) for each in (row[0], row[-1])]
        return self.tr("Reihe: {first} bis {last}.").format(first=names[0], last=names[-1])

    def here(self, words: str) -> str:
        """Where the focus is, after a page has been read."""
        return self.tr("Sie sind bei: {words}").format(words=words)

    def glimpse(
        self, page: QWidget, read: Read, focused: QWidget | None, *, private: bool
    ) -> Glimpse:
        """`page` as it is now; `private`: with what somebody wrote."""
        if private:
            read = {**read, **self._written(page, read)}
        buttons: dict[QWidget, str] = {
            each: _text(each, NAME)
            for each in page.findChildren(Button)
            if each.isVisible() and not each.typing() and not isinstance(each, Choice)
        }
        words = self.of(focused, read, private=private) if focused is not None else ""
        return Glimpse(read, buttons, _several(page), focused, words)

    def news(self, before: Glimpse, now: Glimpse) -> str:
        """What else is said now than before, but for answers, which say it when they are reached;
        and what has the focus: first if it had it before. "" if nothing has changed."""
        choices = {each.value for each in _choices(now.focused)}
        told = [
            words
            for key, words in now.read.items()
            if key not in choices and before.read.get(key) != words
        ]
        told += [
            sentence(words)
            for each, words in now.buttons.items()
            if each is not now.focused and before.buttons.get(each, words) != words
        ]
        told += self._moved(before, now)
        stayed = before.focused is now.focused
        if stayed and before.words == now.words and not told:
            return ""
        told.insert(0 if stayed else len(told), now.words)
        return " ".join(dict.fromkeys(each for each in told if each))

    def instruction(self, *, dark: bool, switches: bool) -> str:
        """How to get on by ear."""
        off = (
            self.tr("Der Bildschirm ist aus.") if dark else self.tr("Jetzt wird alles vorgelesen.")
        )
        if switches:
            how = self.tr("Mit der ersten Taste gehen Sie weiter. Mit der zweiten wählen Sie.")
        else:
            how = self.tr(
                "Mit den Pfeil-Tasten gehen Sie weiter. Mit der Eingabe-Taste wählen Sie."
            )
        return f"{off} {how}"

    def private(self, alone: bool) -> str:
        """Who hears what is spoken now."""
        if alone:
            return self.tr("Sie hören über Kopfhörer.")
        return self.tr("Der Kopfhörer ist ab. Jetzt hören andere mit.")

    def lifting(self) -> str:
        """What a touch on the dark glass may do."""
        return self.tr("Tippen Sie in die Mitte. Dann geht der Bildschirm an.")

    def _moved(self, before: Glimpse, now: Glimpse) -> list[str]:
        """Answers that another one has taken away, or given another place."""
        told = []
        for value, (chosen, name, explanation) in now.several.items():
            was = before.several.get(value, (chosen, name, explanation))
            if isinstance(now.focused, Choice) and now.focused.value == value:
                continue
            if was[0] and not chosen:
                told.append(self.tr("Nicht mehr ausgewählt: {name}.").format(name=name))
            elif chosen and was != (chosen, name, explanation):
                told.append(f"{sentence(name)} {sentence(explanation)}")
        return told

    def _written(self, page: QWidget, read: Read) -> dict[str, str]:
        """What the boxes of digits show, as far as the page does not say it itself."""
        boxes = [each for each in page.findChildren(QLabel) if each.isVisible()]
        shown = [(_text(each, NAME), _text(each, DESCRIPTION)) for each in boxes]
        words = [f"{name}: {digits}." for name, digits in shown if digits]
        said = set(read.values())
        return {f"box {number}": each for number, each in enumerate(words) if each not in said}

    def _number(self, choice: Choice, read: Read) -> str:
        """Its number among the answers in the order they are read out."""
        values = {each.value or each.objectName(): each for each in _choices(choice)}
        names = {each.objectName() for each in values.values()}
        order = [key for key in read if key in values or key in names]
        own = next((key for key in (choice.value, choice.objectName()) if key in order), None)
        if own is None or len(order) == 1:
            return ""
        return self.tr("{number} von {count}").format(number=order.index(own) + 1, count=len(order))


def _choices(widget: QWidget | None) -> list[Choice]:
    """The answers that stand together with `widget`, on other pages too."""
    parent = widget.parentWidget() if widget is not None else None
    if parent is None:
        return []
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return [each for each in parent.findChildren(Choice, options=direct) if each.text()]


def _several(page: QWidget) -> dict[str, tuple[bool, str, str]]:
    """The answers of which several may be chosen, on other pages too."""
    return {
        each.value: (each.isChecked(), _text(each, NAME), _text(each, DESCRIPTION))
        for each in page.findChildren(Choice)
        if each.text() and not each.autoExclusive() and _in_sight(each.parentWidget())
    }


def _in_sight(part: QWidget | None) -> bool:
    return part is not None and part.isVisible()


def _text(widget: QWidget, what: QAccessible.Text) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return " ".join(interface.text(what).split()) if interface is not None else ""


def sentence(words: str) -> str:
    """`words` with a full stop where they have no end of their own: the voice pauses there."""
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."
