"""Mass play: `python -m tests.bench.mass [GAMES] [SCENARIO…]`. GAMES (10,000) of each scenario by all players together.

Prints how each player's games ended and what no game used: moves with what they aim at, options, events, choices,
cards, results, thresholds, routes, gates, outcomes. A crash or an endless game ends it with a trace.
"""

from __future__ import annotations

import sys
import time
from multiprocessing import get_context

from geboortespel.analysis.simulate import Simulation, Tally
from geboortespel.analysis.usage import never_used
from tests.bench.scripts import EVERYBODY, player
from tests.shipped import PLAYABLE, game, scenario

PROCESSES = 2


def games_of(work: tuple[str, str, int, int]) -> tuple[str, Tally]:
    """(player, tally) of seeds from `first` up to `last`."""
    name, who, first, last = work
    simulation = Simulation(game(name, True), player(who), detail=True)
    return who, simulation.tally(range(first, last))


def mass(name: str, games: int, processes: int = PROCESSES) -> dict[str, Tally]:
    """Tallies by player, of at least `games` games of one scenario in all."""
    each = -(-games // len(EVERYBODY))
    half = -(-each // 2)
    work = [(name, who, at, min(at + half, each)) for who in EVERYBODY for at in range(0, each, half)]
    found = {who: Tally() for who in EVERYBODY}
    with get_context("spawn").Pool(processes) as pool:
        for who, tally in pool.imap_unordered(games_of, work):
            found[who].add(tally)
    return found


def main(games: int, names: tuple[str, ...]) -> None:
    for name in names:
        begun = time.perf_counter()
        found, whole = mass(name, games), Tally()
        for who, tally in found.items():
            shares = ", ".join(f"{outcome} {100 * n / tally.games:.1f}%" for outcome, n in tally.outcomes.most_common())
            print(f"{name:14} {who:22} {shares}")
            whole.add(tally)
        took, never = time.perf_counter() - begun, ", ".join(never_used(scenario(name), whole))
        print(f"{name:14} {whole.games:,} games, {whole.actions:,} actions, {took:.0f} s")
        print(f"{name:14} never used: {never or 'nothing'}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, tuple(sys.argv[2:]) or PLAYABLE)
