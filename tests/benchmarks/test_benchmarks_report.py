from kiosk.benchmarks.figures import Row, Target, figures
from kiosk.benchmarks.report import line, report

FLOOR = figures([2.0, 4.0])
SUBJECT = figures([3.0, 12.34])


def cells(row: Row) -> list[str]:
    return [each.strip() for each in line(row).strip("|").split("|")]


def test_a_subject_names_its_floor_its_ratio_and_a_missed_target() -> None:
    row = Row("Start", "ms", SUBJECT, "bare", (1.5, 3.085), Target("≤ 1.2 ×", False))
    figures_told = ["Start", "3.00 ms", "12.3", "12.3", "12.3", "2"]
    assert cells(row) == [*figures_told, "1.50 / 3.08 bare", "≤ 1.2 ×", "**no**"]


def test_a_floor_has_neither_ratio_nor_target() -> None:
    told = ["Floor", "2.00 ms", "4.00", "4.00", "4.00", "2"]
    assert cells(Row("Floor", "ms", FLOOR)) == [*told, "", "", ""]


def test_a_single_reading_has_no_percentiles() -> None:
    row = Row("Memory", "MB", figures([131.7]), "bare", (2.9, 2.9), Target("≤ 150 MB", True))
    assert cells(row) == ["Memory", "132 MB", "", "", "", "1", "2.90 bare", "≤ 150 MB", "yes"]


def test_small_and_negative_values_keep_three_digits() -> None:
    assert cells(Row("Growth", "MB", figures([-0.0312])))[1] == "-0.031 MB"


def test_a_report_is_a_table_per_section_under_the_facts() -> None:
    text = report((("Cores", "2"),), (("Start", (Row("Floor", "ms", FLOOR),)), ("Memory", ())))
    lines = text.splitlines()
    assert lines[:3] == ["# Benchmark", "", "- Cores: 2"]
    table = lines.index("## Start") + 2
    assert len({row.count("|") for row in lines[table : table + 3]}) == 1
    assert lines[lines.index("## Memory") + 2] == "Not measured on this system."
