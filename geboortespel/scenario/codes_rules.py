"""Diagnostics of conditions, effects and costs."""

from __future__ import annotations

from geboortespel.scenario.code import MEANT, WRITE, Code

CODES: dict[str, Code] = {
    "G060": Code(
        "'{found_text}' does not fit here in a condition",
        (
            "A condition reads like: steun.raad >= 20 en (urgentie > 60 of akkoord). Calls: gemiddelde, "
            "aantal, laagste, hoogste."
        ),
    ),
    "G061": Code(
        "write = instead of ==",
        "Comparing is done with = != < > <= >=.",
    ),
    "G062": Code(
        "`en` and `of` stand side by side without brackets",
        "Put brackets around what belongs together: a en (b of c) is something else than (a en b) of c.",
    ),
    "G063": Code(
        "'{word}' is not a word of conditions",
        "Conditions use `en`, `of` and `niet`.",
        suggestion=WRITE,
    ),
    "G064": Code(
        "there is no quantity '{name}'",
        "A condition or effect names counters, aspects, or things such as steun.ACTOR, drempel.ID and ronde.",
        suggestion=MEANT,
    ),
    "G065": Code(
        "'{word}' is not a value here; possible: {words}",
        "This quantity takes these words only.",
        suggestion=MEANT,
    ),
    "G066": Code(
        "'{name}' is a number; compare it with something",
        "Only a quantity that is yes or no can stand alone. Write for example steun.raad >= 20.",
    ),
    "G067": Code(
        "put spaces around the {sign}",
        "A hyphen without spaces belongs to the id. Write: a - b.",
    ),
    "G068": Code(
        "'{name}' is not something that can be called",
        "There are four calls: gemiddelde, aantal, laagste, hoogste.",
        suggestion=MEANT,
    ),
    "G069": Code(
        "two comparisons in a row",
        "Write them apart with `en`: 20 < a en a < 40.",
    ),
    "G070": Code(
        "'{word}' has no meaning here",
        (
            "`doel` stands for what a move is aimed at and `ik` for who does it, so they only work in "
            "moves and what belongs to them, and `doel` only when that move is aimed at something of this"
            " kind."
        ),
    ),
    "G071": Code(
        "a colour is a range, so = does not fit",
        "Green is everything from the green bound up, red everything under the orange one.",
        suggestion=WRITE,
    ),
    "G072": Code(
        "'{sign}' cannot be read in a condition",
        "Comparing is done with = != < > <= >=.",
        suggestion=WRITE,
    ),
    "G073": Code(
        "this bracket has no other half",
        "Every ( needs a ) in the same condition.",
    ),
    "G074": Code(
        "this condition is nested too deep",
        "Make it simpler, or spread it over several items.",
    ),
    "G075": Code(
        "the condition stops halfway",
        "After a comparison, `en`, `of`, `niet`, + or - something has to follow.",
    ),
    "G076": Code(
        "'{name}' is a whole group; which one, or which of them?",
        (
            "Name one member (steun.raad), or use gemiddelde(steun), laagste(steun), hoogste(steun) or "
            "aantal(steun >= 20)."
        ),
    ),
    "G077": Code(
        "a number is needed here, not a condition",
        (
            "Something that holds or not cannot be compared, added or averaged. To count how many "
            "conditions hold, use aantal(…)."
        ),
    ),
    "G078": Code(
        "'{name}' is a number, not yes or no",
        "Compare it with a number.",
    ),
    "G079": Code(
        "'{name}' cannot be compared like this",
        "A yes or no takes = ja or = nee; words can only be compared with their own kind.",
    ),
    "G080": Code(
        "'{name}' has no colour; only aspects have",
        "`groen` and `oranje` stand for the bounds of an aspect.",
    ),
    "G081": Code(
        "these aspects have different bounds for {colour}",
        "Compare them one by one, or with a number.",
    ),
    "G082": Code(
        "'{name}' does not always exist: '{concrete}' is missing",
        "The move can be aimed at, or done by, somebody for whom there is no such quantity.",
    ),
    "G083": Code(
        "aspect '{name}' is derived and cannot be changed",
        "It follows from other quantities (`afgeleid`). Change those instead.",
    ),
    "G084": Code(
        "'{name}' can only be set to: {words}",
        "Write = and the word, for example =ja.",
        suggestion=WRITE,
    ),
    "G085": Code(
        "'{name}' is a whole group; whose?",
        "An effect changes one quantity. Write for example steun.raad, or in a move steun.doel or energie.ik.",
    ),
    "G086": Code(
        "'{name}' cannot be changed by an effect",
        "The game keeps this quantity itself. A rule can read it.",
    ),
    "G087": Code(
        "{value}: added or set?",
        "An effect says which: +8 adds, -8 takes off, =8 sets it.",
    ),
    "G089": Code(
        "'{value}' is written with a space",
        "Write sign and number together.",
        suggestion=WRITE,
    ),
    "G090": Code(
        "a cost is written without sign",
        "What it costs is always taken off; write the number only.",
        suggestion=WRITE,
    ),
    "G091": Code(
        "'{name}' cannot be paid with",
        "Pay with `tijd`, `energie` or a counter of the scenario.",
        suggestion=MEANT,
    ),
}
