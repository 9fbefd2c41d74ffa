"""A respondent who answers at random, within the rules the screen enforces."""

from random import Random

from kiosk.forms.view import Kind, QuestionView


def answer(question: QuestionView, random: Random) -> str:
    """A value the question accepts, or "" for leaving it open."""
    if random.random() < 0.08:
        return ""
    match question.kind:
        case Kind.SELECT_ONE:
            return random.choice(question.choices).value
        case Kind.SELECT_MULTIPLE:
            alone = [each.value for each in question.choices if each.exclusive or each.apart]
            if alone and random.random() < 0.2:
                return random.choice(alone)
            free = [each.value for each in question.choices if each.value not in alone]
            most = min(question.most or len(free), len(free), 8)
            return " ".join(random.sample(free, random.randint(1, most)))
        case Kind.TEXT:
            return random.choice(("Mehr Bänke", "öfter Bus – bitte!", "WLAN für alle"))
        case Kind.INTEGER:
            return str(random.randint(int(question.lowest or 0), int(question.highest or 10)))
        case _:
            return ""
