"""Where things of a scenario stand in its merged tree, for checks that see the whole."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.nodes import Map, Node, Scalar, Seq


class Places:
    """A scenario with the tree it was built from; finds nodes by key and id, and notes faults at them."""

    def __init__(self, scenario: Scenario, root: Map, faults: Faults) -> None:
        self.scenario = scenario
        self.root = root
        self.faults = faults

    def _thing(self, key: str, name: str) -> Map | None:
        """The node of a thing by the key it stands under and its id."""
        return next((node for found, node in things(self.root.get(key)) if found == name), None)

    def _at(self, code: str, node: Node | None, **params: str) -> None:
        self.faults.at(code, node if node is not None else self.root, **params)

    def _field(self, key: str, name: str, field: str) -> Node | None:
        """The key `field` of a thing, or the thing itself."""
        thing = self._thing(key, name)
        if thing is None:
            return None
        if field == "id" or field not in thing.entries:
            return thing.get("id") or thing
        return thing.entries[field][0]

    def _key(self, key: str, name: str) -> Node | None:
        node = self.root.get(key)
        return node.entries[name][0] if isinstance(node, Map) and name in node.entries else None

    def _field_value(self, key: str, name: str, field: str) -> Node | None:
        thing = self._thing(key, name)
        return thing.get(field) if thing is not None else None


def things(node: Node | None) -> Iterator[tuple[str, Map]]:
    """(id, node) of every thing in a list with ids or a keyed map."""
    if isinstance(node, Map):
        for name, (_, value) in node.entries.items():
            if isinstance(value, Map):
                yield name, value
    elif isinstance(node, Seq):
        for item in node.items:
            at = item.get("id") if isinstance(item, Map) else None
            if isinstance(item, Map) and isinstance(at, Scalar):
                yield at.value or "", item
