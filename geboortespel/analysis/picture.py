"""What is known of the chances of birth in a game: points, differences between them, and what moved it most.

Nothing is played here: a front end holds a picture that another process makes sharper.
"""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

from attrs import Factory, define, frozen

from geboortespel.analysis.intervals import wilson
from geboortespel.engine.ir import State

SURE = 0.95
"""How sure all claims about differences are together."""

Key = tuple[str, str, str, str, str]
"""An action, as `Action.key` has it."""


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

    def afresh(self, games: int = 0, won: int = 0) -> Point:
        """The same place, with games of other seeds."""
        return Point(self.line, self.round, self.state, self.drawn, self.begins, self.ended, games, won)


@frozen
class Change:
    """From one point to another: the difference in the chance of birth, and its interval (both -1 to 1)."""

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


@frozen
class Option:
    """Something that was or could have been done, and the chance of birth after it, on fresh seeds.

    `later`: the line at which the players did just this later on; 0 when they did not.
    """

    key: Key
    point: Point
    line: int
    later: int = 0


@frozen
class Tip:
    """A turning point: from one point to the next, both played on from anew with seeds that did not choose them.

    `did`: what the players did there; of something that happened what they did next (None when the game was over).
    `other`: what would have given most instead of that; None when nothing was surely better.
    """

    change: Change
    did: Option | None = None
    other: Option | None = None

    @property
    def drew(self) -> bool:
        """Whether it was chance, rather than an action, that moved it."""
        return self.change.before.line == self.change.after.line


@define(eq=False)
class Picture:
    """The points of a game in their order, and once they were looked for its turning points."""

    points: tuple[Point, ...] = ()
    tips: tuple[Tip, ...] | None = None
    """None as long as they were not looked for."""
    done: float = 0.0
    """How much of the work is done, 0-1."""
    beside: dict[str, tuple[Point, ...]] = Factory(dict)
    """Curves of other courses of the same game, by the name of their journal."""

    @property
    def curve(self) -> tuple[Point, ...]:
        """The points at which a round begins, and the end."""
        return tuple(point for point in self.points if point.begins)

    @property
    def games(self) -> int:
        """Games that were played from every point of the curve."""
        return min((point.games for point in self.curve), default=0)

    def changes(self) -> tuple[Change, ...]:
        """What each step did to the chance of birth, in order; together they are 95% sure."""
        steps = tuple(zip(self.points, self.points[1:], strict=False))
        return tuple(change(before, after, len(steps)) for before, after in steps)
