"""Where a sentence ends: text into sentences, for languages written like German."""

import re

_TOKEN = re.compile(r"\S+")
_CLOSING = "“”’\"'»«)]"
_END = re.compile(rf"[.!?…]+[{re.escape(_CLOSING)}]*\Z")
_OPENING = re.compile(r"[„“‚‘»«\"'(\[¿¡–—-]+")
_ORDINAL = re.compile(r"\d{1,3}\.\Z")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+\Z")
_SEPARATOR = "·"


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Abbreviations with a full stop, lower case; those of more parts ("z. B.") part by part.
_ABBREVIATIONS = _listed(
    """
    abb. abs. art. bd. betr. bspw. bzgl. bzw. ca. dgl. dr. ebd. einschl. evtl. ff. fr. ggf. hbf.
    hr. hrn. hrsg. inkl. insb. kap. max. min. mind. mio. mrd. nr. nrn. prof. rd. s. sog. std. st.
    str. tel. tsd. u. usf. v. vgl. z. zzgl. zzt. jan. feb. febr. apr. aug. sept. okt. nov. dez.
    mo. di. mi. do. sa. so. jh. jhd. gegr. geb. verh. tgl. wg. o. i. d. a. e. b. h.
    e.g. i.e. mr. mrs. ms. no. approx. vs.
    np. tj. ul. godz. al. pl. os. dot. m.in. ok. r. św. wg. pkt. ust. zob.
    """
)
_MAY_END = frozenset({"usw.", "etc.", "o.l.", "itd.", "itp.", "a.m.", "p.m.", "uhr."})
STARTERS = _listed(
    """
    das dass der die ein eine er es hier ich ihr ihre in man mit nach sie so und unser unsere viele
    wann warum was wenn wer wie wir wo bitte dann danach dort auch alle jede jeder kein keine
    """
)
"""Words, lower case, that with a capital begin a sentence."""
# Before an ordinal: "am 3. Mai", "der 1. Weg", "vom 2. bis".
_BEFORE_ORDINAL = _listed(
    """
    ab am an beim bis dem den der des die das im in ins jede jeden jeder jedes vom von zum zur
    ihr ihre ihren ihrem ihrer sein seine mein meine dein deine unser unsere nach vor seit und
    """
)
_MONTHS = _listed(
    "januar februar märz april mai juni juli august september oktober november dezember"
)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text without Markdown; a line's end and "·" end a sentence, too.

    Full stops of abbreviations ("z. B.", "Nr.", "Rothenburg/O.L."), of dates ("1.5.2026",
    "am 1. Mai") and of ordinals ("der 3. Weg") end none.
    """
    found = []
    for line in text.splitlines():
        for part in line.split(f" {_SEPARATOR} "):
            found.extend(_of_line(part))
    return tuple(found)


def words(sentence: str) -> int:
    """How many words a sentence has; dashes and signs are none."""
    return sum(any(sign.isalnum() for sign in token) for token in sentence.split())


def _of_line(line: str) -> list[str]:
    tokens = _TOKEN.findall(line)
    found: list[str] = []
    start = 0
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place > start else ""
        after = tokens[place + 1] if place + 1 < len(tokens) else ""
        if not after or _ends(before, token, after):
            found.append(" ".join(tokens[start : place + 1]))
            start = place + 1
    return [each for each in found if words(each)]


def _ends(before: str, token: str, after: str) -> bool:
    """Whether a sentence ends with `token`."""
    if not _END.search(token):
        return False
    bare = token.rstrip(_CLOSING)
    following = _OPENING.sub("", after)
    if bare[-1:] in "!?":
        # A quoted question goes on in lower case: „Warum?“ fragt er.
        return not following[:1].islower()
    plain = _OPENING.sub("", bare).lower()
    next_word = following.rstrip(".,;:!?").lower()
    if plain.rpartition("/")[2] in _MAY_END:
        return next_word in STARTERS and following[:1].isupper()
    if plain in _ABBREVIATIONS or _INITIAL.match(plain):
        return False
    if _ORDINAL.match(plain):
        ordinal = before.lower() in _BEFORE_ORDINAL or next_word in _MONTHS or not before
        return not ordinal and following[:1].isupper()
    return not following[:1].islower()
