from random import Random

import pytest

from kiosk.benchmarks.generated_form import GATE, generated_form, opened_by
from kiosk.forms.entry import FormEntry
from kiosk.forms.reading import read_form


@pytest.mark.parametrize("questions", [1, 11, 35])
def test_every_question_but_the_first_hangs_on_the_one_that_opens_it(questions: int) -> None:
    form = read_form(generated_form(questions), "big")
    assert len(form.questions) == questions
    reads = {path: bind.relevant.reads for path, bind in form.binds.items() if bind.relevant}
    assert reads == {
        f"/big/q{place}": frozenset({f"/big/q{opened_by(place)}"}) for place in range(1, questions)
    }


def test_yes_opens_and_no_closes() -> None:
    entry = FormEntry(read_form(generated_form(2 * GATE), "big"), random=Random(1).random)
    nodes = [entry.instance.nodes(f"/big/q{place}")[0] for place in range(2 * GATE)]
    assert len(entry.path()) == 1
    entry.instance.set(nodes[0], "1")
    assert len(entry.path()) == GATE + 1
    entry.instance.set(nodes[GATE], "1")
    assert len(entry.path()) == 2 * GATE
    entry.instance.set(nodes[0], "2")
    assert len(entry.path()) == 1
