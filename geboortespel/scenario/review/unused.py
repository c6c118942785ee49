"""What an author wrote and nothing uses: concerns, arguments, roles, counters, sources, lessons, advisers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geboortespel.scenario.expr import Change, names_in
from geboortespel.scenario.kinds import Cond, Cost, Effects, Number
from geboortespel.scenario.late import Late
from geboortespel.scenario.model import Setup
from geboortespel.scenario.names import concerns_of, possible_concerns
from geboortespel.scenario.nodes import Map, Node, Scalar, Seq
from geboortespel.scenario.places import Places
from geboortespel.scenario.scalars import suggest


class UnusedChecker(Places):
    """Notes what nothing in the scenario uses."""

    def look(self, late: list[Late]) -> None:
        """All checks of this class; none for a base set, whose things are for others to use."""
        scenario = self.scenario
        held = {c for actor in scenario.actors.values() for c in possible_concerns(concerns_of(scenario, actor))}
        roles = {actor.role for actor in scenario.actors.values() if actor.role}
        usual = {c for name in roles for c in possible_concerns(scenario.roles[name].concerns or Setup({}, ()))}
        if scenario.actors:
            self._unused("zorgen", scenario.concerns, held | usual, "zorg")
            answered = {a.id for a in scenario.arguments.values() if set(a.answers) & held}
            self._unused("argumenten", scenario.arguments, answered, "argument", suggestions=False)
        if scenario.actors or scenario.believers:
            self._unused("rollen", scenario.roles, roles, "rol")
        self._counters(late)
        self._unused("bronnen", scenario.sources, set(_values(self.root, "bron")), "bron")
        hired = scenario.advisers if any(m.verb == "adviseur" for m in scenario.moves.values()) else ()
        self._unused("adviseurs", scenario.advisers, set(hired), "adviseur", suggestions=False)
        self._lessons()

    def _unused(self, key: str, known: Iterable[str], used: set[str], what: str, *, suggestions: bool = True) -> None:
        for name in known:
            if name in used:
                continue
            node = self._key(key, name) or self._field(key, name, "id")
            if node is not None and not node.source.reused:
                near = suggest(name, used) if suggestions else {}
                self._at("G151", node, id=name, what=what, **near)

    def _counters(self, late: list[Late]) -> None:
        """Counters that nothing reads and nobody sees, or that nothing ever changes and nothing reads."""
        read, changed = set(), set()
        for item in late:
            if item.place.unit is not None and item.place.unit.is_gone():
                continue
            value = getattr(item.thing, item.attr, None) if not isinstance(item.thing, dict) else None
            if isinstance(item.kind, (Cond, Number)) and value is not None:
                read |= set(names_in(value))
            elif isinstance(item.kind, Effects):
                changed |= {effect.name for effect in value or () if isinstance(effect, Change)}
            elif isinstance(item.kind, Cost):
                read |= set(value or ())
        for counter in self.scenario.counters.values():
            node = self._key("tellers", counter.id)
            if counter.id in read or node is None or node.source.reused:
                continue
            if counter.hidden or counter.id not in changed:
                self._at("G151", node, id=counter.id, what="teller", **suggest(counter.id, read - changed))

    def _lessons(self) -> None:
        """Lessons that are aimed at, or written here, and stand on nothing that can be met."""
        met = set(_values(self.root, "lessen"))
        goals = self.root.get("leerdoelen")
        for node in goals.items if isinstance(goals, Seq) else [goals]:
            if isinstance(node, Scalar) and node.value not in met and not node.source.reused:
                self._at("G152", node, id=node.value or "")
        aimed = set(self.scenario.goals)
        for name in self.scenario.lessons:
            node = self._key("lessen", name)
            if node is not None and not node.source.reused and name not in met | aimed:
                self._at("G152", node, id=name)


def _values(node: Node, key: str) -> Iterator[str]:
    """Every value that stands under a key of this name, lists opened, the whole tree through."""
    if isinstance(node, Seq):
        for item in node.items:
            yield from _values(item, key)
    elif isinstance(node, Map):
        for name, (_, value) in node.entries.items():
            if name == key and not isinstance(value, Map):
                for item in value.items if isinstance(value, Seq) else [value]:
                    if isinstance(item, Scalar):
                        yield item.value or ""
            yield from _values(value, key)
