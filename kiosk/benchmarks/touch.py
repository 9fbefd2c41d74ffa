"""What a person waits for at the glass, by touch, beside a bare Qt window of the same size."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.benchmarks.child import BARE, TOUCHED, running
from kiosk.benchmarks.figures import Figures, Row, Section, Target, figures, ratios

_SIZE = ("1920", "1080")
_TURNS = 20
"""Each brings a person to each of the two questions; a form may order answers for each anew."""
_TAPS = 10
"""At each question, before it is the other program's turn."""
_CHANGES = 3
_INTERVIEWS = 2
_NEVER_MS = 100.0
"""By then a touch must be answered (VVSG 2.0, 7.2-N); here also what follows from it is done."""

_AT_QUESTION = (
    ("pressed", "Finger down on an answer → shown pressed", "press"),
    ("given", "Finger up → answer on disk and shown as chosen", "swap"),
    ("on pressed", "Finger down on “Weiter” → shown pressed", "press"),
    ("arrived", "Finger up from “Weiter” → this question painted, one person's first time", "swap"),
    ("onto", "The same, coming back to it", "swap"),
)
_SETTINGS = (
    ("panel", "“Darstellung”, finger up → panel painted"),
    ("size", "Text size, there and back → painted"),
    ("colours", "Colours, there and back → painted"),
    ("language", "Language, there and back → painted"),
    ("back", "“Schließen”, finger up → question painted"),
)
_ENDS = (
    ("begin", "“Beginnen” → choice of language painted"),
    ("goodbye", "“Fertig” → answers sealed, thanks painted"),
    ("welcome", "Thanks → welcome painted, nothing left of the person"),
)


def touches(
    folder: Path, environment: Mapping[str, str], tell: Callable[[str], None]
) -> list[Section]:
    """Measure on the terminal of `folder`; both programs take turns. Raises BenchmarkFailed."""
    taken: dict[str, list[float]] = defaultdict(list)
    with (
        running(BARE, ("pages", *_SIZE), environment) as bare,
        running(TOUCHED, (str(folder), *_SIZE), environment) as terminal,
    ):
        bare.told()
        terminal.told()
        bare.numbers("taps", _TAPS)  # warms up

        def keep(where: str, numbers: Mapping[str, list[float]]) -> None:
            for what, samples in numbers.items():
                taken[f"{where} {what}"] += samples

        tell("every question for the first time")
        keep("first", terminal.numbers("first"))
        for turn in range(_TURNS):
            tell(f"touches, turn {turn + 1} of {_TURNS}")
            keep("floor", bare.numbers("taps", _TAPS))
            keep("smallest", terminal.numbers("smallest", _TAPS))
            keep("largest", terminal.numbers("largest", _TAPS))
            keep("settings", terminal.numbers("settings", _CHANGES))
            keep("interviews", terminal.numbers("interviews", _INTERVIEWS))
    measured = {what: figures(samples) for what, samples in taken.items()}
    floors = {"press": measured["floor pressed"], "swap": measured["floor onto"]}
    return [
        ("Floors", _floor_rows(floors)),
        ("The question with the fewest answers", _question_rows("smallest", measured, floors)),
        ("The question with the most answers", _question_rows("largest", measured, floors)),
        (
            "Every question of the long form, the first time since the start",
            [_row("Finger up from “Weiter” → painted", measured["first onto"], "swap", floors)],
        ),
        (
            "How things show, at the question with the most answers",
            [_row(words, measured[f"settings {key}"], "swap", floors) for key, words in _SETTINGS],
        ),
        (
            "Beginning and end",
            [_row(words, measured[f"interviews {key}"], "swap", floors) for key, words in _ENDS],
        ),
    ]


def _floor_rows(floors: Mapping[str, Figures]) -> list[Row]:
    return [
        Row("Press: a QPushButton touched → painted", "ms", floors["press"]),
        Row("Swap: let go → next page of a QStackedWidget painted", "ms", floors["swap"]),
    ]


def _question_rows(
    which: str, measured: Mapping[str, Figures], floors: Mapping[str, Figures]
) -> list[Row]:
    return [
        _row(words, measured[f"{which} {key}"], floor, floors) for key, words, floor in _AT_QUESTION
    ]


def _row(what: str, taken: Figures, floor: str, floors: Mapping[str, Figures]) -> Row:
    reached = taken.most <= _NEVER_MS
    target = Target(f"never > {_NEVER_MS:.0f} ms", reached)
    return Row(what, "ms", taken, floor, ratios(taken, floors[floor]), target)
