"""regex(): Java's regular expressions, matched in time that grows with the text, never explodes.

ODK Collect tests with java.util.regex, where a pattern like (a+)+b takes years on thirty letters.
Here every pattern becomes a finite automaton (Thompson, CACM 11/6, 1968) that reads the text once.
Back-references and look-behind are no part of that and are refused by name.
"""

import re
import string
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

Char = Callable[[str], bool]

MOST_TEXT = 4_000
"""Characters of the longest text that is tested; a longer one matches nothing."""
_MOST_STATES = 4_000


class PatternError(ValueError):
    """A pattern that cannot be read; says why in both languages."""

    def __init__(self, de: str, en: str) -> None:
        super().__init__(en)
        self.de = de
        self.en = en


@dataclass(slots=True)
class _State:
    """One state: `char` leads to `next`, or without `char` to `next` and `other` at once."""

    char: Char | None = None
    holds: Callable[[str, int], bool] | None = None
    next: "_State | None" = None
    other: "_State | None" = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern."""

    start: _State
    accepting: _State

    def matches(self, text: str) -> bool:
        """Whether the whole of `text` fits the pattern."""
        return len(text) <= MOST_TEXT and _run(self.start, self.accepting, text, 0, whole=True)


@lru_cache(maxsize=256)
def pattern(source: str) -> Pattern:
    """The pattern `source` describes. Raises PatternError."""
    reader = _Reader(source)
    tree = reader.alternatives()
    if reader.at < len(source):
        raise _unreadable(source)
    accepting = _State()
    return Pattern(_build(tree, accepting, [0]), accepting)


def _unreadable(source: str) -> PatternError:
    return PatternError(
        f"das Suchmuster „{source}“ ist nicht lesbar", f'cannot read the pattern "{source}"'
    )


# -- what a pattern is made of


@dataclass(frozen=True, slots=True)
class _One:
    char: Char


@dataclass(frozen=True, slots=True)
class _Where:
    holds: Callable[[str, int], bool]


@dataclass(frozen=True, slots=True)
class _Row:
    parts: "tuple[_Tree, ...]"


@dataclass(frozen=True, slots=True)
class _Either:
    ways: "tuple[_Tree, ...]"


@dataclass(frozen=True, slots=True)
class _Times:
    part: "_Tree"
    least: int
    most: int | None


_Tree = _One | _Where | _Row | _Either | _Times


def _build(tree: _Tree, then: _State, count: list[int]) -> _State:
    """The automaton's state from which `tree` leads to `then`."""
    count[0] += 1
    if count[0] > _MOST_STATES:
        raise PatternError("das Suchmuster ist zu lang", "the pattern is too long")
    match tree:
        case _One(char):
            return _State(char=char, next=then)
        case _Where(holds):
            return _State(holds=holds, next=then)
        case _Row(parts):
            for part in reversed(parts):
                then = _build(part, then, count)
            return then
        case _Either(ways):
            start = _build(ways[-1], then, count)
            for way in reversed(ways[:-1]):
                start = _State(next=_build(way, then, count), other=start)
            return start
        case _Times(part, least, most):
            if most is None:
                loop = _State(other=then)
                loop.next = _build(part, loop, count)
                then = loop
            else:
                end = then
                for _ in range(most - least):
                    then = _State(next=_build(part, then, count), other=end)
            for _ in range(least):
                then = _build(part, then, count)
            return then


def _run(start: _State, accepting: _State, text: str, place: int, *, whole: bool) -> bool:
    """Whether the automaton accepts from `place`: all of the rest, or (not whole) some of it."""
    states = _reached([start], text, place)
    for at in range(place, len(text)):
        if not whole and id(accepting) in states:
            return True
        char = text[at]
        follow = [
            state.next
            for state in states.values()
            if state.char is not None and state.next is not None and state.char(char)
        ]
        if not follow:
            return False
        states = _reached(follow, text, at + 1)
    return id(accepting) in states


def _reached(states: list[_State], text: str, place: int) -> dict[int, _State]:
    found: dict[int, _State] = {}
    waiting = states
    while waiting:
        state = waiting.pop()
        if id(state) in found:
            continue
        found[id(state)] = state
        if state.char is None and (state.holds is None or state.holds(text, place)):
            waiting.extend(each for each in (state.next, state.other) if each is not None)
    return found


# -- reading

