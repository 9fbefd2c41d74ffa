"""The welcome: what people see from across the hall."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import Begin
from kiosk.journey.stages import Preparing, Stage, Welcome
from kiosk.ui.stack import stack, stack_height
from kiosk.ui.terminal.bottom_strip import Speech
from kiosk.ui.terminal.screen import Screen, Segment
from kiosk.ui.theme import Ground, Theme
from kiosk.ui.themed import retheme
from kiosk.ui.widgets.button import Arrow, Button
from kiosk.ui.widgets.emblem import Emblem
from kiosk.ui.widgets.grand_button import GrandButton
from kiosk.ui.widgets.headline import Headline
from kiosk.ui.widgets.poster import Poster
from kiosk.ui.widgets.reading_mark import ReadingMark
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

TITLE_MM = tuple(step / 2 for step in range(40, 13, -1))
"""Capitals of the headline, 20 mm downwards: as large as the panel allows."""
NAME_TOP_MM = 2.5
"""Above and below the town's name on narrow glass, where it stands in one line."""
BEGIN_MM = (14.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.2)


@dataclass(frozen=True, slots=True)
class Greeting:
    """A small second line under the town's name, perhaps in a `language` (BCP 47 tag) of its own.

    `audio` names a recording of it among the study's media.
    """

    text: str = ""
    language: str = ""
    audio: str = ""


NO_GREETING = Greeting()


