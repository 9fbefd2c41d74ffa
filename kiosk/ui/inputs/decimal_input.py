"""Numbers typed on a pad of digits: with decimals, and whole ones too many to step through."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QWidget

from kiosk.forms.view import Kind, QuestionView
from kiosk.ui.inputs.typed_input import TypedInput
from kiosk.ui.inputs.typed_number import MOST_AFTER, MOST_WHOLE, number_of, with_key
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.tap_guard import TapGuard

MINUS = "−"


class DecimalInput(TypedInput):
    """Shows "2,5" for "2.5", with the decimal sign of `locale()`, German unless set.

    A DECIMAL has a decimal sign on the pad, an INTEGER none; a minus shows only where the bounds
    leave room below zero.
    """

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self._typed = ""
        self._refused = ""
        self._told = False
        self.setLocale(QLocale(QLocale.Language.German, QLocale.Country.Germany))
        self.retranslate()

    def show_question(self, view: QuestionView) -> None:
        """Show `view`; "2," stays as typed while its value is 2."""
        other = self.view is None or self.view.ref != view.ref
        self.view = view
        if other or number_of(self._typed) != view.value:
            self._typed = view.value
            self._forget()
        self._offer()
        self._show_number()

    def reset(self) -> None:
        """The session is over: the next person finds nothing half typed."""
        self.view = None
        self._typed = ""
        self._forget()
        self._show_number()

    def retranslate(self) -> None:
        """Set every text of our own again."""
        super().retranslate()
        self._forget()
        self.shown.name(self.tr("Ihre Zahl"), self.tr("noch keine Zahl"))
        self._offer()
        self._show_number()

    def changeEvent(self, event: QEvent) -> None:
        """Another decimal sign."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LocaleChange:
            self.retranslate()
            self.turned.emit()

    def status(self) -> tuple[str, str, bool]:
        """The bounds; after a refused key, why."""
        bounds = self._bounds()
        longest = max(bounds, self._too_long(), self._unfinished(), key=len)
        return (self._refused or bounds), longest, bool(self._refused)

    def segments(self) -> list[tuple[str, str]]:
        """The number."""
        words = self.shown.accessibleDescription()
        return [("number", self.tr("Ihre Zahl: {number}.").format(number=words))]

    def turn_on(self) -> bool:
        """A minus alone is no number: said once."""
        if self._told or not self._typed or number_of(self._typed):
            return False
        self._refused = self._unfinished()
        self._told = True
        self.guard.page_changed()
        self.turned.emit()
        return True

    def on_key(self, key: str) -> None:
        """Type it, unless the number would be too long or out of bounds for good."""
        typed = with_key(self._typed, key)
        if typed is None:
            doubled = key == "." and "." in self._typed
            self._refuse("" if doubled else self._too_long())
        elif self._beyond(typed):
            self._refuse(self._bounds())
        else:
            self._take(typed)

    def on_erase(self) -> None:
        """Take the last sign away."""
        self._take(self._typed[:-1])

    def _take(self, typed: str) -> None:
        self._typed = typed
        self._forget()
        self._show_number()
        number = number_of(typed)
        if self.view is not None and number != self.view.value:
            self.changed.emit(number)
        self.turned.emit()

    def _refuse(self, words: str) -> None:
        self._refused = words
        self.turned.emit()

    def _forget(self) -> None:
        self._refused = ""
        self._told = False

    def _beyond(self, typed: str) -> bool:
        """Whether no further digit can bring `typed` back into the bounds."""
        view, number = self.view, number_of(typed)
        if view is None or not number:
            return False
        value = Decimal(number)
        if value > 0 and view.highest is not None and view.highest >= 0:
            return value > view.highest
        return value < 0 and view.lowest is not None and value < view.lowest

    def _offer(self) -> None:
        view = self.view
        point = self.locale().decimalPoint()
        fraction = view is not None and view.kind is not Kind.INTEGER
        below = view is not None and (view.lowest is None or view.lowest < 0)
        self.pad.offer(comma=point if fraction else "", minus=below)

    def _show_number(self) -> None:
        self.shown.show_number(self._written(self._typed))

    def _written(self, number: str) -> str:
        return number.replace(".", self.locale().decimalPoint()).replace("-", MINUS)

    def _bound(self, bound: Decimal) -> str:
        plain = f"{bound:f}"
        return self._written(plain.rstrip("0").rstrip(".") if "." in plain else plain)

    def _bounds(self) -> str:
        view = self.view
        if view is None or (view.lowest is None and view.highest is None):
            return ""
        if view.lowest is None:
            assert view.highest is not None
            return self.tr("Höchstens {highest}").format(highest=self._bound(view.highest))
        if view.highest is None:
            return self.tr("Mindestens {lowest}").format(lowest=self._bound(view.lowest))
        return self.tr("Von {lowest} bis {highest}").format(
            lowest=self._bound(view.lowest), highest=self._bound(view.highest)
        )

    def _too_long(self) -> str:
        if "." in self._typed:
            return self.tr("Mehr als {most} Ziffern nach dem Komma gehen hier nicht.").format(
                most=MOST_AFTER
            )
        return self.tr("Mehr als {most} Ziffern gehen hier nicht.").format(most=MOST_WHOLE)

    def _unfinished(self) -> str:
        return self.tr("Bitte tippen Sie noch die Zahl ein.")
