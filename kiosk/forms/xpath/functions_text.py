"""Strings: XPath 1.0, 4.2, and ODK XForms, "String functions"."""

import base64
import binascii
import hashlib
import math
from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from kiosk.forms.xpath.arguments import of_text, of_texts, one_of, strings
from kiosk.forms.xpath.evaluation import (
    CompileError,
    Context,
    EvaluationError,
    Evaluator,
    Function,
)
from kiosk.forms.xpath.functions_numbers import rounded
from kiosk.forms.xpath.patterns import PatternError, pattern
from kiosk.forms.xpath.syntax import Expr, Literal
from kiosk.forms.xpath.values import Value, to_number, to_string


def _substring(context: Context, args: Sequence[Evaluator]) -> Value:
    text = to_string(args[0](context))
    first = rounded(to_number(args[1](context)))
    last = first + rounded(to_number(args[2](context))) if len(args) > 2 else math.inf
    return "".join(char for place, char in enumerate(text, 1) if first <= place < last)


def _translate(context: Context, args: Sequence[Evaluator]) -> Value:
    text, source, target = (to_string(arg(context)) for arg in args)
    table: dict[int, str | None] = {}
    for place, char in enumerate(source):
        table.setdefault(ord(char), target[place] if place < len(target) else None)
    return text.translate(table)


def _before(text: str, mark: str) -> Value:
    return text.partition(mark)[0] if mark and mark in text else ""


def _after(text: str, mark: str) -> Value:
    return text.partition(mark)[2] if mark else text


def _substr(context: Context, args: Sequence[Evaluator]) -> Value:
    text = to_string(args[0](context))
    first = to_number(args[1](context))
    last = to_number(args[2](context)) if len(args) > 2 else float(len(text))
    if math.isnan(first) or math.isnan(last):
        return ""
    size = len(text)
    return text[int(max(-size, min(first, size))) : int(max(-size, min(last, size)))]


def _join(context: Context, args: Sequence[Evaluator]) -> Value:
    return to_string(args[0](context)).join(strings(context, args[1:]))


def _coalesce(context: Context, args: Sequence[Evaluator]) -> Value:
    for arg in args:
        value = to_string(arg(context))
        if value != "":
            return value
    return ""


def _selected(text: str, value: str) -> Value:
    return value.strip() in text.split()


def _selected_at(context: Context, args: Sequence[Evaluator]) -> Value:
    values = to_string(args[0](context)).split()
    place = to_number(args[1](context))
    if math.isnan(place) or not 0 <= place < len(values):
        return ""
    return values[int(place)]


def _regex(text: str, source: str) -> Value:
    """Whether the whole text fits; no text longer than :data:`patterns.MOST_TEXT` does."""
    try:
        return pattern(source).matches(text)
    except PatternError as error:
        raise EvaluationError(str(error)) from error


def _want_pattern(args: tuple[Expr, ...]) -> None:
    match args:
        case (_, Literal(source)):
            try:
                pattern(source)
            except PatternError as error:
                raise CompileError(error.de, error.en) from error


_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST_LETTERS = 1_000


def _uuid(context: Context, args: Sequence[Evaluator]) -> Value:
    """RFC 4122 version 4, or so many random digits and capital letters (at most 1,000)."""
    draw = context.around.random
    if not args:
        return str(UUID(bytes=bytes(int(draw() * 256) for _ in range(16)), version=4))
    size = to_number(args[0](context))
    count = int(min(size, _MOST_LETTERS)) if size > 0 else 0
    return "".join(_LETTERS[int(draw() * len(_LETTERS))] for _ in range(count))


_DIGESTS: Mapping[str, Callable[[bytes], bytes]] = {
    "MD5": lambda data: hashlib.md5(data, usedforsecurity=False).digest(),
    "SHA1": lambda data: hashlib.sha1(data, usedforsecurity=False).digest(),
    "SHA256": lambda data: hashlib.sha256(data).digest(),
    "SHA384": lambda data: hashlib.sha384(data).digest(),
    "SHA512": lambda data: hashlib.sha512(data).digest(),
}
_ENCODINGS: Mapping[str, Callable[[bytes], str]] = {
    "base64": lambda data: base64.b64encode(data).decode("ascii"),
    "hex": bytes.hex,
}


def _algorithm(text: str) -> str:
    """ODK reads "SHA-256", "sha-256" and "SHA256" alike."""
    return text.upper().replace("-", "")


_want_algorithm = one_of(
    1,
    lambda text: _algorithm(text) in _DIGESTS,
    "ist kein Prüfsummenverfahren",
    "is no hash algorithm",
)
_want_encoding = one_of(
    2, lambda text: text.lower() in _ENCODINGS, "ist keine Kodierung", "is no encoding"
)


def _want_digest(args: tuple[Expr, ...]) -> None:
    _want_algorithm(args)
    _want_encoding(args)


def _digest(context: Context, args: Sequence[Evaluator]) -> Value:
    """XForms 1.1, digest(): the text as UTF-8, the hash in base64 or hexadecimal digits."""
    text, algorithm, *rest = (to_string(arg(context)) for arg in args)
    digest = _DIGESTS.get(_algorithm(algorithm))
    encode = _ENCODINGS.get(rest[0].lower() if rest else "base64")
    if digest is None or encode is None:
        raise EvaluationError("digest() does not know this algorithm or encoding")
    return encode(digest(text.encode()))


def _base64_decode(text: str) -> Value:
    """The decoded UTF-8 text; "" for what is no base64."""
    try:
        return base64.b64decode(text.strip(), validate=True).decode(errors="replace")
    except binascii.Error:
        return ""


TEXTS: Mapping[str, Function] = {
    "string": Function(0, 1, of_text(lambda text: text)),
    "concat": Function(0, None, lambda context, args: "".join(strings(context, args))),
    "join": Function(1, None, _join),
    "starts-with": Function(2, 2, of_texts(lambda text, start: text.startswith(start))),
    "ends-with": Function(2, 2, of_texts(lambda text, end: text.endswith(end))),
    "contains": Function(2, 2, of_texts(lambda text, part: part in text)),
    "substring-before": Function(2, 2, of_texts(_before)),
    "substring-after": Function(2, 2, of_texts(_after)),
    "substring": Function(2, 3, _substring),
    "substr": Function(2, 3, _substr),
    "string-length": Function(0, 1, of_text(lambda text: float(len(text)))),
    "normalize-space": Function(0, 1, of_text(lambda text: " ".join(text.split()))),
    "translate": Function(3, 3, _translate),
    "coalesce": Function(2, None, _coalesce),
    "selected": Function(2, 2, of_texts(_selected)),
    "is-selected": Function(2, 2, of_texts(_selected)),
    "selected-at": Function(2, 2, _selected_at),
    "count-selected": Function(1, 1, of_text(lambda text: float(len(text.split())))),
    "regex": Function(2, 2, of_texts(_regex), check=_want_pattern),
    "uuid": Function(0, 1, _uuid),
    "digest": Function(2, 3, _digest, check=_want_digest),
    "base64-decode": Function(1, 1, of_text(_base64_decode)),
}
