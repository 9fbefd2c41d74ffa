"""Whatever an author types into whichever cell: the check ends, and names cells that are there."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.workbooks import Draft

from kiosk.study.checking import check_source
from kiosk.study.diagnosis import lines

JUNK = st.sampled_from(
    [
        "", "x", "1", "-97", "${", "${}", "${F1}", "${NIX}", "}{", "{amt}", "{nix}", "'", '"',
        "<a>", "&", "begin group", "end group", "begin repeat", "end repeat", "select_one", "x y",
        "select_one ja", "select_multiple ding or_other", "rank", "calculate", "range",
        "geopoint", "audit", "note",
        "once(random())", "position(..)", "/data", "/data/g", "..", ". = .", "=", "(((", "yes",
        "true()", "randomize=true", "ä", "meta", "data", "name", "label", "ALL", "a b", "F1", "g",
        "\ue000", "„so“", "|", "x" * 400, "kiosk", "jr:count", "::", "media::image",
        "orte.csv", "${last-saved#F1}", "field-list", "table-list", "pulldata('a', 'b', 'c', 'd')",
    ]
)  # fmt: skip


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_the_check_ends_whatever_is_typed(data: st.DataObject) -> None:
    draft = Draft()
    for _ in range(data.draw(st.integers(1, 4))):
        book = draft.books[data.draw(st.sampled_from(["S", "Main", "Short"]))]
        table = book[data.draw(st.sampled_from(sorted(book)))]
        row = table[data.draw(st.integers(0, len(table) - 1))]
        row[data.draw(st.integers(0, len(row) - 1))] = data.draw(JUNK)
    ending = data.draw(st.sampled_from([".md", ".xlsx"]))
    with tempfile.TemporaryDirectory() as folder:
        draft.write(Path(folder) / "probe", ending)
        found = check_source(Path(folder) / "probe").diagnosis
    names = {f"{form}{ending}" for form in draft.books} | {"study.toml"}
    for each in found.all:
        assert each.cell.file in names or each.cell.file.startswith("media/")
        if each.cell.file.startswith(("S.", "Main.", "Short.")) and each.cell.row:
            assert (
                each.cell.sheet in draft.books[each.cell.file.partition(".")[0]] or each.cell.sheet
            )
        assert each.finding.de
        assert each.finding.en
    assert len(lines(found.all, "de")) == len(found.all)
