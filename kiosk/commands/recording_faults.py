"""What is wrong with a recording, in words, and what to do about it."""

from collections.abc import Mapping

from kiosk.commands import say
from kiosk.speech.prompt import Prompt
from kiosk.speech.take import Fault, Kind


def told(fault: Fault, by_name: Mapping[str, Prompt]) -> str:
    """One fault in the shell's language; `by_name` are the prompts."""
    match fault.kind:
        case Kind.DAMAGED:
            return say(
                "Die Datei ist beschädigt, leer oder nicht in WAV, MP3, FLAC oder Ogg Vorbis. "
                "Bitte umwandeln oder neu aufnehmen.",
                "The file is damaged, empty, or no WAV, MP3, FLAC or Ogg Vorbis. Convert it, or "
                "record it anew.",
            )
        case Kind.SILENT:
            return say(
                "Es ist nichts zu hören. Ist das Mikrofon an?",
                "There is nothing to be heard. Is the microphone on?",
            )
        case Kind.QUIET:
            return say(
                f"Zu leise ({fault.figure:.0f} dB). Bitte näher ans Mikrofon oder die Aufnahme "
                "lauter stellen (üblich sind −30 bis −12 dB).",
                f"Too soft ({fault.figure:.0f} dB). Go nearer to the microphone or turn the "
                "recording up (−30 to −12 dB are usual).",
            )
        case Kind.CLIPPED:
            return say(
                f"Übersteuert an {fault.figure:.0f} Stellen. Bitte leiser stellen und neu "
                "aufnehmen.",
                f"Clipped in {fault.figure:.0f} places. Turn the recording down and record anew.",
            )
        case Kind.NOISY:
            return say(
                f"Zu viel Rauschen: Die Sprache ist nur {fault.figure:.0f} dB lauter. Bitte in "
                "einem ruhigeren Raum oder näher am Mikrofon aufnehmen.",
                f"Too much noise: speech is only {fault.figure:.0f} dB louder. Record in a quieter "
                "room or nearer to the microphone.",
            )
        case Kind.SHORT | Kind.LONG | Kind.OTHER | Kind.UNLIKE:
            return _text(fault, by_name)


def _text(fault: Fault, by_name: Mapping[str, Prompt]) -> str:
    seconds, expected = _seconds(fault.figure), _seconds(fault.expected)
    match fault.kind:
        case Kind.SHORT:
            doubt = say(
                f"Nur {seconds} s statt etwa {expected} s: abgeschnitten oder ein anderer Text?",
                f"Only {seconds} s instead of about {expected} s: cut off, or another text?",
            )
        case Kind.LONG:
            doubt = say(
                f"{seconds} s statt etwa {expected} s: ein anderer Text oder zweimal gelesen?",
                f"{seconds} s instead of about {expected} s: another text, or read twice?",
            )
        case Kind.OTHER:
            other = by_name[fault.other]
            doubt = say(
                f"Das klingt nach einem anderen Text: {other.name} („{other.text}“).",
                f'This sounds like another text: {other.name} ("{other.text}").',
            )
        case _:
            return say(
                "Das klingt nicht sehr nach diesem Text. Bitte hören Sie es an.",
                "This does not sound much like the text. Please listen to it.",
            )
    keep = say(
        "Bitte anhören; ist es richtig, noch einmal mit --accept und dem Namen.",
        "Please listen; if it is right, once more with --accept and its name.",
    )
    return f"{doubt} {keep}"


def _seconds(figure: float) -> str:
    return say(f"{figure:.1f}".replace(".", ","), f"{figure:.1f}")
