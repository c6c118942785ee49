"""References: ids of declared things, by the namespace that their key asks for."""

from __future__ import annotations

from geboortespel.scenario.course import ally_names, route_names
from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.late import Late, put
from geboortespel.scenario.nodes import Node, Scalar, Seq
from geboortespel.scenario.scalars import suggest
from geboortespel.scenario.scope import Absent, Names, Scope
from geboortespel.scenario.traps import wrong_shape


class References:
    """The part of the resolver that looks up ids."""

    faults: Faults
    names: Names

    def _ref(self, node: Node, what: str, scope: Scope, move: str = "") -> str | None:
        """The id of a declared thing; None after noting a fault. Raises Absent."""
        if not isinstance(node, Scalar):
            wrong_shape(self.faults, "G026", node)
            return None
        if node.cut:
            return None
        name = node.value or ""
        known = self._ids(what, move)
        if name in known:
            return name
        if what in ("actor", "ally") and name in scope.names.alias:
            return scope.names.alias[name]
        if scope.absent(what, name):
            raise Absent
        self.faults.at("G012", node, what=what, id=name, **suggest(name, known))
        return None

    def _ids(self, what: str, move: str) -> list[str]:
        """What may be named; `move` is the move of a route."""
        if what == "option":
            return route_names(self.names.scenario, move)
        if what == "ally":
            return ally_names(self.names.scenario)
        return list(self.names.ids(what))

    def _refs(self, late: Late, what: str, scope: Scope) -> None:
        nodes = late.node.items if isinstance(late.node, Seq) else [late.node]
        out, missing = [], False
        for node in nodes:
            try:
                found = self._ref(node, what, scope)
            except Absent:
                missing = True
                continue
            if found is not None:
                out.append(found)
        put(late.thing, late.attr, tuple(dict.fromkeys(out)))
        if missing and not out and late.place.unit is not None and what in ("actor", "believer"):
            raise Absent

    def _key(self, late: Late, what: str, scope: Scope) -> None:
        """A key of a map that names a declared thing (`zorg.hoofdprijs` counts by its last part)."""
        name = late.attr.partition(".")[2] or late.attr
        known = list(scope.names.ids(what))
        if name in known:
            return
        if what == "actor" and name in scope.names.alias and late.attr in late.thing:
            values = {scope.names.alias[k] if k == name else k: v for k, v in late.thing.items()}
            late.thing.clear()
            late.thing.update(values)
            return
        if scope.absent(what, name):
            late.thing.pop(late.attr, None)
            return
        assert late.key is not None
        column = late.key.column + (len(late.attr) - len(name) if not late.key.quoted else 0)
        self.faults.add("G012", late.key.source, late.key.line, column, what=what, id=name, **suggest(name, known))