_CLASSES: dict[str, Char] = {
    # Java without UNICODE_CHARACTER_CLASS: ASCII only.
    "d": lambda char: "0" <= char <= "9",
    "w": lambda char: char.isascii() and (char.isalnum() or char == "_"),
    "s": lambda char: char in " \t\n\x0b\f\r",
    "h": lambda char: (
        char in " \t\xa0\u1680\u180e\u202f\u205f\u3000" or "\u2000" <= char <= "\u200a"
    ),
    "v": lambda char: char in "\n\x0b\f\r\x85\u2028\u2029",
}
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "a": "\a", "e": "\x1b"}
_POSIX: dict[str, Char] = {
    "Lower": lambda char: char in string.ascii_lowercase,
    "Upper": lambda char: char in string.ascii_uppercase,
    "ASCII": str.isascii,
    "Alpha": lambda char: char in string.ascii_letters,
    "Digit": lambda char: char in string.digits,
    "Alnum": lambda char: char in string.ascii_letters + string.digits,
    "Punct": lambda char: char in string.punctuation,
    "Space": lambda char: char in " \t\n\x0b\f\r",
    "Blank": lambda char: char in " \t",
    "XDigit": lambda char: char in string.hexdigits,
    "IsAlphabetic": str.isalpha,
    "IsDigit": str.isdigit,
    "IsLetter": str.isalpha,
    "IsUppercase": str.isupper,
    "IsLowercase": str.islower,
    "IsWhite_Space": str.isspace,
    "IsLatin": lambda char: "LATIN" in unicodedata.name(char, ""),
}
_CATEGORY = re.compile(r"L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfosn]?")
_WORD = _CLASSES["w"]


def _literal(char: str, fold: bool) -> Char:
    if fold:
        wanted = char.lower()
        return lambda each: each.lower() == wanted
    return lambda each: each == char


def _inverted(char: Char) -> Char:
    return lambda each: not char(each)


def _any_of(chars: list[Char]) -> Char:
    return lambda each: any(char(each) for char in chars)


def _boundary(text: str, place: int) -> bool:
    before = place > 0 and (_WORD(text[place - 1]) or text[place - 1].isalnum())
    after = place < len(text) and (_WORD(text[place]) or text[place].isalnum())
    return before != after


