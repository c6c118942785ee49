"""Checks over the whole scenario, once everything has been read and every name is known."""

from __future__ import annotations

from geboortespel.scenario import course
from geboortespel.scenario.check_play import PlayChecker
from geboortespel.scenario.check_talks import TalksChecker
from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.expr import Cmp, Num, Var, names_in
from geboortespel.scenario.model import PERSPECTIVES, Aspect, Scenario
from geboortespel.scenario.names import quantities, rounds
from geboortespel.scenario.nodes import Map, Node, Scalar, Seq
from geboortespel.scenario.places import Places
from geboortespel.scenario.scalars import suggest
from geboortespel.scenario.scope import FAMILIES

_SORTS = (("waarde",), ("feit", "inzicht"), ("afgeleid",))


class Checker(Places):
    """Notes faults in endings, names, numbers and sources."""

    def run(self) -> None:
        """All checks of this class."""
        self._outcomes()
        self._names()
        self._counters()
        self._aspects()
        self._sources(self.root)

    # -- endings -------------------------------------------------------------------------------------------------

    def _outcomes(self) -> None:
        outcomes = self.scenario.outcomes
        if not outcomes:
            entry = self.root.entries.get("uitkomsten")
            self._at("G094", entry[0] if entry else self.root)
            return
        bare = [o for o in outcomes.values() if o.when is None]
        rest = [o for o in bare if not self._broken("uitkomsten", o.id)]
        for outcome in rest:
            if outcome.direct:
                self._at("G097", self._field("uitkomsten", outcome.id, "direct"), id=outcome.id)
        for outcome in rest[1:]:
            self._at("G095", self._field("uitkomsten", outcome.id, "id"), id=outcome.id, first=rest[0].id)
        if not rest and not any(self._always(o.when) for o in outcomes.values() if o.direct):
            last = list(outcomes)[-1]
            entry = self.root.entries["uitkomsten"]
            if not bare:
                self._at("G096", entry[0], id=last)

    def _broken(self, key: str, name: str) -> bool:
        """Whether a thing without condition does have one written, which then has a fault of its own."""
        thing = self._thing(key, name)
        return thing is not None and "als" in thing.entries

    def _always(self, when: object) -> bool:
        """Whether a condition holds for sure after the last round."""
        last = rounds(self.scenario)
        match when:
            case Cmp(">", Var("ronde"), Num(bound)):
                return bound <= last
            case Cmp(">=", Var("ronde"), Num(bound)) | Cmp("=", Var("ronde"), Num(bound)):
                return bound <= last + 1
        return False

    # -- names ---------------------------------------------------------------------------------------------------

    def _names(self) -> None:
        scenario = self.scenario
        fixed = {q for q in quantities(Scenario(1, "x", "x")) if "." not in q}
        families = {name.partition(".")[0] for name in quantities(scenario) if "." in name}
        clash = fixed | (families & set(FAMILIES)) | set(PERSPECTIVES)
        for name in scenario.counters:
            if name in clash | set(scenario.aspects):
                self._at("G098", self._key("tellers", name), id=name)
        for name in scenario.aspects:
            if name in clash:
                self._at("G098", self._key("aspecten", name), id=name)

    # -- numbers -------------------------------------------------------------------------------------------------

    def _counters(self) -> None:
        for counter in self.scenario.counters.values():
            low = counter.start if counter.low is None else counter.low
            high = counter.start if counter.high is None else counter.high
            if not low <= counter.start <= high:
                bounds = {
                    "low": "-" if counter.low is None else str(low),
                    "high": "-" if counter.high is None else str(high),
                }
                self._at("G105", self._key("tellers", counter.id), value=str(counter.start), **bounds)

    def _aspects(self) -> None:
        for aspect in self.scenario.aspects.values():
            node = self._thing("aspecten", aspect.id)
            if aspect.amber > aspect.green:
                at = self._bound_at(aspect.id, node)
                self._at("G102", at, oranje=str(aspect.amber), groen=str(aspect.green))
            if node is not None:
                sorts = [sort for sort in _SORTS if any(name in node.entries for name in sort)]
                if len(sorts) > 1:
                    late = next(name for name in sorts[1] if name in node.entries)
                    self._at("G101", node.entries[late][0])
                self._scale(aspect, node)
            if aspect.derived is not None and self._follows_itself(aspect.id):
                self._at("G109", node.entries["afgeleid"][0] if node else None, id=aspect.id)
        for link in self.scenario.influences.values():
            target = self.scenario.aspects.get(link.target_aspect)
            if target is not None and target.derived is not None:
                self._at("G108", self._field_value("invloeden", link.id, "naar"), id=target.id)

    def _bound_at(self, name: str, node: Map | None) -> Node | None:
        if node is None:
            return self._key("aspecten", name)
        own = [node.entries[key][1] for key in ("oranje", "groen") if key in node.entries]
        return next((item for item in own if not item.source.reused), own[0] if own else None)

    def _scale(self, aspect: Aspect, node: Map) -> None:
        if aspect.derived is not None and aspect.derived.low == aspect.derived.high:
            inside = node.get("afgeleid")
            at = inside.entries["tot"][1] if isinstance(inside, Map) and "tot" in inside.entries else inside
            self._at("G111", at)

    def _follows_itself(self, name: str) -> bool:
        """Whether working out an aspect's level needs that level."""
        seen: set[str] = set()
        todo = [name]
        while todo:
            aspect = self.scenario.aspects.get(todo.pop())
            if aspect is None or aspect.derived is None or aspect.derived.of is None:
                continue
            for read in names_in(aspect.derived.of):
                if read == name or read == "alles_groen":
                    return True
                if read not in seen:
                    seen.add(read)
                    todo.append(read)
        return False

    # -- sources -------------------------------------------------------------------------------------------------

    def _sources(self, node: Node, inside: str = "") -> None:
        """Every `bron` names a source of this scenario."""
        if isinstance(node, Seq):
            for item in node.items:
                self._sources(item, inside)
        elif isinstance(node, Map):
            for name, (_, value) in node.entries.items():
                if name == "bron" and isinstance(value, Scalar) and inside != "lessen":
                    self._source(value)
                elif name not in ("bronnen", "feiten"):
                    self._sources(value, inside or name)

    def _source(self, value: Scalar) -> None:
        known = [*self.scenario.sources, "afleiding", "spel"]
        if (value.value or "") not in known:
            self._at("G103", value, id=value.value or "", **suggest(value.value or "", known))


def check(scenario: Scenario, root: Map, faults: Faults) -> None:
    """Note every fault that only shows in the whole."""
    Checker(scenario, root, faults).run()
    PlayChecker(scenario, root, faults).run()
    TalksChecker(scenario, root, faults).run()
    course.check(scenario, root, faults)
