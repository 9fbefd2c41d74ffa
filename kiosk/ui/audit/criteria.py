"""What each rule proves, in the words of the report."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.ui.fitting.breaches import Rule


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a rule asks for, and where it comes from. `source` is empty for our own promise."""

    de: str
    en: str
    source: str = ""


CRITERIA: Mapping[Rule, Criterion] = {
    Rule.WORD_CUT: Criterion("Kein Wort ist zerschnitten.", "No word is cut in two."),
    Rule.CLIP: Criterion(
        "Jeder Text hat ganz Platz.", "Every text has room.", "WCAG 1.4.4, VVSG 7.1-H"
    ),
    Rule.OUTSIDE: Criterion(
        "Alles liegt auf dem Glas; nichts muss gerollt werden.",
        "Everything is on the glass; nothing scrolls.", "VVSG 7.2-E",
    ),
    Rule.OVERLAP: Criterion("Nichts verdeckt etwas anderes.", "Nothing covers another thing."),
    Rule.SMALL: Criterion(
        "Großbuchstaben haben mindestens 5,2 mm.", "Capitals have at least 5.2 mm.", "VVSG 7.1-G"
    ),
    Rule.TARGET: Criterion(
        "Was man antippt, hat 20 × 20 mm, bei großen Tasten mehr, eine Taste der Tastatur 12,7 mm.",
        "What is tapped has 20 × 20 mm, large targets more, a key of the keyboard 12.7 mm.",
        "VVSG 7.2-I, WCAG 2.5.8",
    ),
    Rule.GAP: Criterion(
        "Zwischen zwei Tasten sind 4 mm, zwischen Zurück und Weiter 8 mm.",
        "Two targets are 4 mm apart, Zurück and Weiter 8 mm.", "VVSG 7.2-I",
    ),
    Rule.EDGE: Criterion(
        "Nichts zum Antippen liegt näher als 8 mm am unteren Rand.",
        "No target is closer than 8 mm to the lower edge.",
    ),
    Rule.NAME: Criterion(
        "Alles, was bedient wird, hat einen Namen für das Vorleseprogramm.",
        "All that is operated has a name for a screen reader.", "WCAG 4.1.2, EN 301 549 11.5.2",
    ),
    Rule.SCROLLBAR: Criterion("Nichts rollt.", "Nothing scrolls.", "VVSG 7.2-E"),
    Rule.CAP_ANGLE: Criterion(
        "Großbuchstaben füllen ab Größe 2 am Auge 0,7°.",
        "Capitals fill 0.7° at the eye from size 2 on.", "EN 301 549 5.1.4",
    ),
    Rule.FONT: Criterion(
        "Nur die mitgelieferte Schrift, ab Stärke 400, aufrecht.",
        "The bundled typeface only, weight 400 and up, upright.", "VVSG 7.1-J",
    ),
    Rule.CONTRAST: Criterion(
        "Text, Umrisse und Zeichen heben sich ab, wie das Farbschema verspricht; der Balken 3:1.",
        "Text, outlines and signs stand out as the scheme promises; the bar 3:1.",
        "VVSG 7.1-C, WCAG 1.4.6, 1.4.11",
    ),
    Rule.FOCUS_VISIBLE: Criterion(
        "Wer mit Tasten geht, sieht, wo er ist: ein Ring von 1 mm, Änderung 3:1.",
        "Who walks by key sees where: a ring of 1 mm, a change of 3:1.", "WCAG 2.4.7, 2.4.13",
    ),
    Rule.COLOUR_ALONE: Criterion(
        "Gewählt sieht man auch ohne Farbe.", "What is chosen shows without colour.",
        "WCAG 1.4.1, EN 301 549 8.1.3",
    ),
    Rule.ORDER: Criterion(
        "Die Tasten gehen in Lesereihenfolge.", "Keys walk in reading order.", "WCAG 2.4.3"
    ),
    Rule.FOCUS_TRAP: Criterion(
        "Aus allem kommt man mit Tasten wieder heraus.", "Keys lead out of everything.",
        "WCAG 2.1.2, EN 301 549 5.1.6.2",
    ),
    Rule.UNREACHABLE: Criterion(
        "Mit Tasten kommt man überall hin.", "Keys lead everywhere.", "WCAG 2.1.1"
    ),
    Rule.FOCUSABLE: Criterion(
        "Alles, was bedient wird, nimmt den Fokus an.", "All that is operated takes the focus.",
        "WCAG 2.1.1",
    ),
    Rule.ACTION: Criterion(
        "Jede Taste tut etwas, auch für das Vorleseprogramm.",
        "Every button does something, for a screen reader too.", "EN 301 549 11.5.2.12",
    ),
    Rule.HIDDEN_CONTROL: Criterion(
        "Nichts reagiert nur auf den Finger.", "Nothing acts on the finger alone.", "WCAG 2.1.1"
    ),
    Rule.ROLE: Criterion(
        "Jedes Element sagt, was es ist.", "Everything says what it is.", "WCAG 4.1.2"
    ),
    Rule.VALUE: Criterion(
        "Jedes Element sagt, wie es steht.", "Everything says how it is set.", "WCAG 4.1.2"
    ),
    Rule.GESTURE: Criterion(
        "Kein Wischen und keine Geste bewirkt etwas.", "No swipe and no gesture does a thing.",
        "VVSG 7.2-E, WCAG 2.5.1",
    ),
    Rule.MOTION: Criterion(
        "Nichts bewegt sich von selbst.", "Nothing moves by itself.", "WCAG 2.2.2, 2.3.1"
    ),
    Rule.SPEECH: Criterion(
        "Alles, was man sieht, kann man hören.", "All that is seen can be heard.",
        "EN 301 549 5.1.3.6",
    ),
    Rule.MARKUP: Criterion(
        "Kein Zeichen für ein Programm (<br>, **, {page}) steht da oder ist zu hören.",
        "No sign for a program (<br>, **, {page}) stands there or is heard.", "—",
    ),
}  # fmt: skip
