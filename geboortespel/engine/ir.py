"""Lowered rules: expression trees over slots, the single form that both back ends run.

A node is a tuple (op, …) and evaluates to an int on a state (a list of ints). Averages never appear: lowering
(`lower`) carries static denominators, so that comparisons are exact and nothing is rounded on the way. `evaluate`
interprets a node; `source` writes it as a Python expression over `s`. Both are held against each other by tests.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from typing import Any

Node = tuple[Any, ...]
State = list[int]

TRUE: Node = ("n", 1)
FALSE: Node = ("n", 0)

MOST_TIME = 20
"""Upper bound of points of time (`scenario.names`), for tables over it."""

_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}


def round_half_away(numerator: int, denominator: int) -> int:
    """numerator / denominator rounded to the nearest int, halves away from zero; denominator > 0."""
    if numerator >= 0:
        return (2 * numerator + denominator) // (2 * denominator)
    return -((2 * -numerator + denominator) // (2 * denominator))


def scaled(numerator: int, denominator: int) -> int:
    """A level: numerator / denominator rounded half away from zero and clamped to 0..100."""
    return min(100, max(0, round_half_away(numerator, denominator)))


def overwork(left: int, whole: int, cost: int, first: int, rate: int) -> int:
    """Energy asked by spending `cost` points of time with `left` of `whole` left, from the `first` point on."""
    used = whole - left
    return rate * max(0, min(cost, used + cost - first + 1))


def evaluate(node: Node, s: Sequence[int]) -> int:
    """Interpret `node` on state `s`."""
    match node:
        case ("n", value):
            return int(value)
        case ("s", slot):
            return s[slot]
        case ("sum", terms):
            return sum(factor * evaluate(term, s) for factor, term in terms)
        case ("min", items):
            return min(evaluate(item, s) for item in items)
        case ("max", items):
            return max(evaluate(item, s) for item in items)
        case ("count", items):
            return sum(1 for item in items if evaluate(item, s))
        case ("if", test, then, other):
            return evaluate(then if evaluate(test, s) else other, s)
        case ("light", item, green, amber, values):
            level = evaluate(item, s)
            return int(values[0 if level >= green else 1 if level >= amber else 2])
        case ("cap", slot, cap):
            return int(cap) if s[slot] == 1 else 100
        case ("scale", item, denominator):
            return scaled(evaluate(item, s), denominator)
        case ("over", slot, whole, cost, first, rate):
            return overwork(s[slot], whole, cost, first, rate)
        case ("cmp", op, left, right):
            return int(_COMPARE[op](evaluate(left, s), evaluate(right, s)))
        case ("all", items):
            return int(all(evaluate(item, s) for item in items))
        case ("any", items):
            return int(any(evaluate(item, s) for item in items))
        case ("not", item):
            return int(not evaluate(item, s))
        case _:
            raise AssertionError(node)


_PYTHON = {"=": "==", "!=": "!=", "<": "<", ">": ">", "<=": "<=", ">=": ">="}


def _term(factor: int, item: Node) -> str:
    return f"({source(item)})" if factor == 1 else f"{factor}*({source(item)})"


def _listed(name: str, items: Sequence[Node]) -> str:
    return source(items[0]) if len(items) == 1 else f"{name}({', '.join(source(item) for item in items)})"


def source(node: Node) -> str:
    """`node` as a Python expression over `s`; free name: `scaled`."""
    match node:
        case ("n", value):
            return str(value)
        case ("s", slot):
            return f"s[{slot}]"
        case ("sum", terms):
            return " + ".join(_term(factor, term) for factor, term in terms) or "0"
        case ("min", items):
            return _listed("min", items)
        case ("max", items):
            return _listed("max", items)
        case ("count", items):
            return " + ".join(f"(1 if {source(item)} else 0)" for item in items) or "0"
        case ("if", test, then, other):
            return f"({source(then)} if {source(test)} else {source(other)})"
        case ("light", item, green, amber, (first, second, third)):
            return f"({first} if (z := {source(item)}) >= {green} else {second} if z >= {amber} else {third})"
        case ("cap", slot, cap):
            return f"({cap} if s[{slot}] == 1 else 100)"
        case ("scale", item, denominator):
            return f"scaled({source(item)}, {denominator})"
        case ("over", slot, whole, cost, first, rate):
            table = tuple(overwork(left, whole, cost, first, rate) for left in range(MOST_TIME + 1))
            return f"{table}[s[{slot}]]"
        case ("cmp", op, left, right):
            return f"({source(left)} {_PYTHON[op]} {source(right)})"
        case ("all", items):
            return f"({' and '.join(source(item) for item in items)})" if items else "1"
        case ("any", items):
            return f"({' or '.join(source(item) for item in items)})" if items else "0"
        case ("not", item):
            return f"(not {source(item)})"
        case _:
            raise AssertionError(node)


def compiled(node: Node) -> Callable[[Sequence[int]], int]:
    """A generated function of `node`; same value as `evaluate` (as truth, for conditions)."""
    scope = {"scaled": scaled}
    function: Callable[[Sequence[int]], int] = eval(f"lambda s: {source(node)}", scope)
    return function


class Rule:
    """A lowered tree that can be asked: `rule(s)` is its value (as truth, for conditions) on state `s`."""

    __slots__ = ("node",)

    def __init__(self, node: Node) -> None:
        self.node = node

    def __call__(self, s: Sequence[int]) -> int:
        return evaluate(self.node, s)


class Late(Rule):
    """A rule that is generated at its first call: generating everything at once costs more than a whole game."""

    __slots__ = ("_run",)

    def __init__(self, node: Node) -> None:
        super().__init__(node)
        self._run: Callable[[Sequence[int]], int] | None = None

    def __call__(self, s: Sequence[int]) -> int:
        if self._run is None:
            self._run = compiled(self.node)
        return self._run(s)
