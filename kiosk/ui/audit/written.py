"""What the forms of a study say in a language, apart from the screens around them."""

import re

from kiosk.forms.form import Form, TextRef, quotes
from kiosk.forms.markdown import plain
from kiosk.forms.showing import titled_by
from kiosk.study.clips import key_of
from kiosk.study.settings import StudySettings
from kiosk.ui.fitting.asked import Asked, every_question
from kiosk.ui.fitting.study import Laid

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


class Written:
    """The texts of the forms that a language offers; `recorded` are those, by :func:`key_of`, that
    a person says in a file of media/."""

    def __init__(self, laid: Laid, settings: StudySettings, language: str) -> None:
        name = settings.languages[language].name
        self.texts: list[str] = []
        self.recorded: set[str] = set()
        self._quoting: list[str] = []
        for form in settings.forms:
            if form in laid.forms and name in laid.languages(form):
                for asked in every_question(laid.forms[form], name):
                    self._take(laid.forms[form], asked, name)
        self._known = {key_of(each) for each in self.texts}
        # Within other words a number is no answer: "2 von 5" stays together.
        self._within = {each for each in self._known if any(map(str.isalpha, each))}
        self._longest = max((len(each.split()) for each in self._within), default=0)

    def whole(self, words: str) -> tuple[str, ...]:
        """A sentence of the program, unless it quotes an answer or is a text of the study."""
        return () if key_of(words) in self._known or self._quotes(words) else (words,)

    def rest(self, words: str) -> tuple[str, ...]:
        """What stands around the texts of the study in `words`: "Antwort 3:", "Ausgewählt."."""
        if self._quotes(words) or key_of(words) in self._known:
            return ()
        parts, left, at = words.split(), list[str](), 0
        found: list[str] = []
        while at < len(parts):
            taken = next(
                (
                    length
                    for length in range(min(self._longest, len(parts) - at), 0, -1)
                    if key_of(" ".join(parts[at : at + length])) in self._within
                ),
                0,
            )
            if taken:
                found.append(" ".join(left))
                left = []
            else:
                left.append(parts[at])
            at += taken or 1
        found.append(" ".join(left))
        return tuple(part for each in found for part in _SENTENCE_END.split(each) if part)

    def _take(self, form: Form, asked: Asked, language: str) -> None:
        view, question = asked.view, asked.question
        bind = form.bind(question.path)
        around = [
            (each.label, words)
            for each, words in zip(titled_by(form, question), view.context, strict=True)
        ]
        refused = any(
            _quotes(form, each, language)
            for each in (bind.constraint_message, bind.required_message)
        )
        for ref, words in ((question.label, view.label), (question.hint, view.hint), *around):
            (self._quoting if _quotes(form, ref, language) else self.texts).append(plain(words))
        (self._quoting if refused else self.texts).extend(
            plain(words) for _, words in asked.messages
        )
        self.texts.append(plain(view.alternative))
        answers = question.itemset is not None and not question.itemset.items
        said = [(view.audio, view.label), *((each.audio, each.label) for each in view.choices)]
        self.recorded |= {key_of(plain(words)) for audio, words in said if audio}
        for choice in view.choices:
            (self._quoting if answers else self.texts).append(plain(choice.label))
            self.texts.append(plain(choice.hint))

    def _quotes(self, words: str) -> bool:
        return any(each and each in words for each in self._quoting)


def _quotes(form: Form, ref: TextRef, language: str) -> bool:
    by_language = form.itext.get(ref.identifier, {})
    texts = [by_language[language]] if language in by_language else [*by_language.values()]
    return any(map(quotes, texts if ref.identifier else [ref.inline]))
