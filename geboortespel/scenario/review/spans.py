"""What a quantity can be at most: bounds that hold in every game, and arithmetic on them.

All of it over-approximates: a value outside a span can never occur, a value inside it perhaps can.
"""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

Rational = int | Fraction

_FLIPPED = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


@frozen
class Span:
    """Every value a quantity can have lies within [low, high]; `only`: it is one of these, when they are few."""

    low: Rational
    high: Rational
    only: frozenset[int] | None = None

    def __add__(self, other: Span) -> Span:
        return Span(self.low + other.low, self.high + other.high)

    def times(self, factor: int) -> Span:
        ends = self.low * factor, self.high * factor
        return Span(min(ends), max(ends))

    def over(self, divisor: int) -> Span:
        """Divided by a positive whole number, as a fraction."""
        return Span(Fraction(self.low) / divisor, Fraction(self.high) / divisor)

    def hull(self, other: Span) -> Span:
        """What one of the two can be."""
        only = self.only | other.only if self.only is not None and other.only is not None else None
        return Span(min(self.low, other.low), max(self.high, other.high), only)

    def within(self, op: str, bound: Rational) -> Span | None:
        """What is left when it compares so with a number; None when nothing is. Values are whole."""
        if self.only is not None:
            kept = frozenset(value for value in self.only if holds(value, op, bound))
            return Span(min(kept), max(kept), kept) if kept else None
        low, high = self.low, self.high
        if op in (">", ">=", "="):
            low = max(low, _above(bound, strict=op == ">"))
        if op in ("<", "<=", "="):
            high = min(high, _below(bound, strict=op == "<"))
        if op == "!=" and low == bound:
            low = low + 1
        if op == "!=" and high == bound:
            high = high - 1
        return Span(low, high) if low <= high else None


def few(*values: int) -> Span:
    """One of these values."""
    return Span(min(values), max(values), frozenset(values))


def holds(left: Rational, op: str, right: Rational) -> bool:
    """Whether two numbers compare so."""
    return {
        "=": left == right,
        "!=": left != right,
        "<": left < right,
        ">": left > right,
        "<=": left <= right,
        ">=": left >= right,
    }[op]


def flipped(op: str) -> str:
    """The comparison that holds exactly when `op` does not."""
    return _FLIPPED[op]


def can(left: Span, op: str, right: Span) -> bool:
    """Whether some value of the one could compare so with some value of the other."""
    if left.only is not None and right.low == right.high:
        return any(holds(value, op, right.low) for value in left.only)
    match op:
        case "<":
            return left.low < right.high
        case "<=":
            return left.low <= right.high
        case ">":
            return left.high > right.low
        case ">=":
            return left.high >= right.low
        case "=":
            return left.low <= right.high and right.low <= left.high
    return not left.low == left.high == right.low == right.high


def _above(bound: Rational, *, strict: bool) -> int:
    """The lowest whole number above (or at) a bound."""
    whole = -((-bound) // 1)
    return int(whole + 1 if strict and whole == bound else whole)


def _below(bound: Rational, *, strict: bool) -> int:
    whole = bound // 1
    return int(whole - 1 if strict and whole == bound else whole)
