"""The real instrument's variables (V and K) as the codebook holds them, and invented people."""

from random import Random

from kiosk.study.codebook import Option, Variable, VariableKind
from kiosk.study.response import Response, ResponseHeader, ResponseKind, Value

STUDY = "7c1f0d7a" * 8

DONT_KNOW = (Option("-98", "weiß nicht"), Option("-99", "keine Angabe"))
REFUSED = (Option("-99", "keine Angabe"),)


def _scale(*labels: str, zero: str = "") -> tuple[Option, ...]:
    points = [Option(str(code), label) for code, label in zip((4, 3, 2, 1), labels, strict=True)]
    return (*points, Option("0", zero)) if zero else tuple(points)


def _letters(*labels: str, x: str = "", y: str = "") -> tuple[Option, ...]:
    listed = [Option("abcdefghi"[place], label) for place, label in enumerate(labels)]
    if y:
        listed.append(Option("y", y))
    if x:
        listed.append(Option("x", x))
    return tuple(listed)


def _numbered(labels: str, start: int = 1) -> tuple[Option, ...]:
    return tuple(Option(str(n), label) for n, label in enumerate(labels.split(" | "), start))


ZUST = _scale("stimme voll zu", "stimme eher zu", "stimme eher nicht zu", "stimme gar nicht zu")
GUT = ("sehr gut", "eher gut", "eher schlecht", "sehr schlecht")
WICH = _scale("sehr wichtig", "eher wichtig", "eher nicht wichtig", "gar nicht wichtig")
KOMP = _scale(
    "kann ich und kann es anderen zeigen", "kann ich allein", "kann ich mit Hilfe",
    "kann ich nicht",
)  # fmt: skip
KANAL = _numbered(
    "persönlich im Rathaus | am Telefon | mit E-Mail | online, allein | "
    "online, jemand hilft mir dabei | jemand von der Stadt kommt in meinen Ort | "
    "mit Brief oder Formular auf Papier"
)
SERVICES = tuple(
    Option(*row.split(" ", 1))
    for row in """\
PASS Personalausweis, Reisepass
MELD Wohnung an-, um- oder abmelden
BESCH Meldebescheinigung, Führungszeugnis
URK Urkunden: Geburt, Heirat, Sterbefall
KITA Platz in Kita oder Hort
HUND Hundesteuer
STEU Steuern, Gebühren, Rechnungen
GEWE Gewerbe an-, um- oder abmelden
BAU Bauen, Grundstück, Bäume fällen
FRIED Friedhof, Grab
MANG Schaden melden
FUND Fundbüro
TERM Termin im Rathaus machen
AUSK Auskunft und Formulare
AMTS Stadtanzeiger, Bekanntmachungen
EVENT Veranstaltungen, Kultur, Museum
WARN Warnungen und Sperrungen
BIBO Bibliothek, Schwimmhalle
RAUM Räume und Hallen buchen
VERAN Fest oder Feuer anmelden
VEREIN Vereine, Ehrenamt, Zuschüsse
WAHL Wahlen, Briefwahl
BETEIL Mitreden in der Stadt
LRA Auto, Führerschein, Wohngeld, Elterngeld""".splitlines()
)
BUNDLES = tuple(
    Option(*row.split(" ", 1))
    for row in """\
AUSW Ausweis, Umzug, Urkunden
KITA Kita und Hort
GELD Steuern, Gebühren, Hund
GEWE Gewerbe
BAU Bauen und Grundstück
FRIED Friedhof
MANG Schaden melden, Fundbüro
AUSK Termin und Auskunft
NEWS Nachrichten, Veranstaltungen, Warnungen
RAUM Bibliothek, Schwimmhalle, Räume
MIT Vereine, Wahlen, Mitreden
LRA Landratsamt: Auto, Wohngeld""".splitlines()
)
HELP = _numbered("ja, allein | jemand hilft mir | jemand tippt für mich")
NOTHING = Option("x", "nichts davon")
V, K = ("V",), ("V", "K")


def _single(
    name: str, wording: str, options: tuple[Option, ...], forms: tuple[str, ...], *,
    scale: bool = False, over: tuple[Option, ...] = (),
) -> Variable:  # fmt: skip
    return Variable(
        name=name, wording=wording, kind=VariableKind.SINGLE, options=options, forms=forms,
        ordered=scale, over=over,
    )  # fmt: skip


