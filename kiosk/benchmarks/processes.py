"""What a process and its children cost the machine, as Linux accounts for it."""

from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes of a process tree.

    `pss` counts pages shared with others by share, so it also depends on what else runs; `written`
    counts only what the processes wrote and share with nobody.
    """

    pss: int
    written: int


def accounts_memory(proc: Path = PROC) -> bool:
    """Whether this system tells what a process shares (Linux 4.14 and later)."""
    return (proc / "self" / "smaps_rollup").exists()


def tree(pid: int, proc: Path = PROC) -> list[int]:
    """The process and everything it started that still runs."""
    found = [pid]
    for task in sorted((proc / str(pid) / "task").glob("*/children")):
        for child in task.read_text(encoding="ascii").split():
            found += tree(int(child), proc)
    return found


def memory(pid: int, proc: Path = PROC) -> Memory:
    """The memory of a process tree now."""
    total = {"Pss": 0, "Private_Dirty": 0}
    for each in tree(pid, proc):
        rollup = proc / str(each) / "smaps_rollup"
        for line in rollup.read_text(encoding="ascii").splitlines():
            name, _, rest = line.partition(":")
            if name in total:
                total[name] += int(rest.split()[0]) * 1024
    return Memory(total["Pss"], total["Private_Dirty"])


def processor_ns(pid: int, proc: Path = PROC) -> int:
    """Nanoseconds of processor time a process tree has used so far, its living threads' only."""
    # Not /proc/*/stat: its ticks of 10 ms hide what an idle program does.
    return sum(
        int((task / "schedstat").read_text(encoding="ascii").split()[0])
        for each in tree(pid, proc)
        for task in (proc / str(each) / "task").iterdir()
    )
