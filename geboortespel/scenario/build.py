"""Nodes → model objects, driven only by the metadata of the model (`plan`): shapes, types, ranges, required keys.

What needs the whole scenario to be understood (rules and references) is left open as `Late` work for `resolve`; the
objects are complete apart from that. All faults are collected; what is at fault gets its default so that the rest can
be looked at.
"""

from __future__ import annotations

from typing import Any

from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.kinds import (
    Concerns,
    Cond,
    Cost,
    Effects,
    Ident,
    Inner,
    Int,
    Items,
    Kind,
    Lines,
    ListOf,
    MapOf,
    Number,
    Obj,
    Ref,
)
from geboortespel.scenario.late import Late, Place, Unit
from geboortespel.scenario.nodes import Map, Node, Scalar
from geboortespel.scenario.plan import ClassPlan, plan
from geboortespel.scenario.scalars import scalar, suggest
from geboortespel.scenario.things import Things
from geboortespel.scenario.traps import wrong_shape

LATE = (Cond, Number, Effects, Cost, Ref)
WHOLE = ("Scenario", "FirstYear")
"""Classes of a whole scenario: what rules can name stands in them."""
BESIDE: dict[tuple[str, str], Kind] = {("Route", "option"): Ref("option"), ("Route", "ally"): Ref("ally")}
"""Ids whose kind depends on what stands beside them: references all the same."""
AIMED = {"Move": "zet", "Adviser": "adviseur", "Argument": "argument", "Event": "gebeurtenis"}


class Builder(Things):
    """Builds objects and collects late work. `whole` is false when parts of the file could not be read."""

    def __init__(self, faults: Faults, *, whole: bool) -> None:
        self.faults = faults
        self.whole = whole
        self.complete = whole
        """Whether everything that was written was built, so that the whole can be judged."""
        self.names_known = whole
        """Whether everything that rules can name was built, so that an unknown name is a fault."""
        self.late: list[Late] = []
        self.units: list[Unit] = []

    # -- objects -------------------------------------------------------------------------------------------------

    def obj(self, of: str, node: Node, place: Place, *, name: str = "", short: str = "") -> Any:
        """An object of model class `of`; a bare scalar stands for attribute `short`. None after a fault of shape."""
        shape = plan(of)
        if isinstance(node, Scalar) and short:
            key = next(key for key, item in shape.keys.items() if item.attr == short)
            node = Map(node.source, node.line, node.column, {key: (node, node)})
        if not isinstance(node, Map):
            self.shape("G024", node)
            return None
        values: dict[str, Any] = {}
        waiting: list[Late] = []
        children: list[tuple[str, list[Unit]]] = []
        if of == "Route":
            move = node.get("zet")
            place = Place(place.unit, "zet", (move.value or "") if isinstance(move, Scalar) else "")
        elif of in AIMED:
            place = Place(place.unit, AIMED[of], name)
        elif of == "Option" and place.owner == "gebeurtenis":
            place = Place(place.unit, "keuze", name)
        for key, (at, value) in node.entries.items():
            item = shape.keys.get(key)
            if item is None:
                self._unknown(key, at, shape)
            elif isinstance(item.kind, LATE) or (of, item.attr) in BESIDE:
                kind = BESIDE.get((of, item.attr), item.kind)
                waiting.append(Late(kind, None, item.attr, value, place, of, at))
            else:
                self._value(values, item.attr, item.kind, value, place, of, waiting, children)
        if name:
            values["id"] = name
        self._required(shape, node, values)
        if of in WHOLE:
            lost = [shape.keys[key].kind for key in node.lost if key in shape.keys]
            self.names_known = self.names_known and not any(isinstance(kind, (Items, MapOf)) for kind in lost)
        thing = shape.cls(**values)
        self._settle(thing, waiting, children)
        return thing

    def _settle(self, thing: Any, waiting: list[Late], children: list[tuple[str, list[Unit]]]) -> None:
        for late in waiting:
            late.thing = thing
        self.late += waiting
        for attr, units in children:
            for unit in units:
                unit.home, unit.attr = thing, attr

    def _required(self, shape: ClassPlan, node: Map, values: dict[str, Any]) -> None:
        for key, item in shape.keys.items():
            if not item.required or item.attr in values:
                continue
            if key not in node.entries and key not in node.lost and self.whole:
                self.faults.at("G013", node, key=key)
            values[item.attr] = 0 if isinstance(item.kind, Int) else "" if isinstance(item.kind, (Ident, Ref)) else None
            if values[item.attr] is None and not isinstance(item.kind, LATE):
                values[item.attr] = ""

    def _unknown(self, key: str, at: Scalar, shape: ClassPlan) -> None:
        if key == "weg":
            if self.whole:
                self.faults.at("G053", at, id="")
            return
        meant = suggest(key, shape.keys)
        self.faults.at("G011", at, key=key, keys=", ".join(shape.keys), **meant)
        if "uitkomsten" in shape.keys:  # of the scenario itself: what it stands for is missing further on
            self.complete = False
            if meant and isinstance(shape.keys[meant["suggestion"]].kind, (Items, MapOf)):
                self.names_known = False

    def shape(self, code: str, node: Node) -> None:
        """Note that a node has the wrong shape."""
        wrong_shape(self.faults, code, node)

    # -- values --------------------------------------------------------------------------------------------------

    def _value(
        self,
        values: dict[str, Any],
        attr: str,
        kind: Kind,
        node: Node,
        place: Place,
        of: str,
        waiting: list[Late],
        children: list[tuple[str, list[Unit]]],
    ) -> None:
        """Put the value of one key into `values`; nothing when it is at fault, so that the default holds."""
        match kind:
            case Items(cls, keyed):
                found: Any = self._keyed(cls, node, place) if keyed else self._items(cls, node, place)
            case Obj(cls, short):
                found = self.obj(cls, node, place, short=short)
            case ListOf(Obj(cls, short)):
                found = self._objects(attr, cls, short, node, place, children)
            case ListOf(Ref()):
                waiting.append(Late(kind, None, attr, node, place, of))
                return
            case ListOf(item):
                found = tuple(v for v in (self._scalar(item, n) for n in self._members(node)) if v is not None)
            case MapOf(key_kind, value_kind):
                found = self._map(key_kind, value_kind, node, place)
            case Inner():
                found = isinstance(node, Map)
                if not found:
                    self.shape("G024", node)
            case Lines():
                found = self._lines(node, place)
            case Concerns():
                found = self._concerns(node, place)
            case _:
                found = self._scalar(kind, node)
        if found is not None:
            values[attr] = found
        elif of in WHOLE and isinstance(kind, (Items, MapOf)):
            self.names_known = False

    def _scalar(self, kind: Kind, node: Node) -> Any:
        if not isinstance(node, Scalar):
            self.shape("G026", node)
            return None
        return None if node.cut else scalar(kind, node, self.faults)
