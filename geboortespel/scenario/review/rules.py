"""Conditions that can never hold, or always do: every `als`, gate and rule that the author wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geboortespel.scenario.expr import Boolean
from geboortespel.scenario.kinds import Cond
from geboortespel.scenario.late import Late
from geboortespel.scenario.model import Move, Scenario
from geboortespel.scenario.names import Quantity, rounds
from geboortespel.scenario.nodes import Scalar, Seq
from geboortespel.scenario.places import Places
from geboortespel.scenario.review.bounds import Bounds
from geboortespel.scenario.review.logic import Obstacle, World, expanded, narrow, negated, never, obstacle
from geboortespel.scenario.review.spans import Rational, Span

_AT_THE_END = ("Outcome", "Score", "Line")
"""Conditions that are also looked at when the game has ended."""
_NEWS = ("Event", "Deck", "Threshold")
"""Conditions that are looked at when a round begins, before anybody moves."""
_OWN_WORDS = ("Expectation",)
"""Conditions that are about something else than what may happen."""
_FREE = ("Line", "TalkOption", "MarketParty")
"""Conditions that may well always hold: the last of several, or a mandate that is there already."""

_ENDLESS = 10**6
_CLOCKS = ("ronde", "fase", "gestopt")
"""Quantities that run by themselves: what is asked of them is a slip of its own every time."""


class Worlds:
    """The worlds in which conditions of one scenario are looked at, each worked out once."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.last: int = rounds(scenario)
        self._made: dict[tuple[int, bool, bool], World] = {}

    def at(self, last: int, ended: bool) -> World:
        """Any moment of the first `last` rounds; `ended`: or of the end."""
        return self._bounded(last, ended, False)

    def news(self, until: int) -> World:
        """The beginning of any round up to this one, before anybody moves."""
        return self._bounded(until, False, True)

    def _bounded(self, until: int, ended: bool, before: bool) -> World:
        name = until, ended, before
        if name not in self._made:
            self._made[name] = World(Bounds(self.scenario, until, ended=ended, before=before))
        return self._made[name]

    def play(self) -> World:
        """Any moment of play."""
        return self.at(self.last, False)

    def end(self) -> World:
        """Any moment of play, or the end."""
        return self.at(self.last, True)

    def gate(self, phase_id: str) -> World:
        """The end of a phase, however long it was made to last."""
        return self.at(self.phase_end(list(self.scenario.phases).index(phase_id)), False)

    def phase_end(self, place: int) -> int:
        """The last round that the phase at this place can have, however long it was made to last."""
        return self.last - (len(self.scenario.phases) - 1 - place)

    def until(self, world: World) -> int:
        """The last round that it can be in this world."""
        last = min(self.last, int(world.span("ronde").high))
        return min(last, self.phase_end(int(world.span("fase").high))) if self.scenario.phases else last

    def move(self, move: Move, until: int, *, inside: bool) -> World | None:
        """Just before a move; `inside`: when it is allowed, so that its own condition holds. None: never."""
        world = self.at(until, False)
        done = f"gedaan.{move.id}"
        world = world.knowing(done, Span(0, max(0, world.span(done).high - 1)))
        if inside and move.when is not None and not move.last_word:
            return narrow(expanded(move.when, self.scenario), world)
        return world


