"""Diagnostics of keys and single values."""

from __future__ import annotations

from geboortespel.scenario.code import MEANT, WRITE, Code

CODES: dict[str, Code] = {
    "G011": Code(
        "'{key}' is no key that can stand here",
        (
            "Keys are written exactly as in the guide for authors, in small letters. Mostly it is a slip "
            "of the pen, or the line stands one step too far to the left or right."
        ),
        suggestion=MEANT,
    ),
    "G012": Code(
        "{what} '{id}' does not exist",
        (
            "What is named here has to be declared in this scenario or in the base set it uses. Look at "
            "the spelling of the id."
        ),
        suggestion=MEANT,
    ),
    "G013": Code(
        "'{key}' is missing here",
        "This key is required here.",
    ),
    "G024": Code(
        "a map of keys is needed here, not {found}",
        "A map is a run of lines `key: value`, indented below the key, or {key: value} on one line.",
    ),
    "G025": Code(
        "a list is needed here, not {found}",
        "A list is a run of lines that begin with a dash, or [one, two] on one line.",
    ),
    "G026": Code(
        "a single value is needed here, not {found}",
        "Only one text or number can stand here.",
    ),
    "G030": Code(
        "'{value}' is not a whole number",
        "Only a whole number can stand here, in digits, without unit, words or quotes.",
        suggestion=MEANT,
    ),
    "G031": Code(
        "{value} is out of range: from {low} to {high}",
        "The number has to lie within these bounds.",
    ),
    "G032": Code(
        "{value} begins with a zero",
        "Some programs read 010 as eight. Write the number without the zero in front.",
        suggestion=WRITE,
    ),
    "G033": Code(
        "{value} looks like a time; a whole number is needed here",
        "Write the number of rounds, points or minutes as one number.",
    ),
    "G034": Code(
        "{value} has a separator for thousands",
        "Write the number as digits only.",
        suggestion=WRITE,
    ),
    "G035": Code(
        "{value} is not a whole number",
        (
            "The game counts in whole numbers only, so that every computer gets the same result. Round "
            "it, or choose a smaller unit."
        ),
    ),
    "G036": Code(
        "{value} is a date; a whole number is needed here",
        "The game counts in rounds. A date can stand in a text.",
    ),
    "G037": Code(
        "this dash is not a minus sign",
        "Word and other programs turn a minus into a longer dash. Type it again with the minus key.",
        suggestion=WRITE,
    ),
    "G038": Code(
        "'{value}' should be `ja` or `nee`",
        "Write `ja` or `nee`, in small letters.",
        suggestion=WRITE,
    ),
    "G039": Code(
        "'{value}' is not one of: {words}",
        "Only these words can stand here.",
        suggestion=MEANT,
    ),
    "G040": Code(
        "'{value}' cannot be an id",
        "An id is made of small letters a-z, digits and hyphens, and begins with a letter.",
        suggestion=WRITE,
    ),
    "G041": Code(
        "this text has {length} characters; at most {limit} fit",
        "Make the text shorter, or spread it over several items.",
    ),
    "G042": Code(
        "this text has to fit on one line",
        "Put it on one line, without | in front of it.",
    ),
    "G043": Code(
        "'{id}' is a word of the rules and cannot be an id",
        "Conditions give this word a meaning of its own. Choose another id.",
    ),
    "G044": Code(
        "'{key}' is no kind of line; there are: {kinds}",
        (
            "Lines are `groet`, `zorg.ID`, `raak.ID`, `mis` and `sleets`; only `zorg` and `raak` take an "
            "id after the dot."
        ),
        suggestion=MEANT,
    ),
    "G053": Code(
        "there is nothing here for `weg` to take away",
        (
            "`weg: ja` takes away something of the base set, by its id. Look at the spelling of the id, "
            "or just remove the item."
        ),
    ),
}
