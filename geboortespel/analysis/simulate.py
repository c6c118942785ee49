"""Many games: counts of outcomes and of what was used, the same for any split over processes.

Every game is a function of (scenario, players, seed) alone; tallies add up, so that parts may be counted apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from multiprocessing import get_context

from attrs import define, field

from geboortespel.engine.game import Game
from geboortespel.engine.ir import State
from geboortespel.engine.ledger import Log
from geboortespel.engine.view import View
from geboortespel.players.policy import Policy, Sure
from geboortespel.players.registry import by_name
from geboortespel.scenario.model import Scenario
from geboortespel.session.driver import Driver

Players = str | Policy | Mapping[str, str]
"""A player's name or a policy for the whole table, or a name per seat ('' answers for the table)."""

MOST_ACTIONS = 100_000


@define
class Tally:
    """What happened in a number of games. Counters are by id; `used` by kind and id (`zet.luisteren.raad`,
    `gebeurtenis.X`, `kaart.STAPEL.X`, `keuze.X.OPTIE`, `route.DREMPEL.ROUTE`, `poort.verder`, `afspraak.X.OPTIE`)."""

    games: int = 0
    actions: int = 0
    outcomes: Counter[str] = field(factory=Counter)
    rounds: Counter[int] = field(factory=Counter)
    green: Counter[int] = field(factory=Counter)
    """Number of required aspects that are green at the end → games."""
    short: Counter[str] = field(factory=Counter)
    """Required aspect → games that ended with it not green."""
    used: Counter[str] = field(factory=Counter)
    """Times a thing was used, all games together; only when simulated with `detail`."""
    winning: Counter[str] = field(factory=Counter)
    """The same, in games that ended in an intended outcome."""

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        self.games += other.games
        self.actions += other.actions
        for name in ("outcomes", "rounds", "green", "short", "used", "winning"):
            getattr(self, name).update(getattr(other, name))

    def share(self, outcome: str) -> float:
        """Part of the games that ended so, 0-1."""
        return self.outcomes[outcome] / self.games if self.games else 0.0


TOLD = (
    "gebeurtenis", "kaart", "route", "keuze", "gok", "poort", "uitslag", "poort_niet", "drempel_zichtbaar",
    "drempel_weg",
)  # fmt: skip
"""Notes that count as use."""


def _name(note: tuple[str, ...]) -> str | None:
    match note:
        case ("zet", _, move, target, choice):
            return ".".join(part for part in ("zet", move, target, choice) if part)
        case (kind, *_) if kind in TOLD:
            return ".".join(note)
        case _:
            return None


def agreed(view: View) -> Iterator[str]:
    """What was agreed at the negotiating table and with whom, by the names that count as use."""
    talks = view.talks
    if talks is None or talks.status != "akkoord":
        return
    yield f"partij.{talks.party}"
    for issue in view.board.scenario.talk_issues.values():
        yield f"afspraak.{issue.id}.{list(issue.options)[(view.value(f'afspraak.{issue.id}') or 1) - 1]}"


class Simulation:
    """Plays games of one compiled game with one set of players."""

    def __init__(self, game: Game, players: Players, *, detail: bool = False) -> None:
        self.game, self.detail = game, detail
        self.policies: Mapping[str, Policy] = {}
        self.one: Policy | None = None
        if isinstance(players, Mapping):
            made = {name: by_name(name) for name in players.values()}
            self.policies = {seat: made[name] for seat, name in players.items()}
        else:
            self.one = by_name(players) if isinstance(players, str) else players

    def play(self, seed: int, log: Log | None = None) -> tuple[State, int]:
        """One game: its last state, and how many actions it took."""
        driver, game = Driver(self.game, seed), self.game
        s = driver.start(log)
        n = 0
        while game.node(s) != "einde":
            if isinstance(self.one, Sure):  # the same as by its weights, without writing them out
                action = game.actions[self.one.choose(game.view(s, game.private(s) or None))]
            elif self.one is not None:
                action = driver.choose(s, self.one, n)
            else:
                seat = game.to_act(s)[0]
                action = driver.choose(s, self.policies[seat], n, seat)
            s = driver.settle(game.apply(s, action, log, check=False), log)[0]
            n += 1
            if n > MOST_ACTIONS:
                raise RuntimeError(f"a game without an end: seed {seed}")
        return s, n

    def tally(self, seeds: Sequence[int]) -> Tally:
        """Play all seeds and count."""
        total = Tally()
        for seed in seeds:
            log = Log() if self.detail else None
            s, n = self.play(seed, log)
            self._count(total, s, n, log)
        return total

    def _count(self, total: Tally, s: State, n: int, log: Log | None) -> None:
        view = self.game.view(s)
        outcome = self.game.outcome(s)
        ended = outcome.id if outcome else ""
        total.games += 1
        total.actions += n
        total.outcomes[ended] += 1
        total.rounds[view.round] += 1
        if self.game.scenario.aspects:
            short = [aspect for aspect in view.required if view.colour(aspect) != "groen"]
            total.green[len(view.required) - len(short)] += 1
            total.short.update(short)
        if log is not None:
            used = [name for note in log.notes if (name := _name(note)) is not None]
            used += agreed(view)
            total.used.update(used)
            if ended in self.game.scenario.intended:
                total.winning.update(used)


def _part(work: tuple[Scenario, Players, Sequence[int], bool]) -> Tally:
    scenario, players, seeds, detail = work
    return Simulation(Game(scenario, fast=True), players, detail=detail).tally(seeds)


def simulate(
    scenario: Scenario, players: Players, seeds: Sequence[int], *, processes: int = 1, detail: bool = False
) -> Tally:
    """Play one game per seed and count; `processes` only divides the work."""
    if processes <= 1:
        return _part((scenario, players, seeds, detail))
    parts = [seeds[i::processes] for i in range(processes)]
    total = Tally()
    with get_context("spawn").Pool(processes) as pool:
        for tally in pool.imap(_part, [(scenario, players, part, detail) for part in parts]):
            total.add(tally)
    return total
