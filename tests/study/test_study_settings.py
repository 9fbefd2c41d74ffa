"""study.toml: everything optional has its place, and whatever is wrong is named by its key."""

import re

import pytest
from support.rothenburg import SOURCE

from kiosk.study.errors import StudyError
from kiosk.study.hand import Hand
from kiosk.study.settings import Population, RegisterRow, Site, StudySettings, read_settings

# A study of its own, so that the shipped one may change.
WHOLE = """
project = "probe"
short = "P"
title = "Probe"
town = "Ort"
greeting = "Hallo"
wave = 1
register = [
    { age = 1, sex = 1, count = 80 },
    { area = 1, count = 2700 },
]

[start]
form = "S"
participate = "S3"
route = "S5"
routes = { 1 = "K", 2 = "V", 5 = "A" }
protected = ["A"]
layer1 = []
layer2 = []
saved = "E"
too_young = "E"
declined = "E"
discarded = "E"

[languages.de]
name = "Deutsch (de)"

[languages.pl]
name = "Polski (pl)"
forms = ["S", "K"]
geprueft_von = "J. Nowak"
geprueft_am = 2026-11-20

[languages.en]
name = "English (en)"
geprueft_von = ""

[places]

[presets]

[idle]
alert_seconds = 300
grace_seconds = 45
keep_from = 11

[population]
n = 3850
stichtag = "2026-09-30"
source = "Melderegister"

[targets]
V = 12
K = 5

[[sites]]
code = "rathaus"
name = "Rathaus"

[[sites]]
code = "bibliothek"
name = "Bibliothek"
"""


def read(text: str = WHOLE) -> StudySettings:
    return read_settings(text.encode())


def test_a_language_is_offered_for_every_form_unless_it_says_which() -> None:
    languages = read().languages
    assert languages["de"].forms == ("S", "K", "V", "A")
    assert languages["pl"].forms == ("S", "K")
    assert languages["pl"].name == "Polski (pl)"


def test_a_translation_is_a_draft_until_somebody_has_passed_it() -> None:
    languages = read().languages
    assert not languages["de"].draft
    assert languages["en"].draft
    assert not languages["pl"].draft
    assert languages["pl"].geprueft_am == "2026-11-20"


def test_sites_population_register_and_targets_are_read() -> None:
    settings = read()
    assert settings.sites == (Site("rathaus", "Rathaus"), Site("bibliothek", "Bibliothek"))
    assert settings.population == Population(3850, "2026-09-30", "Melderegister")
    assert settings.register == (RegisterRow(1, 1, None, 80), RegisterRow(None, None, 1, 2700))
    assert settings.targets == {"V": 12, "K": 5}
    assert settings.start.protected == ("A",)


def test_what_the_town_must_still_fill_in_is_missing_and_not_invented() -> None:
    shipped = read_settings((SOURCE / "study.toml").read_bytes())
    assert shipped.register == ()
    assert shipped.population.n is None
    assert shipped.population.stichtag == ""
    assert shipped.targets == {"V": 12, "K": 5, "U": 6, "O": 6, "A": 10}


HELP = '[assistance]\nquestion = "S7"\nhelper = "2"\nproxy = "3"\nhides = ["X1"]\n\n'


def test_who_answers_may_be_said_by_a_question() -> None:
    assistance = read(WHOLE.replace("[targets]", HELP + "[targets]")).assistance
    assert assistance.said("S7", "2") is Hand.HELPER
    assert assistance.said("S7", "3") is Hand.PROXY
    assert assistance.said("S7", "1") is Hand.SELF
    assert assistance.said("S7", "") is None
    assert assistance.said("D1", "2") is None
    assert assistance.hides == {"X1"}
    assert read().assistance.said("", "2") is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('question = "S7"\n', "", "assistance: question gehört zusammen mit"),
        ('helper = "2"\nproxy = "3"\n', "", "assistance: question gehört zusammen mit"),
        ('proxy = "3"', 'proxy = "2"', "assistance: 2 kommt mehr als einmal vor"),
        ("hides", "hidden", "assistance.hidden ist unbekannt"),
    ],
)
def test_who_answers_is_said_whole(old: str, new: str, said: str) -> None:
    with pytest.raises(StudyError) as caught:
        read(WHOLE.replace("[targets]", HELP.replace(old, new) + "[targets]"))
    assert said in caught.value.de


def test_only_the_sections_with_a_default_may_be_left_out() -> None:
    short = WHOLE[: WHOLE.index("[population]")]
    short = re.sub(r"(?s)register = \[.*?\n\]\n", "", short)
    settings = read(short.replace('protected = ["A"]\n', ""))
    assert settings.population == Population()
    assert (settings.sites, settings.register, settings.start.protected) == ((), (), ())
    assert settings.targets == {}
    with pytest.raises(StudyError, match="idle is missing"):
        read(short[: short.index("[idle]")])


FIVE_SITES = "".join(f'[[sites]]\ncode = "s{n}"\nname = "S"\n' for n in range(3))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name = "Polski (pl)"', "", "languages.pl.name fehlt"),
        ('name = "Polski (pl)"', 'name = "P"\ncolour = 1', "languages.pl.colour ist unbekannt"),
        ('[languages.de]\nname = "Deutsch (de)"', '[languages]\nde = "x"', "languages.de muss"),
        ('forms = ["S", "K"]', 'forms = ["S", "U"]', "languages.pl.forms nennt"),
        ('forms = ["S", "K"]', 'forms = ["K"]', "languages.pl.forms muss eine Liste mit S"),
        ('forms = ["S", "K"]', 'forms = ["S"]', "languages.pl.forms muss eine Liste mit S"),
        ("geprueft_am = 2026-11-20", "", "languages.pl: geprueft_von und geprueft_am"),
        ("geprueft_am = 2026-11-20", 'geprueft_am = "gestern"', "languages.pl.geprueft_am"),
        ('protected = ["A"]', 'protected = ["U"]', "start.protected nennt"),
        ("n = 3850", 'n = "viele"', "population.n"),
        ("n = 3850", "n = -1", "population.n"),
        ('stichtag = "2026-09-30"', 'stichtag = "2026-13-30"', "population.stichtag"),
        ("V = 12", "W = 12", "targets nennt"),
        ("V = 12", "V = 0", "targets.V"),
        ('code = "rathaus"', 'code = "../x"', "sites[1].code"),
        ('code = "bibliothek"', 'code = "rathaus"', "sites: rathaus"),
        ('code = "rathaus"', "", "sites[1].code fehlt"),
        ("[[sites]]", FIVE_SITES + "[[sites]]", "sites muss eine Liste von höchstens 4"),
        ("{ area = 1, count = 2700 }", "{ count = 2700 }", "register[2] muss"),
        ("{ area = 1, count = 2700 }", "{ area = 1 }", "register[2].count fehlt"),
        ("{ area = 1, count = 2700 }", "{ age = 1, sex = 1, count = 9 }", "register: "),
        ("{ area = 1, count = 2700 }", '{ area = "1", count = 9 }', "register[2].area"),
        ("{ area = 1, count = 2700 }", "7", "register[2]"),
    ],
)
def test_what_is_wrong_is_named_by_its_key(old: str, new: str, said: str) -> None:
    assert old in WHOLE
    with pytest.raises(StudyError) as caught:
        read(WHOLE.replace(old, new, 1))
    assert said in caught.value.de
