"""Open questions: a field and our own keyboard."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from kiosk.forms.view import QuestionView
from kiosk.journey.presentation import KeyOrder
from kiosk.ui.inputs.question_input import ANSWERS_FIRST, QuestionInput, steps_for
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.heading import Heading
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text_field import FieldBox, TextField

KEY_MM = (18.0, 15.0, 12.7)


class TextInput(QuestionInput):
    """Question, field and keyboard together; on small glass the question steps aside for writing.

    Then the question shows with the field and "Schreiben"; writing shows the field and the
    keyboard, and "Weiter" or "Zurück" lead back to the question.

    What is written is the answer letter by letter, but where the form checks it as a whole: there
    it is handed over on going on or back, because its first letter alone would be refused. What is
    refused stays on the glass beside the reason; "Weiter" once more leaves the question open.
    """

    ordered = Signal(object)  # the KeyOrder the person chose on the keyboard

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self._full = False
        self._writing = False
        self._refused = False
        self.field = TextField(theme, self)
        self._box = FieldBox(theme, self.field, self)
        self.field.setObjectName("field")
        self.write = Button(theme, guard, parent=self)
        self.write.setObjectName("write")
        self.keyboard = Keyboard(theme, guard, self)
        self.field.edited.connect(self._on_edited)
        self.keyboard.typed.connect(self._on_typed)
        self.keyboard.erased.connect(self._on_erased)
        self.keyboard.ordered.connect(self.ordered)
        self.write.clicked.connect(self._on_write)
        self.retranslate()

    def show_question(self, view: QuestionView) -> None:
        """Show `view`; what is being typed stays as typed."""
        other = self.view is None or self.view.ref != view.ref
        if other:
            self._writing = False
            self._full = False
            self._refused = False
        self.view = view
        if view.value != self._value() and (other or not view.constrained):
            self.field.show_text(view.value, view.length)
        else:
            self.field.show_text(self.field.toPlainText(), view.length)
        self.field.setAccessibleName(view.label)
        self.keyboard.set_shifted(self.field.at_sentence_start())

    def set_order(self, order: KeyOrder) -> None:
        """Put the letters in another order."""
        self.keyboard.set_order(order)

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        super().set_theme(theme)
        for widget in (self._box, self.field, self.keyboard, self.write):
            widget.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text of our own again."""
        self.keyboard.retranslate()
        self.write.setText(self.tr("Schreiben"))

    def status(self) -> tuple[str, str, bool]:
        """How many characters are left."""
        if self.view is None or self.view.length is None:
            return "", "", False
        left = max(0, self.view.length - len(self.field.toPlainText()))
        full = self.tr("Das Feld ist voll.")
        if self._full:
            return full, full, True
        return self.tr("Noch {left} Zeichen").format(left=left), full, False

    def segments(self) -> list[tuple[str, str]]:
        """What was written is never read out over a speaker (EN 301 549 5.1.3.9)."""
        return [("field", self.tr("Sie können hier etwas schreiben."))]

    def focus(self) -> list[QWidget]:
        """The field, "Schreiben" beside it, the keys as they stand."""
        return [self.field, self.write, *self.keyboard.in_order()]

    def turn_on(self) -> bool:
        """Out of writing, to the question with what was written; what is refused stays."""
        if self._writing:
            return self.turn_back()
        return self._hand_over()

    def turn_back(self) -> bool:
        """Out of writing, back to the question."""
        if not self._writing:
            self._hand_over()
            return False
        self._stop_writing()
        return True

    def arrange(self, area: QRect, heading: Heading, portrait: bool) -> None:
        """All together if the field keeps two lines; else one after the other."""
        del portrait
        theme = self.theme
        gap = theme.px(theme.gap_mm)
        for question, answer in steps_for(theme, ANSWERS_FIRST):
            height = heading.height_at(area.width(), question)
            self.field.set_steps(answer)
            for key_mm in KEY_MM[:2]:
                keys = self.keyboard.least_height(key_mm, area.width())
                room = area.height() - height - keys - 2 * gap
                if room >= self.field.height_of_lines(2):
                    self._writing = False
                    heading.place(QRect(area.x(), area.y(), area.width(), height), question)
                    self._place_field(
                        QRect(
                            area.x(), area.y() + height + gap, area.width(), self._tall(area, room)
                        )
                    )
                    self._place_keyboard(area, keys)
                    self._show(heading, together=True)
                    return
        self._apart(area, heading)

    def _apart(self, area: QRect, heading: Heading) -> None:
        theme = self.theme
        gap, target = theme.px(theme.gap_mm), theme.px(theme.target_mm)
        if self._writing:
            # Every millimetre of the body: this glass is too small to be generous on. What a line
            # leaves keeps the field and its ring away from the upper strip.
            body = QRect(area.x(), theme.px(1.0), area.width(), self.height() - theme.px(2.0))
            keys = self.keyboard.least_height(KEY_MM[-1], area.width())
            room = body.height() - keys - theme.px(theme.key_gap_mm)
            self.field.set_steps(0)
            spare = room - self.field.height_of_lines(1)
            body.setTop(body.top() + min(max(spare, 0), theme.px(theme.gap_mm)))
            room = body.height() - keys - theme.px(theme.key_gap_mm)
            for steps in range(0, -theme.text_size, -1):
                self.field.set_steps(steps)
                if self.field.height_of_lines(1) <= room:
                    break
            self._place_field(QRect(body.x(), body.y(), body.width(), room))
            self._place_keyboard(body, keys)
        else:
            for question, answer in steps_for(theme, ANSWERS_FIRST):
                height = heading.height_at(area.width(), question)
                self.field.set_steps(answer)
                room = area.height() - height - gap
                if room >= max(target, self.field.height_of_lines(1)):
                    break
            heading.place(QRect(area.x(), area.y(), area.width(), height), question)
            wide = area.width() - self.write.natural_width() - gap
            top = area.y() + height + gap
            tall = max(target, min(room, self.field.height_of_lines(4)))
            self._place_field(QRect(area.x(), top, wide, tall))
            self.write.setGeometry(area.x() + wide + gap, top, area.width() - wide - gap, target)
        self._show(heading, together=False)

    def _show(self, heading: Heading, together: bool) -> None:
        heading.setVisible(together or not self._writing)
        self.keyboard.setVisible(together or self._writing)
        self.write.setVisible(not together and not self._writing)

    def _tall(self, area: QRect, room: int) -> int:
        """As tall as the longest answer, at most `room`."""
        if self.view is None or self.view.length is None:
            return room
        lines = max(2, self.field.lines_of(self.view.length, area.width()))
        return min(room, self.field.height_of_lines(lines))

    def _place_field(self, area: QRect) -> None:
        edge = self.theme.px(self.theme.chosen_mm)
        self._box.place(area)
        self.field.setGeometry(area.adjusted(edge, edge, -edge, -edge))
        self.field.ensureCursorVisible()

    def _place_keyboard(self, area: QRect, height: int) -> None:
        self.keyboard.lay_out(
            QRect(area.x(), area.y() + area.height() - height, area.width(), height)
        )

    def _value(self) -> str:
        text = self.field.toPlainText()
        return text if text.strip() else ""

    def _on_typed(self, text: str) -> None:
        self._full = not self.field.type(text)
        self.keyboard.set_shifted(self.field.at_sentence_start())
        self.field.write_on()
        self.turned.emit()

    def _on_erased(self) -> None:
        self._full = False
        self.field.erase()
        self.keyboard.set_shifted(self.field.at_sentence_start())
        self.turned.emit()

    def _hand_over(self) -> bool:
        """Offer a whole answer; True the first time the form refuses it."""
        if self.view is None or not self.view.constrained or self._value() == self.view.value:
            return False
        if self._refused:
            if self.view.value:
                # An older answer does not stand for a newer one that was refused.
                self.changed.emit("")
            return False
        self.changed.emit(self._value())
        self._refused = self.view.value != self._value()
        if self._refused:
            self.guard.page_changed()
            self.turned.emit()
        return self._refused

    def _on_edited(self, text: str) -> None:
        del text
        self._refused = False
        view = self.view
        if view is not None and not view.constrained and self._value() != view.value:
            self.changed.emit(self._value())
        self.turned.emit()

    def _on_write(self) -> None:
        self._writing = True
        self.guard.page_changed()
        self.turned.emit()
        self.field.write_on()

    def _stop_writing(self) -> None:
        self._writing = False
        self.guard.page_changed()
        self.turned.emit()
