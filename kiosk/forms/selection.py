"""Choosing: what a set of chosen values becomes by one tap, and which sets are an answer."""

from kiosk.forms.view import Kind, Problem, QuestionView, Rejection


def tidy(view: QuestionView, value: str, authored: tuple[str, ...]) -> tuple[str, Problem | None]:
    """The chosen values in authored order (of a RANK: in the order given), or why they are none.

    An exclusive choice stands alone; ordinary choices number at most `view.most`.
    """
    # A single choice may hold blanks where answers are the choices: "Anna Kowalska".
    given = [value] if view.kind is Kind.SELECT_ONE else value.split()
    chosen = set(given)
    by_value = {choice.value: choice for choice in view.choices}
    if not chosen or not chosen <= set(by_value):
        return value, Problem(Rejection.NOT_A_CHOICE)
    alone = [each for each in chosen if by_value[each].exclusive or by_value[each].apart]
    if view.kind is Kind.SELECT_ONE or alone:
        if len(chosen) != 1:
            return value, Problem(Rejection.NOT_A_CHOICE)
    elif view.most is not None and len(chosen) > view.most:
        return value, Problem(Rejection.TOO_MANY)
    if view.kind is Kind.RANK:
        repeated = len(chosen) < len(given)
        return " ".join(given), Problem(Rejection.NOT_A_CHOICE) if repeated else None
    # A list may have a value twice, told apart by a filter (allow_choice_duplicates).
    return " ".join(each for each in dict.fromkeys(authored) if each in chosen), None
