"""Diagnostics of a campaign: what goes from one alliance to the next."""

from __future__ import annotations

from geboortespel.scenario.code import MEANT, N_, Code

CODES: dict[str, Code] = {
    "G190": Code(
        N_("the family tree has no alliance '{id}'"),
        N_("`van`, `naar` and `wie` name alliances of the family tree (stamboom.yaml), by their id."),
        suggestion=MEANT,
    ),
    "G191": Code(
        N_("'{parent}' is not born before '{id}', so nothing can go from the one to the other"),
        N_("A campaign follows history. Leave out of `naar` what comes earlier, or in the same year but higher up."),
    ),
    "G192": Code(
        N_("there is no sort of ending '{id}'"),
        N_("Endings are of the sorts `geboren`, `ontwerp`, `vroeg`, `wijs` and `niet`."),
        suggestion=MEANT,
    ),
    "G193": Code(
        N_("this can never go along: `vanaf` lies above `tot`"),
        N_("It goes along while the standing of alliances lies between the two."),
    ),
    "G194": Code(
        N_("the source '{id}' is not in the family tree"),
        N_("Name one of its `bronnen`, or write `afleiding` (inferred) or `spel` (made up for play)."),
        suggestion=MEANT,
    ),
    "G195": Code(
        N_("this does nothing: it has no `effecten` and no `verandert`"),
        N_("What goes along has to make a difference in the scenario that it goes to."),
    ),
}
