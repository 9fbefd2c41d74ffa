"""Polish. A draft until a native reader has passed it."""

from kiosk.papers.phrases.phrases import Phrases

POLISH = Phrases(
    tag="pl",
    page="Strona {number} z {count}",
    survey="Ankieta",
    questionnaire="Ankieta",
    privacy="Ochrona danych",
    welcome=(
        "**Na papierze:** Proszę nie pisać na ankiecie nazwiska ani adresu. Wszystkie ankiety są "
        "takie same. Żadna nie ma własnego numeru.",
        "**Potem:** Gdy ankieta jest już w skrzynce, nie wiemy, która jest Pana/Pani. Nie można "
        "jej wtedy oddać ani usunąć.",
    ),
    how="Jak wypełnić ankietę",
    cross="Proszę zaznaczać krzyżykiem.",
    correct="Pomyłka? Proszę zamalować całe błędne pole. Potem proszę postawić krzyżyk we "
    "właściwym miejscu.",
    shapes="Przy kółkach proszę postawić tylko jeden krzyżyk. Przy kwadratach może ich być kilka.",
    pen="Proszę pisać na niebiesko lub czarno.",
    box="Proszę wrzucić ankietę do zamkniętej skrzynki.",
    box_here="Skrzynka stoi tutaj:",
    thanks="Dziękujemy!",
    thanks_more="Dziękujemy za poświęcony czas.",
    question="Pytanie {number}",
    one="Proszę postawić 1 krzyżyk.",
    several="Można postawić kilka krzyżyków.",
    up_to="Liczba krzyżyków: najwyżej {most}.",
    ranked="Proszę wpisać liczby w kwadraty: 1 przy pierwszym, 2 przy drugim i tak dalej.",
    ranked_up_to="Proszę wpisać w kwadraty liczby od 1 do {most}: 1 przy pierwszym, 2 przy drugim "
    "i tak dalej.",
    number="Proszę wpisać liczbę.",
    between="Proszę wpisać liczbę od {low} do {high}.",
    at_least="Proszę wpisać liczbę od {low} wzwyż.",
    at_most="Proszę wpisać liczbę do {high}.",
    write="Proszę pisać na liniach.",
    written_choice="Proszę wpisać odpowiedź na linii.",
    read="przeczytane",
    explained="Objaśnienia są przy pytaniu {number}.",
    your_answer="(odpowiedź na pytanie {number})",
    this_one="(to, co jest na linii)",
    rounds="Na następne pytania można odpowiedzieć kilka razy (najwyżej {most}). Resztę proszę "
    "zostawić pustą.",
    rounds_of="Proszę jeszcze raz spojrzeć na pytanie {number}. Proszę wybrać zaznaczone tam "
    "odpowiedzi (najwyżej {most}) i wpisać każdą na osobnej linii. Jeśli jest ich mniej, resztę "
    "proszę zostawić pustą.",
    about="Chodzi o:",
    units={
        "day": "dzień", "month": "miesiąc", "year": "rok", "hour": "godzina", "minute": "minuta",
    },
    quotes=("„", "”"),
    conjunction=" oraz ",
    alternative=" lub ",
    only_if="Tylko jeśli {conditions}.",
    otherwise="W innym przypadku proszę przejść do pytania {number}.",
    otherwise_done="W innym przypadku to już koniec ankiety.",
    chosen="w pytaniu {number} zaznaczono {choices}",
    not_chosen="w pytaniu {number} nie zaznaczono {choices}",
    answered="na pytanie {number} udzielono odpowiedzi",
    unanswered="na pytanie {number} nie udzielono odpowiedzi",
    touch=r"\b[Dd]ot(?:kn|yk)|\b[Nn]aci[sś]",
    compared={
        "=": "w pytaniu {number} wpisano {amount}",
        "<": "w pytaniu {number} wpisano mniej niż {amount}",
        "<=": "w pytaniu {number} wpisano najwyżej {amount}",
        ">": "w pytaniu {number} wpisano więcej niż {amount}",
        ">=": "w pytaniu {number} wpisano co najmniej {amount}",
    },
)  # fmt: skip