def _multi(
    name: str, wording: str, options: tuple[Option, ...], forms: tuple[str, ...],
    most: int | None = None,
) -> Variable:  # fmt: skip
    return Variable(
        name=name, wording=wording, kind=VariableKind.MULTIPLE, options=options, forms=forms,
        exclusive=frozenset({"x", "y", "-98", "-99"}) & {each.code for each in options}, most=most,
    )  # fmt: skip


def _derived(name: str, wording: str, **more: object) -> Variable:
    return Variable(name=name, wording=wording, kind=VariableKind.DERIVED, **more)  # type: ignore[arg-type]  # test table


VARIABLES: tuple[Variable, ...] = (
    _derived("seed", "Startwert der Zufallsreihenfolge", forms=K),
    _derived("SPLIT", "Zufällige Hälfte", forms=V),
    _single("S7", "Füllen Sie die Umfrage allein aus?", HELP, K),
    _derived("HILFE", "Hilfe beim Ausfüllen", options=HELP, forms=K),
    _single("D1", "Wie alt sind Sie?", (*_numbered(
        "14 bis 17 | 18 bis 29 | 30 bis 44 | 45 bis 59 | 60 bis 74 | 75 oder älter"), *REFUSED),
        K, scale=True),
    _single("E3", "Wie gut hat Ihr letzter Kontakt mit der Stadtverwaltung geklappt?",
        (*_scale(*GUT, zero="kein Kontakt in den letzten 12 Monaten"), *DONT_KNOW), V, scale=True),
    _single("E4", "Haben Sie in den letzten 12 Monaten etwas bei einem Amt online erledigt?",
        (*_numbered("ja, ganz | ja, aber abgebrochen | nein, ich wusste nicht, dass es geht | "
        "nein, ich wollte nicht | nein, ich brauchte nichts"), *DONT_KNOW), V),
    _multi("Z1", "Welche Geräte benutzen Sie selbst?", (*_letters(
        "Smartphone", "Tablet", "Computer oder Laptop", "Handy ohne Internet", "Festnetz-Telefon",
        "Drucker", x="nichts davon"), *REFUSED), V),
    _single("Z2", "Wie oft sind Sie im Internet? Auch WhatsApp zählt dazu.", (*_scale(
        "jeden Tag oder fast jeden Tag", "jede Woche", "seltener", "nie"), *REFUSED), K,
        scale=True),
    _single("Z3", "Wie gut ist das Internet bei Ihnen zu Hause?",
        (*_scale(*GUT, zero="kein Internet zu Hause"), *DONT_KNOW), V, scale=True),
    _multi("Z4", "Warum sind Sie selten oder nie im Internet?", (*_letters(
        "ich brauche es nicht", "es ist mir zu schwer", "ich habe Angst vor Fehlern oder Betrug",
        "mir fehlt ein Gerät", "es ist zu teuer", "das Netz ist hier schlecht",
        "Bildschirm und Tasten sind schwer zu bedienen", "andere machen es für mich",
        "niemand zeigt es mir"), *DONT_KNOW), K, 3),
    _single("Z5", "Macht manchmal jemand etwas im Internet für Sie?", (*_numbered(
        "ja, Familie | ja, Freunde oder Nachbarn | ja, ein Pflege- oder Betreuungsdienst | "
        "nein, das brauche ich nicht | nein, aber ich hätte gern jemanden"), *REFUSED), K),
    _single("Z6", "Haben Sie den Online-Ausweis? Das ist der Personalausweis mit PIN.",
        (*_numbered("ja, schon benutzt | ja, nicht benutzt | nein | kenne ich nicht"), *REFUSED),
        V),
    *(
        _single(name, wording, (*KOMP, *REFUSED), forms, scale=True)
        for name, wording, forms in (
            ("K1", "Wie gut können Sie das: Öffnungszeiten im Internet finden?", V),
            ("K3", "Ein Formular im Internet ausfüllen und abschicken?", K),
            ("K5", "Eine falsche oder betrügerische Nachricht erkennen?", K),
            ("K6", "Eine neue App einrichten?", V),
        )
    ),
    *(
        _single(name, wording, (*ZUST, *DONT_KNOW), V, scale=True)
        for name, wording in (
            ("O1", "Stimmen Sie zu? Ich probiere neue Technik gern aus."),
            ("O2", "Bei neuer Technik habe ich Sorge, etwas falsch zu machen."),
            ("O4", "Ich möchte auch künftig alles ohne Internet erledigen können."),
        )
    ),
    _multi("L1", "Was haben Sie in den letzten 3 Jahren gebraucht? Oder was brauchen Sie bald?",
        (*SERVICES, NOTHING, *DONT_KNOW), V),
    _multi("L1k", "Was haben Sie in den letzten 3 Jahren gebraucht? Oder was brauchen Sie bald?",
        (*BUNDLES, NOTHING, *DONT_KNOW), ("K",)),
    _multi("L2", "Was möchten Sie gern online erledigen können?",
        (*SERVICES, NOTHING, *DONT_KNOW), V),
    _derived("L_M", "Zahl der gebrauchten Leistungen", forms=V),
    _derived("L_K", "Zahl der gezogenen Leistungen", forms=V),
    _derived("L_FOLGE", "L_FOLGE", forms=V),
    _derived("WELLE", "WELLE", forms=V),
    _derived("VORLESEN", "VORLESEN", forms=V),
    *(
        _derived(f"L_ZUG{place}", f"L_ZUG{place}", forms=V)
        for place in (1, 2, 3)
    ),
    _single("L3", "Wie wichtig ist Ihnen, dass das auch online geht?", (*WICH, *DONT_KNOW), V,
        scale=True, over=SERVICES),
    _single("L4", "Wie gut klappt das heute?", (*_scale(*GUT),
        Option("-91", "habe ich noch nicht gemacht"), *DONT_KNOW), V, scale=True, over=SERVICES),
    _single("L5", "Wie möchten Sie das am liebsten erledigen?", (*KANAL, *DONT_KNOW), V,
        over=SERVICES),
    _multi("L6", "Welche 3 Dinge soll die Stadt zuerst online anbieten?",
        (*SERVICES, Option("x", "gar nichts"), *DONT_KNOW), V, 3),
    _multi("L6k", "Welche 3 Dinge soll die Stadt zuerst online anbieten?",
        (*BUNDLES, Option("x", "gar nichts"), *DONT_KNOW), ("K",), 3),
    _multi("L7", "Was soll auf jeden Fall auch ohne Internet möglich bleiben?",
        (*BUNDLES, Option("y", "alles"), NOTHING, *DONT_KNOW), V, 3),
    _single("W2", "Sie müssen einen Antrag stellen. Wie machen Sie das am liebsten?",
        (*KANAL, *DONT_KNOW), K),
    _single("W3", "Sie haben ein schwieriges Anliegen. Wie klären Sie das am liebsten?",
        (*KANAL, *DONT_KNOW), V),
    _multi("B1", "Was hindert Sie, etwas bei der Stadt online zu erledigen?", (*_letters(
        "ich spreche lieber mit Menschen", "es ist zu kompliziert", "ich weiß nicht, was es gibt",
        "Sorge um meine Daten", "Anmeldung, Online-Ausweis", "Gerät oder Internet fehlt",
        "ich muss doch noch ins Rathaus", "schwere Sprache", "anders geht es schneller",
        x="nichts"), *DONT_KNOW), K, 3),
    _multi("H1", "Was würde Ihnen am meisten helfen?", (*_letters(
        "Hilfe am Bildschirm im Rathaus", "ein Gerät in meiner Nähe, mit Hilfe",
        "jemand kommt in meinen Ort", "Hilfe am Telefon oder per Video", "einfache Sprache",
        "große Schrift, Vorlesen", "andere Sprache", "jemand darf es für mich machen",
        x="ich brauche keine Hilfe"), *DONT_KNOW), K, 3),
    _multi("H2", "Wo wäre ein Platz mit Gerät und Hilfe gut für Sie?", (*_letters(
        "Rathaus", "Bürgerzentrum", "Bibliothek", "Jugend- und Seniorentreff",
        "in meinem Ortsteil", "Supermarkt oder Arzt", "Martinshof", x="brauche ich nicht"),
        *DONT_KNOW), V, 2),
    _multi("H3", "Was ist Ihnen bei Online-Angeboten der Stadt am wichtigsten?", (*_letters(
        "Zeit sparen", "Wege sparen", "auch abends und am Wochenende",
        "sehen, wie weit mein Antrag ist", "leicht verständlich", "sichere Daten",
        "ich kann weiter einen Menschen fragen"), *DONT_KNOW), V, 2),
    _single("F1", "Möchten Sie bei Handy, Computer oder Internet etwas dazulernen?", (
        Option("3", "ja, gern"), Option("2", "vielleicht"), Option("1", "nein"), *DONT_KNOW), K),
    _multi("F2", "Was möchten Sie lernen?", (*_letters(
        "mein Gerät bedienen", "Anträge und Online-Ausweis", "Betrug erkennen, sicher sein",
        "Arzt und Gesundheit", "Bank und Einkaufen", "Fotos und Video-Anrufe",
        "Neues wie künstliche Intelligenz"), *DONT_KNOW), V, 3),
    _multi("F3", "Wie möchten Sie am liebsten lernen?", (*_letters(
        "Sprechstunde, einzeln", "Kurs in kleiner Gruppe", "Treff mit Kaffee",
        "Junge helfen Älteren", "jemand kommt zu mir", "kurze Videos", "Heft zum Nachlesen"),
        *DONT_KNOW), K, 3),
    _single("F4", "Würden Sie anderen bei Handy oder Internet helfen?", (
        Option("3", "ja"), Option("2", "vielleicht"), Option("1", "nein"), *DONT_KNOW), V),
    _multi("I1", "Wie möchten Sie Neues aus der Stadt erfahren?", (*_letters(
        "Stadtanzeiger auf Papier", "Stadtanzeiger digital", "Internetseite der Stadt",
        "Facebook, Instagram", "WhatsApp oder App", "Aushang", "Tageszeitung, Radio",
        "Gespräche"), *DONT_KNOW), V, 3),
    Variable("X1", "Haben Sie noch einen Wunsch? Bitte schreiben Sie keine Namen.",
        VariableKind.TEXT, forms=V),
    _single("X2", "Wie leicht war diese Umfrage für Sie?", (*_scale(
        "sehr leicht", "eher leicht", "eher schwer", "sehr schwer"), *REFUSED), K, scale=True),
    _single("D2", "Welches Geschlecht haben Sie?", (*_numbered("weiblich | männlich | divers"),
        *REFUSED), K),
    _single("D3", "Wo wohnen Sie?", (*_numbered(
        "Rothenburg Stadt, mit Noes | Lodenau, Neusorge, Steinbach, Bremenhain, Dunkelhäuser | "
        "Uhsmannsdorf, Geheege, Nieder-Neundorf | Hähnichen mit Ortsteilen | woanders"),
        *REFUSED), K),
    _single("D4", "Was machen Sie zurzeit hauptsächlich?", (*_numbered(
        "Schule, Ausbildung, Studium | Arbeit | Familie oder Pflege zu Hause | Rente | "
        "etwas anderes"), *REFUSED), V),
)  # fmt: skip
"""A.5 of the instrument, word for word."""

