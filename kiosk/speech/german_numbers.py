"""German number words."""

_SMALL = (
    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun",
    "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn",
    "achtzehn", "neunzehn",
)  # fmt: skip
_TENS = (
    "–", "zehn", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig",
    "achtzig", "neunzig",
)  # fmt: skip
_IRREGULAR_ORDINALS = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}

LARGEST = 999_999_999


def cardinal(number: int) -> str:
    """0 to LARGEST: 21 is "einundzwanzig". Raises ValueError beyond."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"{number} has no words here")
    millions, rest = divmod(number, 1_000_000)
    if not millions:
        return _below_million(rest)
    words = "eine Million" if millions == 1 else f"{_joined(millions)} Millionen"
    return f"{words} {_below_million(rest)}" if rest else words


def ordinal(number: int, ending: str) -> str:
    """ "der 3." with ending "e" is "dritte"."""
    last = number % 100
    stem = cardinal(number)
    if last in _IRREGULAR_ORDINALS:
        head = cardinal(number - last) if number > last else ""
        return head + _IRREGULAR_ORDINALS[last] + ending
    return stem + ("t" if 1 < last < 20 else "st") + ending


def year(number: int) -> str:
    """1100 to 1999 in hundreds, as years are spoken; any other as a cardinal."""
    if not 1100 <= number <= 1999:
        return cardinal(number)
    hundreds, rest = divmod(number, 100)
    return cardinal(hundreds) + "hundert" + (cardinal(rest) if rest else "")


def digits(text: str) -> str:
    """Each digit by itself, as telephone numbers are spoken."""
    return " ".join(_SMALL[int(digit)] for digit in text if digit.isdigit())


def _below_million(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(rest)
    return _joined(thousands) + "tausend" + (_below_thousand(rest) if rest else "")


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    return _joined(hundreds) + "hundert" + (_below_hundred(rest) if rest else "")


def _below_hundred(number: int) -> str:
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return (f"{_joined(ones)}und" if ones else "") + _TENS[tens]


def _joined(number: int) -> str:
    """As the front of a longer word: "ein", "hundertein", never "eins"."""
    words = _below_thousand(number)
    return words.removesuffix("s") if words.endswith("eins") else words
