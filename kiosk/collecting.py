"""When Python looks for garbage: not while the program starts, and never in what the start made.

What a start imports stays until the end, and walking through it costs about a tenth of the start;
later, in the middle of a question, it would be the longest pause of all.
"""

import gc


def pause_collection() -> None:
    """Collect nothing until :func:`resume_collection`."""
    gc.disable()


def resume_collection() -> None:
    """Collect again, and leave out everything that exists by now."""
    gc.freeze()
    gc.enable()
