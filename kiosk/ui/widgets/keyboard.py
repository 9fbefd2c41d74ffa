"""The on-screen keyboard: QWERTZ or ABC order, with ä ö ü ß, digits and signs on a second page."""

from functools import partial

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from kiosk.journey.presentation import KeyOrder
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.tap_guard import TapGuard

LETTERS = {
    KeyOrder.QWERTZ: ("qwertzuiopü", "asdfghjklöä", "yxcvbnmß,"),
    KeyOrder.ABC: ("abcdefghijk", "lmnopqrstuv", "wxyzäöüß,"),
}
SIGNS = ("1234567890€", "-–:;/()&%+'", '!?…„“"*,=')
NARROW_LETTERS = {
    KeyOrder.QWERTZ: ("qwertzuiop", "asdfghjklö", "yxcvbnmüäß", ","),
    KeyOrder.ABC: ("abcdefghij", "klmnopqrst", "uvwxyzäöüß", ","),
}
NARROW_SIGNS = ("1234567890", "€-–:;/()&%", "+'!?…„“\"*=", ",")
TIGHT_LETTERS = ("abcdefgh", "ijklmnop", "qrstuvwx", "yzäöüß,")
TIGHT_SIGNS = ("12345678", "90€-–:;/", "()&%+'!?", '…„“"*=,')
UNITS, NARROW_UNITS, TIGHT_UNITS = 11, 10, 8
"""Every row is so many letter keys wide; ten, and a row more, where eleven would have less than
12.7 mm: on a 13.3" portrait ten have 12.72. On a 10.1" portrait eight, from A to Z: letters as on a
typewriter need ten."""
TIGHT_SHIFT_UNITS = (2.0, 2.0, 4.0)
SHIFT_UNITS = 2.0
BOTTOM_UNITS = (1.7, 1.7, 4.0, 1.0, 2.6)
LEAST_SPACE_UNITS = 3.0
NARROW_SHIFT_UNITS = (3.0, 2.0, 2.0, 3.0)
NARROW_BOTTOM_UNITS = (2.5, 2.5, 5.0)
ROWS = {UNITS: 4, NARROW_UNITS: 5, TIGHT_UNITS: 6}
KEY_SIDE_MM = 1.6


