"""Two scenarios side by side: the odds of every ending under one player, and how far they lie apart."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt
from typing import Any

from geboortespel.analysis.intervals import DIGITS
from geboortespel.analysis.odds import exactly, sampled
from geboortespel.analysis.running import Hands
from geboortespel.analysis.simulate import Player
from geboortespel.engine.game import Game

STATES = 100_000
"""Up to so many states odds are worked out exactly."""
Found = dict[str, float]


def apart(old: Found, new: Found) -> Found:
    """How much a share rose: `p`, and between which bounds with 95% certainty (`laag`, `hoog`).

    Newcombe, R.G. (1998), Interval estimation for the difference between independent proportions, method 10: the two
    score intervals together. Played on the same seeds the shares hang together, and then it is on the careful side.
    Shares without bounds of their own are exact, and so is their difference.
    """
    rise = new["p"] - old["p"]
    if "laag" not in old or "laag" not in new:
        return {"p": round(rise, DIGITS)}
    low = rise - sqrt((new["p"] - new["laag"]) ** 2 + (old["hoog"] - old["p"]) ** 2)
    high = rise + sqrt((new["hoog"] - new["p"]) ** 2 + (old["p"] - old["laag"]) ** 2)
    return {"p": round(rise, DIGITS), "laag": round(low, DIGITS), "hoog": round(high, DIGITS)}


def odds_of(
    old: Game,
    new: Game,
    players: tuple[Player, Player],
    name: str,
    games: int,
    seed: int,
    hands: Hands | None = None,
    told: Callable[[int], None] | None = None,
) -> dict[str, Any]:
    """Odds before and after, by outcome of either: exact where both can be, else of the same seeds.

    `hands` divide the work, `told` hears how many of the twice `games` games are done; neither changes the result.

    `uitkomsten`: outcome → `oud`, `nieuw` (`p`, with `laag` and `hoog` unless exact; None where it does not exist) and
    `verschil` (`apart`; None where one of them is missing).
    """
    was_exact = exactly(old, players[0], name, STATES)
    now_exact = None if was_exact is None else exactly(new, players[1], name, STATES)
    exact = was_exact is not None and now_exact is not None
    if was_exact is not None and now_exact is not None:
        before, after = was_exact["kans"], now_exact["kans"]
    else:
        before = sampled(old, players[0], name, games, seed, hands, told)["kans"]
        rest = (lambda done: told(games + done)) if told is not None else None
        after = sampled(new, players[1], name, games, seed, hands, rest)["kans"]
    outcomes = {}
    for outcome in dict.fromkeys([*after, *before]):
        was, now = before.get(outcome), after.get(outcome)
        gap = apart(was, now) if was is not None and now is not None else None
        outcomes[outcome] = {"oud": was, "nieuw": now, "verschil": gap}
    return {
        "speler": name,
        "exact": exact,
        "aantal": None if exact else games,
        "zaad": None if exact else seed,
        "uitkomsten": outcomes,
    }