WISHES = (
    "Mehr Hilfe vor Ort, bitte auch in Lodenau.",
    "Der Stadtanzeiger soll auf Papier bleiben!",
    "Besseres Netz in den Ortsteilen; Öffnungszeiten am Samstag.",
    "Schöne Grüße – weiter so.",
    "Straßenlampe am Ärztehaus melden können.",
)


def person(draw: Random, form: str | None = None) -> Response:
    """One invented respondent: plausible, every variable of the form there, reproducible."""
    form = form or ("V" if draw.random() < 0.7 else "K")
    kind = ResponseKind.PARTIAL if draw.random() < 0.04 else ResponseKind.COMPLETE
    age = draw.choices("123456", (4, 10, 17, 23, 28, 18))[0]
    online = draw.choices("4321", (68, 15, 9, 8) if age < "5" else (38, 20, 18, 24))[0]
    drawn: list[str] = []
    split = draw.choice("12")
    answers: dict[str, Value] = {}
    for variable in VARIABLES:
        if form not in variable.forms:
            continue
        answers[variable.name] = _answer(draw, variable, age, online, split, drawn, answers)
    if kind is ResponseKind.PARTIAL:
        names = list(answers)
        for name in names[draw.randrange(14, len(names)) :]:
            answers[name] = "-94"
    return Response(
        response_id=f"{draw.getrandbits(128):032x}",
        envelope_id=f"{draw.getrandbits(128):032x}",
        kind=kind,
        header=header(form, draw.choices(("de", "de-x-leicht", "pl"), (90, 6, 4))[0],
                      draw.choice(("2026-W46", "2026-W47", "2026-W48")),
                      int(draw.random() < 0.2)),
        answers=answers,
    )  # fmt: skip


