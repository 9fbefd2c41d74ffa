"""A respondent who answers at random, within the rules the screen enforces."""

from decimal import Decimal
from random import Random

from kiosk.forms.view import Kind, Layout, Precision, QuestionView


def answer(question: QuestionView, random: Random) -> str:
    """A value the question accepts, or "" for leaving it open."""
    if question.readonly:
        return question.value
    if random.random() < 0.08 and question.kind is not Kind.REPEAT:
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
            chosen = set(random.sample(free, random.randint(1, most)))
            return " ".join(each for each in free if each in chosen)
        case Kind.RANK:
            ranked = [each.value for each in question.choices if not (each.exclusive or each.apart)]
            return " ".join(random.sample(ranked, min(question.most or len(ranked), len(ranked))))
        case Kind.TEXT if question.layout is Layout.DIGITS:
            return "".join(random.choices("0123456789", k=question.length or 5))
        case Kind.TEXT:
            return random.choice(("Mehr Bänke", "öfter Bus – bitte!", "WLAN für alle"))
        case Kind.INTEGER:
            return str(random.randint(int(question.lowest or 0), int(question.highest or 10)))
        case Kind.DECIMAL | Kind.RANGE:
            lowest = Decimal(1) if question.lowest is None else question.lowest
            highest = lowest + 9 if question.highest is None else question.highest
            step = question.step or Decimal("0.5")
            return f"{lowest + random.randint(0, int((highest - lowest) // step)) * step:f}"
        case Kind.DATE:
            day = random.randint(1, 28) if question.precision is Precision.DAY else 1
            month = 1 if question.precision is Precision.YEAR else random.randint(1, 12)
            return f"{random.randint(1930, 2012)}-{month:02}-{day:02}"
        case Kind.TIME:
            return f"{random.randint(0, 23):02}:{random.choice((0, 15, 30, 45)):02}:00"
        case Kind.DATETIME:
            return f"2026-12-{random.randint(1, 28):02}T{random.randint(0, 23):02}:30:00"
        case Kind.ACKNOWLEDGE:
            return "OK"
        case Kind.REPEAT:
            count = int(question.value or 0)
            more = random.random() < 0.4 and count < min(question.most or 3, 3)
            return str(count + 1 if more else count)
        case Kind.NOTE:
            return ""
