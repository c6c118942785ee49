"""How the first year ends: `python -m tests.bench.firstyear` writes tests/bench/firstyear.md.

Births are looked for in games of the planner and then of the beginner, seeds from 0: a few of each sort (`geboren`,
`ontwerp`, `vroeg`). Each player plays the years after them, on seeds of their own, an equal number after each birth.

    python -m tests.bench.firstyear -n 300
    python -m tests.bench.firstyear n201 --speler beginner --kijk
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from geboortespel.analysis.simulate import Simulation
from geboortespel.engine.aftercare import BORN, first_year
from geboortespel.engine.game import Game
from geboortespel.engine.settling import account
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import Reading, read, rebuild

WHERE = Path(__file__).parent / "firstyear.md"
PLAYERS = ("planner", "beginner", "grillig", "willekeurig")
SCENARIOS = ("eerste-dijk", "graaf-reinald", "lingense", "n201", "piet-heintunnel")
BIRTHS, SEARCHED = 6, 60
ENDS = ("gezond", "vallen-en-opstaan", "het-staat", "wij-en-zij-weer")
HEAD = """\
# How the first year ends

Made by `python -m tests.bench.firstyear`. After `births` births of a sort, `games` first years by each player: the
share in percent of each ending, the mean of the second Apgar, the means of the four values (maatschappij, mens, leren,
project), and the share of the years in which the work came to cost more than the target. A share of 300 games is known
to within 5 points or so.

| birth | sort | births | player | games | gezond | vallen en opstaan | het staat | wij en zij | Apgar | values | over |
|---|---|---:|---|---:|---:|---:|---:|---:|---:|---|---:|
"""


def births(name: str) -> dict[str, list[Game]]:
    """The first years after births of a scenario, by the sort of birth."""
    reading = read(Library().find(name))
    found: dict[str, list[Game]] = {kind: [] for kind in BORN}
    for player in ("planner", "beginner"):
        for game, kind in _born(reading, player):
            if len(found[kind]) < BIRTHS:
                found[kind].append(game)
    return {kind: games for kind, games in found.items() if games}


def _born(reading: Reading, player: str) -> Iterator[tuple[Game, str]]:
    assert reading.scenario is not None
    simulation = Simulation(Game(reading.scenario, fast=True), player)
    for seed in range(SEARCHED):
        state, _ = simulation.play(seed)
        outcome = simulation.game.outcome(state)
        if outcome is not None and outcome.kind in BORN:
            year = rebuild(first_year(reading.resolved, simulation.game, state)).scenario
            assert year is not None
            yield Game(year, fast=True), outcome.kind


class Years:
    """What was counted over many years."""

    def __init__(self, ways: tuple[str, ...]) -> None:
        self.ends: Counter[str] = Counter()
        self.games = self.points = self.over = 0
        self.worth = dict.fromkeys(ways, 0)
        self.levels: Counter[str] = Counter()

    def add(self, game: Game, player: str, seeds: range) -> None:
        simulation = Simulation(game, player)
        for seed in seeds:
            state, _ = simulation.play(seed)
            view, outcome, money = game.view(state), game.outcome(state), account(game.view(state))
            self.games += 1
            self.ends[outcome.id if outcome else ""] += 1
            self.points += sum(view.apgar().values())
            self.over += money is not None and money.settled.difference < 0
            for way in self.worth:
                self.worth[way] += view.value(way) or 0
            for aspect in game.scenario.aspects:
                self.levels[aspect] += view.level(aspect)

    def percent(self, counted: int) -> int:
        return (200 * counted + self.games) // (2 * self.games)

    def cells(self) -> list[str]:
        values = " ".join(str(round(amount / self.games)) for amount in self.worth.values())
        ends = [str(self.percent(self.ends[end])) for end in ENDS]
        return [str(self.games), *ends, f"{self.points / self.games:.1f}", values, str(self.percent(self.over))]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.firstyear", description=__doc__)
    parser.add_argument("scenarios", nargs="*", default=[], help=f"ids; {', '.join(SCENARIOS)} when left out")
    parser.add_argument("-n", type=int, default=300, help="years by each player after each sort of birth (300)")
    parser.add_argument("--speler", choices=PLAYERS, action="append", help="only this one; may be given again")
    parser.add_argument("--kijk", action="store_true", help="write nothing; say the mean of each aspect too")
    asked = parser.parse_args()
    lines = []
    for name in asked.scenarios or SCENARIOS:
        for kind, games in births(name).items():
            each = -(-asked.n // len(games))
            for player in asked.speler or PLAYERS:
                years = Years(games[0].scenario.values)  # type: ignore[attr-defined]
                for number, game in enumerate(games):
                    years.add(game, player, range(number * each, (number + 1) * each))
                cells = [name, kind, str(len(games)), player, *years.cells()]
                lines.append(f"| {' | '.join(cells)} |")
                print(lines[-1], flush=True)
                if asked.kijk:
                    print("   ", {aspect: round(level / years.games) for aspect, level in years.levels.items()})
            gc.collect()
    if not asked.kijk:
        WHERE.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
