"""How collections are built: lists of things with ids, keyed maps, free maps and lists of objects."""

from __future__ import annotations

from typing import Any

from geboortespel.scenario.kinds import Ident, Kind, Obj
from geboortespel.scenario.late import Late, Place, Unit
from geboortespel.scenario.nodes import Map, Node, Scalar
from geboortespel.scenario.people import People
from geboortespel.scenario.plan import plan
from geboortespel.scenario.scalars import RESERVED, ident, is_ident

NAMED_BARE = ("Counter", "Aspect", "Form", "Phase")
"""Things that conditions name by their id alone."""


class Things(People):
    """The part of the builder that reads collections."""

    units: list[Unit]
    whole: bool
    complete: bool

    def obj(self, of: str, node: Node, place: Place, *, name: str = "", short: str = "") -> Any:
        """An object of model class `of`."""
        raise NotImplementedError

    def _scalar(self, kind: Kind, node: Node) -> Any:
        raise NotImplementedError

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
                self.complete = False
                continue
            unit = Unit(place.unit, name, out)
            thing = self.obj(cls, item, Place(unit, place.owner, place.owner_id), name=name if is_ident(name) else "")
            if not name:
                if isinstance(at, Scalar) or "id" not in item.entries:
                    self._no_id(at or item, cls)
                continue
            if isinstance(at, Scalar):
                first[name] = at.line
                self._reserved(cls, name, at)
            self.units.append(unit)
            out[name] = thing
        return out

    def _no_id(self, node: Node, cls: str) -> None:
        if not plan(cls).keys["id"].required and self.whole:
            self.faults.at("G013", node, key="id")

    def _reserved(self, of: str, name: str, at: Scalar) -> None:
        if name in RESERVED if of in NAMED_BARE else name in ("doel", "ik"):
            self.faults.at("G043", at, id=name)

    def _keyed(self, cls: str, node: Node, place: Place) -> dict[str, Any] | None:
        """A map id → thing."""
        if not isinstance(node, Map):
            self.shape("G024", node)
            return None
        out: dict[str, Any] = {}
        for name, (at, value) in node.entries.items():
            ident(name, at, self.faults)
            self._reserved(cls, name, at)
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
                ident(name, at, self.faults)
                if isinstance(value_kind, Obj):
                    self._reserved(value_kind.of, name, at)
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
