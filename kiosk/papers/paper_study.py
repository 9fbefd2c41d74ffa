"""The papers that are made of a study: what each one says, taken from its settings and forms."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kiosk.forms.form import Form
from kiosk.papers.accessibility_statement import Barrier, Statement
from kiosk.papers.notice import Notice, NoticeSheet
from kiosk.papers.paper_form import PaperForm
from kiosk.papers.phrases.spoken import phrases
from kiosk.papers.printing import paper_form
from kiosk.papers.questionnaire import Questionnaire
from kiosk.papers.written import written
from kiosk.study.endonyms import endonym
from kiosk.study.settings import ORIGINAL, Language, StudySettings

_EASY = "de-x-leicht"
DRAFT = "Entwurf"
"""In the place of the hash where there is no package yet, so that no terminal asks this version."""


@dataclass(frozen=True, slots=True)
class PaperStudy:
    """A study to be printed. `hash` is the package's short one, "" while there is none."""

    settings: StudySettings
    forms: Mapping[str, Form]
    media: Mapping[str, bytes]
    hash: str = ""

    @property
    def printed(self) -> tuple[str, ...]:
        """The forms with a paper: all but the start form, whose texts are on every first page."""
        return tuple(each for each in self.settings.forms if each != self.settings.start.form)

    def languages(self, form: str) -> tuple[Language, ...]:
        """The languages in which a form is offered and written."""
        written = self.forms[form].languages
        offered = self.settings.languages.values()
        return tuple(each for each in offered if form in each.forms and each.name in written)

    def code(self, name: str, batch: str = "") -> str:
        """What every copy of a print run says in its foot: never different from copy to copy."""
        version = self.hash or DRAFT
        return f"{name} · {version}-{batch}" if batch else f"{name} · {version}"

    def questionnaire(self, form: str, language: Language, batch: str) -> Questionnaire:
        """The paper of one form in one of its languages."""
        settings = self.settings
        start = settings.start
        welcome = [self._note(name, language) for name in (start.participate, *start.on_paper)]
        return Questionnaire(
            study=settings.title,
            town=settings.town,
            form=self.form(form, language),
            welcome=tuple(filter(None, welcome)),
            code=self.code(f"{form} · {language.tag}", batch),
            language=endonym(language),
            places=tuple(each.name for each in settings.sites),
            pictures=self.media,
        )

    def form(self, form: str, language: Language) -> PaperForm:
        """One form in one of its languages, as paper asks it."""
        presets = {
            **self.settings.presets,
            "WELLE": str(self.settings.wave),
            "VORLESEN": "0",
        }
        return paper_form(
            form,
            self.forms[form],
            language.name,
            phrases(language.tag),
            presets=presets,
            assistance=self.settings.assistance,
        )

    def poster(self) -> NoticeSheet:
        """Layer 1 in every language."""
        layer = self.settings.start.layer1
        return self._notices(layer, "Aushang", self._headline)

    def privacy_notice(self) -> NoticeSheet:
        """Layer 2 in every language."""
        layer = self.settings.start.layer2
        return self._notices(layer, "Datenschutz", lambda each: phrases(each.tag).privacy)

    def statement(self, version: str) -> Statement:
        """The accessibility statement; `version` is the program's."""
        return Statement(
            town=self.settings.town,
            study=self.settings.title,
            version=f"Bedarfskiosk {version} (Stand der Fragen: {self.hash or DRAFT})",
            code=self.code("Barrierefreiheit"),
            barriers=tuple(self._barriers()),
        )

    def _notices(
        self, names: tuple[str, ...], code: str, titled: Callable[[Language], str]
    ) -> NoticeSheet:
        languages = self.languages(self.settings.start.form)
        notices = tuple(
            Notice(endonym(each), titled(each), tuple(self._note(name, each) for name in names))
            for each in languages
        )
        first = languages[0].tag if languages else ORIGINAL
        return NoticeSheet(self.settings.title, self.settings.town, notices, self.code(code), first)

    def _headline(self, language: Language) -> str:
        if language.tag.partition("-")[0] == ORIGINAL:
            return self.settings.title
        return phrases(language.tag).survey

    def _note(self, name: str, language: Language) -> str:
        """A text of the start form; "" where it has none."""
        form = self.forms[self.settings.start.form]
        for question in form.questions.values():
            if question.name == name:
                return written(form, question.label, language.name)
        return ""

    def _barriers(self) -> Iterator[Barrier]:
        languages = self.settings.languages
        easy = languages.get(_EASY)
        without = [self.forms[each].title for each in self.printed
                   if easy is None or each not in easy.forms]  # fmt: skip
        if without:
            yield Barrier(
                f"Nicht in Leichter Sprache: {', '.join(without)}.",
                "Die Übersetzung und ihre Prüfung sind aufwendig.",
                "Die Texte sind in einfacher Sprache. Die Stadt erklärt sie auf Wunsch.",
            )
        drafts = [endonym(each) for each in languages.values() if each.draft]
        if drafts:
            yield Barrier(
                f"Noch nicht geprüft sind die Texte in: {', '.join(drafts)}.",
                "Die Prüfung durch Menschen, die diese Sprache brauchen, steht aus.",
                "Der deutsche Text gilt. Die Stadt erklärt ihn auf Wunsch.",
            )
