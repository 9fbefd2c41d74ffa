"""Forms that cannot be asked are refused when they are read, by name, never in the interview."""

import pytest
from support.rothenburg import package

from kiosk.forms.errors import FormError
from kiosk.forms.reading import read_form
from kiosk.sealing.stored_zip import read_zip

FORM = dict(read_zip(package()))["forms/V.xml"].decode()
AT = FORM.index("<h:html")


def entities(declared: str) -> str:
    told = FORM[AT:].replace("<value>", "<value>&e;", 1)
    return f"{FORM[:AT]}<!DOCTYPE a [{declared}]>{told}"


def condition(source: str) -> str:
    return FORM.replace('relevant="', f'relevant="{source} or ', 1)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (entities('<!ENTITY e SYSTEM "file:///etc/passwd">'), "DOCTYPE"),
        (entities('<!ENTITY e "ha">'), "DOCTYPE"),
        ("<a>" * 300 + "</a>" * 300, "kein lesbares XML"),
        ("", "kein lesbares XML"),
        ("<a/>", "ist kein XForm"),
        (condition("(" * 400 + "1" + ")" * 400), "zu tief verschachtelt"),
        (condition("+".join("1" * 3000)), "zu tief verschachtelt"),
        (condition("count('a')"), "nicht auf einen Wert"),
        (condition("count(if(1, ., 2))"), "nicht auf einen Wert"),
        (condition("(1)[1]"), "nicht auf einen Wert"),
        (condition("(1 | .)"), "nicht auf einen Wert"),
        (condition("('a')/b"), "nicht auf einen Wert"),
        (condition("regex('a', '[')"), "Suchmuster"),
        (condition("count(instance('nope')/root)"), "die Liste „nope“ gibt es nicht"),
        (condition("pulldata('a')"), "pulldata() passt nicht zu 1 Angaben"),
        (condition("pulldata('nope', 'a', 'b', 'c')"), "die Liste „nope“ gibt es nicht"),
        (condition("property('deviceid')"), "property() gibt es hier nicht: eine anonyme Umfrage"),
        (condition("thousand(1)"), "die Funktion thousand() ist unbekannt"),
        (condition("/data/NOPE"), "/data/NOPE, das es nicht gibt"),
        (condition("1 1"), "nicht lesbar"),
        (FORM.replace("<bind nodeset", '<bind foo="1" nodeset', 1), "foo"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(form: str, said: str) -> None:
    with pytest.raises(FormError) as caught:
        read_form(form.encode(), "V")
    assert said in caught.value.de
    assert "„V“" in caught.value.de


def test_comments_and_processing_instructions_say_nothing() -> None:
    for mark in ("<!-- x -->", "<?foo bar?>"):
        for place in ("<instance>", "<value>", "<h:body>", "<itext>"):
            noted = FORM.replace(place, place + mark, 1)
            assert noted != FORM
            assert read_form(noted.encode(), "V").questions
