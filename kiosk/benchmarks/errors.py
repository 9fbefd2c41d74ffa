"""Why a measurement could not be taken."""

from kiosk.errors import KioskError


class BenchmarkFailed(KioskError):
    """A measured program ended early or showed something else than expected."""


def ended_early(program: str, status: int | None) -> BenchmarkFailed:
    """`program` is the module that was measured, `status` its exit status."""
    return BenchmarkFailed(
        de=f"Das gemessene Programm „{program}“ hat vorzeitig aufgehört (Status {status}). Seine "
        "Meldung steht darüber. Bitte beheben Sie deren Ursache und messen Sie noch einmal.",
        en=f"The measured program “{program}” ended early (status {status}). What it said is "
        "above. Remove the cause and measure again.",
    )