class Keyboard(QWidget):
    """Keys at least 12.7 mm (VVSG 7.2-I), 15 mm where the glass allows.

    `typed` carries a character, `erased` asks to delete the one before the cursor. Nothing repeats
    while a key is held.
    """

    typed = Signal(str)
    erased = Signal()
    ordered = Signal(object)  # the KeyOrder now in force

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._guard = guard
        self._order = KeyOrder.QWERTZ
        self._signs = False
        self._shifted = False
        self._units = UNITS
        self._letters = [self._key() for _ in "".join(LETTERS[KeyOrder.QWERTZ])]
        for key in self._letters:
            key.clicked.connect(partial(self._on_letter, key))
        self.shift = self._key("shift")
        self.signs = self._key("signs")
        self.order = self._key("order")
        self.space = self._key("space")
        self.dot = self._key("dot")
        self.erase = self._key("erase")
        self.shift.setCheckable(True)
        self.shift.toggled.connect(self.set_shifted)  # by a tap, and by a screen reader
        self.signs.clicked.connect(self._on_signs)
        self.order.clicked.connect(self._on_order)
        self.space.clicked.connect(partial(self.typed.emit, " "))
        self.dot.clicked.connect(partial(self.typed.emit, "."))
        self.erase.clicked.connect(self.erased)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        for key in self.in_order():
            key.set_theme(theme)

    def set_order(self, order: KeyOrder) -> None:
        """Put the letters in another order."""
        if order is not self._order:
            self._order = order
            self.retranslate()

    def set_shifted(self, shifted: bool) -> None:
        """Capital letters for the next key."""
        if shifted != self._shifted:
            self._shifted = shifted
            self.retranslate()

    def retranslate(self) -> None:
        """Set what every key says."""
        letters, signs = {
            UNITS: (LETTERS[self._order], SIGNS),
            NARROW_UNITS: (NARROW_LETTERS[self._order], NARROW_SIGNS),
            TIGHT_UNITS: (TIGHT_LETTERS, TIGHT_SIGNS),
        }[self._units]
        rows = signs if self._signs else letters
        for key, letter in zip(self._letters, "".join(rows), strict=True):
            capital = self._shifted and not self._signs and letter != "ß"
            key.setText(letter.upper() if capital else letter)
        self.shift.setText(self.tr("Groß"))
        self.shift.setChecked(self._shifted)
        self.shift.setEnabled(not self._signs)
        self.signs.setText(self.tr("abc") if self._signs else "123")
        self.signs.setAccessibleName(
            self.tr("Buchstaben") if self._signs else self.tr("Ziffern und Zeichen")
        )
        other = KeyOrder.ABC if self._order is KeyOrder.QWERTZ else KeyOrder.QWERTZ
        self.order.setText("ABC" if other is KeyOrder.ABC else "QWE")
        self.order.setAccessibleName(
            self.tr("Buchstaben von A bis Z")
            if other is KeyOrder.ABC
            else self.tr("Buchstaben wie auf der Schreibmaschine")
        )
        self.order.setEnabled(not self._signs)
        self.order.setVisible(self._units != TIGHT_UNITS)
        self.space.setText(self.tr("Leerzeichen"))
        self.dot.setText(".")
        self.erase.setText(self.tr("Löschen"))
        for key in (self.dot, *self._letters):
            key.setAccessibleName(self._spoken(key.text()))

    def in_order(self) -> list[Button]:
        """The keys as they stand, from left to right and from top to bottom."""
        return [key for row in self._rows() for key in row]

    def least_height(self, key_mm: float, width: int) -> int:
        """Pixels tall with keys of `key_mm` where the keyboard is `width` pixels wide."""
        gap = self._theme.px(self._theme.key_gap_mm)
        rows = ROWS[self._units_in(width)]
        return rows * self._theme.px(key_mm) + (rows - 1) * gap

    def lay_out(self, area: QRect) -> None:
        """Fill `area` with keys."""
        units = self._units_in(area.width())
        if units == NARROW_UNITS:
            area = area.adjusted(-1, 0, 1, 0)  # two pixels of the margins make ten keys 12.7 mm
        self.setGeometry(area)
        if self._units != units:
            self._units = units
            self.retranslate()
        gap = self._theme.px(self._theme.key_gap_mm)
        unit = (area.width() + gap) / units
        rows = self._rows()
        height = (area.height() - (len(rows) - 1) * gap) // len(rows)
        wide = self._wide_keys(unit - gap)
        for number, row in enumerate(rows):
            x = 0.0
            for key in row:
                right = x + wide.get(key, 1.0) * unit
                place = QRect(round(x), number * (height + gap), 0, height)
                place.setRight(round(right) - gap - 1)
                key.setGeometry(place)
                x = right
        self._fit_text(height)

    def _units_in(self, width: int) -> int:
        """As many letter keys to a row as have 12.7 mm."""
        theme = self._theme
        gap, least = theme.px(theme.key_gap_mm), theme.px(theme.key_floor_mm)
        if (width + gap) // UNITS - gap >= least:
            return UNITS
        return NARROW_UNITS if (width + 2 + gap) // NARROW_UNITS - gap >= least else TIGHT_UNITS

    def _rows(self) -> list[list[Button]]:
        """The keys of each row."""
        letters = self._letters
        if self._units == TIGHT_UNITS:
            return [
                *(letters[first : first + TIGHT_UNITS] for first in (0, 8, 16)),
                [*letters[24:], self.dot],
                [self.shift, self.signs, self.erase],
                [self.space],
            ]
        if self._units == UNITS:
            return [
                letters[:UNITS],
                letters[UNITS : 2 * UNITS],
                [self.shift, *letters[2 * UNITS :]],
                [self.signs, self.order, self.space, self.dot, self.erase],
            ]
        return [
            *(letters[first : first + NARROW_UNITS] for first in (0, 10, 20)),
            [self.shift, letters[-1], self.dot, self.erase],
            [self.signs, self.order, self.space],
        ]

    def _wide_keys(self, key: float) -> dict[Button, float]:
        """How many letters' keys wide the others are; `key`: pixels of one letter's."""
        rows = self._rows()
        if self._units == TIGHT_UNITS:
            return dict(zip(rows[-2] + rows[-1], (*TIGHT_SHIFT_UNITS, TIGHT_UNITS), strict=True))
        if self._units == UNITS:
            bottom = zip(rows[-1], self._bottom_units(key), strict=True)
            return {self.shift: SHIFT_UNITS, **dict(bottom)}
        return dict(zip(rows[-2] + rows[-1], NARROW_SHIFT_UNITS + NARROW_BOTTOM_UNITS, strict=True))

    def _bottom_units(self, key: float) -> list[float]:
        """Where the word for erasing is long, the space bar gives it room. `key`: pixels of one."""
        units = list(BOTTOM_UNITS)
        self.erase.set_steps(-2)
        longest = max(self.erase.text().split(), key=len)
        words = self.erase.block(1 << 16).width * len(longest) / len(self.erase.text())
        words += 2 * self._theme.px(KEY_SIDE_MM)
        more = min(max(0.0, words / key - units[-1]), units[2] - LEAST_SPACE_UNITS)
        units[2] -= more
        units[-1] += more
        return units

    def _fit_text(self, height: int) -> None:
        """Letters all in one size, words all in one size, the largest that fit their keys."""
        letters = [*self._letters, self.dot]
        words = [self.shift, self.signs, self.order, self.space, self.erase]
        for group, start in ((letters, 0), (words, -1)):
            for steps in range(start, -3, -1):
                for key in group:
                    key.set_steps(steps)
                if all(_fits(key, height, self._theme.px(KEY_SIDE_MM)) for key in group):
                    break

    def _key(self, name: str = "") -> Button:
        key = Button(self._theme, self._guard, look=Look.KEY, parent=self)
        key.setObjectName(name)
        return key

    def _on_letter(self, key: Button) -> None:
        self.typed.emit(key.text())

    def _on_signs(self) -> None:
        self._signs = not self._signs
        self.retranslate()
        self._fit_text(self.space.height())

    def _on_order(self) -> None:
        other = KeyOrder.ABC if self._order is KeyOrder.QWERTZ else KeyOrder.QWERTZ
        self.set_order(other)
        self.ordered.emit(other)

    def _spoken(self, sign: str) -> str:
        """A sign by its name; letters and digits by themselves."""
        names = {
            ".": self.tr("Punkt"),
            ",": self.tr("Komma"),
            "-": self.tr("Bindestrich"),
            "–": self.tr("Gedankenstrich"),
            ":": self.tr("Doppelpunkt"),
            ";": self.tr("Strichpunkt"),
            "/": self.tr("Schrägstrich"),
            "(": self.tr("Klammer auf"),
            ")": self.tr("Klammer zu"),
            "!": self.tr("Ausrufezeichen"),
            "?": self.tr("Fragezeichen"),
            "…": self.tr("Auslassungspunkte"),
            "„": self.tr("Anführung unten"),
            "“": self.tr("Anführung oben"),
            '"': self.tr("Anführungszeichen"),
            "'": self.tr("Apostroph"),
            "&": self.tr("Und-Zeichen"),
            "%": self.tr("Prozent"),
            "+": self.tr("Plus"),
            "*": self.tr("Sternchen"),
            "=": self.tr("Gleich"),
            "€": self.tr("Euro"),
        }
        return names.get(sign, sign)


def _fits(key: Button, height: int, side: int) -> bool:
    block = key.block(key.width())
    wide = block.width + 2 * side <= key.width()
    return len(block.lines) == 1 and not block.broken and wide and block.height <= height
