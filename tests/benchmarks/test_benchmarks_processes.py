import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.benchmarks.processes import accounts_memory, memory, processor_ns, tree

ROLLUP = (
    "55d0-7ffd ---p 0 00:00 0 [rollup]\nPss: {pss} kB\nPrivate_Clean: 3 kB\nPrivate_Dirty: 4 kB\n"
)


def fake(proc: Path, pid: int, children: str, pss: int, spent: tuple[int, ...]) -> None:
    for number, nanoseconds in enumerate(spent):
        task = proc / str(pid) / "task" / str(pid + number)
        task.mkdir(parents=True)
        (task / "children").write_text(children if number == 0 else "")
        (task / "schedstat").write_text(f"{nanoseconds} 5 6\n")
    (proc / str(pid) / "smaps_rollup").write_text(ROLLUP.format(pss=pss))


@pytest.fixture
def proc(tmp_path: Path) -> Path:
    fake(tmp_path, 10, "20 30 ", 100, (1000, 200))
    fake(tmp_path, 20, "40 ", 10, (30,))
    fake(tmp_path, 30, "", 1, (4,))
    fake(tmp_path, 40, "", 2000, (50_000,))
    fake(tmp_path, 99, "", 7, (7,))
    return tmp_path


def test_a_tree_is_everything_a_process_started(proc: Path) -> None:
    assert sorted(tree(10, proc)) == [10, 20, 30, 40]


def test_memory_and_processor_time_are_sums_over_the_tree(proc: Path) -> None:
    taken = memory(10, proc)
    assert taken.pss == (100 + 10 + 1 + 2000) * 1024
    assert taken.written == 4 * 4 * 1024
    assert processor_ns(10, proc) == 1000 + 200 + 30 + 4 + 50_000


def test_a_system_that_does_not_account_memory(tmp_path: Path) -> None:
    assert not accounts_memory(tmp_path)


@pytest.mark.skipif(not accounts_memory(), reason="the system does not account shared memory")
def test_a_real_child_is_found_and_costs_something() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "print(flush=True); input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        assert tree(child.pid) == [child.pid]
        taken = memory(child.pid)
        assert 0 < taken.written <= taken.pss
        assert processor_ns(child.pid) > 0
        child.communicate(b"\n")
