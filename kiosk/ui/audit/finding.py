"""What an audit found, as plain data that processes hand to each other."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kiosk.journey.presentation import Scheme
from kiosk.ui.audit.plan import Walk
from kiosk.ui.fitting.breaches import Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """A promise broken on one page. `picture` is a PNG of the page with the widget framed, b"" if
    there is one of its like already."""

    rule: Rule
    page: str
    kind: str
    words: str
    measured: str
    promised: str
    walk: Walk
    scheme: Scheme
    picture: bytes = b""

    @property
    def like(self) -> tuple[Rule, str, str]:
        """What findings have in common that one mend would clear."""
        return self.rule, self.kind, self.words


@dataclass(frozen=True, slots=True)
class Walked:
    """What came of one walk: pages judged, kinds of page judged by their pixels, and texts that
    fill less than 0.7° beside those that were looked at."""

    walk: Walk
    pages: int
    painted: int
    small: int
    letters: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Findings of one kind, the first one shown."""

    first: Finding
    all: list[Finding] = field(default_factory=list)


def alike(walked: Iterable[Walked]) -> list[Alike]:
    """The findings of all walks, those that one mend would clear together."""
    found: dict[tuple[Rule, str, str], Alike] = {}
    for each in walked:
        for finding in each.findings:
            group = found.setdefault(finding.like, Alike(finding))
            group.all.append(finding)
            if finding.picture and not group.first.picture:
                found[finding.like] = Alike(finding, group.all)
    return sorted(found.values(), key=lambda group: list(Rule).index(group.first.rule))
