"""`kiosk bench`: comparable figures."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kiosk.benchmarks.report import measured
from kiosk.commands import group, plainly, say

app = group(say("Messungen.", "Measurements."))


@app.command(help=say("Misst Start, Fragen, Platte, Speicher.", "Measures."))
@plainly
def bench(
    output: Annotated[Path | None, typer.Option(help="Markdown")] = None,
    interviews: Annotated[int, typer.Option()] = 500,
) -> None:
    """Comparable figures: p50, p95 and the ratio to a floor measured in the same run."""
    text = measured(interviews)
    sys.stdout.write(text)
    if output is not None:
        output.write_text(text, encoding="utf-8")
