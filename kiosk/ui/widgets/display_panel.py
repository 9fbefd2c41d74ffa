"""The panel behind "Darstellung": every setting a row, its choices a page of their own."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.journey.presentation import KeyOrder, Presentation, Scheme, Side, Timbre
from kiosk.ui.inputs.arrange import Box, Page, cell, column, grid
from kiosk.ui.theme import SCHEMES, Theme
from kiosk.ui.themed import retheme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.panel_strip import PanelStrip
from kiosk.ui.widgets.setting import STEPPED, Offer, Setting
from kiosk.ui.widgets.setting_row import SettingRow
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.walking import chain_focus

NOTHING = Offer(Presentation("de"), Presentation("de"))


class DisplayPanel(QWidget):
    """Covers the screen it belongs to; every change works at once; "Schließen" closes it.

    `picked` carries the Presentation somebody wants; `turned` says that other words show.
    """

    picked = Signal(object)
    turned = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._guard = guard
        self._offer = NOTHING
        self._open: Setting | None = None
        self._page = 0
        self._pages: tuple[Page, ...] = (Page(()),)
        self.title = Text(theme, role=Role.HEADING, parent=self)
        self.rows = {setting: SettingRow(theme, guard, self) for setting in Setting}
        self.reset = SettingRow(theme, guard, self)
        self.steps = {by: Button(theme, guard, parent=self) for by in (1, -1)}
        self.choices: list[Choice] = []
        self.strip = PanelStrip(theme, guard, "display", self)
        for setting, row in self.rows.items():
            row.setObjectName(f"setting {setting.value}")
            row.clicked.connect(partial(self.show_setting, setting))
        self.reset.setObjectName("setting reset")
        self.reset.clicked.connect(self._on_reset)
        for by, button in self.steps.items():
            button.setObjectName("more" if by > 0 else "less")
            button.clicked.connect(partial(self._on_step, by))
        self.strip.pager.clicked.connect(self._on_pager)
        self.strip.done.clicked.connect(self._on_done)
        self.retranslate()

    # What it shows

    def show_offer(self, offer: Offer) -> None:
        """Show how things are set."""
        if offer != self._offer:
            self._offer = offer
            self._write()

    def show_home(self) -> None:
        """Show all settings, from the first."""
        self._open, self._page = None, 0
        self._write()

    def show_setting(self, setting: Setting) -> None:
        """Show the choices of one setting."""
        self._open, self._page = setting, 0
        self._guard.page_changed()
        self._write()
        self.lay_out(self.geometry())
        self._focus_first()
        self.turned.emit()

    def show_speech(self, text: str, enabled: bool) -> None:
        """What reading aloud can do now, as the lower strip says it."""
        self.strip.show_speech(text, enabled)

    def retranslate(self) -> None:
        """Set every text."""
        self._write()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size, other colours, another panel."""
        self._theme = theme
        retheme(theme, self.title, self.reset, self.strip, *self.rows.values(), *self.choices)
        retheme(theme, *self.steps.values())
        self._write()
        self.update()

    # What it says

    def spoken(self) -> list[tuple[str, str]]:
        """What shows on this page, as (id, words)."""
        words = [("title", self.title.text() + ".")]
        for button in self._shown():
            text = button.text()
            if isinstance(button, Choice) and button.isChecked():
                text = self.tr("{answer}, ausgewählt").format(answer=text)
            words.append((button.objectName(), text + "."))
        return words

    def told(self, setting: Setting) -> str:
        """A setting and how it is set, in a sentence."""
        return f"{self._name(setting)}: {self._word(setting, self._offer.value(setting))}."

    def mark(self, segment: str | None) -> None:
        """Highlight what is being read."""
        for button in self._cells():
            button.set_spoken(button.objectName() == segment)

    # Places

    def lay_out(self, area: QRect) -> None:
        """Cover `area`: the title, rows in one or two columns, the strip below."""
        self.setGeometry(area)
        theme = self._theme
        margin, gap = theme.px(theme.margin_mm), theme.px(theme.gap_mm)
        inner = area.width() - 2 * margin
        cells = self._cells()
        for steps in range(0, -theme.text_size, -1):
            self._set_steps(steps)
            y = theme.px(7.0)
            tall = self.title.heightForWidth(inner)
            self.title.setGeometry(margin, y, inner, tall)
            y += tall + theme.px(5.0)
            bottom = self.strip.lay_out(area.width(), area.height(), steps)
            pages = self._spread(cells, Box(margin, y, inner, bottom - gap - y))
            if pages is not None:
                self._place(pages)
                return
        # Not even the smallest text holds the longest row: one to a page.
        box = Box(margin, y, inner, max(1, bottom - gap - y))
        self._place(tuple(Page(((number, box),)) for number in range(len(cells))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper over the screen behind."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colours.paper)

    def _spread(self, cells: Sequence[Button], area: Box) -> tuple[Page, ...] | None:
        """Equal cells over as few pages as fit, side by side where there is room; None if not."""
        gap = self._theme.px(self._theme.gap_mm)
        found: tuple[Page, ...] | None = None
        across = self._open is None and self.width() > self.height()
        for columns in (2, 1) if across else (1, 2):
            width, _ = cell(columns, 1, area, gap)
            blocks = [(each.block(width), each.heightForWidth(width)) for each in cells]
            if any(block.broken for block, _ in blocks):
                continue
            tall = max(height for _, height in blocks)
            if tall > area.height:
                continue
            if columns == 1:
                pages = column([height for _, height in blocks], area, gap)
            else:
                most = (area.height + gap) // (tall + gap)
                lines = min(most, -(-len(cells) // columns))
                whole = Box(area.x, area.y, area.width, lines * tall + (lines - 1) * gap)
                pages = grid(len(cells), 0, columns, lines, whole, gap)
            if pages is not None and (found is None or len(pages) < len(found)):
                found = pages
        return found

    def _place(self, pages: tuple[Page, ...]) -> None:
        self._pages = pages
        self._page = min(self._page, len(pages) - 1)
        shown = dict(pages[self._page].cells)
        cells = self._cells()
        for each in (*self.rows.values(), self.reset, *self.steps.values(), *self.choices):
            if each not in cells:
                each.hide()  # the others keep the focus they may have
        for number, button in enumerate(cells):
            box = shown.get(number)
            button.setVisible(box is not None)
            if box is not None:
                button.setGeometry(box.x, box.y, box.width, box.height)
        self.strip.show_page(self._page + 1, len(pages), self.height() > self.width())
        chain_focus([*self._shown(), *self.strip.in_order()])

    def _set_steps(self, steps: int) -> None:
        self.title.set_steps(steps)
        for button in (*self.rows.values(), self.reset, *self.steps.values()):
            button.set_steps(steps)
        for number, choice in enumerate(self.choices):
            # Text sizes show themselves.
            own = number + 1 - self._theme.text_size
            choice.set_steps(min(own, 0) + steps if self._open is Setting.TEXT_SIZE else steps)

    # What is in it

    def _cells(self) -> list[Button]:
        """The buttons of what is open, on whatever page."""
        if self._open is None:
            return [*(self.rows[each] for each in self._offer.settings()), self.reset]
        if self._open in STEPPED:
            return [*self.steps.values()]
        return list(self.choices[: len(self._offer.values(self._open))])

    def _shown(self) -> list[Button]:
        """The buttons of this page."""
        cells = self._cells()
        return [cells[number] for number, _ in self._pages[self._page].cells if number < len(cells)]

    def _write(self) -> None:
        """Set every text and what is chosen, for what is open."""
        offer, setting = self._offer, self._open
        home = self.tr("So finden alle das Gerät vor") if offer.for_all else self.tr("Darstellung")
        self.title.setText(self._name(setting) if setting is not None else home)
        done = self.tr("Schließen") if setting is None else self.tr("Fertig")
        more = self.tr("Mehr zeigen\n({page} von {pages})")
        self.strip.name(done, more=more, again=self.tr("Von vorn\n({page} von {pages})"))
        for each in offer.settings():
            self.rows[each].show_setting(self._name(each), self._word(each, offer.value(each)))
        self.reset.show_setting(self.tr("Alles zurücksetzen"), "")
        if setting is None:
            return
        if setting in STEPPED:
            self.title.setText(
                f"{self._name(setting)}: {self._word(setting, offer.value(setting))}"
            )
            for by, button in self.steps.items():
                button.setText(self._step(setting, by))
            return
        values = offer.values(setting)
        while len(self.choices) < len(values):
            self.choices.append(self._choice(len(self.choices)))
        for choice, value in zip(self.choices, values, strict=False):
            word = self._word(setting, value)
            choice.set_theme(self._sample(setting, value))
            choice.show_choice(choice.objectName(), word)
            choice.setAccessibleName(f"{self._name(setting)}: {word}")
            choice.set_chosen(value == offer.value(setting))

    def _choice(self, number: int) -> Choice:
        choice = Choice(self._theme, self._guard, parent=self)
        choice.setObjectName(f"value {number}")
        choice.clicked.connect(partial(self._on_value, number))
        return choice

    def _sample(self, setting: Setting, value: object) -> Theme:
        """A choice of colours wears them."""
        if setting is Setting.SCHEME and isinstance(value, Scheme):
            own = self._theme.scheme is value
            return self._theme if own else replace(self._theme, colours=SCHEMES[value])
        if setting is Setting.TEXT_SIZE and isinstance(value, int):
            return replace(self._theme, text_size=max(self._theme.text_size, value))
        return self._theme

    def _name(self, setting: Setting) -> str:
        return {
            Setting.TEXT_SIZE: self.tr("Schrift"),
            Setting.SCHEME: self.tr("Farben"),
            Setting.READ_ALOUD: self.tr("Vorlesen"),
            Setting.LANGUAGE: self.tr("Sprache"),
            Setting.VOLUME: self.tr("Lautstärke"),
            Setting.PACE: self.tr("Tempo"),
            Setting.TIMBRE: self.tr("Stimme"),
            Setting.LARGE_TARGETS: self.tr("Tasten"),
            Setting.CALM: self.tr("Antippen"),
            Setting.SIDE: self.tr("„Weiter“ und „Zurück“"),
            Setting.SIMPLE: self.tr("Ansicht"),
            Setting.KEY_ORDER: self.tr("Tastatur"),
            Setting.SCREEN_OFF: self.tr("Bildschirm"),
        }[setting]

    def _word(self, setting: Setting, value: object) -> str:
        if setting is Setting.LANGUAGE:
            return dict(self._offer.languages).get(str(value), str(value))
        if setting in STEPPED:
            of = self.tr("{step} von {steps}")
            return of.format(step=value, steps=len(self._offer.values(setting)))
        words: dict[tuple[Setting, object], str] = {
            (Setting.TEXT_SIZE, 1): self.tr("Normal"),
            (Setting.TEXT_SIZE, 2): self.tr("Groß"),
            (Setting.TEXT_SIZE, 3): self.tr("Sehr groß"),
            (Setting.SCHEME, Scheme.STANDARD): self.tr("Standard"),
            (Setting.SCHEME, Scheme.LIGHT): self.tr("Schwarz auf Weiß"),
            (Setting.SCHEME, Scheme.DARK): self.tr("Weiß auf Schwarz"),
            (Setting.SCHEME, Scheme.YELLOW): self.tr("Gelb auf Schwarz"),
            (Setting.SCHEME, Scheme.SOFT): self.tr("Sanft"),
            (Setting.READ_ALOUD, False): self.tr("Aus"),
            (Setting.READ_ALOUD, True): self.tr("An"),
            (Setting.TIMBRE, Timbre.LOW): self.tr("Tief"),
            (Setting.TIMBRE, Timbre.HIGH): self.tr("Hoch"),
            (Setting.LARGE_TARGETS, False): self.tr("Normal"),
            (Setting.LARGE_TARGETS, True): self.tr("Sehr groß"),
            (Setting.CALM, False): self.tr("Normal"),
            (Setting.CALM, True): self.tr("Ruhig"),
            (Setting.SIDE, Side.WIDE): self.tr("Ganze Breite"),
            (Setting.SIDE, Side.RIGHT): self.tr("Rechts"),
            (Setting.SIDE, Side.LEFT): self.tr("Links"),
            (Setting.SIMPLE, False): self.tr("Normal"),
            (Setting.SIMPLE, True): self.tr("Einfach"),
            (Setting.KEY_ORDER, KeyOrder.QWERTZ): self.tr("QWERTZ"),
            (Setting.KEY_ORDER, KeyOrder.ABC): self.tr("ABC"),
            (Setting.SCREEN_OFF, False): self.tr("An"),
            (Setting.SCREEN_OFF, True): self.tr("Aus, nur Ton"),
        }
        return words[setting, value]

    def _step(self, setting: Setting, by: int) -> str:
        louder, softer = self.tr("Lauter"), self.tr("Leiser")
        faster, slower = self.tr("Schneller"), self.tr("Langsamer")
        up, down = (louder, softer) if setting is Setting.VOLUME else (faster, slower)
        return up if by > 0 else down

    # What is touched

    def _on_step(self, by: int) -> None:
        if self._open in STEPPED:
            self.picked.emit(self._offer.stepped(self._open, by))

    def _on_value(self, number: int) -> None:
        setting = self._open
        if setting is None:
            return
        value = self._offer.values(setting)[number]
        self.picked.emit(self._offer.wanted(setting, value))

    def _on_reset(self) -> None:
        self.picked.emit(self._offer.reset())

    def _on_pager(self) -> None:
        self._page = (self._page + 1) % len(self._pages)
        self._guard.page_changed()
        self._place(self._pages)
        self.turned.emit()

    def _on_done(self) -> None:
        if self._open is None:
            self.closed.emit()
            return
        opened = self._open
        self._guard.page_changed()
        self.show_home()
        self.lay_out(self.geometry())
        self.rows[opened].setFocus()
        self.turned.emit()

    def _focus_first(self) -> None:
        chosen = next((each for each in self._shown() if each.isChecked()), None)
        if chosen is not None:
            chosen.setFocus()
