"""The chance of birth from every moment of a game: played on from there by the planner, with the same seeds everywhere.

The seeds follow from the game's own seed, so the same journal gives the same numbers at the same sample size. What a
move did and what chance did after it are parted: a moment that drew something has a point before its draws as well.
Because all points share their seeds, differences are paired: less noise than two counts beside each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from statistics import NormalDist

from attrs import define, frozen

from geboortespel.analysis.intervals import wilson
from geboortespel.analysis.simulate import MOST_ACTIONS, EndlessGame, aims
from geboortespel.engine.game import Game
from geboortespel.engine.ir import State
from geboortespel.players.planner import Planner
from geboortespel.session.chance import stream
from geboortespel.session.driver import Driver
from geboortespel.session.session import Session

STREAM = "kansverloop"
"""The stream of a game's seed that the seeds of its look back begin at."""
FIRST = 16
"""Games from each point in the first, rough picture; every next one has twice as many."""
SURE = 0.95
"""How sure all claims about differences are together."""


@define(eq=False)
class Point:
    """A place in a game: after journal line `line`; `drawn` false: its action was done, its chances not yet drawn.

    `won` has bit n set when game n from here had a birth; `games` were played.
    """

    line: int
    round: int
    state: State
    drawn: bool = True
    begins: bool = False
    """The first decision of its round, or the end."""
    ended: bool = False
    games: int = 0
    won: int = 0

    @property
    def hits(self) -> int:
        return self.won.bit_count()

    @property
    def share(self) -> float:
        """The chance of birth, 0-1, as counted."""
        return self.hits / self.games if self.games else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Its 95% interval (Wilson); the end is certain."""
        if self.ended and self.games:
            return self.share, self.share
        return wilson(self.hits, self.games)


@frozen
class Change:
    """From one point to the next: the difference in the chance of birth, and its interval (both -1 to 1)."""

    before: Point
    after: Point
    gap: float
    low: float
    high: float

    @property
    def real(self) -> bool:
        """Whether 'no difference' lies outside the interval."""
        return self.low > 0 or self.high < 0


def change(before: Point, after: Point, claims: int = 1) -> Change:
    """The paired difference over the games that both have, with an interval that `claims` of them share.

    Agresti, A. and Min, Y. (2005), Simple improved confidence intervals for comparing matched proportions: half a pair
    is added to each of the four cells. Bonferroni: each of m claims may be wrong once in m · 20.
    """
    games = min(before.games, after.games)
    mask = (1 << games) - 1
    gained = (after.won & ~before.won & mask).bit_count()
    lost = (before.won & ~after.won & mask).bit_count()
    n, b, c = games + 2, gained + 0.5, lost + 0.5
    middle = (b - c) / n
    z = NormalDist().inv_cdf(1 - (1 - SURE) / (2 * max(1, claims)))
    half = z * sqrt(max(0.0, b + c - (b - c) ** 2 / n)) / n
    gap = (gained - lost) / games if games else 0.0
    return Change(before, after, gap, max(-1.0, middle - half), min(1.0, middle + half))


class Chances:
    """The points of a game in their order, and more and more games from each."""

    def __init__(self, session: Session) -> None:
        self.session, self.game = session, Game(session.board.scenario, fast=True)
        self._planner, self._aims = Planner(), frozenset(aims(self.game))
        self._first = stream(session.seed, STREAM)
        self._drivers: dict[int, Driver] = {}
        self.points: tuple[Point, ...] = tuple(self._found())

    def _found(self) -> Iterator[Point]:
        game, last = self.game, 0
        for moment in tuple(self.session.moments.way(self.session.line))[::-1]:
            if moment.line and moment.action is None:
                continue  # said at the table, or gone back: the state is one we had
            if moment.action is not None:
                parent = self.session.moments.all[moment.parent].state
                done = game.apply(parent, moment.action, check=False)
                if game.node(done) == "kans":
                    yield Point(moment.line, self._round(done), done, drawn=False)
            number, ended = self._round(moment.state), game.node(moment.state) == "einde"
            yield Point(moment.line, number, moment.state, begins=ended or number != last, ended=ended)
            last = number

    def _round(self, state: State) -> int:
        return int(state[self.game.flow.round])

    @property
    def curve(self) -> tuple[Point, ...]:
        """The points at which a round begins, and the end."""
        return tuple(point for point in self.points if point.begins)

    def sharpen(self, games: int, points: tuple[Point, ...] | None = None) -> Iterator[Point]:
        """Play until each point has this many games; gives a point each time it is done."""
        for point in self.points if points is None else points:
            for n in range(point.games, games):
                point.won |= self._born(point.state, n) << n
            point.games = max(point.games, games)
            yield point

    def _born(self, state: State, n: int) -> bool:
        """Whether game `n` played on from this state has a birth."""
        driver, game = self._drivers.get(n), self.game
        if driver is None:
            driver = self._drivers[n] = Driver(game, self._first + n)
        s = driver.settle(state)[0]
        for _ in range(MOST_ACTIONS):
            if game.node(s) == "einde":
                outcome = game.outcome(s)
                return outcome is not None and outcome.id in self._aims
            action = game.actions[self._planner.choose(game.view(s, game.private(s) or None))]
            s = driver.settle(game.apply(s, action, check=False))[0]
        raise EndlessGame(self._first + n)

    def changes(self) -> tuple[Change, ...]:
        """What each step did to the chance of birth, in order; together they are 95% sure."""
        steps = tuple(zip(self.points, self.points[1:], strict=False))
        return tuple(change(before, after, len(steps)) for before, after in steps)


def turning(chances: Chances, up: int = 3, down: int = 2) -> tuple[Change, ...]:
    """The changes that moved it most in each direction and that are no noise, in the order of the game."""
    real = [change for change in chances.changes() if change.real]
    best = sorted((c for c in real if c.gap > 0), key=lambda c: -c.gap)[:up]
    worst = sorted((c for c in real if c.gap < 0), key=lambda c: c.gap)[:down]
    chosen = {id(c) for c in (*best, *worst)}
    return tuple(c for c in real if id(c) in chosen)
