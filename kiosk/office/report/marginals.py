"""The Grundauszählung: every question with its counts, the paper every council expects first."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from kiosk.office.dataset import Dataset
from kiosk.office.disclosure import LEAST, Suppression
from kiosk.office.opening import OpeningReport
from kiosk.office.progress import Progress, silent
from kiosk.office.report.blocks import flowables
from kiosk.office.report.content import blocks
from kiosk.office.report.front import Survey, cover, reading, too_few
from kiosk.office.report.printed import Block
from kiosk.office.tallies import questions, tally_of
from kiosk.papers.sheet import Imprint, render
from kiosk.papers.typeface import Typeface

_WHAT = "Bericht setzen"


@dataclass(frozen=True, slots=True)
class Marginals:
    """The report's bytes (PDF) and everything it hides."""

    pdf: bytes
    suppressed: tuple[Suppression, ...]


def marginals(
    data: Dataset,
    survey: Survey,
    face: Typeface,
    report: OpeningReport | None = None,
    progress: Progress = silent,
) -> Marginals:
    """Count every question and set the report; under 5 responses it shows no result at all."""
    progress(0, 2, _WHAT)
    made: Sequence[Block] = ()
    suppressed: tuple[Suppression, ...] = ()
    if data.rows >= LEAST:
        made, suppressed = blocks(questions(data), data.rows)
    progress(1, 2, _WHAT)
    instruments, mode = tally_of(data, "INSTR"), tally_of(data, survey.mode)

    def story() -> list[Flowable]:
        front = cover(survey, data.rows, instruments, mode, face)
        if not made:
            return [*front, *too_few(face)]
        body = [part for block in made for part in flowables(block, face)]
        return [*front, *reading(report, face), *body]

    title = f"Grundauszählung – {survey.title}"
    pdf = render(
        Imprint(
            title=title,
            author=survey.author,
            subject=f"{survey.town}, Welle {survey.wave}, Studie {survey.study[:16]}",
            head=f"{survey.town} · Grundauszählung, Welle {survey.wave}",
            foot="Ungewichtet · freiwillige Teilnahme, keine Zufallsstichprobe · • verdeckt",
        ),
        face,
        story,
    )
    progress(2, 2, _WHAT)
    return Marginals(pdf, suppressed)
