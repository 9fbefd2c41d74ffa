"""What the panel "Darstellung" offers: each setting with its values, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from kiosk.journey.presentation import KeyOrder, Presentation, Scheme, Side, Timbre
from kiosk.speech.sound import LOUDEST, PACES


class Setting(Enum):
    """A field of :class:`Presentation` somebody may set, in the order they are offered.

    What people ask for most comes first; accessibility.md §2.
    """

    TEXT_SIZE = "text_size"
    SCHEME = "scheme"
    READ_ALOUD = "read_aloud"
    LANGUAGE = "language"
    VOLUME = "volume"
    PACE = "pace"
    TIMBRE = "timbre"
    LARGE_TARGETS = "large_targets"
    CALM = "calm"
    SIDE = "side"
    SIMPLE = "simple"
    KEY_ORDER = "key_order"
    SCREEN_OFF = "screen_off"


VALUES: Mapping[Setting, tuple[object, ...]] = {
    Setting.TEXT_SIZE: (1, 2, 3),
    Setting.SCHEME: tuple(Scheme),
    Setting.READ_ALOUD: (False, True),
    Setting.VOLUME: tuple(range(1, LOUDEST + 1)),
    Setting.PACE: tuple(range(1, len(PACES) + 1)),
    Setting.TIMBRE: tuple(Timbre),
    Setting.LARGE_TARGETS: (False, True),
    Setting.CALM: (False, True),
    Setting.SIDE: tuple(Side),
    Setting.SIMPLE: (False, True),
    Setting.KEY_ORDER: tuple(KeyOrder),
    Setting.SCREEN_OFF: (False, True),
}
"""The values of every setting but the language, whose values the study has."""


STEPPED = (Setting.VOLUME, Setting.PACE)
"""Changed by one step up or down, not by choosing a value."""
HEARD = (Setting.VOLUME, Setting.PACE, Setting.TIMBRE, Setting.SCREEN_OFF)
"""Of no use where nothing can be heard."""


@dataclass(frozen=True, slots=True)
class Offer:
    """How things are set now, and what else there is.

    `preset` is what "Alles zurücksetzen" leads to; `languages` are (BCP 47 tag, own name).
    `speaks`: something can be heard, so the glass may go dark. `for_all`: staff set how everybody
    finds the terminal, and nobody may find it dark.
    """

    presentation: Presentation
    preset: Presentation
    languages: tuple[tuple[str, str], ...] = ()
    for_all: bool = False
    speaks: bool = False

    def settings(self) -> tuple[Setting, ...]:
        """The settings with something to choose."""
        unwanted = set() if self.speaks else {*HEARD}
        if self.for_all:
            unwanted.add(Setting.SCREEN_OFF)
        some = (each for each in Setting if len(self.values(each)) > 1)
        return tuple(each for each in some if each not in unwanted)

    def values(self, setting: Setting) -> tuple[object, ...]:
        """The values of a setting."""
        if setting is Setting.LANGUAGE:
            return tuple(tag for tag, _ in self.languages)
        return VALUES[setting]

    def value(self, setting: Setting) -> object:
        """How a setting is set."""
        value: object = getattr(self.presentation, setting.value)
        return value

    def wanted(self, setting: Setting, value: object) -> Presentation:
        """The presentation with one of the setting's values."""
        change: dict[str, Any] = {setting.value: value}
        return replace(self.presentation, **change)

    def stepped(self, setting: Setting, by: int) -> Presentation:
        """The presentation with the setting's value `by` steps on, or its last."""
        values = self.values(setting)
        place = values.index(self.value(setting)) + by
        return self.wanted(setting, values[min(max(place, 0), len(values) - 1)])

    def reset(self) -> Presentation:
        """As everybody finds it, but in the language somebody reads."""
        return replace(self.preset, language=self.presentation.language)
