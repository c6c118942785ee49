"""Diagnostics of expectations (`verwacht`), found by playing: `controleer --speel`."""

from __future__ import annotations

from geboortespel.scenario.code import MEANT, N_, WARNING, Code

CODES: dict[str, Code] = {
    "G180": Code(
        N_("'{id}' is not met: {outcome} came in {hits} of {games} games by {player} ({interval}), not {odds}"),
        N_(
            "The share lies outside the odds that were expected, and so does the whole interval in which it lies with "
            "95% certainty. Either the scenario has become easier or harder than was meant, or the expectation is out "
            "of date. `geboortespel simuleer` shows what stays short and what is chosen."
        ),
    ),
    "G181": Code(
        N_("'{id}' is undecided: {outcome} came in {hits} of {games} games by {player} ({interval}), expected {odds}"),
        N_(
            "The share lies just outside the odds that were expected, but so few games may well do that by chance. "
            "Play more of them: `--aantal 4000`."
        ),
        severity=WARNING,
    ),
    "G182": Code(
        N_("'{id}' does not always hold: in the game by {player} with seed {seed}, in round {round}, {found}"),
        N_(
            "Something happened that should never happen. `geboortespel speel --zaad N` starts the same game; look at "
            "what changes these quantities, or bound them with `min` and `max`."
        ),
    ),
    "G183": Code(
        N_("'{id}' is not met: the game in {file} ends in {found}, not in {outcome}"),
        N_("The same actions now lead elsewhere. If that is meant, change `uitkomst`; else look what changed."),
    ),
    "G184": Code(
        N_("'{id}' is not met: what is done in line {at} of {file} can't be done any more"),
        N_(
            "The kept game was played with an earlier version. Play it again, or let `hernoemd` say what things are "
            "called now."
        ),
    ),
    "G185": Code(
        N_("'{id}': {file} is not a kept game that can be read here"),
        N_("`journaal` names a kept game (.jsonl) in the folder of the scenario, or in a folder inside it."),
    ),
    "G186": Code(
        N_("'{id}': there is no player '{player}'; there are: {known}"),
        N_(
            "`speler` names who plays: one of the players of the game, or `script:FILE` for one of your own, in the "
            "folder of the scenario."
        ),
        suggestion=MEANT,
    ),
    "G187": Code(
        N_("'{id}': the script has a fault in line {at}: '{word}'"),
        N_("A line is a wish: `zet luisteren doel=raad hooguit=2`, `niet zet doordrukken`, `anders planner`."),
    ),
    "G188": Code(
        N_("'{id}' expects nothing that can be tested"),
        N_(
            "Give it `uitkomst` with `kans` (odds), `altijd` (a condition), or `journaal` with `uitkomst` (a kept game "
            "and how it ends)."
        ),
    ),
    "G189": Code(
        N_("the game by {player} with seed {seed} does not end"),
        N_("There is something that can be done without end and costs nothing. Give it a cost, or `hooguit`."),
    ),
}
