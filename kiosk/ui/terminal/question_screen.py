"""The screen of one question."""

from functools import partial
from itertools import islice

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.forms.markdown import plain
from kiosk.forms.view import Kind, Layout, Problem, QuestionView, Rejection
from kiosk.journey.intents import Answer, Resume
from kiosk.journey.stages import Asking, Stage
from kiosk.ui.inputs.acknowledge_input import AcknowledgeInput
from kiosk.ui.inputs.choice_input import ChoiceInput
from kiosk.ui.inputs.date_input import DateInput
from kiosk.ui.inputs.date_time_input import DateTimeInput
from kiosk.ui.inputs.decimal_input import DecimalInput
from kiosk.ui.inputs.digits_input import DigitsInput
from kiosk.ui.inputs.note_input import NoteInput
from kiosk.ui.inputs.number_input import NumberInput
from kiosk.ui.inputs.question_input import QuestionInput
from kiosk.ui.inputs.range_input import RangeInput
from kiosk.ui.inputs.rank_input import RankInput
from kiosk.ui.inputs.readonly_input import ReadonlyInput
from kiosk.ui.inputs.repeat_input import RepeatInput
from kiosk.ui.inputs.search_input import SearchInput
from kiosk.ui.inputs.text_input import TextInput
from kiosk.ui.inputs.time_input import TimeInput
from kiosk.ui.pictograms import Pictograms
from kiosk.ui.terminal.bottom_strip import Speech
from kiosk.ui.terminal.reminder import Reminder
from kiosk.ui.terminal.screen import Screen, Segment
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.heading import Heading
from kiosk.ui.widgets.hint_panel import HintPanel
from kiosk.ui.widgets.picture import Picture
from kiosk.ui.widgets.setting import Offer
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text_field import TextField


