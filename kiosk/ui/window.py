"""The one window: shows the screen of the stage there is, hands intents to the journey."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.journey import intents, stages
from kiosk.journey.idle import idle_seconds
from kiosk.journey.intents import Intent
from kiosk.journey.presentation import Presentation
from kiosk.journey.stages import Stage
from kiosk.speech.protocol import Availability, Segment
from kiosk.ui.background import Background
from kiosk.ui.corner import CornerHold
from kiosk.ui.idle import IdleWatch
from kiosk.ui.runner import Runner
from kiosk.ui.speaker import Speaker
from kiosk.ui.terminal.bottom_strip import Speech
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.translation import Translation
from kiosk.ui.widgets.setting import Offer
from kiosk.ui.widgets.tap_guard import TapGuard

Maker = Callable[[Theme, QWidget], Screen]
Screens = Mapping[type, Maker]
"""How to make the screen of each stage, on first need."""

_SOON = (
    stages.ChooseDisplay,
    stages.Practice,
    stages.Participation,
    stages.ForWhom,
    stages.Asking,
)
"""What somebody sees in the first minute."""
_FOR_STAFF = (stages.Welcome, stages.OutOfOrder)
"""Where holding the corner leads to the staff area."""


class Window(QWidget):
    """Holds no answer and decides nothing: stage in, screen out; touch in, intent out.

    Until :meth:`open` brings the journey it shows Preparing, and keeps a tap on "Beginnen".
    """

    shown = Signal(object)  # the Stage now on the glass
    quitting = Signal()

    def __init__(
        self,
        screens: Screens,
        themes: Callable[[Presentation], Theme],
        guard: TapGuard,
        translation: Translation,
        speaker: Speaker,
        background: Background,
        clock: Callable[[], float],
        application: QCoreApplication,
        *,
        size: QSize,
        preset: Presentation,
        closable: bool,
    ) -> None:
        """`themes` gives the theme somebody wants; `closable`: the window manager may close it.

        `preset` is how things show until the journey is there; `guard` is every screen's. `size` is
        what the window will have when it shows, so that nothing is laid out twice.
        """
        super().__init__()
        self.resize(size)
        self._makers = screens
        self._themes = themes
        self._translation = translation
        self._speaker = speaker
        self._background = background
        self._closable = closable
        self._guard = guard
        self._preset = preset
        self._theme = themes(preset)
        self._screens: dict[type, Screen] = {}
        self._runner: Runner | None = None
        self._alert_seconds = 0
        self._waiting: Intent | None = None
        self._stage: Stage = stages.Preparing()
        self._spoken = ""
        self._reads = False
        self._watch = IdleWatch(application, clock, self)
        self._watch.idle.connect(self._on_idle)
        self._watch.expired.connect(self._on_expired)
        self.corner = CornerHold(self._theme, self)
        self.corner.held.connect(self._on_corner)
        speaker.availability.connect(self._on_voice)
        speaker.segment.connect(self._on_segment)
        speaker.finished.connect(self._show_speech)
        speaker.failed.connect(self._show_speech)
        self._show(self._stage)

    # -- the journey

    def open(self, runner: Runner, alert_seconds: int) -> None:
        """The rooms behind are open."""
        self._runner = runner
        self._alert_seconds = alert_seconds
        waiting, self._waiting = self._waiting, None
        self._show(runner.stage)
        if waiting is not None:
            self.apply(waiting)

    def fail(self, text: str) -> None:
        """Nothing more can be done here: say so calmly; the window may be closed now."""
        self._runner = None
        self._closable = True
        self._show(stages.OutOfOrder(text))

    @property
    def stage(self) -> Stage:
        """What is on the glass."""
        return self._stage

    @property
    def current(self) -> Screen:
        """The screen on the glass."""
        return self._screen(type(self._stage))

    def apply(self, intent: Intent) -> None:
        """Somebody wants something."""
        if isinstance(intent, intents.Quit):
            self.quitting.emit()
            return
        if self._runner is None:
            self._waiting = intent
            return
        self._show(self._runner.apply(intent))
        if isinstance(intent, intents.Export) and isinstance(self._stage, stages.StaffArea):
            work = partial(self._runner.export_to, intent.folder)
            self._background.run(work, self.apply)

    # -- showing

    def _show(self, stage: Stage) -> None:
        before, self._stage = self._stage, stage
        self._take_presentation()
        screen = self._screen(type(stage))
        screen.show_stage(stage)
        for other in self._screens.values():
            if other is not screen and other.isVisibleTo(self):
                other.hide()
        if not screen.isVisibleTo(self):
            screen.setGeometry(self.rect())
            screen.show()
            screen.raise_()
        self.corner.setVisible(isinstance(stage, _FOR_STAFF))
        self.corner.raise_()
        if isinstance(stage, stages.Welcome) and not isinstance(before, stages.Welcome):
            self._reset_screens()
        self._watch_for(before, stage)
        if not self._speaker.speaks(self._language()):
            screen.show_speech(self._speech())  # it depends on what is recorded of this page
        self._speak_for(before, stage)
        self.shown.emit(stage)

    def _reset_screens(self) -> None:
        for each in self._screens.values():
            each.reset()

    def _screen(self, kind: type) -> Screen:
        kind = stages.Welcome if kind is stages.Preparing else kind
        if kind not in self._screens:
            screen = self._makers[kind](self._theme, self)
            screen.setGeometry(self.rect())
            screen.hide()
            screen.intent.connect(self.apply)
            screen.read_aloud.connect(self._on_read_aloud)
            screen.words_changed.connect(self._on_words_changed)
            screen.show_speech(self._speech())
            screen.show_offer(self._offer())
            self._screens[kind] = screen
        return self._screens[kind]

    def prepare_screens(self) -> None:
        """Make every screen now, while nobody waits for it."""
        for kind in _SOON:
            self._screen(kind)

    def _take_presentation(self) -> None:
        self._translation.speak(self._language())
        locale = QLocale(self._language())
        if locale != self.locale():
            # The names of months and the decimal sign; every screen below takes it over.
            self.setLocale(locale)
        presentation = self._presentation()
        self._guard.set_calm(presentation.calm)
        theme = self._themes(self._fitting(presentation))
        if theme is not self._theme:
            self._theme = theme
            for screen in self._screens.values():
                screen.set_theme(theme)
        offer = self._offer()
        for screen in self._screens.values():
            screen.show_offer(offer)

    def _fitting(self, presentation: Presentation) -> Presentation:
        """What staff and the group PIN need on one page has no room for targets of 30 mm."""
        if isinstance(self._stage, stages.StaffArea | stages.EnterPin):
            return replace(presentation, large_targets=False)
        return presentation

    def _offer(self) -> Offer:
        if self._runner is None:
            return Offer(self._preset, self._preset)
        runner = self._runner
        if isinstance(self._stage, stages.StaffArea):
            return Offer(runner.preset, Presentation(runner.preset.language), for_all=True)
        return Offer(runner.presentation, runner.preset, runner.languages)

    def _language(self) -> str:
        """The language of the person here; staff read German, whoever was here before."""
        match self._stage:
            case stages.StaffArea() | stages.EnterPin(form=""):
                return "de"
        return self._preset.language if self._runner is None else self._runner.language

    def _presentation(self) -> Presentation:
        if self._runner is None:
            return self._preset
        return self._runner.presentation

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Every screen fills the window."""
        super().resizeEvent(event)
        for screen in self._screens.values():
            screen.setGeometry(self.rect())

    # -- idling

    def _watch_for(self, before: Stage, stage: Stage) -> None:
        if isinstance(stage, stages.StillThere):
            return  # the watch counts on to the end of the notice
        seconds = idle_seconds(stage, self._alert_seconds)
        if seconds is None:
            self._watch.stop()
        elif (
            type(stage) is not type(before)
            or seconds != idle_seconds(before, self._alert_seconds)
            or not self._watch.running
        ):
            self._watch.start(seconds, self._grace())

    def _grace(self) -> float:
        return self._runner.grace_seconds if self._runner is not None else 0

    def _on_idle(self) -> None:
        self.apply(intents.WentIdle())
        if isinstance(self._stage, stages.Welcome):
            self._reset_screens()  # somebody opened the panel there and left

    def _on_expired(self) -> None:
        if isinstance(self._stage, stages.StillThere):
            self.apply(intents.IdleExpired())

    def _on_corner(self) -> None:
        self.apply(intents.HoldCorner())

    # -- speaking

    def _speech(self) -> Speech:
        if self._speaker.state in (None, Availability.OFF, Availability.NO_AUDIO):
            return Speech.NO_SOUND if self._speaker.state is not None else Speech.OFFERED
        if not self._speaker.speaks(self._language()) and not self._recorded():
            return Speech.NO_VOICE
        return Speech.SPEAKING if self._spoken else Speech.OFFERED

    def _show_speech(self) -> None:
        self._spoken = ""
        self._tell_screens()

    def _tell_screens(self) -> None:
        speech = self._speech()
        for screen in self._screens.values():
            screen.show_speech(speech)

    def _on_voice(self) -> None:
        self._tell_screens()

    def _on_segment(self, segment: str) -> None:
        # Listening is being there, but nobody has asked to hear whether they still are.
        if segment and self._watch.running and not isinstance(self._stage, stages.StillThere):
            self._watch.touched()
        self.current.mark_read(segment or None)

    def _on_read_aloud(self) -> None:
        if self._spoken:
            self._hush()
        else:
            self._say()

    def _on_words_changed(self) -> None:
        """A page was turned within a stage, or the panel opened or closed: read what shows now."""
        self._watch_for(self._stage, self._stage)
        if self._spoken:
            self._hush()
        if self._presentation().read_aloud:
            self._say()

    def _say(self) -> None:
        language = self._language()
        if self._speech() not in (Speech.OFFERED, Speech.SPEAKING):
            return
        self._spoken = "speaking"
        self._speaker.say(self._segments(), language)
        self._tell_screens()

    def _segments(self) -> list[Segment]:
        """What is read: where there is no voice, only what a person has recorded."""
        recorded = self._recorded()
        segments = [
            Segment(key, text, recording=recorded.pop(key, ""))  # of two with one id, the first
            for key, text in self.current.to_read()
        ]
        if self._speaker.speaks(self._language()):
            return segments
        return [each for each in segments if each.recording]

    def _recorded(self) -> dict[str, str]:
        """What a person has recorded of the page on the glass: segment to name in the media."""
        screen = self._screens.get(type(self._stage))
        return dict(screen.to_play()) if screen is not None else {}

    def _hush(self) -> None:
        self._speaker.stop()
        self.current.mark_read(None)
        self._show_speech()

    def _speak_for(self, before: Stage, stage: Stage) -> None:
        """Every action ends what is spoken; a new page is read to those who asked for it.

        So is the page on which they ask.
        """
        if self._spoken:
            self._hush()
        reads, self._reads = self._reads, self._presentation().read_aloud
        if self._reads and (not reads or _page(before) != _page(stage)):
            self._say()

    # -- leaving

    def closeEvent(self, event: QCloseEvent) -> None:
        """A kiosk is not closed from outside."""
        if self._closable:
            event.accept()
            self.quitting.emit()
        else:
            event.ignore()


def _page(stage: Stage) -> tuple[object, ...]:
    """What makes a page another page to somebody who listens."""
    match stage:
        case stages.Asking(question, reminder=reminder, problem=problem):
            return (stages.Asking, question.ref, reminder, problem)
        case stages.Participation(showing_details=details):
            return (stages.Participation, details)
        case stages.Practice(chosen, offering):
            return (stages.Practice, chosen, offering)
        case stages.Pause(resting=resting, stopping=stopping):
            return (stages.Pause, resting, stopping)
        case stages.Hidden(starting_over=asked):
            return (stages.Hidden, asked)
        case _:
            return (type(stage),)
