"""The table: the Textual front end. `run` is its entry; Textual is imported only when it is called."""

from __future__ import annotations

from pathlib import Path


def run(
    scenario: str | None = None,
    seed: int | None = None,
    roles: tuple[str, ...] = (),
    journal: Path | None = None,
    clock: bool = True,
    language: str = "nl",
    ascii: bool = False,
    campaign: str = "",
    debriefing: bool = False,
) -> int:
    """Show the table: the menu, a new game of `scenario` (id or path), or the game in `journal`.

    `ascii`: no marks or letters outside ASCII. `campaign`: the road of the campaign instead of the menu (`*`), with the
    cursor on this alliance. `debriefing`: the debriefing of the game in `journal`.

    Gives the exit status. Without a terminal nothing is written to it: a line on stderr says how to go on, status 2.
    """
    from geboortespel.tui.entry import Wish, start

    return start(Wish(scenario, seed, roles, journal, clock, ascii, campaign, debriefing), language)
