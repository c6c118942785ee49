"""What an outcome is worth to a party: linear additive utility, with exceptions where issues hang together.

Utility of an outcome = the sum over the issues of weight × value of the option agreed on, plus what the exceptions
that hold for it add or take off (Keeney and Raiffa, Decisions with Multiple Objectives, 1976, ch. 3 and 7). Weights
count against each other; with weights that sum to 100 a utility runs from 0 to 10,000, and exceptions may take it
outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import field, frozen

from geboortespel.market.space import Space

FULL = 100
"""The highest value of an option."""


def _sets(found: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {issue: frozenset(options) for issue, options in found.items()}


@frozen
class Together:
    """An exception to additivity: in outcomes where every named issue has one of the named options, `adds` is added."""

    options: Mapping[str, frozenset[str]] = field(converter=_sets)
    adds: int


class Preferences:
    """What outcomes are worth to somebody: a table by outcome code, and the reservation value (what the best
    alternative, the BATNA, is worth)."""

    space: Space
    reservation: int

    @cached_property
    def table(self) -> list[int]:
        """Utility by outcome code."""
        raise NotImplementedError

    def __call__(self, code: int) -> int:
        """Utility of the outcome with this code."""
        return self.table[code]

    @cached_property
    def best(self) -> int:
        """The highest utility there is."""
        return max(self.table)

    @cached_property
    def worst(self) -> int:
        """The lowest utility there is."""
        return min(self.table)

    def acceptable(self, code: int) -> bool:
        """Whether an outcome is worth at least the best alternative. No party ever agrees to less."""
        return self.table[code] >= self.reservation

    @cached_property
    def ranking(self) -> tuple[int, ...]:
        """Codes of the acceptable outcomes, best first; equal ones by code."""
        codes = [code for code in range(self.space.size) if self.acceptable(code)]
        return tuple(sorted(codes, key=lambda code: -self.table[code]))


@frozen(slots=False)
class Utility(Preferences):
    """Linear additive utility with exceptions.

    `weights`: issue → weight, 0 or more and not all 0. `values`: issue → option → 0..100, for every option of the
    space. ValueError when weights or values do not fit the space.
    """

    space: Space
    weights: Mapping[str, int]
    values: Mapping[str, Mapping[str, int]]
    reservation: int = 0
    together: tuple[Together, ...] = ()

    def __attrs_post_init__(self) -> None:
        issues = {issue.id: set(issue.options) for issue in self.space.issues}
        if set(self.weights) != set(issues) or min(self.weights.values()) < 0 or not any(self.weights.values()):
            raise ValueError("weights are 0 or more, for every issue, and not all 0")
        if {issue: set(values) for issue, values in self.values.items()} != issues:
            raise ValueError("every option of every issue has a value")
        if any(not 0 <= value <= FULL for values in self.values.values() for value in values.values()):
            raise ValueError(f"values run from 0 to {FULL}")

    def part(self, issue: str, option: str) -> int:
        """What one option adds by itself: weight × value."""
        return self.weights[issue] * self.values[issue][option]

    @cached_property
    def table(self) -> list[int]:
        sums = [0]
        for issue in self.space.issues:
            parts = [self.part(issue.id, option) for option in issue.options]
            sums = [before + part for before in sums for part in parts]
        for exception in self.together:
            for code in self.space.matching(exception.options):
                sums[code] += exception.adds
        return sums


@frozen(slots=False)
class Consortium(Preferences):
    """Several companies that bargain as one: the mean of their utilities, rounded down. What one of them finds worse
    than its own alternative, none of them accepts. ValueError without members or when their spaces differ."""

    members: tuple[Preferences, ...]

    def __attrs_post_init__(self) -> None:
        if not self.members or any(member.space is not self.members[0].space for member in self.members):
            raise ValueError("a consortium has members that bargain over the same space")

    @property
    def space(self) -> Space:  # type: ignore[override]
        return self.members[0].space

    @cached_property
    def reservation(self) -> int:  # type: ignore[override]
        return self._mean(member.reservation for member in self.members)

    @cached_property
    def table(self) -> list[int]:
        return [self._mean(worths) for worths in zip(*(member.table for member in self.members), strict=True)]

    def acceptable(self, code: int) -> bool:
        return all(member.acceptable(code) for member in self.members)

    def _mean(self, worths: Iterable[int]) -> int:
        return sum(worths) // len(self.members)
