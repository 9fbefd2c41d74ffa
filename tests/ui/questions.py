"""Questions as the survey asks them (instrument.md A.3, A.5), for looking at and auditing."""

from dataclasses import replace
from decimal import Decimal

from kiosk.forms.view import ChoiceView, Kind, Layout, QuestionView

DONT_KNOW = ChoiceView("-98", "weiß nicht", exclusive=True, apart=True)
REFUSED = ChoiceView("-99", "keine Angabe", exclusive=True, apart=True)
BOTH = (DONT_KNOW, REFUSED)


def choices(*labels: str) -> tuple[ChoiceView, ...]:
    return tuple(ChoiceView(str(number), label) for number, label in enumerate(labels, start=1))


GOOD = choices("sehr gut", "eher gut", "eher schlecht", "sehr schlecht")

SERVICES = tuple(
    ChoiceView(code, label, hint, image=f"{code}.svg")
    for code, label, hint in (
        ("PASS", "Personalausweis, Reisepass", "beantragen, abholen, Verlust melden"),
        ("MELD", "Wohnung an-, um- oder abmelden", "Umzug, Einzug, Auszug"),
        ("BESCH", "Meldebescheinigung, Führungszeugnis", "Bescheinigungen vom Meldeamt"),
        ("URK", "Urkunden: Geburt, Heirat, Sterbefall", "Standesamt"),
        ("KITA", "Platz in Kita oder Hort", "anmelden, ändern, Elternbeitrag"),
        ("HUND", "Hundesteuer", "Hund an- oder abmelden"),
        ("STEU", "Steuern, Gebühren, Rechnungen", "Grundsteuer, Bescheide, bezahlen"),
        ("GEWE", "Gewerbe an-, um- oder abmelden", "auch Nebengewerbe"),
        ("BAU", "Bauen, Grundstück, Bäume fällen", "Auskunft, Antrag, Kauf, Pacht"),
        ("FRIED", "Friedhof, Grab", "Grabstelle, Gebühren"),
        ("MANG", "Schaden melden", "Straße, Lampe, Müll, Spielplatz"),
        ("FUND", "Fundbüro", "Verlorenes und Gefundenes"),
        ("TERM", "Termin im Rathaus machen", "Tag und Uhrzeit aussuchen"),
        ("AUSK", "Auskunft und Formulare", "Wer ist zuständig? Was brauche ich?"),
        ("AMTS", "Stadtanzeiger, Bekanntmachungen", "Nachrichten aus Rathaus und Stadtrat"),
        ("EVENT", "Veranstaltungen, Kultur, Museum", "Was ist los in der Stadt?"),
        ("WARN", "Warnungen und Sperrungen", "Hochwasser, Straßen, Wasser"),
        ("BIBO", "Bibliothek, Schwimmhalle", "Zeiten, ausleihen, Karten"),
        ("RAUM", "Räume und Hallen buchen", "Bürgerzentrum, Turnhalle, Vereinshaus"),
        ("VERAN", "Fest oder Feuer anmelden", "Veranstaltung, Straße nutzen"),
        ("VEREIN", "Vereine, Ehrenamt, Zuschüsse", "Förderung beantragen"),
        ("WAHL", "Wahlen, Briefwahl", "Briefwahl-Unterlagen bestellen"),
        ("BETEIL", "Mitreden in der Stadt", "Umfragen, Ideen, Bürgerversammlung"),
        ("LRA", "Auto, Führerschein, Wohngeld, Elterngeld", "Das macht das Landratsamt"),
    )
)

BUNDLES = tuple(
    ChoiceView(code, label, image=f"{code}.svg")
    for code, label in (
        ("AUSW", "Ausweis, Umzug, Urkunden"),
        ("KITA", "Kita und Hort"),
        ("GELD", "Steuern, Gebühren, Hund"),
        ("GEWE", "Gewerbe"),
        ("BAU", "Bauen und Grundstück"),
        ("FRIED", "Friedhof"),
        ("MANG", "Schaden melden, Fundbüro"),
        ("AUSK", "Termin und Auskunft"),
        ("NEWS", "Nachrichten, Veranstaltungen, Warnungen"),
        ("RAUM", "Bibliothek, Schwimmhalle, Räume"),
        ("MIT", "Vereine, Wahlen, Mitreden"),
        ("LRA", "Landratsamt: Auto, Wohngeld"),
    )
)


def nothing(label: str) -> ChoiceView:
    return ChoiceView("x", label, exclusive=True)


