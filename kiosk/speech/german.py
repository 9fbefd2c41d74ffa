"""German spellings that the voice gets wrong, and how it gets them right."""

MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember",
)  # fmt: skip

# Spoken anywhere. A space in the written form may be missing.
ABBREVIATIONS = {
    "z. B.": "zum Beispiel",
    "d. h.": "das heißt",
    "u. a.": "unter anderem",
    "i. d. R.": "in der Regel",
    "o. Ä.": "oder Ähnliches",
    "usw.": "und so weiter",
    "etc.": "et cetera",
    "bzw.": "beziehungsweise",
    "ca.": "circa",
    "ggf.": "gegebenenfalls",
    "inkl.": "inklusive",
    "evtl.": "eventuell",
    "max.": "maximal",
    "mind.": "mindestens",
    "Nr.": "Nummer",
    "Str.": "Straße",
    "Dr.": "Doktor",
    "Prof.": "Professor",
    "Tel.": "Telefon",
    "Mio.": "Millionen",
    "Std.": "Stunden",
    "Min.": "Minuten",
    "GmbH": "Ge Em Be Ha",
    "Kfz": "Ka Ef Zett",
}

# Only before a number, or only before a name: elsewhere these letters mean something else.
BEFORE_NUMBER = {
    "S.": "Seite",
    "Abs.": "Absatz",
    "Art.": "Artikel",
    "§§": "Paragrafen",
    "§": "Paragraf",
}
BEFORE_NAME = {"St.": "Sankt"}

# After a number: written, then the words after one and after any other number.
UNITS = {
    "km/h": ("ein Kilometer pro Stunde", "Kilometer pro Stunde"),
    "km": ("ein Kilometer", "Kilometer"),
    "m²": ("ein Quadratmeter", "Quadratmeter"),
    "m": ("ein Meter", "Meter"),
    "cm": ("ein Zentimeter", "Zentimeter"),
    "kg": ("ein Kilogramm", "Kilogramm"),
    "°C": ("ein Grad Celsius", "Grad Celsius"),
    "%": ("ein Prozent", "Prozent"),
    "€": ("ein Euro", "Euro"),
    "Euro": ("ein Euro", "Euro"),
    "Uhr": ("ein Uhr", "Uhr"),
    "Cent": ("ein Cent", "Cent"),
    "Stunde": ("eine Stunde", "Stunde"),
    "Minute": ("eine Minute", "Minute"),
    "Jahr": ("ein Jahr", "Jahr"),
    "Tag": ("ein Tag", "Tag"),
    "Woche": ("eine Woche", "Woche"),
    "Monat": ("ein Monat", "Monat"),
}

# Symbols that the voice names, garbles or swallows.
SYMBOLS = {
    "&": " und ",
    "=": " gleich ",
    "+": " plus ",
    "→": " ",
    "←": " ",
    "☐": " ",
    "☑": " ",
    "•": " ",
    "…": " ",
    "\u00ad": "",  # soft hyphen
}

LETTERS = {
    "A": "A", "B": "Be", "C": "Ce", "D": "De", "E": "E", "F": "Ef", "G": "Ge", "H": "Ha", "I": "I",
    "J": "Jott", "K": "Ka", "L": "El", "M": "Em", "N": "En", "O": "O", "P": "Pe", "Q": "Ku",
    "R": "Er", "S": "Es", "T": "Te", "U": "U", "V": "Vau", "W": "We", "X": "Ix", "Y": "Ypsilon",
    "Z": "Zett", "Ä": "Ä", "Ö": "Ö", "Ü": "Ü",
}  # fmt: skip

# Capitals spoken letter by letter.
SPELLED = frozenset({
    "ÖPNV", "PKW", "LKW", "EU", "WC", "DDR", "BRD", "TV", "DRK", "BTU", "DSGVO", "EDV",
    "IT", "PC", "SMS", "USB", "LRA", "CDU", "SPD", "FDP", "AOK", "THW",
})  # fmt: skip

# Capitals spoken as a word, in respellings that keep a voice from spelling them.
NAMES = {"ZVON": "Zvon", "AWO": "Awo", "LEAG": "Leag", "WLAN": "We Lahn", "PIN": "Pinn"}

# Whole words, whatever their case: respelled in plain letters, so that any German voice gains.
WORDS = {
    "E-Mail": "Ihmehl",
    "E-Mails": "Ihmehls",
    "Smartphone": "Smahrtfohn",
    "Smartphones": "Smahrtfohns",
    "online": "onnlein",
    "Handy": "Händi",
    "Handys": "Händis",
    "App": "Äpp",
    "Apps": "Äpps",
    "Service": "Sörwis",
    "Team": "Tiem",
    "WhatsApp": "Wottsäpp",
    "Laptop": "Läptopp",
    "Computer": "Kompjuter",
    "Café": "Kaffee",
    "Job": "Dschob",
    "Homepage": "Hohmpehdsch",
    "Download": "Daunlohd",
    "Tablet": "Täblet",
    "Tablets": "Täblets",
    "Coworking": "Kowörking",
    "Kohleausstieg": "Kohle-Ausstieg",
    "Strukturwandel": "Struktur-Wandel",
    "Pflegedienst": "Pflege-Dienst",
}
