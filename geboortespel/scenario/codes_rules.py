"""Diagnostics of conditions, effects and costs."""

from __future__ import annotations

from geboortespel.scenario.code import MEANT, N_, WRITE, Code

CODES: dict[str, Code] = {
    "G060": Code(
        N_("'{found_text}' does not fit here in a condition"),
        N_(
            "A condition reads like: steun.raad >= 20 en (urgentie > 60 of akkoord). Calls: gemiddelde, "
            "aantal, laagste, hoogste."
        ),
    ),
    "G061": Code(
        N_("write = instead of =="),
        N_("Comparing is done with = != < > <= >=."),
    ),
    "G062": Code(
        N_("`en` and `of` stand side by side without brackets"),
        N_("Put brackets around what belongs together: a en (b of c) is something else than (a en b) of c."),
    ),
    "G063": Code(
        N_("'{word}' is not a word of conditions"),
        N_("Conditions use `en`, `of` and `niet`."),
        suggestion=WRITE,
    ),
    "G064": Code(
        N_("there is no quantity '{name}'"),
        N_("A condition or effect names counters, aspects, or things such as steun.ACTOR, drempel.ID and ronde."),
        suggestion=MEANT,
    ),
    "G065": Code(
        N_("'{word}' is not a value here; possible: {words}"),
        N_("This quantity takes these words only."),
        suggestion=MEANT,
    ),
    "G066": Code(
        N_("'{name}' is a number; compare it with something"),
        N_("Only a quantity that is yes or no can stand alone. Write for example steun.raad >= 20."),
    ),
    "G067": Code(
        N_("put spaces around the {sign}"),
        N_("A hyphen without spaces belongs to the id. Write: a - b."),
    ),
    "G068": Code(
        N_("'{name}' is not something that can be called"),
        N_("There are four calls: gemiddelde, aantal, laagste, hoogste."),
        suggestion=MEANT,
    ),
    "G069": Code(
        N_("two comparisons in a row"),
        N_("Write them apart with `en`: 20 < a en a < 40."),
    ),
    "G070": Code(
        N_("'{word}' has no meaning here"),
        N_(
            "`doel` stands for what a move is aimed at and `ik` for who does it, so they only work in "
            "moves and what belongs to them, and `doel` only when that move is aimed at something of this"
            " kind."
        ),
    ),
    "G071": Code(
        N_("a colour is a range, so = does not fit"),
        N_("Green is everything from the green bound up, red everything under the orange one."),
        suggestion=WRITE,
    ),
    "G072": Code(
        N_("'{sign}' cannot be read in a condition"),
        N_("Comparing is done with = != < > <= >=."),
        suggestion=WRITE,
    ),
    "G073": Code(
        N_("this bracket has no other half"),
        N_("Every ( needs a ) in the same condition."),
    ),
    "G074": Code(
        N_("this condition is nested too deep"),
        N_("Make it simpler, or spread it over several items."),
    ),
    "G075": Code(
        N_("the condition stops halfway"),
        N_("After a comparison, `en`, `of`, `niet`, + or - something has to follow."),
    ),
    "G076": Code(
        N_("'{name}' is a whole group; which one, or which of them?"),
        N_(
            "Name one member (steun.raad), or use gemiddelde(steun), laagste(steun), hoogste(steun) or "
            "aantal(steun >= 20)."
        ),
    ),
    "G077": Code(
        N_("a number is needed here, not a condition"),
        N_(
            "Something that holds or not cannot be compared, added or averaged. To count how many "
            "conditions hold, use aantal(…)."
        ),
    ),
    "G078": Code(
        N_("'{name}' is a number, not yes or no"),
        N_("Compare it with a number."),
    ),
    "G079": Code(
        N_("'{name}' cannot be compared like this"),
        N_("A yes or no takes = ja or = nee; words can only be compared with their own kind."),
    ),
    "G080": Code(
        N_("'{name}' has no colour; only aspects have"),
        N_("`groen` and `oranje` stand for the bounds of an aspect."),
    ),
    "G081": Code(
        N_("these aspects have different bounds for {colour}"),
        N_("Compare them one by one, or with a number."),
    ),
    "G082": Code(
        N_("'{name}' does not always exist: '{concrete}' is missing"),
        N_("The move can be aimed at, or done by, somebody for whom there is no such quantity."),
    ),
    "G083": Code(
        N_("aspect '{name}' is derived and cannot be changed"),
        N_("It follows from other quantities (`afgeleid`). Change those instead."),
    ),
    "G084": Code(
        N_("'{name}' can only be set to: {words}"),
        N_("Write = and the word, for example =ja."),
        suggestion=WRITE,
    ),
    "G085": Code(
        N_("'{name}' is a whole group; whose?"),
        N_("An effect changes one quantity. Write for example steun.raad, or in a move steun.doel or energie.ik."),
    ),
    "G086": Code(
        N_("'{name}' cannot be changed by an effect"),
        N_("The game keeps this quantity itself. A rule can read it."),
    ),
    "G087": Code(
        N_("{value}: added or set?"),
        N_("An effect says which: +8 adds, -8 takes off, =8 sets it."),
    ),
    "G089": Code(
        N_("'{value}' is written with a space"),
        N_("Write sign and number together."),
        suggestion=WRITE,
    ),
    "G090": Code(
        N_("a cost is written without sign"),
        N_("What it costs is always taken off; write the number only."),
        suggestion=WRITE,
    ),
    "G091": Code(
        N_("'{name}' cannot be paid with"),
        N_("Pay with `tijd`, `energie` or a counter of the scenario."),
        suggestion=MEANT,
    ),
}
