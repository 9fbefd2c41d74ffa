"""English. A draft until a native reader has passed it."""

from kiosk.papers.phrases.phrases import Phrases

ENGLISH = Phrases(
    tag="en",
    page="Page {number} of {count}",
    survey="Survey",
    questionnaire="Questionnaire",
    privacy="Data protection",
    welcome=(
        "**On paper:** Do not write your name or address on the questionnaire. All questionnaires "
        "are the same. None has a number of its own.",
        "**Afterwards:** Once the questionnaire is in the box, we do not know which one is yours. "
        "It cannot be given back or deleted then.",
    ),
    how="How to fill in the questionnaire",
    cross="Make a cross.",
    correct="A wrong cross? Fill in the wrong field completely. Then make the cross in the right "
    "place.",
    shapes="For circles, make only one cross. For squares, you can make several.",
    pen="Use a blue or black pen.",
    box="Drop the questionnaire into the locked box.",
    box_here="The box is here:",
    thanks="Thank you!",
    thanks_more="Thank you for taking the time.",
    question="Question {number}",
    one="Please make 1 cross.",
    several="You can make several crosses.",
    up_to="Please make {most} crosses at most.",
    ranked="Write numbers into the squares: 1 for the first, 2 for the second and so on.",
    ranked_up_to="Write the numbers 1 to {most} into the squares: 1 for the first, 2 for the "
    "second and so on.",
    number="Please write a number.",
    between="Please write a number from {low} to {high}.",
    at_least="Please write a number from {low} up.",
    at_most="Please write a number up to {high}.",
    write="Please write on the lines.",
    written_choice="Please write your answer on the line.",
    read="read",
    explained="What belongs to it is explained at question {number}.",
    your_answer="(your answer to question {number})",
    this_one="(what is on the line)",
    rounds="You can answer the next questions up to {most} times. Leave blank what you do not "
    "need.",
    rounds_of="Look at question {number} again. Take up to {most} of the answers that you ticked "
    "there. Write each on a line of its own. If there are fewer, leave the rest blank.",
    about="This is about:",
    units={"day": "day", "month": "month", "year": "year", "hour": "hour", "minute": "minute"},
    quotes=("“", "”"),
    conjunction=" and ",
    alternative=" or ",
    only_if="Only if {conditions}.",
    otherwise="Otherwise go on to question {number}.",
    otherwise_done="Otherwise you have finished.",
    chosen="you ticked {choices} at question {number}",
    not_chosen="you did not tick {choices} at question {number}",
    answered="you answered question {number}",
    unanswered="you did not answer question {number}",
    touch=r"\b[Tt]ap(?:ping|s)?\b|\b[Pp]ress\b",
    compared={
        "=": "you wrote {amount} at question {number}",
        "<": "you wrote less than {amount} at question {number}",
        "<=": "you wrote {amount} or less at question {number}",
        ">": "you wrote more than {amount} at question {number}",
        ">=": "you wrote {amount} or more at question {number}",
    },
)