class WelcomeScreen(Screen):
    """Preparing and Welcome, which look the same, so that the first frame is already the last.

    `lines` are short facts ("freiwillig – anonym"); `languages` the languages by their own names;
    `crest` a picture file, see Emblem.
    """

    def __init__(
        self,
        theme: Theme,
        guard: TapGuard,
        town: str,
        title: str,
        lines: tuple[str, ...] = (),
        languages: tuple[str, ...] = (),
        greeting: Greeting = NO_GREETING,
        crest: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, guard, parent)
        self._languages = languages
        self._greeting = greeting
        self._preparing = True
        self._waiting = False  # tapped while still preparing
        self.poster = Poster(theme, self.body)
        self.emblem = Emblem(theme, crest, ground=Ground.BANNER, parent=self.body)
        self.town = Headline(theme, 8.0, ground=Ground.BANNER, parent=self.body)
        self.greeting = Headline(
            theme, theme.capitals_mm[0], bold=False, ground=Ground.BANNER, parent=self.body
        )
        self.title = Headline(theme, TITLE_MM[0], ground=Ground.BANNER, parent=self.body)
        self.facts = [Text(theme, line, Role.STRONG, parent=self.body) for line in lines]
        self.offered = Text(theme, role=Role.BODY, parent=self.body)
        self.read = Button(theme, guard, parent=self.body)
        self.begin = GrandButton(theme, guard, BEGIN_MM[0], Arrow.ON, self.body)
        self._mark = ReadingMark(theme, self.body)
        names = ("poster", "town", "greeting", "title", "offered", "read", "begin")
        for name in names:
            getattr(self, name).setObjectName(name)
        for number, fact in enumerate(self.facts):
            fact.setObjectName(f"fact/{number}")
        self.town.setText(town)
        self.greeting.setText(greeting.text)
        self.title.setText(title)
        self.top.offer(discard=False)
        self.bottom.hide()
        self.body.lower()  # the poster runs behind the upper strip
        self.order_focus(self.read, self.begin)
        self.begins = self.begin
        self.begin.clicked.connect(self.on_begin)
        self.read.clicked.connect(self.read_aloud)
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Show Preparing or Welcome."""
        assert isinstance(stage, Preparing | Welcome)
        self._preparing = isinstance(stage, Preparing)
        self._waiting = self._waiting and self._preparing
        self.retranslate()
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        waiting = self.tr("Einen Moment …")
        self.begin.setText(waiting if self._waiting else self.tr("Beginnen"))
        self.offered.setText(" · ".join(self._languages))
        self._show_read()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        retheme(theme, self.poster, self.emblem, self.town, self.greeting, self.title)
        self.greeting.set_capitals(theme.capitals_mm[0])
        retheme(theme, *self.facts, self.offered, self.read, self.begin, self._mark)
        super().set_theme(theme)

    def show_speech(self, speech: Speech) -> None:
        """What reading aloud can do now."""
        super().show_speech(speech)
        self._show_read()

    def spoken(self) -> list[Segment]:
        """Town, question, facts, and how to begin."""
        texts = [self.town, self.greeting, self.title, *self.facts, self.offered]
        parts = [(text.objectName(), text.text()) for text in texts if text.text()]
        return [*parts, ("begin", self.tr("Tippen Sie auf „Beginnen“."))]

    def recordings(self) -> dict[str, str]:
        """That of the greeting."""
        return {"greeting": self._greeting.audio} if self._greeting.audio else {}

    def foreign(self) -> dict[str, str]:
        """The greeting's own language."""
        return {"greeting": self._greeting.language} if self._greeting.language else {}

    def mark(self, segment: str | None) -> None:
        """Stand beside what is being read."""
        texts = (self.town, self.greeting, self.title, *self.facts, self.offered, self.begin)
        widget = next((text for text in texts if text.objectName() == segment), None)
        area = widget.geometry() if widget is not None else None
        on_poster = area is not None and self.poster.geometry().contains(area)
        self._mark.stand_beside(area, Ground.BANNER if on_poster else Ground.PAPER)

    def parts(self) -> tuple[QWidget, ...]:
        """No lower strip: "Vorlesen" and "Beginnen" stand on the body."""
        return self.top, self.body

    def reset(self) -> None:
        """Nobody is waiting any more."""
        super().reset()
        self._waiting = False
        self.retranslate()

    def on_begin(self) -> None:
        """ "Beginnen": kept for later while the rooms behind are still being opened."""
        if self._preparing:
            self._waiting = True
            self.retranslate()
            self.lay_out()
        self.intent.emit(Begin())

    # Layout

    def lay_out(self) -> None:
        """The upper strip's buttons keep their places; everything else is the body's."""
        width, height = self.width(), self.height()
        self.top.setGeometry(0, 0, width, self.top.lay_out(width))
        self.body.setGeometry(0, 0, width, height)
        if not self.panel.isHidden():
            self.panel.lay_out(self.rect())
        portrait = height > width
        for each in (self.emblem, self.town, self.greeting):
            each.set_ground(Ground.PAPER if portrait else Ground.BANNER)
        if portrait:
            self._lay_out_portrait()
        else:
            self._lay_out_landscape()

    def _lay_out_landscape(self) -> None:
        theme = self.theme
        width, height = self.width(), self.height()
        margin, gap = theme.px(theme.margin_mm), theme.px(theme.gap_mm)
        right = min(self.top.help.x(), int(width * 0.66)) - margin
        self.poster.setGeometry(0, 0, right, height)
        town_height = int(height * 0.2)
        self.poster.set_town_height(town_height)
        inner = theme.px(theme.margin_mm + 4.0)
        field = QRect(inner, inner, right - 2 * inner, height - inner)
        below = self._place_name(QRect(field.left(), field.top(), field.width(), 0))
        rest = field.bottom() - town_height - theme.px(8.0) - below - theme.px(10.0)
        self.title.fit(TITLE_MM, field.width(), rest)
        tall = self.title.heightForWidth(field.width())
        y = below + theme.px(10.0) + max(0, rest - tall) * 2 // 5
        self.title.setGeometry(field.left(), y, field.width(), tall)
        left = right + margin
        area = QRect(left, self.top.height(), width - left - margin, 0)
        bottom = height - theme.px(theme.edge_mm)
        self._place_actions(area, bottom, gap, theme.px(min(50.0, self._mm(height) * 0.26)))

    def _lay_out_portrait(self) -> None:
        theme = self.theme
        width, height = self.width(), self.height()
        margin, gap = theme.px(theme.margin_mm), theme.px(theme.gap_mm)
        self._place_name_above(width)
        top = self.top.height() + theme.px(5.0)
        bottom = height - theme.px(theme.edge_mm)
        begin = theme.px(min(44.0, self._mm(height) * 0.13))
        area = QRect(margin, 0, width - 2 * margin, 0)
        above, around = (6.0, 12.0) if theme.profile.narrow else (12.0, 22.0)
        for steps in (0, -1, -2):  # smaller facts before a question too long for its poster
            for text in (*self.facts, self.offered):
                text.set_steps(steps)
            end = bottom - self._actions_height(area.width(), gap, begin) - theme.px(8.0)
            town_height = int((end - top) * 0.26)
            rest = end - top - town_height - theme.px(around)
            self.title.fit(TITLE_MM, area.width(), rest)
            tall = self.title.heightForWidth(area.width())
            if tall <= rest:
                break
        self.poster.setGeometry(0, top, width, max(0, end - top))
        self.poster.set_town_height(town_height)
        y = top + theme.px(above) + max(0, rest - tall) * 2 // 5
        self.title.setGeometry(margin, y, area.width(), tall)
        area.moveTop(end + theme.px(8.0))
        self._place_actions(area, bottom, gap, begin)

    def _place_name_above(self, width: int) -> None:
        """The town's name where progress stands later: in the strip's first row."""
        theme = self.theme
        margin, gap, buttons = theme.px(theme.margin_mm), theme.px(theme.gap_mm), self.top.help
        row, room = QRect(margin, theme.px(4.5), width - 2 * margin, 0), buttons.y()
        if theme.profile.narrow:  # the greeting stands where "Alles verwerfen" does later
            left = buttons.x() - gap - margin
            tall = self.greeting.heightForWidth(left)
            y = buttons.y() + (buttons.height() - tall) // 2
            row.setTop(theme.px(NAME_TOP_MM))
            self._place_name(row, room - row.top() - theme.px(NAME_TOP_MM))
            self.greeting.setGeometry(margin, y, left, tall)
            return
        if buttons.y() == self.top.discard.y():
            row.setRight(buttons.x() - theme.px(theme.wide_gap_mm))
            room = self.top.height() + gap
        self._place_name(row, room - row.top() - gap)

    def _place_name(self, area: QRect, room: int = 0) -> int:
        """Emblem, town and greeting side by side; returns the y below. `room` 0: as they like."""
        theme = self.theme
        side = room if room else theme.px(min(26.0, self._mm(self.height()) * 0.14))
        self.emblem.setGeometry(area.left(), area.top(), int(side * 0.86), side)
        left = self.emblem.geometry().right() + theme.px(5.0)
        width = area.right() - left
        small = 0 if theme.profile.narrow else self.greeting.heightForWidth(width)
        apart = theme.px(1.6) if small else 0
        self.town.fit((9.0, 8.0, 7.0, 6.0, 5.2), width, side - small - apart)
        tall = self.town.heightForWidth(width)
        y = area.top() + (side - tall - apart - small) // 2
        self.town.setGeometry(left, y, width, tall)
        self.greeting.setGeometry(left, y + tall + apart, width, small)
        return area.top() + side

    def _actions_height(self, width: int, gap: int, begin: int) -> int:
        self._fit_begin(width)
        facts = stack_height([*self.facts, self.offered], width, self.theme.px(3.0))
        return facts + self.theme.px(6.0) + self.read.heightForWidth(width) + gap + begin

    def _place_actions(self, area: QRect, bottom: int, gap: int, begin: int) -> None:
        """Facts from the top, "Beginnen" at the bottom, "Vorlesen" above it."""
        theme = self.theme
        texts = [*self.facts, self.offered]
        width = area.width()
        self._fit_begin(width)
        read = self.read.heightForWidth(width)
        space = theme.px(3.0)
        room = bottom - begin - gap - read - area.top() - theme.px(6.0)
        for steps in (0, -1, -2):
            for text in texts:
                text.set_steps(steps)
            if stack_height(texts, width, space) <= room:
                break
        spare = max(0, room - stack_height(texts, width, space))
        top = area.top() + (min(spare // 2, theme.px(14.0)) if self.width() > self.height() else 0)
        stack(texts, QRect(area.left(), top, width, 0), space)
        self.begin.setGeometry(area.left(), bottom - begin, width, begin)
        self.read.setGeometry(area.left(), bottom - begin - gap - read, width, read)

    def _fit_begin(self, width: int) -> None:
        for size in BEGIN_MM:
            self.begin.set_capitals(size)
            block = self.begin.block(width)
            if len(block.lines) == 1 and not block.broken:
                return
        self.begin.set_capitals(self.theme.capitals_mm[0])

    def _mm(self, pixels: int) -> float:
        return pixels / self.theme.profile.px_per_mm

    def _show_read(self) -> None:
        self.read.setText(self.bottom.read.text())
        self.read.setEnabled(self.bottom.read.isEnabled())
