"""Responses that do not fit the codebook, kept for whoever finds out why."""

from kiosk.office.dataset import Dataset
from kiosk.study.codebook import VariableKind
from kiosk.study.response import canonical


def quarantine(data: Dataset) -> bytes:
    """One line of JSON for each response set aside: its envelope, the variable, its answers.

    Without answers in words and without what the codebook does not know, which might be some:
    words never stand beside other answers. They are still in the bundle, sealed.
    """
    closed = {
        each.name
        for each in data.variables
        if each.kind is not VariableKind.TEXT and not each.source
    }
    lines = [
        canonical(
            {
                "envelope_id": each.response.envelope_id,
                "form": each.response.header.form,
                "kind": each.response.kind.value,
                "variable": each.variable,
                "answers": {
                    name: value for name, value in each.response.answers.items() if name in closed
                },
            }
        )
        for each in data.aside
    ]
    return b"".join(line + b"\n" for line in lines)
