"""The one window: shows the screen of the stage there is, hands intents to the journey."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QLocale, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.journey import intents, stages
from kiosk.journey.idle import idle_seconds
from kiosk.journey.intents import Intent
from kiosk.journey.presentation import Presentation, Timbre
from kiosk.journey.stages import Stage
from kiosk.speech.protocol import Availability, Segment
from kiosk.speech.sound import PACES, gain
from kiosk.study.hand import Hand
from kiosk.ui.background import Background
from kiosk.ui.corner import CornerHold
from kiosk.ui.curtain import Curtain
from kiosk.ui.hearing_mark import HearingMark
from kiosk.ui.idle import IdleWatch
from kiosk.ui.key_watch import KeyWatch
from kiosk.ui.keys import Action, Keys
from kiosk.ui.narrator import Glimpse, Narrator, sentence
from kiosk.ui.runner import Runner
from kiosk.ui.scanning import ScanFrame, Scanner
from kiosk.ui.speaker import Speaker
from kiosk.ui.staff.sound_check_screen import SoundCheckScreen
from kiosk.ui.terminal.bottom_strip import Speech
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.theme import Theme, Themes
from kiosk.ui.themed import retheme
from kiosk.ui.touch_watch import TouchWatch
from kiosk.ui.translation import Translation
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.setting import STEPPED, Offer, Setting
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.walking import focus_by_key, show_focus, shows_focus

Maker = Callable[[Theme, QWidget], Screen]
Screens = Mapping[type, Maker]
"""How to make the screen of each stage, on first need."""

_PAINTED_MS = 100
"""By then a new page shows; before that nothing may take its time."""
_SOON = (
    stages.ChooseDisplay,
    stages.Practice,
    stages.Participation,
    stages.ForWhom,
    stages.Asking,
)
"""What somebody sees in the first minute."""
_IN_SIGHT = (
    stages.Preparing,
    stages.HelpCalled,
    stages.StillThere,
    stages.Hidden,
    stages.EnterPin,
    stages.Closed,
    stages.StaffArea,
    stages.DayDesk,
    stages.SoundCheck,
    stages.OutOfOrder,
)
"""What shows to others even if the person here has made the glass dark."""
_STEPS = {
    Action.LOUDER: (Setting.VOLUME, 1),
    Action.SOFTER: (Setting.VOLUME, -1),
    Action.FASTER: (Setting.PACE, 1),
    Action.SLOWER: (Setting.PACE, -1),
}
_CLEARED = (stages.Welcome, stages.Closed, stages.Hidden, stages.Privacy)
"""Where no screen may hold anything of an interview: a screen reader finds what does not show."""
_FOR_STAFF = (stages.Welcome, stages.Closed, stages.HelpCalled, stages.OutOfOrder)
"""Where holding the corner asks for the PIN of staff."""


class Window(QWidget):
    """Holds no answer and decides nothing: stage in, screen out; touch in, intent out.

    Until :meth:`open` brings the journey it shows Preparing, and keeps a tap on "Beginnen".
    """

    shown = Signal(object)  # the Stage now on the glass
    quitting = Signal()

    def __init__(
        self,
        screens: Screens,
        themes: Themes,
        guard: TapGuard,
        translation: Translation,
        speaker: Speaker,
        background: Background,
        clock: Callable[[], float],
        application: QApplication,
        *,
        size: QSize,
        preset: Presentation,
        closable: bool,
        keys: Keys,
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
        self._waiting: Intent | None = None
        self._stage: Stage = stages.Preparing()
        self._spoken = ""
        self._said: dict[str, str] = {}  # what is being spoken: segment to text
        self._hearing = HearingMark()
        self._reads = self._was_dark = False
        self._by_plug = False  # pages are read because headphones were plugged in
        self._patience: int | None = None  # seconds the watch waits here; None: for ever
        self._watch = IdleWatch(application, clock, self)
        self._watch.idle.connect(self._on_idle)
        self._watch.expired.connect(self._on_expired)
        self._frame = ScanFrame(self._theme, self)
        self._scanner = Scanner(self, self._frame, self._begins, self._tell_row)
        self._narrator = Narrator(self)
        self._curtain = Curtain(self._theme, guard, self)
        self._curtain.lifted.connect(self._lift)
        self._curtain.touched.connect(self._on_curtain)
        self._seen: Glimpse | None = None  # when a key was pressed, until its outcome is told
        self._row: list[Button] | None = None  # the row that key led to
        # The window's own, so that nothing of a window that is gone is worked on.
        self._narrating = _soon(self, self._narrate)
        self._catching_up = _soon(self, self._catch_up)
        self._returning = _soon(self, self._return)
        self._preparing = _soon(self, self._prepare_speech)
        self._preparing.setInterval(_PAINTED_MS)
        self._cut = False  # it ended what was being spoken
        self._keys = KeyWatch(
            self,
            application,
            keys,
            pressed=self._on_key,
            act=self._on_action,
            begin=self._begin,
            writes=self._writes,
            touched=self._on_touch,
        )
        self._touches = TouchWatch(self._theme, guard, self)
        self.corner = CornerHold(self._theme, self)
        self.corner.held.connect(self._on_corner)
        speaker.availability.connect(self._on_voice)
        speaker.segment.connect(self._on_segment)
        speaker.word.connect(self._on_word)
        speaker.headphones.connect(self._on_headphones)
        speaker.finished.connect(self._show_speech)
        speaker.failed.connect(self._show_speech)
        self._show(self._stage)

    # -- the journey

    def open(self, runner: Runner) -> None:
        """The rooms behind are open."""
        self._runner = runner
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
            if self._runner is not None:
                self._runner.apply(intent)  # noted in the log
            self.quitting.emit()
            return
        if self._runner is None:
            self._waiting = intent
            return
        before = self._presentation()
        self._show(self._runner.apply(intent))
        if isinstance(intent, intents.PickPresentation):
            self._sample(intent.presentation, before)
        if isinstance(intent, intents.Export) and isinstance(self._stage, stages.StaffArea):
            work = partial(self._runner.export_to, intent.folder)
            self._background.run(work, self.apply)

    # -- showing

    def _show(self, stage: Stage) -> None:
        before, self._stage = self._stage, stage
        screen = self._screen(type(stage))
        screen.expect_stage()
        self._take_presentation()
        screen.wake(self._theme)
        screen.show_offer(self._offer())
        screen.show_stage(stage)
        if isinstance(screen, SoundCheckScreen) and isinstance(stage, stages.SoundCheck):
            speaks = self._speaker.speaks
            screen.show_voices(tuple((name, speaks(tag)) for tag, name in stage.languages))
        for other in self._screens.values():
            if other is not screen and other.isVisibleTo(self):
                other.hide()
                other.sleep()
        if not screen.isVisibleTo(self):
            screen.setGeometry(self.rect())
            screen.show()
            screen.raise_()
        self.corner.setVisible(isinstance(stage, _FOR_STAFF))
        self.corner.raise_()
        if isinstance(stage, _CLEARED) and type(before) is not type(stage):
            self._reset_screens()
            self._by_plug = False
            if isinstance(stage, stages.Welcome | stages.Closed):
                self._speaker.renew()
        self._watch_for(before, stage)
        screen.show_speech(self._speech())  # without a voice it depends on what is recorded of it
        if _page(before) != _page(stage):
            self._guard.page_changed()
            self._lead()
        self._speak_for(before, stage)
        self._curtain.draw(self._dark())
        self._preparing.start()
        self.shown.emit(stage)

    def _reset_screens(self) -> None:
        for each in self._screens.values():
            each.reset()
        self._catching_up.start()

    def _catch_up(self) -> None:
        """One after the other, while nobody waits: the next person finds nothing of the last."""
        if any(each.catch_up(self._theme) for each in self._screens.values()):
            self._catching_up.start()

    def _screen(self, kind: type) -> Screen:
        kind = _kind(kind)
        if kind not in self._screens:
            screen = self._makers[kind](self._theme, self)
            screen.setGeometry(self.rect())
            screen.hide()
            screen.intent.connect(self.apply)
            screen.read_aloud.connect(self._on_read_aloud)
            screen.words_changed.connect(self._on_words_changed)
            screen.page_turned.connect(self._lead)
            screen.show_speech(self._speech())
            screen.show_offer(self._offer())
            screen.sleep()
            self._screens[kind] = screen
        return self._screens[kind]

    def prepare_screens(self) -> None:
        """Make every screen now, while nobody waits for it."""
        for kind in _SOON:
            self._screen(kind)

    def _take_presentation(self) -> None:
        locale = QLocale(self._language())
        if locale != self.locale():
            # The names of months and the decimal sign; every screen below takes it over.
            self.setLocale(locale)
            # Before the words, whose change lays everything out again.
            self.setLayoutDirection(locale.textDirection())
        self._translation.speak(self._language())
        presentation = self._presentation()
        self._guard.set_calm(presentation.calm)
        pace, high = PACES[presentation.pace - 1], presentation.timbre is Timbre.HIGH
        self._speaker.sound(gain(presentation.volume), pace, high=high)
        theme = self._themes(self._fitting(presentation), helped=self._helped())
        if theme is not self._theme:
            self._theme = theme
            retheme(theme, self._frame, self._curtain, self._touches)

    def _fitting(self, presentation: Presentation) -> Presentation:
        """What staff and the group PIN need on one page has no room for targets of 30 mm."""
        if isinstance(
            self._stage, stages.StaffArea | stages.DayDesk | stages.EnterPin | stages.SoundCheck
        ):
            return replace(presentation, large_targets=False)
        return presentation

    def _helped(self) -> bool:
        match self._stage:
            case stages.Asking(hand=hand) | stages.Review(hand=hand):
                return hand is not Hand.SELF
        return False

    def _offer(self) -> Offer:
        if self._runner is None:
            return Offer(self._preset, self._preset)
        runner = self._runner
        if isinstance(self._stage, stages.StaffArea):
            return Offer(runner.preset, Presentation(runner.preset.language), for_all=True)
        return Offer(runner.presentation, runner.preset, runner.languages, speaks=self._can_speak())

    def _can_speak(self) -> bool:
        return self._speaker.state is Availability.OK and self._speaker.speaks(self._language())

    def _language(self) -> str:
        """The language of the person here; staff read German, whoever was here before."""
        match self._stage:
            case (
                stages.StaffArea()
                | stages.DayDesk()
                | stages.SoundCheck()
                | stages.EnterPin(form="")
            ):
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
        self._curtain.lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """From here on there are touches."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            self._touches.watch(handle)

    # -- keys

    def _by_key(self) -> bool:
        return self._keys.by_key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nothing with the focus took is the screen's, as the digits of a PIN."""
        self.current.keyPressEvent(event)

    def _begins(self) -> QWidget | None:
        return self.current.begin_focus()

    def _begin(self) -> None:
        """The first key: from here on the focus shows."""
        where = self._begins()
        if where is not None:
            focus_by_key(where)

    def _lead(self) -> None:
        """Another page: whoever walks by key begins at its first answer."""
        self._scanner.reset()
        if self._keys.by_switch:
            self._scanner.move()
        elif self._by_key():
            self._begin()

    def _on_touch(self, mouse: bool) -> None:
        """Whoever touches sees no focus."""
        if mouse:
            self._guard.begin()
        show_focus(self, shown=False)
        self._scanner.reset()
        self._cut = False

    def _writes(self, text: str) -> bool:
        """A keyboard writes the digits of a PIN, and letters where there is a field."""
        if isinstance(self._stage, stages.EnterPin):
            return text.isdecimal()
        return text.isalpha() and self.current.field() is not None

    def _on_key(self) -> bool:
        """A key was pressed: silence, and soon what came of it. True if it needs no more."""
        self._guard.begin()
        self._cut = bool(self._spoken)
        if self._spoken:
            self._hush()
        self._curtain.button.hide()
        if self.current.any_key():
            return True
        self._row = None
        if self._listens():
            self._seen = self._glimpse()
            self._narrating.start()
        return False

    def _on_action(self, action: Action) -> None:
        match action:
            case Action.MOVE:
                self._scanner.move()
            case Action.SELECT:
                self._scanner.select()
            case Action.READ:
                self._on_read_aloud()
            case Action.LISTEN if self._speech() in (Speech.OFFERED, Speech.SPEAKING):
                if not shows_focus(self):
                    self._begin()
                on = not self._listens()
                wanted = replace(self._presentation(), read_aloud=on, screen_off=False)
                self.apply(intents.PickPresentation(wanted))
            case Action.LOUDER | Action.SOFTER | Action.FASTER | Action.SLOWER:
                setting, by = _STEPS[action]
                self.apply(intents.PickPresentation(self._offer().stepped(setting, by)))
            case Action.STAFF if isinstance(self._stage, _FOR_STAFF):
                self._on_corner()
            case _:
                self.current.act(action)

    # -- reading follows the keys of whoever listens

    def _glimpse(self) -> Glimpse:
        focused = QApplication.focusWidget()
        if focused is not None and not self.current.isAncestorOf(focused):
            focused = None
        read: dict[str, str] = {}
        for key, words in self.current.to_read():
            read[key] = f"{read[key]} {words}" if key in read else words
        return self._narrator.glimpse(self.current, read, focused, private=self._speaker.private)

    def _narrate(self) -> None:
        """Say what came of a key, unless a page was read."""
        seen, self._seen = self._seen, None
        if seen is None or not self._listens():
            return
        if self._row is not None:
            self._speak(self._worded(self._narrator.of_row(self._row)))
            return
        now = self._glimpse()
        news = self._narrator.news(seen, now)
        if news:
            self._speak(self._worded(news, now.focused))

    def _worded(
        self, words: str, focused: QWidget | None = None, segment: str = "own"
    ) -> list[Segment]:
        """`words` by the voice, or as they were spoken before; where there is neither, what a
        person has recorded of the answer."""
        if not words:
            return []
        if self._speaks(words, self._language()):
            return [Segment(segment, words)]
        if not isinstance(focused, Choice):
            return []
        recorded = self._recorded().get(focused.value)
        return [Segment(focused.value, words, recording=recorded)] if recorded else []

    def _tell_row(self, row: list[Button]) -> None:
        self._row = row
        self._curtain.raise_()  # the frame around the row has come to the top

    def _listens(self) -> bool:
        return self._presentation().listens and not self._for_staff()

    def _for_staff(self) -> bool:
        """What staff do is not told to the room."""
        staff = stages.StaffArea | stages.EnterPin | stages.SoundCheck
        return isinstance(self._stage, staff) and not (
            isinstance(self._stage, stages.EnterPin) and self._stage.form
        )

    # -- the dark glass

    def _dark(self) -> bool:
        """Never what others must see and what shows no answer; nor where nothing can be spoken."""
        wanted = self._presentation().screen_off and self._can_speak()
        return wanted and not isinstance(self._stage, _IN_SIGHT)

    def _lift(self) -> None:
        self.apply(intents.PickPresentation(replace(self._presentation(), screen_off=False)))

    def _on_curtain(self) -> None:
        if not self._curtain.button.isHidden():
            self._tell(self._narrator.lifting())

    # -- idling

    def _watch_for(self, before: Stage, stage: Stage) -> None:
        if isinstance(stage, stages.StillThere) and stage.seconds:
            return  # the watch counts on to the end of the notice
        alert, grace = 0, 0
        if self._runner is not None:
            alert, grace = self._runner.alert_seconds, self._runner.grace_seconds
        seconds = idle_seconds(stage, alert)
        if seconds is None:
            self._watch.stop()
        elif (
            type(stage) is not type(before) or seconds != self._patience or not self._watch.running
        ):
            self._watch.start(seconds, grace)
        self._patience = seconds

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
        if not self._speaker.speaks(self._language()) and not self._segments():
            return Speech.NO_VOICE
        return Speech.SPEAKING if self._spoken else Speech.OFFERED

    def _show_speech(self) -> None:
        self._spoken = ""
        self._tell_screen()

    def _tell_screen(self) -> None:
        self.current.show_speech(self._speech())  # the others are told when they show

    def _on_voice(self) -> None:
        self._tell_screen()
        offer = self._offer()
        for screen in self._screens.values():
            screen.show_offer(offer)
        if self._presentation().screen_off and not offer.speaks:
            self._lift()  # nobody may be left with a dark and silent glass

    def _on_headphones(self, plugged: bool) -> None:
        """Whoever plugs in headphones listens, and alone; whoever pulls them out is not overheard.

        A dark glass goes on speaking, and says that the room hears it now.
        """
        if self._spoken:
            self._hush()
        by_plug, self._by_plug = self._by_plug, plugged and not self._listens()
        if self._runner is None or self._for_staff():
            return
        if self._by_plug or (by_plug and not self._presentation().screen_off):
            wanted = replace(self._presentation(), read_aloud=plugged)
            self.apply(intents.PickPresentation(wanted))
        elif self._listens():
            self._say(self._narrator.private(plugged))

    def _on_segment(self, segment: str) -> None:
        # Listening is being there, but nobody has asked to hear whether they still are.
        if segment and self._watch.running and not isinstance(self._stage, stages.StillThere):
            self._watch.touched()
        if segment:
            self.current.heard()
        if self._dark():
            return  # nobody sees it, and it might turn a page
        self.current.mark_read(segment or None)
        self._hearing.begin(self._said.get(segment, ""), self.current.readable())
        focused = QApplication.focusWidget()
        if self._by_key() and (focused is None or not focused.isVisible()):
            self._begin()  # another page of answers shows while it is read

    def _on_word(self, segment: str, start: int, length: int) -> None:
        if segment in self._said and not self._dark():
            self._hearing.point(start, length)

    def _on_read_aloud(self) -> None:
        if self._spoken:
            self._hush()
        elif not self._cut:  # else the key that asks for silence has brought it already
            self._say()

    def _sample(self, wanted: Presentation, before: Presentation) -> None:
        """How loud, how fast or in which voice, in just that way; at the last step once more."""
        for setting in (Setting.VOLUME, Setting.PACE, Setting.TIMBRE):
            now, was = (getattr(each, setting.value) for each in (wanted, before))
            if now != was or (setting in STEPPED and wanted == before):
                self._seen = None  # this is what came of the key
                self._tell(self.current.panel.told(setting))
                return

    def _on_words_changed(self) -> None:
        """A page was turned within a stage, or the panel opened or closed: read what shows now."""
        self._watch_for(self._stage, self._stage)
        self._lead()
        self._preparing.start()
        if self._spoken:
            self._hush()
        if self._listens():
            self._say()

    def _say(self, before: str = "") -> None:
        """Read the page, `before` it a sentence of ours; by key also how far and where one is."""
        self._seen = None  # what came of the key is this page
        first, last = [before], ""
        if self._by_key() and self._listens():
            first.append(self.current.where())
            here = self._glimpse().words if self._row is None else self._narrator.of_row(self._row)
            last = self._narrator.here(here) if here else ""
        own = " ".join(sentence(each) for each in first if each)
        self._speak([*self._worded(own), *self._segments(), *self._worded(last, segment="here")])

    def _tell(self, words: str) -> None:
        """Say a sentence in place of whatever is being said."""
        self._hush()
        self._speak(self._worded(words))

    def _speak(self, segments: list[Segment]) -> None:
        if not segments or self._speech() not in (Speech.OFFERED, Speech.SPEAKING):
            return
        self._spoken = "speaking"
        self._said = {each.id: each.text for each in segments}
        self._speaker.say(segments, self._language())
        self._tell_screen()

    def _segments(self) -> list[Segment]:
        """What is read: where there is no voice, only what was recorded or spoken before."""
        screen = self._made()
        if screen is None:
            return []
        recorded, foreign = self._recorded(), screen.to_speak_otherwise()
        segments = [
            # Of two with one id, the first is recorded.
            Segment(key, text, foreign.get(key, ""), recorded.pop(key, ""))
            for key, text in screen.to_read()
        ]
        return [
            each
            for each in segments
            if each.recording or self._speaks(each.text, each.language or self._language())
        ]

    def _speaks(self, text: str, language: str) -> bool:
        """Whether a voice says it now, or has said it before."""
        return self._speaker.speaks(language) or self._speaker.knows(text, language)

    def _prepare_speech(self) -> None:
        self._speaker.prepare(self._segments(), self._language())

    def _recorded(self) -> dict[str, str]:
        """What a person has recorded of the page on the glass: segment to name in the media."""
        screen = self._made()
        return dict(screen.to_play()) if screen is not None else {}

    def _made(self) -> Screen | None:
        """The screen on the glass; None while it is being made, which asks what can be spoken."""
        return self._screens.get(_kind(type(self._stage)))

    def _hush(self) -> None:
        self._speaker.stop()
        self.current.mark_read(None)
        self._hearing.clear()
        self._show_speech()

    def _speak_for(self, before: Stage, stage: Stage) -> None:
        """Every action ends what is spoken; a new page is read to those who asked for it.

        So is the page on which they ask.
        """
        if self._spoken:
            self._hush()
        reads, self._reads = self._reads, self._listens()
        dark, self._was_dark = self._was_dark, self._presentation().screen_off
        begins = not reads or (self._was_dark and not dark)
        other = begins or _page(before) != _page(stage)
        if isinstance(stage, stages.StillThere) and not isinstance(before, stages.StillThere):
            self._say()  # an alert is seen and heard (EN 301 549 by way of WCAG 2.2.1)
        elif self._reads and other:
            self._say(self._instruction() if begins else "")

    def _instruction(self) -> str:
        """How to get on by ear; whoever touches needs none while they see."""
        if not self._dark() and not self._by_key():
            return ""
        return self._narrator.instruction(dark=self._dark(), switches=self._keys.by_switch)

    # -- leaving

    def changeEvent(self, event: QEvent) -> None:
        """A kiosk is not put aside: what minimises it or takes the focus away has it back."""
        super().changeEvent(event)
        kinds = (QEvent.Type.WindowStateChange, QEvent.Type.ActivationChange)
        if not self._closable and self.isVisible() and event.type() in kinds:
            self._returning.start()

    def _return(self) -> None:
        if self.isMinimized():
            self.showFullScreen()
        if not self.isActiveWindow():
            self.activateWindow()  # the window manager brings it to the front with the focus

    def closeEvent(self, event: QCloseEvent) -> None:
        """A kiosk is not closed from outside."""
        if self._closable:
            event.accept()
            self.quitting.emit()
        else:
            event.ignore()


