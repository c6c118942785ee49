"""Checks over the whole scenario, once everything has been read and every name is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geboortespel.scenario import course
from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.expr import Cmp, Num, Var, names_in
from geboortespel.scenario.model import PERSPECTIVES, Aspect, Event, Scenario
from geboortespel.scenario.names import quantities, rounds
from geboortespel.scenario.nodes import Map, Node, Scalar, Seq
from geboortespel.scenario.scalars import suggest
from geboortespel.scenario.scope import FAMILIES

_ODDS = re.compile(r"(\d{1,3})-(\d{1,3})%")
_SORTS = (("waarde",), ("feit", "inzicht"), ("afgeleid",))


class Checker:
    """Notes every fault that only shows in the whole."""

    def __init__(self, scenario: Scenario, root: Map, faults: Faults) -> None:
        self.scenario = scenario
        self.root = root
        self.faults = faults

    def run(self) -> None:
        self._outcomes()
        self._names()
        self._counters()
        self._aspects()
        self._events()
        self._decks()
        self._play()
        self._sources(self.root)
        course.check(self.scenario, self.root, self.faults)

    # -- finding nodes -------------------------------------------------------------------------------------------

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

    def _key(self, key: str, name: str) -> Node | None:
        node = self.root.get(key)
        return node.entries[name][0] if isinstance(node, Map) and name in node.entries else None

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

    def _field_value(self, key: str, name: str, field: str) -> Node | None:
        thing = self._thing(key, name)
        return thing.get(field) if thing is not None else None

    # -- what happens --------------------------------------------------------------------------------------------

    def _events(self) -> None:
        first: dict[str, int] = {}
        for event, node in self._every_event():
            at = node.get("id") if node is not None else None
            if event.id in first:
                self._at("G088", at, id=event.id, first=str(first[event.id]))
            elif at is not None:
                first[event.id] = at.line
            free = [o for o in event.options.values() if not o.cost and o.when is None]
            if event.options and not free and node is not None and self._costs_are_read(node):
                self._at("G093", node.entries["keuzes"][0], id=event.id)

    @staticmethod
    def _costs_are_read(node: Map) -> bool:
        """Whether no choice was written without `kost` and `als` (one with a faulty cost has had its fault)."""
        return all("kost" in item.entries or "als" in item.entries for _, item in things(node.get("keuzes")))

    def _every_event(self) -> Iterator[tuple[Event, Map | None]]:
        for event in self.scenario.events.values():
            yield event, self._thing("gebeurtenissen", event.id)
        for deck in self.scenario.decks.values():
            inside = self._thing("stapels", deck.id)
            nodes = dict(things(inside.get("kaarten") if inside is not None else None))
            for card in deck.cards.values():
                yield card, nodes.get(card.id)

    def _decks(self) -> None:
        if not self.scenario.actors and self.scenario.roles:
            return  # a base set by itself: its cards may be about people who come with the scenario
        for deck in self.scenario.decks.values():
            if not any(card.weight for card in deck.cards.values()):
                inside = self._thing("stapels", deck.id)
                if inside is not None and not inside.source.reused:
                    self._at("G100", self._field("stapels", deck.id, "kaarten"), id=deck.id)

    def _play(self) -> None:
        scenario = self.scenario
        if scenario.phases and "rondes" in self.root.entries:
            self._at("G099", self.root.entries["rondes"][0], key="rondes", other="fasen")
        if scenario.believers and "beurt" in self.root.entries:
            self._at("G099", self.root.entries["beurt"][0], key="beurt", other="believers")
        if not scenario.moves and "zetten" not in self.root.entries:
            self._at("G113", self.root)
        for threshold in scenario.thresholds.values():
            if not threshold.routes:
                node = self._field("drempels", threshold.id, "id")
                written = self._thing("drempels", threshold.id)
                if node is not None and written is not None and "routes" not in written.entries:
                    self._at("G107", node, id=threshold.id)
        for move in scenario.moves.values():
            aimed = (move.verb != "gewoon" or move.target == "actor") and (scenario.actors or scenario.believers)
            node = self._field("zetten", move.id, "id")
            if aimed and node is not None and not node.source.reused and not course.objects(scenario, move):
                self._at("G106", node, id=move.id)
        for name, node in things(self.root.get("verwacht")):
            odds = node.get("kans")
            match = _ODDS.fullmatch(odds.value or "") if isinstance(odds, Scalar) else None
            if odds is not None and not (match and int(match[1]) <= int(match[2]) <= 100):
                value = odds.value or "" if isinstance(odds, Scalar) else name
                self._at("G110", odds, value=value)

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


def check(scenario: Scenario, root: Map, faults: Faults) -> None:
    """Note every fault that only shows in the whole."""
    Checker(scenario, root, faults).run()
