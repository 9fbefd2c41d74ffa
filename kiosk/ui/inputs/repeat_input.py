""" "One more?" behind an open repeat."""

from itertools import product

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.forms.view import QuestionView
from kiosk.ui.inputs.question_input import QuestionInput, steps_for
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.heading import Heading
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text


class RepeatInput(QuestionInput):
    """A sentence that counts, "Ja" and "Nein", and quietly the way to take the last entry away.

    "Ja" and "Nein" go on by themselves: they say the same as "Weiter" would, which is not shown.
    Nothing is asked twice: an entry taken away comes back with "Ja", its answers with it.
    """

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self._removed = False
        self.words = Text(theme, role=Role.BODY, parent=self)
        self.yes = Button(theme, guard, parent=self)
        self.no = Button(theme, guard, parent=self)
        self.remove = Button(theme, guard, look=Look.QUIET, parent=self)
        for name in ("yes", "no", "remove"):
            getattr(self, name).setObjectName(f"repeat {name}")
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self.done)
        self.remove.clicked.connect(self._on_remove)
        self.retranslate()

    def show_question(self, view: QuestionView) -> None:
        """Show `view`."""
        if self.view is None or self.view.ref != view.ref or _count(view) > _count(self.view):
            self._removed = False
        self.view = view
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        super().set_theme(theme)
        for widget in (self.words, self.yes, self.no, self.remove):
            widget.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text of our own again."""
        self.words.setText(self._sentence())
        first = self.view is not None and _count(self.view) == 0 and not self._removed
        self.yes.setText(self.tr("Ja, eine Angabe") if first else self.tr("Ja, noch eine Angabe"))
        self.no.setText(self.tr("Nein, weiter"))
        self.remove.setText(self.tr("Letzte Angabe entfernen"))

    def segments(self) -> list[tuple[str, str]]:
        """The sentence and the buttons there are."""
        buttons = [each for each in self._buttons() if each is not None]
        return [
            ("repeat", self.words.text()),
            *((each.objectName(), each.text() + ".") for each in buttons),
        ]

    def focus(self) -> list[QWidget]:
        """Yes, no, take away."""
        return list(self._buttons())

    def arrange(self, area: QRect, heading: Heading, portrait: bool) -> None:
        """Yes and no side by side where wide, taking away below; on small glass all in a row."""
        theme = self.theme
        gap, wide = theme.px(theme.gap_mm), theme.px(theme.wide_gap_mm)
        buttons = self._buttons()
        for each in (self.yes, self.no, self.remove):
            each.setVisible(each in buttons)
        ways = [(1, wide)] if portrait else [(2, wide), (3, gap)]
        for (across, space), (question, answer) in product(ways, steps_for(theme)):
            self.words.set_steps(answer)
            for each in buttons:
                each.set_steps(answer)
            height = heading.height_at(area.width(), question)
            sentence = self.words.heightForWidth(area.width())
            top = area.y() + height + gap + sentence + space
            places = self._places(QRect(area.x(), top, area.width(), 0), across)
            broken = any(each.block(place.width()).broken for each, place in places.items())
            if not broken and max(each.bottom() for each in places.values()) <= area.bottom():
                break
        heading.place(QRect(area.x(), area.y(), area.width(), height), question)
        self.words.setGeometry(area.x(), area.y() + height + gap, area.width(), sentence)
        for button, place in places.items():
            button.setGeometry(place)

    def _places(self, area: QRect, across: int) -> dict[Button, QRect]:
        """Rows of at most `across` buttons from the top of `area`; what takes away stands last."""
        theme = self.theme
        gap, wide = theme.px(theme.gap_mm), theme.px(theme.wide_gap_mm)
        own = (area.width() - (across - 1) * wide) // across
        buttons = self._buttons()
        answers = [each for each in buttons if each is not self.remove]
        rows = [list(buttons)] if across == 3 else [answers[:across], answers[across:]]
        if across < 3 and self.remove in buttons:
            rows.append([self.remove])
        places: dict[Button, QRect] = {}
        y = area.y()
        for row in filter(None, rows):
            y += wide - gap if row[0] is self.remove else 0
            tall = max(each.heightForWidth(own) for each in row)
            for number, each in enumerate(row):
                places[each] = QRect(area.x() + number * (own + wide), y, own, tall)
            y += tall + gap
        return places

    def _buttons(self) -> tuple[Button, ...]:
        view = self.view
        if view is None:
            return ()
        count = _count(view)
        full = view.most is not None and count >= view.most
        buttons = (self.no,) if full else (self.yes, self.no)
        return (*buttons, self.remove) if count else buttons

    def _sentence(self) -> str:
        view = self.view
        count = 0 if view is None else _count(view)
        if self._removed:
            return self.tr("Die letzte Angabe ist weg. Mit „Ja“ kommt sie zurück.")
        if count == 0:
            return self.tr("Möchten Sie hier etwas angeben?")
        if view is not None and view.most is not None and count >= view.most:
            return self.tr("Sie haben {count} Angaben gemacht. Mehr geht hier nicht.").format(
                count=count
            )
        if count == 1:
            return self.tr("Sie haben eine Angabe gemacht. Möchten Sie noch eine machen?")
        return self.tr("Sie haben {count} Angaben gemacht. Möchten Sie noch eine machen?").format(
            count=count
        )

    def _on_yes(self) -> None:
        view = self.view
        if view is None:
            return
        count = str(_count(view) + 1)
        self.changed.emit(count)
        if self.view is not None and self.view.value == count:  # else it was not accepted
            self.done.emit()

    def _on_remove(self) -> None:
        view = self.view
        if view is None:
            return
        self._removed = True
        self.changed.emit(str(_count(view) - 1))
        self.turned.emit()


def _count(view: QuestionView) -> int:
    return int(view.value or 0)
