"""Odds as data: what `kansen --json` gives. Exact ones say so, and how many states they were worked out over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from geboortespel.analysis.exact import TooLarge, exact
from geboortespel.analysis.intervals import estimate
from geboortespel.analysis.running import Hands
from geboortespel.analysis.simulate import Player, aims, policy_of, simulate
from geboortespel.engine.game import Game

DIGITS = 12
"""Digits of an exact probability, which is certain to more than that."""


def exactly(game: Game, player: Player, name: str, states: int) -> dict[str, Any] | None:
    """Exact odds; None when there are more than `states` states or something else is too large.

    `kans`: outcome → `p`, rounded to twelve digits; `toestanden`: how many states can be reached.
    """
    try:
        found = exact(game, policy_of(player, game), states)
    except TooLarge:
        return None
    meant = sum(found.outcomes[outcome] for outcome in aims(game))
    return {
        "scenario": game.scenario.id,
        "speler": name,
        "exact": True,
        "toestanden": found.states,
        "kans": {outcome: {"p": round(p, DIGITS)} for outcome, p in found.outcomes.items()},
        "bedoeld": {"uitkomsten": list(aims(game)), "p": round(meant, DIGITS)},
    }


def sampled(
    game: Game,
    player: Player,
    name: str,
    games: int,
    seed: int,
    hands: Hands | None = None,
    told: Callable[[int], None] | None = None,
) -> dict[str, Any]:
    """Estimated odds with 95% intervals, of `games` games with seeds from `seed` on; `exact` is False, `toestanden`
    None: nobody counted them."""
    tally = simulate(game.scenario, player, range(seed, seed + games), hands=hands, told=told)
    return {
        "scenario": game.scenario.id,
        "speler": name,
        "exact": False,
        "toestanden": None,
        "aantal": games,
        "zaad": seed,
        "kans": {outcome: estimate(tally.outcomes[outcome], games) for outcome in game.scenario.outcomes},
        "bedoeld": {"uitkomsten": list(aims(game)), **estimate(tally.won, games)},
    }