class _Reader:
    """Recursive descent over one pattern."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.at = 0
        self._fold = False
        if source.startswith("(?i)"):
            self._fold = True
            self.at = 4

    def _next(self, text: str) -> bool:
        if self._source.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def _take(self) -> str:
        if self.at >= len(self._source):
            raise _unreadable(self._source)
        self.at += 1
        return self._source[self.at - 1]

    def _until(self, mark: str) -> str:
        end = self._source.find(mark, self.at)
        if end < 0:
            raise _unreadable(self._source)
        text = self._source[self.at : end]
        self.at = end + len(mark)
        return text

    def _refused(self, de: str, en: str) -> PatternError:
        return PatternError(
            f"das Suchmuster „{self._source}“ verwendet {de}; das gibt es hier nicht",
            f'the pattern "{self._source}" uses {en}, which is not offered here',
        )

    def alternatives(self) -> _Tree:
        ways = [self._row()]
        while self._next("|"):
            ways.append(self._row())
        return ways[0] if len(ways) == 1 else _Either(tuple(ways))

    def _row(self) -> _Tree:
        parts: list[_Tree] = []
        while self.at < len(self._source) and self._source[self.at] not in "|)":
            if self._next("\\Q"):
                quoted = self._until("\\E") if "\\E" in self._source[self.at :] else self._rest()
                parts.extend(_One(_literal(char, self._fold)) for char in quoted)
                if quoted:  # what follows repeats the last letter
                    parts.append(self._quantified(parts.pop()))
            else:
                parts.append(self._quantified(self._atom()))
        return _Row(tuple(parts))

    def _rest(self) -> str:
        text = self._source[self.at :]
        self.at = len(self._source)
        return text

    def _quantified(self, part: _Tree) -> _Tree:
        while True:
            if self._next("*"):
                least, most = 0, None
            elif self._next("+"):
                least, most = 1, None
            elif self._next("?"):
                least, most = 0, 1
            elif self._next("{"):
                least, most = self._bounds(self._until("}"))
            else:
                return part
            if self._next("+"):
                raise self._refused(
                    "besitzergreifende Wiederholung (*+)", "possessive repetition (*+)"
                )
            self._next("?")  # reluctant and greedy agree on whether the whole text fits
            part = _Times(part, least, most)

    def _bounds(self, text: str) -> tuple[int, int | None]:
        first, comma, last = text.partition(",")
        if not first.isdecimal() or (last and not last.isdecimal()):
            raise _unreadable(self._source)
        least = int(first)
        most = int(last) if last else (None if comma else least)
        if least > _MOST_STATES or (most is not None and not least <= most <= _MOST_STATES):
            raise _unreadable(self._source)
        return least, most

    def _atom(self) -> _Tree:
        char = self._take()
        match char:
            case "(":
                return self._group()
            case "[":
                return _One(self._set())
            case ".":
                return _One(lambda each: each not in "\n\r\x85\u2028\u2029")
            case "^":
                return _Where(lambda _text, place: place == 0)
            case "$":
                return _Where(_at_end)
            case "\\":
                return self._escaped()
            case "*" | "+" | "?" | ")":
                raise _unreadable(self._source)
        return _One(_literal(char, self._fold))

    def _group(self) -> _Tree:
        if self._next("?=") or self._next("?!"):
            wanted = self._source[self.at - 1] == "="
            return self._ahead(self._closed(), wanted)
        if self._next("?<=") or self._next("?<!"):
            raise self._refused("einen Rückblick (?<=…)", "look-behind (?<=…)")
        if self._next("?>"):
            raise self._refused("eine atomare Gruppe (?>…)", "an atomic group (?>…)")
        if self._next("?<"):
            self._until(">")
        elif self._next("?:"):
            pass
        elif self._next("?"):
            raise self._refused("Schalter mitten im Muster (?i)", "flags inside the pattern (?i)")
        return self._closed()

    def _closed(self) -> _Tree:
        tree = self.alternatives()
        if not self._next(")"):
            raise _unreadable(self._source)
        return tree

    def _ahead(self, tree: _Tree, wanted: bool) -> _Tree:
        accepting = _State()
        start = _build(tree, accepting, [0])
        return _Where(
            lambda text, place: _run(start, accepting, text, place, whole=False) == wanted
        )

    def _escaped(self) -> _Tree:
        char = self._take()
        match char:
            case "b":
                return _Where(_boundary)
            case "B":
                return _Where(lambda text, place: not _boundary(text, place))
            case "A" | "G":
                return _Where(lambda _text, place: place == 0)
            case "z":
                return _Where(lambda text, place: place == len(text))
            case "Z":
                return _Where(_at_end)
            case "R":
                line = _One(_CLASSES["v"])
                return _Either(
                    (_Row((_One(_literal("\r", False)), _One(_literal("\n", False)))), line)
                )
        if (char.isdecimal() and char != "0") or char == "k":
            raise self._refused("einen Rückverweis (\\1)", "a back-reference (\\1)")
        return _One(self._class(char))

    def _class(self, char: str) -> Char:
        """What `\\` and `char` stand for, outside and inside [...]."""
        if char in _CLASSES:
            return _CLASSES[char]
        if char.lower() in _CLASSES:
            return _inverted(_CLASSES[char.lower()])
        if char in "pP":
            name = self._until("}") if self._next("{") else self._take()
            found = self._property(name)
            return _inverted(found) if char == "P" else found
        return _literal(self._char(char), self._fold)

    def _char(self, char: str) -> str:
        if char in _CONTROLS:
            return _CONTROLS[char]
        if char in "xu":
            digits = "".join(self._take() for _ in range(2 if char == "x" else 4))
            try:
                return chr(int(digits, 16))
            except ValueError:
                raise _unreadable(self._source) from None
        if char.isascii() and char.isalnum():
            raise _unreadable(self._source)
        return char

    def _property(self, name: str) -> Char:
        if name in _POSIX:
            return _POSIX[name]
        category = name.removeprefix("Is")
        if not _CATEGORY.fullmatch(category):
            raise self._refused(f"\\p{{{name}}}", f"\\p{{{name}}}")
        return lambda each: unicodedata.category(each).startswith(category)

    def _set(self) -> Char:
        """The inside of [...], after the bracket: ranges, classes, nested sets, &&."""
        inverted = self._next("^")
        chars: list[Char] = []
        both: list[Char] = []
        first = True
        while first or not self._next("]"):
            if self._next("&&"):
                both.append(_any_of(chars))
                chars = []
            elif self._next("["):
                chars.append(self._set())
            else:
                chars.append(self._range())
            first = False
        if both:
            both.append(_any_of(chars))
            sides = tuple(both)

            def shared(each: str) -> bool:
                return all(side(each) for side in sides)

            return _inverted(shared) if inverted else shared
        return _inverted(_any_of(chars)) if inverted else _any_of(chars)

    def _range(self) -> Char:
        char = self._take()
        if char == "\\":
            escape = self._take()
            if escape.lower() in _CLASSES or escape in "pP":
                return self._class(escape)
            char = self._char(escape)
        following = self._source[self.at : self.at + 2]
        if following[:1] != "-" or following[1:] in ("]", "[", ""):
            return _literal(char, self._fold)
        self.at += 1
        last = self._take()
        if last == "\\":
            last = self._char(self._take())
        if last < char:
            raise _unreadable(self._source)
        if self._fold:
            return lambda each: char <= each.lower() <= last or char <= each.upper() <= last
        return lambda each: char <= each <= last


def _at_end(text: str, place: int) -> bool:
    """Java's `$` and `\\Z`: the end, or before one last line break."""
    return place == len(text) or text[place:] in ("\n", "\r\n", "\r", "\x85", "\u2028", "\u2029")