D1 = QuestionView(
    "/data/D1",
    "D1",
    Kind.SELECT_ONE,
    "Wie alt sind Sie?",
    choices=(
        *choices("14 bis 17", "18 bis 29", "30 bis 44", "45 bis 59", "60 bis 74", "75 oder älter"),
        REFUSED,
    ),
)
E3 = QuestionView(
    "/data/E3",
    "E3",
    Kind.SELECT_ONE,
    "Wie gut hat Ihr letzter Kontakt mit der Stadtverwaltung geklappt?",
    layout=Layout.SCALE,
    choices=(*GOOD, ChoiceView("0", "kein Kontakt in den letzten 12 Monaten"), *BOTH),
)
K5 = QuestionView(
    "/data/K5",
    "K5",
    Kind.SELECT_ONE,
    "Eine falsche oder betrügerische Nachricht erkennen?",
    layout=Layout.SCALE,
    choices=(
        *choices(
            "kann ich und kann es anderen zeigen",
            "kann ich allein",
            "kann ich mit Hilfe",
            "kann ich nicht",
        ),
        REFUSED,
    ),
)
L3 = QuestionView(
    "/data/loop[1]/L3",
    "L3",
    Kind.SELECT_ONE,
    "Auto, Führerschein, Wohngeld, Elterngeld: Wie wichtig ist Ihnen, dass das auch online geht?",
    layout=Layout.SCALE,
    choices=(
        *choices("sehr wichtig", "eher wichtig", "eher nicht wichtig", "gar nicht wichtig"),
        *BOTH,
    ),
)
D3 = QuestionView(
    "/data/D3",
    "D3",
    Kind.SELECT_ONE,
    "Wo wohnen Sie?",
    choices=(
        *choices(
            "Rothenburg Stadt, mit Noes",
            "Lodenau, Neusorge, Steinbach, Bremenhain, Dunkelhäuser",
            "Uhsmannsdorf, Geheege, Nieder-Neundorf",
            "Hähnichen mit Ortsteilen",
            "woanders",
        ),
        REFUSED,
    ),
)
B1 = QuestionView(
    "/data/B1",
    "B1",
    Kind.SELECT_MULTIPLE,
    "Was hindert Sie, etwas bei der Stadt online zu erledigen?",
    choices=(
        *choices(
            "ich spreche lieber mit Menschen",
            "es ist zu kompliziert",
            "ich weiß nicht, was es gibt",
            "Sorge um meine Daten",
            "Anmeldung, Online-Ausweis",
            "Gerät oder Internet fehlt",
            "ich muss doch noch ins Rathaus",
            "schwere Sprache",
            "anders geht es schneller",
        ),
        nothing("nichts"),
        *BOTH,
    ),
    value="1 3",
    most=3,
)
Z1 = QuestionView(
    "/data/Z1",
    "Z1",
    Kind.SELECT_MULTIPLE,
    "Welche Geräte benutzen Sie selbst?",
    hint="Sie können mehrere Antworten wählen.",
    choices=(
        *choices(
            "Smartphone",
            "Tablet",
            "Computer oder Laptop",
            "Handy ohne Internet",
            "Festnetz-Telefon",
            "Drucker",
        ),
        nothing("nichts davon"),
        REFUSED,
    ),
)
L1 = QuestionView(
    "/data/L1",
    "L1",
    Kind.SELECT_MULTIPLE,
    "Was haben Sie in den letzten 3 Jahren gebraucht? Oder was brauchen Sie bald?",
    layout=Layout.TILES,
    choices=(*SERVICES, nothing("nichts davon"), *BOTH),
    value="PASS KITA",
    block=6,
)
L6K = QuestionView(
    "/data/L6k",
    "L6k",
    Kind.SELECT_MULTIPLE,
    "Welche 3 Dinge soll die Stadt zuerst online anbieten?",
    layout=Layout.PICK,
    choices=(*BUNDLES, nothing("gar nichts"), *BOTH),
    value="AUSW GEWE",
    most=3,
)
W2 = QuestionView(
    "/data/W2",
    "W2",
    Kind.SELECT_ONE,
    "Sie müssen einen Antrag stellen. Wie machen Sie das am liebsten?",
    choices=(
        *choices(
            "persönlich im Rathaus",
            "am Telefon",
            "mit E-Mail",
            "online, allein",
            "online, jemand hilft mir dabei",
            "jemand von der Stadt kommt in meinen Ort",
            "mit Brief oder Formular auf Papier",
        ),
        *BOTH,
    ),
    value="2",
)
X1 = QuestionView(
    "/data/X1",
    "X1",
    Kind.TEXT,
    "Haben Sie noch einen Wunsch? Bitte schreiben Sie keine Namen.",
    value="Bitte eine Sprechstunde für Handy und Computer im Bürgerzentrum.",
    length=200,
)
A9 = QuestionView(
    "/data/A9",
    "A9",
    Kind.INTEGER,
    "Von 10 Menschen über 60: Wie viele möchten einen Antrag online stellen, "
    "allein oder mit Hilfe?",
    value="7",
    lowest=Decimal(0),
    highest=Decimal(10),
)
HALF = QuestionView(
    "/data/half",
    "half",
    Kind.NOTE,
    "Sie haben mehr als die Hälfte geschafft.",
    hint="Machen Sie gern eine kurze Pause. Dann tippen Sie auf „Weiter“.",
)