class QuestionScreen(Screen):
    """Question, answers, reminder and problem; one input per kind of question, kept for reuse.

    "Weiter" first shows the pages of a long list that nobody has seen yet; "Zurück" first leads
    back through them.
    """

    def __init__(
        self,
        theme: Theme,
        guard: TapGuard,
        pictograms: Pictograms,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, guard, parent)
        self._stage: Asking | None = None
        self._expecting = False
        self.heading = Heading(theme, self.body)
        self.picture = Picture(pictograms, self.body)
        self._looking = False  # at the picture, which has a page of its own on small glass
        self._readonly = ReadonlyInput(theme, guard, self.body)
        choices = ChoiceInput(theme, guard, pictograms, self.body)
        self._text = TextInput(theme, guard, self.body)
        self._search = SearchInput(theme, guard, self.body)
        self._digits = DigitsInput(theme, guard, self.body)
        self._typed = DecimalInput(theme, guard, self.body)
        self._fields = (self._text.field, self._search.field)
        self._inputs: dict[Kind, QuestionInput] = {
            Kind.NOTE: NoteInput(theme, guard, self.body),
            Kind.ACKNOWLEDGE: AcknowledgeInput(theme, guard, self.body),
            Kind.SELECT_ONE: choices,
            Kind.SELECT_MULTIPLE: choices,
            Kind.RANK: RankInput(theme, guard, pictograms, self.body),
            Kind.TEXT: self._text,
            Kind.INTEGER: NumberInput(theme, guard, self.body),
            Kind.DECIMAL: self._typed,
            Kind.RANGE: RangeInput(theme, guard, self.body),
            Kind.DATE: DateInput(theme, guard, self.body),
            Kind.TIME: TimeInput(theme, guard, self.body),
            Kind.DATETIME: DateTimeInput(theme, guard, self.body),
            Kind.REPEAT: RepeatInput(theme, guard, self.body),
        }
        self.reminder = Reminder(theme, guard, self.body)
        self.reminder.hide()
        self.hints = HintPanel(theme, guard, self)
        self.hints.hide()
        for each in self._each_input():
            each.hide()
            each.changed.connect(self._on_changed)
            each.turned.connect(partial(self._refresh, each))
            each.done.connect(super().on_forward)
            if isinstance(each, ChoiceInput):
                each.explain.clicked.connect(self.on_hints)
        self.hints.closed.connect(self._on_hints_closed)
        self.hints.turned.connect(self.words_changed)
        self.hints.read.clicked.connect(self.read_aloud)
        self._text.ordered.connect(self.pick_key_order)
        self._search.ordered.connect(self.pick_key_order)
        self.reminder.chosen_to_answer.connect(self._on_answer_after_all)
        self.reminder.chosen_to_go_on.connect(super().on_forward)
        self.heading.raise_()
        if parent is not None:
            self._write_as(parent.locale())

    def show_stage(self, stage: Stage) -> None:
        """Show an Asking."""
        if not isinstance(stage, Asking):
            raise TypeError(f"the question screen cannot show {type(stage).__name__}")
        before = self._stage
        self._stage = stage
        self._expecting = False
        question = stage.question
        other = before is None or before.question.ref != question.ref
        if other or (before is not None and before.reminder is not stage.reminder):
            self.guard.page_changed()
            self._close_hints()
        self.top.show_progress(stage.progress)
        # A reminder and "one more?" have their own ways on.
        self.bottom.offer(on=not stage.reminder and question.kind is not Kind.REPEAT)
        context = "" if self.theme.simple else " › ".join(_context(question))
        problem = self._sentence(stage.problem)
        self.heading.show_texts(question.label, question.hint, problem, context)
        self.picture.show_picture(question.image, question.alternative)
        if other:
            self._looking = self.picture.there
        if stage.problem is not None or stage.reminder:
            self._looking = False
        current = self._input()
        for each in self._each_input():
            if each is not current:
                each.hide()
        current.show_question(question)
        self.reminder.show_kind(question.kind)
        self._show_parts()
        self.show_hand(stage.hand)  # lays out, so the input must show this question before
        self.lay_out_body(self.body_area())

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self.heading.set_theme(theme)
        self.reminder.set_theme(theme)
        self.hints.set_theme(theme)
        for each in self._each_input():
            each.set_theme(theme)
        super().set_theme(theme)

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        self.reminder.retranslate()
        self.hints.retranslate()
        self._tell_hints()
        for each in self._each_input():
            each.retranslate()
        if self._stage is not None and not self._expecting:
            self.show_stage(self._stage)

    def expect_stage(self) -> None:
        """The answers are not placed for words and sizes of which some are about to change."""
        self._expecting = True

    def changeEvent(self, event: QEvent) -> None:
        """Numbers and dates as the language of the window writes them."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LocaleChange:
            self._write_as(self.locale())

    def _write_as(self, locale: QLocale) -> None:
        # Inputs have a locale of their own from the beginning, so none reaches them from above.
        for each in self._each_input():
            each.setLocale(locale)

    def reset(self) -> None:
        """The next person finds the question, not what was looked up."""
        super().reset()
        self.hints.hide()
        self._stage = None
        self.heading.show_texts("", "", "", "")
        self.heading.show_status("", "", False)
        for each in self._each_input():
            # A label may repeat an answer, and what was written or chosen must not wait hidden.
            each.show_question(_NOTHING)
            each.reset()

    def show_speech(self, speech: Speech) -> None:
        """What reading aloud can do now, in the panel of hints too."""
        super().show_speech(speech)
        self._tell_hints()

    def lay_out(self) -> None:
        """The panel of hints covers everything."""
        super().lay_out()
        if not self.hints.isHidden():
            self.hints.lay_out(self.rect())

    def on_hints(self) -> None:
        """ "Was heißt das?" was tapped: the hints of this page cover everything."""
        current = self._input()
        if not isinstance(current, ChoiceInput):
            return
        self.guard.page_changed()
        current.mark(None)
        self.hints.show_choices(current.hinted())
        self._show_parts_behind(False)
        self._tell_hints()
        self.hints.show()
        self.hints.raise_()
        self.hints.lay_out(self.rect())
        self.hints.done.setFocus()
        self.words_changed.emit()

    def lay_out_body(self, area: QRect) -> None:
        """Heading and input, and the picture with them or before them; or heading and reminder."""
        if self._stage is None or self._expecting:
            return
        portrait = self.height() > self.width()
        current = self._input()
        current.setGeometry(self.body.rect())
        status, longest, urgent = current.status()
        if self._reminding or self._stage.problem is not None:
            status, longest = "", ""  # one thing at a time
        self.heading.show_status(status, longest, urgent)
        self.heading.show()
        self.picture.hide()
        if not self._reminding:
            self._lay_out_question(current, area, portrait)
            return
        self.top.show_leaf(None)
        gap = self.theme.px(self.theme.gap_mm if self.theme.profile.narrow else 5.0)
        steps = 0
        while steps > 1 - self.theme.text_size and (
            self.heading.height_at(area.width(), steps) > area.height() // 2
        ):
            steps -= 1
        height = self.heading.height_at(area.width(), steps)
        self.heading.place(QRect(area.x(), area.y(), area.width(), height), steps)
        below = QRect(area)
        below.setTop(area.y() + height + gap)
        self.reminder.lay_out(below, portrait)
        self.order_focus(self.reminder.answer, self.reminder.go_on)

    def _lay_out_question(self, current: QuestionInput, area: QRect, portrait: bool) -> None:
        """The picture beside (or, where tall, above) question and answers; else a page before."""
        beside = self._beside_picture(area, portrait) if self.picture.there else None
        note = self._stage is not None and self._stage.question.kind is Kind.NOTE
        paged = self.picture.there and beside is None and not note
        alone = self.picture.there and beside is None and (self._looking or note)
        current.setVisible(not alone)
        if alone:
            self._look_at_picture(area)
            self.top.show_leaf((1, 2) if paged else None)
            self.order_focus()
            return
        if beside is not None:
            area, place = beside
            self.picture.place(place)
            self.picture.show()
        current.arrange(area, self.heading, portrait)
        if not self.heading.isVisibleTo(self):
            self.picture.hide()  # the question stepped aside for writing, so does its picture
        self.top.show_leaf(current.leaf() or ((2, 2) if paged else None))
        self.order_focus(*current.focus())

    def _beside_picture(self, area: QRect, portrait: bool) -> tuple[QRect, QRect] | None:
        """The area left for question and answers, and the picture's; None if it is too small."""
        theme = self.theme
        wide = theme.px(theme.wide_gap_mm)
        if portrait:
            size = self.picture.size_in(QSize(area.width(), area.height() * 3 // 10))
            rest = area.adjusted(0, size.height() + wide, 0, 0)
            place = QRect(area.topLeft(), QSize(area.width(), size.height()))
            return (rest, place) if rest.height() >= theme.px(LEAST_HEIGHT_MM) else None
        size = self.picture.size_in(QSize(area.width() * 2 // 5, area.height()))
        rest = area.adjusted(0, 0, -size.width() - wide, 0)
        place = QRect(QPoint(rest.right() + 1 + wide, area.top()), size)
        return (rest, place) if rest.width() >= theme.px(LEAST_WIDTH_MM) else None

    def _look_at_picture(self, area: QRect) -> None:
        """The question and its picture, nothing else."""
        gap = self.theme.px(self.theme.gap_mm)
        self.heading.show_status("", "", False)  # that is for the page of the answers
        steps = 0
        while steps > 1 - self.theme.text_size and (
            self.heading.height_at(area.width(), steps) > area.height() // 2
        ):
            steps -= 1
        height = self.heading.height_at(area.width(), steps)
        self.heading.place(QRect(area.x(), area.y(), area.width(), height), steps)
        self.picture.place(area.adjusted(0, height + gap, 0, 0))
        self.picture.show()

    def on_forward(self) -> None:
        """ "Weiter": pages not yet seen first."""
        if self.turn_on():
            self.page_turned.emit()
        else:
            super().on_forward()

    def turn_on(self) -> bool:
        """Show the next page of answers nobody has seen yet; False if there is none."""
        if self._stage is None or self._reminding:
            return False
        if self._on_picture_page():
            return self._look(False)
        return self._input().turn_on()

    def _look(self, at_picture: bool) -> bool:
        """Turn to the page of the picture or away from it."""
        self._looking = at_picture
        self.guard.page_changed()
        self.lay_out_body(self.body_area())
        self.words_changed.emit()
        return True

    def _on_picture_page(self) -> bool:
        """Whether the picture shows alone, before the answers."""
        assert self._stage is not None
        note = self._stage.question.kind is Kind.NOTE
        return self._looking and not note and self._input().isHidden()

    def on_back(self) -> None:
        """ "Zurück": the page before first."""
        if self._stage is not None and not self._reminding and not self._on_picture_page():
            if self._input().turn_back():
                self.page_turned.emit()
                return
            portrait = self.height() > self.width()
            paged = self.picture.there and self._stage.question.kind is not Kind.NOTE
            if paged and self._beside_picture(self.body_area(), portrait) is None:
                self._look(True)
                return
        super().on_back()

    def closing(self) -> Button | None:
        """The hints cover the screen too."""
        return super().closing() or (self.hints.done if not self.hints.isHidden() else None)

    def begin_focus(self) -> QWidget | None:
        """Whoever looked something up goes back; else where the answer begins."""
        if not self.hints.isHidden():
            return self.hints.done
        own = self._input().begins() if self._stage is not None else None
        return own if own is not None and own.isVisible() else super().begin_focus()

    def field(self) -> TextField | None:
        """Where words are written or searched."""
        return next((each for each in self._fields if each.isVisible()), None)

    def show_offer(self, offer: Offer) -> None:
        """Letters in the order somebody wants."""
        super().show_offer(offer)
        self._text.set_order(offer.presentation.key_order)
        self._search.set_order(offer.presentation.key_order)

    def spoken(self) -> list[Segment]:
        """The question first, then the answers with their numbers; or the hints looked up."""
        stage = self._stage
        if stage is None:
            return []
        if not self.hints.isHidden():
            return self.hints.spoken()
        question = stage.question
        segments: list[Segment] = []
        if context := _context(question):
            segments.append(("context", ". ".join(context) + "."))
        segments.append(("question", plain(question.label)))
        if problem := self._sentence(stage.problem):
            segments.append(("problem", plain(problem)))
        if question.hint:
            segments.append(("hint", plain(question.hint)))
        if question.alternative and self.picture.there and not self._reminding:
            segments.append(("image", plain(question.alternative)))
        if self._reminding:
            return [
                *segments,
                ("reminder", self.reminder.words.text()),
                ("answer", self.reminder.answer.text() + "."),
                ("go on", self.reminder.go_on.text() + "."),
            ]
        if self._on_picture_page():
            return segments
        status, _, _ = self._input().status()
        if status:
            segments.append(("status", status + ("" if status.endswith(".") else ".")))
        return segments + self._input().segments()

    def recordings(self) -> dict[str, str]:
        """The question's and its choices'; the explanations of choices have none."""
        if self._stage is None or not self.hints.isHidden():
            return {}
        question = self._stage.question
        recorded = {"question": question.audio}
        recorded |= {choice.value: choice.audio for choice in question.choices}
        return {segment: name for segment, name in recorded.items() if name}

    def mark(self, segment: str | None) -> None:
        """Highlight the answer or hint being read."""
        if not self.hints.isHidden():
            self.hints.mark(segment)
        elif self._stage is not None and not self._reminding:
            self._input().mark(segment)

    @property
    def _reminding(self) -> bool:
        return self._stage is not None and self._stage.reminder

    def _on_changed(self, value: str) -> None:
        self.intent.emit(Answer(value))

    def _on_answer_after_all(self) -> None:
        self.intent.emit(Resume())

    def _on_hints_closed(self) -> None:
        self.guard.page_changed()
        self._close_hints()
        current = self._input()
        if isinstance(current, ChoiceInput):
            current.explain.setFocus()
        self.words_changed.emit()

    def _tell_hints(self) -> None:
        read = self.bottom.read
        self.hints.show_speech(read.text(), read.isEnabled())

    def _close_hints(self) -> None:
        if not self.hints.isHidden():
            self.hints.hide()
            self._show_parts_behind(True)

    def _refresh(self, each: QuestionInput) -> None:
        if self._stage is not None and each is self._input():
            self.lay_out_body(self.body_area())

    def _show_parts(self) -> None:
        self.reminder.setVisible(self._reminding)
        self._input().setVisible(not self._reminding)

    def _input(self) -> QuestionInput:
        assert self._stage is not None
        return self._input_for(self._stage.question)

    def _input_for(self, question: QuestionView) -> QuestionInput:
        """By kind; what cannot be changed, is searched or is typed has its own."""
        if question.readonly:
            return self._readonly
        if question.kind in (Kind.SELECT_ONE, Kind.SELECT_MULTIPLE) and _needs_search(question):
            return self._search
        if question.kind is Kind.TEXT and question.layout is Layout.DIGITS:
            return self._digits
        if question.kind is Kind.INTEGER and _needs_typing(question):
            return self._typed
        return self._inputs[question.kind]

    def _each_input(self) -> list[QuestionInput]:
        own = (self._readonly, self._search, self._digits, self._typed)
        return list(dict.fromkeys((*self._inputs.values(), *own)))

    def _bounds_sentence(self) -> str:
        """Which numbers are taken, as far as the form says."""
        assert self._stage is not None
        question = self._stage.question
        if question.lowest is not None and question.highest is not None:
            text = self.tr("Bitte geben Sie eine Zahl von {lowest} bis {highest} ein.")
        elif question.lowest is not None:
            text = self.tr("Bitte geben Sie mindestens {lowest} ein.")
        elif question.highest is not None:
            text = self.tr("Bitte geben Sie höchstens {highest} ein.")
        else:
            text = self.tr("Diese Zahl geht hier nicht. Bitte geben Sie eine andere ein.")
        point = self._typed.locale().decimalPoint()
        lowest, highest = (
            str(each).replace("-", "−").replace(".", point)
            for each in (question.lowest, question.highest)
        )
        return text.format(lowest=lowest, highest=highest)

    def _sentence(self, problem: Problem | None) -> str:
        """The author's own words, or ours for the reason."""
        if problem is None:
            return ""
        if problem.text:
            return problem.text
        question = self._stage.question if self._stage is not None else None
        if problem.reason is Rejection.REQUIRED and question and question.required_message:
            return question.required_message
        match problem.reason:
            case Rejection.TOO_MANY:
                return self.tr("Das sind zu viele Antworten. Bitte nehmen Sie eine weg.")
            case Rejection.TOO_LONG:
                return self.tr("Der Text ist zu lang. Bitte kürzen Sie ihn.")
            case Rejection.NOT_A_NUMBER:
                return self.tr("Bitte geben Sie eine Zahl ein.")
            case Rejection.NOT_A_DATE:
                return self.tr("Diesen Tag oder diese Uhrzeit gibt es nicht. Bitte prüfen Sie.")
            case Rejection.OUT_OF_RANGE:
                return self._bounds_sentence()
            case Rejection.REQUIRED:
                return self.tr("Hier brauchen wir eine Antwort. Dann geht es weiter.")
            case Rejection.PRIVATE:
                return self.tr(
                    "Bitte schreiben Sie keine Namen oder Adressen. Sonst machen wir sie "
                    "unkenntlich."
                )
            case Rejection.READONLY:
                return self.tr("Diese Angabe steht schon fest. Sie lässt sich nicht ändern.")
            case _:
                return self.tr("Diese Antwort geht hier nicht. Bitte wählen Sie eine andere.")


_NOTHING = QuestionView("", "", Kind.NOTE, "")
"""What an input shows between two people."""

LEAST_WIDTH_MM = 180.0
LEAST_HEIGHT_MM = 150.0
"""What question and answers need beside or below a picture, the on-screen keyboard included."""


def _context(question: QuestionView) -> list[str]:
    """The labels of the groups around, each once; not one that only repeats the question."""
    labels = dict.fromkeys(plain(each) for each in question.context)
    return [each for each in labels if each and each != plain(question.label)]


TOO_MANY_STEPS = 100
"""A higher number than this is sooner typed than stepped to."""


def _needs_typing(question: QuestionView) -> bool:
    """Whether a whole number runs too far for a stepper, below zero, or is only judged whole.

    Of "25" the form might take the "2" and refuse the rest.
    """
    if question.constrained:
        return True
    high = question.highest is not None and question.highest > TOO_MANY_STEPS
    return high or (question.lowest is not None and question.lowest < 0)


TOO_MANY_ROWS = 24
"""Ordinary answers in a plain list beyond which nobody leafs: three pages and more of rows."""


def _needs_search(question: QuestionView) -> bool:
    """Whether typing narrows the list: the author says so, or nobody could leaf through it."""
    ordinary = (each for each in question.choices if not (each.exclusive or each.apart))
    more = next(islice(ordinary, TOO_MANY_ROWS, None), None) is not None
    return question.layout is Layout.LIST and (question.search or more)
