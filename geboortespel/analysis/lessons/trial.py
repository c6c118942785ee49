"""Running experiments: the same seeds with and without, at a difficulty where neither saturates.

Games are paired by seed, so that what differs is the thing left out and not the luck; intervals are those of the mean
of paired differences (normal), so wide that with 95% certainty all that were tried together hold (Bonferroni): of sixty
intervals of 95% each three would miss by luck alone. Where a table that plays well makes up for what is missing, births
may not tell; then how many more actions it took does, in the games that ended in a birth both times. The first
difficulty is taken at which both shares lie between `FLOOR` and `CEILING`, the scenario's own first; when there is
none, the number of green aspects has to decide.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import sqrt
from statistics import NormalDist
from typing import Literal

from attrs import frozen

from geboortespel.analysis.lessons.experiments import Experiment
from geboortespel.analysis.lessons.variants import harder
from geboortespel.analysis.reach.towards import Towards
from geboortespel.analysis.running import Hands, spread
from geboortespel.analysis.simulate import Player, Simulation, policy_of
from geboortespel.engine.game import Game
from geboortespel.players.scripted import Wish
from geboortespel.scenario.model import Scenario

GAMES = 300
WRONG = 0.05
"""Chance that any interval of all that are tried together misses."""
FLOOR, CEILING = 0.05, 0.95
LEVELS = (0, 4, -4, 8, -8)
"""Points by which every stock begins lower, in the order in which they are tried."""
PART = 50
LEAST_MOVED = 6
"""Pairs that have to differ: five that happen to differ the same way are no wonder (1 in 16), six are (1 in 32)."""
FEWEST = 20
"""Pairs of births from which on it tells something how long they took."""
Verdict = Literal["klopt", "in_tijd", "andersom", "niet_te_zien"]
Game_ = tuple[int, bool, int, int]
"""(seed, whether it ended as intended, required aspects that were green, actions)."""


@frozen
class Difference:
    """A mean of paired differences (without minus with) and its interval; `moved`: how many pairs differ at all."""

    mean: float
    low: float
    high: float
    moved: int = LEAST_MOVED

    @property
    def sign(self) -> int:
        """-1 or 1 when the interval lies on that side of 0, else 0; of a handful of pairs chance makes that too."""
        if self.moved < LEAST_MOVED:
            return 0
        return 1 if self.low > 0 else -1 if self.high < 0 else 0


@frozen
class Result:
    """What came of one experiment. `level`: the difficulty; `saturated`: at no difficulty did both lie in between."""

    experiment: Experiment
    games: int
    level: int
    born_with: float
    born_without: float
    green_with: float
    green_without: float
    born: Difference
    green: Difference
    effort: Difference
    """Actions to a birth; 0 when there were too few games that ended in one both times."""
    saturated: bool

    @property
    def verdict(self) -> Verdict:
        """`klopt`: births, or where these do not tell green aspects, differ the way they should. `andersom`: one of
        them surely differs the other way. `in_tijd`: neither differs, but it takes more actions (fewer, without a
        threshold), as it should."""
        wanted = 1 if self.experiment.then == "meer" else -1
        signs = self.born.sign * wanted, self.green.sign * wanted
        if signs[0] > 0 or (signs[0] == 0 and signs[1] > 0):
            return "klopt"
        if min(signs) < 0:
            return "andersom"
        return "in_tijd" if self.effort.sign * wanted < 0 else "niet_te_zien"


@lru_cache(maxsize=2)
def _simulation(work: bytes) -> Simulation:
    scenario, player, does = pickle.loads(zlib.decompress(work))
    game = Game(scenario, fast=True)
    wishes = [_wish(thing) for thing in does]
    return Simulation(game, Towards(game.board, wishes, policy_of(player, game)) if wishes else player)


def _wish(thing: str) -> Wish:
    kind, what, *option = thing.split(".")
    return Wish(kind, what, choice=option[0] if option else "", only=1 if kind == "zet" else 0)


def share_of(name: str, work: bytes, seeds: Sequence[int]) -> tuple[str, tuple[Game_, ...]]:
    """Play one share."""
    simulation = _simulation(work)
    found = []
    for seed in seeds:
        tally = simulation.tally([seed])
        found.append((seed, bool(tally.won), next(iter(tally.green), 0), tally.actions))
    return name, tuple(found)


def run(
    scenario: Scenario,
    wanted: Sequence[Experiment],
    player: Player = "planner",
    games: int = GAMES,
    seed: int = 1,
    hands: Hands | None = None,
    told: Callable[[int, int], None] | None = None,
    together: int = 0,
) -> tuple[Result, ...]:
    """The results of experiments, in their order; `told` hears how many games were played, of how many. `together`: how
    many are judged together, when there are more than these."""
    trial = _Trial(scenario, player, range(seed, seed + games), hands, told, max(together, len(wanted)))
    left, results = list(wanted), dict[str, Result]()
    for level in LEVELS:
        found = trial.at(level, left)
        for experiment in left:
            result = found[experiment.name]
            if experiment.name not in results or not result.saturated:
                results[experiment.name] = result
        left = [experiment for experiment in left if found[experiment.name].saturated]
        if not left:
            break
    return tuple(results[experiment.name] for experiment in wanted)


class _Trial:
    def __init__(
        self,
        scenario: Scenario,
        player: Player,
        seeds: range,
        hands: Hands | None,
        told: Callable[[int, int], None] | None,
        together: int,
    ) -> None:
        """`together`: how many experiments are judged together."""
        self.wide = NormalDist().inv_cdf(1 - WRONG / (2 * max(1, together)))
        self.scenario, self.player, self.seeds, self.hands, self.told = scenario, player, seeds, hands, told
        self.played = self.planned = 0

    def at(self, level: int, wanted: Iterable[Experiment]) -> dict[str, Result]:
        """All experiments at one difficulty; they share the games with."""
        experiments = list(wanted)
        if not experiments:
            return {}
        base = harder(self.scenario, level)
        found: dict[str, dict[int, Game_]] = {}
        calls = list(self._calls(base, experiments))
        self.planned += sum(len(call[2]) for call in calls)
        for name, games in spread(self.hands, share_of, calls):
            found.setdefault(name, {}).update({game[0]: game for game in games})
            self.played += len(games)
            if self.told is not None:
                self.told(self.played, self.planned)
        return {e.name: self._result(e, level, found[_where(e)], found[e.name]) for e in experiments}

    def _calls(self, base: Scenario, wanted: list[Experiment]) -> Iterator[tuple[str, bytes, Sequence[int]]]:
        shared = {_where(e): (e.base(base), e.does) for e in wanted}
        variants = ((e.name, (e.variant(base), ())) for e in wanted)
        for name, (scenario, does) in (*shared.items(), *variants):
            work = zlib.compress(pickle.dumps((scenario, self.player, does)), 1)
            for first in range(0, len(self.seeds), PART):
                yield name, work, self.seeds[first : first + PART]

    def _result(
        self, experiment: Experiment, level: int, with_it: Mapping[int, Game_], without: Mapping[int, Game_]
    ) -> Result:
        n = len(self.seeds)
        born = [without[seed][1] - with_it[seed][1] for seed in self.seeds]
        green = [without[seed][2] - with_it[seed][2] for seed in self.seeds]
        both = [without[seed][3] - with_it[seed][3] for seed in self.seeds if without[seed][1] and with_it[seed][1]]
        shares = [sum(game[1] for game in games.values()) / n for games in (with_it, without)]
        levels = [sum(game[2] for game in games.values()) / n for games in (with_it, without)]
        return Result(
            experiment,
            games=n,
            level=level,
            born_with=shares[0],
            born_without=shares[1],
            green_with=levels[0],
            green_without=levels[1],
            born=_difference(born, self.wide),
            green=_difference(green, self.wide),
            effort=_difference(both, self.wide) if len(both) >= FEWEST else Difference(0.0, 0.0, 0.0, 0),
            saturated=any(not FLOOR <= share <= CEILING for share in shares),
        )


def _where(experiment: Experiment) -> str:
    """The games with: they are shared by experiments that are tried in the same place."""
    return f"bij {dict(experiment.where)} {experiment.heavier} {experiment.does}"


def _difference(values: Sequence[int], wide: float) -> Difference:
    """`wide`: standard errors on each side of the mean."""
    n = len(values)
    mean = sum(values) / n
    spread_ = sum((value - mean) ** 2 for value in values) / max(1, n - 1)
    half = wide * sqrt(spread_ / n)
    return Difference(mean, mean - half, mean + half, sum(1 for value in values if value))