WISHES = QuestionView(
    "/data/wishes",
    "wishes",
    Kind.RANK,
    "Was soll die Stadt zuerst angehen?",
    choices=(
        *choices(
            "mehr Busse am Abend",
            "Bänke und Schatten auf dem Markt",
            "schnelleres Internet",
            "Ärztinnen und Ärzte",
            "ein Café im Bürgerzentrum",
            "sichere Wege mit dem Rad",
        ),
        *BOTH,
    ),
    value="3 1",
    most=3,
)
FEW = QuestionView(
    "/data/few",
    "few",
    Kind.RANGE,
    "Wie zufrieden sind Sie mit Ihrem Leben in Rothenburg? 0 heißt gar nicht, 10 heißt ganz.",
    value="8",
    lowest=Decimal(0),
    highest=Decimal(10),
    step=Decimal(1),
)
MANY = QuestionView(
    "/data/many",
    "many",
    Kind.RANGE,
    "Wie viel Prozent Ihrer Wege gehen Sie zu Fuß?",
    value="45",
    lowest=Decimal(0),
    highest=Decimal(100),
    step=Decimal(5),
)
LEAPS = QuestionView(
    "/data/leaps",
    "leaps",
    Kind.RANGE,
    "Wie warm soll es im Rathaus sein?",
    value="-2.5",
    lowest=Decimal(-10),
    highest=Decimal(30),
    step=Decimal("0.5"),
)
READ = QuestionView(
    "/data/read",
    "read",
    Kind.ACKNOWLEDGE,
    "Für den nächsten Teil brauchen Sie etwa 5 Minuten.",
    hint="Sie können jederzeit aufhören.",
)
MORE = QuestionView(
    "/data/trip",
    "trip",
    Kind.REPEAT,
    "Wege, die Sie regelmäßig gehen",
    value="2",
    most=5,
)
FIXED = QuestionView(
    "/data/fixed",
    "fixed",
    Kind.SELECT_MULTIPLE,
    "Diese Geräte benutzen Sie.",
    choices=choices("Smartphone", "Tablet", "Computer oder Laptop"),
    value="1 3",
    readonly=True,
)
FIXED_DAY = QuestionView(
    "/data/fixed_day", "fixed_day", Kind.DATE, "Ihr Termin", value="2026-11-22", readonly=True
)

TOWNS = (
    "Bad Muskau", "Bautzen", "Boxberg/O.L.", "Daubitz", "Dresden", "Gablenz", "Görlitz",
    "Groß Düben", "Hähnichen", "Hohendubrau", "Horka", "Hoyerswerda", "Kodersdorf", "Königshain",
    "Krauschwitz", "Kreba-Neudorf", "Lodenau", "Löbau", "Markersdorf", "Mücka", "Neißeaue",
    "Niesky", "Noes", "Nieder-Neundorf", "Quitzdorf am See", "Reichenbach/O.L.", "Rietschen",
    "Rothenburg/O.L.", "Schleife", "Schöpstal", "Steinbach", "Trebendorf", "Uhsmannsdorf",
    "Vierkirchen", "Waldhufen", "Weißkeißel", "Weißwasser/O.L.", "Zgorzelec", "Zittau",
    "Verwaltungsgemeinschaft Rothenburg-Hähnichen mit allen Ortsteilen",
)  # fmt: skip
WORK = QuestionView(
    "/data/work",
    "work",
    Kind.SELECT_ONE,
    "In welchem Ort arbeiten Sie oder gehen Sie zur Schule?",
    choices=(*choices(*TOWNS), *BOTH),
    value="7",
    search=True,
)
VISITS = QuestionView(
    "/data/visits",
    "visits",
    Kind.SELECT_MULTIPLE,
    "Welche Orte besuchen Sie oft?",
    choices=(*choices(*TOWNS), REFUSED),
    most=3,
    search=True,
)
PICTURED = replace(
    W2,
    ref="/data/pictured",
    name="pictured",
    label="Wie würden Sie diesen Schaden **am liebsten** melden?",
    context=("Rund um die Stadt", "Straßen und Wege"),
    image="MANG.svg",
    alternative="Eine kaputte Straßenlampe an einem Gehweg.",
)
PICTURED_TEXT = replace(
    X1,
    ref="/data/pictured_text",
    name="pictured_text",
    image="BIBO.svg",
    alternative="Ein Regal mit Büchern.",
    context=("Bibliothek",),
)
PICTURED_NOTE = replace(
    HALF,
    ref="/data/pictured_note",
    name="pictured_note",
    image="EVENT.svg",
    alternative="Ein Fest.",
)
NEW = (WISHES, FEW, MANY, LEAPS, READ, MORE, FIXED, PICTURED)
SEARCHED = (WORK, VISITS)
ALL = (D1, E3, K5, L3, D3, B1, Z1, L1, L6K, W2, X1, A9, HALF, *NEW)
