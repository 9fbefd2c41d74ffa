"""Staff enter their PIN."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import EnteredPin, LeaveStaff
from kiosk.journey.stages import EnterPin, Stage
from kiosk.ui.countdown import Countdown
from kiosk.ui.stack import stack, stack_height
from kiosk.ui.staff.keypad import KEY_HEIGHT_MM, Keypad
from kiosk.ui.staff.pin_dots import PinDots
from kiosk.ui.terminal.screen import Screen, Segment
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

LEAST_DIGITS = 6
MOST_DIGITS = 12


class PinScreen(Screen):
    """Keypad and dots; digits show nowhere and are forgotten as soon as they are handed on.

    While locked it says how long, and opens by itself. `clock` gives seconds that only grow; the
    lock itself is the store's, this screen only tells. A keyboard's digits work too.
    """

    def __init__(
        self,
        theme: Theme,
        guard: TapGuard,
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, guard, parent)
        self._stage = EnterPin()
        self._pin = ""
        self.countdown = Countdown(clock, self)
        self.heading = Text(theme, role=Role.HEADING, parent=self.body)
        self.instruction = Text(theme, role=Role.BODY, parent=self.body)
        self.dots = PinDots(theme, LEAST_DIGITS, self.body)
        self.message = Text(theme, role=Role.STRONG, parent=self.body)
        self.keypad = Keypad(theme, guard, self.body)
        for name in ("heading", "instruction", "dots", "message"):
            getattr(self, name).setObjectName(name)
        self.keypad.digit.connect(self.on_digit)
        self.keypad.erase.connect(self.on_erase)
        self.countdown.changed.connect(self._on_second)
        self.countdown.over.connect(self._show_state)
        self.show_top(False)
        self.bottom.offer(read=False)
        self.order_focus(*self.keypad.digits, self.keypad.eraser)
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Ask for a PIN, from the beginning."""
        assert isinstance(stage, EnterPin)
        self._stage = stage
        self._pin = ""
        self._show_purpose()
        if stage.wait_seconds > 0:
            self.countdown.start(stage.wait_seconds)
        else:
            self.countdown.stop()
        self._show_state()
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.heading.setText(self.tr("Für Mitarbeitende"))
        self._show_purpose()
        self.keypad.retranslate()
        self._show_state()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        for widget in (self.heading, self.instruction, self.dots, self.message, self.keypad):
            widget.set_theme(theme)
        super().set_theme(theme)

    def body_area(self) -> QRect:
        """The keys reach further down than the words begin."""
        return self.inner(self.theme.margin_mm, self.theme.gap_mm)

    def lay_out_body(self, area: QRect) -> None:
        """Landscape: words left, keys right. Portrait: words above the keys."""
        theme = self.theme
        gap = theme.px(6.0)
        beside = self.width() > self.height()
        wide = theme.px(12.0)
        width = (area.width() - wide) // 2 if beside else area.width()
        room = area.height() if beside else int(area.height() * 0.45)
        texts = (self.heading, self.instruction)
        for steps in (0, -1, -2):
            for text in (*texts, self.message):
                text.set_steps(steps)
            top = stack_height(texts, width, gap)
            longest = self._message_height(width)
            words = top + gap + self.dots.height_px() + gap + longest
            if words <= room:
                break
        stack(texts, QRect(area.left(), area.top(), width, top), gap)
        y = area.top() + top + gap
        self.dots.setGeometry(area.left(), y, width, self.dots.height_px())
        y += self.dots.height_px() + gap
        self.message.setGeometry(area.left(), y, width, self.message.heightForWidth(width))
        if beside:
            keys = QRect(area.left() + width + wide, area.top(), width, area.height())
        else:
            y += longest + gap
            keys = QRect(area.left(), y, area.width(), area.bottom() + 1 - y)
            tall = 4 * theme.px(KEY_HEIGHT_MM) + 3 * theme.px(theme.gap_mm)
            keys.setTop(max(y, area.bottom() + 1 - tall))
        self.keypad.lay_out(keys)

    def spoken(self) -> list[Segment]:
        """What the PIN is for, and what is wrong; for whoever listens, in front of a form too."""
        texts = (self.heading, self.instruction, self.message)
        return [(each.objectName(), each.text()) for each in texts if each.text()]

    def reset(self) -> None:
        """No digit stays."""
        super().reset()
        self._pin = ""
        self._show_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, Backspace and Enter of a keyboard, once per press."""
        if event.isAutoRepeat():
            return
        text = event.text()
        if len(text) == 1 and text in "0123456789":
            self.on_digit(text)
        elif event.key() == Qt.Key.Key_Backspace:
            self.on_erase()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.on_forward()
        else:
            event.ignore()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing counts unseen, and no digit stays."""
        super().hideEvent(event)
        self.countdown.stop()
        self._pin = ""
        self._show_state()

    def on_digit(self, digit: str) -> None:
        """One more."""
        if not self.locked and len(self._pin) < MOST_DIGITS:
            self._pin += digit
            self._show_state()

    def on_erase(self) -> None:
        """One less."""
        self._pin = self._pin[:-1]
        self._show_state()

    def on_forward(self) -> None:
        """ "Anmelden"."""
        if not self.locked and len(self._pin) >= LEAST_DIGITS:
            pin, self._pin = self._pin, ""
            self._show_state()
            self.intent.emit(EnteredPin(pin))

    def on_back(self) -> None:
        """ "Zurück"."""
        self.intent.emit(LeaveStaff())

    @property
    def locked(self) -> bool:
        """Whether it still waits."""
        return self.countdown.left > 0

    def _on_second(self, seconds: int) -> None:
        del seconds
        self._show_state()

    def _show_state(self) -> None:
        locked = self.locked
        self.dots.show_count(len(self._pin))
        self.keypad.setEnabled(not locked)
        self.bottom.on.setEnabled(not locked and len(self._pin) >= LEAST_DIGITS)
        if locked:
            words = self._lock_words(self.countdown.left)
        elif self._stage.refused and not self._pin:
            words = self._stage.refused
        elif self._stage.failed and not self._pin:
            words = self.tr("Diese PIN stimmt nicht. Bitte versuchen Sie es noch einmal.")
        else:
            words = ""
        self.message.setText(words)
        width = self.message.width()
        self.message.resize(width, self.message.heightForWidth(width))

    def _show_purpose(self) -> None:
        """One PIN opens the staff area, another, the same for all, a questionnaire."""
        if self._stage.form:
            self.instruction.setText(
                self.tr(
                    "Diese Umfrage ist für Mitarbeitende der Stadt. Bitte geben Sie die "
                    "gemeinsame PIN ein."
                )
            )
            self.bottom.name(on=self.tr("Weiter"))
        elif self._stage.choosing:
            self.instruction.setText(
                self.tr("Bitte geben Sie die neue PIN noch einmal ein.")
                if self._stage.repeating
                else self.tr("Bitte wählen Sie eine eigene PIN. Sie hat mindestens sechs Ziffern.")
            )
            self.bottom.name(on=self.tr("Weiter"))
        elif self._stage.resuming:
            self.instruction.setText(
                self.tr("Bitte geben Sie Ihre PIN ein. Dann geht die Umfrage weiter.")
            )
            self.bottom.name(on=self.tr("Weiter"))
        elif self._stage.helping is not None:
            self.instruction.setText(
                self.tr("Ihre PIN schaltet die Zeitgrenze für diese Umfrage wieder ein.")
                if self._stage.helping.unhurried
                else self.tr("Ihre PIN schaltet die Zeitgrenze für diese Umfrage aus.")
            )
            self.bottom.name(on=self.tr("Weiter"))
        else:
            self.instruction.setText(self.tr("Bitte geben Sie Ihre PIN ein."))
            self.bottom.name(on=self.tr("Anmelden"))

    def _lock_words(self, seconds: int) -> str:
        minutes = -(-seconds // 60)
        if seconds > 90:
            return self.tr("Zu viele falsche Versuche. Bitte warten Sie noch {n} Minuten.").format(
                n=minutes
            )
        return self.tr("Zu viele falsche Versuche. Bitte warten Sie noch {n} Sekunden.").format(
            n=seconds
        )

    def _message_height(self, width: int) -> int:
        shown, heights = self.message.text(), []
        for words in (self._lock_words(888), self._stage.refused):
            self.message.setText(words)
            heights.append(self.message.heightForWidth(width))
        self.message.setText(shown)
        return max(heights)
