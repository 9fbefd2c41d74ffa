"""Leichte Sprache: one statement a line. A draft until a test group has passed it."""

from kiosk.papers.phrases.phrases import Phrases

LEICHT = Phrases(
    tag="de-x-leicht",
    page="Seite {number} von {count}",
    survey="Umfrage",
    questionnaire="Fragebogen",
    privacy="Datenschutz",
    welcome=(
        "**Das ist wichtig:**\nSchreiben Sie **keinen** Namen auf das Papier.\n"
        "Schreiben Sie **keine** Adresse auf das Papier.\nAlle Fragebogen sind gleich.",
        "**Am Ende:**\nSie werfen den Fragebogen in einen Kasten.\nDanach wissen wir **nicht** "
        "mehr:\nDas ist Ihr Fragebogen.\nDann kann man ihn **nicht** mehr zurückgeben.",
    ),
    how="So füllen Sie den Fragebogen aus",
    cross="Machen Sie ein Kreuz.",
    correct="Ist ein Kreuz falsch?\nDann malen Sie das Feld ganz aus.\nMachen Sie ein neues Kreuz "
    "an der richtigen Stelle.",
    shapes="Bei Kreisen: Machen Sie nur 1 Kreuz.\nBei Kästchen: Sie können mehr Kreuze machen.",
    pen="Nehmen Sie einen blauen oder schwarzen Stift.",
    box="Werfen Sie den Fragebogen in den Kasten.\nDer Kasten ist verschlossen.",
    box_here="Hier steht der Kasten:",
    thanks="Vielen Dank!",
    thanks_more="Sie haben uns sehr geholfen.",
    question="Frage {number}",
    one="Machen Sie 1 Kreuz.",
    several="Sie können mehrere Kreuze machen.",
    up_to="Machen Sie höchstens {most} Kreuze.",
    ranked="Schreiben Sie Zahlen in die Kästchen.\nSchreiben Sie 1 für das Erste.\n"
    "Schreiben Sie 2 für das Zweite.",
    ranked_up_to="Schreiben Sie die Zahlen 1 bis {most} in die Kästchen.\nSchreiben Sie 1 für das "
    "Erste.\nSchreiben Sie 2 für das Zweite.",
    number="Schreiben Sie eine Zahl.",
    between="Schreiben Sie eine Zahl von {low} bis {high}.",
    at_least="Schreiben Sie eine Zahl ab {low}.",
    at_most="Schreiben Sie eine Zahl bis {high}.",
    write="Schreiben Sie auf die Linien.",
    written_choice="Schreiben Sie Ihre Antwort auf die Linie.",
    read="gelesen",
    explained="Mehr dazu steht bei Frage {number}.",
    your_answer="(Ihre Antwort bei Frage {number})",
    this_one="(was auf der Linie steht)",
    rounds="Die nächsten Fragen gibt es {most} Mal.\nSie müssen **nicht** alle beantworten.",
    rounds_of="Sehen Sie noch einmal auf Frage {number}.\nWas haben Sie dort angekreuzt?\n"
    "Schreiben Sie jede Antwort auf eine eigene Linie.\nEs sind höchstens {most} Linien.",
    about="Darum geht es:",
    units={"day": "Tag", "month": "Monat", "year": "Jahr", "hour": "Stunde", "minute": "Minute"},
    quotes=("„", "“"),
    conjunction="\nund ",
    alternative=" oder ",
    only_if="Hier antworten Sie nur, wenn das stimmt:\n{conditions}.",
    otherwise="Stimmt das **nicht**?\nDann gehen Sie zu Frage {number}.",
    otherwise_done="Stimmt das **nicht**?\nDann sind Sie fertig.",
    chosen="Sie haben bei Frage {number} {choices} angekreuzt",
    not_chosen="Sie haben bei Frage {number} **nicht** {choices} angekreuzt",
    answered="Sie haben Frage {number} beantwortet",
    unanswered="Sie haben Frage {number} **nicht** beantwortet",
    touch=r"\b[Tt]ipp(?:en|t|e)\b|\b[Dd]rück(?:en|t|e)\b",
    compared={
        "=": "Sie haben bei Frage {number} {amount} geschrieben",
        "<": "Sie haben bei Frage {number} weniger als {amount} geschrieben",
        "<=": "Sie haben bei Frage {number} höchstens {amount} geschrieben",
        ">": "Sie haben bei Frage {number} mehr als {amount} geschrieben",
        ">=": "Sie haben bei Frage {number} mindestens {amount} geschrieben",
    },
)