class RuleChecker(Places):
    """Notes conditions without effect."""

    def look(self, late: Iterable[Late], worlds: Worlds, replaced: set[int]) -> None:
        """All conditions of this reading. One that takes the place of the base set's may well always hold."""
        self.worlds, self.replaced = worlds, replaced
        self._told: set[tuple[str, bool, bool]] = set()
        for item, node in sorted(written(late), key=lambda found: (found[1].line, found[1].column)):
            if item.cls not in _OWN_WORDS:
                self._condition(item, node)

    def meant(self, worlds: Worlds) -> None:
        """Endings that are meant to be possible, but whose rule was taken over: told where they are meant."""
        written = self.root.get("bedoeld")
        nodes = written.items if isinstance(written, Seq) else [written]
        for node in nodes:
            outcome = self.scenario.outcomes.get((node.value or "") if isinstance(node, Scalar) else "")
            rule = self._field_value("uitkomsten", outcome.id, "als") if outcome is not None else None
            if outcome is None or outcome.when is None or rule is None or not rule.source.reused:
                continue
            when = expanded(outcome.when, self.scenario)
            found = obstacle(when, worlds.end()) if never(when, worlds.end()) else None
            if found is not None and self._is_new(found):
                self._at("G154", node, id=outcome.id, **reasons(found, worlds.end()))

    def _condition(self, item: Late, node: Scalar) -> None:
        when: Boolean = expanded(getattr(item.thing, item.attr), self.scenario)
        world = self._world(item, self.worlds.last)
        if world is None:
            return  # what it stands in can never be done, which is told there
        kept, now = narrow(when, world), world
        if kept is not None and self.worlds.until(kept) < self.worlds.last:  # it asks for a time: look at that alone
            now = self._world(item, self.worlds.until(kept)) or world
        if never(when, now):
            found = obstacle(when, now)
            if found is not None and self._is_new(found):
                self.faults.at("G142" if item.cls == "Gate" else "G140", node, **reasons(found, now))
        elif item.cls not in _FREE and id(node) not in self.replaced and never(negated(when), world):
            against = obstacle(negated(when), world)
            if against is not None:
                self.faults.at("G141", node, **reasons(against, world))

    def _is_new(self, found: Obstacle) -> bool:
        """Whether this is not the same cause once more: what can't go far enough is told where it is first asked."""
        cause = found.name, found.op in (">", ">="), found.op in ("<", "<=")
        if found.name in _CLOCKS:
            return True
        known = cause in self._told
        self._told.add(cause)
        return not known

    def _world(self, item: Late, until: int) -> World | None:
        """What can be where this condition is looked at, up to and with a round."""
        worlds, place = self.worlds, item.place
        if item.cls in _AT_THE_END or (not place.owner and item.cls == "Consequence"):
            return worlds.at(until, True)
        if item.cls == "Gate":
            phase = next(n for n, p in enumerate(self.scenario.phases.values()) if p.gate is item.thing)
            return worlds.at(min(until, worlds.phase_end(phase)), False)
        if item.cls in _NEWS or place.owner == "keuze":
            return worlds.news(until)
        move = self.scenario.moves.get(place.owner_id) if place.owner == "zet" else None
        return worlds.at(until, False) if move is None else worlds.move(move, until, inside=item.thing is not move)


def written(late: Iterable[Late]) -> Iterator[tuple[Late, Scalar]]:
    """Conditions that stand in the author's own file, with their node."""
    for item in late:
        gone = item.place.unit is not None and item.place.unit.is_gone()
        if gone or not isinstance(item.kind, Cond) or getattr(item.thing, item.attr) is None:
            continue
        if isinstance(item.node, Scalar) and not item.node.source.reused:
            yield item, item.node


def reasons(found: Obstacle, world: World) -> dict[str, str]:
    """The bounds in the way, as params of a fault."""
    quantity = world.bounds.table.get(found.name)
    low, high = _shown(found.span.low, quantity), _shown(found.span.high, quantity)
    made = ""
    if found.name in world.bounds.table and found.span == world.bounds.span(found.name):
        made = world.bounds.sum(found.name, up=found.op in (">", ">=", "="))
    params = {"asked": found.asked, "name": found.name, "low": low, "high": high}
    return {**params, "sum": f" ({made})" if made and found.span.low != found.span.high else ""}


def _shown(value: Rational, quantity: Quantity | None) -> str:
    words = quantity.type if quantity is not None else "number"
    if not isinstance(words, str):
        return words[int(value)]
    if words == "yesno":
        return ("nee", "ja")[int(value)]
    if value >= _ENDLESS or value <= -_ENDLESS:
        return "∞" if value > 0 else "-∞"
    return str(int(value)) if value == int(value) else f"{float(value):.1f}".replace(".", ",")
