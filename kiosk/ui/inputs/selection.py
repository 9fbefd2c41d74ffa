"""What a tap on an answer does to the chosen answers. Pure."""

from kiosk.forms.view import Kind, QuestionView


def toggled(view: QuestionView, value: str, choice: str) -> str | None:
    """The value after tapping `choice` while `value` was chosen; None if the cap refuses it.

    Values are in the form of :attr:`QuestionView.value`. Of a SELECT_ONE the tapped choice is
    chosen, also if it was before. Of a SELECT_MULTIPLE a chosen choice is taken away; an exclusive
    or apart choice stands alone, and an ordinary one takes its place; past `most` ordinary choices
    nothing changes and nobody is deselected (instrument.md A.9). A RANK works the same, but keeps
    the order of the taps: what is taken away leaves no gap. Raises ValueError for a choice the
    question does not offer.
    """
    offered = {each.value: each for each in view.choices}
    if choice not in offered:
        raise ValueError(f"question {view.name} does not offer this choice")
    if view.kind not in (Kind.SELECT_MULTIPLE, Kind.RANK):
        return choice
    chosen = value.split()
    if choice in chosen:
        chosen.remove(choice)
    elif stands_alone(view, choice):
        chosen = [choice]
    else:
        alone = {each.value for each in view.choices if each.exclusive or each.apart}
        chosen = [each for each in chosen if each not in alone]
        if view.most is not None and len(chosen) >= view.most:
            return None
        chosen.append(choice)
    if view.kind is Kind.RANK:
        return " ".join(chosen)
    given = set(chosen)
    return " ".join(each.value for each in view.choices if each.value in given)


def stands_alone(view: QuestionView, choice: str) -> bool:
    """Whether `choice` excludes all others: "nichts davon", "weiß nicht", "keine Angabe"."""
    return any(each.value == choice and (each.exclusive or each.apart) for each in view.choices)


def counted(view: QuestionView, value: str) -> int:
    """How many of the chosen choices count towards `most`."""
    return sum(1 for each in value.split() if not stands_alone(view, each))
