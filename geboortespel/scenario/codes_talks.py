"""Diagnostics of the negotiation."""

from __future__ import annotations

from geboortespel.scenario.code import MEANT, N_, Code

CODES: dict[str, Code] = {
    "G130": Code(
        N_("the negotiation has no `{key}`"),
        N_("Talks need a move that opens them (`zet`), issues (`onderwerpen`) and a market party (`partijen`)."),
    ),
    "G132": Code(
        N_("nothing weighs anything: every `weegt` is 0"),
        N_("`weegt` says how heavily an issue counts against the others. Give at least one of them a weight."),
    ),
    "G133": Code(
        N_("'{id}' says nothing of `{missing}`"),
        N_("Every issue has options, and every party has a weight for every issue and a value for every option."),
    ),
    "G135": Code(
        N_("there is no reason '{id}' to speak for; there are: {known}"),
        N_("A line stands under the reason for which the party makes an offer or leaves."),
        suggestion=MEANT,
    ),
    "G136": Code(
        N_("{size} agreements are possible, more than {limit}"),
        N_("Take fewer issues or fewer options: nobody at the table can oversee this either."),
    ),
}
