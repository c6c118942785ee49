"""The moments of a game from which it can be played on: where each round began, and before every action."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from geboortespel.report.lookback.deeds import deed
from geboortespel.report.lookback.past import Past
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice

UNTOLD = ("gok", "slotzin")
"""Answers that are no moment of their own."""


@frozen
class Spot:
    """A moment to go on from. `line`: the journal line it is after; `text`: what the players did there ('': a round
    began)."""

    line: int
    round: int
    text: str = ""


def rounds(past: Past) -> dict[int, int]:
    """Round → the journal line that it begins after, of every round that had a decision."""
    found: dict[int, int] = {}
    for moment in past.way:
        if past.game.node(moment.state) != "einde":
            found.setdefault(past.view(moment.state).round, moment.line)
    return found


def spots(voice: Voice, past: Past) -> Iterator[Spot]:
    """All of them in the order of the game; the beginning of a round before what was done in it."""
    begins = {line: number for number, line in rounds(past).items()}
    for moment in past.way:
        if moment.action is not None and moment.action.kind not in UNTOLD:
            before = past.session.moments.all[moment.parent].state
            text = capital(deed(voice, past, past.now.cause(moment.action.key), before))
            yield Spot(moment.parent, past.round_of(moment), text)
        if moment.line in begins:
            yield Spot(moment.line, begins[moment.line])
