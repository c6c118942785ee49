"""Diagnostics of keys and single values."""

from __future__ import annotations

from geboortespel.scenario.code import MEANT, N_, WRITE, Code

CODES: dict[str, Code] = {
    "G011": Code(
        N_("'{key}' is no key that can stand here"),
        N_(
            "Keys are written exactly as in the guide for authors, in small letters. Mostly it is a slip "
            "of the pen, or the line stands one step too far to the left or right."
        ),
        suggestion=MEANT,
    ),
    "G012": Code(
        N_("{what} '{id}' does not exist"),
        N_(
            "What is named here has to be declared in this scenario or in the base set it uses. Look at "
            "the spelling of the id."
        ),
        suggestion=MEANT,
    ),
    "G013": Code(
        N_("'{key}' is missing here"),
        N_("This key is required here."),
    ),
    "G024": Code(
        N_("a map of keys is needed here, not {found}"),
        N_("A map is a run of lines `key: value`, indented below the key, or {…: …} on one line."),
    ),
    "G025": Code(
        N_("a list is needed here, not {found}"),
        N_("A list is a run of lines that begin with a dash, or [one, two] on one line."),
    ),
    "G026": Code(
        N_("a single value is needed here, not {found}"),
        N_("Only one text or number can stand here."),
    ),
    "G030": Code(
        N_("'{value}' is not a whole number"),
        N_("Only a whole number can stand here, in digits, without unit, words or quotes."),
        suggestion=MEANT,
    ),
    "G031": Code(
        N_("{value} is out of range: from {low} to {high}"),
        N_("The number has to lie within these bounds."),
    ),
    "G032": Code(
        N_("{value} begins with a zero"),
        N_("Some programs read 010 as eight. Write the number without the zero in front."),
        suggestion=WRITE,
    ),
    "G033": Code(
        N_("{value} looks like a time; a whole number is needed here"),
        N_("Write the number of rounds, points or minutes as one number."),
    ),
    "G034": Code(
        N_("{value} has a separator for thousands"),
        N_("Write the number as digits only."),
        suggestion=WRITE,
    ),
    "G035": Code(
        N_("{value} is not a whole number"),
        N_(
            "The game counts in whole numbers only, so that every computer gets the same result. Round "
            "it, or choose a smaller unit."
        ),
    ),
    "G036": Code(
        N_("{value} is a date; a whole number is needed here"),
        N_("The game counts in rounds. A date can stand in a text."),
    ),
    "G037": Code(
        N_("this dash is not a minus sign"),
        N_("Word and other programs turn a minus into a longer dash. Type it again with the minus key."),
        suggestion=WRITE,
    ),
    "G038": Code(
        N_("'{value}' should be `ja` or `nee`"),
        N_("Write `ja` or `nee`, in small letters."),
        suggestion=WRITE,
    ),
    "G039": Code(
        N_("'{value}' is not one of: {words}"),
        N_("Only these words can stand here."),
        suggestion=MEANT,
    ),
    "G040": Code(
        N_("'{value}' cannot be an id"),
        N_("An id is made of small letters a-z, digits and hyphens, and begins with a letter."),
        suggestion=WRITE,
    ),
    "G041": Code(
        N_("this text has {length} characters; at most {limit} fit"),
        N_("Make the text shorter, or spread it over several items."),
    ),
    "G042": Code(
        N_("this text has to fit on one line"),
        N_("Put it on one line, without | in front of it."),
    ),
    "G043": Code(
        N_("'{id}' is a word of the rules and cannot be an id"),
        N_("Conditions give this word a meaning of its own. Choose another id."),
    ),
    "G044": Code(
        N_("'{key}' is no kind of line; there are: {kinds}"),
        N_(
            "Lines are `groet`, `zorg.ID`, `raak.ID`, `mis` and `sleets`; only `zorg` and `raak` take an "
            "id after the dot."
        ),
        suggestion=MEANT,
    ),
    "G053": Code(
        N_("there is nothing here for `weg` to take away"),
        N_(
            "`weg: ja` takes away something of the base set, by its id. Look at the spelling of the id, "
            "or just remove the item."
        ),
    ),
}
