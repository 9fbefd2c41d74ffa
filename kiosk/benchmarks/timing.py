"""The stopwatch."""

import time
from collections.abc import Callable
from typing import ParamSpec

P = ParamSpec("P")


def milliseconds(work: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> float:
    """How long a call takes."""
    before = time.perf_counter_ns()
    work(*args, **kwargs)
    return (time.perf_counter_ns() - before) / 1e6
