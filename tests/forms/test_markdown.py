import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.forms.markdown import BULLET, Block, Span, parse, plain

SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"


def only(text: str) -> tuple[Span, ...]:
    """The spans of the one block."""
    (block,) = parse(text)
    return block.spans


@pytest.mark.parametrize("mark", ["**", "__"])
def test_strong(mark: str) -> None:
    assert only(f"ein {mark}sehr gutes{mark} Wort") == (
        Span("ein "),
        Span("sehr gutes", strong=True),
        Span(" Wort"),
    )


@pytest.mark.parametrize("mark", ["*", "_"])
def test_emphasis(mark: str) -> None:
    assert only(f"{mark}nur{mark} hier") == (Span("nur", emphasis=True), Span(" hier"))


def test_one_inside_the_other() -> None:
    assert only("**a *b* c**") == (
        Span("a ", strong=True),
        Span("b", strong=True, emphasis=True),
        Span(" c", strong=True),
    )
    assert only("*a **b***") == (
        Span("a ", emphasis=True),
        Span("b", strong=True, emphasis=True),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Bürger*innen und Nutzer*innen",
        "5 * 3 * 2",
        "a_b_c",
        "2 ** 3 ** 4",
        "** nichts",
        "ein Sternchen*",
        "#1 und # allein",
        "-5 Grad",
        "1.500 Euro",
        "a < b und c > d",
        "Müller & Söhne; AT&T",
        "[eckig] (rund)",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert parse(text) == (Block((Span(text),)),)


def test_headings_lists_and_breaks() -> None:
    assert parse("# Teil 1 #\nErste Zeile\nzweite\n\n- eins\n- **zwei**\n3. drei") == (
        Block((Span("Teil 1"),), heading=1),
        Block((Span("Erste Zeile\nzweite"),)),
        Block((Span("eins"),), marker=BULLET, apart=True),
        Block((Span("zwei", strong=True),), marker=BULLET),
        Block((Span("drei"),), marker="3. "),
    )
    assert plain("a<br>b<BR/>c<p>d</p>") == "a\nb\nc\nd"


def test_links_keep_their_words_and_lose_their_address() -> None:
    assert plain("Siehe [unsere Seite](https://a.de/b_(c)?d=1 'x') da") != ""
    assert plain('Siehe [**unsere** Seite](https://a.de/b_(c)?d=1 "Titel") da') == (
        "Siehe unsere Seite da"
    )
    assert plain("![Ein Bild](https://a.de/x.png)") == "Ein Bild"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<b>fett</b>", "fett"),
        ('<img src="file:///etc/passwd"/>Bild', "Bild"),
        ("<a href='https://a.de'>hier</a>", "hier"),
        ('<span style="color:red; font-family:x">rot</span>', "rot"),
        ("<script>x()</script>", "x()"),
        ("a<!-- **b** -->c", "ac"),
        (r"\<b\>", "<b>"),
        ("&lt;b&gt; &amp; &#42;kein&#x2a;", "<b> & *kein*"),
        ('**<span style="color:#F00">rot</span>**', "rot"),
    ],
)
def test_tags_are_dropped_and_their_text_stays(text: str, words: str) -> None:
    assert plain(text) == words


def test_a_tag_inside_an_entity_is_not_parsed_again() -> None:
    assert only("&lt;img src=x&gt;") == (Span("<img src=x>"),)


@given(st.text())
def test_any_text_is_parsed(text: str) -> None:
    for block in parse(text):
        assert block.spans
        assert all(span.text for span in block.spans)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Co"))))
def test_escaped_text_means_itself(text: str) -> None:
    escaped = "".join("\\" + each if each in SIGNS else each for each in text)
    assert plain(escaped) == text.strip()


@given(
    st.lists(st.sampled_from(["**", "*", "_", "__", "a", "ö b", " ", "\n", "- ", "[", "](", ")"]))
)
def test_weights_never_lose_a_letter(pieces: list[str]) -> None:
    text = "".join(pieces)
    letters = "".join(each for each in text if each in "aöb")
    said = "".join(each for each in plain(text) if each in "aöb")
    if "](" not in text:
        assert said == letters


@pytest.mark.parametrize("shred", ["***", "**a ", "<!--", "[a](", "<a b ="])
def test_a_thousand_open_signs_do_no_harm(shred: str) -> None:
    assert "b" in plain(shred * 1000 + "b")


@given(st.text("aÄ1.- *_#<&[\\\n\t", max_size=8))
def test_words_without_signs_take_a_short_way_to_the_same(text: str) -> None:
    assert plain(text) == "\n".join(block.text for block in parse(text))
