"""How spoken lines and concerns are built: maps whose keys name things (design 2, `zinnen` and `zorgen`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.kinds import Int, Ref
from geboortespel.scenario.late import Late, Place, Unit
from geboortespel.scenario.model import Setup
from geboortespel.scenario.nodes import Map, Node, Scalar, Seq
from geboortespel.scenario.scalars import suggest, whole

_WEIGHT = Int(1, 3, "weight")
LINE_KINDS = ("groet", "zorg", "raak", "mis", "sleets")


class People:
    """The part of the builder that reads what people say and fear."""

    faults: Faults
    late: list[Late]

    def shape(self, code: str, node: Node) -> None:
        """Note that a node has the wrong shape."""
        raise NotImplementedError

    def _objects(
        self, attr: str, cls: str, short: str, node: Node, place: Place, children: list[tuple[str, list[Unit]]]
    ) -> tuple[Any, ...]:
        raise NotImplementedError

    @staticmethod
    def _members(node: Node) -> list[Node]:
        return node.items if isinstance(node, Seq) else [node]

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
