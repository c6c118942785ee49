"""Merging a scenario with the base set it uses, on nodes, by the kinds of the model (design 2, 'Reuse').

Maps merge per key, lists of things with ids by id, other lists and values replace; `weg: ja` drops one. The base's
order stays, what is new comes after it. Every node keeps the file it came from.
"""

from __future__ import annotations

from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.kinds import Concerns, Cost, Effects, Inner, Items, Kind, Lines, MapOf, Obj
from geboortespel.scenario.nodes import Map, Node, Scalar, Seq
from geboortespel.scenario.plan import plan
from geboortespel.scenario.traps import wrong_shape

OWN = ("formaat", "id", "titel", "gebruikt", "leert", "type", "jaar", "verloop")
"""Keys that a scenario never takes over."""
SECTION = "kraamtijd"
"""Key of the first year, a scenario within the scenario."""
AROUND = ("formaat", "titel", "bronnen", "feiten", "kaartje", "lessen")
"""What a first year takes over from the scenario in which it stands."""
_SORTS = (("waarde",), ("feit", "inzicht"), ("afgeleid",))


class Merger:
    """Merges; `dropped` gathers the ids that were taken away."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.dropped: set[str] = set()
        self.replaced: set[int] = set()
        """Which single values (by `id` of their node) stand in the place of one of the base set."""

    def scenario(self, base: Map, over: Map) -> Map:
        """The scenario `over` on top of `base`."""
        kept = {name: entry for name, entry in base.entries.items() if name not in OWN}
        return self._object("Scenario", Map(base.source, base.line, base.column, kept), over)

    def over(self, base: Map, over: Map) -> Map:
        """`over` on top of a whole scenario that stays what it is."""
        return self._object("Scenario", base, over)

    def around(self, outer: Map, year: Map) -> Map:
        """The first year as a whole scenario, with what it takes over from the one in which it stands."""
        kept = {name: outer.entries[name] for name in AROUND if name in outer.entries}
        lessons = outer.get("lessen")
        if isinstance(lessons, Map):  # how a lesson is tried by playing is about the other scenario
            told = {name: (key, _without(lesson, "proef")) for name, (key, lesson) in lessons.entries.items()}
            around = Map(lessons.source, lessons.line, lessons.column, told)
            kept["lessen"] = (outer.entries["lessen"][0], around)
        outside = outer.get("id")
        if isinstance(outside, Scalar):
            name = Scalar(outside.source, outside.line, outside.column, f"{outside.value}-{SECTION}")
            kept["id"] = (outer.entries["id"][0], name)
        return self._object("FirstYear", Map(year.source, year.line, year.column, kept), year)

    def clean(self, node: Map) -> Map:
        """A scenario without base set, of which nothing can be taken away."""
        return self.scenario(Map(node.source, node.line, node.column, {}), node)

    def _object(self, of: str, base: Map, over: Map) -> Map:
        shape = plan(of)
        entries = dict(base.entries)
        if of == "Aspect":
            self._one_sort(entries, over)
        for name, (key, value) in over.entries.items():
            item = shape.keys.get(name)
            if item is None or name not in entries:
                entries[name] = (key, value if item is None else self._new(item.kind, value))
                if item is not None and _dropping(value):
                    del entries[name]
                    self.faults.at("G053", key, id=name)
            else:
                self._entry(entries, name, key, item.kind, value)
        merged = Map(over.source, over.line, over.column, entries, over.flow)
        merged.lost = over.lost
        return merged

    @staticmethod
    def _one_sort(entries: dict[str, tuple[Scalar, Node]], over: Map) -> None:
        """An aspect is of one sort; what the scenario writes decides which."""
        written = [sort for sort in _SORTS if any(name in over.entries for name in sort)]
        if written:
            for sort in _SORTS:
                if sort not in written:
                    for name in sort:
                        entries.pop(name, None)

    def _entry(
        self, entries: dict[str, tuple[Scalar, Node]], name: str, key: Scalar, kind: Kind | None, value: Node
    ) -> None:
        """Put `value` over the entry `name`."""
        if _dropping(value):
            self.dropped.add(name)
            del entries[name]
            return
        old_key, old = entries[name]
        merged = self.node(kind, old, value)
        if isinstance(old, Scalar) and isinstance(value, Scalar):
            self.replaced.add(id(value))
        entries[name] = (key if merged is not old else old_key, merged)

    def node(self, kind: Kind | None, base: Node, over: Node) -> Node:
        """`over` on top of `base`, both values of a key of this kind."""
        match kind:
            case Obj(of, short):
                if isinstance(over, Scalar) and short and isinstance(base, Map):
                    name = next(key for key, item in plan(of).keys.items() if item.attr == short)
                    over = Map(over.source, over.line, over.column, {name: (over, over)})
                if isinstance(base, Map) and isinstance(over, Map):
                    return self._object(of, base, over)
                return over
            case Inner(of) if isinstance(base, Map) and isinstance(over, Map):
                return self._object(of, base, over)
            case Items(of, keyed):
                return self._items(of, keyed, base, over)
            case MapOf(_, value):
                return self._map(value, base, over)
            case Effects() | Cost() | Concerns() | Lines():
                return self._map(None, base, over)
        return over

    def _map(self, kind: Kind | None, base: Node, over: Node) -> Node:
        if not isinstance(base, Map):
            return over
        if not isinstance(over, Map):
            wrong_shape(self.faults, "G024", over)
            return base
        entries = dict(base.entries)
        for name, (key, value) in over.entries.items():
            if name in entries:
                self._entry(entries, name, key, kind, value)
            elif _dropping(value):
                self.faults.at("G053", key, id=name)
            else:
                entries[name] = (key, value)
        return Map(over.source, over.line, over.column, entries, over.flow)

    def _items(self, of: str, keyed: bool, base: Node, over: Node) -> Node:
        if keyed:
            return self._map(Obj(of), base, over)
        if not isinstance(base, Seq):
            return over
        if isinstance(over, Scalar):
            wrong_shape(self.faults, "G025", over)
            return base
        items = {_id(item): item for item in base.items}
        new: list[Node] = []
        for item in over.items if isinstance(over, Seq) else [over]:
            name = _id(item)
            if _dropping(item):
                if items.pop(name, None) is None:
                    self.faults.at("G053", item, id=name)
                self.dropped.add(name)
            elif name in items and isinstance(item, Map):
                earlier = items[name]
                items[name] = self._object(of, earlier, item) if isinstance(earlier, Map) else item
            else:
                new.append(item)
        return Seq(over.source, over.line, over.column, [*items.values(), *new])

    def _new(self, kind: Kind, value: Node) -> Node:
        """A value without anything below it: `weg: ja` has nothing to take away."""
        if isinstance(kind, Items) and not kind.keyed and isinstance(value, Seq):
            for item in value.items:
                if _dropping(item):
                    self.faults.at("G053", item, id=_id(item))
            return Seq(value.source, value.line, value.column, [i for i in value.items if not _dropping(i)], value.flow)
        if isinstance(kind, (Items, MapOf)) and isinstance(value, Map):
            kept = {}
            for name, (key, item) in value.entries.items():
                if _dropping(item):
                    self.faults.at("G053", key, id=name)
                else:
                    kept[name] = (key, item)
            return Map(value.source, value.line, value.column, kept, value.flow)
        return value


def _without(node: Node, name: str) -> Node:
    """A thing without one of its keys."""
    if not isinstance(node, Map):
        return node
    return Map(node.source, node.line, node.column, {key: item for key, item in node.entries.items() if key != name})


def _id(node: Node) -> str:
    name = node.get("id") if isinstance(node, Map) else None
    return (name.value or "") if isinstance(name, Scalar) else ""


def _dropping(node: Node) -> bool:
    """Whether a thing says `weg: ja`."""
    if not isinstance(node, Map) or "weg" not in node.entries:
        return False
    said = node.entries["weg"][1]
    return isinstance(said, Scalar) and said.value == "ja"
