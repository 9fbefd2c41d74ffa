"""What came out of the bundles, and what did not: for the protocol and the report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.office.dataset import SetAside
from kiosk.study.response import ResponseKind


class Refusal(StrEnum):
    """Why a bundle or an envelope was kept out."""

    DAMAGED = "damaged"  # the bundle is not what a terminal wrote
    OTHER_PROJECT = "other-project"
    UNKNOWN_TERMINAL = "unknown-terminal"
    UNSEALABLE = "unsealable"  # for another key, or changed
    NOT_A_RESPONSE = "not-a-response"
    SWAPPED = "swapped"  # the id inside is not the one outside
    TWO_CONTENTS = "two-contents"  # one envelope id, two contents: both kept out
    OTHER_STUDY = "other-study"
    TWICE = "twice"  # the same interview in another envelope; the more complete one was kept
    NOT_IN_CODEBOOK = "not-in-codebook"  # holds a value the study does not know: set aside
    EMPTY = "empty"  # an interrupted interview without one answer


_DE: dict[Refusal, str] = {
    Refusal.DAMAGED: "beschädigt oder verändert",
    Refusal.OTHER_PROJECT: "gehört zu einem anderen Projekt",
    Refusal.UNKNOWN_TERMINAL: "stammt von einem unbekannten Gerät",
    Refusal.UNSEALABLE: "lässt sich mit diesem Schlüssel nicht öffnen",
    Refusal.NOT_A_RESPONSE: "enthält keine lesbare Antwort",
    Refusal.SWAPPED: "Kennung innen und außen verschieden: vertauscht",
    Refusal.TWO_CONTENTS: "dieselbe Kennung mit zwei Inhalten: beide nicht gezählt",
    Refusal.OTHER_STUDY: "mit einem anderen Stand der Studie erhoben",
    Refusal.TWICE: "dasselbe Interview in zwei Umschlägen: einmal gezählt",
    Refusal.NOT_IN_CODEBOOK: "passt nicht zum Codebuch: zurückgestellt",
    Refusal.EMPTY: "unterbrochen vor der ersten Antwort",
}

ALARMING = frozenset(Refusal) - {Refusal.TWICE, Refusal.EMPTY}
"""Refusals somebody has to look into."""


@dataclass(frozen=True, slots=True)
class Refused:
    """One bundle or envelope kept out. `detail` is a German sentence or empty."""

    name: str  # file name of the bundle, or the envelope's entry
    reason: Refusal
    detail: str = ""

    @property
    def de(self) -> str:
        """What happened, in German."""
        return f"{self.name}: {_DE[self.reason]}. {self.detail}".rstrip()


@dataclass(frozen=True, slots=True)
class TerminalRead:
    """What arrived of one terminal (`device`: 16 hex digits)."""

    device: str
    batches: tuple[int, ...]  # numbers, sorted
    missing: tuple[int, ...]  # numbers below the highest that did not arrive
    envelopes: int  # different ones that arrived
    announced: int  # envelopes the terminal had written by its latest batch
    forked: tuple[int, ...]  # numbers that arrived with two contents: a cloned terminal
    unchained: tuple[int, ...]  # numbers that do not follow on the batch before

    @property
    def complete(self) -> bool:
        """Whether nothing is missing and nothing contradicts."""
        whole = self.envelopes >= self.announced
        return whole and not (self.missing or self.forked or self.unchained)

    @property
    def de(self) -> str:
        """The state of this terminal's batches in one German line."""
        parts = [f"Gerät {self.device}: {_count(len(self.batches), 'Paket', 'Pakete')}, "
                 f"{_count(self.envelopes, 'Umschlag', 'Umschläge')}"]  # fmt: skip
        if self.missing:
            lack = "es fehlt Paket" if len(self.missing) == 1 else "es fehlen die Pakete"
            parts.append(f"{lack} {_listed(self.missing)}")
        if self.envelopes < self.announced:
            parts.append(f"angekündigt waren {self.announced} Umschläge")
        if self.forked:
            parts.append(f"zwei Inhalte unter den Nummern {_listed(self.forked)}")
        if self.unchained:
            parts.append(f"Kette gebrochen bei {_listed(self.unchained)}")
        return "; ".join(parts) + "."


@dataclass(frozen=True, slots=True)
class OpeningReport:
    """Everything worth knowing about one opening; holds no answer."""

    bundles: int  # different ones accepted
    repeated: int  # envelopes that arrived more than once, unchanged
    responses: int
    interrupted: int  # of the responses: rebuilt from interrupted interviews
    refused: tuple[Refused, ...]
    terminals: tuple[TerminalRead, ...]

    @property
    def alarms(self) -> tuple[str, ...]:
        """German sentences somebody has to act on, most of them by exporting again."""
        refused = [each.de for each in self.refused if each.reason in ALARMING]
        return (*refused, *(each.de for each in self.terminals if not each.complete))

    @property
    def incomplete(self) -> str:
        """One German sentence when something of a terminal has not arrived, else empty."""
        count = sum(not each.complete for each in self.terminals)
        return (
            f"Von {_count(count, 'Gerät', 'Geräten')} fehlt noch etwas oder etwas passt nicht "
            "zusammen."
            if count
            else ""
        )

    @property
    def log(self) -> str:
        """Everything in it as German lines, for the project team only."""
        parts = [self.summary, self.reasons, self.incomplete]
        lines = [part for part in parts if part]
        lines += ["", *(each.de for each in self.terminals)]
        lines += ["", *(each.de for each in self.refused)] if self.refused else []
        return "\n".join(lines) + "\n"

    @property
    def reasons(self) -> str:
        """How often something was kept out, and why, in one German sentence."""
        counted = Counter(each.reason for each in self.refused)
        parts = [f"{count} × {_DE[reason]}" for reason, count in counted.most_common()]
        return f"Nicht gezählt: {'; '.join(parts)}." if parts else ""

    @property
    def summary(self) -> str:
        """One German line."""
        text = (
            f"{_count(self.responses, 'Antwort', 'Antworten')} aus "
            f"{_count(self.bundles, 'Paket', 'Paketen')} von "
            f"{_count(len(self.terminals), 'Gerät', 'Geräten')}"
        )
        return f"{text}, {len(self.refused)} nicht gezählt." if self.refused else f"{text}."


def without(report: OpeningReport, aside: Sequence[SetAside]) -> OpeningReport:
    """The report when these responses were opened but could not be laid out."""
    interrupted = sum(each.response.kind is ResponseKind.INTERRUPTED for each in aside)
    refused = (
        Refused(
            f"e/{each.response.envelope_id}",
            Refusal.NOT_IN_CODEBOOK,
            f"Variable {each.variable} enthält einen unbekannten Wert.",
        )
        for each in aside
    )
    return replace(
        report,
        responses=report.responses - len(aside),
        interrupted=report.interrupted - interrupted,
        refused=tuple(
            sorted((*report.refused, *refused), key=lambda each: (each.name, each.reason))
        ),
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _listed(numbers: tuple[int, ...]) -> str:
    return ", ".join(str(number) for number in numbers)
