"""Many games: counts of outcomes and of what was used, the same for any split over processes and machines.

Every game is a function of (scenario, players, seed) alone; tallies add up. For sampled odds of a scenario from other
tools: `odds(scenario, players, games, seed)`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from geboortespel.analysis.notice import Notice, things_of
from geboortespel.analysis.running import Hands, gather, packed
from geboortespel.analysis.tally import Tally as Tally
from geboortespel.engine.game import Game
from geboortespel.engine.ir import State, compiled
from geboortespel.engine.ledger import Log
from geboortespel.players.goals import intended
from geboortespel.players.policy import Policy, Sure
from geboortespel.players.registry import by_name
from geboortespel.players.script import Script
from geboortespel.scenario.model import Scenario
from geboortespel.session.driver import Driver

Player = str | Script | Policy
"""A player's name, a script, or a policy."""
Players = Player | Mapping[str, Player]
"""A player for the whole table, or one per seat ('' answers for the table)."""

MOST_ACTIONS = 100_000
SHARE = 25
"""Games that are counted at a time: often enough to tell how far it is, and to stop."""


class EndlessGame(RuntimeError):
    """The game with this seed does not end: a fault of the scenario's rules, such as a move without any cost."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.seed = seed


def policy_of(player: Player, game: Game) -> Policy:
    """The policy behind a player. UnknownPlayer or ScriptFault when there is none."""
    if isinstance(player, Script):
        return player.player(game.board)
    return by_name(player) if isinstance(player, str) else player


def aims(game: Game) -> tuple[str, ...]:
    """The outcomes that a scenario is meant to make possible: `bedoeld`, else its first birth."""
    first = intended(game.board)
    return game.scenario.intended or ((first.id,) if first else ())


class Watch:
    """Looks in every state whether the conditions (`altijd`) of some expectations hold."""

    def __init__(self, game: Game, expectations: Sequence[str]) -> None:
        conditions = {name: game.scenario.expected[name].always for name in expectations}
        self.tests = {name: compiled(game.rules.low.condition(when)) for name, when in conditions.items()}
        self._found: set[str] = set()

    def __call__(self, s: State) -> None:
        self._found.update(name for name, test in self.tests.items() if not test(s))

    def broken(self) -> set[str]:
        """Those that did not hold somewhere since this was last asked."""
        found, self._found = self._found, set()
        return found


class Simulation:
    """Plays games of one compiled game with one set of players. `detail` counts what the games use; `watch`: ids of
    the expectations whose `altijd` is looked at in every state."""

    def __init__(self, game: Game, players: Players, *, detail: bool = False, watch: Sequence[str] = ()) -> None:
        self.game, self.detail = game, detail
        self.aims = frozenset(aims(game))
        self.policies: Mapping[str, Policy] = {}
        self.one: Policy | None = None
        self._notice = Notice(game)
        self._watch = Watch(game, watch) if watch else None
        if isinstance(players, Mapping):
            self.policies = {seat: policy_of(player, game) for seat, player in players.items()}
        else:
            self.one = policy_of(players, game)

    def play(
        self, seed: int, notice: Notice | None = None, seen: Callable[[State], None] | None = None
    ) -> tuple[State, int]:
        """One game: its last state, and how many actions it took; `notice` is told of what is used, `seen` is shown
        every state."""
        driver, game = Driver(self.game, seed), self.game
        log = Log() if notice is not None else None
        s = game.start(log)
        if seen is not None:
            seen(s)
        s = driver.settle(s, log, seen)[0]
        if notice is not None:
            notice.begin(log, s)
        n = 0
        while game.node(s) != "einde":
            if isinstance(self.one, Sure):  # the same as by its weights, without writing them out
                action = game.actions[self.one.choose(game.view(s, game.private(s) or None))]
            elif self.one is not None:
                action = driver.choose(s, self.one, n)
            else:
                seat = game.to_act(s)[0]
                action = driver.choose(s, self.policies[seat], n, seat)
            log = notice.log_for(s, action) if notice is not None else None
            s = game.apply(s, action, log, check=False)
            if seen is not None:
                seen(s)
            s = driver.settle(s, log, seen)[0]
            if notice is not None:
                notice.done(action, log, s)
            n += 1
            if n > MOST_ACTIONS:
                raise EndlessGame(seed)
        return s, n

    def tally(self, seeds: Sequence[int]) -> Tally:
        """Play all seeds and count."""
        total = Tally()
        notice = self._notice if self.detail else None
        for seed in seeds:
            s, n = self.play(seed, notice, self._watch)
            self._count(total, s, n, notice)
            if self._watch is not None:
                for expectation in self._watch.broken():
                    total.broken[expectation] = min(seed, total.broken.get(expectation, seed))
        return total

    def _count(self, total: Tally, s: State, n: int, notice: Notice | None) -> None:
        view = self.game.view(s)
        outcome = self.game.outcome(s)
        ended = outcome.id if outcome else ""
        total.games += 1
        total.actions += n
        total.outcomes[ended] += 1
        total.won += ended in self.aims
        total.rounds[view.round] += 1
        if self.game.scenario.aspects:
            colours = {aspect: view.colour(aspect) for aspect in view.required}
            short = [aspect for aspect, colour in colours.items() if colour != "groen"]
            total.green[len(colours) - len(short)] += 1
            total.short.update(short)
            total.red.update(aspect for aspect in short if colours[aspect] == "rood")
        if notice is not None:
            used = notice.end(s, view)
            total.used.update(used)
            things = {thing for name in used for thing in things_of(name)}
            total.games_with.update(things)
            if ended in self.aims:
                total.winning.update(used)
                total.won_with.update(things)


def simulate(
    scenario: Scenario,
    players: Players,
    seeds: Sequence[int],
    *,
    processes: int = 1,
    detail: bool = False,
    watch: Sequence[str] = (),
    hands: Hands | None = None,
    told: Callable[[int], None] | None = None,
) -> Tally:
    """Play one game per seed and count; `processes` (or other `hands`) only divides the work.

    `told` hears how many games are done, every now and then. Memory does not grow with the number of seeds: give a
    range. Players that are policies of one's own go to other processes only when they can be pickled; names and
    scripts always can.
    """
    if hands is None and processes <= 1:
        simulation, total = Simulation(Game(scenario, fast=True), players, detail=detail, watch=watch), Tally()
        for first in range(0, len(seeds), SHARE):
            total.add(simulation.tally(seeds[first : first + SHARE]))
            if told is not None:
                told(total.games)
        return total
    work = packed((scenario, players, detail, tuple(watch)))
    shares = (seeds[first : first + SHARE] for first in range(0, len(seeds), SHARE))
    return gather(hands or Hands(processes), work, shares, told)


def odds(scenario: Scenario, players: Players, games: int = 1000, seed: int = 1, *, processes: int = 1) -> Tally:
    """Sampled odds of a scenario: `games` games with seeds from `seed` on.

    The tally's `outcomes` holds games by outcome id, `games` their number, `won` those with an intended outcome, and
    `green`, `short` and `red` how the required aspects ended. `summary.as_dict` gives it with its intervals, and
    `intervals.wilson(hits, games)` the interval around any count. The same seeds in two versions of a scenario make
    paired games: less noise in a difference.
    """
    return simulate(scenario, players, range(seed, seed + games), processes=processes)
