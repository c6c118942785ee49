"""Whether a condition can hold, given bounds: what it asks narrows the bounds until nothing is left, or something is.

Sound one way: "never" is proven, "perhaps" may still be never.
"""

from __future__ import annotations

from attrs import frozen

from geboortespel.scenario.expr import All, Any, Boolean, Cmp, Count, Flag, Fold, Not, Num, Numeric, Sum, Var
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.review.bounds import Bounds, fold
from geboortespel.scenario.review.spans import Span, can, few, flipped


class World:
    """Bounds, narrowed by what is known to hold. Never changed: `knowing` gives a new one."""

    def __init__(self, bounds: Bounds, narrowed: dict[str, Span] | None = None) -> None:
        self.bounds = bounds
        self.narrowed = narrowed or {}

    def span(self, name: str) -> Span:
        """What a quantity can be here."""
        return self.narrowed.get(name) or self.bounds.span(name)

    def knowing(self, name: str, span: Span) -> World:
        """The same with one quantity narrowed."""
        return World(self.bounds, {**self.narrowed, name: span})

    def value(self, node: Numeric) -> Span:
        """What an expression can be here."""
        match node:
            case Num(value):
                return few(value)
            case Var(name):
                return few(0, 1) if name in ("alles_groen", "besluitregel") else self.span(name)
            case Count(items):
                sure = sum(1 for item in items if never(negated(item), self))
                return Span(sure, sum(1 for item in items if narrow(item, self) is not None))
            case Sum(terms):
                total = Span(0, 0)
                for sign, term in terms:
                    total = total + self.value(term).times(sign)
                return total
            case Fold(fn, items):
                return fold(fn, [self.value(item) for item in items])


def negated(node: Boolean) -> Boolean:
    """What holds exactly when `node` does not."""
    match node:
        case Cmp(op, left, right):
            return Cmp(flipped(op), left, right)
        case All(items):
            return Any(tuple(negated(item) for item in items))
        case Any(items):
            return All(tuple(negated(item) for item in items))
        case Not(item):
            return item
        case Flag(name):
            return Cmp("=", Var(name), Num(0, "nee"))


def expanded(node: Boolean, scenario: Scenario) -> Boolean:
    """`node` with `alles_groen` written out (`besluitregel` is looked at where it stands, and may be anything)."""
    match node:
        case All(items):
            return All(tuple(expanded(item, scenario) for item in items))
        case Any(items):
            return Any(tuple(expanded(item, scenario) for item in items))
        case Not(item):
            return negated(expanded(item, scenario))
        case Flag("alles_groen"):
            return _all_green(scenario)
        case Flag(name):
            return Cmp("!=", Var(name), Num(0, "nee"))
    return node


def _all_green(scenario: Scenario) -> Boolean:
    """Everything green that the usual list asks, or that of the form that was chosen."""
    usual = _greens(scenario, scenario.required or tuple(scenario.aspects))
    if not scenario.forms:
        return usual
    cases: list[Boolean] = [All((Cmp("=", Var("vorm"), Num(0, "geen")), usual))]
    for i, form in enumerate([form for form in scenario.forms.values() if form.id != "geen"], 1):
        greens = _greens(scenario, form.required) if form.required else usual
        cases.append(All((Cmp("=", Var("vorm"), Num(i, form.id)), greens)))
    return Any(tuple(cases))


def _greens(scenario: Scenario, aspects: tuple[str, ...]) -> Boolean:
    return All(tuple(Cmp(">=", Var(a), Num(scenario.aspects[a].green, "groen")) for a in aspects))


def narrow(node: Boolean, world: World) -> World | None:
    """The world in which `node` holds; None when it can't."""
    match node:
        case Cmp():
            return _compared(node, world)
        case All(items):
            for item in sorted(items, key=lambda item: isinstance(item, Any)):
                found = narrow(item, world)
                if found is None:
                    return None
                world = found
            return world
        case Any(items):
            left = [found for item in items if (found := narrow(item, world)) is not None]
            return left[0] if len(left) == 1 else world if left else None
        case Not(item):
            return narrow(negated(item), world)
        case Flag(name):
            return _compared(Cmp("!=", Var(name), Num(0)), world)


def _compared(node: Cmp, world: World) -> World | None:
    left, right = world.value(node.left), world.value(node.right)
    if not can(left, node.op, right):
        return None
    if isinstance(node.left, Var) and right.low == right.high and node.left.name != "draagvlak":
        kept = left.within(node.op, right.low)
        return None if kept is None else world.knowing(node.left.name, kept)
    return world


def never(node: Boolean, world: World) -> bool:
    """Whether `node` can't hold in this world: proven."""
    return narrow(node, world) is None


@frozen
class Obstacle:
    """Why something can't hold: what is asked, and what the quantity can be there (or what the other side can)."""

    asked: str
    name: str
    span: Span
    op: str


def obstacle(node: Boolean, world: World) -> Obstacle | None:
    """The first comparison that stands in the way; None when no single one does."""
    match node:
        case All(items):
            ordered = sorted(items, key=lambda item: isinstance(item, Any))
            alone = next((item for item in ordered if never(item, world)), None)
            if alone is not None:
                return obstacle(alone, world)
            for item in ordered:
                further = narrow(item, world)
                if further is None:
                    return obstacle(item, world)
                world = further
        case Any(items):
            return next((found for item in items if (found := obstacle(item, world)) is not None), None)
        case Not(item):
            return obstacle(negated(item), world)
        case Cmp(op, left, _):
            if never(node, world):
                return Obstacle(said(node), said(left), world.value(left), op)
    return None


def said(node: Boolean | Numeric) -> str:
    """An expression as an author would write it, short."""
    match node:
        case Num(value, word):
            return word or str(value)
        case Var(name) | Flag(name):
            return name
        case Sum(terms):
            text = " ".join(("+ " if sign > 0 else "- ") + said(term) for sign, term in terms)
            return text.removeprefix("+ ")
        case Fold(fn, items):
            return f"{fn}({', '.join(said(item) for item in items[:3])}{', …' if len(items) > 3 else ''})"
        case Count(items):
            return f"aantal({', '.join(said(item) for item in items[:2])}{', …' if len(items) > 2 else ''})"
        case Cmp(op, left, right):
            return f"{said(left)} {op} {said(right)}"
        case All(items):
            return " en ".join(said(item) for item in items)
        case Any(items):
            return " of ".join(said(item) for item in items)
        case Not(item):
            return f"niet {said(item)}"
