"""Nodes → model objects, driven only by the metadata of the model (`plan`): shapes, types, ranges, required keys.

What needs the whole scenario to be understood (rules and references) is left open as `Late` work for `resolve`; the
objects are complete apart from that. All faults are collected; what is at fault gets its default so that the rest can
be looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define, frozen

from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.kinds import (
    Concerns,
    Cond,
    Cost,
    Effects,
    Ident,
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
from geboortespel.scenario.model import Setup
from geboortespel.scenario.nodes import Map, Node, Scalar, Seq
from geboortespel.scenario.plan import ClassPlan, plan
from geboortespel.scenario.scalars import RESERVED, ident, is_ident, scalar, suggest, whole

LATE = (Cond, Number, Effects, Cost, Ref)
_WEIGHT = Int(1, 3, "weight")
LINE_KINDS = ("groet", "zorg", "raak", "mis", "sleets")
AIMED = {"Move": "zet", "Adviser": "adviseur", "Argument": "argument", "Route": "route", "Event": "gebeurtenis"}


@define(eq=False)
class Unit:
    """A thing that can be left out whole when it is about somebody who is not there."""

    parent: Unit | None
    name: str
    """Its id, '' for things without."""
    home: Any
    """The dict it stands in under `name`, or the object whose tuple `attr` holds it."""
    attr: str = ""
    thing: Any = None
    gone: bool = False

    def is_gone(self) -> bool:
        """Whether it, or what it stands in, was left out."""
        unit: Unit | None = self
        while unit is not None:
            if unit.gone:
                return True
            unit = unit.parent
        return False


@frozen
class Place:
    """Where in the model something stands: its unit, and the thing whose move, adviser or option it belongs to."""

    unit: Unit | None = None
    owner: str = ""
    """Namespace word of the owner (`zet`, `adviseur`, …), '' when `.doel` and `.ik` mean nothing."""
    owner_id: str = ""


@define(eq=False)
class Late:
    """Work for `resolve`: fill `attr` of `thing` from `node`, or check the key `key` of the dict `thing`."""

    kind: Kind
    thing: Any
    attr: str
    node: Node
    place: Place
    cls: str = ""
    key: Scalar | None = None


class Builder:
    """Builds objects and collects late work. `whole` is false when parts of the file could not be read."""

    def __init__(self, faults: Faults, *, whole: bool) -> None:
        self.faults = faults
        self.whole = whole
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
        if of in AIMED:
            place = Place(place.unit, AIMED[of], name)
        elif of == "Option" and place.owner == "gebeurtenis":
            place = Place(place.unit, "keuze", name)
        for key, (at, value) in node.entries.items():
            item = shape.keys.get(key)
            if item is None:
                self._unknown(key, at, shape)
            elif isinstance(item.kind, LATE):
                waiting.append(Late(item.kind, None, item.attr, value, place, of, at))
            else:
                self._value(values, item.attr, item.kind, value, place, of, waiting, children)
        if name:
            values["id"] = name
        self._required(shape, node, values)
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
            if key not in node.entries and self.whole:
                self.faults.at("G013", node, key=key)
            values[item.attr] = 0 if isinstance(item.kind, Int) else "" if isinstance(item.kind, (Ident, Ref)) else None
            if values[item.attr] is None and not isinstance(item.kind, LATE):
                values[item.attr] = ""

    def _unknown(self, key: str, at: Scalar, shape: ClassPlan) -> None:
        if key == "weg":
            self.faults.at("G053", at, id="")
            return
        self.faults.at("G011", at, key=key, keys=", ".join(shape.keys), **suggest(key, shape.keys))

    def shape(self, code: str, node: Node, **params: str) -> None:
        """Note that a node has the wrong shape."""
        if isinstance(node, Scalar):
            from geboortespel.scenario.traps import glued

            write = glued(node)
            if write and code == "G024":
                self.faults.at("G022", node, key=node.value or "", suggestion=write)
                return
        found = "a list" if isinstance(node, Seq) else "a map" if isinstance(node, Map) else "a single value"
        self.faults.at(code, node, found=found, **params)

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
            case Lines():
                found = self._lines(node, place)
            case Concerns():
                found = self._concerns(node, place)
            case _:
                found = self._scalar(kind, node)
        if found is not None:
            values[attr] = found

    def _scalar(self, kind: Kind, node: Node) -> Any:
        if not isinstance(node, Scalar):
            self.shape("G026", node)
            return None
        return scalar(kind, node, self.faults)

    @staticmethod
    def _members(node: Node) -> list[Node]:
        return node.items if isinstance(node, Seq) else [node]

    def _objects(
        self,
        attr: str,
        cls: str,
        short: str,
        node: Node,
        place: Place,
        children: list[tuple[str, list[Unit]]],
    ) -> tuple[Any, ...]:
        units, out = [], []
        for item in self._members(node):
            unit = Unit(place.unit, "", None)
            thing = self.obj(cls, item, Place(unit, place.owner, place.owner_id), short=short)
            if thing is not None:
                unit.thing = thing
                units.append(unit)
                out.append(thing)
        self.units += units
        children.append((attr, units))
        return tuple(out)

    def _items(self, cls: str, node: Node, place: Place) -> dict[str, Any] | None:
        """A list of things with ids."""
        if isinstance(node, Scalar) or (isinstance(node, Map) and "id" not in node.entries):
            self.shape("G025", node)
            return None
        out: dict[str, Any] = {}
        first: dict[str, int] = {}
        for item in self._members(node):
            if not isinstance(item, Map):
                self.shape("G024", item)
                continue
            at = item.get("id")
            name = at.value or "" if isinstance(at, Scalar) else ""
            if isinstance(at, Scalar) and name in first:
                self.faults.at("G088", at, id=name, first=str(first[name]))
                continue
            unit = Unit(place.unit, name, out)
            thing = self.obj(cls, item, Place(unit, place.owner, place.owner_id), name=name if is_ident(name) else "")
            if not name:
                if isinstance(at, Scalar) or "id" not in item.entries:
                    self._no_id(at or item, cls)
                continue
            if isinstance(at, Scalar):
                first[name] = at.line
                self._reserved(name, at)
            self.units.append(unit)
            out[name] = thing
        return out

    def _no_id(self, node: Node, cls: str) -> None:
        if not plan(cls).keys["id"].required and self.whole:
            self.faults.at("G013", node, key="id")

    def _reserved(self, name: str, at: Scalar) -> None:
        if name in RESERVED:
            self.faults.at("G043", at, id=name)

    def _keyed(self, cls: str, node: Node, place: Place) -> dict[str, Any] | None:
        """A map id → thing."""
        if not isinstance(node, Map):
            self.shape("G024", node)
            return None
        out: dict[str, Any] = {}
        for name, (at, value) in node.entries.items():
            if ident(name, at, self.faults) is None:
                continue
            self._reserved(name, at)
            unit = Unit(place.unit, name, out)
            thing = self.obj(cls, value, Place(unit, place.owner, place.owner_id), name=name)
            if thing is not None:
                self.units.append(unit)
                out[name] = thing
        return out

    def _map(self, key_kind: Kind, value_kind: Kind, node: Node, place: Place) -> dict[str, Any] | None:
        if not isinstance(node, Map):
            self.shape("G024", node)
            return None
        out: dict[str, Any] = {}
        for name, (at, value) in node.entries.items():
            if isinstance(key_kind, Ident):
                if ident(name, at, self.faults) is None:
                    continue
                if isinstance(value_kind, Obj):
                    self._reserved(name, at)
            else:
                self.late.append(Late(key_kind, out, name, at, place, key=at))
            if isinstance(value_kind, Obj):
                named = name if plan(value_kind.of).has_id else ""
                found = self.obj(value_kind.of, value, place, name=named, short=value_kind.short)
            else:
                found = self._scalar(value_kind, value)
            if found is not None:
                out[name] = found
        return out

    # -- lines and concerns --------------------------------------------------------------------------------------

    def _lines(self, node: Node, place: Place) -> dict[str, Any] | None:
        if not isinstance(node, Map):
            self.shape("G024", node)
            return None
        out: dict[str, Any] = {}
        for name, (at, value) in node.entries.items():
            family, _, member = name.partition(".")
            if family not in LINE_KINDS or ("." in name and family not in ("zorg", "raak")):
                self.faults.at("G044", at, key=name, kinds=", ".join(LINE_KINDS), **suggest(family, LINE_KINDS))
                continue
            if member:
                space = "zorg" if family == "zorg" else "argument"
                self.late.append(Late(Ref(space), out, name, at, place, key=at))
            children: list[tuple[str, list[Unit]]] = []
            lines = self._objects("", "Line", "text", value, place, children)
            for unit in children[0][1]:
                unit.home, unit.attr = out, name
            out[name] = lines
        return out

    def _concerns(self, node: Node, place: Place) -> Setup | None:
        if not isinstance(node, Map):
            self.shape("G024", node)
            return None
        variants: list[dict[str, int]] = []
        other = node.get("een_van")
        if other is not None:
            for item in self._members(other):
                variants.append(self._weights(item, place, {}))
        return Setup(self._weights(node, place, {"een_van": None}), tuple(variants))

    def _weights(self, node: Node, place: Place, skip: Mapping[str, None]) -> dict[str, int]:
        out: dict[str, int] = {}
        if not isinstance(node, Map):
            self.shape("G024", node)
            return out
        for name, (at, value) in node.entries.items():
            if name in skip:
                continue
            if not isinstance(value, Scalar):
                self.shape("G026", value)
                continue
            weight = whole(_WEIGHT, value.value or "", value, self.faults)
            self.late.append(Late(Ref("zorg"), out, name, at, place, key=at))
            if weight is not None:
                out[name] = weight
        return out