def _kind(stage: type) -> type:
    """Whose screen a stage has."""
    return stages.Welcome if stage is stages.Preparing else stage


def _soon(window: QWidget, work: Callable[[], None]) -> QTimer:
    """Does `work` once what happens now is over."""
    timer = QTimer(window)
    timer.setSingleShot(True)
    timer.timeout.connect(work)
    return timer


def _page(stage: Stage) -> tuple[object, ...]:
    """What makes a page another page to somebody who listens."""
    match stage:
        case stages.Asking(question, reminder=reminder, problem=problem, hand=hand):
            # With another hand other answers may be seen, and the banner's button goes.
            return (stages.Asking, question.ref, reminder, problem, hand)
        case stages.Review(hand=hand):
            return (stages.Review, hand)
        case stages.Participation(showing_details=details):
            return (stages.Participation, details)
        case stages.Practice(chosen, offering):
            return (stages.Practice, chosen, offering)
        case stages.Privacy(wanted=wanted):
            return (stages.Privacy, wanted)
        case stages.Pause(resting=resting, stopping=stopping):
            return (stages.Pause, resting, stopping)
        case stages.DayDesk(state=state, problems=problems, closing=closing):
            return (stages.DayDesk, state, problems, closing)
        case stages.EnterPin(choosing=choosing, repeating=repeating, refused=refused):
            return (stages.EnterPin, choosing, repeating, refused)
        case stages.Hidden(starting_over=asked):
            return (stages.Hidden, asked)
        case _:
            return (type(stage),)
