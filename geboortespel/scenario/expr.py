"""Typed expression trees: the only form in which rules exist after reading (design 2, 'Rules of the language').

Conditions and effects are parsed once, their names resolved and their words replaced by numbers. The engine interprets
these trees or compiles functions from them; nothing else in the game holds a rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from attrs import field, frozen


@frozen
class Num:
    """A number. `word` keeps the word it was written as (`weg`, `groen`, `bevalling`), for showing."""

    value: int
    word: str = field(default="", eq=False)


@frozen
class Var:
    """A quantity by its canonical name (`names`); `.doel` and `.ik` stand for the move's target and its actor."""

    name: str


@frozen
class Sum:
    """Signed sum of numeric terms: ((+1, term), (-1, term), …)."""

    terms: tuple[tuple[int, Numeric], ...]


@frozen
class Fold:
    """`laagste`, `hoogste` or `gemiddelde` of numeric items. An average stays a fraction until it is compared."""

    fn: Literal["gemiddelde", "laagste", "hoogste"]
    items: tuple[Numeric, ...]


@frozen
class Count:
    """`aantal(...)`: how many of the conditions hold."""

    items: tuple[Boolean, ...]


@frozen
class Cmp:
    """A comparison; op is one of = != < > <= >=."""

    op: str
    left: Numeric
    right: Numeric


@frozen
class All:
    """`en`: every item holds."""

    items: tuple[Boolean, ...]


@frozen
class Any:
    """`of`: at least one item holds."""

    items: tuple[Boolean, ...]


@frozen
class Not:
    """`niet`."""

    item: Boolean


@frozen
class Flag:
    """A boolean quantity used as a condition by itself (`akkoord`, `alles_groen`): true when not zero."""

    name: str


Numeric = Num | Var | Sum | Fold | Count
Boolean = Cmp | All | Any | Not | Flag
Expr = Numeric | Boolean


@frozen
class Change:
    """An effect on a quantity: op '+' adds `amount` (may be negative), '=' sets it."""

    name: str
    op: Literal["+", "="]
    amount: int


@frozen
class Reveal:
    """`onthul: ACTOR` (or `doel`): the heaviest concern not yet heard there becomes known."""

    actor: str


@frozen
class Open:
    """`open: ACTOR` (or `doel`): the actor comes within reach of the acting believer, or of all in an event."""

    actor: str


Effect = Change | Reveal | Open


def names_in(node: Expr) -> Iterator[str]:
    """Every quantity name that `node` reads, in reading order."""
    match node:
        case Num():
            return
        case Var(name) | Flag(name):
            yield name
        case Sum(terms):
            for _, term in terms:
                yield from names_in(term)
        case Fold(_, items) | Count(items) | All(items) | Any(items):
            for item in items:
                yield from names_in(item)
        case Cmp(_, left, right):
            yield from names_in(left)
            yield from names_in(right)
        case Not(item):
            yield from names_in(item)
