"""The second half of building: rules and references, now that every name is known (`build` leaves them as late work).

What a reused file says about somebody who is not in this scenario is left out: the smallest thing that it stands in
goes. What goes may be named elsewhere, so this is repeated until nothing more goes.
"""

from __future__ import annotations

from attrs import evolve

from geboortespel.scenario.aim import aim_of
from geboortespel.scenario.conditions import condition, number
from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.effects import Effector, cost
from geboortespel.scenario.kinds import Cond, Cost, Effects, ListOf, Number, Ref
from geboortespel.scenario.late import Late, Place, Unit, put
from geboortespel.scenario.model import Actor, Believer, Scenario
from geboortespel.scenario.nodes import Node, Scalar, Seq, position
from geboortespel.scenario.refs import References
from geboortespel.scenario.scalars import suggest
from geboortespel.scenario.scope import Absent, Names, Scope, Wrong, Wrongs
from geboortespel.scenario.traps import wrong_shape

MAX_RULE = 2000
"""Longest condition, in characters."""
ROLE = Ref("rol")
RULES = (Cond, Number, Effects, Cost)
MANDATES = (("TalkOption", "when"),)
"""Conditions that hold when who they are about is not in the scenario."""


class Resolver(References):
    """Resolves late work. `left_out`: ids that the scenario dropped with `weg: ja` ('*': anything unknown)."""

    def __init__(self, scenario: Scenario, units: list[Unit], faults: Faults, left_out: set[str]) -> None:
        self.scenario = scenario
        self.units = units
        self.faults = faults
        self.left_out = left_out
        self._scopes: dict[tuple[str, str, bool], Scope] = {}

    def run(self, late: list[Late]) -> None:
        """Resolve everything, leaving out what is about the absent."""
        for item in late:
            if item.kind == ROLE and item.key is not None and not isinstance(item.thing, dict):
                self._role(item)
        self.names = Names(self.scenario)
        if self.names.base:
            self.names = Names(with_people(self.scenario))
            self._all(late)
            self.faults = Faults()
        todo = late
        while todo:
            self.names = Names(self.scenario)
            self._all(todo)
            dropped = self._drop()
            self.left_out |= dropped
            todo = [item for item in late if self._mentions(item.node, dropped)] if dropped else []

    def _all(self, todo: list[Late]) -> None:
        """References first: rules may depend on what they point to."""
        for rules in (False, True):
            self._scopes.clear()
            for item in todo:
                unit = item.place.unit
                if isinstance(item.kind, RULES) is rules and (unit is None or not unit.is_gone()):
                    self._one(item)

    def _role(self, late: Late) -> None:
        """An actor's role comes first: concerns and names of quantities follow from it."""
        node = late.node
        if isinstance(node, Scalar) and node.value in self.scenario.roles:
            put(late.thing, late.attr, node.value)

    def _drop(self) -> set[str]:
        dropped = set()
        for unit in self.units:
            if not unit.gone or unit.home is None:
                continue
            if unit.attr:
                self._remove(unit)
            else:
                unit.home.pop(unit.name, None)
                dropped.add(unit.name)
            unit.home = None
        return dropped

    @staticmethod
    def _remove(unit: Unit) -> None:
        home = unit.home
        if isinstance(home, dict):
            home[unit.attr] = tuple(item for item in home[unit.attr] if item is not unit.thing)
        else:
            put(home, unit.attr, tuple(item for item in getattr(home, unit.attr) if item is not unit.thing))

    def _mentions(self, node: Node, ids: set[str]) -> bool:
        if isinstance(node, Scalar):
            text = node.value or ""
            return any(name in text for name in ids)
        if isinstance(node, Seq):
            return any(self._mentions(item, ids) for item in node.items)
        return any(any(i in name for i in ids) or self._mentions(v, ids) for name, (_, v) in node.entries.items())

    # -- one thing -----------------------------------------------------------------------------------------------

    def _one(self, late: Late) -> None:
        scope = self._scope(late.place, late.node.source.reused or self.names.base)
        try:
            match late.kind:
                case Cond() | Number():
                    self._expression(late, scope)
                case Effects():
                    put(late.thing, late.attr, Effector(scope, self.faults).effects(late.node))
                case Cost():
                    put(late.thing, late.attr, cost(late.node, scope, self.faults))
                case Ref(what) if late.key is not None and isinstance(late.thing, dict):
                    self._key(late, what, scope)
                case Ref(what):
                    found = self._ref(late.node, what, scope, late.place.owner_id)
                    if found is not None:
                        put(late.thing, late.attr, found)
                case ListOf(Ref(what)):
                    self._refs(late, what, scope)
        except Absent:
            self._absent(late)

    def _absent(self, late: Late) -> None:
        unit = late.place.unit
        if (late.cls, late.attr) in MANDATES:
            return  # nobody is there to forbid it
        if unit is None and (isinstance(late.kind, Ref) or self.names.base):
            return
        if unit is None:
            self.faults.at("G092", late.key or late.node, key=late.key.value or "" if late.key else "")
        else:
            unit.gone = True

    def _scope(self, place: Place, lenient: bool) -> Scope:
        where = (place.owner, place.owner_id, lenient)
        found = self._scopes.get(where)
        if found is None:
            found = Scope(self.names, aim_of(self.names, place), lenient=lenient, left_out=frozenset(self.left_out))
            self._scopes[where] = found
        return found

    # -- rules ---------------------------------------------------------------------------------------------------

    def _expression(self, late: Late, scope: Scope) -> None:
        node = late.node
        if not isinstance(node, Scalar):
            wrong_shape(self.faults, "G026", node)
            return
        text = node.value or ""
        if len(text) > MAX_RULE:
            self.faults.at("G041", node, length=str(len(text)), limit=str(MAX_RULE))
            return
        try:
            value = number(text, scope) if isinstance(late.kind, Number) else condition(text, scope)
        except Wrong as wrong:
            self._wrong(node, wrong)
        except Wrongs as several:
            for item in several.found:
                self._wrong(node, item)
        else:
            put(late.thing, late.attr, value)

    def _wrong(self, node: Scalar, wrong: Wrong) -> None:
        if not node.cut:
            line, column = position(node, wrong.at)
            near = {} if "suggestion" in wrong.params else self._near(wrong)
            self.faults.add(wrong.code, node.source, line, column, **wrong.params, **near)

    @staticmethod
    def _near(wrong: Wrong) -> dict[str, str]:
        params = wrong.params
        return suggest(params.get("id") or params.get("word") or params.get("name", ""), wrong.near)


def with_people(scenario: Scenario) -> Scenario:
    """A base set with somebody in every role, so that all its rules can be checked."""
    return evolve(
        scenario,
        actors={role: Actor(id=role, role=role) for role in scenario.roles},
        believers={role: Believer(id=role, was=role) for role in scenario.roles},
    )
