"""A value that is shown and cannot be changed."""

from PySide6.QtCore import QDate, QEvent, QLocale, QRect, Qt, QTime
from PySide6.QtWidgets import QWidget

from kiosk.forms.view import Kind, Precision, QuestionView
from kiosk.ui.inputs.acknowledge_input import OK
from kiosk.ui.inputs.question_input import QuestionInput, steps_for
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.heading import Heading
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

_DATES = {
    Precision.DAY: "d MMMM yyyy",
    Precision.MONTH: "MMMM yyyy",
    Precision.YEAR: "yyyy",
}


class ReadonlyInput(QuestionInput):
    """The value of a question of any kind as people say it, calm, without anything to tap.

    Dates and decimals are written as in `locale()`, German unless set.
    """

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self.shown = Text(theme, role=Role.BODY, parent=self)
        self.shown.setObjectName("value")
        self.setLocale(QLocale(QLocale.Language.German, QLocale.Country.Germany))

    def show_question(self, view: QuestionView) -> None:
        """Show `view`."""
        self.view = view
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        super().set_theme(theme)
        self.shown.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text of our own again."""
        view = self.view
        if view is None:
            self.shown.setText("")
        elif view.kind in (Kind.SELECT_ONE, Kind.SELECT_MULTIPLE, Kind.RANK):
            self.shown.show_markdown(self._chosen(view))
        else:
            self.shown.setText(self._words(view))  # what was typed is no Markdown

    def changeEvent(self, event: QEvent) -> None:
        """Other names for the months, another decimal sign."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LocaleChange:
            self.retranslate()
            self.turned.emit()

    def segments(self) -> list[tuple[str, str]]:
        """The value; a text may be somebody's own words, which a speaker never says aloud
        (EN 301 549 5.1.3.9)."""
        view = self.view
        if view is None or view.kind in (Kind.NOTE, Kind.TEXT):
            return []
        return [("value", self.shown.text())]

    def arrange(self, area: QRect, heading: Heading, portrait: bool) -> None:
        """The largest offered size at which question and value fit."""
        del portrait
        gap = self.theme.px(self.theme.gap_mm)
        for question, answer in steps_for(self.theme):
            self.shown.set_steps(answer)
            height = heading.height_at(area.width(), question)
            tall = self.shown.heightForWidth(area.width())
            if height + gap + tall <= area.height():
                break
        heading.place(QRect(area.x(), area.y(), area.width(), height), question)
        self.shown.setGeometry(area.x(), area.y() + height + gap, area.width(), tall)

    def _words(self, view: QuestionView) -> str:
        value, locale = view.value, self.locale()
        if not value:
            return "" if view.kind is Kind.NOTE else "–"
        match view.kind:
            case Kind.INTEGER | Kind.DECIMAL | Kind.RANGE:
                return value.replace("-", "−").replace(".", locale.decimalPoint())
            case Kind.DATE:
                return self._day(value, view.precision)
            case Kind.TIME:
                return self._time(value)
            case Kind.DATETIME:
                return f"{self._day(value, Precision.DAY)}, {self._time(value[11:])}"
            case Kind.ACKNOWLEDGE:
                return self.tr("Gelesen") if value == OK else value
            case _:
                return value

    def _chosen(self, view: QuestionView) -> str:
        """Each chosen answer on its own line; the places of a ranking before them."""
        labels = {each.value: each.label for each in view.choices}
        chosen = [labels.get(value, value) for value in view.chosen]
        if not chosen:
            return "–"
        if view.kind is Kind.RANK:
            return "\n".join(f"{place}. {label}" for place, label in enumerate(chosen, start=1))
        return "\n".join(f"- {label}" for label in chosen) if len(chosen) > 1 else chosen[0]

    def _day(self, value: str, precision: Precision) -> str:
        day = QDate.fromString(value[:10], Qt.DateFormat.ISODate)
        form = _DATES[precision]
        if self.locale().language() is QLocale.Language.German:
            form = form.replace("d ", "d. ")
        return self.locale().toString(day, form)

    def _time(self, value: str) -> str:
        time = QTime.fromString(value[:5], "hh:mm")
        return self.tr("{time} Uhr").format(time=time.toString("H:mm"))
