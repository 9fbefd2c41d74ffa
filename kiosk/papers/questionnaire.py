"""The questionnaire on paper: large print, one question after the other, room to answer by hand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    PageBreak,
    Spacer,
)

from kiosk.papers.errors import NoLetters
from kiosk.papers.marks import (
    GAP,
    INDENT,
    TIGHT,
    ChoiceRows,
    DigitBoxes,
    Example,
    ScaleRow,
    WriteLines,
    column_width,
    fits_a_scale,
)
from kiosk.papers.paper_form import (
    Choices,
    Digits,
    Lines,
    PaperChoice,
    PaperForm,
    PaperHeading,
    PaperNote,
    PaperQuestion,
)
from kiosk.papers.parts import Direction, Head, Heading, Rule
from kiosk.papers.phrases.phrases import Phrases
from kiosk.papers.pictogram import Pictogram, pictogram
from kiosk.papers.prose import Type, height_of, prose
from kiosk.papers.sheet import (
    BOTTOM,
    CONTENT,
    HEIGHT,
    QUIET,
    TOP,
    Imprint,
    render,
)
from kiosk.papers.typeface import Typeface, lacking, width_of

_BODY, _LEADING = 16.0, 22.0
_LEICHT = 2.0
"""Points more for Leichte Sprache (DIN SPEC 33429 asks for large type)."""
_PAGE = HEIGHT - TOP - BOTTOM
_IN_COLUMNS = 9
"""From so many choices on, two columns spare a page."""
_MOST = 0.86
"""Of a page, for choices that stay together: the question stands above them."""
_LONG = 0.75
"""Of a page that must be left for a question longer than a page to begin on it."""


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """`welcome` are the texts before the questions, Markdown; `code` is the same on every copy.

    `places` say where the box stands; without them the town writes it down. `pictures` are SVG
    files by name.
    """

    study: str
    town: str
    form: PaperForm
    welcome: tuple[str, ...]
    code: str
    language: str  # by its own name
    places: tuple[str, ...]
    pictures: Mapping[str, bytes]


def questionnaire(paper: Questionnaire, words: Phrases, face: Typeface) -> bytes:
    """The PDF, A4; same input, same bytes. Raises NoLetters where the typeface cannot write it."""
    letters = lacking(_written(paper), face.regular)
    if letters:
        raise NoLetters(letters)
    imprint = Imprint(
        title=f"{paper.form.title} – {paper.study}",
        author=paper.town,
        subject=words.questionnaire,
        head=f"{paper.town} · {paper.form.title}",
        foot=paper.code,
        language=paper.form.language,
        page=words.page,
        small=11,
    )
    return render(imprint, face, partial(_Layout(paper, words, face).story))


def _written(paper: Questionnaire) -> str:
    texts = [*paper.welcome, *paper.places, paper.study, paper.town]
    for item in paper.form.items:
        match item:
            case PaperQuestion():
                texts += [item.label, item.hint, item.direction]
                if isinstance(item.answer, Choices):
                    texts += [f"{each.label}{each.hint}" for each in item.answer.choices]
            case PaperNote() | PaperHeading():
                texts.append(item.text)
    return "".join(texts)


class _Layout:
    """The pages of one questionnaire."""

    def __init__(self, paper: Questionnaire, words: Phrases, face: Typeface) -> None:
        more = _LEICHT if words.tag == "de-x-leicht" else 0.0
        self._paper = paper
        self._words = words
        self._body = Type(face, _BODY + more, _LEADING + 1.5 * more, after=6)
        self._strong = Type(face, _BODY + more, _LEADING + 1.5 * more, bold=True)
        self._small = Type(face, _BODY + more - 2, _LEADING + more - 3, colour=QUIET)
        self._face = face
        self._pictures: dict[str, Pictogram | None] = {}

    def story(self) -> Sequence[Flowable]:
        """Everything, from the first page to the thanks."""
        parts = self._front()
        for item in self._paper.form.items:
            match item:
                case PaperQuestion():
                    parts += self._question(item)
                case PaperNote():
                    parts += self._note(item)
                case PaperHeading():
                    parts += self._heading(item)
        return [*parts, *self._thanks()]

    # -- around the questions

    def _front(self) -> list[Flowable]:
        paper, words, face = self._paper, self._words, self._face
        german = words.tag.partition("-")[0] == "de"
        title = paper.study if german else words.questionnaire
        below = [paper.town, paper.form.title]
        if paper.form.language != "de":
            below.append(paper.language)
        told = " · ".join(below)
        if not german:
            told = f"{paper.study}\n{told}"
        parts: list[Flowable] = [
            *prose(title, Type(face, 30, 36, bold=True)),
            Spacer(1, 3 * mm),
            *prose(told, Type(face, 14, 19, colour=QUIET)),
            Spacer(1, 9 * mm),
        ]
        for text in (*paper.welcome, *words.welcome):
            parts += [*prose(text, self._body), Spacer(1, 4.5 * mm)]
        how: list[Flowable] = [
            Heading(words.how, self._face, 20),
            Example(words.cross, self._body, corrected=False),
            Spacer(1, 2 * mm),
            Example(words.correct, self._body, corrected=True),
            Spacer(1, 3 * mm),
            *prose(words.shapes, self._body),
            Spacer(1, 3 * mm),
            *prose(words.pen, self._body),
            Spacer(1, 3 * mm),
            *self._box(),
        ]
        return [*parts, Spacer(1, 5 * mm), KeepTogether(how), PageBreak()]

    def _box(self) -> list[Flowable]:
        found = [*prose(self._words.box, self._body), Spacer(1, 3 * mm)]
        if self._paper.places:
            told = f"{self._words.box_here} {', '.join(self._paper.places)}"
            return [*found, *prose(told, self._body)]
        return [*found, WriteLines(1, self._body, self._words.box_here)]

    def _thanks(self) -> list[Flowable]:
        return [
            KeepTogether(
                [
                    Spacer(1, 16 * mm),
                    Heading(self._words.thanks, self._face, 26),
                    *prose(self._words.thanks_more, self._body),
                    Spacer(1, 5 * mm),
                    *self._box(),
                ]
            )
        ]

    # -- what is asked

    def _question(self, item: PaperQuestion) -> list[Flowable]:
        head: list[Flowable] = [Rule(), Spacer(1, 4 * mm)]
        if item.direction:
            head += [Direction(item.direction, self._body), Spacer(1, 5 * mm)]
        head += [Head(item, self._small, self._face), Spacer(1, 1.5 * mm)]
        head += prose(item.label, self._strong)
        if item.hint:
            head += [Spacer(1, 1.5 * mm), *prose(item.hint, self._body)]
        if item.advice:
            head += [Spacer(1, 1.5 * mm), *prose(item.advice, self._small)]
        head.append(Spacer(1, 4 * mm))
        for gap in (GAP, TIGHT):
            body = self._answer(item, gap)
            whole = [*head, *body, Spacer(1, 4 * mm)]
            if height_of(whole, CONTENT) <= _PAGE:
                return [KeepTogether(whole)]
        body = self._answer(item, GAP)
        whole = [*head, *body, Spacer(1, 4 * mm)]
        # Longer than a page: it begins where most of a page is left, and goes on overleaf.
        return [CondPageBreak(_LONG * _PAGE), *whole]

    def _answer(self, item: PaperQuestion, gap: float) -> list[Flowable]:
        match item.answer:
            case Lines(count):
                return [WriteLines(count, self._body)]
            case Digits() as digits:
                return [DigitBoxes(digits, self._body)]
            case Choices() as answer:
                return self._choices(answer, gap)

    def _choices(self, answer: Choices, gap: float) -> list[Flowable]:
        every = list(answer.choices)
        ending = len(every)
        while ending and every[ending - 1].apart:
            ending -= 1
        main, apart = every[:ending], every[ending:]
        rows = partial(
            ChoiceRows,
            type_=self._body,
            picture=self._picture,
            circle=not answer.several,
            gap=gap,
        )
        parts: list[Flowable] = []
        if answer.scale and fits_a_scale(main, self._body):
            parts.append(ScaleRow(main, self._body))
        else:
            columns = 2 if len(main) >= _IN_COLUMNS and self._narrow(main) else 1
            made = partial(rows, columns=columns)
            size = answer.block or self._together(main, made, columns)
            for at in range(0, len(main), size):
                parts.append(made(main[at : at + size]))
                if (answer.block or columns > 1) and at + size < len(main):
                    parts.append(Spacer(1, 3 * mm))
        before = 2 * mm if parts else 0.0
        for together in self._beside(apart):
            parts.append(rows(together, columns=len(together), before=before))
            before = 0
        return parts

    def _beside(self, apart: Sequence[PaperChoice]) -> list[Sequence[PaperChoice]]:
        """The rows of the choices set apart: three side by side, the last two, or none."""
        for count in (3, 2) if len(apart) == 3 else (2,):
            last = apart[-count:]
            if len(last) == count and self._narrow(last, count, lines=1):
                return [*([each] for each in apart[:-count]), last]
        return [[each] for each in apart]

    def _together(
        self,
        choices: Sequence[PaperChoice],
        made: Callable[[Sequence[PaperChoice]], Flowable],
        columns: int,
    ) -> int:
        """How many choices stay on one page: all of two columns if they fit, else even parts."""
        if columns == 1:
            return 1
        parts, size = 1, len(choices)
        while size > columns and made(choices[:size]).wrap(CONTENT, _PAGE)[1] > _MOST * _PAGE:
            parts += 1
            size = -(-len(choices) // parts)
        return size

    def _narrow(self, choices: Sequence[PaperChoice], columns: int = 2, *, lines: int = 2) -> bool:
        """Whether each has room in a column without a word broken."""
        pictures = any(each.picture and self._picture(each.picture) for each in choices)
        wide = column_width(columns) - INDENT - (12 * mm if pictures else 0)
        font, size = self._face.regular, self._body.size
        return all(
            all(width_of(word, font, size) <= wide for word in each.label.split())
            and height_of(prose(each.label, self._body), wide) <= lines * self._body.leading + 1
            for each in choices
        )

    def _picture(self, name: str) -> Pictogram | None:
        if name not in self._pictures:
            raw = self._paper.pictures.get(name)
            self._pictures[name] = pictogram(raw) if raw is not None else None
        return self._pictures[name]

    def _note(self, item: PaperNote) -> list[Flowable]:
        parts: list[Flowable] = [Rule(), Spacer(1, 5 * mm)]
        if item.direction:
            parts += [Direction(item.direction, self._body), Spacer(1, 4 * mm)]
        return [KeepTogether([*parts, *prose(item.text, self._body), Spacer(1, 6 * mm)])]

    def _heading(self, item: PaperHeading) -> list[Flowable]:
        parts: list[Flowable] = [Spacer(1, 4 * mm), Heading(item.text, self._face, 20)]
        if item.advice:
            parts += [*prose(item.advice, self._body), Spacer(1, 3 * mm)]
        if item.about:
            parts += [WriteLines(1, self._body, item.about), Spacer(1, 4 * mm)]
        return [CondPageBreak(height_of(parts, CONTENT) + 70 * mm), *parts]
