"""The ledger: every change of every quantity with its cause, and notes of what happened. Codes, never text.

For every named quantity: start value + its entries = current value, always. Clamping is an entry of its own with cause
("grens",). The engine writes to a `Log` only when it is given one; simulation runs without.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import define, field, frozen

Cause = tuple[str, ...]


@frozen(slots=True)
class Entry:
    """Quantity `name` changed by `delta` because of `cause` (a code and its parts, such as ("invloed", id))."""

    name: str
    delta: int
    cause: Cause


@define
class Log:
    """What one action (with all that followed from it) did."""

    entries: list[Entry] = field(factory=list)
    notes: list[Cause] = field(factory=list)


def share(total: int, parts: Sequence[tuple[int, int]]) -> list[int]:
    """Share the whole number `total` over fractions (numerator, denominator > 0), by largest remainder.

    Each share is the fraction's floor, and what is left goes one by one to the largest remainders (earlier first), or
    is taken back from the smallest. The shares add up to `total`.
    """
    floors = [n // d for n, d in parts]
    left = total - sum(floors)
    order = sorted(range(len(parts)), key=lambda i: (-Fraction(parts[i][0] % parts[i][1], parts[i][1]), i))
    shares = list(floors)
    step = 1 if left > 0 else -1
    order = order if left > 0 else order[::-1]
    for turn in range(abs(left)):
        shares[order[turn % len(order)]] += step
    return shares
