"""Today's counts, handing over, leaving, ending."""

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import CheckSound, Export, LeaveStaff, Quit, Refresh, ShowDay
from kiosk.journey.stages import StaffArea, Stage
from kiosk.journey.steps import in_steps
from kiosk.ui.staff.count_row import CountRow
from kiosk.ui.staff.notice import Notice
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.themed import retheme
from kiosk.ui.widgets.button import Arrow, Button, Look
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text


class StaffScreen(Screen):
    """Counts left, places to hand over to right (one below the other in portrait).

    While busy nothing but waiting is offered. "Programm beenden" asks once more.
    """

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self._stage = StaffArea()
        self._ending = False
        self._page = 0
        self._pages = 1
        self.heading = Text(theme, role=Role.HEADING, parent=self.body)
        self.day = Button(theme, guard, look=Look.QUIET, parent=self.body)
        self.again = Button(theme, guard, look=Look.QUIET, parent=self.body)
        self.end = Button(theme, guard, look=Look.QUIET, parent=self.body)
        self.notice = Notice(theme, self.body)
        self.counts: list[CountRow] = []
        self.hand_over = Text(theme, role=Role.HEADING, parent=self.body)
        self.advice = Text(theme, role=Role.BODY, parent=self.body)
        self.places: list[Button] = []
        self.more = Button(theme, guard, look=Look.QUIET, arrow=Arrow.ON, parent=self.body)
        self.question = Text(theme, role=Role.HEADING, parent=self.body)
        self.explanation = Text(theme, role=Role.BODY, parent=self.body)
        self.stay = Button(theme, guard, look=Look.PRIMARY, parent=self.body)
        self.really = Button(theme, guard, parent=self.body)
        names = ("heading", "day", "again", "end", "hand_over", "advice", "more")
        for name in (*names, "question", "explanation", "stay", "really"):
            getattr(self, name).setObjectName(name)
        self.day.clicked.connect(self.on_day)
        self.again.clicked.connect(self.on_again)
        self.end.clicked.connect(self.on_end)
        self.more.clicked.connect(self.on_more)
        self.begins = self.stay
        self.stay.clicked.connect(self.on_stay)
        self.really.clicked.connect(self.on_really)
        self.show_top(False)
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Show counts, places and what the last action said."""
        assert isinstance(stage, StaffArea)
        if stage.busy or stage.notice != self._stage.notice:
            self._page = 0  # where it is said
        self._stage = stage
        if stage.busy:
            self._ending = False
        self.bottom.offer(read=not stage.busy)
        self._fill()
        self.retranslate()
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        stage = self._stage
        heading = self.tr("Für Mitarbeitende")
        study = self.tr("Studie {hash}").format(hash=stage.study)
        self.heading.setText(f"{heading} · {study}" if stage.study else heading)
        self.day.setText(self.tr("Pause, Ende") if stage.open else self.tr("Öffnen"))
        self.again.setText(self.tr("Neu suchen"))
        self.end.setText(self.tr("Programm beenden"))
        self.hand_over.setText(self._hand_over())
        self.advice.setText(self._advice())
        self.question.setText(self.tr("Möchten Sie das Programm beenden?"))
        self.explanation.setText(
            self.tr("Alle Antworten bleiben gespeichert. Die Umfrage ist dann aus.")
        )
        self.stay.setText(self.tr("Nein, weiter"))
        self.really.setText(self.tr("Ja, beenden"))
        self.bottom.name(
            back=self.tr("Zur Umfrage"), on=self.tr("Darstellung"), read=self.tr("Ton prüfen")
        )
        busy = self.tr("Bitte warten Sie. Die Antworten werden gerade übergeben.")
        self.notice.show_notice(
            busy if stage.busy else stage.notice, stage.trouble and not stage.busy
        )
        self.more.setText(
            self.tr("Weitere (Seite {number} von {total})").format(
                number=self._page + 1, total=self._pages
            )
        )
        if self.counts:
            self.counts[0].show_count(self.tr("Warten auf Übergabe"), in_steps(stage.waiting))

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        retheme(theme, *self._texts(), *self._buttons(), *self.counts, self.notice)
        super().set_theme(theme)

    def reset(self) -> None:
        """Nobody was about to end."""
        super().reset()
        self._ending = False
        self._page = 0

    # What staff do

    def on_back(self) -> None:
        """ "Zur Umfrage"."""
        self._ending = False
        self.intent.emit(LeaveStaff())

    def on_forward(self) -> None:
        """ "Darstellung": how everybody finds the terminal."""
        self.on_display()

    def on_read(self) -> None:
        """ "Ton prüfen"."""
        if not self._stage.busy:
            self.intent.emit(CheckSound())

    def on_day(self) -> None:
        """ "Öffnen", or "Pause, Ende"."""
        self.intent.emit(ShowDay())

    def on_again(self) -> None:
        """ "Neu suchen": fresh counts and places, as after plugging in a stick."""
        self.intent.emit(Refresh())

    def on_place(self, number: int) -> None:
        """A place was tapped."""
        self.intent.emit(Export(Path(self._stage.places[number][0])))

    def on_more(self) -> None:
        """The next places; after the last page the first."""
        self._page = (self._page + 1) % self._pages
        self.guard.page_changed()
        self.retranslate()
        self.lay_out()

    def on_end(self) -> None:
        """ "Programm beenden": ask."""
        self._ask(True)
        self.stay.setFocus()

    def on_stay(self) -> None:
        """ "Nein"."""
        self._ask(False)

    def on_really(self) -> None:
        """ "Ja, beenden"."""
        self.intent.emit(Quit())

    # Layout

    def body_area(self) -> QRect:
        """More room than a question has: there is much to show."""
        return self.inner(self.theme.gap_mm, self.theme.gap_mm)

    def lay_out_body(self, area: QRect) -> None:
        """The largest text at which everything fits."""
        asking: list[QWidget] = [self.question, self.explanation, self.stay, self.really]
        usual: list[QWidget] = [self.heading, self.hand_over, self.advice, self.again, self.end]
        for widget in asking:
            widget.setVisible(self._ending)
        for widget in (*usual, *self.counts, *self.places):
            widget.setVisible(not self._ending)
        self.day.setVisible(not self._ending and self._stage.opens_daily)
        self.notice.setVisible(not self._ending and bool(self.notice.words.text()))
        page = self._page
        for steps in (0, -1, -2):
            self.more.setVisible(False)
            self.notice.set_steps(steps)
            for text in self._texts():
                text.set_steps(steps)
            for button in self._buttons():
                button.set_steps(steps)
            for row in self.counts:
                row.set_steps(steps)
            fits = self._lay_out_question(area) if self._ending else self._lay_out_parts(area)
            if fits:
                break
        else:
            self._page = page
            self._lay_out_apart(area)
        self.order_focus(
            self.day, self.again, self.end, *self.places, self.more, self.really, self.stay
        )

    def _lay_out_question(self, area: QRect) -> bool:
        theme = self.theme
        gap = theme.px(theme.wide_gap_mm)
        y = area.top() + area.height() // 8
        for text in (self.question, self.explanation):
            tall = text.heightForWidth(area.width())
            text.setGeometry(area.left(), y, area.width(), tall)
            y += tall + gap
        half = (area.width() - gap) // 2
        tall = max(button.heightForWidth(half) for button in (self.stay, self.really))
        self.really.setGeometry(area.left(), y, half, tall)
        self.stay.setGeometry(area.right() + 1 - half, y, half, tall)
        return y + tall <= area.bottom() + 1

    def _lay_out_parts(self, area: QRect) -> bool:
        theme = self.theme
        gap, wide = theme.px(theme.gap_mm), theme.px(theme.wide_gap_mm)
        y = self._lay_out_head(area) + gap
        tall = self.notice.heightForWidth(area.width())
        if tall:
            self.notice.place(QRect(area.left(), y, area.width(), tall))
            y += tall + gap
        if self.width() > self.height():
            width = (area.width() - 2 * wide) // 2
            left = self._lay_out_counts(QRect(area.left(), y, width, 0))
            room = QRect(area.right() + 1 - width, y, width, area.bottom() + 1 - y)
            return self._lay_out_places(room) and left <= area.bottom() + 1
        y = self._lay_out_counts(QRect(area.left(), y, area.width(), 0)) + wide
        return self._lay_out_places(QRect(area.left(), y, area.width(), area.bottom() + 1 - y))

    def _lay_out_apart(self, area: QRect) -> None:
        """Glass too small for both: the counts on a page of their own, before the places."""
        gap = self.theme.px(self.theme.gap_mm)
        counting = self._page == 0
        for row in self.counts:
            row.setVisible(counting)
        self.notice.setVisible(counting and not self.notice.isHidden())
        for widget in (self.hand_over, self.advice, *self.places):
            widget.setVisible(not counting)
        y = self._lay_out_head(area) + gap
        if not counting:
            self._lay_out_places(QRect(area.left(), y, area.width(), area.bottom() + 1 - y), 1)
            return
        tall = self.notice.heightForWidth(area.width())
        if tall:
            self.notice.place(QRect(area.left(), y, area.width(), tall))
            y += tall + gap
        self._pages = max(2, self._pages)
        self.more.setText(self.tr("Antworten übergeben"))
        tall = self.more.heightForWidth(area.width())
        self.more.setVisible(not self._stage.busy)
        below = self._lay_out_counts(QRect(area.left(), y, area.width(), 0))
        if self.more.isHidden() or below + gap + tall <= area.bottom() + 1:
            y = below
        else:  # what went wrong before what is counted
            for row in self.counts:
                row.hide()
        self.more.setGeometry(area.left(), y + gap, area.width(), tall)

    def _lay_out_head(self, area: QRect) -> int:
        """Heading left, the quiet buttons right of it or below; returns the y below."""
        theme = self.theme
        gap = theme.px(theme.gap_mm)
        quiet = [each for each in (self.day, self.again, self.end) if not each.isHidden()]
        widths = [button.natural_width() for button in quiet]
        tall = self.again.heightForWidth(widths[0])
        room = area.width() - sum(widths) - (len(quiet) + 1) * gap
        beside = room >= self.heading.sizeHint().width()
        if beside:
            heading = self.heading.heightForWidth(room)
            top = area.top() + (tall - heading) // 2
            self.heading.setGeometry(area.left(), top, room, heading)
            x, y = area.right() + 1 - sum(widths) - (len(quiet) - 1) * gap, area.top()
        else:
            heading = self.heading.heightForWidth(area.width())
            self.heading.setGeometry(area.left(), area.top() + gap, area.width(), heading)
            x, y = area.left(), area.top() + gap + heading + gap
            # Each as wide as its words ask for, so that none is cut where another has room.
            room = area.width() - (len(quiet) - 1) * gap
            widths = [room * width // sum(widths) for width in widths]
            tall = max(e.heightForWidth(width) for e, width in zip(quiet, widths, strict=True))
        for each, width in zip(quiet, widths, strict=True):
            each.setGeometry(x, y, width, tall)
            x += width + gap
        return y + tall

    def _lay_out_counts(self, area: QRect) -> int:
        y = area.top()
        for row in self.counts:
            tall = row.heightForWidth(area.width())
            row.place(QRect(area.left(), y, area.width(), tall))
            y += tall
        return y

    def _lay_out_places(self, area: QRect, before: int = 0) -> bool:
        """As many places as fit; the rest on further pages, with `before` pages in front."""
        theme = self.theme
        gap = theme.px(theme.gap_mm)
        y = area.top() + theme.px(2.5)
        for text in (self.hand_over, self.advice):
            tall = text.heightForWidth(area.width())
            text.setGeometry(area.left(), y, area.width(), tall)
            y += tall + gap if tall else 0
        heights = [place.heightForWidth(area.width()) for place in self.places]
        room = area.bottom() + 1 - y
        least = self.more.heightForWidth(area.width()) + gap if before else 0
        if not heights or sum(heights) + gap * (len(heights) - 1) + least <= room:
            self._pages, per_page = before + 1, max(1, len(heights))
        else:
            more = self.more.heightForWidth(area.width())
            per_page = max(1, (room - more) // (max(heights) + gap))
            self._pages = before + -(-len(heights) // per_page)
        self._page = min(self._page, self._pages - 1)
        first = (self._page - before) * per_page
        for number, (place, tall) in enumerate(zip(self.places, heights, strict=True)):
            shown = first <= number < first + per_page
            place.setVisible(shown)
            if shown:
                place.setGeometry(area.left(), y, area.width(), tall)
                y += tall + gap
        if self._pages > 1:
            self.more.setText(
                self.tr("Weitere (Seite {number} von {total})").format(
                    number=self._page + 1, total=self._pages
                )
            )
            tall = self.more.heightForWidth(area.width())
            self.more.setVisible(True)
            self.more.setGeometry(area.left(), y, area.width(), tall)
            y += tall + gap
        return y - gap <= area.bottom() + 1

    # Contents

    def _fill(self) -> None:
        """Rows and buttons for this stage; "Warten auf Übergabe" is the first row."""
        stage = self._stage
        rows = [("", ""), *stage.counts]
        while len(self.counts) < len(rows):
            self.counts.append(CountRow(self.theme, self.body))
        while len(self.counts) > len(rows):
            self.counts.pop().deleteLater()
        for row, (label, value) in zip(self.counts, rows, strict=True):
            row.show_count(label, value)
        places = stage.places if stage.waiting > 0 else ()
        while len(self.places) < len(places):
            place = Button(self.theme, self.guard, parent=self.body)
            number = len(self.places)
            place.clicked.connect(lambda _checked=False, number=number: self.on_place(number))
            self.places.append(place)
        while len(self.places) > len(places):
            self.places.pop().deleteLater()
        for number, (place, (_, name)) in enumerate(zip(self.places, places, strict=True)):
            place.setObjectName(f"place/{number}")
            place.setText(name)
            place.setAccessibleName(self.tr("Übergeben: {place}").format(place=name))
            place.setEnabled(not stage.busy)
        for button in (self.day, self.again, self.end, self.more, self.bottom.back, self.bottom.on):
            button.setEnabled(not stage.busy)

    def _hand_over(self) -> str:
        if self.places:
            return self.tr("Wohin übergeben?")
        return self.tr("Antworten übergeben")

    def _advice(self) -> str:
        stage = self._stage
        if stage.waiting == 0:
            return self.tr("Im Moment wartet nichts auf Übergabe.")
        if not stage.places:
            return self.tr(
                "Kein Stick gefunden. Stecken Sie einen Stick ein. "
                "Tippen Sie dann auf „Neu suchen“."
            )
        return ""

    def _ask(self, ending: bool) -> None:
        self._ending = ending
        self.guard.page_changed()
        self.lay_out()

    def _texts(self) -> tuple[Text, ...]:
        return self.heading, self.hand_over, self.advice, self.question, self.explanation

    def _buttons(self) -> tuple[Button, ...]:
        return self.day, self.again, self.end, self.more, self.stay, self.really, *self.places
