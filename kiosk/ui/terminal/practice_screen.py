"""One tap to practise; whoever misses is offered an easier way."""

from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QHideEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.forms.view import ChoiceView, Kind, QuestionView
from kiosk.journey.intents import Answer, MissedOften, Resume
from kiosk.journey.stages import FRUITS, WANTED, Practice, Stage
from kiosk.ui.inputs.arrange import Box, cell
from kiosk.ui.terminal.screen import Screen, Segment
from kiosk.ui.theme import Theme
from kiosk.ui.themed import retheme
from kiosk.ui.widgets.decision import Decision
from kiosk.ui.widgets.setting import Setting
from kiosk.ui.widgets.setting_row import SettingRow
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

PATIENCE = 3
"""Missed touches before an easier way is offered."""
OFFERED = (Setting.LARGE_TARGETS, Setting.CALM, Setting.READ_ALOUD)


class PracticeScreen(Screen):
    """Three rows, one of which is asked for. Touches beside a button, that slid off one or came too
    fast are counted, here only and never kept.
    """

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self._stage = Practice()
        self._missed = 0
        self.decision = Decision(theme, guard, self.body)
        self.question = Text(theme, role=Role.HEADING, parent=self.body)
        self.question.setObjectName("question")
        self.rows = {setting: SettingRow(theme, guard, self.body) for setting in OFFERED}
        self.helper = SettingRow(theme, guard, self.body)
        self.helper.setObjectName("helper")
        for setting, row in self.rows.items():
            row.setObjectName(f"easier {setting.value}")
            row.clicked.connect(partial(self.on_easier, setting))
        self.helper.clicked.connect(self.on_help)
        self.decision.picked.connect(self.on_picked)
        self.top.offer(discard=False)
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Ask for the tap, or what would make it easier."""
        assert isinstance(stage, Practice)
        if stage.offering is not self._stage.offering:
            self._missed = 0
            self.guard.page_changed()
        self._stage = stage
        self.retranslate()
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        stage = self._stage
        names = {"apple": self.tr("Apfel"), "pear": self.tr("Birne"), "plum": self.tr("Pflaume")}
        choices = tuple(ChoiceView(fruit, names[fruit]) for fruit in FRUITS)
        words = self._words(names)
        self.decision.show_question(
            QuestionView("practice", "practice", Kind.SELECT_ONE, words, choices=choices,
                         value=stage.chosen)
        )  # fmt: skip
        self.question.setText(self.tr("Fällt das Antippen schwer?"))
        self.rows[Setting.LARGE_TARGETS].show_setting(self.tr("Größere Tasten"), "")
        self.rows[Setting.CALM].show_setting(self.tr("Ruhiger antippen"), "")
        self.rows[Setting.READ_ALOUD].show_setting(self.tr("Alles vorlesen lassen"), "")
        self.helper.show_setting(self.tr("Jemand soll mir helfen"), "")
        if stage.offering:
            self.bottom.name(on=self.tr("So weitermachen"))
        else:
            self.bottom.name(on=None if stage.passed else self.tr("Übung auslassen"))
        self._show_parts()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        retheme(theme, self.decision, self.question, self.helper, *self.rows.values())
        super().set_theme(theme)

    def lay_out_body(self, area: QRect) -> None:
        """The rows to practise with, or those that make it easier."""
        if not self._stage.offering:
            self.decision.lay_out(area, beside=False)
            self.order_focus(*self.decision.choices)
            return
        theme = self.theme
        gap = theme.px(theme.gap_mm)
        rows = self._easier()
        for steps, columns in ((0, 1), (0, 2), (-1, 1), (-1, 2), (-2, 1), (-2, 2)):
            self.question.set_steps(steps)
            for row in rows:
                row.set_steps(steps)
            tall = self.question.heightForWidth(area.width())
            top = area.top() + tall + theme.px(5.0)
            lines = -(-len(rows) // columns)
            wide, _ = cell(columns, 1, Box(0, 0, area.width(), 0), gap)
            high = max(row.heightForWidth(wide) for row in rows)
            broken = any(row.block(wide).broken for row in rows)
            if not broken and top + lines * (high + gap) - gap <= area.bottom() + 1:
                break
        self.question.setGeometry(area.left(), area.top(), area.width(), tall)
        for number, row in enumerate(rows):
            line, place = divmod(number, columns)
            row.setGeometry(
                area.left() + place * (wide + gap), top + line * (high + gap), wide, high
            )
        self.order_focus(*rows)

    def spoken(self) -> list[Segment]:
        """What is asked, and every way on."""
        on = ("on", self.bottom.on.text())
        if self._stage.offering:
            rows = [(row.objectName(), row.text() + ".") for row in self._easier()]
            return [("question", self.question.text()), *rows, on]
        return [*self.decision.spoken(), on]

    def mark(self, segment: str | None) -> None:
        """Highlight what is being read."""
        self.decision.mark(segment)
        for row in self._easier():
            row.set_spoken(row.objectName() == segment)

    def reset(self) -> None:
        """Nobody has missed anything."""
        super().reset()
        self._missed = 0
        self._stage = Practice()
        self.decision.clear()

    # What is touched

    def on_picked(self, value: str) -> None:
        """A row was tapped."""
        self.intent.emit(Answer(value))

    def on_easier(self, setting: Setting) -> None:
        """An easier way was tapped; it holds for the whole survey."""
        self.pick(self.offer.wanted(setting, True))

    def on_forward(self) -> None:
        """ "So weitermachen" leads back to the practice, "Weiter" and "Übung auslassen" on."""
        if self._stage.offering:
            self.intent.emit(Resume())
        else:
            super().on_forward()

    def on_missed(self) -> None:
        """A touch that did nothing."""
        if self._stage.offering or self._stage.passed:
            return
        self._missed += 1
        if self._missed >= PATIENCE:
            self._missed = 0
            self.intent.emit(MissedOften())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside every button."""
        event.accept()
        self.on_missed()

    def showEvent(self, event: QShowEvent) -> None:
        """What slides off a button or comes too fast is told by the guard."""
        super().showEvent(event)
        self.guard.watch_misses(self.on_missed)

    def hideEvent(self, event: QHideEvent) -> None:
        """Elsewhere nobody counts."""
        super().hideEvent(event)
        self.guard.watch_misses(None)

    def _easier(self) -> list[SettingRow]:
        return [*self.rows.values(), self.helper]

    def _words(self, names: dict[str, str]) -> str:
        wanted, chosen = names[WANTED], names.get(self._stage.chosen, "")
        if self._stage.passed:
            return self.tr("Gut. So geht es.\nTippen Sie jetzt auf „Weiter“.")
        if chosen:
            return self.tr("Das war „{chosen}“.\nBitte tippen Sie auf „{wanted}“.").format(
                chosen=chosen, wanted=wanted
            )
        return self.tr("Zum Üben:\nBitte tippen Sie auf „{wanted}“.").format(wanted=wanted)

    def _show_parts(self) -> None:
        offering = self._stage.offering
        self.decision.setVisible(not offering)
        for each in (self.question, *self._easier()):
            each.setVisible(offering)