def header(
    form: str = "V", language: str = "de", week: str = "2026-W47", aloud: int = 0
) -> ResponseHeader:
    """A header of the study's first wave."""
    return ResponseHeader(
        study=STUDY, project="rothenburg", wave=1, form=form, form_version="1.0.0",
        language=language, site="rathaus", week=week, text_size=1, read_aloud=aloud,
        app_version="0.1.0",
    )  # fmt: skip


def people(count: int, seed: int = 1) -> list[Response]:
    """As many invented respondents."""
    draw = Random(seed)
    return [person(draw) for _ in range(count)]


def _answer(
    draw: Random, variable: Variable, age: str, online: str, split: str,
    drawn: list[str], answers: dict[str, Value],
) -> Value:  # fmt: skip
    special = _special(draw, variable, age, online, split, drawn, answers)
    if special is not None:
        return special
    if variable.over:
        return {item: _one(draw, variable) for item in drawn} if drawn else "-97"
    if draw.random() < 0.02:
        return "-95"
    if variable.kind is VariableKind.MULTIPLE:
        return _several(draw, variable)
    return _one(draw, variable)


def _special(
    draw: Random, variable: Variable, age: str, online: str, split: str,
    drawn: list[str], answers: dict[str, Value],
) -> Value | None:  # fmt: skip
    match variable.name:
        case "seed":
            return str(draw.randrange(1, 2**31))
        case "SPLIT":
            return split
        case "HILFE":
            return answers["S7"]
        case "S7":
            return draw.choices("123", (80, 15, 5))[0]
        case "D1":
            return age
        case "Z2":
            return online
        case "Z3" | "K1" | "K3" | "K5" | "K6" if online == "1":
            return "-97"
        case "Z4" if online > "2":
            return "-97"
        case "H2" if split != "1":
            return "-96"
        case "F2" if split != "2":
            return "-96"
        case "F2" | "F3" if answers.get("F1") == "1":
            return "-97"
        case "X1":
            return draw.choice(WISHES) if draw.random() < 0.2 else "-95"
        case "WELLE" | "VORLESEN":
            return "1"
        case "L_FOLGE":
            return " ".join(reversed(str(answers["L1"]).split()))
        case "L_M":
            needed = [code for code in str(answers["L1"]).split() if code.isupper()]
            drawn += draw.sample(needed, min(len(needed), 3 if age < "5" else 2))
            return str(len(needed))
        case "L_ZUG1" | "L_ZUG2" | "L_ZUG3":
            return "".join(drawn[int(variable.name[-1]) - 1 : int(variable.name[-1])])
        case "L_K":
            return str(len(drawn))
        case "D2":
            return draw.choices(("1", "2", "3", "-99"), (50, 46, 1, 3))[0]
        case _:
            return None


def _one(draw: Random, variable: Variable) -> str:
    options = variable.options
    leaning = Random(variable.name)
    weights = [
        0.06 if option.code.startswith("-") else leaning.uniform(0.15, 1.0) for option in options
    ]
    return draw.choices([option.code for option in options], weights)[0]


def _several(draw: Random, variable: Variable) -> str:
    if draw.random() < 0.12:
        alone = sorted(variable.exclusive) or ["-95"]
        return draw.choices(alone, [3 if code in "xy" else 1 for code in alone])[0]
    ordinary = [each.code for each in variable.options if each.code not in variable.exclusive]
    leaning = Random(variable.name)
    liked = [code for code in ordinary if draw.random() < leaning.betavariate(1.6, 3.5)]
    chosen = draw.sample(liked, min(len(liked), variable.most or len(liked)))
    chosen = chosen or [draw.choice(ordinary)]
    return " ".join(code for code in ordinary if code in chosen)
