"""regex() reads Java's patterns and never explodes."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.forms.xpath.patterns import MOST_TEXT, PatternError, pattern


@pytest.mark.parametrize(
    ("source", "fits", "not_fits"),
    [
        (r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+\.[A-Za-z]{2,}", "a.b@stadt.de", "a.b@stadt"),
        (r"\d{5}", "91541", "9154"),
        (r"\d+", "12", "\u0663"),
        (r"\w+", "a_1", "ä"),
        (r"\s", "\t", "\xa0"),
        (r"\S\D\W", "ab-", "a1-"),
        (r"\h\v", "\xa0\n", "a\n"),
        (r"\H\V", "ab", " b"),
        (r"a|bc|", "bc", "b"),
        (r"(a|b)*c?", "abba", "abcc"),
        (r"(?:ab)+?", "abab", "aba"),
        (r"(?<tens>\d)x", "1x", "x"),
        (r"a{2}", "aa", "aaa"),
        (r"a{2,}", "aaaa", "a"),
        (r"a{1,3}b", "aaab", "aaaab"),
        (r"a{0}", "", "a"),
        (r"(a?){3}", "aa", "aaaa"),
        (r"(a*)*b", "aaab", "aaa"),
        (r".", "ü", "\n"),
        (r"^ab$", "ab", "a"),
        (r"\Aab\z", "ab", "abc"),
        (r"a$", "a", "a\n"),
        (r"a$\n", "a\n", "a"),
        (r"a\Z\n", "a\n", "a"),
        (r"a\bb|a\b.b", "a-b", "ab"),
        (r"a\Bb", "ab", "a"),
        (r"\p{L}+", "Größe", "G1"),
        (r"\p{Lu}\p{Ll}*", "Ärger", "ärger"),
        (r"\pL\PL", "ä1", "äa"),
        (r"\p{Alpha}\p{Digit}\p{Punct}", "a1!", "ä1!"),
        (r"\p{IsAlphabetic}", "ß", "1"),
        (r"\p{IsLatin}", "ß", "я"),
        (r"[a-z&&[^aeiou]]+", "xyz", "xaz"),
        (r"[a-c[x-z]]+", "ax", "am"),
        (r"[^a-c]", "d", "b"),
        (r"[]a]", "]", "b"),
        (r"[\]\-\\]+", "]-\\", "a"),
        (r"[a-]", "-", "b"),
        (r"[\d.]+", "1.2", "a"),
        (r"[\x41-\u0043]", "B", "D"),
        (r"\Qa.b\E+", "a.bb", "axb"),
        (r"\Q\E\Qx(", "x(", "x"),
        (r"(?i)straße [a-c]", "STRAßE B", "STRAßE D"),
        (r"\.\*\(\)\[\]\{\}\^\$\|\?\+\/", ".*()[]{}^$|?+/", "x"),
        (r"a\tb\n", "a\tb\n", "a b"),
        (r"a\Rb", "a\r\nb", "ab"),
        (r"(?=.*\d)(?=.*[a-z]).{4,8}", "abc1", "abcd"),
        (r"(?!0)\d+", "10", "01"),
        (r"((ab)|(cd))+", "abcdab", "abc"),
    ],
)
def test_patterns_fit_the_whole_text(source: str, fits: str, not_fits: str) -> None:
    assert pattern(source).matches(fits)
    assert not pattern(source).matches(not_fits)


@pytest.mark.parametrize(
    "source",
    [
        "(", ")", "a)", "[", "[a", "*a", "a{2", "a{x}", "a{3,2}", "a{9999}", "\\", "[z-a]", "\\y",
        "\\p{Nope}", "(a)\\1", "\\k<a>", "(?<=a)b", "(?<!a)b", "(?>a)b", "a(?i)b", "a*+", "\\xZZ",
        "(?<a", "((a{99}){99}){99}",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(source: str) -> None:
    with pytest.raises(PatternError) as caught:
        pattern(source)
    assert "Suchmuster" in caught.value.de
    assert "pattern" in caught.value.en


@pytest.mark.parametrize("source", ["(a+)+b", "(a|a)*b", "(a*)*b", "a*a*a*a*a*a*b", "(a|aa)+$b"])
def test_no_pattern_explodes(source: str) -> None:
    compiled = pattern(source)
    begun = time.process_time()
    assert not compiled.matches("a" * 1000)
    assert time.process_time() - begun < 2  # backtracking would outlast the universe


def test_a_text_beyond_the_limit_fits_nothing() -> None:
    assert pattern("a*").matches("a" * MOST_TEXT)
    assert not pattern("a*").matches("a" * (MOST_TEXT + 1))


pieces = st.recursive(
    st.sampled_from(["a", "b", "[ab]", "[^a]", ".", "c", "\\."]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from("*+?")).map(lambda two: f"(?:{two[0]}){two[1]}"),
        inner.map(lambda one: f"(?:{one}){{1,2}}"),
        inner.map(lambda one: f"(?=(?:{one}))"),
    ),
    max_leaves=6,
)


@settings(max_examples=400, deadline=None)
@given(pieces, st.text(st.sampled_from("abc."), max_size=7))
def test_a_pattern_says_what_backtracking_says(source: str, text: str) -> None:
    assert pattern(source).matches(text) == (re.fullmatch(source, text) is not None), source
