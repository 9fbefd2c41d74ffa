"""An answer for every kind of question, for looking at what an answered one looks like."""

from decimal import Decimal

from kiosk.forms.view import Kind, Layout, Precision, QuestionView

_WISH = "Mehr Bänke auf dem Markt."


def sample(question: QuestionView) -> str:
    """An answer that shows what an answered question looks like."""
    if question.readonly:
        return question.value
    match question.kind:
        case Kind.SELECT_ONE:
            return question.choices[min(1, len(question.choices) - 1)].value
        case Kind.SELECT_MULTIPLE | Kind.RANK:
            ordinary = [c.value for c in question.choices if not c.exclusive and not c.apart]
            return " ".join(ordinary[: min(3, question.most or 3)])
        case Kind.TEXT if question.layout is Layout.DIGITS:
            return "02929"[: question.length]
        case Kind.TEXT:
            return _WISH[: question.length]
        case Kind.INTEGER | Kind.DECIMAL | Kind.RANGE:
            return _middle(question)
        case Kind.DATE:
            return {Precision.DAY: "1947-05-03", Precision.MONTH: "1947-05-01"}.get(
                question.precision, "1947-01-01"
            )
        case Kind.TIME:
            return "14:30:00"
        case Kind.DATETIME:
            return "2026-12-24T14:30:00"
        case Kind.ACKNOWLEDGE:
            return "OK"
        case Kind.REPEAT:
            return question.value  # as many as there are: the walk must come to an end
        case Kind.NOTE:
            return ""


def _middle(question: QuestionView) -> str:
    """A number in the middle of the bounds, on a step."""
    lowest = Decimal(0) if question.lowest is None else question.lowest
    highest = lowest + 10 if question.highest is None else question.highest
    step = question.step or Decimal(1)
    return f"{lowest + (highest - lowest) / 2 // step * step:f}"
