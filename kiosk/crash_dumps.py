"""What a crash leaves behind: no image of the memory, for answers can be read in one."""

import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import ctypes
else:
    import resource

_FILTER = Path("/proc/self/coredump_filter")
_NO_WINDOW = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX
_NO_HEAP_NO_QUESTION = 0x01 | 0x20  # WER_FAULT_REPORTING_FLAG_NOHEAP, …_NO_UI


def leave_none() -> None:
    """From now on no crash of this process, or of those it starts, writes its memory down.

    A size of nothing for the file, and on Linux no part of the memory for a collector that gets a
    dump whatever its size (core(5)): it is left with the processor's registers. On Windows no heap
    in an error report (WerSetFlags).
    """
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_NO_WINDOW)
        ctypes.windll.wer.WerSetFlags(_NO_HEAP_NO_QUESTION)
    else:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with suppress(FileNotFoundError):  # another kernel, or one built without dumps
            _FILTER.write_text("0", encoding="ascii")
