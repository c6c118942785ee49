"""What could have been agreed: the Pareto frontier, the bargaining solutions on it, and how far from it one ended.

Two parties; utilities are ints, so every comparison is exact. Only rational outcomes count: those that both find at
least as good as their best alternative. Where several outcomes have the same pair of utilities the lowest code stands
for them; where several points are equally good, the one that is best for the first party.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any

from attrs import frozen

from geboortespel.market.utility import Preferences

Worth = Callable[[int, int], Any]
"""How good a pair of gains is; anything that can be ordered."""


@frozen
class Point:
    """An outcome and what it is worth to each of the two."""

    code: int
    first: int
    second: int


class Map:
    """The outcomes of a negotiation between two parties over the same space."""

    def __init__(self, first: Preferences, second: Preferences) -> None:
        if first.space is not second.space:
            raise ValueError("both parties bargain over the same space")
        self.first, self.second = first, second

    def point(self, code: int) -> Point:
        """An outcome with its two utilities."""
        return Point(code, self.first(code), self.second(code))

    @cached_property
    def frontier(self) -> tuple[Point, ...]:
        """Rational outcomes that no outcome beats for one without costing the other; best for the first party first."""
        codes = set(self.first.ranking).intersection(self.second.ranking)
        rational = sorted((-self.first(code), -self.second(code), code) for code in codes)
        found: list[Point] = []
        for u, v, code in rational:
            if not found or -v > found[-1].second:
                found.append(Point(code, -u, -v))
        return tuple(found)

    def gains(self, point: Point) -> tuple[int, int]:
        """What each gains over its best alternative."""
        return point.first - self.first.reservation, point.second - self.second.reservation

    @cached_property
    def nash(self) -> Point | None:
        """Largest product of the gains (Nash, Econometrica 18, 1950). None: no rational outcome."""
        return self._best(lambda a, b: a * b)

    @cached_property
    def kalai(self) -> Point | None:
        """Egalitarian solution: largest smaller gain, then the largest sum (Kalai, Econometrica 45, 1977)."""
        return self._best(lambda a, b: (min(a, b), a + b))

    @cached_property
    def kalai_smorodinsky(self) -> Point | None:
        """Gains as equal as can be, each as a share of the most that party could have had among the rational outcomes:
        the largest smaller share (Kalai and Smorodinsky, Econometrica 43, 1975)."""
        if not self.frontier:
            return None
        most_first, most_second = self.gains(self.frontier[0])[0], self.gains(self.frontier[-1])[1]

        def shares(a: int, b: int) -> tuple[Fraction, Fraction]:
            one = Fraction(a, most_first) if most_first else Fraction(1)
            other = Fraction(b, most_second) if most_second else Fraction(1)
            return min(one, other), one + other

        return self._best(shares)

    @cached_property
    def most_together(self) -> Point | None:
        """The largest sum of both utilities."""
        return self._best(lambda a, b: a + b)

    def _best(self, worth: Worth) -> Point | None:
        return max(self.frontier, key=lambda point: worth(*self.gains(point)), default=None)

    def distance(self, code: int, point: Point) -> int:
        """Square of the Euclidean distance between an outcome and a point, in utilities."""
        here = self.point(code)
        return (here.first - point.first) ** 2 + (here.second - point.second) ** 2

    def left(self, code: int) -> tuple[int, int]:
        """What was left on the table, for each: the most that could be had without costing the other anything."""
        here = self.point(code)
        for_first = max((p.first for p in self.frontier if p.second >= here.second), default=here.first)
        for_second = max((p.second for p in self.frontier if p.first >= here.first), default=here.second)
        return max(0, for_first - here.first), max(0, for_second - here.second)

    def efficient(self, code: int) -> bool:
        """Whether an outcome lies on the frontier."""
        here = self.point(code)
        return any((p.first, p.second) == (here.first, here.second) for p in self.frontier)

    def path(self, offers: Sequence[int]) -> tuple[Point, ...]:
        """A row of offers as points."""
        return tuple(self.point(code) for code in offers)
