"""A scenario on the shelf, told: in a line, what kind of alliance it is about, how hard it was measured to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geboortespel.words.catalog import N_, Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.scenario.measured import Difficulty
    from geboortespel.scenario.shelf import Listed

TYPES = {
    "ontwerp": N_("design alliance"),
    "volledig": N_("full alliance"),
    "programma": N_("programme alliance"),
    "gewoon": N_("another contract"),
}


def on_the_shelf(title: str, players: str, playtime: str, tr: Translator) -> str:
    """`De eerste dijk (1-4 spelers, 30-45 min)`; what the author left open is left out.

    Players that are more than a number are told as the author wrote them.
    """
    details = ", ".join(part for part in (for_how_many(players, tr), one_line(playtime)) if part)
    return one_line(title) + (f" ({details})" if details else "")


def for_how_many(players: str, tr: Translator) -> str:
    """`1-4 spelers`; '' when it was left open."""
    players = one_line(players)
    if re.fullmatch(r"\d+([-–]\d+)?", players):
        return tr("1 player") if players == "1" else tr("{players} players").format(players=players)
    return players


def kind(listed: Listed, tr: Translator) -> str:
    """`ontwerpalliantie, 1999`; a made-up one has no year, and what nobody said is left out."""
    type = TYPES.get(listed.type, "")
    parts = [tr(type) if type else "", str(listed.year or ""), "" if listed.real else tr("made up")]
    return ", ".join(part for part in parts if part)


def how_hard(difficulty: Difficulty, tr: Translator) -> str:
    """Of how many games the planner's and the beginner's ended as meant, or that nobody knows."""
    figures = difficulty.figures
    if figures is None:
        stale = difficulty.state == "verouderd"
        return tr("not measured since it was changed") if stale else tr("not measured")
    said = tr("a beginner gets there {beginner} times out of 100, a planner {planner} times")
    return said.format(planner=figures.share("planner"), beginner=figures.share("beginner"))


def lessons(listed: Listed) -> list[str]:
    """What can be learnt: titles of lessons."""
    return [one_line(title) for _, title in listed.head.goals if title]
