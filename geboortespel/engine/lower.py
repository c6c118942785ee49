"""Lowering: typed expression trees (`scenario.expr`) to slot trees (`ir`).

Names become slots; levels of aspects become what they are worked out from (the lower of fact and insight, the caps of
standing thresholds, derivations); `.doel` and `.ik` are bound to a target and a seat; averages become a sum over a
static denominator.
"""

from __future__ import annotations

from math import lcm

from geboortespel.engine.ir import FALSE, TRUE, Node
from geboortespel.engine.layout import Layout
from geboortespel.scenario.expr import All, Any, Boolean, Cmp, Count, Flag, Fold, Not, Num, Numeric, Sum, Var
from geboortespel.scenario.model import Aspect, Scenario

Fraction = tuple[Node, int]
"""A numerator tree and its static, positive denominator."""


def bound(name: str, seat: str, target: str) -> str:
    """`name` with `.doel` and `.ik` replaced by the move's target and its seat."""
    return name.replace(".doel", f".{target}").replace(".ik", f".{seat}") if "." in name else name


def _times(node: Node, factor: int) -> Node:
    return node if factor == 1 else ("sum", ((factor, node),))


class Lowering:
    """Lowers expressions of one scenario onto one layout."""

    def __init__(self, scenario: Scenario, layout: Layout) -> None:
        self.scenario = scenario
        self.index = layout.index
        self._levels: dict[str, Node] = {}

    def slot(self, name: str) -> Node:
        return ("s", self.index[name])

    def level(self, aspect: Aspect) -> Node:
        """The level of an aspect, 0..100, caps of standing thresholds included."""
        if aspect.id not in self._levels:
            self._levels[aspect.id] = self._level(aspect)
        return self._levels[aspect.id]

    def _level(self, aspect: Aspect) -> Node:
        parts: list[Node]
        if aspect.derived is not None:
            node, denominator = self.number(aspect.derived.of)
            span = aspect.derived.high - aspect.derived.low
            top: Node = ("sum", ((100, node), (-100 * aspect.derived.low * denominator, TRUE)))
            parts = [("scale", top if span > 0 else ("sum", ((-1, top),)), abs(span) * denominator)]
        elif aspect.fact is not None or aspect.insight is not None:
            parts = [self.slot(f"feit.{aspect.id}"), self.slot(f"inzicht.{aspect.id}")]
        else:
            parts = [self.slot(f"stand.{aspect.id}")]
        for threshold in self.scenario.thresholds.values():
            if aspect.id in threshold.caps:
                parts.append(("cap", self.index[f"drempel.{threshold.id}"], threshold.caps[aspect.id]))
        return parts[0] if len(parts) == 1 else ("min", tuple(parts))

    def backing(self) -> Fraction:
        """`draagvlak`: power-weighted mean support of the decision body (all actors when there is none)."""
        body = self.scenario.body
        members = body.members if body and body.members else tuple(self.scenario.actors)
        terms = [(self.power(member), self.slot(f"steun.{member}")) for member in members]
        weight = sum(power for power, _ in terms)
        return (("sum", tuple(terms)), weight) if weight else (FALSE, 1)

    def power(self, actor_id: str) -> int:
        actor = self.scenario.actors[actor_id]
        role = self.scenario.roles.get(actor.role or "")
        return actor.power if actor.power is not None else (role.power if role else 1)

    def green(self, aspect_id: str) -> Node:
        aspect = self.scenario.aspects[aspect_id]
        return ("cmp", ">=", self.level(aspect), ("n", aspect.green))

    def all_green(self) -> Node:
        """Every required aspect is green; the chosen form has its own list."""
        scenario = self.scenario
        usual: Node = ("all", tuple(self.green(a) for a in scenario.required or tuple(scenario.aspects)))
        if not scenario.forms:
            return usual
        form = self.slot("vorm")
        cases: list[Node] = [("all", (("cmp", "=", form, ("n", 0)), usual))]
        chosen = [item for item in scenario.forms.values() if item.id != "geen"]
        for i, item in enumerate(chosen, 1):
            greens = tuple(self.green(a) for a in item.required)
            cases.append(("all", (("cmp", "=", form, ("n", i)), *(greens or (usual,)))))
        return ("any", tuple(cases))

    def flag(self, name: str) -> Node:
        if name == "alles_groen":
            return self.all_green()
        if name == "besluitregel":
            rule = self.scenario.body.rule if self.scenario.body else None
            return self.condition(rule)
        return ("cmp", "!=", self.slot(name), FALSE)

    def condition(self, node: Boolean | None, seat: str = "", target: str = "") -> Node:
        """Lower a condition; no condition is always true."""
        if node is None:
            return TRUE
        match node:
            case All(items):
                return ("all", tuple(self.condition(item, seat, target) for item in items))
            case Any(items):
                return ("any", tuple(self.condition(item, seat, target) for item in items))
            case Not(item):
                return ("not", self.condition(item, seat, target))
            case Flag(name):
                return self.flag(bound(name, seat, target))
            case Cmp(op, left, right):
                left_node, left_den = self.number(left, seat, target)
                right_node, right_den = self.number(right, seat, target)
                return ("cmp", op, _times(left_node, right_den), _times(right_node, left_den))

    def number(self, node: Numeric, seat: str = "", target: str = "") -> Fraction:
        """Lower a numeric expression to a numerator tree and a static denominator."""
        match node:
            case Num(value):
                return ("n", value), 1
            case Var(name):
                return self._variable(bound(name, seat, target))
            case Count(items):
                return ("count", tuple(self.condition(item, seat, target) for item in items)), 1
            case Sum(terms):
                return self._sum([(sign, self.number(term, seat, target)) for sign, term in terms])
            case Fold(fn, items):
                parts = [self.number(item, seat, target) for item in items]
                if fn == "gemiddelde":
                    top, den = self._sum([(1, part) for part in parts])
                    return top, den * len(parts)
                den = lcm(*(d for _, d in parts))
                scaled_parts = tuple(_times(n, den // d) for n, d in parts)
                return ("min" if fn == "laagste" else "max", scaled_parts), den

    @staticmethod
    def _sum(parts: list[tuple[int, Fraction]]) -> Fraction:
        den = lcm(*(d for _, (_, d) in parts))
        return ("sum", tuple((sign * (den // d), n) for sign, (n, d) in parts)), den

    def _variable(self, name: str) -> Fraction:
        if name == "draagvlak":
            return self.backing()
        if name in ("alles_groen", "besluitregel"):
            return ("count", (self.flag(name),)), 1
        aspect = self.scenario.aspects.get(name)
        if aspect is not None and name not in self.index:
            return self.level(aspect), 1
        return self.slot(name), 1
