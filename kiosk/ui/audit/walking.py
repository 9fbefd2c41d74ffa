"""One walk through all screens of a study, judged page by page."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.journey.presentation import Presentation, Scheme
from kiosk.study.settings import StudySettings
from kiosk.ui.audit.finding import Finding, Walked
from kiosk.ui.audit.letters import smaller_letters
from kiosk.ui.audit.plan import Walk
from kiosk.ui.audit.rules import painted_breaches, standing_breaches, tried_breaches
from kiosk.ui.audit.sights import Sight, Sights
from kiosk.ui.fitting.breaches import Breach, Rule, place
from kiosk.ui.fitting.displays import display
from kiosk.ui.fitting.study import Laid
from kiosk.ui.theme import Theme, Themes, with_accent
from kiosk.ui.translation import Translation

WIDE_PX = 960
"""A picture of the report; half the pixels of a usual panel."""
MOST_PICTURES = 60
"""Of one walk: more findings than that nobody looks at one by one."""
STAFF_LANGUAGE = "de"
_FRAME_PX = 8
_FRAME = QColor("#C2185B")


def walked(walk: Walk, laid: Laid, settings: StudySettings, translation: Translation) -> Walked:
    """Walk once. Needs an application, the offscreen platform and the fonts."""
    translation.speak(walk.language)
    themes = Themes(display(walk.display), with_accent(settings.look.accent))
    wanted = Presentation(
        walk.language, walk.text_size, large_targets=walk.large_targets, side=walk.side
    )
    below_banner = themes(wanted, helped=True)
    sights = Sights(laid, settings, themes(wanted), below_banner)
    judged = _Judged(walk)
    staff = walk.language == STAFF_LANGUAGE and not walk.large_targets
    for sight in sights.every(walk.language, staff=staff):
        new = sight.kind not in judged.kinds
        judged.kinds.add(sight.kind)
        if new or walk.every_page:
            judged.look(sight)
        if new and walk.schemes:
            judged.try_out(sight)
            theme = sight.screen.theme
            for scheme in walk.schemes:
                coloured = themes(replace(wanted, scheme=scheme), helped=theme is below_banner)
                sight.screen.set_theme(coloured)
                judged.paint(sight, coloured)
            sight.screen.set_theme(theme)
    sights.close()
    return judged.result()


class _Judged:
    """What has been judged so far on one walk."""

    def __init__(self, walk: Walk) -> None:
        self.kinds: set[str] = set()
        self._walk = walk
        self._pages = self._painted = self._small = self._letters = 0
        self._findings: list[Finding] = []
        self._pictured: set[tuple[Rule, str, str]] = set()

    def look(self, sight: Sight) -> None:
        """By the rules that need no colours."""
        theme = sight.screen.theme
        self._pages += 1
        self._take(sight, standing_breaches(sight.screen, theme), theme.scheme)
        small, letters = smaller_letters(sight.screen, theme)
        self._small += small
        self._letters += letters

    def try_out(self, sight: Sight) -> None:
        """By keys and swipes."""
        _activate(sight.screen)
        self._take(sight, tried_breaches(sight.screen), Scheme.STANDARD)

    def paint(self, sight: Sight, theme: Theme) -> None:
        """By the pixels in one scheme."""
        self._painted += 1
        _activate(sight.screen)
        self._take(sight, painted_breaches(sight.screen, theme), theme.scheme)

    def result(self) -> Walked:
        """All of it."""
        return Walked(
            self._walk,
            self._pages,
            self._painted,
            self._small,
            self._letters,
            tuple(self._findings),
        )

    def _take(self, sight: Sight, breaches: Sequence[Breach], scheme: Scheme) -> None:
        for breach in breaches:
            found = Finding(
                breach.rule,
                sight.name,
                sight.kind,
                breach.words,
                breach.detail,
                breach.promised,
                self._walk,
                scheme,
            )
            if found.like not in self._pictured and len(self._pictured) < MOST_PICTURES:
                self._pictured.add(found.like)
                found = replace(found, picture=_framed(sight.screen, breach.widget))
            self._findings.append(found)


def _activate(screen: QWidget) -> None:
    """Let the focus be this window's, as it is on the terminal."""
    if not screen.isActiveWindow():
        screen.activateWindow()
        QApplication.processEvents()


def _framed(screen: QWidget, widget: QWidget) -> bytes:
    """A PNG of the screen with a frame around the widget."""
    grabbed = screen.grab()
    painter = QPainter(grabbed)
    area = place(widget, screen).adjusted(-_FRAME_PX, -_FRAME_PX, _FRAME_PX, _FRAME_PX)
    for colour, thick in ((QColor("#FFFFFF"), 2 * _FRAME_PX), (_FRAME, _FRAME_PX)):
        painter.setPen(QPen(colour, thick))
        painter.drawRect(area)
    painter.end()
    small = grabbed.scaledToWidth(WIDE_PX, Qt.TransformationMode.SmoothTransformation)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.save(buffer, "PNG")
    return bytes(buffer.data().data())
