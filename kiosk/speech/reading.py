"""A question as it is read aloud: what is said, in which order, under which name."""

from kiosk.forms.view import QuestionView
from kiosk.speech.protocol import Segment

QUESTION = "question"

# "Antwort 2: nein", never a bare word: whoever misses half of it still knows where they are.
_ANSWER = {"de": "Antwort", "en": "Answer", "pl": "Odpowiedź", "uk": "Відповідь"}


def choice_id(value: str) -> str:
    """The segment id of the choice with that value."""
    return f"choice:{value}"


def reading(question: QuestionView, language: str) -> tuple[Segment, ...]:
    """The question under QUESTION, then each choice under its :func:`choice_id`.

    `language` is a BCP 47 tag; choices are numbered in the languages we know the word for.
    """
    word = _ANSWER.get(language.lower().partition("-")[0])
    asked = Segment(QUESTION, " ".join(filter(None, (question.label, question.hint))), language)
    choices = []
    for number, choice in enumerate(question.choices, start=1):
        numbered = f"{word} {number}: {choice.label}" if word else choice.label
        text = f"{numbered}. {choice.hint}" if choice.hint else numbered
        choices.append(Segment(choice_id(choice.value), text, language))
    return (asked, *choices)
