"""German, in plain words (Einfache Sprache)."""

from kiosk.papers.phrases.phrases import Phrases

GERMAN = Phrases(
    tag="de",
    page="Seite {number} von {count}",
    survey="Umfrage",
    questionnaire="Fragebogen",
    privacy="Datenschutz",
    welcome=(
        "**Auf Papier:** Schreiben Sie keinen Namen und keine Adresse auf den Fragebogen. Alle "
        "Fragebogen sind gleich. Keiner hat eine eigene Nummer.",
        "**Danach:** Liegt der Fragebogen im Kasten, wissen wir nicht mehr, welcher Ihrer ist. "
        "Zurückgeben oder löschen geht dann nicht mehr.",
    ),
    how="So füllen Sie den Fragebogen aus",
    cross="Machen Sie ein Kreuz.",
    correct="Falsch angekreuzt? Malen Sie das falsche Feld ganz aus. Machen Sie das Kreuz dann an "
    "der richtigen Stelle.",
    shapes="Bei Kreisen machen Sie nur ein Kreuz. Bei Kästchen können es mehrere sein.",
    pen="Nehmen Sie einen blauen oder schwarzen Stift.",
    box="Werfen Sie den Fragebogen in den verschlossenen Kasten.",
    box_here="Hier steht der Kasten:",
    thanks="Vielen Dank!",
    thanks_more="Schön, dass Sie sich Zeit genommen haben.",
    question="Frage {number}",
    one="Bitte 1 Kreuz.",
    several="Sie können mehrere Kreuze machen.",
    up_to="Bitte höchstens {most} Kreuze.",
    ranked="Schreiben Sie Zahlen in die Kästchen: 1 für das Erste, 2 für das Zweite und so weiter.",
    ranked_up_to="Schreiben Sie die Zahlen 1 bis {most} in die Kästchen: 1 für das Erste, 2 für "
    "das Zweite und so weiter.",
    number="Bitte schreiben Sie eine Zahl.",
    between="Bitte schreiben Sie eine Zahl von {low} bis {high}.",
    at_least="Bitte schreiben Sie eine Zahl ab {low}.",
    at_most="Bitte schreiben Sie eine Zahl bis {high}.",
    write="Bitte schreiben Sie auf die Linien.",
    written_choice="Bitte schreiben Sie Ihre Antwort auf die Linie.",
    read="gelesen",
    explained="Was dazugehört, steht bei Frage {number}.",
    your_answer="(Ihre Antwort bei Frage {number})",
    this_one="(was auf der Linie steht)",
    rounds="Die nächsten Fragen können Sie bis zu {most} Mal beantworten. Was Sie nicht brauchen, "
    "lassen Sie frei.",
    rounds_of="Sehen Sie noch einmal auf Frage {number}. Nehmen Sie bis zu {most} Antworten, die "
    "Sie dort angekreuzt haben. Schreiben Sie jede auf eine eigene Linie. Sind es weniger, "
    "lassen Sie den Rest frei.",
    about="Darum geht es:",
    units={"day": "Tag", "month": "Monat", "year": "Jahr", "hour": "Stunde", "minute": "Minute"},
    quotes=("„", "“"),
    conjunction=" und ",
    alternative=" oder ",
    only_if="Nur wenn {conditions}.",
    otherwise="Sonst gehen Sie weiter zu Frage {number}.",
    otherwise_done="Sonst sind Sie jetzt fertig.",
    chosen="Sie bei Frage {number} {choices} angekreuzt haben",
    not_chosen="Sie bei Frage {number} nicht {choices} angekreuzt haben",
    answered="Sie Frage {number} beantwortet haben",
    unanswered="Sie Frage {number} nicht beantwortet haben",
    touch=r"\b[Tt]ipp(?:en|t|e)\b|\b[Dd]rück(?:en|t|e)\b",
    compared={
        "=": "Sie bei Frage {number} {amount} geschrieben haben",
        "<": "Sie bei Frage {number} weniger als {amount} geschrieben haben",
        "<=": "Sie bei Frage {number} höchstens {amount} geschrieben haben",
        ">": "Sie bei Frage {number} mehr als {amount} geschrieben haben",
        ">=": "Sie bei Frage {number} mindestens {amount} geschrieben haben",
    },
)
