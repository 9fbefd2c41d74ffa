"""How far a command is, while it works."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import Progress

from kiosk.commands import err


@contextmanager
def counted(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr while the block works; what it yields hears how many are done of how many."""
    with Progress(console=err, transient=True) as progress:
        task = progress.add_task(label, total=None)

        def tell(done: int, of: int) -> None:
            progress.update(task, completed=done, total=of)

        yield tell
