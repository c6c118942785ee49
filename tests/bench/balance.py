"""The balance of the whole library (issue 6): `python -m tests.bench.balance [-n GAMES] [ids]` puts it into balance.md.

Per scenario and player the share of games that ended as the scenario means, seeds from 1; then of the players that win
together: the move on one target that took most of the winning actions, and what was never there at all.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from geboortespel.analysis.intervals import estimate
from geboortespel.analysis.running import Hands, cores
from geboortespel.analysis.simulate import simulate
from geboortespel.analysis.tally import Tally
from geboortespel.analysis.usage import things, used
from geboortespel.players.registry import NAMES
from geboortespel.scenario.library import Library
from geboortespel.scenario.model import Scenario
from tests.bench.figures import machine, write
from tests.shipped import scenario

FILE = Path(__file__).with_name("balance.md")
PLAYERS = NAMES
WINNING = ("planner", "beginner", "grillig")
"""Players that win often enough to tell what wins: the capricious one does, now and then, what no planner would."""
IN_DETAIL = (*WINNING, "willekeurig")
NEVER = ("gebeurtenis", "kaart", "keuze", "zet", "uitkomst")
"""What is named when no game of the players in detail used it."""


def rows(found: Scenario, games: int, hands: Hands) -> Iterator[str]:
    """The table of one scenario, and what its games leave out."""
    seen, winning = Tally(), Counter[str]()
    yield "| player | as meant | 95% |"
    yield "|---|---|---|"
    for player in PLAYERS:
        tally = simulate(found, player, range(1, games + 1), detail=player in IN_DETAIL, hands=hands)
        share = estimate(tally.won, games)
        yield f"| {player} | {share['p']:.1%} | {share['laag']:.1%}-{share['hoog']:.1%} |"
        if player in IN_DETAIL:
            seen.add(tally)
        if player in WINNING:
            winning.update(tally.winning)
    yield ""
    yield f"Most of the winning actions: {most(winning)}."
    yield f"Moves that are in no winning game: {listed(set(moves(found)) - set(moved(winning)))}."
    absent = things(found) - set(used(seen))
    for kind in NEVER:
        yield f"Never, {kind}: {listed(name for name in absent if name.startswith(f'{kind}.') and plain(name))}."


def moves(found: Scenario) -> Iterator[str]:
    """The moves there are, by id."""
    return (move for move in found.moves if found.talks is None or move != found.talks.move)


def moved(winning: Counter[str]) -> Iterator[str]:
    """The moves in a count, by id."""
    return (name.split(".")[1] for name in winning if name.startswith("zet."))


def plain(name: str) -> bool:
    """Whether this is a move itself, not one aimed at somebody; anything else is."""
    return not name.startswith("zet.") or name.count(".") == 1


def most(winning: Counter[str]) -> str:
    """The move on one target that took most of the actions."""
    taken = Counter({name: times for name, times in winning.items() if name.startswith("zet.")})
    whole = taken.total()
    return ", ".join(f"{name} {times / whole:.0%}" for name, times in taken.most_common(2)) if whole else "none"


def listed(names: Iterable[str]) -> str:
    """Names in their order, or none."""
    return ", ".join(sorted(names)) or "none"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=2000, help="games by each player (2000)")
    parser.add_argument("scenarios", nargs="*", help="ids; all when left out")
    wish = parser.parse_args()
    hands = Hands(cores())
    for name in wish.scenarios or [entry.id for entry in Library().shipped()]:
        lines = list(rows(scenario(name), wish.n, hands))
        write(name, [f"{wish.n} games by each player; {machine()}.", "", *lines], FILE)
        print("\n".join([name, *lines]), flush=True)


if __name__ == "__main__":
    main()
