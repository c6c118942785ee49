"""Mass play: `python -m tests.bench.mass [GAMES] [SCENARIO…] [--schrijf]`. GAMES (10,000) of each scenario.

All players play as many: those of the registry and the scripts.

Prints how each player's games ended and what no game used: moves with what they aim at, options, events, choices,
cards, results, thresholds, routes, gates, outcomes. A crash or an endless game ends it with a trace.
`--schrijf` puts it into figures.md.
"""

from __future__ import annotations

import sys
import time
from multiprocessing import get_context

from geboortespel.analysis.simulate import Simulation, Tally
from geboortespel.analysis.usage import never_used
from tests.bench.figures import machine, write
from tests.bench.scripts import EVERYBODY, player
from tests.shipped import PLAYABLE, game, scenario

PROCESSES = 2
TITLE = "Mass play"


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


def report(name: str, found: dict[str, Tally], took: float) -> list[str]:
    """How each player's games ended, how many there were, and what none of them used."""
    whole, lines = Tally(), []
    for who, tally in found.items():
        shares = ", ".join(f"{outcome} {100 * n / tally.games:.1f}%" for outcome, n in tally.outcomes.most_common())
        lines.append(f"{name:14} {who:22} {shares}")
        whole.add(tally)
    lines.append(f"{name:14} {whole.games:,} games, {whole.actions:,} actions, {took:.0f} s")
    return [*lines, f"{name:14} never used: {', '.join(never_used(scenario(name), whole)) or 'nothing'}", ""]


def main(games: int, names: tuple[str, ...], *, written: bool) -> None:
    said = []
    for name in names:
        begun = time.perf_counter()
        found = mass(name, games)
        lines = report(name, found, time.perf_counter() - begun)
        print("\n".join(lines), flush=True)
        said += lines
    if written:
        command = (
            f"`python -m tests.bench.mass {games}`: {machine()}; {PROCESSES} processes, each player as many games."
        )
        write(TITLE, [command, "", "```", *said[:-1], "```"])


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    main(int(words[0]) if words else 10_000, tuple(words[1:]) or PLAYABLE, written="--schrijf" in sys.argv)
