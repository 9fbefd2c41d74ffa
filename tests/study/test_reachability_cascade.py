"""A cascade whose last answer has no place in it: an empty cell of a filter equals nothing."""

from pathlib import Path

from kiosk.forms.reading import read_form
from kiosk.study.building import compile_workbook
from kiosk.study.reachability import reachability

CASCADE = """
| survey |
| | type | name | label | choice_filter | required |
| | select_one land | land | Welches Land? | | yes |
| | select_one kreis | kreis | Welcher Kreis? | land = ${land} | |

| choices |
| | list_name | name | label | land |
| | land | 1 | Sachsen | |
| | land | 2 | Bayern | |
| | land | -99 | keine Angabe | |
| | kreis | 11 | Görlitz | 1 |
| | kreis | 21 | Hof | 2 |
| | kreis | -99 | keine Angabe | LAST |

| settings |
| | form_title | form_id | version |
| | Kaskade | C | 1 |
"""


def codes(folder: Path, last: str) -> dict[str, str]:
    path = folder / "C.md"
    path.write_text(CASCADE.replace("LAST", last), encoding="utf-8")
    form = read_form(compile_workbook(path), "C")
    return {finding.code: finding.place for finding in reachability(form)}


def test_an_answer_that_leaves_no_choice_is_found(tmp_path: Path) -> None:
    assert codes(tmp_path, "")["W613"].endswith("/kreis")


def test_a_choice_for_that_answer_is_enough(tmp_path: Path) -> None:
    assert "W613" not in codes(tmp_path, "-99")
