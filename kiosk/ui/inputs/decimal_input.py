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
        self.setLocale(QLocale(QLocale.Language.German, QLocale.Country.Germany))
        self.retranslate()

    def show_question(self, view: QuestionView) -> None:
        """Show `view`; "2," stays as typed while its value is 2."""
        super().show_question(view)
        self._offer()

    def retranslate(self) -> None:
        """Set every text of our own again."""
        super().retranslate()
        self.shown.name(self.tr("Ihre Zahl"), self.tr("noch keine Zahl"))
        self._offer()
        self.shown.show_number(self.written())

    def changeEvent(self, event: QEvent) -> None:
        """Another decimal sign."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LocaleChange:
            self.retranslate()
            self.turned.emit()

    def status(self) -> tuple[str, str, bool]:
        """The bounds; after a refused key, why."""
        bounds = self._bounds()
        longest = max(bounds, self._too_long(), self._no_number(), key=len)
        return (self.note or bounds), longest, bool(self.note)

    def segments(self) -> list[tuple[str, str]]:
        """The number."""
        words = self.shown.accessibleDescription()
        return [("number", self.tr("Ihre Zahl: {number}.").format(number=words))]

    def typed_key(self, key: str) -> tuple[str, str]:
        """Refused where the number would be too long, or out of bounds for good."""
        typed = with_key(self.typed, key)
        if typed is None:
            second = key == "." and "." in self.typed
            return self.typed, "" if second else self._too_long()
        return typed, self._bounds() if self._beyond(typed) else ""

    def answer(self) -> str:
        """The number, "" while it is none or out of bounds."""
        number, view = number_of(self.typed), self.view
        if view is None or not number:
            return ""
        low = view.lowest is not None and Decimal(number) < view.lowest
        high = view.highest is not None and Decimal(number) > view.highest
        return "" if low or high else number

    def unfinished(self) -> str:
        """A sign alone, or a number that needs more digits."""
        return self._bounds() if number_of(self.typed) else self._no_number()

    def written(self) -> str:
        """With the decimal sign of the language and a real minus."""
        return self._written(self.typed)

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
        if "." in self.typed:
            return self.tr("Mehr als {most} Ziffern nach dem Komma gehen hier nicht.").format(
                most=MOST_AFTER
            )
        return self.tr("Mehr als {most} Ziffern gehen hier nicht.").format(most=MOST_WHOLE)

    def _no_number(self) -> str:
        return self.tr("Bitte tippen Sie noch die Zahl ein.")
