"""Looking for games that show a thing: many players and seeds, then players who go for what is still missing.

What is kept follows from (scenario, games, seed) alone, however the work is divided: of two games the one that was
planned earlier counts, and for an outcome the one with fewer actions.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from attrs import define, evolve, field, frozen

from geboortespel.analysis.notice import Notice, things_of
from geboortespel.analysis.reach.towards import Towards, wishes_for
from geboortespel.analysis.running import Hands, spread
from geboortespel.analysis.simulate import SHARE, EndlessGame, Player, Simulation
from geboortespel.engine.actions import Action
from geboortespel.engine.game import Game
from geboortespel.engine.ir import State
from geboortespel.engine.ledger import Log
from geboortespel.players.capricious import Capricious
from geboortespel.players.planner import Planner
from geboortespel.players.registry import NAMES
from geboortespel.scenario.model import Scenario

Key = tuple[str, str, str, str, str]


@frozen
class Witness:
    """A game: its place in the plan, its seed and actions (`Action.key`), how it ended and what it used."""

    plan: int
    seed: int
    actions: tuple[Key, ...]
    outcome: str
    things: frozenset[str]
    player: str


@define
class Found:
    """The game that shows each thing, and the shortest one to each outcome."""

    things: dict[str, Witness] = field(factory=dict)
    shortest: dict[str, Witness] = field(factory=dict)
    games: int = 0

    def see(self, game: Witness) -> None:
        """Keep what this game shows for the first time, or in fewer actions."""
        for thing in game.things:
            kept = self.things.get(thing)
            if kept is None or (game.plan, game.seed) < (kept.plan, kept.seed):
                self.things[thing] = game
        best = self.shortest.get(game.outcome)
        if best is None or _length(game) < _length(best):
            self.shortest[game.outcome] = game

    def add(self, other: Found) -> None:
        self.games += other.games
        for game in {id(game): game for game in (*other.things.values(), *other.shortest.values())}.values():
            self.see(game)


def _length(game: Witness) -> tuple[int, int, int]:
    return len(game.actions), game.plan, game.seed


class Keeping(Notice):
    """Notices what is used, and keeps the actions."""

    def begin(self, log: Log | None, s: State) -> None:
        super().begin(log, s)
        self.actions: list[Key] = []

    def done(self, action: Action, log: Log | None, s: State) -> None:
        super().done(action, log, s)
        self.actions.append(action.key)


@lru_cache(maxsize=8)
def _game(work: bytes, meant: str) -> Game:
    """The scenario compiled; `meant` is the outcome that the planner is to go for ('': its own)."""
    scenario: Scenario = pickle.loads(zlib.decompress(work))
    return Game(evolve(scenario, intended=(meant,)) if meant else scenario, fast=True)


def share_of(work: bytes, plan: int, who: str, seeds: Sequence[int]) -> Found:
    """Play one share of one player: a name, or `gericht:THING` for somebody who goes for a thing."""
    family, _, thing = who.partition(":")
    directed = family == "gericht"
    meant = thing.removeprefix("uitkomst.") if thing.startswith("uitkomst.") else ""
    game = _game(work, meant if directed else "")
    found = Found()
    players: tuple[Player, ...] = (who,)
    if directed:
        wishes = wishes_for(game.board, thing)
        players = Towards(game.board, wishes, Planner()), Towards(game.board, wishes, Capricious())
        players = (Planner(), *players) if meant else players
    simulations = [Simulation(game, player) for player in players]
    for seed in seeds:
        simulation = simulations[seed % len(simulations)]
        notice = Keeping(game)
        try:
            s, _ = simulation.play(seed, notice)
        except EndlessGame:  # not a game that shows anything
            continue
        ended = game.outcome(s)
        outcome = ended.id if ended else ""
        used = notice.end(s, game.view(s))
        things = frozenset({f"uitkomst.{outcome}", *(t for name in used for t in things_of(name))})
        found.see(Witness(plan, seed, tuple(notice.actions), outcome, things, who))
        found.games += 1
    return found


class Search:
    """Plays in two steps: everybody, then those who go for what is missing. `told` hears how many games are done, of
    how many that are planned by now."""

    def __init__(
        self, scenario: Scenario, seed: int, hands: Hands | None = None, told: Callable[[int, int], None] | None = None
    ) -> None:
        self.work = zlib.compress(pickle.dumps(scenario), 1)
        self.scenario, self.seed, self.hands, self.told = scenario, seed, hands, told
        self.found = Found()
        self._plan = self._planned = 0

    def everybody(self, games: int) -> None:
        """About so many games, each player as many."""
        self._run((who, -(-games // len(NAMES))) for who in NAMES)

    def towards(self, things: Iterable[str], each: int) -> None:
        """So many games for each thing, by somebody who goes for it."""
        self._run((f"gericht:{thing}", each) for thing in things)

    def _run(self, wanted: Iterable[tuple[str, int]]) -> None:
        calls = list(self._calls(wanted))
        self._planned += sum(len(call[3]) for call in calls)
        for found in spread(self.hands, share_of, calls):
            self.found.add(found)
            if self.told is not None:
                self.told(self.found.games, self._planned)

    def _calls(self, wanted: Iterable[tuple[str, int]]) -> Iterator[tuple[bytes, int, str, Sequence[int]]]:
        for who, games in wanted:
            self._plan += 1
            seeds = range(self.seed, self.seed + games)
            for first in range(0, games, SHARE):
                yield self.work, self._plan, who, seeds[first : first + SHARE]
