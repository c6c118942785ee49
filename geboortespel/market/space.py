"""The outcome space: issues with options. An outcome is one option of every issue.

Outcomes have a code, 0 .. size - 1, in mixed radix with the last issue running fastest: tables over a whole space are
flat lists by code, and a code fits a slot of the engine's state.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from math import prod
from operator import mul

from attrs import frozen

Outcome = tuple[str, ...]
"""Option ids, in the order of the issues."""


@frozen
class Issue:
    """Something to agree on, with at least one option. Issues differ within their space, options within their issue."""

    id: str
    options: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        if not self.options or len(set(self.options)) != len(self.options):
            raise ValueError(f"issue {self.id!r} needs options that differ from each other")


class Space:
    """All outcomes over some issues. ValueError without issues or when an id stands twice."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        self.issues = tuple(issues)
        self.place = {issue.id: i for i, issue in enumerate(self.issues)}
        if not self.issues or len(self.place) != len(self.issues):
            raise ValueError("a space needs issues that differ from each other")
        self.radix = tuple(len(issue.options) for issue in self.issues)
        self.steps = tuple(prod(self.radix[i + 1 :]) for i in range(len(self.radix)))
        self.size = prod(self.radix)
        self._digit = tuple({option: i for i, option in enumerate(issue.options)} for issue in self.issues)

    def digit(self, issue: str, option: str) -> int:
        """Place of an option within its issue. KeyError for what does not exist."""
        return self._digit[self.place[issue]][option]

    def code(self, outcome: Sequence[str] | Mapping[str, str]) -> int:
        """Code of an outcome, given in order or by issue. KeyError or ValueError for what lies outside the space."""
        options = [outcome[issue.id] for issue in self.issues] if isinstance(outcome, Mapping) else outcome
        if len(options) != len(self.issues):
            raise ValueError(f"an outcome has {len(self.issues)} options, not {len(options)}")
        return sum(step * found[o] for step, found, o in zip(self.steps, self._digit, options, strict=True))

    def coded(self, digits: Sequence[int]) -> int:
        """Code of the outcome with these options, each by its place within its issue."""
        return sum(map(mul, self.steps, digits))

    def digits(self, code: int) -> list[int]:
        """The options of an outcome, each by its place within its issue."""
        return [code // step % n for step, n in zip(self.steps, self.radix, strict=True)]

    @cached_property
    def outcomes(self) -> list[Outcome]:
        """All outcomes by code."""
        return list(product(*(issue.options for issue in self.issues)))

    def outcome(self, code: int) -> Outcome:
        """The outcome with this code. IndexError outside the space."""
        if code < 0:
            raise IndexError(code)
        return self.outcomes[code]

    def with_option(self, code: int, issue: str, option: str) -> int:
        """The code that differs in one issue alone."""
        i = self.place[issue]
        return code + (self.digit(issue, option) - code // self.steps[i] % self.radix[i]) * self.steps[i]

    def differing(self, one: int, other: int) -> tuple[str, ...]:
        """Ids of the issues in which two outcomes differ."""
        pairs = zip(self.issues, self.outcome(one), self.outcome(other), strict=True)
        return tuple(issue.id for issue, a, b in pairs if a != b)

    def matching(self, options: Mapping[str, frozenset[str]]) -> Iterator[int]:
        """Codes of the outcomes in which each named issue has one of the named options, rising."""
        digits = [
            sorted(self.digit(issue.id, option) for option in options[issue.id])
            if issue.id in options
            else range(len(issue.options))
            for issue in self.issues
        ]
        unknown = set(options) - set(self.place)
        if unknown:
            raise KeyError(min(unknown))
        for chosen in product(*([step * d for d in some] for step, some in zip(self.steps, digits, strict=True))):
            yield sum(chosen)
