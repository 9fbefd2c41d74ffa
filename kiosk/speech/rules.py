"""What a rule of spoken language is made of: a pattern of writing, and the words for it."""

import re
from collections.abc import Callable, Mapping

Words = str | Callable[[re.Match[str]], str]
Rule = tuple[re.Pattern[str], Words]


def rule(pattern: str, words: Words) -> Rule:
    """`words` for what `pattern` matches, as `re.sub` has it."""
    return re.compile(pattern), words


def any_of(table: Mapping[str, object]) -> str:
    """A pattern for the keys, longest first; their spaces may be missing."""
    longest_first = sorted(table, key=len, reverse=True)
    return "|".join(re.escape(key).replace(r"\ ", r"\s?") for key in longest_first)


def looked_up(table: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    """The words for the key in the first group of a match of :func:`any_of`."""
    tight = {re.sub(r"\s", "", key): words for key, words in table.items()}
    return lambda match: tight[re.sub(r"\s", "", match[1])]


def respelled(table: Mapping[str, str]) -> Rule:
    """The words of `table` whole and whatever their case."""
    words = {written.casefold(): spoken for written, spoken in table.items()}
    # Ignoring case takes a Turkish ı for an i, casefold does not: such a word stays.
    return rule(
        rf"(?i:\b(?:{any_of(table)})\b)", lambda match: words.get(match[0].casefold(), match[0])
    )


def symbols(table: Mapping[str, str]) -> Rule:
    """The words for single characters."""
    return rule(f"[{''.join(map(re.escape, table))}]", lambda match: table[match[0]])
