"""A scenario on the shelf, in a line: its title, for how many people, and how long it takes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line


def on_the_shelf(entry: Mapping[str, str], tr: Translator) -> str:
    """`De eerste dijk (1-4 spelers, 30-45 min)`; what the author left open is left out.

    `entry` has title, players and playtime; players that are more than a number are told as the author wrote them.
    """
    players, playtime = one_line(entry["players"]), one_line(entry["playtime"])
    if re.fullmatch(r"\d+([-–]\d+)?", players):
        players = tr("1 player") if players == "1" else tr("{players} players").format(players=players)
    details = ", ".join(part for part in (players, playtime) if part)
    return one_line(entry["title"]) + (f" ({details})" if details else "")
