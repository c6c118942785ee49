"""Outcome spaces and utilities for the tests: by hand, and generated from a number."""

from collections.abc import Sequence

from geboortespel.market.space import Issue, Space
from geboortespel.market.utility import FULL, Together, Utility


def spaced(radix: Sequence[int]) -> Space:
    """A space with so many options an issue: i0 with o0, o1, … and so on."""
    return Space([Issue(f"i{n}", tuple(f"o{k}" for k in range(size))) for n, size in enumerate(radix)])


def draws(seed: int):
    """A small generator of whole numbers (Lehmer's), the same on every machine and for the oracle's script."""
    state = seed % (2**31 - 1) or 1
    while True:
        state = state * 48271 % (2**31 - 1)
        yield state


def made(space: Space, seed: int, reservation: int = 0, exceptions: int = 0) -> Utility:
    """Weights that sum to 100 and values of 0-100, from a seed."""
    draw = draws(seed)
    cuts = sorted(next(draw) % (FULL + 1) for _ in space.issues[1:])
    weights = [b - a for a, b in zip([0, *cuts], [*cuts, FULL], strict=True)]
    values = {issue.id: {option: next(draw) % 101 for option in issue.options} for issue in space.issues}
    together = []
    for _ in range(exceptions):
        one, other = space.issues[next(draw) % len(space.issues)], space.issues[next(draw) % len(space.issues)]
        options = {issue.id: [issue.options[next(draw) % len(issue.options)]] for issue in (one, other)}
        together.append(Together(options, next(draw) % 4001 - 2000))
    ids = [issue.id for issue in space.issues]
    return Utility(space, dict(zip(ids, weights, strict=True)), values, reservation, tuple(together))
